"""Menilai: from an agreement and its realizations to an evaluation."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, cast

from attrs import field, frozen

from sakip.base.control import inert
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import none_or, of_kind
from sakip.base.number import Number
from sakip.base.text import Lang, Text
from sakip.errors import InputError, InvalidValueError, shown
from sakip.model.agreement import Agreement
from sakip.model.checking import check
from sakip.model.period import Period
from sakip.model.plan import Plan
from sakip.model.realization import AwaitingRelease, Components, NotApplicable, NotReported, Realization
from sakip.model.scale import Level
from sakip.model.target import Target
from sakip.scoring.consolidation import Fact, Scope, consolidated
from sakip.scoring.evaluation import Completeness, Evaluation
from sakip.scoring.judging import Trace, judge
from sakip.scoring.outcome import NotScored, Reason, Score
from sakip.scoring.periodic import judged
from sakip.scoring.policy import Policy
from sakip.scoring.tabulation import Cell, refused_rows
from sakip.scoring.totals import indicator_score, totals

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
    if type(agreement) is not Agreement or type(policy) is not Policy:
        of_kind(Agreement, agreement, "evaluate.agreement", _AGREEMENT)
        of_kind(Policy, policy, "evaluate.policy", "policy=LKJIP")
    plan: Plan = agreement._plan
    try:
        given = tuple(realizations)
    except TypeError:
        if isinstance(realizations, Iterable):
            raise  # what the caller's own iterator raised
        raise _no_list(realizations) from None
    if plan.twice or not plan.targets or not policy.weights.hold(plan.sums, plan.total):
        raise _refused(agreement, given, policy)
    if period is not None and type(period) is not Period:
        of_kind(Period, period, "evaluate.period", _PERIOD)
    usual = policy._walk(plan, given, period) if through is None and policy._walk is not None else None
    if usual is None:
        scope = _scope(plan, policy, period, through)
        period, through = scope.period, scope.through
        facts, traces = _one_by_one(policy, agreement, given, scope)
        objectives, total = totals(policy, plan, facts, traces)
    else:
        facts, traces, levels = usual
        objectives, total = levels or totals(policy, plan, facts, traces)
    return Evaluation(
        agreement,
        given,
        policy,
        period,
        through,
        policy._recorded,
        tuple(facts),
        tuple(traces),
        objectives,
        total,
    )


_AGREEMENT, _PERIOD = "Agreement('PK-1', year=2025, first_party=..., objectives=[...])", "Period.quarter(2025, 1)"


def _no_list(realizations: object) -> InvalidValueError:
    return InvalidValueError(
        code="not-a-list",
        path="evaluate.realizations",
        value=realizations,
        problem=("bukan daftar Realization", "not a list of Realization"),
        way_out=("Tulis [Realization(...)]", "Write [Realization(...)]"),
    )


def _one_by_one(
    policy: Policy,
    agreement: Agreement,
    given: tuple[Realization, ...],
    scope: Scope,
) -> tuple[Sequence[Fact], Sequence[Trace | Reason]]:
    plan: Plan = agreement._plan
    found = _by_target(plan, given)
    if found is None:
        raise _refused(agreement, given, policy)
    facts = [consolidated(target, own, scope) for target, own in zip(plan.targets, found, strict=True)]
    return facts, [
        judged(policy, target, fact, own, scope) for target, fact, own in zip(plan.targets, facts, found, strict=True)
    ]


def _by_target(plan: Plan, given: Sequence[object]) -> list[list[Realization]] | None:
    """The realizations of each target, or None where one of them cannot stand."""
    found: list[list[Realization]] = [[] for _ in plan.targets]
    taken: set[tuple[int, date, date]] = set()
    for realization in given:
        at = plan.index.get(realization.code) if isinstance(realization, Realization) else None
        if not isinstance(realization, Realization) or at is None:
            return None
        period = realization.period or plan.period
        place = (at, period.first_day, period.last_day)
        if place in taken or not plan.period.contains(period):
            return None
        taken.add(place)
        found[at].append(realization)
    return found


def _scope(plan: Plan, policy: Policy, period: Period | None, through: Period | None) -> Scope:
    """What is judged; the year up to its last day is the year itself."""
    year = plan.period
    if period is None and through is None:
        return Scope(year, minimum_status=policy.minimum_status)
    chosen = _chosen(period, through, "evaluate")
    if chosen is None or not year.contains(chosen):
        raise InvalidValueError(
            code="scope-outside-year",
            path="evaluate",
            value=(period, through),
            problem=(
                "beri salah satu dari period dan through, di dalam tahun perjanjian",
                "give one of period and through, inside the agreement's year",
            ),
            way_out=(f"Pilih periode di dalam {year.label('id')}", f"Choose a period inside {year.label('en')}"),
        )
    return Scope(
        year,
        period=None if period == year else period,
        through=None if through is None or through.last_day == year.last_day else through,
        minimum_status=policy.minimum_status,
    )


def _chosen(period: Period | None, through: Period | None, path: str) -> Period | None:
    """The one period that is given; None where both are, or neither."""
    none_or(Period, period, f"{path}.period", _PERIOD)
    none_or(Period, through, f"{path}.through", _PERIOD)
    return None if period is not None and through is not None else period or through


def _refused(agreement: Agreement, given: tuple[Realization, ...], policy: Policy) -> InputError:
    report = check(agreement, given, policy)
    blocking, path = Report(report.blocking), f"agreement[{agreement.code}]"
    return InputError(
        code="input-refused",
        path=path,
        problem=(blocking.brief("id", within=path), blocking.brief("en", within=path)),
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
        InvalidValueError: No target or no policy, an amount that cannot be admitted, or a realization of another
            indicator.

    Examples:
        >>> from sakip import Indicator, Target
        >>> from sakip.policies import LKJIP
        >>> mortality = Target(Indicator("AKI", "Angka kematian ibu", polarity="minimize"), "49.34")
        >>> score(mortality, "110.84", policy=LKJIP).value
        Decimal('-24.65')
    """
    of_kind(Target, target, "score.target", "Target(indicator, 80)")
    of_kind(Policy, policy, "score.policy", "policy=LKJIP")
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
    scope = Scope(year, minimum_status=policy.minimum_status)
    fact = consolidated(target, (realization,), scope)
    return indicator_score(policy, fact, judge(policy, target, fact))


_NO_PAIR = Text(
    "butir ini bukan pasangan perjanjian dan daftar realisasinya: {what}",
    "this item is no pair of an agreement and its realizations: {what}",
)
_UNREADABLE = Text(
    "realisasi butir ini tidak dapat dibaca: {what}", "the realizations of this item cannot be read: {what}"
)
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

    @property
    def grade(self) -> None:
        """Predikat: none."""
        return None

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Cell]]:
        """Baris: as `Evaluation.rows`, so that nothing is lost: one for each target, without a score.

        What has no target at all still has one row.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        return in_form(refused_rows(self.agreement), numbers_form(numbers, "NotEvaluated.rows.numbers"))

    def summary(self, lang: Lang = "id") -> str:
        """Ringkasan: that nothing was scored, and why."""
        blocking = Report(self.report.blocking)
        if self.agreement is None:
            words = Text("Satu butir tidak dinilai: {why}.", "One item was not scored: {why}.")
            return words.render(lang, {"why": blocking.brief(lang, within="items")})
        words = Text("{code} tidak dinilai: {why}.", "{code} was not scored: {why}.")
        code = self.agreement.code
        return words.render(lang, {"code": code, "why": blocking.brief(lang, within=f"agreement[{code}]")})

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks: the report of what was found, for a terminal.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000; without one it is 80.
        """
        return self.report.text(lang, width=width)

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

    Returns:
        For each item an `Evaluation`, or a `NotEvaluated` with its report where the input was refused.

    Raises:
        InvalidValueError: At once and for all items: no policy, ``period`` and ``through`` together or either of them
            no period, ``items`` that cannot be walked through, or a ``progress`` that cannot be called.

    Examples:
        >>> from sakip import Realization
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> pairs = [(example_agreement(), [Realization("PLAN-1", 2)]), (example_agreement(), [Realization("X", 1)])]
        >>> [one.score.value for one in evaluate_many(pairs, policy=LKJIP)]
        [Decimal('100.00'), None]
    """
    of_kind(Policy, policy, "evaluate_many.policy", "policy=LKJIP")
    if _chosen(period, through, "evaluate_many") is None and period is not None:
        raise InvalidValueError(
            code="scope-outside-year",
            path="evaluate_many",
            value=(period, through),
            problem=("beri salah satu dari period dan through", "give one of period and through"),
            way_out=("Hapus salah satunya", "Leave one of them out"),
        )
    of_kind(cast("type[Iterable[Any]]", Iterable), items, "evaluate_many.items", "[(agreement, realizations)]")
    if progress is not None and not _is_callable(progress):
        raise InvalidValueError(
            code="wrong-kind",
            path="evaluate_many.progress",
            value=progress,
            problem=("bukan fungsi", "not a function"),
            way_out=("Tulis misalnya progress=tqdm", "Write for example progress=tqdm"),
        )
    return _each(items if progress is None else progress(items), policy, period, through)


def _is_callable(value: object) -> bool:
    return callable(value)


def _each(
    items: Iterable[Any], policy: Policy, period: Period | None, through: Period | None
) -> Iterator[Evaluation | NotEvaluated]:
    for item in items:
        agreement: Agreement | None = None
        unreadable = _NO_PAIR
        try:
            first, realizations = item
            agreement = of_kind(Agreement, first, "items", "(agreement, realizations)")
            unreadable = _UNREADABLE
            given = tuple(realizations)
        except Exception as error:  # noqa: BLE001 - whatever one item's own iterator does, the others still have their turn
            what = error.problem if isinstance(error, InvalidValueError) else (_named(error),) * 2
            yield NotEvaluated(agreement, (), _broken(agreement, unreadable, [inert(one) for one in what]))
            continue
        try:
            evaluation = evaluate(agreement, given, policy=policy, period=period, through=through)
        except InputError as error:
            yield NotEvaluated(agreement, given, error.report)
        except InvalidValueError as error:
            is_listed = error.path.startswith("realizations[")
            words, where = (_UNREADABLE, f"{error.path} = {shown(error.value)}: ") if is_listed else (_UNFIT, "")
            yield NotEvaluated(
                agreement, given, _broken(agreement, words, [inert(where) + one for one in error.problem])
            )
        else:
            yield evaluation


def _named(error: Exception) -> str:
    name = type(error).__name__
    try:
        return f"{name}: {error}"
    except Exception:  # noqa: BLE001 - an error of the caller's may not even be writable
        return name


def _broken(agreement: Agreement | None, words: Text, what: Iterable[str]) -> Report:
    subject = "items" if agreement is None else f"agreement[{agreement.code}]"
    return Report([Finding("ITEM-BROKEN", "error", subject, words, [("what", Text.literal(*what))], blocking=True)])
