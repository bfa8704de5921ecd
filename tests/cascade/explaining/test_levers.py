from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import BPK_OPINIONS, Components, Level, NotApplicable, Period, Range, Realization
from sakip.cascade import Group, NodeFacts, WhatIf
from sakip.cascade.explaining.levers import what_if
from tests.cascade.making import TOP, family, report_on, target

BETTER = {"maximize": 1, "minimize": -1}


def asked(
    kind: str,
    aim: Any,
    *actuals: Any,
    polarity: str = "maximize",
    measure: Any = None,
    cell: Any = "actual",
    **more: Any,
) -> WhatIf:
    """What would have to change below a parent whose children delivered this much, and promised ten each."""
    children = [target(f"A-{at}", 10, polarity=polarity, measure=measure) for at, _ in enumerate(actuals, 2)]
    done = {(f"KABID-{at}", f"A-{at}"): value for at, value in enumerate(actuals, 2) if value is not None}
    cascade = family(target("T", aim, polarity=polarity), *children, kind=kind, realizations=done, **more)
    return what_if(report_on(cascade).case, 0, cell)


def needed(found: WhatIf) -> list[Any]:
    """What each child would have to be alone."""
    return [one.needed for one in found.children]


def slack(found: WhatIf) -> list[Any]:
    """How far each child may get worse."""
    return [one.slack for one in found.children]


def moves(some: Any) -> Any:
    """Which child becomes what; the first child is 1."""
    return None if some is None else [(int(one.node.rpartition("-")[2]) - 1, one.needed) for one in some]


class TestLinear:
    def test_any_one_of_a_sum(self) -> None:
        """Each can close the gap alone; the least change in proportion is taken, and the even plan moves all."""
        found = asked("sum", 22, 4, 10, 6)
        assert (found.made, found.aim, found.gap) == (20, 22, 2)
        assert needed(found) == [6, 12, 8]
        assert moves(found.fewest) == [(2, 12)]
        assert found.largest == Fraction(1, 10)
        assert moves(found.plan) == [(1, Fraction(22, 5)), (2, 11), (3, Fraction(33, 5))]
        assert len(found.sufficient) == 3

    @pytest.mark.parametrize(
        ("aim", "fewest", "plan"),
        [
            (13, [(2, 5)], [(1, Fraction(13, 4)), (2, Fraction(13, 2)), (3, Fraction(13, 4))]),
            (8, [(2, 0)], [(1, 2), (2, 4), (3, 2)]),
            (7, [(2, 0), (1, 3)], [(1, Fraction(7, 4)), (2, Fraction(7, 2)), (3, Fraction(7, 4))]),
            (0, [(2, 0), (1, 0), (3, 0)], [(1, 0), (2, 0), (3, 0)]),
            (-1, None, None),
        ],
    )
    def test_room_ends_at_zero(self, aim: int, fewest: Any, plan: Any) -> None:
        """What is counted cannot fall below zero: those with most room come first; beyond all of it nothing helps."""
        found = asked("sum", aim, 4, 8, 4, polarity="minimize", measure="flow")
        assert found.gap == aim - 16
        assert [one.room for one in found.children] == [4, 8, 4]
        assert moves(found.fewest) == fewest
        assert moves(found.plan) == plan

    def test_the_even_plan_fills_up_those_that_can_do_no_more(self) -> None:
        """A child at its end stays there, and the others carry what is left."""
        facts = [NodeFacts(("KABID-2", "A-2"), planned=Components(10, 100, per=10))]
        found = asked("sum", 24, 8, 10, nodes=facts)
        assert moves(found.plan) == [(1, 10), (2, 14)]
        assert found.largest == Fraction(2, 5)
        assert [one.suffices for one in found.children] == [False, True]
        assert (found.children[0].needed, found.children[0].room) == (14, 2)

    def test_what_is_zero_has_no_proportion(self) -> None:
        """From nothing no change is proportionate: it takes no part in the even plan, and comes last alone."""
        found = asked("sum", 12, 0, 10)
        assert moves(found.plan) == [(2, 12)]
        assert moves(found.fewest) == [(2, 12)]
        none = asked("sum", 12, 0, 0)
        assert (none.plan, none.largest, moves(none.fewest)) == (None, None, [(1, 12)])

    def test_coefficients_turn_and_scale_what_is_needed(self) -> None:
        """Half credited takes twice the change; what is subtracted has to fall."""
        found = asked("sum", 10, 8, 4, links=[{"share": "0.5"}, {"inverse": True}])
        assert (found.made, found.gap) == (0, 10)
        assert needed(found) == [28, -6]
        assert needed(asked("mean", 10, 8, 8)) == [12, 12]
        assert needed(asked("weighted", 10, 8, 8, links=[{"weight": 3}, {"weight": 1}])) == [Fraction(32, 3), 16]
        assert needed(asked("weighted", 10, 8, 8, links=[{"weight": 1}, {"weight": 0}]))[1] == 8

    def test_of_a_ratio(self) -> None:
        """By how much a numerator has to rise is said too; no part can be more than its whole."""
        done = [Components(40, 50, per=100), Components(30, 50, per=100)]
        facts = [NodeFacts((f"KABID-{at}", f"A-{at}"), planned=Components(45, 50, per=100)) for at in (2, 3)]
        found = asked("pool", 85, *done, nodes=facts)
        assert (found.made, found.gap) == (70, 15)
        assert needed(found) == [110, 90]
        assert [one.numerator for one in found.children] == [15, 15]
        assert [(one.room, one.suffices) for one in found.children] == [(20, False), (40, True)]

    def test_slack_of_a_sum(self) -> None:
        """What is beyond the target may be lost by any one child, in its own measure and not below what it can be."""
        found = asked("sum", 17, 10, 2, 8, measure="flow", links=[{"share": "0.5"}])
        assert (found.made, found.gap) == (15, 2)
        found = asked("sum", 12, 10, 2, 8, measure="flow", links=[{"share": "0.5"}])
        assert (found.gap, found.fewest, found.plan, found.sufficient) == (0, (), None, ())
        assert slack(found) == [6, 2, 3]
        assert slack(asked("sum", 20, 10, 4, polarity="minimize")) == [6, 6]
        assert slack(asked("sum", 20, 10, 4)) == [0, 0]

    def test_one_that_is_adopted(self) -> None:
        """The parent is what its child is."""
        assert needed(asked("same", 10, 8)) == [10]


class TestAim:
    @pytest.mark.parametrize(("delivered", "aim", "gap"), [(70, 80, 10), (80, 80, 0), (85, 85, 0), (95, 90, -5)])
    def test_of_a_range_the_nearer_end(self, delivered: int, aim: int, gap: int) -> None:
        """Inside a range nothing is needed, outside the nearer end."""
        found = asked("sum", Range(80, 90), delivered, polarity="stabilize")
        assert (found.aim, found.gap) == (aim, gap)

    def test_slack_in_a_range(self) -> None:
        """To both sides, so that the nearer end counts; from a maximum only downwards."""
        assert slack(asked("sum", Range(80, 90), 82, polarity="stabilize")) == [2]
        assert slack(asked("sum", Range(80, 90), 88, polarity="stabilize")) == [2]
        assert slack(asked("sum", Range(80, 90), 88)) == [8]

    def test_promises_can_be_moved_as_well(self) -> None:
        """Of the cell `target` the children's promises are compared with the parent's."""
        found = asked("sum", 25, 1, 1, cell="target")
        assert (found.made, found.gap, needed(found)) == (20, 5, [15, 15])

    def test_rounding_can_reach_it(self) -> None:
        """Numbers that meet within their declared decimals need nothing, and can spare nothing."""
        children = [target("A-2", 10, decimals=0)]
        done = {("KABID-2", "A-2"): 10}
        found = what_if(report_on(family(target("T", "10.5"), *children, realizations=done)).case, 0, "actual")
        assert (found.gap, slack(found)) == (0, [0])
        found = what_if(report_on(family(target("T", "10.6"), *children, realizations=done)).case, 0, "actual")
        assert found.gap == Fraction(3, 5)


class TestExtremes:
    @pytest.mark.parametrize(("kind", "polarity"), [("minimum", "maximize"), ("maximum", "minimize")])
    def test_every_child_is_needed(self, kind: str, polarity: str) -> None:
        """All that fall short have to reach the target; no other set will do."""
        sign = BETTER[polarity]
        found = asked(kind, 5 * sign, 3 * sign, 6 * sign, 4 * sign, polarity=polarity)
        assert found.gap == 2 * sign
        assert needed(found) == [5 * sign, 6 * sign, 5 * sign]
        assert moves(found.fewest) == [(1, 5 * sign), (3, 5 * sign)]
        assert (found.sufficient, found.plan) == ((), None)
        alone = asked(kind, 5 * sign, 3 * sign, 6 * sign, polarity=polarity)
        assert [one.suffices for one in alone.children] == [True, False]

    @pytest.mark.parametrize(("kind", "polarity"), [("maximum", "maximize"), ("minimum", "minimize")])
    def test_one_is_enough(self, kind: str, polarity: str) -> None:
        """Any child can do it alone; the nearest is taken."""
        sign = BETTER[polarity]
        found = asked(kind, 10 * sign, 3 * sign, 6 * sign, polarity=polarity)
        assert [one.suffices for one in found.children] == [True, True]
        assert moves(found.fewest) == [(2, 10 * sign)]

    @pytest.mark.parametrize(("kind", "polarity"), [("minimum", "maximize"), ("maximum", "minimize")])
    def test_slack_where_every_child_is_needed(self, kind: str, polarity: str) -> None:
        """Each may fall to the target."""
        sign = BETTER[polarity]
        assert slack(asked(kind, 5 * sign, 5 * sign, 8 * sign, polarity=polarity)) == [0, 3]

    @pytest.mark.parametrize(("kind", "polarity"), [("maximum", "maximize"), ("minimum", "minimize")])
    def test_slack_where_one_is_enough(self, kind: str, polarity: str) -> None:
        """Only the last one that reaches the target is bound to it."""
        sign = BETTER[polarity]
        assert slack(asked(kind, 5 * sign, 8 * sign, 2 * sign, polarity=polarity)) == [3, None]
        assert slack(asked(kind, 5 * sign, 8 * sign, 5 * sign, polarity=polarity)) == [None, None]

    def test_slack_ends_where_numbers_end(self) -> None:
        """What is counted cannot fall below zero."""
        assert slack(asked("maximum", 5, 8, 6, measure="flow")) == [8, 6]
        assert slack(asked("minimum", -3, 1, 2, measure="flow")) == [1, 2]

    def test_units_and_inversion(self) -> None:
        """What is needed is said in the child's own unit and direction."""
        found = asked("minimum", 5000, 3, 8000, links=[{"factor": 1000}])
        assert needed(found) == [5, 8000]
        found = asked("minimum", 80, 30, 90, links=[{"inverse": True}])
        assert (found.made, needed(found)) == (70, [20, 90])
        met = asked("minimum", 60, 30, 90, links=[{"inverse": True}])
        assert slack(met) == [10, 30]
        assert slack(asked("minimum", 5000, 8, 9000, links=[{"factor": 1000}])) == [3, 4000]

    def test_levels_end_with_their_scale(self) -> None:
        """An opinion cannot become better than the best, and the scale is carried along."""
        opinion: dict[str, Any] = {"scale": BPK_OPINIONS, "unit": None}
        children = [target(f"A-{at}", Level("WTP"), **opinion) for at in (2, 3)]
        done = {
            (f"KABID-{at}", f"A-{at}"): [Realization(f"A-{at}", Level(level))] for at, level in ((2, "WDP"), (3, "WTP"))
        }
        cascade = family(target("T", Level("WTP"), **opinion), *children, kind="minimum", realizations=done)
        found = what_if(report_on(cascade).case, 0, "actual")
        assert (moves(found.fewest), found.children[0].room) == ([(1, 3)], 2)
        assert found.scale == found.children[0].scale == BPK_OPINIONS
        beyond = what_if(
            report_on(family(target("T", 4), *children, kind="minimum", realizations=done)).case, 0, "actual"
        )
        assert beyond.fewest is None
        best = family(target("T", 4), *children, kind="maximum", realizations=done)
        assert what_if(report_on(best).case, 0, "actual").fewest is None


class TestCount:
    def counted(self, aim: Any, *actuals: Any, **more: Any) -> WhatIf:
        """Those that reach eight are counted."""
        return asked("count", aim, *actuals, groups=[Group(parent=TOP, threshold=8, **more)])

    def test_the_cheapest_upgrades(self) -> None:
        """As many as are missing, those with the least to do in proportion first."""
        found = self.counted(3, 9, 4, 7, 6)
        assert (found.made, found.gap) == (1, 2)
        assert moves(found.fewest) == [(3, 8), (4, 8)]
        assert needed(found) == [9, 8, 8, 8]
        assert not found.sufficient
        assert [one.suffices for one in self.counted(2, 9, 4, 7).children] == [False, True, True]

    def test_as_a_percentage(self) -> None:
        """Half of three is two."""
        found = self.counted(50, 9, 4, 7, per_hundred=True)
        assert moves(found.fewest) == [(3, 8)]
        assert moves(self.counted(67, 9, 4, 7, per_hundred=True).fewest) == [(3, 8), (2, 8)]

    def test_more_than_there_are(self) -> None:
        """Three of two cannot be."""
        assert self.counted(3, 9, 4).fewest is None

    def test_slack(self) -> None:
        """Each that is counted may fall to the threshold, or by anything where one is to spare."""
        assert slack(self.counted(2, 9, 8, 3)) == [1, 0, None]
        assert slack(self.counted(1, 9, 8, 3)) == [None, None, None]

    def test_the_threshold_can_be_the_childs_own_target(self) -> None:
        """Without a threshold each has to reach what it promised; lower where lower is better for the child."""
        assert needed(asked("count", 2, 10, 7)) == [10, 10]
        group = [Group(parent=TOP, threshold=8)]
        children = [target("A-2", 10, polarity="minimize"), target("A-3", Range(6, 7), polarity="stabilize")]
        done = {("KABID-2", "A-2"): 12, ("KABID-3", "A-3"): 9}
        cascade = family(target("T", 2), *children, kind="count", realizations=done, groups=group)
        assert needed(what_if(report_on(cascade).case, 0, "actual")) == [8, 8]
        cascade = family(target("T", 2), *children, kind="count", realizations=done)
        assert needed(what_if(report_on(cascade).case, 0, "actual")) == [10, 7]

    @pytest.mark.parametrize(("polarity", "now", "enough"), [("maximize", 3, 6), ("minimize", 9, 8)])
    def test_of_a_promised_range_the_lenient_end_counts(self, polarity: str, now: int, enough: int) -> None:
        """From 6 to 8 is kept from 6 on where more is better, and up to 8 where less is."""
        child = target("A-2", Range(6, 8), polarity=polarity)
        cascade = family(target("T", 1), child, kind="count", realizations={("KABID-2", "A-2"): now})
        found = what_if(report_on(cascade).case, 0, "actual")
        assert (needed(found), moves(found.fewest), found.children[0].suffices) == ([enough], [(1, enough)], True)


@pytest.mark.parametrize(
    ("kind", "aim", "polarity", "more"),
    [
        ("sum", 20, "maximize", {}),
        ("weighted", 10, "maximize", {"links": [{"weight": 1}, {"weight": 2}]}),
        ("minimum", 8, "maximize", {}),
        ("minimum", 11, "minimize", {}),
        ("maximum", 8, "maximize", {}),
        ("maximum", 12, "minimize", {}),
        ("count", 2, "maximize", {}),
    ],
)
def test_where_nothing_is_lacking_nothing_is_asked(kind: str, aim: int, polarity: str, more: Any) -> None:
    """Of a target that is reached no child has to move, none carries it alone, and each stays at its number."""
    found = asked(kind, aim, 10, 11, polarity=polarity, **more)
    assert (found.gap, found.fewest, found.plan, found.largest, found.sufficient) == (0, (), None, None, ())
    told = [(one.now, one.needed, one.change, one.room, one.suffices) for one in found.children]
    assert told == [(10, 10, 0, None, False), (11, 11, 0, None, False)]


class TestCompensation:
    def test_siblings_that_hid_a_miss(self) -> None:
        """Who did better than promised made up for who did worse, the one that did most first."""
        found = asked("sum", 30, 7, 11, 13)
        assert [(one.node[:7], one.amount) for one in found.children[0].compensated_by] == [
            ("KABID-4", 3),
            ("KABID-3", 1),
        ]
        assert [len(one.compensated_by) for one in found.children] == [2, 0, 0]

    def test_lower_can_be_better(self) -> None:
        """The amounts keep their sign."""
        found = asked("sum", 20, 12, 7, polarity="minimize")
        assert [(one.node[:7], one.amount) for one in found.children[0].compensated_by] == [("KABID-3", -3)]

    @pytest.mark.parametrize(
        ("kind", "aim", "actuals"),
        [
            ("sum", 31, (7, 11, 12)),  # nothing was hidden: the parent missed
            ("sum", 20, (10, 10)),  # nobody missed
            ("sum", 15, (8, 8)),  # nobody did better: the plan was ample
            ("minimum", 5, (7, 13)),  # where every child is needed nobody can make up for another
        ],
    )
    def test_nothing_to_make_up_for(self, kind: str, aim: int, actuals: tuple[int, ...]) -> None:
        """Only a miss that the parent does not show is said to be hidden."""
        assert [one.compensated_by for one in asked(kind, aim, *actuals).children] == [()] * len(actuals)

    def test_one_that_is_enough_hides_the_others(self) -> None:
        """Of a greatest value the one that rose hides the one that fell."""
        found = asked("maximum", 10, 8, 12)
        assert [one.node[:7] for one in found.children[0].compensated_by] == ["KABID-3"]

    def test_promises_hide_nothing(self) -> None:
        """Moving promises says nothing about what was delivered."""
        found = asked("sum", 20, 7, 13, cell="target")
        assert [one.compensated_by for one in found.children] == [(), ()]


@pytest.mark.parametrize(
    ("kind", "aim", "actuals", "why"),
    [
        ("support", 10, (5,), "no-arithmetic"),
        ("sum", 10, (5, None), "children-unknown"),
        ("sum", 10, (NotApplicable("Tidak ada kegiatan"),), "none-applies"),
        ("pool", 10, (5,), "components-unknown"),
    ],
)
def test_nothing_can_be_said(kind: str, aim: Any, actuals: tuple[Any, ...], why: str) -> None:
    """Without the numbers there is a reason, and never a guess."""
    found = asked(kind, aim, *([Realization("A-2", one)] if isinstance(one, NotApplicable) else one for one in actuals))
    assert (found.why, found.gap, found.fewest, found.plan) == (why, None, None, None)
    assert all((one.needed, one.slack, one.suffices) == (None, None, False) for one in found.children)


@pytest.mark.parametrize(
    ("kind", "polarity"),
    [("minimum", "stabilize"), ("maximum", "stabilize"), ("count", "stabilize"), ("count", "minimize")],
)
def test_the_direction_is_unclear(kind: str, polarity: str) -> None:
    """Where polarity and arithmetic do not say in which direction it gets better, nothing is proposed."""
    found = asked(kind, 1, 5, 5, polarity=polarity)
    assert found.why == "direction-unclear"
    assert [one.now for one in found.children] == [5, 5]


def test_a_target_that_is_no_number() -> None:
    """A parent that promises a day has no number to reach."""
    children = [target("A-2", 10)]
    cascade = family(target("T", date(2025, 6, 30)), *children, realizations={("KABID-2", "A-2"): 5})
    assert what_if(report_on(cascade).case, 0, "actual").why == "target-unknown"


class TestAttainable:
    @pytest.mark.parametrize(("ceiling", "suffices"), [(11, False), (12, True), (None, True)])
    def test_nothing_beyond_the_best_attainable_value_suffices(self, ceiling: int | None, suffices: bool) -> None:
        """A child whose ceiling is 11 cannot deliver the 12 that are lacking."""
        child = evolve(target("A", 10), ceiling=ceiling)
        cascade = family(target("T", 12), child, realizations={("KABID-2", "A"): 10})
        (lever,) = what_if(report_on(cascade).case, 0, "actual").children
        assert (lever.needed, lever.suffices) == (12, suffices)

    @pytest.mark.parametrize(("aim", "suffices"), [(75, True), (76, False)])
    def test_no_part_exceeds_its_whole(self, aim: int, suffices: bool) -> None:
        """50 of 100 can become 100 of 100, and with another 50 of 100 no more than 75 percent."""
        halves = {(f"KABID-{at}", "A"): Components(50, 100, per=100) for at in (2, 3)}
        children = (target("A", 50, unit="%", measure="ratio"), target("A", 50, unit="%", measure="ratio"))
        cascade = family(target("T", aim, unit="%", measure="ratio"), *children, kind="pool", realizations=halves)
        found = what_if(report_on(cascade).case, 0, "actual")
        assert [one.suffices for one in found.children] == [suffices, suffices]


def test_of_a_part_of_the_year_what_is_due_by_then_is_asked() -> None:
    """By June 50 are due and 43 delivered; promises are those of the whole year."""
    quarters = Period.year(2025).parts("quarter")
    promised = {"T": (20, 30, 25, 25), "A": (10, 20, 15, 15), "B": (10, 10, 10, 10)}
    plans = [
        evolve(target(code, sum(amounts), consolidation="sum"), trajectory=list(zip(quarters, amounts, strict=True)))
        for code, amounts in promised.items()
    ]
    done = {
        (f"KABID-{at}", code): [Realization(code, one, period=when) for one, when in zip(made, quarters, strict=False)]
        for at, code, made in ((2, "A", (10, 15)), (3, "B", (8, 10)))
    }
    case = report_on(family(*plans, realizations=done), through=quarters[1]).case
    actual, promise = what_if(case, 0, "actual"), what_if(case, 0, "target")
    assert (actual.through, actual.aim, actual.made, actual.gap, needed(actual)) == (quarters[1], 50, 43, 7, [32, 25])
    assert (promise.through, promise.aim, promise.made, promise.gap) == (None, 100, 100, 0)
    assert what_if(report_on(family(*plans, realizations=done)).case, 0, "actual").through is None
