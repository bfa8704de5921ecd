"""Terbilang: numbers and rupiah in Indonesian words, as documents write them behind the digits."""

import re
from decimal import Decimal

from sakip.base.number import FRACTION_DIGITS, INTEGER_DIGITS, MICRO, Number, admit, micro
from sakip.errors import InvalidValueError

__all__ = [
    "not_spelled",
    "parse_spelled",
    "parse_spelled_number",
    "parse_spelled_rupiah",
    "spell_number",
    "spell_rupiah",
    "spelled_whole",
    "spelled_words",
]

_WORDS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_UNITS = {word: number for number, word in enumerate(_WORDS)}
_GROUPS = ((10**15, "kuadriliun"), (10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
_SIZES = {word: size for size, word in _GROUPS}
_OLD = {"milyar": "miliar", "trilyun": "triliun"}
_NEGATIVE = ("minus", "min", "negatif")
_LONGEST_TEXT = 400
_LIMIT = 10**INTEGER_DIGITS
_EXAMPLE = "dua puluh lima koma lima"


def spell_number(value: Number) -> str:
    """Menulis terbilang: a number in Indonesian words; `parse_spelled_number` is its inverse.

    The words follow common usage, not a regulation: *se-* for one ten, one hundred and one thousand (``seribu``) and
    *satu* before every larger group (``satu juta``); decimals follow *koma*, digit by digit.

    Args:
        value: An ``int``, a ``Decimal`` or canonical text; at most 18 integer digits and 6 decimals.

    Raises:
        InvalidValueError: A float, or a number that cannot be admitted.

    Examples:
        >>> spell_number(11), spell_number(1100), spell_number(1000000)
        ('sebelas', 'seribu seratus', 'satu juta')
        >>> spell_number(Decimal("-49.05"))
        'minus empat puluh sembilan koma nol lima'
    """
    count = micro(admit(value, "spell_number"))
    whole, rest = divmod(abs(count), MICRO)
    digits = f"{rest:0{FRACTION_DIGITS}d}".rstrip("0")
    words = [spelled_whole(whole), *(["koma"] if digits else []), *(_WORDS[int(digit)] for digit in digits)]
    return " ".join(["minus", *words] if count < 0 else words)


def spell_rupiah(value: Number) -> str:
    """Menulis terbilang rupiah: an amount in Indonesian words; `parse_spelled_rupiah` is its inverse.

    Args:
        value: An amount with at most two decimals (sen).

    Raises:
        InvalidValueError: A number that cannot be admitted, or an amount of less than a sen.

    Examples:
        >>> spell_rupiah(1250000000)
        'satu miliar dua ratus lima puluh juta rupiah'
        >>> spell_rupiah("1500.5")
        'seribu lima ratus rupiah lima puluh sen'
    """
    count, less = divmod(micro(admit(value, "spell_rupiah")), MICRO // 100)
    if less:
        problem = ("bukan jumlah rupiah sampai sen", "no amount of rupiah down to the sen")
        way_out = ("Bulatkan sampai dua desimal", "Round it to two decimals")
        raise InvalidValueError(code="not-rupiah", path="spell_rupiah", value=value, problem=problem, way_out=way_out)
    whole, sen = divmod(abs(count), 100)
    words = f"{'minus ' if count < 0 else ''}{spelled_whole(whole)} rupiah"
    return f"{words} {spelled_whole(sen)} sen" if sen else words


def parse_spelled_number(text: str, *, path: str = "parse_spelled_number") -> Decimal:
    """Membaca terbilang: the number that a row of Indonesian number words stands for.

    Capitals do not matter, and *milyar*, *trilyun*, *satu ratus* and *satu ribu* are read as well.

    Args:
        text: Number words alone, such as ``"dua puluh lima koma lima"``.
        path: The field that is being filled, for the error.

    Raises:
        InvalidValueError: Words in an order that no number has, or any other text.

    Examples:
        >>> parse_spelled_number("dua juta seribu lima"), parse_spelled_number("minus nol koma nol lima")
        (Decimal('2001005'), Decimal('-0.05'))
    """
    sign, words = _signed(spelled_words(text))
    whole, koma, decimals = _parted(words, "koma")
    number, digits = parse_spelled(" ".join(whole)), [_UNITS.get(word, 10) for word in decimals]
    if number is None or bool(koma) != bool(digits) or len(digits) > FRACTION_DIGITS or any(d > 9 for d in digits):
        raise not_spelled(text, path, _EXAMPLE)
    return admit(Decimal(f"{sign}{number}.{''.join(map(str, digits)) or '0'}"), path)


def parse_spelled_rupiah(text: str, *, path: str = "parse_spelled_rupiah") -> Decimal:
    """Membaca terbilang rupiah: the amount that words such as *lima ratus rupiah lima puluh sen* stand for.

    Args:
        text: Number words and ``rupiah``, with ``sen`` or without.
        path: The field that is being filled, for the error.

    Raises:
        InvalidValueError: Any other text, or 100 sen and more.

    Examples:
        >>> parse_spelled_rupiah("seribu lima ratus rupiah lima puluh sen")
        Decimal('1500.5')
    """
    sign, words = _signed(spelled_words(text))
    whole, rupiah, rest = _parted(words, "rupiah")
    sen = 0 if rupiah and not rest else parse_spelled(" ".join(rest[:-1])) if rest[-1:] == ["sen"] else None
    number = parse_spelled(" ".join(whole)) if rupiah else None
    if number is None or sen is None or sen > 99:
        raise not_spelled(text, path, "seribu lima ratus rupiah")
    return admit(Decimal(f"{sign}{number}.{sen:02d}"), path)


def parse_spelled(text: str) -> int | None:
    """Membaca terbilang bulat: the whole number that a row of number words stands for, or None.

    Examples:
        >>> parse_spelled("seribu dua ratus lima puluh"), parse_spelled("dua belas"), parse_spelled("lima dokumen")
        (1250, 12, None)
    """
    words = " ".join(spelled_words(text)).replace("satu ratus", "seratus")
    number = _sum_of(words.replace("seratus", "satu ratus").replace("seribu", "satu ribu").split())
    if number is None or number >= _LIMIT:
        return None
    # A sum says nothing of the order of its words: what is not written as the number is written stands for none.
    written = spelled_whole(number)
    return number if words in {written, written.replace("seribu", "satu ribu")} else None


def spelled_whole(number: int) -> str:
    """Bilangan bulat terbilang: a whole number from zero, of at most 18 digits, in words.

    Examples:
        >>> spelled_whole(2025), spelled_whole(0)
        ('dua ribu dua puluh lima', 'nol')
    """
    parts: list[str] = []
    rest = number
    for size, word in _GROUPS:
        count, rest = divmod(rest, size)
        if count:
            parts.append("seribu" if word == "ribu" and count == 1 else f"{_hundreds(count)} {word}")
    return " ".join([*parts, _hundreds(rest)] if rest or not parts else parts)


def spelled_words(text: object) -> list[str]:
    """Kata-kata terbilang: the words of a short text in small letters, older spellings renewed; none of anything else.

    Examples:
        >>> spelled_words(" Dua  Milyar ")
        ['dua', 'miliar']
    """
    if not isinstance(text, str) or len(text) > _LONGEST_TEXT:
        return []
    return [_OLD.get(word, word) for word in re.split(r"[ \t\r\n\xa0]+", text.lower()) if word]


def not_spelled(text: object, path: str, example: str) -> InvalidValueError:
    """Bukan terbilang: the error for words that stand for nothing.

    Examples:
        >>> not_spelled("lima dokumen", "x", "lima").code
        'not-spelled'
    """
    return InvalidValueError(
        code="not-spelled",
        path=path,
        value=text,
        problem=("kata-kata ini bukan terbilang", "the words are not spelled out in Indonesian"),
        way_out=(f"Tulis misalnya '{example}'", f"Write for example '{example}'"),
    )


def _hundreds(number: int) -> str:
    """A number from 0 to 999 in words."""
    hundreds, rest = divmod(number, 100)
    parts = ["seratus" if hundreds == 1 else f"{_WORDS[hundreds]} ratus"] if hundreds else []
    if rest >= 20:
        parts.append(f"{_WORDS[rest // 10]} puluh")
        rest %= 10
    if rest >= 12:
        parts.append(f"{_WORDS[rest - 10]} belas")
    elif rest or not parts:
        parts.append(_WORDS[rest])
    return " ".join(parts)


def _sum_of(words: list[str]) -> int | None:
    """What the words add up to, whatever their order."""
    total = group = digit = 0
    for word in words:
        if word in _UNITS:
            group, digit = group + digit, _UNITS[word]
        elif word == "belas":
            group, digit = group + 10 + digit, 0
        elif word == "puluh":
            group, digit = group + 10 * digit, 0
        elif word == "ratus":
            group, digit = group + 100 * digit, 0
        elif word in _SIZES:
            total, group, digit = total + (group + digit) * _SIZES[word], 0, 0
        else:
            return None
    return total + group + digit if words else None


def _signed(words: list[str]) -> tuple[str, list[str]]:
    return ("-", words[1:]) if words and words[0] in _NEGATIVE else ("", words)


def _parted(words: list[str], mark: str) -> tuple[list[str], bool, list[str]]:
    """The words before and behind the first mark, and whether there is one."""
    if mark not in words:
        return words, False, []
    place = words.index(mark)
    return words[:place], True, words[place + 1 :]
