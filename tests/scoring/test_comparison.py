import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Evaluation, Indicator, Level, Period, Range, Realization, Target, evaluate
from sakip.errors import InputError, InvalidValueError, UnknownCodeError
from sakip.policies import LKJIP
from sakip.scoring import Unmatched
from sakip.scoring.comparison import compare_years
from tests.scoring.making import agreement


def promised(year: int, **values: Any) -> Evaluation:
    """A year whose targets are all 100."""
    targets = [Target(Indicator(code, code, unit="%", polarity="maximize"), 100) for code in values]
    given = [Realization(code, value) for code, value in values.items() if value is not None]
    return evaluate(agreement(targets, code=f"PK-{year}", year=year), given, policy=LKJIP)


YEARS = [promised(2023, A=70, B=1), promised(2024, A=80, B=2), promised(2025, A=90, C=3)]


@given(st.permutations(YEARS))
def test_the_order_of_years_changes_nothing(years: list[Evaluation]) -> None:
    """Years are sorted, in whatever order they are given."""
    found = compare_years(years)
    assert found == compare_years(YEARS)
    assert [one.agreement.year for one in found.evaluations] == [2023, 2024, 2025]


def test_pairs_are_judged() -> None:
    """Pairs of an agreement and its realizations are evaluated under the policy that is named."""
    pairs = [(one.agreement, one.realizations) for one in YEARS]
    assert compare_years(pairs, policy=LKJIP) == compare_years(YEARS)
    with pytest.raises(InvalidValueError):
        compare_years(pairs)
    with pytest.raises(InputError):
        compare_years([(YEARS[0].agreement, [Realization("Z", 1)])], policy=LKJIP)


def test_what_has_no_partner_is_listed() -> None:
    """What ended, what is new, and benchmarks without an indicator are all named; one year has no partners to lack."""
    found = compare_years(YEARS, medium_term={"A": 95, "B": 5}, national={"Z": 1})
    assert found.unmatched == (
        Unmatched("B", 2024, "ended"),
        Unmatched("C", 2025, "new"),
        Unmatched("B", None, "medium_term"),
        Unmatched("Z", None, "national"),
    )
    assert compare_years(YEARS[2:]).unmatched == ()


def test_trends_are_found_by_code() -> None:
    """A trend is found by the code of the last year; unknown codes are refused."""
    found = compare_years(YEARS)
    assert [figure.figure for figure in found["A"].figures] == [70, 80, 90]
    assert [one.code for one in found] == ["A", "C"]
    assert len(found) == 2
    with pytest.raises(UnknownCodeError):
        found["B"]


@pytest.mark.parametrize("value", [95, "95.5", Range(90, 95), Level("A")], ids=str)
def test_benchmarks_are_any_target(value: Any) -> None:
    """A medium-term target or a standard may be whatever a target may be."""
    found = compare_years(YEARS, medium_term={"A": value}, national={"A": value})["A"]
    assert found.medium_term == found.national
    assert found.medium_term is not None


@pytest.mark.parametrize(
    "years",
    [
        [],
        [YEARS[0], YEARS[0]],
        [YEARS[0], "2024"],
        [YEARS[0], (1, 2, 3)],
        5,
        [YEARS[0], evaluate(YEARS[1].agreement, policy=LKJIP.evolve(id="lain"))],
        [YEARS[0], evaluate(YEARS[1].agreement, policy=LKJIP, period=Period.quarter(2024, 1))],
    ],
    ids=["none", "twice", "text", "triple", "no list", "policies", "scopes"],
)
def test_refused(years: Any) -> None:
    """No year, one year twice, other things than evaluations, two policies and two scopes are refused."""
    with pytest.raises(InvalidValueError) as error:
        compare_years(years)
    assert error.value.path.startswith("compare_years.years")


def test_a_refusal_names_both() -> None:
    """Two evaluations of one year are named by their codes."""
    other = promised(2023, A=1)
    with pytest.raises(InvalidValueError) as error:
        compare_years([YEARS[0], other])
    assert error.value.value == ("PK-2023", "PK-2023")
    for wrong in ({"A": 0.5}, 5):
        with pytest.raises(InvalidValueError):
            compare_years(YEARS, medium_term=wrong)


def test_the_same_quarter_of_two_years() -> None:
    """Years may be compared through the same quarter."""
    found = []
    for year in (2024, 2025):
        quarter = Period.quarter(year, 2)
        promise = Target(
            Indicator("A", "A", polarity="maximize", consolidation="last_progress"), 100, trajectory={quarter: 50}
        )
        given = [Realization("A", year - 2000, period=quarter)]
        found.append(evaluate(agreement([promise], year=year), given, policy=LKJIP, through=quarter))
    assert compare_years(found)["A"].changes[-1].points == 1
    with pytest.raises(InvalidValueError):
        compare_years([found[0], evaluate(found[1].agreement, policy=LKJIP, through=Period.quarter(2025, 1))])


def test_it_is_a_value() -> None:
    """It survives pickling, has a hash, and its representation names the years."""
    found = compare_years(YEARS, national={"A": 5})
    again = pickle.loads(pickle.dumps(found))
    assert again == found
    assert hash(again) == hash(found)
    assert "[2023, 2024, 2025]" in repr(found)
    with pytest.raises(InvalidValueError):
        found.rows(numbers="float")
