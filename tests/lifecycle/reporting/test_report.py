import pickle
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip import Budget, Reference, compare_years, evaluate
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import LKE_88_2021, NATIONAL, EvaluationSheet, Moved, Narrative, Timing, annual_report
from sakip.policies import LKJIP
from tests.lifecycle.reporting.making import EARLIER, LAST, MONEY, PLANS, STANDARDS, agreement, report_of, year_of

CIRCULAR = Reference("SE MenPANRB 46/2020", certainty="secondary")


def test_a_complete_report() -> None:
    """Where everything is told and delivered in time, nothing is found."""
    report = report_of(*EARLIER, LAST, delivered_on=date(2026, 2, 27))
    assert report.check().codes() == ()
    assert report.is_complete
    assert (report.agreement.code, report.evaluation) == ("PK-2025", LAST)
    assert [one.objective.code for one in report] == ["S1", "S2"]
    assert len(report) == 2


class TestDeadline:
    """Two months for an office, three for a region, counted from the end of 2025."""

    @pytest.mark.parametrize(
        ("level", "day", "codes"),
        [
            ("office", date(2026, 2, 28), ()),
            ("office", date(2026, 3, 1), ("DUE-DONE-LATE",)),
            ("ministry", date(2026, 2, 28), ()),
            ("ministry", date(2026, 3, 1), ("DUE-DONE-LATE",)),
            ("region", date(2026, 3, 31), ()),
            ("region", date(2026, 4, 1), ("DUE-DONE-LATE",)),
            ("region", date(2025, 12, 31), ("DUE-DONE-EARLY",)),
        ],
    )
    def test_of_a_report_that_was_delivered(self, level: Any, day: date, codes: tuple[str, ...]) -> None:
        """On both sides of the last day, for each level."""
        report = report_of(*EARLIER, LAST, level=level, delivered_on=day)
        assert report.check().codes() == codes
        assert report.check(as_of=date(2030, 1, 1)).codes() == codes

    @pytest.mark.parametrize(
        ("day", "codes"), [(date(2026, 2, 28), ()), (date(2026, 3, 1), ("DUE-LATE",)), (None, ("LKJ-UNDATED",))]
    )
    def test_of_one_that_was_not(self, day: date | None, codes: tuple[str, ...]) -> None:
        """Without a day nothing is late; the note says by when it was due."""
        found = report_of(*EARLIER, LAST).check(as_of=day)
        assert found.codes() == codes
        assert all("28 Februari 2026" in one.text("id") for one in found)

    def test_moved_by_a_circular(self) -> None:
        """A circular that moves the day holds in the place of the rule."""
        moved = [Moved("annual-report", date(2026, 4, 30), CIRCULAR)]
        report = report_of(*EARLIER, LAST, moved=moved, delivered_on=date(2026, 4, 30))
        assert report.check().codes() == ()
        assert report.due is not None
        assert report.due.reference == CIRCULAR

    def test_a_regime_without_this_deadline(self) -> None:
        """Where no rule asks for a report, none is late."""
        free = evolve(NATIONAL, deadlines=[])
        report = report_of(*EARLIER, LAST, regime=free)
        assert (report.due, report.check(as_of=date(2030, 1, 1)).codes()) == (None, ())

    def test_a_rule_without_a_count_of_days(self) -> None:
        """Where no rule counts the days, a report that is not delivered is neither late nor to be dated."""
        deadlines = [
            evolve(one, timing=Timing("period_ends")) for one in NATIONAL.deadlines if one.id == "annual-report"
        ]
        report = report_of(*EARLIER, LAST, regime=evolve(NATIONAL, deadlines=deadlines))
        assert report.due is not None
        assert (report.check().codes(), report.check(as_of=date(2030, 1, 1)).codes()) == ((), ())

    def test_a_year_that_begins_in_april(self) -> None:
        """The deadline follows the fiscal year."""
        year = evaluate(evolve(agreement(2025), starts=4), policy=LKJIP)
        due = annual_report(compare_years([year]), level="office").due
        assert due is not None
        assert due.last_day == date(2026, 5, 31)


class TestBudget:
    def test_none(self) -> None:
        """An agreement without a budget has no chapter III.B."""
        report = report_of(*EARLIER, year_of(2025, 82, 97, budget=()), delivered_on=date(2026, 2, 1))
        assert report.budget is None
        found = next(one for one in report.check() if one.code == "LKJ-BUDGET")
        assert (found.severity, found.subject) == ("error", "report[PK-2025].budget")
        assert not report.is_complete

    def test_spending_that_is_not_known(self) -> None:
        """The line whose spending lacks is named, not the whole above it."""
        money = [*MONEY[:2], evolve(MONEY[2], realization=None)]
        report = report_of(*EARLIER, year_of(2025, 82, 97, budget=money))
        found = [one.subject for one in report.check() if one.code == "LKJ-SPENDING"]
        assert found == ["report[PK-2025].budget[1.02.02]"]

    def test_a_whole_that_says_so_itself(self) -> None:
        """Where the whole states its spending, that of a part is not asked for."""
        money = [evolve(MONEY[0], realization=900), MONEY[1], evolve(MONEY[2], realization=None)]
        report = report_of(*EARLIER, year_of(2025, 82, 97, budget=money))
        assert "LKJ-SPENDING" not in report.check().codes()

    def test_one_version_of_several(self) -> None:
        """Lines of two documents are refused, and one is chosen."""
        both = [evolve(line, version=version) for version in ("DPA", "DPPA") for line in MONEY]
        with pytest.raises(InvalidValueError, match="of_version"):
            report_of(*EARLIER, year_of(2025, 82, 97, budget=both))
        report = report_of(*EARLIER, year_of(2025, 82, 97, budget=both), budget=Budget.of_version(both, "DPPA"))
        assert report.is_complete


class TestRefuses:
    @pytest.mark.parametrize(
        ("rest", "error"),
        [
            ({"comparison": LAST}, InvalidValueError),
            ({"level": "village"}, InvalidValueError),
            ({"narratives": ["S1"]}, InvalidValueError),
            ({"narratives": {"S1": "Hujan"}}, InvalidValueError),
            ({"narratives": {"S9": Narrative()}}, UnknownCodeError),
            ({"no_standard": "IKU-1"}, InvalidValueError),
            ({"no_standard": ["IKU-9"]}, UnknownCodeError),
            (
                {"comparison": compare_years([LAST], national={"IKU-1": 85}), "no_standard": ["IKU-1"]},
                InvalidValueError,
            ),
            ({"budget": MONEY}, InvalidValueError),
            ({"form": "lkjip-selisih"}, InvalidValueError),
            ({"regime": "NATIONAL"}, InvalidValueError),
            ({"delivered_on": "2026-02-01"}, InvalidValueError),
        ],
        ids=str,
    )
    def test_arguments(self, rest: dict[str, Any], error: Any) -> None:
        """What cannot be reported on is refused."""
        asked = {"comparison": compare_years([LAST]), "level": "office", **rest}
        with pytest.raises(error):
            annual_report(asked.pop("comparison"), **asked)

    def test_a_part_of_a_year(self) -> None:
        """An annual report is about a year."""
        whole = LAST.agreement.period
        half = evaluate(LAST.agreement, LAST.realizations, policy=LKJIP, through=whole.parts("quarter")[1])
        with pytest.raises(InvalidValueError) as caught:
            annual_report(compare_years([half]), level="office")
        assert caught.value.code == "not-a-year"

    def test_two_objectives_of_one_name(self) -> None:
        """Words that may belong to two objectives are refused."""
        promised = agreement(2025)
        twice = evolve(promised, objectives=[evolve(one, code="S1") for one in promised.objectives])
        with pytest.raises(InvalidValueError) as caught:
            report_of(evaluate(twice, policy=LKJIP), narratives={"S1": Narrative()})
        assert caught.value.code == "objective-twice"

    def test_a_day_that_is_none(self) -> None:
        """The day on which a report is looked at is a date."""
        with pytest.raises(InvalidValueError):
            report_of(LAST).check(as_of="2026-03-01")  # type: ignore[arg-type]


def test_an_objective_without_a_code() -> None:
    """It is told of by its name, and its findings by its place."""
    bare = year_of(2025, 82, 97, said={}, code=None)
    report = report_of(*EARLIER, bare, narratives={"Ibu selamat": Narrative(causes="Rujukan", remedies="Tunggu")})
    assert report.objectives[1].narrative.causes == "Rujukan"
    found = report_of(*EARLIER, bare).objectives[1].analyses[4].findings[0]
    assert found.subject == "report[PK-2025].objectives[2].targets[IKU-2]"


class TestProbes:
    def test_a_complete_report(self) -> None:
        """A report that tells all and was in time meets seven criteria of the evaluation sheet."""
        probes = dict(report_of(*EARLIER, LAST, delivered_on=date(2026, 2, 28)).probes())
        assert probes == dict.fromkeys(["3.a.6", "3.b.3", "3.b.4", "3.b.5", "3.b.6", "3.b.7", "3.b.8"], "Y")
        assert EvaluationSheet("L", 2026, LKE_88_2021, probes).check().codes() == ("LKE-UNANSWERED",) * 12

    def test_what_lacks(self) -> None:
        """What one objective lacks, the report lacks; without a day of delivery nothing is said of it."""
        report = report_of(*EARLIER, LAST, medium_term={"IKU-1": 90})
        assert dict(report.probes())["3.b.4"] == "T"
        assert "3.a.6" not in dict(report.probes())
        late = report_of(*EARLIER, LAST, delivered_on=date(2026, 3, 1))
        assert dict(late.probes())["3.a.6"] == "T"

    def test_names_of_the_criteria(self) -> None:
        """Each analysis answers the criterion that asks for it."""
        names = {one.code: one.name.render("en") for one in LKE_88_2021.criteria}
        asked = {"3.b.3": "year", "3.b.4": "medium-term", "3.b.5": "earlier years", "3.b.6": "national", "3.b.8": "Eff"}
        assert all(word in names[code] for code, word in asked.items())
        assert "obstacles" in names["3.b.7"]
        assert "on time" in names["3.a.6"]


def test_survives_pickling() -> None:
    """A report is the same after pickling."""
    report = report_of(*EARLIER, LAST)
    assert pickle.loads(pickle.dumps(report)) == report


def test_made_from_a_comparison_alone() -> None:
    """Whatever the comparison holds is reported; nothing else is asked for."""
    years = compare_years([*EARLIER, LAST], medium_term=PLANS, national=STANDARDS)
    assert annual_report(years, level="office").comparison == years
