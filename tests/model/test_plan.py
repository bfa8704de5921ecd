from sakip import Objective, Period, Range, Target
from sakip.model.plan import plan_of
from tests.model.making import full

MICRO = 10**6
YEAR = Period.year(2025)
Q1, Q2 = YEAR.parts("quarter")[:2]


def test_targets_are_flat_with_their_objectives() -> None:
    """Targets stand one after the other, and each objective knows where its own begin and end."""
    targets = [Target(full(f"IKU-{number}"), number) for number in (1, 2, 3)]
    plan = plan_of((Objective("A", targets[:2]), Objective("B", []), Objective("C", targets[2:])), YEAR)
    assert plan.targets == tuple(targets)
    assert plan.slices == ((0, 2), (2, 2), (2, 3))
    assert plan.index == {"IKU-1": 0, "IKU-2": 1, "IKU-3": 2}


def test_weights_are_in_lowest_terms() -> None:
    """Weights keep their proportion alone; without any weight all targets weigh the same."""
    weighted = [Target(full("A"), 1, weight="12.5"), Target(full("B"), 1, weight="37.5")]
    assert plan_of((Objective("A", weighted),), YEAR).weights == (1, 3)
    plan = plan_of((Objective("A", weighted), Objective("B", [])), YEAR)
    assert (plan.shares, plan.whole) == ((4, 0), 4)
    assert plan_of((Objective("A", [Target(full("A"), 1), Target(full("B"), 1)]),), YEAR).weights == (1, 1)


def test_sums_of_weights_stand_once_each() -> None:
    """Sums that differ are all there, one that several objectives have stands once, empty objectives have none."""
    forty, sixty = Target(full("A"), 1, weight=40), Target(full("B"), 1, weight="60.000001")
    bare = Target(full("C"), 1)
    plan = plan_of((Objective("A", [forty]), Objective("B", []), Objective("C", [sixty])), YEAR)
    assert (plan.sums, plan.total) == ((40 * MICRO, 60 * MICRO + 1), 100 * MICRO + 1)
    assert plan_of((Objective("A", [forty]), Objective("B", [forty])), YEAR).sums == (40 * MICRO,)
    assert plan_of((Objective("A", [bare]), Objective("B", [])), YEAR).sums == ()
    assert plan_of((Objective("A", [forty]), Objective("B", [bare])), YEAR).sums is None
    assert plan_of((Objective("A", [forty, bare]),), YEAR).sums is None


def test_codes_that_stand_twice_are_named() -> None:
    """The first target of a code counts for the look-up, and the code is named once however often it stands."""
    target = Target(full("A"), 1)
    plan = plan_of((Objective("A", [target, target]), Objective("B", [target])), YEAR)
    assert (plan.twice, plan.index) == (("A",), {"A": 0})


def test_amounts_of_the_year_and_of_periods_within() -> None:
    """The year's target stands under None, that of a period under its serial number; other years are left out."""
    other = Period.quarter(2026, 1)
    target = Target(full("A"), 8, trajectory={Q1: 2, Q2: 4, other: 9})
    plan = plan_of((Objective("A", [target, Target(full("B"), Range(1, 2))]),), YEAR)
    assert plan.amounts == {None: (8 * MICRO, None), Q1._serial: (2 * MICRO, None), Q2._serial: (4 * MICRO, None)}
    assert plan.slots == ("maximize", "maximize_range")
