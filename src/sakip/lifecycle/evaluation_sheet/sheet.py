"""Lembar evaluasi: the answers of one evaluation, what they add up to, and what is wrong with them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import Factory, field, frozen

from sakip.base.display import Table
from sakip.base.finding import Report
from sakip.base.form import Numbers, numbers_form
from sakip.base.kind import is_text, listed, none_or, of_kind, parted
from sakip.base.likeness import unknown_code
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, require_lang, require_text
from sakip.lifecycle.evaluation_sheet import tabulation
from sakip.lifecycle.evaluation_sheet.faults import faults
from sakip.lifecycle.evaluation_sheet.line import SheetLine, answered_by, lines_of
from sakip.lifecycle.evaluation_sheet.printed import PrintedSheet
from sakip.lifecycle.evaluation_sheet.reading import Reading, require_reading
from sakip.lifecycle.evaluation_sheet.scale import AnswerChoice
from sakip.lifecycle.evaluation_sheet.template import EvaluationTemplate

__all__ = ["EvaluationSheet"]

Pairs = Mapping[str, str] | Iterable[tuple[str, str]]


def _code(value: str) -> str:
    return require_text(value, "EvaluationSheet.code")


def _year(value: int) -> int:
    return admit_whole(value, "EvaluationSheet.year", low=1945, high=9998)


def _template(value: EvaluationTemplate) -> EvaluationTemplate:
    return of_kind(EvaluationTemplate, value, "EvaluationSheet.template", "LKE_88_2021")


def _pairs(value: Pairs, path: str, example: str) -> tuple[tuple[str, str], ...]:
    items = listed(value.items() if isinstance(value, Mapping) else value, path, example)
    pairs = [parted(item, 2, f"{path}[{place}]", example) for place, item in enumerate(items)]
    return tuple((require_text(code, f"{path}.code"), require_text(text, f"{path}[{code}]")) for code, text in pairs)


def _answers(value: Pairs) -> tuple[tuple[str, str], ...]:
    return _pairs(value, "EvaluationSheet.answers", "('1.a', 'BB')")


def _evidence(value: Pairs) -> tuple[tuple[str, str], ...]:
    return _pairs(value, "EvaluationSheet.evidence", "('renja', 'Perbup 12/2024')")


def _reading(value: Reading) -> Reading:
    return require_reading(value, "EvaluationSheet.reading")


def _as_the_template(sheet: "EvaluationSheet") -> Reading:
    return sheet.template.reading


def _printed(value: PrintedSheet | None) -> PrintedSheet | None:
    return none_or(PrintedSheet, value, "EvaluationSheet.printed", "PrintedSheet(total='87.80', grade='A')")


@frozen
class EvaluationSheet:
    """Lembar kerja evaluasi (LKE): the answers to a template, and the score that they add up to.

    Two readings of the regulation are in use. Where sub-components are answered, a letter stands for the whole and the
    criteria lead to it; where criteria are answered, each gives its part of the sub-component's weight. What is not
    answered has no score, which is not zero; `total` then tells between which numbers it will lie.

    Attributes:
        code: Code of the sheet.
        year: The year that was evaluated.
        template: Templat evaluasi.
        answers: Pairs of a code and its answer, or a dict of them; a code that is answered in two ways has none.
        reading: ``sub_component`` or ``criterion``: what the answers are given to; without it, as the template says.
        evidence: Pairs of a document's code and where it is found, or a dict of them; references, never files.
        printed: What a printed sheet says of itself, to be checked.
        lines: Baris lembar: the total, then each component with its parts below it.

    Raises:
        InvalidValueError: A field of another kind. What is wrong among the answers is a finding of `check`.

    Reference: PermenPANRB 88/2021, lampiran, lembar kerja evaluasi (secondary); both readings as in applications that
        use it.

    Examples:
        >>> from sakip.lifecycle import LKE_88_2021
        >>> letters = {"1.a": "BB", "1.b": "B", "1.c": "CC"}
        >>> sheet = EvaluationSheet("LKE-1", 2024, LKE_88_2021, letters)
        >>> sheet["1"].score, sheet.total.score, sheet.grade
        (Decimal('20.10'), None, None)
        >>> sheet.total.lowest, sheet.total.highest
        (Fraction(201, 10), Fraction(901, 10))
    """

    code: str = field(converter=_code)
    year: int = field(converter=_year)
    template: EvaluationTemplate = field(converter=_template, repr=lambda template: repr(template.id))
    answers: tuple[tuple[str, str], ...] = field(converter=_answers)
    reading: Reading = field(default=Factory(_as_the_template, takes_self=True), converter=_reading, kw_only=True)
    evidence: tuple[tuple[str, str], ...] = field(default=(), converter=_evidence, kw_only=True)
    printed: PrintedSheet | None = field(default=None, converter=_printed, kw_only=True)
    _choices: "dict[str, AnswerChoice]" = field(init=False, eq=False, repr=False)
    lines: tuple[SheetLine, ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_choices", _chosen(self))
        object.__setattr__(self, "lines", lines_of(self.template, self._choices, self.reading))

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[SheetLine]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, code: str) -> SheetLine:
        """Cari baris: the line of one component, sub-component or, where they are answered, criterion.

        Raises:
            UnknownCodeError: The sheet has no such line; the error names those that look like it.
        """
        found = next((line for line in self.lines if is_text(code) and line.code == code), None)
        if found is not None and found.code:
            return found
        codes = [line.code for line in self.lines if line.code]
        problem = ("lembar ini tidak memuat kode itu", "the sheet has no such code")
        raise unknown_code(code, codes, code="unknown-sheet-line", path="EvaluationSheet", problem=problem)

    def choice(self, code: str) -> AnswerChoice | None:
        """Jawaban: the one answer of a code that its scale knows, or None."""
        return self._choices.get(code)

    @property
    def subject(self) -> str:
        """Subjek: how findings name the sheet."""
        return f"sheet[{self.code}]"

    @property
    def total(self) -> SheetLine:
        """Nilai akhir: the line of the whole sheet."""
        return self.lines[0]

    @property
    def grade(self) -> str | None:
        """Predikat: the label of the exact total on the template's scale; None while something is open."""
        return None if self.total.exact is None else self.template.scale.grade(self.total.exact)

    def check(self) -> Report:
        """Periksa lembar: faults of the template, answers and evidence that lack or do not fit, and wrong prints.

        Examples:
            >>> from sakip.lifecycle import LKE_88_2021, PrintedLine
            >>> shown = PrintedSheet([PrintedLine("2.c", weight=10, score="13.5")])
            >>> sheet = EvaluationSheet("LKE-1", 2024, LKE_88_2021, {"2.c": "A"}, printed=shown)
            >>> [one.code for one in sheet.check().errors]
            ['LKE-WEIGHT', 'LKE-OVER']
        """
        return Report([*self.template.check(), *faults(self)])

    def rows(self, lang: Lang = "id", *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris lembar: one flat dict a line, the total first, for data frames, JSON and PHP.

        Its keys are ``sheet``, ``year``, ``template``, ``kind``, ``code``, ``name``, ``weight``, ``answer``,
        ``percent``, ``score``, ``lowest``, ``highest``, ``open`` (codes with commas between) and ``grade``.

        Args:
            lang: The language of the names.
            numbers: ``decimal``, or ``text`` to write every Decimal as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: An unknown language, or another word for ``numbers``.
        """
        return tabulation.rows(self, require_lang(lang), numbers_form(numbers, "EvaluationSheet.rows.numbers"))

    def evidence_rows(self, lang: Lang = "id") -> list[dict[str, Any]]:
        """Baris bukti: one flat dict a document: ``document``, ``name``, ``optional``, ``given`` and ``criteria``.

        Raises:
            InvalidValueError: An unknown language.
        """
        given = dict(self.evidence)
        return [
            {
                "document": document.code,
                "name": document.name.render(lang),
                "optional": document.optional,
                "given": given.get(document.code),
                "criteria": ", ".join(codes),
            }
            for document, codes in self.template.evidence
        ]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel lembar: one row a component, sub-component and answered criterion, the total below."""
        return tabulation.table(self, require_lang(lang))

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks lembar: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def explain(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Penjelasan: how each answer gives its points, and these the total and its predicate.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000; without one, lines are not broken.
        """
        return tabulation.explained(self, require_lang(lang), width)

    def _repr_html_(self) -> str:
        return self.table().html()


def _chosen(sheet: EvaluationSheet) -> dict[str, AnswerChoice]:
    """The answer of each code that has exactly one, if its scale knows it."""
    scales = answered_by(sheet.template, sheet.reading)
    given: dict[str, set[str]] = {}
    for code, label in sheet.answers:
        given.setdefault(code, set()).add(label)
    found = {
        code: scales[code].choice(labels.pop()) for code, labels in given.items() if code in scales and len(labels) == 1
    }
    return {code: choice for code, choice in found.items() if choice is not None}
