from datetime import date

import pytest
from hypothesis import given

from sakip import Components, Indicator, NotReported, Period, Range, Realization, Target, testing
from sakip.testing.realization import delivered, realization_of
from tests.testing.making import found


def test_met_exactly_is_common() -> None:
    """A realization that equals its target, or the lower bound of its range, is found."""
    number = Target(Indicator("X", "Cakupan", unit="%", polarity="maximize"), "12.345678")
    found(testing.realizations(target=number), lambda realization: realization.value == number.value)
    between = Target(number.indicator, Range(1, 2))
    found(testing.realizations(target=between), lambda realization: realization.value == 1)
    due = Target(number.indicator, date(2025, 6, 30))
    found(testing.realizations(target=due), lambda realization: realization.value == due.value)


@pytest.mark.parametrize("kind", [Components, NotReported])
def test_rich_realizations_are_of_every_kind(kind: type) -> None:
    """Components and states without a number are found."""
    found(testing.realizations(rich=True), lambda realization: isinstance(realization.value, kind))


@given(testing.realizations(period=Period.quarter(2025, 1)))
def test_realizations_of_one_period(realization: Realization) -> None:
    """Realizations are for the period that was asked for."""
    assert realization.period == Period.quarter(2025, 1)


@given(testing.targets(rich=True), delivered(rich=False))
def test_of_the_kind_of_its_target(target: Target, drawn: object) -> None:
    """Whatever was drawn, the realization is for the target and of its kind: a range is answered by a number."""
    made = realization_of(target, drawn, None)  # type: ignore[arg-type]
    promised = target.value.low if isinstance(target.value, Range) else target.value
    assert made.code == target.code
    assert type(made.value) is type(promised)
