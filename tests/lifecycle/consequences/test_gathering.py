from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import (
    Agreement,
    Evaluation,
    Indicator,
    NotReported,
    Objective,
    Party,
    Period,
    Realization,
    Reference,
    Target,
    Text,
    evaluate,
)
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import (
    BENGKULU_MANDATORY,
    KENDAL,
    NATIONAL,
    UNSIGNED_PROMISES_FACT,
    Agenda,
    Deadline,
    Exemption,
    GivenFact,
    PlanDocument,
    Promise,
    PromiseCoverage,
    Regime,
    Timing,
    check_mandatory,
    completeness_fact,
    grade_fact,
    late_reports_fact,
    mandatory_missing_fact,
    promise_coverage,
    schedule,
    standing,
    total_fact,
    unsigned_promises_fact,
)
from sakip.policies import LKJIP, PERMENPANRB_8_2021
from sakip.scoring import GradeScale

HEAD = Party("Kepala Dinas Kesehatan", echelon="II.b")
TARGETS = [
    Target(Indicator(f"IKU-{at}", f"Indikator {at}", polarity="maximize"), target) for at, target in ((1, 9), (2, 10))
]
AGREEMENT = Agreement("PK-2024", year=2024, first_party=HEAD, objectives=[Objective("Sasaran", TARGETS)])


def evaluated(*values: Any, policy: Any = LKJIP, **rest: Any) -> Evaluation:
    """The evaluation of what was delivered."""
    given = [Realization(f"IKU-{at}", value) for at, value in enumerate(values, start=1)]
    return evaluate(AGREEMENT, given, policy=policy, **rest)


def why(given: GivenFact) -> str:
    """Why a fact is not known, in English."""
    assert given.because is not None
    assert given.value is None
    return given.because.render("en")


class TestTotal:
    def test_a_final_total_is_exact(self) -> None:
        """The total before its last rounding, with its agreement and policy as its source."""
        given = total_fact(evaluated(8, 10))
        assert (given.fact, given.year, given.value) == ("total", 2024, Fraction(8500, 90))
        assert given.source == "PK-2024, lkjip 1"
        assert given.measure == "lkjip 1"

    def test_a_provisional_total_is_not_known(self) -> None:
        """What lacks an indicator says how much is known and what is missing, however good or bad it looks."""
        given = total_fact(evaluated(0, NotReported()))
        assert why(given) == "its score is provisional, only 50 % of the weight is known; without a score: IKU-2"

    def test_a_withheld_total_is_not_known(self) -> None:
        """Without a score there is a reason."""
        assert why(total_fact(evaluated())).startswith("its score is withheld: ")

    def test_part_of_a_year_is_not_the_year(self) -> None:
        """A half-year's total is no total of the year, be it ever so complete."""
        through = evaluated(8, 10, through=Period.half_year(2024, 1))
        assert why(total_fact(through)) == "only through Half-year I 2024 was evaluated, not the year"

    def test_it_may_have_another_name(self) -> None:
        """A policy may call the fact otherwise."""
        assert total_fact(evaluated(8, 10), fact="nilai").fact == "nilai"


class TestGrade:
    def test_the_label_of_a_final_total(self) -> None:
        """The grade stands for the total where the policy has a scale."""
        given = grade_fact(evaluated(9, 10, policy=PERMENPANRB_8_2021))
        assert (given.value, given.measure) == (
            "Baik",
            " ".join(evaluated(9, 10, policy=PERMENPANRB_8_2021).policy_recorded),
        )

    def test_no_grade_where_there_is_none(self) -> None:
        """A provisional total has no grade to stand on, and neither has a policy without a scale."""
        assert "provisional" in why(grade_fact(evaluated(0, NotReported())))
        bare = evolve(PERMENPANRB_8_2021, scale=None)
        assert why(grade_fact(evaluated(9, 10, policy=bare))).endswith("gives no grade")


@pytest.mark.parametrize(("values", "label"), [((8, 10), "final"), ((8, NotReported()), "sementara"), ((), "ditahan")])
def test_completeness_is_always_known(values: tuple[Any, ...], label: str) -> None:
    """How complete a total is can always be said."""
    assert completeness_fact(evaluated(*values)).value == label


DONE = {"agreement": date(2024, 1, 25), "annual-report": date(2025, 4, 1)}
LATER = date(2025, 5, 1)


def agenda(done: dict[str, date], as_of: date = LATER) -> Agenda:
    """The agenda of a region that had its budget on 5 January 2024."""
    return standing(schedule(NATIONAL, 2024, level="region", budget_ratified_on=date(2024, 1, 5)), done, as_of=as_of)


class TestLateReports:
    def test_what_was_late_is_counted(self) -> None:
        """A report of 31 March that came on 1 April is late; the source names it."""
        given = late_reports_fact(agenda(DONE), 2024)
        assert (given.value, given.source) == (
            Decimal(1),
            "agenda per 1 Mei 2025: Laporan kinerja tahunan",
        )

    def test_in_time_is_not_late(self) -> None:
        """On the last day it is in time."""
        given = late_reports_fact(agenda({**DONE, "annual-report": date(2025, 3, 31)}), 2024)
        assert (given.value, given.source) == (Decimal(0), "agenda per 1 Mei 2025")

    def test_what_is_still_missing_is_late_too(self) -> None:
        """What was due and has not come is late."""
        assert late_reports_fact(agenda({}), 2024).value == Decimal(1)

    def test_only_reports_are_counted(self) -> None:
        """Neither an agreement that was signed late nor what the codes leave out is a late report."""
        late = agenda({"agreement": date(2024, 6, 1), "annual-report": date(2025, 3, 31)})
        assert late_reports_fact(late, 2024).value == Decimal(0)
        assert late_reports_fact(late, 2024, codes=["agreement"]).source == "agenda per 1 Mei 2025: Perjanjian kinerja"
        unknown = late_reports_fact(late, 2024, codes=["laporan-triwulan"])
        assert why(unknown) == "the agenda has no report with a last day for 2024: laporan-triwulan"
        with pytest.raises(InvalidValueError):
            late_reports_fact(late, 2024, codes="annual-report")

    def test_what_may_still_come_leaves_it_open(self) -> None:
        """Before the last day nobody can say how many will be late, and nothing counts as late."""
        given = late_reports_fact(agenda({}, date(2025, 3, 31)), 2024)
        assert why(given) == "on the day of the agenda some is not due yet or not known: Annual performance report"

    def test_days_that_nobody_knows_leave_it_open(self) -> None:
        """Without the day on which the budget was ratified nothing can be said of the agreement."""
        asked = standing(schedule(NATIONAL, 2024, level="region"), {}, as_of=date(2025, 5, 1))
        assert why(late_reports_fact(asked, 2024, codes=["agreement"])).endswith(": Performance agreement")

    def test_each_of_several_is_told_with_its_period(self) -> None:
        """What a year has four times is named with its quarter."""
        what, timing = Text("Laporan triwulan", "Quarterly report"), Timing("period_ends", each="quarter", within=1)
        source = Reference("Perbup Contoh 1/2024 (rekaan)", certainty="read")
        own = Regime("contoh", Text("Contoh", "Example"), [Deadline("quarterly", what, timing, source)])
        dues = schedule(own, 2024, level="office")
        done = {due.code: due.last_day for due in dues[:-1] if due.last_day is not None}
        item = standing(dues, done, as_of=date(2026, 1, 1))
        given = late_reports_fact(item, 2024, codes=[due.code for due in dues])
        assert (given.value, len(dues)) == (Decimal(1), 4)
        assert given.source == "agenda per 1 Januari 2026: Laporan triwulan Triwulan IV 2024"
        early = late_reports_fact(standing(dues, {}, as_of=dues[0].period.last_day), 2024, codes=[dues[0].code])
        assert why(early).endswith(": Quarterly report of Quarter I 2024")

    def test_other_years_do_not_count(self) -> None:
        """An agenda of another year says nothing of this one."""
        told = why(late_reports_fact(agenda(DONE), 2023))
        assert told == "the agenda has no report with a last day for 2023: interim-report, annual-report"

    def test_without_a_last_day_nothing_is_late(self) -> None:
        """Obligations that nobody counts days for are left out."""
        dues = schedule(KENDAL, 2024, level="office", budget_ratified_on=date(2024, 1, 2))
        endless = {due.code for due in dues if due.last_day is None}
        done = {due.code: due.last_day for due in dues if due.last_day is not None}
        assert endless
        assert late_reports_fact(standing(dues, done, as_of=date(2026, 1, 1)), 2024).value == Decimal(0)


class TestUnsignedPromises:
    PLAN = PlanDocument(
        "JANJI",
        "Janji kerja",
        first_year=2024,
        last_year=2029,
        promises=[
            Promise("J-1", "Jalan mantap", offices="Dinas A"),
            Promise("J-2", "Desa terang", offices=["Dinas A", "Dinas B"]),
        ],
    )

    def found(self, *cited: str, as_of: date | None = date(2024, 2, 1)) -> PromiseCoverage:
        """The coverage by one agreement of the first office, which cites what it is told to."""
        indicator = Indicator("IKU-1", "Layanan", polarity="maximize", cites=cited)
        party = Party("Kepala Dinas A", office="Dinas A")
        signed = Agreement("PK-A", year=2024, first_party=party, objectives=[Objective("S", [Target(indicator, 1)])])
        return promise_coverage([self.PLAN], [signed], as_of=as_of)

    @pytest.mark.parametrize(
        ("cited", "count", "source"),
        [
            ((), 2, "cakupan janji per 1 Februari 2024: J-1, J-2"),
            (("J-2",), 1, "cakupan janji per 1 Februari 2024: J-1"),
            (("J-1", "J-2"), 0, "cakupan janji per 1 Februari 2024"),
        ],
    )
    def test_what_is_not_signed_is_counted(self, cited: tuple[str, ...], count: int, source: str) -> None:
        """Each promise of the office without an agreement of its own counts, and is named."""
        given = unsigned_promises_fact(self.found(*cited), "Dinas A", 2024)
        assert given == GivenFact("unsigned-promises", 2024, count, source=source)
        assert UNSIGNED_PROMISES_FACT.id == given.fact

    def test_that_another_has_signed_does_not_help(self) -> None:
        """The office that is responsible signs itself; without a day none is told."""
        given = unsigned_promises_fact(self.found("J-2", as_of=None), "Dinas B", 2024, fact="janji")
        assert given == GivenFact("janji", 2024, 1, source="cakupan janji: J-2")

    def test_who_is_responsible_for_nothing(self) -> None:
        """Where no plan says that a position is responsible, nothing is known, which is not zero."""
        told = why(unsigned_promises_fact(self.found("J-1"), "Kepala Dinas A", 2024))
        assert told == "no plan says that Kepala Dinas A is responsible for a promise"

    def test_what_cannot_be(self) -> None:
        """An office that nobody names, something else than a coverage, or no year."""
        with pytest.raises(UnknownCodeError):
            unsigned_promises_fact(self.found(), "Dinas Z", 2024)
        with pytest.raises(InvalidValueError):
            unsigned_promises_fact("JANJI", "Dinas A", 2024)  # type: ignore[arg-type]
        with pytest.raises(InvalidValueError):
            unsigned_promises_fact(self.found(), "Dinas A", "2024")  # type: ignore[arg-type]


def test_below_the_lowest_band_there_is_no_grade() -> None:
    """A total that no band holds has no label, and says so."""
    low = evolve(LKJIP, scale=GradeScale([(60, "Cukup"), (80, "Baik")], closed="lower"))
    assert grade_fact(evaluated(9, 10, policy=low)).value == "Baik"
    assert why(grade_fact(evaluated(1, 1, policy=low))) == "below the lowest class"


class TestMandatory:
    MCP = Target(Indicator("MCP", "Capaian MCP KPK", unit="%", polarity="maximize"), 90)

    def test_what_is_lacking_is_counted(self) -> None:
        """The source names the set and what the agreement lacks; what it promises does not count."""
        promised = evolve(AGREEMENT, objectives=[Objective("Sasaran", [*TARGETS, self.MCP])])
        found = check_mandatory([promised], BENGKULU_MANDATORY, on=date(2024, 4, 1))
        given = mandatory_missing_fact(found, "PK-2024")
        assert (given.value, given.year) == (Decimal(5), 2024)
        assert given.source == "PK-2024, bengkulu-khusus: RB, TL-BPK, INOVASI, KIP, SERAPAN"

    def test_what_is_exempt_is_not_missing(self) -> None:
        """An exemption of everything leaves nothing to be missing."""
        exempt = evolve(BENGKULU_MANDATORY, exemptions=[Exemption(HEAD.position, "Baru dibentuk")])
        given = mandatory_missing_fact(check_mandatory([AGREEMENT], exempt, on=date(2024, 4, 1)), "PK-2024")
        assert (given.value, given.source) == (Decimal(0), "PK-2024, bengkulu-khusus")

    def test_an_unknown_level_leaves_it_open(self) -> None:
        """Where nobody can tell whether an indicator is asked, nothing counts as missing."""
        asked = [evolve(one, levels=["II"]) for one in BENGKULU_MANDATORY]
        leveled = evolve(BENGKULU_MANDATORY, indicators=asked[:1])
        nameless = evolve(AGREEMENT, first_party=Party("Pejabat"))
        found = check_mandatory([nameless], leveled, on=date(2024, 4, 1))
        assert why(mandatory_missing_fact(found, "PK-2024")) == (
            "it is not known whether these are mandatory and promised: RB"
        )

    @pytest.mark.parametrize("code", ["PK2024", None, 1])
    def test_only_what_was_looked_at(self, code: Any) -> None:
        """An agreement that the check did not see is no agreement that lacks nothing."""
        found = check_mandatory([AGREEMENT], BENGKULU_MANDATORY, on=date(2024, 4, 1))
        with pytest.raises(UnknownCodeError) as caught:
            mandatory_missing_fact(found, code)
        assert caught.value.code == "unknown-agreement"


@pytest.mark.parametrize("value", [None, "evaluation", 90])
def test_only_what_was_computed(value: Any) -> None:
    """A score that was typed in is a fact of its own, with its own source."""
    for make in (
        total_fact,
        grade_fact,
        completeness_fact,
        lambda given: late_reports_fact(given, 2024),
        lambda given: mandatory_missing_fact(given, "x"),
    ):
        with pytest.raises(InvalidValueError):
            make(value)
