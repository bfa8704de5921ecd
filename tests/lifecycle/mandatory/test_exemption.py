"""Who need not promise an indicator, why, and until when."""

import pickle
from datetime import date, datetime
from typing import Any

import pytest

from sakip import Reference
from sakip.errors import InvalidValueError
from sakip.lifecycle import Exemption

BASIS = Reference("SK Gubernur 12/2022", certainty="read")


def test_needs_a_reason() -> None:
    """An exemption without a reason cannot be written down."""
    for reason in ("", "  ", None):
        with pytest.raises(InvalidValueError, match=r"Exemption\.reason"):
            Exemption("Inspektorat", reason)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("codes", "office", "code", "expected"),
    [
        ([], "Inspektorat", "MCP", True),
        (["MCP"], "Inspektorat", "MCP", True),
        (["MCP"], "Inspektorat", "RB", False),
        ([], "Dinas Sosial", "MCP", False),
    ],
)
def test_covers(codes: list[str], office: str, code: str, expected: bool) -> None:
    """Without codes it is about all of them; it is never about another office."""
    assert Exemption(" Inspektorat ", "Penilai", indicators=codes).covers(office, code) is expected


@pytest.mark.parametrize(
    ("until", "day", "expected"),
    [
        (None, date(9998, 12, 31), True),
        (date(2022, 6, 30), date(2022, 6, 30), True),
        (date(2022, 6, 30), date(2022, 7, 1), False),
    ],
)
def test_holds(until: date | None, day: date, expected: bool) -> None:
    """The last day is still one of them."""
    one = Exemption("Inspektorat", "Penilai", until=until, basis=BASIS)
    assert one.holds(day) is expected
    assert pickle.loads(pickle.dumps(one)) == one


@pytest.mark.parametrize(
    "fields",
    [
        {"indicators": "MCP"},
        {"indicators": [1]},
        {"until": "2022-06-30"},
        {"until": datetime(2022, 6, 30)},  # noqa: DTZ001 - refused
        {"basis": "SK"},
    ],
    ids=str,
)
def test_refuses(fields: dict[str, Any]) -> None:
    """A field of another kind is refused by its name."""
    (name,) = fields
    with pytest.raises(InvalidValueError, match=rf"Exemption\.{name}"):
        Exemption("Inspektorat", "Penilai", **fields)
