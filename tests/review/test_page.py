"""The cells of a table read by column, and which of its rows hold three numbers."""

import pytest

from sakip.review import NOT_COMPUTABLE, review
from sakip.review.page import name_key
from tests.review.making import row


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (row("75", "60", "80"), None),
        (row("80 - 90", "85", "100"), None),
        (row("0", "50", "100"), "zero-target"),
        (row("0", "55,6", "-"), "zero-target"),
        (row("0 - 0", "5", "80"), "zero-target"),
        (row("", "73,66", "80"), "no-target"),
        (row("-", "-", "-"), "no-target"),
        (row("87,2", "", "0,00"), "no-realization"),
        (row("80,07", "N/A", "N/A"), "no-realization"),
        (row("24", "22", ""), "no-percentage"),
        (row("WTP", "WTP", "100"), "level"),
        (row("31 Desember 2025", "1 Januari 2026", "100"), "date"),
        (row("75", "60 - 70", "80"), "range"),
        (row("75", "60", "#DIV/0!"), "unreadable"),
        (row("", "", "", predicate="Sangat Baik"), "no-target"),
        (row("", "", "", indicator="Sasaran 1"), "heading"),
        (row("", "", "", indicator="Jumlah dokumen", unit="dokumen"), "no-target"),
        ({"target": None}, "blank"),
        ({}, "blank"),
        ({"indicator": "Indicator", "target": "TARGET", "achievement": "achievement"}, "column-heads"),
        (5, "not-a-row"),
    ],
)
def test_reasons(given: object, reason: str | None) -> None:
    """Every row that cannot be recomputed says why, zero and missing apart."""
    whole = row("75", "60", "80", indicator="A", unit="%", predicate="Baik")
    line = review([whole, given]).lines[1]  # type: ignore[list-item]
    assert line.reason == reason
    assert (line.verdict == "not-computable") == (reason is not None)
    assert reason is None or reason in dict(NOT_COMPUTABLE)


def test_words_stand_in_one_short_line() -> None:
    """Blanks single, steering signs visible, long names cut."""
    names = [" Angka\n  Kematian\u00a0Ibu ", "a\x1b[31mb\u202e", "x" * 10_000, 12, ["list"]]
    found = [line.indicator for line in review([row("75", "60", "80", indicator=name) for name in names]).lines]
    assert found[0] == "Angka Kematian Ibu"
    assert found[1] == "a\\x1b[31mb\\u202e"
    assert len(found[2]) < 400
    assert found[3:] == ["12", "list"]


@pytest.mark.parametrize(("name", "key"), [("Nilai  AKIP (PD)", "nilai akip pd"), ("", ""), ("-", "")])
def test_name_key(name: str, key: str) -> None:
    """Capitals, blanks and signs do not matter."""
    assert name_key(name) == key


@pytest.mark.parametrize(
    "cells",
    [
        ("1", "2", "3", "4", "5"),
        ("(2)", "(3)", "(4)", "(5)", "(6=5/4x100%)"),
        ("2", "", "4", "7", "9"),
    ],
)
def test_a_row_that_numbers_the_columns(cells: tuple[str, ...]) -> None:
    """Is no row; its numbers count in no mean."""
    names = ("indicator", "unit", "target", "realization", "achievement")
    report = review([dict(zip(names, cells, strict=True)), row("80", "72", "90", indicator="a")])
    assert (report.lines[0].reason, report.lines[0].printed) == ("column-heads", None)
    assert report.effects.total is not None
    assert report.effects.total.rows == 1
    assert "REV-CELL" not in report.findings.codes()


@pytest.mark.parametrize(
    "cells",
    [
        ("1", "%", "3", "4", "5"),
        ("1", "", "80", "72", "90"),
        ("Indikator", "", "3", "4", "5"),
        ("", "", "3", "4", "5"),
        ("5", "", "3", "4", "6"),
    ],
)
def test_a_row_of_numbers_that_numbers_no_columns(cells: tuple[str, ...]) -> None:
    """A unit, a name, another order, or no name at all."""
    names = ("indicator", "unit", "target", "realization", "achievement")
    assert review([dict(zip(names, cells, strict=True))]).lines[0].reason is None
