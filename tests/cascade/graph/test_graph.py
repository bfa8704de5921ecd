from datetime import date
from itertools import permutations
from typing import Any

import pytest
from attrs import evolve

from sakip import Realization
from sakip.cascade import Cascade, Group, Link, Node, NodeFacts, Post
from sakip.cascade.graph.graph import Graph, graph_of
from tests.cascade.making import TOP, YEAR_END, family, pk, target


def seen(cascade: Cascade, day: date = YEAR_END) -> Graph:
    """The graph of a day."""
    return graph_of(cascade, day)


class TestNodes:
    def test_each_target_of_each_position_is_a_node(self) -> None:
        """Each target of each position is a node."""
        graph = seen(
            Cascade(
                [
                    pk("PK-1", "KADIS", "II", None, target("T"), target("U")),
                    pk("PK-2", "KABID", "III", "KADIS", target("T")),
                ]
            )
        )
        assert [graph.text(at) for at in range(3)] == ["KADIS/T", "KADIS/U", "KABID/T"]
        assert [graph.find(Node(*key)) for key in [("KADIS", "U"), ("KABID", "T"), ("KABID", "U")]] == [1, 2, -1]
        assert graph.nodes_of(graph.place_of[0]) == [0, 1]

    def test_with_several_years_a_node_says_its_year(self) -> None:
        """With several years a node says its year."""
        graph = seen(Cascade([pk(f"PK-{year}", "KADIS", "II", None, target("T"), year=year) for year in (2024, 2025)]))
        assert [node.text for node in graph.nodes] == ["KADIS/T/2024", "KADIS/T/2025"]
        assert graph.find(Node("KADIS", "T", 2025)) == 1
        assert graph.find(Node("KADIS", "T")) == -1
        assert seen(family(target("T"))).find(Node("KADIS", "T", 2025)) == 0
        assert seen(family(target("T"))).find(Node("KADIS", "T", 2024)) == -1

    def test_one_indicator_of_two_agreements_in_force_is_one_node(self) -> None:
        """One indicator of two agreements in force is one node."""
        agreements = [pk(f"PK-{value}", "KADIS", "II", None, target("T", value)) for value in (60, 90)]
        graph = seen(Cascade(agreements))
        assert len(graph.nodes) == 1
        assert [other.value for other in graph.doubled[0]] == [90]

    def test_an_amendment_and_a_new_official_leave_the_node(self) -> None:
        """An amendment and a new official leave the node."""
        first = pk("PK-1", "KADIS", "II", None, target("T", 60))
        second = first.amend(code="PK-1-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"T": 50})
        for order in permutations([first, second]):
            graph = seen(Cascade(order, realizations={TOP: 5}))
            assert [graph.text(0), graph.targets[0].value] == ["KADIS/T", 50]
            assert [one.code for one in graph.versions[0]] == ["PK-1", "PK-1-P"]
            assert seen(Cascade(order), date(2025, 8, 31)).targets[0].value == 60
            assert graph.unresolved == []


class TestFacts:
    def test_what_is_said_is_found_by_the_name_as_it_is_typed(self) -> None:
        """What is said is found by the name as it is typed."""
        facts, group = NodeFacts(("kadis.", "t"), role="mandatory"), Group(parent=("Kadis", "T"))
        graph = seen(family(target("T"), target("A"), nodes=[facts], groups=[group]))
        assert graph.facts == [facts, None]
        assert graph.groups == {0: group}
        assert [graph.role(at) for at in (0, 1)] == ["mandatory", "main"]

    @pytest.mark.parametrize(("kind", "calc"), [("sum", "reconciled"), ("same", "reconciled"), ("support", "measured")])
    def test_a_parent_is_reconciled_where_arithmetic_arrives(self, kind: str, calc: str) -> None:
        """A parent is reconciled where arithmetic arrives."""
        graph = seen(family(target("T"), target("A"), kind=kind))
        assert (graph.calc(0), graph.calc(1)) == (calc, "measured")
        said = seen(family(target("T"), target("A"), kind=kind, nodes=[NodeFacts(TOP, calc="computed")]))
        assert said.calc(0) == "computed"


class TestRealizations:
    def test_they_come_with_the_agreement_or_by_node(self) -> None:
        """They come with the agreement or by node."""
        agreement = pk("PK-1", "KADIS", "II", None, target("T"))
        beside = Cascade([(agreement, [Realization("T", 5)])], realizations={TOP: [Realization("T", 6)]})
        assert [one.value for one in seen(beside).reported[0]] == [5, 6]

    def test_those_of_a_code_that_there_is_not_are_named(self) -> None:
        """Those of a code that there is not are named."""
        agreement = pk("PK-1", "KADIS", "II", None, target("T"))
        graph = seen(Cascade([(agreement, [Realization("X", 5)])]))
        assert [(one.subject, one.name) for one in graph.unresolved] == [("realization", "KADIS/X")]

    def test_positions_of_one_name_in_two_offices_keep_theirs_apart(self) -> None:
        """Positions of one name in two offices keep theirs apart."""
        pairs = [
            (pk(f"PK-{unit}", "Camat", "III", None, target("T"), office=unit), [Realization("T", amount)])
            for unit, amount in [("A", 1), ("B", 2)]
        ]
        graph = seen(Cascade(pairs))
        assert [(graph.text(at), graph.reported[at][0].value) for at in (0, 1)] == [("A/Camat/T", 1), ("B/Camat/T", 2)]


class TestLinks:
    def test_links_are_in_one_order_whatever_the_order_given(self) -> None:
        """Links are in one order whatever the order given."""
        base = family(target("T"), target("A"), target("B"))
        graphs = [seen(Cascade(base.agreements, links=order)) for order in permutations(base.links)]
        assert graphs[0].links == graphs[1].links
        assert [graph.children(0) for graph in graphs] == [[1, 2], [1, 2]]

    def test_only_what_holds_on_the_day_is_there(self) -> None:
        """Only what holds on the day is there."""
        link = Link(child=("KABID-2", "A"), parent=TOP, kind="sum", valid_from=date(2025, 7, 1))
        cascade = Cascade(family(target("T"), target("A")).agreements, links=[link])
        assert len(seen(cascade).links) == 1
        assert seen(cascade, date(2025, 6, 30)).links == []

    def test_a_link_with_one_end_is_kept_and_goes_nowhere(self) -> None:
        """A link with one end is kept and goes nowhere."""
        link = Link(child=("X", "A"), parent=TOP, kind="sum")
        graph = seen(Cascade(family(target("T")).agreements, links=[link]))
        assert (graph.child_of, graph.parent_of, graph.incoming[0]) == ([-1], [0], ())

    def test_kinds_and_ancestors(self) -> None:
        """Kinds and ancestors."""
        graph = seen(family(target("T"), target("A"), target("B"), links=[{"kind": "support"}, {"kind": "sum"}]))
        assert (graph.children(0, arithmetic=True), graph.children(0, arithmetic=False)) == ([2], [1])
        assert graph.parents(1) == [0]
        assert graph.ancestors([1, 2]) == {0}
        assert graph.order == [1, 2, 0]
        assert set(graph.component) == {-1}

    def test_a_cycle_does_not_stop_the_rest(self) -> None:
        """A cycle does not stop the rest."""
        agreement = pk("PK", "K", "II", None, *(target(code) for code in "ABCD"))
        links = [Link(child=("K", low), parent=("K", high), kind="sum") for low, high in ["AB", "BA", "BC"]]
        graph = seen(Cascade([agreement], links=links))
        assert graph.components == [[0, 1]]
        assert graph.component == [0, 0, -1, -1]
        assert graph.order == [3]
        assert graph.ancestors([0]) == {0, 1, 2}


class TestSuccessors:
    """A change of official is a new version of an agreement, and no other promise for the year."""

    def versions(self, *changes: tuple[str, int]) -> Graph:
        """Versions of one promise of 100, each for a reason, with what it states."""
        chain = [pk("PK-0", "KADIS", "II", None, target("T", 100))]
        for at, (reason, value) in enumerate(changes, 1):
            after: Any = {"reason": reason, "targets": {"T": value}}
            chain.append(chain[-1].amend(code=f"PK-{at}", signed_on=date(2025, 3 + at, 1), **after))
        return seen(Cascade(chain))

    @pytest.mark.parametrize(
        ("changes", "promised"),
        [
            ([("official", 55)], 100),
            ([("strategy", 90)], 90),
            ([("strategy", 90), ("official", 55)], 90),
            ([("official", 55), ("official", 20)], 100),
            ([("official", 55), ("strategy", 90)], 90),
        ],
    )
    def test_the_year_keeps_what_was_promised_for_it(self, changes: Any, promised: int) -> None:
        """The version in force says what the official promises; the year is what the last other version said."""
        graph = self.versions(*changes)
        assert graph.target(0).value == promised
        assert graph.targets[0].value == changes[-1][1]

    def test_what_only_the_successor_promises_is_a_promise_of_the_year(self) -> None:
        """Nothing was said of it before, nor is anything known of a version whose earlier ones are not given."""
        first = pk("PK-0", "KADIS", "II", None, target("T", 100))
        more = [evolve(first.objectives[0], targets=[target("T", 55), target("U", 7)])]
        later = first.amend(code="PK-1", signed_on=date(2025, 6, 1), reason="official", objectives=more)
        graph = seen(Cascade([first, later]))
        assert [graph.target(at).value for at in (0, 1)] == [100, 7]
        assert seen(Cascade([later])).target(0).value == 55


class TestPlaces:
    def test_subordinates_and_superiors(self) -> None:
        """Subordinates and superiors."""
        posts = [Post("A", superior="B"), Post("B", superior="C"), Post("C")]
        graph = seen(Cascade(posts=posts))
        assert [graph.superiors(at) for at in range(3)] == [[1, 2], [2], []]
        assert graph.subordinates == [[], [0], [1]]

    def test_superiors_in_a_circle_end(self) -> None:
        """Superiors in a circle end."""
        posts = [Post("A", superior="B"), Post("B", superior="A")]
        assert seen(Cascade(posts=posts)).superiors(0) == [1]

    def test_unit_and_rank_of_a_node(self) -> None:
        """Unit and rank of a node."""
        graph = seen(Cascade([pk("PK", "KADIS", "II", None, target("T"), office="Dinas")]))
        assert (graph.unit(0), graph.rank(0), graph.indicator(0).code) == ("Dinas", 2, "T")
        assert graph.agreement(0).code == "PK"


def test_the_order_of_everything_given_does_not_matter() -> None:
    """The order of everything given does not matter."""
    base = family(target("T"), target("A"), target("B"), realizations={TOP: 1, ("KABID-2", "A"): 2})
    posts = [Post("KADIS", unit="D"), Post("KABID-2", superior="KADIS")]

    def told(agreements: Any, links: Any, given_posts: Any) -> Any:
        graph = seen(Cascade(agreements, links=links, realizations=base.realizations, posts=given_posts))
        return graph.nodes, graph.links, graph.places, graph.reported, graph.order

    one = told(base.agreements, base.links, posts)
    assert told(base.agreements[::-1], base.links[::-1], posts[::-1]) == one


def test_links_with_the_same_ends_are_in_one_order_whatever_else_they_say() -> None:
    """Share, weight, aspect, inversion, factor and days tell them apart."""
    said: list[dict[str, Any]] = [
        {},
        {"share": "0.5"},
        {"weight": 2},
        {"aspect": "beban"},
        {"inverse": True},
        {"factor": 1000},
        {"valid_from": date(2025, 1, 1)},
        {"valid_to": date(2025, 12, 31)},
    ]
    links = [Link(child=("KABID-2", "A"), parent=TOP, kind="sum", **fields) for fields in said]
    pair = family(target("T"), target("A"))
    orders = [seen(evolve(pair, links=given)).links for given in (links, links[::-1], links[3:] + links[:3])]
    assert orders[0] == orders[1] == orders[2]


def test_nothing_is_an_empty_graph() -> None:
    """Nothing is an empty graph."""
    graph = seen(Cascade())
    assert (graph.nodes, graph.places, graph.order, graph.unresolved, graph.years) == ([], [], [], [], [])
