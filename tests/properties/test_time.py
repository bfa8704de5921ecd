"""Laws of periods: the last one closes the year, and sums may be taken in any order."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Agreement, Indicator, NotApplicable, Objective, Party, Period, Realization, Target, evaluate, progress
from sakip.policies import KMK_127_2026, LKJIP, PERMENPANRB_8_2021
from sakip.scoring import Policy

QUARTERS = Period.year(2025).parts("quarter")
CONSOLIDATIONS = ("sum", "average", "last_level", "last_progress", "minimum", "maximum")
POLICIES = (LKJIP, PERMENPANRB_8_2021, KMK_127_2026, LKJIP.evolve(id="tiap-triwulan", periods="score_each"))

amounts = st.integers(0, 400)
four = st.tuples(amounts, amounts, amounts, amounts)


def promised(how: str, plan: tuple[int, ...], value: int, polarity: str = "maximize") -> Agreement:
    """One indicator with a plan by quarter."""
    indicator = Indicator("IKU-1", "Layanan", unit="orang", polarity=polarity, consolidation=how)
    target = Target(indicator, value, trajectory=dict(zip(QUARTERS, plan, strict=True)), worst_value=1000)
    return Agreement("PK-1", year=2025, first_party=Party("Kepala"), objectives=[Objective("Sasaran", [target])])


def delivered(figures: tuple[Any, ...]) -> list[Realization]:
    """A figure for each quarter; None for one that was not reported."""
    pairs = zip(QUARTERS, figures, strict=True)
    return [Realization("IKU-1", figure, period=period) for period, figure in pairs if figure is not None]


def figure(agreement: Agreement, figures: tuple[int, ...], through: Period) -> Fraction:
    """The realization that is judged through a quarter."""
    fact = evaluate(agreement, delivered(figures), policy=LKJIP, through=through)["IKU-1"].fact
    assert isinstance(fact, tuple)
    return Fraction(fact[0], fact[7])


class TestTheLastPeriodClosesTheYear:
    """Through the last period equals the year."""

    @pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
    @given(
        how=st.sampled_from(CONSOLIDATIONS),
        plan=four,
        value=amounts,
        figures=st.tuples(*[st.none() | amounts | st.just(NotApplicable("tidak ada kegiatan"))] * 4),
        polarity=st.sampled_from(("maximize", "minimize", "stabilize")),
    )
    def test_through_the_last_quarter(
        self,
        policy: Policy,
        *,
        how: str,
        plan: tuple[int, ...],
        value: int,
        figures: tuple[int | NotApplicable | None, ...],
        polarity: str,
    ) -> None:
        """Facts, scores and grades through the fourth quarter are those of the year, whatever is missing."""
        agreement, given_figures = promised(how, plan, value, polarity), delivered(figures)
        last = evaluate(agreement, given_figures, policy=policy, through=QUARTERS[-1])
        year = evaluate(agreement, given_figures, policy=policy)
        assert last.facts_recorded == year.facts_recorded
        assert last.traces_recorded == year.traces_recorded
        assert (last.score, last.grade, last.completeness) == (year.score, year.grade, year.completeness)
        assert last["IKU-1"].period_scores == year["IKU-1"].period_scores

    @given(st.sampled_from(CONSOLIDATIONS), four, four)
    def test_progress_ends_where_the_year_does(self, how: str, plan: tuple[int, ...], figures: tuple[int, ...]) -> None:
        """The last step of a series is the year, and each step looks at nothing that came later."""
        agreement = promised(how, plan, 100)
        series = progress(agreement, delivered(figures), policy=LKJIP)
        assert series.steps[-1].to_date.score == evaluate(agreement, delivered(figures), policy=LKJIP).score
        for count, step in enumerate(series.steps[:-1], start=1):
            early = delivered((*figures[:count], *[None] * (4 - count)))
            again = progress(agreement, early, policy=LKJIP, through=step.period).steps[-1]
            assert (again.own.score, again.to_date.score) == (step.own.score, step.to_date.score)

    @given(st.sampled_from(CONSOLIDATIONS), four, four)
    def test_a_projection_changes_no_score(self, how: str, plan: tuple[int, ...], figures: tuple[int, ...]) -> None:
        """Whether a projection is asked for changes no step, and so no total."""
        agreement, early = promised(how, plan, 100), delivered((*figures[:2], None, None))
        asked = progress(agreement, early, policy=LKJIP, projection="linear")
        assert asked.steps == progress(agreement, early, policy=LKJIP).steps


class TestSumsTakeAnyOrder:
    """The achievement of a sum is the ratio of the sums: units then time equals time then units."""

    @given(st.lists(st.tuples(four, four), min_size=1, max_size=4), st.integers(0, 3))
    def test_units_then_time(self, units: list[tuple[tuple[int, ...], tuple[int, ...]]], last: int) -> None:
        """Adding up units first and quarters then gives what adding quarters first and units then gives."""
        plans, figures = zip(*units, strict=True)
        through = QUARTERS[last]
        whole = promised("sum", tuple(map(sum, zip(*plans, strict=True))), sum(map(sum, plans)))
        units_then_time = figure(whole, tuple(map(sum, zip(*figures, strict=True))), through)
        parts = [promised("sum", plan, sum(plan)) for plan in plans]
        time_then_units = sum(figure(part, own, through) for part, own in zip(parts, figures, strict=True))
        assert units_then_time == time_then_units


class TestOrderOfReportsIsNoMatter:
    """Periods have their order; reports of them have none."""

    @pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
    @given(st.sampled_from(CONSOLIDATIONS), four, four, st.permutations(range(4)))
    def test_shuffled(
        self, policy: Policy, how: str, plan: tuple[int, ...], figures: tuple[int, ...], order: list[int]
    ) -> None:
        """Realizations in another order give the same trace."""
        agreement, given_figures = promised(how, plan, 100), delivered(figures)
        shuffled = [given_figures[at] for at in order]
        one, other = (evaluate(agreement, each, policy=policy) for each in (given_figures, shuffled))
        assert one.traces_recorded == other.traces_recorded
