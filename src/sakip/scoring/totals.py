"""Total: from the traces of the indicators to those of the objectives and of the whole."""

from collections.abc import Sequence
from fractions import Fraction

from sakip.base.number import decimal_of
from sakip.model.agreement import Agreement, Plan
from sakip.scoring.aggregation import Mean, Part, Root
from sakip.scoring.consolidation import Fact
from sakip.scoring.judging import Trace
from sakip.scoring.outcome import NotScored, Quotient, Reason, Score, Scored
from sakip.scoring.policy import Policy
from sakip.scoring.stage import Stage
from sakip.scoring.transform import Round, Transform

__all__ = ["StageTrace", "carried", "known_share", "score_of", "totals", "weights_of"]

StageTrace = tuple[Quotient | Root, ...]
"""Jejak tingkat: the aggregated number, then the number after each step."""


def weights_of(plan: Plan) -> tuple[int, ...]:
    """Bobot: the weight of each target; all equal when the agreement states none."""
    if any(plan.weighted):
        return tuple(weight or 0 for weight in plan.weights)
    return (1,) * len(plan.targets)


def carried(policy: Policy, trace: StageTrace) -> Quotient:
    """Angka yang diteruskan: the number that the next level reads."""
    exact = trace[-2] if policy.carry == "exact" else trace[-1]
    found = trace[-1] if isinstance(exact, Root) else exact
    assert not isinstance(found, Root)
    return found


def totals(
    policy: Policy,
    plan: Plan,
    rows: Sequence[tuple[Fact, Trace | Reason]],
) -> tuple[tuple[StageTrace | Reason, ...], StageTrace | Reason]:
    """Total: the trace of each objective and of the whole."""
    weights = weights_of(plan)
    objectives: list[StageTrace | Reason] = []
    parts: list[Part] = []
    missing = 0
    known = False
    for start, end in plan.slices:
        own: list[Part] = []
        lost = 0
        for at in range(start, end):
            fact, trace = rows[at]
            if isinstance(trace, Reason):
                lost += not trace.leaves_out
            else:
                own.append(Part(carried(policy, trace), weights[at], fact if isinstance(fact, tuple) else None))
        missing += lost
        found = _staged(policy, policy.objective, own, lost)
        objectives.append(found)
        if not isinstance(found, Reason):
            known = True
            weight = sum(weights[at] for at in range(start, end) if _counts(rows[at][1]))
            parts.append(Part(carried(policy, found), weight, None))
    return tuple(objectives), _staged(policy, policy.total, parts, missing if known else 0)


def _counts(trace: Trace | Reason) -> bool:
    return not (isinstance(trace, Reason) and trace.leaves_out)


def _staged(policy: Policy, stage: Stage, parts: list[Part], missing: int) -> StageTrace | Reason:
    if not parts:
        return Reason("nothing-known", leaves_out=not missing)
    if missing and policy.incomplete == "withhold":
        return Reason("withheld", [("missing", missing)])
    found = stage.aggregation.combine(parts)
    if isinstance(found, Reason):
        return found
    trace: list[Quotient | Root] = [found]
    for step in stage.transforms:
        if isinstance(found, Root):
            assert isinstance(step, Round)
            found = found.rounded(step.digits, step.mode), 10**step.digits
        else:
            found = step.apply(*found)
        trace.append(found)
    return tuple(trace)


def score_of(trace: StageTrace | Reason, transforms: tuple[Transform, ...]) -> Score:
    """Nilai dari jejak: the score that a trace ends in."""
    if isinstance(trace, Reason):
        return NotScored(trace)
    last, exact = transforms[-1], trace[-2]
    assert isinstance(last, Round)
    count = trace[-1]
    assert not isinstance(count, Root)
    return Scored(decimal_of(count[0], last.digits), None if isinstance(exact, Root) else Fraction(*exact))


def known_share(agreement: Agreement, policy: Policy, traces: Sequence[Trace | Reason]) -> Fraction:
    """Bagian yang diketahui: the share of the weight whose score is known, 0 to 1."""
    plan = agreement._plan
    weights = weights_of(plan)
    known, whole = Fraction(0), Fraction(0)
    for start, end in plan.slices:
        counted = sum(weights[at] for at in range(start, end) if _counts(traces[at]))
        scored = sum(weights[at] for at in range(start, end) if not isinstance(traces[at], Reason))
        if counted:
            share = 1 if isinstance(policy.total.aggregation, Mean) else counted
            known += Fraction(share * scored, counted)
            whole += share
    return known / whole if whole else Fraction(0)
