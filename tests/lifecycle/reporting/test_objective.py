import pickle
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import (
    Absorption,
    AwaitingRelease,
    Budget,
    BudgetLine,
    Evaluation,
    NotApplicable,
    Realization,
    evaluate,
)
from sakip.lifecycle import LKJIP_DIFFERENCE, LKJIP_RATIO, PMK_214_2017_EFFICIENCY, UNIT_COST_EFFICIENCY
from sakip.lifecycle.reporting.objective import serving, together
from sakip.policies import LKJIP, PERMENPANRB_8_2021
from tests.lifecycle.reporting.making import EARLIER, LAST, agreement, report_of, year_of


def line(code: str, *targets: str, spent: int | None = 5) -> BudgetLine:
    """A line that serves these targets."""
    return BudgetLine(code, "Program", kind="programme", ceiling=10, realization=spent, targets=targets)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([line("1", "A"), line("1.1", "A"), line("1.2", "A")], ["1"]),
        ([line("1"), line("1.1", "A"), line("1.1.1", "A"), line("1.2", "B"), line("1.3", "A", "B")], ["1.1", "1.3"]),
        ([line("1", "A"), line("1.1.1", "A"), line("2", "A"), line("2.1", "B")], ["1", "2"]),
        ([line("1", "B")], []),
        ([], []),
    ],
    ids=["the whole", "its parts", "two wholes", "another target", "nothing"],
)
def test_no_money_is_counted_twice(lines: list[BudgetLine], found: list[str]) -> None:
    """Of a line and its parts that serve the same target only the line is taken; what is beside it stays."""
    assert [one.code for one in serving(Budget(lines), {"A"})] == found


def test_of_several_objectives() -> None:
    """A line that serves targets of two objectives stands with both."""
    budget = Budget([line("1", "A", "B")])
    assert serving(budget, {"A"}) == serving(budget, {"B"}) == budget.lines


def test_together() -> None:
    """Ceilings and spending add up; with one unknown the spending of all is unknown, which is not zero."""
    known, unknown = Absorption(Decimal(10), Decimal(4)), Absorption(Decimal(30), None)
    both = together([known, Absorption(Decimal(10), Decimal(5))])
    assert both is not None
    assert (both.ceiling, both.realization, both.value) == (20, 9, Decimal("45.00"))
    lacking = together([known, unknown])
    assert lacking is not None
    assert (lacking.ceiling, lacking.realization, lacking.reason) == (40, None, "not-realized")
    assert together([]) is None


def test_of_a_report() -> None:
    """Each objective has its indicators, its lines and what they spent."""
    first, second = report_of(*EARLIER, LAST)
    assert (first.objective.code, [trend.code for trend in first.trends]) == ("S1", ["IKU-1"])
    assert [one.code for one in second.lines] == ["1.02.02"]
    assert second.absorption is not None
    assert str(second.absorption.value) == "75.00"
    assert pickle.loads(pickle.dumps(second)) == second


def both(weights: tuple[Any, Any], delivered: Sequence[Realization]) -> Evaluation:
    """The second objective with both indicators, the first with none."""
    promised = agreement(2025)
    (first,), (second,) = (one.targets for one in promised.objectives)
    targets = [evolve(target, weight=weight) for target, weight in zip((first, second), weights, strict=True)]
    parts = [evolve(one, targets=kept) for one, kept in zip(promised.objectives, ((), targets), strict=True)]
    return evaluate(evolve(promised, objectives=parts), delivered, policy=LKJIP)


class TestEfficiency:
    def test_by_the_form_that_is_named(self) -> None:
        """102.50 achieved with 95 spent, and 92.22 with 75, under each form; without a form nothing is made of them."""
        found = {
            form.id: [str(one.efficiency.value) for one in report_of(*EARLIER, LAST, form=form) if one.efficiency]
            for form in (LKJIP_DIFFERENCE, LKJIP_RATIO, PMK_214_2017_EFFICIENCY)
        }
        assert found == {
            "lkjip-selisih": ["7.50", "17.22"],
            "lkjip-rasio": ["1.08", "1.23"],
            "pmk-214-2017-efisiensi": ["7.32", "18.67"],
        }
        assert [one.efficiency for one in report_of(*EARLIER, LAST)] == [None, None]

    def test_achievements_are_not_values(self) -> None:
        """Under a policy that converts, 92.22 percent are worth 82; what is set against money is the percentage."""
        years = [evaluate(one.agreement, one.realizations, policy=PERMENPANRB_8_2021) for one in (*EARLIER, LAST)]
        _, second = report_of(*years, form=LKJIP_DIFFERENCE)
        assert second.evaluation.score.value == 82
        assert second.efficiency is not None
        assert (str(second.efficiency.value), second.efficiency.label) == ("17.22", "Efisien")

    @pytest.mark.parametrize(
        ("weights", "mean"),
        [((None, None), "97.36"), ((30, 70), "95.31")],
    )
    def test_the_mean_of_its_indicators(self, weights: tuple[Any, Any], mean: str) -> None:
        """102.5 and 92.22 percent, by their weights where there are some."""
        _, second = report_of(*EARLIER, both(weights, LAST.realizations), form=LKJIP_DIFFERENCE)
        assert second.achievement is not None
        assert second.efficiency is not None
        assert str(second.efficiency.output.achievement) == mean

    def test_what_does_not_apply_is_left_out(self) -> None:
        """What does not apply has no part in the mean, what is awaited leaves the objective without one."""
        clinics, _ = LAST.realizations
        without = both((None, None), [clinics, Realization("IKU-2", NotApplicable("libur"))])
        awaited = both((None, None), [clinics, Realization("IKU-2", AwaitingRelease("BPS"))])
        found = [report_of(*EARLIER, year).objectives[1].achievement for year in (without, awaited)]
        assert found == [Fraction(205, 2), None]

    def test_not_of_half_an_objective(self) -> None:
        """What waits for a realization has no efficiency, whatever is known of the rest."""
        report = report_of(*EARLIER, year_of(2025, None, 97), form=LKJIP_DIFFERENCE)
        assert [one.efficiency is None for one in report] == [True, False]

    def test_a_form_that_asks_for_more(self) -> None:
        """A form that needs a volume says so; an objective has none."""
        first, _ = report_of(*EARLIER, LAST, form=UNIT_COST_EFFICIENCY)
        assert first.efficiency is not None
        assert (first.efficiency.value, first.efficiency.reason) == (None, "no-volume")

    def test_a_score_below_zero_is_nothing_achieved(self) -> None:
        """Lower is better without a floor may fall below zero."""
        _, second = report_of(*EARLIER, year_of(2025, 82, 200), form=LKJIP_DIFFERENCE)
        assert second.evaluation.score.value is not None
        assert second.evaluation.score.value < 0
        assert second.efficiency is not None
        assert (second.efficiency.value, second.efficiency.label) == (Decimal("-75.00"), "Tidak Efisien")
