from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sakip import Agreement, Party, Tenure
from sakip.cascade import KEMENKEU, CascadeFinding
from sakip.cascade.checks.succession import CAS602, working_days_after
from tests.cascade.making import agreed, codes, target, told, validated

FIRST = agreed("PK-1", "KADIS", "II", "BUPATI", {"IKU-1": 100})
OLD = Tenure(Party("KADIS"), "Contoh A", starts=date(2023, 1, 1), ends=date(2025, 6, 30))
NEW = Tenure(Party("KADIS"), "Contoh B", starts=date(2025, 7, 1))
LIMITED = evolve(KEMENKEU, last_new_version=None)


def second(signed_on: date, code: str = "PK-1-P", **fields: Any) -> Agreement:
    """The version of the new official."""
    return FIRST.amend(code=code, signed_on=signed_on, reason="official", **fields)


def hits(*versions: Agreement, tenures: Any = (OLD, NEW), **given: Any) -> list[CascadeFinding]:
    """The findings of CAS602."""
    return told(validated(versions, tenures=tenures, **given), "CAS602")


class TestWorkingDays:
    """Working days are Mondays to Fridays."""

    @pytest.mark.parametrize(
        ("day", "count", "due"),
        [
            (date(2025, 7, 4), 0, date(2025, 7, 4)),
            (date(2025, 7, 4), 1, date(2025, 7, 7)),
            (date(2025, 7, 5), 1, date(2025, 7, 7)),
            (date(2025, 7, 6), 1, date(2025, 7, 7)),
            (date(2025, 7, 6), 5, date(2025, 7, 11)),
            (date(2025, 7, 1), 15, date(2025, 7, 22)),
        ],
    )
    def test_examples(self, day: date, count: int, due: date) -> None:
        """Around a weekend, and three weeks."""
        assert working_days_after(day, count) == due

    @given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(1, 60))
    def test_so_many_lie_between(self, day: date, count: int) -> None:
        """Counted one by one there are as many, and the last is one of them."""
        due = working_days_after(day, count)
        between = [date.fromordinal(at) for at in range(day.toordinal() + 1, due.toordinal() + 1)]
        assert due.weekday() < 5
        assert sum(one.weekday() < 5 for one in between) == count


class TestTwoAtOnce:
    """CAS602: one position has one agreement at a time."""

    def test_fires_on_two_in_force(self) -> None:
        """Neither supersedes the other."""
        (one,) = hits(FIRST, agreed("PK-9", "KADIS", "II", "BUPATI", {"IKU-2": 1}), tenures=())
        assert (one.subject, one.severity) == ("KADIS", "error")
        assert one.text() == "KADIS punya 2 perjanjian tahun 2025 yang berlaku bersamaan: PK-1, PK-9"

    def test_a_contradiction_between_them_is_its_consequence(self) -> None:
        """Two targets for one indicator are what two agreements lead to."""
        report = validated([FIRST, agreed("PK-9", "KADIS", "II", "BUPATI", {"IKU-1": 90})])
        assert [one.explained_by for one in told(report, "CAS107")] == ["CAS602"]
        assert told(report, "CAS602")[0].is_headline

    def test_versions_follow_each_other(self) -> None:
        """One that supersedes the other is in force alone."""
        assert hits(FIRST, second(date(2025, 7, 1)), tenures=()) == []

    @pytest.mark.parametrize(("day", "count"), [(date(2025, 1, 19), 1), (date(2025, 1, 20), 0)])
    def test_what_is_yet_to_be_in_force_is_a_draft(self, day: date, count: int) -> None:
        """Where there is nothing else it is judged, and that is said."""
        notes = hits(FIRST, tenures=(), as_of=day)
        assert [one.severity for one in notes] == ["note"] * count
        assert not notes or "20 Januari 2025" in notes[0].text()

    def test_a_later_agreement_does_not_count_before_its_day(self) -> None:
        """Though it does not say that it supersedes the other."""
        later = agreed("PK-9", "KADIS", "II", "BUPATI", {"IKU-1": 90}, signed_on=date(2025, 9, 1))
        report = validated([FIRST, later], as_of=date(2025, 8, 31))
        assert codes(report) == []
        assert [target.value for target in report.case.graph.targets] == [100]
        assert codes(validated([FIRST, later])) == ["CAS107", "CAS602"]

    def test_years_follow_each_other(self) -> None:
        """One a year is as it should be."""
        last = agreed("PK-0", "KADIS", "II", "BUPATI", {"IKU-1": 9}, year=2024, signed_on=date(2024, 1, 20))
        assert hits(FIRST, last, tenures=()) == []

    @pytest.mark.parametrize(("day", "count"), [(date(2025, 8, 31), 0), (date(2025, 9, 1), 1)])
    def test_from_the_day_of_the_second(self, day: date, count: int) -> None:
        """Before the second one begins there is one."""
        other = agreed("PK-9", "KADIS", "II", "BUPATI", {"IKU-2": 1}, signed_on=date(2025, 9, 1))
        assert len(hits(FIRST, other, tenures=(), as_of=day)) == count


class TestSigner:
    """CAS602: who signs holds the position on that day."""

    @pytest.mark.parametrize(("day", "fires"), [(date(2025, 6, 30), True), (date(2025, 7, 1), False)])
    def test_before_taking_office(self, day: date, fires: bool) -> None:
        """The successor signs on the first day in office, not on the eve."""
        named = second(day, first_party=Party("KADIS", echelon="II", official="contoh b"))
        found = [one for one in hits(FIRST, named) if one.cell == "signed_on:PK-1-P"]
        assert bool(found) is fires
        assert not found or found[0].text() == (
            "PK-1-P ditandatangani 30 Juni 2025 oleh pejabat yang pada hari itu tidak memegang KADIS"
        )

    def test_somebody_else(self) -> None:
        """A name that nobody in office bears; no name is shown."""
        (one,) = hits(agreed("PK-1", "KADIS", "II", "BUPATI", {"I-1": 1}, official="Contoh C"), tenures=[OLD])
        assert "Contoh" not in one.text() + one.text("en") + str(one.data)

    @pytest.mark.parametrize(("ends", "fires"), [(date(2025, 1, 19), True), (date(2025, 1, 20), False)])
    def test_an_empty_post_signs_nothing(self, ends: date, fires: bool) -> None:
        """Nobody held the position on the day of the signature."""
        left = evolve(OLD, ends=ends)
        assert bool(hits(FIRST, tenures=[left])) is fires

    def test_tenures_that_begin_later_say_nothing(self) -> None:
        """Who was in office in January is not recorded, and nothing is claimed."""
        assert hits(FIRST, tenures=[NEW]) == []
        named = agreed("PK-1", "KADIS", "II", "BUPATI", {"I-1": 1}, official="Contoh A")
        assert hits(named, tenures=[NEW]) == []
        too_early = agreed("PK-1", "KADIS", "II", "BUPATI", {"I-1": 1}, official="Contoh B")
        assert len(hits(too_early, tenures=[NEW])) == 1

    def test_a_stand_in_may_sign(self) -> None:
        """Who stands in for some days holds the position on them."""
        stand_in = Tenure(Party("KADIS"), "Contoh C", kind="Plh", starts=date(2025, 1, 15), ends=date(2025, 1, 25))
        signed = agreed("PK-1", "KADIS", "II", "BUPATI", {"I-1": 1}, official="Contoh C")
        assert hits(signed, tenures=[evolve(OLD, ends=None), stand_in]) == []

    @pytest.mark.parametrize(
        ("person", "fires"), [("dr. Contoh A, M.Kes", False), ("Contoh A S.Sos.", False), ("Contoh C", True)]
    )
    def test_titles_make_no_other_person(self, person: str, fires: bool) -> None:
        """A decree writes them, an agreement may not."""
        signed = agreed("PK-1", "KADIS", "II", "BUPATI", {"IKU-1": 100}, official=person)
        assert bool(hits(signed, tenures=[OLD])) is fires

    def test_an_agreement_without_a_day_is_not_judged(self) -> None:
        """No day, no holder."""
        assert hits(agreed("PK-1", "KADIS", "II", "BUPATI", {"I-1": 1}, signed_on=None), tenures=[OLD]) == []


class TestSuccessor:
    """CAS602: who takes over has a version of their own."""

    def test_no_rule_counts_days_so_it_is_a_note(self) -> None:
        """Replaced on 1 July, signed on 1 September: 62 days, and in a region no rule says how many are too many."""
        (one,) = hits(FIRST, second(date(2025, 9, 1)))
        assert (one.severity, one.data["days"], one.data["until"]) == ("note", "62", "2025-08-31")
        assert one.text().endswith("(1 Juli 2025 sampai 31 Agustus 2025); tidak ada aturan yang membatasinya")

    def test_from_the_first_day(self) -> None:
        """Version 2 from 1 July leaves no day out."""
        assert hits(FIRST, second(date(2025, 7, 1))) == []
        assert hits(FIRST, second(date(2025, 7, 10), effective_on=date(2025, 7, 1))) == []

    def test_until_the_first_version(self) -> None:
        """Later versions of the same official change nothing about the days before the first."""
        again = second(date(2025, 7, 10)).amend(code="PK-1-Q", signed_on=date(2025, 9, 1), reason="strategy")
        (one,) = hits(FIRST, second(date(2025, 7, 10)), again)
        assert one.data["days"] == "9"

    def test_never(self) -> None:
        """Without any version it is every day up to the one that is judged."""
        (one,) = hits(FIRST, as_of=date(2025, 7, 31))
        assert one.data["days"] == "31"

    @pytest.mark.parametrize(("day", "fires"), [(date(2025, 7, 22), False), (date(2025, 7, 23), True)])
    def test_fifteen_working_days(self, day: date, fires: bool) -> None:
        """KMK 467/2014: within 15 working days of 1 July is by 22 July."""
        found = hits(FIRST, second(day), profile=KEMENKEU)
        assert bool(found) is fires
        assert [one.data["due"] for one in found] == (["2025-07-22"] if fires else [])
        assert all(one.severity == "error" for one in found)

    @pytest.mark.parametrize(("day", "fires"), [(date(2025, 7, 22), False), (date(2025, 7, 23), True)])
    def test_none_yet(self, day: date, fires: bool) -> None:
        """On the last day nobody is late; on the next one they are."""
        assert bool(hits(FIRST, profile=KEMENKEU, as_of=day)) is fires

    @pytest.mark.parametrize(("starts", "fires"), [(date(2025, 9, 26), True), (date(2025, 9, 29), False)])
    def test_too_late_in_the_year_to_sign(self, starts: date, fires: bool) -> None:
        """Where the 15 days run past 18 October no version is asked for; 26 September has until 17 October."""
        tenures = [evolve(OLD, ends=date(2025, 9, 25)), evolve(NEW, starts=starts)]
        assert bool(hits(FIRST, tenures=tenures, profile=KEMENKEU)) is fires
        assert hits(FIRST, tenures=tenures, profile=LIMITED)

    @pytest.mark.parametrize(("day", "fires"), [(date(2025, 10, 18), False), (date(2025, 10, 19), True)])
    def test_no_version_after_18_october(self, day: date, fires: bool) -> None:
        """KMK 467/2014: none after 18 October for a change of official; an amendment for another reason may be."""
        tenures = [evolve(OLD, ends=date(2025, 10, 9)), evolve(NEW, starts=date(2025, 10, 10))]
        found = hits(FIRST, second(day), tenures=tenures, profile=KEMENKEU)
        assert [one.cell for one in found] == (["limit:PK-1-P"] if fires else [])
        other = FIRST.amend(code="PK-1-P", signed_on=day, reason="strategy")
        assert hits(FIRST, other, tenures=tenures, profile=KEMENKEU) == []

    @pytest.mark.parametrize(("day", "fires"), [(date(2025, 2, 28), False), (date(2025, 3, 1), True)])
    def test_the_last_day_may_be_one_of_a_leap_year(self, day: date, fires: bool) -> None:
        """In a common year 28 February stands for it."""
        profile = evolve(KEMENKEU, last_new_version=(2, 29))
        late = [one for one in hits(FIRST, second(day), tenures=[OLD], profile=profile) if one.cell == "limit:PK-1-P"]
        assert bool(late) is fires

    def test_titles_are_no_succession(self) -> None:
        """Who was doctor all along, or is now, has not taken over from himself."""
        again = evolve(NEW, official="Dr. Contoh A, M.Si")
        assert hits(FIRST, tenures=(OLD, again)) == []

    def test_who_acts_for_a_while_needs_none(self) -> None:
        """A Plt between two definitive officials is not asked for a version."""
        acting = Tenure(Party("KADIS"), "Contoh C", kind="Plt", starts=date(2025, 7, 1))
        assert hits(FIRST, tenures=[OLD, acting]) == []

    def test_who_stays_needs_none(self) -> None:
        """One official with two tenures in a row is no replacement."""
        again = Tenure(Party("KADIS"), "contoh a", starts=date(2025, 7, 1))
        assert hits(FIRST, tenures=[OLD, again]) == []

    def test_who_takes_over_before_the_first_version_signs_that(self) -> None:
        """Replaced on 10 January, the agreement of 20 January is the successor's own."""
        tenures = [evolve(OLD, ends=date(2025, 1, 9)), evolve(NEW, starts=date(2025, 1, 10))]
        assert hits(FIRST, tenures=tenures) == []

    def test_who_comes_later_is_not_there_yet(self) -> None:
        """A change after the day that is judged, or in the next year, is none."""
        assert hits(FIRST, as_of=date(2025, 6, 30)) == []
        tenures = [evolve(OLD, ends=date(2025, 12, 31)), evolve(NEW, starts=date(2026, 1, 1))]
        assert hits(FIRST, tenures=tenures, as_of=date(2026, 3, 1)) == []

    def test_the_check_needs_tenures_or_a_second_agreement(self) -> None:
        """With neither there is nothing to keep step with."""
        report = validated([FIRST])
        assert report.ledger.counts("CAS602")["not_applicable"] == 2
        assert CAS602.explains == ("CAS107",)

    def test_tenures_of_a_misspelt_position(self) -> None:
        """A position that two posts could be is named, and its tenures count for neither."""
        twins = [agreed("PK-1", "CAMAT", "III", None, {"I-1": 1}, office=at) for at in ("Kec. A",)]
        twins.append(agreed("PK-2", "CAMAT", "III", None, {"I-1": 1}, office="Kec. B"))
        report = validated(twins, tenures=[Tenure(Party("CAMAT"), "Contoh", starts=date(2025, 1, 1))])
        (one,) = told(report, "CAS102")
        assert one.text() == "Jabatan pada masa jabatan, CAMAT, dapat berarti Kec. A/CAMAT, Kec. B/CAMAT"
        assert target("I-1").code == "I-1"


@pytest.mark.parametrize(("day", "days"), [(1, []), (2, ["1"]), (3, ["2"])])
def test_a_single_day_counts(day: int, days: list[str]) -> None:
    """Whoever signs on the next day has served one without."""
    assert [one.data["days"] for one in hits(FIRST, second(date(2025, 7, day)))] == days


def test_too_many_working_days_are_told_whole() -> None:
    """How long, since when, and by when it was due."""
    (one,) = hits(FIRST, second(date(2025, 7, 23)), profile=KEMENKEU)
    assert one.cell == "since:2025-07-01"
    assert one.text() == (
        "Pejabat baru KADIS menjabat 22 hari tanpa perjanjian sendiri (1 Juli 2025 sampai 22 Juli 2025); batasnya 22 "
        "Juli 2025, 15 hari kerja sejak pergantian, hari libur tidak dihitung keluar"
    )
    assert one.text("en") == (
        "The new official of KADIS served 22 days without an agreement of their own (1 July 2025 to 22 July 2025); it "
        "was due on 22 July 2025, 15 working days after taking over, holidays not taken out"
    )


@pytest.mark.parametrize(("ends", "days"), [(date(2025, 7, 10), "10"), (None, "184")])
def test_the_days_end_with_the_tenure(ends: date | None, days: str) -> None:
    """Whoever left again without a version was without one until that day."""
    (one,) = hits(FIRST, tenures=[OLD, evolve(NEW, ends=ends)])
    assert one.data["days"] == days
