from collections.abc import Sequence
from typing import Any

import pytest
from attrs import evolve

from sakip import Components, Level, OrdinalScale, Range
from sakip.cascade import Cascade, Group, NodeFacts, Suppression
from tests.cascade.making import TOP, codes, family, found, report_on, target, told


def sums(*values: Any, top: Any, **more: Any) -> Any:
    """KADIS whose indicator is the sum of some children's."""
    return family(target("T", top), *(target(f"A{at}", value) for at, value in enumerate(values)), **more)


class TestUnderCommit:
    def test_what_suffices_is_nothing(self) -> None:
        """What suffices is nothing."""
        assert found(sums(40, 35, 30, top=105), "CAS301") == []

    def test_what_lacks_is_named_with_new_targets_that_would_do(self) -> None:
        """What lacks is named with new targets that would do."""
        (one,) = found(sums(40, 35, 25, top=105), "CAS301")
        assert one.severity == "error"
        assert one.subject == "KADIS/T"
        assert {name: one.data[name] for name in ("rolled", "target", "gap", "unit", "definite")} == {
            "rolled": "100",
            "target": "105",
            "gap": "5",
            "unit": "keluarga",
            "definite": "false",
        }
        assert one.text("id") == (
            "Bawahan KADIS/T bersama-sama menjanjikan 100 keluarga, sedangkan targetnya 105 keluarga: selisih 5"
            " keluarga. Misalnya menjadi: KABID-2/A0 40 → 42, KABID-3/A1 35 → 37, KABID-4/A2 25 → 26"
        )

    def test_the_greatest_changes_come_first(self) -> None:
        """A fifth more of each: 8 of the 40, 2 of the 10."""
        (one,) = found(sums(10, 40, top=60), "CAS301")
        assert one.data["proposal"] == "KABID-3/A1 40 → 48, KABID-2/A0 10 → 12"

    def test_the_new_targets_make_the_number_itself_and_not_one_that_is_rounded_to_it(self) -> None:
        """Whole numbers: 42,2 and 36,9 and 25,9 are 105, not 104,5; 2,8 and 2,2 are 5, not 5,5."""
        children = [target(f"A{at}", value, decimals=1) for at, value in enumerate(("40.5", "35.5", "25.0"))]
        (more,) = found(family(target("T", 105, decimals=0), *children), "CAS301")
        assert more.data["proposal"] == "KABID-2/A0 40,5 → 42,2, KABID-3/A1 35,5 → 36,9, KABID-4/A2 25 → 25,9"
        few: dict[str, Any] = {"polarity": "minimize"}
        children = [target(f"A{at}", value, decimals=1, **few) for at, value in enumerate(("4.5", "3.5"))]
        (less,) = found(family(target("T", 5, decimals=0, **few), *children), "CAS301")
        assert less.data["proposal"] == "KABID-2/A0 4,5 → 2,8, KABID-3/A1 3,5 → 2,2"

    @pytest.mark.parametrize(
        ("top", "hint"), [("84.67", "2 desimal"), ("84.7", "1 desimal"), ("84.68", ""), ("84.8", ""), (85, "")]
    )
    def test_a_quotient_that_was_rounded_is_told_from_a_shortage(self, top: Any, hint: str) -> None:
        """The mean of 84, 85 and 85 is 84.66…; a target in whole numbers is meant as it is."""
        promised = [target(f"A{at}", value, unit="indeks") for at, value in enumerate((84, 85, 85))]
        (one,) = found(family(target("T", top, unit="indeks"), *promised, kind="mean"), "CAS301")
        assert one.severity == "error"
        assert ("Keduanya cocok" in one.text("id")) is bool(hint)
        assert hint in one.text("id")
        assert ("Misalnya" in one.text("id")) is not bool(hint)
        declared = family(target("T", top, unit="indeks", decimals=2), *promised, kind="mean")
        assert (found(declared, "CAS301") == []) is (top == "84.67")

    @pytest.mark.parametrize(("last", "codes"), [(29, 1), (30, 0), (31, 0)])
    def test_one_less_is_too_little(self, last: int, codes: int) -> None:
        """One less is too little."""
        assert len(found(sums(40, 35, last, top=105), "CAS301")) == codes

    def test_declared_decimals_leave_room_for_their_rounding(self) -> None:
        """Declared decimals leave room for their rounding."""

        def thirds(each: str) -> Any:
            children = [target(f"A{at}", each, decimals=1) for at in range(3)]
            return family(target("T", 100, decimals=1), *children)

        assert found(thirds("33.3"), "CAS301") == []
        (one,) = found(thirds("33.2"), "CAS301")
        assert one.data["gap"] == "0.4"

    def test_less_is_better_where_less_is_promised(self) -> None:
        """Less is better where less is promised."""

        def deaths(*values: int) -> Any:
            children = [target(f"A{at}", value, polarity="minimize") for at, value in enumerate(values)]
            return family(target("T", 10, polarity="minimize"), *children)

        assert found(deaths(5, 5), "CAS301") == []
        assert found(deaths(5, 4), "CAS301") == []
        (one,) = found(deaths(5, 7), "CAS301")
        assert one.data["gap"] == "2"
        assert "KABID-3/A1 7 → 6" in one.text()

    def test_to_stabilize_is_neither_more_nor_less(self) -> None:
        """To stabilize is neither more nor less."""

        def steady(value: int) -> Any:
            return family(target("T", 10, polarity="stabilize"), target("A", value, polarity="stabilize"), kind="sum")

        assert [len(found(steady(value), "CAS301")) for value in (9, 10, 11)] == [1, 0, 1]
        assert found(steady(11), "CAS302") == []

    def test_a_band_is_reached_at_its_edge(self) -> None:
        """A band is reached at its edge."""

        def band(value: int) -> Any:
            top = target("T", Range(10, 12), polarity="stabilize")
            return family(top, target("A", value, polarity="stabilize"), kind="mean")

        assert [len(found(band(value), "CAS301")) for value in (9, 10, 12, 13)] == [1, 0, 0, 1]
        (one,) = found(band(9), "CAS301")
        assert "10 … 12" in one.text()
        assert "KABID-2/A 9 → 10" in one.text()
        (one,) = found(band(13), "CAS301")
        assert "KABID-2/A 13 → 12" in one.text()

    def test_of_a_part_the_rest_is_only_noted(self) -> None:
        """Of a part the rest is only noted."""
        (one,) = found(sums(40, 35, 25, top=105, groups=[Group(parent=TOP, coverage="subset")]), "CAS301")
        assert (one.severity, one.data["gap"]) == ("note", "5")
        assert "luar kaskade" in one.text()

    def test_a_part_of_what_should_be_little_may_not_be_more_than_the_whole(self) -> None:
        """A part of what should be little may not be more than the whole."""
        children = [target("A", 7, polarity="minimize"), target("B", 5, polarity="minimize")]
        part = [Group(parent=TOP, coverage="subset")]
        (one,) = found(family(target("T", 10, polarity="minimize"), *children, groups=part), "CAS301")
        assert one.severity == "error"

    def test_more_than_the_whole_may_be_more(self) -> None:
        """More than the whole may be more."""
        children = [target("A", 7, polarity="minimize"), target("B", 5, polarity="minimize")]
        more = [Group(parent=TOP, coverage="superset")]
        assert found(family(target("T", 10, polarity="minimize"), *children, groups=more), "CAS301") == []
        assert len(found(sums(40, 35, top=105, groups=[Group(parent=TOP, coverage="superset")]), "CAS301")) == 1

    def test_what_lies_outside_counts_once_it_is_stated(self) -> None:
        """What lies outside counts once it is stated."""
        part = [Group(parent=TOP, coverage="subset", other=5)]
        assert found(sums(40, 35, 25, top=105, groups=part), "CAS301") == []
        (one,) = found(sums(40, 35, 24, top=105, groups=part), "CAS301")
        assert (one.severity, one.data["gap"]) == ("error", "1")

    def test_a_reasoned_tolerance_is_granted(self) -> None:
        """A reasoned tolerance is granted."""

        def within(tolerance: int) -> Any:
            group = Group(parent=TOP, tolerance=tolerance, tolerance_reason="Cadangan")
            return sums(40, 35, 25, top=105, groups=[group])

        assert [len(found(within(tolerance), "CAS301")) for tolerance in (4, 5)] == [1, 0]

    def test_means_are_compared_and_their_new_targets_stay_below_a_hundred(self) -> None:
        """Means are compared and their new targets stay below a hundred."""

        def mean(*values: int) -> Any:
            children = [
                evolve(target(f"A{at}", value, measure="index"), ceiling=100) for at, value in enumerate(values)
            ]
            return family(target("T", 85, measure="index"), *children, kind="mean")

        assert found(mean(80, 90), "CAS301") == []
        (one,) = found(mean(80, 82), "CAS301")
        assert one.data["proposal"] == "KABID-2/A0 80 → 85, KABID-3/A1 82 → 85"

    def test_a_text_among_the_targets_keeps_the_sum_open(self) -> None:
        """A text among the targets keeps the sum open."""
        cascade = sums(40, Level("Sesuai kebutuhan"), top=105)
        report = report_on(cascade)
        assert "CAS301" not in codes(report)
        assert report.ledger.verdict("CAS301", "KADIS/T") == "skipped"

    def test_a_text_among_the_targets_does_not_hide_what_is_sure(self) -> None:
        """A text among the targets does not hide what is sure."""
        deaths = [
            target("A", 12, polarity="minimize", measure="flow"),
            target("B", Level("-"), polarity="minimize", measure="flow"),
        ]
        (one,) = found(family(target("T", 10, polarity="minimize"), *deaths), "CAS301")
        assert (one.data["definite"], one.data["gap"]) == ("true", "2")

    @pytest.mark.parametrize("kind", ["same", "minimum", "maximum", "count", "support"])
    def test_other_kinds_are_judged_elsewhere(self, kind: str) -> None:
        """Other kinds are judged elsewhere."""
        cascade = family(target("T", 90, measure="index"), target("A", 80, measure="index"), kind=kind)
        assert found(cascade, "CAS301") == []
        assert report_on(cascade).ledger.counts("CAS301")["pass"] == 0

    def test_a_long_list_of_new_targets_is_cut(self) -> None:
        """A long list of new targets is cut."""
        (one,) = found(sums(*[10] * 40, top=440), "CAS301")
        assert one.text().endswith("dan 28 lagi")

    def test_weights_decide(self) -> None:
        """Weights decide."""

        def weighted(*weights: str) -> Any:
            children = [target("A", 60, measure="index"), target("B", 90, measure="index")]
            return family(
                target("T", 80, measure="index"), *children, kind="weighted", links=[{"weight": w} for w in weights]
            )

        assert found(weighted("0.3", "0.7"), "CAS301") == []
        (one,) = found(weighted("0.5", "0.5"), "CAS301")
        assert (one.data["rolled"], one.data["gap"]) == ("75", "5")

    def test_it_can_be_set_aside(self) -> None:
        """It can be set aside."""
        aside = Suppression("Disepakati", by="Bappeda", code="CAS301", subject="KADIS/*")
        (one,) = found(sums(40, 35, 25, top=105), "CAS301", suppressions=[aside])
        assert one.suppression == aside

    def test_a_level_is_named(self) -> None:
        """A level is named."""
        scale = OrdinalScale(["WDP", "WTP"])
        children = [target("A", Level("WDP"), scale=scale), target("B", Level("WTP"), scale=scale)]
        (one,) = found(family(target("T", Level("WTP"), scale=scale), *children, kind="minimum"), "CAS307")
        assert (one.data["rolled"], one.data["target"]) == ("WDP", "WTP")


class TestOverCommit:
    @pytest.mark.parametrize(
        ("promised", "severity"), [(200_000, None), (200_001, "note"), (220_000, "note"), (220_001, "warning")]
    )
    def test_more_than_a_tenth_is_a_warning(self, promised: int, severity: str | None) -> None:
        """More than a tenth is a warning."""
        findings = found(sums(120_000, promised - 120_000, top=200_000), "CAS302")
        assert [one.severity for one in findings] == ([] if severity is None else [severity])

    def test_it_says_how_much_more(self) -> None:
        """It says how much more."""
        (one,) = found(sums(120_000, 100_000, top=200_000), "CAS302")
        assert (one.data["gap"], one.data["percent"]) == ("20000", "10")
        assert "20.000 keluarga (10 %)" in one.text()
        assert "20,000 keluarga (10 %)" in one.text("en")

    def test_a_recorded_buffer_is_no_finding(self) -> None:
        """A recorded buffer is no finding."""

        def buffer(promised: int) -> Any:
            group = Group(parent=TOP, tolerance=5, tolerance_reason="Cadangan lima persen")
            return sums(60, promised - 60, top=100, groups=[group])

        assert [len(found(buffer(promised), "CAS302")) for promised in (102, 105, 106)] == [0, 0, 1]

    def test_fewer_of_what_should_be_few_is_more(self) -> None:
        """Fewer of what should be few is more."""
        children = [target("A", 4, polarity="minimize"), target("B", 4, polarity="minimize")]
        (one,) = found(family(target("T", 10, polarity="minimize"), *children), "CAS302")
        assert (one.data["percent"], one.severity) == ("20", "warning")

    def test_of_nothing_there_is_no_percentage(self) -> None:
        """Of nothing there is no percentage."""
        (one,) = found(sums(0, 3, top=0), "CAS302")
        assert "percent" not in one.data
        assert one.severity == "warning"

    def test_a_part_or_more_than_the_whole_may_be_anything(self) -> None:
        """A part or more than the whole may be anything."""
        for coverage in ("subset", "superset"):
            group = Group(parent=TOP, coverage=coverage)  # type: ignore[arg-type]
            assert found(sums(150, 100, top=200, groups=[group]), "CAS302") == []

    def test_it_explains_a_parent_that_succeeds_alone(self) -> None:
        """It explains a parent that succeeds alone."""
        made = {("KABID-2", "A0"): 100, ("KABID-3", "A1"): 110, TOP: 210}
        report = report_on(sums(130, 120, top=200, realizations=made))
        (alone,) = [one for one in report.findings if one.code == "CAS407"]
        assert alone.explained_by == "CAS302"

    def test_a_text_among_the_targets_keeps_the_sum_open(self) -> None:
        """A text among the targets keeps the sum open."""
        cascade = sums(40, Level("Sesuai kebutuhan"), top=105)
        assert report_on(cascade).ledger.verdict("CAS302", "KADIS/T") == "skipped"


def test_groups_that_lean_on_one_another_are_skipped() -> None:
    """Numbers are not compared where a check before has found that they cannot be."""
    cascade = family(target("T", 90), target("A", 80, unit="dokumen"))
    report = report_on(cascade)
    assert "CAS501" in codes(report)
    assert {report.ledger.verdict(code, "KADIS/T") for code in ("CAS301", "CAS302")} == {"skipped"}


def test_a_factor_between_units_is_used_in_every_arithmetic() -> None:
    """A child in thousands enters a mean as it enters a sum."""
    thousands = target("A", 2, unit="ribu keluarga")
    for kind in ("sum", "mean", "weighted"):
        more = {"factor": 1000, **({"weight": 1} if kind == "weighted" else {})}
        cascade = family(target("T", 2000), thousands, kind=kind, links=[more])
        assert [code for code in codes(report_on(cascade)) if code.startswith("CAS3")] == []


def pool(top: Any, *children: Any, planned: Sequence[Components | None] = (), **fields: Any) -> Cascade:
    """A ratio whose children promise these ratios, with the components that are planned for them."""
    below = [target(f"A{at}", one, unit="%", measure="ratio", **fields) for at, one in enumerate(children)]
    nodes = [
        NodeFacts((f"KABID-{at + 2}", f"A{at}"), planned=parts) for at, parts in enumerate(planned) if parts is not None
    ]
    return family(target("T", top, unit="%", measure="ratio", **fields), *below, kind="pool", nodes=nodes)


class TestBareRatios:
    """A pool of ratios without their denominators."""

    @staticmethod
    def verdicts(cascade: Cascade) -> tuple[str, ...]:
        """What the ledger says of both comparisons, and of the weak among the children."""
        ledger = report_on(cascade).ledger
        return tuple(ledger.verdict(code, "KADIS/T") for code in ("CAS301", "CAS302", "CAS304"))

    @pytest.mark.parametrize(
        ("top", "polarity", "verdicts"),
        [
            (79, "maximize", ("pass", "fail", "pass")),
            (80, "maximize", ("pass", "skipped", "pass")),
            (81, "maximize", ("unknown", "skipped", "skipped")),
            (90, "maximize", ("unknown", "pass", "skipped")),
            (91, "maximize", ("fail", "pass", "fail")),
            (91, "minimize", ("pass", "fail", "pass")),
            (90, "minimize", ("pass", "skipped", "pass")),
            (80, "minimize", ("unknown", "pass", "skipped")),
            (79, "minimize", ("fail", "pass", "fail")),
        ],
    )
    def test_only_what_holds_for_all_denominators_is_decided(self, top: int, polarity: str, verdicts: Any) -> None:
        """80 and 90 make something from 80 to 90: no less than 80, no more than 90, and nobody knows what."""
        assert self.verdicts(pool(top, 80, 90, polarity=polarity)) == verdicts

    def test_what_is_open_is_said_and_leaves_the_report_incomplete(self) -> None:
        """Nothing passes on the word of a number that could be another; nor is it an error."""
        report = report_on(pool(85, 80, 90))
        (one,) = told(report, "CAS301")
        assert (one.verdict, one.severity, one.nodes) == ("unknown", "warning", ("KABID-2/A0", "KABID-3/A1"))
        assert "tanpa pembilang dan penyebut; gabungannya dapat 80 … 90" in one.text("id")
        assert "(NodeFacts.planned)" in one.text("id")
        assert not report.ok
        assert report.metrics.compared_targets == 0

    def test_planned_components_decide(self) -> None:
        """80 of 100 and 9 of 10 make 80.9, 8 of 10 and 90 of 100 make 89.1; one that is not known leaves it open."""
        few, many = Components(9, 10, per=100), Components(90, 100, per=100)
        assert self.verdicts(pool(85, 80, 90, planned=(Components(80, 100, per=100), few)))[0] == "fail"
        assert self.verdicts(pool(85, 80, 90, planned=(Components(8, 10, per=100), many)))[0] == "pass"
        (one,) = found(pool(85, 80, 90, planned=(Components(80, 100, per=100), None)), "CAS301")
        assert (one.verdict, one.nodes) == ("unknown", ("KABID-3/A1",))

    def test_rounding_and_tolerance_are_granted_before_anything_is_open(self) -> None:
        """A child that reaches the target within its rounding, or within what is granted, cannot pull it down."""
        assert self.verdicts(pool(81, "80", 90, decimals=0))[0] == "pass"
        assert self.verdicts(pool(82, "80", 90, decimals=0))[0] == "unknown"
        granted = Group(parent=TOP, tolerance=1, tolerance_reason="contoh")
        bare = pool(81, 80, 90)
        cascade = Cascade(bare.agreements, links=bare.links, groups=[granted])
        assert self.verdicts(cascade) == ("pass", "skipped", "pass")

    def test_who_promises_the_same_needs_no_denominator(self) -> None:
        """Two times 85 make 85, and one alone makes its own ratio."""
        assert self.verdicts(pool(85, 85, 85)) == ("pass", "pass", "pass")
        assert self.verdicts(pool(85, 85)) == ("pass", "pass", "pass")

    def test_a_band_is_kept_where_every_child_keeps_it(self) -> None:
        """Of what should stay where it is, ratios on both sides are open, and ratios on one side are wrong."""
        cases = {(85, 85): "pass", (80, 90): "unknown", (85, 90): "unknown", (86, 90): "fail", (70, 80): "fail"}
        found_out = {pair: self.verdicts(pool(85, *pair, polarity="stabilize"))[0] for pair in cases}
        assert found_out == cases


def test_numbers_without_an_end_are_rounded_for_people_and_exact_as_data() -> None:
    """What is printed can be read; what is kept is exact."""
    children = [target(f"A{at}", value, measure="index") for at, value in enumerate((80, 80, 81))]
    (one,) = found(family(target("T", 81, measure="index"), *children, kind="mean"), "CAS301")
    assert one.data["rolled"] == "241/3"
    assert "≈ 80,33" in one.text()


def test_data_of_an_indicator_without_a_unit_reads_well() -> None:
    """No gap is left where a unit would stand."""
    children = [target("A", 40, unit=None)]
    (one,) = found(family(target("T", 50, unit=None), *children), "CAS301")
    assert "menjanjikan 40, sedangkan targetnya 50: selisih 10. Misalnya" in one.text()


@pytest.mark.parametrize("decimals", [None, 0])
@pytest.mark.parametrize(
    ("top", "kind", "data", "texts"),
    [
        (
            130,
            ("CAS301", "error"),
            {
                "parent": "KADIS/T",
                "rolled": "120",
                "target": "130",
                "gap": "10",
                "unit": "keluarga",
                "definite": "false",
                "proposal": "KABID-2/A 70 → 76, KABID-3/B 50 → 54",
            },
            (
                (
                    "Bawahan KADIS/T bersama-sama menjanjikan 120 keluarga, sedangkan targetnya 130 keluarga: selisih "
                    "10 keluarga. Misalnya menjadi: KABID-2/A 70 → 76, KABID-3/B 50 → 54"
                ),
                (
                    "The children of KADIS/T promise 120 keluarga together, and its target is 130 keluarga: 10 "
                    "keluarga apart. For example: KABID-2/A 70 → 76, KABID-3/B 50 → 54"
                ),
            ),
        ),
        (
            100,
            ("CAS302", "warning"),
            {
                "parent": "KADIS/T",
                "rolled": "120",
                "target": "100",
                "gap": "20",
                "unit": "keluarga",
                "percent": "20",
                "most": "10",
            },
            (
                (
                    "Bawahan KADIS/T menjanjikan 120 keluarga, lebih baik 20 keluarga (20 %) daripada targetnya 100 "
                    "keluarga: sebagian bawahan dapat gagal tanpa terlihat"
                ),
                (
                    "The children of KADIS/T promise 120 keluarga, 20 keluarga (20 %) better than its target 100 "
                    "keluarga: some of them can fail unseen"
                ),
            ),
        ),
    ],
)
def test_a_finding_speaks_of_the_stated_numbers(
    top: int, kind: tuple[str, str], data: dict[str, str], texts: tuple[str, str], decimals: int | None
) -> None:
    """Rounding may decide what is a finding; what people read are the numbers in the agreements, whole."""
    children = [target("A", 70, decimals=decimals), target("B", 50, decimals=decimals)]
    (one,) = found(family(target("T", top, decimals=decimals), *children), kind[0])
    assert (one.severity, one.cell, one.nodes) == (kind[1], "target", ("KABID-2/A", "KABID-3/B"))
    assert dict(one.data) == data
    assert (one.text(), one.text("en")) == texts


def test_who_would_agree_by_rounding_is_named() -> None:
    """The children whose quotient the target was rounded from."""
    children = [target(code, value, unit="indeks") for code, value in (("A", 80), ("B", 81), ("C", 81))]
    (one,) = found(family(target("T", "80.7", unit="indeks"), *children, kind="mean"), "CAS301")
    assert (one.data["decimals"], one.nodes) == ("1", ("KABID-2/A", "KABID-3/B", "KABID-4/C"))
