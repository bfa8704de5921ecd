from typing import Any

import pytest
from attrs import evolve

from sakip import Components, Level, NotApplicable, OrdinalScale, Period, Realization, Target
from sakip.cascade import Cascade, Group, Node, NodeFacts
from sakip.cascade.checks.calculation import CHECKS
from tests.cascade.making import TOP, codes, family, found, pk, report_on, target, told


class TestKinds:
    def test_one_parent_has_one_arithmetic(self) -> None:
        """One parent has one arithmetic."""
        links = [{"kind": "sum"}, {"kind": "sum"}, {"kind": "mean"}]
        (one,) = found(family(target("T"), target("A"), target("B"), target("C"), links=links), "CAS106")
        assert (one.subject, one.data["kinds"]) == ("KADIS/T", "1 × mean, 2 × sum")

    def test_support_is_no_arithmetic(self) -> None:
        """Support is no arithmetic."""
        links = [{"kind": "sum"}, {"kind": "support"}]
        assert not found(family(target("T"), target("A"), target("B"), links=links), "CAS106")


class TestConflicts:
    @pytest.mark.parametrize(
        ("values", "text"),
        [
            ((60, 90), "60, 90"),
            (("60.5", "1000"), "1.000, 60,5"),
            ((Components(1, 2, per=100), 60), "100 × 1 ÷ 2, 60"),
            ((60, NotApplicable("Tidak ada")), "60, tidak berlaku"),
        ],
    )
    def test_values_that_cannot_all_be_true_are_named(self, values: Any, text: str) -> None:
        """Values that cannot all be true are named."""
        cascade = family(target("T"), realizations={TOP: [Realization("T", value) for value in values]})
        (one,) = found(cascade, "CAS107")
        assert (one.cell, one.data["count"], one.data["values"]) == ("actual", "2", text)

    def test_only_the_period_that_is_contradicted_is_named(self) -> None:
        """Only the period that is contradicted is named."""
        first, second = Period.year(2025).parts("half_year")
        facts = [Realization("T", value, period=at) for at, value in [(first, 20), (first, 21), (second, 30)]]
        (one,) = found(family(target("T"), realizations={TOP: facts}), "CAS107")
        assert one.data["values"] == "20, 21"

    def test_one_value_twice_is_one_value(self) -> None:
        """One value twice is one value."""
        facts = [Realization("T", 60), Realization("T", "60.00"), Realization("T", 60, period=Period.year(2025))]
        assert not found(family(target("T"), realizations={TOP: facts}), "CAS107")

    def test_two_agreements_in_force_that_promise_different_things(self) -> None:
        """Two agreements in force that promise different things."""
        agreements = [pk(f"PK-{value}", "KADIS", "II", None, target("T", value)) for value in (60, 90)]
        (one,) = found(Cascade(agreements), "CAS107")
        assert (one.cell, one.data["values"]) == ("target", "60, 90")
        assert not found(Cascade([agreements[0], pk("PK-2", "KADIS", "II", None, target("T", 60))]), "CAS107")

    def test_levels_are_named_by_their_names(self) -> None:
        """Levels are named by their names."""
        scale = OrdinalScale(["WDP", "WTP"])
        facts = [Realization("T", Level(name)) for name in ("WTP", "WDP")]
        promised: Target = target("T", Level("WTP"), scale=scale)
        (one,) = found(family(promised, realizations={TOP: facts}), "CAS107")
        assert one.data["values"] == "WDP, WTP"

    def test_a_parent_of_a_contradiction_is_not_compared(self) -> None:
        """A parent of a contradiction is not compared."""
        amounts = {TOP: 10, ("KABID-2", "A"): [Realization("A", 60), Realization("A", 90)]}
        report = report_on(family(target("T"), target("A"), realizations=amounts))
        assert report.ledger.verdict("CAS401", "KADIS/T") == "skipped"


class TestContested:
    """CAS107: of one indicator one thing is said, however its name is typed."""

    GROUPS = (Group(parent=("KADIS", "T"), other=5), Group(parent=("kadis", "t"), other=0))
    FACTS = (NodeFacts(("KADIS", "T"), calc="measured"), NodeFacts(("Kadis.", "T"), role="additional"))

    @pytest.mark.parametrize(("field", "given"), [("groups", GROUPS), ("nodes", FACTS)])
    def test_two_that_differ_are_found_in_any_order_and_neither_is_used(self, field: str, given: Any) -> None:
        """The group is not compared, for nobody knows how."""
        told_in_order: list[list[str]] = []
        for order in (given, given[::-1]):
            report = report_on(family(target("T", 15), target("A", 10), **{field: order}))
            (one,) = told(report, "CAS107")
            assert (one.severity, one.subject) == ("error", "KADIS/T")
            assert report.ledger.verdict("CAS301", "KADIS/T") == "skipped"
            assert report.case.graph.groups == {}
            assert report.case.graph.facts[report.case.graph.find(Node("KADIS", "T"))] is None
            told_in_order.append([each.text() for each in report.findings])
        assert told_in_order[0] == told_in_order[1]

    @pytest.mark.parametrize(("field", "given"), [("groups", GROUPS[:1]), ("nodes", FACTS[:1])])
    def test_two_that_say_the_same_are_one(self, field: str, given: Any) -> None:
        """Only the name is typed in two ways."""
        name = {"groups": "parent", "nodes": "node"}[field]
        again = evolve(given[0], **{name: ("kadis", "t")})
        cascade = family(target("T", 15), target("A", 10), **{field: [*given, again]})
        assert not found(cascade, "CAS107")
        graph = report_on(cascade).case.graph
        at = graph.find(Node("KADIS", "T"))
        assert (graph.groups.get(at) or graph.facts[at]) is not None


class TestCalculation:
    @pytest.mark.parametrize(
        ("calc", "kind", "external", "fires"),
        [
            ("computed", "sum", False, False),
            ("computed", "support", False, True),
            ("computed", "sum", True, True),
            ("measured", "sum", False, True),
            ("measured", "support", True, False),
            ("reconciled", "sum", True, False),
            ("reconciled", "support", False, False),
            (None, "sum", True, False),
        ],
    )
    def test_what_is_declared_and_what_is_linked(self, calc: Any, kind: str, external: bool, fires: bool) -> None:
        """What is declared and what is linked."""
        facts = NodeFacts(TOP, calc=calc, external=external)
        assert bool(found(family(target("T"), target("A"), kind=kind, nodes=[facts]), "CAS108")) is fires


def test_a_plain_family_has_nothing_to_answer_for() -> None:
    """A plain family has nothing to answer for."""
    cascade = family(target("T", 20), target("A"), target("B"), realizations={TOP: 20})
    assert codes(report_on(cascade, checks=CHECKS)) == []


def test_what_must_not_be_set_aside() -> None:
    """What must not be set aside."""
    assert [check.code for check in CHECKS if not check.suppressible] == ["CAS107"]


class TestGroups:
    @pytest.mark.parametrize(
        ("kind", "stated", "fields"),
        [
            ("mean", {"other": 5, "threshold": 70, "per_hundred": True}, "other, threshold, per_hundred"),
            ("sum", {"other": 5, "weight_decimals": 0}, "weight_decimals"),
            ("sum", {"threshold": 70}, "threshold"),
            ("count", {"other": 5, "other_actual": 4}, "other, other_actual"),
            ("pool", {"other_actual": 0}, "other_actual"),
        ],
    )
    def test_what_the_arithmetic_does_not_read_counts_for_nothing(self, kind: str, stated: Any, fields: str) -> None:
        """The numbers are compared all the same."""
        cascade = family(target("T"), target("A"), kind=kind, groups=[Group(parent=TOP, **stated)])
        (one,) = found(cascade, "CAS106")
        assert (one.severity, one.data["kind"]) == ("error", kind)
        assert one.data["fields"].replace(" dan ", ", ") == fields
        verdicts = {report_on(cascade).ledger.verdict(code, "KADIS/T") for code in ("CAS301", "CAS307")}
        assert "skipped" not in verdicts

    @pytest.mark.parametrize(
        ("kind", "stated"),
        [
            ("sum", {"other": 0, "other_actual": 0}),
            ("count", {"threshold": 70, "per_hundred": True}),
            ("mean", {"tolerance": 1, "tolerance_reason": "Beda waktu tutup buku"}),
            ("mean", {"per_hundred": False}),
            ("weighted", {"weight_decimals": 2}),
            ("support", {"other": 5}),
        ],
    )
    def test_what_it_reads_may_be_stated(self, kind: str, stated: Any) -> None:
        """What it reads may be stated."""
        assert not found(family(target("T"), target("A"), kind=kind, groups=[Group(parent=TOP, **stated)]), "CAS106")

    @pytest.mark.parametrize("coverage", ["subset", "superset"])
    @pytest.mark.parametrize("kind", ["mean", "pool"])
    def test_the_mean_of_a_part_is_not_compared_and_it_is_said(self, coverage: Any, kind: str) -> None:
        """80 of a part says nothing of 90 of the whole."""
        fields = {"unit": "%", "measure": "ratio"}
        cascade = family(
            target("T", 90, **fields),
            target("A", 80, **fields),
            kind=kind,
            groups=[Group(parent=TOP, coverage=coverage)],
            realizations={TOP: 20, ("KABID-2", "A"): 80},
        )
        (one,) = found(cascade, "CAS106")
        assert (one.severity, one.data["coverage"]) == ("note", coverage)
        report = report_on(cascade)
        assert report.compared == 0
        assert report.verdict == "nothing_checked"
        assert [report.ledger.verdict(code, "KADIS/T") for code in ("CAS301", "CAS401")] == ["skipped", "skipped"]
        assert {"CAS301", "CAS302", "CAS401"}.isdisjoint(codes(report))

    def test_a_sum_of_a_part_is_compared(self) -> None:
        """A sum of a part is compared."""
        cascade = family(target("T"), target("A", 5), groups=[Group(parent=TOP, coverage="subset")])
        assert not found(cascade, "CAS106")
        assert report_on(cascade).compared == 1


def test_needless_fields_are_told_whole() -> None:
    """Each that the arithmetic does not read; nothing is kept from being compared for that."""
    group = Group(parent=TOP, other=1, other_actual=1, threshold=5, per_hundred=True, weight_decimals=2)
    report = report_on(family(target("T", 10), target("A", 10), kind="mean", groups=[group]))
    (one,) = told(report, "CAS106")
    names = "other, other_actual, threshold, per_hundred, weight_decimals"
    assert one.text() == f"KADIS/T dihitung dengan mean, sehingga isian kelompoknya tidak terpakai: {names}"
    assert one.text("en") == f"KADIS/T is computed by mean, for which these fields of its group mean nothing: {names}"
    assert report.ledger.verdict("CAS301", "KADIS/T") == "pass"
