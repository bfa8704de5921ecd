"""What every error says: where, which value, what is wrong and what to write instead, in both languages."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import sakip
import sakip.lifecycle
import sakip.policies
import sakip.scoring
from sakip import Indicator, Realization, Text, evaluate
from sakip.errors import InvalidValueError, SakipError
from sakip.policies import LKJIP
from sakip.testing import example_agreement

SHAPES = {"not-a-list", "wrong-kind", "wrong-size"}
"""Codes of errors that show how such a value is written."""

OF_THE_WHOLE = {
    "additional-shares",
    "bands-not-whole",
    "ceiling-below-target",
    "chain-without-rounding",
    "empty-interval",
    "labels-not-a-scale",
    "lookup-not-total",
    "lookup-unknown",
    "met-from-misplaced",
    "no-quotas",
    "no-scale",
    "not-a-formula",
    "piecewise-broken",
    "range-swapped",
    "rounding-in-formula",
    "rule-result",
    "scale-not-rising",
    "segment-vertical",
    "turn-misplaced",
    "unfilled-message",
    "unknown-setting",
    "value-or-reason",
}
"""Codes of errors whose value is what was made of all that was given."""

EVALUATION = evaluate(example_agreement(), [Realization("PLAN-1", 1)], policy=LKJIP)


class Names(dict[str, Any]):
    """What an example in a way out may name: the library's own words, and a few values that go without saying."""

    def __missing__(self, name: str) -> Any:
        for place in (sakip, sakip.scoring, sakip.policies, sakip.lifecycle):
            if name in place.__all__:
                return getattr(place, name)
        raise NameError(name)


NAMES = Names(
    agreement=example_agreement(),
    code="X",
    date=date,
    evaluations=[EVALUATION],
    indicator=Indicator("IKU-1", "Cakupan", polarity="maximize"),
    message=Text("a", "b"),
    name="Layanan",
    severity="error",
    subject="x",
)


def opened(door: Callable[[Any], Any], value: Any) -> Any:
    """What a door makes of a value, or its documented error."""
    try:
        return door(value)
    except SakipError as error:
        return error


def assert_opens_or_says_why(door: Callable[[Any], Any], values: list[Any]) -> None:
    """What a door makes can be hashed and compared; else its error says all, and its example is taken by the door."""
    for value in values:
        found = opened(door, value)
        if not isinstance(found, SakipError):
            assert hash(found) == hash(door(value))
            continue
        says_all(found)
        if isinstance(found, InvalidValueError) and found.code in SHAPES:
            assert is_taken(door, example_of(found))


def field_of(error: SakipError) -> str:
    """The path of the field, without the place of an item in it."""
    return re.sub(r"\[\d+\]$", "", error.path)


def is_part(wanted: object, value: object) -> bool:
    """Whether something is the very value that was given, or one of its items at any depth."""
    rest = [value]
    while rest:
        found = rest.pop()
        if found is wanted:
            return True
        if isinstance(found, dict | list | set | tuple):
            rest.extend(found)
    return False


def says_all(error: SakipError) -> None:
    """Both languages say what is wrong and what to do, each in its own words and on a line of its own."""
    for said in (error.problem, error.way_out):
        assert len(said) == 2
        assert all(part.strip() for part in said)
        assert said[0] != said[1]
    lines = str(error).split("\n")
    assert len(lines) == 2
    assert all(line.isprintable() for line in lines)
    assert len(str(error)) < 2000


def example_of(error: SakipError) -> str:
    """The example in the way out, which is the same in both languages."""
    found = [
        re.search(word, text) for word, text in zip((r"misalnya (.+)", r"example (.+)"), error.way_out, strict=True)
    ]
    examples = {one[1] for one in found if one is not None}
    assert None not in found
    assert len(examples) == 1
    return examples.pop()


def is_taken(door: Callable[[Any], Any], example: str, *wrappings: Callable[[Any], Any]) -> bool:
    """Whether a door takes what its way out says to write, by itself or as the one item of a list."""
    meant = eval(example, {}, NAMES)  # noqa: S307 - an example is code, and the library's own
    assert meant is not None
    ways = (lambda one: one, lambda one: [one], *wrappings)
    return any(_fits(opened(door, way(meant))) for way in ways)


def _fits(found: object) -> bool:
    """Whether a value was taken, or refused only for what stands beside it."""
    return not isinstance(found, InvalidValueError) or found.code in OF_THE_WHOLE
