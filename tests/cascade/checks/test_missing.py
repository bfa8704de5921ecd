from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip import (
    AwaitingRelease,
    Components,
    Level,
    NotApplicable,
    NotReported,
    OrdinalScale,
    Period,
    Realization,
    Target,
)
from sakip.cascade import Cascade, Group, NodeFacts
from tests.cascade.making import TOP, codes, family, found, report_on, target, told

MISSING = NotReported()
GRADES = OrdinalScale(["C", "B", "A"])


def group(kind: Any, top: Any, *values: Any, links: Any = (), fields: Any = None, **more: Any) -> Cascade:
    """KADIS and what it and its children report; None stands for nothing at all."""
    said = {"measure": "flow" if kind == "sum" else "index", **(fields or {})}
    children = [target(f"A{at}", 50, **said) for at, _ in enumerate(values, 2)]
    made: dict[Any, Any] = {(f"KABID-{at}", f"A{at}"): value for at, value in enumerate(values, 2)}
    made[TOP] = top
    own: Target = target("T", 100, **said)
    reported = {key: value for key, value in made.items() if value is not None}
    return family(own, *children, kind=kind, links=links, realizations=reported, **more)


class TestVerifiable:
    def test_all_numbers_there_is_nothing_to_say(self) -> None:
        """All numbers there is nothing to say."""
        assert found(group("sum", 100, 60, 40), "CAS403") == []
        assert found(group("sum", 99, 60, 40), "CAS403") == []

    @pytest.mark.parametrize("missing", [MISSING, None])
    def test_who_is_missing_is_named_with_what_would_fit(self, missing: Any) -> None:
        """Who is missing is named with what would fit."""
        (one,) = found(group("sum", 100, 60, missing), "CAS403")
        assert (one.verdict, one.severity, one.subject, one.nodes) == ("unknown", "warning", "KADIS/T", ("KABID-3/A3",))
        assert {name: one.data[name] for name in ("missing", "total", "names", "implied", "definite")} == {
            "missing": "1",
            "total": "2",
            "names": "KABID-3/A3",
            "implied": "40",
            "definite": "false",
        }
        assert "1 dari 2 bawahan KADIS/T belum punya angka: KABID-3/A3" in one.text()

    def test_of_several_nothing_is_implied(self) -> None:
        """Of several nothing is implied."""
        (one,) = found(group("sum", 100, 60, MISSING, MISSING), "CAS403")
        assert "implied" not in one.data
        assert one.data["names"] == "KABID-3/A3, KABID-4/A4"

    @pytest.mark.parametrize(
        ("kind", "links", "implied"),
        [
            ("mean", (), "140"),
            ("weighted", ({"weight": "0.75"}, {"weight": "0.25"}), "220"),
            ("same", (), "100"),
        ],
    )
    def test_each_linear_arithmetic_implies_its_own(self, kind: str, links: Any, implied: str) -> None:
        """Each linear arithmetic implies its own."""
        values = (MISSING,) if kind == "same" else (60, MISSING)
        (one,) = found(group(kind, 100, *values, links=links), "CAS403")
        assert one.data["implied"] == implied

    @pytest.mark.parametrize("kind", ["minimum", "maximum", "count"])
    def test_others_imply_nothing(self, kind: str) -> None:
        """Others imply nothing."""
        (one,) = found(group(kind, 1 if kind == "count" else 60, 60, MISSING), "CAS403")
        assert "implied" not in one.data

    def test_shares_and_what_lies_outside_are_taken_off(self) -> None:
        """Shares and what lies outside are taken off."""
        outside = [Group(parent=TOP, other=10, other_actual=10)]
        (one,) = found(group("sum", 100, 60, MISSING, links=[{}, {"share": "0.5"}], groups=outside), "CAS403")
        assert one.data["implied"] == "60"

    def test_more_than_the_parent_is_certainly_wrong(self) -> None:
        """More than the parent is certainly wrong."""
        (one,) = found(group("sum", 50, 60, MISSING), "CAS403")
        assert (one.severity, one.verdict, one.data["definite"], one.data["implied"]) == (
            "error",
            "fail",
            "true",
            "-10",
        )
        assert "tidak mungkin tercapai" in one.text()
        (edge,) = found(group("sum", 60, 60, MISSING), "CAS403")
        assert edge.data["definite"] == "false"

    def test_a_percentage_that_no_child_can_make_up_for_is_certainly_wrong(self) -> None:
        """A percentage that no child can make up for is certainly wrong."""

        def pool(top: int) -> Cascade:
            facts = [NodeFacts((f"KABID-{at}", f"A{at}"), planned=Components(80, 100, per=100)) for at in (2, 3)]
            parts = (Components(50, 100, per=100), MISSING)
            return group("pool", top, *parts, nodes=facts, fields={"unit": "%", "measure": "ratio"})

        (sure,) = found(pool(80), "CAS403")
        assert (sure.severity, sure.data["definite"], sure.data["implied"]) == ("error", "true", "110")
        assert sure.data["rolled"] == "25 … 75"
        (open_,) = found(pool(75), "CAS403")
        assert (open_.severity, open_.data["definite"], open_.data["implied"]) == ("warning", "false", "100")

    def test_two_that_are_missing_can_be_certainly_wrong_too(self) -> None:
        """Two that are missing can be certainly wrong too."""
        (one,) = found(group("sum", 50, 60, MISSING, MISSING), "CAS403")
        assert (one.data["definite"], "implied" in one.data) == ("true", False)

    def test_a_lowest_level_that_is_not_reached_is_certain(self) -> None:
        """A lowest level that is not reached is certain."""
        scale = OrdinalScale(["WDP", "WTP-DPP", "WTP"])
        fields = {"scale": scale, "measure": "ordinal"}
        values = (Level("WDP"), MISSING)
        children = [target(f"A{at}", Level("WTP"), **fields) for at in (2, 3)]
        made = {(f"KABID-{at}", f"A{at}"): value for at, value in enumerate(values, 2)}
        cascade = family(
            target("T", Level("WTP"), **fields), *children, kind="minimum", realizations={**made, TOP: Level("WTP")}
        )
        (one,) = found(cascade, "CAS403")
        assert (one.data["definite"], one.data["rolled"]) == ("true", "WDP")

    def test_a_parent_that_has_not_reported_is_named(self) -> None:
        """A parent that has not reported is named."""
        (one,) = found(group("sum", None, 60, 40), "CAS403")
        assert (one.verdict, one.data["implied"]) == ("unknown", "100")
        assert "KADIS/T belum punya angka" in one.text()
        (both,) = found(group("sum", MISSING, 60, MISSING), "CAS403")
        assert "juga belum: KABID-3/A3" in both.text()

    @pytest.mark.parametrize("calc", ["computed", "reconciled"])
    def test_joint_holders_that_differ_contradict_each_other_whoever_reports_above(self, calc: Any) -> None:
        """Joint holders that differ contradict each other, whoever reports above."""
        (one,) = found(group("same", None, 60, 40, nodes=[NodeFacts(TOP, calc=calc)]), "CAS403")
        assert (one.verdict, one.severity, one.nodes) == ("fail", "error", ("KABID-2/A2", "KABID-3/A3"))
        assert "melaporkan angka yang berbeda: KABID-2/A2 (60), KABID-3/A3 (40) keluarga" in one.text()
        assert found(group("same", None, 60, 60, nodes=[NodeFacts(TOP, calc="computed")]), "CAS403") == []

    def test_a_parent_that_is_not_due_is_skipped(self) -> None:
        """A parent that is not due is skipped."""
        quarter = Period.quarter(2025, 1)
        child = evolve(target("A2", 100, consolidation="sum"), trajectory={quarter: 25})
        made = {("KABID-2", "A2"): [Realization("A2", 25, period=quarter)], TOP: 25}
        report = report_on(family(target("T", 100, consolidation="sum"), child, realizations=made), through=quarter)
        assert report.ledger.verdict("CAS403", "KADIS/T") == "skipped"

    def test_a_parent_that_is_what_its_children_make_need_not_report(self) -> None:
        """A parent that is what its children make need not report."""
        computed = [NodeFacts(TOP, calc="computed")]
        assert found(group("sum", None, 60, 40, nodes=computed), "CAS403") == []
        (one,) = found(group("sum", None, 60, MISSING, nodes=computed), "CAS403")
        assert one.text("id") == "1 dari 2 bawahan KADIS/T belum punya angka: KABID-3/A3"

    def test_before_anything_is_reported_there_is_nothing_to_verify(self) -> None:
        """Before the year is over nothing is due, and nothing is reported either."""
        report = report_on(group("sum", None, None, None), as_of=date(2025, 12, 30))
        assert "CAS403" not in codes(report)
        assert report.ledger.verdict("CAS403", "KADIS/T") == "not_applicable"
        assert report.ok

    def test_when_the_year_is_over_nothing_is_not_enough(self) -> None:
        """From its last day on everything is due, and a report without any of it is incomplete."""
        report = report_on(group("sum", None, None, None))
        (one,) = told(report, "CAS403")
        assert (one.verdict, one.severity, one.nodes) == ("unknown", "warning", ("KABID-2/A2", "KABID-3/A3"))
        assert "KADIS/T belum punya angka, dan 2 dari 2 bawahannya juga belum: KABID-2/A2, KABID-3/A3" in one.text()
        assert (report.verdict, report.ok_lenient) == ("incomplete", True)
        assert found(group("sum", None, None, nodes=[NodeFacts(TOP, calc="measured")]), "CAS403") == []

    def test_of_a_part_of_the_year_as_much_is_due(self) -> None:
        """The second quarter is over on 30 June."""
        second = Period.quarter(2025, 2)
        verdicts = [
            report_on(group("sum", None, None, None), as_of=day, through=second).verdict
            for day in (date(2025, 6, 29), date(2025, 6, 30))
        ]
        assert verdicts == ["ok", "incomplete"]

    def test_what_is_reported_in_part_says_what_it_lacks(self) -> None:
        """The period that is missing, or that nobody said how the periods make a year."""
        quarters = Period.year(2025).parts("quarter")
        partly = [Realization("A3", 10, period=one) for one in quarters[:3]]
        for how, why in (
            ("sum", "realisasi belum lengkap, kurang: Triwulan IV 2025"),
            (None, "realisasi per periode tanpa cara konsolidasi; nyatakan consolidation pada indikator"),
        ):
            (one,) = found(group("sum", 100, 60, partly, fields={"consolidation": how}), "CAS403")
            assert f"belum punya angka: KABID-3/A3 ({why})" in one.text()
        own = [Realization("T", 10, period=one) for one in quarters[:3]]
        (one,) = found(group("sum", own, 60, 40, fields={"consolidation": "sum"}), "CAS403")
        assert "KADIS/T belum punya angka (realisasi belum lengkap, kurang: Triwulan IV 2025); " in one.text()

    def test_that_nothing_was_reported_does_not_stand_against_a_number(self) -> None:
        """The number counts, in whatever order both are given."""
        for said in ((MISSING, 100), (100, MISSING)):
            report = report_on(group("sum", [Realization("T", value) for value in said], 60, 40))
            assert report.ok
            assert report.ledger.verdict("CAS401", "KADIS/T") == "pass"

    def test_without_what_was_delivered_outside_the_children_point_to_nothing(self) -> None:
        """What was promised outside the cascade came true or not."""
        (one,) = found(group("sum", None, 60, groups=[Group(parent=TOP, other=40)]), "CAS403")
        assert (one.verdict, "implied" in one.data) == ("unknown", False)
        assert "tidak menunjukkan satu nilai" in one.text()

    def test_joint_holders_of_different_levels_are_named_with_them(self) -> None:
        """Levels are written by their names."""
        levels = [target(code, Level("A"), scale=GRADES, unit=None) for code in ("T", "A", "B")]
        reported = {("KABID-2", "A"): Level("A"), ("KABID-3", "B"): Level("C")}
        (one,) = found(family(*levels, kind="same", realizations=reported), "CAS403")
        assert "KABID-2/A (A), KABID-3/B (C)" in one.text()

    def test_what_has_a_source_of_its_own_is_not_verified(self) -> None:
        """What has a source of its own is not verified."""
        assert found(group("sum", 100, 60, MISSING, nodes=[NodeFacts(TOP, calc="measured")]), "CAS403") == []

    def test_what_does_not_apply_is_not_missing(self) -> None:
        """What does not apply is not missing."""
        gone = NotApplicable("Kegiatan dibatalkan")
        assert found(group("sum", 60, 60, gone), "CAS403") == []
        assert found(group("sum", gone, 60, 40), "CAS403") == []
        assert found(group("sum", 60, gone), "CAS403") == []

    def test_what_awaits_its_release_is_not_known_yet(self) -> None:
        """What awaits its release is not known yet."""
        (one,) = found(group("sum", 100, 60, AwaitingRelease("BPS")), "CAS403")
        assert one.verdict == "unknown"

    def test_what_is_not_due_is_skipped(self) -> None:
        """What is not due is skipped."""
        quarters = [Period.quarter(2025, at) for at in (1, 2, 3, 4)]
        fields = {"measure": "flow", "consolidation": "sum"}
        planned = evolve(target("T", 100, **fields), trajectory=dict.fromkeys(quarters, 25))
        made = [Realization("T", 25, period=period) for period in quarters[:2]]
        cascade = family(planned, target("A2", 100, **fields), realizations={TOP: made, ("KABID-2", "A2"): 100})
        report = report_on(cascade, through=quarters[1])
        assert "CAS403" not in codes(report)
        assert report.ledger.verdict("CAS403", "KADIS/T") == "skipped"

    def test_what_was_promised_outside_must_be_accounted_for(self) -> None:
        """What was promised outside must be accounted for."""
        (one,) = found(group("sum", 100, 60, 35, groups=[Group(parent=TOP, other=5)]), "CAS403")
        assert (one.verdict, one.data["missing"]) == ("unknown", "0")
        assert "di luar kaskade" in one.text()
        told = [Group(parent=TOP, other=5, other_actual=5)]
        assert found(group("sum", 100, 60, 35, groups=told), "CAS403") == []

    def test_of_a_part_a_missing_child_implies_nothing_certain(self) -> None:
        """Of a part a missing child implies nothing certain."""
        part = [Group(parent=TOP, coverage="subset")]
        (one,) = found(group("sum", 100, 60, MISSING, groups=part), "CAS403")
        assert "harus" not in one.text()


class TestReadAsZero:
    def test_a_confirmed_zero_is_a_number(self) -> None:
        """A confirmed zero is a number."""
        assert found(group("sum", 60, 60, 0), "CAS404") == []

    def test_a_parent_that_fits_only_without_the_missing_is_named(self) -> None:
        """A parent that fits only without the missing is named."""
        report = report_on(group("sum", 60, 60, MISSING))
        (one,) = [each for each in report.findings if each.code == "CAS404"]
        assert (one.severity, one.nodes, one.data["names"]) == ("error", ("KABID-3/A3",), "KABID-3/A3")
        assert [each.explained_by for each in report.findings if each.code == "CAS403"] == ["CAS404"]

    @pytest.mark.parametrize("top", [59, 61, 100])
    def test_any_other_number_is_another_matter(self, top: int) -> None:
        """Any other number is another matter."""
        assert found(group("sum", top, 60, MISSING), "CAS404") == []

    def test_nothing_of_nothing_is_trivial(self) -> None:
        """Nothing of nothing is trivial."""
        assert found(group("sum", 0, 0, MISSING), "CAS404") == []

    def test_a_mean_divides_by_all(self) -> None:
        """A mean divides by all."""
        assert len(found(group("mean", 30, 60, MISSING), "CAS404")) == 1
        assert found(group("mean", 60, 60, MISSING), "CAS404") == []

    def test_weights_count(self) -> None:
        """Weights count."""
        links = [{"weight": "0.75"}, {"weight": "0.25"}]
        assert len(found(group("weighted", 45, 60, MISSING, links=links), "CAS404")) == 1

    def test_of_a_ratio_the_planned_denominator_counts(self) -> None:
        """Of a ratio the planned denominator counts."""

        def pool(top: int, *, planned: bool) -> Cascade:
            facts = [NodeFacts(("KABID-3", "A3"), planned=Components(80, 100, per=100))] if planned else []
            parts = (Components(50, 100, per=100), MISSING)
            return group("pool", top, *parts, nodes=facts, fields={"unit": "%", "measure": "ratio"})

        assert len(found(pool(25, planned=True), "CAS404")) == 1
        assert found(pool(50, planned=True), "CAS404") == []
        assert found(pool(50, planned=False), "CAS404") == []

    def test_what_lies_outside_is_added(self) -> None:
        """What lies outside is added."""
        told = [Group(parent=TOP, other=5, other_actual=5)]
        assert len(found(group("sum", 65, 60, MISSING, groups=told), "CAS404")) == 1
        untold = [Group(parent=TOP, other=5)]
        assert found(group("sum", 60, 60, MISSING, groups=untold), "CAS404") == []

    @pytest.mark.parametrize("kind", ["minimum", "maximum", "same"])
    def test_only_what_is_added_can_hide_a_zero(self, kind: str) -> None:
        """Only what is added can hide a zero."""
        assert found(group(kind, 60, 60, MISSING), "CAS404") == []

    def test_of_a_part_nothing_follows(self) -> None:
        """Of a part nothing follows."""
        part = [Group(parent=TOP, coverage="subset")]
        assert found(group("sum", 60, 60, MISSING, groups=part), "CAS404") == []

    def test_what_has_a_source_of_its_own_read_nothing(self) -> None:
        """What has a source of its own read nothing."""
        assert found(group("sum", 60, 60, MISSING, nodes=[NodeFacts(TOP, calc="measured")]), "CAS404") == []


def test_a_missing_number_is_told_whole() -> None:
    """What is missing, and what it would have to be for the parent to agree."""
    (one,) = found(group("sum", 100, 60, MISSING), "CAS403")
    assert (one.cell, one.nodes) == ("actual", ("KABID-3/A3",))
    assert one.text() == (
        "1 dari 2 bawahan KADIS/T belum punya angka: KABID-3/A3. Agar sesuai dengan 100 keluarga, nilainya harus 40"
    )
    assert one.text("en") == (
        "1 of 2 children of KADIS/T have no number: KABID-3/A3. To agree with 100 keluarga it would have to be 40"
    )


@pytest.mark.parametrize("top", [0, 20, 25, 50])
def test_of_bare_ratios_nothing_is_read_as_zero(top: Any) -> None:
    """Fifty percent of nobody knows how many, and 80 planned of 100: many a number would make what the parent says."""
    facts = [NodeFacts(("KABID-3", "A3"), planned=Components(80, 100, per=100))]
    cascade = group("pool", top, 50, MISSING, nodes=facts, fields={"unit": "%", "measure": "ratio"})
    assert found(cascade, "CAS404") == []
