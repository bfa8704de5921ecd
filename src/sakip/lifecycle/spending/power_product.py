"""Hasil kali pangkat: what geometric means of geometric means come to, exact until it is rounded."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import partial
from math import gcd, prod
from typing import Self

from attrs import frozen

from sakip.base.number import decimal_of
from sakip.base.rebuild import reduce_by_fields

__all__ = ["PowerProduct"]

_GUARD = 64
"""Bits beyond those that are asked for; what truncation loses is far below the 40th of them."""
_LOST = 1 << 40


@frozen
class PowerProduct:
    """Hasil kali pangkat: a product of ratios, each to a power that is itself a ratio; mostly no ratio.

    However many means are nested, it stays a list of its ratios, so that no number of them is too many. It is rounded
    by bounds that are drawn together until they lie on one side of every tie, and a tie is recognised exactly.

    Attributes:
        factors: (ratio, power) pairs, each ratio once.

    Examples:
        >>> halves = PowerProduct.mean([PowerProduct.of(Fraction(1, 2)), PowerProduct.of(Fraction(2))])
        >>> halves.percent(2), halves.is_equal(Fraction(1))
        (Decimal('100.00'), True)
    """

    factors: tuple[tuple[Fraction, Fraction], ...]

    __reduce__ = reduce_by_fields

    @classmethod
    def of(cls, ratio: Fraction) -> Self:
        """Dari rasio: one ratio, not below zero, as it is."""
        return cls(((ratio, Fraction(1)),))

    @classmethod
    def mean(cls, parts: Iterable["PowerProduct"]) -> Self:
        """Rata-rata geometrik: of at least one part.

        Examples:
            >>> parts = [PowerProduct.of(Fraction(percent, 100)) for percent in (122, 80, 142)]
            >>> PowerProduct.mean(parts).percent(2)
            Decimal('111.49')
        """
        found = list(parts)
        return cls._joined(((ratio, power / len(found)) for one in found for ratio, power in one.factors))

    def times(self, ratio: Fraction) -> Self:
        """Dikalikan: with one more ratio."""
        return self._joined((*self.factors, (ratio, Fraction(1))))

    @classmethod
    def _joined(cls, factors: Iterable[tuple[Fraction, Fraction]]) -> Self:
        powers: dict[Fraction, Fraction] = {}
        for ratio, power in factors:
            powers[ratio] = powers.get(ratio, Fraction(0)) + power
        return cls(tuple(powers.items()))

    def percent(self, digits: int) -> Decimal:
        """Persen: as a percentage with so many decimals, halves away from zero.

        Examples:
            >>> PowerProduct.of(Fraction(1, 3)).percent(2)
            Decimal('33.33')
        """
        return decimal_of(self._rounded(100 * 10**digits), digits)

    def is_equal(self, ratio: Fraction) -> bool:
        """Sama dengan: whether it is exactly a ratio above zero."""
        powers: dict[int, Fraction] = {}
        for base, power in (*self.factors, (ratio, Fraction(-1))):
            for number, sign in ((base.numerator, 1), (base.denominator, -1)):
                powers[number] = powers.get(number, Fraction(0)) + sign * power
        return 0 not in powers and _is_one(powers)

    def _rounded(self, scale: int) -> int:
        """The whole number nearest to so many times the product, the upper of two that are as near."""
        if any(not ratio for ratio, _ in self.factors):
            return 0
        if all(power.denominator == 1 for _, power in self.factors):
            # One output is mostly a plain ratio, and many of them need no bounds.
            return _nearest(prod((ratio**power.numerator for ratio, power in self.factors), start=Fraction(scale)))
        bits = 64
        while True:
            low, high = (_nearest(bound * scale) for bound in self._bounds(bits))
            if low == high or self.is_equal(Fraction(2 * high - 1, 2 * scale)):
                return high
            bits *= 2

    def _bounds(self, bits: int) -> Iterator[Fraction]:
        """Ratios below and above the product, apart by less than one part in ``2**bits`` of it."""
        unit = bits + _GUARD
        two = 2 * _atanh(1, 3, unit)
        logarithm = sum((power * _logarithm(ratio, two, unit) for ratio, power in self.factors), Fraction(0))
        doublings, rest = divmod(logarithm.__floor__(), two)
        power, term, place = 0, 1 << unit, 1
        while term:
            power, term, place = power + term, (term * rest >> unit) // place, place + 1
        shift = Fraction(2) ** (doublings - unit)
        return (bound * shift for bound in (power - _LOST, power + _LOST))


def _nearest(value: Fraction) -> int:
    return (value + Fraction(1, 2)).__floor__()


def _logarithm(ratio: Fraction, two: int, unit: int) -> int:
    """The natural logarithm of a ratio as a count of ``2**-unit``, where that of 2 is known."""
    above, below = ratio.numerator, ratio.denominator
    doublings = above.bit_length() - below.bit_length()
    above, below = (above, below << doublings) if doublings >= 0 else (above << -doublings, below)
    return doublings * two + 2 * _atanh(above - below, above + below, unit)


def _atanh(numerator: int, denominator: int, unit: int) -> int:
    """The inverse hyperbolic tangent of a quotient of at most a third, as a count of ``2**-unit``."""
    power = (numerator << unit) // denominator
    square = power * power >> unit
    total, odd = 0, 1
    while power not in {0, -1}:
        total, power, odd = total + power // odd, power * square >> unit, odd + 2
    return total


def _is_one(powers: dict[int, Fraction]) -> bool:
    """Whether whole numbers to these powers multiply to 1: among numbers without common divisors no power is left."""
    pending = {number: power for number, power in powers.items() if number > 1 and power}
    while pending:
        number, power = pending.popitem()
        other = next(filter(partial(_share, number), pending), None)
        if other is None:
            return False
        shared, rest = gcd(number, other), pending.pop(other)
        for part, own in ((shared, power + rest), (number // shared, power), (other // shared, rest)):
            left = pending.pop(part, Fraction(0)) + own
            if part > 1 and left:
                pending[part] = left
    return True


def _share(number: int, other: int) -> bool:
    return gcd(number, other) > 1
