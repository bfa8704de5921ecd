"""Sel tabel: what one cell of a table says, whoever typed it, and the numbers of a whole column."""

from sakip.model.cell.faults import RULES, Fault
from sakip.model.cell.numbers import (
    Bounds,
    ColumnNumbers,
    Printed,
    convention_of,
    numbers_of,
    printed_numbers,
    speech_in,
    spoken_number,
)
from sakip.model.cell.reading import Cell, CellKind, Floats, read_cell
from sakip.model.cell.units import same_unit

__all__ = [
    "RULES",
    "Bounds",
    "Cell",
    "CellKind",
    "ColumnNumbers",
    "Fault",
    "Floats",
    "Printed",
    "convention_of",
    "numbers_of",
    "printed_numbers",
    "read_cell",
    "same_unit",
    "speech_in",
    "spoken_number",
]
