"""Indicators that are what their children make, where nobody reports them."""

from collections.abc import Sequence
from typing import Any

import pytest
from attrs import evolve

from sakip import Components, NotApplicable, NotReported, Realization
from sakip.cascade import Cascade, Change, Group, NodeFacts, revalidate
from sakip.cascade.rollup import computed
from sakip.cascade.rollup.computed import computed_in, made_cell, reached, unmade_below
from tests.cascade.making import family, link, pk, report_on, target

MIDDLE = ("KABID", "M")
COMPUTED = NodeFacts(MIDDLE, calc="computed")


def tower(top: Any = 100, middle: Any = None, below: Sequence[Any] = (60, 40), **more: Any) -> Cascade:
    """KADIS reports one number, made of that of KABID and 10 of another, which is made of those of KASI."""
    made = {
        ("KADIS", "T"): top,
        MIDDLE: middle,
        **{("KASI", f"B{at}"): one for at, one in enumerate(below)},
    }
    return Cascade(
        [
            pk("PK-1", "KADIS", "II", None, target("T", 100)),
            pk("PK-2", "KABID", "III", "KADIS", target("M", 100)),
            pk("PK-3", "KASI", "IV", "KABID", *(target(f"B{at}", 50) for at, _ in enumerate(below))),
        ],
        [
            link("KABID/M", "KADIS/T", "sum"),
            *(link(f"KASI/B{at}", "KABID/M", "sum") for at, _ in enumerate(below)),
        ],
        **{
            "nodes": [COMPUTED],
            "realizations": {node: value for node, value in made.items() if value is not None},
            **more,
        },
    )


class TestValues:
    def test_it_stands_for_what_its_children_make(self) -> None:
        """100 below, so that 90 on top is wrong and 100 is right; nobody misses the number between."""
        wrong, right = report_on(tower(90)), report_on(tower(100))
        assert [one.data["gap"] for one in wrong.findings if one.code == "CAS401"] == ["10"]
        assert right.ok
        assert right.metrics.compared_actuals == 1
        assert right.ledger.verdict("CAS403", "KABID/M") == "pass"
        (middle,) = right.case.computed
        assert (right.case.value(middle).point, right.case.actual(middle).state) == (100, "missing")

    def test_what_is_reported_counts_before_it(self) -> None:
        """It reports 80 of 100: that is its own mistake, and the one above is right with 80."""
        report = report_on(tower(80, middle=80))
        assert [one.subject for one in report.findings if one.code == "CAS401"] == ["KABID/M"]
        assert report.ledger.verdict("CAS401", "KADIS/T") == "pass"

    @pytest.mark.parametrize("calc", ["reconciled", None])
    def test_only_what_is_computed_stands_for_it(self, calc: Any) -> None:
        """Any other indicator has to be reported."""
        report = report_on(tower(100, nodes=[NodeFacts(MIDDLE, calc=calc)]))
        assert {one.subject for one in report.findings if one.code == "CAS403"} == {"KADIS/T", "KABID/M"}

    def test_where_a_child_is_missing_so_is_the_number(self) -> None:
        """Both groups are unknown, and nothing is taken for zero."""
        report = report_on(tower(60, below=(60, NotReported())))
        assert {one.subject for one in report.findings if one.code == "CAS403"} == {"KADIS/T", "KABID/M"}
        assert report.ledger.verdict("CAS401", "KADIS/T") == "skipped"

    def test_where_no_child_applies_it_does_not_apply(self) -> None:
        """Nothing is missing."""
        gone = NotApplicable("Kegiatan dibatalkan")
        report = report_on(tower(None, below=(gone, gone)))
        (node,) = report.case.computed
        assert report.case.value(node).state == "not_applicable"
        assert report.case.value(node, "target").is_given

    def test_the_difference_on_top_is_taken_apart_through_it(self) -> None:
        """KASI delivered 10 more and 10 less than promised; the one between reports and plans nothing of its own."""
        split = report_on(tower(95, below=(60, 40))).attribute(("KADIS", "T"))
        assert (split.reporting, split.performance, split.planning, split.open) == (-5, 0, 0, 0)
        assert {(one.node, one.term): one.amount for one in split.leaves} == {
            ("KADIS/T", "reporting"): -5,
            ("KASI/B0", "performance"): 10,
            ("KASI/B1", "performance"): -10,
        }
        between = report_on(tower(95)).attribute(MIDDLE)
        assert (between.actual, between.reporting, between.total) == (100, 0, 0)

    def test_a_tower_of_many_needs_no_recursion(self) -> None:
        """5,000 computed one above the other."""
        high = 5000
        agreements = [pk("PK", "KADIS", "II", None, *(target(f"A{at}") for at in range(high)))]
        links = [link(f"KADIS/A{at + 1}", f"KADIS/A{at}", "sum") for at in range(high - 1)]
        facts = [NodeFacts(("KADIS", f"A{at}"), calc="computed") for at in range(1, high - 1)]
        made = {("KADIS", "A0"): 7, ("KADIS", f"A{high - 1}"): 8}
        report = report_on(Cascade(agreements, links, nodes=facts, realizations=made))
        assert [one.subject for one in report.findings if one.code == "CAS401"] == ["KADIS/A0"]

    def test_a_circle_computes_nothing(self) -> None:
        """What goes round is no number."""
        cascade = tower(100)
        round_about = Cascade(
            cascade.agreements,
            [*cascade.links, link("KABID/M", "KASI/B0", "sum")],
            nodes=[COMPUTED],
            realizations=cascade.realizations,
        )
        report = report_on(round_about)
        assert computed_in(report.case.graph) == frozenset()
        assert "CAS101" in {one.code for one in report.findings}


class TestAgain:
    """Looking again finds what a full validation finds (P20)."""

    @pytest.mark.parametrize(
        "change",
        [
            {("KASI", "B0"): 50},
            {("KASI", "B0"): NotReported()},
            {MIDDLE: 70},
            {MIDDLE: 70, ("KASI", "B1"): 10},
            {("KADIS", "T"): 90},
        ],
    )
    def test_what_changes_below_is_seen_above(self, change: Any) -> None:
        """Through one that nobody reports, and through one that becomes reported."""
        before = report_on(tower(100))
        after = revalidate(before, Change(change))
        full = report_on(after.cascade)
        assert [(one.code, one.subject, one.text()) for one in after.findings] == [
            (one.code, one.subject, one.text()) for one in full.findings
        ]
        assert after.findings != before.findings
        back = revalidate(after, Change(targets={("KASI", "B0"): 50}))
        assert [one.text() for one in back.findings] == [one.text() for one in after.findings]


class TestAdditional:
    """An additional task lies outside the cascade, whatever its links say."""

    def test_it_is_no_operand(self) -> None:
        """60 and 40 make 100; the task beside them adds nothing, on either side."""
        facts = [NodeFacts(("KASI", "B2"), role="additional")]
        report = report_on(tower(None, 100, below=(60, 40, 7), nodes=facts))
        assert report.ledger.verdict("CAS401", "KABID/M") == "pass"
        assert report.ledger.verdict("CAS301", "KABID/M") == "pass"
        node = report.case.graph.nodes_of(1)[0]
        rolled = report.case.rolled(node, "actual")
        assert rolled is not None
        assert [report.case.graph.text(one.child) for one in rolled.operands] == ["KASI/B0", "KASI/B1"]
        assert not report.case.agrees(node)

    def test_nor_does_its_arithmetic_mix_with_that_of_the_others(self) -> None:
        """Two are added; how the task is linked says nothing of them."""
        cascade = tower(None, 100, below=(60, 40, 7), nodes=[NodeFacts(("KASI", "B2"), role="additional")])
        links = [*cascade.links[:3], link("KASI/B2", "KABID/M", "mean")]
        report = report_on(Cascade(cascade.agreements, links, nodes=cascade.nodes, realizations=cascade.realizations))
        assert report.case.kind(report.case.graph.nodes_of(1)[0]) == "sum"


class TestCells:
    def test_what_children_make_is_a_cell(self) -> None:
        """With its components where it is a ratio, and no point where rounding leaves two possible."""
        ratio = family(
            target("T", 75, unit="%"),
            *(target(code, 75, unit="%") for code in "AB"),
            kind="pool",
            realizations={
                ("KABID-2", "A"): [Realization("A", Components(1, 2, per=100))],
                ("KABID-3", "B"): [Realization("B", Components(2, 2, per=100))],
            },
        )
        cell = made_cell(made_by(ratio))
        assert cell is not None
        assert (cell.state, cell.point, cell.parts) == ("given", 75, (3, 4, 100))
        below = target("A", 80, decimals=0)
        near = [Group(parent=("KADIS", "T"), threshold=80)]
        close = family(target("T", 1), below, kind="count", groups=near, realizations={("KABID-2", "A"): 80})
        counted = made_cell(made_by(close))
        assert counted is not None
        assert counted.span is not None
        assert (counted.state, counted.point, counted.span[:2]) == ("given", None, (0, 1))

    def test_what_says_nothing_is_none(self) -> None:
        """No span, one without any end, or a child that is missing."""
        pair = family(target("T", 20), target("A"), target("B"), realizations={("KABID-2", "A"): 5})
        assert made_cell(made_by(pair)) is None
        rolled = made_by(evolve(pair, links=pair.links[:1]))
        assert rolled.span is not None
        assert made_cell(rolled) is not None
        assert made_cell(rolled._replace(span=None)) is None
        assert made_cell(rolled._replace(span=rolled.span._replace(low=None, high=None))) is None


def made_by(cascade: Cascade) -> computed.Rolled:
    """What the children on top make of what they delivered."""
    case = report_on(cascade).case
    rolled = case.rolled(case.graph.nodes_of(0)[0], "actual")
    assert rolled is not None
    return rolled


class TestWalks:
    def test_those_below_come_first(self) -> None:
        """Each once, though two lead to it."""
        agreements = [pk("PK", "K", "II", None, *(target(code) for code in "ABCD"))]
        links = [link(f"K/{low}", f"K/{high}", "sum") for low, high in ("BA", "CA", "DB", "DC")]
        graph = report_on(Cascade(agreements, links)).case.graph
        names = [graph.nodes[at].indicator for at in unmade_below(graph, 0, lambda _: True)]
        assert sorted(names) == ["B", "C", "D"]
        assert names.index("D") == 0

    def test_a_change_reaches_what_is_computed_from_it(self) -> None:
        """Up to the first that has a number of its own."""
        graph = report_on(tower()).case.graph
        low, middle = graph.nodes_of(2)[0], graph.nodes_of(1)[0]
        assert reached(graph, frozenset({middle}), [low]) == {low, middle}
        assert reached(graph, frozenset(), [low]) == {low}
