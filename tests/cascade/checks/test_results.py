from typing import Any

import pytest
from attrs import evolve

from sakip import Components, OrdinalScale, Period, Realization, Target
from sakip.cascade import KL, Cascade, Group, Link, NodeFacts
from sakip.cascade.checks.results import CHECKS
from tests.cascade.making import TOP, codes, family, found, pk, report_on, target

LEVELS = ("impact", "intermediate_outcome", "immediate_outcome", "output", "process", "input")
FIRST, SECOND = Period.quarter(2025, 1), Period.quarter(2025, 2)


class TestLevelsDescend:
    @pytest.mark.parametrize("kind", ["support", "sum"])
    def test_each_level_may_serve_those_above_it(self, kind: str) -> None:
        """Each level may serve those above it."""
        for above, level in enumerate(LEVELS):
            for below in LEVELS[above + 1 :]:
                assert not found(family(target("T", level=level), target("A", level=below), kind=kind), "CAS503")
                (one,) = found(family(target("T", level=below), target("A", level=level), kind=kind), "CAS503")
                assert one.severity == "error"
                assert "lebih tinggi tingkatnya" in one.text("id")

    @pytest.mark.parametrize("level", LEVELS)
    def test_one_level_at_two_echelons_is_no_support(self, level: str) -> None:
        """One level at two echelons is no support."""
        (one,) = found(family(target("T", level=level), target("A", level=level), kind="support"), "CAS503")
        assert one.severity == "warning"
        assert not found(family(target("T", level=level), target("A", level=level)), "CAS503")

    def test_one_level_at_one_echelon_is_alignment(self) -> None:
        """One level at one echelon is alignment."""
        agreements = [
            pk("PK-1", "KADIS", "II", None, target("T", level="output"), office="Dinas A"),
            pk("PK-2", "KABAN", "II", None, target("A", level="output"), office="Badan B"),
            pk("PK-3", "ANEH", None, None, target("B", level="output")),
        ]
        links = [
            Link(child=(child, code), parent=TOP, kind="support") for child, code in [("KABAN", "A"), ("ANEH", "B")]
        ]
        assert not found(Cascade(agreements, links=links), "CAS503")

    @pytest.mark.parametrize("other", ["outcome", "intermediate_outcome", "immediate_outcome"])
    def test_an_outcome_of_no_stated_sort_may_be_either(self, other: str) -> None:
        """An outcome of no stated sort may be either."""
        for levels in [("outcome", other), (other, "outcome")]:
            top, child = (target(code, level=level) for code, level in zip("TA", levels, strict=True))
            assert not found(family(top, child, kind="support"), "CAS503")

    @pytest.mark.parametrize(("above", "below"), [("output", "outcome"), ("outcome", "impact")])
    def test_an_outcome_is_compared_with_what_is_none(self, above: str, below: str) -> None:
        """An outcome is compared with what is none."""
        assert found(family(target("T", level=above), target("A", level=below)), "CAS503")
        assert not found(family(target("T", level=below), target("A", level=above)), "CAS503")

    def test_an_unknown_level_is_not_judged(self) -> None:
        """An unknown level is not judged."""
        cascade = family(target("T", level="output"), target("A"))
        assert report_on(cascade).ledger.verdict("CAS503", "KABID-2/A -> KADIS/T") == "not_applicable"


class TestLeastLevel:
    @pytest.mark.parametrize(
        ("echelon", "least", "below"),
        [
            ("BUPATI", "intermediate_outcome", "immediate_outcome"),
            ("I", "intermediate_outcome", "immediate_outcome"),
            ("II", "immediate_outcome", "output"),
            ("III", "output", "process"),
        ],
    )
    def test_each_echelon_has_its_least(self, echelon: str, least: str, below: str) -> None:
        """Each echelon has its least."""
        for level in ("impact", "outcome", least):
            assert not found(Cascade([pk("PK", "X", echelon, None, target("T", level=level))]), "CAS504")
        (one,) = found(Cascade([pk("PK", "X", echelon, None, target("T", level=below))]), "CAS504")
        assert one.severity == "warning"
        assert one.subject == "X/T"
        assert one.data["suspected"] == ""

    @pytest.mark.parametrize("echelon", ["IV", "V", None])
    def test_below_the_third_nothing_is_asked(self, echelon: str | None) -> None:
        """Below the third nothing is asked."""
        assert not found(Cascade([pk("PK", "X", echelon, None, target("T", level="input"))]), "CAS504")

    def test_a_cue_is_a_hint_and_no_reason(self) -> None:
        """A cue is a hint and no reason."""

        def named(level: str | None) -> Cascade:
            indicator = target("T", level=level).indicator
            sober = type(indicator)("T", "Jumlah Sosialisasi, rapat", polarity="maximize", level=indicator.level)
            return Cascade([pk("PK", "KADIS", "II", None, Target(sober, 4))])

        (one,) = found(named("process"), "CAS504")
        assert one.data["suspected"] == "sosialisasi, rapat"
        assert not found(named("outcome"), "CAS504")
        assert not found(named(None), "CAS504")

    @pytest.mark.parametrize("role", ["mandatory", "additional"])
    def test_what_is_imposed_or_outside_is_not_judged(self, role: Any) -> None:
        """What is imposed or outside is not judged."""
        agreements = [pk("PK", "KADIS", "II", None, target("T", level="process"))]
        assert not found(Cascade(agreements, nodes=[NodeFacts(TOP, role=role)]), "CAS504")
        assert found(Cascade(agreements, nodes=[NodeFacts(TOP)]), "CAS504")

    def test_a_profile_says_what_is_least(self) -> None:
        """A profile says what is least."""
        lenient = evolve(KL, least_level=((2, "process"),))
        cascade = Cascade([pk("PK", "KADIS", "II", None, target("T", level="process"))])
        assert not found(cascade, "CAS504", profile=lenient)
        assert found(cascade, "CAS504", profile=KL)


class TestScopes:
    @staticmethod
    def scoped(*scopes: Any, kind: str = "sum", **more: Any) -> Cascade:
        """The scope of the parent, and that of each child; None where none is stated."""
        children = [target(f"A{at}") for at in range(len(scopes) - 1)]
        keys = [TOP, *((f"KABID-{at}", child.code) for at, child in enumerate(children, 2))]
        facts = [NodeFacts(key, scope=scope) for key, scope in zip(keys, scopes, strict=True) if scope is not None]
        return family(target("T"), *children, kind=kind, nodes=facts, **more)

    def test_parts_that_make_the_whole_pass(self) -> None:
        """Parts that make the whole pass."""
        assert not found(self.scoped(["x", "y", "z"], ["x"], ["y", "z"]), "CAS505")

    def test_a_child_that_reaches_further_is_named_with_what_is_beyond(self) -> None:
        """A child that reaches further is named with what is beyond."""
        (one,) = found(self.scoped(["x", "y"], ["x"], ["y", "w", "v"]), "CAS505")
        assert one.nodes == ("KABID-3/A1",)
        assert (one.data["count"], one.data["items"]) == ("2", "v, w")

    def test_a_whole_that_is_not_covered_names_what_is_missing(self) -> None:
        """A whole that is not covered names what is missing."""
        (one,) = found(self.scoped(["x", "y", "z"], ["x"], ["y"]), "CAS505")
        assert one.nodes == ()
        assert (one.data["count"], one.data["items"]) == ("1", "z")

    @pytest.mark.parametrize(("coverage", "codes_found"), [("partition", 2), ("subset", 1), ("superset", 0)])
    def test_coverage_says_which_of_the_two_is_meant(self, coverage: Any, codes_found: int) -> None:
        """Coverage says which of the two is meant."""
        cascade = self.scoped(["x", "y"], ["x", "w"], groups=[Group(parent=TOP, coverage=coverage)])
        assert len(found(cascade, "CAS505")) == codes_found

    def test_an_item_is_one_however_it_is_typed(self) -> None:
        """Neither beyond the parent's scope nor missing from it."""
        assert not found(self.scoped(["Kec. Utara", "Kec. Selatan"], ["KEC UTARA"], ["kec.  selatan"]), "CAS505")

    def test_while_one_scope_is_unknown_nothing_is_missing(self) -> None:
        """While one scope is unknown nothing is missing."""
        assert not found(self.scoped(["x", "y"], ["x"], None), "CAS505")
        assert not found(self.scoped(None, ["x"], ["y"]), "CAS505")
        assert not found(self.scoped(["x"], None), "CAS505")

    def test_support_may_come_from_further_afield_but_must_arrive(self) -> None:
        """Support may come from further afield but must arrive."""
        assert not found(self.scoped(["x", "y"], ["x", "w"], kind="support"), "CAS505")
        assert len(found(self.scoped(["x", "y"], ["v", "w"], kind="support"), "CAS505")) == 1

    def test_a_long_list_is_cut(self) -> None:
        """A long list is cut."""
        (one,) = found(self.scoped([f"{at:02}" for at in range(20)], ["00"]), "CAS505")
        assert one.data["count"] == "19"
        assert one.data["items"].endswith("dan 7 lagi")


class TestHiddenArithmetic:
    @staticmethod
    def supported(top: Target, *children: Target, amounts: Any, **more: Any) -> Cascade:
        """What each of them delivered: a list for the top, then one for each child."""
        keys = [TOP, *((f"KABID-{at}", child.code) for at, child in enumerate(children, 2))]
        realizations = {
            key: [Realization(key[1], amount, period=period) for period, amount in each.items()]
            for key, each in zip(keys, amounts, strict=True)
        }
        return family(top, *children, kind="support", realizations=realizations, **more)

    def test_two_periods_that_add_up_are_no_accident(self) -> None:
        """Two periods that add up are no accident."""
        amounts = [{FIRST: 100, SECOND: 120}, {FIRST: 60, SECOND: 70}, {FIRST: 40, SECOND: 50}]
        (one,) = found(self.supported(target("T"), target("A"), target("B"), amounts=amounts), "CAS508")
        assert (one.data["kind"], one.data["periods"]) == ("sum", "2")
        assert one.nodes == ("KABID-2/A", "KABID-3/B")

    def test_last_year_is_a_period_too(self) -> None:
        """Last year is a period too."""
        tops = target("T", last_year=100), target("A", last_year=60), target("B", last_year=40)
        amounts = [{None: 120}, {None: 70}, {None: 50}]
        (one,) = found(self.supported(*tops, amounts=amounts), "CAS508")
        assert one.data["periods"] == "2"

    @pytest.mark.parametrize(
        "amounts",
        [
            [{FIRST: 100}, {FIRST: 60}, {FIRST: 40}],  # once
            [{FIRST: 100, SECOND: 121}, {FIRST: 60, SECOND: 70}, {FIRST: 40, SECOND: 50}],  # the second does not
            [{FIRST: 100, SECOND: 0}, {FIRST: 60, SECOND: 0}, {FIRST: 40, SECOND: 0}],  # zeros agree with anything
            [{FIRST: 60, SECOND: 70}, {FIRST: 60, SECOND: 70}, {FIRST: 0, SECOND: 0}],  # one child alone
            [{FIRST: 100, SECOND: 120}, {FIRST: 60, SECOND: 70}, {FIRST: 40}],  # not reported
        ],
    )
    def test_less_than_that_may_be_an_accident(self, amounts: Any) -> None:
        """Less than that may be an accident."""
        assert not found(self.supported(target("T"), target("A"), target("B"), amounts=amounts), "CAS508")

    @pytest.mark.parametrize(
        "fields", [{"unit": "orang"}, {"measure": "stock"}, {"polarity": "minimize"}], ids=lambda each: next(iter(each))
    )
    def test_other_things_only_happen_to_add_up(self, fields: Any) -> None:
        """Other things only happen to add up."""
        amounts = [{FIRST: 100, SECOND: 120}, {FIRST: 60, SECOND: 70}, {FIRST: 40, SECOND: 50}]
        assert not found(self.supported(target("T"), target("A"), target("B", **fields), amounts=amounts), "CAS508")

    def test_one_child_alone_makes_no_arithmetic(self) -> None:
        """That its figures are the parent's is no addition, and nothing is asked."""
        amounts = [{FIRST: 100, SECOND: 120}, {FIRST: 100, SECOND: 120}]
        report = report_on(self.supported(target("T"), target("A"), amounts=amounts))
        assert report.ledger.verdict("CAS508", "KADIS/T") == "not_applicable"

    def test_arithmetic_that_is_stated_is_not_hidden(self) -> None:
        """Also where the parent has a source of its own."""
        amounts = [{FIRST: 100, SECOND: 120}, {FIRST: 60, SECOND: 70}, {FIRST: 40, SECOND: 50}]
        tops, facts = (target("T"), target("A"), target("B")), [NodeFacts(TOP, calc="measured")]
        hidden = self.supported(*tops, amounts=amounts, nodes=facts)
        assert found(hidden, "CAS508")
        stated = evolve(hidden, links=[evolve(one, kind="sum") for one in hidden.links])
        assert report_on(stated).ledger.verdict("CAS508", "KADIS/T") == "not_applicable"

    @pytest.mark.parametrize(("above", "below"), [("orang", "Orang"), ("jiwa", "orang"), (None, None)])
    def test_a_unit_that_is_written_otherwise_is_the_same(self, above: Any, below: Any) -> None:
        """What is counted does not change with how its unit is spelled."""
        amounts = [{FIRST: 100, SECOND: 120}, {FIRST: 60, SECOND: 70}, {FIRST: 40, SECOND: 50}]
        tops = target("T", unit=above), target("A", unit=below), target("B", unit=above)
        assert len(found(self.supported(*tops, amounts=amounts), "CAS508")) == 1

    @pytest.mark.parametrize(("above", "below"), [(None, "orang"), ("orang", None), ("orang", "unit")])
    def test_another_unit_or_none_is_not_the_same(self, above: Any, below: Any) -> None:
        """Nobody says that the same things are counted."""
        amounts = [{FIRST: 100, SECOND: 120}, {FIRST: 60, SECOND: 70}, {FIRST: 40, SECOND: 50}]
        tops = target("T", unit=above), target("A", unit=below), target("B", unit=above)
        assert not found(self.supported(*tops, amounts=amounts), "CAS508")

    def test_percentages_do_not_add_up_but_their_components_do(self) -> None:
        """Percentages do not add up but their components do."""
        percent = [target(code, unit="%") for code in "TAB"]
        plain = [{FIRST: 100, SECOND: 120}, {FIRST: 60, SECOND: 70}, {FIRST: 40, SECOND: 50}]
        assert not found(self.supported(*percent, amounts=plain), "CAS508")
        parts = [
            {
                period: Components(above, below, per=100)
                for period, above, below in zip([FIRST, SECOND], *pair, strict=True)
            }
            for pair in ([(9, 8), (30, 40)], [(4, 3), (10, 20)], [(5, 5), (20, 20)])
        ]
        (one,) = found(self.supported(*percent, amounts=parts), "CAS508")
        assert one.data["kind"] == "pool"

    def test_components_beside_amounts_make_nothing(self) -> None:
        """Components beside amounts make nothing."""
        part = Components(4, 10, per=100)
        amounts = [{FIRST: 100, SECOND: 120}, {FIRST: part, SECOND: part}, {FIRST: 40, SECOND: 50}]
        assert not found(self.supported(target("T"), target("A"), target("B"), amounts=amounts), "CAS508")

    def test_levels_are_no_numbers(self) -> None:
        """Levels are no numbers."""
        scale = OrdinalScale(["C", "B", "A"])
        amounts = [{FIRST: 2, SECOND: 4}, {FIRST: 1, SECOND: 2}, {FIRST: 1, SECOND: 2}]
        tops = [target(code, scale=scale) for code in "TAB"]
        assert not found(self.supported(*tops, amounts=amounts), "CAS508")

    def test_a_parent_that_says_it_is_reconciled_or_computed_is_not_asked(self) -> None:
        """A parent that says it is reconciled or computed is not asked."""
        amounts = [{FIRST: 100, SECOND: 120}, {FIRST: 60, SECOND: 70}, {FIRST: 40, SECOND: 50}]
        facts = [NodeFacts(TOP, calc="reconciled")]
        cascade = self.supported(target("T"), target("A"), target("B"), amounts=amounts, nodes=facts)
        assert not found(cascade, "CAS508")


def test_a_plain_family_has_nothing_to_answer_for() -> None:
    """A plain family has nothing to answer for."""
    assert codes(report_on(family(target("T", 20), target("A"), target("B")), checks=CHECKS)) == []


@pytest.mark.parametrize("lost", ["child", "parent"])
def test_a_link_that_leads_nowhere_descends_nowhere(lost: str) -> None:
    """Whichever end is not found, no level of another indicator is taken for it."""
    ends = {"child": ("KABID-2", "A"), "parent": TOP, lost: ("X", "X")}
    base = family(target("T", level="output"), target("A", level="outcome"))
    report = report_on(evolve(base, links=[Link(**ends, kind="sum")]))
    assert report.ledger.counts("CAS503")["not_applicable"] == 1
    assert report_on(base).ledger.counts("CAS503")["fail"] == 1
