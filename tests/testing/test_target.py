from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given

from sakip import AKIP_LETTERS, Indicator, Level, Range, Target, testing
from tests.testing.making import found


@pytest.mark.parametrize(
    "condition",
    [
        lambda target: isinstance(target.value, Range),
        lambda target: isinstance(target.value, Level),
        lambda target: isinstance(target.value, date),
        lambda target: target.value == 0,
        lambda target: target.trajectory,
        lambda target: target.baseline is not None and target.worst_value is not None,
    ],
    ids=["range", "level", "date", "zero", "trajectory", "reference points"],
)
def test_rich_targets_are_of_every_kind(condition: Callable[[Target], bool]) -> None:
    """Every kind of target is found."""
    found(testing.targets(rich=True), condition)


@given(testing.targets(indicator=Indicator("X", "Predikat", polarity="maximize", scale=AKIP_LETTERS)))
def test_targets_of_one_indicator(target: Target) -> None:
    """Targets of an ordinal indicator are levels of its scale."""
    assert target.indicator.code == "X"
    assert target.value in AKIP_LETTERS
