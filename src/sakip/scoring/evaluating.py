"""Menilai: from an agreement and its realizations to an evaluation."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, get_args

from attrs import field, frozen

from sakip.base.finding import Finding, Report
from sakip.base.kind import of_kind
from sakip.base.number import Number
from sakip.base.text import Lang, Text
from sakip.errors import InputError, InvalidValueError
from sakip.model.agreement import Agreement, Plan
from sakip.model.checking import check
from sakip.model.period import Period
from sakip.model.realization import AwaitingRelease, Components, DataStatus, NotApplicable, NotReported, Realization
from sakip.model.scale import Level
from sakip.model.target import Target
from sakip.scoring.consolidation import Fact, Scope, consolidated, single
from sakip.scoring.evaluation import Completeness, Evaluation
from sakip.scoring.judging import judge
from sakip.scoring.outcome import NotScored, Reason, Score, Scored
from sakip.scoring.policy import Policy
from sakip.scoring.totals import score_of, totals

__all__ = ["NotEvaluated", "evaluate", "evaluate_many", "score"]


def evaluate(
    agreement: Agreement,
    realizations: Iterable[Realization] = (),
    *,
    policy: Policy,
    period: Period | None = None,
    through: Period | None = None,
) -> Evaluation:
    """Nilai perjanjian: every score of an agreement, its total, and why.

    Args:
        agreement: What was promised.
        realizations: What was delivered, in any order.
        policy: How it is judged.
        period: Judge this one period against its own target in the trajectory.
        through: Judge the year up to the end of this period, by each indicator's consolidation.

    Raises:
        InputError: The agreement and its data have blocking findings; the error carries the whole report.
        InvalidValueError: ``period`` and ``through`` together, or a period outside the agreement's year.

    Examples:
        >>> from sakip import Realization
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> evaluate(example_agreement(), [Realization("PLAN-1", 1)], policy=LKJIP).score.value
        Decimal('50.00')
    """
    of_kind(
        Agreement, agreement, "evaluate.agreement", "Agreement('PK-1', year=2025, first_party=..., objectives=[...])"
    )
    of_kind(Policy, policy, "evaluate.policy", "policy=LKJIP")
    given = tuple(realizations)
    plan: Plan = agreement._plan
    found = None if plan.twice or not plan.targets else _by_target(plan, given)
    if found is None or not policy.weights.hold(plan.weighted, plan.weight_sums, plan.sizes):
        raise _refused(agreement, given, policy)
    amounts = plan.amounts.get(period) if through is None else None
    if amounts is None:
        scope = _scope(plan.period, period, through)
        facts = [consolidated(target, _listed(own), scope) for target, own in zip(plan.targets, found, strict=True)]
    else:
        facts = [
            single(target, own, amount)
            if amount is not None and type(own) is Realization and (own.period is period or own.period == period)
            else consolidated(target, _listed(own), Scope(plan.period, period))
            for target, own, amount in zip(plan.targets, found, amounts, strict=True)
        ]
    if policy.minimum_status is not None:
        last = period or through or plan.period
        facts = [
            _of_status(fact, _judged(_listed(own), period, last), policy.minimum_status)
            for fact, own in zip(facts, found, strict=True)
        ]
    rows = tuple([(fact, judge(policy, target, fact)) for target, fact in zip(plan.targets, facts, strict=True)])
    objectives, total = totals(policy, plan, rows)
    edition = (policy.id, policy.edition)
    return Evaluation(agreement, given, policy, period, through, edition, rows, objectives, total)


_Own = None | Realization | list[Realization]


def _by_target(plan: Plan, given: Sequence[object]) -> list[_Own] | None:
    """The realizations of each target, or None where one of them cannot stand."""
    index = plan.index
    found: list[_Own] = [None] * len(plan.targets)
    inside: Period | None = None
    for realization in given:
        if not isinstance(realization, Realization):
            return None
        at, period = index.get(realization.code), realization.period
        if at is None:
            return None
        if period is not inside and period is not None:
            if not plan.period.contains(period):
                return None
            inside = period
        before = found[at]
        if before is None:
            found[at] = realization
            continue
        several = before if isinstance(before, list) else [before]
        days = _days(plan, realization)
        if any(_days(plan, one) == days for one in several):
            return None
        found[at] = [*several, realization]
    return found


def _days(plan: Plan, realization: Realization) -> tuple[date, date]:
    period = realization.period or plan.period
    return period.first_day, period.last_day


def _listed(own: _Own) -> Sequence[Realization]:
    return () if own is None else (own,) if isinstance(own, Realization) else own


def _scope(year: Period, period: Period | None, through: Period | None) -> Scope:
    chosen = period or through
    if (period is None) == (through is None) or chosen is None or not year.contains(chosen):
        raise InvalidValueError(
            code="scope-outside-year",
            path="evaluate",
            value=(period, through),
            problem=(
                "beri salah satu dari period dan through, di dalam tahun perjanjian",
                "give one of period and through, inside the agreement's year",
            ),
            way_out=(f"Pilih periode di dalam {year.code}", f"Choose a period inside {year.code}"),
        )
    return Scope(year, None if period == year else period, through)


def _judged(own: Sequence[Realization], period: Period | None, last: Period) -> list[Realization]:
    """The realizations that the scope looks at: those of the one period, or those up to the last one."""
    if period is not None:
        return [one for one in own if one.period == period]
    return [one for one in own if one.period is None or one.period.last_day <= last.last_day]


def _of_status(fact: Fact, own: Sequence[Realization], minimum: DataStatus) -> Fact:
    order = (None, *get_args(DataStatus))
    low = sorted((one.status for one in own if order.index(one.status) < order.index(minimum)), key=order.index)
    if not low or isinstance(fact, Reason):
        return fact
    return Reason("below-minimum-status", [("status", low[0] or "-"), ("minimum", minimum)])


def _refused(agreement: Agreement, given: tuple[Realization, ...], policy: Policy) -> InputError:
    report = check(agreement, given, policy)
    texts = [
        "; ".join(f"{finding.subject}: {finding.text(lang)}" for finding in report.blocking) for lang in get_args(Lang)
    ]
    return InputError(
        code="input-refused",
        path=f"agreement[{agreement.code}]",
        problem=(texts[0], texts[1]),
        way_out=("Perbaiki temuan itu, lalu nilai lagi", "Repair these findings, then evaluate again"),
        report=report,
    )


def score(
    target: Target,
    amount: Number | Components | Level | date | NotReported | NotApplicable | AwaitingRelease | Realization,
    *,
    policy: Policy,
) -> Score:
    """Nilai satu target: the score of one amount, without an agreement around it.

    Args:
        target: What was promised.
        amount: A number in the indicator's unit, or anything that a `Realization` may hold, or a `Realization`.
        policy: How it is judged.

    Raises:
        InvalidValueError: An amount that cannot be admitted, or a realization of another indicator.

    Examples:
        >>> from sakip import Indicator, Target
        >>> from sakip.policies import LKJIP
        >>> mortality = Target(Indicator("AKI", "Angka kematian ibu", polarity="minimize"), "49.34")
        >>> score(mortality, "110.84", policy=LKJIP).value
        Decimal('-24.65')
    """
    realization = amount if isinstance(amount, Realization) else Realization(target.code, amount)
    if realization.code != target.code:
        raise InvalidValueError(
            code="other-indicator",
            path="score.amount",
            value=realization.code,
            problem=("realisasi milik indikator lain", "the realization belongs to another indicator"),
            way_out=(f"Beri realisasi {target.code}", f"Give a realization of {target.code}"),
        )
    year = realization.period.of_year if realization.period is not None else Period.year(1945)
    fact = consolidated(target, (realization,), Scope(year))
    if policy.minimum_status is not None:
        fact = _of_status(fact, (realization,), policy.minimum_status)
    trace = judge(policy, target, fact)
    found = score_of(trace, policy.indicator)
    if isinstance(found, NotScored) or isinstance(trace, Reason):
        return found
    return Scored(found.value, found.exact, Fraction(*trace[0]))


_UNREADABLE = Text("butir ini bukan pasangan (Agreement, daftar Realization): {what}", "this item is no pair: {what}")
_UNFIT = Text(
    "butir ini tidak dapat dinilai dalam lingkup yang diminta: {what}", "this item has no score in this scope: {what}"
)


@frozen
class NotEvaluated:
    """Tidak dinilai: what stands in the place of an evaluation whose input was refused.

    Attributes:
        agreement: The agreement, if there was one.
        realizations: Its realizations as they were given.
        report: Everything that was found, the blocking findings among them.
    """

    agreement: Agreement | None = field(repr=lambda agreement: repr(agreement.code if agreement else None))
    realizations: tuple[Any, ...] = field(repr=False)
    report: Report

    @property
    def score(self) -> NotScored:
        """Nilai: none, for the reason that the input was refused."""
        return NotScored(Reason("input-refused", [("count", len(self.report.blocking))]))

    @property
    def completeness(self) -> Completeness:
        """Kelengkapan: always ``withheld``."""
        return "withheld"

    def summary(self, lang: Lang = "id") -> str:
        """Ringkasan: that nothing was scored, and why."""
        words = Text("{code} tidak dinilai: {why}.", "{code} was not scored: {why}.")
        why = "; ".join(finding.text(lang) for finding in self.report.blocking)
        return words.render(lang, {"code": self.agreement.code if self.agreement else "-", "why": why})

    def text(self, lang: Lang = "id") -> str:
        """Teks: the report of what was found."""
        return self.report.text(lang)

    def _repr_html_(self) -> str:
        return self.report._repr_html_()


def evaluate_many(
    items: Iterable[tuple[Agreement, Iterable[Realization]]],
    *,
    policy: Policy,
    period: Period | None = None,
    through: Period | None = None,
    progress: Callable[[Iterable[Any]], Iterable[Any]] | None = None,
) -> Iterator[Evaluation | NotEvaluated]:
    """Nilai banyak perjanjian: one after the other, in order, and never stopping.

    Args:
        items: Pairs of an agreement and its realizations; taken one by one, so they may come from anywhere.
        policy: How they are judged.
        period: As for `evaluate`.
        through: As for `evaluate`.
        progress: Any wrapper of the tqdm kind, which takes an iterable and gives one back.

    Yields:
        An `Evaluation`, or a `NotEvaluated` with its report where the input was refused.

    Examples:
        >>> from sakip import Realization
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> pairs = [(example_agreement(), [Realization("PLAN-1", 2)]), (example_agreement(), [Realization("X", 1)])]
        >>> [one.score.value for one in evaluate_many(pairs, policy=LKJIP)]
        [Decimal('100.00'), None]
    """
    for item in items if progress is None else progress(items):
        try:
            agreement, realizations = item
            given = tuple(realizations)
            if not isinstance(agreement, Agreement):
                raise TypeError(type(agreement).__name__)  # noqa: TRY301 - the same answer as for any other broken item
        except Exception as error:  # noqa: BLE001 - whatever one item's own iterator does, the others still have their turn
            yield NotEvaluated(None, (), _broken(_UNREADABLE, f"{type(error).__name__}: {error}"))
            continue
        try:
            evaluation = evaluate(agreement, given, policy=policy, period=period, through=through)
        except InputError as error:
            yield NotEvaluated(agreement, given, error.report)
        except InvalidValueError as error:
            yield NotEvaluated(agreement, given, _broken(_UNFIT, error.path))
        else:
            yield evaluation


def _broken(words: Text, what: str) -> Report:
    return Report([Finding("ITEM-BROKEN", "error", "items", words, [("what", what)], blocking=True)])
