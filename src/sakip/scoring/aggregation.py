"""Agregasi: how several scores become one."""

from collections.abc import Sequence
from math import gcd, lcm, prod
from operator import mul
from typing import ClassVar

from attrs import frozen

from sakip.base.number import RoundingMode
from sakip.base.text import Lang, Text
from sakip.scoring.outcome import Quotient, Reason

__all__ = [
    "Aggregation",
    "GeometricMean",
    "Maximum",
    "Mean",
    "Minimum",
    "Plain",
    "RatioOfSums",
    "Root",
    "Sum",
    "WeightedMean",
]


def _combined(plain: "Plain", scores: Sequence[Quotient], weights: Sequence[int]) -> Quotient:
    """One quotient out of many.

    A plain aggregation makes it in ``_of_counts`` out of counts of one unit, multiplied by their weights where it
    ``_weighs``, and of the sum of the weights; so does the walk of a policy.
    """
    unit = lcm(*(below for _, below in scores))
    counts = [above * (unit // below) for above, below in scores]
    return plain._of_counts([*map(mul, counts, weights)] if plain._weighs else counts, unit, sum(weights))


@frozen
class WeightedMean:
    """Rata-rata tertimbang: scores times weights, over the sum of the weights.

    Examples:
        >>> WeightedMean().combine([(110, 1), (95, 1)], [12, 10], ())
        (2270, 22)
    """

    _weighs: ClassVar[bool] = True

    def combine(self, scores: Sequence[Quotient], weights: Sequence[int], facts: Sequence[object]) -> Quotient:
        """Gabungkan: one quotient out of many."""
        return _combined(self, scores, weights)

    def _of_counts(self, counts: Sequence[int], unit: int, whole: int) -> Quotient:
        return sum(counts), unit * whole

    def text(self, lang: Lang = "id") -> str:
        """Teks: the aggregation in words."""
        return Text("rata-rata tertimbang", "weighted mean").render(lang)


@frozen
class Mean:
    """Rata-rata: the plain mean, whatever the weights.

    Examples:
        >>> Mean().combine([(90, 1), (50, 1)], [1, 9], ())
        (140, 2)
    """

    _weighs: ClassVar[bool] = False

    def combine(self, scores: Sequence[Quotient], weights: Sequence[int], facts: Sequence[object]) -> Quotient:
        """Gabungkan: one quotient out of many."""
        return _combined(self, scores, weights)

    def _of_counts(self, counts: Sequence[int], unit: int, whole: int) -> Quotient:
        return sum(counts), unit * len(counts)

    def text(self, lang: Lang = "id") -> str:
        """Teks: the aggregation in words."""
        return Text("rata-rata", "mean").render(lang)


@frozen
class Sum:
    """Jumlah: the scores added up, as the sub-scores of an evaluation sheet are.

    Examples:
        >>> Sum().combine([(246, 10), (255, 10)], [1, 1], ())
        (501, 10)
    """

    _weighs: ClassVar[bool] = False

    def combine(self, scores: Sequence[Quotient], weights: Sequence[int], facts: Sequence[object]) -> Quotient:
        """Gabungkan: one quotient out of many."""
        return _combined(self, scores, weights)

    def _of_counts(self, counts: Sequence[int], unit: int, whole: int) -> Quotient:
        return sum(counts), unit

    def text(self, lang: Lang = "id") -> str:
        """Teks: the aggregation in words."""
        return Text("jumlah", "sum").render(lang)


@frozen
class Minimum:
    """Nilai terendah: the lowest score.

    Examples:
        >>> Minimum().combine([(1, 2), (1, 3)], [1, 1], ())
        (2, 6)
    """

    _weighs: ClassVar[bool] = False

    def combine(self, scores: Sequence[Quotient], weights: Sequence[int], facts: Sequence[object]) -> Quotient:
        """Gabungkan: one quotient out of many."""
        return _combined(self, scores, weights)

    def _of_counts(self, counts: Sequence[int], unit: int, whole: int) -> Quotient:
        return min(counts), unit

    def text(self, lang: Lang = "id") -> str:
        """Teks: the aggregation in words."""
        return Text("nilai terendah", "minimum").render(lang)


@frozen
class Maximum:
    """Nilai tertinggi: the highest score.

    Examples:
        >>> Maximum().combine([(1, 2), (1, 3)], [1, 1], ())
        (3, 6)
    """

    _weighs: ClassVar[bool] = False

    def combine(self, scores: Sequence[Quotient], weights: Sequence[int], facts: Sequence[object]) -> Quotient:
        """Gabungkan: one quotient out of many."""
        return _combined(self, scores, weights)

    def _of_counts(self, counts: Sequence[int], unit: int, whole: int) -> Quotient:
        return max(counts), unit

    def text(self, lang: Lang = "id") -> str:
        """Teks: the aggregation in words."""
        return Text("nilai tertinggi", "maximum").render(lang)


@frozen
class RatioOfSums:
    """Rasio jumlah: the sum of the realizations over the sum of the targets, in percent; not the mean of ratios.

    Only for indicators of one unit whose targets are numbers.

    Examples:
        >>> facts = [(90, 100, None, None, None, None, None, 1), (5, 10, None, None, None, None, None, 1)]
        >>> RatioOfSums().combine([(90, 1), (50, 1)], [1, 1], [facts[0], facts[1]])
        (9500, 110)
    """

    def combine(self, scores: Sequence[Quotient], weights: Sequence[int], facts: Sequence[object]) -> Quotient | Reason:
        """Gabungkan: one quotient out of many, or why there is none."""
        above, below = (0, 1), (0, 1)
        for fact in facts:
            if not isinstance(fact, tuple) or fact[1] is None:
                return Reason("not-additive")
            above, below = _added(above, fact[0], fact[7]), _added(below, fact[1], fact[7])
        if below[0] <= 0:
            return Reason("zero-target")
        return 100 * above[0] * below[1], above[1] * below[0]

    def text(self, lang: Lang = "id") -> str:
        """Teks: the aggregation in words."""
        return Text(
            "rasio jumlah realisasi terhadap jumlah target", "ratio of summed realizations to summed targets"
        ).render(lang)


def _added(total: Quotient, count: int, unit: int) -> Quotient:
    above, below = total
    return (above + count, below) if below == unit else (above * unit + count * below, below * unit)


@frozen
class Root:
    """Akar: the ``degree``-th root of a quotient, a number that need not be a quotient itself.

    It is compared and rounded by integer powers only.

    Examples:
        >>> Root(122 * 80 * 142, 1, 3).compare(111, 1), Root(122 * 80 * 142, 1, 3).rounded(2, "half_up")
        (1, 11149)
    """

    numerator: int
    denominator: int
    degree: int

    def compare(self, numerator: int, denominator: int) -> int:
        """Bandingkan: -1, 0 or 1 as the root is below, at or above a quotient."""
        if numerator < 0:
            return 1
        mine: int = self.numerator * denominator**self.degree
        other: int = self.denominator * numerator**self.degree
        return (mine > other) - (mine < other)

    def rounded(self, digits: int, mode: RoundingMode) -> int:
        """Bulatkan: the root as a whole count of ``10**-digits``."""
        scale = 2 * 10**digits
        halves = _integer_root(self.numerator * scale**self.degree // self.denominator, self.degree)
        if mode == "truncate":
            return halves // 2
        count, odd = divmod(halves, 2)
        if not odd:
            return count
        if mode == "half_even" and count % 2 == 0 and self.compare(halves, scale) == 0:
            return count
        return count + 1


def _integer_root(value: int, degree: int) -> int:
    """The largest whole number whose power is not above the value."""
    if value < 2:
        return value
    bits = -(-value.bit_length() // degree)
    if bits <= degree.bit_length() + 2:
        return _bisected_root(value, degree, 1 << bits)
    # The upper half of the root's bits is the root of the upper bits; from so near, few steps are left.
    half = bits // 2
    guess = (_integer_root(value >> degree * half, degree) + 1) << half
    while True:
        better = ((degree - 1) * guess + value // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better


def _bisected_root(value: int, degree: int, above: int) -> int:
    low = 1
    while above - low > 1:
        middle = (low + above) // 2
        low, above = (middle, above) if middle**degree <= value else (low, middle)
    return low


_LARGEST_DEGREE = 10_000
_MOST_BITS = 2_000_000
"""Larger products take seconds to draw a root of."""


@frozen
class GeometricMean:
    """Rata-rata geometrik tertimbang: the product of the scores to the power of their weights.

    The mean is mostly no quotient, so a `Round` must be the next step; cuts and ties are decided by integer powers.

    Examples:
        >>> root = GeometricMean().combine([(100, 1), (90, 1)], [1, 1], ())
        >>> root.rounded(2, "half_up")
        9487
    """

    def combine(self, scores: Sequence[Quotient], weights: Sequence[int], facts: Sequence[object]) -> Root | Reason:
        """Gabungkan: the mean before it is rounded, or why there is none."""
        if any(above < 0 for above, _ in scores):
            return Reason("negative-geometric")
        shared = gcd(*weights)
        powers = [weight // shared for weight in weights]
        bits = sum(power * sum(map(int.bit_length, score)) for score, power in zip(scores, powers, strict=True))
        if sum(powers) > _LARGEST_DEGREE or bits > _MOST_BITS:
            return Reason("weights-too-fine")
        return Root(
            prod(above**power for (above, _), power in zip(scores, powers, strict=True)),
            prod(below**power for (_, below), power in zip(scores, powers, strict=True)),
            sum(powers),
        )

    def text(self, lang: Lang = "id") -> str:
        """Teks: the aggregation in words."""
        return Text("rata-rata geometrik tertimbang", "weighted geometric mean").render(lang)


Plain = WeightedMean | Mean | Sum | Minimum | Maximum
"""Agregasi biasa: those that read nothing but scores and weights, and give a quotient."""
Aggregation = Plain | RatioOfSums | GeometricMean
