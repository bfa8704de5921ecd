"""Cells for the tests of columns."""

from sakip.model.cell.reading import Cell, read_cell


def cells(*values: object) -> list[Cell]:
    """What is read from the cells of one column."""
    return [read_cell(value) for value in values]
