from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip import Agreement, Level, OrdinalScale, Period, Range, Realization, Target
from sakip.cascade import PEMDA, BudgetDocument, Cascade, CascadeFinding, Link, NodeFacts
from sakip.cascade.checks.timing import CHECKS
from tests.cascade.making import TOP, agreed, codes, family, link, pk, report_on, target, told, validated

RATIFIED = date(2025, 1, 2)
CODE = "PK-1"


def test_the_codes() -> None:
    """The checks of this file, in order."""
    assert [check.code for check in CHECKS] == ["CAS901", "CAS902", "CAS903", "CAS904"]


def document(version: str = "DPA", ratified_on: date = RATIFIED, **fields: Any) -> BudgetDocument:
    """A ratified budget document."""
    return BudgetDocument(version, ratified_on=ratified_on, **fields)


def signed(day: date | None, **fields: Any) -> Agreement:
    """An agreement signed on a day."""
    return agreed(CODE, "KADIS", "II", "BUPATI", {"IKU-1": 100}, signed_on=day, **fields)


class TestLate:
    """CAS901: signed at the latest one month after the budget document was ratified."""

    def test_fires(self) -> None:
        """DPA of 2 January, agreement of 15 March: due on 2 February, 41 days late."""
        (one,) = told(validated([signed(date(2025, 3, 15))], budgets=[document()]), "CAS901")
        assert (one.subject, one.severity) == ("PK-1", "warning")
        assert (one.data["due"], one.data["days"]) == ("2025-02-02", "41")
        assert one.text() == (
            "PK-1 ditandatangani 15 Maret 2025, 41 hari setelah 2 Februari 2025: batasnya 1 bulan sejak DPA disahkan "
            "(2 Januari 2025)"
        )

    @pytest.mark.parametrize(
        ("day", "fires"), [(date(2025, 1, 30), False), (date(2025, 2, 2), False), (date(2025, 2, 3), True)]
    )
    def test_the_last_day_is_in_time(self, day: date, fires: bool) -> None:
        """One month to the day."""
        assert bool(told(validated([signed(day)], budgets=[document()]), "CAS901")) is fires

    @pytest.mark.parametrize(("day", "fires"), [(date(2025, 2, 28), False), (date(2025, 3, 1), True)])
    def test_a_month_after_the_last_of_january(self, day: date, fires: bool) -> None:
        """It ends with February."""
        report = validated([signed(day, budget_ratified_on=date(2025, 1, 31))])
        assert bool(told(report, "CAS901")) is fires

    def test_what_the_agreement_says_goes_first(self) -> None:
        """Its own day of ratification counts, whatever documents there are."""
        one = signed(date(2025, 2, 20), budget_ratified_on=date(2025, 1, 25))
        assert told(validated([one], budgets=[document()]), "CAS901") == []

    def test_the_document_of_its_own_unit_goes_first(self) -> None:
        """Before one that holds for all, and never that of another unit."""
        one = signed(date(2025, 2, 20), office="Dinas A")
        own = document("DPA-A", date(2025, 1, 25), unit="dinas a")
        other = document("DPA-B", date(2025, 1, 1), unit="Dinas B")
        assert told(validated([one], budgets=[document(), own, other]), "CAS901") == []
        assert told(validated([one], budgets=[document(), other]), "CAS901")[0].data["document"] == "DPA"
        assert told(validated([one], budgets=[other]), "CAS901") == []

    def test_a_document_of_the_change_is_not_counted_from(self) -> None:
        """The DPPA in autumn moves no deadline, and neither does the document of another year."""
        late = signed(date(2025, 11, 20))
        assert told(validated([late], budgets=[document("DPPA", date(2025, 10, 1))]), "CAS901") == []
        assert told(validated([late], budgets=[document("DPA", date(2024, 1, 2))]), "CAS901") == []
        assert told(validated([late], budgets=[document("DPA", date(2026, 1, 2))]), "CAS901") == []
        early = document("DIPA", date(2024, 12, 1))
        assert told(validated([late], budgets=[early, document()]), "CAS901")[0].data["due"] == "2025-01-01"

    @pytest.mark.parametrize(
        "version", ["DPA Perubahan", "Perubahan DPA", "DPA-P", "P-APBD", "DPA Pergeseran 1", "DIPA Revisi 2", "DPPA 2"]
    )
    def test_a_change_is_known_by_any_of_its_names(self, version: str) -> None:
        """The document of the beginning of the year is another one."""
        late = signed(date(2025, 11, 20))
        assert told(validated([late], budgets=[document(version, date(2025, 9, 1))]), "CAS901") == []
        assert told(validated([late], budgets=[document("DPA Pokok", date(2025, 9, 1))]), "CAS901")

    def test_the_first_version_is_judged(self) -> None:
        """An amendment in autumn is no late agreement."""
        first = signed(date(2025, 1, 20))
        later = first.amend(code="PK-1-P", signed_on=date(2025, 10, 1), reason="strategy")
        assert told(validated([first, later], budgets=[document()]), "CAS901") == []
        late = signed(date(2025, 3, 15))
        (one,) = told(validated([late, evolve(later, supersedes=CODE)], budgets=[document()]), "CAS901")
        assert (one.subject, one.data["agreement"]) == ("PK-1-P", "PK-1")

    def test_without_a_day_nothing_is_late(self) -> None:
        """Neither without signature nor without ratification, nor where an earlier version is missing."""
        assert told(validated([signed(None)], budgets=[document()]), "CAS901") == []
        report = validated([signed(date(2025, 12, 1))])
        assert report.ledger.verdict("CAS901", "PK-1") == "not_applicable"
        apart = signed(date(2025, 12, 1), supersedes="PK-0", reason="strategy")
        assert told(validated([apart], budgets=[document()]), "CAS901") == []

    def test_the_months_are_the_profiles(self) -> None:
        """A government with two months."""
        profile = evolve(PEMDA, months_after_budget=2)
        one = signed(date(2025, 3, 2))
        assert told(validated([one], budgets=[document()], profile=profile), "CAS901") == []

    def test_no_day_is_too_far(self) -> None:
        """A ratification at the end of all calendars is a typing error, and no exception."""
        far = signed(date(2025, 3, 15), budget_ratified_on=date(9998, 12, 31))
        assert told(validated([far], budgets=[document("DPA", date(9998, 12, 31))]), "CAS901") == []
        last = agreed("PK-1", "KADIS", "II", "BUPATI", {"T": 1}, year=9998, signed_on=date(9998, 12, 31))
        assert told(validated([last], budgets=[document("DPA", date(9998, 12, 31))], as_of=date.max), "CAS901") == []


PARENT = agreed("PK-1", "KADIS", "II", "BUPATI", {"T": 100})
CHILD = agreed("PK-2", "KABID", "III", "KADIS", {"A": 100})
UP = link("KABID/A", "KADIS/T", "sum")
CUT = PARENT.amend(code="PK-1-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"T": 80})


def stale(*agreements: Agreement, links: list[Link] | None = None, **given: Any) -> list[CascadeFinding]:
    """The findings of CAS902."""
    return told(validated(agreements, [UP] if links is None else links, **given), "CAS902")


class TestStale:
    """CAS902: what the superior's amendment changed is reviewed below."""

    def test_fires_where_the_child_was_not_looked_at(self) -> None:
        """The change of the budget cut the parent's target, and the child stands as before."""
        (one,) = stale(PARENT, CUT, CHILD)
        assert (one.subject, one.severity) == ("KABID/A -> KADIS/T", "warning")
        assert (one.data["before"], one.data["after"], one.data["date"]) == ("100", "80", "2025-09-01")
        assert one.text() == (
            "PK-1-P mengubah target KADIS/T dari 100 menjadi 80 sejak 1 September 2025, dan KABID/A (PK-2) "
            "belum ditinjau"
        )

    def test_whichever_stands_first(self) -> None:
        """The order of the agreements does not matter."""
        assert len(stale(PARENT, CUT, agreed("PK-0", "KABID", "III", "KADIS", {"A": 100}))) == 1

    @pytest.mark.parametrize(("day", "fires"), [(date(2025, 8, 31), True), (date(2025, 9, 1), False)])
    def test_a_review_is_enough(self, day: date, fires: bool) -> None:
        """Reviewed on the day of the amendment or later, and left as it is."""
        facts = [NodeFacts(("KABID", "A"), reviewed_on=day)]
        assert bool(stale(PARENT, CUT, CHILD, nodes=facts)) is fires

    @pytest.mark.parametrize(("day", "fires"), [(date(2025, 8, 31), True), (date(2025, 9, 1), False)])
    def test_so_is_a_version_of_its_own(self, day: date, fires: bool) -> None:
        """The child's agreement was amended as well."""
        later = CHILD.amend(code="PK-2-P", signed_on=day, reason="strategy", targets={"A": 80})
        assert bool(stale(PARENT, CUT, CHILD, later)) is fires

    def test_only_what_changed(self) -> None:
        """An amendment of the budget alone, of another target or of a weight touches nobody."""
        for change in ({}, {"budget": []}):
            same = PARENT.amend(code="PK-1-P", signed_on=date(2025, 9, 1), reason="strategy", **change)
            assert stale(PARENT, same, CHILD) == []
        both = agreed("PK-1", "KADIS", "II", "BUPATI", {"T": 100, "U": 5})
        other = both.amend(code="PK-1-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"U": 6})
        assert stale(both, other, CHILD) == []

    def test_a_definition_is_a_change(self) -> None:
        """The same number of something else."""
        redefined = target("T", 100, unit="KK")
        later = PARENT.amend(code="PK-1-P", signed_on=date(2025, 9, 1), reason="priority", targets={"T": redefined})
        (one,) = stale(PARENT, later, CHILD)
        assert one.text() == "PK-1-P mengubah KADIS/T sejak 1 September 2025, dan KABID/A (PK-2) belum ditinjau"

    def test_the_last_change_counts(self) -> None:
        """Reviewed after the first amendment, and changed again by the second; a third one changed nothing."""
        again = CUT.amend(code="PK-1-Q", signed_on=date(2025, 10, 1), reason="priority", targets={"T": 70})
        third = again.amend(code="PK-1-R", signed_on=date(2025, 11, 1), reason="priority")
        facts = [NodeFacts(("KABID", "A"), reviewed_on=date(2025, 9, 15))]
        (one,) = stale(PARENT, CUT, again, third, CHILD, nodes=facts)
        assert (one.data["version"], one.data["before"]) == ("PK-1-Q", "80")
        assert stale(PARENT, CUT, again, CHILD, nodes=facts, as_of=date(2025, 9, 30)) == []

    def test_a_new_target_is_a_change(self) -> None:
        """What was not promised before is new to those below."""
        before = agreed("PK-1", "KADIS", "II", "BUPATI", {"U": 5})
        after = agreed(
            "PK-1-P", "KADIS", "II", "BUPATI", {"U": 5, "T": 9}, signed_on=date(2025, 9, 1), supersedes="PK-1"
        )
        assert [one.data["version"] for one in stale(before, after, CHILD)] == ["PK-1-P"]

    def test_a_new_official_above_changes_nothing_below(self) -> None:
        """Subordinates need not sign anew, unless the profile says so."""
        heir = PARENT.amend(code="PK-1-P", signed_on=date(2025, 9, 1), reason="official", targets={"T": 80})
        assert stale(PARENT, heir, CHILD) == []
        assert len(stale(PARENT, heir, CHILD, profile=evolve(PEMDA, resign_subordinates=True))) == 1

    def test_only_operands(self) -> None:
        """Whoever supports without arithmetic is no operand."""
        assert stale(PARENT, CUT, CHILD, links=[link("KABID/A", "KADIS/T")]) == []
        assert told(validated([PARENT, CHILD], [UP]), "CAS902") == []

    @pytest.mark.parametrize(("child", "parent"), [("KABID/X", "KADIS/T"), ("KABID/A", "KADIS/X")])
    def test_a_link_that_leads_nowhere(self, child: str, parent: str) -> None:
        """An end that is not there is another check, here and for the periods."""
        report = validated([PARENT, CUT, CHILD], [link(child, parent, "sum")])
        for code in ("CAS902", "CAS903"):
            assert report.ledger.counts(code)["not_applicable"] == 1

    def test_what_follows_from_it_is_no_headline(self) -> None:
        """A child that now promises more than the parent is the same mistake; fifty for eighty is one too."""
        report = validated([PARENT, CUT, CHILD], [UP])
        assert {one.explained_by for one in report.findings if one.code in {"CAS301", "CAS302"}} <= {"CAS902"}
        assert "CAS902" in codes(report)


def reported(code: str, *periods: Period | None, each: int = 5) -> list[Realization]:
    """Realizations of some periods."""
    return [Realization(code, each, period=period) for period in periods]


QUARTERS = [Period.quarter(2025, at) for at in (1, 2, 3, 4)]
MONTHS = [Period.month(2025, at) for at in range(1, 13)]


class TestPeriodMix:
    """CAS903: what is combined is of one year and reported often enough."""

    def test_fires_across_years(self) -> None:
        """A child of last year under a parent of this one."""
        old = agreed("PK-2", "KABID", "III", "KADIS", {"A": 100}, year=2024, signed_on=date(2024, 1, 20))
        across = Link(child=("KABID", "A", 2024), parent=("KADIS", "T", 2025), kind="sum")
        (one,) = told(validated([PARENT, old], [across]), "CAS903")
        assert (one.severity, one.cell) == ("error", "year")
        assert one.text() == (
            "KADIS/T/2025 (Tahun 2025) dihitung dari KABID/A/2024 (Tahun 2024), yang tahun anggarannya lain"
        )
        supporting = Link(child=("KABID", "A", 2024), parent=("KADIS", "T", 2025), kind="support")
        assert told(validated([PARENT, old], [supporting]), "CAS903") == []

    @pytest.mark.parametrize(
        ("above", "below", "fires"),
        [
            (QUARTERS, [None], True),
            (QUARTERS, [Period.year(2025)], True),
            (QUARTERS, [Period.half_year(2025, 1)], True),
            (QUARTERS, [Period.four_month(2025, 1)], True),
            ([Period.four_month(2025, 1)], QUARTERS, True),
            (MONTHS, QUARTERS, True),
            (QUARTERS, QUARTERS, False),
            (QUARTERS, MONTHS, False),
            ([Period.half_year(2025, 1)], QUARTERS, False),
            ([None], QUARTERS, False),
            ([None], [None], False),
            (QUARTERS, [*QUARTERS, None], False),
        ],
    )
    def test_frequencies(self, above: Any, below: Any, fires: bool) -> None:
        """The child is reported at least as often, in periods that make up the parent's."""
        amounts = {("KADIS", "T"): reported("T", *above), ("KABID", "A"): reported("A", *below)}
        hits = told(validated([PARENT, CHILD], [UP], realizations=amounts), "CAS903")
        assert [one.severity for one in hits] == (["warning"] if fires else [])

    def test_within_the_year_it_is_an_error(self) -> None:
        """The parent's second quarter cannot be combined from a child's year."""
        amounts = {("KADIS", "T"): reported("T", *QUARTERS[:2]), ("KABID", "A"): reported("A", None)}
        (one,) = told(validated([PARENT, CHILD], [UP], realizations=amounts, through=QUARTERS[1]), "CAS903")
        assert (one.severity, one.cell) == ("error", "period")
        assert one.text().startswith("KADIS/T dilaporkan per triwulan, sedangkan KABID/A tahunan")

    @pytest.mark.parametrize("agreements", [[PARENT, CHILD], [CHILD, PARENT]], ids=["parent", "child"])
    def test_the_order_of_the_agreements_does_not_matter(self, agreements: list[Agreement]) -> None:
        """Whichever agreement is handed in first."""
        amounts = {("KADIS", "T"): reported("T", *QUARTERS), ("KABID", "A"): reported("A", None)}
        (one,) = told(validated(agreements, [UP], realizations=amounts), "CAS903")
        assert (one.cell, one.severity) == ("period", "warning")
        late = CUT.amend(code="PK-1-Q", signed_on=date(2025, 10, 1), reason="priority", targets={"T": 70})
        (stale_one,) = told(validated([*agreements, CUT, late], [UP]), "CAS902")
        assert stale_one.data["version"] == "PK-1-Q"

    def test_what_is_not_reported_is_not_coarse(self) -> None:
        """A child without any figure is another check, and so is a parent without one."""
        for node, code in ((("KADIS", "T"), "T"), (("KABID", "A"), "A")):
            report = validated([PARENT, CHILD], [UP], realizations={node: reported(code, *QUARTERS)})
            assert told(report, "CAS903") == []


SCALE = OrdinalScale(["C", "B", "BB"])


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (Target(target("T", polarity="stabilize").indicator, Range(1, 2)), Range(1, 3), ("[1; 2]", "[1; 3]")),
        (Target(target("T", unit=None, scale=SCALE).indicator, Level("B")), Level("BB"), ("B", "BB")),
        (
            Target(target("T", unit=None, polarity="minimize").indicator, date(2025, 6, 1)),
            date(2025, 7, 1),
            ("1 Juni 2025", "1 Juli 2025"),
        ),
    ],
)
def test_targets_of_every_kind_can_be_shown(before: Target, after: Any, shown: tuple[str, str]) -> None:
    """A range, a level and a date are written as people write them."""
    first = agreed("PK-1", "KADIS", "II", "BUPATI", [before])
    later = first.amend(code="PK-1-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"T": after})
    (one,) = stale(first, later, CHILD)
    assert (one.data["before"], one.data["after"]) == shown


class TestMixedYearsExplain:
    def reasons(self, **settings: Any) -> dict[str, str | None]:
        """What explains what, where the parent is reported by quarters and the child once."""
        quarters = Period.year(2025).parts("quarter")
        made = [Realization("T", 30, period=at) for at in quarters]
        cascade = family(
            target("T", 100, consolidation="sum"), target("A", 100), realizations={TOP: made, ("KABID-2", "A"): 100}
        )
        return {one.code: one.explained_by for one in report_on(cascade, **settings).findings}

    def test_another_rhythm_does_not_explain_the_whole_year(self) -> None:
        """The year can be compared all the same, so what is wrong with it stands by itself."""
        reasons = self.reasons()
        assert "CAS903" in reasons
        assert reasons["CAS401"] is None

    def test_another_year_does(self) -> None:
        """Another year does."""
        agreements = [
            pk("PK-1", "KADIS", "II", None, target("T", 100)),
            pk("PK-2", "KABID", "III", "KADIS", target("A", 90), year=2024, signed_on=date(2024, 1, 20)),
        ]
        links = [Link(child=("KABID", "A"), parent=TOP, kind="sum")]
        reasons = {one.code: one.explained_by for one in report_on(Cascade(agreements, links)).findings}
        assert reasons["CAS301"] == "CAS903"


def test_findings_on_time_are_told_whole() -> None:
    """Programs read the data, people the text, in either language."""
    (late,) = told(validated([signed(date(2025, 3, 15))], budgets=[document()]), "CAS901")
    assert dict(late.data) == {
        "agreement": "PK-1",
        "date": "2025-03-15",
        "due": "2025-02-02",
        "months": "1",
        "document": "DPA",
        "ratified": "2025-01-02",
        "days": "41",
    }
    assert late.text("en") == (
        "PK-1 was signed on 15 March 2025, 41 days after 2 February 2025: it is due 1 month(s) after DPA was ratified "
        "(2 January 2025)"
    )
    (moved,) = stale(PARENT, CUT, CHILD)
    assert dict(moved.data) == {
        "parent": "KADIS/T",
        "child": "KABID/A",
        "version": "PK-1-P",
        "date": "2025-09-01",
        "agreement": "PK-2",
        "before": "100",
        "after": "80",
    }
    assert moved.text("en") == (
        "PK-1-P moved the target of KADIS/T from 100 to 80 on 1 September 2025, and KABID/A (PK-2) was not reviewed "
        "since"
    )


@pytest.mark.parametrize(
    ("above", "below", "words", "english"),
    [
        (QUARTERS, [None], ("per triwulan", "tahunan"), ("by quarters", "by the year")),
        (MONTHS, QUARTERS, ("per bulan", "per triwulan"), ("by months", "by quarters")),
    ],
)
def test_a_rhythm_is_named(above: Any, below: Any, words: tuple[str, str], english: tuple[str, str]) -> None:
    """The parent's first, then the child's, which is the coarser one."""
    amounts = {("KADIS", "T"): reported("T", *above), ("KABID", "A"): reported("A", *below)}
    (one,) = told(validated([PARENT, CHILD], [UP], realizations=amounts), "CAS903")
    assert dict(one.data) == {"parent": "KADIS/T", "child": "KABID/A", "own": words[0], "other": words[1]}
    assert one.text("en").startswith(f"KADIS/T is reported {english[0]}, and KABID/A {english[1]}, so that")
