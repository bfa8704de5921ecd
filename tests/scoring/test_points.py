"""What each indicator brings into a total by its weight."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import NotApplicable, Realization, evaluate
from sakip.policies import LKJIP, LKJIP_WEIGHTED
from sakip.scoring import Cap, Mean, Policy, Round, Stage, WeightedMean, Weights
from sakip.scoring.points import weighted_points
from tests.scoring.making import agreement, target

GROUPS = (
    [target(10, code="A", weight=60), target(10, code="B", weight=15)],
    [target(10, code="C", weight=25)],
)
APART = ([target(10, code="A", weight=60), target(10, code="B", weight=40)], [target(10, code="C", weight=100)])

RELATIVE = LKJIP_WEIGHTED.evolve(weights=Weights(total=None, per="agreement", absent="equal"))


def points(groups: Any, policy: Policy, **delivered: Any) -> Any:
    """The points of an agreement beside its evaluation."""
    found = evaluate(agreement(*groups), [Realization(*one) for one in delivered.items()], policy=policy)
    return weighted_points(found), found


def test_one_group() -> None:
    """Weight times score over all weights, and the sums of these: by hand 60 %, 7.5 % and 20 %."""
    made, found = points(GROUPS, LKJIP_WEIGHTED, A=10, B=5, C=8)
    assert made.own == (60, Fraction(15, 2), 20)
    assert made.objectives == (Fraction(135, 2), 20)
    assert (made.total, made.weights) == (Fraction(175, 2), 100)
    assert found.score.exact == made.total


def test_left_out_and_still_to_come() -> None:
    """What is left out by rule weighs nothing; what is still to come weighs, and its points are missing."""
    made, found = points(GROUPS, LKJIP_WEIGHTED, A=10, B=NotApplicable("libur"), C=8)
    assert made.own == (Fraction(6000, 85), None, Fraction(2000, 85))
    assert (made.weights, made.total) == (85, found.score.exact)
    made, found = points(GROUPS, LKJIP_WEIGHTED, A=10, B=5)
    assert made.own == (60, Fraction(15, 2), None)
    assert made.objectives == (Fraction(135, 2), None)
    assert (made.weights, made.total) == (100, Fraction(135, 2))
    assert found.score.exact == 90
    made, _ = points(GROUPS, LKJIP_WEIGHTED)
    assert (made.objectives, made.total, made.weights) == ((None, None), None, 100)


def test_each_objective_by_itself() -> None:
    """Weights within each objective add up to its score; no sum holds for all of them."""
    made, found = points(APART, LKJIP, A=10, B=5, C=8)
    assert made.own == (60, 20, 80)
    assert made.objectives == tuple(one.score.exact for one in found.objectives)
    assert (made.total, made.weights) == (None, None)
    made, found = points(APART[:1], LKJIP, A=10, B=5)
    assert (made.total, made.weights) == (found.score.exact, 100)


@pytest.mark.parametrize(
    ("policy", "total"),
    [
        (LKJIP_WEIGHTED.evolve(objective=Stage(WeightedMean(), [Cap(90), Round(2)])), None),
        (LKJIP_WEIGHTED.evolve(objective=Stage(WeightedMean(), [Round(0)]), carry="rounded"), Fraction(175, 2)),
    ],
)
def test_steps_of_objectives(policy: Policy, total: Fraction | None) -> None:
    """A step between objectives and total leaves no sum that holds for all; a rounding alone does."""
    made, _ = points(GROUPS, policy, A=10, B=5, C=8)
    assert made.total == total


def test_no_points() -> None:
    """Without weights, or where indicators are combined without them, there are none."""
    assert points([[target(10, code="A")]], LKJIP, A=5)[0] is None
    assert points(APART, LKJIP.evolve(objective=Stage(Mean(), [Round(2)])), A=5)[0] is None


@given(groups=st.lists(st.lists(st.tuples(st.integers(1, 99), st.integers(-50, 250)), min_size=1), min_size=1))
def test_they_add_up(groups: list[list[tuple[int, int]]]) -> None:
    """All points together are the exact total; those of an objective are its share of it."""
    codes = iter(range(1000))
    named = [[(f"I-{next(codes)}", *one) for one in group] for group in groups]
    made, found = points(
        [[target(100, code=code, weight=weight) for code, weight, _ in group] for group in named],
        RELATIVE,
        **{code: amount for group in named for code, _, amount in group},
    )
    assert made.total == sum(made.own) == found.score.exact
    weights = [sum(weight for weight, _ in group) for group in groups]
    for own, weight, objective in zip(made.objectives, weights, found.objectives, strict=True):
        assert own == objective.score.exact * weight / sum(weights)
