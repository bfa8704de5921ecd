"""Bagian evaluasi: one indicator and one objective of an evaluation, as seen from it."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import field, frozen

from sakip.base.text import Lang
from sakip.model.objective import Objective
from sakip.model.period import Period
from sakip.model.realization import Realization
from sakip.model.target import Target
from sakip.scoring import explanation
from sakip.scoring.consolidation import Fact, Scope
from sakip.scoring.judging import Trace
from sakip.scoring.outcome import Reason, Score
from sakip.scoring.periodic import period_traces
from sakip.scoring.status import Status, status_of
from sakip.scoring.step import Step
from sakip.scoring.totals import StageTrace, indicator_score, score_of
from sakip.scoring.wording import folded

if TYPE_CHECKING:
    from sakip.scoring.evaluation import Evaluation

__all__ = ["IndicatorEvaluation", "ObjectiveEvaluation"]


@frozen
class IndicatorEvaluation:
    """Evaluasi indikator: one target, its realizations, its score and why.

    Examples:
        >>> from sakip import Realization, evaluate
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> result = evaluate(example_agreement(), [Realization("PLAN-1", 1)], policy=LKJIP)["PLAN-1"]
        >>> result.score.value, result.status
        (Decimal('50.00'), 'missed')
    """

    evaluation: "Evaluation" = field(repr=False)
    position: int

    @property
    def target(self) -> Target:
        """Target: what was promised."""
        return self.evaluation.agreement.targets[self.position]

    @property
    def code(self) -> str:
        """Kode indikator."""
        return self.target.indicator.code

    @property
    def objective(self) -> Objective:
        """Sasaran: the objective that the target belongs to."""
        # Empty objectives start where the next one does, so the last that starts here is the one that holds the target.
        after = bisect_right(self.evaluation.agreement._plan.slices, self.position, key=_start)
        return self.evaluation.agreement.objectives[after - 1]

    @property
    def realizations(self) -> tuple[Realization, ...]:
        """Realisasi: everything reported for this indicator."""
        return self.evaluation._realized.get(self.code, ())

    @property
    def fact(self) -> Fact:
        """Fakta: the consolidated numbers that were judged, or why there are none."""
        return self.evaluation.facts_recorded[self.position]

    @property
    def trace(self) -> Trace | Reason:
        """Jejak: the recorded values after each step, or why there are none."""
        return self.evaluation.traces_recorded[self.position]

    @property
    def score(self) -> Score:
        """Nilai: the value with its exact number and its achievement, or the reason why there is none.

        The achievement is what the rule itself gives, before the value of a promise kept at the best attainable, before
        caps, conversions and roundings. What was scored without having been reported has none.
        """
        return indicator_score(self.evaluation.policy, self.fact, self.trace)

    @property
    def period_scores(self) -> tuple[tuple[Period, Score], ...]:
        """Nilai per periode: what the score was made of where the policy scores each period first; otherwise nothing.

        `sakip.progress` gives the scores of single periods under any policy.
        """
        evaluation = self.evaluation
        kind, period = evaluation.scope
        scope = Scope(
            evaluation.agreement.period,
            period=period if kind == "period" else None,
            through=period if kind == "through" and period.last_day != evaluation.agreement.period.last_day else None,
            minimum_status=evaluation.policy.minimum_status,
        )
        traces = period_traces(evaluation.policy, self.target, self.fact, self.realizations, scope)
        return tuple((at, score_of(trace, evaluation.policy.indicator)) for at, trace in traces)

    @property
    def grade(self) -> str | None:
        """Predikat: the label of the score on the policy's scale."""
        return self.evaluation._grade(self.trace)

    @property
    def status(self) -> Status:
        """Status: ``met``, ``missed``, ``not_scored``, or ``left_out`` by rule.

        Met and missed compare what was delivered with what was promised, before caps, conversions and roundings: a
        missed indicator may score 100 or more, and a met one less.
        """
        return status_of(self.evaluation.policy, self.target, self.fact, self.trace)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Langkah: the recorded steps, from the fact to the score."""
        return explanation.indicator_steps(self)

    def explain(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Penjelasan: why the score is what it is, rendered from the recorded steps.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000; without one, lines are not broken.
        """
        return folded(explanation.explain_indicator(self, lang), width)


@frozen
class ObjectiveEvaluation:
    """Evaluasi sasaran: the score of one objective and its indicators."""

    evaluation: "Evaluation" = field(repr=False)
    position: int

    @property
    def objective(self) -> Objective:
        """Sasaran."""
        return self.evaluation.agreement.objectives[self.position]

    @property
    def indicators(self) -> tuple[IndicatorEvaluation, ...]:
        """Indikator: the evaluations of the objective's indicators."""
        start, end = self.evaluation.agreement._plan.slices[self.position]
        return tuple(IndicatorEvaluation(self.evaluation, at) for at in range(start, end))

    @property
    def trace(self) -> StageTrace | Reason:
        """Jejak: the recorded values after each step, or why there are none."""
        return self.evaluation.objectives_recorded[self.position]

    @property
    def score(self) -> Score:
        """Nilai sasaran."""
        return score_of(self.trace, self.evaluation.policy.objective.transforms)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Langkah: the recorded steps, from the aggregation to the score."""
        scored = [one.fact for one in self.indicators if not isinstance(one.trace, Reason)]
        policy = self.evaluation.policy
        return explanation.stage_steps(policy.objective, self.trace, scored, policy.carry)

    @property
    def grade(self) -> str | None:
        """Predikat sasaran."""
        return self.evaluation._grade(self.trace)


def _start(bounds: tuple[int, int]) -> int:
    return bounds[0]
