"""Salah angka: a power of ten too many or too few, and two digits that changed places."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from sakip.base.slips import Slip, factors, transpositions
from sakip.base.text import Text
from sakip.cascade.causes.guess import Guess
from sakip.cascade.causes.setting import Setting
from sakip.cascade.rollup.cells import Cell, Parts
from sakip.cascade.rollup.rollup import Operand
from sakip.cascade.rollup.span import Exact, tidy

__all__ = ["powers_of_ten", "swapped_digits"]

_FACTOR = Text(
    "angka {children} ({stated}) salah kelipatan sepuluh: yang cocok {meant}",
    "the number of {children} ({stated}) is off by a power of ten: {meant} fits",
)
_FACTOR_OWN = Text(
    "angka itu ({stated}) salah kelipatan sepuluh: yang cocok {meant}",
    "the number itself ({stated}) is off by a power of ten: {meant} fits",
)
_SWAPPED = Text(
    "dua angka berdampingan pada {children} tertukar: {stated} seharusnya {meant}",
    "two neighbouring digits of {children} are swapped: {stated} should be {meant}",
)
_SWAPPED_OWN = Text(
    "dua angka berdampingan tertukar: {stated} seharusnya {meant}",
    "two neighbouring digits are swapped: {stated} should be {meant}",
)
_MOST_DECIMALS = 6


def powers_of_ten(setting: Setting) -> Iterator[Guess]:
    """Faktor sepuluh (H12): 10, 100 or 1000 times too large or too small, as when a comma is read for a dot."""
    yield from _tried(setting, "H12", _FACTOR, _FACTOR_OWN)


def swapped_digits(setting: Setting) -> Iterator[Guess]:
    """Angka tertukar (H13): two digits side by side."""
    yield from _tried(setting, "H13", _SWAPPED, _SWAPPED_OWN)


def _slips(setting: Setting, code: str, node: int, value: Exact) -> Iterable[Slip]:
    if code == "H12":
        return factors(Fraction(value))
    declared = setting.case.graph.indicator(node).decimals or 0
    decimals = max(declared, next((at for at in range(_MOST_DECIMALS) if (value * 10**at) % 1 == 0), _MOST_DECIMALS))
    return transpositions(Fraction(value), decimals)


def _tried(setting: Setting, code: str, message: Text, own_message: Text) -> Iterator[Guess]:
    if not setting.is_complete:
        return
    own, rolled = setting.own.point, setting.rolled.span
    if own is not None and rolled is not None:
        for slip in _slips(setting, code, setting.parent, own):
            meant = tidy(slip.meant)
            span = setting.cell_of(setting.parent, meant).span
            if span is not None and span.meets(rolled):
                yield Guess(code, 1, own_message, (("stated", own), ("meant", meant)))
    if setting.rolled.kind == "same" and len(setting.counted) > 1:
        return
    for place, one in enumerate(setting.counted):
        for stated, meant, changed in _changed(setting, code, one):
            if setting.fits(setting.with_child(place, changed)):
                yield Guess(code, 3, message, (("stated", stated), ("meant", meant)), (one.child,))


def _changed(setting: Setting, code: str, operand: Operand) -> Iterator[tuple[Exact, Exact, Operand]]:
    """A child with each slip undone: in its number, or in the parts that its ratio is made of."""
    point, parts = setting.stated(operand).point, operand.cell.parts
    if parts is not None and setting.rolled.kind == "pool":
        for at in range(2):
            for slip in _slips(setting, code, operand.child, parts[at]):
                meant = tidy(slip.meant)
                other = Parts(meant, parts[1], parts[2]) if at == 0 else Parts(parts[0], meant, parts[2])
                if other.denominator:
                    cell = Cell("given", other.value, setting.cell_of(operand.child, other.value).span, other)
                    yield parts[at], meant, operand._replace(cell=cell)
    elif point is not None:
        for slip in _slips(setting, code, operand.child, point):
            meant = tidy(slip.meant)
            yield point, meant, setting.with_number(operand, meant)
