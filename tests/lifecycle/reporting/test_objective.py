import pickle
from decimal import Decimal

import pytest

from sakip import Absorption, Budget, BudgetLine
from sakip.lifecycle.reporting.objective import serving, together
from tests.lifecycle.reporting.making import EARLIER, LAST, report_of


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
