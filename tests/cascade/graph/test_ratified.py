from datetime import date
from itertools import permutations

import pytest

from sakip import BudgetLine
from sakip.cascade import BudgetDocument
from sakip.cascade.graph.ratified import ratified_on

YEAR_END = date(2025, 12, 31)


def line(code: str, ceiling: int = 10) -> BudgetLine:
    """A programme or, with a longer code, an activity."""
    return BudgetLine(code, code, kind="programme" if code.count(".") == 1 else "activity", ceiling=ceiling)


FIRST = BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=[line("1.02")])
CHANGED = BudgetDocument("DPPA", ratified_on=date(2025, 9, 1), lines=[line("1.02", 8)])
OF_A_UNIT = BudgetDocument("DPA-A", ratified_on=date(2025, 1, 3), unit="Dinas A")


@pytest.mark.parametrize(
    ("day", "versions"),
    [
        (date(2025, 1, 1), []),
        (date(2025, 1, 2), ["DPA"]),
        (date(2025, 8, 31), ["DPA", "DPA-A"]),
        (date(2025, 9, 1), ["DPA-A", "DPPA"]),
    ],
)
def test_the_latest_of_each_unit_counts_from_its_day_in_any_order(day: date, versions: list[str]) -> None:
    """The latest of each unit counts from its day in any order."""
    for order in permutations([FIRST, CHANGED, OF_A_UNIT]):
        assert sorted(one.document.version for one in ratified_on(order, day).values()) == versions


def test_a_unit_is_known_however_it_is_typed() -> None:
    """A unit is known however it is typed."""
    assert list(ratified_on([OF_A_UNIT], YEAR_END)) == ["dinas a"]


def test_lines_of_one_code_are_added_up() -> None:
    """Lines of one code are added up."""
    document = BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=[line("1.02", 4), line("1.02", 6)])
    assert ratified_on([document], YEAR_END)[""].amounts == {"1.02": 1000}


@pytest.mark.parametrize(
    ("code", "reaches"),
    [("1.02", True), ("1.02.01", True), ("1.02.09", True), ("1.02.01.1", False), ("1.03", True), ("1.03.01", False)],
)
def test_a_document_speaks_of_the_levels_that_it_details(code: str, reaches: bool) -> None:
    """A document speaks of the levels that it details."""
    lines = [line("1.02"), line("1.02.01"), line("1.03")]
    document = ratified_on([BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=lines)], YEAR_END)[""]
    assert document.reaches(line(code)) is reaches
    assert document.reaches(line("9.99"))
