"""The numbers of a column, read under one convention or by their own evidence."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import format_number, parse_numbers
from sakip.errors import AmbiguousNumberError, InvalidValueError
from sakip.model.cell.numbers import (
    ColumnNumbers,
    Printed,
    convention_of,
    numbers_of,
    printed_numbers,
    speech_in,
)
from tests.model.cell.making import cells

PRINTED = st.from_regex(r"[-\u2212]?[0-9]([0-9.,]{0,8}[0-9])?(,-)?", fullmatch=True)
NUMBERS = st.integers(-(10**24) + 1, 10**24 - 1).map(lambda count: Decimal(f"{count}e-6"))


def codes(column: ColumnNumbers) -> list[object]:
    """The readings, a fault by its code and bounds as a pair."""
    return [
        reading.code if hasattr(reading, "code") else tuple(reading) if isinstance(reading, tuple) else reading
        for reading in column.readings
    ]


class TestEvidence:
    """As `parse_numbers`: clear cells decide how the unclear ones are read."""

    def test_clear_cells_decide(self) -> None:
        """Bounds of ranges and closed rupiah speak too; each deciding number is named once."""
        column = numbers_of(cells("1.234", "98,5 %", "98,5", "7,5 - 8", "Rp 1.500,-"))
        assert codes(column) == [Decimal(1234), Decimal("98.5"), Decimal("98.5"), (Decimal("7.5"), Decimal(8)), 1500]
        assert (column.convention, column.evidence) == ("id", ("98,5", "7,5", "1.500,-"))

    def test_english_cells_decide_the_other_way(self) -> None:
        """The same unclear cell is a decimal beside English neighbours."""
        column = numbers_of(cells("1.234", "0.604"))
        assert codes(column) == [Decimal("1.234"), Decimal("0.604")]
        assert column.convention == "en"

    def test_nothing_decides(self) -> None:
        """Only the unclear cells have a fault."""
        column = numbers_of(cells("1.234", "98", "5 - 1.000", "Level 3", ""))
        assert codes(column) == ["CELL-AMBIGUOUS", Decimal(98), "CELL-AMBIGUOUS", None, None]
        assert (column.convention, column.evidence) == (None, ())
        assert "1234 (thousands) or 1.234 (decimals)" in column.readings[0].text("en")

    def test_contradicting_cells_decide_nothing(self) -> None:
        """Each clear cell is read as it says; an unclear one is refused."""
        column = numbers_of(cells("98.5", "98,5", "-1,234", "-3"))
        assert codes(column) == [Decimal("98.5"), Decimal("98.5"), "CELL-AMBIGUOUS", Decimal(-3)]
        assert (column.convention, column.evidence) == (None, ("98.5", "98,5"))
        assert "-1234 (thousands) or -1.234 (decimals)" in column.readings[2].text("en")

    def test_cells_that_came_as_numbers_say_nothing(self) -> None:
        """An int or a Decimal has its value and is no evidence."""
        column = numbers_of(cells(Decimal("98.5"), 7, "1.234"))
        assert codes(column) == [Decimal("98.5"), Decimal(7), "CELL-AMBIGUOUS"]
        assert column.evidence == ()


class TestStated:
    """A stated convention holds for every cell."""

    @pytest.mark.parametrize(
        ("convention", "expected"),
        [
            ("id", [Decimal(1234), Decimal("98.5"), "CELL-CONVENTION", "CELL-NUMBER", Decimal(1500)]),
            ("en", [Decimal("1.234"), "CELL-CONVENTION", Decimal("98.5"), "CELL-NUMBER", "CELL-CONVENTION"]),
            ("plain", [Decimal("1.234"), "CELL-CONVENTION", Decimal("98.5"), "CELL-NUMBER", "CELL-CONVENTION"]),
        ],
    )
    def test_cells_under_a_convention(self, convention: str, expected: list[object]) -> None:
        """A cell written otherwise is refused, and nothing else is."""
        column = numbers_of(cells("1.234", "98,5", "98.5", "1.2.3", "1.500,-"), convention)
        assert codes(column) == expected
        assert (column.convention, column.evidence) == (convention, ())

    def test_the_fault_names_the_convention(self) -> None:
        """The sentence says which convention the column has."""
        (reading,) = numbers_of(cells("98.5"), "id").readings
        assert "convention 'id'" in reading.text("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("999999999999999999", Decimal(999999999999999999)),
        ("000999999999999999999", Decimal(999999999999999999)),
        ("1000000000000000000", "CELL-TOO-LARGE"),
        ("0,123456", Decimal("0.123456")),
        ("0,12345600", Decimal("0.123456")),
        ("0,1234567", "CELL-TOO-LARGE"),
        ("-0", Decimal(0)),
        ("-0,00", Decimal(0)),
        ("\u22125", Decimal(-5)),
        ("98,50", Decimal("98.5")),
    ],
)
def test_limits_and_forms(text: str, expected: object) -> None:
    """Eighteen integer digits and six decimals are the limit, and a number has one written form."""
    (reading,) = codes(numbers_of(cells(text), "id"))
    assert reading == expected
    assert str(reading) == str(expected)


@pytest.mark.parametrize(("text", "code"), [("7 - 8", None), ("7 - 7", None), ("8 - 7", "CELL-RANGE-SWAPPED")])
def test_bounds_in_order(text: str, code: str | None) -> None:
    """The lower bound comes first; equal bounds are a range."""
    (reading,) = numbers_of(cells(text)).readings
    assert getattr(reading, "code", None) == code


@pytest.mark.parametrize("text", ["1.2.3 - 5", "5 - 1.2.3"])
def test_a_bound_that_is_no_number(text: str) -> None:
    """Either bound may spoil a range."""
    assert codes(numbers_of(cells(text))) == ["CELL-NUMBER"]


def test_an_odd_cell_keeps_its_fault() -> None:
    """One place tells everything that is wrong with a column."""
    assert codes(numbers_of(cells("100 dari 110", "98,5"))) == ["CELL-FRACTION", Decimal("98.5")]


@given(st.lists(PRINTED, max_size=6), st.sampled_from([None, "id", "en", "plain"]))
def test_agrees_with_parse_numbers(texts: list[str], convention: str | None) -> None:
    """A column that `parse_numbers` reads is read alike; one that it refuses has a fault."""
    column = numbers_of(cells(*texts), convention)
    try:
        known = parse_numbers(texts, convention)
    except (InvalidValueError, AmbiguousNumberError):
        assert any(hasattr(reading, "code") for reading in column.readings)
    else:
        assert column.readings == known.values
        assert column.convention == known.convention
        assert column.evidence == tuple(dict.fromkeys(known.evidence))


@given(st.lists(NUMBERS, min_size=1, max_size=5), st.sampled_from(["id", "en"]))
def test_printed_numbers_come_back(numbers: list[Decimal], lang: str) -> None:
    """What `format_number` writes is read back, exactly."""
    texts = [format_number(number, lang=lang) for number in numbers]
    assert numbers_of(cells(*texts), lang).readings == tuple(numbers)


@pytest.mark.parametrize(
    ("printed", "speech"),
    [
        ("-2,5", "id"),
        ("\u22122.5", "en"),
        ("1.250.000,-", "id"),
        ("1.250,-", "id"),
        ("1,5,-", None),
        ("-1.250", "unclear"),
        ("12", "both"),
    ],
)
def test_speech_of_a_printed_number(printed: str, speech: str | None) -> None:
    """A sign in front changes nothing, and a closing dash is written after whole rupiah alone."""
    assert speech_in(printed) == speech


class TestPrintedNumbers:
    """A printed number with the decimals that it shows, closing zeros included."""

    @pytest.mark.parametrize(
        ("printed", "readings"),
        [
            ("98", [(98, 0)]),
            ("98,50", [(9850, 2)]),
            ("98.50", [(9850, 2)]),
            ("-98,5", [(-985, 1)]),
            ("\u22122.5", [(-25, 1)]),
            ("1.234.567", [(1234567, 0)]),
            ("1.500,-", [(1500, 0)]),
            ("1.234", [(1234, 0), (1234, 3)]),
            ("1,234", [(1234, 3), (1234, 0)]),
            ("007", [(7, 0)]),
            ("9" * 18, [(10**18 - 1, 0)]),
            ("0" * 9 + "9" * 18, [(10**18 - 1, 0)]),
            ("9" * 19, []),
            ("0" * 19, [(0, 0)]),
            ("98." + "3" * 18, [(int("98" + "3" * 18), 18)]),
            ("98." + "3" * 19, []),
            ("1.2.3", []),
            ("\u0663", []),
            ("", []),
        ],
    )
    def test_readings(self, printed: str, readings: list[tuple[int, int]]) -> None:
        """Both readings of an unclear number, the Indonesian first; none of what is no number or too long."""
        assert printed_numbers(printed) == tuple(Printed(*reading) for reading in readings)

    def test_a_convention_decides_unclear_numbers_alone(self) -> None:
        """A number with one reading keeps it."""
        assert printed_numbers("1.234", "id") == (Printed(1234, 0),)
        assert printed_numbers("1.234", "en") == (Printed(1234, 3),)
        assert printed_numbers("98.5", "id") == (Printed(985, 1),)

    @given(PRINTED)
    def test_agrees_with_the_column(self, printed: str) -> None:
        """Where a column of one cell reads a number, it is the one reading of that cell."""
        (reading,) = numbers_of(cells(printed)).readings
        if isinstance(reading, Decimal):
            (only,) = printed_numbers(printed)
            assert Decimal(f"{only.digits}e-{only.decimals}") == reading


def test_convention_of_counts_no_undecided_cell() -> None:
    """Cells that speak for both, for none or came as numbers are no evidence."""
    assert convention_of(cells("1.234", "98", "A", "", Decimal("1.5"), 3)) == (None, {})
    assert convention_of(cells("98,5", "1.234")) == ("id", {"98,5": "id"})
