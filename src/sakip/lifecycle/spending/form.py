"""Bentuk efisiensi: a way to set what was achieved against what was spent, under its own name and source."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import takewhile
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.kind import listed, none_or, of_kind
from sakip.base.notation import format_number
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, require_text
from sakip.lifecycle.spending.output import Output, OutputReason
from sakip.model.budget_line import cents
from sakip.scoring.grading import GradeScale
from sakip.scoring.piecewise import Piecewise
from sakip.scoring.transform import Cap, Floor

__all__ = ["Amounts", "EfficiencyForm", "EfficiencyKind", "amounts_of"]

EfficiencyKind = Literal["saved_share", "unit_cost", "difference", "ratio"]
"""Jenis bentuk: what is computed of the achievement and of the money of each output."""
EfficiencyUnit = Literal["percent", "points", "ratio"]
_UNIT_TEXTS: dict[EfficiencyUnit, Text] = {
    "percent": Text("%", "%"),
    "points": Text("poin", "points"),
    "ratio": Text("", ""),
}


@frozen
class Amounts:
    """Angka keluaran: the achievement in percent and the money in sen, as a form reads them."""

    achievement: Fraction
    volume: Fraction | None
    ceiling: int
    spent: int


def _saved_share(one: Amounts) -> Fraction | OutputReason:
    worth = one.ceiling * one.achievement / 100
    return 100 * (worth - one.spent) / worth if worth else "nothing-achieved"


def _unit_cost(one: Amounts) -> Fraction | OutputReason:
    if one.volume is None:
        return "no-volume"
    return 100 * (1 - one.spent / (one.ceiling * one.volume)) if one.volume else "nothing-achieved"


def _difference(one: Amounts) -> Fraction | OutputReason:
    return one.achievement - Fraction(100 * one.spent, one.ceiling)


def _ratio(one: Amounts) -> Fraction | OutputReason:
    return one.achievement * one.ceiling / (100 * one.spent) if one.spent else "nothing-spent"


_OF_ONE: dict[EfficiencyKind, Callable[[Amounts], Fraction | OutputReason]] = {
    "saved_share": _saved_share,
    "unit_cost": _unit_cost,
    "difference": _difference,
    "ratio": _ratio,
}
_UNITS: dict[EfficiencyKind, EfficiencyUnit] = {
    "saved_share": "percent",
    "unit_cost": "percent",
    "difference": "points",
    "ratio": "ratio",
}


def _id(value: str) -> str:
    return require_text(value, "EfficiencyForm.id")


def _title(value: Text) -> Text:
    return of_kind(Text, value, "EfficiencyForm.title", "Text('Efisiensi', 'Efficiency')")


def _words(value: Text) -> Text:
    return of_kind(Text, value, "EfficiencyForm.words", "Text('capaian - serapan', 'achievement - absorption')")


def _kind(value: EfficiencyKind) -> EfficiencyKind:
    problem = ("jenis bentuk efisiensi tidak dikenal", "unknown kind of form of efficiency")
    return choose(value, get_args(EfficiencyKind), "EfficiencyForm.kind", code="unknown-form", problem=problem)


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "EfficiencyForm.reference", "Reference('PMK 214/2017', certainty='read')")


def _scale(value: GradeScale | None) -> GradeScale | None:
    return none_or(GradeScale, value, "EfficiencyForm.scale", "FIVE_BANDS")


def _value(value: Iterable[Floor | Cap | Piecewise]) -> tuple[Floor | Cap | Piecewise, ...]:
    steps = listed(value, "EfficiencyForm.value", "Floor(-20)")
    return tuple(_step(step, f"EfficiencyForm.value[{place}]") for place, step in enumerate(steps))


def _step(value: object, path: str) -> Floor | Cap | Piecewise:
    return value if isinstance(value, Floor | Cap) else of_kind(Piecewise, value, path, "Floor(-20)")


def _carries(value: int) -> int:
    return admit_whole(value, "EfficiencyForm.carries", low=0, high=6)


@frozen
class EfficiencyForm:
    """Bentuk efisiensi: how achievement is set against money, as data.

    Its kinds: ``saved_share``, the sum of (ceiling times achievement minus spending) over the sum of ceiling times
    achievement; ``unit_cost``, the mean of 1 minus what a unit cost over what it was to cost; ``difference``,
    achievement minus absorption in points; ``ratio``, achievement over absorption. The last two are stated row by row:
    no rule adds them up.

    Attributes:
        id: Stable name.
        title: Its name in both languages.
        kind: What is computed.
        words: The formula in words.
        value: The steps that make a value of it, such as NE of E; none where the form has no such value.
        scale: Labels for it, such as Efisien.
        carries: Decimals of the percentage with which an achievement enters, halves away from zero.
        reference: Where the form comes from, and how sure that is.

    Raises:
        InvalidValueError: A field of another kind.

    Examples:
        >>> from sakip.lifecycle import PMK_214_2017_EFFICIENCY
        >>> PMK_214_2017_EFFICIENCY.kind, PMK_214_2017_EFFICIENCY.value_of(8)
        ('saved_share', Fraction(70, 1))
    """

    id: str = field(converter=_id)
    title: Text = field(converter=_title, kw_only=True)
    kind: EfficiencyKind = field(converter=_kind, kw_only=True)
    words: Text = field(converter=_words, kw_only=True)
    value: tuple[Floor | Cap | Piecewise, ...] = field(default=(), converter=_value, kw_only=True)
    scale: GradeScale | None = field(default=None, converter=_scale, kw_only=True)
    carries: int = field(default=2, converter=_carries, kw_only=True)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True)

    __reduce__ = reduce_by_fields

    @property
    def unit(self) -> EfficiencyUnit:
        """Satuan: ``percent``, ``points`` or ``ratio``."""
        return _UNITS[self.kind]

    def number_text(self, value: Decimal, lang: Lang = "id") -> str:
        """Angka efisiensi: with two decimals and its unit, if it has one.

        Raises:
            InvalidValueError: An unknown language.

        Examples:
            >>> from sakip.lifecycle import LKJIP_DIFFERENCE, LKJIP_RATIO
            >>> LKJIP_DIFFERENCE.number_text(Decimal("6.57")), LKJIP_RATIO.number_text(Decimal("1.07"), "en")
            ('6,57 poin', '1.07')
        """
        return f"{format_number(value, decimals=2, lang=lang)} {_UNIT_TEXTS[self.unit].render(lang)}".rstrip()

    @property
    def adds_up(self) -> bool:
        """Dijumlahkan: whether the form has a number for all outputs together."""
        return self.kind in {"saved_share", "unit_cost"}

    @property
    def limits(self) -> tuple[Decimal, Decimal] | None:
        """Batas: between which efficiencies the value is made; None where the form has no such limits."""
        first = list(takewhile(lambda step: isinstance(step, Floor | Cap), self.value))
        low = [step.limit for step in first if isinstance(step, Floor)]
        high = [step.limit for step in first if isinstance(step, Cap)]
        return (low[0], high[0]) if low and high else None

    def value_of(self, efficiency: Fraction | int | Decimal) -> Fraction | None:
        """Nilai efisiensi (NE): what the steps make of an efficiency; None where the form has none.

        Examples:
            >>> from sakip.lifecycle import PMK_214_2017_EFFICIENCY
            >>> [int(PMK_214_2017_EFFICIENCY.value_of(e)) for e in (-30, -20, 0, 20, 74)]
            [0, 0, 50, 100, 100]
        """
        if not self.value:
            return None
        found = Fraction(efficiency).as_integer_ratio()
        for step in self.value:
            found = step.apply(*found)
        return Fraction(*found)

    def label(self, efficiency: Fraction) -> str | None:
        """Sebutan: the label of an efficiency, where the form has labels."""
        return None if self.scale is None else self.scale.grade(efficiency)

    def of_one(self, one: Amounts) -> Fraction | OutputReason:
        """Efisiensi satu keluaran: the exact number of one output, or why there is none."""
        return _OF_ONE[self.kind](one)

    def of_all(self, all_of_them: list[Amounts]) -> Fraction | OutputReason:
        """Efisiensi seluruhnya: the exact number of all outputs, or why there is none."""
        if not self.adds_up:
            return "row-by-row"
        if self.kind == "saved_share":
            worth = sum((one.ceiling * one.achievement / 100 for one in all_of_them), Fraction(0))
            return 100 * (worth - sum(one.spent for one in all_of_them)) / worth if worth else "nothing-achieved"
        found = [self.of_one(one) for one in all_of_them]
        known = [one for one in found if isinstance(one, Fraction)]
        return sum(known, Fraction(0)) / len(known) if len(known) == len(found) else "incomplete"


def amounts_of(output: Output, carries: int) -> Amounts | OutputReason:
    """Angka keluaran: what a form reads of an output, or why it cannot; money is taken from the budget alone."""
    if output.money is None:
        return "no-budget"
    if output.money.realization is None:
        return "not-realized"
    if not output.money.ceiling:
        return "ceiling-zero"
    if output.exact is None:
        return "not-measured"
    volume = None if output.volume is None else output.volume.ratio
    achieved = Fraction(output.exact.percent(carries))
    return Amounts(achieved, volume, cents(output.money.ceiling), cents(output.money.realization))
