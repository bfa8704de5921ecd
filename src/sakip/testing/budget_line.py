"""Baris anggaran: programmes, activities and sub-activities."""

from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from sakip import BudgetLine
from sakip.model.budget_line import BudgetKind
from sakip.testing.text import codes, texts

__all__ = ["budget_lines"]


def budget_lines(*, rich: bool = False) -> st.SearchStrategy[BudgetLine]:
    """Baris anggaran: programmes, activities and sub-activities; with ``rich`` also amounts in sen, and links.

    Examples:
        >>> from sakip.testing import budget_lines
        >>> strategy = budget_lines()
    """
    amounts = st.integers(0, 10**12 if not rich else 10**18 - 1).map(Decimal)
    if rich:
        amounts = st.one_of(amounts, st.integers(0, 10**20 - 1).map(lambda count: Decimal(f"{count}e-2")))
    part = st.integers(1, 99).map("{:02d}".format)
    return st.builds(
        BudgetLine,
        st.lists(part, min_size=1, max_size=5).map(".".join),
        texts(rich=rich),
        kind=st.sampled_from(get_args(BudgetKind)),
        ceiling=amounts,
        realization=st.none() | amounts,
        version=st.none() | st.sampled_from(("DPA", "DPPA")),
        targets=st.lists(codes(rich=rich), max_size=2) if rich else st.just(()),
    )
