"""Targets that are ranges: the nearer bound takes the place of the target, and inside is met."""

from fractions import Fraction

import pytest

from sakip import Indicator, Range, Target, score
from sakip.policies import PERMENPANRB_8_2021
from sakip.scoring import Score
from tests.conformance.published import TABLES, Row, Table, label
from tests.conformance.recompute import agrees, number, percent, shown

REGULATION = TABLES["permenpanrb-8-2021-contoh-rentang-dan-nilai"]
MACRO = TABLES["rkp-sasaran-makro-2010-2022-rentang"]
MISPRINTED = REGULATION.facts["misprinted_ranges"]


def _score(table: Table, row: Row) -> Score:
    convention = table.stated.convention
    low, high = (number(text, convention) for text in row.target.split(" - "))
    indicator = Indicator("IND", row.indicator.name, polarity=row.indicator.polarity)
    return score(Target(indicator, Range(low, high)), number(row.realization, convention), policy=PERMENPANRB_8_2021)


def _rounded(exact: Fraction, decimals: int) -> Fraction:
    scale = 10**decimals
    return Fraction((2 * exact * scale + 1) // 2, scale)


@pytest.mark.parametrize("row", REGULATION.of_kind("range"), ids=label)
def test_examples_of_the_regulation(row: Row) -> None:
    """Three of the four worked ranges of PermenPANRB 8/2021 come out as printed; 92 of 80 to 90 is 102, not 113."""
    achievement = _score(REGULATION, row).achievement
    assert achievement is not None
    printed = percent(REGULATION, row)
    assert (_rounded(achievement, shown(row)) == printed) is (row.number not in MISPRINTED)


def test_the_misprint_is_a_ratio_of_the_upper_bound() -> None:
    """The fraction that the regulation itself writes beside the misprint, 92/90, is what the library gives."""
    (row,) = (row for row in REGULATION.rows if row.number in MISPRINTED)
    assert _score(REGULATION, row).achievement == Fraction(9200, 90)


@pytest.mark.parametrize(("number_of_row", "printed"), REGULATION.facts["values"])
def test_values_of_the_regulation(number_of_row: int, printed: str) -> None:
    """A percentage is rounded to a whole before it becomes a value and a label: 93 of 95 is 98, then 88, Cukup."""
    row = REGULATION.rows[number_of_row]
    indicator = Indicator("IND", row.indicator.name, polarity=row.indicator.polarity)
    target, realization = (number(text, "id") for text in (row.target, row.realization))
    found = score(Target(indicator, target), realization, policy=PERMENPANRB_8_2021)
    assert agrees(found, Fraction(printed))
    assert PERMENPANRB_8_2021.scale is not None
    assert PERMENPANRB_8_2021.scale.grade(Fraction(printed)) == row.label


def test_final_value_of_the_regulation() -> None:
    """The values of the worked form add up to the printed 102,8."""
    first, second, total = (Fraction(number(text, "id")) for text in REGULATION.facts["final_value"])
    assert first + second == total


@pytest.mark.parametrize("row", MACRO.of_kind("range"), ids=label)
def test_macro_targets(row: Row) -> None:
    """A statistic inside the planned range is met; outside, it is better or worse as its polarity says."""
    achievement = _score(MACRO, row).achievement
    assert achievement is not None
    assert (achievement == 100) is (row.number in MACRO.facts["inside"])
    assert (achievement > 100) is (row.number in MACRO.facts["better"])
