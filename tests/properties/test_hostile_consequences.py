"""Whatever is put into facts, conditions, rules and policies of consequences: a value or a documented error."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

from sakip import Reference, Text
from sakip.errors import SakipError
from sakip.lifecycle import PP_30_2019_CONSEQUENCES as NATIONAL
from sakip.lifecycle import (
    TOTAL_FACT,
    Consequence,
    ConsequencePolicy,
    ConsequenceRule,
    Consideration,
    Considerations,
    FactCondition,
    FactKind,
    GivenFact,
    completeness_fact,
    grade_fact,
    late_reports_fact,
    mandatory_missing_fact,
    promise_coverage,
    recommend,
    recommend_many,
    total_fact,
    unsigned_promises_fact,
)
from tests.properties.contract import assert_opens_or_says_why, opened, says_all

SAID = Text("a", "b")
SOURCE = Reference("Perbup", certainty="read")
AWARD = Consequence("award", SAID, kind="reward", decided_by=SAID)
RULE = ConsequenceRule("R-1", AWARD, [FactCondition.at_least("total", 90)], reference=SOURCE)
POLICY = ConsequencePolicy("x", SAID, facts=[TOTAL_FACT], rules=[RULE], reference=SOURCE)
GOOD: dict[type, dict[str, Any]] = {
    Consequence: {"id": "x", "name": SAID, "kind": "reward", "decided_by": SAID},
    ConsequencePolicy: {"id": "x", "title": SAID, "facts": [TOTAL_FACT], "rules": [RULE], "reference": SOURCE},
    ConsequenceRule: {"id": "x", "consequence": AWARD, "when": RULE.when, "reference": SOURCE},
    Consideration: {"policy": POLICY, "subject": "x", "facts": [], "year": 2024},
    Considerations: {"entries": []},
    FactCondition: {"fact": "total", "low": 1},
    FactKind: {"id": "x", "name": SAID, "better": "higher"},
    GivenFact: {"fact": "total", "year": 2024, "value": 1, "source": "x"},
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
    "x" * 5_000_000,
    "a\nb",
    "\u202e",
    "<script>alert(1)</script>",
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
    [[]],
    {"a": 1},
    {1},
    {1: 2},
]
CALLS: dict[str, Callable[[Any], object]] = {
    "at_least": lambda value: FactCondition.at_least("total", value).text(TOTAL_FACT),
    "fell": lambda value: FactCondition.fell("total", by=value).text(TOTAL_FACT),
    "rose": lambda value: FactCondition.rose(value, by=1).text(TOTAL_FACT),
    "years": lambda value: FactCondition.exactly("total", 1, years=value),
    "bound": lambda value: ConsequenceRule("x", AWARD, [FactCondition.at_most("total", value)], reference=SOURCE),
    "condition.text": RULE.when[0].text,
    "position": NATIONAL.facts[0].position,
    "fact": NATIONAL.fact,
    "gives_way_to": NATIONAL.gives_way_to,
    "value": lambda value: recommend(POLICY, "x", [GivenFact("total", 2024, value, source="x")], year=2024).text(),
    "label": lambda value: recommend(
        NATIONAL, "x", [GivenFact("predicate", 2024, value, source="x")], year=2024
    )._repr_html_(),
    "id": lambda value: [
        one.text() for one in recommend(POLICY, "x", [GivenFact(value, 2024, 1, source="x")], year=2024).check()
    ],
    "facts": lambda value: recommend(POLICY, "x", value, year=2024),
    "subject": lambda value: recommend(POLICY, value, [], year=2024).text(),
    "many": lambda value: recommend_many(POLICY, value, year=2024).text(),
    "total_fact": total_fact,
    "grade_fact": grade_fact,
    "completeness_fact": completeness_fact,
    "mandatory_missing_fact": lambda value: mandatory_missing_fact(value, "PK-2025"),
    "unsigned_promises_fact": lambda value: unsigned_promises_fact(value, "Dinas A", 2024),
    "unsigned_office": lambda value: unsigned_promises_fact(promise_coverage([], []), value, 2024),
    "late_reports_fact": lambda value: late_reports_fact(value, 2024),
}


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=lambda one: one if isinstance(one, str) else one.__name__)
def test_constructors(kind: type, field: str) -> None:
    """No field lets a bare error through, and the example in an error is code that the field takes."""
    assert_opens_or_says_why(lambda value: kind(**{**GOOD[kind], field: value}), HOSTILE)


@pytest.mark.parametrize("call", CALLS.values(), ids=list(CALLS))
def test_calls(call: Callable[[Any], object]) -> None:
    """Nor does a function, and markup in what is shown does nothing."""
    for value in HOSTILE:
        found = opened(call, value)
        if isinstance(found, SakipError):
            says_all(found)
        elif isinstance(found, str):
            assert not found.startswith("<") or "<script>" not in found
