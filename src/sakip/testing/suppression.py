"""Pengecualian: findings that are set aside."""

from datetime import date

from hypothesis import strategies as st

from sakip.cascade import CATALOGUE, Suppression
from sakip.testing.text import texts, words

__all__ = ["suppressions"]


def suppressions(*, rich: bool = False) -> st.SearchStrategy[Suppression]:
    """Pengecualian: suppressions of a code, of some subjects or of all; with ``rich`` also of one fingerprint.

    Examples:
        >>> from sakip.testing import suppressions
        >>> strategy = suppressions()
    """
    days = st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31))
    prints = st.none() | st.text("0123456789abcdef", min_size=64, max_size=64) if rich else st.none()
    subjects = st.sampled_from(("*", "KADIS*", "*/IKU-1"))
    return st.builds(
        Suppression,
        texts(rich=rich),
        by=texts(rich=True) if rich else st.sampled_from(("Biro Organisasi", "Bappeda")),
        fingerprint=prints,
        code=st.sampled_from([check.code for check in CATALOGUE]),
        subject=subjects | texts(rich=True) if rich else subjects,
        on=days,
        until=days,
        reference=words(rich=rich),
    )
