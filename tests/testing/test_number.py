from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import testing
from tests.testing.making import found


@given(testing.numbers(-5, 7, rich=True), testing.numbers(10**17, rich=True), testing.numbers(1, 1))
def test_numbers_keep_their_bounds(inside: Decimal, large: Decimal, one: Decimal) -> None:
    """Numbers lie between the bounds that were asked for, both included."""
    assert -5 <= inside <= 7
    assert large >= 10**17
    assert one == 1


@pytest.mark.parametrize(
    "condition",
    [
        lambda number: number == 0,
        lambda number: number < 0,
        lambda number: number == Decimal("0.125"),
        lambda number: abs(number) > 10**17,
        lambda number: number.as_tuple().exponent == -6,
    ],
    ids=["zero", "negative", "tie", "huge", "six decimals"],
)
def test_rich_numbers_reach_the_corners(condition: Callable[[Decimal], bool]) -> None:
    """Zero, negative numbers, ties, numbers near the limit and all six decimals are found."""
    found(testing.numbers(rich=True), condition)


def test_equal_numbers_are_common() -> None:
    """Two numbers drawn apart are equal often enough to be found soon."""
    found(st.tuples(testing.numbers(rich=True), testing.numbers(rich=True)), lambda pair: pair[0] == pair[1])
