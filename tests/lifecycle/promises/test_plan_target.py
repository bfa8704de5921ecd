import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from sakip import Indicator, Level, Range
from sakip.errors import InvalidValueError
from sakip.lifecycle import PlanTarget
from tests.lifecycle.promises.making import indicator


def test_years_in_order() -> None:
    """Values come in the order of years, however they were given, as a mapping or as pairs."""
    one = PlanTarget(indicator(), {2024: 90, 2020: "70.5"})
    other = PlanTarget(indicator(), [(2020, "70.5"), (2024, 90)])
    assert one == other == pickle.loads(pickle.dumps(one))
    assert one.years == (2020, 2024)
    assert (one.value(2020), one.value(2021), one.final) == (Decimal("70.5"), None, Decimal(90))


def test_zero_is_a_value() -> None:
    """A target of zero is a target, and not a missing one."""
    assert PlanTarget(indicator(), {2020: 0}).value(2020) == 0


def test_any_kind_of_value() -> None:
    """A range, a level and a day may be asked for."""
    found = PlanTarget(indicator(), {2020: Range(1, 2), 2021: Level("WTP"), 2022: datetime(2022, 5, 1, 8, tzinfo=UTC)})
    assert [value for _, value in found.values] == [Range(1, 2), Level("WTP"), date(2022, 5, 1)]


def test_owner_is_responsible() -> None:
    """The owner of the indicator is who is responsible; nobody where none is stated."""
    owned = Indicator("A", "Cakupan", polarity="maximize", owner="Dinas A")
    assert PlanTarget(owned, {2020: 1}).offices == ("Dinas A",)
    bare = PlanTarget(indicator("A"), {2020: 1})
    assert (bare.offices, bare.begins, bare.due, bare.text, bare.code) == ((), None, None, "Indikator A", "A")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, "no-years"),
        ([(2020, 1), (2020, 2)], "year-twice"),
        ([2020], "not-a-year"),
        ([(2020,)], "not-a-year"),
        ("2020", "not-a-list"),
        (None, "not-a-list"),
    ],
)
def test_refuses_years(values: Any, code: str) -> None:
    """No year, a year twice, and what is no pair of a year and a value."""
    with pytest.raises(InvalidValueError) as caught:
        PlanTarget(indicator(), values)
    assert caught.value.code == code
    if code == "no-years":
        assert caught.value.problem[1] == "a target of a plan without any year"
    if code == "year-twice":
        assert (caught.value.problem[1], caught.value.value) == ("this year stands twice", 2020)


@pytest.mark.parametrize("values", [{2020: 0.5}, {2020: True}, {2020: "1.234.567"}, {"2020": 1}, {1944: 1}, {9999: 1}])
def test_refuses_values(values: Any) -> None:
    """A number that no target can have, and a year that is none."""
    with pytest.raises(InvalidValueError):
        PlanTarget(indicator(), values)


def test_refuses_another_indicator() -> None:
    """A code is no indicator."""
    with pytest.raises(InvalidValueError):
        PlanTarget("IKU-1", {2020: 1})  # type: ignore[arg-type]
