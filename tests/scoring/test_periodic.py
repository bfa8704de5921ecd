from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Components, Evaluation, NotApplicable, NotReported, Period, Realization, evaluate
from sakip.policies import LKJIP
from sakip.scoring import Cap, Floor, Policy, Round
from tests.scoring.making import agreement, code_of, exact, target

QUARTERS = Period.year(2025).parts("quarter")
EACH = LKJIP.evolve(id="tiap-triwulan", periods="score_each")
CAPPED = EACH.evolve(indicator=(Cap(120), Round(2)))


def judged(
    how: str | None,
    realized: tuple[Any, ...],
    planned: tuple[Any, ...] = (10, 10, 10, 10),
    policy: Policy = EACH,
    polarity: str = "maximize",
    **scope: Any,
) -> Evaluation:
    """One indicator with these figures by quarter; None for a quarter that was not reported at all."""
    plan = dict(zip(QUARTERS, planned, strict=False))
    promise = target(40, polarity, consolidation=how, trajectory=plan)
    pairs = zip(QUARTERS, realized, strict=False)
    given = [Realization("IKU-1", value, period=period) for period, value in pairs if value is not None]
    return evaluate(agreement([promise]), given, policy=policy, **scope)


WORKED = (9, 11, 8, 15)


@pytest.mark.parametrize("how", ["sum", "average"])
def test_the_score_is_the_mean_of_the_periods(how: str) -> None:
    """Quarters of 90, 110, 80 and 150 percent give 107.5, whatever their sum would give."""
    found = judged(how, WORKED)["IKU-1"]
    assert found.score.value == Decimal("107.50")
    assert [score.value for _, score in found.period_scores] == [90, 110, 80, 150]
    assert [period for period, _ in found.period_scores] == list(QUARTERS)


def test_facts_first_is_another_number() -> None:
    """Quarters of unequal size: 1 of 10 and 90 of 30 are 227.5 percent of 40 together, and 155 as a mean of scores."""
    figures = {"realized": (1, 90), "planned": (10, 30)}
    assert judged("sum", **figures).score.value == 155
    assert judged("sum", **figures, policy=LKJIP).score.value == Decimal("227.50")
    assert judged("sum", **figures, policy=LKJIP)["IKU-1"].period_scores == ()


@pytest.mark.parametrize(("how", "value"), [("minimum", 80), ("maximum", 150)])
def test_an_extreme_is_the_score_of_its_period(how: str, value: int) -> None:
    """The lowest or the highest figure decides which period's score it is."""
    assert judged(how, WORKED).score.value == value


def test_the_highest_figure_may_score_least() -> None:
    """Where lower is better, the period with the highest figure scores least and still decides."""
    assert judged("maximum", (9, 11, 8, 15), polarity="minimize").score.value == 50
    assert judged("minimum", (9, 11, 8, 15), polarity="minimize").score.value == 120


def test_equal_extremes_take_the_lower_score() -> None:
    """Of equal figures against unequal targets the lower score counts, in whatever order they stand."""
    for planned in ((10, 20, 10, 10), (20, 10, 10, 10)):
        assert judged("minimum", (8, 8, 9, 9), planned).score.value == 40


@pytest.mark.parametrize("how", ["last_level", "last_progress"])
def test_the_last_figure_is_one_period_either_way(how: str) -> None:
    """Where the last figure stands for the year there is nothing to consolidate."""
    one, other = judged(how, (9, 11, 8, 44)), judged(how, (9, 11, 8, 44), policy=LKJIP)
    assert one.score.value == other.score.value == 110
    assert one["IKU-1"].period_scores == ()


def test_caps_hold_each_period() -> None:
    """150 percent counts as 120 before the mean is taken; the achievement is the mean before the caps."""
    found = judged("sum", WORKED, policy=CAPPED)["IKU-1"]
    assert exact(found.score) == 100
    assert found.score.achievement == Fraction(215, 2)


def test_rounded_scores_are_carried_where_the_policy_carries_them() -> None:
    """The mean is taken of exact or of rounded scores, as the policy says."""
    thirds = {"realized": (1, 1, 2), "planned": (3, 3, 3)}
    whole = EACH.evolve(indicator=Round(0))
    assert exact(judged("sum", **thirds, policy=whole)["IKU-1"].score) == Fraction(400, 9)
    assert exact(judged("sum", **thirds, policy=whole.evolve(carry="rounded"))["IKU-1"].score) == Fraction(133, 3)


def test_only_due_periods_count() -> None:
    """Through a quarter the later ones count for nothing; the last quarter is the year."""
    assert judged("sum", WORKED, through=QUARTERS[1]).score.value == 100
    last, year = judged("sum", WORKED, through=QUARTERS[3]), judged("sum", WORKED)
    assert last.score == year.score
    assert last["IKU-1"].period_scores == year["IKU-1"].period_scores
    assert judged("sum", WORKED, period=QUARTERS[2]).score.value == 80
    assert judged("sum", WORKED, period=QUARTERS[2])["IKU-1"].period_scores == ()


def test_a_figure_of_the_year_is_judged_as_it_stands() -> None:
    """A realization of the whole year needs no periods."""
    promise = target(40, consolidation="sum", trajectory=dict.fromkeys(QUARTERS, 10))
    found = evaluate(agreement([promise]), [Realization("IKU-1", 30)], policy=EACH)
    assert (found.score.value, found["IKU-1"].period_scores) == (75, ())


def test_a_missing_period_is_named() -> None:
    """A due period without a figure leaves no score, as under the other setting."""
    assert code_of(judged("sum", (9, None, 8, 15))["IKU-1"].score) == "period-missing"
    assert code_of(judged("sum", (9, NotReported(), 8, 15))["IKU-1"].score) == "period-missing"


def test_a_missing_period_scores_zero_by_rule() -> None:
    """Where the policy scores zero for what was not reported, only the missing period does."""
    zero = EACH.evolve(not_reported="scores_zero", indicator=(Floor(0), Round(2)))
    found = judged("sum", (10, None, 10, 10), policy=zero)["IKU-1"]
    assert found.score.value == 75
    assert [score.value for _, score in found.period_scores] == [100, 0, 100, 100]
    assert found.status == "missed"


@pytest.mark.parametrize(("how", "value"), [("minimum", 0), ("maximum", 150)])
def test_a_missing_period_counts_as_nothing_among_extremes(how: str, value: int) -> None:
    """Scored zero by rule, it has no figure, and stands below the least one that was reported."""
    zero = EACH.evolve(not_reported="scores_zero", indicator=(Floor(0), Round(2)))
    assert judged(how, ("0.5", None, 8, 15), policy=zero).score.value == value


def test_a_period_without_anything_to_measure_is_left_out() -> None:
    """What does not apply to a period leaves the mean of the others."""
    assert judged("sum", (5, NotApplicable("libur"), 15, 10)).score.value == 100


def test_a_period_target_of_zero_follows_the_rule_for_zero() -> None:
    """A quarter that promises nothing has no score unless the policy leaves it out."""
    figures = {"realized": (0, 10, 10, 10), "planned": (0, 10, 10, 10)}
    assert code_of(judged("sum", **figures)["IKU-1"].score) == "zero-target"
    assert judged("sum", **figures, policy=EACH.evolve(zero_target="exclude")).score.value == 100


def test_all_periods_left_out_leave_the_indicator_out() -> None:
    """Where every period is left out by rule, so is the indicator."""
    none = EACH.evolve(zero_target="exclude")
    found = judged("sum", (0, 0), (0, 0), policy=none)["IKU-1"]
    assert (code_of(found.score), found.status) == ("zero-target-excluded", "left_out")


def test_without_a_trajectory_a_period_cannot_be_scored() -> None:
    """Periods that were promised nothing of their own are named; the year is not silently judged in their place."""
    found = judged("sum", WORKED, ())
    assert code_of(found["IKU-1"].score) == "period-outside-plan"
    assert judged("sum", WORKED, (), policy=LKJIP).score.value == Decimal("107.50")


def test_components_are_scored_by_period() -> None:
    """A pooled indicator has the mean of its periods' ratios, not the ratio of the sums."""
    figures = (Components(1, 2, per=100), Components(90, 100, per=100))
    planned = (100, 100)
    assert judged("pool", figures, planned).score.value == 70
    assert exact(judged("pool", figures, planned, policy=LKJIP, through=QUARTERS[1]).score) == Fraction(9100, 102)


def test_status_looks_at_what_was_delivered() -> None:
    """Whether the promise was kept is read off the sums, though the mean of the scores says otherwise."""
    found = judged("sum", (30, 5), (20, 20))["IKU-1"]
    assert (found.score.value, found.status) == (Decimal("87.50"), "missed")
    found = judged("sum", (39, 1), (10, 30))["IKU-1"]
    assert (found.score.value > 100, found.status) == (True, "met")
    found = judged("sum", (1, 39), (10, 30))["IKU-1"]
    assert (found.score.value, found.status) == (70, "met")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_explanation_says_which(lang: str) -> None:
    """The scores of the periods, their mean and the setting stand in the explanation."""
    found = judged("sum", WORKED, policy=CAPPED)
    text = found.explain(lang)
    assert ("90,00" if lang == "id" else "90.00") in text
    assert ("Tiap periode dinilai lebih dahulu" if lang == "id" else "Each period was scored first") in text
    assert ("tiap periode = 100" if lang == "id" else "in each period = 100") in text
    assert ("terendah" if lang == "id" else "lowest") in judged("minimum", WORKED).explain(lang)
    assert CAPPED.settings(lang) != LKJIP.settings(lang)
    assert found.verify(found.digest)


amounts = st.lists(st.integers(0, 1000), min_size=4, max_size=4)


@given(amounts, st.sampled_from(["sum", "average"]), st.integers(1, 500))
def test_equal_targets_give_the_same_either_way(realized: list[int], how: str, each: int) -> None:
    """With one rule, equal period targets and no cap, the mean of the scores is the score of the sums."""
    figures = {"realized": tuple(realized), "planned": (each,) * 4, "through": QUARTERS[2]}
    assert exact(judged(how, **figures).score) == exact(judged(how, **figures, policy=LKJIP).score)


def test_quarters_at_the_best_attainable() -> None:
    """The achievement is the mean of what the rule gives; the value of a kept promise is told as a step of its own."""
    policy = EACH.evolve(at_ceiling=150)
    plan = dict(zip(QUARTERS, (8, 10, 10, 10), strict=True))
    promise = target(38, consolidation="sum", trajectory=plan, ceiling=10)
    given = [Realization("IKU-1", 8, period=period) for period in QUARTERS[:2]]
    given += [Realization("IKU-1", 10, period=period) for period in QUARTERS[2:]]
    found = evaluate(agreement([promise]), given, policy=policy)["IKU-1"]
    assert [score.value for _, score in found.period_scores] == [100, 80, 150, 150]
    assert (found.score.achievement, found.score.value) == (95, 120)
    assert "dan tercapai, tiap periode = 120" in found.explain()
    assert found.evaluation.verify()


def test_a_year_at_the_best_attainable_is_no_quarter_there() -> None:
    """Only quarters are judged, so the year's own ceiling gives no step."""
    promise = target(40, consolidation="sum", trajectory=dict.fromkeys(QUARTERS, 10), ceiling=40)
    given = [Realization("IKU-1", 10, period=period) for period in QUARTERS]
    found = evaluate(agreement([promise]), given, policy=EACH.evolve(at_ceiling=150))["IKU-1"]
    assert (found.score.value, "tercapai, tiap periode" in found.explain()) == (100, False)
