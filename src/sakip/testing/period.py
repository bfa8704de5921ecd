"""Periode: of any kind, in a span of years."""

from collections.abc import Iterable
from typing import get_args

from hypothesis import strategies as st

from sakip import Period
from sakip.model.period import PeriodKind

__all__ = ["periods"]


def periods(
    *,
    kinds: Iterable[PeriodKind] = get_args(PeriodKind),
    years: tuple[int, int] = (2024, 2026),
    rich: bool = False,
) -> st.SearchStrategy[Period]:
    """Periode: periods of some kinds in a span of fiscal years; with ``rich`` of any year and any first month.

    Examples:
        >>> from sakip.testing import periods
        >>> strategy = periods(kinds=["quarter"], years=(2025, 2025))
    """
    numbered = [
        st.tuples(st.just(kind), st.integers(1, len(Period.year(2025).parts(kind)))) for kind in dict.fromkeys(kinds)
    ]
    return st.builds(
        _period,
        st.one_of(numbered),
        st.integers(1945, 9998) if rich else st.integers(*years),
        st.integers(1, 12) if rich else st.just(1),
    )


def _period(part: tuple[PeriodKind, int], year: int, starts: int) -> Period:
    kind, number = part
    return Period(kind, year, number, starts=starts)
