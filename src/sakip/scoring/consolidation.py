"""Konsolidasi: the realizations of one indicator become the one fact that is judged."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple, get_args

from sakip.base.number import MICRO, micro
from sakip.base.text import Text, both
from sakip.model.indicator import Consolidation, Level
from sakip.model.period import Period, PeriodKind
from sakip.model.realization import AwaitingRelease, Components, DataStatus, NotApplicable, NotReported, Realization
from sakip.model.target import Others, Target
from sakip.scoring.measurement import Facts
from sakip.scoring.outcome import Reason
from sakip.scoring.settings import status_text

__all__ = ["Fact", "Scope", "consolidated", "named_periods", "parts_due"]

_ELSEWHERE = Text("{period} (target ditetapkan untuk {near})", "{period} (its targets are for {near})")

Fact = Facts | Level | date | Reason


class Scope(NamedTuple):
    """Lingkup waktu: what is judged, the whole year, one period of it, or the year up to a period.

    Attributes:
        year: The fiscal year.
        period: The one period that is judged.
        through: The last period of the part of the year that is judged.
        minimum_status: The least data status that is read.
        beside_promise: Whether what was promised for the same time is asked for; else only what was delivered.
    """

    year: Period
    period: Period | None = None
    through: Period | None = None
    minimum_status: DataStatus | None = None
    beside_promise: bool = True


def consolidated(target: Target, reported: Sequence[Realization], scope: Scope) -> Fact:
    """Fakta: the target's one realization in the scope, or why there is none.

    Facts are consolidated first and compared with the target then: the achievement of a sum is the ratio of the
    sums, not the mean of the ratios (KMK 127/2026, secondary).
    """
    if scope.period is not None:
        return _of_period(target, reported, scope.period, scope)
    if scope.through is not None:
        is_asked = target.trajectory or not scope.beside_promise
        return _of_parts(target, reported, scope) if is_asked else _not_due(scope.through)
    for realization in reported:
        if realization.period is None or realization.period == scope.year:
            return _single(target, realization, target._number, scope)
    return _of_parts(target, reported, scope) if reported else Reason("not-reported")


def _single(target: Target, realization: Realization, promised: int | None, scope: Scope) -> Fact:
    """The fact of a realization that needs no consolidation, beside what was promised for the same time."""
    scaled, others = realization._scaled, target._others
    if scaled is None or others is None:
        fact = _without_numbers(target, realization)
    else:
        fact = _facts(scaled, (promised, 1), others)
    return fact if isinstance(fact, Reason) else _too_early([realization], scope) or fact


def _too_early(read: Iterable[Realization], scope: Scope) -> Reason | None:
    """Why realizations that are read may not be, if one of them has a lower data status than is asked."""
    if scope.minimum_status is None:
        return None
    order = (None, *get_args(DataStatus))
    found: list[DataStatus | None] = [one.status for one in read]
    lowest = min(found, key=order.index)
    if order.index(lowest) >= order.index(scope.minimum_status):
        return None
    return Reason(
        "below-minimum-status",
        [("status", status_text(lowest)), ("minimum", status_text(scope.minimum_status))],
    )


def _without_numbers(target: Target, realization: Realization) -> Fact:
    promise, stated = target.value, realization.value
    if realization._scaled is not None:
        return Reason("kind-mismatch")
    if isinstance(stated, Level):
        return stated if isinstance(promise, Level) else Reason("kind-mismatch")
    if isinstance(stated, date):
        return stated if isinstance(promise, date) else Reason("kind-mismatch")
    return state_reason(stated)


def state_reason(state: object) -> Reason:
    """Alasan keadaan: why a realization without a number has no score."""
    if isinstance(state, NotApplicable):
        return Reason("not-applicable", [("why", state.reason)], leaves_out=True)
    if isinstance(state, AwaitingRelease):
        return Reason("awaiting-release", [("source", state.source or Text("lembaga lain", "another body"))])
    return Reason("not-reported")


def _not_due(period: Period) -> Reason:
    # What was not promised for a period is not missing from it.
    return Reason("not-due", [("period", named_periods([period]))], leaves_out=True)


def _not_promised(target: Target, period: Period) -> Reason:
    """Why one period is not judged, with those that it shares days with and that do have a target."""
    first, last = period.first_day, period.last_day
    near = [at for at, _ in target.trajectory if at.first_day <= last and first <= at.last_day]
    if not near:
        return _not_due(period)
    shown = {"period": named_periods([period]), "near": named_periods(near)}
    where = _ELSEWHERE.filled(shown)
    return Reason("not-due", [("period", where)], leaves_out=True)


_Pair = tuple[int, int]


def _facts(realized: _Pair, promised: "tuple[int | None, int]", others: Others) -> Facts:
    """Counts of one common unit from ``count / (MICRO * parts)`` pairs."""
    (r, parts), (t, shares) = realized, promised
    scale = parts * shares
    b, w, c, lo, hi = (None if count is None else count * scale for count in others[:5])
    return r * shares, None if t is None else t * parts, b, w, c, lo, hi, MICRO * scale


def _of_period(target: Target, reported: Sequence[Realization], period: Period, scope: Scope) -> Fact:
    promised = target.trajectory.counts_by_period.get(period)
    if promised is None:
        return _not_promised(target, period)
    for realization in reported:
        if realization.period == period:
            return _single(target, realization, promised, scope)
    return Reason("not-reported")


def _of_parts(target: Target, reported: Sequence[Realization], scope: Scope) -> Fact:
    due = parts_due(target, reported, scope)
    return due if isinstance(due, Reason) else _of_due(target, due, scope)


def parts_due(
    target: Target, reported: Sequence[Realization], scope: Scope
) -> list[tuple[Period, Realization | None]] | Reason:
    """Periode jatuh tempo: the periods that are consolidated, each with its realization, or why they cannot be."""
    how = target.indicator.consolidation
    if how is None:
        return Reason("no-consolidation")
    by_period = {one.period: one for one in reported if one.period is not None and one.period != scope.year}
    planned = _planned(target, by_period, scope)
    strangers = [period for period in sorted(by_period) if period not in planned]
    if strangers or not planned:
        return Reason("period-outside-plan", [("periods", named_periods(strangers))])
    last = scope.through
    due = [period for period in planned if last is None or period.last_day <= last.last_day]
    if how in {"last_level", "last_progress"}:
        due = due[-1:]
    if not due:
        return _not_due(last or scope.year)
    return [(period, by_period.get(period)) for period in due]


def _planned(target: Target, reported: Collection[Period], scope: Scope) -> list[Period]:
    """The periods of the trajectory, else those of the kind that is reported; only a promise needs the former."""
    planned = [*target.trajectory.periods]
    if planned and (scope.beside_promise or set(planned).issuperset(reported)):
        return planned
    kinds: set[PeriodKind] = {period.kind for period in reported}
    return list(scope.year.parts(kinds.pop())) if len(kinds) == 1 else []


def _of_due(target: Target, due: list[tuple[Period, Realization | None]], scope: Scope) -> Fact:
    missing = [period for period, one in due if one is None or isinstance(one.value, NotReported)]
    if missing:
        return Reason("period-missing", [("periods", named_periods(missing))])
    counted = [(period, one) for period, one in due if one is not None and not isinstance(one.value, NotApplicable)]
    for _, one in counted:
        if isinstance(one.value, AwaitingRelease):
            return state_reason(one.value)
    if not counted:
        return state_reason(next(one.value for _, one in due if one is not None))
    how = target.indicator.consolidation
    assert how is not None
    found = [one for _, one in counted]
    others = target._others
    if others is None or any(one._scaled is None for one in found):
        last = how in {"last_level", "last_progress"}
        return _single(target, found[-1], target._number, scope) if last else Reason("kind-mismatch")
    realized = _pooled(found) if how == "pool" else _reduced(how, [one._scaled or (0, 1) for one in found])
    if realized is None:
        return Reason("not-poolable")
    early = _too_early(found, scope)
    if early is not None:
        return early
    promised = _promised(target, how, due, [period for period, _ in counted], scope)
    return promised if isinstance(promised, Reason) else _facts(realized, promised, others)


def _promised(
    target: Target,
    how: Consolidation,
    due: list[tuple[Period, Realization | None]],
    counted: list[Period],
    scope: Scope,
) -> tuple[int | None, int] | Reason:
    """What was promised for the periods that count: a period that was not applicable counts on neither side."""
    if not scope.beside_promise:
        return None, 1
    if scope.through is None and len(counted) == len(due):
        return target._number, 1
    if target.trajectory:
        counts = target.trajectory.counts_by_period
        return _reduced("last_level" if how == "pool" else how, [(counts[period], 1) for period in counted])
    if how == "sum":
        return Reason(
            "period-not-applicable", [("periods", named_periods(period for period, _ in due if period not in counted))]
        )
    return target._number, 1


def named_periods(periods: Iterable[Period]) -> Text:
    """Nama periode: periods as people read them, one after another.

    Examples:
        >>> named_periods([Period.quarter(2025, 1), Period.quarter(2025, 3)]).render("id")
        'Triwulan I 2025, Triwulan III 2025'
    """
    found = list(periods)
    return both(lambda lang: ", ".join(period.label(lang) for period in found))


def _reduced(how: Consolidation, pairs: list[_Pair]) -> _Pair:
    return _REDUCERS[how](pairs)


def _sum(pairs: list[_Pair]) -> _Pair:
    count, parts = 0, 1
    for more, shares in pairs:
        count, parts = (count + more, parts) if parts == shares else (count * shares + more * parts, parts * shares)
    return count, parts


def _average(pairs: list[_Pair]) -> _Pair:
    count, parts = _sum(pairs)
    return count, parts * len(pairs)


def _as_fraction(pair: _Pair) -> Fraction:
    return Fraction(*pair)


_REDUCERS: "dict[Consolidation, Callable[[list[_Pair]], _Pair]]" = {
    "sum": _sum,
    "average": _average,
    "last_level": lambda pairs: pairs[-1],
    "last_progress": lambda pairs: pairs[-1],
    "minimum": lambda pairs: min(pairs, key=_as_fraction),
    "maximum": lambda pairs: max(pairs, key=_as_fraction),
}


def _pooled(found: list[Realization]) -> _Pair | None:
    values = [one.value for one in found]
    parts = [value for value in values if isinstance(value, Components)]
    if len(parts) != len(values) or len({part.per for part in parts}) != 1:
        return None
    above, below = sum(micro(part.numerator) for part in parts), sum(micro(part.denominator) for part in parts)
    if below == 0:
        return None
    count = micro(parts[0].per) * above
    return (count, below) if below > 0 else (-count, -below)
