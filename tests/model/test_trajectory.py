import pickle
from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given

from sakip import Period, Trajectory
from sakip.errors import InvalidValueError
from sakip.testing import trajectories

Q1, Q2, Q3, Q4 = Period.year(2025).parts("quarter")
STEPS = ((Q1, Decimal(20)), (Q2, Decimal("50.5")), (Q4, Decimal(80)))


def test_it_is_ordered_by_time() -> None:
    """It may be given as a mapping, as pairs in any order or as another one, and is kept in the order of time."""
    found = Trajectory({Q4: 80, Q1: "20.0", Q2: Decimal("50.50")})
    assert tuple(found) == STEPS
    assert found == Trajectory(STEPS[::-1]) == Trajectory(iter(STEPS)) == Trajectory([*map(list, STEPS)])
    assert found == Trajectory(found)
    assert (found.periods, found.amounts) == ((Q1, Q2, Q4), (20, Decimal("50.5"), 80))
    assert found.counts == (20_000_000, 50_500_000, 80_000_000)
    assert found.counts_by_period == {Q1: 20_000_000, Q2: 50_500_000, Q4: 80_000_000}


def test_it_is_a_sequence_of_pairs() -> None:
    """Everything that reads pairs reads it."""
    found = Trajectory(STEPS)
    assert isinstance(found, Sequence)
    assert (len(found), found[0], found[-1], found[1:]) == (3, STEPS[0], STEPS[2], STEPS[1:])
    assert dict(found) == dict(STEPS)
    assert STEPS[1] in found
    assert (Q2, Decimal(50)) not in found
    with pytest.raises(IndexError):
        found[3]
    assert repr(found) == (
        "Trajectory({Period.quarter(2025, 1): Decimal('20'), Period.quarter(2025, 2): Decimal('50.5'), "
        "Period.quarter(2025, 4): Decimal('80')})"
    )


def test_what_one_period_promises() -> None:
    """The number of just this period; zero is a number, and a year that holds it is another period."""
    found = Trajectory({Q1: 0, Q2: 5})
    assert (found.of(Q1), found.of(Q2), found.of(Q3), found.of(Period.year(2025))) == (0, 5, None, None)


def test_nothing() -> None:
    """Without a period it is empty, and false."""
    empty = Trajectory()
    assert not empty
    assert (tuple(empty), repr(empty)) == ((), "Trajectory()")
    assert empty == Trajectory({}) == Trajectory([])


@pytest.mark.parametrize(
    "pairs",
    [
        [(Q1, 1), (Q1, 1)],
        [(Q1, 1), (Period.half_year(2025, 1), 2)],
        [(Period.year(2025), 2), (Q4, 1)],
        [(Period.month(2025, 3), 1), (Q1, 1)],
        [(Q2, 1), (Period.quarter(2025, 1, starts=4), 1)],
    ],
)
def test_it_does_not_overlap(pairs: list[tuple[Period, int]]) -> None:
    """Two periods that share a day would promise twice."""
    for order in (pairs, pairs[::-1]):
        with pytest.raises(InvalidValueError) as caught:
            Trajectory(order)
        assert (caught.value.code, caught.value.path) == ("trajectory-overlap", "Target.trajectory")


@pytest.mark.parametrize(
    "steps",
    [{"2025-Q1": 1}, {Q1: 1.5}, {Q1: None}, {1: 1}, [(Q1, "1,5")], 5, None, "abc", [1, 2], [(Q1, 1, 2)], [Q1]],
    ids=repr,
)
def test_something_else(steps: object) -> None:
    """It has periods and numbers; anything else is refused by its path."""
    with pytest.raises(InvalidValueError) as caught:
        Trajectory(steps)
    assert caught.value.path == "Target.trajectory"


@given(trajectories(rich=True))
def test_equal_ones_look_alike(found: Trajectory) -> None:
    """It survives pickling through its constructor, hashes like its equal and gives what was given."""
    back = pickle.loads(pickle.dumps(found))
    assert back == found == Trajectory(dict(found))
    assert hash(back) == hash(found)
    assert [found.of(period) for period in found.periods] == [*found.amounts]
