from fractions import Fraction

import pytest

from sakip.cascade.explaining.shapley import MOST_MOVED, maximum_shares, minimum_shares

THIRD = Fraction(1, 3)


@pytest.mark.parametrize(
    ("before", "after", "shares"),
    [
        ([3, 3, 3, 3, 3], [3, 2, 3, 1, 2], (0, -THIRD, 0, -4 * THIRD, -THIRD)),
        ([3], [1], (-2,)),
        ([3, 3], [3, 3], (0, 0)),
        # The second one promised no more than the first reached, so nothing is lost by the first.
        ([5, 2], [4, 2], (0, 0)),
        # One rises and one falls past each other: they share the loss that neither makes alone.
        ([1, 3], [3, 1], (1, -1)),
        ([0, 0], [4, 2], (1, 1)),
    ],
)
def test_minimum(before: list[int], after: list[int], shares: tuple[Fraction, ...]) -> None:
    """Known shares of a lowest value."""
    assert minimum_shares(before, after) == shares


def test_maximum_mirrors_the_minimum() -> None:
    """A highest value is shared as the lowest one of the negated numbers."""
    assert maximum_shares([-3, -3], [-3, -1]) == (0, 2)
    assert maximum_shares([2, 5], [4, 3]) == (Fraction(1, 2), Fraction(-3, 2))


def test_only_so_many_are_shared() -> None:
    """Up to the limit of changing children the shares are exact and add up; beyond it there are none."""
    before, after = list(range(MOST_MOVED, 2 * MOST_MOVED)), list(range(MOST_MOVED))
    shares = minimum_shares(before, after)
    assert shares is not None
    assert sum(shares) == -MOST_MOVED
    still = minimum_shares([*before, 9_999], [*after, 9_999])
    assert still == (*shares, 0)
    assert minimum_shares([*before, 9_999], [*after, 9_998]) is None
    assert maximum_shares([*before, 9_999], [*after, 9_998]) is None


def test_whole_shares_are_whole() -> None:
    """A share without a rest is an int."""
    assert [type(share) for share in minimum_shares([2, 2], [1, 2]) or ()] == [int, int]
