"""A letter and a number in one cell: read in either order, checked against the scale, used as the target asks."""

import pickle
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import AKIP_LETTERS, Indicator, Level, Period, Range, Target, format_number, score
from sakip.errors import AmbiguousNumberError, InvalidValueError
from sakip.policies import AKIP_88_2021, LKJIP
from sakip.scoring import GradedNumber, parse_graded
from tests.scoring.making import target


@pytest.mark.parametrize(
    ("text", "letter", "number"),
    [
        ("A (80,50)", "A", "80.5"),
        ("A(80,50)", "A", "80.5"),
        (" BB ( 79.99 ) ", "BB", "79.99"),
        ("80,50 (A)", "A", "80.5"),
        ("3,21 (Sangat Baik)", "Sangat Baik", "3.21"),
        ("WTP-DPP (3)", "WTP-DPP", "3"),
    ],
)
def test_read(text: str, letter: str, number: str) -> None:
    """Letter first or number first."""
    assert parse_graded(text) == GradedNumber(letter, number)


@pytest.mark.parametrize("text", ["A", "80,50", "A 80,50", "A (80,50", "(80,50)", "A (B)", "80 (81)", "A (1) (2)", ""])
def test_other_forms_are_refused(text: str) -> None:
    """What is not one letter and one number in brackets is not guessed at."""
    with pytest.raises(InvalidValueError):
        parse_graded(text)


def test_a_number_with_two_readings_is_refused() -> None:
    """The convention decides, and nothing else."""
    with pytest.raises(AmbiguousNumberError):
        parse_graded("A (1.234)")
    assert parse_graded("A (1.234)", convention="id").number == 1234


@given(st.sampled_from(AKIP_LETTERS.names), st.decimals(0, 100, places=2))
def test_what_is_printed_is_read_back(letter: str, number: Decimal) -> None:
    """The way in which reports print it reads back to the same letter and number."""
    printed = f"{letter} ({format_number(number, decimals=2)})"
    assert parse_graded(printed, convention="id") == GradedNumber(letter, number)


class TestTarget:
    def test_a_letter_for_a_letter(self) -> None:
        """A promised letter is compared with the letter: A reached is A kept, whatever the number."""
        promised = target(Level("A"), scale=AKIP_LETTERS)
        assert score(promised, GradedNumber("A", "80.47").realization(promised), policy=LKJIP).value == 100

    def test_a_number_for_a_number(self) -> None:
        """SAKIP 80,47 of 82,05 is 98,07, as a regency printed it."""
        promised = target("82.05")
        found = score(promised, GradedNumber("A", "80.47").realization(promised), policy=LKJIP)
        assert found.value == Decimal("98.07")

    def test_a_number_for_a_range(self) -> None:
        """A range is of numbers."""
        assert GradedNumber("A", 85).value_for(target(Range(80, 90))) == 85

    def test_no_date(self) -> None:
        """A date is not promised by a grade."""
        with pytest.raises(InvalidValueError):
            GradedNumber("A", 85).value_for(target(date(2025, 1, 31)))
        with pytest.raises(InvalidValueError):
            GradedNumber("A", 85).value_for(Level("A"))  # type: ignore[arg-type]


class TestCheck:
    @pytest.mark.parametrize(
        ("letter", "number", "codes"),
        [
            ("A", "80.01", ()),
            ("A", "80", ("GRADE-LETTER",)),
            ("BB", "80", ()),
            ("AA", "90", ("GRADE-LETTER",)),
            ("A", "90", ()),
            ("S", "90", ("GRADE-UNKNOWN",)),
            ("D", "-1", ("GRADE-LETTER",)),
        ],
    )
    def test_letter_against_number(self, letter: str, number: str, codes: tuple[str, ...]) -> None:
        """The lower edge of a grade is not in it: 80 is BB and 90 is A."""
        assert GradedNumber(letter, number).check(AKIP_88_2021).codes() == codes

    def test_text(self) -> None:
        """The finding names the grade that the number has."""
        (found,) = GradedNumber("A", "79.99").check(AKIP_88_2021)
        assert found.text("id") == "Predikat A tidak sesuai dengan angkanya, 79,99, yang menurut skala adalah BB"
        (found,) = GradedNumber("A", "-1").check(AKIP_88_2021)
        assert "di bawah kelas terendah" in found.text("id")

    def test_a_scale_is_needed(self) -> None:
        """Levels without cut points say nothing about a number."""
        with pytest.raises(InvalidValueError):
            GradedNumber("A", 80).check(AKIP_LETTERS)  # type: ignore[arg-type]


@pytest.mark.parametrize("fields", [("", 1), ("A", 0.5), ("A", "80,5"), ("A\n", 1)], ids=str)
def test_refused(fields: tuple[Any, Any]) -> None:
    """A letter is one line, a number is exact."""
    with pytest.raises(InvalidValueError):
        GradedNumber(*fields)


def test_kept() -> None:
    """It survives pickling."""
    assert pickle.loads(pickle.dumps(GradedNumber(Level("A"), 80))) == GradedNumber("A", 80)


def test_of_a_part_of_the_year() -> None:
    """A grade may be that of a quarter, and may be no more than a draft."""
    promised = Target(Indicator("NILAI", "Nilai SAKIP", polarity="maximize"), "82.05")
    found = GradedNumber("A", "80.47").realization(promised, period=Period.quarter(2024, 2), status="draft")
    assert (found.value, found.period, found.status) == (Decimal("80.47"), Period.quarter(2024, 2), "draft")
