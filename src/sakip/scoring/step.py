"""Langkah tercatat: one recorded value on the way to a score."""

from fractions import Fraction

from attrs import frozen

from sakip.base.text import Text
from sakip.scoring.aggregation import Root

__all__ = ["Step"]


@frozen
class Step:
    """Langkah: what was done, and the exact number after it.

    Attributes:
        what: The step in words, in both languages.
        value: The number after the step; a `Root` after a geometric mean.
        decimals: The decimals that the step rounded to, None where it did not round.
    """

    what: Text
    value: Fraction | Root
    decimals: int | None = None
