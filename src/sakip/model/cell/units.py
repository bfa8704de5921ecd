"""Satuan sel: whether the unit behind a number is the one that the indicator declares."""

import re

__all__ = ["same_unit"]

# Only words for one thing; what may also mean another word ("kel", "kk", "hr") stays different.
_ALIKE = (
    ("%", "persen", "prosen", "percent", "persentase", "prosentase"),
    ("\u2030", "permil", "permille", "promil"),
    ("dokumen", "dok"),
    ("laporan", "lap"),
    ("orang", "org", "jiwa"),
    ("tahun", "thn", "th"),
    ("bulan", "bln"),
    ("minggu", "mgg"),
    ("kegiatan", "keg"),
    ("kecamatan", "kec"),
    ("kabupaten", "kab"),
    ("hektare", "hektar", "ha"),
    ("meter", "m"),
    ("kilometer", "km"),
    ("m2", "m\u00b2"),
    ("km2", "km\u00b2"),
    ("m3", "m\u00b3"),
    ("rp", "rupiah", "idr"),
    ("ribu", "rb"),
    ("juta", "jt"),
    ("miliar", "milyar", "milliar", "milyard"),
    ("triliun", "trilyun", "trilliun"),
    ("indeks", "index"),
    ("poin", "point"),
)
_STANDARD: dict[str, str] = {word: words[0] for words in _ALIKE for word in words}
_WORD = re.compile(r"[%\u2030/]|[^\s%\u2030/.,;:()]+")
_INSIDE_NUMBER = re.compile(r"(?<=[0-9])[.,](?=[0-9])")
_PER_MIL = re.compile(r"\bper\s+mill?e?\b", re.IGNORECASE)


def same_unit(cell_unit: str, declared_unit: str) -> bool:
    """Satuan sama: whether two units are spellings of one, such as ``dok.`` and ``Dokumen``.

    Case, blanks, full stops and known short forms do not matter, nor that a unit is said twice, as in ``persen (%)``;
    any other difference does. A capital ``M`` stands for miliar as often as for meter, so that it is no short form of
    either.

    Examples:
        >>> same_unit("dok.", "Dokumen"), same_unit("%", "Persen"), same_unit("orang", "dokumen")
        (True, True, False)
        >>> same_unit("m", "meter"), same_unit("M", "meter"), same_unit("M", "m")
        (True, False, True)
        >>> same_unit("persen (%)", "%"), same_unit("orang/jiwa", "orang"), same_unit("orang/km2", "orang")
        (True, True, False)
    """
    cell, declared = _words(cell_unit), _words(declared_unit)
    return _folded(cell) == _folded(declared) or _standard(cell) == _standard(declared)


def _words(unit: str) -> list[str]:
    words = (found[0] for found in _WORD.finditer(_INSIDE_NUMBER.sub("", _PER_MIL.sub("permil", unit))))
    return _said_once(list(words))


def _said_once(words: list[str]) -> list[str]:
    """Without a word that only says the one before it in another way, behind it or behind a stroke."""
    found: list[str] = []
    for word in words:
        before = found[-2] if found[-1:] == ["/"] and len(found) > 1 else "".join(found[-1:])
        if before and before.casefold() != word.casefold() and _one_standard(before) == _one_standard(word):
            found = found[:-1] if found[-1] == "/" else found
        else:
            found.append(word)
    return ["per" if word == "/" else word for word in found]


def _folded(words: list[str]) -> list[str]:
    return [word.casefold() for word in words]


def _standard(words: list[str]) -> list[str]:
    return [_one_standard(word) for word in words]


def _one_standard(word: str) -> str:
    return word if word == "M" else _STANDARD.get(word.casefold(), word.casefold())
