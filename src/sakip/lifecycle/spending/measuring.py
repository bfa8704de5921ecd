"""Mengukur efisiensi: outputs with their money under one form, row by row and altogether."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import of_kind, tuple_of
from sakip.base.notation import format_number
from sakip.base.number import decimal_of_fraction
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, require_lang
from sakip.lifecycle.spending.form import Amounts, EfficiencyForm, amounts_of
from sakip.lifecycle.spending.output import OUTPUT_REASONS, Output, OutputReason
from sakip.model.budget import rupiah_text

__all__ = ["RULES", "Efficiency", "OutputEfficiency", "efficiency"]

_NO_BUDGET = Rule(
    "EFF-NO-BUDGET",
    "error",
    Text(
        "Keluaran {code}, {name}, tanpa anggaran; efisiensinya tidak ada",
        "The output {code}, {name}, has no budget, and so no efficiency",
    ),
)
_NOTHING = Rule(
    "EFF-MISSING",
    "warning",
    Text("Keluaran {code}, {name}, tanpa efisiensi: {why}", "The output {code}, {name}, has no efficiency: {why}"),
)
_NO_OUTPUTS = Rule(
    "EFF-NO-OUTPUTS",
    "error",
    Text("Tidak ada keluaran, sehingga tidak ada efisiensi", "There are no outputs, and so no efficiency"),
)
_TWICE = Rule(
    "EFF-TWICE",
    "error",
    Text(
        "Keluaran {code} ada {count} kali, sehingga uangnya terhitung berulang",
        "The output {code} stands in it, times: {count}; its money is counted as often",
    ),
)
_PART = Rule(
    "EFF-PART",
    "error",
    Text(
        "Keluaran {code} adalah bagian dari {whole}, sehingga uangnya terhitung dua kali",
        "The output {code} is a part of {whole}, so that its money is counted twice",
    ),
)
_UNSPENT = Rule(
    "EFF-UNSPENT",
    "warning",
    Text(
        "Keluaran {code} tercapai {achievement} % tanpa belanja; periksa apakah realisasinya nol atau belum diisi",
        "The output {code} is achieved, {achievement} %, with nothing spent; check whether that is zero or not filled",
    ),
)
_SAME = Rule(
    "EFF-SAME",
    "warning",
    Text(
        "Capaian {code}, {achievement} %, sama dengan serapannya; periksa apakah yang satu disalin dari yang lain",
        "The achievement of {code}, {achievement} %, equals its absorption; check whether one is a copy of the other",
    ),
)
_CLAMPED = Rule(
    "EFF-CLAMPED",
    "note",
    Text(
        "Efisiensi {efficiency} di luar batas bentuk {form}; nilainya ditahan pada {value}",
        "The efficiency {efficiency} is beyond the limits of the form {form}; its value is held at {value}",
    ),
)
RULES = (_NO_OUTPUTS, _NO_BUDGET, _NOTHING, _TWICE, _PART, _UNSPENT, _SAME, _CLAMPED)
"""Aturan efisiensi: every finding of `Efficiency.check`."""


@frozen
class OutputEfficiency:
    """Efisiensi keluaran: one output under a form.

    Attributes:
        output: Keluaran.
        form: Bentuk.
    """

    output: Output
    form: EfficiencyForm

    __reduce__ = reduce_by_fields

    @property
    def amounts(self) -> Amounts | OutputReason:
        """Angka: what the form reads of the output, or why it cannot."""
        return amounts_of(self.output, self.form.carries)

    def _found(self) -> Fraction | OutputReason:
        amounts = self.amounts
        return self.form.of_one(amounts) if isinstance(amounts, Amounts) else amounts

    @property
    def exact(self) -> Fraction | None:
        """Efisiensi tepat: in the unit of the form, before any rounding; None where `reason` says why."""
        found = self._found()
        return found if isinstance(found, Fraction) else None

    @property
    def value(self) -> Decimal | None:
        """Efisiensi: with two decimals, halves away from zero."""
        return None if self.exact is None else decimal_of_fraction(self.exact, 2)

    @property
    def reason(self) -> OutputReason | None:
        """Alasan: why there is no number; one of the codes of `OUTPUT_REASONS`."""
        found = self._found()
        return None if isinstance(found, Fraction) else found

    @property
    def label(self) -> str | None:
        """Sebutan: the label of the form, such as Efisien, decided on the exact number."""
        return None if self.exact is None else self.form.label(self.exact)


@frozen
class Efficiency:
    """Efisiensi: outputs under one form, each by itself and, where the form adds them up, altogether.

    An output without money or without an achievement is never left out in silence: the whole then has no number.

    Attributes:
        form: Bentuk.
        outputs: Keluaran.

    Examples:
        >>> from sakip import Absorption
        >>> from sakip.lifecycle import PMK_214_2017_EFFICIENCY
        >>> rows = [(4000, 122, 3800), (1000, 80, 975), (5000, 142, 4725)]
        >>> outputs = [
        ...     Output(f"KK-{at}", "Keluaran", stated=achieved, money=Absorption(Decimal(ceiling), Decimal(spent)))
        ...     for at, (ceiling, achieved, spent) in enumerate(rows, start=1)
        ... ]
        >>> found = efficiency(outputs, form=PMK_214_2017_EFFICIENCY)
        >>> found.value, found.score
        (Decimal('25.67'), Decimal('100.00'))
    """

    form: EfficiencyForm
    outputs: tuple[Output, ...]

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[OutputEfficiency]:
        return (OutputEfficiency(output, self.form) for output in self.outputs)

    def __len__(self) -> int:
        return len(self.outputs)

    def _found(self) -> Fraction | OutputReason:
        if not self.outputs:
            return "no-outputs"
        amounts = [amounts_of(output, self.form.carries) for output in self.outputs]
        known = [one for one in amounts if isinstance(one, Amounts)]
        if not self.form.adds_up:
            return "row-by-row"
        return self.form.of_all(known) if len(known) == len(amounts) else "incomplete"

    @property
    def exact(self) -> Fraction | None:
        """Efisiensi tepat: of all outputs together, before any rounding; None where `reason` says why."""
        found = self._found()
        return found if isinstance(found, Fraction) else None

    @property
    def value(self) -> Decimal | None:
        """Efisiensi: of all outputs together, with two decimals, halves away from zero."""
        return None if self.exact is None else decimal_of_fraction(self.exact, 2)

    @property
    def score(self) -> Decimal | None:
        """Nilai efisiensi (NE): what the form makes of the exact efficiency, within its limits, with two decimals."""
        found = None if self.exact is None else self.form.value_of(self.exact)
        return None if found is None else decimal_of_fraction(found, 2)

    @property
    def reason(self) -> OutputReason | None:
        """Alasan: why there is no number for all together; one of the codes of `OUTPUT_REASONS`."""
        found = self._found()
        return None if isinstance(found, Fraction) else found

    def check(self) -> Report:
        """Periksa efisiensi: outputs that lack something, money counted twice, numbers that look copied, a limit."""
        return Report([*self._findings(), *self._held()])

    def _findings(self) -> Iterator[Finding]:
        reasons = dict(OUTPUT_REASONS)
        counts = Counter(output.code for output in self.outputs)
        if not counts:
            yield _NO_OUTPUTS.at("efficiency")
        for code, number in counts.items():
            if number > 1:
                yield _TWICE.at(f"outputs[{code}]", code=code, count=number)
            whole = next((above for above in _above(code) if above in counts), None)
            if whole is not None and self.form.adds_up:
                yield _PART.at(f"outputs[{code}]", code=code, whole=whole)
        for row in self:
            output, subject = row.output, f"outputs[{row.output.code}]"
            if row.reason == "no-budget":
                yield _NO_BUDGET.at(subject, code=output.code, name=output.name)
            elif row.reason is not None:
                yield _NOTHING.at(subject, code=output.code, name=output.name, why=reasons[row.reason])
            achieved, money = output.achievement, output.money
            if achieved is None or money is None:
                continue
            if achieved and money.ceiling and money.realization == 0:
                yield _UNSPENT.at(subject, code=output.code, achievement=achieved)
            # Nothing of nothing and all of everything are common, and no sign of a copy.
            if achieved == money.value and achieved not in {0, 100}:
                yield _SAME.at(subject, code=output.code, achievement=achieved)

    def _held(self) -> Iterator[Finding]:
        limits = self.form.limits
        if self.exact is None or self.value is None or self.score is None or limits is None:
            return
        if not limits[0] <= self.exact <= limits[1]:
            yield _CLAMPED.at("efficiency", efficiency=self.value, form=self.form.id, value=self.score)

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris efisiensi: one dict an output.

        Its keys are ``code``, ``name``, ``ceiling``, ``spent``, ``absorption``, ``achievement``, ``efficiency``,
        ``label`` and ``reason``.

        Args:
            numbers: ``decimal``, or ``text`` to write every Decimal as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        form = numbers_form(numbers, "Efficiency.rows.numbers")
        rows: list[dict[str, Any]] = [
            {
                "code": row.output.code,
                "name": row.output.name,
                "ceiling": row.output.money and row.output.money.ceiling,
                "spent": row.output.money and row.output.money.realization,
                "absorption": row.output.money and row.output.money.value,
                "achievement": row.output.achievement,
                "efficiency": row.value,
                "label": row.label,
                "reason": row.reason,
            }
            for row in self
        ]
        return in_form(rows, form)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel efisiensi: one row an output with its money; below it the whole, the form and its source.

        The rupiah stand in full; code and name share a column, whose words fold, so that a terminal holds the table.
        """
        require_lang(lang)
        # The sign of percent stands below its word, which makes room for the rupiah.
        heads = [
            head.render(lang).replace(" %", "\n%")
            for head in _HEADS
            if head is not _LABEL or self.form.scale is not None
        ]
        rows = [self._cells(row, lang)[: len(heads)] for row in self]
        columns = [Column(head, "right" if 1 <= at <= 4 else "left") for at, head in enumerate(heads)]
        return Table(self.form.title.render(lang), columns, rows, notes=list(self._notes(lang)))

    def _cells(self, row: OutputEfficiency, lang: Lang) -> tuple[str, ...]:
        output, money = row.output, row.output.money
        return (
            f"{output.code} {output.name}",
            "–" if money is None else rupiah_text(money.ceiling, lang),
            _shown(None if money is None else money.value, lang),
            _shown(output.achievement, lang),
            _shown(row.value, lang),
            row.label or "",
        )

    def _notes(self, lang: Lang) -> Iterator[str]:
        reasons = dict(OUTPUT_REASONS)
        if self.value is not None:
            words = Text("Seluruhnya: {value}", "Altogether: {value}")
            yield words.render(lang, {"value": self.form.number_text(self.value, lang)})
        if self.score is not None:
            yield Text("Nilai efisiensi: {value}", "Value of efficiency: {value}").render(
                lang, {"value": _shown(self.score, lang)}
            )
        if self.reason is not None and self.form.adds_up:
            yield f"{reasons[self.reason].render(lang)} [{self.reason}]"
        for row in self:
            if row.reason is not None:
                yield f"{row.output.code}: {reasons[row.reason].render(lang)} [{row.reason}]"
        yield Text("Rumus: {words}", "Formula: {words}").render(lang, {"words": self.form.words})
        if self.form.reference is not None:
            yield self.form.reference.text(lang)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks efisiensi: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


def _above(code: str) -> Iterator[str]:
    """The codes of the budget that a code extends, the nearest first."""
    above = code.rpartition(".")[0]
    while above:
        yield above
        above = above.rpartition(".")[0]


_LABEL = Text("Sebutan", "Label")
_HEADS = (
    Text("Keluaran", "Output"),
    Text("Pagu", "Ceiling"),
    Text("Serapan %", "Absorbed %"),
    Text("Capaian %", "Achieved %"),
    Text("Efisiensi", "Efficiency"),
    _LABEL,
)


def _shown(value: Decimal | None, lang: Lang) -> str:
    return "–" if value is None else format_number(value, decimals=2, lang=lang)


def efficiency(outputs: Iterable[Output], *, form: EfficiencyForm) -> Efficiency:
    """Efisiensi: what was achieved for the money, by a named form.

    Args:
        outputs: Each with its achievement and the money of its budget line.
        form: One of the forms of `sakip.lifecycle`, or one of your own.

    Raises:
        InvalidValueError: An argument of another kind. An output without a budget, or not yet spent or measured, is a
            finding of `Efficiency.check`, and leaves the whole without a number.

    Examples:
        >>> from sakip import Absorption
        >>> from sakip.lifecycle import LKJIP_DIFFERENCE
        >>> output = Output("P-1", "Kesehatan", stated="98.07", money=Absorption(Decimal(1000), Decimal(915)))
        >>> [(row.value, row.label) for row in efficiency([output], form=LKJIP_DIFFERENCE)]
        [(Decimal('6.57'), 'Efisien')]
    """
    of_kind(EfficiencyForm, form, "efficiency.form", "PMK_214_2017_EFFICIENCY")
    example = "Output('KK-1', 'Jalan', stated=100, money=budget.absorption('1.02'))"
    return Efficiency(form, tuple_of(Output, outputs, "efficiency.outputs", example))
