"""Tebakan: one way in which a number can have gone wrong, before all that say the same are put together."""

from typing import NamedTuple

from sakip.base.text import Argument, Text

__all__ = ["Guess"]


class Guess(NamedTuple):
    """Tebakan.

    Attributes:
        code: ``H01`` to ``H15``.
        rank: How much has to be assumed: 0 for a formula, 1 for the parent's own number, 2 for one child, 3 for its
            digits.
        message: What would have happened; ``{children}`` stands for the children.
        arguments: What fills the message beside them.
        children: Numbers of the children that it is about.
        together: Whether all of them are meant, and not any one.
    """

    code: str
    rank: int
    message: Text
    arguments: tuple[tuple[str, Argument], ...] = ()
    children: tuple[int, ...] = ()
    together: bool = False
