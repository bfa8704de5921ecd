"""Keliru waktu: the periods put together in another way, or the children before the periods."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from sakip.base.text import Text
from sakip.cascade.causes.guess import Guess
from sakip.cascade.causes.setting import Setting
from sakip.cascade.rollup.cells import consolidated_plan
from sakip.cascade.rollup.rollup import Operand
from sakip.cascade.rollup.span import Exact, Span, exact_of, tidy
from sakip.model.period import Period
from sakip.model.realization import Components

__all__ = ["consolidated_otherwise"]

_OTHERWISE = Text(
    "angka itu cocok bila periode {children} digabung sebagai {how}",
    "it fits if the periods of {children} are taken as their {how}",
)
_ALL_OTHERWISE = Text(
    "angka itu cocok bila periode semua bawahan digabung sebagai {how}",
    "it fits if the periods of all children are taken as their {how}",
)
_PERIODS_LAST = Text(
    "angka itu cocok bila bawahan digabung per periode dahulu, lalu periodenya sebagai {how}",
    "it fits if the children are put together period by period, and the periods as their {how} then",
)
_HOWS = {
    "sum": Text("jumlah", "sum"),
    "average": Text("rata-rata", "mean"),
    "last_level": Text("angka terakhir", "last number"),
    "minimum": Text("angka terendah", "least number"),
    "maximum": Text("angka tertinggi", "greatest number"),
}


class _Series(NamedTuple):
    """The numbers of a child, period after period."""

    periods: tuple[Period, ...]
    amounts: tuple[Exact, ...]


def consolidated_otherwise(setting: Setting) -> Iterator[Guess]:
    """Gabungan waktu lain (H10): another consolidation of one child or of all, or the children before the periods."""
    kind = setting.rolled.kind
    if not setting.is_complete or (kind == "same" and len(setting.counted) > 1):
        return
    series = [_series(setting, one.child) for one in setting.counted]
    if not any(one.amounts for one in series):
        return
    commuting: set[str] = set()
    for how, word in _HOWS.items():
        changed = [_taken(setting, one, own, how) for one, own in zip(setting.counted, series, strict=True)]
        if all(one.amounts for one in series) and setting.fits(setting.made_of(changed)):
            commuting.add(how)
            yield Guess("H10", 0, _ALL_OTHERWISE, (("how", word),))
        for place, (one, other) in enumerate(zip(setting.counted, changed, strict=True)):
            if other is not one and setting.fits(setting.with_child(place, other)):
                yield Guess("H10", 2, _OTHERWISE, (("how", word),), (one.child,))
    yield from _children_first(setting, series, commuting)


def _children_first(setting: Setting, series: Sequence[_Series], commuting: set[str]) -> Iterator[Guess]:
    """Ways in which the order makes a difference."""
    first = series[0].periods
    if any(one.periods != first for one in series):
        return
    rolled: list[Span] = []
    for at in range(len(first)):
        pairs = zip(setting.counted, series, strict=True)
        span = setting.made_of([setting.with_number(one, own.amounts[at]) for one, own in pairs])
        if span is None:
            return
        rolled.append(span)
    for how, word in _HOWS.items():
        if how not in commuting and setting.fits(_ends(rolled, how)):
            yield Guess("H10", 0, _PERIODS_LAST, (("how", word),))


def _ends(spans: Sequence[Span], how: str) -> Span | None:
    lows = [span.low for span in spans if span.low is not None]
    highs = [span.high for span in spans if span.high is not None]
    if len(lows) < len(spans) or len(highs) < len(spans):
        return None
    return Span(consolidated_plan(lows, how), consolidated_plan(highs, how))


def _series(setting: Setting, child: int) -> _Series:
    """What a child promised or delivered in each period, if there are several; nothing where one has no number."""
    graph, through = setting.case.graph, setting.case.through
    pairs: list[tuple[Period, Exact]] = []
    if setting.side == "target":
        pairs = [(period, exact_of(amount)) for period, amount in graph.target(child).trajectory]
    elif setting.side == "actual":
        for one in graph.reported[child]:
            if one.period is None or (through is not None and one.period.last_day > through.last_day):
                continue
            if isinstance(one.value, Decimal):
                pairs.append((one.period, exact_of(one.value)))
            elif isinstance(one.value, Components):
                parts = one.value
                above, below = exact_of(parts.per) * exact_of(parts.numerator), exact_of(parts.denominator)
                pairs.append((one.period, tidy(Fraction(above) / below)))
            else:
                return _Series((), ())
    pairs.sort(key=lambda pair: pair[0])
    periods = tuple(period for period, _ in pairs)
    if len(set(periods)) < 2 or len(set(periods)) < len(periods):
        return _Series((), ())
    return _Series(periods, tuple(amount for _, amount in pairs))


def _taken(setting: Setting, operand: Operand, series: _Series, how: str) -> Operand:
    value = consolidated_plan(series.amounts, how) if series.amounts else None
    if value is None or value == setting.stated(operand).point:
        return operand
    return setting.with_number(operand, value)
