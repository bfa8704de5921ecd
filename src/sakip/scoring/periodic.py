"""Nilai per periode: each period judged by itself, and one trace out of theirs."""

from collections.abc import Sequence
from fractions import Fraction

from sakip.model.period import Period
from sakip.model.realization import Realization
from sakip.model.target import Target
from sakip.scoring.consolidation import Fact, Scope, consolidated, named_periods, parts_due
from sakip.scoring.judging import MISSING_CODES, Trace, judge
from sakip.scoring.outcome import Quotient, Reason
from sakip.scoring.policy import Policy

__all__ = ["PeriodTrace", "judged", "period_traces"]

PeriodTrace = tuple[Period, Trace | Reason]
"""Jejak periode: a period with the trace of its own score, or why it has none."""


def judged(policy: Policy, target: Target, fact: Fact, reported: Sequence[Realization], scope: Scope) -> Trace | Reason:
    """Timbang: the trace of a fact or, where the policy scores each period first, that of its periods together."""
    parts = period_traces(policy, target, fact, reported, scope)
    if not parts:
        return judge(policy, target, fact)
    known = [trace for _, trace in parts if not isinstance(trace, Reason)]
    reasons = [trace for _, trace in parts if isinstance(trace, Reason)]
    lost = next((reason for reason in reasons if not reason.leaves_out), None)
    if lost is not None or not known:
        return lost or reasons[0]
    if target.indicator.consolidation in {"minimum", "maximum"}:
        return _of_extreme(target, parts, reported, scope)
    return _mean(policy, known)


def period_traces(
    policy: Policy, target: Target, fact: Fact, reported: Sequence[Realization], scope: Scope
) -> list[PeriodTrace]:
    """Jejak tiap periode: in their order; none where one figure is judged as it stands."""
    if policy.periods == "consolidate_facts" or target.indicator.consolidation in {None, "last_level", "last_progress"}:
        return []
    if isinstance(fact, Reason) and not (policy.not_reported == "scores_zero" and fact.code in MISSING_CODES):
        return []
    whole = scope.through is None and any(one.period in {None, scope.year} for one in reported)
    if whole or scope.period is not None:
        return []
    due = parts_due(target, reported, scope)
    if isinstance(due, Reason):
        return []
    return [(period, _judged(policy, target, reported, scope, period)) for period, _ in due]


def _judged(
    policy: Policy, target: Target, reported: Sequence[Realization], scope: Scope, period: Period
) -> Trace | Reason:
    if not target.trajectory:
        return Reason("period-outside-plan", [("periods", named_periods([period]))])
    return judge(policy, target, _own(target, reported, scope, period))


def _own(target: Target, reported: Sequence[Realization], scope: Scope, period: Period) -> Fact:
    return consolidated(target, reported, scope._replace(period=period, through=None))


def _of_extreme(target: Target, parts: list[PeriodTrace], reported: Sequence[Realization], scope: Scope) -> Trace:
    """The trace of the period with the lowest or the highest figure; among equal figures the lowest score."""
    sign = 1 if target.indicator.consolidation == "minimum" else -1
    found: list[tuple[Fraction, Fraction, Trace]] = []
    for period, trace in parts:
        fact = _own(target, reported, scope, period)
        if not isinstance(trace, Reason):
            figure = Fraction(fact[0], fact[7]) if isinstance(fact, tuple) else Fraction(0)
            found.append((sign * figure, Fraction(*trace[-1]), trace))
    return min(found)[2]


def _mean(policy: Policy, traces: Sequence[Trace]) -> Trace:
    """The mean of what stands after each step, then the final rounding of that."""
    carried = [(*trace[:-2], trace[-2 if policy.carry == "exact" else -1]) for trace in traces]
    means = [_mean_of([trace[at] for trace in carried]) for at in range(len(carried[0]))]
    return *means, policy.indicator[-1].apply(*means[-1])


def _mean_of(numbers: Sequence[Quotient]) -> Quotient:
    mean = sum((Fraction(*number) for number in numbers), Fraction(0)) / len(numbers)
    return mean.as_integer_ratio()
