"""Nilai kinerja anggaran: aspects with weights, one value and its category."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, cast

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import none_or, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.notation import format_number
from sakip.base.number import Number, admit, admit_whole, decimal_of_fraction
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, joined, require_lang, require_text
from sakip.errors import InvalidValueError
from sakip.scoring.grading import BELOW_LOWEST, GradeScale

__all__ = ["RULES", "BudgetAspect", "BudgetRegime", "BudgetValue", "budget_value"]

_RANGE = Rule(
    "BPV-RANGE",
    "error",
    Text(
        "{aspect} bernilai {value}, di luar {low} sampai {high}; nilai kinerja anggaran ditahan",
        "{aspect} is {value}, outside {low} to {high}; the value of budget performance is withheld",
    ),
)
_MISSING = Rule(
    "BPV-MISSING",
    "warning",
    Text(
        "{aspect} belum diketahui, bobotnya {weight} %; nilai kinerja anggaran ditahan",
        "{aspect} is not known, its weight {weight} %; the value of budget performance is withheld",
    ),
)
_ABOVE = Rule(
    "BPV-ABOVE",
    "note",
    Text(
        "Nilai {value} di atas 100, karena batas {aspects} tidak kami ketahui; periksa apakah aturannya membatasi",
        "The value {value} is above 100, since we know no limit of {aspects}; check whether the rule has one",
    ),
)
RULES = (_RANGE, _MISSING, _ABOVE)
"""Aturan nilai kinerja anggaran: every finding of `BudgetValue.check`."""


def _aspect_id(value: str) -> str:
    return require_text(value, "BudgetAspect.id")


def _aspect_name(value: Text) -> Text:
    return of_kind(Text, value, "BudgetAspect.name", "Text('Penyerapan anggaran', 'Absorption')")


def _weight(value: Number) -> Decimal:
    weight = admit(value, "BudgetAspect.weight")
    if weight > 0:
        return weight
    raise InvalidValueError(
        code="weight-not-positive",
        path="BudgetAspect.weight",
        value=value,
        problem=("bobot harus lebih besar dari nol", "a weight must be greater than zero"),
        way_out=("Tulis bobotnya dalam persen", "Write its weight in percent"),
    )


def _highest(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "BudgetAspect.highest")


@frozen
class BudgetAspect:
    """Aspek kinerja anggaran: one part of the value, with its weight.

    Attributes:
        id: Stable name, by which its value is given.
        name: Its name in both languages.
        weight: Bobot, in percent.
        highest: The most that it can be; None where no limit is known.

    Raises:
        InvalidValueError: An empty id, or a weight that is not above zero.

    Examples:
        >>> from sakip import Text
        >>> BudgetAspect("absorption", Text("Penyerapan anggaran", "Absorption"), "9.7").weight
        Decimal('9.7')
    """

    id: str = field(converter=_aspect_id)
    name: Text = field(converter=_aspect_name)
    weight: Decimal = field(converter=_weight)
    highest: Decimal | None = field(default=Decimal(100), converter=_highest, kw_only=True)

    __reduce__ = reduce_by_fields


def _id(value: str) -> str:
    return require_text(value, "BudgetRegime.id")


def _title(value: Text) -> Text:
    return of_kind(Text, value, "BudgetRegime.title", "Text('Nilai kinerja anggaran', 'Budget performance')")


def _reference(value: Reference) -> Reference:
    return of_kind(Reference, value, "BudgetRegime.reference", "Reference('PMK 22/2021', certainty='read')")


def _scale(value: GradeScale | None) -> GradeScale | None:
    return none_or(GradeScale, value, "BudgetRegime.scale", "BUDGET_GRADES")


def _aspects(value: Iterable[BudgetAspect]) -> tuple[BudgetAspect, ...]:
    example = "BudgetAspect('absorption', Text('Penyerapan', 'Absorption'), 100)"
    aspects = tuple_of(BudgetAspect, value, "BudgetRegime.aspects", example)
    ids = [one.id for one in aspects]
    whole = sum((Fraction(one.weight) for one in aspects), Fraction(0))
    if whole == 100 and len(set(ids)) == len(ids):
        return aspects
    shown = format_number(whole)
    raise InvalidValueError(
        code="weights-not-100",
        path="BudgetRegime.aspects",
        value=shown,
        problem=(
            f"bobot aspek berjumlah {shown}, bukan 100, atau satu aspek ada dua kali",
            f"the weights add up to {shown}, not 100, or an aspect stands twice",
        ),
        way_out=("Perbaiki bobotnya sehingga berjumlah 100", "Correct the weights so that they add up to 100"),
    )


def _digits(value: int) -> int:
    return admit_whole(value, "BudgetRegime.digits", low=0, high=6)


@frozen
class BudgetRegime:
    """Rezim kinerja anggaran: the aspects of a regulation with their weights, and its categories.

    Attributes:
        id: Stable name.
        title: Its name in both languages.
        aspects: Aspek, whose weights add up to 100.
        scale: Its categories.
        digits: Decimals of the value.
        reference: Where the weights come from, and how sure that is.

    Raises:
        InvalidValueError: Weights that do not add up to 100, or an aspect that stands twice.

    Examples:
        >>> from sakip.lifecycle import PMK_22_2021
        >>> [(one.id, str(one.weight)) for one in PMK_22_2021.aspects][:2]
        [('output', '43.5'), ('efficiency', '28.6')]
    """

    id: str = field(converter=_id)
    title: Text = field(converter=_title, kw_only=True)
    aspects: tuple[BudgetAspect, ...] = field(converter=_aspects, kw_only=True)
    scale: GradeScale | None = field(default=None, converter=_scale, kw_only=True)
    digits: int = field(default=2, converter=_digits, kw_only=True)
    reference: Reference = field(converter=_reference, kw_only=True)

    __reduce__ = reduce_by_fields


@frozen
class BudgetValue:
    """Nilai kinerja anggaran: the weighted sum of the aspects, its category, and each aspect's part of it.

    A missing aspect is neither zero nor shared out among the others: the value is withheld.

    Attributes:
        regime: Rezim.
        values: What each aspect is, in the order of the regime; None where that is not known.

    Examples:
        >>> from sakip.lifecycle import PMK_22_2021
        >>> parts = {"output": "99.72", "efficiency": "59.98", "consistency": "99.61", "absorption": "95.53"}
        >>> found = budget_value(parts, regime=PMK_22_2021)
        >>> found.value, found.grade
        (Decimal('87.93'), 'Baik')
    """

    regime: BudgetRegime
    values: tuple[Decimal | None, ...]

    __reduce__ = reduce_by_fields

    def parts(self) -> tuple[tuple[BudgetAspect, Decimal | None, Fraction | None], ...]:
        """Bagian: each aspect with what it is and what it brings to the value, exactly."""
        return tuple(
            (one, value, None if value is None else Fraction(one.weight) * Fraction(value) / 100)
            for one, value in zip(self.regime.aspects, self.values, strict=True)
        )

    @property
    def exact(self) -> Fraction | None:
        """Nilai tepat: the weighted sum before any rounding; None where `reason` says why."""
        if self.reason is not None:
            return None
        return sum((part for _, _, part in self.parts() if part is not None), Fraction(0))

    @property
    def value(self) -> Decimal | None:
        """Nilai: the weighted sum with the decimals of the regime, halves away from zero."""
        return None if self.exact is None else decimal_of_fraction(self.exact, self.regime.digits)

    @property
    def grade(self) -> str | None:
        """Kategori: decided on the exact value."""
        return None if self.exact is None or self.regime.scale is None else self.regime.scale.grade(self.exact)

    @property
    def reason(self) -> Literal["out-of-range", "incomplete"] | None:
        """Alasan: ``out-of-range`` or ``incomplete`` where there is no value; `check` says of what."""
        codes = [finding.code for finding in self._faults()]
        return "out-of-range" if _RANGE.code in codes else "incomplete" if codes else None

    def check(self) -> Report:
        """Periksa: aspects that cannot be so, those that are missing, and a value that no limit holds at 100."""
        return Report([*self._faults(), *self._above()])

    def _above(self) -> Iterator[Finding]:
        high = [one.name for one, value, _ in self.parts() if one.highest is None and (value or 0) > 100]
        if self.exact is not None and self.value is not None and self.exact > 100 and high:
            aspects = joined(", ", high)
            yield _ABOVE.at("value", value=self.value, aspects=aspects)

    def _faults(self) -> Iterator[Finding]:
        for one, value, _ in self.parts():
            if value is None:
                yield _MISSING.at(f"aspects[{one.id}]", aspect=one.name, weight=one.weight)
            elif value < 0 or (one.highest is not None and value > one.highest):
                high = Text("tanpa batas", "no limit") if one.highest is None else one.highest
                yield _RANGE.at(f"aspects[{one.id}]", aspect=one.name, value=value, low=0, high=high)

    def rows(self, lang: Lang = "id", *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris aspek: one dict an aspect: ``id``, ``name``, ``weight``, ``value`` and ``part``, exact, as text.

        Raises:
            InvalidValueError: An unknown language, or another word for ``numbers``.
        """
        require_lang(lang)
        form = numbers_form(numbers, "BudgetValue.rows.numbers")
        rows = [
            {
                "id": one.id,
                "name": one.name.render(lang),
                "weight": one.weight,
                "value": value,
                "part": None if part is None else str(part),
            }
            for one, value, part in self.parts()
        ]
        return in_form(rows, form)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel nilai: one row an aspect, then the value with its category, and what is wrong below it."""
        require_lang(lang)
        digits = self.regime.digits
        rows = [
            (
                one.name.render(lang),
                format_number(one.weight, lang=lang),
                "–" if value is None else format_number(value, lang=lang),
                "–" if part is None else format_number(part, decimals=digits, lang=lang),
            )
            for one, value, part in self.parts()
        ]
        shown = "–" if self.value is None else format_number(self.value, decimals=digits, lang=lang)
        rows.append((Text("NILAI", "VALUE").render(lang), "100", "", shown))
        notes = [finding.text(lang) for finding in self.check()]
        if self.exact is not None and self.regime.scale is not None:
            grade = BELOW_LOWEST.render(lang) if self.grade is None else self.grade
            notes.append(Text("Kategori: {grade}", "Category: {grade}").render(lang, {"grade": grade}))
        notes.append(self.regime.reference.text(lang))
        columns = [Column(head.render(lang), "right" if at else "left") for at, head in enumerate(_HEADS)]
        return Table(self.regime.title.render(lang), columns, rows, notes=notes)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks nilai: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_HEADS = (Text("Aspek", "Aspect"), Text("Bobot (%)", "Weight (%)"), Text("Nilai", "Value"), Text("Bagian", "Part"))


def budget_value(values: Mapping[str, Number | None], *, regime: BudgetRegime) -> BudgetValue:
    """Nilai kinerja anggaran: the aspects of a regime, weighted.

    Args:
        values: What each aspect is, by its id, in percent; one that is left out or None is not known.
        regime: Which aspects there are and what they weigh.

    Raises:
        InvalidValueError: An argument of another kind, or a number that cannot be admitted.
        UnknownCodeError: A value for an aspect that the regime does not have.

    Examples:
        >>> from sakip.lifecycle import KMK_466_2023
        >>> budget_value({"effectiveness": 100, "efficiency": "75.2"}, regime=KMK_466_2023).value
        Decimal('93.80')
    """
    of_kind(BudgetRegime, regime, "budget_value.regime", "PMK_22_2021")
    kind = cast("type[Mapping[str, Number | None]]", Mapping)
    of_kind(kind, values, "budget_value.values", "{'absorption': '95.53'}")
    ids = [one.id for one in regime.aspects]
    for code in values:
        if code not in ids:
            problem = ("rezim ini tidak memuat aspek itu", "the regime has no such aspect")
            raise unknown_code(code, ids, code="unknown-aspect", path="budget_value.values", problem=problem)
    given = [values.get(code) for code in ids]
    return BudgetValue(
        regime,
        tuple(
            None if one is None else admit(one, f"budget_value.values[{code}]")
            for code, one in zip(ids, given, strict=True)
        ),
    )
