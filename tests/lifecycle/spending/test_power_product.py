"""Products of ratios to powers: as exact as roots, without a limit to how many means are nested."""

import pickle
from decimal import Decimal
from fractions import Fraction
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.lifecycle.spending.power_product import PowerProduct
from sakip.scoring import Root

ratios = st.builds(Fraction, st.integers(0, 400), st.integers(1, 120))


def product(*given_ratios: Fraction | int) -> PowerProduct:
    """The geometric mean of ratios."""
    return PowerProduct.mean([PowerProduct.of(Fraction(ratio)) for ratio in given_ratios])


def test_printed_example() -> None:
    """1.22, 0.80 and 1.42 are 111.49; the regulation's annex prints 111.6."""
    found = product(Fraction(122, 100), Fraction(80, 100), Fraction(142, 100))
    assert found.percent(2) == Decimal("111.49")
    assert found.percent(1) == Decimal("111.5") != Decimal("111.6")


@given(st.lists(ratios, min_size=1, max_size=6), st.integers(0, 4))
def test_a_mean_is_the_root_of_a_product(parts: list[Fraction], digits: int) -> None:
    """Rounded as the root of the whole product is, which integer powers decide."""
    whole = prod(parts, start=Fraction(1))
    root = Root(whole.numerator * 100 ** len(parts), whole.denominator, len(parts))
    assert product(*parts).percent(digits) == Fraction(root.rounded(digits, "half_up"), 10**digits)


@given(st.lists(st.lists(ratios, min_size=1, max_size=3), min_size=1, max_size=3))
def test_a_mean_of_means_is_one_root(groups: list[list[Fraction]]) -> None:
    """Nested means are one root of the degree that all of them divide."""
    found = PowerProduct.mean([product(*group) for group in groups])
    degree = 6 * len(groups)
    whole = prod((ratio ** (6 // len(group)) for group in groups for ratio in group), start=Fraction(1))
    root = Root(whole.numerator * 100**degree, whole.denominator, degree)
    assert found.percent(2) == Fraction(root.rounded(2, "half_up"), 100)


class TestTies:
    @pytest.mark.parametrize(
        "found",
        [
            product(Fraction("0.98765")),
            product(*[Fraction("0.98765")] * 7),
            product(2, Fraction("0.98765") ** 2 / 2),
            product(6, Fraction(35, 6), Fraction("0.98765") ** 3 / 35),
            product(Fraction("0.98765") ** 2).times(1 / Fraction("0.98765")),
        ],
        ids=["alone", "seven alike", "of two", "of three", "divided"],
    )
    def test_a_tie_goes_up(self, found: PowerProduct) -> None:
        """What lies exactly between two numbers is the upper one, in whatever way it is made up."""
        assert found.is_equal(Fraction("0.98765"))
        assert found.percent(2) == Decimal("98.77")

    @pytest.mark.parametrize("digits", [30, 60, 300])
    def test_next_to_a_tie(self, digits: int) -> None:
        """However near it lies, what is below goes down."""
        little = Fraction(1, 10**digits)
        for side, rounded in ((-little, "98.76"), (little, "98.77")):
            near = Fraction("0.98765") + side
            for found in (product(near), product(2, near**2 / 2)):
                assert found.percent(2) == Decimal(rounded)
                assert not found.is_equal(Fraction("0.98765"))

    def test_what_is_no_ratio_equals_none(self) -> None:
        """The root of 2 is no ratio; zero is not above zero."""
        assert not product(2, 1).is_equal(Fraction(7, 5))
        assert not product(0, 5).is_equal(Fraction(1))


def test_ends() -> None:
    """Nothing achieved is zero, and the largest and the smallest numbers are rounded like any others."""
    assert product(0, 5).percent(2) == 0
    assert product(10**24).percent(2) == 10**26
    assert (product(Fraction(1, 20_000)).percent(2), product(Fraction(1, 20_001)).percent(2)) == (Decimal("0.01"), 0)
    assert product(Fraction(1, 10**24)).percent(6) == 0


def test_no_number_of_means_is_too_many() -> None:
    """Groups of 7, 8, 9, 11, 13, 16, 17 and 19 have a mean, though its root would be of a degree of many millions."""
    means = [product(*[Fraction(90 + at, 100) for at in range(size)]) for size in (7, 8, 9, 11, 13, 16, 17, 19)]
    alone = [one.percent(2) for one in means]
    assert min(alone) <= PowerProduct.mean(means).percent(2) <= max(alone)
    many = product(*[Fraction(9, 10)] * 5_000, *[Fraction(at, at + 1) for at in range(900, 1_000)])
    assert Decimal(90) < many.percent(2) < Decimal(91)


def test_kept() -> None:
    """A product survives pickling, and holds each ratio once."""
    found = product(2, 2, Fraction(1, 2))
    assert found.factors == ((Fraction(2), Fraction(2, 3)), (Fraction(1, 2), Fraction(1, 3)))
    assert pickle.loads(pickle.dumps(found)) == found
