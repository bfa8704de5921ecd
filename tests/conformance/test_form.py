"""The form of the published tables: complete, counted, and without a polarity or a status that is made up."""

from collections import Counter

import pytest

from tests.conformance.published import STATUSES, TABLES, Table, label, tally

POLARITIES = {"maximize", "minimize"}


@pytest.mark.parametrize("table", TABLES.values(), ids=label)
def test_rows_are_numbered_as_published(table: Table) -> None:
    """Every row of the published table is here once."""
    assert [row.number for row in table.rows] == list(range(len(table.rows)))


@pytest.mark.parametrize("table", TABLES.values(), ids=label)
def test_rows_are_counted(table: Table) -> None:
    """The counts in the file are those of its rows, by status and by exception."""
    expected = {status: count for status, count in table.counts.items() if status != "exceptions"}
    assert Counter(row.status for row in table.rows) == expected
    excepted = [row for row in table.rows if table.exceptions_for(row)]
    assert len(excepted) == table.counts.get("exceptions", 0)
    assert all(row.status == "reproduced" for row in excepted)


@pytest.mark.parametrize("table", TABLES.values(), ids=label)
def test_an_indicator_has_one_polarity(table: Table) -> None:
    """Polarity belongs to the indicator: the same name never has two in a table."""
    stated: dict[str, str] = {}
    for row in table.rows:
        assert row.status in STATUSES
        assert row.indicator.polarity in POLARITIES
        assert stated.setdefault(row.indicator.name, row.indicator.polarity) == row.indicator.polarity


@pytest.mark.parametrize("table", TABLES.values(), ids=label)
def test_exceptions_say_one_thing_each(table: Table) -> None:
    """An exception names its rows and its reason, and departs from the setting in one thing only."""
    for entry in table.exceptions:
        departures = (entry.convention, entry.decimals, entry.rounding, entry.strip)
        assert entry.reason
        assert entry.rows
        assert sum(departure is not None for departure in departures) == 1


@pytest.mark.parametrize("table", [table for table in TABLES.values() if table.setting], ids=label)
def test_decimals_are_those_of_the_table(table: Table) -> None:
    """A table is rounded to one number of decimals, which is not read from each print."""
    assert isinstance(table.stated.decimals, int)
    assert table.stated.rounding in {"half_up", "half_even", "truncate"}


def test_the_whole_record() -> None:
    """The 46 files hold 853 rows, with as many of each status as the record counts."""
    rows = [(table, row) for table in TABLES.values() for row in table.rows]
    assert len(TABLES) == 46
    assert len(rows) == 853
    assert tally(rows) == {
        "reproduced": 576,
        "reproduced-against-polarity": 1,
        "off-by-rounding": 17,
        "not-reproduced": 8,
        "publication-error": 6,
        "zero-target": 8,
        "not-computable": 237,
    }
    assert sum(table.counts.get("exceptions", 0) for table in TABLES.values()) == 54
