from datetime import date
from typing import Any

import pytest

from sakip import BudgetLine
from sakip.cascade import BudgetDocument, Cascade, Link, NodeFacts, Post
from sakip.cascade.checks.money import CHECKS
from tests.cascade.making import codes, found, pk, report_on, target

KINDS = ("programme", "activity", "sub_activity")


def line(code: str, ceiling: int, *targets: str, **fields: Any) -> BudgetLine:
    """A line whose kind follows from the depth of its code: 1.02 is a programme."""
    kind = KINDS[code.count(".") - 1]
    return BudgetLine(code, f"Baris {code}", **{"kind": kind, "ceiling": ceiling, "targets": targets, **fields})


def office(*budgets: list[BudgetLine], unit: str | None = "Dinas A", **more: Any) -> Cascade:
    """KADIS and, below it, KABID-2, KABID-3 and so on, each with a budget and one target."""
    positions = ["KADIS", *(f"KABID-{at}" for at in range(2, len(budgets) + 1))]
    return Cascade(
        [
            pk(
                f"PK-{at}",
                position,
                "III" if at > 1 else "II",
                "KADIS" if at > 1 else None,
                target("T"),
                office=unit,
                budget=budget,
            )
            for at, (position, budget) in enumerate(zip(positions, budgets, strict=True), 1)
        ],
        **more,
    )


class TestSums:
    def test_parts_that_make_the_whole_pass(self) -> None:
        """Parts that make the whole pass."""
        assert not found(office([line("1.02", 1000), line("1.02.01", 600), line("1.02.02", 400)]), "CAS801")
        assert not found(office([line("1.02", 1000)], [line("1.02.01", 600)], [line("1.02.02", 400)]), "CAS801")

    @pytest.mark.parametrize(("second", "gap"), [(450, "50"), (399, "1"), ("400.01", "0.01")])
    def test_parts_in_one_agreement_make_the_whole_to_the_sen(self, second: Any, gap: str) -> None:
        """Parts in one agreement make the whole to the sen."""
        (one,) = found(office([line("1.02", 1000), line("1.02.01", 600), line("1.02.02", second)]), "CAS801")
        assert one.severity == "error"
        assert one.subject == "PK-1.budget[1.02]"
        assert (one.cell, one.data["gap"], one.data["count"]) == ("ceiling", gap, "2")

    def test_parts_below_cannot_exceed_the_whole(self) -> None:
        """Parts below cannot exceed the whole."""
        (one,) = found(office([line("1.02", 1000)], [line("1.02.01", 600)], [line("1.02.02", 401)]), "CAS801")
        assert (one.severity, one.data["gap"]) == ("error", "1")
        assert one.data["agreements"] == "PK-2, PK-3"

    def test_a_rest_that_nobody_below_holds_is_a_warning(self) -> None:
        """A rest that nobody below holds is a warning."""
        (one,) = found(office([line("1.02", 1000)], [line("1.02.01", 600)], [line("1.02.02", 350)]), "CAS801")
        assert (one.severity, one.data["gap"]) == ("warning", "50")
        assert "belum ada pemegangnya" in one.text("id")

    def test_subordinates_may_hold_portions_of_one_line(self) -> None:
        """Subordinates may hold portions of one line."""
        assert not found(office([line("1.02", 1000)], [line("1.02", 600)], [line("1.02", 400)]), "CAS801")
        assert found(office([line("1.02", 1000)], [line("1.02", 600)], [line("1.02", 500)]), "CAS801")

    def test_rupiah_are_written_for_people_and_kept_for_programs(self) -> None:
        """Rupiah are written for people and kept for programs."""
        (one,) = found(office([line("1.02", 1_000_000_000), line("1.02.01", 600_000_000)]), "CAS801")
        assert "Rp1.000.000.000" in one.text("id")
        assert "Rp1,000,000,000" in one.text("en")
        assert one.data["ceiling"] == "1000000000"

    def test_lines_of_other_versions_are_another_budget(self) -> None:
        """Lines of other versions are another budget."""
        mixed = [line("1.02", 1000, version="DPA"), line("1.02.01", 600, version="DPPA")]
        assert not found(office(mixed), "CAS801")
        assert not found(office([line("1.02", 9, version="DPA")], [line("1.02.01", 600, version="DPPA")]), "CAS801")


class TestHolders:
    def test_a_line_has_one_holder(self) -> None:
        """A line has one holder."""
        (one,) = found(office([], [line("1.02.01", 600)], [line("1.02.01", 600)]), "CAS801")
        assert (one.subject, one.cell) == ("PK-2.budget[1.02.01]", "holder")
        assert one.data["agreements"] == "PK-2, PK-3"

    def test_other_units_use_the_same_codes(self) -> None:
        """Other units use the same codes."""
        agreements = [
            pk(f"PK-{name}", "Camat", "III", None, target("T"), office=name, budget=[line("7.01", 10)])
            for name in ("Kecamatan A", "Kecamatan B")
        ]
        assert not found(Cascade(agreements), "CAS801")

    def test_without_a_unit_nobody_can_say(self) -> None:
        """Without a unit nobody can say."""
        assert not found(office([], [line("1.02.01", 600)], [line("1.02.01", 600)], unit=None), "CAS801")

    def test_a_superior_who_names_the_line_has_it_and_the_others_portions(self) -> None:
        """A superior who names the line has it and the others portions."""
        assert not found(office([line("1.02.01", 1200)], [line("1.02.01", 600)], [line("1.02.01", 600)]), "CAS801")

    def test_a_superior_further_up_still_has_it(self) -> None:
        """A superior further up still has it."""
        posts = [Post("KASI", unit="Dinas A", echelon="IV", superior="KABID-2")]
        base = office([line("1.02", 10)], [line("1.03", 10)])
        low = pk("PK-9", "KASI", "IV", "KABID-2", target("T"), office="Dinas A", budget=[line("1.02", 10)])
        assert not found(Cascade([*base.agreements, low], posts=posts), "CAS801")


class TestServing:
    def test_money_that_serves_a_target_passes(self) -> None:
        """Money that serves a target passes."""
        assert not found(office([line("1.02", 10, "T")], [line("1.02.01", 10, "T")]), "CAS802")

    def test_without_any_budget_nothing_is_missing(self) -> None:
        """Without any budget nothing is missing."""
        cascade = office([], [])
        assert not found(cascade, "CAS802")
        assert report_on(cascade).ledger.verdict("CAS802", "PK-2") == "not_applicable"

    def test_an_indicator_of_the_third_or_fourth_echelon_needs_money(self) -> None:
        """An indicator of the third or fourth echelon needs money."""
        cascade = office([line("1.02", 10, "T")], [line("1.02.01", 10, "T")], [])
        (one,) = found(cascade, "CAS802")
        assert (one.subject, one.nodes) == ("PK-3", ("KABID-3/T",))
        assert one.severity == "warning"

    @pytest.mark.parametrize(
        "facts", [{"zero_cost": "Surat edaran saja"}, {"role": "mandatory"}, {"role": "additional"}], ids=str
    )
    def test_some_need_none(self, facts: Any) -> None:
        """Some need none."""
        cascade = office([line("1.02", 10, "T")], [], nodes=[NodeFacts(("KABID-2", "T"), **facts)])
        assert not found(cascade, "CAS802")

    def test_the_second_echelon_is_not_asked(self) -> None:
        """The second echelon is not asked."""
        assert not found(office([], [line("1.02.01", 10, "T")]), "CAS802")

    def test_money_below_serves_what_is_above(self) -> None:
        """Money below serves what is above."""
        low = pk("PK-9", "KASI", "IV", "KABID-2", target("S"), office="Dinas A", budget=[line("1.02.01.1", 10, "S")])
        base = office([], [])
        link = Link(child=("KASI", "S"), parent=("KABID-2", "T"), kind="support")
        assert not found(Cascade([*base.agreements, low], links=[link]), "CAS802")
        assert [one.nodes for one in found(Cascade([*base.agreements, low]), "CAS802")] == [("KABID-2/T",)]

    def test_money_that_serves_nothing_is_named_with_its_amount(self) -> None:
        """Money that serves nothing is named with its amount."""
        (one,) = found(office([line("1.02.01", 450), line("1.02.02", 550, "T")]), "CAS802")
        assert (one.subject, one.cell) == ("PK-1", "budget")
        assert (one.data["amount"], one.data["codes"], one.data["linked"]) == ("450", "1.02.01", "55")

    def test_a_whole_that_serves_speaks_for_its_parts_and_parts_for_their_whole(self) -> None:
        """A whole that serves speaks for its parts and parts for their whole."""
        assert not found(office([line("1.02", 10, "T"), line("1.02.01", 10)]), "CAS802")
        assert not found(office([line("1.02", 10), line("1.02.01", 10, "T")]), "CAS802")
        assert [one.nodes for one in found(office([line("1.02", 10, "T")], [line("1.02.01", 10)]), "CAS802")] == [
            ("KABID-2/T",)
        ]

    def test_a_target_that_there_is_not_serves_nothing(self) -> None:
        """A target that there is not serves nothing."""
        assert found(office([line("1.02", 10, "X")]), "CAS802")

    def test_no_money_need_serve_nothing(self) -> None:
        """No money need serve nothing."""
        assert not found(office([line("1.02", 0), line("1.03", 5, "T")]), "CAS802")


class TestRatified:
    @staticmethod
    def against(lines: list[BudgetLine], *documents: BudgetDocument, **settings: Any) -> Any:
        """What is found in the budget of KADIS beside these documents."""
        return found(office(lines, budgets=documents), "CAS803", **settings)

    def test_what_was_ratified_passes(self) -> None:
        """What was ratified passes."""
        document = BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=[line("1.02", 10)], unit="DINAS  a")
        assert not self.against([line("1.02", 10)], document)

    def test_another_amount_is_named_with_both(self) -> None:
        """Another amount is named with both."""
        document = BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=[line("1.02", 12)])
        (one,) = self.against([line("1.02", 10)], document)
        assert (one.subject, one.cell, one.severity) == ("PK-1.budget[1.02]", "ceiling", "error")
        assert (one.data["ceiling"], one.data["ratified"], one.data["gap"]) == ("10", "12", "2")
        assert "2 Januari 2025" in one.text("id")

    def test_a_changed_document_asks_for_a_changed_agreement(self) -> None:
        """A changed document asks for a changed agreement."""
        documents = [
            BudgetDocument("DPPA", ratified_on=date(2025, 9, 1), lines=[line("1.02", 8)]),
            BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=[line("1.02", 10)]),
        ]
        (one,) = self.against([line("1.02", 10)], *documents)
        assert one.data["document"] == "DPPA"
        assert self.against([line("1.02", 10)], *documents, as_of=date(2025, 9, 1))
        assert not self.against([line("1.02", 10)], *documents, as_of=date(2025, 8, 31))

    def test_a_unit_s_own_document_goes_before_one_for_all(self) -> None:
        """A unit's own document goes before one for all."""
        documents = [
            BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=[line("1.02", 10)], unit="Dinas A"),
            BudgetDocument("APBD", ratified_on=date(2025, 1, 3), lines=[line("1.02", 99)]),
        ]
        assert not self.against([line("1.02", 10)], *documents)

    def test_a_code_that_was_never_ratified(self) -> None:
        """A code that was never ratified."""
        document = BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=[line("1.02", 10), line("1.02.01", 10)])
        (one,) = self.against([line("1.03", 10)], document)
        assert one.cell == "code"
        assert self.against([line("1.02.09", 10)], document)

    def test_a_document_that_stops_higher_up_says_nothing_of_what_is_below(self) -> None:
        """A document that stops higher up says nothing of what is below."""
        document = BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=[line("1.02", 10)])
        assert not self.against([line("1.02.09", 10)], document)

    def test_a_line_is_of_the_kind_that_was_ratified(self) -> None:
        """A line is of the kind that was ratified."""
        document = BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=[line("1.02", 10, kind="activity")])
        (one,) = self.against([line("1.02", 10)], document)
        assert (one.cell, one.data["kind"]) == ("kind", "program")

    def test_lines_of_one_code_are_added_up(self) -> None:
        """Lines of one code are added up."""
        lines = [line("1.02", 4), line("1.02", 6)]
        assert not self.against([line("1.02", 10)], BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=lines))

    def test_a_portion_is_compared_with_its_superior_and_not_with_the_document(self) -> None:
        """A portion is compared with its superior and not with the document."""
        document = BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=[line("1.02", 10)])
        cascade = office([line("1.02", 10)], [line("1.02", 4)], [line("1.02", 6)], budgets=[document])
        assert not found(cascade, "CAS803")

    def test_last_year_s_budget_is_not_compared_with_this_year_s(self) -> None:
        """Last year's budget is not compared with this year s."""
        document = BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=[line("1.02", 10)])
        old = pk("PK-0", "KADIS", "II", None, target("T"), office="Dinas A", year=2024, budget=[line("1.02", 7)])
        new = office([line("1.02", 10)]).agreements
        assert not found(Cascade([old, *new], budgets=[document]), "CAS803")


def test_superiors_in_a_circle_end_somewhere() -> None:
    """Superiors in a circle end somewhere."""
    posts = [Post("A", unit="U", superior="B"), Post("B", unit="U", superior="A")]
    agreements = [
        pk(f"PK-{name}", name, "III", None, target("T"), office="U", budget=[line("1.02", 10)]) for name in ("A", "B")
    ]
    assert codes(report_on(Cascade(agreements, posts=posts), checks=CHECKS)) == ["CAS802"]
