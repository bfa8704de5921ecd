"""Units that no formula may divide by each other."""

import pytest

from sakip.review import review
from sakip.review.measures import unlike_measures
from tests.review.making import line, row


@pytest.mark.parametrize(
    ("first", "second", "unlike"),
    [
        ("bulan", "tahun", True),
        ("Bulan", "thn.", True),
        ("menit", "jam", True),
        ("%", "dokumen", True),
        ("ton", "kg", True),
        ("bulan", "bln", False),  # two spellings
        ("persen", "%", False),
        ("hari kerja", "hari", False),
        ("dokumen", "laporan", False),  # both are counted
        ("%", "sangat baik", False),  # a remark
        ("WIB", "jam", False),
        ("bulan", None, False),
        (None, None, False),
        (" ", "bulan", False),
    ],
)
def test_both_sides(first: str | None, second: str | None, unlike: bool) -> None:
    """In either order."""
    assert unlike_measures(first, second) is unlike
    assert unlike_measures(second, first) is unlike


@pytest.mark.parametrize(
    "cells", [("12 bulan", "1 tahun", "100"), ("100 %", "45 dokumen", "100"), ("1 jam", "1 menit", "100")]
)
def test_such_a_row_is_not_computed(cells: tuple[str, str, str]) -> None:
    """Even where the bare numbers would give the print."""
    found = line(*cells)
    assert (found.verdict, found.reason) == ("not-computable", "units")


def test_beside_other_words() -> None:
    """One unit in two spellings is no contradiction."""
    assert line("12 (dua belas) bulan", "12 bln", "100").verdict == "reproduced"
    assert [one.verdict for one in review([row("2 dok", "2 Dokumen", "100"), row("5 km", "4 km", "80")]).lines] == [
        "reproduced"
    ] * 2
