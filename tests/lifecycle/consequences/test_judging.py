import pickle
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import Text
from sakip.errors import UnknownCodeError
from sakip.lifecycle import TOTAL_FACT, FactCondition, GivenFact, RuleOutcome, recommend
from sakip.lifecycle.consequences.judging import judged
from tests.lifecycle.consequences.making import (
    AWARD,
    COACHING,
    PRIZE,
    ROTATION,
    USUAL,
    WARNING,
    at_least,
    at_most,
    fact,
    less_than,
    policy,
    rule,
)

WHY = Text("menunggu penilaian", "waiting for the rating")


def outcome(given: list[GivenFact], *when: FactCondition) -> RuleOutcome:
    """What one coaching rule makes of some facts."""
    return recommend(policy(rule("R", COACHING, *when), monotone=False), "x", given, year=2024)["R"]


def reasons(found: RuleOutcome) -> list[str]:
    """What is not known, in English."""
    return [why.render("en") for why in found.because]


@pytest.mark.parametrize(
    ("when", "value", "state", "gap"),
    [
        (less_than("total", 75), "74.999999", "recommended", None),
        (less_than("total", 75), 75, "not_met", Fraction(0)),
        (less_than("total", 75), Fraction(226, 3), "not_met", Fraction(1, 3)),
        (at_most("total", 75), 75, "recommended", None),
        (at_least("total", 75), "74.5", "not_met", Fraction(1, 2)),
        (FactCondition.more_than("total", 75), 75, "not_met", Fraction(0)),
        (at_most("predicate", "Kurang"), "Baik", "not_met", Fraction(2)),
        (at_most("predicate", "Kurang"), "Kurang", "recommended", None),
        (at_least("late-reports", 3), 2, "not_met", Fraction(1)),
        (FactCondition.between("total", 60, 75), 75, "not_met", Fraction(0)),
        (FactCondition.between("total", 60, 75), 59, "not_met", Fraction(1)),
        (FactCondition.exactly("total", 60), 61, "not_met", Fraction(1)),
    ],
)
def test_both_sides_of_a_bound(when: FactCondition, value: Any, state: str, gap: Fraction | None) -> None:
    """Conditions are decided on the exact number, and what is not met says how far it is."""
    found = outcome([fact(when.fact, value)], when)
    assert (found.state, found.conditions[0].gap) == (state, gap)


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ([90, 80, 70], "not_met"),
        ([70, 80, 90], "recommended"),
        ([70, 70, 90], "not_met"),
        ([70, 80], "unknown"),
        ([80, 70], "not_met"),
        ([70], "unknown"),
        ([], "unknown"),
    ],
)
def test_a_trend_of_two_years(values: list[int], state: str) -> None:
    """Each change must be known and fall; one that does not decides, whatever else is not known."""
    given = [fact("total", value, 2024 - at) for at, value in enumerate(values)]
    assert outcome(given, FactCondition.fell("total", years=2)).state == state


def test_each_of_the_last_years() -> None:
    """A predicate of two years asks for both; the inputs are the facts that were read, the latest first."""
    good = at_least("predicate", "Baik", years=2)
    both = [fact("predicate", "Baik", 2023), fact("predicate", "Sangat Baik")]
    found = outcome(both, good)
    assert (found.state, [one.year for one in found.inputs]) == ("recommended", [2024, 2023])
    assert outcome([fact("predicate", "Kurang", 2023), both[1]], good).state == "not_met"
    assert reasons(outcome(both[1:], good)) == ["performance predicate 2023 was not given"]


def test_a_gap_is_that_of_the_worst_year() -> None:
    """Over several years the year that is farthest off tells how far it is."""
    given = [fact("total", 70), fact("total", 40, 2023)]
    assert outcome(given, at_least("total", 75, years=2)).conditions[0].gap == 35


def test_what_is_not_known_says_why() -> None:
    """A fact that was given as missing keeps its reason."""
    found = outcome([GivenFact("total", 2024, because=WHY)], less_than("total", 75))
    assert found.state == "unknown"
    assert reasons(found) == ["score of the performance agreement 2024: waiting for the rating"]


def test_a_condition_that_fails_decides() -> None:
    """What is missing does not matter where another condition is not met."""
    when = [less_than("total", 75), at_least("late-reports", 1)]
    assert outcome([fact("total", 75)], *when).state == "not_met"
    assert outcome([fact("total", 74)], *when).state == "unknown"


def test_numbers_of_two_measures_are_not_compared() -> None:
    """A fall from one policy's total to another's is no fall; the values themselves may still be judged."""
    given = [fact("total", 70, measure="lkjip 1"), fact("total", 90, 2023, measure="permenpanrb-8-2021 1")]
    falling = outcome(given, FactCondition.fell("total"))
    assert falling.state == "unknown"
    unlike = "score of the performance agreement 2024 and 2023 were measured in different ways"
    assert reasons(falling) == [f"{unlike} (lkjip 1; permenpanrb-8-2021 1)"]
    assert outcome(given, less_than("total", 95, years=2)).state == "recommended"
    alike = [fact("total", 70, measure="lkjip 1"), fact("total", 90, 2023, measure="lkjip 1")]
    assert outcome(alike, FactCondition.fell("total")).state == "recommended"
    half = [fact("total", 70, measure="lkjip 1"), fact("total", 90, 2023)]
    assert reasons(outcome(half, FactCondition.fell("total"))) == [f"{unlike} (lkjip 1; –)"]


class TestOrder:
    """A rule gives way to those before it, and cannot be said while one of them cannot."""

    GRADES = policy(
        rule("A", AWARD, at_least("total", 80), yields_to=["B"]),
        rule("B", PRIZE, at_least("total", 90), yields_to=["C"]),
        rule("C", WARNING, at_least("late-reports", 3)),
    )

    @pytest.mark.parametrize(
        ("total", "late", "states"),
        [
            (79, 0, ["not_met", "not_met", "not_met"]),
            (80, 0, ["recommended", "not_met", "not_met"]),
            (90, 0, ["yields", "recommended", "not_met"]),
            (90, 3, ["yields", "yields", "recommended"]),
            (80, 3, ["yields", "not_met", "recommended"]),
            (90, None, ["yields", "unknown", "unknown"]),
            (80, None, ["unknown", "not_met", "unknown"]),
            (None, 3, ["unknown", "unknown", "recommended"]),
            (None, 0, ["unknown", "unknown", "not_met"]),
        ],
    )
    def test_states(self, total: int | None, late: int | None, states: list[str]) -> None:
        """Every combination of what is met, not met and not known."""
        given = [fact(name, value) for name, value in (("total", total), ("late-reports", late)) if value is not None]
        assert [one.state for one in recommend(self.GRADES, "x", given, year=2024)] == states

    def test_what_it_gives_way_to_is_named(self) -> None:
        """All met rules to which one gives way, also through others; and what keeps one from being said."""
        met = recommend(self.GRADES, "x", [fact("total", 90), fact("late-reports", 3)], year=2024)
        assert (met["A"].yields_to, met["B"].yields_to) == (("B", "C"), ("C",))
        unsaid = recommend(self.GRADES, "x", [fact("total", 80)], year=2024)["A"]
        assert reasons(unsaid) == ["number of late reports 2024 was not given"]


@pytest.mark.parametrize(
    ("given", "near"),
    [
        ([fact("total", 80)], True),
        ([fact("total", "80.01")], False),
        ([fact("total", 75)], True),
        ([fact("total", 74)], False),
    ],
)
def test_near_is_within_the_distance_of_the_fact(given: list[GivenFact], near: bool) -> None:
    """Five points are near for a total, one step for a label; what is met is not near."""
    assert outcome(given, less_than("total", 75)).is_near is near
    steps = [
        outcome([fact("predicate", label)], at_most("predicate", "Kurang")).is_near
        for label in ("Baik", "Butuh Perbaikan")
    ]
    assert steps == [False, True]


@pytest.mark.parametrize(
    ("when", "values", "near"),
    [
        (FactCondition.fell("total"), ["81.5", 80], False),
        (FactCondition.fell("total"), [80, 80], False),
        (FactCondition.fell("total", by=5), [77, 80], True),
        (FactCondition.fell("total", by=5), ["79.99", 80], True),
        (FactCondition.fell("total", by=6), [79, 80], True),
        (FactCondition.fell("total", by=7), [79, 80], False),
        (FactCondition.fell("total", by=5), [80, 80], False),
        (FactCondition.fell("total", by=4), [81, 80], False),
        (FactCondition.fell("total", years=2), ["81.5", 80, 90], False),
        (FactCondition.fell("total", years=2), [79, 80, "78.5"], False),
        (FactCondition.fell("total", by=5, years=2), [77, 80, 90], True),
        (FactCondition.fell("total", by=5, years=2), [77, 80, 83], True),
        (FactCondition.fell("total", by=5, years=2), [77, 80, 79], False),
        (FactCondition.rose("total"), ["78.5", 80], False),
        (FactCondition.rose("total", by=5), [83, 80], True),
        (FactCondition.rose("total", by=5), [80, 80], False),
        (FactCondition.rose("total", by=4), [79, 80], False),
        (FactCondition("total", low=-2, high=2, asked="change"), [83, 80], True),
        (FactCondition("total", low=0, asked="change"), [79, 80], True),
        (FactCondition("total", low=0, high=0, asked="change"), [81, 80], True),
        (FactCondition("total", high=0, asked="change"), [81, 80], True),
    ],
    ids=str,
)
def test_a_change_the_other_way_is_never_near(when: FactCondition, values: list[Any], near: bool) -> None:
    """A rise is not nearly a fall, nor is standing still; a fall that is too small is, and so is nearly no change."""
    found = outcome([fact("total", value, 2024 - at) for at, value in enumerate(values)], when)
    assert (found.state, found.is_near, found.conditions[0].is_near) == ("not_met", near, near)


def test_nothing_is_near_while_a_year_is_not_known() -> None:
    """One step in one year is nearly both years only where the other is known."""
    good, near = at_least("predicate", "Baik", years=2), fact("predicate", "Butuh Perbaikan")
    assert not outcome([near], good).is_near
    assert outcome([near, fact("predicate", "Baik", 2023)], good).is_near
    assert not outcome([near, fact("predicate", "Kurang", 2023)], good).is_near


def test_nothing_is_near_without_a_distance() -> None:
    """A fact that does not say what is near is never called near, on the bound or beyond it."""
    bare = policy(rule("R", COACHING, less_than("total", 75)), facts=[evolve(TOTAL_FACT, near=None)])
    tight = policy(rule("R", COACHING, less_than("total", 75)), facts=[evolve(TOTAL_FACT, near=0)])
    for value, near in ((75, True), (76, False)):
        given = [fact("total", value)]
        assert not recommend(bare, "x", given, year=2024)["R"].is_near
        assert recommend(tight, "x", given, year=2024)["R"].is_near is near


def test_near_lacks_one_condition_alone() -> None:
    """Where two conditions are not met, or one is not known, nothing is near."""
    when = [less_than("total", 75), at_least("late-reports", 3)]
    assert not outcome([fact("total", 76), fact("late-reports", 2)], *when).is_near
    assert not outcome([fact("total", 76)], *when).is_near
    assert outcome([fact("total", 76), fact("late-reports", 3)], *when).is_near


def test_judged_alone() -> None:
    """Rules are judged from numbers; nothing known means nothing is said."""
    numbers = {
        ("total", 2024): (fact("total", 50), Fraction(50)),
        ("total", 2023): (fact("total", 50, 2023), Fraction(50)),
    }
    assert [one.state for one in judged(USUAL, numbers, {}, 2024)] == [
        "not_met",
        "recommended",
        "not_met",
        "recommended",
    ]
    assert {one.state for one in judged(USUAL, {}, {}, 2024)} == {"unknown"}


def test_several_may_stand_together() -> None:
    """A reward stands beside coaching, and a rotation beside either."""
    made = policy(
        rule("A", AWARD, at_least("total", 90)),
        rule("B", COACHING, at_least("late-reports", 1)),
        rule("C", ROTATION, FactCondition.fell("predicate")),
    )
    given = [
        fact("total", 95),
        fact("late-reports", 1),
        fact("predicate", "Baik"),
        fact("predicate", "Sangat Baik", 2023),
    ]
    found = recommend(made, "x", given, year=2024)
    assert [one.rule.id for one in found.recommendations] == ["A", "B", "C"]
    assert pickle.loads(pickle.dumps(found["A"])) == found["A"]
    with pytest.raises(UnknownCodeError):
        found["D"]
