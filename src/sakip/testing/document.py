"""Dokumen anggaran: ratified budget documents with their lines."""

from datetime import date

from hypothesis import strategies as st

from sakip.base.kind import FIRST_DAY, LAST_DAY
from sakip.cascade import BudgetDocument
from sakip.testing.budget_line import budget_lines
from sakip.testing.text import texts

__all__ = ["budget_documents"]


def budget_documents(*, rich: bool = False) -> st.SearchStrategy[BudgetDocument]:
    """Dokumen anggaran: budget documents of one unit or of all, as they were ratified or changed.

    Examples:
        >>> from sakip.testing import budget_documents
        >>> strategy = budget_documents()
    """
    days = st.dates(FIRST_DAY, LAST_DAY) if rich else st.dates(date(2024, 12, 1), date(2025, 12, 31))
    return st.builds(
        BudgetDocument,
        st.sampled_from(("DPA", "DPPA")) | texts(rich=True) if rich else st.sampled_from(("DPA", "DPPA")),
        ratified_on=days,
        lines=st.lists(budget_lines(rich=rich), max_size=3),
        unit=st.none() | (texts(rich=True) if rich else st.sampled_from(("Dinas Kesehatan", "Bappeda"))),
    )
