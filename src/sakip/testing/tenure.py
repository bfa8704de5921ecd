"""Masa jabatan: of any kind, with an end or without."""

from datetime import date
from typing import Any, get_args

from attrs import evolve
from hypothesis import strategies as st

from sakip import Party, Tenure
from sakip.base.kind import FIRST_DAY, LAST_DAY
from sakip.model.tenure import TenureKind
from sakip.testing.party import parties
from sakip.testing.reference import references
from sakip.testing.text import texts

__all__ = ["tenures"]


def tenures(*, rich: bool = False) -> st.SearchStrategy[Tenure]:
    """Masa jabatan: tenures of any kind, some of them without an end.

    Examples:
        >>> from sakip.testing import tenures
        >>> strategy = tenures()
    """
    first, last = (FIRST_DAY, LAST_DAY) if rich else (date(2023, 1, 1), date(2026, 12, 31))
    days = st.dates(first, last)
    return st.builds(
        _tenure,
        parties(rich=rich),
        texts(rich=True) if rich else st.sampled_from(("Contoh A", "Contoh B", "Contoh C")),
        st.tuples(days, days).map(sorted),
        ended=st.booleans(),
        kind=st.sampled_from(get_args(TenureKind)),
        legal_basis=st.none() | references(rich=rich),
    )


def _tenure(party: Party, official: str, days: list[date], *, ended: bool, **fields: Any) -> Tenure:
    starts, ends = days
    return Tenure(evolve(party, official=None), official, starts=starts, ends=ends if ended else None, **fields)
