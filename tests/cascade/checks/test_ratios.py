from typing import Any

import pytest
from attrs import evolve

from sakip import Components, NotReported, Range, Target
from sakip.cascade import Cascade, Group, Link, NodeFacts
from tests.cascade.making import TOP, codes, family, found, report_on, target


def ratio(code: str, value: Any, **fields: Any) -> Target:
    """A target of a percentage."""
    return target(code, value, **{"unit": "%", "measure": "ratio", **fields})


def child(at: int) -> tuple[str, str]:
    """The key of a child."""
    return f"KABID-{at}", f"A{at}"


def planned(top: Any, *parts: tuple[int, int], links: Any = (), decimals: int | None = None, **more: Any) -> Cascade:
    """A percentage of percentages, whose targets are planned by numerator and denominator."""
    children, facts = [], []
    for at, (above, below) in enumerate(parts, 2):
        components = Components(above, below, per=100)
        children.append(ratio(f"A{at}", 100 * above // below))
        facts.append(NodeFacts(child(at), planned=components))
    return family(ratio("T", top, decimals=decimals), *children, kind="pool", nodes=facts, links=links, **more)


def delivered(top: Any, *parts: Any, links: Any = (), decimals: int | None = None, **more: Any) -> Cascade:
    """A percentage of percentages, of which numerators and denominators are reported."""
    children = [ratio(f"A{at}", 80) for at, _ in enumerate(parts, 2)]
    made: dict[Any, Any] = {
        child(at): Components(*one, per=100) if isinstance(one, tuple) else one for at, one in enumerate(parts, 2)
    }
    return family(
        ratio("T", 80, decimals=decimals), *children, kind="pool", realizations={**made, TOP: top}, links=links, **more
    )


class TestMeanOfRatiosTarget:
    def test_the_pool_itself_is_right(self) -> None:
        """The pool itself is right."""
        right = planned("66.7", (90, 100), (10, 50), decimals=1)
        assert not {"CAS301", "CAS302", "CAS305"} & {*codes(report_on(right))}

    def test_the_mean_in_its_place_is_recognised(self) -> None:
        """The mean in its place is recognised."""
        (one,) = found(planned(55, (90, 100), (10, 50)), "CAS305")
        assert (one.subject, one.cell, one.severity) == ("KADIS/T", "target", "error")
        assert {name: one.data[name] for name in ("target", "mean", "pool", "numerator", "denominator")} == {
            "target": "55",
            "mean": "55",
            "pool": "200/3",
            "numerator": "100",
            "denominator": "150",
        }
        assert "100 dari 150, seharusnya ≈ 66,67" in one.text()

    def test_it_explains_that_the_children_promise_otherwise(self) -> None:
        """It explains that the children promise otherwise."""
        more = report_on(planned(55, (90, 100), (10, 50)))
        less = report_on(planned(55, (10, 100), (50, 50)))
        explained = {one.code: one.explained_by for report in (more, less) for one in report.findings}
        assert explained["CAS302"] == explained["CAS301"] == "CAS305"

    def test_another_number_is_no_mean(self) -> None:
        """Another number is no mean."""
        for top in (54, 56, 60):
            assert found(planned(top, (90, 100), (10, 50)), "CAS305") == []

    def test_of_equal_denominators_mean_and_pool_are_one(self) -> None:
        """Of equal denominators mean and pool are one."""
        cascade = planned(55, (90, 100), (20, 100))
        assert found(cascade, "CAS305") == []
        assert report_on(cascade).ledger.verdict("CAS305", "KADIS/T") == "not_applicable"

    def test_a_declared_mean_is_a_definition(self) -> None:
        """A declared mean is a definition."""
        cascade = planned(55, (90, 100), (10, 50))
        links = [evolve(link, kind="mean") for link in cascade.links]
        assert found(evolve(cascade, links=links), "CAS305") == []

    def test_shares_count_in_the_denominators(self) -> None:
        """Shares count in the denominators."""
        assert len(found(planned(55, (90, 100), (20, 100), links=[{"share": "0.5"}]), "CAS305")) == 1

    def test_a_tolerance_that_reaches_the_pool_is_granted(self) -> None:
        """A tolerance that reaches the pool is granted."""
        group = Group(parent=TOP, tolerance=12, tolerance_reason="Populasi sementara")
        assert found(planned(55, (90, 100), (10, 50), groups=[group]), "CAS305") == []

    @pytest.mark.parametrize(("top", "fires"), [(53, False), (54, True), (56, True), (57, False)])
    def test_a_tolerance_widens_the_mean_as_well(self, top: int, fires: bool) -> None:
        """Within 1 of the mean of 55, and far from the pool of 66,7."""
        group = Group(parent=TOP, tolerance=1, tolerance_reason="Populasi sementara")
        assert bool(found(planned(top, (90, 100), (10, 50), groups=[group]), "CAS305")) is fires

    def test_a_band_around_the_mean_is_compared_at_its_nearer_end(self) -> None:
        """54 to 56 holds the mean of 55, and ends 10,67 below 100 of 150."""
        steady: dict[str, Any] = {"polarity": "stabilize"}
        children = [ratio("A2", 90, **steady), ratio("A3", 20, **steady)]
        parts = Components(90, 100, per=100), Components(10, 50, per=100)
        facts = [NodeFacts(child(at), planned=one) for at, one in enumerate(parts, 2)]
        banded = family(ratio("T", Range(54, 56), **steady), *children, kind="pool", nodes=facts)
        (one,) = found(banded, "CAS305")
        assert (one.data["target"], one.data["mean"], one.data["gap"]) == ("54 … 56", "55", "32/3")
        assert one.text().startswith("Target KADIS/T 54 … 56 % adalah rata-rata persentase bawahannya (55)")
        assert one.text("en").startswith("The target of KADIS/T, 54 … 56 %, is the mean of its children's percentages")

    def test_it_says_how_far_the_pool_lies_and_of_whom_it_is(self) -> None:
        """55 of 66,7 are 11,67 apart, by both children."""
        (one,) = found(planned(55, (90, 100), (10, 50)), "CAS305")
        assert (one.data["gap"], one.nodes) == ("35/3", ("KABID-2/A2", "KABID-3/A3"))
        assert "100 of 150, it should be ≈ 66.67" in one.text("en")


class TestMeanOfRatiosActual:
    def test_the_pool_itself_is_right(self) -> None:
        """The pool itself is right."""
        assert found(delivered("89.2", (90, 100), (1, 2), decimals=1), "CAS405") == []

    def test_the_mean_in_its_place_is_recognised_and_explains(self) -> None:
        """The mean in its place is recognised and explains."""
        report = report_on(delivered(70, (90, 100), (1, 2)))
        (one,) = [one for one in report.findings if one.code == "CAS405"]
        assert (one.cell, one.nodes) == ("actual", ("KABID-2/A2", "KABID-3/A3"))
        assert (one.data["actual"], one.data["mean"], one.data["pool"]) == ("70", "70", "4550/51")
        assert [each.explained_by for each in report.findings if each.code == "CAS401"] == ["CAS405"]

    def test_a_missing_denominator_decides_nothing(self) -> None:
        """A missing denominator decides nothing."""
        assert found(delivered(70, (90, 100), 50), "CAS405") == []
        assert found(delivered(70, (90, 100), NotReported()), "CAS405") == []


class TestSummedPercentages:
    def test_counts_are_added(self) -> None:
        """Counts are added."""
        assert found(family(target("T", 75), target("A", 40), target("B", 35)), "CAS306") == []

    @pytest.mark.parametrize("fields", [{"measure": "ratio"}, {"measure": None}, {"measure": None, "unit": "persen"}])
    def test_percentages_are_not(self, fields: Any) -> None:
        """Percentages are not."""
        cascade = family(ratio("T", 85, **fields), ratio("A", 90, **fields), ratio("B", 85, **fields))
        (one,) = found(cascade, "CAS306")
        assert (one.subject, one.nodes, one.data["sum"]) == ("KADIS/T", ("KABID-2/A", "KABID-3/B"), "175")
        assert {code for code in codes(report_on(cascade)) if code.startswith(("CAS3", "CAS5"))} == {"CAS306"}

    def test_parts_of_one_whole_are_declared_so(self) -> None:
        """Parts of one whole are declared so."""

        def parts(*aspects: str | None) -> Any:
            children = [ratio("A", 12), ratio("B", 8)]
            return family(ratio("T", 20), *children, links=[{"aspect": aspect} for aspect in aspects])

        assert found(parts("part_of_whole", "part of whole"), "CAS306") == []
        (one,) = found(parts("part_of_whole", "wilayah timur"), "CAS306")
        assert one.nodes == ("KABID-3/B",)

    def test_a_flow_in_percent_is_taken_at_its_word(self) -> None:
        """A flow in percent is taken at its word."""
        assert found(family(ratio("T", 20, measure="flow"), ratio("A", 20, measure="flow")), "CAS306") == []

    def test_a_sum_that_is_not_known_is_not_said(self) -> None:
        """A sum that is not known is not said."""
        group = Group(parent=TOP)
        cascade = family(ratio("T", 20), ratio("A", 20), groups=[group])
        back = Link(child=TOP, parent=("KABID-2", "A"), kind="support")
        (one,) = found(evolve(cascade, links=[*cascade.links, back]), "CAS306")
        assert "sum" not in one.data


def moved(
    top: tuple[Any, Any], *children: tuple[Any, Any], kind: Any = "pool", links: Any = (), **more: Any
) -> Cascade:
    """Percentages of last year and of this one, of parent and children."""
    turned = ["minimize" if link.get("inverse") else "maximize" for link in links] or ["maximize"] * len(children)
    targets = [
        ratio(f"A{at}", 50, last_year=before, decimals=1, polarity=polarity)
        for at, ((before, _), polarity) in enumerate(zip(children, turned, strict=True), 2)
    ]
    made: dict[Any, Any] = {child(at): now for at, (_, now) in enumerate(children, 2)}
    head = ratio("T", 50, last_year=top[0], decimals=1)
    return family(head, *targets, kind=kind, links=links, realizations={**made, TOP: top[1]}, **more)


class TestReversal:
    def test_a_parent_that_goes_with_its_children_is_right(self) -> None:
        """A parent that goes with its children is right."""
        assert found(moved((70, 75), (90, 95), (30, 40)), "CAS408") == []

    def test_one_that_goes_against_all_of_them_is_named_with_what_moved(self) -> None:
        """One that goes against all of them is named with what moved."""
        facts = [
            NodeFacts(child(2), last_parts=Components(180, 200, per=100)),
            NodeFacts(child(3), last_parts=Components(30, 100, per=100)),
        ]
        now = [Components(95, 100, per=100), Components(80, 200, per=100)]
        (one,) = found(moved((70, "58.3"), (90, now[0]), (30, now[1]), nodes=facts), "CAS408")
        assert (one.subject, one.severity, one.data["shift"]) == ("KADIS/T", "warning", "100/3")
        assert "naik dari tahun lalu, tetapi KADIS/T turun dari 70 ke 58,3 %: ≈ 33,33 persen penyebut" in one.text()

    def test_without_the_denominators_the_reversal_itself_is_said(self) -> None:
        """Without the denominators the reversal itself is said."""
        (one,) = found(moved((70, 80), (90, 85), (30, 20)), "CAS408")
        assert "shift" not in one.data
        assert "turun dari tahun lalu, tetapi KADIS/T naik" in one.text()

    @pytest.mark.parametrize("children", [((90, 95), (30, 30)), ((90, 95), (30, 20)), ((90, 90), (30, 30))])
    def test_children_that_do_not_go_one_way_reverse_nothing(self, children: Any) -> None:
        """Children that do not go one way reverse nothing."""
        assert found(moved((70, 58), *children), "CAS408") == []

    def test_a_parent_that_stays_reverses_nothing(self) -> None:
        """A parent that stays reverses nothing."""
        assert found(moved((70, 70), (90, 95), (30, 40)), "CAS408") == []

    def test_an_inverse_child_goes_the_other_way(self) -> None:
        """An inverse child goes the other way."""
        links = [{"weight": "0.5", "inverse": True}, {"weight": "0.5"}]
        assert len(found(moved((70, 60), (10, 5), (30, 40), kind="weighted", links=links), "CAS408")) == 1
        assert found(moved((70, 60), (10, 15), (30, 40), kind="weighted", links=links), "CAS408") == []

    def test_one_child_is_no_composition_and_a_sum_no_ratio(self) -> None:
        """One child is no composition and a sum no ratio."""
        assert found(moved((70, 58), (90, 95)), "CAS408") == []
        assert found(moved((70, 58), (90, 95), (30, 40), kind="mean"), "CAS408") == []

    def test_a_missing_number_decides_nothing(self) -> None:
        """A missing number decides nothing."""
        assert found(moved((70, 58), (90, 95), (None, 40)), "CAS408") == []


class TestPopulations:
    def test_a_denominator_is_the_sum_of_its_parts(self) -> None:
        """A denominator is the sum of its parts."""
        assert found(delivered(Components(42, 84, per=100), (25, 50), (17, 34)), "CAS410") == []

    def test_another_one_is_a_warning(self) -> None:
        """Another one is a warning."""
        (one,) = found(delivered(Components(42, 84, per=100), (25, 50), (15, 30)), "CAS410")
        assert (one.severity, one.cell) == ("warning", "actual")
        assert (one.data["denominator"], one.data["rolled"], one.data["gap"]) == ("84", "80", "4")

    def labelled(self, top: int, *below: str | None) -> Cascade:
        """Parent and children that say what their denominators count."""
        facts = [NodeFacts(TOP, population="publikasi")]
        facts += [NodeFacts(child(at), population=name) for at, name in enumerate(below, 2)]
        return delivered(Components(top // 2, top, per=100), (25, 50), (17, 34), nodes=facts)

    def test_the_same_number_of_something_else_is_a_warning(self) -> None:
        """The same number of something else is a warning."""
        (one,) = found(self.labelled(84, "PTS", "PTS"), "CAS410")
        assert (one.severity, one.data["population"], one.data["populations"]) == ("warning", "publikasi", "PTS")

    def test_another_number_of_something_else_is_an_error(self) -> None:
        """Another number of something else is an error."""
        assert [one.severity for one in found(self.labelled(80, "PTS", "PTN"), "CAS410")] == ["error"]

    @pytest.mark.parametrize("below", [("Publikasi", "publikasi."), (None, "publikasi")])
    def test_another_spelling_or_silence_is_no_difference(self, below: Any) -> None:
        """Another spelling or silence is no difference."""
        assert found(self.labelled(84, *below), "CAS410") == []

    def test_of_a_part_the_whole_may_be_more(self) -> None:
        """Of a part the whole may be more."""
        part = [Group(parent=TOP, coverage="subset")]
        assert found(delivered(Components(42, 84, per=100), (25, 50), (15, 30), groups=part), "CAS410") == []

    def test_shares_count(self) -> None:
        """Shares count."""
        shared = delivered(Components(30, 60, per=100), (25, 50), (20, 40), links=[{"share": "0.4"}])
        assert found(shared, "CAS410") == []


def test_percentages_in_a_circle_are_skipped() -> None:
    """What leans on itself has no pool, and the ledger says why."""
    cascade = delivered(70, (90, 100), (1, 2))
    back = Link(child=TOP, parent=child(2), kind="support")
    report = report_on(evolve(cascade, links=[*cascade.links, back]))
    assert report.ledger.verdict("CAS405", "KADIS/T") == "skipped"
