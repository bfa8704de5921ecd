"""Rows that are left out: each is named, and a bad row spoils no other."""

from collections.abc import Iterable, Mapping

import pytest

from sakip import Period, Reading, Trajectory, agreements_from_rows

COLUMNS = {
    "office": "OPD",
    "indicator": "Indikator",
    "unit": "Satuan",
    "polarity": "Jenis",
    "period": "Periode",
    "target": "Target",
    "realization": "Realisasi",
}


def row(**cells: object) -> dict[str, object]:
    """One row of a long table, with some cells of its own."""
    usual = {"OPD": "Dinas", "Indikator": "A", "Satuan": "dok", "Jenis": "positif", "Periode": "TW I"}
    return {**usual, "Target": "4", "Realisasi": "1", **cells}


def read(rows: Iterable[Mapping[str, object]], columns: Mapping[str, str] = COLUMNS) -> Reading:
    """Read a long table of one year."""
    return agreements_from_rows(rows, columns=columns, year=2025, convention="id")


def errors(reading: Reading) -> list[tuple[str, int | None]]:
    """Code and row of each error."""
    return [(one.code, one.place and one.place.row) for one in reading.report.errors]


def test_a_period_that_has_not_come_yet_is_read() -> None:
    """A row of a period without a realization promises what the others promise, and is none that is left out."""
    reading = read([row(), row(Periode="TW II", Realisasi=""), row(Periode="TW III", Realisasi="3")])
    assert reading.used == (1, 2, 3)
    assert [one.period for one in reading.pairs[0][1]] == [Period.quarter(2025, 1), Period.quarter(2025, 3)]


@pytest.mark.parametrize("bad", [1, 2, 3])
def test_an_unknown_period_spoils_no_other_row(bad: int) -> None:
    """What is said of an unknown period is left out alone, wherever its row stands; it is named once."""
    words = {1: "TW I", 2: "TW II", 3: "TW III"} | {bad: "TW 9"}
    reading = read(row(Periode=word) for word in words.values())
    assert len(reading.pairs[0][1]) == 2
    assert [place for code, place in errors(reading) if code.startswith("ROW-")] == [bad]
    assert ("ROW-WORD", bad) in errors(reading)


def test_an_unknown_period_promises_no_period() -> None:
    """A number of a trajectory in a row of an unknown period is no number of any period."""
    columns = {**COLUMNS, "trajectory": "Rencana"}
    reading = read([row(Rencana="1"), row(Periode="s.d. TW III", Rencana="3")], columns)
    assert reading.agreements[0].targets[0].trajectory == Trajectory({Period.quarter(2025, 1): 1})


def test_rows_of_a_trajectory_are_used() -> None:
    """A row that only says what a period is to reach is used."""
    columns = {**COLUMNS, "trajectory": "Rencana"}
    reading = read([row(Rencana="1"), row(Periode="TW II", Realisasi="", Rencana="2")], columns)
    assert reading.used == (1, 2)
    assert [value for _, value in reading.agreements[0].targets[0].trajectory] == [1, 2]


def test_all_rows_of_an_impossible_target_are_named() -> None:
    """Where periods overlap, the target cannot be, and each of its rows says so; another indicator stands."""
    columns = {**COLUMNS, "trajectory": "Rencana"}
    rows = [row(Rencana="1"), row(Periode="Semester 1", Rencana="2"), row(Indikator="B", Rencana="1")]
    reading = read(rows, columns)
    assert errors(reading)[:2] == [("ROW-FIELD", 1), ("ROW-TOGETHER", 2)]
    assert reading.used == (3,)
    assert "row 1" in next(one for one in reading.report if one.code == "ROW-TOGETHER").text("en")


def test_a_report_on_an_impossible_target_is_named() -> None:
    """A row of the second table is named as well when the indicator it reports on cannot stand."""
    rows = [row(Bobot="-1"), row(Indikator="B", Bobot="1")]
    reports = [{"Indikator": name, "Periode": "TW I", "Realisasi": "1"} for name in ("B", "A")]
    columns = {**COLUMNS, "weight": "Bobot"}
    reading = agreements_from_rows(rows, columns=columns, realizations=reports, year=2025)
    named = [one.place for one in reading.report if one.code == "ROW-TOGETHER"]
    assert [(place.table, place.row) for place in named if place is not None] == [("realizations", 2)]
    assert len(reading.pairs[0][1]) == 1


@pytest.mark.parametrize("column", ["OPD", "Indikator", "Satuan"])
@pytest.mark.parametrize("text", ["a\x00b", "a\u202eb", "x" * 4001])
def test_a_text_that_cannot_be_is_named_in_its_own_row(column: str, text: str) -> None:
    """A control character or an endless text in any cell is that row's finding alone, and never raises."""
    reading = read([row(**{column: text}), row(Indikator="B")])
    assert [place for _, place in errors(reading)] == [1]
    assert reading.used == (2,)


def test_an_office_that_cannot_be_read_is_no_office_of_another() -> None:
    """Rows whose office cannot be read make no agreement without one."""
    reading = read([row(OPD="a\x00b"), row(OPD="a\x00b", Indikator="B"), row()])
    assert [one.first_party.office for one in reading.agreements] == ["Dinas"]


def test_a_mixed_column_says_so() -> None:
    """A column in two conventions is named with one cell of each; in one convention it is a note."""
    rows = [row(Realisasi=text, Indikator=text) for text in ("-2,5", "-3,5", "-1.5")]
    mixed = agreements_from_rows(rows, columns=COLUMNS, year=2025)
    (found,) = (one for one in mixed.report if one.code == "ROW-MIXED")
    assert "'-2,5' and '-1.5'" in found.text("en")
    assert found.place is not None
    assert (found.place.row, found.place.column) == (None, "Realisasi")
    alike = agreements_from_rows(rows[:2], columns=COLUMNS, year=2025)
    assert [one.code for one in alike.report if one.code in {"ROW-MIXED", "ROW-CONVENTION"}] == ["ROW-CONVENTION"]


@pytest.mark.parametrize(("cell", "suspect"), [("0,95", True), ("0,95%", False), ("1", True), ("1,01", False)])
def test_a_percentage_that_may_be_a_share(cell: str, suspect: bool) -> None:
    """A value up to 1 among percentages is suspect, unless its own cell writes the sign."""
    rows = [row(Satuan="%", Target="90", Realisasi="80"), row(Indikator="B", Satuan="%", Target="90", Realisasi=cell)]
    assert any(one.code == "ROW-PERCENT" for one in read(rows).report) is suspect
