"""Sasaran dalam laporan: one objective with its indicators over the years, its words, and the money that served it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import field, frozen

from sakip.base.number import decimal_of_fraction
from sakip.base.rebuild import reduce_by_fields
from sakip.lifecycle.reporting.analysis import Analysis
from sakip.lifecycle.reporting.narrative import Narrative
from sakip.lifecycle.spending.form import EfficiencyForm
from sakip.lifecycle.spending.measuring import OutputEfficiency
from sakip.lifecycle.spending.output import Output
from sakip.model.budget import Budget, rupiah_sum
from sakip.model.budget_line import Absorption, BudgetLine
from sakip.model.objective import Objective
from sakip.scoring.consolidation import Fact
from sakip.scoring.outcome import Reason
from sakip.scoring.parts import ObjectiveEvaluation
from sakip.scoring.trend import IndicatorTrend

__all__ = ["ObjectiveReport", "named", "serving", "together"]


@frozen
class ObjectiveReport:
    """Laporan sasaran: what chapter III.A tells of one objective. Part of an `AnnualReport`.

    A budget line that serves several objectives is told, and counted, with each of them; the sum over objectives is
    therefore not the budget.

    Attributes:
        evaluation: The evaluation of the objective in the year of the report.
        trends: Its indicators, each with its earlier years, medium-term target and national standard.
        narrative: Uraian sasaran; empty where there is none.
        lines: Budget lines that serve its targets, parts of other such lines left out.
        absorptions: What each of these lines had and spent, its parts added up where it does not say so itself.
        absorption: What they had and spent together; None where there are none.
        no_standard: Codes of its indicators for which, as the report says, there is no national standard.
        analyses: The seven analyses, in their order.
        form: The form by which efficiency is measured; None where none was named.
    """

    evaluation: ObjectiveEvaluation = field(repr=lambda one: repr(one.objective.name))
    trends: tuple[IndicatorTrend, ...] = field(repr=False)
    narrative: Narrative = field(repr=False)
    lines: tuple[BudgetLine, ...] = field(repr=False)
    absorptions: tuple[Absorption, ...] = field(repr=False)
    absorption: Absorption | None = field(repr=False)
    no_standard: tuple[str, ...] = field(repr=False)
    analyses: tuple[Analysis, ...]
    form: EfficiencyForm | None = field(default=None, repr=False)

    __reduce__ = reduce_by_fields

    @property
    def objective(self) -> Objective:
        """Sasaran: the objective itself."""
        return self.evaluation.objective

    @property
    def achievement(self) -> Fraction | None:
        """Capaian sasaran: the mean of the achievements of its indicators in percent, before caps and conversions.

        By their weights where all have one. None while one of them has none, which is no zero; what does not apply is
        left out. That achievements are averaged so is our reading.
        """
        applied = [one for one in self.evaluation.indicators if not _does_not_apply(one.fact)]
        weights = [Fraction(1 if one.target.weight is None else one.target.weight) for one in applied]
        if any(one.target.weight is None for one in applied):
            weights = [Fraction(1)] * len(applied)
        known = [one.score.achievement for one in applied if one.score.achievement is not None]
        if len(known) < len(applied) or not sum(weights):
            return None
        return sum((each * weight for each, weight in zip(known, weights, strict=True)), Fraction(0)) / sum(weights)

    @property
    def efficiency(self) -> OutputEfficiency | None:
        """Efisiensi: the achievement of the objective against the money of its lines, by the form.

        None without a form, an achievement or lines. An achievement below zero counts as nothing achieved.
        """
        achieved = self.achievement
        if self.form is None or self.absorption is None or achieved is None:
            return None
        stated = decimal_of_fraction(max(achieved, Fraction(0)), 6)
        output = Output(named(self.objective), self.objective.name, stated=stated, money=self.absorption)
        return OutputEfficiency(output, self.form)


def _does_not_apply(fact: Fact) -> bool:
    return isinstance(fact, Reason) and fact.code == "not-applicable"


def named(objective: Objective) -> str:
    """Sebutan sasaran: its code, or its name where it has none.

    Examples:
        >>> named(Objective("Layanan meningkat", [])), named(Objective("Layanan meningkat", [], code="S1"))
        ('Layanan meningkat', 'S1')
    """
    return objective.name if objective.code is None else objective.code


def serving(budget: Budget, codes: set[str]) -> tuple[BudgetLine, ...]:
    """Baris pendukung: the highest lines that serve one of these targets, so that no money is counted twice.

    Examples:
        >>> whole = BudgetLine("1", "Kesehatan", kind="programme", ceiling=9, targets=["IKU-1"])
        >>> part = BudgetLine("1.1", "Imunisasi", kind="activity", ceiling=9, targets=["IKU-1"])
        >>> [line.code for line in serving(Budget([whole, part]), {"IKU-1"})]
        ['1']
    """
    return tuple(_highest(budget, codes))


def _highest(budget: Budget, codes: set[str]) -> Iterator[BudgetLine]:
    below: int | None = None
    for depth, line in budget.walk():
        if below is not None and depth > below:
            continue
        below = depth if codes.intersection(line.targets) else None
        if below is not None:
            yield line


def together(spent: Sequence[Absorption]) -> Absorption | None:
    """Serapan bersama: ceiling and spending of several lines; the spending is unknown while that of one line is.

    Examples:
        >>> from decimal import Decimal
        >>> together([Absorption(Decimal(8), Decimal(6)), Absorption(Decimal(2), Decimal(0))]).value
        Decimal('60.00')
        >>> together([]) is None
        True
    """
    known = [one.realization for one in spent if one.realization is not None]
    whole = rupiah_sum(known) if len(known) == len(spent) else None
    return Absorption(rupiah_sum(one.ceiling for one in spent), whole) if spent else None
