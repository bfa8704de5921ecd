"""Sasaran: a few targets under one name."""

from hypothesis import strategies as st

from sakip import Objective
from sakip.testing.target import targets
from sakip.testing.text import codes, texts

__all__ = ["objectives"]


def objectives(*, weighted: bool = False, rich: bool = False) -> st.SearchStrategy[Objective]:
    """Sasaran: objectives of one to three targets with codes of their own.

    Examples:
        >>> from sakip.testing import objectives
        >>> strategy = objectives()
    """
    found = st.lists(
        targets(weighted=weighted, rich=rich),
        min_size=1,
        max_size=3,
        unique_by=lambda target: target.code,
    )
    cites = st.lists(codes(), max_size=2) if rich else st.just(())
    return st.builds(Objective, texts(rich=rich), found, code=st.none() | codes(rich=rich), cites=cites)
