from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip import (
    BPK_OPINIONS,
    AwaitingRelease,
    BudgetLine,
    Finding,
    Indicator,
    Level,
    NotApplicable,
    NotReported,
    Objective,
    Realization,
    Target,
    evaluate,
)
from sakip.lifecycle import ANALYSES, AnnualReport, Narrative
from sakip.policies import LKJIP
from tests.lifecycle.reporting.making import DEATHS, EARLIER, LAST, MONEY, SAID, agreement, report_of, year_of


def lacking(report: AnnualReport) -> dict[tuple[str, str], list[str]]:
    """What each analysis of each objective lacks or remarks."""
    return {
        (str(one.objective.code), analysis.kind): [found.code for found in analysis.findings]
        for one in report
        for analysis in one.analyses
        if analysis.findings
    }


def only(report: AnnualReport) -> Finding:
    """The one finding of all analyses."""
    (found,) = (found for one in report for analysis in one.analyses for found in analysis.findings)
    return found


def test_seven_analyses_of_each_objective() -> None:
    """Each objective has the seven of the regulation, in their order, with a title in both languages."""
    report = report_of(*EARLIER, LAST)
    for one in report:
        assert [analysis.kind for analysis in one.analyses] == [kind for kind, _ in ANALYSES]
        assert all(analysis.title("id") != analysis.title("en") for analysis in one.analyses)
    assert len(ANALYSES) == 7
    assert lacking(report) == {}


class TestTarget:
    @pytest.mark.parametrize("state", [None, NotReported()], ids=["left out", "not reported"])
    def test_lacking(self, state: Any) -> None:
        """A target without a realization of the year is an error that says why."""
        found = [one for one in report_of(*EARLIER, year_of(2025, state, 97)).check() if one.code == "LKJ-TARGET"]
        assert [(one.subject, one.severity) for one in found] == [
            ("report[PK-2025].objectives[S1].targets[IKU-1]", "error")
        ]
        assert found[0].text("id") == "IKU-1: tanpa realisasi tahun ini: realisasi belum dilaporkan"

    @pytest.mark.parametrize("state", [NotApplicable("Tidak ada kegiatan"), AwaitingRelease("BPS"), 0])
    def test_told(self, state: Any) -> None:
        """Why there is no figure is told where the report says so; zero is a figure."""
        report = report_of(*EARLIER, year_of(2025, state, 97))
        assert ("S1", "target") not in lacking(report)

    def test_an_objective_without_indicators(self) -> None:
        """Nothing can be analysed of an objective that has no indicators."""
        promised = agreement(2025)
        empty = evolve(promised, objectives=[*promised.objectives, Objective("Desa maju", [], code="S3")])
        report = report_of(*EARLIER, evaluate(empty, LAST.realizations, policy=LKJIP))
        assert lacking(report)["S3", "target"] == ["LKJ-EMPTY"]
        assert [one.waits_for for one in report.objectives[2].analyses] == [(), *[("S3",)] * 2, (), *[("S3",)] * 2, ()]


class TestWaiting:
    def test_nothing_is_complete_without_a_figure(self) -> None:
        """Of a year without realizations only the programmes can be told; each lack is found once."""
        report = report_of(*EARLIER, year_of(2025, None, None))
        waiting = {analysis.kind: analysis.waits_for for analysis in report.objectives[0].analyses}
        assert waiting == {kind: () if kind in {"target", "programmes"} else ("IKU-1",) for kind, _ in ANALYSES}
        assert [one.kind for one in report.objectives[0].analyses if one.is_complete] == ["programmes"]
        assert report.check().codes().count("LKJ-TARGET") == 2
        assert set(dict(report.probes()).values()) == {"T"}

    def test_one_of_two(self) -> None:
        """An objective of which a part is not known waits for that part; its half score is no efficiency."""
        promised = agreement(2025)
        targets = [target for one in promised.objectives for target in one.targets]
        money = [evolve(line, targets=["IKU-1", "IKU-2"]) for line in MONEY[1:]]
        both = evolve(promised, objectives=[evolve(promised.objectives[0], targets=targets)], budget=money)
        report = report_of(*EARLIER, evaluate(both, [LAST.realizations[0]], policy=LKJIP))
        assert [one.waits_for for one in report.objectives[0].analyses] == [(), *[("IKU-2",)] * 5, ()]

    def test_words_stand_in(self) -> None:
        """What the report says in words needs no figure, nor does a standard that does not exist."""
        told = {"S1": Narrative(causes="Gempa", remedies="Rehabilitasi", efficiency="Tidak terukur karena gempa")}
        last = year_of(2025, None, 97)
        report = report_of(*EARLIER, last, narratives=told, national={"IKU-2": 70}, no_standard=["IKU-1"])
        waiting = {analysis.kind for analysis in report.objectives[0].analyses if analysis.waits_for}
        assert waiting == {"earlier_years", "medium_term"}
        said = report_of(*EARLIER, year_of(2025, NotReported(), 97, said={**SAID, "IKU-1": {"obstacle": "Gempa"}}))
        assert said.objectives[0].analyses[4].waits_for == ()

    @pytest.mark.parametrize("state", [NotApplicable("Tidak ada kegiatan"), AwaitingRelease("BPS"), 0])
    def test_a_told_reason_is_not_waited_for(self, state: Any) -> None:
        """Where the report says why there is no figure, nothing waits for it."""
        report = report_of(*EARLIER, year_of(2025, state, 97))
        assert not any(analysis.waits_for for analysis in report.objectives[0].analyses)


class TestEarlierYears:
    def test_none(self) -> None:
        """A report on one year alone compares with nothing: an error for each objective."""
        found = lacking(report_of(LAST))
        assert found == {("S1", "earlier_years"): ["LKJ-YEARS"], ("S2", "earlier_years"): ["LKJ-YEARS"]}

    def test_one(self) -> None:
        """One earlier year is a remark, since several are asked for; two are enough."""
        report = report_of(EARLIER[1], LAST)
        assert lacking(report)["S1", "earlier_years"] == ["LKJ-FEW-YEARS"]
        assert all(analysis.is_complete for one in report for analysis in one.analyses)
        assert report.is_complete

    def test_the_year_before_is_not_there(self) -> None:
        """A gap before the year of the report is found with the year that lacks."""
        report = report_of(year_of(2022, 60, 120), EARLIER[0], LAST)
        found = [one for one in report.check() if one.code == "LKJ-YEAR-BEFORE"]
        assert [one.text("en") for one in found] == [
            "IKU-1: there is no figure of 2024",
            "IKU-2: there is no figure of 2024",
        ]

    def test_the_year_before_has_no_figure(self) -> None:
        """A year that was evaluated without a realization gives nothing to compare with."""
        report = report_of(EARLIER[0], year_of(2024, None, 98), LAST)
        assert only(report).code == "LKJ-YEAR-BEFORE"
        assert not report.is_complete

    def test_a_new_indicator(self) -> None:
        """An indicator that no earlier year has is a remark: it has nothing before it."""
        last = year_of(2025, 82, 97, measure=evolve(DEATHS, code="IKU-9"), said={**SAID, "IKU-9": SAID["IKU-2"]})
        report = report_of(*EARLIER, last, medium_term={"IKU-1": 90, "IKU-9": 80})
        assert lacking(report)["S2", "earlier_years"] == ["LKJ-NEW"]

    def test_a_broken_trend(self) -> None:
        """Where the definition changed, the years are not compared, and the report must explain it."""
        other = evolve(DEATHS, unit="kasus", replaces="IKU-2")
        found = only(report_of(*EARLIER, year_of(2025, 82, 97, measure=other)))
        assert (found.code, found.severity) == ("LKJ-BROKEN", "note")
        assert "2024" in found.text("id")


class TestBenchmarks:
    def test_medium_term(self) -> None:
        """An indicator without a medium-term target is an error."""
        found = only(report_of(*EARLIER, LAST, medium_term={"IKU-2": 80}))
        assert (found.code, found.severity) == ("LKJ-MEDIUM-TERM", "error")
        assert found.subject.endswith("targets[IKU-1]")

    def test_national(self) -> None:
        """Without a national standard there is a warning, unless the report says that there is none."""
        found = only(report_of(*EARLIER, LAST, national={"IKU-1": 85}))
        assert (found.code, found.severity) == ("LKJ-NATIONAL", "warning")
        assert lacking(report_of(*EARLIER, LAST, national={"IKU-1": 85}, no_standard=["IKU-2"])) == {}


class TestCauses:
    @pytest.mark.parametrize(
        ("said", "codes"),
        [
            ({}, ["LKJ-CAUSES", "LKJ-REMEDIES"]),
            ({"obstacle": "Hujan"}, ["LKJ-REMEDIES"]),
            ({"remedy": "Pompa"}, ["LKJ-CAUSES"]),
            ({"driver": "Tim", "remedy": "Pompa"}, ["LKJ-CAUSES"]),
            ({"obstacle": "Hujan", "remedy": "Pompa"}, []),
        ],
        ids=str,
    )
    def test_of_a_failure(self, said: dict[str, Any], codes: list[str]) -> None:
        """What was missed wants an obstacle and a remedy; a driver does not explain it."""
        report = report_of(*EARLIER, year_of(2025, 82, 97, said={**SAID, "IKU-2": said}))
        assert lacking(report).get(("S2", "causes"), []) == codes

    @pytest.mark.parametrize(
        ("said", "codes"), [({}, ["LKJ-CAUSES"]), ({"obstacle": "Hujan"}, ["LKJ-CAUSES"]), ({"driver": "Tim"}, [])]
    )
    def test_of_a_success(self, said: dict[str, Any], codes: list[str]) -> None:
        """What was kept wants a driver, and no remedy."""
        report = report_of(*EARLIER, year_of(2025, 82, 97, said={**SAID, "IKU-1": said}))
        assert lacking(report).get(("S1", "causes"), []) == codes

    @pytest.mark.parametrize(
        ("target", "value"),
        [(Level("WTP"), Level("WDP")), (date(2025, 3, 31), date(2025, 4, 5))],
        ids=["a lost opinion", "a missed day"],
    )
    def test_of_a_failure_without_a_number(self, target: Any, value: Any) -> None:
        """An opinion that was lost and a day that was missed want a cause and a remedy, though no rule scores them."""
        scale = BPK_OPINIONS if isinstance(target, Level) else None
        measure = Indicator("IKU-2", "Opini BPK", polarity="maximize", scale=scale)
        promised = agreement(2025)
        other = evolve(promised.objectives[1], targets=[Target(measure, target)])
        both = evolve(promised, objectives=[promised.objectives[0], other])
        for said, codes in (({}, ["LKJ-CAUSES", "LKJ-REMEDIES"]), ({"obstacle": "Aset", "remedy": "Inventaris"}, [])):
            facts = [LAST.realizations[0], Realization("IKU-2", value, **said)]
            result = evaluate(both, facts, policy=LKJIP)
            assert result["IKU-2"].score.value is None
            found = lacking(report_of(result, national={"IKU-1": 85}, medium_term={"IKU-1": 90}))
            assert found.get(("S2", "causes"), []) == codes

    def test_met_exactly(self) -> None:
        """A promise kept to the number is a success."""
        report = report_of(*EARLIER, year_of(2025, 80, 90, said={**SAID, "IKU-2": {"driver": "Bidan"}}))
        assert lacking(report) == {}

    def test_words_on_the_objective(self) -> None:
        """Causes and remedies may be told of the objective as a whole, each for itself."""
        bare = year_of(2025, 82, 97, said={"IKU-1": SAID["IKU-1"]})
        told = {"S2": Narrative(causes="Rujukan terlambat")}
        assert lacking(report_of(*EARLIER, bare, narratives=told)) == {("S2", "causes"): ["LKJ-REMEDIES"]}
        both = {"S2": Narrative(causes="Rujukan terlambat", remedies="Rumah tunggu")}
        assert lacking(report_of(*EARLIER, bare, narratives=both)) == {}

    def test_nothing_of_what_has_no_figure(self) -> None:
        """Of an indicator that was not judged nothing is to be explained."""
        report = report_of(*EARLIER, year_of(2025, NotApplicable("libur"), 97, said={"IKU-2": SAID["IKU-2"]}))
        assert ("S1", "causes") not in lacking(report)


class TestMoney:
    @pytest.mark.parametrize(
        ("line", "why"),
        [
            ({"realization": None}, "the spending is not known"),
            ({"ceiling": 0, "realization": 0}, "the ceiling is zero"),
        ],
        ids=["unknown", "zero"],
    )
    def test_without_an_absorption(self, line: dict[str, Any], why: str) -> None:
        """Efficiency needs what was spent of something; money is never guessed."""
        money = [*MONEY[:2], evolve(MONEY[2], **line)]
        found = only(report_of(*EARLIER, year_of(2025, 82, 97, budget=money)))
        assert (found.code, found.severity) == ("LKJ-EFFICIENCY", "error")
        assert found.text("en").endswith(why)

    def test_without_a_score(self) -> None:
        """Money spent on an objective without a score says nothing of efficiency."""
        report = report_of(*EARLIER, year_of(2025, None, 97))
        assert lacking(report)["S1", "efficiency"] == ["LKJ-EFFICIENCY"]

    def test_without_lines(self) -> None:
        """An objective that no line serves lacks programmes, and efficiency with them."""
        report = report_of(*EARLIER, year_of(2025, 82, 97, budget=MONEY[:2]))
        assert lacking(report) == {
            ("S2", "efficiency"): ["LKJ-EFFICIENCY"],
            ("S2", "programmes"): ["LKJ-PROGRAMMES"],
        }

    def test_words_on_efficiency(self) -> None:
        """Efficiency may be told in words; the programmes still lack."""
        told = {"S2": Narrative(efficiency="Tiga kegiatan digabung.")}
        report = report_of(*EARLIER, year_of(2025, 82, 97, budget=MONEY[:2]), narratives=told)
        assert lacking(report) == {("S2", "programmes"): ["LKJ-PROGRAMMES"]}

    def test_a_part_speaks_for_a_whole(self) -> None:
        """A line without a realization of its own has that of its parts."""
        whole = evolve(MONEY[0], targets=["IKU-1", "IKU-2"])
        parts = [evolve(line, targets=[]) for line in MONEY[1:]]
        report = report_of(*EARLIER, year_of(2025, 82, 97, budget=[whole, *parts]))
        assert lacking(report) == {}
        assert [one.lines for one in report] == [(whole,), (whole,)]
        assert isinstance(whole, BudgetLine)
