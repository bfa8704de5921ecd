"""Hasil telaah: the lines of a reviewed table, what was found, and everything that is asked of them."""

from collections import Counter
from functools import cached_property
from typing import Any

from attrs import field, frozen

from sakip.base.canonical import digest
from sakip.base.display import Table
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, numbers_form
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang
from sakip.model.agreement import Agreement
from sakip.model.cell import Floats
from sakip.review import document, tabulation
from sakip.review.beside import LastYear, agreement_findings, copy_findings, policy_findings
from sakip.review.consistency import table_findings
from sakip.review.document import Block
from sakip.review.effects import Effects
from sakip.review.findings import line_findings
from sakip.review.habits import Habits
from sakip.review.intake import Intake
from sakip.review.judging import VERDICTS, Verdict
from sakip.review.line import ReviewLine
from sakip.review.page import page_of
from sakip.review.placing import Placing
from sakip.review.predicates import predicate_findings
from sakip.review.recording import content
from sakip.review.seen import Spoken
from sakip.review.texts import float_findings, text_findings
from sakip.scoring.policy import Policy

__all__ = ["Review"]


@frozen
class Review:
    """Telaah laporan: what a published table computes, which of its rows are wrong, and why.

    Made by `review`, never by hand. It separates what is certain (the print does not follow from its row) from what is
    presumed (a cause that would explain it).

    Attributes:
        lines: One for every row, in order.
        habits: What the rows have in common: formulas, roundings, ceilings.
        writing: How the columns of targets, realizations and percentages write numbers, with the first cell of each
            convention.
        source: The document that the table comes from.
        table: The rows as they were given.
        policy: The region's own rule, if one was given.
        agreements: The signed agreements that the table was compared with.
        previous: Last year's table.
        floats: How floats were read.

    Examples:
        >>> from sakip.review import review
        >>> found = review([{"target": "75%", "realization": "92,8", "achievement": "92,8"}])
        >>> found.lines[0].verdict, found.findings.codes()[0]
        ('not-reproduced', 'REV-NOT-REPRODUCED')
    """

    lines: tuple[ReviewLine, ...] = field(repr=lambda lines: f"<{len(lines)}>")
    habits: Habits = field(repr=False)
    writing: tuple[tuple[Spoken, ...], tuple[Spoken, ...], tuple[Spoken, ...]] = field(repr=False)
    source: str | None
    table: Intake = field(repr=False)
    policy: Policy | None = field(default=None, repr=False)
    agreements: tuple[Agreement, ...] = field(default=(), repr=False)
    previous: Intake | None = field(default=None, repr=False)
    floats: Floats | None = field(default=None, repr=False)

    __reduce__ = reduce_by_fields

    @cached_property
    def findings(self) -> Report:
        """Temuan: everything that is wrong or worth knowing, rows before the table, each at its row and column."""
        place = Placing(self.table, self.source)
        found: list[Finding] = [
            *line_findings(self.lines, place),
            *text_findings(self.table, self.lines, place),
            *predicate_findings(self.lines, None if self.policy is None else self.policy.scale, place),
        ]
        if self.policy is not None:
            found += policy_findings(self.lines, self.policy, place)
        if self.agreements:
            found += agreement_findings(self.lines, self.agreements, place)
        found.sort(key=_in_order)
        found += table_findings(self.lines, self.habits, self.writing, place)
        if self.floats is not None:
            found += float_findings(self.table, self.lines, place)
        if self.previous is not None:
            found += copy_findings(self.lines, LastYear(page_of(self.previous, self.floats)), place)
        return Report(found)

    @property
    def counts(self) -> dict[Verdict, int]:
        """Jumlah putusan: how many lines have each verdict, in the order of the verdicts, none left out."""
        found = Counter(line.verdict for line in self.lines)
        return {verdict: found[verdict] for verdict in VERDICTS}

    @property
    def wrong(self) -> tuple[ReviewLine, ...]:
        """Baris keliru: the lines whose print certainly does not follow, or follows against the stated direction."""
        return tuple(line for line in self.lines if line.is_wrong)

    @property
    def undecided(self) -> tuple[ReviewLine, ...]:
        """Baris belum pasti: the lines that a custom would make right that the table neither proves nor contradicts."""
        return tuple(line for line in self.lines if line.undecided is not None)

    @cached_property
    def effects(self) -> Effects:
        """Akibat: the means of the table and its objectives, as printed and with the wrong rows recomputed."""
        return Effects(self.lines, None if self.policy is None else self.policy.scale)

    def rows(self, lang: Lang = "id", *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris: one flat dict a line, for data frames, JSON and PHP; see `REVIEW_COLUMNS`.

        Args:
            lang: The language of reasons and presumed causes.
            numbers: ``decimal``, or ``text`` to write every number as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: Another language, or another word for ``numbers``.
        """
        return tabulation.rows(self.lines, lang, numbers_form(numbers, "Review.rows.numbers"))

    def lines_table(self, lang: Lang = "id") -> Table:
        """Tabel baris: every line for people, with its verdict and what explains it."""
        return tabulation.table(self.lines, lang)

    def document(self, lang: Lang = "id") -> tuple[Block, ...]:
        """Naskah: headings, paragraphs and tables of the review, as an inspector writes it to the office.

        For each wrong row: kondisi, kriteria with its reference and certainty, dugaan sebab, akibat, rekomendasi.

        Raises:
            InvalidValueError: Another language.
        """
        return document.written(self, lang)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks: the document for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return document.as_text(self.document(lang), width)

    def html(self, lang: Lang = "id") -> str:
        """HTML: the document as one element with inline style.

        Raises:
            InvalidValueError: Another language.
        """
        return document.as_html(self.document(lang))

    @property
    def digest(self) -> str:
        """Sidik: SHA-256 over the rows as given, what they were compared with, and every verdict; made on request."""
        return digest(content(self))

    def verify(self, expected: str | None = None) -> bool:
        """Periksa ulang: whether the lines follow from the rows as given, and the whole has the expected digest.

        Only the digest that was published with a review can show that its rows were not exchanged.

        Args:
            expected: The digest that was published with the review.
        """
        from sakip.review.reviewing import reviewed  # noqa: PLC0415 - reviewing makes reviews

        again = reviewed(
            self.table,
            policy=self.policy,
            agreements=self.agreements,
            previous=self.previous,
            source=self.source,
            floats=self.floats,
        )
        return again == self and (expected is None or self.digest == expected)

    def _repr_html_(self) -> str:
        return self.html()


def _in_order(finding: Finding) -> tuple[bool, int]:
    """What is said of the table as a whole after what is said of its rows."""
    row = None if finding.place is None else finding.place.row
    return row is None, row or 0
