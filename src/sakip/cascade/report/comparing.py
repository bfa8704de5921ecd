"""Perbandingan laporan: what is new, what is gone, what has other numbers, and what comes back year after year."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, get_args

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Severity
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang
from sakip.cascade.names.naming import folded
from sakip.cascade.report.record import SCHEMA
from sakip.cascade.report.table import severity_word
from sakip.cascade.verdicts.finding import CascadeFinding
from sakip.errors import InvalidValueError

if TYPE_CHECKING:
    from sakip.cascade.report.report import CascadeReport

__all__ = ["DiffKind", "Recurring", "ReportDiff", "Seen", "diff_of", "recurring_in", "seen_in"]

DiffKind = Literal["new", "reopened", "changed", "unchanged", "fixed"]
_TITLE = Text("Perbandingan dua laporan kaskade", "Two reports on the cascade compared")
_HEADS = (
    Text("Beda", "Difference"),
    Text("Kode", "Code"),
    Text("Tingkat", "Severity"),
    Text("Subjek", "Subject"),
    Text("Temuan", "Finding"),
)
_WORDS: dict[DiffKind, Text] = {
    "new": Text("baru", "new"),
    "reopened": Text("muncul lagi", "reopened"),
    "changed": Text("berubah", "changed"),
    "unchanged": Text("tetap", "unchanged"),
    "fixed": Text("selesai", "fixed"),
}
_BEFORE = Text("{now} (semula: {before})", "{now} (before: {before})")
_UNCHANGED = Text("{count} temuan tetap seperti semula.", "{count} findings are as they were.")


@frozen
class Seen:
    """Temuan terlihat: a finding as far as it is compared, be it of a report or of a record.

    Attributes:
        code: Code of the check.
        subject: What it is about.
        cell: Which cell of it.
        severity: ``error``, ``warning`` or ``note``.
        fingerprint: What stays the same when a number changes.
        value_hash: What changes with a number.
        texts: What it says, in Indonesian and in English.
    """

    code: str
    subject: str
    cell: str
    severity: Severity
    fingerprint: str
    value_hash: str
    texts: tuple[str, str] = field(eq=False)

    __reduce__ = reduce_by_fields

    def text(self, lang: Lang = "id") -> str:
        """Teks temuan: what it says, in one language."""
        return self.texts[0 if require_lang(lang) == "id" else 1]


@frozen
class ReportDiff:
    """Beda dua laporan: each finding of both, in one of five groups.

    Attributes:
        new: Findings that were not there.
        reopened: Those that were not in the old report and were in an earlier one.
        changed: Pairs of the old and the new finding where the same thing has other numbers.
        unchanged: Findings that are as they were.
        fixed: Findings that are gone.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> report = validate(Cascade(), as_of=date(2025, 12, 31))
        >>> report.diff(report).is_empty
        True
    """

    new: tuple[Seen, ...] = ()
    reopened: tuple[Seen, ...] = ()
    changed: tuple[tuple[Seen, Seen], ...] = ()
    unchanged: tuple[Seen, ...] = ()
    fixed: tuple[Seen, ...] = ()

    __reduce__ = reduce_by_fields

    @property
    def is_empty(self) -> bool:
        """Kosong: whether nothing is different."""
        return not (self.new or self.reopened or self.changed or self.fixed)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel beda: everything that is different; what is unchanged is only counted."""
        require_lang(lang)
        told: list[tuple[DiffKind, Seen, str]] = [
            *(("new", one, one.text(lang)) for one in self.new),
            *(("reopened", one, one.text(lang)) for one in self.reopened),
            *(
                ("changed", now, _BEFORE.render(lang, {"now": now.text(lang), "before": before.text(lang)}))
                for before, now in self.changed
            ),
            *(("fixed", one, one.text(lang)) for one in self.fixed),
        ]
        return Table(
            _TITLE.render(lang),
            [Column(head.render(lang)) for head in _HEADS],
            [
                (_WORDS[word].render(lang), one.code, severity_word(one.severity, lang), one.subject, said)
                for word, one, said in told
            ],
            notes=[_UNCHANGED.render(lang, {"count": len(self.unchanged)})],
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks beda: the table for a terminal."""
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()

    def rows(self, lang: Lang = "id") -> list[dict[str, Any]]:
        """Baris beda: one dict a finding of either report, for data frames, JSON and PHP."""
        require_lang(lang)
        before = {id(now): old for old, now in self.changed}
        groups: tuple[tuple[DiffKind, tuple[Seen, ...]], ...] = (
            ("new", self.new),
            ("reopened", self.reopened),
            ("changed", tuple(now for _, now in self.changed)),
            ("unchanged", self.unchanged),
            ("fixed", self.fixed),
        )
        return [
            {
                "difference": word,
                "code": one.code,
                "severity": one.severity,
                "subject": one.subject,
                "cell": one.cell,
                "text": one.text(lang),
                "before": before[id(one)].text(lang) if id(one) in before else None,
                "fingerprint": one.fingerprint,
            }
            for word, found in groups
            for one in found
        ]


@frozen
class Recurring:
    """Temuan berulang: one that stood in reports of several years.

    Attributes:
        finding: The finding as it stands now.
        years: The years of the reports in which it stood, the earliest first.
    """

    finding: Seen
    years: tuple[int, ...]

    __reduce__ = reduce_by_fields


def seen_in(report: "CascadeReport | Mapping[str, Any]") -> tuple[tuple[Seen, ...], int]:
    """Terlihat: the findings of a report, or of the record of one, and its year.

    Raises:
        InvalidValueError: Something else.
    """
    if isinstance(report, Mapping):
        return _recorded(report)
    findings = getattr(report, "findings", None)
    if isinstance(findings, tuple) and hasattr(report, "as_of"):
        return tuple(_seen(one) for one in findings), report.as_of.year
    raise _no_report(report)


def _seen(one: CascadeFinding) -> Seen:
    texts = one.text("id"), one.text("en")
    return Seen(one.code, one.subject, one.cell, one.severity, one.fingerprint, one.value_hash, texts)


def _recorded(data: Mapping[str, Any]) -> tuple[tuple[Seen, ...], int]:
    try:
        if data["schema"] != SCHEMA:
            raise _no_report(data["schema"])
        found = tuple(
            Seen(
                str(one["code"]),
                str(one["subject"]),
                str(one["cell"]),
                one["severity"] if one["severity"] in get_args(Severity) else "error",
                str(one["fingerprint"]),
                str(one["value_hash"]),
                (str(one["text"]["id"]), str(one["text"]["en"])),
            )
            for one in data["findings"]
        )
        return found, int(data["as_of"][:4])
    except InvalidValueError:
        raise
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _no_report(data) from error


def _no_report(value: object) -> InvalidValueError:
    return InvalidValueError(
        code="not-a-report",
        path="CascadeReport.diff",
        value=value,
        problem=("bukan laporan kaskade dan bukan catatannya", "no report on a cascade and no record of one"),
        way_out=("Berikan CascadeReport, atau hasil to_dict()", "Give a CascadeReport, or what to_dict() wrote"),
    )


def diff_of(
    report: "CascadeReport | Mapping[str, Any]",
    old: "CascadeReport | Mapping[str, Any]",
    earlier: "Iterable[CascadeReport | Mapping[str, Any]]",
) -> ReportDiff:
    """Beda: what a report says otherwise than an older one.

    Findings of one check on one cell of one subject are the same finding, however the subject is typed; of several
    such, those with the same numbers go together first, then those with the same fingerprint.
    """
    now, before = _grouped(seen_in(report)[0]), _grouped(seen_in(old)[0])
    once = {key for other in earlier for key in _grouped(seen_in(other)[0])}
    new, reopened, unchanged, fixed = list[Seen](), list[Seen](), list[Seen](), list[Seen]()
    changed = list[tuple[Seen, Seen]]()
    for key in sorted({*now, *before}):
        alike, others, came, left = _matched(now.get(key, []), before.get(key, []))
        unchanged += alike
        changed += others
        fixed += left
        (reopened if key in once else new).extend(came)
    return ReportDiff(tuple(new), tuple(reopened), tuple(changed), tuple(unchanged), tuple(fixed))


_Key = tuple[str, str, str]


def _grouped(findings: Iterable[Seen]) -> dict[_Key, list[Seen]]:
    found: dict[_Key, list[Seen]] = {}
    for one in findings:
        found.setdefault((one.code, folded(one.subject), one.cell), []).append(one)
    return found


def _matched(now: list[Seen], before: list[Seen]) -> tuple[list[Seen], list[tuple[Seen, Seen]], list[Seen], list[Seen]]:
    """The findings that are alike, the pairs with other numbers, those that came and those that left."""
    # In an order of their own, so that the comparison the other way round is its mirror.
    now, before = (sorted(each, key=lambda one: (one.fingerprint, one.value_hash)) for each in (now, before))
    alike, came, left = _paired(now, before, lambda one: (one.fingerprint, one.value_hash))
    others, came, left = _paired(came, left, lambda one: (one.fingerprint,))
    count = min(len(came), len(left))
    rest = list(zip(left[:count], came[:count], strict=True))
    return [one for _, one in alike], [*others, *rest], came[count:], left[count:]


def _paired(
    now: list[Seen], before: list[Seen], key: Callable[[Seen], tuple[str, ...]]
) -> tuple[list[tuple[Seen, Seen]], list[Seen], list[Seen]]:
    waiting: dict[tuple[str, ...], list[Seen]] = {}
    for one in before:
        waiting.setdefault(key(one), []).append(one)
    pairs, came = list[tuple[Seen, Seen]](), list[Seen]()
    for one in now:
        same = waiting.get(key(one))
        if same:
            pairs.append((same.pop(0), one))
        else:
            came.append(one)
    left = {id(one) for others in waiting.values() for one in others}
    return pairs, came, [one for one in before if id(one) in left]


def recurring_in(
    report: "CascadeReport | Mapping[str, Any]", earlier: "Iterable[CascadeReport | Mapping[str, Any]]"
) -> tuple[Recurring, ...]:
    """Berulang: the findings of a report that earlier ones have too, by the number of years."""
    findings, year = seen_in(report)
    years: dict[_Key, set[int]] = {}
    for other in earlier:
        seen, its = seen_in(other)
        for one in seen:
            years.setdefault(_yearless(one, its), set()).add(its)
    found = [
        Recurring(one, tuple(sorted({*years[_yearless(one, year)], year})))
        for one in findings
        if _yearless(one, year) in years
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.years), one.finding.code, one.finding.subject)))


def _yearless(one: Seen, year: int) -> _Key:
    """A finding without the year of its report, which codes of agreements and nodes of several years hold."""
    return one.code, folded(re.sub(rf"(?<!\d){year}(?!\d)", "tahun", one.subject)), one.cell
