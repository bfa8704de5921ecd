"""Deadlines by days of delay: signed, falling, and in the place of the table of late and on time."""

import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Reference, score
from sakip.errors import InvalidValueError, LawError
from sakip.policies import LKJIP
from sakip.scoring import Floor, Lateness, Piecewise, Round, Segment
from tests.scoring.making import evaluated, target

DUE = date(2025, 3, 31)
FLAT = Lateness("lima-per-hari", Piecewise([Segment(None, (-1, 100), (0, 100)), Segment(0, (0, 100), (20, 0))]))
PAYING = Lateness("satu-per-hari", Piecewise.through([(0, 100), (100, 0)]))
POLICY = LKJIP.evolve(deadline=FLAT, indicator=[Floor(0), Round(2)])


@pytest.mark.parametrize(
    ("rule", "days", "value"),
    [
        (FLAT, -30, 100),
        (FLAT, -1, 100),
        (FLAT, 0, 100),
        (FLAT, 1, 95),
        (FLAT, 20, 0),
        (FLAT, 21, -5),
        (PAYING, -3, 103),
        (PAYING, 0, 100),
        (PAYING, 3, 97),
    ],
)
def test_value_by_days(rule: Lateness, days: int, value: int) -> None:
    """Days before the deadline are below zero: flat earns nothing, a line that goes on earns more."""
    assert rule.value(days) == value == Fraction(*rule.quotient(days))


@pytest.mark.parametrize("days", [1.5, True, None, "3", 10**8])
def test_days_are_whole_days(days: Any) -> None:
    """Neither half a day nor a word has a value."""
    with pytest.raises(InvalidValueError):
        FLAT.value(days)


@pytest.mark.parametrize("days", [10**7, -(10**7)])
def test_the_most_days(days: int) -> None:
    """Ten million days on either side are counted, and one more is not."""
    assert FLAT.value(days) == Fraction(*FLAT.quotient(days))
    with pytest.raises(InvalidValueError):
        FLAT.value(days + days // 10**7)


@given(st.integers(-2000, 2000), st.integers(1, 2000))
def test_later_is_never_better(days: int, more: int) -> None:
    """Each further day of delay is worth as much or less, and after the deadline less."""
    assert FLAT.value(days + more) <= FLAT.value(days)
    assert PAYING.value(days + more) < PAYING.value(days)


@pytest.mark.parametrize(
    "curve",
    [
        Piecewise.through([(0, 0), (20, 100)]),
        Piecewise([Segment(None, (0, 100), (1, 100))]),
        Piecewise([Segment(None, (0, 100), (1, 99)), Segment(10, (10, 95), (11, 94))], jumps=[10]),
        Piecewise([Segment(None, (-1, 101), (0, 100)), Segment(0, (0, 100), (1, 100))]),
    ],
    ids=["rising", "flat", "jumping up", "flat after the deadline"],
)
def test_a_curve_that_rewards_delay_is_refused(curve: Piecewise) -> None:
    """More delay is never worth more, and some delay is worth less than none."""
    with pytest.raises(LawError) as caught:
        Lateness("salah", curve)
    assert (caught.value.law, caught.value.path) == ("direction", "Lateness[salah]")
    (_, first), (_, second) = caught.value.counterexample
    assert Fraction(second) >= Fraction(first)


def test_a_jump_down_is_no_fault() -> None:
    """A grace period, then half at once."""
    grace = Lateness(
        "tenggang", Piecewise([Segment(None, (0, 100), (1, 100)), Segment(8, (8, 50), (9, 50))], jumps=[8])
    )
    assert [grace.value(days) for days in (0, 7, 8, 400)] == [100, 100, 50, 50]


@pytest.mark.parametrize(
    ("done", "value", "status"),
    [
        (date(2025, 3, 1), "100.00", "met"),
        (DUE, "100.00", "met"),
        (date(2025, 4, 1), "95.00", "missed"),
        (date(2025, 4, 5), "75.00", "missed"),
        (date(2025, 12, 31), "0.00", "missed"),
    ],
)
def test_in_a_policy(done: date, value: str, status: str) -> None:
    """The rule gives the score; whether the promise was kept is a question of days alone."""
    result = evaluated(target(DUE), given={"IKU-1": done}, policy=POLICY)["IKU-1"]
    assert (result.score.value, result.status) == (Decimal(value), status)


def test_without_it_delay_has_no_number() -> None:
    """The practice of reports states no number for a delay."""
    found = score(target(DUE), date(2025, 4, 1), policy=LKJIP)
    assert found.reason is not None
    assert found.reason.code == "late"


@pytest.mark.parametrize(
    ("done", "indonesian", "english"),
    [
        (date(2025, 4, 5), "terlambat 5 hari", "days of delay 5"),
        (date(2025, 3, 29), "2 hari lebih awal", "days before the deadline 2"),
        (DUE, "tepat pada hari tenggat", "on the day of the deadline"),
    ],
)
def test_explained(done: date, indonesian: str, english: str) -> None:
    """An explanation says by how many days, and which way."""
    result = evaluated(target(DUE), given={"IKU-1": done}, policy=POLICY)["IKU-1"]
    assert indonesian in " ".join(result.explain("id").split())
    assert english in " ".join(result.explain("en").split())


def test_what_it_is_made_of() -> None:
    """The policy's digest and its departure know the rule; it survives pickling."""
    assert pickle.loads(pickle.dumps(FLAT)) == FLAT
    assert POLICY.departs_from is not None
    assert POLICY.departs_from.settings == ("deadline", "indicator")
    assert POLICY.canonical()["deadline"] == FLAT.canonical()
    named = Lateness("x", FLAT.curve, reference=Reference("Perbup 1/2026", certainty="read"))
    assert named.canonical()["reference"] == {"title": "Perbup 1/2026", "article": None, "certainty": "read"}
    assert evaluated(target(DUE), given={"IKU-1": DUE}, policy=POLICY).verify()
    assert "hari keterlambatan" in FLAT.text("id")


@pytest.mark.parametrize(
    "fields",
    [{"id": ""}, {"curve": 5}, {"curve": Round(2)}, {"reference": "Perbup"}],
    ids=str,
)
def test_refused(fields: dict[str, Any]) -> None:
    """Nothing but a curve is a rule."""
    with pytest.raises(InvalidValueError):
        Lateness(**{"id": "x", "curve": FLAT.curve, **fields})
