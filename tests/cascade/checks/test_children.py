from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip import Level, OrdinalScale
from sakip.cascade import Group, NodeFacts
from tests.cascade.making import TOP, codes, family, found, report_on, target

OPINIONS = OrdinalScale(["WDP", "WTP"])


def index(code: str, value: Any, **fields: Any) -> Any:
    """A target of an index."""
    return target(code, value, **{"measure": "index", "unit": "poin", **fields})


class TestAdoptedTargets:
    @pytest.mark.parametrize(("value", "severity"), [(85, None), ("85.0", None), (80, "error"), (86, "note")])
    def test_one_that_is_taken_over_has_one_target(self, value: Any, severity: str | None) -> None:
        """One that is taken over has one target."""
        findings = found(family(index("T", 85), index("A", value), kind="same"), "CAS303")
        assert [one.severity for one in findings] == ([] if severity is None else [severity])

    def test_both_targets_are_said(self) -> None:
        """Both targets are said."""
        (one,) = found(family(index("T", 85), index("A", 80), kind="same"), "CAS303")
        assert (one.subject, one.nodes) == ("KADIS/T", ("KABID-2/A",))
        assert (one.data["promised"], one.data["target"]) == ("80", "85")
        assert "80 poin, bukan 85 poin" in one.text()

    def test_less_is_stricter_where_less_is_better(self) -> None:
        """Less is stricter where less is better."""

        def rate(value: int) -> Any:
            return family(index("T", 10, polarity="minimize"), index("A", value, polarity="minimize"), kind="same")

        assert [[one.severity for one in found(rate(value), "CAS303")] for value in (9, 10, 11)] == [
            ["note"],
            [],
            ["error"],
        ]

    def test_nothing_is_stricter_where_it_should_stay(self) -> None:
        """Nothing is stricter where it should stay."""
        steady = family(index("T", 10, polarity="stabilize"), index("A", 11, polarity="stabilize"), kind="same")
        assert [one.severity for one in found(steady, "CAS303")] == ["error"]

    def test_each_joint_holder_is_judged_by_itself(self) -> None:
        """Each joint holder is judged by itself."""
        findings = found(family(index("T", 85), index("A", 85), index("B", 80), index("C", 90), kind="same"), "CAS303")
        assert [(one.nodes, one.severity) for one in findings] == [
            (("KABID-3/B",), "error"),
            (("KABID-4/C",), "note"),
        ]

    def test_rounding_and_tolerance_are_granted(self) -> None:
        """Rounding and tolerance are granted."""
        rounded = family(index("T", "85.0", decimals=0), index("A", "85.4", decimals=1), kind="same")
        assert found(rounded, "CAS303") == []
        group = Group(parent=TOP, tolerance=5, tolerance_reason="Masa peralihan")
        assert found(family(index("T", 85), index("A", 80), kind="same", groups=[group]), "CAS303") == []

    def test_a_text_is_left_to_its_own_check(self) -> None:
        """A text is left to its own check."""
        report = report_on(family(index("T", 85), index("A", Level("Baik")), kind="same"))
        assert "CAS303" not in codes(report)
        assert report.ledger.verdict("CAS303", "KADIS/T") == "skipped"

    def test_a_sum_is_no_adoption(self) -> None:
        """A sum is no adoption."""
        assert found(family(target("T", 85), target("A", 80)), "CAS303") == []


class TestWeakerTargets:
    def test_a_sibling_may_make_up_for_it(self) -> None:
        """A sibling may make up for it."""
        assert found(family(index("T", 85), index("A", 80), index("B", 90), kind="mean"), "CAS304") == []

    def test_those_that_fall_short_are_named_with_what_each_would_need(self) -> None:
        """Those that fall short are named with what each would need."""
        findings = found(family(index("T", 85), index("A", 80), index("B", 82), kind="mean"), "CAS304")
        assert [(one.nodes, one.data["needed"]) for one in findings] == [
            (("KABID-2/A",), "88"),
            (("KABID-3/B",), "90"),
        ]
        assert {one.explained_by for one in findings} == {"CAS301"}
        assert all("lebih lunak" in one.text() for one in findings)

    def test_only_the_weak_ones_are_named(self) -> None:
        """Only the weak ones are named."""
        (one,) = found(family(index("T", 90), index("A", 80), index("B", 95), kind="mean"), "CAS304")
        assert one.nodes == ("KABID-2/A",)

    def test_what_cannot_be_is_not_asked_for(self) -> None:
        """What cannot be is not asked for."""
        capped = [evolve(index("A", 80), ceiling=87), evolve(index("B", 82), ceiling=90)]
        first, second = found(family(index("T", 85), *capped, kind="mean"), "CAS304")
        assert "needed" not in first.data
        assert second.data["needed"] == "90"

    def test_no_percentage_above_a_hundred_is_asked_for(self) -> None:
        """No percentage above a hundred is asked for."""
        cascade = family(target("T", 95, unit="%"), target("A", 80, unit="%"), target("B", 92, unit="%"), kind="mean")
        first, second = found(cascade, "CAS304")
        assert first.data["needed"] == "98"
        assert "needed" not in second.data

    def test_weights_decide_how_much_is_needed(self) -> None:
        """Weights decide how much is needed."""
        links = [{"weight": "0.8"}, {"weight": "0.2"}]
        children = [index("A", 80), index("B", 80)]
        first, second = found(family(index("T", 84), *children, kind="weighted", links=links), "CAS304")
        assert (first.data["needed"], second.data["needed"]) == ("85", "100")

    def test_an_inverse_child_is_judged_as_it_enters(self) -> None:
        """An inverse child is judged as it enters."""
        turned = target("A", 10, unit="%", polarity="minimize")
        cascade = family(target("T", 90, unit="%"), turned, kind="mean", links=[{"inverse": True}])
        assert found(cascade, "CAS304") == []
        late = family(target("T", 95, unit="%"), turned, kind="mean", links=[{"inverse": True}])
        (one,) = found(late, "CAS304")
        assert one.data["needed"] == "5"

    def test_counts_are_parts_and_no_weaker_targets(self) -> None:
        """Counts are parts and no weaker targets."""
        assert found(family(target("T", 105), target("A", 40), target("B", 30)), "CAS304") == []

    def test_of_a_part_nothing_follows(self) -> None:
        """Of a part nothing follows."""
        part = [Group(parent=TOP, coverage="subset")]
        assert found(family(index("T", 85), index("A", 80), kind="mean", groups=part), "CAS304") == []


class TestWeakerSupport:
    def same(self, value: Any, **fields: Any) -> Any:
        """A supporting indicator of the same name."""
        made = index("A", value, **fields)
        return evolve(made, indicator=evolve(made.indicator, name="Indikator T"))

    def test_the_same_indicator_below_should_not_be_softer(self) -> None:
        """The same indicator below should not be softer."""
        (one,) = found(family(index("T", 85), self.same(80), kind="support"), "CAS304")
        assert (one.severity, one.explained_by) == ("warning", None)
        assert "needed" not in one.data

    @pytest.mark.parametrize("value", [85, 90])
    def test_as_good_or_better_is_right(self, value: int) -> None:
        """As good or better is right."""
        assert found(family(index("T", 85), self.same(value), kind="support"), "CAS304") == []

    def test_a_sibling_that_promises_more_makes_up_for_it(self) -> None:
        """A sibling that promises more makes up for it."""
        other = evolve(self.same(90), indicator=evolve(self.same(90).indicator, code="B"))
        assert found(family(index("T", 85), self.same(80), other, kind="support"), "CAS304") == []

    def test_another_indicator_in_the_same_unit_says_nothing(self) -> None:
        """Another indicator in the same unit says nothing."""
        assert found(family(index("T", 85), index("A", 80), kind="support"), "CAS304") == []
        assert found(family(index("T", 85), self.same(80, unit="%"), kind="support"), "CAS304") == []

    def test_a_count_below_is_a_part(self) -> None:
        """A count below is a part."""
        child = evolve(target("A", 40), indicator=evolve(target("A", 40).indicator, name="Indikator T"))
        assert found(family(target("T", 105), child, kind="support"), "CAS304") == []

    def test_levels_are_compared_by_their_place(self) -> None:
        """Levels are compared by their place."""
        child = self.same(Level("WDP"), scale=OPINIONS)
        (one,) = found(family(index("T", Level("WTP"), scale=OPINIONS), child, kind="support"), "CAS304")
        assert (one.data["promised"], one.data["target"]) == ("WDP", "WTP")


class TestTextTargets:
    def test_a_number_is_no_finding(self) -> None:
        """A number is no finding."""
        assert found(family(target("T", 100), target("A", "95")), "CAS308") == []

    def test_a_text_is_named_with_what_would_fit(self) -> None:
        """A text is named with what would fit."""
        (one,) = found(family(target("T", 100), target("A", 60), target("B", Level("Sesuai kebutuhan"))), "CAS308")
        assert (one.subject, one.nodes, one.severity) == ("KADIS/T", ("KABID-3/B",), "error")
        assert (one.data["stated"], one.data["implied"]) == ("Sesuai kebutuhan", "40")
        assert "“Sesuai kebutuhan”" in one.text()

    def test_of_two_texts_nothing_is_implied(self) -> None:
        """Of two texts nothing is implied."""
        unclear = Level("Sesuai kebutuhan")
        findings = found(family(target("T", 100), target("A", unclear), target("B", unclear)), "CAS308")
        assert [one.data.get("implied") for one in findings] == [None, None]

    def test_what_lies_outside_is_not_asked_of_the_child(self) -> None:
        """What lies outside is not asked of the child."""
        group = Group(parent=TOP, other=15)
        cascade = family(target("T", 100), target("A", 60), target("B", Level("-")), groups=[group])
        (one,) = found(cascade, "CAS308")
        assert one.data["implied"] == "25"

    def test_a_date_is_no_number_either(self) -> None:
        """A date is no number either."""
        (one,) = found(family(target("T", 100), target("A", date(2025, 6, 30))), "CAS308")
        assert "30 Juni 2025" in one.text()
        assert one.data["stated"] == "2025-06-30"

    def test_the_parent_itself_may_be_the_text(self) -> None:
        """The parent itself may be the text."""
        (one,) = found(family(target("T", Level("Meningkat")), target("A", 40)), "CAS308")
        assert (one.subject, one.nodes) == ("KADIS/T", ())
        assert "target bawahannya tidak dapat dibandingkan" in one.text()

    def test_a_level_of_its_scale_is_a_place(self) -> None:
        """A level of its scale is a place."""
        levels = [index("T", Level("WTP"), scale=OPINIONS), index("A", Level("WTP"), scale=OPINIONS)]
        assert found(family(*levels, kind="minimum"), "CAS308") == []
        (one,) = found(family(levels[0], index("A", Level("Baik"), scale=OPINIONS), kind="minimum"), "CAS308")
        assert one.data["stated"] == "Baik"

    def test_support_needs_no_number(self) -> None:
        """Support needs no number."""
        assert found(family(target("T", 100), target("A", Level("Terlaksana")), kind="support"), "CAS308") == []

    def test_roles_do_not_matter(self) -> None:
        """Roles do not matter."""
        facts = [NodeFacts(("KABID-2", "A"), role="mandatory")]
        assert len(found(family(target("T", 100), target("A", Level("Ya")), nodes=facts), "CAS308")) == 1


@pytest.mark.parametrize(("own", "promised", "severity"), [(84, 80, "error"), (80, 86, "note")])
@pytest.mark.parametrize("decimals", [None, 0])
def test_an_adopted_target_that_differs_is_told_whole(
    own: int, promised: int, severity: str, decimals: int | None
) -> None:
    """The stated numbers, whatever rounding grants; the unit is the parent's."""
    pair = index("T", own, decimals=decimals), index("A", promised, decimals=decimals)
    (one,) = found(family(*pair, kind="same"), "CAS303")
    child = "KABID-2/A"
    assert (one.severity, one.cell, one.nodes) == (severity, "target", (child,))
    assert dict(one.data) == {
        "child": child,
        "parent": "KADIS/T",
        "promised": str(promised),
        "target": str(own),
        "unit": "poin",
    }
    assert (
        one.text() == f"{child} mengambil alih KADIS/T apa adanya, tetapi targetnya {promised} poin, bukan {own} poin"
    )
    assert one.text("en") == f"{child} takes over KADIS/T as it is, but its target is {promised} poin, not {own} poin"


@pytest.mark.parametrize("decimals", [None, 0])
def test_a_weaker_child_is_told_whole(decimals: int | None) -> None:
    """What it promises, what the parent does, and what it alone would have to promise."""
    children = [index("A", 80, decimals=decimals), index("B", 90, decimals=decimals)]
    (one,) = found(family(index("T", 88, decimals=decimals), *children, kind="mean"), "CAS304")
    assert (one.severity, one.cell, one.nodes) == ("warning", "target", ("KABID-2/A",))
    assert dict(one.data) == {
        "child": "KABID-2/A",
        "parent": "KADIS/T",
        "promised": "80",
        "target": "88",
        "needed": "86",
    }
    assert one.text() == (
        "Target KABID-2/A 80 lebih lunak daripada target KADIS/T 88, dan tidak ada saudara yang mengimbangi; bila "
        "hanya ia yang diubah, targetnya menjadi 86"
    )
    assert one.text("en") == (
        "The target of KABID-2/A, 80, is weaker than that of KADIS/T, 88, and no sibling makes up for it; if it alone "
        "were changed, its target would be 86"
    )


def test_a_text_target_is_told_whole() -> None:
    """The child's with what would fit, the parent's by itself; whoever only supports may keep its words."""
    words = Level("Sesuai kebutuhan")
    (below,) = found(family(target("T", 100), target("A", 60), target("B", words)), "CAS308")
    assert dict(below.data) == {
        "child": "KABID-3/B",
        "parent": "KADIS/T",
        "stated": "Sesuai kebutuhan",
        "implied": "40",
    }
    assert below.text("en") == (
        "The target of KABID-3/B reads “Sesuai kebutuhan” and is no number, so that KADIS/T cannot be checked; 40 "
        "would fit"
    )
    (above,) = found(family(target("T", words), target("A", 60)), "CAS308")
    assert dict(above.data) == {"child": "KADIS/T", "parent": "KADIS/T", "stated": "Sesuai kebutuhan"}
    assert (above.cell, below.cell) == ("target", "target")
    mixed = family(target("T", 60), target("A", 60), target("B", words), links=[{}, {"kind": "support"}])
    assert found(mixed, "CAS308") == []


@pytest.mark.parametrize(("top", "needed"), [(90, "100"), ("90.5", None)])
def test_a_hundred_percent_is_the_most_that_is_asked_for(top: Any, needed: str | None) -> None:
    """All of them can be asked for, and not one in a hundred more."""
    children = [target("A", 80, unit="%"), target("B", 80, unit="%")]
    findings = found(family(target("T", top, unit="%"), *children, kind="mean"), "CAS304")
    assert [one.data.get("needed") for one in findings] == [needed, needed]


def test_what_denominators_would_decide_is_left_to_the_parent() -> None:
    """Whether the 80 is too weak hangs on what it is a part of, and that is asked of the whole group."""
    top, *below = (target(code, value, unit="%", measure="ratio") for code, value in (("T", 85), ("A", 80), ("B", 90)))
    report = report_on(family(top, *below, kind="pool"))
    (entry,) = (one for one in report.ledger.entries() if (one.code, one.number) == ("CAS304", 0))
    assert (entry.verdict, entry.by) == ("skipped", "CAS301")


@pytest.mark.parametrize(("tolerance", "count"), [(2, 0), ("1.9", 2)])
def test_weak_children_within_the_tolerance_are_none(tolerance: Any, count: int) -> None:
    """Together they lack two, and as much is granted."""
    groups = [Group(parent=TOP, tolerance=tolerance, tolerance_reason="Perpres")]
    cascade = family(index("T", 84), index("A", 81), index("B", 83), kind="mean", groups=groups)
    assert len(found(cascade, "CAS304")) == count
