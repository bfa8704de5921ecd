"""Wilayah: which facts meet all of a rule's conditions at once, decided exactly when a policy is built.

The years of one fact are numbers between which only differences are limited, so that shortest paths decide whether
any numbers meet all limits, and find some that do. Facts do not depend on each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from sakip.base.interval import Interval, IntervalSet
from sakip.lifecycle.consequences.condition import FactCondition, band_of
from sakip.lifecycle.consequences.fact_kind import FactKind

__all__ = ["Limit", "implies", "limits_of", "witness"]


class Limit(NamedTuple):
    """Batas: a fact's value some years back, or its difference from the year before, lies in a band."""

    fact: str
    back: int
    change: bool
    band: Interval


class _Bound(NamedTuple):
    """How far one number may lie above another: less than ``value``, or just as far where it is closed."""

    value: Fraction
    closed: bool


def limits_of(conditions: Iterable[FactCondition], kinds: Mapping[str, FactKind]) -> tuple[Limit, ...]:
    """Batas-batas: the conditions, year by year.

    Examples:
        >>> from sakip.lifecycle import PREDICATE_FACT
        >>> kinds = {"predicate": PREDICATE_FACT}
        >>> [one.back for one in limits_of([FactCondition.at_least("predicate", "Baik", years=2)], kinds)]
        [0, 1]
    """
    return tuple(
        Limit(one.fact, back, one.asked == "change", band_of(one, kinds[one.fact]))
        for one in conditions
        for back in range(one.years)
    )


def witness(limits: Sequence[Limit], kinds: Mapping[str, FactKind]) -> dict[tuple[str, int], Fraction] | None:
    """Saksi: numbers that meet all limits, by fact and years back; None where there are none.

    Examples:
        >>> from sakip.lifecycle import LATE_REPORTS_FACT
        >>> late = Limit("late-reports", 0, False, Interval.open(0, 1))
        >>> witness([late], {"late-reports": LATE_REPORTS_FACT}) is None
        True
    """
    found: dict[tuple[str, int], Fraction] = {}
    for fact in dict.fromkeys(limit.fact for limit in limits):
        own = _numbers([limit for limit in limits if limit.fact == fact], kinds[fact])
        if own is None:
            return None
        found |= {(fact, back): number for back, number in enumerate(own)}
    return found


def implies(limits: Sequence[Limit], others: Sequence[Limit], kinds: Mapping[str, FactKind]) -> bool:
    """Mencakup: whether whatever meets the first limits meets the others too; what none can meet implies everything.

    Examples:
        >>> from sakip.lifecycle import TOTAL_FACT
        >>> high, low = (Limit("total", 0, False, Interval.at_least(bound)) for bound in (90, 80))
        >>> implies([high], [low], {"total": TOTAL_FACT}), implies([low], [high], {"total": TOTAL_FACT})
        (True, False)
    """
    # Facts do not depend on each other: what lies outside of one limit is a question about its fact alone.
    return witness(limits, kinds) is None or not any(
        _numbers([*(one for one in limits if one.fact == other.fact), other._replace(band=outside)], kinds[other.fact])
        for other in others
        for outside in IntervalSet.of(other.band).complement()
    )


def _numbers(limits: Sequence[Limit], kind: FactKind) -> list[Fraction] | None:
    """A number for each year back, within all limits of one fact."""
    years = 1 + max(limit.back + limit.change for limit in limits)
    zero = years  # one more place, for the number 0
    above: list[list[_Bound | None]] = [[None] * (years + 1) for _ in range(years + 1)]
    for place in range(years + 1):
        above[place][place] = _Bound(Fraction(0), closed=True)
    bands = [(back, zero, kind.values) for back in range(years)]
    bands += [(limit.back, limit.back + 1 if limit.change else zero, limit.band) for limit in limits]
    for one, other, band in bands:
        low, high = _ends(band, whole=kind.is_whole)
        above[one][other] = _tighter(above[one][other], high)
        above[other][one] = _tighter(above[other][one], low)
    if not _closed(above):
        return None
    return _chosen(above, years)


def _ends(band: Interval, *, whole: bool) -> tuple[_Bound | None, _Bound | None]:
    """How far 0 may lie above a number, and the number above 0; of whole numbers the outermost that are inside."""
    low, high = band.low, band.high
    low_closed, high_closed = band.low_end == "closed", band.high_end == "closed"
    if whole:
        if low is not None:
            low, low_closed = Fraction(-(-low // 1) if low_closed else low // 1 + 1), True
        if high is not None:
            high, high_closed = Fraction(high // 1 if high_closed else -(-high // 1) - 1), True
    return (
        None if low is None else _Bound(-low, low_closed),
        None if high is None else _Bound(high, high_closed),
    )


def _tighter(one: _Bound | None, other: _Bound | None) -> _Bound | None:
    if one is None or other is None:
        return one or other
    return min(one, other)


def _closed(above: list[list[_Bound | None]]) -> bool:
    """Draw every conclusion from the bounds, in place; whether any numbers are left."""
    places = range(len(above))
    for through in places:
        for one in places:
            first = above[one][through]
            if first is None:
                continue
            for other in places:
                second = above[through][other]
                if second is not None:
                    joined = _Bound(first.value + second.value, first.closed and second.closed)
                    above[one][other] = _tighter(above[one][other], joined)
    return all(above[place][place] == _Bound(Fraction(0), closed=True) for place in places)


def _chosen(above: list[list[_Bound | None]], years: int) -> list[Fraction]:
    """One number after the other: whatever the conclusions leave to one can be met by those that follow."""
    chosen: list[Fraction] = []
    for place in range(years):
        known = [*enumerate(chosen), (years, Fraction(0))]
        highs = [
            _Bound(number + bound.value, bound.closed)
            for other, number in known
            if (bound := above[place][other]) is not None
        ]
        lows = [
            _Bound(bound.value - number, bound.closed)
            for other, number in known
            if (bound := above[other][place]) is not None
        ]
        chosen.append(_between(min(lows, default=None), min(highs, default=None)))
    return chosen


def _between(low: _Bound | None, high: _Bound | None) -> Fraction:
    """A number above the negative of ``low`` and below ``high``, an end of the two if one may be had."""
    least, most = (None if low is None else -low.value), (None if high is None else high.value)
    if low is not None and least is not None and low.closed:
        return least
    if high is not None and most is not None and high.closed:
        return most
    if least is None:
        return Fraction(0) if most is None else most - 1
    return least + 1 if most is None else (least + most) / 2
