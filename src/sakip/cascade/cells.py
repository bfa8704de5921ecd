"""Sel: what a node promised and what it delivered, each as a number with its interval or the reason for none."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import Literal, NamedTuple

from sakip.cascade.node import NodeFacts
from sakip.cascade.span import Exact, Rounded, Span, exact_of, spread
from sakip.model.indicator import Indicator, Level
from sakip.model.period import Period
from sakip.model.realization import AwaitingRelease, Components, NotApplicable, NotReported, Realization
from sakip.model.target import Range, Target
from sakip.scoring.consolidation import Scope, consolidated
from sakip.scoring.outcome import Reason

__all__ = ["Cell", "Parts", "State", "actual_cell", "domain_of", "target_cell", "worse"]

State = Literal["given", "missing", "not_applicable", "awaiting", "not_due", "not_numeric", "conflicting"]
"""Keadaan sel: a number, or why there is none."""


class Parts(NamedTuple):
    """Pembilang dan penyebut: the components of a ratio, and what the quotient is counted per."""

    numerator: Exact
    denominator: Exact
    per: Exact

    @property
    def value(self) -> Exact:
        """Nilai: the quotient."""
        return _tidy(Fraction(self.per * self.numerator) / self.denominator)


class Cell(NamedTuple):
    """Sel: one number of one node.

    Attributes:
        state: ``given``, or why there is no number.
        point: The number as it is stated.
        span: What it can stand for by its declared decimals.
        parts: Its numerator and denominator, where they are known.
    """

    state: State
    point: Exact | None = None
    span: Span | None = None
    parts: Parts | None = None

    @property
    def is_given(self) -> bool:
        """Terisi: whether there is a number."""
        return self.state == "given"

    def times(self, factor: Exact) -> "Cell":
        """Dikalikan: the same number in a smaller or greater unit."""
        return self._replace(
            point=None if self.point is None else self.point * factor,
            span=None if self.span is None else self.span.times(factor),
        )


def _tidy(value: Fraction) -> Exact:
    return value.numerator if value.denominator == 1 else value


def _number(
    value: Exact, indicator: Indicator, rounded: Rounded, parts: Parts | None = None, span: Span | None = None
) -> Cell:
    if span is None:
        # Components are exact, whatever decimals their quotient is printed with.
        span = spread(value, None if parts is not None else indicator.decimals, rounded)
    if indicator.measure in {"flow", "stock"} and value >= 0:
        span = span.clipped(Span(0, None))
    return Cell("given", value, span, parts)


def _parts(value: Components) -> Parts:
    return Parts(exact_of(value.numerator), exact_of(value.denominator), exact_of(value.per))


def target_cell(target: Target, facts: NodeFacts | None, rounded: Rounded) -> Cell:
    """Sel target: what is promised for the year."""
    return _promised(target.value, target.indicator, facts, rounded)


def _promised(
    value: Decimal | Range | Level | date, indicator: Indicator, facts: NodeFacts | None, rounded: Rounded
) -> Cell:
    if isinstance(value, Decimal):
        parts = _parts(facts.planned) if facts is not None and facts.planned is not None else None
        # The stated target counts; its components only say how it is composed.
        cell = _number(exact_of(value), indicator, rounded)
        return cell if parts is None else cell._replace(parts=parts)
    if isinstance(value, Level):
        return _level(value, indicator)
    if isinstance(value, Range):
        return Cell("given", None, Span(exact_of(value.low), exact_of(value.high)))
    return Cell("not_numeric")


def _level(value: Level, indicator: Indicator) -> Cell:
    """A level as its place on the scale, the lowest being 0."""
    if indicator.scale is None or value not in indicator.scale:
        return Cell("not_numeric")
    place = indicator.scale.rank(value) - 1
    return Cell("given", place, Span(place, place))


def actual_cell(
    target: Target, reported: Sequence[Realization], year: Period, through: Period | None, rounded: Rounded
) -> Cell:
    """Sel realisasi: what was delivered in the year, or through a period of it; periods are consolidated first."""
    if not reported:
        return Cell("missing")
    if conflicting(reported, target.indicator, year, rounded):
        return Cell("conflicting")
    whole = [one for one in reported if one.period is None or one.period == year]
    if through is None and whole:
        cells = [_stated(one, target.indicator, rounded) for one in whole]
        # They agree; one that says its components says more.
        return next((cell for cell in cells if cell.parts is not None), cells[0])
    fact = consolidated(target, reported, Scope(year, through=through))
    if isinstance(fact, Reason):
        return Cell(_STATES.get(fact.code, "missing"))
    if isinstance(fact, Level):
        return _level(fact, target.indicator)
    if isinstance(fact, date):
        return Cell("not_numeric")
    counted = {one.period: one for one in reported if one.period is not None and one.period != year}
    last = None if through is None else through.last_day
    due = [one for period, one in counted.items() if last is None or period.last_day <= last]
    return _consolidated(fact[0], fact[-1], target, due, rounded)


_STATES: dict[str, State] = {
    "not-applicable": "not_applicable",
    "awaiting-release": "awaiting",
    "not-due": "not_due",
    "kind-mismatch": "not_numeric",
}


def _stated(one: Realization, indicator: Indicator, rounded: Rounded) -> Cell:
    value = one.value
    if isinstance(value, Decimal):
        return _number(exact_of(value), indicator, rounded)
    if isinstance(value, Components):
        parts = _parts(value)
        return _number(parts.value, indicator, rounded, parts)
    if isinstance(value, Level):
        return _level(value, indicator)
    if isinstance(value, NotApplicable):
        return Cell("not_applicable")
    if isinstance(value, AwaitingRelease):
        return Cell("awaiting")
    return Cell("missing" if isinstance(value, NotReported) else "not_numeric")


def _consolidated(count: int, unit: int, target: Target, due: Sequence[Realization], rounded: Rounded) -> Cell:
    value = _tidy(Fraction(count, unit))
    how, indicator = target.indicator.consolidation, target.indicator
    if how == "pool":
        found = [_parts(one.value) for one in due if isinstance(one.value, Components)]
        parts = Parts(sum(one.numerator for one in found), sum(one.denominator for one in found), found[0].per)
        return _number(value, indicator, rounded, parts)
    if how != "sum":
        return _number(value, indicator, rounded)
    # Each period was rounded by itself.
    amounts = (_stated(one, indicator, rounded).span for one in due)
    return _number(value, indicator, rounded, span=reduce(Span.plus, (one for one in amounts if one is not None)))


def conflicting(
    reported: Sequence[Realization], indicator: Indicator, year: Period, rounded: Rounded
) -> tuple[Realization, ...]:
    """Yang bertentangan: what was reported for one period and cannot all be true; nothing where all agree.

    Examples:
        >>> one, year = Indicator("A", "Nilai", polarity="maximize"), Period.year(2025)
        >>> values = [Realization("A", 60), Realization("A", 90, period=year)]
        >>> len(conflicting(values, one, year, "nearest")), conflicting(values[:1], one, year, "nearest")
        (2, ())
    """
    if len(reported) < 2:
        return ()
    by_period: dict[Period, list[Realization]] = {}
    for one in reported:
        by_period.setdefault(one.period or year, []).append(one)
    return next((tuple(values) for _, values in sorted(by_period.items()) if disagree(values, indicator, rounded)), ())


def disagree(values: Sequence[Realization], indicator: Indicator, rounded: Rounded) -> bool:
    """Bertentangan: whether several values for one cell cannot all be true, in whatever order they are given.

    Two values of one indicator have one precision, so any two that differ contradict each other.

    Examples:
        >>> one = Indicator("A", "Nilai", polarity="maximize")
        >>> disagree([Realization("A", 60), Realization("A", 90)], one, "nearest")
        True
    """
    cells = [_stated(one, indicator, rounded) for one in values]
    composed = {cell.parts for cell in cells} - {None}
    return len(composed) > 1 or len({(cell.state, cell.point) for cell in cells}) > 1


def domain_of(indicator: Indicator, facts: NodeFacts | None) -> Span:
    """Ranah: the numbers that the indicator can have, as far as its kind of measure says.

    A ratio is a percentage of parts, and so at most 100, only where its components are planned.

    Examples:
        >>> domain_of(Indicator("A", "Keluarga terlayani", polarity="maximize", measure="flow"), None)
        Span(low=0, high=None, open_low=False, open_high=False)
    """
    if indicator.scale is not None:
        return Span(0, len(indicator.scale.levels) - 1)
    if facts is not None and facts.planned is not None:
        return Span(0, exact_of(facts.planned.per))
    if indicator.measure in {"flow", "stock"}:
        return Span(0, None)
    return Span(None, None)


def worse(one: Span, other: Span, polarity: str) -> bool:
    """Lebih buruk: whether every number of one span is worse than every number of the other.

    To stabilize is to stay at the other's band, so any number outside it is worse.

    Examples:
        >>> worse(Span(80, 80), Span(85, 85), "maximize"), worse(Span(80, 80), Span(85, 85), "minimize")
        (True, False)
    """
    if polarity == "maximize":
        return one.below(other)
    if polarity == "minimize":
        return other.below(one)
    return not one.meets(other)


def consolidated_plan(amounts: Iterable[Exact], how: str) -> Exact | None:
    """Rencana setahun: what the targets of the periods make together; None for a pool, which needs components.

    Examples:
        >>> consolidated_plan([20, 30, 25, 25], "sum"), consolidated_plan([20, 30, 25, 25], "last_progress")
        (100, 25)
    """
    found = list(amounts)
    if how == "sum":
        return sum(found)
    if how == "average":
        return _tidy(Fraction(sum(found)) / len(found))
    if how in {"last_level", "last_progress"}:
        return found[-1]
    if how in {"minimum", "maximum"}:
        return max(found) if how == "maximum" else min(found)
    return None
