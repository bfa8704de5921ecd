"""Directions that are stated, and those that words suggest."""

import pytest

from sakip.review.direction import stated, suggested


@pytest.mark.parametrize(
    ("cell", "direction"),
    [
        ("Positif", "maximize"),
        ("lower is better", "minimize"),
        ("stabil", "stabilize"),
        ("naik", None),
        ("", None),
        (None, None),
        (1, None),
    ],
)
def test_stated(cell: object, direction: str | None) -> None:
    """A word with one meaning states a direction; any other cell states none."""
    assert stated(cell) == direction


@pytest.mark.parametrize(
    ("indicator", "target", "direction"),
    [
        ("Angka Kematian Ibu", "100", "minimize"),
        ("Persentase penduduk miskin", "10", "minimize"),
        ("Indeks gini", "0,33", "minimize"),
        ("Persentase penurunan angka kemiskinan", "2", None),
        ("Persentase pelanggaran yang diselesaikan", "90", None),
        ("Persentase rumah tidak layak huni yang direhabilitasi", "90", None),
        ("Persentase korban bencana yang memperoleh bantuan", "90", None),
        ("Indeks ketahanan terhadap inflasi", "70", None),
        ("Rumah tidak layak huni", "90", "minimize"),
        ("AKI", "102", "minimize"),
        ("Nilai AKIP", "80", None),
        ("Nilai AKIP", "≥ 80", "maximize"),
        ("Nilai AKIP", "min. 80", "maximize"),
        ("Waktu layanan", "maksimal 3 hari", "minimize"),
        ("Waktu layanan", "< 3", "minimize"),
        ("Layanan administrasi", "75", None),  # the word holds "min", but is no limit
        (None, "75", None),
    ],
)
def test_suggested(indicator: object, target: str, direction: str | None) -> None:
    """Words suggest where nothing beside them turns their meaning."""
    assert suggested(indicator, target) == direction
