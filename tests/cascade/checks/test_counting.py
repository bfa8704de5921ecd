from typing import Any

import pytest
from attrs import evolve

from sakip import Target
from sakip.cascade import Cascade, Group, Link, NodeFacts
from sakip.cascade.checks.counting import CHECKS
from tests.cascade.making import TOP, codes, family, found, link, pk, report_on, target


def stairs(*steps: tuple[str, str, Any], kinds: dict[str, str] | None = None) -> Cascade:
    """Links between positions of one letter: from, to, share."""
    ranks = {"D": "IV", "B": "III", "C": "III", "E": "III", "A": "II", "Z": "BUPATI"}
    positions = sorted({end for step in steps for end in step[:2]})
    return Cascade(
        [pk(f"PK-{name}", name, ranks[name], None, target("x")) for name in positions],
        links=[
            Link(child=(low, "x"), parent=(high, "x"), kind=(kinds or {}).get(low + high, "sum"), share=share)  # type: ignore[arg-type]
            for low, high, share in steps
        ],
    )


class TestMultipath:
    def test_a_shortcut_counts_twice_and_explains_the_shares(self) -> None:
        """A shortcut counts twice and explains the shares."""
        cascade = stairs(("D", "B", None), ("B", "A", None), ("D", "A", None))
        (one,) = found(cascade, "CAS751")
        assert (one.subject, one.nodes) == ("D/x", ("A/x",))
        assert (one.data["paths"], one.data["coefficient"]) == ("2", "2")
        (other,) = found(cascade, "CAS702")
        assert other.explained_by == "CAS751"

    @pytest.mark.parametrize(
        ("shares", "times"), [(("0.6", "0.4"), None), (("0.6", "0.5"), "1.1"), ((None, None), "2")]
    )
    def test_paths_that_meet_again_count_what_they_carry(self, shares: Any, times: str | None) -> None:
        """Paths that meet again count what they carry."""
        cascade = stairs(("D", "B", shares[0]), ("D", "C", shares[1]), ("B", "A", None), ("C", "A", None))
        findings = found(cascade, "CAS751")
        assert [one.data["coefficient"] for one in findings] == ([] if times is None else [times])

    def test_paths_that_never_meet_are_a_matter_of_shares_alone(self) -> None:
        """Paths that never meet are a matter of shares alone."""
        cascade = stairs(("D", "B", None), ("D", "C", None), ("B", "A", None))
        assert not found(cascade, "CAS751")
        assert found(cascade, "CAS702")[0].explained_by is None

    def test_only_the_fork_that_gives_too_much_is_named(self) -> None:
        """Only the fork that gives too much is named."""
        steps = [
            ("D", "B", "0.5"),
            ("D", "E", "0.5"),
            ("B", "A", None),
            ("E", "A", None),
            ("B", "Z", None),
            ("A", "Z", None),
        ]
        assert [one.subject for one in found(stairs(*steps), "CAS751")] == ["B/x"]

    @pytest.mark.parametrize(("kind", "twice"), [("same", True), ("pool", True), ("support", False), ("mean", False)])
    def test_only_links_that_add_or_adopt_are_followed(self, kind: str, twice: bool) -> None:
        """Only links that add or adopt are followed."""
        steps = [("D", "B", None), ("D", "C", None), ("B", "A", None), ("C", "A", None)]
        cascade = stairs(*steps, kinds={"DB": kind})
        assert bool(found(cascade, "CAS751")) is twice

    def test_what_is_subtracted_again_is_not_counted_twice(self) -> None:
        """What is subtracted again is not counted twice."""
        plain = stairs(("D", "B", None), ("D", "C", None), ("B", "A", None), ("C", "A", None))
        once = [evolve(link, inverse=link.child[0] == "C") for link in plain.links]
        assert not found(Cascade(plain.agreements, links=once), "CAS751")
        both = [evolve(link, inverse=link.child[0] != "D") for link in plain.links]
        assert found(Cascade(plain.agreements, links=both), "CAS751")[0].data["coefficient"] == "-2"

    @pytest.mark.parametrize(
        ("steps", "kinds", "verdict"),
        [
            ([("D", "B", None), ("D", "C", None)], {}, "pass"),
            ([("D", "B", None), ("D", "C", None)], {"DB": "support"}, "not_applicable"),
            ([("D", "B", None), ("D", "C", None)], {"DB": "support", "DC": "mean"}, "not_applicable"),
            ([("D", "B", None)], {}, "not_applicable"),
            ([("D", "B", None), ("D", "C", None), ("B", "A", None), ("C", "A", None)], {}, "fail"),
        ],
    )
    def test_only_what_is_added_in_several_places_is_asked(self, steps: Any, kinds: Any, verdict: str) -> None:
        """Support, or a single superior, is no fork: nothing could be counted twice, and nothing has passed."""
        assert report_on(stairs(*steps, kinds=kinds)).ledger.verdict("CAS751", "D/x") == verdict

    def test_a_cycle_is_another_finding(self) -> None:
        """A cycle is another finding."""
        cascade = stairs(("B", "A", None), ("A", "B", None), ("B", "C", None), ("C", "Z", None), ("A", "Z", None))
        assert not found(cascade, "CAS751")
        assert found(cascade, "CAS101")


class TestSameObjects:
    @staticmethod
    def scoped(*scopes: Any, kind: str = "sum", links: Any = ()) -> Cascade:
        """The scope of each child; None where none is stated."""
        children: list[Target] = [target(f"A{at}") for at in range(len(scopes))]
        facts = [NodeFacts((f"KABID-{at}", f"A{at - 2}"), scope=scope) for at, scope in enumerate(scopes, 2) if scope]
        return family(target("T"), *children, kind=kind, links=links, nodes=facts)

    @pytest.mark.parametrize("kind", ["sum", "pool"])
    def test_an_object_in_two_children_is_named_with_them(self, kind: str) -> None:
        """An object in two children is named with them."""
        (one,) = found(self.scoped(["p", "q"], ["r"], ["q", "p"], kind=kind), "CAS752")
        assert (one.data["count"], one.data["items"]) == ("2", "p, q")
        assert one.nodes == ("KABID-2/A0", "KABID-4/A2")

    @pytest.mark.parametrize("kind", ["mean", "support", "maximum", "count"])
    def test_what_is_not_added_may_share_its_objects(self, kind: str) -> None:
        """What is not added may share its objects."""
        assert not found(self.scoped(["p"], ["p"], kind=kind), "CAS752")

    def test_an_object_is_one_however_it_is_typed(self) -> None:
        """Two offices write one district in two ways."""
        (one,) = found(self.scoped(["Kec. Utara"], ["KEC UTARA", "Kec. Selatan"]), "CAS752")
        assert (one.data["count"], one.data["items"]) == ("1", "KEC UTARA")

    def test_children_apart_or_of_unknown_scope_pass(self) -> None:
        """Children apart or of unknown scope pass."""
        assert not found(self.scoped(["p"], ["q"], None), "CAS752")
        assert not found(self.scoped(["p"], None), "CAS752")

    def test_different_aspects_of_one_place_are_different_things(self) -> None:
        """Different aspects of one place are different things."""
        links = [{"aspect": "pajak"}, {"aspect": "retribusi"}, {"aspect": "pajak"}]
        assert not found(self.scoped(["p"], ["p"], ["q"], links=links), "CAS752")
        (one,) = found(self.scoped(["p"], ["p"], ["p"], links=links), "CAS752")
        assert one.nodes == ("KABID-2/A0", "KABID-4/A2")

    def test_what_is_subtracted_belongs_to_what_it_is_taken_from(self) -> None:
        """What is subtracted belongs to what it is taken from."""
        assert not found(self.scoped(["p"], ["p"], links=[{}, {"inverse": True}]), "CAS752")


def test_a_plain_family_has_nothing_to_answer_for() -> None:
    """A plain family has nothing to answer for."""
    cascade = family(target("T", 20), target("A"), target("B"), groups=[Group(parent=TOP)])
    assert codes(report_on(cascade, checks=CHECKS)) == []


def test_what_must_not_be_set_aside() -> None:
    """What must not be set aside."""
    assert [check.code for check in CHECKS if not check.suppressible] == ["CAS751"]


def test_what_is_counted_twice_explains_what_it_adds_up_to() -> None:
    """The sum of the parent is too great because of the shortcut."""
    agreements = [
        pk("PK-1", "KADIS", "II", None, target("T", 100)),
        pk("PK-2", "KABID", "III", "KADIS", target("A", 100)),
        pk("PK-3", "KASI", "IV", "KABID", target("X", 100)),
    ]
    links = [link("KABID/A", "KADIS/T", "sum"), link("KASI/X", "KABID/A", "sum"), link("KASI/X", "KADIS/T", "sum")]
    reasons = {(one.code, one.subject): one.explained_by for one in report_on(Cascade(agreements, links)).findings}
    assert reasons["CAS302", "KADIS/T"] == "CAS751"
    assert reasons["CAS751", "KASI/X"] is None


def test_both_findings_are_told_whole() -> None:
    """Who is counted twice, where, by how many paths; and which objects are shared by whom."""
    (path,) = found(stairs(("D", "B", None), ("B", "A", None), ("D", "A", None)), "CAS751")
    assert dict(path.data) == {"leaf": "D/x", "ancestor": "A/x", "paths": "2", "coefficient": "2"}
    assert path.text() == "D/x sampai ke A/x lewat 2 jalur dan terhitung 2 kali"
    assert path.text("en") == "D/x reaches A/x by 2 paths and is counted 2 times"
    (shared,) = found(TestSameObjects.scoped(["p", "q"], ["r"], ["q", "p"]), "CAS752")
    both = "KABID-2/A0, KABID-4/A2"
    assert dict(shared.data) == {"parent": "KADIS/T", "count": "2", "items": "p, q", "children": both}
    assert shared.text() == (
        f"Dalam KADIS/T objek berikut dihitung pada lebih dari satu bawahan (2): p, q; yaitu pada {both}"
    )
    assert shared.text("en") == f"Under KADIS/T these are counted in more than one child (2): p, q; namely in {both}"
