"""Sumbu: where a number stands in a picture, and the round numbers beside it; whole numbers and quotients only."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from sakip.base.language import Lang
from sakip.base.notation import format_number
from sakip.errors import InvalidValueError

__all__ = ["Axis", "Value", "axis_text", "require_value", "round_step"]

Value = int | Decimal | Fraction
_DIGITS = 60
_LIMIT = 10**_DIGITS
# Numbers that lie nearer to each other than this are drawn as one.
_LEAST_STEP = Fraction(1, 10**12)
_MOST_DECIMALS, _FEW_DECIMALS = 12, 4


def require_value(value: object, path: str) -> Fraction:
    """Angka gambar: an exact number that can be drawn, below 10^60.

    Raises:
        InvalidValueError: A float, a bool, NaN, an infinity, a number too large, or no number.

    Examples:
        >>> require_value(Decimal("98.5"), "Bar.value")
        Fraction(197, 2)
    """
    if isinstance(value, Decimal):
        # Measured before it becomes integers: 1e999999999 would fill the memory.
        tame = value.is_finite() and (not value or abs(value.adjusted()) <= _DIGITS)
        if tame and len(value.as_tuple().digits) <= 2 * _DIGITS:
            return Fraction(*value.as_integer_ratio())
    elif isinstance(value, int | Fraction) and not isinstance(value, bool) and abs(value) < _LIMIT:
        return Fraction(value)
    raise InvalidValueError(
        code="not-drawable",
        path=path,
        value=value,
        problem=(
            "ini bukan int, Decimal berhingga atau Fraction di bawah 10^60",
            "this is no int, finite Decimal or Fraction below 10^60",
        ),
        way_out=(
            "Berikan angka yang tepat, atau None bila tidak ada",
            "Give an exact number, or None where there is none",
        ),
    )


def round_step(span: Fraction, most: int) -> Fraction:
    """Langkah bulat: the least of 1, 2 and 5 times a power of ten that parts a span into at most so many steps.

    Examples:
        >>> round_step(Fraction(120), 4), round_step(Fraction(1, 3), 5), round_step(Fraction(7), 10)
        (Fraction(50, 1), Fraction(1, 10), Fraction(1, 1))
    """
    wanted = max(span / most, _LEAST_STEP)
    power = Fraction(1)
    while power < wanted:
        power *= 10
    while power / 10 >= wanted:
        power /= 10
    return next(step for step in (power / 5, power / 2, power) if step >= wanted)


def axis_text(value: Fraction, lang: Lang) -> str:
    """Angka sumbu tertulis: exactly where that is short, otherwise with four decimals.

    Examples:
        >>> axis_text(Fraction(1, 2), "id"), axis_text(Fraction(200, 3), "id")
        ('0,5', '66,6667')
    """
    places = _MOST_DECIMALS if 10**_MOST_DECIMALS % value.denominator == 0 else _FEW_DECIMALS
    text = format_number(value, decimals=places, lang=lang)
    return text.rstrip("0").rstrip(",.")


@frozen
class Axis:
    """Sumbu: numbers from ``low`` to ``high`` on a line from ``start`` to ``end``.

    Examples:
        >>> axis = Axis.over([Fraction(0), Fraction(120)], 100, 340)
        >>> axis.at(Fraction(50)), axis.ticks(4)
        (Fraction(200, 1), (Fraction(0, 1), Fraction(50, 1), Fraction(100, 1)))
    """

    low: Fraction
    high: Fraction
    start: Fraction
    end: Fraction

    @classmethod
    def over(cls, values: Iterable[Fraction], start: int, end: int) -> "Axis":
        """Sumbu atas angka: from the least to the greatest of some numbers, at least a little apart."""
        found = list(values)
        low, high = min(found, default=Fraction(0)), max(found, default=Fraction(0))
        if high - low < _LEAST_STEP:
            low, high = (low, low + 1) if low >= 0 else (low - 1, low)
        return cls(low, high, Fraction(start), Fraction(end))

    def rounded(self, most: int) -> "Axis":
        """Sumbu bulat: the same line, its ends moved outwards to round numbers.

        Examples:
            >>> Axis.over([Fraction(0), Fraction(95)], 0, 200).rounded(4).high
            Fraction(100, 1)
        """
        step = round_step(self.high - self.low, most)
        return Axis(self.low // step * step, -(-self.high // step) * step, self.start, self.end)

    def at(self, value: Fraction) -> Fraction:
        """Letak: where a number stands."""
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)

    def ticks(self, most: int) -> tuple[Fraction, ...]:
        """Angka sumbu: the round numbers on the axis, about so many steps."""
        step = round_step(self.high - self.low, most)
        first, last = -(-self.low // step), self.high // step
        return tuple(step * count for count in range(first, last + 1))
