"""Kurva: a rule as a function of the realization alone, cut into pieces that rise or fall all the way.

The inverse of a rule, its image of an interval and its laws are all read off the same pieces.
"""

from collections.abc import Iterable
from fractions import Fraction

from attrs import field, frozen

from sakip.base.interval import Interval, IntervalSet

__all__ = ["Curve", "Moebius", "cells", "sample"]


@frozen
class Moebius:
    """Pecahan linear: ``(a*x + b) / (c*x + d)``.

    Examples:
        >>> Moebius(a=Fraction(100), b=Fraction(0), c=Fraction(0), d=Fraction(80)).value(Fraction(72))
        Fraction(90, 1)
    """

    a: Fraction
    b: Fraction
    c: Fraction
    d: Fraction

    @classmethod
    def line(cls, slope: Fraction | int, constant: Fraction | int) -> "Moebius":
        """Garis: ``slope*x + constant``."""
        return cls(Fraction(slope), Fraction(constant), Fraction(0), Fraction(1))

    def value(self, x: Fraction) -> Fraction:
        """Nilai: the exact value at a point that is no pole."""
        return (self.a * x + self.b) / (self.c * x + self.d)

    def solve(self, value: Fraction) -> Fraction | None:
        """Penyelesaian: the one point with that value, or None when there is none or every point has it."""
        slope = self.a - value * self.c
        return None if slope == 0 else (value * self.d - self.b) / slope

    @property
    def pole(self) -> Fraction | None:
        """Kutub: where the denominator is zero."""
        return None if self.c == 0 else -self.d / self.c

    @property
    def slope_sign(self) -> int:
        """Arah: 1 when it rises, -1 when it falls, 0 when it is constant."""
        slope = self.a * self.d - self.b * self.c
        return (slope > 0) - (slope < 0)


def cells(points: Iterable[Fraction]) -> list[Interval]:
    """Sel: the real line cut at some points, each point a cell of its own.

    Examples:
        >>> len(cells([Fraction(0), Fraction(1)]))
        5
    """
    found: list[Interval] = []
    before: Fraction | None = None
    for point in sorted(set(points)):
        found += [_between(before, point), Interval.point(point)]
        before = point
    return [*found, _between(before, None)]


def _between(low: Fraction | None, high: Fraction | None) -> Interval:
    return Interval(low=low, high=high, low_end="open", high_end="open")


def sample(cell: Interval) -> Fraction:
    """Contoh: one point inside an interval.

    Examples:
        >>> sample(Interval.open(0, 1))
        Fraction(1, 2)
    """
    if cell.low is None and cell.high is None:
        return Fraction(0)
    if cell.low is None:
        assert cell.high is not None
        return cell.high - 1
    if cell.high is None:
        return cell.low + 1
    return (cell.low + cell.high) / 2


def _pieces(value: Iterable[tuple[Interval, Moebius]]) -> tuple[tuple[Interval, Moebius], ...]:
    return tuple(value)


@frozen
class Curve:
    """Kurva berpotongan: pieces side by side, from left to right; between them the rule may be undefined.

    Examples:
        >>> curve = Curve([(Interval.everything(), Moebius.line(2, 0))])
        >>> curve.value(Fraction(3))
        Fraction(6, 1)
    """

    pieces: tuple[tuple[Interval, Moebius], ...] = field(converter=_pieces)

    def value(self, x: Fraction) -> Fraction | None:
        """Nilai: the exact value at a point, or None where the rule is undefined."""
        for interval, piece in self.pieces:
            if interval.contains(x):
                return piece.value(x)
        return None

    def preimage(self, values: IntervalSet) -> IntervalSet:
        """Asal: every point whose value lies in the set."""
        ends = {end for interval in values for end in (interval.low, interval.high) if end is not None}
        found: list[Interval] = []
        for interval, piece in self.pieces:
            cuts = {point for end in ends if (point := piece.solve(end)) is not None}
            found += [cell for cell in _inside(interval, cuts) if values.contains(piece.value(sample(cell)))]
        return IntervalSet.of(*found)

    def image(self, points: IntervalSet) -> IntervalSet:
        """Bayangan: every value that the points of the set have."""
        found: list[Interval] = []
        for interval, piece in self.pieces:
            found += [_stretched(part, piece) for part in points.intersection(IntervalSet.of(interval))]
        return IntervalSet.of(*found)


def _inside(interval: Interval, cuts: Iterable[Fraction]) -> list[Interval]:
    return [cell for cut in cells(cuts) for cell in IntervalSet.of(cut).intersection(IntervalSet.of(interval))]


def _stretched(part: Interval, piece: Moebius) -> Interval:
    if piece.slope_sign == 0 or part.low == part.high is not None:
        return Interval.point(piece.value(sample(part)))
    low, high = _limit(piece, part.low), _limit(piece, part.high)
    low_end, high_end = part.low_end, part.high_end
    if piece.slope_sign < 0:
        low, high, low_end, high_end = high, low, high_end, low_end
    return Interval(low, high, low_end=low_end, high_end=high_end)


def _limit(piece: Moebius, end: Fraction | None) -> Fraction | None:
    """The value at an end of a piece: None is the infinity towards which the piece runs there."""
    if end is None:
        return None if piece.c == 0 else piece.a / piece.c
    return None if end == piece.pole else piece.value(end)
