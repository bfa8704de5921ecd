"""Satuan ukur: whether two cells of one row count in units that no formula may divide by each other."""

from sakip.model.cell.units import same_unit

__all__ = ["unlike_measures"]

_MEASURES = frozenset(
    {
        *("%", "persen", "prosen", "percent", "permil", "\u2030"),
        *("detik", "menit", "mnt", "jam", "hari", "minggu", "mgg", "bulan", "bln", "triwulan", "semester"),
        *("tahun", "thn", "th", "cm", "meter", "km", "kilometer", "ha", "hektar", "hektare", "m2", "m\u00b2", "km2"),
        *("km\u00b2", "m3", "m\u00b3", "liter", "gram", "kg", "kilogram", "kuintal", "kwintal", "ton"),
    }
)
_COUNTED = frozenset(
    {
        *(
            "dokumen",
            "dok",
            "laporan",
            "lap",
            "orang",
            "org",
            "jiwa",
            "kegiatan",
            "keg",
            "kali",
            "unit",
            "paket",
            "desa",
        ),
        *("kelurahan", "kecamatan", "kec", "kabupaten", "kab", "kasus", "perkara", "berkas", "layanan", "rupiah"),
    }
)


def unlike_measures(first: str | None, second: str | None) -> bool:
    """Berbeda ukuran: whether two units are known, differ, and one of them at least measures.

    Dua dokumen and two reports are counted alike; 12 months and one year are not, and neither are a percentage and a
    number of documents. A word that is not known says nothing.

    Examples:
        >>> unlike_measures("bulan", "tahun"), unlike_measures("bln", "bulan"), unlike_measures("%", "dokumen")
        (True, False, True)
        >>> unlike_measures("dokumen", "laporan"), unlike_measures("hari kerja", "hari"), unlike_measures("%", "baik")
        (False, False, False)
    """
    if first is None or second is None or first == second:
        return False
    one, other = _first(first), _first(second)
    known = _MEASURES | _COUNTED
    if one not in known or other not in known or not {one, other} & _MEASURES:
        return False
    return not same_unit(one, other)


def _first(unit: str) -> str:
    """The first word of a unit, without its full stop."""
    words = unit.split()
    return words[0].rstrip(".,").casefold() if words else ""
