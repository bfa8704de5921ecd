"""What the regulations say, in plain fractions, written without a look at the engine."""

from fractions import Fraction
from math import floor

Numbers = dict[str, Fraction]


def half_up(value: Fraction, digits: int) -> Fraction:
    """Round halves away from zero."""
    size = Fraction(floor(abs(value) * 10**digits + Fraction(1, 2)), 10**digits)
    return size if value >= 0 else -size


def half_even(value: Fraction, digits: int) -> Fraction:
    """Round halves to the even neighbour; Python does so for fractions."""
    return Fraction(round(value * 10**digits), 10**digits)


def truncated(value: Fraction, digits: int) -> Fraction:
    """Cut towards zero."""
    size = Fraction(floor(abs(value) * 10**digits), 10**digits)
    return size if value >= 0 else -size


def bounded(value: Fraction, low: int, high: int) -> Fraction:
    """Clamp to a floor and a cap."""
    return max(Fraction(low), min(Fraction(high), value))


def positive(r: Fraction, t: Fraction) -> Fraction | None:
    """Realization over plan."""
    return r / t * 100 if t > 0 else None


def negative(r: Fraction, t: Fraction) -> Fraction | None:
    """Plan less the excess of the realization, over plan."""
    return (t - (r - t)) / t * 100 if t > 0 else None


def nearest_bound(r: Fraction, low: Fraction, high: Fraction, *, higher: bool) -> Fraction | None:
    """Inside the range is met; outside, the nearer bound takes the place of the target."""
    if low <= r <= high:
        return Fraction(100)
    bound = low if r < low else high
    return positive(r, bound) if higher else negative(r, bound)


def kemenkeu_maximize(r: Fraction, t: Fraction) -> Fraction | None:
    """R/T, mirrored for a negative target."""
    if t == 0:
        return None
    return r / t * 100 if t > 0 else (1 + (1 - r / t)) * 100


def kemenkeu_minimize(r: Fraction, t: Fraction, worst: Fraction | None) -> Fraction | None:
    """1 + (1 - R/T); with a zero target the share of the way from the worst value."""
    if t > 0:
        return (1 + (1 - r / t)) * 100
    if t == 0 and worst is not None and worst > 0:
        return (worst - r) / worst * 100
    return None


def kemenkeu_stabilize(r: Fraction, t: Fraction) -> Fraction | None:
    """The tent, then a straight conversion through (0, 0), (90, 100), (100, 120)."""
    if t <= 0:
        return None
    first = r / t * 100 if r <= t else 200 - r / t * 100
    return first * 10 / 9 if first < 90 else 100 + (first - 90) * 2


def converted(achievement: Fraction) -> Fraction:
    """PermenPANRB 8/2021: the value of an achievement in whole percents."""
    whole = half_up(max(achievement, Fraction(0)), 0)
    if whole > 110:
        return Fraction(120)
    if whole >= 101:
        return 110 + (whole - 101) * Fraction(120 - 110, 110 - 101)
    if whole == 100:
        return Fraction(109)
    if whole >= 80:
        return 70 + (whole - 80) * Fraction(89 - 70, 99 - 80)
    if whole >= 60:
        return 50 + (whole - 60) * Fraction(69 - 50, 79 - 60)
    return whole / 59 * 49


def weighted_mean(pairs: list[tuple[Fraction, Fraction]]) -> Fraction:
    """Values times weights, over the sum of the weights."""
    return sum((value * weight for value, weight in pairs), Fraction(0)) / sum(weight for _, weight in pairs)


def mean(values: list[Fraction]) -> Fraction:
    """The plain mean."""
    return sum(values, Fraction(0)) / len(values)
