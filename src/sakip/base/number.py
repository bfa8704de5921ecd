"""Angka: which numbers may enter, and the exact integers they become.

Inside the library a number is an integer count of millionths or a quotient of two integers; `decimal.Decimal`
stands at the doors only and no arithmetic is ever done with it, so no decimal context can change a result.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from sakip.errors import InvalidValueError

__all__ = [
    "FRACTION_DIGITS",
    "INTEGER_DIGITS",
    "MICRO",
    "Number",
    "RoundingMode",
    "admit",
    "admit_whole",
    "decimal_of",
    "decimal_of_fraction",
    "from_micro",
    "half_even",
    "half_up",
    "micro",
    "rounded",
    "truncate",
]

INTEGER_DIGITS = 18
FRACTION_DIGITS = 6
MICRO: int = 10**FRACTION_DIGITS

Number = int | Decimal | str
RoundingMode = Literal["half_up", "half_even", "truncate"]

_LONGEST_TEXT = 64
_CANONICAL = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,6})?")
_DIGITS = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_LIMIT = 10**INTEGER_DIGITS
_EXPONENTS = range(-FRACTION_DIGITS, 0)

_TOO_LARGE = (
    "angka melebihi 18 digit bulat atau 6 desimal",
    "the number has more than 18 integer digits or 6 decimals",
)
_RESCALE = (
    "Nyatakan dalam satuan yang lebih besar, atau bulatkan lebih dahulu dengan aturan yang disebutkan",
    "State it in a larger unit, or round it first by a rule that you name",
)
_WRITE = (
    "Tulis Decimal atau teks baku seperti '98.5'; angka cetak seperti '98,5' dibaca dengan parse_number",
    "Write a Decimal or canonical text such as '98.5'; printed numbers such as '98,5' are read by parse_number",
)


def admit(value: object, path: str) -> Decimal:
    """Angka diterima: the one gate through which a number enters.

    Args:
        value: An ``int``, a finite ``Decimal``, or canonical text such as ``"98.5"``; at most 18 integer digits
            and 6 decimals.
        path: The field that is being filled, for the error.

    Returns:
        The same number in its one written form: no trailing zeros, no exponent, no negative zero.

    Raises:
        InvalidValueError: A float, a bool, NaN, an infinity, text in any other form, or a number out of range.

    Examples:
        >>> admit("98.50", "Target.value")
        Decimal('98.5')
        >>> admit(Decimal("1E+3"), "Target.value")
        Decimal('1000')
    """
    if isinstance(value, int) and not isinstance(value, bool):
        number = int(value)
        if -_LIMIT < number < _LIMIT:
            return Decimal(number)
        raise _refused("number-too-large", path, value, _TOO_LARGE, _RESCALE)
    if isinstance(value, Decimal):
        return _admit_decimal(value, path)
    if isinstance(value, str):
        return _admit_text(value, path)
    if isinstance(value, float):
        problem = ("bilangan float tidak tepat dan tidak diterima", "a float is inexact and is refused")
        raise _refused("float-refused", path, value, problem, _WRITE)
    problem = ("nilai ini bukan angka", "this is not a number")
    raise _refused("not-a-number", path, value, problem, _WRITE)


def admit_whole(value: object, path: str, *, low: int, high: int) -> int:
    """Bilangan bulat diterima: a whole number between two bounds, both included.

    Raises:
        InvalidValueError: Not an ``int``, or out of bounds.

    Examples:
        >>> admit_whole(2025, "Agreement.year", low=1945, high=9999)
        2025
    """
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        problem = (f"harus bilangan bulat dari {low} sampai {high}", f"must be a whole number from {low} to {high}")
        way_out = (f"Tulis bilangan bulat seperti {low}", f"Write a whole number such as {low}")
        raise _refused("not-a-whole-number", path, value, problem, way_out)
    return int(value)


def _admit_decimal(value: Decimal, path: str) -> Decimal:
    if not value.is_finite():
        problem = ("NaN dan tak hingga bukan angka kinerja", "NaN and infinities are no performance numbers")
        raise _refused("not-finite", path, value, problem, _WRITE)
    if not value:
        return Decimal(0)
    _, digits, exponent = value.as_tuple()
    if not -FRACTION_DIGITS <= value.adjusted() < INTEGER_DIGITS or len(digits) > _LONGEST_TEXT:
        raise _refused("number-too-large", path, value, _TOO_LARGE, _RESCALE)
    if type(value) is Decimal and (exponent == 0 or (digits[-1] and exponent in _EXPONENTS)):
        return value  # already in its one written form
    numerator, denominator = value.as_integer_ratio()
    if MICRO % denominator:
        raise _refused("number-too-large", path, value, _TOO_LARGE, _RESCALE)
    return from_micro(numerator * (MICRO // denominator))


def _admit_text(value: str, path: str) -> Decimal:
    if len(value) <= _LONGEST_TEXT and _CANONICAL.fullmatch(value):
        return _admit_decimal(Decimal(value), path)
    if _DIGITS.fullmatch(value):
        raise _refused("number-too-large", path, value, _TOO_LARGE, _RESCALE)
    problem = ("teks ini bukan angka baku", "this text is not a canonical number")
    raise _refused("not-canonical", path, value, problem, _WRITE)


def _refused(
    code: str,
    path: str,
    value: object,
    problem: tuple[str, str],
    way_out: tuple[str, str],
) -> InvalidValueError:
    return InvalidValueError(code=code, path=path, value=value, problem=problem, way_out=way_out)


def micro(value: Decimal) -> int:
    """Sepersejuta: an admitted number as an exact count of millionths.

    Examples:
        >>> micro(Decimal("49.34"))
        49340000
    """
    numerator, denominator = value.as_integer_ratio()
    return numerator * (MICRO // denominator)


def from_micro(count: int) -> Decimal:
    """Dari sepersejuta: a count of millionths as the admitted number that it stands for.

    Examples:
        >>> from_micro(49_340_000), from_micro(-2_000_000)
        (Decimal('49.34'), Decimal('-2'))
    """
    whole, rest = divmod(abs(count), MICRO)
    text = f"{'-' if count < 0 else ''}{whole}.{rest:06d}"
    return Decimal(text.rstrip("0").rstrip("."))


def rounded(numerator: int, denominator: int, digits: int, mode: RoundingMode) -> int:
    """Pembulatan: a quotient, rounded to a whole count of ``10**-digits``.

    Half up means away from zero. ``denominator`` must be positive.

    Examples:
        >>> rounded(-1, 200, 2, "half_up"), rounded(5, 1000, 2, "half_even"), rounded(19, 1000, 2, "truncate")
        (-1, 0, 1)
    """
    return _ROUNDING[mode](numerator * 10**digits, denominator)


def half_up(numerator: int, denominator: int) -> int:
    """Setengah menjauhi nol: the nearest whole number, halves away from zero.

    Examples:
        >>> half_up(5, 2), half_up(-5, 2)
        (3, -3)
    """
    if numerator >= 0:
        return (2 * numerator + denominator) // (2 * denominator)
    return -((denominator - 2 * numerator) // (2 * denominator))


def half_even(numerator: int, denominator: int) -> int:
    """Setengah ke genap: the nearest whole number, halves to the even one.

    Examples:
        >>> half_even(5, 2), half_even(7, 2)
        (2, 4)
    """
    whole, rest = divmod(numerator, denominator)
    return whole + (2 * rest > denominator or (2 * rest == denominator and whole % 2 == 1))


def truncate(numerator: int, denominator: int) -> int:
    """Potong: the whole number without what stands behind the point.

    Examples:
        >>> truncate(19, 10), truncate(-19, 10)
        (1, -1)
    """
    return numerator // denominator if numerator >= 0 else -(-numerator // denominator)


_ROUNDING: dict[RoundingMode, Callable[[int, int], int]] = {
    "half_up": half_up,
    "half_even": half_even,
    "truncate": truncate,
}


def decimal_of(count: int, digits: int) -> Decimal:
    """Desimal dari hitungan: a whole count of ``10**-digits`` as a Decimal with that many decimals.

    Examples:
        >>> decimal_of(-2465, 2)
        Decimal('-24.65')
    """
    return Decimal(f"{count}e-{digits}")


def decimal_of_fraction(value: Fraction, digits: int, mode: RoundingMode = "half_up") -> Decimal:
    """Desimal dari pecahan: a fraction, rounded to so many decimals.

    Examples:
        >>> decimal_of_fraction(Fraction(2, 3), 2)
        Decimal('0.67')
    """
    return decimal_of(rounded(value.numerator, value.denominator, digits, mode), digits)
