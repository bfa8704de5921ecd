"""Rows that sum up others."""

from fractions import Fraction

import pytest

from sakip.review import Review, review
from sakip.review.totals import is_total
from tests.review.making import row

TWO = [row("100", "80", "80", weight="1"), row("100", "130", "130", weight="3")]


def with_total(name: str, printed: str, *, rows: list[dict[str, object]] | None = None) -> Review:
    """Some rows and a total below them."""
    given = TWO if rows is None else rows
    return review([*given, {"indicator": name, "achievement": printed}])


@pytest.mark.parametrize(
    "name", ["Rata-rata", "Rata-rata capaian", "Total", "Sub total", "JUMLAH", "Nilai akhir", "Capaian kinerja sasaran"]
)
def test_names_of_totals(name: str) -> None:
    """As tables call them."""
    assert is_total(with_total(name, "105").lines[2])


def test_an_indicator_that_begins_like_a_total_is_none() -> None:
    """It promises something itself."""
    assert not is_total(review([row("7,47", "7,32", "97,99", indicator="Rata-rata lama sekolah")]).lines[0])
    assert not is_total(with_total("Nilai AKIP", "105").lines[2])
    assert not is_total(with_total("Total", "-").lines[2])


@pytest.mark.parametrize(
    ("printed", "formula", "cap"),
    [
        ("105", "mean-of-rows", None),
        ("117,5", "weighted-mean-of-rows", None),
        ("100", "mean-of-rows", 120),
        ("110,00", "weighted-mean-of-rows", 120),
    ],
)
def test_means(printed: str, formula: str, cap: int | None) -> None:
    """Plain or by weight, each row cut at a usual ceiling if need be."""
    line = with_total("Rata-rata", printed).lines[2]
    assert (line.verdict, line.formula, line.cap) == ("reproduced", formula, cap)
    assert line.polarity is None


def test_a_total_that_is_none() -> None:
    """Its mean is told, and it is a finding."""
    report = with_total("Rata-rata", "106")
    line = report.lines[2]
    assert (line.verdict, line.expected, line.recomputed) == (
        "not-reproduced",
        "weighted-mean-of-rows",
        Fraction("117.5"),
    )
    assert "REV-TOTAL" in report.findings.codes()


def test_totals_of_objectives() -> None:
    """Each sums up the rows since the total before it; the last one all rows."""
    rows = [
        *TWO,
        {"indicator": "Rata-rata", "achievement": "105"},
        row("100", "60", "60"),
        row("100", "70", "70"),
        {"indicator": "Rata-rata", "achievement": "65"},
        {"indicator": "Total", "achievement": "85"},
    ]
    assert {line.verdict for line in review(rows).lines} == {"reproduced"}


def test_a_total_without_rows() -> None:
    """There is nothing to compare it with."""
    assert review([{"indicator": "Total", "achievement": "85"}]).lines[0].verdict == "not-computable"
