"""Laws of the annual report, each with the sentence that it proves."""

import re

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip import Agreement, Budget, BudgetLine, Evaluation, Realization, compare_years, evaluate, testing
from sakip.errors import SakipError
from sakip.lifecycle import ANALYSES, AnnualReport, Narrative, annual_report
from sakip.policies import LKJIP
from sakip.scoring import Weights

POLICY = LKJIP.evolve(weights=Weights(total=None, per="objective", absent="refuse"))
# Control characters, separators of lines, and marks that turn the direction of text.
STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
EVERYTHING = Narrative(causes="Sebab", remedies="Solusi", efficiency="Efisien")


@st.composite
def budgets(draw: st.DrawFn, agreement: Agreement) -> list[BudgetLine]:
    """Lines at any place of a small tree, some unknown in what they spent, that serve any of these targets."""
    amounts = st.integers(0, 1000)
    codes = draw(st.sets(st.sampled_from(["1", "1.1", "1.1.1", "1.2", "2", "2.1"])))
    served = st.lists(st.sampled_from([target.code for target in agreement.targets]), max_size=2)
    return [
        BudgetLine(
            code,
            "Program",
            kind="programme",
            ceiling=draw(amounts),
            realization=draw(st.none() | amounts),
            targets=draw(served),
        )
        for code in sorted(codes)
    ]


@st.composite
def years(draw: st.DrawFn, *, rich: bool = False) -> Evaluation:
    """A year of any agreement that can be evaluated, with whatever was delivered, and money along its codes."""
    agreement, delivered = draw(testing.agreements_with_realizations(weighted=True, rich=rich))
    return evaluated(evolve(agreement, budget=draw(budgets(agreement))), delivered)


def evaluated(agreement: Agreement, delivered: tuple[Realization, ...]) -> Evaluation:
    """The evaluation, where there is one."""
    try:
        return evaluate(agreement, delivered, policy=POLICY)
    except SakipError:
        assume(False)
        raise


@st.composite
def reports(draw: st.DrawFn, *, rich: bool = False) -> AnnualReport:
    """Reports on one year, or on two of the same agreement."""
    this = draw(years(rich=rich))
    last = evolve(this.agreement, year=this.agreement.year - 1)
    earlier = [evaluated(last, this.realizations)] if draw(st.booleans()) else []
    level = draw(st.sampled_from(["ministry", "region", "office"]))
    return annual_report(compare_years([*earlier, this]), level=level)


@given(reports())
def test_seven_of_each_objective(report: AnnualReport) -> None:
    """For each objective the report has the seven analyses, and every finding stands in exactly one of them."""
    assert [one.objective for one in report] == list(report.agreement.objectives)
    kinds = [kind for kind, _ in ANALYSES]
    assert all([analysis.kind for analysis in one.analyses] == kinds for one in report)
    within = [found for one in report for analysis in one.analyses for found in analysis.findings]
    codes = [found.code for found in report.check()]
    assert codes[: len(within)] == [found.code for found in within]
    assert not {"LKJ-BUDGET", "LKJ-SPENDING", "LKJ-UNDATED"}.intersection(found.code for found in within)


@given(reports())
def test_complete_means_that_nothing_lacks(report: AnnualReport) -> None:
    """A report is complete where no finding but remarks is left."""
    lacking = [found for found in report.check() if found.severity != "note"]
    assert report.is_complete == (not lacking)
    assert all((state == "Y") == _told(report, code) for code, state in report.probes())


def _told(report: AnnualReport, code: str) -> bool:
    """Whether the analysis behind a criterion of the evaluation sheet lacks nothing in any objective."""
    place = {"3.b.3": 0, "3.b.5": 1, "3.b.4": 2, "3.b.6": 3, "3.b.7": 4, "3.b.8": 5}[code]
    return all(one.analyses[place].is_complete for one in report)


@given(reports(), st.data())
def test_telling_more_never_lacks_more(report: AnnualReport, data: st.DataObject) -> None:
    """Words on an objective and a statement that there is no standard only ever remove findings."""
    names = [one.objective.code or one.objective.name for one in report]
    told = data.draw(st.sampled_from(names))
    assume(names.count(told) == 1)
    codes = [target.code for target in report.agreement.targets]
    more = annual_report(
        report.comparison, level="office", narratives={told: EVERYTHING}, no_standard=codes, budget=report.budget
    )
    for before, after in zip(report, more, strict=True):
        for one, other in zip(before.analyses, after.analyses, strict=True):
            assert {found.code for found in other.findings} <= {found.code for found in one.findings}
    assert all(one.analyses[3].is_complete for one in more)


@given(reports())
def test_no_money_is_invented(report: AnnualReport) -> None:
    """An objective's money is that of its lines, none of which is part of another, and unknown where a line's is."""
    budget = report.budget or Budget([])
    for one in report:
        codes = [line.code for line in one.lines]
        assert set(one.lines) <= set(budget.lines)
        assert not any(code.startswith(f"{other}.") for code in codes for other in codes)
        if one.absorption is not None:
            assert one.absorption.ceiling == sum(line.ceiling for line in one.lines)
            spent = [budget.realized(code) for code in codes]
            assert (one.absorption.realization is None) == (None in spent)


@given(reports(rich=True), st.integers(20, 120))
def test_whatever_is_told_is_inert(report: AnnualReport, width: int) -> None:
    """Hostile names neither steer a terminal nor break a line, in either language and any width."""
    for lang in ("id", "en"):
        for text in (report.document(lang, width=width), report.text(lang, width=width)):
            assert all(len(line) <= width and not STEERING.search(line) for line in text.split("\n"))
    assert len(report.rows(numbers="text")) == len(report.agreement.targets)
