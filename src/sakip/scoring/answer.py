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

    Larger ones are beyond any real number, and the totals over them would grow without end. Its reasons are in its own
    words: the other codes say what the policy or the data decide, and no rule leaves an indicator out of a total.

    Raises:
        InvalidValueError: It returned something other than a Decimal, a Fraction, an int or a `Reason.own`, or a number
            out of all proportion.

    Examples:
        >>> quotient_of(lambda m: 100 * m.realization / m.target, Measurement(realization=2, target=3), "ratio")
        (200, 3)
    """
    found = rule(measurement)
    if isinstance(found, Reason):
        return _own(found, name)
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


def _own(reason: Reason, name: str) -> Reason:
    if reason.code == "own-rule" and not reason.leaves_out:
        return reason
    raise InvalidValueError(
        code="rule-reason",
        path=f"rule[{name}]",
        value=reason,
        problem=(
            "aturan hanya memberi alasan dengan kalimatnya sendiri, dan tidak mengeluarkan indikator dari nilai akhir",
            "a rule gives reasons in its own words alone, and leaves no indicator out of the total",
        ),
        way_out=(
            "Tulis Reason.own(kalimat); target nol diatur zero_target kebijakan",
            "Write Reason.own(sentence); a target of zero is the matter of the policy's zero_target",
        ),
    )


def _is_short(found: int | Fraction | Decimal) -> bool:
    # A Decimal such as 1e999999999 would fill the memory as a whole number, so it is measured as it is.
    return not isinstance(found, Decimal) or (
        found.is_finite() and abs(found.adjusted()) <= _LONGEST and len(found.as_tuple().digits) <= _LONGEST
    )
