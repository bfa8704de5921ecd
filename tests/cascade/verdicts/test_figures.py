from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest

from sakip import OrdinalScale
from sakip.cascade.verdicts.figures import Span, State, as_cell, figure, is_cut, listing, signed, span_text, state_text

SCALE = OrdinalScale([("TMP", "TW"), "WDP", "WTP"])


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (1234, "1.234", "1,234"),
        (Fraction(1, 8), "0,125", "0.125"),
        (Fraction(1, 10**6), "0,000001", "0.000001"),
        (Fraction(1, 10**7), "0,00", "0.00"),
        (Fraction(-2, 3), "-0,67", "-0.67"),
        (Fraction(10**600 + 1, 10**600 * 3), "0,33", "0.33"),
        (None, "–", "–"),
    ],
)
def test_figure(value: int | Fraction | None, indonesian: str, english: str) -> None:
    """Numbers that end within six decimals are whole, others are rounded to two; none is too long to be written."""
    assert (figure(value, "id"), figure(value, "en")) == (indonesian, english)


@pytest.mark.parametrize(
    ("place", "text"), [(0, "TMP/TW"), (2, "WTP"), (3, "3"), (-1, "-1"), (Fraction(1, 2), "0,5"), (None, "–")]
)
def test_a_place_is_its_level(place: int | Fraction | None, text: str) -> None:
    """A place on the scale is written as the level that stands there; anything else stays a number."""
    assert figure(place, "id", SCALE) == text


@pytest.mark.parametrize(("value", "text"), [(1, "+1"), (0, "0"), (-1, "-1"), (None, "–")])
def test_signed(value: int | None, text: str) -> None:
    """Only what is more has a plus."""
    assert signed(value, "id") == text


@pytest.mark.parametrize(
    ("low", "high", "text"), [(1, 1, "1"), (1, 2, "1 … 2"), (None, 2, "-∞ … 2"), (1, None, "1 … ∞")]
)
def test_span(low: int | None, high: int | None, text: str) -> None:
    """A point is one number; an end without a bound is open."""
    assert span_text(Span(low, high), "id") == text
    assert span_text(None, "id") == "–"


def test_cell_of_a_row() -> None:
    """Decimals have at most six places and no trailing zeros; as text a number is exact."""
    third, half = Fraction(1, 3), Fraction(5, 2)
    assert [as_cell(value, "decimal") for value in (third, half, 100, None)] == [
        Decimal("0.333333"),
        Decimal("2.5"),
        Decimal(100),
        None,
    ]
    assert [as_cell(value, "text") for value in (third, half, 100, None)] == ["1/3", "2.5", "100", None]
    assert str(as_cell(Fraction(1, 10**9), "decimal")) == "0"
    assert (is_cut(third), is_cut(half), is_cut(None)) == (True, False, False)


def test_listing_ends_after_a_dozen() -> None:
    """Twelve names are all written; of more the rest is counted."""
    assert listing(map(str, range(12)), "id").endswith("10, 11")
    assert listing(map(str, range(13)), "id").endswith("10, 11 dan 1 lagi")


def test_every_state_has_words() -> None:
    """Each state has its words in both languages."""
    words = [(state_text(state, "id"), state_text(state, "en")) for state in get_args(State)]
    assert len(set(words)) == len(words)
    assert all(one != other for one, other in words)
