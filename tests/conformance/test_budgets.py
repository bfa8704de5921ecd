"""Published budgets: absorption as it was printed, and sums to the rupiah."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sakip import Budget, BudgetLine, Indicator, Target, parse_number, score
from sakip.lifecycle import (
    LKJIP_RATIO,
    PMK_22_2021,
    PMK_214_2017_EFFICIENCY,
    UNIT_COST_EFFICIENCY,
    EfficiencyStatement,
    Output,
    budget_value,
    efficiency,
)
from sakip.policies import LKJIP
from tests.conformance.published import TABLES, Row

EDUCATION = TABLES["disdik-ogan-ilir-lkip-2016-anggaran"]
INSPECTORATE = TABLES["itjen-lakip-2019-efisiensi"]
DISASTER = TABLES["cascade-bpbd-boyolali-2026"]
TRAINING = TABLES["puslatbang-kmp-lan-nka-2021"]


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


def test_value_of_budget_performance() -> None:
    """Four printed parts under the weights of PMK 22/2021 give the printed 87,93; the text misquotes its rate."""
    parts = [parse_number(row.realization, "id") for row in TRAINING.of_kind("no-percentage")]
    found = budget_value(
        dict(zip(("output", "efficiency", "consistency", "absorption"), parts, strict=True)), regime=PMK_22_2021
    )
    assert (found.value, found.grade) == (parse_number(TRAINING.facts["total"], "id"), "Baik")
    assert [one.weight for one in PMK_22_2021.aspects] == [
        parse_number(row.target, "id") for row in TRAINING.of_kind("no-percentage")
    ]
    (row,) = TRAINING.of_status("reproduced")
    promised = Target(Indicator("NKA", row.indicator.name, polarity="maximize"), parse_number(row.target, "id"))
    rate = score(promised, found.value or 0, policy=LKJIP).value
    assert rate == parse_number(row.printed, "id") != parse_number(TRAINING.facts["text_of_report"], "id")
    printed = parse_number(TRAINING.facts["efficiency"], "id")
    assert len(EfficiencyStatement(printed, value=parts[1]).check(PMK_214_2017_EFFICIENCY)) == 0


def test_an_absorption_is_no_efficiency() -> None:
    """V25: the inspectorate's 74,03 and 235 % are found wrong in each way in which they are."""
    facts = INSPECTORATE.facts
    printed = EfficiencyStatement(
        parse_number(facts["efficiency"], "id"),
        value=parse_number(facts["efficiency_value"], "id"),
        absorptions=[parse_number(row.printed, "id") for row in INSPECTORATE.rows],
        value_digits=0,
    )
    found = printed.check(UNIT_COST_EFFICIENCY)
    assert found.codes() == ("EFS-RANGE", "EFS-VALUE-RANGE", "EFS-VALUE", "EFS-ABSORPTION", "EFS-DIVISOR")
    (divisor,) = (dict(one.arguments)["divisor"] for one in found if one.code == "EFS-DIVISOR")
    assert divisor == int(facts["divisor"])


def test_what_the_inspectorate_could_have_said() -> None:
    """Had all three outputs been achieved in full, as its money was spent they were efficient by a little."""
    budget = Budget([line(row) for row in INSPECTORATE.rows])
    outputs = [Output.of_line(budget, one.code, stated=100) for one in budget]
    found = efficiency(outputs, form=PMK_214_2017_EFFICIENCY)
    assert (found.value, found.score) == (Decimal("1.58"), Decimal("53.96"))
    assert [row.label for row in efficiency(outputs, form=LKJIP_RATIO)] == ["Efisien"] * 3
