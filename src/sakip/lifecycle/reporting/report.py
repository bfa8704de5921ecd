"""Laporan tahunan: chapter III of the annual report as a value, and what it lacks."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, cast

from attrs import field, frozen

from sakip.base.display import Table
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, numbers_form
from sakip.base.kind import none_or, none_or_day, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, require_lang
from sakip.errors import InvalidValueError
from sakip.lifecycle.agenda import Due, schedule, standing
from sakip.lifecycle.regime import EntityLevel, Moved, Regime
from sakip.lifecycle.regimes import NATIONAL
from sakip.lifecycle.reporting import document, tabulation
from sakip.lifecycle.reporting.analysis import AnalysisKind, Told, analyses
from sakip.lifecycle.reporting.narrative import Narrative
from sakip.lifecycle.reporting.objective import ObjectiveReport, named, serving, together
from sakip.lifecycle.spending.form import EfficiencyForm
from sakip.model.agreement import Agreement
from sakip.model.budget import Budget
from sakip.model.budget_line import BudgetLine
from sakip.scoring.comparison import Comparison
from sakip.scoring.evaluation import Evaluation

__all__ = ["RULES", "AnnualReport", "annual_report"]

_DEADLINE = "annual-report"
_PROBES: tuple[tuple[AnalysisKind, str], ...] = (
    ("target", "3.b.3"),
    ("medium_term", "3.b.4"),
    ("earlier_years", "3.b.5"),
    ("national", "3.b.6"),
    ("causes", "3.b.7"),
    ("efficiency", "3.b.8"),
)

BUDGET = Rule(
    "LKJ-BUDGET",
    "error",
    Text("Bab III.B: perjanjian {code} tanpa anggaran", "Chapter III.B: the agreement {code} has no budget"),
)
SPENDING = Rule(
    "LKJ-SPENDING",
    "error",
    Text(
        "Bab III.B: realisasi anggaran {line} {name} tidak diketahui",
        "Chapter III.B: the spending of {line} {name} is not known",
    ),
)
UNDATED = Rule(
    "LKJ-UNDATED",
    "note",
    Text(
        "hari penyampaian laporan tidak disebutkan, sehingga ketepatannya tidak diketahui; batasnya {last_day}",
        "the day of delivery is not stated, so that it is not known whether it was in time; it was due by {last_day}",
    ),
)
RULES = (BUDGET, SPENDING, UNDATED)
"""Aturan laporan: what `AnnualReport.check` may find beside the analyses and the deadline."""


@frozen
class AnnualReport:
    """Laporan kinerja tahunan: chapter III of the report on one agreement, as data. Made by `annual_report`.

    Attributes:
        comparison: The year with its earlier years, medium-term targets and national standards.
        objectives: Laporan sasaran, in the order of the agreement.
        budget: Chapter III.B; None where the agreement has no budget.
        due: The deadline; None where the regime has none for this level.
        delivered_on: When the report was delivered.

    Examples:
        >>> from sakip import Realization, compare_years, evaluate
        >>> from sakip.lifecycle import annual_report
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> year = evaluate(example_agreement(), [Realization("PLAN-1", 1)], policy=LKJIP)
        >>> report = annual_report(compare_years([year]), level="office")
        >>> [analysis.kind for analysis in report.objectives[0].analyses if analysis.is_complete]
        ['target']
    """

    comparison: Comparison
    objectives: tuple[ObjectiveReport, ...] = field(repr=lambda found: repr([named(one.objective) for one in found]))
    budget: Budget | None = field(repr=False)
    due: Due | None = field(repr=lambda due: repr(due and due.last_day))
    delivered_on: date | None

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[ObjectiveReport]:
        return iter(self.objectives)

    def __len__(self) -> int:
        return len(self.objectives)

    @property
    def evaluation(self) -> Evaluation:
        """Evaluasi: that of the year of the report."""
        return self.comparison.evaluations[-1]

    @property
    def agreement(self) -> Agreement:
        """Perjanjian: the one that is reported on."""
        return self.evaluation.agreement

    @property
    def is_complete(self) -> bool:
        """Lengkap: whether no analysis and no spending is lacking; the deadline is another question."""
        return not any(found.severity != "note" for found in (*self._lacking(), *self._money()))

    def check(self, *, as_of: date | None = None) -> Report:
        """Periksa laporan: what the seven analyses and chapter III.B lack, and whether it was delivered in time.

        Args:
            as_of: The day on which a report that is not delivered yet is looked at; no clock is ever read.

        Raises:
            InvalidValueError: Not a plain date.

        Reference: PermenPANRB 53/2014, lampiran II, bab III (read); Perpres 29/2014 (secondary), on the days, for which
            the deadline has its own reference.
        """
        day = none_or_day(as_of, "AnnualReport.check.as_of")
        return Report([*self._lacking(), *self._money(), *self._lateness(day)])

    def _has(self, kind: AnalysisKind) -> bool:
        return all(one.is_complete for objective in self.objectives for one in objective.analyses if one.kind == kind)

    def _lacking(self) -> Iterator[Finding]:
        return (found for one in self.objectives for analysis in one.analyses for found in analysis.findings)

    def _money(self) -> Iterator[Finding]:
        subject = f"report[{self.agreement.code}].budget"
        if self.budget is None:
            yield BUDGET.at(subject, code=self.agreement.code)
            return
        for line in _unspent(self.budget):
            yield SPENDING.at(f"{subject}[{line.code}]", line=line.code, name=line.name)

    def _lateness(self, as_of: date | None) -> Iterator[Finding]:
        if self.due is None:
            return
        if self.delivered_on is not None:
            yield from standing([self.due], {self.due.code: self.delivered_on}, as_of=self.delivered_on).check()
        elif as_of is not None:
            yield from standing([self.due], {}, as_of=as_of).check()
        elif self.due.last_day is not None:
            yield UNDATED.at(f"report[{self.agreement.code}]", last_day=self.due.last_day)

    def probes(self) -> tuple[tuple[str, str], ...]:
        """Jawaban LKE: which criteria of `LKE_88_2021` on reporting the report itself meets, Y or T.

        They are answers to criteria, for an `EvaluationSheet` of which the sub-components are answered: 3.b.3 to 3.b.8
        by the analyses, and 3.a.6 by the deadline where the day of delivery is stated.
        """
        found = {code: self._has(kind) for kind, code in _PROBES}
        if self.due is not None and self.delivered_on is not None:
            found["3.a.6"] = "DUE-DONE-LATE" not in self.check().codes()
        return tuple((code, "Y" if met else "T") for code, met in sorted(found.items()))

    def rows(self, lang: Lang = "id", *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris laporan: one flat dict an indicator, for data frames, JSON, PHP and the printing of the report.

        Its keys are ``objective``, ``objective_code``, those of `sakip.scoring.YEAR_COLUMNS` for the year of the
        report, then ``achievement``, ``earlier`` (figures of earlier years), ``causes``, ``remedies``, ``efficiency``
        (words), ``programmes`` (codes) and ``lacking`` (codes of findings), and of the objective ``ceiling``, ``spent``
        and ``absorption`` of the lines that serve it, ``efficiency_value`` and ``efficiency_label`` by the form.

        Args:
            lang: The language in which figures are written.
            numbers: ``decimal``, or ``text`` to write every Decimal and date as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: An unknown language, or another word for ``numbers``.
        """
        return tabulation.rows(self, require_lang(lang), numbers_form(numbers, "AnnualReport.rows.numbers"))

    def table(self, lang: Lang = "id") -> Table:
        """Tabel kelengkapan: one row an objective, one column for each of the seven analyses."""
        return tabulation.table(self, require_lang(lang))

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks kelengkapan: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def document(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Naskah bab III: each objective with its seven analyses, then the budget; what is lacking is said there.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000; without one it is 80.
        """
        return document.written(self, require_lang(lang), width)

    def _repr_html_(self) -> str:
        return self.table().html()


def annual_report(
    comparison: Comparison,
    *,
    level: EntityLevel,
    narratives: Mapping[str, Narrative] | None = None,
    no_standard: Iterable[str] = (),
    budget: Budget | None = None,
    form: EfficiencyForm | None = None,
    regime: Regime = NATIONAL,
    moved: Iterable[Moved] = (),
    delivered_on: date | None = None,
) -> AnnualReport:
    """Susun laporan tahunan: the seven analyses of each objective, the budget and the deadline of a year.

    Args:
        comparison: What `compare_years` gives: the year, earlier years, medium-term targets, national standards.
        level: ``ministry``, ``region`` or ``office``; the deadline follows from it.
        narratives: Uraian by the code of the objective, or by its name where it has no code.
        no_standard: Codes of the indicators for which there is no national standard; others should have one.
        budget: Chapter III.B; without it, the budget lines of the agreement.
        form: By which the achievement of each objective is set against its money, such as `LKJIP_DIFFERENCE`; without
            one score and absorption stand beside each other, and nothing is made of them.
        regime: Where the deadline comes from.
        moved: Last days that a circular moved.
        delivered_on: When the report was delivered.

    Raises:
        InvalidValueError: An argument of another kind, an evaluation of less than a year, a standard that is both given
            and said not to be, or budget lines of several versions or with one code twice.
        UnknownCodeError: A narrative of an objective, or a standard of an indicator, that the agreement has not.

    Reference: PermenPANRB 53/2014, lampiran II, bab III (read).

    Examples:
        >>> from sakip import Realization, compare_years, evaluate
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> year = evaluate(example_agreement(), [Realization("PLAN-1", 2)], policy=LKJIP)
        >>> report = annual_report(compare_years([year]), level="region", delivered_on=date(2026, 4, 2))
        >>> report.check().codes()[-2:]
        ('LKJ-BUDGET', 'DUE-DONE-LATE')
    """
    of_kind(Comparison, comparison, "annual_report.comparison", "compare_years([evaluation])")
    last = comparison.evaluations[-1]
    _require_year(last)
    agreement = last.agreement
    known = _narratives(agreement, narratives)
    codes = frozenset(_no_standard(comparison, no_standard))
    stated = none_or(Budget, budget, "annual_report.budget", "Budget(agreement.budget)")
    whole = Budget(agreement.budget) if stated is None and agreement.budget else stated
    dues = schedule(regime, agreement.year, level=level, moved=moved, starts=agreement.starts)
    due = next((one for one in dues if one.deadline.id == _DEADLINE), None)
    measured = none_or(EfficiencyForm, form, "annual_report.form", "form=LKJIP_DIFFERENCE")
    objectives: list[ObjectiveReport] = []
    years = tuple(one.agreement.year for one in comparison.evaluations)
    for place, evaluation in enumerate(last.objectives, start=1):
        own = {target.code for target in evaluation.objective.targets}
        trends = tuple(trend for trend in comparison.trends if trend.code in own)
        lines = () if whole is None else serving(whole, own)
        spent = () if whole is None else tuple(whole.absorption(line.code) for line in lines)
        told = Told(
            subject=f"report[{agreement.code}].objectives[{evaluation.objective.code or place}]",
            evaluation=evaluation,
            trends=trends,
            years=years,
            narrative=known.get(named(evaluation.objective), Narrative()),
            lines=lines,
            absorption=together(spent),
            no_standard=codes,
        )
        without = tuple(trend.code for trend in trends if trend.code in codes)
        words, absorption = told.narrative, told.absorption
        found = ObjectiveReport(evaluation, trends, words, lines, spent, absorption, without, analyses(told), measured)
        objectives.append(found)
    delivered = none_or_day(delivered_on, "annual_report.delivered_on")
    return AnnualReport(comparison, tuple(objectives), whole, due, delivered)


def _require_year(last: Evaluation) -> None:
    kind, period = last.scope
    if kind != "year":
        raise InvalidValueError(
            code="not-a-year",
            path="annual_report.comparison",
            value=period.code,
            problem=("evaluasi ini bukan evaluasi setahun penuh", "the evaluation is not that of a whole year"),
            way_out=("Nilai setahun penuh, tanpa period dan through", "Evaluate the year, without period and through"),
        )


def _narratives(agreement: Agreement, given: Mapping[str, Narrative] | None) -> dict[str, Narrative]:
    kind = cast("type[Mapping[str, Narrative]]", Mapping)
    held = {} if given is None else of_kind(kind, given, "annual_report.narratives", "{'S1': Narrative(causes='...')}")
    known = [named(one) for one in agreement.objectives]
    for code, narrative in held.items():
        path = "annual_report.narratives"
        if code not in known:
            problem = ("perjanjian ini tidak memuat sasaran itu", "the agreement has no such objective")
            raise unknown_code(code, known, code="unknown-objective", path=path, problem=problem)
        if known.count(code) > 1:
            raise InvalidValueError(
                code="objective-twice",
                path=path,
                value=code,
                problem=("beberapa sasaran bernama sama", "several objectives go by this name"),
                way_out=("Beri tiap sasaran kode sendiri", "Give each objective a code of its own"),
            )
        of_kind(Narrative, narrative, path, "Narrative(causes='...')")
    return dict(held)


def _no_standard(comparison: Comparison, given: Iterable[str]) -> Iterator[str]:
    with_standard = {trend.code for trend in comparison.trends if trend.national is not None}
    for code in tuple_of(str, given, "annual_report.no_standard", "'IKU-1'"):
        if code in with_standard:
            raise InvalidValueError(
                code="standard-and-none",
                path="annual_report.no_standard",
                value=code,
                problem=(
                    "indikator ini punya standar nasional dalam perbandingannya",
                    "the comparison has a national standard for this indicator",
                ),
                way_out=("Hapus dari no_standard, atau dari national", "Leave it out of no_standard, or of national"),
            )
        yield comparison.evaluations[-1][code].code


def _unspent(budget: Budget) -> Iterator[BudgetLine]:
    """The lines whose spending is lacking: the lowest below a whole that is not known either."""
    pending = list(reversed(budget.parts()))
    while pending:
        line = pending.pop()
        if budget.realized(line.code) is None:
            parts = budget.parts(line.code)
            pending += reversed(parts)
            if not parts:
                yield line
