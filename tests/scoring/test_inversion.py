"""Which realization gives a wanted score, under a policy."""

from datetime import date
from typing import Any

import pytest

from sakip import BPK_OPINIONS, Interval, IntervalSet, Level, Range, Target
from sakip.errors import InvalidValueError
from sakip.policies import KMK_127_2026, LKJIP, PERMENPANRB_8_2021, PROGRESS_FROM_BASELINE
from sakip.scoring import Cap, Formula, R, Round, T, W
from sakip.scoring.inversion import inverse
from tests.scoring.making import target

ZERO = {
    "met": LKJIP.evolve(zero_target="met_is_100"),
    "cap": LKJIP.evolve(zero_target="cap_if_positive", indicator=[Cap(120), Round(2)]),
    "worst": LKJIP.evolve(zero_target="worst_value"),
    "met, stabilized": KMK_127_2026.evolve(zero_target="met_is_100"),
}
WORST = LKJIP.evolve(
    minimize=Formula("worst", 100 * (W - R) / (W - T), at_target=100, direction="down", domain=[W > T])
)
PROGRESS = LKJIP.evolve(maximize=PROGRESS_FROM_BASELINE, minimize=PROGRESS_FROM_BASELINE)


@pytest.mark.parametrize(
    ("promise", "wanted", "policy", "text"),
    [
        (target(80), 90, LKJIP, "[71.996, 72.004)"),
        (target(80, "minimize"), 90, LKJIP, "(87.996, 88.004]"),
        (target(10), 120, KMK_127_2026, "[11.9995, ∞)"),
        (target(10, "minimize"), 120, KMK_127_2026, "(-∞, 8.0005]"),
        (target(10), 0, KMK_127_2026, "(-∞, 0.0005)"),
        (target(100, "stabilize"), 120, KMK_127_2026, "[99.9975, 100.0025]"),
        (target(100, "stabilize"), 100, KMK_127_2026, "[89.9955, 90.0025) \N{UNION} (109.9975, 110.0045]"),
        (target(100), 109, PERMENPANRB_8_2021, "[99.5, 100.5)"),
        (target(100, ceiling=100), 109, PERMENPANRB_8_2021, "[99.5, 100)"),
        (target(100, ceiling=100), 120, PERMENPANRB_8_2021, "[100, ∞)"),
        (target(100, ceiling=100), 100, KMK_127_2026, "[99.995, 100)"),
        (target(100), 95, PERMENPANRB_8_2021, "∅"),
        (target(Range(80, 90)), 100, LKJIP, "[79.996, 90.0045)"),
        (target(0), 100, ZERO["met"], "[0, ∞)"),
        (target(0), 0, ZERO["met"], "(-∞, 0)"),
        (target(0, "minimize"), 100, ZERO["met"], "(-∞, 0]"),
        (target(0), 50, ZERO["met"], "∅"),
        (target(0, "stabilize"), 100, ZERO["met, stabilized"], "{0}"),
        (target(0, "stabilize"), 0, ZERO["met, stabilized"], "(-∞, 0) \N{UNION} (0, ∞)"),
        (target(5, "minimize", worst_value=20), 75, WORST, "(8.74925, 8.75075]"),
        (target(0), 120, ZERO["cap"], "(0, ∞)"),
        (target(0), 100, ZERO["cap"], "∅"),
        (target(0, "minimize"), 120, ZERO["cap"], "∅"),
        (target(0, "minimize", worst_value=10), 60, ZERO["worst"], "(3.9995, 4.0005]"),
        (target(0, "minimize"), 60, ZERO["worst"], "∅"),
        (target(0, "minimize", worst_value=10, ceiling=0), 120, KMK_127_2026, "(-∞, 0]"),
        (target(0, "minimize", worst_value=10, ceiling=0), 100, KMK_127_2026, "(0, 0.0005]"),
        (target(0, "minimize", worst_value=10, ceiling=1), 100, KMK_127_2026, "(-0.0005, 0.0005]"),
        (target(0, "minimize", ceiling=0), 120, KMK_127_2026, "∅"),
        (target(0, ceiling=0), 120, KMK_127_2026.evolve(zero_target="met_is_100"), "[0, ∞)"),
        (target(0, ceiling=0), 100, KMK_127_2026.evolve(zero_target="met_is_100"), "∅"),
        (target(0), 100, LKJIP, "∅"),
        (target(-5), 100, LKJIP, "∅"),
        (target(10, baseline=5), 50, PROGRESS, "[7.49975, 7.50025)"),
        (target(10, baseline="9.5"), 50, PROGRESS, "[9.749975, 9.750025)"),
        (target(10, baseline=10), 50, PROGRESS, "∅"),
        (target(10, baseline=15), 50, PROGRESS, "∅"),
        (target(10, "minimize", baseline=15), 50, PROGRESS, "(12.49975, 12.50025]"),
        (target(10, "minimize", baseline=10), 50, PROGRESS, "∅"),
    ],
)
def test_known(promise: Target, wanted: Any, policy: Any, text: str) -> None:
    """Rounding, caps, conversions, ceilings and zero targets come back as sets of realizations."""
    assert inverse(promise, wanted, policy=policy).text("en") == text


def test_of_a_set() -> None:
    """A set of scores is the union of the sets of its scores."""
    wanted = IntervalSet.of(Interval.at_least(91))
    assert inverse(target(100), wanted, policy=LKJIP).text("en") == "[90.995, ∞)"


@pytest.mark.parametrize(
    ("promise", "policy"),
    [
        (target(Level("WTP"), scale=BPK_OPINIONS), LKJIP),
        (target(date(2025, 1, 1)), LKJIP),
        (target(10, "stabilize"), LKJIP),
        (target(Range(1, 2)), KMK_127_2026),
    ],
)
def test_without_an_inverse(promise: Target, policy: Any) -> None:
    """Levels, dates and polarities without a rule have no inverse, and the error says so."""
    with pytest.raises(InvalidValueError) as caught:
        inverse(promise, 100, policy=policy)
    error = caught.value
    assert (error.code, error.path, error.value) == ("no-inverse", "inverse[IKU-1]", promise.value)


def test_missing_number_and_bad_score() -> None:
    """A number that the rule needs is asked for; a score is admitted as any number is."""
    with pytest.raises(InvalidValueError) as caught:
        inverse(target(10), 50, policy=PROGRESS)
    assert caught.value.code == "number-missing"
    with pytest.raises(InvalidValueError) as caught:
        inverse(target(10), 0.5, policy=LKJIP)
    assert caught.value.code == "float-refused"
