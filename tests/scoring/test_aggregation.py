"""How several scores become one, exactly, and geometric means compared and rounded by whole powers."""

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt
from typing import Any, NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sakip.scoring import (
    GeometricMean,
    Maximum,
    Mean,
    Measurement,
    Minimum,
    RatioOfSums,
    Reason,
    Root,
    Sum,
    WeightedMean,
)
from sakip.scoring.aggregation import Aggregation


class Part(NamedTuple):
    """One score that goes into an aggregation, with its weight and the numbers behind it."""

    score: tuple[int, int]
    weight: int
    facts: Any


QUOTIENTS = st.tuples(st.integers(-500, 500), st.integers(1, 40))
WEIGHTS = st.integers(1, 30)
PARTS = st.lists(st.builds(Part, QUOTIENTS, WEIGHTS, st.none()), min_size=1, max_size=6)
POSITIVE = st.lists(
    st.builds(Part, st.tuples(st.integers(0, 500), st.integers(1, 9)), st.integers(1, 6), st.none()),
    min_size=1,
    max_size=5,
)
ROOTS = st.builds(Root, st.integers(0, 10**30), st.integers(1, 10**12), st.integers(1, 12))
MODES = ("half_up", "half_even", "truncate")
PLAIN: tuple[Aggregation, ...] = (WeightedMean(), Mean(), Sum(), Minimum(), Maximum())


def part(score: Any, weight: int = 1, facts: Any = None) -> Part:
    """A part of a score that is written as a number."""
    return Part(Fraction(score).as_integer_ratio(), weight, facts)


def facts(realization: Any, target: Any, unit: int = 1) -> tuple[int | None, ...]:
    """Counts of one unit: a realization and a target, nothing else."""
    return (realization, target, None, None, None, None, None, unit)


def joined(aggregation: Aggregation, parts: Sequence[Any]) -> Any:
    """What an aggregation makes of parts, given row by row."""
    scores, weights, facts = zip(*parts, strict=True)
    return aggregation.combine(scores, weights, facts)


def combined(aggregation: Aggregation, parts: Sequence[Any]) -> Fraction:
    """The exact number that an aggregation gives, its denominator positive."""
    found = joined(aggregation, parts)
    assert isinstance(found, tuple)
    above, below = found
    assert below > 0
    return Fraction(above, below)


def value(one: Part) -> Fraction:
    """The exact score of a part."""
    return Fraction(*one.score)


class TestMeans:
    """Weighted mean, mean, sum, minimum and maximum."""

    @pytest.mark.parametrize(
        ("aggregation", "expected"),
        [
            (WeightedMean(), Fraction(2270, 22)),
            (Mean(), Fraction(205, 2)),
            (Sum(), Fraction(205)),
            (Minimum(), Fraction(95)),
            (Maximum(), Fraction(110)),
        ],
        ids=lambda value: type(value).__name__,
    )
    def test_known(self, aggregation: Aggregation, expected: Fraction) -> None:
        """110 at weight 12 and 95 at weight 10, in either order."""
        parts = [part(110, 12), part(95, 10)]
        assert combined(aggregation, parts) == expected == combined(aggregation, parts[::-1])

    @given(PARTS)
    def test_by_their_definition(self, parts: list[Part]) -> None:
        """Each aggregation is what its name says, computed with fractions."""
        scores = [value(one) for one in parts]
        weighted = sum((value(one) * one.weight for one in parts), Fraction(0))
        assert combined(WeightedMean(), parts) == weighted / sum(one.weight for one in parts)
        assert combined(Mean(), parts) == sum(scores, Fraction(0)) / len(scores)
        assert combined(Sum(), parts) == sum(scores, Fraction(0))
        assert combined(Minimum(), parts) == min(scores)
        assert combined(Maximum(), parts) == max(scores)

    @pytest.mark.parametrize("aggregation", PLAIN, ids=lambda value: type(value).__name__)
    @given(PARTS.flatmap(lambda parts: st.tuples(st.just(parts), st.permutations(parts))))
    def test_order_has_no_say(self, aggregation: Aggregation, pair: tuple[list[Part], list[Part]]) -> None:
        """Parts in another order give the same number."""
        assert combined(aggregation, pair[0]) == combined(aggregation, pair[1])

    @given(PARTS)
    def test_means_lie_between(self, parts: list[Part]) -> None:
        """A mean is never below the least score nor above the greatest."""
        least, most = combined(Minimum(), parts), combined(Maximum(), parts)
        assert least <= combined(WeightedMean(), parts) <= most
        assert least <= combined(Mean(), parts) <= most

    @given(QUOTIENTS, st.lists(WEIGHTS, min_size=1, max_size=6))
    def test_mean_of_equal_scores(self, score: tuple[int, int], weights: list[int]) -> None:
        """Equal scores have themselves as their mean, least and greatest, whatever their weights."""
        parts = [Part(score, weight, None) for weight in weights]
        for aggregation in (WeightedMean(), Mean(), Minimum(), Maximum()):
            assert combined(aggregation, parts) == Fraction(*score)

    @given(PARTS, st.integers(1, 10**9))
    def test_scale_of_weights_has_no_say(self, parts: list[Part], factor: int) -> None:
        """Weights of 25 and 75 and of 1 and 3 mean the same."""
        scaled = [Part(one.score, one.weight * factor, None) for one in parts]
        assert combined(WeightedMean(), scaled) == combined(WeightedMean(), parts)

    def test_denominators_meet(self) -> None:
        """Scores with one denominator keep it; others get their product."""
        assert joined(WeightedMean(), [part(1, 2), part(3, 4)]) == (14, 6)
        assert joined(Sum(), [Part((246, 10), 1, None), Part((255, 10), 1, None)]) == (501, 10)
        assert joined(Sum(), [Part((1, 2), 1, None), Part((1, 3), 1, None)]) == (5, 6)
        assert joined(Mean(), [Part((1, 2), 1, None), Part((1, 3), 1, None)]) == (5, 12)

    def test_ties_of_the_extremes(self) -> None:
        """Equal scores that are written otherwise are one extreme, in their common unit."""
        equal = [Part((1, 2), 1, None), Part((2, 4), 1, None)]
        assert joined(Minimum(), equal) == (2, 4) == joined(Maximum(), equal)

    def test_words(self) -> None:
        """Each aggregation has a name of its own in both languages."""
        every = (*PLAIN, RatioOfSums(), GeometricMean())
        for lang in ("id", "en"):
            assert len({one.text(lang) for one in every}) == len(every)
        assert [one.text() for one in every] == [one.text("id") for one in every]
        assert [one.text("en") for one in every[:5]] == ["weighted mean", "mean", "sum", "minimum", "maximum"]


class TestRatioOfSums:
    """The sum of the realizations over the sum of the targets: not the mean of the ratios."""

    def test_is_not_the_mean_of_ratios(self) -> None:
        """90 of 100 and 5 of 10 are 95 of 110, not 70 percent."""
        parts = [part(90, 1, facts(90, 100)), part(50, 1, facts(5, 10))]
        assert combined(RatioOfSums(), parts) == Fraction(9500, 110)
        assert combined(Mean(), parts) == 70
        assert joined(RatioOfSums(), parts) == (9500, 110)

    @given(st.lists(st.tuples(st.integers(-99, 99), st.integers(1, 99), st.integers(1, 12)), min_size=1, max_size=5))
    def test_by_its_definition(self, rows: list[tuple[int, int, int]]) -> None:
        """Counts of different units are brought to one before they are added."""
        parts = [part(0, 1, facts(r, t, unit)) for r, t, unit in rows]
        above = sum((Fraction(r, unit) for r, _, unit in rows), Fraction(0))
        below = sum((Fraction(t, unit) for _, t, unit in rows), Fraction(0))
        assert combined(RatioOfSums(), parts) == 100 * above / below
        assert combined(RatioOfSums(), parts[::-1]) == 100 * above / below

    @pytest.mark.parametrize("sums", [(0, 0), (0,), (-5, 4), (5, -5)], ids=str)
    def test_targets_that_add_up_to_nothing(self, sums: tuple[int, ...]) -> None:
        """A sum of targets of zero or below has no ratio."""
        parts = [part(0, 1, facts(1, target)) for target in sums]
        assert joined(RatioOfSums(), parts) == Reason("zero-target")

    def test_one_zero_target_among_others(self) -> None:
        """A single zero among the targets does no harm."""
        assert combined(RatioOfSums(), [part(0, 1, facts(1, 0)), part(0, 1, facts(1, 1))]) == 200

    @pytest.mark.parametrize("other", [None, facts(5, None), object()], ids=["total", "range", "foreign"])
    @pytest.mark.parametrize("at", [0, 1])
    def test_parts_without_a_target(self, other: Any, at: int) -> None:
        """A total, a range and anything else that is no number cannot be added."""
        parts = [part(90, 1, facts(90, 100))]
        parts.insert(at, part(50, 1, other))
        assert joined(RatioOfSums(), parts) == Reason("not-additive")

    def test_facts_of_a_measurement(self) -> None:
        """Decimals of a measurement are counts of a common unit."""
        assert Measurement.of(facts(5, 10, 4)).realization == Fraction(5, 4)
        assert combined(RatioOfSums(), [part(0, 1, facts(5, 10, 4)), part(0, 1, facts(1, 1))]) == Fraction(450, 7)


def root_of(score: Root) -> tuple[int, int]:
    """The root with forty more decimals, cut off, found by halving; and the power of ten that it counts."""
    digits = 40
    scale = 10**digits
    low, high = 0, (score.numerator // score.denominator + 2) * scale
    while high - low > 1:
        middle = (low + high) // 2
        if middle**score.degree * score.denominator <= score.numerator * scale**score.degree:
            low = middle
        else:
            high = middle
    return low, scale


class TestRoot:
    """A number that need not be a quotient, compared and rounded by whole powers."""

    @given(ROOTS, st.integers(-5, 10**9), st.integers(1, 10**6))
    def test_compare(self, root: Root, above: int, below: int) -> None:
        """A root is below, at or above a quotient as its power is."""
        power = Fraction(root.numerator, root.denominator)
        other = Fraction(above, below)
        expected = 1 if other < 0 else (power > other**root.degree) - (power < other**root.degree)
        assert root.compare(above, below) == expected

    @pytest.mark.parametrize(
        ("number", "expected"),
        [("-0.000001", 1), (0, 1), ("2.999999", 1), (3, 0), ("3.000001", -1), (10**30, -1)],
        ids=str,
    )
    def test_compare_around_three(self, number: Any, expected: int) -> None:
        """The square root of nine is exactly three, and above every negative number."""
        assert Root(9, 1, 2).compare(*Fraction(number).as_integer_ratio()) == expected
        assert Root(18, 2, 2).compare(*Fraction(number).as_integer_ratio()) == expected
        assert Root(27, 1, 3).compare(*Fraction(number).as_integer_ratio()) == expected

    def test_compare_zero(self) -> None:
        """The root of nothing is zero."""
        assert [Root(0, 1, 2).compare(above, 1) for above in (-1, 0, 1)] == [1, 0, -1]

    @given(ROOTS, st.integers(0, 6))
    @example(Root(10**30, 1, 1), 6)
    def test_rounded(self, root: Root, digits: int) -> None:
        """Each mode gives what forty more decimals, found by halving, give."""
        low, scale = root_of(root)
        exact = root.compare(low, scale) == 0
        size, parts = low * 10**digits, scale
        cut = size // parts
        twice = 2 * (size - cut * parts)
        tie = exact and twice == parts
        up = cut + (twice >= parts)
        assert root.rounded(digits, "truncate") == cut
        assert root.rounded(digits, "half_up") == up
        assert root.rounded(digits, "half_even") == (cut if tie and cut % 2 == 0 else up)

    @given(st.integers(0, 10**60), st.integers(0, 3))
    def test_square_roots(self, value: int, digits: int) -> None:
        """Square roots are those of the standard library."""
        assert Root(value, 1, 2).rounded(digits, "truncate") == isqrt(value * 100**digits)

    @given(st.integers(0, 10**6), st.integers(1, 40), st.integers(0, 2))
    def test_powers_come_back(self, value: int, degree: int, digits: int) -> None:
        """The root of a power is the number, in every mode, and one more or less is not."""
        for mode in MODES:
            assert Root(value**degree, 1, degree).rounded(digits, mode) == value * 10**digits
        assert Root(value**degree + 1, 1, degree).compare(value, 1) == 1
        if value:
            assert Root(value**degree - 1, 1, degree).rounded(0, "truncate") == value - 1

    @pytest.mark.parametrize(
        ("halves", "digits", "counts"),
        [
            (0, 0, (0, 0, 0)),
            (1, 0, (1, 0, 0)),
            (3, 0, (2, 2, 1)),
            (5, 0, (3, 2, 2)),
            (7, 0, (4, 4, 3)),
            (4, 0, (2, 2, 2)),
            (1, 1, (5, 5, 5)),
        ],
    )
    @pytest.mark.parametrize("degree", [1, 2, 3])
    def test_ties(self, degree: int, halves: int, digits: int, counts: tuple[int, ...]) -> None:
        """A root that is exactly a half goes away from zero, to the even one, or is cut off."""
        root = Root(halves**degree, 2**degree, degree)
        assert tuple(root.rounded(digits, mode) for mode in MODES) == counts

    @pytest.mark.parametrize("degree", [2, 3, 7])
    def test_beside_a_tie(self, degree: int) -> None:
        """However little above a half, a root is rounded up, and however little below, down."""
        scale = 10**30
        above = Root(5**degree * scale + 1, 2**degree * scale, degree)
        below = Root(5**degree * scale - 1, 2**degree * scale, degree)
        assert [above.rounded(0, mode) for mode in MODES] == [3, 3, 2]
        assert [below.rounded(0, mode) for mode in MODES] == [2, 2, 2]

    @pytest.mark.parametrize("degree", [9_999, 10_000])
    def test_large_degrees(self, degree: int) -> None:
        """The root of a large power is found, and one less is below it."""
        assert Root(120**degree, 1, degree).rounded(2, "half_up") == 12000
        assert Root(120**degree - 1, 1, degree).rounded(2, "truncate") == 11999


class TestGeometricMean:
    """The product of the scores to the power of their weights."""

    @pytest.mark.parametrize(
        ("scores", "weights", "half_up"),
        [
            ((122, 80, 142), (1, 1, 1), 11149),
            ((100, 90), (1, 1), 9487),
            ((100, 100), (3, 5), 10000),
            ((0, 90), (1, 1), 0),
            (("90.25", 100), (1, 1), 9500),
            ((80, 120), (3, 1), 8853),
        ],
        ids=str,
    )
    def test_known(self, scores: tuple[Any, ...], weights: tuple[int, ...], half_up: int) -> None:
        """Means that are computed by hand come out to two decimals, in either order."""
        parts = [part(score, weight) for score, weight in zip(scores, weights, strict=True)]
        for order in (parts, parts[::-1]):
            root = joined(GeometricMean(), order)
            assert isinstance(root, Root)
            assert root.rounded(2, "half_up") == half_up

    def test_outputs_within_programmes(self) -> None:
        """PMK 22/2021: 5/5 and 9/10 give 94.87, 2/3, 4/6 and 5/5 give 76.31; both 85.09, and with a full 100 92.24."""

        def mean(*scores: Fraction) -> Fraction:
            root = joined(GeometricMean(), [part(score) for score in scores])
            assert isinstance(root, Root)
            return Fraction(root.rounded(2, "half_up"), 100)

        first = mean(Fraction(500, 5), Fraction(900, 10))
        second = mean(Fraction(200, 3), Fraction(400, 6), Fraction(500, 5))
        programme = mean(first, second)
        unit = mean(programme, Fraction(100))
        assert [first, second, programme, unit] == [Fraction(n, 100) for n in (9487, 7631, 8509, 9224)]

    def test_weights_are_brought_down(self) -> None:
        """Weights count in their smallest whole ratio, so that 25 and 75 are powers of 1 and 3."""
        found = joined(GeometricMean(), [part(2, 25_000_000), part(3, 75_000_000)])
        assert found == Root(2 * 27, 1, 4)
        assert joined(GeometricMean(), [part("0.5", 2), part("1.5", 4)]) == Root(9, 8, 3)

    @given(POSITIVE)
    def test_by_its_definition(self, parts: list[Part]) -> None:
        """The mean to the power of the sum of the weights is the product of the scores to theirs."""
        root = joined(GeometricMean(), parts)
        assert isinstance(root, Root)
        power = Fraction(root.numerator, root.denominator) ** sum(one.weight for one in parts)
        product = Fraction(1)
        for one in parts:
            product *= value(one) ** one.weight
        assert power == product**root.degree

    @given(POSITIVE)
    def test_lies_between_and_below_the_weighted_mean(self, parts: list[Part]) -> None:
        """It is never below the least score, nor above the weighted mean."""
        root = joined(GeometricMean(), parts)
        assert isinstance(root, Root)
        assert root.compare(*joined(Minimum(), parts)) >= 0
        assert root.compare(*joined(WeightedMean(), parts)) <= 0

    @given(POSITIVE.flatmap(lambda parts: st.tuples(st.just(parts), st.permutations(parts))))
    def test_order_has_no_say(self, pair: tuple[list[Part], list[Part]]) -> None:
        """Parts in another order give the same root."""
        assert joined(GeometricMean(), pair[0]) == joined(GeometricMean(), pair[1])

    @pytest.mark.parametrize("at", [0, 1])
    def test_negative_scores(self, at: int) -> None:
        """One negative score leaves no mean; zero does."""
        parts = [part(100)]
        parts.insert(at, part("-0.000001"))
        assert joined(GeometricMean(), parts) == Reason("negative-geometric")
        assert isinstance(joined(GeometricMean(), [part(0), part(100)]), Root)

    @pytest.mark.parametrize(("weight", "fine"), [(9_999, True), (10_000, False)])
    def test_finest_weights(self, weight: int, fine: bool) -> None:
        """A hundredth of a percent is fine enough; beyond ten thousand parts there is a reason instead of a mean."""
        found = joined(GeometricMean(), [part(2, weight), part(3, 1)])
        assert isinstance(found, Root) is fine
        assert fine or found == Reason("weights-too-fine")

    @pytest.mark.parametrize(("digits", "short"), [(30, True), (31, False)])
    def test_longest_product(self, digits: int, short: bool) -> None:
        """Fine weights on long numbers would take minutes; beyond two million bits there is a reason instead."""
        parts = [part(10**digits, weight) for weight in (3333, 3333, 3334)]
        found = joined(GeometricMean(), [((score[0], 10**digits + 1), weight, facts) for score, weight, facts in parts])
        assert isinstance(found, Root) is short
        assert short or found == Reason("weights-too-fine")

    def test_plain_tuples(self) -> None:
        """A part may come as the plain tuple of its fields."""
        assert joined(GeometricMean(), [((2, 1), 1, None), ((8, 1), 1, None)]) == Root(16, 1, 2)


def test_values() -> None:
    """Aggregations of one kind are equal, and a part is a tuple with names."""
    assert Mean() == Mean() != WeightedMean()
    assert len({*PLAIN, *PLAIN, GeometricMean(), RatioOfSums()}) == 7
    assert Part((1, 2), 3, None) == ((1, 2), 3, None)
    assert (Part((1, 2), 3, None).score, Part((1, 2), 3, None).weight, Part((1, 2), 3, None).facts) == ((1, 2), 3, None)


@pytest.mark.parametrize(
    ("aggregation", "indonesian", "english"),
    [
        (WeightedMean(), "rata-rata tertimbang", "weighted mean"),
        (Mean(), "rata-rata", "mean"),
        (Sum(), "jumlah", "sum"),
        (Minimum(), "nilai terendah", "minimum"),
        (Maximum(), "nilai tertinggi", "maximum"),
        (
            RatioOfSums(),
            "rasio jumlah realisasi terhadap jumlah target",
            "ratio of summed realizations to summed targets",
        ),
        (GeometricMean(), "rata-rata geometrik tertimbang", "weighted geometric mean"),
    ],
    ids=lambda one: type(one).__name__,
)
def test_text(aggregation: Aggregation, indonesian: str, english: str) -> None:
    """Each has its name in both languages, Indonesian where none is asked for."""
    assert (aggregation.text(), aggregation.text("id"), aggregation.text("en")) == (indonesian, indonesian, english)
