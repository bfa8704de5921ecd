"""Skala ordinal: scales and their levels."""

from typing import TypeVar

from hypothesis import strategies as st

from sakip import AKIP_LETTERS, BPK_OPINIONS, Level, OrdinalScale, Reference
from sakip.testing.reference import references
from sakip.testing.text import texts, words

__all__ = ["level_or", "levels", "scales"]

Value = TypeVar("Value")


def scales(*, rich: bool = False) -> st.SearchStrategy[OrdinalScale]:
    """Skala ordinal: the opinions of BPK, the AKIP letters; with ``rich`` scales of any names, some sharing a rank.

    Examples:
        >>> from sakip.testing import scales
        >>> strategy = scales()
    """
    if not rich:
        return st.sampled_from((BPK_OPINIONS, AKIP_LETTERS))
    return st.builds(
        _scale,
        st.lists(texts(rich=True), min_size=2, max_size=8, unique=True),
        st.integers(0, 6),
        words(rich=True),
        st.none() | references(rich=True),
    )


def _scale(names: list[str], shared: int, title: str | None, reference: Reference | None) -> OrdinalScale:
    first = 1 + shared % (len(names) - 1)
    return OrdinalScale([tuple(names[:first]), *names[first:]], title=title, reference=reference)


def levels(scale: OrdinalScale = BPK_OPINIONS) -> st.SearchStrategy[Level]:
    """Tingkat: the levels of a scale.

    Examples:
        >>> from sakip.testing import levels
        >>> strategy = levels()
    """
    return st.sampled_from(scale.names).map(Level)


def level_or(scale: OrdinalScale | None, value: Value, place: int) -> Value | Level:
    """Tingkat atau angka: the value itself, or where there is a scale the level at a place of it.

    Examples:
        >>> level_or(None, 80, 3), level_or(AKIP_LETTERS, 80, 3)
        (80, Level(name='B'))
    """
    return value if scale is None else Level(scale.names[place % len(scale.names)])
