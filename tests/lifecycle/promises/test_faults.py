from datetime import date
from time import perf_counter

import pytest
from attrs import evolve

from sakip.lifecycle import Duty, PromiseCoverage, promise_coverage
from sakip.lifecycle.promises.faults import RULES, findings
from tests.lifecycle.promises.making import agreement, indicator, plan, promise

PLAN = plan(promise("J-1", offices=["Dinas A", "Dinas B"], due=date(2021, 3, 31)), "J-2")


def texts(found: PromiseCoverage, code: str) -> list[str]:
    """What the findings of one code say, in English."""
    return [one.text("en") for one in findings(found) if one.code == code]


def test_nobody_has_signed() -> None:
    """Who is responsible is named, and where nobody is, that."""
    found = promise_coverage([PLAN], [])
    assert texts(found, "PROMISE-UNCOVERED") == [
        "J-1 of JANJI, Janji J-1: no agreement carries it; responsible: Dinas A, Dinas B",
        "J-2 of JANJI, Janji J-2: no agreement carries it; responsible: nobody is named",
    ]
    assert [one.subject for one in found.check()] == ["plan[JANJI].items[J-1]", "plan[JANJI].items[J-2]"]


def test_an_office_that_has_not_signed() -> None:
    """An office that is responsible and does not carry the promise is named, others beside it or not."""
    signed = agreement("PK-1", indicator("A", "J-1"))
    found = promise_coverage([PLAN], [signed])
    told = "J-1 of JANJI: Dinas B is responsible, but no agreement of theirs carries it"
    assert texts(found, "PROMISE-OFFICE") == [told]
    both = promise_coverage([PLAN], [signed, agreement("PK-2", indicator("B", "J-1"), office="dinas b")])
    assert texts(both, "PROMISE-OFFICE") == []


def test_without_a_day_of_signature() -> None:
    """A promise in drafts alone is remarked on; one signed agreement is enough."""
    draft, signed = agreement("PK-1", indicator("A", "J-2"), signed_on=None), agreement("PK-2", indicator("B", "J-2"))
    assert len(texts(promise_coverage([PLAN], [draft]), "PROMISE-UNSIGNED")) == 1
    assert texts(promise_coverage([PLAN], [draft, signed]), "PROMISE-UNSIGNED") == []


def test_dropped_by_an_amendment() -> None:
    """What an amendment leaves out is uncovered, and its old versions are named."""
    first = agreement("PK-1", indicator("A", "J-2"))
    later = evolve(agreement("PK-1-P", indicator("A", "J-1")), supersedes="PK-1", reason="strategy")
    found = promise_coverage([PLAN], [first, later])
    told = "J-2 of JANJI is carried only by versions in whose place others stand: PK-1"
    assert texts(found, "PROMISE-DROPPED") == [told]


@pytest.mark.parametrize(
    ("day", "codes"),
    [(date(2021, 3, 31), ()), (date(2021, 4, 1), ("PROMISE-LATE",))],
)
def test_late(day: date, codes: tuple[str, ...]) -> None:
    """A promise is late from the day after its deadline, whether anybody signed for it or not."""
    found = promise_coverage([PLAN], [], as_of=day).check()
    assert tuple(code for code in found.codes() if code != "PROMISE-UNCOVERED") == codes


def test_kept_late() -> None:
    """What was kept after its deadline is a note with both days."""
    found = promise_coverage([PLAN], [], done={"J-1": date(2021, 4, 10)})
    told = "J-1 of JANJI was kept on 10 April 2021, days of delay: 10; it was due by 31 March 2021"
    assert texts(found, "PROMISE-DONE-LATE") == [told]
    early = promise_coverage([PLAN], [], done={"J-1": date(2021, 3, 31)})
    assert texts(early, "PROMISE-DONE-LATE") == []


@pytest.mark.parametrize(("day", "early"), [(date(2021, 1, 4), 1), (date(2021, 1, 5), 0)])
def test_kept_before_it_began(day: date, early: int) -> None:
    """What was kept before its period began has a slip in one of the two days."""
    held = plan(promise("J-1", begins=date(2021, 1, 5)))
    found = promise_coverage([held], [], done={" J-1": day})
    told = "J-1 of JANJI was kept on 4 January 2021, before its period began on 5 January 2021"
    assert texts(found, "PROMISE-DONE-EARLY") == [told] * early


class TestCitations:
    def test_unknown(self) -> None:
        """A code that is nowhere is an error, with what looks like it, if anything does."""
        signed = agreement("PK-1", indicator("A", "J-7", "sesuatu"))
        found = promise_coverage([PLAN], [signed])
        assert texts(found, "PROMISE-UNKNOWN") == [
            "PK-1 A cites J-7, which is in no plan and no duty; similar: J-2, J-1",
            "PK-1 A cites sesuatu, which is in no plan and no duty",
        ]
        assert {one.severity for one in found.check() if one.code == "PROMISE-UNKNOWN"} == {"error"}

    def test_ambiguous(self) -> None:
        """A code of two plans is an error that shows both ways to write it; a plan of other years is none."""
        signed = agreement("PK-1", indicator("A", "J-1"))
        told = "PK-1 A cites J-1, which means more than one thing: JANJI:J-1, LAIN:J-1"
        old = plan("J-1", code="LAMA", years=(2014, 2018))
        assert texts(promise_coverage([old, PLAN, plan("J-1", code="LAIN")], [signed]), "PROMISE-AMBIGUOUS") == [told]
        assert texts(promise_coverage([PLAN, plan("J-1", code="LAIN")], [signed]), "PROMISE-AMBIGUOUS") == [told]

    def test_ambiguous_duties(self) -> None:
        """A duty that several others have is an error too, which names them and no plan that is not there."""
        duties = [Duty("T-1", "Membina", holder=holder) for holder in ("Dinas B", "Dinas C")]
        found = promise_coverage([], [agreement("PK-1", indicator("A", "T-1"))], duties=duties)
        told = "PK-1 A cites T-1, which means more than one thing: a duty of Dinas B, a duty of Dinas C"
        assert texts(found, "PROMISE-AMBIGUOUS") == [told]

    def test_of_another_period(self) -> None:
        """A promise of another period is an error."""
        old = plan("J-9", code="LAMA", years=(2014, 2018))
        told = "PK-1 S1 cites J-9, which only plans for other years than 2021 have"
        assert texts(promise_coverage([old], [agreement("PK-1", indicator(), cites="J-9")]), "PROMISE-PERIOD") == [told]

    def test_thousands_of_wrong_codes(self) -> None:
        """Wrong codes by the thousand are all found, and do not take minutes."""
        held = plan(*(f"J-{number:05}" for number in range(1000)))
        signed = agreement("PK-1", indicator("A", *(f"K-{number:05}" for number in range(2000))))
        began = perf_counter()
        assert len(texts(promise_coverage([held], [signed]), "PROMISE-UNKNOWN")) == 2000
        assert perf_counter() - began < 20


class TestAgreements:
    def test_serving_none_and_target(self) -> None:
        """An agreement that serves none is a warning; a target in one that serves some is a note."""
        some, none = agreement("PK-1", indicator("A", "J-1"), indicator("B")), agreement("PK-2", indicator("C"))
        found = promise_coverage([PLAN], [none, some])
        assert texts(found, "PROMISE-NONE") == ["PK-2, Kepala Dinas A: serves no promise at all"]
        assert texts(found, "PROMISE-TARGET") == ["B of PK-1 serves no promise"]

    @pytest.mark.parametrize(("year", "asked"), [(2018, False), (2019, True), (2024, True), (2025, False)])
    def test_years_without_a_plan(self, year: int, asked: bool) -> None:
        """An agreement of a year for which there is no plan is not blamed for serving none, and not counted."""
        found = promise_coverage([PLAN], [agreement("PK-1", indicator("A"), year=year)])
        told = f"PK-1 is for {year}, for which there is no plan, so that it is not asked what it serves"
        assert texts(found, "PROMISE-NO-PLAN") == [told] * (not asked)
        assert len(texts(found, "PROMISE-NONE")) == len(found.serving_none) == found.agreement_count.size == asked

    def test_two_of_one_code(self) -> None:
        """Two agreements in force with one code cannot be told apart."""
        one, other = (
            agreement("PK-1", indicator("A", "J-1")),
            agreement("PK-1", indicator("B", "J-1"), office="Dinas B"),
        )
        assert texts(promise_coverage([PLAN], [one, other]), "PROMISE-SAME-CODE") == [
            "agreements in force with the code PK-1: 2"
        ]
        assert texts(promise_coverage([PLAN], [one, one]), "PROMISE-SAME-CODE") == []


class TestDuties:
    duty = Duty("T-1", "Membina", holder="Dinas A")

    def test_shown_by_nothing(self) -> None:
        """A duty without an indicator is named with its holder."""
        found = promise_coverage([], [agreement("PK-1", indicator("A"))], duties=[self.duty])
        assert texts(found, "DUTY-UNCOVERED") == ["The duty T-1 of Dinas A, Membina, is shown by no indicator"]

    def test_cited_elsewhere(self) -> None:
        """A duty that only others cite is told as that."""
        other = agreement("PK-9", indicator("A", "T-1"), office="Dinas B")
        found = promise_coverage([], [other], duties=[self.duty])
        assert found.check().codes() == ("DUTY-OTHER",)
        assert "PK-9" in found.check().findings[0].text()

    def test_shown(self) -> None:
        """A duty with an indicator of its holder has no finding."""
        assert (
            promise_coverage([], [agreement("PK-1", indicator("A", "T-1"))], duties=[self.duty]).check().codes() == ()
        )


@pytest.mark.parametrize(("size", "more"), [(5, ""), (6, " (+1)"), (8, " (+3)")])
def test_many_agreements_are_counted(size: int, more: str) -> None:
    """Of many agreements the first five are named, and how many more there are."""
    drafts = [agreement(f"PK-{at}", indicator("A", "J-2"), signed_on=None) for at in range(size)]
    (told,) = texts(promise_coverage([PLAN], drafts), "PROMISE-UNSIGNED")
    assert told.endswith(f": PK-0, PK-1, PK-2, PK-3, PK-4{more}")


def test_each_code_once() -> None:
    """Every rule has a code of its own."""
    assert len({rule.code for rule in RULES}) == len(RULES)
