"""Target: numbers, ranges, levels and dates that are promised."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from sakip import Indicator, Period, Range, Target, Trajectory
from sakip.testing.indicator import indicators
from sakip.testing.number import numbers
from sakip.testing.scale import level_or

__all__ = ["ranges", "targets", "trajectories"]


def ranges(*, rich: bool = False) -> st.SearchStrategy[Range]:
    """Rentang: ranges with a lower bound below the upper one.

    Examples:
        >>> from sakip.testing import ranges
        >>> strategy = ranges()
    """
    bounds = st.lists(numbers(rich=rich), min_size=2, max_size=2, unique=True)
    return bounds.map(sorted).map(lambda pair: Range(pair[0], pair[1]))


def trajectories(*, rich: bool = False) -> st.SearchStrategy[Trajectory]:
    """Lintasan: numbers for some of the quarters of 2025, or for none; with ``rich`` any number.

    Examples:
        >>> from sakip.testing import trajectories
        >>> strategy = trajectories()
    """
    return st.dictionaries(st.sampled_from(Period.year(2025).parts("quarter")), numbers(rich=rich)).map(Trajectory)


def targets(
    *,
    indicator: Indicator | None = None,
    weighted: bool = False,
    rich: bool = False,
) -> st.SearchStrategy[Target]:
    """Target: targets of one indicator or of any; levels for ordinal indicators, numbers and ranges for others.

    With ``rich`` also dates, zero and negative targets, baselines, worst values, ceilings and, where the target is a
    number, trajectories.

    Examples:
        >>> from sakip.testing import targets
        >>> strategy = targets(weighted=True)
    """
    values: st.SearchStrategy[Decimal | Range | date] = numbers(1, 1000)
    if rich:
        values = st.one_of(numbers(rich=True), numbers(), st.just(Decimal(0)), ranges(rich=True), st.dates())
    quarters = st.tuples(*(st.tuples(st.just(part), numbers()) for part in Period.year(2025).parts("quarter")))
    other = st.none() | numbers(rich=True) if rich else st.none()
    return st.builds(
        _target,
        _any_indicator(rich=rich) if indicator is None else st.just(indicator),
        values,
        st.integers(0, 7),
        weight=numbers(1, 100) if weighted else st.none(),
        trajectory=st.just(()) | quarters if rich else st.just(()),
        baseline=other,
        last_year=other,
        worst_value=other,
        ceiling=other,
    )


def _any_indicator(*, rich: bool) -> st.SearchStrategy[Indicator]:
    counted, ranked = indicators(rich=rich), indicators(ordinal=True, rich=rich)
    return st.integers(0, 3).flatmap(lambda one: ranked if one == 3 else counted)


def _target(indicator: Indicator, value: Decimal | Range | date, place: int, **fields: Any) -> Target:
    promised = level_or(indicator.scale, value, place)
    if not isinstance(promised, Decimal):
        fields["trajectory"] = ()
    return Target(indicator, promised, **fields)
