"""Bagian evaluasi: one indicator and one objective of an evaluation, as seen from it."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import field, frozen

from sakip.base.text import Lang
from sakip.model.agreement import Objective
from sakip.model.realization import Realization
from sakip.model.target import Target
from sakip.scoring import explanation
from sakip.scoring.consolidation import Fact
from sakip.scoring.judging import Trace
from sakip.scoring.outcome import NotScored, Reason, Score, Scored
from sakip.scoring.status import Status, status_of
from sakip.scoring.step import Step, achievement_of
from sakip.scoring.totals import StageTrace, score_of
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
        """Nilai: the value with its exact number and its achievement before caps, or the reason why there is none."""
        trace = self.trace
        if isinstance(trace, Reason):
            return NotScored(trace)
        found = score_of(trace, self.evaluation.policy.indicator)
        if isinstance(found, NotScored):
            return found
        return Scored(found.value, found.exact, achievement_of(trace))

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
        size = sum(not isinstance(one.trace, Reason) for one in self.indicators)
        policy = self.evaluation.policy
        return explanation.stage_steps(policy, policy.objective, self.trace, size)

    @property
    def grade(self) -> str | None:
        """Predikat sasaran."""
        return self.evaluation._grade(self.trace)


def _start(bounds: tuple[int, int]) -> int:
    return bounds[0]
