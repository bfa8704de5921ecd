"""Lembar tercetak: the weights, scores and predicate that a sheet shows, as they stand there."""

from collections.abc import Iterable
from decimal import Decimal

from attrs import field, frozen

from sakip.base.kind import none_or, tuple_of
from sakip.base.number import Number, admit, admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import none_or_text, require_text
from sakip.scoring.grading import GradeScale

__all__ = ["PrintedLine", "PrintedSheet"]


def _code(value: str) -> str:
    return require_text(value, "PrintedLine.code")


def _weight(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "PrintedLine.weight")


def _score(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "PrintedLine.score")


@frozen
class PrintedLine:
    """Baris tercetak: what a sheet shows beside one component, sub-component or criterion.

    Attributes:
        code: Code of the part in the template.
        weight: Bobot as shown, in points of the total; None where none is shown.
        score: Nilai as shown; None where none is shown.

    Raises:
        InvalidValueError: An empty code, or a number that cannot be admitted.

    Examples:
        >>> PrintedLine("2.c", weight=10, score="13.5").score
        Decimal('13.5')
    """

    code: str = field(converter=_code)
    weight: Decimal | None = field(default=None, converter=_weight, kw_only=True)
    score: Decimal | None = field(default=None, converter=_score, kw_only=True)

    __reduce__ = reduce_by_fields


def _lines(value: Iterable[PrintedLine]) -> tuple[PrintedLine, ...]:
    return tuple_of(PrintedLine, value, "PrintedSheet.lines", "PrintedLine('1.a', weight=6, score='5.4')")


def _total(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "PrintedSheet.total")


def _grade(value: str | None) -> str | None:
    return none_or_text(value, "PrintedSheet.grade")


def _scale(value: GradeScale | None) -> GradeScale | None:
    return none_or(GradeScale, value, "PrintedSheet.scale", "GradeScale([(0, 'D'), (30, 'C')], closed='upper')")


def _decimals(value: int) -> int:
    return admit_whole(value, "PrintedSheet.decimals", low=0, high=6)


@frozen
class PrintedSheet:
    """Lembar tercetak: what a sheet says of itself, to be held against what its answers give.

    Attributes:
        lines: Baris tercetak.
        total: Nilai akhir as shown.
        grade: Predikat as shown.
        scale: The scale by which the sheet, or the application behind it, gives predicates.
        decimals: To how many decimals its scores are rounded.

    Raises:
        InvalidValueError: A field of another kind.

    Examples:
        >>> PrintedSheet([PrintedLine("1.a", weight=6, score="5.4")], total="87.80", grade="A").total
        Decimal('87.8')
    """

    lines: tuple[PrintedLine, ...] = field(default=(), converter=_lines)
    total: Decimal | None = field(default=None, converter=_total, kw_only=True)
    grade: str | None = field(default=None, converter=_grade, kw_only=True)
    scale: GradeScale | None = field(default=None, converter=_scale, kw_only=True)
    decimals: int = field(default=2, converter=_decimals, kw_only=True)

    __reduce__ = reduce_by_fields
