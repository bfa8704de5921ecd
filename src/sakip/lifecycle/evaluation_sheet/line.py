"""Baris lembar: what each part of an evaluation sheet is worth, exact, and what is still open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from attrs import field, frozen

from sakip.base.number import decimal_of_fraction
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Text
from sakip.lifecycle.evaluation_sheet.reading import Reading
from sakip.lifecycle.evaluation_sheet.scale import AnswerChoice, AnswerScale
from sakip.lifecycle.evaluation_sheet.template import (
    EvaluationTemplate,
    SheetComponent,
    SheetCriterion,
    SheetSubComponent,
)

__all__ = ["SheetLine", "answered_by", "lines_of", "share_met"]

Choices = Mapping[str, AnswerChoice]

_TOTAL = Text("NILAI AKHIR", "TOTAL")


@frozen
class SheetLine:
    """Baris lembar: one part of the sheet with its weight, its answer and its score.

    Attributes:
        code: Code of the part; empty for the total.
        name: Its name.
        kind: ``total``, ``component``, ``sub_component`` or ``criterion``.
        weight: Bobot, in points of the total.
        answer: The answer that was given to the part itself, if one was.
        lowest: The points that it has at least, whatever is still open.
        highest: The points that it has at most.
        open: Codes of what is not answered yet in it.
    """

    code: str
    name: Text
    kind: Literal["total", "component", "sub_component", "criterion"]
    weight: Fraction
    answer: str | None
    lowest: Fraction
    highest: Fraction
    open: tuple[str, ...] = field(default=())

    __reduce__ = reduce_by_fields

    @property
    def exact(self) -> Fraction | None:
        """Nilai tepat: the points before any rounding; None while something is open, which is not zero."""
        return None if self.open else self.lowest

    @property
    def score(self) -> Decimal | None:
        """Nilai: the points with two decimals, halves away from zero."""
        return None if self.exact is None else decimal_of_fraction(self.exact, 2)

    @property
    def percent(self) -> Fraction | None:
        """Persen: the points as a share of the weight; None while something is open, or where nothing weighs."""
        return None if self.exact is None or not self.weight else 100 * self.exact / self.weight


def answered_by(template: EvaluationTemplate, reading: Reading) -> dict[str, AnswerScale]:
    """Skala tiap kode: by which answers each code of the template is answered under a reading.

    Examples:
        >>> from sakip.lifecycle import LKE_88_2021
        >>> found = answered_by(LKE_88_2021, "sub_component")
        >>> found["1.b"].labels[0], found["1.b.1"].labels
        ('AA', ('Y', 'T'))
    """
    found: dict[str, AnswerScale] = {}
    for sub in template.sub_components:
        if reading == "sub_component":
            found[sub.code] = sub.answers
        for criterion in sub.criteria:
            found[criterion.code] = template.probes if reading == "sub_component" else criterion.answers or sub.answers
    return found


def share_met(choices: Sequence[AnswerChoice | None], scale: AnswerScale) -> tuple[Fraction, Fraction] | None:
    """Bagian terpenuhi: which share of some criteria is met at least and at most, in percent; None without any answer.

    Examples:
        >>> from sakip.lifecycle import ANSWERS_Y_T
        >>> yes, no = ANSWERS_Y_T.choices
        >>> share_met([yes, no], ANSWERS_Y_T), share_met([yes, None], ANSWERS_Y_T)
        ((Fraction(50, 1), Fraction(50, 1)), (Fraction(50, 1), Fraction(100, 1)))
    """
    known = [Fraction(choice.value) for choice in choices if choice is not None]
    if not known:
        return None
    left, met = len(choices) - len(known), sum(known, Fraction(0))
    worst, best = (Fraction(choice.value) for choice in (scale.choices[-1], scale.choices[0]))
    return (met + left * worst) / len(choices), (met + left * best) / len(choices)


def lines_of(template: EvaluationTemplate, choices: Choices, reading: Reading) -> tuple[SheetLine, ...]:
    """Semua baris: the total, then each component with its parts below it.

    Examples:
        >>> from sakip.lifecycle import LKE_88_2021
        >>> lines_of(LKE_88_2021, {}, "sub_component")[0].highest
        Fraction(100, 1)
    """
    below = [tuple(_of_component(component, choices, reading)) for component in template.components]
    total = _joined("", _TOTAL, "total", [lines[0] for lines in below])
    return (total, *(line for lines in below for line in lines))


def _of_component(component: SheetComponent, choices: Choices, reading: Reading) -> Iterator[SheetLine]:
    by_sub = reading == "sub_component"
    below = [[_answered(sub, choices)] if by_sub else _by_criteria(sub, choices) for sub in component.sub_components]
    yield _joined(component.code, component.name, "component", [lines[0] for lines in below])
    for lines in below:
        yield from lines


def _joined(code: str, name: Text, kind: Literal["total", "component"], parts: Iterable[SheetLine]) -> SheetLine:
    found = list(parts)
    return SheetLine(
        code,
        name,
        kind,
        sum((part.weight for part in found), Fraction(0)),
        None,
        sum((part.lowest for part in found), Fraction(0)),
        sum((part.highest for part in found), Fraction(0)),
        tuple(code for part in found for code in part.open),
    )


def _answered(sub: SheetSubComponent, choices: Choices) -> SheetLine:
    weight, choice = Fraction(sub.weight), choices.get(sub.code)
    bounds = _bounds(weight, choice, sub.answers)
    answer = None if choice is None else choice.label
    return SheetLine(sub.code, sub.name, "sub_component", weight, answer, *bounds, () if choice else (sub.code,))


def _bounds(weight: Fraction, choice: AnswerChoice | None, scale: AnswerScale) -> tuple[Fraction, Fraction]:
    worst, best = (scale.choices[-1], scale.choices[0]) if choice is None else (choice, choice)
    return weight * Fraction(worst.value) / 100, weight * Fraction(best.value) / 100


def _by_criteria(sub: SheetSubComponent, choices: Choices) -> list[SheetLine]:
    """The sub-component, then its criteria; without criteria nothing is known of it."""
    weights = sum((Fraction(criterion.weight) for criterion in sub.criteria), Fraction(0))
    weight = Fraction(sub.weight)
    if not sub.criteria:
        return [SheetLine(sub.code, sub.name, "sub_component", weight, None, Fraction(0), weight, (sub.code,))]
    found = [
        _of_criterion(criterion, sub, weight * Fraction(criterion.weight) / weights, choices)
        for criterion in sub.criteria
    ]
    whole = SheetLine(
        sub.code,
        sub.name,
        "sub_component",
        weight,
        None,
        sum((line.lowest for line in found), Fraction(0)),
        sum((line.highest for line in found), Fraction(0)),
        tuple(code for line in found for code in line.open),
    )
    return [whole, *found]


def _of_criterion(criterion: SheetCriterion, sub: SheetSubComponent, weight: Fraction, choices: Choices) -> SheetLine:
    choice = choices.get(criterion.code)
    bounds = _bounds(weight, choice, criterion.answers or sub.answers)
    answer = None if choice is None else choice.label
    rest = () if choice else (criterion.code,)
    return SheetLine(criterion.code, criterion.name, "criterion", weight, answer, *bounds, rest)
