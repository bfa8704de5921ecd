"""Skor tertimbang: what each indicator brings into a total by its weight, as agreements "with scores" print it."""

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from sakip.scoring.aggregation import WeightedMean
from sakip.scoring.judging import Trace
from sakip.scoring.outcome import Reason
from sakip.scoring.policy import Policy
from sakip.scoring.totals import carried

if TYPE_CHECKING:
    from sakip.scoring.evaluation import Evaluation

__all__ = ["Points", "weighted_points"]


class Points(NamedTuple):
    """Skor tertimbang: weight times score, over the sum of the weights that count.

    Attributes:
        own: That of each target; None where it has no score.
        objectives: The sum of each objective; None where none of its targets has a score.
        total: The sum of all; None as those, and where weights hold within each objective alone.
        weights: The sum of the weights that count, without those of left-out indicators; None where it is one of each
            objective.
    """

    own: tuple[Fraction | None, ...]
    objectives: tuple[Fraction | None, ...]
    total: Fraction | None
    weights: Fraction | None


def weighted_points(evaluation: "Evaluation") -> Points | None:
    """Skor tertimbang: of each target, its objective and all; None where no weight was stated or none is used.

    Where a score is still to come, its weight counts and its points are missing from the sums, which lie below a
    provisional total then.

    Examples:
        >>> from sakip import Agreement, Indicator, Objective, Party, Realization, Target, evaluate
        >>> from sakip.policies import LKJIP_WEIGHTED
        >>> first, second = (Indicator(code, code, polarity="maximize") for code in "AB")
        >>> promised = [Objective("X", [Target(first, 80, weight=60)]), Objective("Y", [Target(second, 5, weight=40)])]
        >>> agreement = Agreement("PK-1", year=2025, first_party=Party("Kepala Dinas"), objectives=promised)
        >>> found = evaluate(agreement, [Realization("A", 80), Realization("B", 4)], policy=LKJIP_WEIGHTED)
        >>> [str(one) for one in weighted_points(found).own], str(found.score.value)
        (['60', '32'], '92.00')
    """
    policy, agreement, traces = evaluation.policy, evaluation.agreement, evaluation.traces_recorded
    weights = [target.weight for target in agreement.targets]
    if weights.count(None) == len(weights) or not isinstance(policy.objective.aggregation, WeightedMean):
        return None
    counted = [
        Fraction(0) if isinstance(trace, Reason) and trace.leaves_out else Fraction(weight or 0)
        for trace, weight in zip(traces, weights, strict=True)
    ]
    slices = agreement._plan.slices
    is_one = _is_one_group(evaluation)
    own: list[Fraction | None] = []
    for start, end in slices:
        divisor = sum(counted if is_one else counted[start:end])
        own += [_points(policy, traces[at], counted[at], divisor) for at in range(start, end)]
    sums = tuple(_sum(own[start:end]) for start, end in slices)
    return Points(tuple(own), sums, *((_sum(sums), sum(counted, Fraction(0))) if is_one else (None, None)))


def _is_one_group(evaluation: "Evaluation") -> bool:
    """Whether the total is the weighted mean of all indicators, apart from roundings."""
    policy = evaluation.policy
    is_weighted = isinstance(policy.total.aggregation, WeightedMean) and len(policy.objective.transforms) == 1
    return is_weighted or len(evaluation.objectives) == 1


def _points(policy: Policy, trace: Trace | Reason, weight: Fraction, divisor: Fraction | int) -> Fraction | None:
    return None if isinstance(trace, Reason) else Fraction(*carried(policy, trace)) * weight / divisor


def _sum(points: Iterable[Fraction | None]) -> Fraction | None:
    known = [one for one in points if one is not None]
    return sum(known, Fraction(0)) if known else None
