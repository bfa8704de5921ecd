"""Jawaban fungsi: what someone's function may give back as a score."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from sakip.errors import InvalidValueError
from sakip.scoring.measurement import Measurement
from sakip.scoring.outcome import Quotient, Reason

__all__ = ["quotient_of"]

_LONGEST = 64
_LARGEST = 10**_LONGEST


def quotient_of(rule: Callable[..., object], measurement: Measurement, name: str) -> Quotient | Reason:
    """Hasil bagi fungsi: what a plain function returned, as a quotient of whole numbers below ``10**64``.

    Larger ones are beyond any real number, and the totals over them would grow without end.

    Raises:
        InvalidValueError: It returned something other than a Decimal, a Fraction, an int or a Reason, or one that is
            out of all proportion.

    Examples:
        >>> quotient_of(lambda m: 100 * m.realization / m.target, Measurement(realization=2, target=3), "ratio")
        (200, 3)
    """
    found = rule(measurement)
    if isinstance(found, Reason):
        return found
    if isinstance(found, (int, Fraction, Decimal)) and not isinstance(found, bool) and _is_short(found):
        above, below = found.as_integer_ratio()
        if -_LARGEST < above < _LARGEST and below < _LARGEST:
            return above, below
    raise InvalidValueError(
        code="rule-result",
        path=f"rule[{name}]",
        value=found,
        problem=(
            f"aturan harus memberi Decimal, Fraction, int (paling banyak {_LONGEST} angka) atau Reason",
            f"a rule must return a Decimal, a Fraction, an int (of at most {_LONGEST} digits) or a Reason",
        ),
        way_out=("Hitung dengan Fraction dari Measurement", "Compute with the fractions of the Measurement"),
    )


def _is_short(found: int | Fraction | Decimal) -> bool:
    # A Decimal such as 1e999999999 would fill the memory as a whole number, so it is measured as it is.
    return not isinstance(found, Decimal) or (
        found.is_finite() and abs(found.adjusted()) <= _LONGEST and len(found.as_tuple().digits) <= _LONGEST
    )
