"""Rujukan: legal references of any kind."""

from typing import get_args

from hypothesis import strategies as st

from sakip import Reference
from sakip.base.reference import Certainty
from sakip.testing.text import texts

__all__ = ["references"]


def references(*, rich: bool = False) -> st.SearchStrategy[Reference]:
    """Rujukan: legal references.

    Examples:
        >>> from sakip.testing import references
        >>> strategy = references()
    """
    return st.builds(
        Reference,
        texts(rich=rich),
        article=st.none() | texts(rich=rich),
        certainty=st.sampled_from(get_args(Certainty)),
    )
