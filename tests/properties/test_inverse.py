"""Which realization gives a wanted score."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Indicator, Interval, IntervalSet, Range, Target, score
from sakip.policies import (
    KMK_127_2026,
    LKJIP,
    LOWER_IS_BETTER_INVERSE,
    PERMENPANRB_8_2021,
    PROGRESS_FROM_BASELINE,
    TENT,
)
from sakip.scoring import Cap, Floor, Policy, Round, inverse
from sakip.testing import numbers

PROGRESS = LKJIP.evolve(
    id="progress", maximize=PROGRESS_FROM_BASELINE, minimize=PROGRESS_FROM_BASELINE, indicator=(Floor(0), Round(1))
)
OTHER = LKJIP.evolve(
    id="other",
    minimize=LOWER_IS_BETTER_INVERSE,
    stabilize=TENT,
    zero_target="met_is_100",
    indicator=(Cap(110), Round(0, "half_even")),
)
CAPPED = LKJIP.evolve(id="capped", zero_target="cap_if_positive", indicator=(Floor(0), Cap(120), Round(1, "truncate")))
POLICIES = (LKJIP, KMK_127_2026, PERMENPANRB_8_2021, PROGRESS, OTHER, CAPPED)
AMOUNT = numbers(-20, 300)


def _range(pair: tuple[Decimal, Decimal]) -> Range:
    low, high = sorted(pair)
    return Range(low, high)


def _target(polarity: str, value: Decimal | Range, best: bool, **others: Decimal | None) -> Target:
    if best and isinstance(value, Decimal):
        others["ceiling"] = value
    return Target(Indicator("X", "X", polarity=polarity), value, **others)


TARGETS = st.builds(
    _target,
    st.sampled_from(["maximize", "minimize", "stabilize"]),
    st.one_of(
        numbers(1, 100),
        AMOUNT,
        st.just(Decimal(0)),
        st.tuples(numbers(1, 200), numbers(1, 200)).filter(lambda pair: pair[0] != pair[1]).map(_range),
    ),
    st.booleans(),
    baseline=AMOUNT,
    worst_value=st.none() | AMOUNT,
)


def _six_decimals(value: Fraction) -> Decimal:
    return Decimal(f"{int(value * 10**6)}e-6")


def _beside(target: Target, share: Fraction | None, amount: Decimal) -> tuple[Target, Decimal]:
    """A realization that meets the target, its bounds, or nearly so; or any amount."""
    if share is None:
        return target, amount
    bounds = target.value
    asked = Fraction(bounds.high if isinstance(bounds, Range) and share > 1 else getattr(bounds, "low", bounds))
    return target, _six_decimals(asked * share)


SHARES = st.sampled_from(
    [None, None, *(Fraction(percent, 1000) for percent in (0, 595, 895, 995, 1000, 1005, 1050, 1100))]
)
PAIRS = st.builds(_beside, TARGETS, SHARES, AMOUNT)


def points(found: IntervalSet) -> list[Decimal]:
    """Numbers of the set that may be admitted: its closed ends, and some between or beside the ends."""
    tried: list[Fraction] = []
    for interval in found:
        low = interval.high - 1000 if interval.low is None and interval.high is not None else interval.low
        low = Fraction(0) if low is None else low
        high = low + 1000 if interval.high is None else interval.high
        tried += [low, high, (low + high) / 2, low + (high - low) / 7, high - (high - low) / 10**4]
    counts = [Fraction(int(number * 10**6), 10**6) for number in tried]
    return [Decimal(f"{(one * 10**6).numerator}e-6") for one in counts if found.contains(one)]


class TestInverse:
    """A target is worked towards: of a wanted value one must be able to say which realization gives it.

    The realizations of a score are a set of intervals; the score's own one is in it, every number of it has that
    score, and no number outside has.
    """

    @pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
    @given(pair=PAIRS, other=AMOUNT)
    def test_own_realization_is_inside(self, policy: Policy, pair: tuple[Target, Decimal], other: Decimal) -> None:
        """A realization lies in the inverse of its score, and another one exactly when it scores the same."""
        target, amount = pair
        kind = "range" if isinstance(target.value, Range) else "number"
        if policy.rule_for(target.indicator.polarity, kind) is None:
            return
        found = score(target, amount, policy=policy)
        if found.value is None:
            return
        same = inverse(target, found.value, policy=policy)
        assert same.contains(amount)
        assert same.contains(other) == (score(target, other, policy=policy).value == found.value)

    @pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
    @given(pair=PAIRS)
    def test_every_point_scores_the_same(self, policy: Policy, pair: tuple[Target, Decimal]) -> None:
        """Ends, middles and neighbours of ends of the inverse all have the wanted score."""
        target, amount = pair
        kind = "range" if isinstance(target.value, Range) else "number"
        if policy.rule_for(target.indicator.polarity, kind) is None:
            return
        found = score(target, amount, policy=policy)
        if found.value is None:
            return
        for point in points(inverse(target, found.value, policy=policy)):
            assert score(target, point, policy=policy).value == found.value

    @pytest.mark.parametrize("policy", [LKJIP, KMK_127_2026, PERMENPANRB_8_2021, CAPPED], ids=lambda policy: policy.id)
    @given(pair=PAIRS, low=numbers(0, 120), width=numbers(1, 60))
    def test_of_a_band(self, policy: Policy, pair: tuple[Target, Decimal], low: Decimal, width: Decimal) -> None:
        """The inverse of a band of scores holds exactly the realizations whose score lies in the band."""
        target, amount = pair
        kind = "range" if isinstance(target.value, Range) else "number"
        if policy.rule_for(target.indicator.polarity, kind) is None:
            return
        band = IntervalSet.of(Interval.closed_open(low, Fraction(low) + Fraction(width)))
        found = score(target, amount, policy=policy).value
        assert inverse(target, band, policy=policy).contains(amount) == (found is not None and band.contains(found))

    def test_a_score_that_nothing_has(self) -> None:
        """Between two steps of a rounding, and between the values of a conversion, the inverse is empty."""
        target = Target(Indicator("X", "X", polarity="maximize"), 80)
        assert inverse(target, "90.005", policy=LKJIP).is_empty
        assert inverse(target, 100, policy=PERMENPANRB_8_2021).is_empty
        assert inverse(target, 121, policy=KMK_127_2026).is_empty
