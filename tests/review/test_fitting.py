"""Which formulas and roundings give a print."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.policies import HIGHER_IS_BETTER
from sakip.review.fitting import (
    CAPS,
    DOWN,
    INVERSE,
    MODES,
    RANGES,
    UP,
    VALUES,
    Fit,
    Way,
    fits,
    modes_by_way,
    modes_of,
    quotients,
)
from sakip.review.fitting import Counted as _Counted

EXACT = Context(prec=60)


class Number:
    """A number as its digits and decimals."""

    def __init__(self, digits: int, decimals: int = 0) -> None:
        self.digits = digits
        self.decimals = decimals


def given_by(target: Number, realization: Number, printed: Number) -> list[str]:
    """The formulas that give a print."""
    modes = modes_by_way(quotients(VALUES, target, realization), printed)
    return [fit.formula for fit in fits(VALUES, modes, printed.decimals)]


@pytest.mark.parametrize(
    ("target", "realization", "printed", "formulas"),
    [
        (Number(352, 2), Number(402, 2), Number(11420, 2), ["higher-is-better"]),
        (Number(4934, 2), Number(11084, 2), Number(-2465, 2), ["lower-is-better"]),
        (Number(10), Number(8), Number(125), ["lower-is-better-inverse"]),
        (Number(7), Number(7), Number(100), [way.formula.id for way in VALUES]),
        (Number(75), Number(928, 1), Number(928, 1), []),
        (Number(-5), Number(-4), Number(80), ["higher-is-better"]),
        (Number(0), Number(4), Number(0), []),
    ],
)
def test_formulas(target: Number, realization: Number, printed: Number, formulas: list[str]) -> None:
    """Each formula alone, all where the target is met, none for a zero target."""
    assert given_by(target, realization, printed) == formulas


def test_ranges_take_the_nearer_bound() -> None:
    """The examples of the regulation: 70 against 80 to 90, and 9 months against 7 to 8."""
    assert quotients(RANGES[:1], Number(80), Number(70), Number(90)) == [(7000, 80)]
    (value,) = quotients(RANGES[1:], Number(7), Number(9), Number(8))
    assert value == (700, 8)


def test_ways_name_the_formulas_of_the_field() -> None:
    """A way is a formula of the policies, by the same object."""
    assert Way(HIGHER_IS_BETTER, "maximize") == UP
    assert [way.polarity for way in (UP, DOWN, INVERSE)] == ["maximize", "minimize", "minimize"]
    assert min(CAPS) == 100


@given(
    value=st.decimals(-10_000, 10_000, places=4),
    decimals=st.integers(0, 3),
    off=st.integers(-1, 1),
)
def test_modes_are_those_of_decimal(value: Decimal, decimals: int, off: int) -> None:
    """Half up, half even and truncation, as an independent implementation rounds."""
    step = Decimal(1).scaleb(-decimals)
    by_mode = {
        mode: int(value.quantize(step, rounding, EXACT).scaleb(decimals))
        for mode, rounding in (("half_up", ROUND_HALF_UP), ("half_even", ROUND_HALF_EVEN), ("truncate", ROUND_DOWN))
    }
    count = by_mode["half_even"] + off
    expected = tuple(mode for mode, rounded in by_mode.items() if rounded == count)
    assert MODES[modes_of(value.as_integer_ratio(), count, decimals)] == expected


def test_a_quotient_is_a_hundredth() -> None:
    """1,08 stands for 108 percent."""
    values = quotients(VALUES, Number(100), Number(108))
    assert modes_by_way(values, Number(108, 2)) == 0
    (fit,) = fits(VALUES, modes_by_way(values, Number(108, 2), "quotient"), 2, "quotient")
    assert fit == Fit("higher-is-better", "maximize", MODES[-1], 2, "quotient")


def test_counted_is_what_has_digits() -> None:
    """Any number with digits and decimals is enough."""
    number: _Counted = Number(5)
    assert (number.digits, number.decimals) == (5, 0)
