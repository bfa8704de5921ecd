"""Sel: what a node promised and what it delivered, each as a number with its interval or the reason for none."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import Literal, NamedTuple

from sakip.base.text import Text
from sakip.cascade.inputs.node import NodeFacts
from sakip.cascade.rollup.span import Exact, Rounded, Span, exact_of, spread, tidy
from sakip.model.indicator import Indicator, Level
from sakip.model.period import Period, PeriodKind
from sakip.model.realization import AwaitingRelease, Components, NotApplicable, NotReported, Realization
from sakip.model.target import Range, Target
from sakip.scoring.consolidation import Fact, Scope, consolidated, named_periods
from sakip.scoring.outcome import Reason

__all__ = ["Cell", "Parts", "State", "actual_cell", "domain_of", "target_cell", "target_through", "worse"]

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
        return tidy(Fraction(self.per * self.numerator) / self.denominator)


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


def target_through(target: Target, reported: Sequence[Realization], part: Period, rounded: Rounded) -> Cell:
    """Sel target sampai periode: what is promised through a part of the year, by the trajectory; else not due.

    A period that is not applicable counts on neither side.

    Examples:
        >>> served = Indicator("A", "Keluarga", polarity="maximize", consolidation="sum")
        >>> one = Target(served, 40, trajectory=[(Period.quarter(2025, at), 10) for at in (1, 2, 3, 4)])
        >>> target_through(one, (), Period.quarter(2025, 3), "nearest").point
        30
        >>> target_through(one, (), Period.month(2025, 8), "nearest").state
        'not_due'
    """
    how = target.indicator.consolidation
    due = [(period, amount) for period, amount in target.trajectory if period.last_day <= part.last_day]
    if how is None or not due or due[-1][0].last_day != part.last_day:
        return Cell("not_due")
    left_out = {one.period for one in reported if isinstance(one.value, NotApplicable)}
    amounts = [exact_of(amount) for period, amount in due if period not in left_out]
    # What a ratio should come to is stated as it stands at the end of each period.
    reached = consolidated_plan(amounts, "last_level" if how == "pool" else how) if amounts else None
    return Cell("not_applicable") if reached is None else _number(reached, target.indicator, rounded)


def actual_cell(
    target: Target, reported: Sequence[Realization], year: Period, through: Period | None, rounded: Rounded
) -> Cell:
    """Sel realisasi: what was delivered in the year, or through a period of it; periods are consolidated first."""
    given = counting(reported, year)
    if not given:
        return Cell("missing")
    if conflicting(given, target.indicator, year, rounded):
        return Cell("conflicting")
    part = part_of(year, through)
    whole = [_stated(one, target.indicator, rounded) for one in given if one.period in {None, year}]
    if part is None and whole:
        # They agree; one that says its components says more.
        return next((cell for cell in whole if cell.parts is not None), whole[0])
    if len(whole) == len(given) and not target.trajectory:
        # What is said of the whole year alone is not asked of a part of it.
        return Cell("not_due") if whole[0].is_given else whole[0]
    fact = _until(target, given, year, part)
    if isinstance(fact, Reason):
        return Cell(_STATES.get(fact.code, "missing"))
    if isinstance(fact, Level):
        return _level(fact, target.indicator)
    if isinstance(fact, date):
        return Cell("not_numeric")
    counted = {one.period: one for one in given if one.period is not None and one.period != year}
    last = None if part is None else part.last_day
    due = [one for period, one in counted.items() if last is None or period.last_day <= last]
    return _consolidated(fact[0], fact[-1], target, due, rounded)


def part_of(year: Period, through: Period | None) -> Period | None:
    """Bagian tahun: the period through which a year is judged; None where that is the whole of it.

    Examples:
        >>> [part_of(Period.year(2025), Period.quarter(2025, at)) is None for at in (2, 4)]
        [False, True]
    """
    return None if through is None or through.last_day >= year.last_day else through


def counting(reported: Sequence[Realization], year: Period) -> Sequence[Realization]:
    """Yang terhitung: what was reported, without the word that nothing was where there is something after all.

    Examples:
        >>> said = [Realization("A", NotReported()), Realization("A", 94)]
        >>> [one.value for one in counting(said, Period.year(2025))]
        [Decimal('94')]
    """
    if len(reported) < 2:
        return reported
    told = {one.period or year for one in reported if not isinstance(one.value, NotReported)}
    return [one for one in reported if not isinstance(one.value, NotReported) or (one.period or year) not in told]


def why_missing(target: Target, reported: Sequence[Realization], year: Period, through: Period | None) -> Text | None:
    """Sebab belum ada: why periods that were reported make no number; None where nothing was, or they do.

    Examples:
        >>> said = [Realization("A", 5, period=Period.quarter(2025, 1))]
        >>> one = Target(Indicator("A", "Nilai", polarity="maximize"), 9)
        >>> why_missing(one, said, Period.year(2025), None).en
        'realizations by period without a consolidation; state it on the indicator'
    """
    given, part = counting(reported, year), part_of(year, through)
    if not any(one.period not in {None, year} for one in given):
        return None
    fact = _until(target, given, year, part)
    if not isinstance(fact, Reason) or fact.code in _STATES:
        return None
    return Text.literal(fact.text("id"), fact.text("en"))


def _until(target: Target, given: Sequence[Realization], year: Period, part: Period | None) -> Fact:
    """What was delivered by the end of a part of the year, or of all of it, put together from its periods."""
    if part is not None and not _ends_with_a_period(given, year, part):
        return Reason("not-due", [("period", named_periods([part]))])
    return consolidated(target, given, Scope(year, through=part, beside_promise=False))


def _ends_with_a_period(given: Sequence[Realization], year: Period, part: Period) -> bool:
    """Whether the part ends where a reported period does: what a half-year holds by September nobody has said."""
    if part.last_day < year.first_day:
        return False
    inside = {one.period for one in given if one.period is not None and year.contains(one.period)}
    kinds: set[PeriodKind] = {period.kind for period in inside - {year}}
    end = part.last_day
    return not any(one.first_day <= end < one.last_day for kind in kinds for one in year.parts(kind))


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
    value = tidy(Fraction(count, unit))
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
    for one in counting(reported, year):
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

    A ratio counts parts of a whole, and so is at most 100 percent, only where its components are planned and none that
    is stated is beyond its whole.

    Examples:
        >>> domain_of(Indicator("A", "Keluarga terlayani", polarity="maximize", measure="flow"), None)
        Span(low=0, high=None, open_low=False, open_high=False)
    """
    if indicator.scale is not None:
        return Span(0, len(indicator.scale.levels) - 1)
    if facts is not None and facts.planned is not None and facts.planned.numerator >= 0:
        parts = (one for one in (facts.planned, facts.last_parts) if one is not None)
        is_share = all(one.numerator <= one.denominator for one in parts)
        return Span(0, exact_of(facts.planned.per) if is_share else None)
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
        return tidy(Fraction(sum(found)) / len(found))
    if how in {"last_level", "last_progress"}:
        return found[-1]
    if how in {"minimum", "maximum"}:
        return max(found) if how == "maximum" else min(found)
    return None
