"""Opinions, levels and letter grades of the published tables: order is known, distance is not."""

import re
from fractions import Fraction

import pytest

from sakip import Indicator, Level, OrdinalScale, Target, parse_number, score
from sakip.policies import AKIP_88_2021, LKJIP
from sakip.scoring import Score
from tests.conformance.published import TABLES, Row, Table, label
from tests.conformance.recompute import agrees, percent, recompute

INSPECTORATE = TABLES["banyuwangi-renstra-2025-2029-inspektorat"]


def _of_kind(kind: str) -> list[tuple[Table, Row]]:
    return [(table, row) for table in TABLES.values() for row in table.of_kind(kind)]


def _of_levels(row: Row) -> Score:
    scale = OrdinalScale(row.indicator.levels)
    indicator = Indicator("IND", row.indicator.name, polarity=row.indicator.polarity, scale=scale)
    return score(Target(indicator, Level(row.target)), Level(row.realization), policy=LKJIP)


@pytest.mark.parametrize(
    ("table", "row"), [case for case in _of_kind("levels") if case[0] is not INSPECTORATE], ids=label
)
def test_the_promised_opinion_is_worth_a_hundred(table: Table, row: Row) -> None:
    """An opinion that equals the promised one is printed as 100, and scores 100."""
    assert row.target == row.realization
    assert agrees(_of_levels(row), percent(table, row))


@pytest.mark.parametrize("row", INSPECTORATE.of_kind("levels"), ids=label)
def test_a_level_below_the_promise_has_no_score(row: Row) -> None:
    """A level below the promised one has a coded reason and no score; twice it was printed as met all the same."""
    found = _of_levels(row)
    met = row.target == row.realization
    assert (found.value == 100) is met
    assert met or (found.reason is not None and found.reason.code == "ordinal-shortfall")
    printed_as_met = row.printed == INSPECTORATE.stated.met
    assert printed_as_met is (met or row.number in INSPECTORATE.facts["contradictions"])


@pytest.mark.parametrize("row", INSPECTORATE.of_kind("no-percentage"), ids=label)
def test_a_number_below_the_promise_is_printed_as_missed(row: Row) -> None:
    """The four numeric rows of the same table fall short, and their verdict says so."""
    value = recompute(INSPECTORATE, row).value
    assert value is not None
    assert value < 100
    assert row.printed == INSPECTORATE.stated.missed


@pytest.mark.parametrize(("table", "row"), _of_kind("graded"), ids=label)
def test_a_grade_is_divided_by_its_score_in_brackets(table: Table, row: Row) -> None:
    """Beside a letter grade the printed percentage is the ratio of the scores in brackets, and the letters fit them."""
    scores = []
    for text in (row.target, row.realization):
        found = re.fullmatch(r"([A-Z]+) ?\((.+)\)", text)
        assert found is not None
        scores.append(parse_number(found[2]))
        assert AKIP_88_2021.grade(Fraction(scores[-1])) == found[1]
    indicator = Indicator("IND", row.indicator.name, polarity=row.indicator.polarity)
    assert agrees(score(Target(indicator, scores[0]), scores[1], policy=LKJIP), percent(table, row))
