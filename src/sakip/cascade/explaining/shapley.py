"""Nilai Shapley: the exact share of each child in the change of a minimum or a maximum, without trying all orders."""

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from math import comb

from sakip.cascade.rollup.span import Exact, tidy

__all__ = ["MOST_MOVED", "maximum_shares", "minimum_shares"]

MOST_MOVED = 1000
"""Terbanyak: with more children than this that change, the fractions would be too long for anybody to read."""


def minimum_shares(before: Sequence[Exact], after: Sequence[Exact]) -> tuple[Exact, ...] | None:
    """Andil pada nilai terendah: what each child adds to the change of the minimum, on average over all orders.

    Between two neighbouring values the minimum rises only where every child reaches the upper one. The children that
    reach it only after the change, and those that reach it only before, share that step by a closed formula; where
    one reaches it neither before nor after, nobody gains or loses by it. The shares add up to the change.

    Args:
        before: The number of each child before.
        after: The number of each child after.

    Returns:
        One share a child; None where more than `MOST_MOVED` children change.

    Examples:
        >>> minimum_shares([3, 3, 3, 3, 3], [3, 2, 3, 1, 2])
        (0, Fraction(-1, 3), 0, Fraction(-4, 3), Fraction(-1, 3))
    """
    moved = [at for at, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    if len(moved) > MOST_MOVED:
        return None
    shares: list[Exact] = [0] * len(before)
    if not moved:
        return tuple(shares)
    ceiling = min(map(max, before, after))
    steps = sorted({min(value, ceiling) for at in moved for value in (before[at], after[at])})
    gains, losses = [0] * (len(steps) + 1), [0] * (len(steps) + 1)
    ends: list[tuple[int, int, int]] = []
    for at in moved:
        old, new = (bisect_left(steps, min(value, ceiling)) for value in (before[at], after[at]))
        ends.append((at, old, new))
        counts = gains if new > old else losses
        counts[min(old, new)] += 1
        counts[max(old, new)] -= 1
    risen, fallen = _prices(steps, list(accumulate(gains)), list(accumulate(losses)))
    for at, old, new in ends:
        shares[at] = tidy(risen[new] - risen[old] if new > old else fallen[new] - fallen[old])
    return tuple(shares)


def maximum_shares(before: Sequence[Exact], after: Sequence[Exact]) -> tuple[Exact, ...] | None:
    """Andil pada nilai tertinggi: the mirror image of `minimum_shares`.

    Examples:
        >>> maximum_shares([2, 5], [4, 3])
        (Fraction(1, 2), Fraction(-3, 2))
    """
    found = minimum_shares([-value for value in before], [-value for value in after])
    return None if found is None else tuple(-share for share in found)


def _prices(
    steps: Sequence[Exact], gaining: Sequence[int], losing: Sequence[int]
) -> tuple[list[Fraction], list[Fraction]]:
    """What one child gains, and what one loses, from the lowest step up to each."""
    risen, fallen = [Fraction(0)], [Fraction(0)]
    for at in range(len(steps) - 1):
        width, up, down = steps[at + 1] - steps[at], gaining[at], losing[at]
        orders = comb(up + down, up)
        risen.append(risen[-1] + (Fraction(width) / (up * orders) if up else 0))
        fallen.append(fallen[-1] + (Fraction(width) / (down * orders) if down else 0))
    return risen, fallen
