"""What each row says, column by column, with a finding for every cell that cannot be read."""

from decimal import Decimal
from typing import Any

import pytest

from sakip import NotReported
from sakip.model.rows.entries import RULES, entries
from tests.model.rows.making import COLUMNS, GOOD, WIDE, filled, found, placed, read, row, table, texts


def test_rules_have_codes_of_their_own() -> None:
    """What is found in a column as a whole is told apart by its code."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)


def test_an_entry_says_what_its_cells_say() -> None:
    """Single columns become fields, columns of periods amounts with their place, and a blank cell nothing."""
    cells = row(TW_I="1", TW_II="", TW_III="3", TW_IV="4", Satuan="")
    (entry,) = filled([cells], table(WIDE))
    assert entry.code == "IKU-1"
    assert entry.said["target"] == Decimal(95)
    assert "unit" not in entry.said
    assert [(one.column, one.part, one.parts) for one in entry.amounts] == [
        ("TW I", 0, 4),
        ("TW III", 2, 4),
        ("TW IV", 3, 4),
    ]
    assert entry.faulty == frozenset()


def test_the_year_of_the_call_is_that_of_rows_without_one() -> None:
    """A column of years wins over the argument, and what it leaves blank is filled and recorded."""
    columns = {**COLUMNS, "year": "Tahun"}
    reading = read([row(Tahun="2024"), row(Tahun="", Kode="2")], columns)
    assert [agreement.year for agreement in reading.agreements] == [2024, 2025]
    assert placed(reading) == [("ROW-DEFAULT", None, "Tahun")]
    assert placed(read([GOOD])) == []


def test_the_name_is_the_code_where_there_is_none() -> None:
    """A blank code is no code."""
    first, second = filled([row(Kode=""), row()])
    assert (first.code, second.code) == ("Keluarga terlayani", "IKU-1")
    (nameless,) = filled([row(Kode="", Indikator="")])
    assert nameless.code is None


def test_only_some_fields() -> None:
    """A table of targets is not asked for what was delivered."""
    (entry,) = filled([row(Target="80", Realisasi="x")], only=("code", "target"))
    assert set(entry.said) == {"code", "target", "year"}
    assert entry.amounts == ()


class TestFaults:
    """Every cell that cannot be read is named, with its row, its column and what the row is about."""

    def test_place(self) -> None:
        """Row, column and code are the caller's own, however late in the row the code stands."""
        reading = read([GOOD, row(OPD="a\x00", Kode="IKU-2", Satuan="b\x00", Realisasi="5 juta")])
        assert placed(reading) == [
            ("ROW-FIELD", 2, "OPD"),
            ("ROW-FIELD", 2, "Satuan"),
            ("CELL-MAGNITUDE", 2, "Realisasi"),
        ]
        assert {one.place.key for one in found(reading) if one.place} == {"IKU-2"}
        assert {one.subject for one in found(reading)} == {"rows[2].office", "rows[2].unit", "rows[2].realization"}

    def test_a_code_that_cannot_be_read_is_no_key(self) -> None:
        """A hostile code is not printed as the key of its own finding; the name stands for it."""
        reading = read([row(Kode="I\x1b[31m"), row(Kode="x" * 10**6, Indikator="y" * 10**6)])
        assert [(one.code, one.place and one.place.key) for one in found(reading)] == [
            ("ROW-FIELD", "Keluarga terlayani"),
            ("ROW-FIELD", None),
            ("ROW-FIELD", None),
        ]

    def test_all_of_a_row_at_once(self) -> None:
        """The form of a web application gets every fault of its one row."""
        form = {
            "OPD": "",
            "Kode": "",
            "Indikator": "",
            "Satuan": "=A1",
            "Jenis": "naik",
            "Target": "lima",
            "Realisasi": "5 juta",
        }
        reading = read([form])
        assert reading.pairs == ()
        assert placed(reading) == [
            ("CELL-FORMULA", 1, "Satuan"),
            ("ROW-WORD", 1, "Jenis"),
            ("CELL-MAGNITUDE", 1, "Realisasi"),
            ("ROW-REQUIRED", 1, "Indikator"),
            ("ROW-LEVEL", 1, "Target"),
        ]


class TestColumns:
    """What is found in a column as a whole."""

    def test_a_column_that_no_row_has(self) -> None:
        """A slip in a column's name is named, once; one row that has it is enough."""
        reading = read([GOOD, row(Kode="2")], {**COLUMNS, "weight": "Bobot", "owner": "PJ"})
        assert placed(reading)[:2] == [("ROW-COLUMN", None, "PJ"), ("ROW-COLUMN", None, "Bobot")]
        assert texts(reading, "ROW-COLUMN")[1] == "No row has the column PJ (field Owner)"
        assert (
            "ROW-COLUMN" not in read([GOOD, row(Kode="2", Bobot=None)], {**COLUMNS, "weight": "Bobot"}).report.codes()
        )
        assert read([], COLUMNS).report.codes() == ("ROW-UNSAID",)

    def test_the_convention_is_recorded_with_its_evidence(self) -> None:
        """A column that decides says by which cells; with a convention given there is nothing to say."""
        rows = [row(Kode=str(at), Target=cell) for at, cell in enumerate(["1.250", "98,5", "0,25", "2,5", "7,125"])]
        reading = read(rows)
        assert placed(reading) == [("ROW-CONVENTION", None, "Target")]
        assert texts(reading, "ROW-CONVENTION")[1].endswith("in the convention 'id', because of '98,5', '0,25', '2,5'")
        assert placed(read(rows, convention="id")) == []

    def test_two_conventions_in_one_column(self) -> None:
        """Cells that contradict each other are each read by itself, and the column is named."""
        reading = read([row(Target="98,5"), row(Kode="2", Target="98.5"), row(Kode="3", Target="1,5")])
        assert [one.value for one in reading.agreements[0].targets] == [
            Decimal("98.5"),
            Decimal("98.5"),
            Decimal("1.5"),
        ]
        assert placed(reading) == [("ROW-MIXED", None, "Target")]
        assert "'98,5' and '98.5'" in texts(reading, "ROW-MIXED")[1]


class TestDefaults:
    """A default is used only where the caller wrote it, and each use is recorded."""

    def test_blank_cells_and_fields_without_a_column(self) -> None:
        """Blank cells take the default, cells that say something do not; one note says how many and where first."""
        rows = [GOOD, row(Kode="2", Satuan=""), row(Kode="3", Satuan=None)]
        reading = read(rows, defaults={"unit": "orang", "consolidation": "sum"})
        assert [one.indicator.unit for one in reading.agreements[0].targets] == ["keluarga", "orang", "orang"]
        assert {one.indicator.consolidation for one in reading.agreements[0].targets} == {"sum"}
        assert placed(reading) == [("ROW-DEFAULT", None, "Satuan"), ("ROW-DEFAULT", None, None)]
        assert texts(reading, "ROW-DEFAULT")[1] == "The default Unit = orang is used (rows: 2, first row 2)"

    def test_a_default_that_nobody_needs(self) -> None:
        """Where every cell is filled nothing is recorded."""
        assert placed(read([GOOD], defaults={"unit": "orang"})) == []

    def test_a_meaning_of_nothing_takes_the_default(self) -> None:
        """What values call blank is blank."""
        reading = read([row(Satuan="-")], values={"-": None}, defaults={"unit": "orang"})
        assert reading.agreements[0].targets[0].indicator.unit == "orang"

    def test_numbers_and_objects_are_shown(self) -> None:
        """A number is written in the language of the note, anything else as it shows itself."""
        reading = read([row()], {**COLUMNS, "weight": "B"}, defaults={"weight": Decimal("12.5")})
        assert "= 12,5 " in texts(reading, "ROW-DEFAULT")[0]
        reading = read([row(Realisasi="")], defaults={"realization": NotReported()})
        assert "NotReported()" in texts(reading, "ROW-DEFAULT")[0]


class TestUnread:
    """What the first of two tables says and is not read."""

    def unread(self, *cells: object, **arguments: Any) -> list[tuple[str, int | None, str | None]]:
        """What is found where the first table has realizations too."""
        rows = [row(Kode=str(at), Realisasi=cell) for at, cell in enumerate(cells)]
        delivered = [{"Kode": str(at), "Realisasi": "5"} for at, _ in enumerate(cells)]
        reading = read(rows, realizations=delivered, **arguments)
        assert {one.value for _, each in reading for one in each} == {Decimal(5)}
        self.said = [one.text("en") for one in reading.report if one.code == "ROW-UNREAD"]
        return placed(reading)

    def test_filled_cells_are_counted(self) -> None:
        """One warning a column says how many there are and where the first is."""
        assert self.unread("", "7", None, "8") == [("ROW-UNREAD", None, "Realisasi")]
        assert "What is filled in this column (cells: 2, first row 2) is not read" in self.said[0]

    def test_blank_cells_are_none(self) -> None:
        """Nor are cells that mean nothing."""
        assert self.unread("", None) == []
        assert self.unread("-", values={"-": None}) == []

    def test_a_column_that_is_read_for_another_field(self) -> None:
        """One column may hold the targets here and the realizations there."""
        columns = {**COLUMNS, "realization": "Target"}
        assert placed(read([row()], columns, realizations=[{"Kode": "IKU-1", "Target": "5"}])) == []


class TestSummaries:
    """Rows that promise under a name that summaries have."""

    @pytest.mark.parametrize("name", ["Rata-rata capaian", "Total Nilai", "Jumlah skor", "Total nilai kinerja"])
    def test_they_are_read_with_a_warning(self, name: str) -> None:
        """The row stays, since an indicator may be called so; several rows of one are named once."""
        reading = read([row(), row(Kode="2", Indikator=name)])
        assert (reading.used, placed(reading)) == ((1, 2), [("ROW-SUMMARY", 2, "Indikator")])
        assert name in texts(reading, "ROW-SUMMARY")[0]
        long = read([row(Indikator=name, Periode=f"TW {at}") for at in (1, 2)], {**COLUMNS, "period": "Periode"})
        assert [at for code, at, _ in placed(long) if code == "ROW-SUMMARY"] == [1]

    @pytest.mark.parametrize("name", ["Rata-rata lama sekolah", "Jumlah wisatawan", "Nilai SAKIP", ""])
    def test_other_indicators(self, name: str) -> None:
        """Many an indicator is an average or a total."""
        assert placed(read([row(), row(Kode="2", Indikator=name)])) == []

    def test_a_summary_that_promises_nothing_is_no_indicator(self) -> None:
        """What lacks a target is left out for that."""
        assert "ROW-SUMMARY" not in {code for code, _, _ in placed(read([row(Indikator="Total Nilai", Target="")]))}

    def test_names_of_a_second_table(self) -> None:
        """The name is told of where it promises, not where it is repeated."""
        cells = {"Indikator": "Total Nilai", "Kode": "IKU-1"}
        reading = read([{**row(**cells), "Realisasi": ""}], realizations=[{**cells, "Realisasi": "5"}])
        assert [code for code, _, _ in placed(reading)] == ["ROW-SUMMARY"]


class TestUnits:
    """The words behind a number, beside the unit that the indicator declares."""

    def unit(self, target: str, unit: str, realization: str = "1") -> tuple[Any, list[Any]]:
        """The unit that the indicator gets, and what is found."""
        reading = read([row(Target=target, Satuan=unit, Realisasi=realization)])
        return reading.agreements[0].targets[0].indicator.unit, placed(reading)

    def test_the_target_says_it_where_no_column_does(self) -> None:
        """The unit of the target's cell stands where none is declared."""
        assert self.unit("2 dok", "") == ("dok", [])
        assert self.unit("2", "")[1] == [("IND-UNIT", 1, "Satuan")]
        assert self.unit("2", "", "1 dok")[1] == [("IND-UNIT", 1, "Satuan")]

    def test_spellings_of_one_unit(self) -> None:
        """A short form is no difference."""
        assert self.unit("2 dok", "Dokumen", "1 dokumen") == ("Dokumen", [])
        assert self.unit("2 dokumen", "dokumen") == ("dokumen", [])

    def test_another_unit(self) -> None:
        """Another word is a warning at its cell."""
        assert self.unit("2 dok", "orang") == ("orang", [("ROW-UNIT", 1, "Target")])
        assert self.unit("2 dok", "", "1 orang") == ("dok", [("ROW-UNIT", 1, "Realisasi")])

    def test_a_weight_has_a_unit_of_its_own(self) -> None:
        """Bobot in percent says nothing of the indicator."""
        assert placed(read([row(Bobot="20 %")], {**COLUMNS, "weight": "Bobot"})) == []


class TestPercentages:
    """Fractions among percentages."""

    def warned(self, *targets: object, unit: str = "%") -> list[int | None]:
        """The rows whose target may be a fraction."""
        rows = [row(Kode=str(at), Satuan=unit, Target=target) for at, target in enumerate(targets)]
        return [at for code, at, _ in placed(read(rows, convention="id")) if code == "ROW-PERCENT"]

    def test_up_to_one_beside_more(self) -> None:
        """1 itself may be 100 percent, what is above 1 may not, and zero is zero in both."""
        assert self.warned("95", "1", "0,95", "1,01", "0") == [2, 3]
        assert self.warned("1", "0,95", "0") == []
        assert self.warned("95", "80") == []

    def test_other_units(self) -> None:
        """Only percentages are looked at, however they are spelled."""
        assert self.warned("95", "0,95", unit="Persen") == [2]
        assert self.warned("95", "0,95", unit="indeks") == []

    def test_a_cell_that_writes_its_own_sign(self) -> None:
        """0,95 % leaves no doubt."""
        assert self.warned("95", "0,95 %", "0,95") == [3]

    def test_words(self) -> None:
        """The finding says what may be meant."""
        reading = read([row(Satuan="%"), row(Kode="2", Satuan="%", Target="0,995")], convention="id")
        assert texts(reading, "ROW-PERCENT")[0].endswith("mungkin maksudnya 99,5")


def test_rows_of_nothing() -> None:
    """Without rows there are no entries and nothing is found."""
    assert entries(table(), []) == ([], [])
