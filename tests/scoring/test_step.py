"""A recorded step: what was done, and the exact number after it."""

import pickle
from fractions import Fraction

import pytest

from sakip import Text
from sakip.policies import LKJIP
from sakip.scoring import Cap, GeometricMean, Mean, Root, Round, Stage, Step
from sakip.scoring.step import achievement_of, values
from tests.scoring.making import evaluated, target

WHAT = Text("paling tinggi 120", "at most 120")


def test_value() -> None:
    """A step is a value: equal by what was done, the number and its decimals, and itself again after pickling."""
    step = Step(WHAT, Fraction(400, 3), 2)
    assert (step.what, step.value, step.decimals) == (WHAT, Fraction(400, 3), 2)
    assert step == Step(WHAT, Fraction(400, 3), 2) != Step(WHAT, Fraction(400, 3))
    assert pickle.loads(pickle.dumps(step)) == step
    assert hash(step) == hash(Step(WHAT, Fraction(400, 3), 2))
    with pytest.raises(AttributeError):
        step.value = Fraction(100)  # type: ignore[misc]


def test_no_decimals_where_nothing_was_rounded() -> None:
    """A step that does not round names no decimals, and the number may be a root."""
    assert Step(WHAT, Root(2, 1, 2)) == Step(WHAT, Root(2, 1, 2), None)


def test_recorded() -> None:
    """Each step of a policy is recorded with the exact number after it; the rounding with its decimals."""
    policy = LKJIP.evolve(id="x", indicator=[Cap(120), *LKJIP.indicator])
    found = evaluated(target(3), given={"IKU-1": 4}, policy=policy)["IKU-1"].steps
    assert [(step.value, step.decimals) for step in found[-3:]] == [
        (Fraction(400, 3), None),
        (Fraction(120), None),
        (Fraction(120), 2),
    ]
    assert found[-2].what.render("en") == "at most 120"


def test_root() -> None:
    """After a geometric mean the number is a root, and a quotient again once it is rounded."""
    policy = LKJIP.evolve(objective=Stage(GeometricMean(), [Round(1)]), total=Stage(Mean(), [Round(1)]))
    group = [target(10, code="A"), target(10, code="B")]
    first, last = evaluated(*group, given={"A": 9, "B": 4}, policy=policy).objectives[0].steps
    assert isinstance(first.value, Root)
    assert (last.value, last.decimals) == (60, 1)


def test_values_of_a_trace() -> None:
    """The numbers of a trace in order, each exact; a root stays a root."""
    found = evaluated(target(3), given={"IKU-1": 4})["IKU-1"]
    assert values(found.trace) == (Fraction(400, 3), Fraction(13333, 100))
    assert achievement_of(found.trace) == Fraction(400, 3)
    assert values((Root(2, 1, 2), (141, 100))) == (Root(2, 1, 2), Fraction(141, 100))
