"""Evaluasi: every score of one agreement, with the steps from which it can explain itself."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property
from typing import Literal

from attrs import field, frozen

from sakip.base.canonical import digest
from sakip.base.display import Table
from sakip.base.form import Numbers, numbers_form
from sakip.base.kind import is_text
from sakip.base.likeness import unknown_code
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang
from sakip.errors import SakipError
from sakip.model.agreement import Agreement
from sakip.model.period import Period
from sakip.model.realization import Realization
from sakip.scoring import explanation, tabulation
from sakip.scoring.aggregation import Root
from sakip.scoring.consolidation import Fact
from sakip.scoring.contribution import Contribution, contributions
from sakip.scoring.judging import Trace
from sakip.scoring.outcome import Reason, Score
from sakip.scoring.parts import IndicatorEvaluation, ObjectiveEvaluation
from sakip.scoring.policy import Policy
from sakip.scoring.recording import content
from sakip.scoring.step import Step
from sakip.scoring.summary import summary
from sakip.scoring.totals import StageTrace, known_share, score_of
from sakip.scoring.wording import ScopeKind, folded

__all__ = ["Completeness", "Evaluation"]

Completeness = Literal["final", "provisional", "withheld"]


@frozen(slots=False)  # a slot of a frozen value takes three times as long to fill, and a stream makes millions
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
        facts_recorded: The recorded fact of each target.
        traces_recorded: The recorded trace of each target, or why it has no score.
        objectives_recorded: The recorded trace of each objective.
        total_recorded: The recorded trace of the total.

    Examples:
        >>> from sakip import Realization, evaluate
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> evaluation = evaluate(example_agreement(), [Realization("PLAN-1", 1)], policy=LKJIP)
        >>> evaluation.score.value, evaluation.completeness
        (Decimal('50.00'), 'final')
        >>> "PLAN-1" in evaluation, [one.code for one in evaluation]
        (True, ['PLAN-1'])
    """

    agreement: Agreement = field(repr=lambda agreement: repr(agreement.code))
    realizations: tuple[Realization, ...] = field(repr=False)
    policy: Policy = field(repr=lambda policy: repr(policy.id))
    period: Period | None
    through: Period | None
    policy_recorded: tuple[str, str]
    facts_recorded: tuple[Fact, ...] = field(repr=False)
    traces_recorded: tuple[Trace | Reason, ...] = field(repr=False)
    objectives_recorded: tuple[StageTrace | Reason, ...] = field(repr=False)
    total_recorded: StageTrace | Reason = field(repr=False)

    __reduce__ = reduce_by_fields

    def __getitem__(self, code: str) -> IndicatorEvaluation:
        """Cari indikator: the evaluation of one indicator by its code.

        Raises:
            UnknownCodeError: The agreement has no such indicator; the error names those that look like it.
        """
        index = self.agreement._plan.index
        if code in self:
            return IndicatorEvaluation(self, index[code])
        raise unknown_code(
            code,
            index,
            code="unknown-indicator",
            path=f"evaluation[{self.agreement.code[:_LONGEST_SHOWN]}]",
            problem=("perjanjian ini tidak memuat indikator itu", "the agreement has no such indicator"),
        )

    def __contains__(self, code: object) -> bool:
        """Memuat: whether there is an indicator of this code; so ``code in evaluation`` fits ``evaluation[code]``."""
        return is_text(code) and code in self.agreement._plan.index

    def __iter__(self) -> Iterator[IndicatorEvaluation]:
        return (IndicatorEvaluation(self, at) for at in range(len(self.traces_recorded)))

    def __len__(self) -> int:
        return len(self.traces_recorded)

    @cached_property
    def _realized(self) -> dict[str, tuple[Realization, ...]]:
        """The realizations of each code, grouped once however many indicators ask."""
        found: dict[str, list[Realization]] = {}
        for one in self.realizations:
            found.setdefault(one.code, []).append(one)
        return {code: tuple(own) for code, own in found.items()}

    @property
    def scope(self) -> tuple[ScopeKind, Period]:
        """Lingkup: the year, one period of it, or the year through a period, and which one.

        Examples:
            >>> from sakip import evaluate
            >>> from sakip.policies import LKJIP
            >>> from sakip.testing import example_agreement
            >>> evaluate(example_agreement(), policy=LKJIP).scope
            ('year', Period.year(2025))
        """
        year = self.agreement.period
        if self.period is not None and self.period != year:
            return "period", self.period
        if self.through is not None and self.through != year:
            return "through", self.through
        return "year", year

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
        scored = [None for trace in self.objectives_recorded if not isinstance(trace, Reason)]
        carry = "rounded" if self.policy.objective.is_root else self.policy.carry
        return explanation.stage_steps(self.policy.total, self.total_recorded, scored, carry)

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
        return known_share(self.agreement, self.policy, self.traces_recorded)

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
        return digest(content(self))

    def verify(self, expected: str | None = None) -> bool:
        """Periksa ulang: whether the recorded steps follow from the inputs, and the whole has the expected digest.

        Only the digest that was published with a score can show that nothing was exchanged. Without it this proves one
        thing: the recorded facts and steps are what these inputs give under this policy, as they stand here now. Inputs
        or a policy that were exchanged for others with the same steps pass: another name of an indicator, or another
        grade scale in a policy of the same id and edition. Grades are not recorded; they are read from the scale.

        Args:
            expected: The digest that was published with the score.

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
        """Penjelasan: how the total came about, then each indicator, rendered from the recorded steps.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000; without one, lines are not broken.
        """
        return folded(explanation.explain_evaluation(self, lang), width)

    def summary(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Ringkasan: three sentences, score and grade; how many met, missed, not reported; the largest cause.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000; without one, lines are not broken.
        """
        return folded(summary(self, lang), width, hang=0)

    def contributions(self) -> tuple[Contribution, ...]:
        """Sumbangan: the distance of the exact total to 100, split by indicator; the shares add up to it exactly."""
        return contributions(self)

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, tabulation.Cell]]:
        """Baris: one flat dict an indicator, for data frames, JSON and PHP; see `sakip.scoring.COLUMNS`.

        Args:
            numbers: ``decimal``, or ``text`` to write every Decimal and date as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        return tabulation.rows(self, numbers_form(numbers, "Evaluation.rows.numbers"))

    def table(self, lang: Lang = "id") -> Table:
        """Tabel: the evaluation for people."""
        return tabulation.table(self, lang)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks tabel: the evaluation for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_LONGEST_SHOWN = 64
