"""Evaluasi: every score of one agreement, with the steps from which it can explain itself."""

from collections.abc import Iterator
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, Literal

from attrs import field, frozen

from sakip.base.canonical import canonical_form, canonical_text, digest
from sakip.base.display import Table
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang
from sakip.errors import SakipError, UnknownCodeError
from sakip.model.agreement import Agreement, Objective
from sakip.model.period import Period
from sakip.model.realization import Realization
from sakip.model.target import Range, Target
from sakip.scoring import explanation, tabulation
from sakip.scoring.aggregation import Root
from sakip.scoring.consolidation import Fact
from sakip.scoring.contribution import Contribution, contributions
from sakip.scoring.judging import Trace, is_met
from sakip.scoring.outcome import NotScored, Reason, Score, Scored
from sakip.scoring.policy import Policy
from sakip.scoring.step import Step
from sakip.scoring.summary import summary
from sakip.scoring.totals import StageTrace, known_share, score_of
from sakip.scoring.wording import folded

__all__ = ["Completeness", "Evaluation", "IndicatorEvaluation", "ObjectiveEvaluation", "Row", "Status"]

Completeness = Literal["final", "provisional", "withheld"]
Status = Literal["met", "missed", "not_scored", "left_out"]
Row = tuple[Fact, Trace | Reason]
"""Baris: the fact of one target, and the trace of its score or the reason why there is none."""


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
        plan = self.evaluation.agreement._plan
        at = next(at for at, (start, end) in enumerate(plan.slices) if start <= self.position < end)
        return self.evaluation.agreement.objectives[at]

    @property
    def realizations(self) -> tuple[Realization, ...]:
        """Realisasi: everything reported for this indicator."""
        return tuple(one for one in self.evaluation.realizations if one.code == self.code)

    @property
    def fact(self) -> Fact:
        """Fakta: the consolidated numbers that were judged, or why there are none."""
        return self.evaluation.rows_recorded[self.position][0]

    @property
    def trace(self) -> Trace | Reason:
        """Jejak: the recorded values after each step, or why there are none."""
        return self.evaluation.rows_recorded[self.position][1]

    @property
    def score(self) -> Score:
        """Nilai: the value with its exact number and its achievement before caps, or the reason why there is none."""
        trace = self.trace
        if isinstance(trace, Reason):
            return NotScored(trace)
        found = score_of(trace, self.evaluation.policy.indicator)
        return Scored(found.value, found.exact, Fraction(*trace[0])) if isinstance(found, Scored) else found

    @property
    def grade(self) -> str | None:
        """Predikat: the label of the score on the policy's scale."""
        return self.evaluation._grade(self.trace)

    @property
    def status(self) -> Status:
        """Status: ``met``, ``missed``, ``not_scored``, or ``left_out`` by rule."""
        trace = self.trace
        if isinstance(trace, Reason):
            return "left_out" if trace.leaves_out else "not_scored"
        target = self.target
        kind = "range" if isinstance(target.value, Range) else "number"
        rule, _ = self.evaluation.policy.slot(target.indicator.polarity, kind)
        if isinstance(self.fact, tuple) and rule is not None:
            return "met" if is_met(rule, trace[0]) else "missed"
        return "met" if trace[0][0] >= 100 * trace[0][1] else "missed"

    @property
    def steps(self) -> tuple[Step, ...]:
        """Langkah: the recorded steps, from the fact to the score."""
        return explanation.indicator_steps(self)

    def explain(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Penjelasan: why the score is what it is, rendered from the recorded steps; with a width, lines are broken."""
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


@frozen
class Evaluation:
    """Evaluasi kinerja: the scores of one agreement under one policy, with everything they were made from.

    Made by `evaluate`, never by hand: a score cannot be typed in.

    Attributes:
        agreement: What was promised.
        realizations: What was delivered.
        policy: How it was judged.
        period: The one period that was judged, if not the year.
        through: The last period of the part of the year that was judged, if not the whole.
        policy_recorded: Id and edition of the policy, as they were when it judged.
        rows_recorded: The recorded fact and trace of each target.
        objectives_recorded: The recorded trace of each objective.
        total_recorded: The recorded trace of the total.

    Examples:
        >>> from sakip import Realization, evaluate
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> evaluation = evaluate(example_agreement(), [Realization("PLAN-1", 1)], policy=LKJIP)
        >>> evaluation.score.value, evaluation.completeness
        (Decimal('50.00'), 'final')
    """

    agreement: Agreement = field(repr=lambda agreement: repr(agreement.code))
    realizations: tuple[Realization, ...] = field(repr=False)
    policy: Policy = field(repr=lambda policy: repr(policy.id))
    period: Period | None
    through: Period | None
    policy_recorded: tuple[str, str]
    rows_recorded: tuple[Row, ...] = field(repr=False)
    objectives_recorded: tuple[StageTrace | Reason, ...] = field(repr=False)
    total_recorded: StageTrace | Reason = field(repr=False)

    __reduce__ = reduce_by_fields

    def __getitem__(self, code: str) -> IndicatorEvaluation:
        """Cari indikator: the evaluation of one indicator by its code.

        Raises:
            UnknownCodeError: The agreement has no such indicator; the error names those that look like it.
        """
        index = self.agreement._plan.index
        if code in index:
            return IndicatorEvaluation(self, index[code])
        near = tuple(get_close_matches(str(code)[:64], index))
        shown = ", ".join(near or tuple(index)[:5])
        raise UnknownCodeError(
            code="unknown-indicator",
            path=f"evaluation[{self.agreement.code}]",
            value=code,
            problem=("perjanjian ini tidak memuat indikator itu", "the agreement has no such indicator"),
            way_out=(f"Kode yang mirip: {shown}", f"Codes that look like it: {shown}"),
            near=near,
        )

    def __iter__(self) -> Iterator[IndicatorEvaluation]:
        return (IndicatorEvaluation(self, at) for at in range(len(self.rows_recorded)))

    def __len__(self) -> int:
        return len(self.rows_recorded)

    @property
    def objectives(self) -> tuple[ObjectiveEvaluation, ...]:
        """Sasaran: the evaluation of each objective."""
        return tuple(ObjectiveEvaluation(self, at) for at in range(len(self.objectives_recorded)))

    @property
    def score(self) -> Score:
        """Nilai akhir: the total, or the reason why there is none."""
        return score_of(self.total_recorded, self.policy.total.transforms)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Langkah: the recorded steps of the total, from the aggregation to the score."""
        size = sum(not isinstance(trace, Reason) for trace in self.objectives_recorded)
        return explanation.stage_steps(self.policy, self.policy.total, self.total_recorded, size)

    @property
    def grade(self) -> str | None:
        """Predikat akhir: the label of the total on the policy's scale."""
        return self._grade(self.total_recorded)

    @property
    def completeness(self) -> Completeness:
        """Kelengkapan: ``final``, ``provisional`` while some indicators lack a score, ``withheld`` without a total."""
        if isinstance(self.total_recorded, Reason):
            return "withheld"
        lost = any(isinstance(trace, Reason) and not trace.leaves_out for trace in self.objectives_recorded)
        return "provisional" if lost or self.missing else "final"

    @property
    def missing(self) -> tuple[IndicatorEvaluation, ...]:
        """Belum bernilai: the indicators without a score that were not left out by rule."""
        return tuple(one for one in self if one.status == "not_scored")

    @property
    def known_share(self) -> Fraction:
        """Bagian yang diketahui: the share of the weight whose score is known, 0 to 1."""
        return known_share(self.agreement, self.policy, [trace for _, trace in self.rows_recorded])

    def _grade(self, trace: StageTrace | Reason) -> str | None:
        scale = self.policy.scale
        if scale is None or isinstance(trace, Reason):
            return None
        exact = trace[-2]
        return scale.grade_root(exact) if isinstance(exact, Root) else scale.grade_quotient(*exact)

    @property
    def digest(self) -> str:
        """Sidik: SHA-256 over inputs, policy and recorded steps; computed on request.

        Anyone who holds the same inputs and the same edition of the policy gets the same digest, in whatever order the
        targets and realizations were given.
        """
        return digest(
            {
                "agreement": _without_order(canonical_form(self.agreement)),
                "realizations": sorted(
                    (canonical_form(one) for one in self.realizations),
                    key=lambda form: (form["code"], str(form)),
                ),
                "policy": self.policy.canonical(),
                "scope": [None if period is None else period.code for period in (self.period, self.through)],
                "steps": explanation.recorded(self),
            }
        )

    def verify(self, expected: str | None = None) -> bool:
        """Periksa ulang: whether the recorded steps follow from the inputs, and the whole has the expected digest.

        Args:
            expected: The digest that was published with the score. Without it a change that moves no number, such as
                another name of an indicator, cannot be seen.

        Returns:
            False when a recorded step is not what the inputs give, when the policy is not the recorded edition, or when
            anything at all differs from what has the expected digest.
        """
        from sakip.scoring.evaluating import evaluate  # noqa: PLC0415 - evaluating makes evaluations

        try:
            again = evaluate(
                self.agreement,
                self.realizations,
                policy=self.policy,
                period=self.period,
                through=self.through,
            )
        except SakipError:
            return False
        return again == self and (expected is None or self.digest == expected)

    def explain(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Penjelasan: how the total came about, then each indicator, rendered from the recorded steps."""
        return folded(explanation.explain_evaluation(self, lang), width)

    def summary(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Ringkasan: three sentences, score and grade; how many met, missed, not reported; the largest cause."""
        return folded(summary(self, lang), width)

    def contributions(self) -> tuple[Contribution, ...]:
        """Sumbangan: the distance of the total to 100, split exactly by indicator."""
        return contributions(self)

    def rows(self, *, numbers: Literal["decimal", "text"] = "decimal") -> list[dict[str, tabulation.Cell]]:
        """Baris: one flat dict an indicator, for data frames, JSON and PHP; see `sakip.scoring.COLUMNS`.

        Args:
            numbers: ``text`` writes every Decimal and date as text, which JSON and PHP keep exact.
        """
        return tabulation.rows(self, numbers)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel: the evaluation for people."""
        return tabulation.table(self, lang)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks tabel: the evaluation for a terminal, 80 columns wide unless another width is given."""
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


def _without_order(agreement: Any) -> Any:
    """An agreement's data with its objectives and targets sorted: a store need not keep the order of a document."""
    objectives = [
        {**one, "targets": sorted(one["targets"], key=lambda target: str(target["indicator"]["code"]))}
        for one in agreement["objectives"]
    ]
    return {**agreement, "objectives": sorted(objectives, key=canonical_text)}
