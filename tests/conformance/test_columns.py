"""The cells of whole tables: they decide their convention themselves, or are refused."""

import pytest

from sakip import parse_numbers
from sakip.errors import AmbiguousNumberError
from tests.conformance.published import TABLES, Row, Table, label
from tests.conformance.recompute import amounts

RECOMPUTED = [table for table in TABLES.values() if table.kind == "percentages" and table.of_status("reproduced")]
TORN = [table for table in RECOMPUTED if any(entry.convention for entry in table.exceptions)]


def _rows(table: Table) -> list[Row]:
    """Return the recomputed rows whose cells hold nothing but a number."""
    return [row for row in table.of_status("reproduced") if not any(entry.strip for entry in table.exceptions_for(row))]


def _cells(table: Table) -> list[str]:
    return [text for row in _rows(table) for text in (row.target, row.realization)]


@pytest.mark.parametrize("table", [table for table in RECOMPUTED if table not in TORN], ids=label)
def test_cells_agree_with_the_stated_convention(table: Table) -> None:
    """The cells of a table, read together without being told, give the numbers of its stated convention."""
    column = parse_numbers(_cells(table))
    assert column.values == tuple(amount for row in _rows(table) for amount in amounts(table, row))
    assert column.convention in {None if table.stated.convention == "mixed" else table.stated.convention, None}


@pytest.mark.parametrize("table", TORN, ids=label)
def test_cells_that_contradict_each_other_are_refused(table: Table) -> None:
    """Where both conventions stand in one table, a cell with two readings is not guessed at."""
    with pytest.raises(AmbiguousNumberError) as caught:
        parse_numbers(_cells(table))
    assert caught.value.code == "contradicting-column"
    excepted = {number for entry in table.exceptions if entry.convention for number in entry.rows}
    assert caught.value.value in {
        text for row in table.rows if row.number in excepted for text in (row.target, row.realization)
    }
