"""Angka kolom: the numbers of the cells of one column, each read or refused by itself."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from sakip.base.notation import Convention
from sakip.base.notation.marks import Speech, parts_of, speech_of, spoken_parts
from sakip.base.number import FRACTION_DIGITS, INTEGER_DIGITS
from sakip.model.cell.faults import AMBIGUOUS, CONVENTION, RANGE_SWAPPED, TOO_LARGE, Fault, no_number, shown
from sakip.model.cell.reading import Cell

__all__ = [
    "Bounds",
    "ColumnNumbers",
    "Printed",
    "convention_of",
    "numbers_of",
    "printed_numbers",
    "speech_in",
    "spoken_number",
]


class Bounds(NamedTuple):
    """Batas rentang: the two numbers of a range, the lower first."""

    low: Decimal
    high: Decimal


class Printed(NamedTuple):
    """Angka tercetak: an exact number and how finely it is written: 98,50 is 9850 with 2 decimals."""

    digits: int
    decimals: int


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
    decided, evidence = (convention, {}) if convention is not None else convention_of(column)
    # The numbers of a column repeat, so each is read once.
    numbers = {printed: _number(printed, decided) for printed in {one for cell in column for one in _printed(cell)}}
    return ColumnNumbers(tuple(_reading(cell, numbers) for cell in column), decided, tuple(evidence))


def convention_of(cells: Iterable[Cell]) -> tuple[Convention | None, dict[str, Speech]]:
    """Konvensi kolom: the one that every deciding cell speaks, and each deciding number with what it speaks.

    Examples:
        >>> from sakip.model.cell.reading import read_cell
        >>> convention_of(map(read_cell, ["1.234", "98,5", "0.5"]))
        (None, {'98,5': 'id', '0.5': 'en'})
    """
    evidence: dict[str, Speech] = {}
    for cell in cells:
        for printed in _printed(cell):
            speech = speech_in(printed)
            if speech == "id" or speech == "en":  # noqa: PLR1714 - narrows the type
                evidence[printed] = speech
    spoken = set(evidence.values())
    decided: Convention | None = None
    if len(spoken) == 1:
        decided = "id" if "id" in spoken else "en"
    return decided, evidence


def printed_numbers(printed: str, convention: Convention | None = None) -> tuple[Printed, ...]:
    """Bacaan angka tercetak: what a printed number can mean, each reading with the decimals that it shows.

    A number in the other convention keeps its one reading: nobody reads ``98.5`` as anything else. Decimals beyond
    those that may enter a calculation are read too, since foreign tables print them.

    Args:
        printed: Digits, dots and commas, a sign before them or ``,-`` behind them allowed.
        convention: How an unclear number is read; without it each of its two readings is given.

    Returns:
        Nothing where it is no number, or one of more than 18 digits on either side of its mark.

    Examples:
        >>> printed_numbers("98,50"), printed_numbers("1.234", "id")
        ((Printed(digits=9850, decimals=2),), (Printed(digits=1234, decimals=0),))
        >>> [reading.decimals for reading in printed_numbers("1.234")]
        [0, 3]
    """
    found = spoken_number(printed)
    if found is None:
        return ()
    speech, count, places = found
    if speech != "unclear":
        return (Printed(count, places),)
    thousands, decimal = Printed(count, 0), Printed(count, places)
    by_dot = "." in printed
    if convention is None:
        return (thousands, decimal) if by_dot else (decimal, thousands)
    return (thousands,) if by_dot == (convention == "id") else (decimal,)


def spoken_number(printed: str) -> tuple[Speech, int, int] | None:
    """Angka dan isyaratnya: which convention a printed number speaks, its digits as a count, and its decimals.

    The decimals of an unclear number are those behind its only mark.

    Examples:
        >>> spoken_number("-98,50"), spoken_number("1.234"), spoken_number("1.2.3")
        (('id', -9850, 2), ('unclear', 1234, 3), None)
    """
    found = spoken_parts(printed)
    if found is not None:
        return _short(found, "")
    if not printed:
        return None
    sign, number, whole = _bare(printed)  # a sign, a closing ",-", or no number at all
    found = spoken_parts(number)
    if found is not None and whole:
        parts = parts_of(number, "id")
        found = None if parts is None or parts[1] else ("id", *parts)
    return None if found is None else _short(found, sign and "-")


def _short(found: tuple[Speech, str, str], sign: str) -> tuple[Speech, int, int] | None:
    """Speech, digits and decimals, unless there are more than 18 on either side of the mark."""
    speech, whole, decimals = found
    if len(whole) > INTEGER_DIGITS:
        whole = whole.lstrip("0") or "0"
    if len(whole) > INTEGER_DIGITS or len(decimals) > INTEGER_DIGITS:
        return None
    return speech, int(sign + whole + decimals), len(decimals)


def _printed(cell: Cell) -> tuple[str, ...]:
    """The numbers of a cell that were written as text."""
    return (cell.text, cell.high) if cell.kind == "range" else (cell.text,) if cell.undecided else ()


def _reading(cell: Cell, numbers: Mapping[str, Decimal | Fault]) -> Decimal | Bounds | Fault | None:
    if cell.undecided:
        return numbers[cell.text]
    if cell.kind == "number":
        return cell.number
    if cell.kind != "range":
        return cell.fault
    low, high = numbers[cell.text], numbers[cell.high]
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
