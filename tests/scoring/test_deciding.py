"""Laws read off the coefficients, and when they cannot be."""

from fractions import Fraction

import pytest

from sakip.errors import LawError
from sakip.policies import LKJIP, PROGRESS_FROM_BASELINE, TENT
from sakip.scoring import HI, LO, B, C, Cap, Cases, Floor, Formula, Piecewise, R, Segment, T, W, laws
from sakip.scoring.deciding import decide, meeting_points

UP = {"at_target": 100, "direction": "up"}
DOWN = {"at_target": 100, "direction": "down"}
PEAK = {"at_target": 100, "direction": "peak"}
TOWARDS = {"at_target": 100, "direction": "towards-target"}
LATE = {"at_target": 76, "direction": "down"}
TURN = Fraction(76, 100) * T
SAVED = Cases([(R < TURN, 100 * R / T)], otherwise=100 * (Fraction(176, 100) * T - R) / T)
FALLING = Piecewise([Segment(None, (0, 0), (100, 100)), Segment(200, (200, 200), (300, 100))])


def verdicts(expression: object, **fields: object) -> tuple[str, str, str]:
    """At the target, direction and unit."""
    found = decide(Formula("f", expression, **fields))
    return found["at-target"], found["direction"], found["unit"]


KEPT, BROKEN, OPEN = "kept", "broken", "undecided"


@pytest.mark.parametrize(
    ("expression", "fields", "wanted"),
    [
        (100 * R / T, UP, (KEPT, KEPT, KEPT)),
        (100 * R / T, DOWN, (KEPT, BROKEN, KEPT)),
        (100 * R / T, PEAK, (KEPT, BROKEN, KEPT)),
        (100 * (2 * T - R) / T, PEAK, (KEPT, BROKEN, KEPT)),
        (99 * R / T, UP, (BROKEN, KEPT, KEPT)),
        (100 * R / B, UP, (OPEN, KEPT, KEPT)),
        (100 * R / T, {**UP, "domain": [T.differs(0)]}, (KEPT, OPEN, KEPT)),
        (100 * R / T, {**UP, "domain": [T > 0]}, (KEPT, KEPT, KEPT)),
        (100 * R / T, {**UP, "domain": [T < 0]}, (KEPT, BROKEN, KEPT)),
        (100 * T / R, {**DOWN, "domain": [T > 0, R > 0]}, (KEPT, KEPT, KEPT)),
        (100 * T / R, DOWN, (KEPT, OPEN, KEPT)),
        (Cases([], otherwise=100), UP, (KEPT, BROKEN, KEPT)),
        (100 + R - T, UP, (KEPT, KEPT, BROKEN)),
        (100 * (R + 1) / (T + 1), UP, (KEPT, KEPT, BROKEN)),
        (Cases([(R < 5, 100 * R / T)], otherwise=100 * R / T), UP, (KEPT, KEPT, BROKEN)),
        (100 * R / T, {**UP, "domain": [T > 5]}, (KEPT, OPEN, BROKEN)),
        (Cases([(R < T, 110 * R / T)], otherwise=100 * R / T), UP, (KEPT, BROKEN, KEPT)),
        (Cases([(R < T, 110 * R / T)], otherwise=100 * R / T), {**UP, "breaks": [T]}, (KEPT, KEPT, KEPT)),
        (Cases([(R < T, 90 * R / T)], otherwise=100 * R / T), UP, (KEPT, KEPT, KEPT)),
        (Cases([(R < B, 50 * R / B)], otherwise=100 * R / T), UP, (OPEN, OPEN, KEPT)),
        (Cases([(R <= B, 100 * R / T)], otherwise=100 * (2 * T - R) / T), PEAK, (KEPT, OPEN, KEPT)),
        (Cases([(R < T, 100 * R / T)], otherwise=100 * (2 * T - R) / T), PEAK, (KEPT, KEPT, KEPT)),
        (Cases([(R < T, 100 * R / T)], otherwise=100 * R / T), PEAK, (KEPT, BROKEN, KEPT)),
        (Cases([(R.differs(T), 0)], otherwise=100), PEAK, (KEPT, KEPT, KEPT)),
        (100 * (R - B) / (T - B), TOWARDS, (KEPT, KEPT, KEPT)),
        (100 * (B - R) / (B - T), TOWARDS, (KEPT, KEPT, KEPT)),
        (100 * (T - R) / (T - B), TOWARDS, (BROKEN, BROKEN, KEPT)),
        (100 * R / T, TOWARDS, (KEPT, OPEN, KEPT)),
        (Cases([(R <= T, 100 * (R - B) / (T - B))], otherwise=120), TOWARDS, (KEPT, BROKEN, KEPT)),
        (Cases([(R >= T, 100 * (R - B) / (T - B))], otherwise=90), TOWARDS, (KEPT, BROKEN, KEPT)),
        (Cases([(R < LO, 100 * R / LO), (R > HI, 100 * R / HI)], otherwise=100), UP, (KEPT, KEPT, KEPT)),
        (
            Cases([(R < LO, 100 * R / LO), (R > HI, 100 * (2 * HI - R) / HI)], otherwise=100),
            PEAK,
            (KEPT, KEPT, KEPT),
        ),
        (Cases([(R < LO, 100 * R / HI), (R > HI, 100 * R / HI)], otherwise=100), UP, (KEPT, OPEN, KEPT)),
        (100 * R / HI, UP, (OPEN, KEPT, KEPT)),
        (100 * R / T, {**UP, "then": [Cap(120)]}, (KEPT, KEPT, KEPT)),
        (100 * R / T, {**UP, "then": [Cap(99)]}, (BROKEN, KEPT, KEPT)),
        (100 * R / T, {**UP, "then": [FALLING]}, (KEPT, OPEN, KEPT)),
        (100 * R / T, {**UP, "then": [Floor(100), Cap(100)]}, (KEPT, BROKEN, KEPT)),
        (100 * R / T, {**UP, "then": [Floor(99), Cap(100)]}, (KEPT, KEPT, KEPT)),
        (100 * R / T, {**UP, "then": [Floor(100)]}, (KEPT, BROKEN, KEPT)),
        (100 * R / T, {**UP, "then": [Floor("99.999999")]}, (KEPT, KEPT, KEPT)),
        (100 * R / T, {**UP, "then": [Floor(90)], "met_from": 90}, (KEPT, BROKEN, KEPT)),
        (100 * R / T, {**UP, "then": [Floor(90)], "met_from": 91}, (KEPT, KEPT, KEPT)),
        (SAVED, {**LATE, "turns_at": TURN}, (KEPT, KEPT, KEPT)),
        (SAVED, LATE, (KEPT, BROKEN, KEPT)),
        (SAVED, {**LATE, "turns_at": Fraction(3, 4) * T}, (KEPT, BROKEN, KEPT)),
        (SAVED, {**LATE, "turns_at": Fraction(77, 100) * T}, (KEPT, BROKEN, KEPT)),
        (SAVED, {**LATE, "turns_at": 2 * T}, (KEPT, BROKEN, KEPT)),
        (SAVED, {**LATE, "direction": "up", "turns_at": TURN}, (KEPT, BROKEN, KEPT)),
        (SAVED, {**LATE, "domain": [T > 0], "turns_at": TURN}, (KEPT, OPEN, KEPT)),
        (100 * R / T, {**UP, "turns_at": TURN}, (KEPT, BROKEN, KEPT)),
        (Cases([(R <= 2 * T, 100 * R / T)], otherwise=100 * (4 * T - R) / T), {**UP, "turns_at": 2 * T}, (KEPT,) * 3),
        (Cases([(R <= 2 * T, 100 * R / T)], otherwise=150), {**UP, "turns_at": 2 * T}, (BROKEN, OPEN, KEPT)),
        (Cases([(R <= 2 * T, 100 * R / T)], otherwise=150 * T / T), {**UP, "turns_at": 2 * T}, (KEPT, BROKEN, KEPT)),
        (100 * (W - R) / W, {**DOWN}, (OPEN, KEPT, KEPT)),
        (100 * R / C, {**UP}, (OPEN, KEPT, KEPT)),
    ],
)
def test_verdicts(expression: object, fields: dict[str, object], wanted: tuple[str, str, str]) -> None:
    """Each law is kept, broken, or cannot be told from the coefficients."""
    assert verdicts(expression, **fields) == wanted


PEAKED = Cases([(R < T, 100 * R / T)], otherwise=100 * (2 * T - R) / T)
LIMITS = Cases([(R < LO, 100 * R / LO), (R > HI, 100 * R / HI)], otherwise=100)


@pytest.mark.parametrize(
    ("expression", "fields", "wanted"),
    [
        (100 * R / T, UP, KEPT),
        (100 * R / T, {**UP, "domain": [T > 0]}, KEPT),
        (100 * R / T, {**UP, "domain": [T > 0, B > 0]}, KEPT),
        (100 * R / T, {**UP, "domain": [T > 0, R <= T]}, KEPT),
        (100 * R / T, {**UP, "domain": [T > 0, T >= R]}, KEPT),
        (100 * R / T, {**UP, "domain": [T > 0, R < 2 * T]}, KEPT),
        (100 * R / T, {**UP, "domain": [R < 2 * T]}, OPEN),
        (100 * R / T, {**UP, "domain": [T > 0, R < T]}, BROKEN),
        (100 * R / T, {**UP, "domain": [T > 0, R > T]}, BROKEN),
        (100 * R / T, {**UP, "domain": [T > 0, T < R]}, BROKEN),
        (100 * R / T, {**UP, "domain": [T > 0, 2 * R >= T]}, BROKEN),
        (100 * R / T, {**UP, "domain": [T > 0, R >= 0]}, BROKEN),
        (100 * R / T, {**UP, "domain": [T > 0, R.differs(0)]}, OPEN),
        (100 * T / R, {**DOWN, "domain": [T > 0, R > 0]}, KEPT),
        (100 * T / R, {**DOWN, "domain": [T > 0, R > 0, R < 3 * T]}, BROKEN),
        (100 * T / R, {**DOWN, "domain": [T > 0, R > T]}, BROKEN),
        (100 * T / R, DOWN, OPEN),
        (100 * (2 * T - R) / T, {**DOWN, "domain": [T > 0, R <= 2 * T]}, BROKEN),
        (100 * (2 * T - R) / T, {**DOWN, "domain": [T > 0, R >= 0]}, KEPT),
        (100 * (R - B) / (T - B), TOWARDS, KEPT),
        (100 * (R - B) / (T - B), {**TOWARDS, "domain": [T > B, R >= B]}, OPEN),
        (PEAKED, {**PEAK, "domain": [T > 0, R > 0]}, BROKEN),
        (PEAKED, {**PEAK, "domain": [T > 0, R < 9 * T]}, BROKEN),
        (PEAKED, {**PEAK, "domain": [T > 0]}, KEPT),
        (SAVED, {**LATE, "turns_at": TURN}, KEPT),
        (SAVED, {**LATE, "turns_at": TURN, "domain": [T > 0, R > TURN]}, BROKEN),
        (LIMITS, UP, KEPT),
        (LIMITS, {**UP, "domain": [LO > 0, R <= HI]}, KEPT),
        (LIMITS, {**UP, "domain": [LO > 0, R <= LO]}, BROKEN),
        (LIMITS, {**UP, "domain": [LO > 0, R >= LO]}, BROKEN),
        (Cases([(2 * R < T, 100 * R / -T)], otherwise=100 * R / T), UP, OPEN),
        (Cases([(T > 0, 100 * R / T)], otherwise=100 * (R - 2 * T) / -T), UP, KEPT),
    ],
)
def test_coverage(expression: object, fields: dict[str, object], wanted: str) -> None:
    """A value at the target and for all that is worse; what is better than something with a value may have none."""
    assert decide(Formula("f", expression, **fields))["coverage"] == wanted


@pytest.mark.parametrize(
    "formula",
    [
        Formula("f", 100 * R / T, domain=[T > 0, R < T], **UP),
        Formula("f", 100 * R / T, domain=[T > 0, T < R], **UP),
        Formula("f", 100 * R / T, domain=[2 * R >= T, T > 0], **UP),
        Formula("f", 100 * (R - B) / (T - B), domain=[T > B, R >= B], **TOWARDS),
        Formula("f", Cases([(2 * R < T, 100 * R / (R - T))], otherwise=100 * R / T), **UP),
    ],
    ids=range(5),
)
def test_uncovered_is_refused(formula: Formula) -> None:
    """A rule that hides the target or bad performance enters no policy, and the numbers that show it are told."""
    with pytest.raises(LawError) as caught:
        laws.check(formula)
    assert caught.value.law == "coverage"
    assert {"R", "R'"} <= set(dict(caught.value.counterexample))


def test_undecided_is_searched() -> None:
    """What the coefficients do not settle is tried on numbers, and the sheet says how many."""
    kept = laws.check(Formula("f", 100 * T / R, domain=[R > 0, T > 0], **DOWN))
    assert (kept.decided, kept.points) == (True, 0)
    tried = laws.check(Formula("f", 100 * R / T, then=[Cap(200), FALLING], **UP))
    assert not tried.decided
    assert tried.points > 100
    with pytest.raises(LawError) as caught:
        laws.check(Formula("f", 100 * R / T, then=[FALLING], **UP))
    assert caught.value.law == "direction"


def test_meeting_points() -> None:
    """A promise is kept exactly at the target, or at both bounds of the range."""
    assert meeting_points(TENT) == (T,)
    assert meeting_points(LKJIP.maximize_range) == (LO, HI)
    assert decide(PROGRESS_FROM_BASELINE) == dict.fromkeys(("at-target", "coverage", "direction", "unit"), KEPT)


def test_constant_multiple() -> None:
    """The value at the target is seen through factors: 200T - 100T over T is 100, whatever T."""
    assert verdicts((200 * T - 100 * R) / (Fraction(1, 2) * T + Fraction(1, 2) * R), **DOWN)[0] == KEPT
    assert verdicts(100 * R / (R - T), **UP)[0] == OPEN
