"""Rujukan tak dikenal: names in a cascade that mean nothing, or more than one thing."""

from typing import NamedTuple

__all__ = ["Unresolved"]


class Unresolved(NamedTuple):
    """Rujukan tak dikenal: a name that means nothing here, or several things.

    Attributes:
        subject: What names it: ``link``, ``post``, ``agreement``, ``tenure``, ``facts``, ``group`` or ``realization``.
        number: Place in its list.
        side: ``child``, ``parent``, ``superior``, ``position`` or ``node``.
        name: As it is written.
        found: What it could mean, where that is more than one thing.
        near: What is written nearly like it, where it means nothing.
    """

    subject: str
    number: int
    side: str
    name: str
    found: tuple[str, ...]
    near: tuple[str, ...]
