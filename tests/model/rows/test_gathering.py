"""The rows of each indicator: what they promise together, and what they report."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from sakip import BPK_OPINIONS, Level, Period, Range
from sakip.model.rows.gathering import RULES, gathered
from tests.model.rows.making import (
    COLUMNS,
    GOOD,
    LONG,
    WIDE,
    filled,
    found,
    indicators,
    placed,
    read,
    row,
    table,
    texts,
)

YEARLY = {**COLUMNS, "year": "Tahun"}
BOUNDS = {**COLUMNS, "target_low": "Bawah", "target_high": "Atas"}
SECOND = {name: cell for name, cell in GOOD.items() if name != "Realisasi"}


def realizations(reading: Any) -> list[tuple[str, object, str | None]]:
    """Code, value and period of everything that was delivered."""
    return [(one.code, one.value, one.period and one.period.code) for _, each in reading for one in each]


def test_rules_have_codes_of_their_own() -> None:
    """What is found in a row is told apart by its code."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)


def test_rows_come_together_by_office_year_and_position() -> None:
    """One code in two offices is two indicators."""
    homes, findings = gathered(filled([row(), row(OPD="Lain"), row(Kode="2")]), [])
    assert [list(home) for home in homes.values()] == [["IKU-1", "2"], ["IKU-1"]]
    assert findings == []


def test_a_home_without_an_indicator_is_none() -> None:
    """Where the only indicator of an office cannot be, nothing is left of the office."""
    homes, findings = gathered(filled([row(Kode="I\xad1")]), [])
    assert homes == {}
    assert [one.code for one in findings] == ["ROW-FIELD"]


class TestPromise:
    """What a promise cannot do without."""

    @pytest.mark.parametrize(
        ("cells", "lacking"),
        [
            ({"Jenis": ""}, ["Jenis"]),
            ({"Target": ""}, ["Target"]),
            ({"Jenis": "", "Target": ""}, ["Jenis", "Target"]),
            ({"Kode": "", "Indikator": ""}, ["Indikator"]),
            ({"Kode": ""}, []),
            ({"Indikator": ""}, []),
            ({"OPD": "", "Satuan": "", "Realisasi": ""}, []),
        ],
        ids=str,
    )
    def test_required(self, cells: dict[str, object], lacking: list[str]) -> None:
        """Direction, target and a name or a code; the rest may be blank."""
        reading = read([{**GOOD, **cells}])
        assert [column for code, _, column in placed(reading) if code == "ROW-REQUIRED"] == lacking
        assert len(reading.agreements) == (not lacking)

    def test_year(self) -> None:
        """Without a year there is no agreement, in any row."""
        reading = read([GOOD], year=None)
        assert placed(reading) == [("ROW-REQUIRED", 1, None)]
        assert texts(reading, "ROW-REQUIRED")[1] == "Fiscal year is empty; fill it in, or write a default (defaults)"
        assert len(read([GOOD], year=None, defaults={"year": 2025}).agreements) == 1

    @pytest.mark.parametrize(
        "cells",
        [{"Jenis": "naik"}, {"Target": "5 juta"}, {"Satuan": "a\x00"}, {"Kode": "a\x00"}, {"OPD": "a\x00"}],
        ids=str,
    )
    def test_a_cell_that_cannot_be_read_leaves_the_row_out(self, cells: dict[str, object]) -> None:
        """What is found is the bad cell alone, not that the field is empty."""
        reading = read([{**GOOD, **cells}, row(Kode="2")])
        assert [one.place and one.place.row for one in found(reading) if one.code != "ROW-SHORT"] == [1]
        assert (reading.used, reading.left_out) == ((2,), (1,))

    def test_a_year_that_cannot_be_read(self) -> None:
        """The year of the call does not stand in for a bad cell."""
        reading = read([row(Tahun="dua")], YEARLY)
        assert placed(reading) == [("ROW-NUMBER", 1, "Tahun")]
        assert reading.pairs == ()

    def test_a_realization_that_cannot_be_read_is_left_out_alone(self) -> None:
        """The promise stands and counts as not reported."""
        reading = read([row(Realisasi="5 juta")])
        assert realizations(reading) == []
        assert reading.used == (1,)

    def test_levels_need_their_scale(self) -> None:
        """A word is a level only of a scale that somebody stated."""
        assert placed(read([row(Target="WTP", Realisasi="")])) == [("ROW-LEVEL", 1, "Target")]
        assert placed(read([row(Target="95", Realisasi="WTP")])) == [("ROW-LEVEL", 1, "Realisasi")]
        reading = read([row(Target="WTP", Realisasi="WDP")], defaults={"scale": BPK_OPINIONS})
        assert realizations(reading) == [("IKU-1", Level("WDP"), None)]
        assert reading.agreements[0].targets[0].value == Level("WTP")


class TestBounds:
    """A target with two bounds in columns of their own."""

    def outcome(self, target: str, low: str, high: str) -> object:
        """The target that comes out, or what is found."""
        reading = read([row(Target=target, Bawah=low, Atas=high)], BOUNDS)
        return (
            reading.agreements[0].targets[0].value if reading.pairs else [(code, at) for code, _, at in placed(reading)]
        )

    @pytest.mark.parametrize(
        ("cells", "outcome"),
        [
            (("", "1", "2"), Range(1, 2)),
            (("", "2", "2"), Decimal(2)),
            (("", "3", "2"), [("CELL-RANGE-SWAPPED", "Bawah")]),
            (("", "1", ""), [("ROW-REQUIRED", "Atas")]),
            (("", "", "2"), [("ROW-REQUIRED", "Bawah")]),
            (("", "", ""), [("ROW-REQUIRED", "Target")]),
            (("5", "", ""), Decimal(5)),
            (("5", "1", "2"), [("ROW-BOTH", "Target")]),
            (("5", "1", ""), [("ROW-BOTH", "Target")]),
            (("", "x", "2"), [("ROW-NUMBER", "Bawah")]),
        ],
        ids=str,
    )
    def test_bounds(self, cells: tuple[str, str, str], outcome: object) -> None:
        """Both bounds and no value, or a value and no bound; the lower one first."""
        assert self.outcome(*cells) == outcome


class TestLong:
    """One indicator on several rows, one for each period."""

    def rows(self, *periods: object, **cells: object) -> list[dict[str, object]]:
        """One row for each period."""
        return [row(Periode=period, Realisasi=str(at), **cells) for at, period in enumerate(periods, start=1)]

    def test_periods(self) -> None:
        """The rows of one indicator are one promise with a realization of each period."""
        reading = read(self.rows("TW I", "triwulan 2", Period.quarter(2025, 3), "2025-Q4"), LONG)
        assert [period for _, _, period in realizations(reading)] == ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]
        assert (len(reading.agreements[0].targets), reading.used) == (1, (1, 2, 3, 4))

    def test_a_row_that_reports_nothing_is_used(self) -> None:
        """A blank period is one that was not reported; its row promises what the others do."""
        reading = read([*self.rows("TW I"), row(Periode="TW II", Realisasi="")], LONG)
        assert (reading.used, len(realizations(reading))) == ((1, 2), 1)

    def test_the_same_row_twice(self) -> None:
        """A second row that says the same is a repetition, which changes nothing, in whatever period."""
        for periods in (("",) * 3, ("TW I",) * 3, ("TW 9",) * 3):
            rows = [row(Periode=period) for period in periods]
            reading = read(rows, LONG)
            twice = [one for one in placed(reading) if one[0] == "ROW-TWICE"]
            assert twice == [("ROW-TWICE", 2, "Indikator"), ("ROW-TWICE", 3, "Indikator")]
            assert "repeats row 1 and is not counted again" in texts(reading, "ROW-TWICE")[1]
            assert reading.pairs == read(rows[:1], LONG).pairs
            assert (reading.left_out, reading.lost) == ((2, 3), ())
            assert reading.report.of("ROW-TWICE").findings[0].severity == "warning"

    @pytest.mark.parametrize("period", ["", "TW I"])
    @pytest.mark.parametrize(("other", "there"), [("1", "1"), ("91,5", "91.5")])
    def test_two_numbers_of_one_period(self, period: str, other: str, there: str) -> None:
        """Which of the two is meant nobody can know, so neither is used; the promise stands."""
        rows = [row(Periode=period), row(Kode="2", Periode=period), row(Periode=period, Realisasi=other)]
        for each in (rows, [rows[2], rows[1], rows[0]]):
            reading = read(each, LONG, convention="id")
            assert reading.used == (1, 2, 3)
            assert [code for code, _, _ in realizations(reading)] == ["2"]
            told = [one for one in reading.report if one.code == "ROW-DISPUTED"]
            assert [one.place and (one.place.row, one.place.column) for one in told] == [
                (1, "Realisasi"),
                (3, "Realisasi"),
            ]
            assert reading.lost == ()
        named = Period.quarter(2025, 1).label("en") if period else "the year"
        assert f"for {named} is {there} here but 90 in row 3" in told[0].text("en")

    def test_two_targets_of_one_period(self) -> None:
        """The trajectory goes without that period."""
        columns = {**LONG, "trajectory": "Rencana"}
        rows = [row(Periode="TW I", Rencana="1"), row(Periode="TW I", Rencana="2"), row(Periode="TW II", Rencana="3")]
        reading = read(rows, columns)
        assert [(period.code, amount) for period, amount in reading.agreements[0].targets[0].trajectory] == [
            ("2025-Q2", 3)
        ]
        assert [one for one in placed(reading) if one[0] == "ROW-DISPUTED"] == [
            ("ROW-DISPUTED", 1, "Rencana"),
            ("ROW-DISPUTED", 2, "Rencana"),
        ]

    def test_a_year_beside_each_of_its_periods(self) -> None:
        """A join repeats the number of the year in every row: it is said once, and without the words of a quarter."""
        columns = {**LONG, "year_realization": "Setahun", "obstacle": "Hambatan", "status": "Status"}
        rows = [row(Periode=f"TW {at}", Setahun="300", Hambatan=f"hujan {at}", Status="final") for at in (1, 2)]
        reading = read(rows, columns)
        assert realizations(reading) == [
            ("IKU-1", Decimal(90), "2025-Q1"),
            ("IKU-1", Decimal(300), None),
            ("IKU-1", Decimal(90), "2025-Q2"),
        ]
        assert [(one.obstacle, one.status) for one in reading.pairs[0][1]] == [
            ("hujan 1", "final"),
            (None, "final"),
            ("hujan 2", "final"),
        ]
        assert [one.code for one in reading.report.errors if one.code.startswith(("ROW", "REA"))] == []
        other = read([rows[0], {**rows[1], "Setahun": "301"}], columns)
        assert [period for _, _, period in realizations(other)] == ["2025-Q1", "2025-Q2"]
        assert "for the year is 300 here but 301 in row 2" in texts(other, "ROW-DISPUTED")[1]

    def test_words_beside_the_year_alone(self) -> None:
        """A dated row whose only number is that of the year has no other to say them of."""
        columns = {**LONG, "year_realization": "Setahun", "evidence": "Bukti"}
        reading = read([row(Periode="TW I", Realisasi="", Setahun="300", Bukti="LHE")], columns)
        assert [(one.period, one.evidence) for _, each in reading for one in each] == [(None, ("LHE",))]

    def test_one_number_with_other_words(self) -> None:
        """What differs is named, though the number does not."""
        columns = {**LONG, "obstacle": "Hambatan"}
        rows = [row(Periode="TW I", Hambatan=words) for words in ("hujan", "banjir")]
        reading = read(rows, columns)
        assert realizations(reading) == []
        assert [one for one in placed(reading) if one[0] == "ROW-DISPUTED"] == [
            ("ROW-DISPUTED", 1, "Hambatan"),
            ("ROW-DISPUTED", 2, "Hambatan"),
        ]
        assert "hujan here but banjir in row 2" in texts(reading, "ROW-DISPUTED")[1]

    @pytest.mark.parametrize("periods", [("TW I", ""), ("", "TW I")])
    def test_a_row_without_a_period(self, periods: tuple[str, str]) -> None:
        """Among rows that name their period, one that names none is the odd one, wherever it stands."""
        rows = [row(Periode=period, Satuan="" if period else "kasus") for period in periods]
        reading = read(rows, LONG)
        odd = periods.index("") + 1
        assert [one for one in placed(reading) if one[0] == "ROW-UNDATED"] == [("ROW-UNDATED", odd, "Periode")]
        assert reading.left_out == (odd,)
        assert reading.agreements[0].targets[0].indicator.unit is None
        assert reading.lost[0][1] == (odd,)

    @pytest.mark.parametrize("turned", [False, True])
    def test_a_row_of_an_unknown_period_beside_one_of_the_year(self, turned: bool) -> None:
        """The one that can be read stands, and takes nothing from the other."""
        rows = [row(Periode="", Realisasi="3"), row(Periode="TW 9", Realisasi="1", Target="80")]
        reading = read(rows[::-1] if turned else rows, LONG)
        assert realizations(reading) == [("IKU-1", Decimal(3), None)]
        assert reading.left_out == (1 if turned else 2,)
        assert {code for code, _, _ in placed(reading)} == {"ROW-WORD", "ROW-SHORT"}

    def test_what_one_row_leaves_blank_another_says(self) -> None:
        """Merged cells fill the first row only: a field is taken wherever it is filled."""
        columns = {**LONG, "weight": "Bobot"}
        rows = [row(Periode="TW I", Satuan="", Bobot=""), row(Periode="TW II", Bobot="40")]
        for each in (rows, rows[::-1]):
            (target,) = read(each, columns).agreements[0].targets
            assert (target.indicator.unit, target.weight) == ("keluarga", 40)
        third = read([*rows, row(Periode="TW III", Satuan="orang", Bobot="")], columns)
        assert [one for one in placed(third) if one[0].startswith("ROW")] == [
            ("ROW-TOGETHER", 1, "Indikator"),
            ("ROW-CONFLICT", 2, "Satuan"),
            ("ROW-CONFLICT", 3, "Satuan"),
        ]
        assert (third.used, third.left_out) == ((), (1, 2, 3))

    @pytest.mark.parametrize(
        ("name", "cell", "here", "there"),
        [
            ("Target", "96", "96", "95"),
            ("Satuan", "kasus", "kasus", "keluarga"),
            ("Jenis", "negatif", "minimize", "maximize"),
        ],
    )
    def test_rows_that_promise_otherwise(self, name: str, cell: str, here: str, there: str) -> None:
        """Rows of one indicator that differ in their promise cannot stand, and none of them says more than another."""
        rows = [row(Periode="TW I"), row(Periode="TW III"), {**row(Periode="TW II"), name: cell}]
        reading = read(rows, LONG)
        told = [one.text("en") for one in reading.report if one.code == "ROW-CONFLICT"]
        assert [one for one in placed(reading) if one[0] == "ROW-CONFLICT"] == [
            ("ROW-CONFLICT", at, name) for at in (1, 2, 3)
        ]
        assert f"is {there} here but {here} in row 3" in told[0]
        assert told[0] == told[1]
        assert f"is {here} here but {there} in row 1" in told[2]
        assert (reading.pairs, reading.left_out) == ((), (1, 2, 3))
        assert read([{**one, "Periode": ""} for one in rows], LONG).left_out == (1, 2, 3)

    def test_the_same_field_is_named_in_every_row(self) -> None:
        """Of three rows that differ in two fields the first field is named, whichever row comes first."""
        rows = [row(Periode="TW I"), row(Periode="TW II", Target="96"), row(Periode="TW III", Satuan="kasus")]
        for places in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
            reading = read([rows[place] for place in places], LONG)
            assert {column for code, _, column in placed(reading) if code == "ROW-CONFLICT"} == {"Satuan"}

    @pytest.mark.parametrize("turned", [False, True])
    def test_a_row_that_no_indicator_can_be_made_of(self, turned: bool) -> None:
        """It is left out alone, and disputes nothing."""
        rows = [row(Periode="TW I"), row(Periode="TW II", Desimal="999")]
        reading = read(rows[::-1] if turned else rows, {**LONG, "decimals": "Desimal"})
        assert {code for code, _, _ in placed(reading)} == {"ROW-FIELD", "ROW-SHORT", "REA-PART-OF-YEAR"}
        assert [(value, period) for _, value, period in realizations(reading)] == [
            (Decimal(GOOD["Realisasi"]), "2025-Q1")
        ]

    def test_an_unknown_period(self) -> None:
        """A realization of an unknown period is none of the year; its row still promises, whichever it is."""
        reading = read(self.rows("TW 9", "TW I", 7), LONG)
        assert [(code, at) for code, at, _ in placed(reading) if code == "ROW-WORD"] == [
            ("ROW-WORD", 1),
            ("ROW-WORD", 3),
        ]
        assert realizations(reading) == [("IKU-1", Decimal(2), "2025-Q1")]
        assert reading.used == (1, 2, 3)
        assert "pilih TW I, Semester 2, Januari, ..." in texts(reading, "ROW-WORD")[0]

    def test_a_period_without_a_year(self) -> None:
        """What is missing is the year, and only that is said; a word that names its own year is read."""
        assert {code for code, _, _ in placed(read(self.rows("TW I", "TW II"), LONG, year=None))} == {"ROW-REQUIRED"}
        (one,) = filled([row(Periode="TW I 2024")], table(LONG, year=None))
        gathered([one], [])
        assert one.said["period"] == Period.quarter(2024, 1)

    def test_a_period_of_another_year(self) -> None:
        """A period outside the fiscal year is what `check` finds, at its row."""
        assert ("REA-OUT-OF-YEAR", 1, "Realisasi") in placed(read(self.rows("TW I 2024"), LONG))

    def test_targets_of_periods(self) -> None:
        """A target of each row's period becomes the trajectory."""
        columns = {**LONG, "trajectory": "Target TW"}
        rows = [row(Periode=f"TW {at}", Target_TW=str(at * 20)) for at in (2, 1)]
        (one,) = indicators(rows, table(columns))
        assert [(step.period and step.period.code, step.value, step.entry.number) for step in one.planned] == [
            ("2025-Q2", 40, 1),
            ("2025-Q1", 20, 2),
        ]
        assert one.first.number == 1


class TestWide:
    """One column for each period."""

    def test_periods_of_columns(self) -> None:
        """A filled cell is the realization of its column's period, in the year of its row."""
        rows = [
            row(Tahun=year, Kode=str(year), TW_I="1", TW_II="", TW_III="", TW_IV="4") for year in (2024, 2025, 2024)
        ]
        reading = read(rows[:2], {**WIDE, "year": "Tahun"})
        assert [period for _, _, period in realizations(reading)] == ["2024-Q1", "2024-Q4", "2025-Q1", "2025-Q4"]

    def test_the_year_beside_its_periods(self) -> None:
        """The number of the year has a column of its own."""
        columns = {**WIDE, "year_realization": "Setahun"}
        reading = read([row(TW_I="1", Setahun="4"), row(Kode="2", Setahun="")], columns)
        assert realizations(reading) == [("IKU-1", Decimal(1), "2025-Q1"), ("IKU-1", Decimal(4), None)]
        reading = read([row(Realisasi="")], defaults={"year_realization": 7})
        assert realizations(reading) == [("IKU-1", Decimal(7), None)]

    def test_what_is_said_beside_a_number(self) -> None:
        """Status, evidence and words go with every realization of the row."""
        columns = {**WIDE, "status": "Status", "evidence": "Bukti", "obstacle": "Hambatan"}
        reading = read([row(TW_I="1", TW_II="2", Status="final", Bukti="LHE", Hambatan="hujan\nangin")], columns)
        told = {(one.status, one.evidence, one.obstacle) for _, each in reading for one in each}
        assert told == {("final", ("LHE",), "hujan\nangin")}

    def test_a_value_that_is_no_realization(self) -> None:
        """What the caller states is checked as well."""
        reading = read([row(Realisasi="x")], values={"realization": {"x": Range(1, 2)}})
        assert placed(reading) == [("ROW-FIELD", 1, "Realisasi")]
        assert reading.used == (1,)


class TestHome:
    """Rows without an office among rows that have one."""

    def test_merged_cells_without_fill_down(self) -> None:
        """Rows below a merged cell are named and left out, and make no agreement without a name."""
        rows = [row(), row(OPD="", Kode="2"), row(OPD="Lain"), row(OPD=" ", Kode="2")]
        reading = read(rows)
        assert placed(reading) == [("ROW-HOMELESS", 2, "OPD"), ("ROW-HOMELESS", 4, "OPD")]
        assert (reading.used, len(reading)) == ((1, 3), 2)
        assert all("fill_down" in text for text in texts(reading, "ROW-HOMELESS"))
        assert read(rows, fill_down=["OPD"]).used == (1, 2, 3, 4)

    def test_no_office_anywhere(self) -> None:
        """A table of one office need not name it; a default names it in every row."""
        rows = [row(OPD=""), row(OPD="", Kode="2")]
        assert (read(rows).used, placed(read(rows))) == ((1, 2), [])
        assert read([row(), *rows[1:]], defaults={"office": "Lain"}).used == (1, 2)

    def test_a_code_of_the_agreement_is_a_name(self) -> None:
        """What says which agreement it belongs to has a home; without the code too it has none."""
        columns = {**COLUMNS, "agreement": "PK"}
        reading = read([row(PK="PK-1"), row(OPD="", PK="PK-2"), row(OPD="", PK="", Kode="2")], columns)
        assert (reading.used, placed(reading)) == ((1, 2), [("ROW-HOMELESS", 3, "OPD")])

    def test_an_office_that_cannot_be_read(self) -> None:
        """It is named once, as the cell that it is."""
        assert placed(read([row(), row(OPD="a\x00", Kode="2")])) == [("ROW-FIELD", 2, "OPD")]


class TestSecondTable:
    """What was delivered, in a table of its own."""

    def joined(
        self, *rows: Mapping[str, object], promises: tuple[Mapping[str, object], ...] = (SECOND,), **arguments: Any
    ) -> Any:
        """The reading of two tables."""
        return read(promises, realizations=rows, **arguments)

    def test_by_code_or_by_name(self) -> None:
        """The code joins, and where a row has none, the name that stands for it in both tables."""
        nameless = {name: cell for name, cell in SECOND.items() if name != "Kode"}
        reading = self.joined({"Indikator": "Keluarga terlayani", "Realisasi": "1"}, promises=(nameless,))
        assert realizations(reading) == [("Keluarga terlayani", Decimal(1), None)]
        reading = self.joined({"Kode": "IKU-1", "Realisasi": "1"}, {"Kode": 7, "Realisasi": "1"})
        assert realizations(reading) == [("IKU-1", Decimal(1), None)]
        assert placed(reading) == [("ROW-UNKNOWN", 2, "Indikator")]

    def test_a_row_that_names_nothing(self) -> None:
        """A number without an indicator is named; a code that cannot be read is named once."""
        reading = self.joined({"Realisasi": "1"}, {"Kode": "a\x00", "Realisasi": "1"}, {"Kode": "IKU-1"})
        assert placed(reading) == [
            ("ROW-REQUIRED", 1, "Indikator"),
            ("ROW-FIELD", 2, "Kode"),
            ("ROW-SILENT", 3, "Realisasi"),
        ]
        assert {one.place.table for one in found(reading) if one.place} == {"realizations"}

    @pytest.mark.parametrize("cells", [{"Realisasi": ""}, {"Realisasi": " \xa0"}, {"Realisasi": None}, {}], ids=str)
    def test_a_row_that_reports_nothing(self, cells: dict[str, object]) -> None:
        """A blank realization is no realization, and its row is named."""
        reading = self.joined({"Kode": "IKU-1", "Realisasi": "1"}, {"Kode": "IKU-1", **cells})
        assert realizations(reading) == [("IKU-1", Decimal(1), None)]
        assert placed(reading) == [("ROW-SILENT", 2, "Realisasi")]
        assert texts(reading, "ROW-SILENT") == (
            "Realisasi IKU-1 pada baris ini kosong, jadi tidak ada yang dilaporkan",
            "The realization of IKU-1 in this row is blank, so nothing is reported",
        )

    @pytest.mark.parametrize(
        ("columns", "column"),
        [
            ({"realization": ("TW 1", "TW 2")}, None),
            ({"year_realization": "Setahun"}, "Setahun"),
            ({"numerator": "N", "denominator": "D"}, "N"),
        ],
        ids=["periods", "year", "components"],
    )
    def test_wherever_it_would_report(self, columns: dict[str, Any], column: str | None) -> None:
        """The row is named at the one column that it would report in; one filled cell is enough to report."""
        layout = {**{name: held for name, held in COLUMNS.items() if name != "realization"}, **columns}
        cells = {"TW 2": "1", "Setahun": "1", "N": "1", "D": "2"}
        reading = read([SECOND], layout, realizations=[{"Kode": "IKU-1"}], defaults={"per": 100})
        assert [one for one in placed(reading) if one[0] == "ROW-SILENT"] == [("ROW-SILENT", 1, column)]
        reading = read([SECOND], layout, realizations=[{"Kode": "IKU-1", **cells}], defaults={"per": 100})
        assert "ROW-SILENT" not in reading.report.codes()
        assert len(realizations(reading)) == 1

    @pytest.mark.parametrize(
        ("cells", "code"),
        [
            ({"Realisasi": "5 juta"}, "CELL-MAGNITUDE"),
            ({"Realisasi": "WTP"}, "ROW-LEVEL"),
            ({"Status": "x"}, "ROW-WORD"),
        ],
        ids=str,
    )
    def test_a_row_with_a_fault_is_named_by_it_alone(self, cells: dict[str, object], code: str) -> None:
        """What cannot be read is not blank."""
        columns = {**COLUMNS, "status": "Status"}
        reading = read([SECOND], columns, realizations=[{"Kode": "IKU-1", **cells}, {"Kode": "X", "Status": "final"}])
        assert [one.code for one in found(reading) if one.place and one.place.row == 1] == [code]

    def test_as_much_of_the_office_as_it_says(self) -> None:
        """One code in two offices needs the office; an office that there is not fits nothing."""
        promises = (SECOND, {**SECOND, "OPD": "Lain"})
        reading = self.joined(
            {"Kode": "IKU-1", "Realisasi": "1"},
            {"Kode": "IKU-1", "Realisasi": "2", "OPD": "Lain"},
            {"Kode": "IKU-1", "Realisasi": "3", "OPD": "Asing"},
            {"Kode": "IKU-1", "Realisasi": "4", "OPD": "a\x00"},
            promises=promises,
        )
        assert realizations(reading) == [("IKU-1", Decimal(2), None)]
        assert placed(reading) == [
            ("ROW-SEVERAL", 1, "Indikator"),
            ("ROW-UNKNOWN", 3, "Indikator"),
            ("ROW-FIELD", 4, "OPD"),
        ]
        assert "which 2 agreements have" in texts(reading, "ROW-SEVERAL")[1]

    def test_the_year_is_that_of_the_target(self) -> None:
        """Words and columns of periods are read in the year that the first table says."""
        promise = {**SECOND, "Tahun": 2024}
        long = {**YEARLY, "period": "Periode"}
        given = [
            {"Kode": "IKU-1", "Periode": "TW I", "Realisasi": "1"},
            {"Kode": "IKU-1", "Periode": "TW 9", "Realisasi": "1"},
        ]
        reading = read([promise], long, realizations=given, year=None)
        assert realizations(reading) == [("IKU-1", Decimal(1), "2024-Q1")]
        assert [(code, at) for code, at, _ in placed(reading) if code == "ROW-WORD"] == [("ROW-WORD", 2)]
        wide = {**WIDE, "year": "Tahun"}
        reading = read([promise], wide, realizations=[{"Kode": "IKU-1", "TW II": "5"}], year=None)
        assert realizations(reading) == [("IKU-1", Decimal(5), "2024-Q2")]

    def test_a_target_that_was_left_out_has_no_realization(self) -> None:
        """The row is named, with the reason."""
        reading = self.joined({"Kode": "IKU-1", "Realisasi": "1"}, promises=({**SECOND, "Target": ""},))
        assert placed(reading) == [("ROW-REQUIRED", 1, "Target"), ("ROW-UNKNOWN", 1, "Indikator")]

    def test_many_rows_of_one_code(self) -> None:
        """Offices that all use one code cost no more than offices that do not."""
        promises = tuple({**SECOND, "OPD": f"Dinas {at}"} for at in range(300))
        rows = [{"Kode": "IKU-1", "OPD": f"Dinas {at}", "Realisasi": str(at)} for at in range(300)]
        assert len(realizations(self.joined(*rows, promises=promises))) == 300
