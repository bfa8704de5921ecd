"""What is explained of a part of the year is held against what was promised for that part."""

from collections.abc import Sequence
from typing import Any

import pytest
from attrs import evolve

from sakip import NotApplicable, Period, Realization, Target
from sakip.cascade import Attribution, Cascade, Group, Link, Node, WhatIf
from sakip.cascade.case.to_date import case_to_date
from tests.cascade.making import TOP, family, pk, report_on, target

YEAR = Period.year(2025)
QUARTERS = YEAR.parts("quarter")
CHILD = ("KABID-2", "A")
CHAIN = ("KABID", "KADIS")


def planned(code: str, *amounts: Any, how: Any = "sum", year: Any = 40, **fields: Any) -> Target:
    """A target of the year with one for each quarter; without them, of the year alone."""
    plan = list(zip(QUARTERS, amounts, strict=False))
    return evolve(target(code, year, consolidation=how, **fields), trajectory=plan)


def by_quarter(code: str, amounts: Sequence[Any]) -> list[Realization]:
    """What was delivered, quarter by quarter."""
    return [Realization(code, amount, period=part) for part, amount in zip(QUARTERS, amounts, strict=False)]


def attributed(top: Target, child: Target, done: tuple[Any, Any], quarter: int | None = 2, **more: Any) -> Attribution:
    """A parent and its one child through a quarter."""
    realizations = {TOP: by_quarter("T", done[0]), CHILD: by_quarter("A", done[1])}
    cascade = family(top, child, realizations=realizations, **more)
    return report_on(cascade, through=None if quarter is None else QUARTERS[quarter - 1]).attribute(TOP)


def asked(top: Target, child: Target, done: tuple[Any, Any], quarter: int | None = 2, cell: Any = "actual") -> WhatIf:
    """What the child would have to change through a quarter."""
    realizations = {TOP: by_quarter("T", done[0]), CHILD: by_quarter("A", done[1])}
    through = None if quarter is None else QUARTERS[quarter - 1]
    return report_on(family(top, child, realizations=realizations), through=through).what_if(TOP, cell)


class TestWhatWouldBeEnough:
    """What-if of a part of the year."""

    def test_the_aim_is_that_of_the_part(self) -> None:
        """22 of the 25 that were due by June; of the whole year 42 of 40 are there."""
        plan = planned("T", 10, 15, 10, 5), planned("A", 10, 15, 10, 5)
        done = (9, 13, 10, 10), (9, 13, 10, 10)
        part, year = asked(*plan, done), asked(*plan, done, None)
        assert (part.aim, part.made, part.gap, part.through) == (25, 22, 3, QUARTERS[1])
        assert [(one.now, one.needed) for one in part.sufficient] == [(22, 25)]
        assert "sampai Triwulan II 2025" in part.text("id")
        assert (year.aim, year.made, year.gap, year.through) == (40, 42, 0, None)
        assert "sampai" not in year.text("id")

    def test_a_target_of_the_year_alone_says_nothing_of_a_part(self) -> None:
        """It is not divided up."""
        found = asked(planned("T"), planned("A", 10, 15, 10, 5), ((9, 13), (9, 13)))
        assert (found.why, found.gap) == ("no-trajectory", None)

    def test_promises_are_those_of_the_year(self) -> None:
        """38 are promised for 40, whatever is due by June."""
        plan = planned("T", 10, 15, 10, 5), planned("A", 10, 15, 10, 3, year=38)
        found = asked(*plan, ((9, 13), (9, 13)), cell="target")
        assert (found.aim, found.made, found.gap, found.through) == (40, 38, 2, None)

    def test_only_what_is_asked_about_is_read(self) -> None:
        """A parent and its children, not all below them."""
        ranks = ("KADIS", "II", "BUPATI"), ("KABID", "III", "KADIS"), ("KASI", "IV", "KABID")
        agreements = [pk(f"PK-{name}", name, *above, planned("T", 10, 15, 10, 5)) for name, *above in ranks]
        chain = [Link(child=(low, "T"), parent=(high, "T"), kind="sum") for low, high in (("KASI", "KABID"), CHAIN)]
        case = report_on(Cascade(agreements, links=chain), through=QUARTERS[1]).case
        top, middle, low = (case.graph.find(Node(name, "T")) for name, *_ in ranks)
        flat, deep = (case_to_date(case, top, deep=deep) for deep in (False, True))
        assert [flat.target(at).point for at in (top, middle, low)] == [25, 25, 40]
        assert [deep.target(at).point for at in (top, middle, low)] == [25, 25, 25]


class TestTrajectory:
    """Where all have one."""

    def test_the_target_is_that_of_the_part(self) -> None:
        """22 of the 25 that were due by June, not of the 40 of the year: one less reported, two less planned."""
        found = attributed(planned("T", 10, 15, 10, 5), planned("A", 10, 13, 10, 7), ((9, 13), (10, 13)))
        assert (found.target, found.actual, found.promised, found.delivered) == (25, 22, 23, 23)
        assert (found.reporting, found.performance, found.planning, found.total) == (-1, 0, -2, -3)
        assert (found.why, found.open) == (None, 0)

    @pytest.mark.parametrize(("quarter", "target"), [(1, 10), (2, 25), (3, 35), (4, 40), (None, 40)])
    def test_the_whole_year_is_the_year(self, quarter: int | None, target: int) -> None:
        """Through the last quarter, and without a period, the target of the year counts."""
        plan = planned("T", 10, 15, 10, 5), planned("A", 10, 15, 10, 5)
        assert attributed(*plan, ((10, 15, 10, 5), (10, 15, 10, 5)), quarter).target == target

    @pytest.mark.parametrize(
        ("how", "target"),
        [("last_progress", 50), ("last_level", 50), ("average", 35), ("maximum", 50), ("minimum", 20)],
    )
    def test_it_is_put_together_as_the_realizations_are(self, how: Any, target: int) -> None:
        """By the consolidation of the indicator."""
        plan = (20, 50, 70, 80)
        found = attributed(planned("T", *plan, how=how), planned("A", *plan, how=how), (plan[:2], plan[:2]))
        assert (found.target, found.total) == (target, 0)

    def test_what_was_not_applicable_counts_on_neither_side(self) -> None:
        """A quarter that did not apply was not promised either."""
        absent = NotApplicable("Kantor tutup")
        found = attributed(planned("T", 10, 15, 10, 5), planned("A", 10, 15, 10, 5), ((10, absent), (10, absent)))
        assert (found.target, found.actual, found.total) == (10, 10, 0)

    def test_it_goes_down_to_the_leaves(self) -> None:
        """What a grandchild lacks through June is found with it, and adds up."""
        plan = {code: planned(code, 10, 10, 10, 10) for code in ("T", "A", "B")}
        agreements = [
            pk("PK-1", "KADIS", "II", None, plan["T"]),
            pk("PK-2", "KABID-2", "III", "KADIS", plan["A"]),
            pk("PK-3", "KASI", "IV", "KABID-2", plan["B"]),
        ]
        links = [Link(child=CHILD, parent=TOP, kind="sum"), Link(child=("KASI", "B"), parent=CHILD, kind="sum")]
        done = {TOP: by_quarter("T", (10, 7)), CHILD: by_quarter("A", (10, 7)), ("KASI", "B"): by_quarter("B", (10, 7))}
        report = report_on(Cascade(agreements, links=links, realizations=done), through=QUARTERS[1])
        assert [(one.node, one.term, one.amount) for one in report.attribute(TOP).leaves] == [
            ("KASI/B", "performance", -3)
        ]

    def test_a_count_asks_who_reached_what_was_due(self) -> None:
        """Twenty by June are enough where twenty were due, though forty are due by the end of the year."""
        count = planned("T", 1, 1, 1, 1, how="last_level", year=1, unit="bidang")
        found = attributed(count, planned("A", 10, 10, 10, 10), ((1, 1), (10, 10)), kind="count")
        assert (found.delivered, found.performance, found.total) == (1, 0, 0)

    def test_the_case_itself_stays_as_it_is(self) -> None:
        """Checks go on reading the target of the year."""
        cascade = family(planned("T", 10, 15, 10, 5), planned("A", 10, 15, 10, 5))
        case = report_on(cascade, through=QUARTERS[1]).case
        part = case_to_date(case, 0)
        assert (part.target(0).point, part.target(1).point, part.to_date) == (25, 25, True)
        assert (case.target(0).point, case.target(1).point, case.to_date) == (40, 40, False)
        assert case.rolled(0, "target") != part.rolled(0, "target")


class TestWithoutTrajectory:
    """Where somebody promises for the year alone, nothing is made up."""

    def test_the_parent_has_none(self) -> None:
        """What its children made can be said, and not what it should have come to."""
        found = attributed(planned("T"), planned("A", 10, 15, 10, 5), ((10, 15), (10, 14)))
        assert (found.target, found.total, found.open, found.why) == (None, None, None, "no-trajectory")
        assert (found.reporting, found.performance, found.planning) == (1, -1, None)

    def test_a_child_has_none(self) -> None:
        """The difference is known and stays open, but for what the parent reports beyond its children."""
        found = attributed(planned("T", 10, 15, 10, 5), planned("A"), ((10, 14), (10, 13)))
        assert (found.target, found.total, found.why) == (25, -1, "no-trajectory")
        assert (found.reporting, found.performance, found.planning, found.open) == (1, None, None, -2)
        assert [(part.target, part.actual, part.state) for part in found.parts] == [(None, 23, "not_due")]

    def test_the_period_ends_between_two_of_the_trajectory(self) -> None:
        """Half-yearly targets say nothing of a quarter."""
        halves = [(part, 20) for part in YEAR.parts("half_year")]
        top = evolve(target("T", 40, consolidation="sum"), trajectory=halves)
        child = planned("A", 10, 10, 10, 10)
        assert attributed(top, child, ((10,), (10,)), 1).why == "no-trajectory"
        assert attributed(top, child, ((10, 10), (10, 10)), 2).target == 20

    def test_what_lies_outside_is_promised_for_the_year(self) -> None:
        """It cannot be divided; of the whole year it counts."""
        groups = [Group(parent=TOP, other=5, other_actual=2)]
        plan = planned("T", 10, 15, 10, 10, year=45), planned("A", 10, 15, 10, 5)
        done = ((10, 16), (10, 14))
        found = attributed(*plan, done, groups=groups)
        assert (found.target, found.promised, found.planning, found.why) == (25, None, None, "no-trajectory")
        assert [(part.node, part.target, part.actual, part.amount) for part in found.parts][1:] == [("", None, 2, None)]
        whole = attributed(*plan, ((10, 16, 9, 10), (10, 14, 10, 5)), None, groups=groups)
        assert (whole.why, whole.planning, [part.amount for part in whole.parts]) == (None, 0, [-1, -3])

    def test_a_missing_realization_comes_first(self) -> None:
        """Who has not reported is the first thing to ask about."""
        assert attributed(planned("T", 10, 15), planned("A"), ((), (10, 13))).why == "actual-unknown"
