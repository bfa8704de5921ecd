"""Bagian: what some periods of a year planned and delivered for one target, in a form that can be added up again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from sakip.base.kind import tuple_of
from sakip.base.number import MICRO
from sakip.base.rebuild import reduce_by_fields
from sakip.errors import InvalidValueError
from sakip.model.indicator import Consolidation, Level
from sakip.model.period import Period
from sakip.model.realization import AwaitingRelease, Components, NotApplicable, NotReported, Realization
from sakip.model.target import Target
from sakip.scoring.consolidation import named_periods, state_reason
from sakip.scoring.outcome import Reason

__all__ = ["Portion", "joined", "outside", "own_by_period", "plan_of_periods", "portion", "reduced"]

Amount = tuple[Fraction, Fraction]
"""Jumlah: a number as what is added above and below the line, so that the parts of a mean or a ratio can be added."""

_LAST = ("last_level", "last_progress")
_WORST_FIRST = ("no-consolidation", "awaiting-release", "kind-mismatch", "not-poolable")
_ONE = Fraction(1)


@frozen
class Portion:
    """Bagian: what some periods planned and delivered for one target.

    Made by `accountability`; `joined` adds portions of one target up to the portion of all their periods.

    Attributes:
        target: The target of the year.
        periods: Its periods in this portion, in order; the year itself where it was measured as a whole.
        missing: Those of them that are due and were not reported.
        planned: What the trajectory plans for them, by the indicator's consolidation; None without a trajectory.
        amount: What was delivered, as numbers above and below the line that add up; None where there is no number.
        state: The level or the date that was delivered last.
        per: What a ratio of sums is counted per.
        reason: Why there is neither number nor state.
    """

    target: Target
    periods: tuple[Period, ...] = ()
    missing: tuple[Period, ...] = ()
    planned: Fraction | None = None
    amount: Amount | None = None
    state: Level | date | None = None
    per: Decimal | None = None
    reason: Reason | None = None

    __reduce__ = reduce_by_fields

    @property
    def code(self) -> str:
        """Kode indikator: the code of the target's indicator."""
        return self.target.code

    @property
    def delivered(self) -> Fraction | Level | date | None:
        """Realisasi bagian: what was delivered, exactly; None where `reason` says why."""
        return self.state if self.amount is None else self.amount[0] / self.amount[1]


def portion(target: Target, reported: Mapping[Period, Realization], periods: Sequence[Period]) -> Portion:
    """Bagian beberapa periode: what these periods of a target planned and delivered."""
    if not periods:
        return Portion(target)
    found, how, whole = tuple(periods), target.indicator.consolidation, periods[0].kind == "year"
    planned = plan_of_periods(target, found)
    if how is None and len(found) > 1:
        return Portion(target, found, planned=planned, reason=Reason("no-consolidation"))
    due = found[-1:] if how in _LAST else found
    missing = tuple(
        period for period in due if period not in reported or isinstance(reported[period].value, NotReported)
    )
    if missing:
        return Portion(target, found, missing, planned, reason=_missing(missing))
    values = [reported[period].value for period in due]
    counted = [value for value in values if not isinstance(value, NotApplicable)]
    for value in counted or values:
        if isinstance(value, AwaitingRelease | NotApplicable):
            return Portion(target, found, planned=planned, reason=state_reason(value))
    if isinstance(target.value, Level | date) and isinstance(counted[-1], Level | date):
        if how in _LAST or len(found) == 1:
            return Portion(target, found, planned=planned, state=counted[-1])
        return Portion(target, found, planned=planned, reason=Reason("kind-mismatch"))
    if how == "pool" and not whole:
        return _pooled(target, found, planned, counted)
    numbers = [_number(value) for value in counted]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers) or isinstance(target.value, Level | date):
        return Portion(target, found, planned=planned, reason=Reason("kind-mismatch"))
    below = Fraction(len(known)) if how == "average" else _ONE
    return Portion(target, found, planned=planned, amount=(_ABOVE[how or "sum"](known), below))


def outside(target: Target, strangers: Sequence[Period]) -> Portion:
    """Di luar rencana: a portion whose realizations fit none of the target's periods."""
    reason = Reason("period-outside-plan", [("periods", named_periods(strangers))])
    return Portion(target, tuple(strangers), reason=reason)


def _missing(periods: Sequence[Period]) -> Reason:
    return Reason("period-missing", [("periods", named_periods(periods))])


def _number(value: object) -> Fraction | None:
    if isinstance(value, Decimal):
        return Fraction(value)
    if isinstance(value, Components):
        return Fraction(value.per) * Fraction(value.numerator) / Fraction(value.denominator)
    return None


def _pooled(target: Target, periods: tuple[Period, ...], planned: Fraction | None, values: Sequence[object]) -> Portion:
    parts = [value for value in values if isinstance(value, Components)]
    below = sum((Fraction(value.denominator) for value in parts), Fraction(0))
    if len(parts) < len(values) or len({part.per for part in parts}) > 1 or not below:
        return Portion(target, periods, planned=planned, reason=Reason("not-poolable"))
    per = parts[0].per
    above = Fraction(per) * sum(Fraction(value.numerator) for value in parts)
    return Portion(target, periods, planned=planned, amount=(above, below), per=per)


def _total(numbers: Sequence[Fraction]) -> Fraction:
    return sum(numbers, Fraction(0))


_ABOVE: dict[Consolidation, Callable[[Sequence[Fraction]], Fraction]] = {
    "sum": _total,
    "average": _total,
    "last_level": lambda numbers: numbers[-1],
    "last_progress": lambda numbers: numbers[-1],
    "minimum": min,
    "maximum": max,
    "pool": _total,
}


def reduced(how: Consolidation, numbers: Sequence[Fraction]) -> Fraction:
    """Hasil konsolidasi: the numbers of several periods as one; a plan has no components, so a pool is its last."""
    if how == "average":
        return _total(numbers) / len(numbers)
    return numbers[-1] if how == "pool" else _ABOVE[how](numbers)


def plan_of_periods(target: Target, periods: Sequence[Period]) -> Fraction | None:
    """Rencana beberapa periode: what the trajectory says of them, consolidated; the target where the year is meant."""
    if len(periods) == 1 and periods[0].kind == "year" and isinstance(target.value, Decimal):
        return Fraction(target.value)
    counts = target.trajectory.counts_by_period
    planned = [Fraction(counts[period], MICRO) for period in periods if period in counts]
    how = target.indicator.consolidation
    if not planned or len(planned) < len(periods) or (how is None and len(planned) > 1):
        return None
    return reduced(how or "sum", planned)


def joined(portions: Iterable[Portion]) -> Portion:
    """Gabungan: portions of one target added up to the portion of all their periods.

    A year that is cut anywhere and joined again is the year, for each consolidation: sums add up, means and ratios add
    what stands above and below the line, of a state the last one stays.

    Raises:
        InvalidValueError: No portions, something else than portions, portions of several targets, or two that share a
            period.

    Examples:
        >>> from sakip import Indicator, Period, Realization, Target
        >>> from sakip.lifecycle.portion import portion
        >>> one, two, three, four = Period.year(2024).parts("quarter")
        >>> mean = Target(Indicator("IKU-1", "Indeks", polarity="maximize", consolidation="average"), 3)
        >>> facts = {at: Realization("IKU-1", number, period=at) for at, number in ((one, 2), (two, 3), (three, 5))}
        >>> joined([portion(mean, facts, [one, two]), portion(mean, facts, [three])]).delivered
        Fraction(10, 3)
    """
    parts = tuple_of(Portion, portions, "joined.portions", "accountability(...).portions('IKU-1')[0]")
    known = sorted((part for part in parts if part.periods), key=lambda part: part.periods[0])
    if not parts or len({part.target for part in parts}) > 1:
        raise InvalidValueError(
            code="not-one-target",
            path="joined.portions",
            value=tuple(dict.fromkeys(part.code for part in parts)),
            problem=("bagian-bagian ini bukan dari satu target", "these portions are not of one target"),
            way_out=("Gabungkan bagian dari satu target saja", "Join portions of one target only"),
        )
    periods = tuple(period for part in known for period in part.periods)
    if any(later.first_day <= earlier.last_day for earlier, later in pairwise(periods)):
        raise InvalidValueError(
            code="shared-period",
            path="joined.portions",
            value=", ".join(period.code for period in periods),
            problem=("satu periode ada pada dua bagian", "two portions share a period"),
            way_out=("Gabungkan tiap bagian satu kali", "Join each portion once"),
        )
    return _joined(parts[0].target, known, periods) if known else parts[0]


def _joined(target: Target, known: Sequence[Portion], periods: tuple[Period, ...]) -> Portion:
    how = target.indicator.consolidation
    planned = plan_of_periods(target, periods)
    if len(known) == 1:
        return known[0]
    astray = [part.reason for part in known if part.reason is not None and part.reason.code == "period-outside-plan"]
    if astray or how is None:
        return Portion(target, periods, planned=planned, reason=astray[0] if astray else Reason("no-consolidation"))
    if how in _LAST:
        last = known[-1]
        return Portion(target, periods, last.missing, planned, last.amount, last.state, last.per, last.reason)
    missing = tuple(period for part in known for period in part.missing)
    if missing:
        return Portion(target, periods, missing, planned, reason=_missing(missing))
    reasons = [part.reason for part in known if part.reason is not None and not part.reason.leaves_out]
    if reasons:
        worst = min(reasons, key=lambda reason: _WORST_FIRST.index(reason.code))
        return Portion(target, periods, planned=planned, reason=worst)
    amounts = [part.amount for part in known if part.amount is not None]
    if not amounts:
        mixed = any(part.state is not None for part in known)
        return Portion(target, periods, planned=planned, reason=Reason("kind-mismatch") if mixed else known[0].reason)
    below = _total([under for _, under in amounts]) if how in {"average", "pool"} else _ONE
    pers = {part.per for part in known if part.amount is not None}
    if len(pers) > 1 or not below:
        return Portion(target, periods, planned=planned, reason=Reason("not-poolable"))
    above = _ABOVE[how]([over for over, _ in amounts])
    return Portion(target, periods, planned=planned, amount=(above, below), per=pers.pop())


def own_by_period(target: Target, realizations: Iterable[Realization], year: Period) -> dict[Period, Realization]:
    """Realisasi menurut periode: the realizations of one target by their period; one for the year stands under it.

    Raises:
        InvalidValueError: Two realizations for one period; no rule says which of them counts.
    """
    found: dict[Period, Realization] = {}
    for realization in realizations:
        if realization.code == target.code and found.setdefault(realization.period or year, realization) != realization:
            at = realization.period or year
            raise InvalidValueError(
                code="two-realizations",
                path="realizations",
                value=f"{target.code}, {at.code}",
                problem=(
                    f"dua realisasi {target.code} untuk {at.label('id')}",
                    f"two realizations of {target.code} for {at.label('en')}",
                ),
                way_out=("Pilih satu di antaranya", "Choose one of them"),
            )
    return found
