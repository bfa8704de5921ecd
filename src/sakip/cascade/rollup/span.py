"""Selang nilai: the numbers that a stated number can stand for, and the arithmetic of roll-ups on them.

Numbers are exact: `int` where they are whole, `Fraction` otherwise. An end of None is unbounded. The two sorts of
ends, closed and open, matter only for truncated numbers.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

__all__ = [
    "FINEST",
    "Exact",
    "Rounded",
    "Span",
    "distance",
    "exact_of",
    "half_unit",
    "hull",
    "is_cut",
    "percent_of",
    "spread",
    "tidy",
]

FINEST = 6
"""Desimal terhalus: how many decimals people are shown at most."""
Exact = int | Fraction
Rounded = Literal["nearest", "truncate", "exact"]
"""Cara bulat: how numbers with declared decimals were rounded."""


class Span(NamedTuple):
    """Selang: every number from ``low`` to ``high``; None where there is no bound.

    Examples:
        >>> one = Span(59, 61)
        >>> one.meets(Span(61, 70)), one.meets(Span(61, 70, open_low=True)), one.gap(Span(64, 70))
        (True, False, 3)
    """

    low: Exact | None
    high: Exact | None
    open_low: bool = False
    open_high: bool = False

    @property
    def is_point(self) -> bool:
        """Titik: whether one number alone is meant."""
        return self.low is not None and self.low == self.high

    @property
    def width(self) -> Exact | None:
        """Lebar: from end to end; None without a bound."""
        return None if self.low is None or self.high is None else self.high - self.low

    def below(self, other: "Span") -> bool:
        """Di bawah: whether every number of this one is less than every number of the other."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.open_high or other.open_low))

    def meets(self, other: "Span") -> bool:
        """Bertemu: whether some number belongs to both."""
        return not self.below(other) and not other.below(self)

    def gap(self, other: "Span") -> Exact:
        """Jarak: how far the two lie apart; 0 where they meet or touch."""
        if self.high is not None and other.low is not None and self.high < other.low:
            return other.low - self.high
        if other.high is not None and self.low is not None and other.high < self.low:
            return self.low - other.high
        return 0

    def contains(self, value: Exact) -> bool:
        """Memuat: whether the number is one of these."""
        return self.meets(Span(value, value))

    def widened(self, by: Exact) -> "Span":
        """Dilonggarkan: the same with a tolerance on both sides."""
        if not by:
            return self
        low = None if self.low is None else self.low - by
        high = None if self.high is None else self.high + by
        return Span(low, high, self.open_low, self.open_high)

    def times(self, factor: Exact) -> "Span":
        """Dikalikan: each number times a factor; a negative one swaps the ends."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor < 0:
            return Span(high, low, self.open_high, self.open_low)
        return Span(low, high, self.open_low, self.open_high) if factor else Span(0, 0)

    def plus(self, other: "Span") -> "Span":
        """Ditambah: every sum of a number of each."""
        return Span(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.open_low or other.open_low,
            self.open_high or other.open_high,
        )

    def complement(self, whole: Exact) -> "Span":
        """Kebalikan: what each number lacks to a whole, such as 100 percent."""
        return self.times(-1).plus(Span(whole, whole))

    def clipped(self, domain: "Span") -> "Span":
        """Dipotong: the part inside a domain; unchanged where nothing of it lies there."""
        if not self.meets(domain):
            return self
        low, open_low = self.low, self.open_low
        high, open_high = self.high, self.open_high
        if domain.low is not None and (low is None or low <= domain.low):
            open_low = domain.open_low or (open_low and low == domain.low)
            low = domain.low
        if domain.high is not None and (high is None or high >= domain.high):
            open_high = domain.open_high or (open_high and high == domain.high)
            high = domain.high
        return Span(low, high, open_low, open_high)


def distance(one: Exact, other: Exact) -> Exact:
    """Jarak dua angka: how far one lies from the other.

    Examples:
        >>> distance(3, 5), distance(Fraction(1, 2), 0)
        (2, Fraction(1, 2))
    """
    return one - other if one >= other else other - one


def exact_of(value: Decimal | int | Fraction) -> Exact:
    """Angka tepat: a whole number as an int, any other as a Fraction.

    Examples:
        >>> exact_of(Decimal("40")), exact_of(Decimal("0.5"))
        (40, Fraction(1, 2))
    """
    if isinstance(value, int):
        return value
    above, below = value.as_integer_ratio()
    return above if below == 1 else Fraction(above, below)


def is_cut(value: Exact | None) -> bool:
    """Terpotong: whether a number has no end within six decimals, so that people read it rounded to two.

    Examples:
        >>> is_cut(Fraction(1, 3)), is_cut(Fraction(1, 8))
        (True, False)
    """
    return value is not None and 10**FINEST % value.denominator != 0


def percent_of(part: Exact, whole: Exact) -> Exact | None:
    """Persen: a part of a whole in percent; None of a whole of zero.

    Examples:
        >>> percent_of(5, 20)
        25
    """
    if not whole:
        return None
    return tidy(Fraction(100 * part) / whole)


def tidy(value: Exact) -> Exact:
    """Rapi: a whole Fraction as an int.

    Examples:
        >>> tidy(Fraction(4, 2))
        2
    """
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value


def half_unit(decimals: int) -> Fraction:
    """Setengah satuan: half of the last declared decimal.

    Examples:
        >>> half_unit(0), half_unit(1)
        (Fraction(1, 2), Fraction(1, 20))
    """
    return Fraction(1, 2 * 10**decimals)


def spread(value: Exact, decimals: int | None, rounded: Rounded) -> Span:
    """Selang sebuah angka: what it can stand for, given its declared decimals; itself alone without them.

    Examples:
        >>> spread(33, 0, "nearest"), spread(33, None, "nearest")
        (Span(low=Fraction(65, 2), high=Fraction(67, 2), open_low=False, open_high=False), Span(low=33, high=33, \
open_low=False, open_high=False))
    """
    if decimals is None or rounded == "exact":
        return Span(value, value)
    half = half_unit(decimals)
    if rounded == "nearest":
        return Span(value - half, value + half)
    if value == 0:
        return Span(-2 * half, 2 * half, open_low=True, open_high=True)
    if value > 0:
        return Span(value, value + 2 * half, open_high=True)
    return Span(value - 2 * half, value, open_low=True)


def hull(spans: Iterable[Span], *, highest: bool) -> Span:
    """Ekstrem: the least (or with ``highest`` the greatest) of one number of each span.

    Examples:
        >>> hull([Span(1, 2), Span(0, 5)], highest=False)
        Span(low=0, high=2, open_low=False, open_high=False)
    """
    found = list(spans)
    lows, highs = [one.low for one in found], [one.high for one in found]
    if highest:
        low = max((end for end in lows if end is not None), default=None)
        high = None if None in highs else max(end for end in highs if end is not None)
    else:
        low = None if None in lows else min(end for end in lows if end is not None)
        high = min((end for end in highs if end is not None), default=None)
    # At the outer end one closed end is enough to reach it; at the inner end one open end is enough to keep from it.
    opens_low = [one.open_low for one in found if one.low == low]
    opens_high = [one.open_high for one in found if one.high == high]
    open_low = low is not None and (any(opens_low) if highest else all(opens_low))
    open_high = high is not None and (all(opens_high) if highest else any(opens_high))
    return Span(low, high, open_low, open_high)
