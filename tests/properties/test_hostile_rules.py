"""What cannot exist raises, at construction, with the path, the value, the rule and the way out."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from sakip import Indicator, Target, Text
from sakip.errors import InvalidValueError, SakipError, UnknownCodeError
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
    PercentileBands,
    Piecewise,
    Policy,
    Quotas,
    R,
    Ratio,
    Round,
    Segment,
    Stage,
    T,
    Weights,
    grades_picture,
    inverse,
    laws,
    quarters_picture,
)
from tests.properties.contract import (
    EVALUATION,
    OF_THE_WHOLE,
    SHAPES,
    example_of,
    field_of,
    is_part,
    is_taken,
    opened,
    says_all,
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
    [((5,), 1)],
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


OPERATORS: dict[str, Callable[[Any], Any]] = {
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
}
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
    **OPERATORS,
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
    "PercentileBands.bands": lambda x: PercentileBands(x, ties="up"),
    "PercentileBands.ties": lambda x: PercentileBands([("A", 100)], ties=x),
    "PercentileBands.minimum_group": lambda x: PercentileBands([("A", 100)], ties="up", minimum_group=x),
    "PercentileBands.labels": PercentileBands([("A", 100)], ties="up").labels,
    "Quotas.at_most": lambda x: Quotas(at_most=x),
    "Quotas.at_least": lambda x: Quotas(at_least=x),
    "Quotas.at_least labels": lambda x: Quotas(at_least=[(x, 20)]),
    "Quotas.at_most share": lambda x: Quotas(at_most=[("A", x)]),
    "Quotas.round_at_most": lambda x: Quotas(at_most=[("A", 20)], round_at_most=x),
    "Quotas.round_at_least": lambda x: Quotas(at_most=[("A", 20)], round_at_least=x),
    "Quotas.minimum_group": lambda x: Quotas(at_most=[("A", 20)], minimum_group=x),
    "Quotas.check": Quotas(at_most=[("A", 20)]).check,
    "quarters_picture": lambda x: quarters_picture(x, "PLAN-1"),
    "quarters_picture code": lambda x: quarters_picture(EVALUATION, x),
    "grades_picture": grades_picture,
}


PATHS: dict[str, set[str]] = {
    "Cap": {"Cap.limit"},
    "Floor": {"Floor.limit"},
    "Segment.first": {"Segment", "Segment.point"},
    "Segment.second": {"Segment.point"},
    "Piecewise.segments": {"Piecewise", "Piecewise.segments"},
    "Piecewise.jumps": {"Piecewise", "Piecewise.jumps"},
    "Piecewise.through": {"Piecewise", "Piecewise.through", "Segment.point"},
    "GradeScale.bands": {"GradeScale.bands"},
    "GradeScale.reads": {"GradeScale.reads"},
    "GradeScale.from_bands": {"GradeScale.bands", "GradeScale.from_bands"},
    "GradeScale.interval": {"GradeScale.interval"},
    "Lookup.inputs": {"Lookup.inputs", "Lookup[t]"},
    "Lookup.table": {"Lookup.table", "Lookup[t]"},
    "Lookup.find": {"Lookup[ordinal-met]"},
    "Stage": {"Stage.aggregation"},
    **{
        name: {name, "Formula"}
        for name in ("Linear.terms", "Cases.branches", "Formula.domain", "Formula.breaks", "Formula.turns_at")
    },
    **{name: {"Formula"} for name in DOORS if name.endswith(".from_canonical") or name in OPERATORS},
    "Linear.constant": {"Formula"},
    "Ratio.numerator": {"Formula"},
    "Ratio.denominator": {"Formula"},
    "Condition.difference": {"Formula"},
    "Cases.otherwise": {"Formula"},
    "Formula.expression": {"Formula"},
    "Formula.inverse": {"wanted"},
    "Formula.inverse T": {"T"},
    "CheckedRule.id": {"CheckedRule.id", "rule[abc]"},
    "CheckedRule.at_target": {"CheckedRule.at_target", "rule[r]"},
    "CheckedRule.direction": {"CheckedRule.direction", "rule[r]"},
    "laws.check": {"CheckedRule.rule", "rule[<lambda>]"},
    "laws.check name": {"CheckedRule.id", "rule[<lambda>]", "rule[abc]"},
    "LawSheet": {"LawSheet.rule"},
    "inverse target": {"inverse.target"},
    "inverse wanted": {"inverse.wanted"},
    "inverse policy": {"inverse.policy"},
    **{
        f"Policy.{polarity}{kind}": {f"Policy.{polarity}{kind}"}
        for polarity in ("maximize", "minimize", "stabilize")
        for kind in ("", "_range")
    },
    "PercentileBands.labels": {"PercentileBands.labels.ranking"},
    "Quotas.at_most": {"Quotas", "Quotas.at_most"},
    "Quotas.at_least": {"Quotas", "Quotas.at_least"},
    "Quotas.at_least labels": {"Quotas.at_least"},
    "Quotas.at_most share": {"Quotas.at_most"},
    "Quotas.check": {"Quotas.check.labels"},
    "quarters_picture": {"quarters_picture.evaluation"},
    "quarters_picture code": {f"evaluation[{EVALUATION.agreement.code}]"},
    "grades_picture": {"grades_picture.evaluations"},
}
"""Every path that the errors of a door name, where it is not just the door's own."""


@pytest.mark.parametrize("name", DOORS)
def test_only_documented_errors(name: str) -> None:
    """Whatever is given is taken, or refused with all that an error of this library says, the same each time."""
    said = set()
    for value in HOSTILE:
        found = opened(DOORS[name], value)
        assert " at 0x" not in (str(found) if isinstance(found, SakipError) else repr(found))
        if not isinstance(found, SakipError):
            continue
        assert isinstance(found, InvalidValueError | UnknownCodeError)
        says_all(found)
        said.add(field_of(found))
        assert found.code in OF_THE_WHOLE or is_part(found.value, value)
    assert said == PATHS.get(name, {name})


@pytest.mark.parametrize("name", DOORS)
def test_what_the_way_out_says_is_taken(name: str) -> None:
    """The example in an error is code that the same door takes."""
    for value in HOSTILE:
        found = opened(DOORS[name], value)
        if isinstance(found, InvalidValueError) and found.code in SHAPES and found.path not in WITHOUT_EXAMPLE:
            assert is_taken(DOORS[name], example_of(found), *WITHIN.get(name, ()))


WITHOUT_EXAMPLE = {"grades_picture.evaluations[0]"}
WITHIN: dict[str, tuple[Callable[[Any], Any], ...]] = dict.fromkeys(
    ("Quotas.at_most", "Quotas.at_least"), (lambda one: [(one, 20)],)
)
"""Where an example is of a part of an item, the item around it."""


def test_one_error_in_full() -> None:
    """The error names the field, the value, the problem and what to write instead."""
    with pytest.raises(InvalidValueError) as caught:
        GradeScale("abc", closed="lower")
    error = caught.value
    assert (error.code, error.path, error.value) == ("not-a-list", "GradeScale.bands", "abc")
    assert "(60, 'Cukup')" in error.way_out[0]
