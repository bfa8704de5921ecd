"""Which rows of a table say something of an indicator."""

from collections import OrderedDict
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sakip.model.rows.sifting import is_blank, plain, sifted
from tests.model.rows.making import GOOD, found, placed, read, row, table, texts

LAYOUT = table().layout


class NAType:
    """The missing value of a data frame, known by its name."""


class Loud:
    """An object that must not be asked for its text."""

    def __str__(self) -> str:
        raise AssertionError


def passed_over(*rows: Any, fill_down: tuple[str, ...] = (), **arguments: Any) -> list[tuple[int | None, str]]:
    """Number and code of the rows that are not read."""
    sieve = sifted(rows, LAYOUT, fill_down, **arguments)
    assert len(sieve.rows) + len(sieve.findings) == sieve.given == len(rows)
    return [(one.place and one.place.row, one.code) for one in sieve.findings]


@pytest.mark.parametrize(
    "value",
    [None, "", " ", "\u00a0", "\n\t", "\u200b", " \u2060", float("nan"), Decimal("NaN"), NAType()],
)
def test_blank(value: object) -> None:
    """None, blanks of any kind and the missing values of data frames say nothing."""
    assert is_blank(value)
    assert plain(value) == ""


@pytest.mark.parametrize("value", ["-", 0, Decimal(0), False, "\u00b0", "n/a", [], {}, Loud(), float("inf")])
def test_not_blank(value: object) -> None:
    """A zero, a mark and an empty list are not blank: what they mean is for the caller to say."""
    assert not is_blank(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  Dinas\u00a0 \nSosial\u200b ", "Dinas Sosial"),
        (12, "12"),
        (Decimal("1.50"), "1.50"),
        (2.5, "2.5"),
        (date(2025, 1, 2), "2025-01-02"),
        (2**999, "int"),
        (2**998, str(2**998)),
        pytest.param(10**5000, "int", id="huge"),
        (Loud(), "Loud"),
        ([1], "list"),
    ],
)
def test_plain(value: object, text: str) -> None:
    """Text loses its odd blanks; nothing of a foreign object is run, and no long integer is written out."""
    assert plain(value) == text


def test_rows_of_any_mapping_are_read() -> None:
    """A generator of any mappings is a table, numbered from 1."""
    sieve = sifted((OrderedDict(GOOD) for _ in range(2)), LAYOUT)
    assert [one.number for one in sieve.rows] == [1, 2]
    assert sieve.given == 2


@pytest.mark.parametrize("odd", [None, 5, "Dinas", ["Dinas"], ("a", 1), object()])
def test_what_is_no_row_is_named(odd: object) -> None:
    """A row that is no mapping is named with its kind and the way out, alone or among others."""
    assert passed_over(odd) == [(1, "ROW-KIND")]
    assert passed_over(GOOD, odd) == [(2, "ROW-KIND")]
    assert "df.to_dict('records')" in texts(read([odd]), "ROW-KIND")[1]


HEADER = {name: name for name in GOOD}
NUMBERS = {name: str(at) for at, name in enumerate(GOOD, start=1)}
SKIPPED = [
    ({}, "ROW-BLANK"),
    ({"Lain": "x"}, "ROW-BLANK"),
    (dict.fromkeys(GOOD, " "), "ROW-BLANK"),
    (HEADER, "ROW-HEADER"),
    ({name: f" {name.upper()}\u00a0" for name in GOOD}, "ROW-HEADER"),
    ({"OPD": 1, "Kode": 2, "Indikator": 3}, "ROW-SECTION"),
    ({"OPD": "SASARAN 1"}, "ROW-SECTION"),
    ({"OPD": "Dinas", "Indikator": "Cakupan"}, "ROW-SECTION"),
    ({"OPD": 1, "Kode": 2}, "ROW-SECTION"),
    ({"OPD": 3, "Kode": 4, "Indikator": 5}, "ROW-SECTION"),
    ({"OPD": 1, "Kode": 2, "Indikator": 4}, "ROW-SECTION"),
    ({"OPD": "OPD"}, "ROW-SECTION"),
    ({"Indikator": "Jumlah wisatawan"}, "ROW-SECTION"),
    ({"OPD": "Rata-rata", "Realisasi": "98"}, "ROW-AVERAGE"),
    ({"OPD": "TOTAL", "Target": "5", "Jenis": "x"}, "ROW-AVERAGE"),
    ({"OPD": "Sub Total :"}, "ROW-AVERAGE"),
    ({"Indikator": "Rata-rata capaian kinerja", "Realisasi": "5"}, "ROW-AVERAGE"),
    (row(Indikator="Rata-rata"), "ROW-AVERAGE"),
    (row(Kode="Jumlah"), "ROW-AVERAGE"),
    ({"OPD": "Dinas", "Indikator": "Total", "Realisasi": "98"}, "ROW-AVERAGE"),
    ({"OPD": "Dinas", "Indikator": "Rata-rata capaian", "Realisasi": "98"}, "ROW-AVERAGE"),
]
READ = [
    GOOD,
    row(OPD="1"),
    row(Kode="1", Indikator="2"),
    row(Target="Target"),
    NUMBERS,
    row(Indikator="Rata-rata lama sekolah"),
    row(Indikator="Total Nilai"),
    {"OPD": "Dinas", "Satuan": "%"},
    {"OPD": "Dinas", "Jenis": "positif"},
    {"Indikator": "Rata-rata lama sekolah", "Realisasi": "8,5"},
    row(Indikator="Rata-rata capaian sasaran", Kode="", OPD=""),
    row(Jenis=""),
]


@pytest.mark.parametrize(("cells", "code"), SKIPPED, ids=range(len(SKIPPED)))
def test_rows_of_something_else_are_named(cells: dict[str, object], code: str) -> None:
    """What says nothing of an indicator is passed over, and the finding says what it is."""
    assert passed_over(GOOD, cells) == [(2, code)]


class TestNumbers:
    """The numbers of the columns, as printed tables have them below their heads."""

    COUNTED = ({name: f"({at})" for at, name in enumerate(GOOD, start=2)}, {"OPD": 1, "Kode": 2, "Indikator": 3})

    @pytest.mark.parametrize("cells", [NUMBERS, *COUNTED], ids=["all", "brackets", "some"])
    def test_before_any_indicator(self, cells: dict[str, object]) -> None:
        """They come before any row that is read, or after heads that are repeated on a new page."""
        assert passed_over(cells, GOOD) == [(1, "ROW-NUMBERS")]
        assert passed_over({}, cells, GOOD) == [(1, "ROW-BLANK"), (2, "ROW-NUMBERS")]
        assert passed_over(GOOD, HEADER, cells) == [(2, "ROW-HEADER"), (3, "ROW-NUMBERS")]

    def test_an_indicator_may_count_up(self) -> None:
        """A code 1, a target 2 and a realization 3 are an indicator like any other."""
        counted = {"Kode": "1", "Target": "2", "Realisasi": "3"}
        assert passed_over({**counted, "Kode": "9"}, counted) == []


@pytest.mark.parametrize("cells", READ, ids=range(len(READ)))
def test_rows_of_an_indicator_are_read(cells: dict[str, object]) -> None:
    """A row that promises, or tries to, is never passed over; what is wrong in it is found later."""
    assert passed_over(GOOD, cells) == []


def test_a_single_row_is_a_form() -> None:
    """The one row of a form is always read, so that all that is wrong in it is found."""
    assert [passed_over(cells) for cells, _ in SKIPPED] == [[]] * len(SKIPPED)


def test_a_section_row_warns() -> None:
    """An indicator whose target was forgotten looks like a heading, so passing it over is a warning that shows it."""
    reading = read([GOOD, {"OPD": "Dinas", "Indikator": "Cakupan " * 20}])
    assert [(one.code, one.severity) for one in found(reading)] == [("ROW-SECTION", "warning")]
    assert reading.left_out == (2,)
    assert "Dinas, Cakupan" in texts(reading, "ROW-SECTION")[0]
    assert len(texts(reading, "ROW-SECTION")[0]) < 200


def test_a_row_that_is_overridden_is_read() -> None:
    """What the overrides promise needs no cell."""
    bare = {"Kode": "IKU-2", "Indikator": "Lain"}
    assert passed_over(GOOD, bare) == [(2, "ROW-SECTION")]
    assert passed_over(GOOD, bare, kept={"IKU-2"}) == []
    assert passed_over(GOOD, bare, kept={"Lain"}) == []
    assert passed_over(GOOD, bare, kept={"IKU-3"}) == [(2, "ROW-SECTION")]


def test_a_second_table_has_no_sections() -> None:
    """A row of realizations that names its indicator and nothing else is one that was not reported."""
    assert passed_over({"Kode": "IKU-1"}, {}, table="realizations") == [(2, "ROW-BLANK")]


class TestFillDown:
    """Merged cells: what stands above holds for the blanks below."""

    def offices(self, *cells: dict[str, object]) -> list[object]:
        """The office of each row that is read."""
        return [one.cells["OPD"] for one in sifted(cells, LAYOUT, ("OPD",)).rows]

    def test_blanks_take_what_stands_above(self) -> None:
        """Every kind of blank is filled, until the column says something new."""
        rows = [row(), row(OPD=""), row(OPD=float("nan")), row(OPD="Lain"), row(OPD=None)]
        assert self.offices(*rows) == ["Dinas Sosial"] * 3 + ["Lain"] * 2

    def test_a_missing_column_is_filled_too(self) -> None:
        """A row need not have the key."""
        rest = {name: cell for name, cell in GOOD.items() if name != "OPD"}
        assert self.offices(GOOD, rest) == ["Dinas Sosial"] * 2

    def test_what_stands_inside_is_forgotten(self) -> None:
        """Where the outer column says something new the inner one is not carried on; where it repeats itself it is."""
        cells = [
            row(Kode="A"),
            row(Kode=""),
            row(OPD="Dinas  Sosial", Kode=""),
            row(OPD="Lain", Kode=""),
            row(Kode="B"),
        ]
        cells.append(row(OPD="", Kode=""))
        inward = sifted(cells, LAYOUT, ("OPD", "Kode")).rows
        assert [one.cells["Kode"] for one in inward] == ["A", "A", "A", "", "B", "B"]
        outward = sifted(cells, LAYOUT, ("Kode", "OPD")).rows
        assert [one.cells["Kode"] for one in outward] == ["A", "A", "A", "A", "B", "B"]

    def test_nothing_above(self) -> None:
        """Before the first value there is nothing to fill with, and what was not filled stays as it was given."""
        assert self.offices(row(OPD=""), row()) == ["", "Dinas Sosial"]

    def test_a_section_row_says_whose_rows_follow(self) -> None:
        """A heading of an office counts for the rows below it; a summary does not."""
        assert self.offices({"OPD": "Dinas A"}, row(OPD=""), {"OPD": "Total"}, row(OPD="")) == ["Dinas A"] * 2

    def test_only_the_columns_that_are_read_are_kept(self) -> None:
        """A filled row is a copy of what is read, however much else there is."""
        wide = {**row(OPD=""), **{f"c{at}": at for at in range(1000)}}
        rows = sifted([GOOD, wide], LAYOUT, ("OPD",)).rows
        assert set(rows[1].cells) == set(GOOD)


def test_every_row_is_numbered_as_it_was_given() -> None:
    """Rows that are passed over count too."""
    reading = read([HEADER, NUMBERS, {}, row(Target="x")])
    assert placed(reading)[-1] == ("ROW-LEVEL", 4, "Target")
