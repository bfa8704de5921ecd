from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip.cascade import Cascade, CascadeReport, Group, Link, Node, NodeFacts, Post
from sakip.cascade.checks.structure import CHECKS
from tests.cascade.making import TOP, codes, family, found, pk, report_on, target, told


def linked(*pairs: tuple[str, str], kind: str = "support", ranks: Any = ()) -> Cascade:
    """Positions named by letters, each with one indicator x, linked upwards."""
    positions = sorted({end for pair in pairs for end in pair})
    levels = dict(ranks)
    return Cascade(
        [pk(f"PK-{name}", name, levels.get(name), None, target("x")) for name in positions],
        links=[Link(child=(low, "x"), parent=(high, "x"), kind=kind) for low, high in pairs],  # type: ignore[arg-type]
    )


class TestCycles:
    @pytest.mark.parametrize("kind", ["support", "sum"])
    def test_two_that_support_each_other(self, kind: str) -> None:
        """Two that support each other."""
        (one,) = found(linked(("A", "B"), ("B", "A"), kind=kind), "CAS101")
        assert one.severity == "error"
        assert one.data["path"] == "A/x → B/x → A/x"
        assert (one.data["nodes"], one.data["links"]) == ("2", "2")
        assert one.data["cuts"] == "A/x -> B/x; B/x -> A/x"

    def test_one_that_supports_itself(self) -> None:
        """One that supports itself."""
        (one,) = found(linked(("A", "A")), "CAS101")
        assert one.data["path"] == "A/x → A/x"

    def test_a_chain_and_a_diamond_are_none(self) -> None:
        """A chain and a diamond are none."""
        assert not found(linked(("A", "B"), ("B", "C")), "CAS101")
        assert not found(linked(("A", "B"), ("A", "C"), ("B", "D"), ("C", "D")), "CAS101")

    def test_each_cycle_is_one_finding(self) -> None:
        """Each cycle is one finding."""
        cascade = linked(("A", "B"), ("B", "A"), ("B", "C"), ("C", "D"), ("D", "C"))
        assert [one.subject for one in found(cascade, "CAS101")] == ["A/x", "C/x"]

    def test_where_no_single_link_is_enough_none_is_named(self) -> None:
        """Where no single link is enough none is named."""
        cascade = linked(("A", "B"), ("B", "A"), ("B", "C"), ("C", "B"))
        (one,) = found(cascade, "CAS101")
        assert one.data["cuts"] == "–"

    def test_a_long_cycle_is_cut_short(self) -> None:
        """A long cycle is cut short."""
        names = [f"{at:03}" for at in range(40)]
        (one,) = found(linked(*zip(names, [*names[1:], names[0]], strict=True)), "CAS101")
        assert one.data["path"].count("→") == 12
        assert "…" in one.data["path"]

    def test_numbers_outside_a_cycle_are_still_compared(self) -> None:
        """Numbers outside a cycle are still compared."""
        inside = linked(("A", "B"), ("B", "A"), kind="sum")
        outside = family(target("T", 30), target("A", 10))
        both = Cascade([*inside.agreements, *outside.agreements], links=[*inside.links, *outside.links])
        report = report_on(both)
        assert report.ledger.verdict("CAS301", "KADIS/T") == "fail"
        assert report.ledger.verdict("CAS301", "A/x") in {"skipped", "not_applicable"}


class TestDangling:
    @pytest.mark.parametrize(("side", "key"), [("child", ("KABID-2", "A-9")), ("parent", ("KADIS", "T-9"))])
    def test_an_end_that_is_nowhere_is_named_with_what_is_like_it(self, side: str, key: Any) -> None:
        """An end that is nowhere is named with what is like it."""
        ends = {"child": ("KABID-2", "A"), "parent": TOP, side: key}
        cascade = Cascade(family(target("T"), target("A")).agreements, links=[Link(**ends, kind="sum")])
        (one,) = found(cascade, "CAS102")
        assert one.data["name"] == "/".join(key)
        assert one.data["near"] == ("KABID-2/A" if side == "child" else "KADIS/T")
        assert one.subject == f"({cascade.links[0].text}).{side}"

    def test_names_are_read_as_people_type_them(self) -> None:
        """Names are read as people type them."""
        links = [Link(child=("kabid 2", "a"), parent=(" Kadis.", "t"), kind="sum")]
        assert not found(Cascade(family(target("T"), target("A")).agreements, links=links), "CAS102")

    @pytest.mark.parametrize(
        "more",
        [
            {"nodes": [NodeFacts(("X", "T"))]},
            {"groups": [Group(parent=("X", "T"))]},
            {"realizations": {("X", "T"): 5}},
            {"posts": [Post("SEKDIS", superior="KADIIS")]},
        ],
        ids=lambda each: next(iter(each)),
    )
    def test_whatever_names_nothing_is_found(self, more: Any) -> None:
        """Whatever names nothing is found."""
        cascade = family(target("T"), target("A"), **more)
        (one,) = found(cascade, "CAS102")
        assert one.severity == "error"

    def test_a_superior_that_is_a_slip_leaves_the_chain_unknown(self) -> None:
        """Who signed with whom cannot be said, and nothing that builds on it passes."""

        def signed_with(superior: str) -> CascadeReport:
            low = pk("PK-2", "Kabid", "III", superior, target("A"), target("B"))
            head = pk("PK-1", "Kepala Dinas Kesehatan", "II", "Bupati", target("T"))
            below = pk("PK-3", "Kasi", "IV", "Kabid", target("C"))
            return report_on(Cascade([head, low, below]))

        report = signed_with("Kepala Dinas Kesehata")
        (one,) = told(report, "CAS102")
        assert (one.severity, one.subject) == ("error", "Kabid.superior")
        assert one.data["near"] == "Kepala Dinas Kesehatan"
        assert report.ledger.verdict("CAS601", "PK-2") == "skipped"
        assert report.ledger.verdict("CAS201", "Kabid/A") == "skipped"
        right = signed_with("Plt. Kepala Dinas Kesehatan")
        assert not told(right, "CAS102")
        assert right.ledger.verdict("CAS601", "PK-2") == "pass"
        assert right.ledger.verdict("CAS201", "Kabid/A") == "fail"

    @pytest.mark.parametrize(
        ("other", "severity"), [(Post("kadis"), "note"), (Post("KADIS", superior="SEKDA"), "error")]
    )
    def test_a_post_that_is_declared_twice(self, other: Post, severity: str) -> None:
        """The same again is a note; what differs is an error, and is not used."""
        posts = [Post("KADIS", superior="BUPATI"), other, Post("BUPATI"), Post("SEKDA")]
        report = report_on(Cascade([pk("PK-1", "KADIS", None, None, target("T"))], posts=posts))
        (one,) = told(report, "CAS102")
        assert one.severity == severity
        assert ("berbeda" in one.text()) is (severity == "error")
        graph = report.case.graph
        assert graph.superiors(graph.place_of[graph.find(Node("KADIS", "T"))]) == ([] if severity == "error" else [0])

    def test_a_link_that_does_not_hold_names_nothing(self) -> None:
        """A link that does not hold names nothing."""
        link = Link(child=("X", "A"), parent=TOP, kind="sum", valid_to=date(2025, 6, 30))
        cascade = Cascade(family(target("T")).agreements, links=[link])
        assert not found(cascade, "CAS102")
        assert found(cascade, "CAS102", as_of=date(2025, 6, 30))

    def test_an_indicator_that_an_amendment_dropped(self) -> None:
        """An indicator that an amendment dropped."""
        first = pk("PK-1", "KADIS", "II", None, target("T"), target("U"))
        second = first.amend(code="PK-1-P", signed_on=date(2025, 9, 1), reason="strategy", retire=["U"])
        below = pk("PK-2", "KABID", "III", "KADIS", target("A"))
        link = Link(child=("KABID", "A"), parent=("KADIS", "U"), kind="support")
        cascade = Cascade([first, second, below], links=[link])
        assert found(cascade, "CAS102")
        assert not found(cascade, "CAS102", as_of=date(2025, 8, 31))

    def test_a_name_of_two_positions_is_named_with_both(self) -> None:
        """A name of two positions is named with both."""
        agreements = [pk(f"PK-{unit}", "Sekretaris", "III", None, target("T"), office=unit) for unit in ("A", "B")]
        link = Link(child=("KABID", "A"), parent=("Sekretaris", "T"), kind="sum")
        (one,) = found(Cascade([*agreements, pk("PK", "KABID", "III", None, target("A"))], links=[link]), "CAS102")
        assert one.data["found"] == "A/Sekretaris/T, B/Sekretaris/T"
        clear = Link(child=("KABID", "A"), parent=("B/Sekretaris", "T"), kind="sum")
        assert not found(Cascade([*agreements, pk("PK", "KABID", "III", None, target("A"))], links=[clear]), "CAS102")


class TestDuplicates:
    @pytest.mark.parametrize("kind", ["sum", "support"])
    def test_two_links_between_the_same_two(self, kind: Any) -> None:
        """Two links between the same two."""
        cascade = family(target("T"), target("A"))
        twice = Cascade(cascade.agreements, links=[*cascade.links, Link(child=("Kabid-2", "A"), parent=TOP, kind=kind)])
        (one,) = found(twice, "CAS103")
        assert one.data["count"] == "2"
        assert set(one.data["kinds"].split(", ")) == {"sum", kind}

    def test_links_to_two_parents_or_at_two_times_are_none(self) -> None:
        """Links to two parents or at two times are none."""
        cascade = family(target("T"), target("A"))
        early = Link(child=("KABID-2", "A"), parent=TOP, kind="sum", valid_to=date(2025, 6, 30))
        late = Link(child=("KABID-2", "A"), parent=TOP, kind="sum", valid_from=date(2025, 7, 1))
        assert not found(Cascade(cascade.agreements, links=[early, late]), "CAS103")
        assert not found(linked(("A", "B"), ("A", "C")), "CAS103")


class TestLevels:
    @pytest.mark.parametrize(("low", "high"), [("IV", "III"), ("III", "II"), ("II", "BUPATI"), ("V", "II")])
    def test_a_link_goes_up(self, low: str, high: str) -> None:
        """A link goes up."""
        assert not found(linked(("A", "B"), ranks={"A": low, "B": high}), "CAS104")
        (one,) = found(linked(("A", "B"), ranks={"A": high, "B": low}), "CAS104")
        assert one.severity == "error"

    def test_equals_go_together_across_units_or_in_a_stated_aspect(self) -> None:
        """Equals go together across units or in a stated aspect."""

        def beside(*offices: str | None, **fields: Any) -> Cascade:
            names = ("A", "B")
            return Cascade(
                [
                    pk(f"PK-{name}", name, "III", None, target("x"), office=office)
                    for name, office in zip(names, offices, strict=True)
                ],
                links=[Link(child=("A", "x"), parent=("B", "x"), kind="support", **fields)],
            )

        assert found(beside("Dinas", "Dinas"), "CAS104")
        assert found(beside("Dinas", "DINAS."), "CAS104")
        assert not found(beside("Dinas", "Badan"), "CAS104")
        for unknown in (beside("Dinas", None), beside(None, None)):
            assert report_on(unknown).ledger.verdict("CAS104", "A/x -> B/x") == "not_applicable"
        assert not found(beside("Dinas", "Dinas", aspect="mutu"), "CAS104")

    @pytest.mark.parametrize(
        ("high", "low"), [("III.a", "III.b"), ("II.a", "II.b"), ("III", "III"), ("JF AHLI PERTAMA", "PELAKSANA")]
    )
    def test_whoever_is_below_may_be_of_one_level_with_the_superior(self, high: str, low: str) -> None:
        """The secretary of a district is III.b as its head is III.a; upside down they are told apart all the same."""

        def linked_up(child: str, parent: str) -> Cascade:
            agreements = [
                pk("PK-C", "Camat", high, "Bupati", target("x"), office="Kecamatan"),
                pk("PK-S", "Sekcam", low, "Camat", target("x"), office="Kecamatan"),
            ]
            return Cascade(agreements, links=[Link(child=(child, "x"), parent=(parent, "x"), kind="support")])

        assert report_on(linked_up("Sekcam", "Camat")).ledger.verdict("CAS104", "Sekcam/x -> Camat/x") == "pass"
        assert found(linked_up("Camat", "Sekcam"), "CAS104")

    def test_two_indicators_of_one_position_are_not_above_each_other(self) -> None:
        """Two indicators of one position are not above each other."""
        agreement = pk("PK", "KADIS", "II", None, target("T"), target("U"))
        link = Link(child=("KADIS", "U"), parent=("KADIS", "T"), kind="support")
        assert not found(Cascade([agreement], links=[link]), "CAS104")

    def test_an_unknown_level_is_not_judged(self) -> None:
        """An unknown level is not judged."""
        cascade = linked(("A", "B"), ranks={"A": "II"})
        assert report_on(cascade).ledger.verdict("CAS104", "A/x -> B/x") == "not_applicable"


class TestSkipped:
    @staticmethod
    def ladder(*positions: tuple[str, str, str | None], link: tuple[str, str]) -> Cascade:
        """Positions from the top down: name, level, unit; each is the superior of the next."""
        above = [None, *(name for name, _, _ in positions)]
        return Cascade(
            [
                pk(f"PK-{name}", name, level, superior, target("x"), office=unit)
                for (name, level, unit), superior in zip(positions, above, strict=False)
            ],
            links=[Link(child=(link[0], "x"), parent=(link[1], "x"), kind="support")],
        )

    def test_a_level_that_stands_between_is_named(self) -> None:
        """A level that stands between is named."""
        steps = ("KADIS", "II", "D"), ("KABID", "III", "D"), ("KASI", "IV", "D")
        (one,) = found(self.ladder(*steps, link=("KASI", "KADIS")), "CAS105")
        assert (one.severity, one.data["between"]) == ("warning", "KABID")
        assert not found(self.ladder(*steps, link=("KASI", "KABID")), "CAS105")

    @pytest.mark.parametrize("vacant", [True, False])
    def test_a_vacant_post_is_not_passed_over(self, vacant: bool) -> None:
        """There is nobody whom the link could go through."""
        base = self.ladder(("KADIS", "II", "D"), ("KASI", "IV", "D"), link=("KASI", "KADIS"))
        posts = [
            Post("KABID", unit="D", echelon="III", superior="KADIS", vacant=vacant),
            Post("KASI", unit="D", superior="KABID"),
        ]
        assert bool(found(Cascade(base.agreements, base.links, posts=posts), "CAS105")) is not vacant

    def test_where_nobody_stands_between_nothing_is_skipped(self) -> None:
        """Where nobody stands between nothing is skipped."""
        steps = ("KADIS", "II", "D"), ("STAF", "V", "D")
        assert not found(self.ladder(*steps, link=("STAF", "KADIS")), "CAS105")

    def test_a_unit_that_is_typed_otherwise_is_the_same(self) -> None:
        """Whoever stands between is of the own unit, however it is written."""
        steps = ("KADIS", "II", "D 1"), ("KABID", "III", "D-1"), ("KASI", "IV", "d 1")
        assert found(self.ladder(*steps, link=("KASI", "KADIS")), "CAS105")

    def test_another_unit_is_not_between(self) -> None:
        """Another unit is not between."""
        steps = ("BUPATI", "BUPATI", "Pemda"), ("KADIS", "II", "Pemda"), ("KABID", "III", "D")
        assert not found(self.ladder(*steps, link=("KABID", "BUPATI")), "CAS105")

    def test_a_position_without_a_level_is_not_between(self) -> None:
        """A position without a level is not between."""
        posts = [Post("KABID", unit="D", superior="KADIS"), Post("KASI", unit="D", superior="KABID")]
        base = self.ladder(("KADIS", "II", "D"), ("KASI", "IV", "D"), link=("KASI", "KADIS"))
        assert not found(Cascade(base.agreements, base.links, posts=posts), "CAS105")

    def test_superiors_in_a_circle_end_somewhere(self) -> None:
        """Superiors in a circle end somewhere."""
        posts = [Post("A", echelon="IV", superior="B"), Post("B", echelon="III", superior="A")]
        top = pk("PK-T", "T", "II", None, target("x"))
        link = Link(child=("A", "x"), parent=("T", "x"), kind="support")
        cascade = Cascade([top, pk("PK-A", "A", "IV", None, target("x"))], links=[link], posts=posts)
        assert not found(cascade, "CAS105")


def test_a_plain_family_has_nothing_to_answer_for() -> None:
    """A plain family has nothing to answer for."""
    cascade = family(target("T", 20), target("A"), target("B"), realizations={TOP: 20})
    assert codes(report_on(cascade, checks=CHECKS)) == []


def test_what_must_not_be_set_aside() -> None:
    """What must not be set aside."""
    assert [check.code for check in CHECKS if not check.suppressible] == ["CAS101", "CAS102"]


def test_large_shapes_take_no_square_of_time() -> None:
    """A child with many parents, a chain of superiors, and as many copies of one link."""
    count = 3000
    parents = [pk("PK-P", "P", "II", None, *(target(f"{at}") for at in range(count)))]
    wide = [Link(child=("K", "A"), parent=("P", f"{at}"), kind="support") for at in range(count)]
    cascade = Cascade([*parents, pk("PK-K", "K", "III", None, target("A"))], links=[*wide, *wide[:1] * count])
    (one,) = found(cascade, "CAS103", checks=CHECKS)
    assert one.data["count"] == str(count + 1)


def test_a_link_twice_explains_what_it_adds_up_to() -> None:
    """One mistake, one headline."""
    cascade = family(
        target("T", 100), target("A", 100), realizations={TOP: 100, ("KABID-2", "A"): 100}, links=[{"factor": 1}]
    )
    doubled = evolve(cascade, links=[*cascade.links, *cascade.links])
    reasons = {one.code: one.explained_by for one in report_on(doubled).findings}
    assert reasons["CAS103"] is None
    assert reasons["CAS302"] == reasons["CAS401"] == "CAS103"


@pytest.mark.parametrize("name", ["Sekretaris", "KADIIS", "Zzzzz"])
@pytest.mark.parametrize(("side", "code", "left"), [("parent", "CAS202", "KABID/A"), ("child", "CAS201", "KADIS/T")])
def test_what_a_lost_link_leaves_alone_is_not_judged(side: str, code: str, left: str, name: str) -> None:
    """Whether the name can mean two, is mistyped or is nowhere: nobody says that the other end is alone."""
    agreements = [
        *(pk(f"PK-{unit}", "Sekretaris", "II", None, target("T"), office=unit) for unit in ("A", "B")),
        pk("PK-1", "KADIS", "II", None, target("T")),
        pk("PK-2", "KABID", "III", "KADIS", target("A")),
    ]
    lost = Link(**{"child": ("KABID", "A"), "parent": TOP, side: (name, "T")}, kind="sum")
    assert report_on(Cascade(agreements, links=[lost])).ledger.verdict(code, left) == "skipped"
    assert report_on(Cascade(agreements)).ledger.verdict(code, left) == "fail"


def test_an_inversion_is_told_whole() -> None:
    """Who is linked to whom, and at what level each of them is."""
    (one,) = found(linked(("A", "B"), ranks={"A": "II", "B": "III"}), "CAS104")
    assert one.text() == ("A/x (Eselon II) tertaut ke atas kepada B/x (Eselon III), yang jenjangnya tidak lebih tinggi")
    assert one.text("en") == "A/x (Echelon II) is linked upwards to B/x (Echelon III), whose level is not higher"
