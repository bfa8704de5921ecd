"""Satuan sel: whether the unit behind a number is the one that the indicator declares."""

import re

__all__ = ["same_unit"]

# Only spellings of one word; what may also mean another word ("kel", "kk", "hr") stays different.
_ALIKE = (
    ("%", "persen", "prosen", "percent", "persentase", "prosentase"),
    ("\u2030", "permil", "promil"),
    ("dokumen", "dok"),
    ("laporan", "lap"),
    ("orang", "org"),
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


def same_unit(cell_unit: str, declared_unit: str) -> bool:
    """Satuan sama: whether two units are spellings of one, such as ``dok.`` and ``Dokumen``.

    Case, blanks, full stops and known short forms do not matter; any other difference does.

    Examples:
        >>> same_unit("dok.", "Dokumen"), same_unit("%", "Persen"), same_unit("orang", "dokumen")
        (True, True, False)
    """
    return _standard(cell_unit) == _standard(declared_unit)


def _standard(unit: str) -> list[str]:
    words = (found[0] for found in _WORD.finditer(_INSIDE_NUMBER.sub("", unit.casefold())))
    return ["per" if word == "/" else _STANDARD.get(word, word) for word in words]
