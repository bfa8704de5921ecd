"""Tugas tambahan: work assigned beside the agreement, judged by itself and never part of the agreement's score."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import none_or, of_kind, tuple_of
from sakip.base.notation import format_date, format_number
from sakip.base.number import decimal_of_fraction
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Argument, Lang, Text, require_lang
from sakip.errors import InvalidValueError
from sakip.lifecycle.additional_rule import AdditionalRule
from sakip.lifecycle.additional_task import AdditionalTask, TaskResult
from sakip.model.realization import Realization
from sakip.scoring.consolidation import Scope, consolidated
from sakip.scoring.evaluation import Evaluation
from sakip.scoring.outcome import NotScored, Reason, Score, Scored
from sakip.scoring.periodic import judged
from sakip.scoring.policy import Policy
from sakip.scoring.totals import indicator_score
from sakip.scoring.wording import score_text

__all__ = ["RULES", "AdditionalResult", "additional_tasks"]

_INSIDE = Rule(
    "ADD-INSIDE",
    "error",
    Text(
        "Tugas tambahan {code} sudah dijanjikan dalam perjanjian {agreement}; ia tidak dinilai dua kali",
        "The additional task {code} is promised in the agreement {agreement} already; it is not judged twice",
    ),
)
_TWICE = Rule(
    "ADD-TWICE",
    "error",
    Text(
        "Tugas tambahan {code} ada {count} kali; beri tiap tugas kodenya sendiri",
        "The additional task {code} stands {count} times; give each a code of its own",
    ),
)
_BASIS = Rule(
    "ADD-BASIS",
    "warning",
    Text("Tugas tambahan {code} tanpa surat penugasan", "The additional task {code} has no letter of assignment"),
)
_YEAR = Rule(
    "ADD-YEAR",
    "warning",
    Text(
        "Tugas tambahan {code} diberikan {assigned_on}, di luar tahun perjanjian, {year}",
        "The additional task {code} was assigned on {assigned_on}, outside the year of the agreement, {year}",
    ),
)
_SCOPE = Rule(
    "ADD-SCOPE",
    "warning",
    Text(
        "Tugas tambahan {code} tanpa bobot lingkup penugasan; aturan {rule} tidak dapat menambahkan nilainya",
        "The additional task {code} has no weight of its scope; the rule {rule} cannot add its value",
    ),
)
_NO_VALUE = Rule(
    "ADD-NO-VALUE",
    "warning",
    Text(
        "Tugas tambahan {code} tanpa nilai: {why}; ia bukan nol",
        "The additional task {code} has no value: {why}; that is not zero",
    ),
)
_CAPPED = Rule(
    "ADD-CAPPED",
    "note",
    Text(
        "Nilai tugas tambahan berjumlah {sum} dan ditahan pada {cap} menurut aturan {rule}",
        "The values of additional tasks add up to {sum} and are held at {cap} by the rule {rule}",
    ),
)
_STRANGER = Rule(
    "ADD-UNKNOWN",
    "warning",
    Text(
        "Realisasi {code} bukan milik tugas tambahan mana pun", "The realization {code} belongs to no additional task"
    ),
)
RULES = (_INSIDE, _TWICE, _BASIS, _YEAR, _SCOPE, _NO_VALUE, _CAPPED, _STRANGER)
"""Aturan tugas tambahan: every finding of `AdditionalResult.check`."""


@frozen
class AdditionalResult:
    """Penilaian tugas tambahan: the tasks beside an evaluation, which stays as it is.

    Attributes:
        evaluation: The evaluation of the agreement, the very one that was given.
        tasks: Tugas tambahan.
        realizations: What was delivered of them.
        policy: How they are judged.
        rule: What adds a value to the agreement's; None where nothing is added.
        results: Hasil: every task with its score, in the order given.

    Examples:
        >>> from datetime import date
        >>> from sakip import Indicator, Realization, Target, evaluate
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> agreed = evaluate(example_agreement(), [Realization("PLAN-1", 1)], policy=LKJIP)
        >>> festival = Indicator("TT-1", "Festival daerah terselenggara", polarity="maximize")
        >>> task = AdditionalTask(Target(festival, 2), assigned_by="Bupati", assigned_on=date(2025, 7, 1), basis="SK 1")
        >>> beside = additional_tasks(agreed, [task], [Realization("TT-1", 1)], policy=LKJIP)
        >>> beside.results[0].score.value, beside.evaluation.score.value, beside.total
        (Decimal('50.00'), Decimal('50.00'), None)
    """

    evaluation: Evaluation
    tasks: tuple[AdditionalTask, ...]
    realizations: tuple[Realization, ...]
    policy: Policy
    rule: AdditionalRule | None
    results: tuple[TaskResult, ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "results", tuple(self._result(task) for task in self.tasks))

    __reduce__ = reduce_by_fields

    def _result(self, task: AdditionalTask) -> TaskResult:
        judged = self._score(task)
        if not isinstance(judged, Scored):
            return TaskResult(task, judged, None, None)
        scale, exact = self.policy.scale, judged.exact if judged.exact is not None else Fraction(judged.value)
        category = None if scale is None else scale.grade(exact)
        if self.rule is None or category is None or task.scope_weight is None:
            return TaskResult(task, judged, category, None)
        return TaskResult(task, judged, category, self.rule.value_of(category, judged.value, task.scope_weight))

    def _score(self, task: AdditionalTask) -> Score:
        if task.code in self.evaluation:
            return NotScored(Reason("in-agreement", [("agreement", self.evaluation.agreement.code)]))
        if sum(1 for one in self.tasks if one.code == task.code) > 1:
            return NotScored(Reason("code-twice", [("code", task.code)]))
        given = tuple(one for one in self.realizations if one.code == task.code)
        scope = self._scope
        fact = consolidated(task.target, given, scope)
        return indicator_score(self.policy, fact, judged(self.policy, task.target, fact, given, scope))

    @property
    def _scope(self) -> Scope:
        """The same year or period as that of the agreement's evaluation."""
        year = self.evaluation.agreement.period
        kind, period = self.evaluation.scope
        through = period if kind == "through" and period.last_day != year.last_day else None
        one = period if kind == "period" else None
        return Scope(year, period=one, through=through, minimum_status=self.policy.minimum_status)

    @property
    def is_complete(self) -> bool:
        """Lengkap: whether the rule has a number for every task; without a rule there is none to have."""
        return self.rule is not None and all(result.added is not None for result in self.results)

    @property
    def uncapped(self) -> Fraction | None:
        """Jumlah tanpa batas: what the tasks with a number add, before the cap; None without a rule."""
        known = [result.added for result in self.results if result.added is not None]
        return None if self.rule is None else sum(known, Fraction(0))

    @property
    def added(self) -> Decimal | None:
        """Nilai tambahan: the sum within the cap of the rule, rounded; None without a rule, or while it may still grow.

        It may grow while a task has no number, unless the others reach the cap without it.
        """
        rule, known = self.rule, self.uncapped
        if rule is None or known is None or not (self.is_complete or known >= rule.cap):
            return None
        return decimal_of_fraction(min(known, Fraction(rule.cap)), rule.digits)

    @property
    def total(self) -> Decimal | None:
        """Nilai akhir: the agreement's value and the value added; None unless both are there and final."""
        agreed, final = self.evaluation.score.value, self.evaluation.completeness == "final"
        if self.rule is None or self.added is None or agreed is None or not final:
            return None
        return decimal_of_fraction(Fraction(agreed) + Fraction(self.added), self.rule.digits)

    def check(self) -> Report:
        """Periksa tugas tambahan: tasks promised already, without a letter, a weight or a value, and a reached cap."""
        return Report(self._findings())

    def _findings(self) -> Iterator[Finding]:
        agreement = self.evaluation.agreement
        for code, count in Counter(task.code for task in self.tasks).items():
            if count > 1:
                yield _TWICE.at(f"additional[{code}]", code=code, count=count)
        for task in self.tasks:
            subject = f"additional[{task.code}]"
            if task.code in self.evaluation:
                yield _INSIDE.at(subject, code=task.code, agreement=agreement.code)
            if task.basis is None:
                yield _BASIS.at(f"{subject}.basis", code=task.code)
            if not agreement.period.first_day <= task.assigned_on <= agreement.period.last_day:
                told: dict[str, Argument] = {"assigned_on": task.assigned_on, "year": agreement.period.code}
                yield _YEAR.at(f"{subject}.assigned_on", code=task.code, **told)
            if self.rule is not None and task.scope_weight is None:
                yield _SCOPE.at(f"{subject}.scope_weight", code=task.code, rule=self.rule.id)
        for result in self.results:
            if result.score.reason is not None and result.score.reason.code not in _SAID:
                why = Text.literal(result.score.reason.text("id"), result.score.reason.text("en"))
                yield _NO_VALUE.at(f"additional[{result.task.code}]", code=result.task.code, why=why)
        known = {task.code for task in self.tasks}
        for code in dict.fromkeys(one.code for one in self.realizations):
            if code not in known and code not in self.evaluation:
                yield _STRANGER.at(f"realizations[{code}]", code=code)
        if self.rule is not None and self.uncapped is not None and self.uncapped > self.rule.cap:
            yield _CAPPED.at("additional", sum=self.uncapped, cap=self.rule.cap, rule=self.rule.id)

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris tugas tambahan: one dict a task.

        Its keys are ``code``, ``name``, ``assigned_by``, ``assigned_on``, ``basis``, ``scope``, ``scope_weight``,
        ``score``, ``category``, ``reason`` and ``added``, the exact number as text.

        Args:
            numbers: ``decimal``, or ``text`` to write Decimals and dates as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        form = numbers_form(numbers, "AdditionalResult.rows.numbers")
        rows: list[dict[str, Any]] = [
            {
                "code": result.task.code,
                "name": result.task.target.indicator.name,
                "assigned_by": result.task.assigned_by,
                "assigned_on": result.task.assigned_on,
                "basis": result.task.basis,
                "scope": result.task.scope,
                "scope_weight": result.task.scope_weight,
                "score": result.score.value,
                "category": result.category,
                "reason": result.score.reason and result.score.reason.code,
                "added": None if result.added is None else str(result.added),
            }
            for result in self.results
        ]
        return in_form(rows, form)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel tugas tambahan: one row a task; below it the agreement's value, what is added, and by which rule."""
        require_lang(lang)
        heads = [head.render(lang) for head in (_HEADS if self.rule is not None else _HEADS[:-1])]
        rows = [self._cells(result, lang)[: len(heads)] for result in self.results]
        columns = [Column(head, "right" if at in {3, 5} else "left") for at, head in enumerate(heads)]
        title = Text("Tugas tambahan", "Additional tasks").render(lang)
        return Table(title, columns, rows, notes=list(self._notes(lang)))

    def _cells(self, result: TaskResult, lang: Lang) -> tuple[str, ...]:
        added = "–" if result.added is None else format_number(result.added, decimals=2, lang=lang)
        assigned = f"{result.task.assigned_by}, {format_date(result.task.assigned_on, lang)}"
        name, label = result.task.target.indicator.name, result.category or ""
        return result.task.code, name, assigned, score_text(result.score, lang), label, added

    def _notes(self, lang: Lang) -> Iterator[str]:
        words = Text("Nilai perjanjian: {value}; tidak diubah", "Value of the agreement: {value}; it is not changed")
        yield words.render(lang, {"value": score_text(self.evaluation.score, lang)})
        if self.rule is None:
            yield Text("Tidak ada yang ditambahkan: tanpa aturan", "Nothing is added: there is no rule").render(lang)
            return
        digits = self.rule.digits
        if self.added is None:
            open_codes = ", ".join(result.task.code for result in self.results if result.added is None)
            known = format_number(self.uncapped or 0, decimals=digits, lang=lang)
            yield _NOT_YET.render(lang, {"codes": open_codes, "sum": known})
        else:
            shown = format_number(self.added, decimals=digits, lang=lang)
            words = Text("Ditambahkan: {added}, paling banyak {cap}", "Added: {added}, at most {cap}")
            yield words.render(lang, {"added": shown, "cap": self.rule.cap})
        if self.total is not None:
            shown = format_number(self.total, decimals=digits, lang=lang)
            yield Text("Nilai akhir: {total}", "Final value: {total}").render(lang, {"total": shown})
        elif self.evaluation.completeness == "provisional":
            yield _PROVISIONAL.render(lang)
        yield self.rule.title.render(lang) if self.rule.reference is None else self.rule.reference.text(lang)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks tugas tambahan: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


# What another finding already says of a task.
_SAID = ("in-agreement", "code-twice")
_NOT_YET = Text(
    "Yang ditambahkan belum diketahui: {codes} belum bernilai; sejauh ini {sum}",
    "What is added is not known yet: {codes} without a value; so far {sum}",
)
_PROVISIONAL = Text(
    "Nilai akhir belum ada: nilai perjanjian masih sementara",
    "No final value yet: the value of the agreement is provisional",
)
_HEADS = (
    Text("Kode", "Code"),
    Text("Tugas", "Task"),
    Text("Diberikan oleh", "Assigned by"),
    Text("Nilai", "Score"),
    Text("Kategori", "Category"),
    Text("Ditambahkan", "Added"),
)


def additional_tasks(
    evaluation: Evaluation,
    tasks: Iterable[AdditionalTask],
    realizations: Iterable[Realization] = (),
    *,
    policy: Policy | None = None,
    rule: AdditionalRule | None = None,
) -> AdditionalResult:
    """Penilaian tugas tambahan: tasks beside an agreement, judged by themselves, and what a rule adds for them.

    The evaluation of the agreement is never touched: its targets, weights and score stay what they are.

    Args:
        evaluation: The agreement's own evaluation; the tasks are judged for the same year or period.
        tasks: Tugas tambahan.
        realizations: What was delivered of them; those of the agreement are passed over.
        policy: How the tasks are judged; without one, by the policy of the rule, or else of the evaluation.
        rule: What adds a value to the agreement's; without one nothing is added.

    Raises:
        InvalidValueError: An argument of another kind, or a rule whose policy is not the one that judged the agreement.

    Examples:
        >>> from datetime import date
        >>> from sakip import Indicator, Realization, Target, evaluate
        >>> from sakip.lifecycle import PERMENPANRB_8_2021_ADDITIONAL
        >>> from sakip.testing import example_agreement
        >>> rule = PERMENPANRB_8_2021_ADDITIONAL
        >>> agreed = evaluate(example_agreement(), [Realization("PLAN-1", 2)], policy=rule.policy)
        >>> festival = Indicator("TT-1", "Festival daerah terselenggara", polarity="maximize")
        >>> task = AdditionalTask(
        ...     Target(festival, 1), assigned_by="Bupati", assigned_on=date(2025, 7, 1), basis="SK 1", scope_weight=5
        ... )
        >>> found = additional_tasks(agreed, [task], [Realization("TT-1", 1)], rule=rule)
        >>> found.evaluation.score.value, found.added, found.total
        (Decimal('109.00'), Decimal('4.36'), Decimal('113.36'))
    """
    of_kind(Evaluation, evaluation, "additional_tasks.evaluation", "evaluate(agreement, realizations, policy=LKJIP)")
    none_or(Policy, policy, "additional_tasks.policy", "policy=LKJIP")
    none_or(AdditionalRule, rule, "additional_tasks.rule", "rule=PERMENPANRB_8_2021_ADDITIONAL")
    judged_by = policy or (evaluation.policy if rule is None else rule.policy)
    if rule is not None and not judged_by == evaluation.policy == rule.policy:
        raise InvalidValueError(
            code="additional-policy",
            path="additional_tasks.rule",
            value=rule.id,
            problem=(
                f"aturan ini menambah nilai menurut {rule.policy.id}, bukan {evaluation.policy.id}",
                f"the rule adds to values of {rule.policy.id}, not of {evaluation.policy.id}",
            ),
            way_out=(
                f"Nilai perjanjian dan tugasnya dengan {rule.policy.id}, atau jangan sebut rule",
                f"Judge the agreement and its tasks by {rule.policy.id}, or state no rule",
            ),
        )
    example = "AdditionalTask(Target(indicator, 1), assigned_by='Bupati', assigned_on=date(2025, 7, 1))"
    known = tuple_of(AdditionalTask, tasks, "additional_tasks.tasks", example)
    given = tuple_of(Realization, realizations, "additional_tasks.realizations", "Realization('TT-1', 1)")
    return AdditionalResult(evaluation, known, given, judged_by, rule)
