"""Rows recorded as not computable: each lacks what its kind says, and the library refuses or gives a coded reason."""

from fractions import Fraction

import pytest

from sakip import Indicator, NotReported, Target, parse_number, score
from sakip.errors import InvalidValueError
from sakip.policies import LKJIP
from tests.conformance.published import TABLES, Row, Table, label
from tests.conformance.recompute import amounts, number, percent, recompute


def _of_kind(*kinds: str) -> list[tuple[Table, Row]]:
    return [(table, row) for table in TABLES.values() for row in table.of_kind(*kinds)]


def _is_number(table: Table, text: str) -> bool:
    try:
        number(text, table.stated.convention)
    except InvalidValueError:
        return False
    return True


@pytest.mark.parametrize(("table", "row"), _of_kind("no-target"), ids=label)
def test_no_target(table: Table, row: Row) -> None:
    """A cell that is empty, a dash or N/A is no target, never zero."""
    with pytest.raises(InvalidValueError) as caught:
        number(row.target, table.stated.convention)
    assert caught.value.code == "empty-number"


@pytest.mark.parametrize(("table", "row"), _of_kind("no-realization"), ids=label)
def test_no_realization(table: Table, row: Row) -> None:
    """A cell that is empty, a dash, N/A or a footnote mark is no realization, and a target without one has no score."""
    assert not _is_number(table, row.realization)
    if _is_number(table, row.target):
        indicator = Indicator("IND", row.indicator.name, polarity=row.indicator.polarity)
        target = Target(indicator, number(row.target, table.stated.convention))
        found = score(target, NotReported(), policy=LKJIP)
        assert found.reason is not None
        assert found.reason.code == "not-reported"


@pytest.mark.parametrize(("table", "row"), _of_kind("no-percentage"), ids=label)
def test_no_percentage(table: Table, row: Row) -> None:
    """Two figures stand in the row and no percentage beside them, so there is nothing to recompute."""
    amounts(table, row)
    assert not _is_number(table, row.printed)


@pytest.mark.parametrize(("table", "row"), _of_kind("zero-target"), ids=label)
def test_zero_target_without_a_percentage(table: Table, row: Row) -> None:
    """A target of zero with a dash for a percentage has no score, for the coded reason."""
    found = recompute(table, row)
    assert found.reason is not None
    assert found.reason.code == "zero-target"
    assert row.printed == "-"


@pytest.mark.parametrize(("table", "row"), _of_kind("entered"), ids=label)
def test_entered(table: Table, row: Row) -> None:
    """A percentage that was typed in says nothing of target and realization, which are equal in every such row."""
    assert row.target == row.realization
    assert (percent(table, row) == Fraction(100)) == (row.number == 15)


@pytest.mark.parametrize(("table", "row"), _of_kind("magnitude"), ids=label)
def test_magnitude(table: Table, row: Row) -> None:
    """Words of magnitude inside a cell are refused rather than guessed at."""
    for text in (row.target, row.realization):
        with pytest.raises(InvalidValueError) as caught:
            number(text, table.stated.convention)
        assert caught.value.code == "words-in-number"


@pytest.mark.parametrize(("table", "row"), _of_kind("label"), ids=label)
def test_label(table: Table, row: Row) -> None:
    """A label stands alone, without any figure."""
    assert row.label
    assert row.target == row.realization == row.printed == ""
    assert table.setting is None


@pytest.mark.parametrize(("table", "row"), _of_kind("range"), ids=label)
def test_range(table: Table, row: Row) -> None:
    """A cell with two bounds is not one number."""
    with pytest.raises(InvalidValueError) as caught:
        number(row.target, table.stated.convention)
    assert caught.value.code == "several-numbers"


@pytest.mark.parametrize(("table", "row"), _of_kind("levels", "graded"), ids=label)
def test_words(table: Table, row: Row) -> None:
    """A level or a letter grade is no number, even with a score in brackets."""
    for text in (row.target, row.realization):
        with pytest.raises(InvalidValueError) as caught:
            number(text, table.stated.convention)
        assert caught.value.code == "words-in-number"


def test_an_average_without_its_rows() -> None:
    """Sampang states an average above 90 % beside the one visible row, which has neither realization nor percentage."""
    table = TABLES["inspektorat-sampang-lkjip-2019"]
    (row,) = table.rows
    assert parse_number(table.facts["average"]) == 90
    assert row.realization == row.printed == "n/a"


def test_every_row_has_its_kind() -> None:
    """Not computable rows and the kinds given for them are the same set, table by table."""
    for table in TABLES.values():
        named = sorted(number for entry in table.not_computable for number in entry.rows)
        assert named == [row.number for row in table.of_status("not-computable")]
