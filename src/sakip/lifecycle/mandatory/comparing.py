"""Membandingkan target: how a promised target stands to the one that is mandatory."""

from datetime import date
from decimal import Decimal
from typing import Literal

from sakip.model.indicator import Polarity
from sakip.model.scale import Level, OrdinalScale
from sakip.model.target import Range

__all__ = ["Relation", "Value", "relation"]

Value = Decimal | Range | Level | date
"""Nilai target: a number, a range, a level or a date."""
Relation = Literal["same", "better", "weaker", "other"]
"""Hubungan: equal, better or weaker in the direction of the polarity, or neither."""


def relation(promised: Value, wanted: Value, polarity: Polarity, scale: OrdinalScale | None = None) -> Relation:
    """Hubungan dua target: whether what is promised is the same, better or weaker than what is wanted.

    A range promises the bound that is worse in the direction of the polarity; where the target is to be kept stable,
    what lies inside the wanted range is better and what does not is weaker. An earlier day is better. Values of two
    kinds, and levels that the scale does not order, are neither.

    Args:
        promised: The target of an agreement.
        wanted: The target that is mandatory.
        polarity: Which direction is better.
        scale: What orders levels.

    Examples:
        >>> relation(Decimal(92), Decimal(90), "maximize"), relation(Decimal(92), Decimal(90), "minimize")
        ('better', 'weaker')
        >>> relation(Range(80, 95), Decimal(90), "maximize"), relation(date(2022, 6, 30), Decimal(90), "maximize")
        ('weaker', 'other')
    """
    if promised == wanted:
        return "same"
    if isinstance(promised, Level) and isinstance(wanted, Level):
        return _of_levels(promised, wanted, scale)
    if isinstance(promised, date) and isinstance(wanted, date):
        return "better" if promised < wanted else "weaker"
    if isinstance(promised, Decimal | Range) and isinstance(wanted, Decimal | Range):
        return _of_numbers(promised, wanted, polarity)
    return "other"


def _of_levels(promised: Level, wanted: Level, scale: OrdinalScale | None) -> Relation:
    if scale is None or promised not in scale or wanted not in scale:
        return "other"
    own, asked = scale.rank(promised), scale.rank(wanted)
    return "same" if own == asked else "better" if own > asked else "weaker"


def _of_numbers(promised: Decimal | Range, wanted: Decimal | Range, polarity: Polarity) -> Relation:
    (low, high), (least, most) = _bounds(promised), _bounds(wanted)
    if polarity == "maximize":
        return "better" if low >= least else "weaker"
    if polarity == "minimize":
        return "better" if high <= most else "weaker"
    if isinstance(wanted, Range):
        return "better" if least <= low and high <= most else "weaker"
    return "other"


def _bounds(value: Decimal | Range) -> tuple[Decimal, Decimal]:
    return (value.low, value.high) if isinstance(value, Range) else (value, value)
