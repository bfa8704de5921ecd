"""Temuan: what is wrong in someone's plan or data, as a value that is collected."""

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.display import Column, Table
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Argument, Lang, Text, require_lang

__all__ = ["Finding", "Report", "Severity"]

Severity = Literal["error", "warning", "note"]

_SEVERITIES = {
    "error": Text("galat", "error"),
    "warning": Text("peringatan", "warning"),
    "note": Text("catatan", "note"),
}


def _severity(value: Severity) -> Severity:
    problem = ("tingkat temuan tidak dikenal", "unknown severity")
    return choose(value, get_args(Severity), "Finding.severity", code="unknown-severity", problem=problem)


def _pairs(value: Iterable[tuple[str, Argument]]) -> tuple[tuple[str, Argument], ...]:
    return tuple((name, argument) for name, argument in value)


@frozen
class Finding:
    """Temuan: one thing that is wrong or worth knowing, with a stable code.

    Attributes:
        code: Stable code, part of the API; texts are not.
        severity: ``error``, ``warning`` or ``note``.
        subject: Path of what it is about, such as ``agreement[PK-1].targets[IKU-1].weight``.
        message: The sentence in both languages, still without its arguments.
        arguments: The (name, value) pairs that fill the sentence.
        blocking: Whether nothing can be scored while it stands.

    Examples:
        >>> from sakip.base.text import Text
        >>> twice = Text("Ganda: {code}", "Twice: {code}")
        >>> Finding("TGT-DUP", "error", "agreement[PK-1]", twice, [("code", "IKU-1")]).text("id")
        'Ganda: IKU-1'
    """

    code: str
    severity: Severity = field(converter=_severity)
    subject: str
    message: Text
    arguments: tuple[tuple[str, Argument], ...] = field(default=(), converter=_pairs)
    blocking: bool = False

    __reduce__ = reduce_by_fields

    def text(self, lang: Lang = "id") -> str:
        """Teks temuan: the sentence with its arguments, in one language."""
        return self.message.render(lang, dict(self.arguments))


def _findings(value: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(value)


@frozen
class Report:
    """Laporan pemeriksaan: every finding of one pass, in the order in which it was found.

    Examples:
        >>> from sakip.base.text import Text
        >>> report = Report([Finding("TGT-DUP", "error", "agreement[PK-1]", Text("Ganda", "Twice"))])
        >>> len(report), [finding.code for finding in report.errors], report.blocking
        (1, ['TGT-DUP'], ())
    """

    findings: tuple[Finding, ...] = field(default=(), converter=_findings)

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Galat: the findings of severity ``error``."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Peringatan: the findings of severity ``warning``."""
        return tuple(finding for finding in self.findings if finding.severity == "warning")

    @property
    def notes(self) -> tuple[Finding, ...]:
        """Catatan: the findings of severity ``note``."""
        return tuple(finding for finding in self.findings if finding.severity == "note")

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """Temuan penghalang: the findings that keep `evaluate` from scoring."""
        return tuple(finding for finding in self.findings if finding.blocking)

    def codes(self) -> tuple[str, ...]:
        """Kode temuan: the code of each finding, in order."""
        return tuple(finding.code for finding in self.findings)

    def rows(self, lang: Lang = "id") -> list[dict[str, str | bool]]:
        """Baris temuan: flat dicts with ``code``, ``severity``, ``subject``, ``text`` and ``blocking``."""
        return [
            {
                "code": finding.code,
                "severity": finding.severity,
                "subject": finding.subject,
                "text": finding.text(lang),
                "blocking": finding.blocking,
            }
            for finding in self.findings
        ]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel temuan: the report for people."""
        heads = (
            ("Kode", "Tingkat", "Tempat", "Temuan")
            if require_lang(lang) == "id"
            else ("Code", "Severity", "Where", "Finding")
        )
        return Table(
            title="Hasil pemeriksaan" if lang == "id" else "Findings",
            columns=[Column(head) for head in heads],
            rows=[
                (finding.code, _SEVERITIES[finding.severity].render(lang), finding.subject, finding.text(lang))
                for finding in self.findings
            ],
        )

    def text(self, lang: Lang = "id") -> str:
        """Teks laporan: the table for a terminal, or one line when nothing was found."""
        if not self.findings:
            return "Tidak ada temuan." if require_lang(lang) == "id" else "No findings."
        return self.table(lang).text()

    def _repr_html_(self) -> str:
        return self.table().html()
