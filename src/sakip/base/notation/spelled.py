"""Terbilang: whole numbers in Indonesian words, as documents write them behind the digits."""

__all__ = ["parse_spelled"]

_WORDS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_UNITS = {word: number for number, word in enumerate(_WORDS)}
_GROUPS = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12, "trilyun": 10**12}
_MOST_WORDS = 40


def parse_spelled(text: str) -> int | None:
    """Membaca terbilang: the whole number that a row of number words stands for, or None.

    Examples:
        >>> parse_spelled("seribu dua ratus lima puluh"), parse_spelled("dua belas"), parse_spelled("lima dokumen")
        (1250, 12, None)
    """
    words = text.casefold().replace("seratus", "satu ratus").replace("seribu", "satu ribu").split()
    if not words or len(words) > _MOST_WORDS:
        return None
    total = group = digit = 0
    for word in words:
        if word in _UNITS:
            if digit:
                return None
            digit = _UNITS[word]
        elif word == "belas" and 2 <= digit <= 9:
            group, digit = group + 10 + digit, 0
        elif word == "puluh" and 2 <= digit <= 9 and not group % 100:
            group, digit = group + 10 * digit, 0
        elif word == "ratus" and 1 <= digit <= 9 and not group:
            group, digit = 100 * digit, 0
        elif word in _GROUPS and group + digit and (not total or total % (_GROUPS[word] * 1000) == 0):
            total, group, digit = total + (group + digit) * _GROUPS[word], 0, 0
        else:
            return None
    return total + group + digit
