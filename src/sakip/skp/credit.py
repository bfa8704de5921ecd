"""Angka kredit: what a predicate is worth in a year for holders of functional posts."""

from collections.abc import Mapping
from fractions import Fraction

from sakip.base.number import Number, admit
from sakip.errors import InvalidValueError
from sakip.skp.matrix import Predicate, require_predicate

__all__ = ["annual_credit"]

_PERCENT: Mapping[Predicate, int] = {
    "Sangat Baik": 150,
    "Baik": 100,
    "Butuh Perbaikan": 75,
    "Kurang": 50,
    "Sangat Kurang": 25,
}


def annual_credit(predicate: Predicate, *, coefficient: Number) -> Fraction:
    """Angka kredit tahunan: the coefficient of the post, times what the predicate is worth, exact.

    Args:
        predicate: Predikat kinerja pegawai.
        coefficient: Koefisien per tahun of the level of the post, such as 3.75 for *pemula*.

    Raises:
        InvalidValueError: Another word, or a coefficient that is not above 0.

    Reference: PermenPANRB 1/2023 (secondary): 150, 100, 75, 50 and 25 percent.

    Examples:
        >>> annual_credit("Sangat Baik", coefficient="3.75")
        Fraction(45, 8)
    """
    label = require_predicate(predicate, "annual_credit.predicate")
    number = admit(coefficient, "annual_credit.coefficient")
    if number > 0:
        return Fraction(number) * _PERCENT[label] / 100
    raise InvalidValueError(
        code="coefficient-not-positive",
        path="annual_credit.coefficient",
        value=coefficient,
        problem=("koefisien harus lebih besar dari nol", "a coefficient must be greater than zero"),
        way_out=("Tulis koefisien jenjang jabatannya, misalnya '3.75'", "Write that of the level, for example '3.75'"),
    )
