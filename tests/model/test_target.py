import decimal
import pickle
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given

from sakip import BPK_OPINIONS, Indicator, Level, Period, Range, Target, Trajectory
from sakip.errors import InvalidValueError
from sakip.testing import numbers, ranges, targets
from tests.model.making import Sly, full

Q1, Q2, Q3, Q4 = Period.year(2025).parts("quarter")
NO_NUMBERS = [
    2.5,
    float("nan"),
    True,
    "1,5",
    "1.234,5",
    "\u0663",
    "1e999999999",
    "9" * 1_000_000,
    Decimal("NaN"),
    [],
    b"1",
]


@pytest.mark.parametrize(
    ("given_value", "stored"),
    [
        (2, Decimal(2)),
        ("98.50", Decimal("98.5")),
        (Decimal("1E+3"), Decimal(1000)),
        ("-0", Decimal(0)),
        (-5, Decimal(-5)),
        (10**18 - 1, Decimal(10**18 - 1)),
        ("0.000001", Decimal("0.000001")),
        (Range(1, 2), Range(1, 2)),
        (Level("WTP"), Level("WTP")),
        (date(2025, 6, 30), date(2025, 6, 30)),
    ],
)
def test_value_is_one_of_four_kinds(given_value: object, stored: object) -> None:
    """A target is a number in its one written form, a range, a level or a date."""
    value = Target(full(), given_value).value
    assert value == stored
    assert type(value) is type(stored)
    assert str(value) == str(stored)


@pytest.mark.parametrize("field", ["value", "weight", "baseline", "last_year", "worst_value", "ceiling"])
@pytest.mark.parametrize("number", NO_NUMBERS, ids=lambda number: repr(number)[:12])
def test_what_is_no_number(field: str, number: object) -> None:
    """A float, NaN, a bool, a printed or foreign number and endless digits are refused by the field's path."""
    with pytest.raises(InvalidValueError) as caught:
        Target(**{"indicator": full(), "value": 1, field: number})
    assert caught.value.path == f"Target.{field}"
    assert len(str(caught.value)) < 2000


def test_value_is_required() -> None:
    """None is no promise."""
    with pytest.raises(InvalidValueError) as caught:
        Target(full(), None)
    assert caught.value.path == "Target.value"


@pytest.mark.parametrize("indicator", ["IKU-1", None, Indicator, Sly()])
def test_indicator_is_an_indicator(indicator: Indicator) -> None:
    """A code or a name does not stand for an indicator."""
    with pytest.raises(InvalidValueError) as caught:
        Target(indicator, 1)
    assert caught.value.path == "Target.indicator"


def test_code_is_that_of_the_indicator() -> None:
    """A target is found by the code of its indicator."""
    assert Target(full("IKU-9"), 1).code == "IKU-9"


@pytest.mark.parametrize("weight", ["0.000001", 1, 100, "33.33"])
def test_positive_weights(weight: object) -> None:
    """Any positive weight is taken; what it must add up to is the policy's affair."""
    assert Target(full(), 1, weight=weight).weight == Decimal(weight)


@pytest.mark.parametrize("weight", [0, "0.0", "-0.000001", -1])
def test_weights_that_are_not_positive(weight: object) -> None:
    """A weight of zero or below cannot be."""
    with pytest.raises(InvalidValueError) as caught:
        Target(full(), 1, weight=weight)
    assert caught.value.code == "weight-not-positive"


@pytest.mark.parametrize(("low", "high"), [(80, 90), ("-1", "0"), ("0.000001", "0.000002")])
def test_range(low: object, high: object) -> None:
    """A range keeps both bounds."""
    assert (Range(low, high).low, Range(low, high).high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(("low", "high"), [(90, 80), (80, 80), ("80.0", 80), (0, "-0.000001")])
def test_range_with_its_bounds_swapped(low: object, high: object) -> None:
    """A lower bound that is not below the upper one is refused, and the error shows both."""
    with pytest.raises(InvalidValueError) as caught:
        Range(low, high)
    assert (caught.value.code, caught.value.path) == ("range-swapped", "Range")
    swapped = Range(-5, 5)
    numbers_left = len({Decimal(low), Decimal(high)})
    assert caught.value.way_out[0].startswith("Tulis Range(" if numbers_left == 2 else "Tulis satu angka, 80")
    with pytest.raises(InvalidValueError) as caught:
        evolve(swapped, low=swapped.high, high=swapped.low)
    assert "Tulis Range(-5, 5)" in str(caught.value)


@pytest.mark.parametrize("number", NO_NUMBERS, ids=lambda number: repr(number)[:12])
@pytest.mark.parametrize("place", [0, 1])
def test_bounds_are_numbers(number: object, place: int) -> None:
    """What is no number is no bound, and the error names which bound it was."""
    bounds = [1, 2]
    bounds[place] = number
    with pytest.raises(InvalidValueError) as caught:
        Range(*bounds)
    assert caught.value.path == ("Range.low", "Range.high")[place]


@pytest.mark.parametrize(
    ("found", "shown", "english"),
    [
        (Range(80, "90.5"), "80–90,5", "80–90.5"),
        (Range(0, 1), "0–1", "0–1"),
        (Range("-0.5", 1), "-0,5 sampai 1", "-0.5 to 1"),
        (Range(-1000, -2), "-1.000 sampai -2", "-1,000 to -2"),
    ],
)
def test_a_range_in_words(found: Range, shown: str, english: str) -> None:
    """Bounds stand on both sides of a dash, unless one of them brings a dash of its own."""
    assert (found.text(), found.text("en")) == (shown, english)


@given(ranges(rich=True))
def test_ranges_are_values(found: Range) -> None:
    """A range is not empty, survives pickling and hashes like its equal."""
    assert found.low < found.high
    assert pickle.loads(pickle.dumps(found)) == found
    assert hash(pickle.loads(pickle.dumps(found))) == hash(found)


def test_a_trajectory_is_made_of_what_is_given() -> None:
    """A mapping or pairs become a trajectory, and a trajectory stays what it is."""
    ready = Trajectory({Q1: 20, Q4: 80})
    assert Target(full(), 80, trajectory={Q4: 80, Q1: "20.0"}).trajectory == ready
    assert Target(full(), 80, trajectory=iter([(Q4, 80), (Q1, 20)])).trajectory == ready
    assert Target(full(), 80, trajectory=ready).trajectory is ready
    assert Target(full(), 80).trajectory is Target(full(), 90, trajectory=()).trajectory


@pytest.mark.parametrize("value", [Range(80, 90), Level("WTP"), date(2025, 6, 30)], ids=["range", "level", "date"])
def test_only_a_number_has_a_trajectory(value: object) -> None:
    """What is promised as a range, a level or a date cannot be promised period by period in numbers."""
    assert Target(full(), value, trajectory={}).trajectory == Trajectory()
    with pytest.raises(InvalidValueError) as caught:
        Target(full(), value, trajectory={Q1: 20, Q4: 80})
    assert (caught.value.code, caught.value.path) == ("trajectory-without-number", "Target.trajectory")
    assert caught.value.value == "2025-Q1"
    promised = Target(full(), 80, trajectory={Q1: 20, Q4: 80})
    with pytest.raises(InvalidValueError, match="trajectory-without-number"):
        evolve(promised, value=value)


def test_date_with_a_time_becomes_its_day() -> None:
    """A target that is a moment is kept as its day."""
    assert Target(full(), datetime(2025, 6, 30, 23, 59)).value == date(2025, 6, 30)  # noqa: DTZ001


@given(targets(rich=True))
def test_equal_targets_look_alike(target: Target) -> None:
    """A target survives pickling through its constructor, hashes like its equal and keeps its time in order."""
    back = pickle.loads(pickle.dumps(target))
    assert back == target
    assert hash(back) == hash(target)
    assert (back._number, back._others) == (target._number, target._others)
    assert all(earlier < later for (earlier, _), (later, _) in pairwise(target.trajectory))


@given(targets(), numbers(1, 100, rich=True))
def test_change_is_a_new_target(target: Target, weight: Decimal) -> None:
    """A changed copy is checked again and leaves the original alone."""
    assert evolve(target, weight=weight).weight == weight
    assert target.weight is None
    with pytest.raises(InvalidValueError):
        evolve(target, weight=0)


@given(numbers(rich=True))
def test_ambient_context_changes_no_number(number: Decimal) -> None:
    """Under a context of one digit a target keeps all its digits."""
    with decimal.localcontext(decimal.Context(prec=1, traps=[decimal.Inexact, decimal.Rounded])):
        assert Target(full(), number).value == number


def test_target_of_a_level_needs_no_scale_to_exist() -> None:
    """A level outside any scale can be written down; that it is wrong is a finding."""
    assert Target(full(scale=BPK_OPINIONS), Level("AAA")).value == Level("AAA")
