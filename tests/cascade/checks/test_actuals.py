from typing import Any

import pytest

from sakip import Components, Level, NotApplicable, OrdinalScale, Period, Realization, Target
from sakip.cascade import Cascade, Group, NodeFacts
from tests.cascade.making import TOP, codes, family, found, report_on, target

OPINIONS = OrdinalScale(["WDP", "WTP-DPP", "WTP"])


def group(
    kind: Any, top: Any, *values: Any, decimals: int | None = None, links: Any = (), fields: Any = None, **more: Any
) -> Cascade:
    """KADIS and what it and its children report."""
    said = {"measure": "flow" if kind == "sum" else "index", "decimals": decimals, **(fields or {})}
    promised = said.pop("value", 10)
    children = [target(f"A{at}", promised, **said) for at, _ in enumerate(values, 2)]
    made: dict[Any, Any] = {(f"KABID-{at}", f"A{at}"): value for at, value in enumerate(values, 2)}
    own: Target = target("T", promised, **said)
    return family(own, *children, kind=kind, links=links, realizations={**made, TOP: top}, **more)


class TestRollUp:
    @pytest.mark.parametrize(("top", "count"), [(93, 1), (94, 0), (95, 1)])
    def test_counts_agree_exactly(self, top: int, count: int) -> None:
        """Counts agree exactly."""
        assert len(found(group("sum", top, 38, 36, 20), "CAS401")) == count

    def test_both_numbers_and_their_distance_are_said(self) -> None:
        """Both numbers and their distance are said."""
        (one,) = found(group("sum", 95, 38, 36, 20), "CAS401")
        assert (one.subject, one.cell, one.severity) == ("KADIS/T", "actual", "error")
        assert {name: one.data[name] for name in ("actual", "rolled", "gap", "margin", "slack", "unit")} == {
            "actual": "95",
            "rolled": "94",
            "gap": "1",
            "margin": "1",
            "slack": "0",
            "unit": "keluarga",
        }
        assert "melaporkan 95 keluarga" in one.text()
        assert "reports 95 keluarga" in one.text("en")

    @pytest.mark.parametrize(
        ("kind", "values", "top"),
        [("mean", (80, 90), 85), ("minimum", (80, 90), 80), ("maximum", (80, 90), 90), ("same", (80,), 80)],
    )
    def test_each_arithmetic_has_its_own_number(self, kind: str, values: Any, top: int) -> None:
        """Each arithmetic has its own number."""
        assert found(group(kind, top, *values), "CAS401") == []
        (one,) = found(group(kind, top + 1, *values), "CAS401")
        assert one.data["gap"] == "1"

    def test_the_same_digits_as_rounded_numbers_are_judged_by_intervals(self) -> None:
        """The same digits as rounded numbers are judged by intervals."""
        assert found(group("mean", 95, 94, 95, 96, decimals=0), "CAS401") == []
        assert found(group("sum", 95, 38, 36, 20, decimals=0), "CAS401") == []
        (one,) = found(group("sum", 97, 38, 36, 20, decimals=0), "CAS401")
        assert (one.data["margin"], one.data["slack"], one.data["gap"]) == ("1", "1.5", "3")

    def test_cut_numbers_are_wider_on_one_side(self) -> None:
        """Cut numbers are wider on one side."""
        cut = group("sum", 96, 38, 36, 20, decimals=0)
        assert found(cut, "CAS401", rounded="truncate") == []
        assert len(found(group("sum", 93, 38, 36, 20, decimals=0), "CAS401", rounded="truncate")) == 1
        assert len(found(cut, "CAS401", rounded="exact")) == 1

    @pytest.mark.parametrize(("top", "cause"), [(95, False), (49, True)])
    def test_all_children_that_made_the_number_are_named(self, top: int, cause: bool) -> None:
        """Whoever corrects it must look at each of them, with a presumed cause or without."""
        (one,) = found(group("sum", top, 38, 36, 20), "CAS401")
        assert one.nodes == ("KABID-2/A2", "KABID-3/A3", "KABID-4/A4")
        assert (one.cell, "hypotheses" in one.data) == ("actual", cause)

    def test_a_likely_cause_is_named(self) -> None:
        """A likely cause is named."""
        (one,) = found(group("sum", 49, 38, 36, 20), "CAS401")
        assert one.data["hypotheses"] == "H13"
        assert "Dugaan:" in one.text()
        assert "Presumably:" in one.text("en")

    def test_what_has_a_source_of_its_own_need_not_agree(self) -> None:
        """What has a source of its own need not agree."""
        measured = [NodeFacts(TOP, calc="measured")]
        assert found(group("sum", 95, 38, 36, 20, nodes=measured), "CAS401") == []
        computed = [NodeFacts(TOP, calc="computed")]
        assert len(found(group("sum", 95, 38, 36, 20, nodes=computed), "CAS401")) == 1

    def test_a_missing_child_is_left_to_another_check(self) -> None:
        """A missing child is left to another check."""
        cascade = family(
            target("T", 10), target("A2", 5), target("A3", 5), realizations={TOP: 10, ("KABID-2", "A2"): 4}
        )
        assert report_on(cascade).ledger.verdict("CAS401", "KADIS/T") == "skipped"

    def test_one_that_does_not_apply_is_left_out(self) -> None:
        """One that does not apply is left out."""
        gone = NotApplicable("Kegiatan dibatalkan")
        assert found(group("mean", 80, 80, gone), "CAS401") == []
        assert found(group("sum", 80, gone), "CAS401") == []

    @pytest.mark.parametrize(
        ("kind", "coverage", "tops"),
        [
            ("sum", "subset", [1, 0, 0]),
            ("sum", "superset", [0, 0, 1]),
            ("maximum", "subset", [1, 0, 0]),
            ("minimum", "subset", [0, 0, 1]),
            ("minimum", "superset", [1, 0, 0]),
            ("mean", "subset", [0, 0, 0]),
        ],
    )
    def test_of_a_part_only_so_much_follows(self, kind: str, coverage: Any, tops: list[int]) -> None:
        """Of a part only so much follows."""
        part = [Group(parent=TOP, coverage=coverage)]
        assert [len(found(group(kind, top, 50, groups=part), "CAS401")) for top in (49, 50, 51)] == tops

    def test_what_was_delivered_outside_makes_a_part_the_whole(self) -> None:
        """What was delivered outside makes a part the whole."""
        part = [Group(parent=TOP, coverage="subset", other=5, other_actual=6)]
        assert [len(found(group("sum", top, 50, groups=part), "CAS401")) for top in (55, 56, 57)] == [1, 0, 1]

    def test_a_tolerance_is_granted(self) -> None:
        """A tolerance is granted."""
        granted = [Group(parent=TOP, tolerance=2, tolerance_reason="Selisih waktu")]
        assert [len(found(group("sum", top, 50, groups=granted), "CAS401")) for top in (52, 53)] == [0, 1]

    def test_each_joint_holder_is_judged_by_itself(self) -> None:
        """Each joint holder is judged by itself."""
        (one,) = found(group("same", 80, 80, 79), "CAS401")
        assert (one.nodes, one.data["rolled"], one.data["gap"]) == (("KABID-3/A3",), "79", "1")
        assert "mengambil alihnya" in one.text()

    def test_opinions_are_named(self) -> None:
        """Opinions are named."""
        fields = {"scale": OPINIONS, "measure": "ordinal", "value": Level("WTP")}
        worst = group("minimum", Level("WTP"), Level("WTP"), Level("WDP"), fields=fields)
        (one,) = found(worst, "CAS401")
        assert (one.data["actual"], one.data["rolled"]) == ("WTP", "WDP")
        assert found(group("minimum", Level("WDP"), Level("WTP"), Level("WDP"), fields=fields), "CAS401") == []

    def test_periods_are_consolidated_first(self) -> None:
        """Periods are consolidated first."""

        def quarters(code: str, *values: int) -> list[Realization]:
            return [Realization(code, value, period=Period.quarter(2025, at)) for at, value in enumerate(values, 1)]

        fields = {"consolidation": "sum"}
        made = quarters("A2", 10, 10, 10, 10)
        assert found(group("sum", 40, made, fields=fields), "CAS401") == []
        assert len(found(group("sum", 41, made, fields=fields), "CAS401")) == 1


class TestRounding:
    def test_what_agrees_well_is_no_finding(self) -> None:
        """What agrees well is no finding."""
        assert found(group("sum", 100, *["33.3"] * 3, decimals=1), "CAS402") == []
        assert found(group("sum", 94, 38, 36, 20, decimals=0), "CAS402") == []

    def test_many_roundings_make_a_comparison_worthless(self) -> None:
        """Many roundings make a comparison worthless."""
        (one,) = found(group("sum", 1000, *[20] * 49, 5, decimals=0), "CAS402")
        assert (one.severity, one.data["slack"], one.data["percent"]) == ("note", "25", "2.5")
        assert one.text().endswith("hanya karena pembulatan ±25 (2,5 % dari nilainya)")

    @pytest.mark.parametrize(("top", "count"), [(149, 1), (151, 0)])
    def test_one_percent_of_the_value_is_granted(self, top: int, count: int) -> None:
        """One percent of the value is granted."""
        assert len(found(group("sum", top, top - 51, 25, 25, decimals=0), "CAS402")) == count

    def test_exactly_one_percent_is_granted(self) -> None:
        """Exactly one percent is granted."""
        assert found(group("sum", 100, 50, 49, decimals=0), "CAS402") == []

    def test_of_nothing_there_is_no_percentage(self) -> None:
        """Of nothing there is no percentage."""
        (one,) = found(group("mean", 0, 1, decimals=0), "CAS402")
        assert "percent" not in one.data
        assert one.data["slack"] == "0.5"

    def test_a_number_finer_than_declared_is_named(self) -> None:
        """A number finer than declared is named."""
        (one,) = found(group("sum", 100, "33.4", "66.6", decimals=0), "CAS402")[:1]
        assert (one.nodes, one.data["stated"], one.data["decimals"]) == (("KABID-2/A2",), "33.4", "0")
        assert found(group("sum", 100, "33.4", "66.6", decimals=1), "CAS402") == []
        assert found(group("sum", 100, "33.4", "66.6"), "CAS402") == []

    def test_a_quotient_that_is_rounded_without_saying_so_is_named(self) -> None:
        """A quotient that is rounded without saying so is named."""
        report = report_on(group("mean", "80.33", 80, 80, 81))
        (one,) = [each for each in report.findings if each.code == "CAS402"]
        assert one.data["decimals"] == "2"
        assert "CAS401" in codes(report)
        assert found(group("mean", "80.34", 80, 80, 81), "CAS402") == []
        assert found(group("mean", "80.33", 80, 80, 81, decimals=2), "CAS402") == []

    def test_components_are_exact_however_they_are_printed(self) -> None:
        """Components are exact however they are printed."""
        parts = [Components(1, 3, per=100), Components(2, 3, per=100)]
        assert found(group("pool", 50, *parts, fields={"unit": "%"}), "CAS402") == []
        near = group("pool", Components("49.9", 100, per=100), *parts, fields={"unit": "%"})
        assert found(near, "CAS402") == []


class TestRatiosWithoutComponents:
    def pool(self, top: Any, *values: Any, **fields: Any) -> Cascade:
        """KADIS and percentages that are planned as 100 of 1,000 and 5 of 50."""
        facts = [
            NodeFacts((f"KABID-{at}", f"A{at}"), planned=Components(*parts, per=100))
            for at, parts in enumerate([(100, 1000), (5, 50)], 2)
        ]
        said = {"unit": "%", "measure": "ratio", **fields}
        return group("pool", top, *values, fields=said, nodes=facts)

    @pytest.mark.parametrize("top", ["63.33", "88.1", 50, 90])
    def test_planned_denominators_are_not_those_of_what_was_delivered(self, top: Any) -> None:
        """90 and 50 percent, of nobody knows how many, can make anything between them."""
        (one,) = found(self.pool(top, 90, 50), "CAS401")
        assert (one.verdict, one.severity, one.nodes) == ("unknown", "warning", ("KABID-2/A2", "KABID-3/A3"))
        report = report_on(self.pool(top, 90, 50))
        assert report.ledger.verdict("CAS401", "KADIS/T") == "unknown"
        assert (report.verdict, report.metrics.compared_actuals) == ("incomplete", 0)

    @pytest.mark.parametrize("top", [49, 91])
    def test_nothing_beyond_them(self, top: Any) -> None:
        """Nothing beyond them."""
        (one,) = found(self.pool(top, 90, 50), "CAS401")
        assert (one.verdict, one.severity) == ("fail", "error")

    def test_one_without_its_denominator_is_named(self) -> None:
        """One without its denominator is named."""
        (one,) = found(self.pool(70, Components(90, 100, per=100), 50), "CAS401")
        assert one.nodes == ("KABID-3/A3",)

    def test_where_all_say_the_same_the_denominators_do_not_matter(self) -> None:
        """Where all say the same the denominators do not matter."""
        assert found(self.pool(80, 80, 80), "CAS401") == []
        assert found(self.pool(80, 80, "80.4", decimals=0), "CAS401") == []
        assert report_on(self.pool(80, 80, 80)).metrics.compared_actuals == 1

    def test_denominators_that_are_reported_decide(self) -> None:
        """Denominators that are reported decide."""
        parts = Components(450, 500, per=100), Components(500, 1000, per=100)
        assert found(self.pool(Components(950, 1500, per=100), *parts), "CAS401") == []
        (one,) = found(self.pool(80, *parts), "CAS401")
        assert one.verdict == "fail"


@pytest.mark.parametrize(("values", "verdict"), [((0, 0), "fail"), ((0, None), "fail"), ((None, None), "skipped")])
def test_where_no_child_applies_nothing_is_compared(values: tuple[Any, Any], verdict: str) -> None:
    """What a parent reports then neither passes nor fails."""
    gone = NotApplicable("Kegiatan dibatalkan")
    report = report_on(group("sum", 57, *(gone if value is None else value for value in values)))
    assert report.ledger.verdict("CAS401", "KADIS/T") == verdict
    assert report.metrics.compared_actuals == (0 if verdict == "skipped" else 1)


@pytest.mark.parametrize("decimals", [None, 0])
def test_a_finding_speaks_of_the_reported_numbers(decimals: int | None) -> None:
    """Rounding may decide what is a finding; what people read are the numbers that were reported, whole."""
    (one,) = found(group("sum", 99, 38, 36, 20, decimals=decimals), "CAS401")
    numbers = {name: one.data[name] for name in ("parent", "actual", "rolled", "gap", "unit")}
    assert numbers == {"parent": "KADIS/T", "actual": "99", "rolled": "94", "gap": "5", "unit": "keluarga"}
    assert one.text().startswith(
        "KADIS/T melaporkan 99 keluarga, sedangkan realisasi bawahannya menjadi 94 keluarga: selisih 5 keluarga"
    )
    assert one.text("en").startswith(
        "KADIS/T reports 99 keluarga, while what its children delivered makes 94 keluarga: 5 keluarga apart"
    )


def test_a_joint_holder_is_told_whole() -> None:
    """Who took over what, and what either reports."""
    (one,) = found(group("same", 80, 80, 79), "CAS401")
    assert dict(one.data) == {
        "parent": "KADIS/T",
        "child": "KABID-3/A3",
        "actual": "80",
        "rolled": "79",
        "gap": "1",
        "unit": "keluarga",
    }
    assert (one.cell, one.severity) == ("actual", "error")
    assert one.text("en") == (
        "KADIS/T reports 80 keluarga, while KABID-3/A3, which takes it over as it is, reports 79 keluarga"
    )


@pytest.mark.parametrize(("tolerance", "verdicts"), [("0.5", []), ("0.4", ["unknown"])])
def test_bare_ratios_within_the_tolerance_are_decided(tolerance: str, verdicts: list[str]) -> None:
    """Whatever their denominators, what they make lies between them, and both are near enough."""
    top, *below = (target(code, 50, unit="%", measure="ratio") for code in "TAB")
    made = {TOP: 50, ("KABID-2", "A"): "49.5", ("KABID-3", "B"): "50.5"}
    groups = [Group(parent=TOP, tolerance=tolerance, tolerance_reason="Perpres")]
    cascade = family(top, *below, kind="pool", realizations=made, groups=groups)
    assert [one.verdict for one in found(cascade, "CAS401")] == verdicts


def test_an_undeclared_rounding_is_told_whole() -> None:
    """By how many decimals the quotient would agree."""
    top, *below = (target(code, 50, unit="indeks") for code in "TAB")
    made = {TOP: 41, ("KABID-2", "A"): 40, ("KABID-3", "B"): 41}
    (one,) = found(family(top, *below, kind="mean", realizations=made), "CAS402")
    assert (one.cell, one.nodes) == ("actual", ())
    assert one.text() == (
        "KADIS/T (41 indeks) akan sesuai dengan gabungan bawahannya (40,5) bila dinyatakan dibulatkan pada 0 desimal"
    )
    assert one.text("en") == (
        "KADIS/T (41 indeks) would agree with its children (40.5) if it were declared as rounded to 0 decimals"
    )


def test_a_presumed_cause_is_told_whole() -> None:
    """After what does not agree, the single mistake that would explain it exactly."""
    made = {TOP: 40, ("KABID-2", "A"): 40, ("KABID-3", "B"): 65}
    (one,) = found(family(target("T", 100), target("A", 40), target("B", 60), realizations=made), "CAS401")
    assert one.data["hypotheses"] == "H04"
    assert one.text() == (
        "KADIS/T melaporkan 40 keluarga, sedangkan realisasi bawahannya menjadi 105 keluarga: selisih 65 keluarga. "
        "Dugaan: angka itu cocok bila KABID-3/B tidak ikut dihitung"
    )
    assert one.text("en") == (
        "KADIS/T reports 40 keluarga, while what its children delivered makes 105 keluarga: 65 keluarga apart. "
        "Presumably: it fits if KABID-3/B is left out"
    )


def test_what_denominators_would_decide_is_told_in_stated_numbers() -> None:
    """What is reported, whatever rounding leaves open, and between which ends the children's ratio lies."""
    top, *below = (target(code, 50, unit="%", measure="ratio", decimals=0) for code in "TAB")
    made = {TOP: 50, ("KABID-2", "A"): 40, ("KABID-3", "B"): 60}
    (one,) = found(family(top, *below, kind="pool", realizations=made), "CAS401")
    assert (one.verdict, one.cell, one.nodes) == ("unknown", "actual", ("KABID-2/A", "KABID-3/B"))
    assert dict(one.data) == {
        "parent": "KADIS/T",
        "actual": "50",
        "rolled": "39,5 … 60,5",
        "names": "KABID-2/A, KABID-3/B",
        "unit": "%",
    }


@pytest.mark.parametrize("decimals", [None, 0])
def test_one_that_is_taken_over_is_told_in_stated_numbers(decimals: int | None) -> None:
    """By how much the two reports differ as they were written, whatever rounding leaves open."""
    top, child = (target(code, 85, unit="poin", measure="index", decimals=decimals) for code in "TA")
    (one,) = found(family(top, child, kind="same", realizations={TOP: 85, ("KABID-2", "A"): 80}), "CAS401")
    assert (one.cell, one.nodes) == ("actual", ("KABID-2/A",))
    assert dict(one.data) == {
        "parent": "KADIS/T",
        "child": "KABID-2/A",
        "actual": "85",
        "rolled": "80",
        "gap": "5",
        "unit": "poin",
    }
    assert one.text("en") == ("KADIS/T reports 85 poin, while KABID-2/A, which takes it over as it is, reports 80 poin")
