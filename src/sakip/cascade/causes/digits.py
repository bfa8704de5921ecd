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


class _Slips:
    """What could have been meant by a number; found once for each, since the numbers of a large group repeat."""

    def __init__(self, setting: Setting, code: str) -> None:
        self._setting, self._code = setting, code
        self._known: dict[tuple[Exact, int], tuple[Exact, ...]] = {}

    def of(self, node: int, value: Exact) -> tuple[Exact, ...]:
        """The numbers that may have been meant where a node states this one."""
        key = value, self._setting.case.graph.indicator(node).decimals or 0
        if key not in self._known:
            self._known[key] = tuple(tidy(slip.meant) for slip in self._made(*key))
        return self._known[key]

    def _made(self, value: Exact, declared: int) -> Iterable[Slip]:
        if self._code == "H12":
            return factors(Fraction(value))
        written = next((at for at in range(_MOST_DECIMALS) if (value * 10**at) % 1 == 0), _MOST_DECIMALS)
        return transpositions(Fraction(value), max(declared, written))


def _tried(setting: Setting, code: str, message: Text, own_message: Text) -> Iterator[Guess]:
    if not setting.is_complete:
        return
    slips = _Slips(setting, code)
    own, rolled = setting.own.point, setting.rolled.span
    if own is not None and rolled is not None:
        for meant in slips.of(setting.parent, own):
            span = setting.cell_of(setting.parent, meant).span
            if span is not None and span.meets(rolled):
                yield Guess(code, 1, own_message, (("stated", own), ("meant", meant)))
    if setting.rolled.kind == "same" and len(setting.counted) > 1:
        return
    for place, one in enumerate(setting.counted):
        for stated, meant, changed in _changed(setting, slips, place, one):
            if setting.fits(setting.with_child(place, changed)):
                yield Guess(code, 3, message, (("stated", stated), ("meant", meant)), (one.child,))


def _changed(setting: Setting, slips: _Slips, place: int, operand: Operand) -> Iterator[tuple[Exact, Exact, Operand]]:
    """A child with each slip undone: in its number, or in the parts that its ratio is made of."""
    point, parts = setting.stated(operand).point, operand.cell.parts
    if parts is not None and setting.rolled.kind == "pool":
        for at in range(2):
            for meant in slips.of(operand.child, parts[at]):
                other = Parts(meant, parts[1], parts[2]) if at == 0 else Parts(parts[0], meant, parts[2])
                if other.denominator:
                    cell = Cell("given", other.value, setting.cell_of(operand.child, other.value).span, other)
                    yield parts[at], meant, operand._replace(cell=cell)
    elif point is not None:
        for meant in slips.of(operand.child, point):
            if setting.may_be(place, meant):
                yield point, meant, setting.with_number(operand, meant)
