"""Whatever is put into milestones, additional tasks, outputs, panels and their rules: a value or a documented error."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

from sakip import Absorption, Indicator, Reference, Target, Text
from sakip.errors import SakipError
from sakip.lifecycle import PERMENPANRB_8_2021_ADDITIONAL as RULE
from sakip.lifecycle import (
    PMK_22_2021,
    PMK_214_2017_EFFICIENCY,
    AdditionalRule,
    AdditionalTask,
    BudgetAspect,
    BudgetRegime,
    EfficiencyForm,
    EfficiencyStatement,
    Measured,
    Milestone,
    MilestonePlan,
    Output,
    budget_value,
    efficiency,
    output_achievement,
)
from sakip.scoring import GradedNumber, Lateness, PanelRating, PanelRule, Piecewise, panel_score, parse_graded
from tests.properties.contract import assert_opens_or_says_why, opened, says_all

TARGET = Target(Indicator("TT-1", "Tugas", polarity="maximize"), 1)
SAID = Text("a", "b")
PANEL = PanelRule("x", low=0, high=1, trim=0, minimum=1)
PLAN = MilestonePlan([Milestone("T1", "A", share=100)])
GOOD: dict[type, dict[str, Any]] = {
    AdditionalRule: {"id": "x", "title": SAID, "policy": RULE.policy, "shares": RULE.shares, "cap": 1},
    AdditionalTask: {"target": TARGET, "assigned_by": "Bupati", "assigned_on": date(2025, 1, 1)},
    BudgetAspect: {"id": "a", "name": SAID, "weight": 100},
    BudgetRegime: {
        "id": "x",
        "title": SAID,
        "aspects": [BudgetAspect("a", SAID, 100)],
        "reference": Reference("PMK", certainty="read"),
    },
    EfficiencyForm: {"id": "x", "title": SAID, "kind": "ratio", "words": SAID},
    EfficiencyStatement: {"efficiency": 1},
    GradedNumber: {"letter": "A", "number": 1},
    Lateness: {"id": "x", "curve": Piecewise.through([(0, 100), (20, 0)])},
    Measured: {"target": 1, "realization": 1},
    Milestone: {"code": "T1", "name": "A", "share": 100},
    MilestonePlan: {"milestones": [Milestone("T1", "A", share=100)]},
    Output: {"code": "x", "name": "x"},
    PanelRating: {"rater": "x", "value": 1},
    PanelRule: {"id": "x", "low": 0, "high": 1, "trim": 0, "minimum": 1},
}
FIELDS = [(kind, field.alias) for kind in GOOD for field in attrs.fields(kind) if field.init]
HOSTILE: list[Any] = [
    None,
    True,
    5,
    -1,
    10**5000,
    2.5,
    Decimal("NaN"),
    Decimal("1e999999"),
    "",
    "abc",
    "x" * 100_000,
    "a\nb",
    "\u202e",
    "{0.__class__}",
    b"x",
    object(),
    lambda: 1,
    Text,
    date(2025, 1, 1),
    (),
    ("a",),
    [5],
    [None],
    ["a"],
    [("a", 1)],
    [(1, 2, 3)],
    [[]],
    {"a": 1},
    {1},
    {1: 2},
]
CALLS: dict[str, Callable[[Any], object]] = {
    "panel_score": lambda value: panel_score("x", value, rule=PANEL).text(),
    "panel_score.subject": lambda value: panel_score(value, [("x", 1)], rule=PANEL).text(),
    "parse_graded": parse_graded,
    "standing": lambda value: PLAN.standing(value, as_of=date(2025, 1, 1)).text(),
    "as_of": lambda value: PLAN.standing({}, as_of=value),
    "trajectory": PLAN.trajectory,
    "efficiency": lambda value: efficiency(value, form=PMK_214_2017_EFFICIENCY).text(),
    "form": lambda value: efficiency([], form=value),
    "output_achievement": output_achievement,
    "budget_value": lambda value: budget_value(value, regime=PMK_22_2021).text(),
    "regime": lambda value: budget_value({}, regime=value),
    "money": lambda value: Output("x", "x", money=Absorption(Decimal(1), Decimal(1)), stated=value),
}


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=lambda one: one if isinstance(one, str) else one.__name__)
def test_constructors(kind: type, field: str) -> None:
    """No field lets a bare error through, and the example in an error is code that the field takes."""
    assert_opens_or_says_why(lambda value: kind(**{**GOOD[kind], field: value}), HOSTILE)


@pytest.mark.parametrize("call", CALLS.values(), ids=list(CALLS))
def test_calls(call: Callable[[Any], object]) -> None:
    """Nor does a function."""
    for value in HOSTILE:
        found = opened(call, value)
        if isinstance(found, SakipError):
            says_all(found)
