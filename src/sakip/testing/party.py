"""Pihak: parties and their levels of the organisation."""

from hypothesis import strategies as st

from sakip import Echelon, Party
from sakip.model.party import ECHELON_CODES
from sakip.testing.text import codes, texts, words

__all__ = ["echelons", "parties"]


def echelons() -> st.SearchStrategy[Echelon]:
    """Jenjang: every level of the organisation.

    Examples:
        >>> from sakip.testing import echelons
        >>> strategy = echelons()
    """
    return st.sampled_from(ECHELON_CODES).map(Echelon)


def parties(*, rich: bool = False) -> st.SearchStrategy[Party]:
    """Pihak: parties of an agreement; with ``rich`` the name of an official is among the fields.

    Examples:
        >>> from sakip.testing import parties
        >>> strategy = parties()
    """
    plain = st.sampled_from(("Kepala Dinas", "Sekretaris", "Kepala Bagian Perencanaan"))
    return st.builds(
        Party,
        texts(rich=True) if rich else plain,
        office=st.none() | (texts(rich=True) if rich else st.sampled_from(("Dinas Kesehatan", "Bappeda"))),
        code=st.none() | codes(rich=rich),
        echelon=st.none() | echelons(),
        official=words(rich=rich),
    )
