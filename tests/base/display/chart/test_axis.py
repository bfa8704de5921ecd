"""Where a number stands."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.display.chart.axis import Axis, axis_text, require_value, round_step
from sakip.errors import InvalidValueError
from tests.base.contract import facts_of

NUMBERS = st.fractions(min_value=-(10**20), max_value=10**20, max_denominator=10**6)


class TestValue:
    """Which numbers can be drawn."""

    @pytest.mark.parametrize("value", [0, -5, Decimal("98.5"), Fraction(800, 9), 10**60 - 1, Decimal("1e-60")])
    def test_exact_numbers(self, value: Any) -> None:
        """They become the fraction that they are."""
        assert require_value(value, "x") == value

    @pytest.mark.parametrize(
        "value",
        [0.5, True, "5", None, Decimal("NaN"), Decimal("Infinity"), Decimal("1e999999999"), 10**60, Fraction(10**61)],
    )
    def test_others_are_refused(self, value: Any) -> None:
        """A float, a bool, a text, and what would fill the memory."""
        with pytest.raises(InvalidValueError) as caught:
            require_value(value, "Bar.value")
        assert (caught.value.code, caught.value.path) == ("not-drawable", "Bar.value")
        assert caught.value.value is value

    @pytest.mark.parametrize(
        ("value", "drawable"),
        [
            (Decimal("9e60"), True),
            (Decimal("1e61"), False),
            (Decimal("1e-60"), True),
            (Decimal("1e-61"), False),
            (Decimal("0e999"), True),
            (Decimal("0." + "1" * 60 + "0" * 60), True),
            (Decimal("1" * 61 + "." + "1" * 59), True),
            (Decimal("1" * 61 + "." + "1" * 60), False),
            (-(10**60) + 1, True),
            (-(10**60), False),
            (Fraction(10**61 - 1, 10), True),
        ],
    )
    def test_both_sides_of_the_limits(self, value: Any, drawable: bool) -> None:
        """What is measured before it is drawn: its size, and how many digits it has."""
        if drawable:
            assert require_value(value, "x") == value
        else:
            assert facts_of(lambda: require_value(value, "Bar.value")) == ("not-drawable", "Bar.value", value)


class TestSteps:
    """Round numbers."""

    @given(st.fractions(min_value=Fraction(1, 10**9), max_value=10**20), st.integers(1, 12))
    def test_a_step_is_round_and_the_least(self, span: Fraction, most: int) -> None:
        """1, 2 or 5 times a power of ten; the next smaller one would give too many steps."""
        step = round_step(span, most)
        digit = str(step.numerator * 10**30 // step.denominator).strip("0")
        smaller = step * {"1": Fraction(1, 2), "2": Fraction(1, 2), "5": Fraction(2, 5)}[digit]
        assert span / step <= most < span / smaller

    @pytest.mark.parametrize(
        ("span", "most", "step"),
        [(100, 5, 20), (101, 5, 50), (10, 10, 1), (11, 10, 2), (50, 1, 50), (Fraction(51, 100), 5, Fraction(1, 5))],
    )
    def test_boundaries(self, span: Any, most: int, step: Any) -> None:
        """What just fits takes the smaller step."""
        assert round_step(Fraction(span), most) == step


class TestAxis:
    """Numbers on a line."""

    @given(st.lists(NUMBERS, min_size=1, max_size=5))
    def test_ends_and_order(self, values: list[Fraction]) -> None:
        """The least number stands at the start, and a greater number never before a smaller one."""
        axis = Axis.over(values, 10, 110)
        assert axis.at(min(values)) >= 10
        places = [axis.at(value) for value in sorted(values)]
        assert all(first <= second for first, second in pairwise(places))
        assert places[-1] <= 110

    @given(st.lists(NUMBERS, min_size=1, max_size=5), st.integers(2, 8))
    def test_ticks_lie_on_the_axis(self, values: list[Fraction], most: int) -> None:
        """No tick lies outside, and there are about as many as was asked."""
        axis = Axis.over(values, 0, 100)
        ticks = axis.ticks(most)
        assert all(axis.low <= tick <= axis.high for tick in ticks)
        assert len(ticks) <= most + 1

    @given(st.lists(NUMBERS, min_size=1, max_size=5))
    def test_rounded_ends_are_ticks(self, values: list[Fraction]) -> None:
        """A rounded axis holds what it held and begins and ends with a round number."""
        axis = Axis.over(values, 0, 100)
        found = axis.rounded(5)
        assert found.low <= axis.low < axis.high <= found.high

    @pytest.mark.parametrize("values", [[], [0], [5, 5], [-5], [Fraction(1, 10**30), 0]])
    def test_nothing_to_part(self, values: list[Any]) -> None:
        """Numbers that are one still have an axis."""
        axis = Axis.over([Fraction(value) for value in values], 0, 100)
        assert axis.low < axis.high
        assert axis.ticks(4)

    @pytest.mark.parametrize(
        ("values", "ends"),
        [
            ([], (0, 1)),
            ([5, 5], (5, 6)),
            ([-5], (-6, -5)),
            ([0, Fraction(1, 10**12)], (0, Fraction(1, 10**12))),
            ([0, Fraction(1, 10**12 + 1)], (0, 1)),
            ([Fraction(-1, 10**12 + 1), 0], (Fraction(-1, 10**12 + 1) - 1, Fraction(-1, 10**12 + 1))),
            ([3, -2, 7], (-2, 7)),
        ],
    )
    def test_ends(self, values: list[Any], ends: tuple[Any, Any]) -> None:
        """From the least to the greatest; numbers nearer than a millionth of a millionth are one, and one has room.

        The room is one, away from zero.
        """
        axis = Axis.over([Fraction(value) for value in values], 10, 110)
        assert (axis.low, axis.high, axis.start, axis.end) == (*ends, 10, 110)
        assert (axis.at(axis.low), axis.at(axis.high)) == (10, 110)
        assert axis.at((axis.low + axis.high) / 2) == 60

    @pytest.mark.parametrize(
        ("values", "most", "ends", "ticks"),
        [
            ([0, 95], 4, (0, 100), (0, 50)),
            ([0, 100], 5, (0, 100), (0, 20, 40, 60, 80, 100)),
            ([-1, 99], 5, (-20, 100), (0, 20, 40, 60, 80)),
            ([Fraction(1, 2), 3], 5, (Fraction(1, 2), 3), (Fraction(1, 2), 1, Fraction(3, 2), 2, Fraction(5, 2), 3)),
        ],
    )
    def test_round_numbers(self, values: list[Any], most: int, ends: Any, ticks: Any) -> None:
        """An end that is round stays, another moves outwards; ticks lie within, ends included."""
        axis = Axis.over([Fraction(value) for value in values], 0, 100)
        found = axis.rounded(most)
        assert (found.low, found.high, found.start, found.end) == (*ends, 0, 100)
        assert axis.ticks(most) == ticks

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (Fraction(1, 10**12), "0,000000000001"),
            (Fraction(1, 2 * 10**12), "0"),
            (150, "150"),
            (0, "0"),
            (Fraction(-1, 2), "-0,5"),
            (Fraction(1, 3), "0,3333"),
            (10**6, "1.000.000"),
        ],
    )
    def test_written(self, value: Any, text: str) -> None:
        """Exactly where that is short."""
        assert axis_text(Fraction(value), "id") == text
