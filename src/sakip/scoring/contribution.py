"""Sumbangan: what each indicator adds to the distance between the total and 100."""

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from sakip.base.text import Text
from sakip.scoring.aggregation import Aggregation, GeometricMean, Maximum, Mean, Minimum, RatioOfSums, Sum
from sakip.scoring.consolidation import Fact
from sakip.scoring.outcome import Reason
from sakip.scoring.totals import carried

if TYPE_CHECKING:
    from sakip.scoring.evaluation import Evaluation

__all__ = ["Contribution", "contributions"]


@frozen
class Contribution:
    """Sumbangan: one share of the distance to 100, in points of the total.

    Attributes:
        code: Code of the indicator; None for what the steps of objectives and total add, and for what no indicator
            answers for alone.
        name: The indicator, or what the remainder is.
        points: The share, positive where the indicator pulls the total below 100.
    """

    code: str | None
    name: Text
    points: Fraction


def contributions(evaluation: "Evaluation") -> tuple[Contribution, ...]:
    """Sumbangan: the distance of the exact total to 100, split by indicator; the shares add up to it exactly.

    Where there is no exact total, after a geometric mean, the printed one takes its place. How a distance is split
    follows from the aggregation, never from the order of the targets:

    - a mean is linear, so each indicator answers for its own distance, by its weight;
    - a sum measures each part against its share of 100, by its weight;
    - under a minimum or a maximum the lowest or highest score answers alone, several equal ones in equal parts;
    - a ratio of sums is split by the missing amounts;
    - a geometric mean is split as the arithmetic mean of the same weights. How far it lies below that one, which no
      indicator causes alone, belongs to the remainder.

    The remainder has no code: caps, conversions and roundings of objectives and total, and the unevenness under a
    geometric mean.
    """
    score = evaluation.score
    if score.value is None:
        return ()
    total = Fraction(score.value) if score.exact is None else score.exact
    shares = _shares(evaluation)
    found = [
        Contribution(target.code, Text.literal(target.indicator.name), shares[at])
        for at, target in enumerate(evaluation.agreement.targets)
        if at in shares
    ]
    rest = 100 - total - sum((one.points for one in found), Fraction(0))
    return (*found, Contribution(None, _remainder(evaluation), rest)) if rest else tuple(found)


def _remainder(evaluation: "Evaluation") -> Text:
    policy = evaluation.policy
    if any(isinstance(stage.aggregation, GeometricMean) for stage in (policy.objective, policy.total)):
        return Text(
            "ketimpangan menurut rata-rata geometrik, pembulatan dan langkah pada total",
            "unevenness under the geometric mean, rounding and steps of the totals",
        )
    return Text("pembulatan dan langkah pada total", "rounding and steps of the totals")


class _Part(NamedTuple):
    score: Fraction
    weight: int
    fact: Fact | None = None


def _shares(evaluation: "Evaluation") -> dict[int, Fraction]:
    """The share of each position that has one."""
    policy, plan = evaluation.policy, evaluation.agreement._plan
    inner: list[dict[int, _Part]] = []
    outer: list[_Part] = []
    for (start, end), trace in zip(plan.slices, evaluation.objectives_recorded, strict=True):
        if isinstance(trace, Reason):
            continue
        parts: dict[int, _Part] = {}
        expected = 0
        for at in range(start, end):
            weight, found = plan.weights[at], evaluation.traces_recorded[at]
            if not isinstance(found, Reason):
                parts[at] = _Part(Fraction(*carried(policy, found)), weight, evaluation.facts_recorded[at])
            if not isinstance(found, Reason) or not found.leaves_out:
                expected += weight
        inner.append(parts)
        outer.append(_Part(Fraction(*carried(policy, trace)), expected))
    shares: dict[int, Fraction] = {}
    for parts, (factor, goal) in zip(inner, _pulls(policy.total.aggregation, outer, Fraction(100)), strict=True):
        split = _distances(policy.objective.aggregation, list(parts.values()), goal)
        shares |= {at: factor * distance for at, distance in zip(parts, split, strict=True)}
    return shares


def _distances(aggregation: Aggregation, parts: list[_Part], goal: Fraction) -> list[Fraction]:
    """The distance of an aggregate to its goal, split by part."""
    if isinstance(aggregation, RatioOfSums):
        facts = [part.fact for part in parts if isinstance(part.fact, tuple)]
        amounts = [(Fraction(fact[0], fact[7]), Fraction(fact[1] or 0, fact[7])) for fact in facts]
        promised = sum(amount for _, amount in amounts)
        return [(goal * amount - 100 * realized) / promised for realized, amount in amounts]
    pulls = _pulls(aggregation, parts, goal)
    return [factor * (own - part.score) for part, (factor, own) in zip(parts, pulls, strict=True)]


def _pulls(aggregation: Aggregation, parts: list[_Part], goal: Fraction) -> list[tuple[Fraction, Fraction]]:
    """For each part, how many points the aggregate moves for one of its own, and its own goal."""
    weights = [part.weight for part in parts]
    if isinstance(aggregation, Mean):
        weights = [1] * len(parts)
    if isinstance(aggregation, (Minimum, Maximum)):
        chosen = (min if isinstance(aggregation, Minimum) else max)(part.score for part in parts)
        weights = [int(part.score == chosen) for part in parts]
    whole = sum(weights)
    if isinstance(aggregation, Sum):
        return [(Fraction(1), goal * weight / whole) for weight in weights]
    return [(Fraction(weight, whole), goal) for weight in weights]
