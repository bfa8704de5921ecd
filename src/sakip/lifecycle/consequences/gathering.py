"""Fakta dari hasil: totals, grades, completeness, and counts of what is late or lacking, from what was computed."""

from collections.abc import Iterable
from fractions import Fraction

from sakip.base.kind import is_text, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.text import Lang, Text, both
from sakip.lifecycle.agenda import Agenda, AgendaItem, Due
from sakip.lifecycle.consequences.given_fact import GivenFact
from sakip.lifecycle.mandatory.checking import MandatoryCheck
from sakip.lifecycle.promises.coverage import PromiseCoverage
from sakip.scoring.evaluation import Evaluation
from sakip.scoring.grading import BELOW_LOWEST
from sakip.scoring.listing import percent_known
from sakip.scoring.wording import scope_text

__all__ = [
    "completeness_fact",
    "grade_fact",
    "late_reports_fact",
    "mandatory_missing_fact",
    "total_fact",
    "unsigned_promises_fact",
]

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
    "pada tanggal agenda masih ada yang belum jatuh tempo atau tidak diketahui: {reports}",
    "on the day of the agenda some is not due yet or not known: {reports}",
)
_NO_REPORTS = Text(
    "agenda tidak memuat laporan yang berbatas waktu untuk {year}: {codes}",
    "the agenda has no report with a last day for {year}: {codes}",
)
_COVERAGE = "promise_coverage([plan], agreements, as_of=date(2021, 2, 16))"
_NOT_RESPONSIBLE = Text(
    "tidak ada rencana yang menyebut {office} bertanggung jawab atas sebuah janji",
    "no plan says that {office} is responsible for a promise",
)
_DUE = Text("{what} {period}", "{what} of {period}")
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
    late = [item for item in own if item.state in {"late", "done_late"}]
    pending = [item for item in own if item.state in {"upcoming", "due", "unknown"}]
    if pending:
        return GivenFact(fact, year, because=_PENDING.filled({"reports": _named(pending)}))
    if not own:
        lacking = _NO_REPORTS.filled({"year": str(year), "codes": ", ".join(counted)})
        return GivenFact(fact, year, because=lacking)
    source = Text("agenda per {day}", "agenda as of {day}").render("id", {"day": found.as_of})
    return GivenFact(fact, year, len(late), source=f"{source}: {_named(late).id}" if late else source)


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


def unsigned_promises_fact(
    coverage: PromiseCoverage, office: str, year: int, *, fact: str = "unsigned-promises"
) -> GivenFact:
    """Fakta janji: how many promises an office is responsible for and has not signed for, whoever else may have.

    Where no plan says that it is responsible for anything, the number is not known.

    Args:
        coverage: What `promise_coverage` gave.
        office: The office, as plans or agreements name it.
        year: The year that the fact is about.
        fact: Id of the fact.

    Raises:
        InvalidValueError: Something else than a coverage, or no year.
        UnknownCodeError: Neither a plan nor an agreement names the office; the error names those that look like it.

    Examples:
        >>> from sakip.lifecycle import PlanDocument, Promise, promise_coverage
        >>> promises = [Promise("J-01", "Jalan mantap", offices="Dinas Bina Marga")]
        >>> plan = PlanDocument("JANJI", "Janji kerja", first_year=2019, last_year=2024, promises=promises)
        >>> unsigned_promises_fact(promise_coverage([plan], []), "Dinas Bina Marga", 2021).text()
        '1 (sumber: cakupan janji: J-01)'
    """
    found = of_kind(PromiseCoverage, coverage, "unsigned_promises_fact.coverage", _COVERAGE)
    own = found.of(office)
    if not own.responsible:
        return GivenFact(fact, year, because=_NOT_RESPONSIBLE.filled({"office": office}))
    day = "" if found.as_of is None else Text(" per {day}", " as of {day}").render("id", {"day": found.as_of})
    source, lacking = f"cakupan janji{day}", [one.code for one in own.unsigned]
    return GivenFact(fact, year, len(lacking), source=f"{source}: {', '.join(lacking)}" if lacking else source)


def _named(items: Iterable[AgendaItem]) -> Text:
    """The obligations by their names, each with its period where a year has several."""
    dues = [item.due for item in items]
    return both(lambda lang: ", ".join(_due_text(due, lang) for due in dues))


def _due_text(due: Due, lang: Lang) -> str:
    what = due.deadline.what.render(lang)
    return what if due.period.kind == "year" else _DUE.render(lang, {"what": what, "period": due.period.label(lang)})


def _endless(item: AgendaItem) -> bool:
    """Whether its days are known, and none of them is the last."""
    return item.due.first_day is not None and item.due.last_day is None


def _unknown(evaluation: Evaluation) -> Text | None:
    """Why the total of an evaluation is no ground for anything; None where it is final and of the year."""
    kind, period = evaluation.scope
    if kind != "year":
        scope = both(lambda lang: scope_text(kind, period, lang))
        return _PART.filled({"scope": scope})
    reason = evaluation.score.reason
    if reason is not None:
        why = both(reason.text)
        return _WITHHELD.filled({"why": why})
    if evaluation.completeness == "final":
        return None
    codes = ", ".join(one.code for one in evaluation.missing)
    return _PROVISIONAL.filled({"share": percent_known(evaluation), "codes": codes})


def _policy(evaluation: Evaluation) -> str:
    return " ".join(evaluation.policy_recorded)


def _source(evaluation: Evaluation) -> str:
    return f"{evaluation.agreement.code}, {_policy(evaluation)}"
