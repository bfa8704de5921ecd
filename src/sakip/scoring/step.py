"""Langkah tercatat: one recorded value on the way to a score."""

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from sakip.base.text import Text
from sakip.scoring.aggregation import Root
from sakip.scoring.outcome import Quotient

__all__ = ["Step", "achievement_of", "values"]


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


def values(trace: Sequence[Quotient | Root]) -> tuple[Fraction | Root, ...]:
    """Angka jejak: the recorded numbers of a trace, the first one and the one after each step.

    Examples:
        >>> values(((200, 3), (6667, 100)))
        (Fraction(200, 3), Fraction(6667, 100))
    """
    return tuple(number if isinstance(number, Root) else Fraction(*number) for number in trace)


def achievement_of(trace: Sequence[Quotient]) -> Fraction:
    """Capaian: the first number of an indicator's trace, before caps, conversions and roundings.

    Examples:
        >>> achievement_of(((200, 3), (6667, 100)))
        Fraction(200, 3)
    """
    return Fraction(*trace[0])
