"""Pilihan nilai: what a cell or a group can become, at what cost; short lists, in which nothing needless is kept."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from sakip.cascade.rollup.span import Span

__all__ = ["Limits", "Option", "Options", "common", "pruned", "within"]


class Option(NamedTuple):
    """Pilihan.

    Attributes:
        span: The values that can be had.
        aim: Those of them with which stated numbers agree exactly, rounding apart; the same where there are none.
        cost: What it costs.
        source: How it came about.
    """

    span: Span
    aim: Span
    cost: int
    source: Any = None


class Options(NamedTuple):
    """Daftar pilihan.

    Attributes:
        kept: The options, the cheapest first.
        lost: No solution that was left out here costs less than this; None where none was.
    """

    kept: tuple[Option, ...]
    lost: int | None = None

    @property
    def least(self) -> int:
        """Termurah: the cost of the cheapest option; 0 of none."""
        return self.kept[0].cost if self.kept else 0


class Limits(NamedTuple):
    """Batas daftar: how much dearer than the cheapest an option may be, and how many are kept."""

    excess: int
    most: int


def within(outer: Span, inner: Span) -> bool:
    """Di dalam: whether every number of one span belongs to another.

    Examples:
        >>> within(Span(0, None), Span(3, 4)), within(Span(0, 4, open_high=True), Span(3, 4))
        (True, False)
    """
    if outer.low is not None and (
        inner.low is None or inner.low < outer.low or (inner.low == outer.low and outer.open_low and not inner.open_low)
    ):
        return False
    return outer.high is None or not (
        inner.high is None
        or inner.high > outer.high
        or (inner.high == outer.high and outer.open_high and not inner.open_high)
    )


def common(one: Span, other: Span) -> Span:
    """Irisan: what belongs to both of two spans that meet."""
    return one.clipped(other)


def least_of(costs: Iterable[int | None]) -> int | None:
    """Terkecil: the least of the costs that are known.

    Examples:
        >>> least_of([None, 4, 2]), least_of([None])
        (2, None)
    """
    return min((cost for cost in costs if cost is not None), default=None)


def pruned(options: Iterable[Option], lost: int | None, limits: Limits) -> Options:
    """Dipangkas: without options that a cheaper one makes needless, and without those that cost far too much.

    Examples:
        >>> found = pruned([Option(Span(4, 4), Span(4, 4), 2), Option(Span(0, 9), Span(0, 9), 1)], None, Limits(8, 9))
        >>> [option.cost for option in found.kept], found.lost
        ([1], None)
    """
    ordered = sorted(options, key=_order)
    kept: list[Option] = []
    for option in ordered:
        if any(within(other.span, option.span) for other in kept):
            continue
        if len(kept) == limits.most or option.cost > ordered[0].cost + limits.excess:
            lost = least_of([lost, option.cost])
            break
        kept.append(option)
    return Options(tuple(kept), lost)


def _order(option: Option) -> tuple[int, int]:
    span = option.span
    return option.cost, (span.low is not None) + (span.high is not None) + (span.low == span.high)
