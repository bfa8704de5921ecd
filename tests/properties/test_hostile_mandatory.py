"""Whatever is put into mandatory indicators, their sets and exemptions: a value or a documented error."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

from sakip import Agreement, Indicator, Objective, Party, Reference, Target, Text
from sakip.errors import SakipError
from sakip.lifecycle import (
    BENGKULU_MANDATORY,
    Exemption,
    MandatoryIndicator,
    MandatorySet,
    apply_mandatory,
    check_mandatory,
)
from tests.properties.contract import assert_opens_or_says_why, opened, says_all

MCP = Indicator("MCP", "Capaian MCP KPK", unit="%", polarity="maximize")
DAY = date(2022, 4, 8)
GOOD: dict[type, dict[str, Any]] = {
    Exemption: {"office": "Inspektorat", "reason": "Penilai"},
    MandatoryIndicator: {"indicator": MCP, "target": 85, "binding": "no_weaker", "objective": "Tata kelola"},
    MandatorySet: {
        "id": "x",
        "name": Text("a", "b"),
        "indicators": [MandatoryIndicator(MCP, 85, binding="no_weaker", objective="Tata kelola")],
        "reference": Reference("Pergub", certainty="read"),
    },
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
    "x" * 2_000_000,
    "a\nb",
    "\u202e",
    "{0.__class__}",
    "<script>",
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
    ["II", "II"],
    [("a", 1)],
    [[]],
    {"a": 1},
    {1},
]
WAJIB = MandatorySet(**GOOD[MandatorySet])
CALLS: dict[str, Callable[[Any], object]] = {
    "applied": lambda value: apply_mandatory(value, WAJIB).text(),
    "applied.mandatory": lambda value: apply_mandatory([], value),
    "applied.policy": lambda value: apply_mandatory([], WAJIB, policy=value),
    "applied.rescale": lambda value: apply_mandatory([], WAJIB, rescale=value),
    "applied.code": apply_mandatory([], WAJIB).__getitem__,
    "checked": lambda value: check_mandatory(value, WAJIB, on=DAY).text(),
    "checked.mandatory": lambda value: check_mandatory([], value, on=DAY),
    "checked.on": lambda value: check_mandatory([], WAJIB, on=value),
    "checked.offices": lambda value: check_mandatory([], WAJIB, on=DAY, offices=value),
    "checked.lang": lambda value: check_mandatory([], WAJIB, on=DAY).rows(value),
    "checked.width": lambda value: check_mandatory([], WAJIB, on=DAY).text(width=value),
}


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=lambda one: one if isinstance(one, str) else one.__name__)
def test_constructors(kind: type, field: str) -> None:
    """No field lets a bare error through, and the example in an error is code that the field takes."""
    assert_opens_or_says_why(lambda value: kind(**{**GOOD[kind], field: value}), HOSTILE)


@pytest.mark.parametrize("call", CALLS)
def test_calls(call: str) -> None:
    """What is no agreement, set, policy, day or name is an error of the argument."""
    for value in HOSTILE:
        found = opened(CALLS[call], value)
        if isinstance(found, SakipError):
            says_all(found)


def test_the_longest_names() -> None:
    """A government whose every text is as long as a text may be is still checked and shown."""
    long = "Persentase <b> " + "x" * 3900
    given = MandatorySet(
        long,
        Text.literal(long),
        [
            MandatoryIndicator(
                Indicator(f"{at}" + "k" * 3900, long, unit=long, polarity="maximize"),
                1,
                binding="exact",
                objective=long,
            )
            for at in range(6)
        ],
        reference=Reference(long, certainty="memory"),
        exemptions=[Exemption(f"{long} 1", long)],
    )
    held = Target(Indicator("k" * 3900, long + "y", unit=long, polarity="maximize"), 1)
    agreements = [
        Agreement(
            f"PK {at}", year=2022, first_party=Party(long, office=f"{long} {at}"), objectives=[Objective(long, [held])]
        )
        for at in range(10)
    ]
    found = check_mandatory(agreements, given, on=DAY)
    assert len(found) == 60
    assert "<b>" not in found.table().html()
    assert max(map(len, found.text(width=80).splitlines())) <= 80
    assert "<b>" not in apply_mandatory(agreements, given).table().html()


def test_the_known_set_takes_any_agreement() -> None:
    """An agreement of nothing lacks everything."""
    empty = Agreement("PK", year=2022, first_party=Party("Camat"), objectives=[])
    assert {one.state for one in check_mandatory([empty], BENGKULU_MANDATORY, on=DAY)} == {"lacking"}
