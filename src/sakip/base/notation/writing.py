"""Menulis angka: a number in the notation of Indonesia or of English, the way back of reading."""

from decimal import Decimal
from fractions import Fraction

from sakip.base.language import Lang, require_lang
from sakip.base.number import admit_whole, rounded
from sakip.errors import InvalidValueError

__all__ = ["format_number"]

_MOST_DECIMALS = 100
_INTEGER_DIGITS = 500
# Python refuses to write integers beyond a limit that a host may lower to 640 digits, so 500 + 100 is safe everywhere.
_LIMIT = 10**_INTEGER_DIGITS


def format_number(
    value: int | Decimal | Fraction,
    *,
    decimals: int | None = None,
    lang: Lang = "id",
    grouping: bool = True,
) -> str:
    """Menulis angka: 33333.33 becomes ``"33.333,33"``, in English ``"33,333.33"``; `parse_number` is its inverse.

    Args:
        value: An ``int``, a finite ``Decimal`` or a ``Fraction``, of at most 500 digits.
        decimals: How many decimals, 0 to 100, rounded half up (away from zero). Without it the number is written
            exactly, with no trailing zeros; a fraction that does not end is then written as a quotient (``800/9``).
        lang: ``"id"`` or ``"en"``.
        grouping: Whether thousands are parted.

    Raises:
        InvalidValueError: A float, a bool, NaN, an infinity, or a number beyond the limits.

    Examples:
        >>> format_number(Decimal("33333.33")), format_number(Decimal("33333.33"), lang="en")
        ('33.333,33', '33,333.33')
        >>> format_number(Fraction(800, 9)), format_number(Fraction(800, 9), decimals=2)
        ('800/9', '88,89')
    """
    indonesian = require_lang(lang) == "id"
    numerator, denominator = _quotient(value)
    places = _places(denominator) if decimals is None else _asked(decimals)
    if places is None:
        upper = _with_marks(numerator, 0, indonesian=indonesian, grouping=grouping)
        return f"{upper}/{_with_marks(denominator, 0, indonesian=indonesian, grouping=grouping)}"
    count = rounded(numerator, denominator, places, "half_up")
    return _with_marks(count, places, indonesian=indonesian, grouping=grouping)


def _quotient(value: object) -> tuple[int, int]:
    if isinstance(value, Decimal):
        # Measured before it becomes integers: 1e999999999 would fill the memory.
        tame = value.is_finite() and (not value or abs(value.adjusted()) <= _INTEGER_DIGITS)
        if not tame or len(value.as_tuple().digits) > _INTEGER_DIGITS:
            raise _unwritable(value)
        numerator, denominator = value.as_integer_ratio()
    elif isinstance(value, bool) or not isinstance(value, int | Fraction):
        raise _unwritable(value)
    else:
        numerator, denominator = value.numerator, value.denominator
    if abs(numerator) >= _LIMIT or denominator >= _LIMIT:
        raise _unwritable(value)
    return numerator, denominator


def _unwritable(value: object) -> InvalidValueError:
    return InvalidValueError(
        code="unwritable-number",
        path="format_number",
        value=value,
        problem=(
            "ini bukan int, Decimal berhingga atau Fraction sampai 500 digit",
            "this is no int, finite Decimal or Fraction of up to 500 digits",
        ),
        way_out=(
            "Berikan angka yang tepat; float lebih dahulu menjadi teks seperti '98.5'",
            "Give an exact number; turn a float into text such as '98.5' first",
        ),
    )


def _asked(decimals: int) -> int:
    return admit_whole(decimals, "format_number.decimals", low=0, high=_MOST_DECIMALS)


def _places(denominator: int) -> int | None:
    """How many decimals write the quotient exactly, or None when none or too many do."""
    for places in range(_MOST_DECIMALS + 1):
        if 10**places % denominator == 0:
            return places
    return None


def _with_marks(count: int, places: int, *, indonesian: bool, grouping: bool) -> str:
    thousands, decimal = (".", ",") if indonesian else (",", ".")
    digits = str(abs(count)).rjust(places + 1, "0")
    whole, rest = digits[: len(digits) - places], digits[len(digits) - places :]
    if grouping:
        head = len(whole) % 3
        groups = [whole[:head]] if head else []
        whole = thousands.join([*groups, *(whole[start : start + 3] for start in range(head, len(whole), 3))])
    return f"{'-' if count < 0 else ''}{whole}{decimal if rest else ''}{rest}"
