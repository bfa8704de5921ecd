"""What the caller says of cells and of single indicators, before they are read."""

from decimal import Decimal

import pytest

from sakip import NotApplicable, NotReported
from sakip.model.rows.meaning import RULES
from tests.model.rows.making import COLUMNS, GOOD, WIDE, placed, read, row, table, texts


def test_rules_have_codes_of_their_own() -> None:
    """An override of nothing and one of several offices are told apart."""
    assert len({rule.code for rule in RULES}) == len(RULES) == 2


def test_the_place_of_a_table() -> None:
    """A whole column, or the whole of it."""
    whole = table(name="realizations").place("Target")
    assert (whole.row, whole.column, whole.table) == (None, "Target", "realizations")


class TestValues:
    """What cells mean that are no plain word or number."""

    def test_a_meaning_holds_for_every_field(self) -> None:
        """Keys are compared as a person reads them, also where the cell is a number."""
        rows = [
            row(Realisasi=" - "),
            row(Kode="2", Realisasi=0),
            row(Kode="3", Realisasi="0"),
            row(Kode="4", Realisasi="n/a"),
        ]
        given = {"-": None, "0": NotReported(), "n/a": NotApplicable("pandemi")}
        reading = read(rows, values=given)
        assert [one.value for one in reading.pairs[0][1]] == [NotReported(), NotReported(), NotApplicable("pandemi")]
        assert [one.value for one in read(rows[1:3], values={0: None}).pairs[0][1]] == []

    def test_a_meaning_of_one_field(self) -> None:
        """Under the name of a field it holds for that field alone, before what holds for all."""
        reading = read(
            [row(Jenis="naik", Realisasi="naik", Satuan="-")],
            values={"polarity": {"naik": "maximize", "-": "x"}, "-": "%", "naik": "5"},
        )
        (agreement,), ((_, realizations),) = reading.agreements, reading.pairs
        assert (agreement.targets[0].indicator.polarity, agreement.targets[0].indicator.unit) == ("maximize", "%")
        assert [one.value for one in realizations] == [Decimal(5)]

    @pytest.mark.parametrize("meaning", ["lain", 5, object()], ids=["word", "number", "object"])
    def test_a_meaning_that_cannot_be_is_found_in_its_cell(self, meaning: object) -> None:
        """A wrong meaning is no worse than a wrong cell."""
        assert placed(read([row(Jenis="naik")], values={"polarity": {"naik": meaning}})) == [("ROW-WORD", 1, "Jenis")]

    @pytest.mark.parametrize("cell", ["0", "0,00", " 0.0 ", 0, Decimal("0.0"), "-0"], ids=range(6))
    @pytest.mark.parametrize("key", ["0", "0,0"])
    def test_a_number_is_meant_however_it_is_written(self, cell: object, key: str) -> None:
        """A default 0 of a database comes in many shapes."""
        assert read([row(Realisasi=cell)], values={key: None}).pairs[0][1] == ()

    def test_other_numbers_are_not_meant(self) -> None:
        """Neither is a zero with a unit, a code, or an override of the caller's own."""
        reading = read([row(Realisasi="0,1"), row(Kode="0,0", Realisasi="0,00 KK")], values={"0": None})
        assert [(one.code, one.value) for one in reading.pairs[0][1]] == [
            ("IKU-1", Decimal("0.1")),
            ("0,0", Decimal(0)),
        ]
        reading = read([row(Realisasi="5")], values={"0": None}, overrides={"IKU-1": {"realization": "0,0"}})
        assert [one.value for one in reading.pairs[0][1]] == [Decimal(0)]

    def test_text_comes_before_numbers(self) -> None:
        """Where two keys are one number, a cell that is written as one of them means that one."""
        reading = read([row(Realisasi="0"), row(Kode="2", Realisasi="0,00")], values={"0": "7", "0,0": "8", "-": "0"})
        assert [one.value for one in reading.pairs[0][1]] == [Decimal(7), Decimal(8)]
        (one,) = read([row(Realisasi="-")], values={"0": None, "-": "0"}).pairs[0][1]
        assert one.value == 0


class TestOverrides:
    """What the fields of single indicators are, whatever the table says."""

    def test_by_code_or_by_name(self) -> None:
        """A key is the code or the name as a person reads it; the later of both wins."""
        reading = read(
            [row(), row(Kode="IKU-2")],
            overrides={"Keluarga  terlayani": {"unit": "KK", "target": "80"}, "IKU-2": {"target": "70"}},
        )
        assert [one.indicator.unit for one in reading.agreements[0].targets] == ["KK", "KK"]
        assert [one.value for one in reading.agreements[0].targets] == [Decimal(80), Decimal(80)]

    def test_a_key_that_no_row_is(self) -> None:
        """An override of nothing is named."""
        reading = read([GOOD], overrides={"IKU-9": {"unit": "KK"}})
        assert placed(reading) == [("ROW-OVERRIDE", None, None)]
        assert texts(reading, "ROW-OVERRIDE")[1] == "No row is IKU-9, which overrides names"

    def test_several_offices(self) -> None:
        """A code or a name that several offices have is named, with how many and the key of a single one."""
        rows = [row(), row(OPD="Lain"), row(OPD="Lain", Kode="2")]
        reading = read(rows, overrides={"IKU-1": {"target": "80"}})
        assert placed(reading) == [("ROW-OVERRIDES", None, None)]
        assert "hold in 2 offices" in texts(reading, "ROW-OVERRIDES")[1]
        assert placed(read(rows, overrides={"2": {"target": "80"}})) == []
        promises = [{name: cell for name, cell in one.items() if name != "Realisasi"} for one in rows]
        delivered = [{"OPD": one["OPD"], "Kode": one["Kode"], "Realisasi": "5"} for one in rows]
        twice = read(promises, realizations=delivered, overrides={"IKU-1": {"status": "draft"}})
        assert [code for code, _, _ in placed(twice)] == ["ROW-OVERRIDES"]

    def test_of_one_office(self) -> None:
        """A pair of an office and a code or name is that one, before what holds for all; an unknown pair is named."""
        rows = [row(), row(OPD="Lain"), row(OPD="", Kode="2")]
        overrides = {
            ("Lain", "IKU-1"): {"target": "70"},
            ("Dinas  Sosial", "Keluarga terlayani"): {"target": "60"},
            ("Jauh", "IKU-1"): {"target": "50"},
            "Keluarga terlayani": {"target": "80", "unit": "KK"},
        }
        reading = read(rows, fill_down=["OPD"], overrides=overrides)
        targets = [(one.value, one.indicator.unit) for agreement in reading.agreements for one in agreement.targets]
        assert targets == [(Decimal(60), "KK"), (Decimal(70), "KK"), (Decimal(80), "KK")]
        assert placed(reading) == [("ROW-OVERRIDE", None, None), ("ROW-OVERRIDES", None, None)]
        assert "Jauh, IKU-1" in texts(reading, "ROW-OVERRIDE")[1]

    def test_of_one_office_in_a_table_without_offices(self) -> None:
        """Without a column of offices no pair is found."""
        columns = {name: column for name, column in COLUMNS.items() if name != "office"}
        assert placed(read([GOOD], columns, overrides={("", "IKU-1"): {"unit": "x"}})) == []
        assert placed(read([GOOD], columns, overrides={("A", "IKU-1"): {"unit": "x"}})) == [
            ("ROW-OVERRIDE", None, None)
        ]

    def test_a_row_that_one_office_overrides_is_read(self) -> None:
        """What an override promises needs no cell, whichever its key."""
        bare = {"OPD": "Lain", "Kode": "IKU-2"}
        own = {("Lain", "IKU-2"): {"target": "5", "polarity": "maximize"}}
        assert read([GOOD, bare], overrides=own).used == (1, 2)

    def test_columns_of_periods(self) -> None:
        """The override of a field with several columns has one value for each."""
        cells = row(TW_I="1", TW_II="2", TW_III="3", TW_IV="4")
        own = {"IKU-1": {"realization": [5, None, "7", NotReported()], "consolidation": "sum"}}
        reading = read([cells], WIDE, overrides=own)
        assert [(one.value, one.period and one.period.code) for one in reading.pairs[0][1]] == [
            (Decimal(5), "2025-Q1"),
            (Decimal(7), "2025-Q3"),
            (NotReported(), "2025-Q4"),
        ]
