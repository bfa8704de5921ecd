"""What a cell says, as people read it in a sentence."""

from datetime import date
from decimal import Decimal

import pytest

from sakip import AwaitingRelease, Components, Echelon, Level, NotApplicable, NotReported, OrdinalScale, Range, Text
from sakip.model.rows.showing import shown_value, told_apart


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "-"),
        (Decimal("1250.5"), "1.250,5"),
        (date(2025, 12, 1), "1 Desember 2025"),
        (Level("WTP"), "WTP"),
        (Echelon("II.b"), "II.b"),
        (NotReported(), "belum dilaporkan"),
        (NotApplicable("pandemi"), "tidak berlaku"),
        (AwaitingRelease(), "menunggu rilis"),
        (Components(1, 4, per=100), "1 dari 4"),
        (Range(4, "6.5"), "4–6,5"),
        (OrdinalScale(["B", "A"]), "B, A"),
        (("LHE", "SK"), "LHE, SK"),
        ((), "-"),
        (5, "5"),
        ("x" * 80, "x" * 80),
        ("x" * 81, f"{'x' * 80}…"),
    ],
    ids=repr,
)
def test_what_is_shown_of_a_value(value: object, shown: str) -> None:
    """A value in a sentence is short, and written as people know it."""
    assert Text("{value}", "{value}").filled({"value": shown_value(value)}).render("id") == shown


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("a", "b", ("a", "b")),
        (Decimal(1), None, (Decimal(1), "-")),
        (NotReported(), NotReported(), None),
        ("x" * 90, "x" * 91, (f"…{'x' * 10}", f"…{'x' * 11}")),
        (f"{'x' * 90}a{'z' * 90}", f"{'x' * 90}b", (f"…{'x' * 10}a{'z' * 69}", f"…{'x' * 10}b")),
    ],
    ids=range(5),
)
def test_what_differs_is_seen_to_differ(one: object, other: object, shown: tuple[object, object] | None) -> None:
    """Of two long texts the part is shown in which they differ."""
    assert told_apart(one, other) == (shown or (shown_value(one), shown_value(other)))
