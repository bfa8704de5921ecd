"""Angka kolom: the numbers of the cells of one column, each read or refused by itself."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from sakip.base.notation import Convention
from sakip.base.notation.marks import Speech, parts_of, speech_of
from sakip.base.number import FRACTION_DIGITS, INTEGER_DIGITS
from sakip.model.cell.faults import AMBIGUOUS, CONVENTION, RANGE_SWAPPED, TOO_LARGE, Fault, no_number, shown
from sakip.model.cell.reading import Cell

__all__ = ["Bounds", "ColumnNumbers", "numbers_of", "speech_in"]


class Bounds(NamedTuple):
    """Batas rentang: the two numbers of a range, the lower first."""

    low: Decimal
    high: Decimal


class ColumnNumbers(NamedTuple):
    """Angka sebuah kolom: what `numbers_of` read.

    Attributes:
        readings: One for each cell, in order: a number, the bounds of a range, a fault, or None where the cell is
            blank, a date or a word.
        convention: The one that was given, or the one that every deciding cell speaks; None where no cell decides or
            where they contradict each other.
        evidence: The numbers with a reading in one convention only, as printed and each once; empty where the
            convention was given.
    """

    readings: tuple[Decimal | Bounds | Fault | None, ...]
    convention: Convention | None
    evidence: tuple[str, ...] = ()


def numbers_of(cells: Iterable[Cell], convention: Convention | None = None) -> ColumnNumbers:
    """Baca angka kolom: the number of every cell, unclear ones by the evidence of the clear ones.

    As `parse_numbers`, save that a bad cell spoils only itself: where the column does not decide, each unclear cell
    has a fault and the others are read. Cells that came as numbers say nothing about how the column is written.

    Args:
        cells: What `read_cell` made of the cells of one column.
        convention: Given, it holds for every cell and nothing is inferred.

    Examples:
        >>> from sakip.model.cell.reading import read_cell
        >>> column = numbers_of(map(read_cell, ["1.234", "98,5 %", "", "7 - 8", "A"]))
        >>> column.convention, column.evidence, column.readings[0], column.readings[3].low
        ('id', ('98,5',), Decimal('1234'), Decimal('7'))
    """
    column = tuple(cells)
    if convention is not None:
        return ColumnNumbers(tuple(_reading(cell, convention) for cell in column), convention)
    evidence: dict[str, Speech] = {}
    for cell in column:
        for printed in (cell.text, cell.high) if cell.kind == "range" else (cell.text,) if cell.undecided else ():
            speech = speech_in(printed)
            if speech == "id" or speech == "en":  # noqa: PLR1714 - narrows the type
                evidence[printed] = speech
    spoken = set(evidence.values())
    decided: Convention | None = None
    if len(spoken) == 1:
        decided = "id" if "id" in spoken else "en"
    return ColumnNumbers(tuple(_reading(cell, decided) for cell in column), decided, tuple(evidence))


def _reading(cell: Cell, convention: Convention | None) -> Decimal | Bounds | Fault | None:
    if cell.undecided:
        return _number(cell.text, convention)
    if cell.kind == "number":
        return cell.number
    if cell.kind != "range":
        return cell.fault
    low, high = _number(cell.text, convention), _number(cell.high, convention)
    if isinstance(low, Fault):
        return low
    if isinstance(high, Fault):
        return high
    if low > high:
        return Fault(RANGE_SWAPPED, (("low", cell.text), ("high", cell.high)))
    return Bounds(low, high)


def _bare(printed: str) -> tuple[str, str, bool]:
    """Sign, number, and whether ``,-`` closed it, as after whole rupiah."""
    sign, number = ("-", printed[1:]) if printed[0] in "-\u2212" else ("", printed)
    return (sign, number[:-2], True) if number.endswith(",-") else (sign, number, False)


def speech_in(printed: str) -> Speech | None:
    """Isyarat angka tercetak: as `speech_of`, for a number with its sign and the ``,-`` that closes whole rupiah.

    Examples:
        >>> speech_in("-2,5"), speech_in("1.250.000,-"), speech_in("-3.5")
        ('id', 'id', 'en')
    """
    if speech := speech_of(printed):
        return speech
    _, number, whole = _bare(printed)
    if not whole:
        return speech_of(number)
    parts = parts_of(number, "id")
    return "id" if parts is not None and not parts[1] else None


def _number(printed: str, convention: Convention | None) -> Decimal | Fault:
    if convention is None:
        speech = speech_in(printed)
        if speech == "unclear":
            return _ambiguous(printed)
        convention = "en" if speech == "en" else "id"
    sign, parts = "", parts_of(printed, convention)
    if parts is None:  # a sign, a closing ",-", or no number at all
        sign, number, whole = _bare(printed)
        parts = parts_of(number, convention)
        if parts is None or (whole and (convention != "id" or parts[1])):
            if speech_in(printed) is None:
                return no_number(printed)
            return Fault(CONVENTION, (("cell", shown(printed)), ("convention", convention)))
    digits, decimals = parts
    decimals = decimals.rstrip("0")
    if len(decimals) > FRACTION_DIGITS or (len(digits) > INTEGER_DIGITS and len(digits.lstrip("0")) > INTEGER_DIGITS):
        return Fault(TOO_LARGE, (("cell", shown(printed)),))
    value = Decimal(f"{sign}{digits}.{decimals}" if decimals else sign + digits)
    return value or Decimal(0)


def _ambiguous(printed: str) -> Fault:
    sign, number, _ = _bare(printed)
    first, last = number[:-4], number[-3:]
    return Fault(
        AMBIGUOUS,
        (("cell", printed), ("thousands", f"{sign}{first}{last}"), ("decimals", f"{sign}{first}.{last}")),
    )
