"""Whatever is put into a field, what comes is a value or a documented error with a short text.

"Public functions are pure; each returns, or raises a documented `SakipError`."
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import (
    Agreement,
    AwaitingRelease,
    Components,
    Echelon,
    Finding,
    Indicator,
    Interval,
    IntervalSet,
    Level,
    NotApplicable,
    Objective,
    OrdinalScale,
    Party,
    Period,
    Range,
    Realization,
    Reference,
    Report,
    Target,
    Text,
    check,
    format_date,
    format_number,
    parse_date,
    parse_number,
    parse_numbers,
)
from sakip.errors import InvalidValueError, SakipError
from sakip.testing import example_agreement
from tests.properties.contract import OF_THE_WHOLE, SHAPES, example_of, field_of, is_part, is_taken, opened, says_all

INDICATOR = Indicator("IKU-1", "Cakupan", polarity="maximize")
GOOD: dict[type, dict[str, Any]] = {
    Agreement: {"code": "PK-1", "year": 2025, "first_party": Party("Camat"), "objectives": []},
    AwaitingRelease: {},
    Components: {"numerator": 1, "denominator": 2, "per": 1},
    Echelon: {"code": "II"},
    Finding: {"code": "X", "severity": "error", "subject": "x", "message": Text("a", "b")},
    Indicator: {"code": "IKU-1", "name": "Cakupan", "polarity": "maximize"},
    Interval: {"low": 1, "high": 2},
    IntervalSet: {},
    Level: {"name": "WTP"},
    NotApplicable: {"reason": "batal"},
    Objective: {"name": "Layanan", "targets": []},
    OrdinalScale: {"levels": ["A", "B"]},
    Party: {"position": "Camat"},
    Period: {"kind": "quarter", "fiscal_year": 2025, "number": 1},
    Range: {"low": 1, "high": 2},
    Realization: {"code": "IKU-1", "value": 1},
    Reference: {"title": "Perbup", "certainty": "read"},
    Report: {},
    Target: {"indicator": INDICATOR, "value": 1},
    Text: {"id": "a", "en": "b"},
}
FIELDS = [(kind, field.alias) for kind in GOOD for field in attrs.fields(kind) if field.init]


class Loud:
    """An object whose representation moves the output and has no end."""

    def __repr__(self) -> str:
        return "\x1b[2J\n\u202e" + "x" * 1_000_000


def nested() -> list[Any]:
    """A list within a list, deeper than anything may be written."""
    found: list[Any] = []
    for _ in range(5000):
        found = [found]
    return found


HOSTILE = [
    None,
    True,
    5,
    -1,
    10**5000,
    2.5,
    float("nan"),
    Decimal("NaN"),
    Decimal("1e999999"),
    "",
    "abc",
    "x" * 1_000_000,
    "a\nb",
    "\u202e",
    "{0.__class__}",
    b"x",
    object(),
    Loud(),
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
    [Loud()],
    {"a": 1},
    {1},
    nested(),
]


ELSEWHERE: dict[str, set[str]] = {
    "Interval.low": {"Interval", "Interval.low"},
    "Interval.high": {"Interval", "Interval.high"},
    "Interval.low_end": {"Interval"},
    "Interval.high_end": {"Interval"},
    "Party.echelon": {"Echelon.code", "Party.echelon"},
    "Range.low": {"Range", "Range.low"},
    "Range.high": {"Range", "Range.high"},
}
"""The paths that the errors of a field name, where it is not just the field's own."""


def stands_or_says_why(make: Callable[[], object]) -> SakipError | None:
    """A value that can be compared, hashed and shown, or an error in two short lines without control characters."""
    try:
        made = make()
    except SakipError as error:
        says_all(error)
        return error
    assert hash(made) == hash(made)
    assert repr(made)
    return None


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=lambda one: one if isinstance(one, str) else one.__name__)
def test_constructors(kind: type, field: str) -> None:
    """No field lets a bare TypeError or AttributeError through."""
    own = f"{kind.__name__}.{field}"
    for value in HOSTILE:
        error = stands_or_says_why(lambda value=value: kind(**{**GOOD[kind], field: value}))
        if error is None:
            continue
        assert field_of(error) in ELSEWHERE.get(own, {own})
        if error.code in OF_THE_WHOLE:
            continue
        assert isinstance(error, InvalidValueError)
        # Who an official is stands in no error.
        assert error.value == "..." if own == "Party.official" else is_part(error.value, value)


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=lambda one: one if isinstance(one, str) else one.__name__)
def test_what_the_way_out_says_is_taken(kind: type, field: str) -> None:
    """The example in an error is code that the same field takes."""

    def door(value: object) -> object:
        return kind(**{**GOOD[kind], field: value})

    for value in HOSTILE:
        found = opened(door, value)
        if isinstance(found, InvalidValueError) and found.code in SHAPES:
            # A text is shown with both its languages, whichever of them is wrong.
            assert is_taken((lambda value: value) if kind is Text else door, example_of(found))


@pytest.mark.parametrize(
    "call",
    [
        parse_number,
        parse_numbers,
        parse_date,
        format_number,
        format_date,
        Period.parse,
        Period.year(2025).parts,
        Period.year(2025).contains,
        Echelon("II").is_above,
        OrdinalScale(["A", "B"]).rank,
        OrdinalScale(["A", "B"]).__contains__,
        Interval.closed(0, 1).contains,
        IntervalSet.everything().union,
        IntervalSet.everything().intersection,
        Text("{x}", "{x}").render,
        lambda value: Text("{x}", "{x}").render("en", value),
        lambda value: Text("{x}", "{x}").render("en", {"x": value}),
        Report().text,
        Report().brief,
        check,
        lambda value: check(example_agreement(), value),
        lambda value: check(example_agreement(), [value]),
        lambda value: check(example_agreement(), (), value),
    ],
    ids=range(23),
)
def test_calls(call: Callable[[object], object]) -> None:
    """No function of the front door lets a bare error through."""
    for value in HOSTILE:
        stands_or_says_why(lambda value=value: call(value))


@given(st.sampled_from(FIELDS), st.recursive(st.none() | st.text() | st.integers(), st.lists, max_leaves=5))
def test_whatever_is_given(place: tuple[type, str], value: object) -> None:
    """The same for texts, numbers and lists that nobody thought of."""
    kind, field = place
    stands_or_says_why(lambda: kind(**{**GOOD[kind], field: value}))


@given(st.text())
def test_no_text_of_the_model_breaks_a_line(text: str) -> None:
    """Whatever a name or a reason holds, it prints as one line."""
    fields = [(Indicator, "name"), (Indicator, "unit"), (Party, "office"), (NotApplicable, "reason"), (Level, "name")]
    for kind, field in fields:
        try:
            made = kind(**{**GOOD[kind], field: text})
        except SakipError:
            continue
        shown = getattr(made, field)
        assert shown.splitlines() == [shown]
        assert shown in {text, text.strip()}
