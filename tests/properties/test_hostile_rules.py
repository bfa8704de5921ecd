"""What cannot exist raises, at construction, with the path, the value, the rule and the way out."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from sakip import Indicator, Target, Text
from sakip.errors import InvalidValueError, SakipError
from sakip.policies import FIVE_BANDS, HIGHER_IS_BETTER, LKJIP, MET_OR_REASON
from sakip.scoring import (
    Cap,
    Cases,
    CheckedRule,
    Condition,
    Floor,
    Formula,
    GradeScale,
    Linear,
    Lookup,
    Mean,
    Measurement,
    Piecewise,
    Policy,
    R,
    Ratio,
    Round,
    Segment,
    Stage,
    T,
    Weights,
    inverse,
    laws,
)

HOSTILE: tuple[Any, ...] = (
    None,
    5,
    -1,
    10**30,
    True,
    float("nan"),
    Fraction(1, 3),
    "abc",
    "x" * 5000,
    b"x",
    object(),
    type,
    lambda m: m,
    date(2025, 1, 1),
    R,
    R < T,
    {},
    {"a": 1},
    {1},
    [1, 2],
    [None],
    [[["x"]]],
    [(None, None)],
    [("a", "b")],
    [(1, 2, 3)],
    [["a", ["b"]]],
    (("a",),),
    [(("below",), None)],
    Text("a", "b"),
)
ONE = Segment(None, (0, 0), (1, 1))
RATIO = 100 * R / T


def formula(**fields: Any) -> Formula:
    """The ratio, with something else in its fields."""
    return Formula(**{"id": "f", "expression": RATIO, "at_target": 100, "direction": "up", **fields})


def lookup(**fields: Any) -> Lookup:
    """A table of one word, with something else in its fields."""
    return Lookup(**{"id": "t", "inputs": [("a",)], "table": [(("a",), 1)], **fields})


DOORS: dict[str, Callable[[Any], Any]] = {
    "Cap": Cap,
    "Floor": Floor,
    "Round.digits": Round,
    "Round.mode": lambda x: Round(2, x),
    "Segment.start": lambda x: Segment(x, (0, 0), (1, 1)),
    "Segment.first": lambda x: Segment(None, x, (1, 1)),
    "Segment.second": lambda x: Segment(None, (0, 0), x),
    "Piecewise.segments": Piecewise,
    "Piecewise.jumps": lambda x: Piecewise([ONE], jumps=x),
    "Piecewise.through": Piecewise.through,
    "GradeScale.bands": lambda x: GradeScale(x, closed="lower"),
    "GradeScale.closed": lambda x: GradeScale([(0, "a")], closed=x),
    "GradeScale.reads": lambda x: GradeScale([(0, "a")], closed="lower", reads=x),
    "GradeScale.reference": lambda x: GradeScale([(0, "a")], closed="lower", reference=x),
    "GradeScale.from_bands": lambda x: GradeScale.from_bands(x, closed="lower"),
    "GradeScale.interval": FIVE_BANDS.interval,
    "Lookup.id": lambda x: lookup(id=x),
    "Lookup.inputs": lambda x: lookup(inputs=x),
    "Lookup.table": lambda x: lookup(table=x),
    "Lookup.reference": lambda x: lookup(reference=x),
    "Lookup.find": MET_OR_REASON.find,
    "Stage": Stage,
    "Stage.aggregation": lambda x: Stage(x, [Round(2)]),
    "Stage.transforms": lambda x: Stage(Mean(), x),
    "Weights.total": lambda x: Weights(total=x, per="objective", absent="equal"),
    "Weights.per": lambda x: Weights(total=1, per=x, absent="equal"),
    "Weights.absent": lambda x: Weights(total=1, per="objective", absent=x),
    "Linear.terms": Linear,
    "Linear.constant": lambda x: Linear((), x),
    "Linear.from_canonical": Linear.from_canonical,
    "Ratio.numerator": lambda x: Ratio(x, T),
    "Ratio.denominator": lambda x: Ratio(T, x),
    "Ratio.from_canonical": Ratio.from_canonical,
    "Condition.difference": lambda x: Condition(x, "<"),
    "Condition.operator": lambda x: Condition(R, x),
    "Condition.from_canonical": Condition.from_canonical,
    "Cases.branches": lambda x: Cases(x, otherwise=1),
    "Cases.otherwise": lambda x: Cases([], otherwise=x),
    "Cases.from_canonical": Cases.from_canonical,
    "R + x": lambda x: R + x,
    "x - R": lambda x: x - R,
    "R * x": lambda x: R * x,
    "x / R": lambda x: x / R,
    "R < x": lambda x: R < x,  # noqa: SIM300
    "R.differs": R.differs,
    "R / T + x": lambda x: R / T + x,
    "x * (R / T)": lambda x: x * (R / T),
    "R / T / x": lambda x: R / T / x,
    "x / (R / T)": lambda x: x / (R / T),
    "Formula.from_canonical": Formula.from_canonical,
    **{
        f"Formula.{name}": lambda x, name=name: formula(**{name: x})
        for name in (
            "id",
            "expression",
            "at_target",
            "direction",
            "domain",
            "then",
            "breaks",
            "turns_at",
            "met_from",
            "reference",
        )
    },
    "Formula.inverse": lambda x: HIGHER_IS_BETTER.inverse(x, T=80),
    "Formula.inverse T": lambda x: HIGHER_IS_BETTER.inverse(90, T=x),
    "Formula.image": lambda x: HIGHER_IS_BETTER.image(x, T=80),
    "CheckedRule.id": lambda x: CheckedRule(lambda _: 1.5, id=x, at_target=100, direction="up"),
    "CheckedRule.at_target": lambda x: CheckedRule(lambda _: 1.5, id="r", at_target=x, direction="up"),
    "CheckedRule.direction": lambda x: CheckedRule(lambda _: 1.5, id="r", at_target=100, direction=x),
    "laws.check": laws.check,
    "laws.check name": lambda x: laws.check(lambda _: 1.5, name=x),
    "LawSheet": laws.LawSheet,
    "Measurement": lambda x: Measurement(realization=x),
    "inverse target": lambda x: inverse(x, 90, policy=LKJIP),
    "inverse wanted": lambda x: inverse(Target(Indicator("A", "B", polarity="maximize"), 80), x, policy=LKJIP),
    "inverse policy": lambda x: inverse(Target(Indicator("A", "B", polarity="maximize"), 80), 90, policy=x),
    **{
        f"Policy.{name}": lambda x, name=name: LKJIP.evolve(**{name: x})
        for name in LKJIP.canonical()
        if name != "departs_from"
    },
    "Policy.origin": lambda x: Policy(
        **{**{name: getattr(LKJIP, name) for name in LKJIP.canonical() if name != "departs_from"}, "origin": x}
    ),
    "Policy.evolve": lambda x: LKJIP.evolve(unknown=x),
}


def opened(door: Callable[[Any], Any], value: Any) -> Any:
    """What a door makes of a value, or its documented error."""
    try:
        return door(value)
    except SakipError as error:
        return error


@pytest.mark.parametrize("door", DOORS)
def test_only_documented_errors(door: str) -> None:
    """Whatever is given is taken, or refused with all that an error of this library says, the same each time."""
    for value in HOSTILE:
        found = opened(DOORS[door], value)
        if isinstance(found, SakipError):
            assert found.path
            assert all(found.problem)
            assert all(found.way_out)
            assert found.problem[0] != found.problem[1]
            assert len(str(found)) < 2000
        assert " at 0x" not in (str(found) if isinstance(found, SakipError) else repr(found))


def test_one_error_in_full() -> None:
    """The error names the field, the value, the problem and what to write instead."""
    with pytest.raises(InvalidValueError) as caught:
        GradeScale("abc", closed="lower")
    error = caught.value
    assert (error.code, error.path, error.value) == ("not-a-list", "GradeScale.bands", "abc")
    assert "(60, 'Cukup')" in error.way_out[0]
