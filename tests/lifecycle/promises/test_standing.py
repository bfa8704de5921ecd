from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.lifecycle import CoverageCount, promise_coverage
from tests.lifecycle.promises.making import agreement, indicator, plan, promise


@pytest.mark.parametrize(
    ("count", "size", "percent", "text"),
    [
        (20, 33, Decimal("60.61"), "20 dari 33 (60,61 %)"),
        (0, 33, Decimal("0.00"), "0 dari 33 (0,00 %)"),
        (33, 33, Decimal("100.00"), "33 dari 33 (100,00 %)"),
        (1, 800, Decimal("0.13"), "1 dari 800 (0,13 %)"),
        (0, 0, None, "0 dari 0 (–)"),
    ],
)
def test_counts(count: int, size: int, percent: Decimal | None, text: str) -> None:
    """A share is exact, shown with two decimals, and of nothing there is none."""
    found = CoverageCount(count, size)
    assert (found.percent, found.text()) == (percent, text)
    assert found.exact == (Fraction(count, size) if size else None)


def test_count_in_english() -> None:
    """The same in English; another language is refused."""
    assert CoverageCount(20, 33).text("en") == "20 of 33 (60.61 %)"
    with pytest.raises(InvalidValueError):
        CoverageCount(20, 33).text("fr")  # type: ignore[arg-type]


@pytest.mark.parametrize(("count", "size"), [(2, 1), (-1, 1), (0, -1), (True, 1), ("1", 1)])
def test_what_cannot_be_counted(count: Any, size: Any) -> None:
    """No more are covered than there are."""
    with pytest.raises(InvalidValueError):
        CoverageCount(count, size)


DUE = date(2021, 3, 31)


@pytest.mark.parametrize(
    ("done_on", "as_of", "days", "state"),
    [
        (None, None, None, "open"),
        (None, date(2021, 3, 31), None, "open"),
        (None, date(2021, 4, 1), 1, "late"),
        (date(2021, 3, 31), None, 0, "done"),
        (date(2021, 3, 30), date(2021, 3, 30), -1, "done"),
        (date(2021, 4, 1), None, 1, "done_late"),
        (date(2021, 4, 1), date(2021, 4, 1), 1, "done_late"),
        (date(2021, 4, 2), date(2021, 4, 1), 1, "late"),
    ],
)
def test_delay(done_on: date | None, as_of: date | None, days: int | None, state: str) -> None:
    """The last day is in time, the day after is late, and what is kept later than the day looked at is not kept yet."""
    done = {} if done_on is None else {"J-1": done_on}
    found = promise_coverage([plan(promise("J-1", due=DUE))], [], done=done, as_of=as_of)["J-1"]
    assert (found.days, found.state) == (days, state)


def test_without_a_deadline() -> None:
    """What has no deadline is never late, and has no delay even when it is kept."""
    found = promise_coverage([plan("J-1", "J-2")], [], done={"J-2": DUE}, as_of=DUE)
    assert [(one.days, one.state) for one in found] == [(None, "undated"), (None, "done")]


@pytest.mark.parametrize(
    ("offices", "unsigned"),
    [
        ([], ()),
        (["Dinas A"], ()),
        (["Kepala Dinas A", "Dinas B", "Dinas C"], ("Dinas B", "Dinas C")),
        (["Dinas B"], ("Dinas B",)),
    ],
)
def test_who_is_responsible_and_has_not_signed(offices: list[str], unsigned: tuple[str, ...]) -> None:
    """Each who is responsible signs; that somebody else has does not help."""
    signed = [agreement("PK-1", indicator("A", "J-1")), agreement("PK-2", indicator("B"), office="Dinas C")]
    assert promise_coverage([plan(promise("J-1", offices=offices))], signed)["J-1"].unsigned_by == unsigned
    assert promise_coverage([plan(promise("J-1", offices=offices))], [])["J-1"].unsigned_by == tuple(offices)


def test_who_has_signed() -> None:
    """Agreements and targets are named once, and an objective that cites names no target."""
    signed = agreement("PK-1", indicator("A", "J-1"), indicator("B", "J-1"), cites="J-1")
    found = promise_coverage([plan("J-1")], [signed])["J-1"]
    assert (found.agreements, found.targets, len(found.citations)) == (("PK-1",), ("A", "B"), 3)
