from typing import Any

import pytest

from sakip import OrdinalScale, Target
from sakip.cascade import Link, NodeFacts
from sakip.cascade.checks.semantics import CHECKS
from tests.cascade.making import TOP, codes, family, found, report_on, target

OPINIONS = OrdinalScale(["TMP", "TW", "WDP", "WTP"])


def pair(top: Target, child: Target, kind: str = "sum", **link: Any) -> Any:
    """One child under one parent."""
    return family(top, child, kind=kind, links=[link])


class TestUnits:
    @pytest.mark.parametrize(
        ("child", "parent"),
        [("%", "Persen"), ("orang", "Org."), (None, "orang"), ("orang", None), (None, None), ("km²", "km2")],
    )
    def test_spellings_of_one_unit_and_unknown_units_pass(self, child: str | None, parent: str | None) -> None:
        """Spellings of one unit and unknown units pass."""
        assert not found(pair(target("T", unit=parent), target("A", unit=child)), "CAS501")

    def test_percent_does_not_enter_rupiah(self) -> None:
        """Percent does not enter rupiah."""
        (one,) = found(pair(target("T", unit="rupiah"), target("A", unit="%")), "CAS501")
        assert one.severity == "error"
        assert one.subject == "KABID-2/A -> KADIS/T"
        assert one.data == {
            "child": "KABID-2/A",
            "parent": "KADIS/T",
            "kind": "sum",
            "child_unit": "%",
            "parent_unit": "rupiah",
        }

    def test_a_declared_factor_converts(self) -> None:
        """A declared factor converts."""
        top, child = target("T", unit="orang"), target("A", unit="keluarga")
        assert found(pair(top, child), "CAS501")
        assert not found(pair(top, child, factor="3.9"), "CAS501")

    @pytest.mark.parametrize(
        ("child", "parent", "factor", "implied"),
        [
            ("ribu orang", "orang", None, "1000"),
            ("ribu orang", "orang", 100, "1000"),
            ("Rp juta", "miliar rupiah", 1000, "0.001"),
            ("orang", "orang", 1000, "1"),
        ],
    )
    def test_a_factor_that_the_units_contradict(self, child: str, parent: str, factor: Any, implied: str) -> None:
        """A factor that the units contradict."""
        (one,) = found(pair(target("T", unit=parent), target("A", unit=child), factor=factor), "CAS501")
        assert (one.data["factor"], one.data["implied"]) == ("1" if factor is None else str(factor), implied)

    @pytest.mark.parametrize(("child", "factor"), [("ribu orang", 1000), ("orang", 1), ("orang", None)])
    def test_a_factor_that_the_units_mean(self, child: str, factor: Any) -> None:
        """A factor that the units mean."""
        assert not found(pair(target("T", unit="orang"), target("A", unit=child), factor=factor), "CAS501")

    @pytest.mark.parametrize("kind", ["support", "count"])
    def test_what_is_supported_or_counted_has_a_unit_of_its_own(self, kind: str) -> None:
        """What is supported or counted has a unit of its own."""
        cascade = pair(target("T", unit="SKPD"), target("A", unit="nilai"), kind)
        assert not found(cascade, "CAS501")
        assert report_on(cascade).ledger.verdict("CAS501", "KABID-2/A -> KADIS/T") == "not_applicable"

    def test_numbers_that_cannot_be_put_together_are_not_compared(self) -> None:
        """Numbers that cannot be put together are not compared."""
        cascade = pair(target("T", 100, unit="rupiah"), target("A", 10, unit="%"))
        assert "CAS301" not in codes(report_on(cascade))


class TestPolarity:
    @pytest.mark.parametrize("polarity", ["maximize", "minimize", "stabilize"])
    def test_one_direction_passes(self, polarity: str) -> None:
        """One direction passes."""
        assert not found(pair(target("T", polarity=polarity), target("A", polarity=polarity)), "CAS502")

    def test_minimize_does_not_enter_maximize(self) -> None:
        """Minimize does not enter maximize."""
        (one,) = found(pair(target("T"), target("A", polarity="minimize")), "CAS502")
        assert one.text("id") == (
            "KABID-2/A (makin rendah makin baik) masuk ke KADIS/T (makin tinggi makin baik) tanpa dibalik"
        )

    def test_a_declared_inversion_passes(self) -> None:
        """A declared inversion passes."""
        assert not found(pair(target("T"), target("A", polarity="minimize"), inverse=True), "CAS502")

    def test_an_inversion_of_what_goes_the_same_way_is_opposite(self) -> None:
        """An inversion of what goes the same way is opposite."""
        (one,) = found(pair(target("T"), target("A"), inverse=True), "CAS502")
        assert "dibalik lebih dahulu" in one.text("id")

    def test_a_negative_weight_turns_around_and_an_inverse_turns_back(self) -> None:
        """A negative weight turns around and an inverse turns back."""
        top, child = target("T"), target("A", polarity="minimize")
        assert not found(pair(top, child, "weighted", weight=-1), "CAS502")
        assert found(pair(top, child, "weighted", weight=-1, inverse=True), "CAS502")
        assert found(pair(top, child, "weighted", weight=1), "CAS502")

    def test_a_band_is_no_direction(self) -> None:
        """A band is no direction."""
        top, child = target("T"), target("A", polarity="stabilize")
        assert found(pair(top, child), "CAS502")
        assert found(pair(top, child, inverse=True), "CAS502")

    @pytest.mark.parametrize("kind", ["support", "count"])
    def test_what_is_supported_or_counted_has_a_direction_of_its_own(self, kind: str) -> None:
        """What is supported or counted has a direction of its own."""
        assert not found(pair(target("T"), target("A", polarity="minimize"), kind), "CAS502")


class TestDefinitions:
    ATTRIBUTES = (
        ("operational_definition", "definisi operasional"),
        ("data_source", "sumber data"),
        ("formula", "rumus"),
    )

    @pytest.mark.parametrize(("attribute", "name"), ATTRIBUTES)
    def test_an_adopted_indicator_is_the_same_in_every_respect(self, attribute: str, name: str) -> None:
        """An adopted indicator is the same in every respect."""
        top = target("T", **{attribute: "Balita pendek / balita"})
        (one,) = found(pair(top, target("A", **{attribute: "Balita kurus / balita"}), "same"), "CAS506")
        assert one.severity == "error"
        assert one.data["attributes"] == name
        assert not found(pair(top, target("A", **{attribute: "balita  PENDEK /balita"}), "same"), "CAS506")
        assert not found(pair(top, target("A"), "same"), "CAS506")

    def test_punctuation_counts_in_a_formula_alone(self) -> None:
        """Punctuation counts in a formula alone."""
        words = {"operational_definition": "Balita, yang pendek.", "formula": "A/B"}
        child = target("A", operational_definition="balita yang pendek", formula="A-B")
        (one,) = found(pair(target("T", **words), child, "same"), "CAS506")
        assert one.data["attributes"] == "rumus"

    def test_consolidation_must_be_one_where_both_state_it(self) -> None:
        """Consolidation must be one where both state it."""
        top = target("T", consolidation="average")
        for kind in ("same", "pool"):
            (one,) = found(pair(top, target("A", consolidation="last_level"), kind), "CAS506")
            assert one.severity == "error"
            assert not found(pair(top, target("A", consolidation="average"), kind), "CAS506")
            assert not found(pair(top, target("A"), kind), "CAS506")

    def test_a_part_of_a_pool_may_word_its_definition_in_its_own_way(self) -> None:
        """A part of a pool may word its definition in its own way."""
        top = target("T", operational_definition="Balita di kabupaten", data_source="Dinkes", formula="a/b")
        child = target("A", operational_definition="Balita di kecamatan", data_source="Puskesmas", formula="a1/b1")
        (one,) = found(pair(top, child, "pool"), "CAS506")
        assert (one.severity, one.data["attributes"]) == ("warning", "rumus")
        both = target("A", formula="a1/b1", consolidation="sum")
        top = target("T", formula="a/b", consolidation="pool")
        assert found(pair(top, both, "pool"), "CAS506")[0].severity == "error"

    @pytest.mark.parametrize("kind", ["sum", "mean", "support"])
    def test_other_kinds_may_have_other_definitions(self, kind: str) -> None:
        """Other kinds may have other definitions."""
        cascade = pair(target("T", formula="a"), target("A", formula="b"), kind)
        assert not found(cascade, "CAS506")


class TestAggregationOverTime:
    @pytest.mark.parametrize(
        ("measure", "legal", "illegal"),
        [
            ("flow", ["sum", "average", "last_level", "maximum", "pool"], []),
            ("stock", ["last_level", "average", "minimum"], ["sum"]),
            ("ratio", ["average", "pool", "last_progress"], ["sum"]),
            ("index", ["average", "last_level"], ["sum"]),
            ("ordinal", ["last_level", "minimum", "maximum"], ["sum", "average", "pool"]),
            ("milestone", ["last_level", "last_progress", "minimum"], ["sum", "average", "pool", "maximum"]),
        ],
    )
    def test_each_measure_has_its_ways(self, measure: str, legal: list[str], illegal: list[str]) -> None:
        """Each measure has its ways."""
        for how in legal:
            assert not found(family(target("T", measure=measure, consolidation=how)), "CAS507")
        for how in illegal:
            (one,) = found(family(target("T", measure=measure, consolidation=how)), "CAS507")
            assert one.cell == "actual"
            assert one.data["operation"] == how
            assert how not in one.data["admissible"].split(", ")
            assert set(legal) <= set(one.data["admissible"].split(", "))

    def test_a_scale_makes_an_indicator_ordinal(self) -> None:
        """A scale makes an indicator ordinal."""
        assert found(family(target("T", scale=OPINIONS, consolidation="average", measure="index")), "CAS507")

    def test_what_is_not_declared_is_not_judged(self) -> None:
        """What is not declared is not judged."""
        assert not found(family(target("T", unit="%", consolidation="sum")), "CAS507")

    def test_a_parent_is_not_compared_with_a_year_that_is_no_year(self) -> None:
        """A parent is not compared with a year that is no year."""
        child = target("A", 25, measure="stock", consolidation="sum")
        cascade = family(target("T", 100), child, realizations={TOP: 100, ("KABID-2", "A"): 25})
        report = report_on(cascade)
        assert report.ledger.verdict("CAS401", "KADIS/T") == "skipped"


class TestAggregationAcrossUnits:
    @pytest.mark.parametrize(
        ("measure", "legal", "illegal"),
        [
            ("flow", ["sum", "mean", "weighted", "minimum"], []),
            ("stock", ["sum", "mean"], []),
            ("ratio", ["pool", "mean", "sum"], []),  # that it is added up is CAS306
            ("index", ["mean", "weighted", "same", "count"], ["sum"]),
            ("ordinal", ["same", "minimum", "maximum", "count"], ["sum", "mean", "weighted", "pool"]),
            ("milestone", ["same", "minimum", "count"], ["sum", "mean", "weighted", "pool", "maximum"]),
        ],
    )
    def test_each_measure_has_its_kinds(self, measure: str, legal: list[str], illegal: list[str]) -> None:
        """Each measure has its kinds."""
        for kind in [*legal, "support"]:
            assert not found(pair(target("T"), target("A", measure=measure), kind), "CAS507")
        for kind in illegal:
            (one,) = found(pair(target("T"), target("A", measure=measure), kind), "CAS507")
            assert one.subject == "KADIS/T"
            assert one.nodes == ("KABID-2/A",)
            assert one.data["operation"] == kind
            assert kind not in one.data["admissible"].split(", ")

    def test_one_finding_a_parent_names_the_children_concerned(self) -> None:
        """One finding a parent names the children concerned."""
        children = [target(f"A-{at}", measure="index" if at < 14 else "flow") for at in range(16)]
        (one,) = found(family(target("T"), *children), "CAS507")
        assert len(one.nodes) == 12
        assert one.data["node"].endswith("dan 2 lagi")

    def test_the_parent_s_own_measure_counts_where_the_children_say_nothing(self) -> None:
        """The parent's own measure counts where the children say nothing."""
        (one,) = found(pair(target("T", scale=OPINIONS), target("A"), "mean"), "CAS507")
        assert one.nodes == ("KADIS/T",)

    def test_several_kinds_at_once_are_another_finding(self) -> None:
        """Several kinds at once are another finding."""
        links = [{"kind": "sum"}, {"kind": "mean"}]
        cascade = family(target("T"), target("A", measure="index"), target("B", measure="index"), links=links)
        assert codes(report_on(cascade, checks=CHECKS)) == []


def test_ends_that_lead_nowhere_are_left_to_their_own_finding() -> None:
    """Ends that lead nowhere are left to their own finding."""
    nowhere = Link(child=("KABID-9", "X"), parent=TOP, kind="sum")
    elsewhere = Link(child=("KABID-2", "A"), parent=("KADIS", "X"), kind="same")
    cascade = family(target("T"), target("A"))
    both = type(cascade)(cascade.agreements, links=[nowhere, elsewhere])
    assert codes(report_on(both, checks=CHECKS)) == []


def test_what_must_not_be_set_aside() -> None:
    """What must not be set aside."""
    assert [check.code for check in CHECKS if not check.suppressible] == ["CAS501", "CAS507"]


def test_facts_are_not_needed() -> None:
    """Facts are not needed."""
    cascade = family(target("T"), target("A"), nodes=[NodeFacts(TOP, calc="reconciled")])
    assert codes(report_on(cascade, checks=CHECKS)) == []


@pytest.mark.parametrize(("child", "parent"), [("ribu orang", None), (None, "ribu orang"), (None, "orang")])
def test_a_unit_beside_none_is_not_compared(child: str | None, parent: str | None) -> None:
    """Also where a factor is stated: nothing is known that could contradict it."""
    pair_of = pair(target("T", unit=parent), target("A", unit=child), factor=1000)
    assert found(pair_of, "CAS501") == []
