"""Jabatan dalam susunan: positions of a hierarchy."""

from hypothesis import strategies as st

from sakip.cascade import Post
from sakip.testing.party import echelons
from sakip.testing.text import texts

__all__ = ["posts"]


def posts(*, rich: bool = False) -> st.SearchStrategy[Post]:
    """Jabatan dalam susunan: posts, filled and vacant, with a superior or without.

    Examples:
        >>> from sakip.testing import posts
        >>> strategy = posts()
    """
    named = texts(rich=True) if rich else st.sampled_from(("Kepala Dinas", "Sekretaris", "Kepala Bidang Layanan"))
    return st.builds(
        Post,
        named,
        unit=st.none() | (texts(rich=True) if rich else st.sampled_from(("Dinas Kesehatan", "Bappeda"))),
        echelon=st.none() | echelons(),
        superior=st.none() | named,
        vacant=st.booleans(),
    )
