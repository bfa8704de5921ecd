"""Satuan dalam gabungan: what the words of a unit say of its numbers: a multiple of another unit, parts of a whole."""

from fractions import Fraction

from sakip.cascade.rollup.span import Exact, exact_of
from sakip.model.cell.units import same_unit

__all__ = ["conversion", "whole_of"]

_WHOLES = (("%", 100), ("\u2030", 1000))
_TIMES = (("ribu", 10**3), ("juta", 10**6), ("miliar", 10**9), ("triliun", 10**12))


def conversion(child: str, parent: str) -> Exact | None:
    """Konversi satuan: how many of the parent's unit are one of the child's; None where the words do not tell.

    Spellings of one unit are one unit, and a count of thousands, millions and so on, written before or after the unit,
    is a multiple of it.

    Examples:
        >>> conversion("Persen", "%"), conversion("ribu orang", "Orang"), conversion("%", "rupiah")
        (1, 1000, None)
        >>> conversion("Rp juta", "miliar rupiah")
        Fraction(1, 1000)
    """
    if same_unit(child, parent):
        return 1
    (times, one), (others, other) = _parted(child), _parted(parent)
    return exact_of(Fraction(times, others)) if same_unit(one, other) else None


def whole_of(unit: str | None) -> int | None:
    """Keseluruhan: how much the whole is where a unit counts parts of it; None where it does not say so.

    Examples:
        >>> whole_of("Persen (%)"), whole_of("per mil"), whole_of("indeks"), whole_of(None)
        (100, 1000, None, None)
    """
    return None if unit is None else next((whole for part, whole in _WHOLES if same_unit(unit, part)), None)


def _parted(unit: str) -> tuple[int, str]:
    """The multiplier that stands first or last, and the unit without it."""
    words = unit.split()
    for rest, word in ((words[1:], words[0]), (words[:-1], words[-1])) if len(words) > 1 else ():
        for name, times in _TIMES:
            if same_unit(word, name):
                return times, " ".join(rest)
    return 1, unit
