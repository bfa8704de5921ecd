"""Sumbangan: what each indicator adds to the distance between the total and 100."""

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from sakip.base.text import Text
from sakip.scoring.aggregation import GeometricMean, Maximum, Mean, Minimum, Part, RatioOfSums, Sum
from sakip.scoring.outcome import Reason
from sakip.scoring.totals import carried

if TYPE_CHECKING:
    from sakip.scoring.evaluation import Evaluation

__all__ = ["Contribution", "contributions"]


@frozen
class Contribution:
    """Sumbangan: one share of the distance to 100, in points of the total.

    Attributes:
        code: Code of the indicator; None for what caps, conversions and roundings of the totals add.
        name: The indicator, or what the remainder is.
        points: The share, positive where the indicator pulls the total below 100.
    """

    code: str | None
    name: Text
    points: Fraction


def contributions(evaluation: "Evaluation") -> tuple[Contribution, ...]:
    """Sumbangan: the distance of the total to 100, split exactly by indicator; the shares add up to it.

    Means are linear, so each indicator answers for its own distance. The lowest or highest score answers alone, and a
    ratio of sums is split by the missing amounts. A geometric mean has no linear split; its distance is divided in
    proportion to weight times distance.
    """
    score = evaluation.score
    if score.value is None:
        return ()
    shares = _shares(evaluation)
    found = [
        Contribution(one.code, Text(one.target.indicator.name, one.target.indicator.name), shares[one.position])
        for one in evaluation
        if one.position in shares
    ]
    rest = 100 - Fraction(score.value) - sum((one.points for one in found), Fraction(0))
    if rest:
        found.append(
            Contribution(None, Text("pembulatan dan langkah pada total", "rounding and steps of the totals"), rest)
        )
    return tuple(found)


def _shares(evaluation: "Evaluation") -> dict[int, Fraction]:
    policy, plan = evaluation.policy, evaluation.agreement._plan
    weights = plan.weights
    outer: list[tuple[list[int], Part]] = []
    inner: dict[int, Part] = {}
    for (start, end), trace in zip(plan.slices, evaluation.objectives_recorded, strict=True):
        if isinstance(trace, Reason):
            continue
        known = []
        for at in range(start, end):
            fact, row = evaluation.rows_recorded[at]
            if not isinstance(row, Reason):
                inner[at] = Part(carried(policy, row), weights[at], fact if isinstance(fact, tuple) else None)
                known.append(at)
        counted = [
            weights[at]
            for at in range(start, end)
            if not (isinstance(row := evaluation.rows_recorded[at][1], Reason) and row.leaves_out)
        ]
        outer.append((known, Part(carried(policy, trace), sum(counted), None)))
    shares: dict[int, Fraction] = {}
    split = _split(policy.total.aggregation, [part for _, part in outer], Fraction(100))
    for (known, _), (factor, full) in zip(outer, split, strict=True):
        own = [inner[at] for at in known]
        for at, part, (share, goal) in zip(known, own, _split(policy.objective.aggregation, own, full), strict=True):
            shares[at] = factor * share * (goal - _reached(policy.objective.aggregation, part))
    return shares


def _reached(aggregation: object, part: Part) -> Fraction:
    if isinstance(aggregation, RatioOfSums) and part.facts is not None and part.facts[1]:
        return Fraction(100 * part.facts[0], part.facts[1])
    return Fraction(*part.score)


def _split(aggregation: object, parts: list[Part], full: Fraction) -> list[tuple[Fraction, Fraction]]:
    """For each part, how far the aggregate moves with it, and the number at which nothing would be missing."""
    if isinstance(aggregation, Sum):
        whole = sum(part.weight for part in parts)
        return [(Fraction(1), full * part.weight / whole) for part in parts]
    return [(factor, full) for factor in _factors(aggregation, parts)]


def _factors(aggregation: object, parts: list[Part]) -> list[Fraction]:
    """How many points the aggregate moves for one point of each part."""
    if isinstance(aggregation, Mean):
        return [Fraction(1, len(parts))] * len(parts)
    if isinstance(aggregation, (Minimum, Maximum)):
        pick = min if isinstance(aggregation, Minimum) else max
        chosen = pick(range(len(parts)), key=lambda at: Fraction(*parts[at].score))
        return [Fraction(at == chosen) for at in range(len(parts))]
    if isinstance(aggregation, RatioOfSums):
        promised = [Fraction(part.facts[1] or 0, part.facts[7]) if part.facts else Fraction(0) for part in parts]
        return [amount / sum(promised) for amount in promised]
    weights = [part.weight for part in parts]
    if isinstance(aggregation, GeometricMean):
        distances = [weight * (100 - Fraction(*part.score)) for weight, part in zip(weights, parts, strict=True)]
        root = GeometricMean().combine(parts)
        assert not isinstance(root, Reason)
        distance = 100 - Fraction(root.rounded(6, "half_up"), 10**6)
        scale = distance / sum(distances) if sum(distances) else Fraction(0)
        return [scale * weight for weight in weights]
    return [Fraction(weight, sum(weights)) for weight in weights]
