from typing import Any

import pytest

from sakip import Components, Level, NotReported, OrdinalScale, Period, Realization, Target
from sakip.cascade import Cascade, NodeFacts
from sakip.cascade.checks.calculation import CHECKS
from tests.cascade.making import TOP, codes, family, found, pk, report_on, target


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
            ((60, NotReported()), "60, belum dilaporkan"),
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
