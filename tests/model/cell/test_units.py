"""Spellings of one unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.model.cell.units import same_unit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("%", "Persen"),
        ("prosen", "persentase"),
        ("dok.", "Dokumen"),
        ("Lap", "laporan"),
        ("org", "ORANG"),
        ("thn", "Tahun"),
        ("bln", "bulan"),
        ("keg.", "Kegiatan"),
        ("Rp", "rupiah"),
        ("Rp. Miliar", "rp milyar"),
        ("jt buku", "juta  buku"),
        ("m2", "m\u00b2"),
        ("per 100.000 KH", "Per 100000 kh"),
        ("/bulan", "per bulan"),
        ("%.", "% "),
        ("m", "meter"),
        ("m", "Meter"),
        ("M", "m"),
        ("m/s", "meter per s"),
        ("persen (%)", "%"),
        ("% (persen)", "Persen"),
        ("Orang/Jiwa", "orang"),
        ("jiwa", "org."),
        ("per mil", "\u2030"),
        ("Permille", "promil"),
        ("persen per tahun/thn", "% per tahun"),
    ],
)
def test_alike(one: str, other: str) -> None:
    """Case, blanks, full stops and known short forms do not matter, either way round."""
    assert same_unit(one, other)
    assert same_unit(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("orang", "dokumen"),
        ("M", "meter"),
        ("M", "miliar"),
        ("Rp M", "Rp meter"),
        ("Rp", "Rp Miliar"),
        ("juta buku", "buku"),
        ("per 1000", "per 10.000"),
        ("kel", "keluarga"),
        ("kk", "keluarga"),
        ("hr", "hari"),
        ("m2", "m"),
        ("%", "poin persen"),
        ("nilai", "angka"),
        ("dokumen a", "dokumen b"),
        ("", "%"),
        ("m/m", "m"),
        ("m/meter persegi", "m"),
        ("orang per jiwa", "orang"),
        ("orang/km2", "orang"),
        ("orang/jiwa/km2", "orang/jiwa"),
        ("%", "\u2030"),
        ("per mile", "per milimeter"),
    ],
)
def test_different(one: str, other: str) -> None:
    """Any other difference counts, and a short form of two words stands for neither."""
    assert not same_unit(one, other)


@given(st.text(max_size=40), st.text(max_size=40))
def test_same_unit_is_symmetric(one: str, other: str) -> None:
    """Every unit is the same as itself, and sameness has no direction."""
    assert same_unit(one, one)
    assert same_unit(one, other) == same_unit(other, one)
