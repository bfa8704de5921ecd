"""Quotients chosen by conditions."""

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.scoring import HI, LO, Cases, R, T
from sakip.scoring.cases import as_cases, require_condition


def test_parts() -> None:
    """Branches and the last quotient are listed in order, numbers and linear expressions made quotients."""
    cases = Cases([(R < LO, 100 * R / LO), (R > HI, 5)], otherwise=100)
    assert cases.symbols == ("R", "LO", "HI")
    assert [str(ratio) for ratio in cases.ratios] == ["(100*R) / (LO)", "(5) / (1)", "(100) / (1)"]
    assert as_cases(cases) is cases
    assert as_cases(R).otherwise == R / 1


def test_value() -> None:
    """Cases are a value: themselves again after pickling, and hashable."""
    cases = Cases([(R < T, R)], otherwise=1)
    again = pickle.loads(pickle.dumps(cases))
    assert again == cases
    assert hash(again) == hash(cases)


def test_plain_form() -> None:
    """Each part has a name, and the plain form reads back as the same cases."""
    cases = Cases([(R <= 2 * T, R / T)], otherwise=5)
    assert cases.canonical() == {
        "branches": [
            {
                "if": {"difference": {"R": "1", "T": "-2"}, "operator": "<="},
                "then": {"numerator": {"R": "1"}, "denominator": {"T": "1"}},
            },
        ],
        "otherwise": {"numerator": {"1": "5"}, "denominator": {"1": "1"}},
    }
    assert Cases.from_canonical(cases.canonical()) == cases


def test_condition() -> None:
    """A condition passes as it is."""
    condition = R < T
    assert require_condition(condition) is condition


@pytest.mark.parametrize(
    "written",
    [
        lambda: Cases([(R == T, 100)], otherwise=0),
        lambda: Cases([(True, 100)], otherwise=0),
        lambda: Cases([(R < T, 1.5)], otherwise=0),
        lambda: Cases([(R < T, None)], otherwise=0),
        lambda: Cases([], otherwise="abc"),
        lambda: Cases([], otherwise=[1]),
        lambda: Cases(5, otherwise=0),
        lambda: Cases("abc", otherwise=0),
        lambda: Cases(R < T, otherwise=0),
        lambda: Cases([R < T], otherwise=0),
        lambda: Cases([(R < T,)], otherwise=0),
        lambda: Cases([(R < T, R, T)], otherwise=0),
        lambda: Cases.from_canonical(None),
        lambda: Cases.from_canonical({"branches": []}),
        lambda: Cases.from_canonical({"branches": 5, "otherwise": R.canonical()}),
        lambda: Cases.from_canonical({"branches": [5], "otherwise": R.canonical()}),
        lambda: require_condition(None),
        lambda: require_condition(object()),
    ],
    ids=range(18),
)
def test_refused(written: Callable[[], Any]) -> None:
    """What is no condition, no quotient or no pair of them is refused, in words without a place in memory."""
    with pytest.raises(InvalidValueError) as caught:
        written()
    assert caught.value.problem[0] != caught.value.problem[1]
    assert caught.value.way_out[0]
    assert " at 0x" not in str(caught.value)


@pytest.mark.parametrize(("count", "holds"), [(200, True), (201, False)])
def test_branches_beyond_count(count: int, holds: bool) -> None:
    """Two hundred branches are taken, one more is a conversion and said to be one."""
    branches = [(R - at * T < 0, at) for at in range(count)]
    if holds:
        assert len(Cases(branches, otherwise=0).branches) == count
    else:
        with pytest.raises(InvalidValueError, match="Piecewise"):
            Cases(branches, otherwise=0)
