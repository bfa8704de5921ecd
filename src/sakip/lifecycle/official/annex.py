"""Lampiran perjanjian kinerja: objectives with their targets, and programmes with their money."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.notation import spell_date, spell_number, spell_rupiah
from sakip.base.number import INTEGER_DIGITS
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, require_lang
from sakip.lifecycle.official.statement import title_of
from sakip.model.agreement import Agreement
from sakip.model.budget import Budget, rupiah_text
from sakip.model.budget_line import BudgetLine
from sakip.model.objective import Objective
from sakip.model.target import Target
from sakip.scoring.wording import value_text

__all__ = ["FormAnnex", "FormLine", "FormTarget", "lines_of", "targets_of"]

_ANNEX = Text("LAMPIRAN {title}", "ANNEX OF THE {title}")
_TARGETS, _BUDGET = Text("Sasaran dan target", "Objectives and targets"), Text("Program dan anggaran", "Budget")
_NUMBER = Text("No", "No")
_TARGET_HEADS = (Text("Sasaran", "Objective"), Text("Indikator kinerja", "Indicator"), Text("Target", "Target"))
_ITEM, _AMOUNT, _REMARK = (
    Text("Program/kegiatan", "Programme/activity"),
    Text("Anggaran (Rp)", "Budget (Rp)"),
    Text("Keterangan", "Remark"),
)
_TOTAL = Text("JUMLAH", "TOTAL")
_IN_WORDS = Text("Terbilang: {words}", "In words: {words}")
_RETIRED = Text("Tidak dijanjikan lagi: {codes}", "No longer promised: {codes}")
_INDENT = "\u00a0\u00a0"  # plain blanks at the beginning are lost in HTML
_WORDLESS: int = 10**INTEGER_DIGITS
_LAYOUT = Reference("PermenPANRB 53/2014", article="lampiran I, format lampiran perjanjian", certainty="secondary")


@frozen
class FormTarget:
    """Baris target: one indicator of the annex with its target, or an objective without any. Part of a `FormAnnex`.

    Attributes:
        number: Which objective it is, from 1.
        objective: Sasaran.
        target: Target; None where the objective has no indicator.

    Examples:
        >>> from sakip.lifecycle import official_form
        >>> from sakip.testing import example_agreement
        >>> row = official_form(example_agreement()).annex.targets[0]
        >>> row.text(), row.words
        ('2 dokumen', 'dua')
    """

    number: int
    objective: Objective
    target: Target | None

    __reduce__ = reduce_by_fields

    def text(self, lang: Lang = "id") -> str:
        """Teks target: a number or a range with its unit, a level, or a date; empty where there is none.

        Raises:
            InvalidValueError: Another language.
        """
        require_lang(lang)
        return "" if self.target is None else value_text(self.target.value, self.target.indicator.unit, lang)

    @property
    def words(self) -> str | None:
        """Target terbilang: a number or a date in Indonesian words; None for a range or a level."""
        value = None if self.target is None else self.target.value
        if isinstance(value, Decimal):
            return spell_number(value)
        return spell_date(value) if isinstance(value, date) else None


@frozen
class FormLine:
    """Baris anggaran lampiran: one programme, activity or sub-activity with its money. Part of a `FormAnnex`.

    Attributes:
        number: From 1, for a line that is part of no other; None for its parts.
        depth: How many lines it is part of.
        line: The budget line.

    Examples:
        >>> from sakip import BudgetLine
        >>> row = FormLine(1, 0, BudgetLine("1.02", "Kesehatan", kind="programme", ceiling=1250000000))
        >>> row.text(), row.words
        ('1.250.000.000', 'satu miliar dua ratus lima puluh juta rupiah')
    """

    number: int | None
    depth: int
    line: BudgetLine

    __reduce__ = reduce_by_fields

    def text(self, lang: Lang = "id") -> str:
        """Teks anggaran: the ceiling in rupiah.

        Raises:
            InvalidValueError: Another language.
        """
        return rupiah_text(self.line.ceiling, lang)

    @property
    def words(self) -> str:
        """Anggaran terbilang: the ceiling in Indonesian words."""
        return spell_rupiah(self.line.ceiling)


@frozen
class FormAnnex:
    """Lampiran: what is promised, and with which money. Part of an `OfficialForm`.

    Attributes:
        agreement: The agreement.
        targets: Baris target, objective after objective.
        lines: Baris anggaran, the whole before its parts; empty without a budget.
        total: Jumlah: the sum of the lines that are part of no other; None without a budget.

    Examples:
        >>> from sakip import BudgetLine
        >>> from sakip.lifecycle import official_form
        >>> from sakip.testing import example_agreement
        >>> money = [BudgetLine("1.02", "Perencanaan", kind="programme", ceiling=1500000)]
        >>> annex = official_form(example_agreement(), lines=money).annex
        >>> annex.title(), annex.total_in_words
        ('LAMPIRAN PERJANJIAN KINERJA TAHUN 2025', 'satu juta lima ratus ribu rupiah')
    """

    agreement: Agreement = field(repr=lambda one: repr(one.code))
    targets: tuple[FormTarget, ...] = field(repr=lambda rows: repr([row.target and row.target.code for row in rows]))
    lines: tuple[FormLine, ...] = field(repr=lambda rows: repr([row.line.code for row in rows]))
    total: Decimal | None

    __reduce__ = reduce_by_fields

    @property
    def reference(self) -> Reference:
        """Dasar tata letaknya: where the columns come from, and how sure that is."""
        return _LAYOUT

    @property
    def total_in_words(self) -> str | None:
        """Jumlah terbilang: in Indonesian words; None without a budget, or beyond the 18 digits that have words."""
        return None if self.total is None or self.total >= _WORDLESS else spell_rupiah(self.total)

    def title(self, lang: Lang = "id") -> str:
        """Judul lampiran: that of the agreement, as its annex.

        Raises:
            InvalidValueError: Another language.
        """
        return _ANNEX.render(require_lang(lang), {"title": title_of(self.agreement, lang)})

    def target_table(self, lang: Lang = "id") -> Table:
        """Tabel target: one row an indicator; the objective stands beside its first.

        Raises:
            InvalidValueError: Another language.
        """
        require_lang(lang)
        retired = ", ".join(self.agreement.retired)
        return Table(
            _TARGETS.render(lang),
            [Column(_NUMBER.render(lang), "right"), *(Column(head.render(lang)) for head in _TARGET_HEADS)],
            list(self._target_rows(lang)),
            notes=[_RETIRED.render(lang, {"codes": retired})] if retired else (),
        )

    def _target_rows(self, lang: Lang) -> Iterator[tuple[str, ...]]:
        before = 0
        for row in self.targets:
            first = ("", "") if row.number == before else (str(row.number), row.objective.name)
            yield (*first, "" if row.target is None else row.target.indicator.name, row.text(lang))
            before = row.number

    def budget_table(self, lang: Lang = "id") -> Table | None:
        """Tabel anggaran: one row a line, and their sum; None without a budget.

        Raises:
            InvalidValueError: Another language.
        """
        require_lang(lang)
        if self.total is None:
            return None
        rows = [
            (
                "" if row.number is None else str(row.number),
                f"{_INDENT * row.depth}{row.line.code} {row.line.name}",
                row.text(lang),
                row.line.version or "",
            )
            for row in self.lines
        ]
        return Table(
            _BUDGET.render(lang),
            [
                Column(_NUMBER.render(lang), "right"),
                Column(_ITEM.render(lang)),
                Column(_AMOUNT.render(lang), "right"),
                Column(_REMARK.render(lang)),
            ],
            [*rows, ("", _TOTAL.render(lang), rupiah_text(self.total, lang), "")],
            notes=[_IN_WORDS.render(lang, {"words": self.total_in_words})] if self.total_in_words else (),
        )


def targets_of(agreement: Agreement) -> Iterator[FormTarget]:
    """Susun baris target: one for each indicator, and one for an objective without any.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> [row.number for row in targets_of(example_agreement())]
        [1]
    """
    for number, objective in enumerate(agreement.objectives, start=1):
        for target in objective.targets or (None,):
            yield FormTarget(number, objective, target)


def lines_of(budget: Budget | None) -> Iterator[FormLine]:
    """Susun baris anggaran: numbered where they are part of no other line.

    Examples:
        >>> list(lines_of(None))
        []
    """
    number = 0
    for depth, line in () if budget is None else budget.walk():
        number += depth == 0
        yield FormLine(number if depth == 0 else None, depth, line)
