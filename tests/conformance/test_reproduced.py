"""Rows recorded as reproduced: the library gives the printed number from the printed cells."""

from fractions import Fraction

import pytest

from sakip import format_number
from sakip.errors import InvalidValueError
from tests.conformance.published import Row, Table, every, label
from tests.conformance.recompute import agrees, number, percent, recompute

PERCENTAGES = every("reproduced", kinds=("percentages",))


@pytest.mark.parametrize(("table", "row"), PERCENTAGES, ids=label)
def test_percentage_comes_out_as_printed(table: Table, row: Row) -> None:
    """Target and realization as printed give the printed percentage under the one setting of their table."""
    assert agrees(recompute(table, row, exceptions=table.exceptions_for(row)), percent(table, row))


@pytest.mark.parametrize(
    ("table", "row"), [(table, row) for table, row in PERCENTAGES if table.stated.written], ids=label
)
def test_percentage_is_written_as_printed(table: Table, row: Row) -> None:
    """Where a table writes all its percentages alike, the score is written back character for character."""
    value = recompute(table, row, exceptions=table.exceptions_for(row)).value
    written = table.stated.written
    assert value is not None
    assert written is not None
    amount = Fraction(value) / 100 if table.stated.form == "factor" else value
    text = format_number(amount, decimals=written.decimals, lang=written.lang, grouping=False)
    assert text + written.tail == row.printed


@pytest.mark.parametrize(("table", "row"), every("reproduced", kinds=("statuses",)), ids=label)
def test_verdict_comes_out_as_printed(table: Table, row: Row) -> None:
    """A verdict without a percentage says "met" exactly when the score reaches 100."""
    value = recompute(table, row, exceptions=table.exceptions_for(row)).value
    assert value is not None
    assert row.printed == (table.stated.met if value >= 100 else table.stated.missed)


@pytest.mark.parametrize(("table", "row"), every("reproduced", kinds=("answers",)), ids=label)
def test_answer_comes_out_as_printed(table: Table, row: Row) -> None:
    """The letter on an evaluation sheet has the printed value, and times its weight that is the printed score."""
    convention = table.stated.convention
    weight, printed = (Fraction(number(text, convention)) for text in (row.target, row.realization))
    value = Fraction(number(table.stated.letters[row.label], convention))
    assert value == Fraction(number(row.printed, convention))
    assert value * weight / 100 == printed


@pytest.mark.parametrize(
    ("table", "row"),
    [(table, row) for table, row in every("reproduced") if table.exceptions_for(row)],
    ids=label,
)
def test_exception_is_needed(table: Table, row: Row) -> None:
    """A row with listed exceptions is refused or misses its print without any one of them, so none is idle."""
    listed = table.exceptions_for(row)
    for left_out in listed:
        try:
            found = recompute(table, row, exceptions=tuple(entry for entry in listed if entry is not left_out))
        except InvalidValueError:
            continue
        assert not agrees(found, percent(table, row))


def test_more_than_five_hundred_percentages() -> None:
    """More than five hundred percentages that governments printed are recomputed, one in ten by a listed exception."""
    assert len(PERCENTAGES) == 551
    assert sum(bool(table.exceptions_for(row)) for table, row in PERCENTAGES) == 53
