"""Laporan untuk pembaca: the findings of a cascade as sentences, table and rows."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sakip.base.display import Column, Table
from sakip.base.finding import Severity
from sakip.base.form import Numbers, numbers_form
from sakip.base.text import Argument, Lang, Text, require_lang
from sakip.cascade.verdicts.finding import CascadeFinding, number_text

if TYPE_CHECKING:
    from sakip.cascade.report.report import CascadeReport

__all__ = ["first_line", "report_rows", "report_table", "severity_word", "standing"]

_SEVERITIES: dict[Severity, Text] = {
    "error": Text("galat", "error"),
    "warning": Text("peringatan", "warning"),
    "note": Text("catatan", "note"),
}
_ORDER = tuple(_SEVERITIES)
_VERDICTS = {
    "ok": Text("lolos", "passed"),
    "failed": Text("belum lolos", "not passed"),
    "incomplete": Text("belum dapat dipastikan", "cannot be confirmed yet"),
    "nothing_checked": Text("tidak ada yang diperiksa", "nothing checked"),
}
_FIRST_THROUGH = Text(
    "Kaskade per {date}, realisasi sampai {period}: {verdict}. {compared}",
    "Cascade on {date}, realizations through {period}: {verdict}. {compared}",
)
_FIRST = Text("Kaskade per {date}: {verdict}. {compared}", "Cascade on {date}: {verdict}. {compared}")
_COMPARED = Text(
    "Angka dibandingkan pada {compared} dari {parents} induk.",
    "Numbers were compared on {compared} of {parents} parents.",
)
_NO_PARENTS = Text(
    "Tidak ada tautan hitung, jadi tidak ada angka yang dibandingkan.",
    "There is no arithmetic link, so no numbers were compared.",
)
_EMPTY = Text("Kaskadenya kosong.", "The cascade is empty.")
_COUNTED = Text(
    "{errors} galat, {warnings} peringatan, {notes} catatan",
    "{errors} errors, {warnings} warnings, {notes} notes",
)
_CONSEQUENCES = Text("{count} akibat dari temuan lain", "{count} consequences of other findings")
_ASIDE = Text("{count} dikecualikan", "{count} set aside")
_NONE = Text("Tidak ada temuan.", "No findings.")
_HEADS = (Text("Kode", "Code"), Text("Tingkat", "Severity"), Text("Subjek", "Subject"), Text("Temuan", "Finding"))
_EXPLAINED = Text("akibat {code}", "due to {code}")
_SET_ASIDE = Text("dikecualikan", "set aside")
_LACKING = Text("{severity}, data kurang", "{severity}, data missing")
_FIX = Text("{code}: {fix}. Dasar: {basis}.", "{code}: {fix}. Basis: {basis}.")
_WHY = Text("{code} {subject} dikecualikan oleh {by}: {reason}", "{code} {subject} is set aside by {by}: {reason}")
_WHY_UNTIL = Text(
    "{code} {subject} dikecualikan oleh {by} sampai {until}: {reason}",
    "{code} {subject} is set aside by {by} until {until}: {reason}",
)


def first_line(report: "CascadeReport", lang: Lang) -> str:
    """Baris pertama: the verdict, and on how many parents numbers were compared."""
    parents = len(report.case.groups)
    if parents:
        said = _COMPARED.render(lang, {"compared": report.compared, "parents": parents})
    else:
        said = (_NO_PARENTS if report.case.graph.nodes else _EMPTY).render(lang)
    verdict = _VERDICTS[report.verdict].render(lang)
    words: dict[str, Argument] = {"date": report.as_of, "verdict": verdict, "compared": said}
    through = report.settings.through
    if through is None:
        return _FIRST.render(lang, words)
    return _FIRST_THROUGH.render(lang, {**words, "period": through.label(lang)})


def _counts(findings: Sequence[CascadeFinding], lang: Lang) -> str:
    if not findings:
        return _NONE.render(lang)
    heads = [one.severity for one in findings if one.is_headline]
    numbers: dict[str, Argument] = {f"{severity}s": heads.count(severity) for severity in _ORDER}
    said = [_COUNTED.render(lang, numbers)]
    aside = sum(1 for one in findings if one.suppression is not None)
    due = len(findings) - len(heads) - aside
    said += [text.render(lang, {"count": count}) for text, count in ((_CONSEQUENCES, due), (_ASIDE, aside)) if count]
    return f"{'; '.join(said)}."


def severity_word(severity: Severity, lang: Lang) -> str:
    """Tingkat temuan: a severity for people.

    Examples:
        >>> severity_word("error", "id")
        'galat'
    """
    return _SEVERITIES[severity].render(lang)


def standing(finding: CascadeFinding, lang: Lang) -> str:
    """Kedudukan temuan: its severity, or why it does not count by itself.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, Suppression, validate
        >>> never = Suppression("Tidak ada eselon IV", by="Biro Organisasi", code="CAS105")
        >>> report = validate(Cascade(), as_of=date(2025, 12, 31), suppressions=[never])
        >>> standing(report.findings[0], "id")
        'catatan'
    """
    if finding.suppression is not None:
        return _SET_ASIDE.render(lang)
    if finding.explained_by is not None:
        return _EXPLAINED.render(lang, {"code": finding.explained_by})
    severity = severity_word(finding.severity, lang)
    return _LACKING.render(lang, {"severity": severity}) if finding.verdict == "unknown" else severity


def _for_people(finding: CascadeFinding) -> tuple[Any, ...]:
    """Headlines first, the gravest first; then consequences, then what is set aside."""
    return finding.suppression is not None, finding.explained_by is not None, _ORDER.index(finding.severity)


def report_table(report: "CascadeReport", lang: Lang) -> Table:
    """Tabel laporan: every finding, with what can be done about each kind of finding below."""
    require_lang(lang)
    findings = sorted(report.findings, key=_for_people)
    notes = [*_fixes(findings, lang), *_exceptions(findings, lang)]
    return Table(
        f"{first_line(report, lang)}\n{_counts(findings, lang)}",
        [Column(head.render(lang)) for head in _HEADS],
        [(one.code, standing(one, lang), one.subject, one.text(lang)) for one in findings],
        notes=notes,
    )


def _fixes(findings: Iterable[CascadeFinding], lang: Lang) -> list[str]:
    by_code = {one.code: one for one in findings if one.is_headline}
    return [
        _FIX.render(
            lang,
            {
                "code": code,
                "fix": one.fix.render(lang),
                "basis": "; ".join(reference.text(lang) for reference in one.basis),
            },
        )
        for code, one in by_code.items()
    ]


def _exceptions(findings: Iterable[CascadeFinding], lang: Lang) -> list[str]:
    found: list[str] = []
    for one in findings:
        if one.suppression is None:
            continue
        said: dict[str, Argument] = {
            "code": one.code,
            "subject": one.subject,
            "by": one.suppression.by,
            "reason": one.suppression.reason,
        }
        until = one.suppression.until
        found.append(_WHY.render(lang, said) if until is None else _WHY_UNTIL.render(lang, {**said, "until": until}))
    return found


def report_rows(findings: Iterable[CascadeFinding], lang: Lang, numbers: Numbers, path: str) -> list[dict[str, Any]]:
    """Baris laporan: one dict a finding."""
    require_lang(lang)
    numbers_form(numbers, path)
    return [
        {
            "code": one.code,
            "slug": one.slug,
            "severity": one.severity,
            "verdict": one.verdict,
            "headline": one.is_headline,
            "subject": one.subject,
            "cell": one.cell,
            "nodes": list(one.nodes),
            "title": one.title.render(lang),
            "text": one.text(lang),
            "fix": one.fix.render(lang),
            "basis": [reference.text(lang) for reference in one.basis],
            "criteria": list(one.criteria),
            "explained_by": one.explained_by,
            "set_aside": None if one.suppression is None else one.suppression.reason,
            "fingerprint": one.fingerprint,
            "arguments": {name: _argument(value, lang, numbers) for name, value in one.arguments},
        }
        for one in findings
    ]


def _argument(value: Argument, lang: Lang, numbers: Numbers) -> str | Decimal | date:
    if isinstance(value, Text):
        return value.render(lang)
    if numbers == "text" or isinstance(value, str):
        return number_text(value)
    if isinstance(value, date):
        return value
    written = number_text(value)
    # A quotient such as 1/3 is no Decimal.
    return written if isinstance(value, Fraction) and "/" in written else Decimal(written)
