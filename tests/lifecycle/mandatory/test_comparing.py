"""How a promised target stands to the one that is mandatory."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sakip import BPK_OPINIONS, Level, OrdinalScale, Range
from sakip.lifecycle.mandatory.comparing import relation

NINETY = Decimal(90)


@pytest.mark.parametrize(
    ("promised", "polarity", "expected"),
    [
        (Decimal(90), "maximize", "same"),
        (Decimal("90.0"), "maximize", "same"),
        (Decimal("90.000001"), "maximize", "better"),
        (Decimal("89.999999"), "maximize", "weaker"),
        (Decimal("90.000001"), "minimize", "weaker"),
        (Decimal("89.999999"), "minimize", "better"),
        (Decimal(90), "stabilize", "same"),
        (Decimal(91), "stabilize", "other"),
        (Decimal(89), "stabilize", "other"),
        (Range(90, 95), "maximize", "better"),
        (Range(80, 95), "maximize", "weaker"),
        (Range(80, 90), "minimize", "better"),
        (Range(80, 95), "minimize", "weaker"),
        (Range(80, 95), "stabilize", "other"),
        (Level("WTP"), "maximize", "other"),
        (date(2022, 1, 1), "maximize", "other"),
    ],
    ids=str,
)
def test_to_a_number(promised: Any, polarity: Any, expected: str) -> None:
    """Both sides of the number, in each direction."""
    assert relation(promised, NINETY, polarity) == expected


@pytest.mark.parametrize(
    ("promised", "polarity", "expected"),
    [
        (Range(80, 90), "stabilize", "same"),
        (Range(82, 88), "stabilize", "better"),
        (Range(80, "90.1"), "stabilize", "weaker"),
        (Range("79.9", 90), "stabilize", "weaker"),
        (Decimal(85), "stabilize", "better"),
        (Decimal(80), "stabilize", "better"),
        (Decimal("79.9"), "stabilize", "weaker"),
        (Decimal(80), "maximize", "better"),
        (Decimal("79.9"), "maximize", "weaker"),
        (Decimal(90), "minimize", "better"),
        (Decimal("90.1"), "minimize", "weaker"),
    ],
    ids=str,
)
def test_to_a_range(promised: Any, polarity: Any, expected: str) -> None:
    """The worse bound counts; where the value is to be kept, the wanted range must hold the promised one."""
    assert relation(promised, Range(80, 90), polarity) == expected


@pytest.mark.parametrize(
    ("promised", "wanted", "scale", "expected"),
    [
        ("WTP", "WTP", None, "same"),
        ("WTP", "WDP", None, "other"),
        ("WTP", "WDP", BPK_OPINIONS, "better"),
        ("WTP-DPP", "WTP", BPK_OPINIONS, "weaker"),
        ("TMP", "TW", BPK_OPINIONS, "same"),
        ("Baik", "WTP", BPK_OPINIONS, "other"),
        ("WTP", "Baik", BPK_OPINIONS, "other"),
    ],
)
def test_levels(promised: str, wanted: str, scale: OrdinalScale | None, expected: str) -> None:
    """The scale orders levels; levels of one rank are the same; what is not on it has no order."""
    assert relation(Level(promised), Level(wanted), "maximize", scale) == expected


@pytest.mark.parametrize(("day", "expected"), [(29, "better"), (30, "same"), (31, "weaker")])
def test_days(day: int, expected: str) -> None:
    """Earlier is better, whatever the polarity."""
    for polarity in ("maximize", "minimize", "stabilize"):
        assert relation(date(2022, 3, day), date(2022, 3, 30), polarity) == expected  # type: ignore[arg-type]
