"""Temuan: what is wrong in someone's plan or data, as a value that is collected."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, cast, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.display import Column, Table
from sakip.base.form import Numbers, numbers_form
from sakip.base.kind import listed, none_or, of_kind, tuple_of
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Argument, Lang, Text, none_or_text, require_lang, require_text
from sakip.errors import InvalidValueError

__all__ = ["Finding", "Place", "Report", "Severity"]

Severity = Literal["error", "warning", "note"]

_LONGEST_SHOWN = 240
_LONGEST_SUBJECT = 20_000

_SEVERITIES = {
    "error": Text("galat", "error"),
    "warning": Text("peringatan", "warning"),
    "note": Text("catatan", "note"),
}


def _severity(value: Severity) -> Severity:
    problem = ("tingkat temuan tidak dikenal", "unknown severity")
    return choose(value, get_args(Severity), "Finding.severity", code="unknown-severity", problem=problem)


def _code(value: str) -> str:
    return require_text(value, "Finding.code")


def _subject(value: str) -> str:
    # Built from codes, which may each be as long as a text may be.
    return require_text(value, "Finding.subject", longest=_LONGEST_SUBJECT)


def _message(value: Text) -> Text:
    return of_kind(Text, value, "Finding.message", "Text('Ganda: {code}', 'Twice: {code}')")


def _pairs(value: Iterable[tuple[str, Argument]]) -> tuple[tuple[str, Argument], ...]:
    items = listed(value, "Finding.arguments", "('code', 'IKU-1')")
    return tuple(_pair(item, f"Finding.arguments[{place}]") for place, item in enumerate(items))


def _pair(item: object, path: str) -> tuple[str, Argument]:
    pair = cast("tuple[object, ...]", item) if isinstance(item, tuple) else ()
    if len(pair) == 2 and isinstance(pair[0], str) and _fills(pair[1]):
        return pair[0], cast("Argument", pair[1])
    raise InvalidValueError(
        code="not-an-argument",
        path=path,
        value=item,
        problem=(
            "bukan pasangan nama dan teks, angka tepat atau tanggal",
            "not a pair of a name and a text, an exact number or a date",
        ),
        way_out=("Tulis misalnya ('code', 'IKU-1')", "Write for example ('code', 'IKU-1')"),
    )


def _fills(value: object) -> bool:
    return isinstance(value, str | int | Decimal | Fraction | date | Text) and not isinstance(value, bool)


def _blocking(value: bool) -> bool:  # noqa: FBT001 - the field that it fills
    return of_kind(bool, value, "Finding.blocking", "True")


def _row(value: int | None) -> int | None:
    return None if value is None else admit_whole(value, "Place.row", low=1, high=10**9)


def _table(value: str) -> str:
    return require_text(value, "Place.table")


def _place_column(value: str | None) -> str | None:
    return none_or_text(value, "Place.column")


def _place_key(value: str | None) -> str | None:
    return none_or_text(value, "Place.key")


@frozen
class Place:
    """Tempat dalam tabel: where a finding stands in the caller's own table.

    Attributes:
        row: Number of the row, from 1, as the rows were given; None where a whole column is meant.
        column: The caller's own name of the column; None where the row as a whole is meant.
        key: What the row is about, as a person knows it, such as the code of the indicator.
        table: Which table it is, where there are several.

    Raises:
        InvalidValueError: A row below 1, or an empty text.

    Examples:
        >>> Place(3, "Target", "IKU-1")
        Place(row=3, column='Target', key='IKU-1', table='rows')
    """

    row: int | None = field(converter=_row)
    column: str | None = field(default=None, converter=_place_column)
    key: str | None = field(default=None, converter=_place_key)
    table: str = field(default="rows", converter=_table, kw_only=True)

    __reduce__ = reduce_by_fields


def _place(value: Place | None) -> Place | None:
    return none_or(Place, value, "Finding.place", "Place(3, 'Target', 'IKU-1')")


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
        place: Where it stands in the caller's table, if it came from one.

    Raises:
        InvalidValueError: A field of another kind, an unknown severity, or a place of the sentence left unfilled.

    Examples:
        >>> from sakip.base.text import Text
        >>> twice = Text("Ganda: {code}", "Twice: {code}")
        >>> Finding("TGT-DUP", "error", "agreement[PK-1]", twice, [("code", "IKU-1")]).text("id")
        'Ganda: IKU-1'
    """

    code: str = field(converter=_code)
    severity: Severity = field(converter=_severity)
    subject: str = field(converter=_subject)
    message: Text = field(converter=_message)
    arguments: tuple[tuple[str, Argument], ...] = field(default=(), converter=_pairs)
    blocking: bool = field(default=False, converter=_blocking)
    place: Place | None = field(default=None, converter=_place, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        unfilled = self.message.names.difference(name for name, _ in self.arguments)
        if unfilled:
            raise InvalidValueError(
                code="unfilled-message",
                path="Finding.arguments",
                value=min(unfilled),
                problem=("isian kalimat ini tidak diberi nilai", "this place of the sentence has no value"),
                way_out=("Beri satu pasangan untuk tiap isian", "Give one pair for each place"),
            )

    def text(self, lang: Lang = "id") -> str:
        """Teks temuan: the sentence with its arguments, in one language."""
        return self.message.render(lang, dict(self.arguments))

    def placed(self, place: Place) -> "Finding":
        """Ditempatkan: the same finding, at a place in the caller's table."""
        return Finding(self.code, self.severity, self.subject, self.message, self.arguments, self.blocking, place=place)


def _findings(value: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple_of(Finding, value, "Report.findings", "Finding(code, severity, subject, message)")


@frozen
class Report:
    """Laporan pemeriksaan: every finding of one pass, in the order in which it was found.

    Raises:
        InvalidValueError: Something that is no list of `Finding`.

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

    def of(self, *codes: str) -> "Report":
        """Temuan berkode: the findings of some codes alone, in order; none where nothing of them was found.

        Raises:
            InvalidValueError: A code that is no text.

        Examples:
            >>> from sakip.base.text import Text
            >>> twice = Finding("TGT-DUP", "error", "agreement[PK-1]", Text("Ganda", "Twice"))
            >>> len(Report([twice, twice]).of("TGT-DUP")), len(Report([twice]).of("TGT-LATE"))
            (2, 0)
        """
        wanted = tuple_of(str, codes, "Report.of", "'TGT-DUP'")
        return Report(finding for finding in self.findings if finding.code in wanted)

    def rows(self, lang: Lang = "id", *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris temuan: one dict a finding, for data frames, JSON and PHP.

        Its keys are ``code``, ``severity``, ``blocking``, ``subject``, ``table``, ``row``, ``column`` and ``key`` (None
        where the finding did not come from a table), ``text``, and ``arguments``, a dict of what fills the text.

        Args:
            lang: The language of ``text``.
            numbers: ``decimal``, or ``text`` to write every Decimal and date as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: An unknown language, or another word for ``numbers``.
        """
        require_lang(lang)
        numbers_form(numbers, "Report.rows.numbers")
        return [
            {
                "code": finding.code,
                "severity": finding.severity,
                "blocking": finding.blocking,
                "subject": finding.subject,
                "table": finding.place and finding.place.table,
                "row": finding.place and finding.place.row,
                "column": finding.place and finding.place.column,
                "key": finding.place and finding.place.key,
                "text": finding.text(lang),
                "arguments": {name: _cell(value, lang, numbers) for name, value in finding.arguments},
            }
            for finding in self.findings
        ]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel temuan: the report for people; findings from a table are named by row, column and key."""
        in_indonesian = require_lang(lang) == "id"
        if any(finding.place for finding in self.findings):
            heads: tuple[str, ...] = (
                ("Baris", "Kolom", "Indikator") if in_indonesian else ("Row", "Column", "Indicator")
            )
            where: list[tuple[str, ...]] = [_in_table(finding) for finding in self.findings]
        else:
            heads = ("Tempat",) if in_indonesian else ("Where",)
            where = [(finding.subject,) for finding in self.findings]
        first, last = (("Kode", "Tingkat"), "Temuan") if in_indonesian else (("Code", "Severity"), "Finding")
        return Table(
            title="Hasil pemeriksaan" if in_indonesian else "Findings",
            columns=[Column(head) for head in (*first, *heads, last)],
            rows=[
                (finding.code, _SEVERITIES[finding.severity].render(lang), *places, finding.text(lang))
                for finding, places in zip(self.findings, where, strict=True)
            ],
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks laporan: the table for a terminal, or one line when nothing was found.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000; without one it is 80.
        """
        table = self.table(lang).text(width)
        return table if self.findings else Text("Tidak ada temuan.", "No findings.").render(lang)

    def brief(self, lang: Lang = "id", most: int = 3, *, within: str = "") -> str:
        """Ringkas: the first findings in one line, long ones cut short, and how many more there are.

        Args:
            lang: ``"id"`` or ``"en"``.
            most: How many findings are written out, 1 to 100.
            within: A subject that the reader knows already; only what lies below it is named.

        Raises:
            InvalidValueError: An unknown language, or a number out of range.

        Examples:
            >>> from sakip.base.text import Text
            >>> twice = Finding("TGT-DUP", "error", "agreement[PK-1]", Text("Ganda", "Twice"))
            >>> Report([twice] * 5).brief("en", 1)
            'agreement[PK-1]: Twice; and 4 more'
        """
        shown = self.findings[: admit_whole(most, "Report.brief.most", low=1, high=100)]
        written = [_shortened(f"{_below(within, finding.subject)}{finding.text(lang)}") for finding in shown]
        rest = len(self.findings) - len(shown)
        more = Text("dan {rest} temuan lain", "and {rest} more").render(lang, {"rest": rest})
        return "; ".join([*written, more] if rest else written)

    def _repr_html_(self) -> str:
        return self.table().html()


def _cell(value: Argument, lang: Lang, numbers: str) -> str | int | Decimal | date:
    if isinstance(value, Text):
        return value.render(lang)
    if isinstance(value, Fraction) or (numbers == "text" and isinstance(value, Decimal | date)):
        return str(value)
    return value


def _in_table(finding: Finding) -> tuple[str, ...]:
    place = finding.place
    if place is None:
        return "", "", finding.subject
    row = "" if place.row is None else str(place.row)
    where = row if place.table == "rows" else f"{row} ({place.table})".strip()
    return where, place.column or "", place.key or ""


def _below(known: str, subject: str) -> str:
    """A subject before its finding, without the part that is known; nothing where all of it is."""
    if known and subject == known:
        return ""
    rest = subject.removeprefix(f"{known}.") if known else subject
    return f"{rest}: "


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."
