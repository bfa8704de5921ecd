"""Cells of words that would upset what is printed."""

import pytest

from sakip.review import review
from tests.review.making import row


def codes(**cells: object) -> list[str]:
    """The codes of the findings about one good row with other cells."""
    return [one for one in review([row("75", "60", "80", **cells)]).findings.codes() if one != "REV-CONVENTION"]


@pytest.mark.parametrize(
    "cell",
    [
        "x" * 301,
        "x" * 5_000_000,
        "=HYPERLINK('x')",
        "@SUM(A1)",
        "#REF!",
        "merah \x1b[31m",
        "abc\u202edef",
        "\ud800",
        "<script>alert(1)</script>",
        "a<br/>b",
        ["list"],
        True,
    ],
)
@pytest.mark.parametrize("field", ["indicator", "objective", "predicate", "unit", "office"])
def test_hostile_words_are_findings(field: str, cell: object) -> None:
    """In any field of words; nothing raises."""
    assert codes(**{field: cell}) == ["REV-TEXT"]


@pytest.mark.parametrize("cell", ["x" * 300, "a < b", "Nilai > 80", "baris\nkedua", "+ 5 lainnya", "# 1", ""])
def test_plain_words_are_none(cell: str) -> None:
    """What people write."""
    assert codes(indicator=cell) == []


def test_words_that_state_no_polarity() -> None:
    """A word with two meanings is named; a mark is none."""
    assert codes(polarity="Naik") == ["REV-POLARITY-WORD"]
    assert codes(polarity="positif") == []
    assert codes(polarity="-") == []


def test_weights() -> None:
    """One number or a note."""
    assert codes(weight="20%") == []
    assert codes(weight="dua puluh") == ["REV-WEIGHT"]


def test_floats_of_a_spreadsheet_are_told_of_once() -> None:
    """How many were read to six decimals, and the first of them."""
    rows = [
        {"target": 80.0, "realization": 92.8, "achievement": 115.99999999999999},
        {"target": 3.52, "realization": 4.02, "achievement": 114.20454545454545},
    ]
    report = review(rows, floats="shortest")
    assert [line.verdict for line in report.lines] == ["reproduced"] * 2
    (found,) = (one for one in report.findings if one.code == "REV-FLOATS")
    assert dict(found.arguments)["cells"] == 2
    assert "115.99999999999999 pada baris 1" in found.text("id")
    assert "REV-FLOATS" not in review(rows[:0], floats="shortest").findings.codes()
    assert "REV-FLOATS" not in review(rows).findings.codes()
