"""Published budgets: absorption as it was printed, and sums to the rupiah."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sakip import Budget, BudgetLine, parse_number
from tests.conformance.published import TABLES, Row

EDUCATION = TABLES["disdik-ogan-ilir-lkip-2016-anggaran"]
INSPECTORATE = TABLES["itjen-lakip-2019-efisiensi"]
DISASTER = TABLES["cascade-bpbd-boyolali-2026"]


def line(row: Row) -> BudgetLine:
    """One printed row as a line."""
    amounts = [parse_number(cell, "id") for cell in (row.target, row.realization)]
    code = f"1.01.{row.number + 1:02}"
    return BudgetLine(code, row.indicator.name, kind="programme", ceiling=amounts[0], realization=amounts[1])


@pytest.mark.parametrize("row", [*EDUCATION.rows, *INSPECTORATE.rows], ids=str)
def test_absorption_as_printed(row: Row) -> None:
    """Each printed absorption is that of its amounts, but for the one that is known to be misprinted."""
    same = line(row).absorption.value == parse_number(row.printed, "id")
    assert same == (row.status == "reproduced")


def test_total_of_a_department() -> None:
    """Twelve programmes of an education office add up to the rupiah; their absorption is that of the sums."""
    total = Budget([line(row) for row in EDUCATION.rows]).total
    assert (total.ceiling, total.realization) == (14187239546, 10125189450)
    assert total.value == Decimal("71.37")


def test_an_absorption_is_no_mean_of_absorptions() -> None:
    """An inspectorate added three percentages and divided by four: 74.03; its outputs absorbed 98.42 percent."""
    lines = [line(row) for row in INSPECTORATE.rows]
    percents = [one.absorption.value for one in lines]
    assert sum(Fraction(percent) for percent in percents if percent is not None) / 4 == Fraction("74.0275")
    assert parse_number(INSPECTORATE.facts["efficiency"], "id") == Decimal("74.03")
    assert Budget(lines).total.value == Decimal("98.42")


def test_programmes_of_a_disaster_office_add_up() -> None:
    """Two printed programmes give the printed total to the rupiah."""
    amounts = [parse_number(text, "id") for text in DISASTER.facts["budget_lines"]]
    lines = [BudgetLine(f"1.05.{at}", "Program", kind="programme", ceiling=amount) for at, amount in enumerate(amounts)]
    assert Budget(lines).total.ceiling == parse_number(DISASTER.facts["budget_total"], "id") == 6122579000
