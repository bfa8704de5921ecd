"""Fakta dari hasil: totals, grades, completeness, late reports and missing indicators, taken from what was computed."""

from collections.abc import Iterable
from fractions import Fraction
from typing import get_args

from sakip.base.kind import is_text, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.text import Lang, Text
from sakip.lifecycle.agenda import Agenda, AgendaItem
from sakip.lifecycle.consequences.given_fact import GivenFact
from sakip.lifecycle.mandatory.checking import MandatoryCheck
from sakip.scoring.evaluation import Evaluation
from sakip.scoring.grading import BELOW_LOWEST
from sakip.scoring.listing import percent_known
from sakip.scoring.wording import scope_text

__all__ = ["completeness_fact", "grade_fact", "late_reports_fact", "mandatory_missing_fact", "total_fact"]

_AGENDA = "standing(schedule(NATIONAL, 2024, level='region'), {}, as_of=date(2025, 4, 1))"
_EVALUATION = "evaluate(agreement, [], policy=LKJIP)"
_LABELS = {"withheld": "ditahan", "provisional": "sementara", "final": "final"}
_WITHHELD = Text("nilainya ditahan: {why}", "its score is withheld: {why}")
_PROVISIONAL = Text(
    "nilainya sementara, baru {share} % bobotnya diketahui; belum bernilai: {codes}",
    "its score is provisional, only {share} % of the weight is known; without a score: {codes}",
)
_PART = Text("yang dinilai hanya {scope}, bukan setahun", "only {scope} was evaluated, not the year")
_NO_GRADE = Text("kebijakan {policy} tidak memberi predikat", "the policy {policy} gives no grade")
_CHECK = "check_mandatory([agreement], BENGKULU_MANDATORY, on=date(2025, 4, 1))"
_UNASKED = Text(
    "belum diketahui apakah ini wajib dan dijanjikan: {codes}",
    "it is not known whether these are mandatory and promised: {codes}",
)
_PENDING = Text(
    "pada tanggal agenda masih ada yang belum jatuh tempo atau tidak diketahui: {codes}",
    "on the day of the agenda some is not due yet or not known: {codes}",
)
_NO_REPORTS = Text(
    "agenda tidak memuat laporan yang berbatas waktu untuk {year}: {codes}",
    "the agenda has no report with a last day for {year}: {codes}",
)
_REPORTS = ("interim-report", "annual-report")
"""Laporan: codes of the obligations that are reports, in the regimes that come with the library."""


def total_fact(evaluation: Evaluation, *, fact: str = "total") -> GivenFact:
    """Fakta nilai: the exact total of an evaluation of the whole year; not known unless it is final.

    Args:
        evaluation: What `evaluate` gave.
        fact: Id of the fact.

    Raises:
        InvalidValueError: Something else than an evaluation.

    Examples:
        >>> from sakip import Realization, evaluate
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> total_fact(evaluate(example_agreement(), [Realization("PLAN-1", 1)], policy=LKJIP)).value
        Fraction(50, 1)
        >>> total_fact(evaluate(example_agreement(), policy=LKJIP)).value is None
        True
    """
    found = of_kind(Evaluation, evaluation, "total_fact.evaluation", _EVALUATION)
    score, why = found.score, _unknown(found)
    if why is not None or score.value is None:
        return GivenFact(fact, found.agreement.year, because=why)
    value = Fraction(score.value) if score.exact is None else score.exact
    return GivenFact(fact, found.agreement.year, value, source=_source(found), measure=_policy(found))


def grade_fact(evaluation: Evaluation, *, fact: str = "grade") -> GivenFact:
    """Fakta predikat: the grade of the total of an evaluation of the whole year; not known unless it is final.

    Args:
        evaluation: What `evaluate` gave.
        fact: Id of the fact.

    Raises:
        InvalidValueError: Something else than an evaluation.

    Examples:
        >>> from sakip import Realization, evaluate
        >>> from sakip.policies import PERMENPANRB_8_2021
        >>> from sakip.testing import example_agreement
        >>> grade_fact(evaluate(example_agreement(), [Realization("PLAN-1", 2)], policy=PERMENPANRB_8_2021)).value
        'Baik'
    """
    found = of_kind(Evaluation, evaluation, "grade_fact.evaluation", _EVALUATION)
    why = _unknown(found)
    if why is None and found.grade is None:
        why = BELOW_LOWEST
        if found.policy.scale is None:
            why = _NO_GRADE.filled({"policy": _policy(found)})
    if why is not None:
        return GivenFact(fact, found.agreement.year, because=why)
    return GivenFact(fact, found.agreement.year, found.grade, source=_source(found), measure=_policy(found))


def completeness_fact(evaluation: Evaluation, *, fact: str = "completeness") -> GivenFact:
    """Fakta kelengkapan: ``ditahan``, ``sementara`` or ``final``, the labels of `COMPLETENESS_FACT`.

    Args:
        evaluation: What `evaluate` gave.
        fact: Id of the fact.

    Raises:
        InvalidValueError: Something else than an evaluation.

    Examples:
        >>> from sakip import evaluate
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> completeness_fact(evaluate(example_agreement(), policy=LKJIP)).value
        'ditahan'
    """
    found = of_kind(Evaluation, evaluation, "completeness_fact.evaluation", _EVALUATION)
    label = _LABELS[found.completeness]
    return GivenFact(fact, found.agreement.year, label, source=_source(found), measure=_policy(found))


def late_reports_fact(
    agenda: Agenda, year: int, *, codes: Iterable[str] = _REPORTS, fact: str = "late-reports"
) -> GivenFact:
    """Fakta keterlambatan: how many reports of a fiscal year came late, or are late on the day of the agenda.

    Only reports are counted: that an agreement was signed late, or evaluated late by who accepted it, is another
    matter. Reports of other years are not counted, nor are those without a last day. While some may still become late,
    or cannot be told, the number is not known.

    Args:
        agenda: What `standing` gave.
        year: Tahun anggaran.
        codes: Codes of the obligations that are counted; those of a region's own regime are stated here.
        fact: Id of the fact.

    Raises:
        InvalidValueError: Something else than an agenda or a list of codes, or no year.

    Examples:
        >>> from datetime import date
        >>> from sakip.lifecycle import NATIONAL, schedule, standing
        >>> dues = schedule(NATIONAL, 2024, level="region", budget_ratified_on=date(2024, 1, 5))
        >>> done = {"agreement": date(2024, 1, 25), "annual-report": date(2025, 4, 10)}
        >>> late_reports_fact(standing(dues, done, as_of=date(2025, 5, 1)), 2024).value
        Decimal('1')
    """
    found = of_kind(Agenda, agenda, "late_reports_fact.agenda", _AGENDA)
    counted = tuple_of(str, codes, "late_reports_fact.codes", "'annual-report'")
    ours = (item for item in found if item.due.period.fiscal_year == year and item.due.code in counted)
    own = [item for item in ours if not _endless(item)]
    late = [item.due.code for item in own if item.state in {"late", "done_late"}]
    pending = [item.due.code for item in own if item.state in {"upcoming", "due", "unknown"}]
    if pending:
        return GivenFact(fact, year, because=_PENDING.filled({"codes": ", ".join(pending)}))
    if not own:
        lacking = _NO_REPORTS.filled({"year": str(year), "codes": ", ".join(counted)})
        return GivenFact(fact, year, because=lacking)
    source = Text("agenda per {day}", "agenda as of {day}").render("id", {"day": found.as_of})
    return GivenFact(fact, year, len(late), source=f"{source}: {', '.join(late)}" if late else source)


def mandatory_missing_fact(check: MandatoryCheck, agreement: str, *, fact: str = "mandatory-missing") -> GivenFact:
    """Fakta indikator wajib: how many indicators that are asked of an agreement it does not promise.

    What is exempt is not missing. While it is not known whether one is asked or promised, the number is not known.

    Args:
        check: What `check_mandatory` gave.
        agreement: Code of the agreement.
        fact: Id of the fact.

    Raises:
        InvalidValueError: Something else than such a check.
        UnknownCodeError: The check did not look at that agreement; the error names those that look like it.

    Examples:
        >>> from datetime import date
        >>> from sakip.lifecycle import BENGKULU_MANDATORY, check_mandatory
        >>> from sakip.testing import example_agreement
        >>> check = check_mandatory([example_agreement()], BENGKULU_MANDATORY, on=date(2025, 4, 1))
        >>> mandatory_missing_fact(check, "PK-2025-SETDA-III-1").value
        Decimal('6')
    """
    found = of_kind(MandatoryCheck, check, "mandatory_missing_fact.check", _CHECK)
    years = {one.code: one.year for one in found.agreements}
    if not is_text(agreement) or agreement not in years:
        problem = ("pemeriksaan ini tidak memuat perjanjian itu", "the check has no such agreement")
        path = "mandatory_missing_fact.agreement"
        raise unknown_code(agreement, years, code="unknown-agreement", path=path, problem=problem)
    own = [one for one in found if one.agreement.code == agreement]
    unknown = [one.code for one in own if one.state == "unknown"]
    if unknown:
        return GivenFact(fact, years[agreement], because=_UNASKED.filled({"codes": ", ".join(unknown)}))
    lacking = [one.code for one in own if one.state == "lacking"]
    source = f"{agreement}, {found.mandatory.id}"
    return GivenFact(
        fact, years[agreement], len(lacking), source=f"{source}: {', '.join(lacking)}" if lacking else source
    )


def _endless(item: AgendaItem) -> bool:
    """Whether its days are known, and none of them is the last."""
    return item.due.first_day is not None and item.due.last_day is None


def _unknown(evaluation: Evaluation) -> Text | None:
    """Why the total of an evaluation is no ground for anything; None where it is final and of the year."""
    kind, period = evaluation.scope
    if kind != "year":
        scope = Text.literal(*(scope_text(kind, period, lang) for lang in get_args(Lang)))
        return _PART.filled({"scope": scope})
    reason = evaluation.score.reason
    if reason is not None:
        why = Text.literal(*(reason.text(lang) for lang in get_args(Lang)))
        return _WITHHELD.filled({"why": why})
    if evaluation.completeness == "final":
        return None
    codes = ", ".join(one.code for one in evaluation.missing)
    return _PROVISIONAL.filled({"share": percent_known(evaluation), "codes": codes})


def _policy(evaluation: Evaluation) -> str:
    return " ".join(evaluation.policy_recorded)


def _source(evaluation: Evaluation) -> str:
    return f"{evaluation.agreement.code}, {_policy(evaluation)}"
