"""Total: from the traces of the indicators to those of the objectives and of the whole."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TypeVar

from sakip.base.number import decimal_of
from sakip.model.agreement import Agreement
from sakip.model.plan import Plan
from sakip.model.target import Target
from sakip.scoring.aggregation import Mean, RatioOfSums, Root
from sakip.scoring.consolidation import Fact
from sakip.scoring.judging import Trace
from sakip.scoring.outcome import NotScored, Quotient, Reason, Score, Scored
from sakip.scoring.policy import Policy
from sakip.scoring.stage import Stage
from sakip.scoring.step import achievement_of
from sakip.scoring.transform import Round, Transform

__all__ = ["StageTrace", "carried", "indicator_score", "known_share", "score_of", "totals"]

StageTrace = tuple[Quotient | Root, ...]
"""Jejak tingkat: the aggregated number, then the number after each step."""


def carried(policy: Policy, trace: StageTrace) -> Quotient:
    """Angka yang diteruskan: the number that the next level reads."""
    exact = trace[-2] if policy.carry == "exact" else trace[-1]
    found = trace[-1] if isinstance(exact, Root) else exact
    assert not isinstance(found, Root)
    return found


def totals(
    policy: Policy,
    plan: Plan,
    facts: Sequence[Fact],
    traces: Sequence[Trace | Reason],
) -> tuple[tuple[StageTrace | Reason, ...], StageTrace | Reason]:
    """Total: the trace of each objective and of the whole."""
    read = -2 if policy.carry == "exact" else -1
    objectives: list[StageTrace | Reason] = []
    scores: list[Quotient] = []
    shares: list[int] = []
    missing = 0
    additive_only = isinstance(policy.objective.aggregation, RatioOfSums)
    for (start, end), share in zip(plan.slices, plan.shares, strict=True):
        own, weights, behind = traces[start:end], plan.weights[start:end], facts[start:end]
        known = [trace[read] for trace in own if type(trace) is tuple]
        lost, counting = 0, share
        if len(known) < len(own):
            lost, counting = _expected(own, weights)
            weights, behind = _of_known(weights, own), _of_known(behind, own)
        found = _staged(policy, policy.objective, (known, weights, behind), lost)
        if additive_only and known and not _are_additive(plan.targets[start:end]):
            found = Reason("not-additive")
        objectives.append(found)
        if isinstance(found, Reason):
            missing += lost or len(known)
        else:
            missing += lost
            scores.append(carried(policy, found))
            shares.append(counting)
    if scores:
        return tuple(objectives), _staged(policy, policy.total, (scores, shares, (None,) * len(scores)), missing)
    return tuple(objectives), _nothing(objectives, missing)


def _are_additive(targets: Sequence[Target]) -> bool:
    """Whether sums of what was delivered and promised mean anything: more is better, in one unit, for all of them."""
    unit = targets[0].indicator.unit
    return all(
        target._number is not None and target.indicator.polarity == "maximize" and target.indicator.unit == unit
        for target in targets
    )


Kept = TypeVar("Kept")


def _of_known(values: Sequence[Kept], traces: Sequence[Trace | Reason]) -> tuple[Kept, ...]:
    return tuple(value for value, trace in zip(values, traces, strict=True) if not isinstance(trace, Reason))


def _nothing(objectives: Iterable[StageTrace | Reason], missing: int) -> Reason:
    """Why there is no total where no objective has a score; the same in whatever order they stand."""
    failed = [found for found in objectives if isinstance(found, Reason)]
    if any(found.code == "withheld" for found in failed):
        return Reason("withheld", [("missing", missing)])
    own = [found for found in failed if found.code != "nothing-known"]
    return min(own, key=lambda found: found.code) if own else Reason("nothing-known")


def _expected(traces: Sequence[Trace | Reason], weights: Sequence[int]) -> tuple[int, int]:
    """How many expected scores are missing, and the weight of all that are expected."""
    lost = sum(isinstance(trace, Reason) and not trace.leaves_out for trace in traces)
    return lost, sum(weight for trace, weight in zip(traces, weights, strict=True) if _counts(trace))


def _counts(trace: Trace | Reason) -> bool:
    return not (isinstance(trace, Reason) and trace.leaves_out)


def _staged(
    policy: Policy,
    stage: Stage,
    parts: tuple[Sequence[Quotient], Sequence[int], Sequence[Fact | None]],
    missing: int,
) -> StageTrace | Reason:
    """The trace of one level over its scores, their weights and the facts behind them."""
    if not parts[0]:
        return Reason("nothing-known", leaves_out=not missing)
    if missing and policy.incomplete == "withhold":
        return Reason("withheld", [("missing", missing)])
    found = stage.aggregation.combine(*parts)
    if isinstance(found, tuple):
        return stage._run(*found)
    return found if isinstance(found, Reason) else (found, *_rounded(stage, found))


def _rounded(stage: Stage, root: Root) -> Iterator[Quotient]:
    """A root after its rounding, then after each further step."""
    first, *later = stage.transforms
    assert isinstance(first, Round)
    found = root.rounded(first.digits, first.mode), 10**first.digits
    yield found
    for step in later:
        found = step.apply(*found)
        yield found


def score_of(trace: StageTrace | Reason, transforms: tuple[Transform, ...]) -> Score:
    """Nilai dari jejak: the score that a trace ends in."""
    if isinstance(trace, Reason):
        return NotScored(trace)
    last, exact = transforms[-1], trace[-2]
    assert isinstance(last, Round)
    count = trace[-1]
    assert not isinstance(count, Root)
    return Scored(decimal_of(count[0], last.digits), None if isinstance(exact, Root) else Fraction(*exact))


def indicator_score(policy: Policy, fact: Fact, trace: Trace | Reason) -> Score:
    """Nilai indikator: the score of a trace with its achievement; what was scored unreported has achieved nothing."""
    found = score_of(trace, policy.indicator)
    if isinstance(found, NotScored) or isinstance(trace, Reason) or isinstance(fact, Reason):
        return found
    return Scored(found.value, found.exact, achievement_of(trace))


def known_share(agreement: Agreement, policy: Policy, traces: Sequence[Trace | Reason]) -> Fraction:
    """Bagian yang diketahui: the share of the weight whose score is known, 0 to 1."""
    plan = agreement._plan
    equal, equal_parts = (isinstance(stage.aggregation, Mean) for stage in (policy.total, policy.objective))
    known, whole = Fraction(0), Fraction(0)
    for start, end in plan.slices:
        own, weights = traces[start:end], plan.weights[start:end]
        _, expected = _expected(own, weights)
        if expected:
            parts = (1,) * len(own) if equal_parts else weights
            share = 1 if equal else expected
            known += Fraction(share * sum(_of_known(parts, own)), _expected(own, parts)[1])
            whole += share
    return known / whole if whole else Fraction(0)
