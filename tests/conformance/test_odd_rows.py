"""Rows that the record could not explain: each differs from its print in the way that its label says."""

from fractions import Fraction

import pytest
from attrs import evolve

from sakip.scoring import Round
from tests.conformance.published import ODD, TABLES, Row, Table, every, label
from tests.conformance.recompute import agrees, agrees_in_some_mode, number, percent, recompute, shown


def _gap(table: Table, row: Row) -> Fraction:
    exact = recompute(table, row).exact
    assert exact is not None
    return abs(exact - percent(table, row))


@pytest.mark.parametrize(("table", "row"), every("off-by-rounding"), ids=label)
def test_off_by_rounding(table: Table, row: Row) -> None:
    """A row labelled as off by rounding misses its print in every mode of rounding, by less than one point."""
    assert not agrees_in_some_mode(table, row)
    assert 0 < _gap(table, row) < 1


@pytest.mark.parametrize(("table", "row"), every("not-reproduced", kinds=("percentages",)), ids=label)
def test_not_reproduced(table: Table, row: Row) -> None:
    """A row labelled as not reproduced fits neither polarity nor the inverse ratio, and misses by a point or more."""
    assert not agrees_in_some_mode(table, row, polarity="maximize")
    assert not agrees_in_some_mode(table, row, polarity="minimize")
    swapped = evolve(row, target=row.realization, realization=row.target)
    assert not agrees_in_some_mode(table, swapped, polarity="maximize")
    assert _gap(table, row) >= 1


@pytest.mark.parametrize(("table", "row"), every("not-reproduced", kinds=("statuses",)), ids=label)
def test_verdict_not_reproduced(table: Table, row: Row) -> None:
    """A verdict labelled as not reproduced says the opposite of its score."""
    value = recompute(table, row).value
    assert value is not None
    assert row.printed == (table.stated.missed if value >= 100 else table.stated.met)


@pytest.mark.parametrize(("table", "row"), every("publication-error"), ids=label)
def test_publication_error(table: Table, row: Row) -> None:
    """A row labelled as a publication error shows one number twice, as realization and as percentage."""
    assert percent(table, row) == Fraction(number(row.realization, table.stated.convention))
    assert not agrees_in_some_mode(table, row)


@pytest.mark.parametrize(("table", "row"), every("zero-target"), ids=label)
def test_zero_target(table: Table, row: Row) -> None:
    """A row labelled as a zero target has no score, for that coded reason, whatever percentage was printed."""
    found = recompute(table, row)
    assert found.reason is not None
    assert found.reason.code == "zero-target"
    assert percent(table, row) in {0, 100}


@pytest.mark.parametrize(("table", "row"), every("reproduced-against-polarity"), ids=label)
def test_reproduced_against_polarity(table: Table, row: Row) -> None:
    """A row labelled as scored against its polarity fits the opposite one only."""
    assert row.indicator.polarity == "minimize"
    assert not agrees_in_some_mode(table, row)
    assert agrees_in_some_mode(table, row, polarity="maximize")


@pytest.mark.parametrize(
    ("table", "row"),
    [(table, row) for table, row in every(*ODD) if table.odd_for(row).would_fit],
    ids=label,
)
def test_another_cell_would_fit(table: Table, row: Row) -> None:
    """Where a cell is known that makes the print right, the table's rounding gives the print from that cell."""
    cells = table.odd_for(row).would_fit
    fitting = evolve(row, target=cells.get("target", row.target), realization=cells.get("realization", row.realization))
    last = Round(shown(row), table.stated.rounding)
    assert agrees(recompute(table, fitting, last=last), percent(table, row))


def test_every_odd_row_has_its_reason() -> None:
    """Odd rows and the reasons given for them are the same set, table by table."""
    for table in TABLES.values():
        reasoned = sorted(number for entry in table.odd for number in entry.rows)
        assert reasoned == [row.number for row in table.of_status(*ODD)]
