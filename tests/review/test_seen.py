"""What stands in a cell of a foreign table, and every number that it may mean."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sakip.review.seen import Printed, SeenCell, number_of, seen_columns, shortened


def seen(*column: object) -> list[SeenCell]:
    """The cells of one column."""
    return seen_columns([column])[0].cells


@pytest.mark.parametrize(
    ("raw", "kind", "number", "sure"),
    [
        ("98,50", "number", Fraction("98.5"), "certain"),
        ("12,5 %", "number", Fraction("12.5"), "certain"),
        ("2 dok", "number", Fraction(2), "certain"),
        (7, "number", Fraction(7), "certain"),
        (Decimal("-1.5"), "number", Fraction("-1.5"), "certain"),
        ("A (80,50)", "number", Fraction("80.5"), "beside"),
        ("100 dari 110", "number", Fraction(100), "beside"),
        ("5 juta buku", "number", Fraction(5_000_000), "beside"),
        ("Rp 2,5 miliar", "number", Fraction(2_500_000_000), "beside"),
        ("≥ 90", "number", Fraction(90), "beside"),
        ("3/4", "odd", None, "certain"),
        ("#DIV/0!", "odd", None, "certain"),
        ("=A1", "odd", None, "certain"),
        ("9" * 40, "odd", None, "certain"),
        ("WTP", "word", None, "certain"),
        ("31 Desember 2025", "date", None, "certain"),
        ("-", "mark", None, "certain"),
        ("N/A", "mark", None, "certain"),
        ("Belum rilis", "mark", None, "certain"),
        ("**)", "mark", None, "certain"),
        ("", "blank", None, "certain"),
        (None, "blank", None, "certain"),
        (1.5, "odd", None, "certain"),
    ],
)
def test_kinds(raw: object, kind: str, number: Fraction | None, sure: str) -> None:
    """What is no number has none, and a zero is never a mark."""
    (cell,) = seen(raw)
    assert (cell.kind, cell.value, cell.sure) == (kind, number, sure)


def test_a_float_is_read_when_asked() -> None:
    """By the shortest decimal that stands for it."""
    assert seen_columns([[0.1]], "shortest")[0].cells[0].value == Fraction(1, 10)


@pytest.mark.parametrize(
    ("number", "read"),
    [
        (115.99999999999999, Decimal(116)),
        (114.20454545454545, Decimal("114.204545")),
        (1e-17, Decimal(0)),
        (-0.1234567, Decimal("-0.123457")),
        (98.123456, None),
        (float("inf"), None),
        (float("nan"), None),
        ("115.99999999999999", None),
    ],
)
def test_a_float_is_read_as_a_spreadsheet_shows_it(number: object, read: Decimal | None) -> None:
    """To six decimals; what has no more stays as it is, and so does what is no float."""
    assert shortened(number) == read


@pytest.mark.parametrize(("raw", "number"), [("80*", 80), ("72 **)", 72), ("98,5% *", Fraction("98.5"))])
def test_a_mark_of_a_footnote_is_no_part_of_a_number(raw: str, number: Fraction) -> None:
    """As tables write it behind a provisional number."""
    assert seen(raw)[0].value == number


def test_a_range_keeps_both_bounds() -> None:
    """The lower bound is its number."""
    (cell,) = seen("7,5 - 8 bulan")
    assert (cell.kind, cell.readings, cell.high, cell.unit) == ("range", (Printed(75, 1),), Printed(8, 0), "bulan")


def test_the_number_without_its_magnitude() -> None:
    """A row may have ignored the word."""
    assert seen("5 juta")[0].bare == Printed(5, 0)
    assert seen("5 dok")[0].bare is None


class TestColumns:
    """Each column by its own evidence, and by that of the table where it has none."""

    def test_a_column_decides(self) -> None:
        """Its clear cells say how the unclear one is read."""
        column = seen_columns([["1.234", "98,5", "0,5"]])[0]
        assert column.cells[0] == SeenCell("1.234", "number", 1234, 0, None, "column")
        assert [(one.convention, one.cells, one.first, one.row) for one in column.evidence] == [("id", 2, "98,5", 2)]

    def test_the_table_decides_for_a_column_without_evidence(self) -> None:
        """A column of unclear numbers beside one that speaks."""
        first, second = seen_columns([["1.234"], ["98.5"]])
        assert (first.convention, first.cells[0].value) == ("en", Fraction("1.234"))
        assert second.convention == "en"
        assert (first.cells[0].sure, first.cells[0].other_reading) == ("table", Printed(1234, 0))

    def test_a_column_against_its_table_is_less_sure(self) -> None:
        """Its own evidence decides, and the other reading is kept at hand."""
        first, _ = seen_columns([["1.250", "12.5"], ["78,40"]])
        assert (first.cells[0].value, first.cells[0].sure) == (Fraction("1.25"), "table")
        assert first.cells[0].other_reading == Printed(1250, 0)
        assert first.cells[1].other_reading is None

    def test_contradiction_decides_nothing(self) -> None:
        """Clear cells keep their reading; the unclear one keeps both, thousands by a dot first."""
        column = seen_columns([["1.234", "98,5", "98.5", "1,234"]])[0]
        assert column.convention is None
        assert [number_of(one) for one in column.cells[0].readings] == [1234, Fraction("1.234")]
        assert [number_of(one) for one in column.cells[3].readings] == [Fraction("1.234"), 1234]
        assert column.cells[0].sure == "open"
        assert column.cells[0].value is None

    def test_another_column_does_not_overrule(self) -> None:
        """A column with evidence of its own is not read by that of its neighbour."""
        first, _ = seen_columns([["1.234", "0.5"], ["98,5"]])
        assert first.cells[0].value == Fraction("1.234")


def test_what_is_shown_is_short_and_inert() -> None:
    """A megabyte and steering signs never leave the cell as they came."""
    long, steering = seen("x" * 1_000_000, "\x1b[31m\u202e5\n6")
    assert len(long.text) < 100
    assert steering.text.isprintable()
