"""Formulir resmi: the agreement as the form that is signed, and what the form lacks."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from attrs import evolve, field, frozen

from sakip.base.finding import Report
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import none_or, of_kind
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, require_lang, require_text
from sakip.lifecycle.official import printing
from sakip.lifecycle.official.annex import FormAnnex, FormLine, FormTarget, lines_of, targets_of
from sakip.lifecycle.official.blanks import blanks
from sakip.lifecycle.official.signature import FormSignature, parties_of
from sakip.lifecycle.official.statement import FormStatement
from sakip.lifecycle.official.wording import FORM_53_2014, FormWording
from sakip.lifecycle.succession import Succession
from sakip.model.agreement import Agreement
from sakip.model.budget import Budget, rupiah_text
from sakip.model.budget_line import BudgetLine
from sakip.scoring.tabulation import plain

__all__ = ["OfficialForm", "official_form"]

_Row = dict[str, Any]


@frozen
class OfficialForm:
    """Formulir resmi: statement, annex and signatures of one agreement, as values that an application prints.

    Names of people come from the agreement alone; they are printed where the form asks for them, and stand in no
    representation. Made by `official_form`.

    Attributes:
        statement: Pernyataan.
        annex: Lampiran.
        succession: Who holds which position; None where that was not given.

    Reference: PermenPANRB 53/2014, lampiran I (secondary), after layouts of several governments and not the annex
        itself.

    Examples:
        >>> from sakip.lifecycle import official_form
        >>> from sakip.testing import example_agreement
        >>> form = official_form(example_agreement(), place="Bengkulu")
        >>> [signature.position for signature in form.signatures]
        ['Kepala Biro Organisasi', 'Kepala Bagian Perencanaan']
        >>> form.check().codes()
        ('FORM-OFFICE', 'FORM-NAME', 'FORM-OFFICE', 'FORM-NAME', 'FORM-BUDGET')
    """

    statement: FormStatement
    annex: FormAnnex
    succession: Succession | None = field(default=None, repr=False)

    __reduce__ = reduce_by_fields

    @property
    def agreement(self) -> Agreement:
        """Perjanjian: the one that is printed, with the budget lines of the annex."""
        return self.annex.agreement

    @property
    def signatures(self) -> tuple[FormSignature, ...]:
        """Blok tanda tangan: as they are printed, from left to right: the second party, then the first."""
        return tuple(reversed(self.statement.parties))

    @property
    def references(self) -> tuple[Reference, ...]:
        """Dasar formulir: where its wording and its columns come from, and how sure that is."""
        return self.statement.reference, self.annex.reference

    @property
    def is_complete(self) -> bool:
        """Lengkap: whether nothing is found beside notes."""
        return all(found.severity == "note" for found in self.check())

    def check(self) -> Report:
        """Periksa formulir: which blanks it has, and what is wrong with who signs, when, and with the money.

        What `sakip.check` finds in the parties, the days, the amendment, the printed targets and the budget is found
        here too, under the same codes; what it finds elsewhere is not on the form.

        Reference: PermenPANRB 53/2014, lampiran I (secondary); Permendag 10/2023, article 12 (read), on ministers;
            Perwali Mojokerto 11/2017 (read), on heads of regions.
        """
        return Report(blanks(self.agreement, self.statement.place, self.statement.parties, self.succession))

    def rows(self, lang: Lang = "id", *, numbers: Numbers = "decimal") -> list[_Row]:
        """Baris formulir: one flat dict for each row of the annex, for data frames, JSON and PHP; no names of people.

        Its keys are ``part`` (``target``, ``budget`` or ``total``), ``number``, ``depth``, ``objective``,
        ``objective_code``, ``code``, ``name``, ``unit``, ``value`` (a number or a date; text for a level or a range,
        such as ``60..85``), ``printed`` (as the form has it), ``words`` (in Indonesian words) and ``remark``.

        Args:
            lang: The language of ``printed``.
            numbers: ``decimal``, or ``text`` to write every Decimal and date as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: An unknown language, or another word for ``numbers``.
        """
        require_lang(lang)
        form = numbers_form(numbers, "OfficialForm.rows.numbers")
        rows = [_target_row(row, lang) for row in self.annex.targets]
        rows += [_budget_row(row, lang) for row in self.annex.lines]
        if self.annex.total is not None:
            rows.append(_total_row(self.annex, self.annex.total, lang))
        return in_form(rows, form)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks formulir: both pages for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return printing.as_text(self, require_lang(lang), width)

    def html(self, lang: Lang = "id") -> str:
        """HTML formulir: both pages as one element with inline style, everything escaped, the names in it.

        Raises:
            InvalidValueError: Another language.
        """
        return printing.as_html(self, require_lang(lang), names=True)

    def _repr_html_(self) -> str:
        return printing.as_html(self, "id", names=False)


_BLANK_ROW: tuple[str, ...] = (
    "part",
    "number",
    "depth",
    "objective",
    "objective_code",
    "code",
    "name",
    "unit",
    "value",
    "printed",
    "words",
    "remark",
)


def _row(**cells: Any) -> _Row:
    return {**dict.fromkeys(_BLANK_ROW), **cells}


def _target_row(row: FormTarget, lang: Lang) -> _Row:
    named = _row(part="target", number=row.number, objective=row.objective.name, objective_code=row.objective.code)
    if row.target is None:
        return named
    value, indicator = row.target.value, row.target.indicator
    return {
        **named,
        "code": indicator.code,
        "name": indicator.name,
        "unit": indicator.unit,
        "value": plain(value),
        "printed": row.text(lang),
        "words": row.words,
    }


def _budget_row(row: FormLine, lang: Lang) -> _Row:
    return _row(
        part="budget",
        number=row.number,
        depth=row.depth,
        code=row.line.code,
        name=row.line.name,
        unit="Rp",
        value=row.line.ceiling,
        printed=row.text(lang),
        words=row.words,
        remark=row.line.version,
    )


def _total_row(annex: FormAnnex, total: Decimal, lang: Lang) -> _Row:
    return _row(part="total", unit="Rp", value=total, printed=rupiah_text(total, lang), words=annex.total_in_words)


def official_form(
    agreement: Agreement,
    *,
    place: str | None = None,
    lines: Iterable[BudgetLine] | None = None,
    succession: Succession | None = None,
    wording: FormWording = FORM_53_2014,
) -> OfficialForm:
    """Susun formulir resmi: statement, annex and signatures of an agreement, as values.

    A minister, a head of an institution and a head of region sign alone; everybody else signs with the superior. What
    the agreement does not say stays blank and is found by `OfficialForm.check`; nothing is filled in.

    Args:
        agreement: The agreement, amended or not.
        place: Where it is signed.
        lines: The budget lines of the annex, of one version; without them, those of the agreement.
        succession: Who holds which position: an acting official is printed as such (*Plt. Camat*).
        wording: The sentences of the statement.

    Raises:
        InvalidValueError: An argument of another kind, an empty place, or budget lines of several versions or with one
            code twice.

    Reference: PermenPANRB 53/2014, lampiran I (secondary); Permendag 10/2023, article 12 (read), on ministers; Perwali
        Mojokerto 11/2017 (read), on heads of regions.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> form = official_form(example_agreement(), place="Bengkulu")
        >>> form.statement.title(), form.statement.dated(), form.annex.targets[0].text()
        ('PERJANJIAN KINERJA TAHUN 2025', 'Bengkulu, 5 Maret 2025', '2 dokumen')
    """
    of_kind(
        Agreement, agreement, "official_form.agreement", "Agreement(code, year=2025, first_party=..., objectives=[])"
    )
    where = None if place is None else require_text(place, "official_form.place")
    none_or(Succession, succession, "official_form.succession", "Succession([Tenure(...)])")
    of_kind(FormWording, wording, "official_form.wording", "FORM_53_2014")
    printed = agreement if lines is None else evolve(agreement, budget=Budget(lines).lines)
    budget = Budget(printed.budget) if printed.budget else None
    statement = FormStatement(printed, where, parties_of(printed, succession, wording), wording)
    total = None if budget is None else budget.total.ceiling
    annex = FormAnnex(printed, tuple(targets_of(printed)), tuple(lines_of(budget)), total)
    return OfficialForm(statement, annex, succession)
