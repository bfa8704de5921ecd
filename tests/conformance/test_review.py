"""The review of every published table: its verdict on each row, with the polarity given and without it."""

from collections import Counter
from functools import cache

import pytest

from sakip.review import Review, ReviewLine, review
from tests.conformance.published import TABLES, Row, Table, every, label

RIGHT = {
    "reproduced": {"reproduced"},
    "reproduced-against-polarity": {"reproduced-against-polarity"},
    "off-by-rounding": {"rounding", "not-reproduced"},
    "not-reproduced": {"not-reproduced"},
    "publication-error": {"not-reproduced"},
    "zero-target": {"not-computable"},
}
PRINTED = ("percentages", "answers")
WITH_PERCENTAGES = [table for table in TABLES.values() if table.rows and table.kind in PRINTED]


@cache
def reviewed(table_id: str, *, polarity: bool) -> Review:
    """The review of a table from its cells as printed."""
    rows = [
        {
            "indicator": row.indicator.name,
            "office": row.indicator.office,
            "period": row.period,
            "target": row.target,
            "realization": row.realization,
            "achievement": row.printed if TABLES[table_id].kind != "statuses" else "",
            "predicate": row.printed if TABLES[table_id].kind == "statuses" else "",
            "polarity": row.indicator.polarity if polarity else "",
        }
        for row in TABLES[table_id].rows
    ]
    return review(rows, source=table_id)


def line_of(table: Table, row: Row, *, polarity: bool) -> ReviewLine:
    """The line of a row."""
    at = [one.number for one in table.rows].index(row.number)
    return reviewed(table.id, polarity=polarity).lines[at]


def judged(*statuses: str) -> list[tuple[Table, Row]]:
    """Rows with a percentage that is recomputed."""
    return every(*statuses, kinds=PRINTED)


@pytest.mark.parametrize(("table", "row"), judged(*RIGHT), ids=label)
def test_verdict_with_polarity(table: Table, row: Row) -> None:
    """Every row has the verdict of its record when its polarity is given."""
    assert line_of(table, row, polarity=True).verdict in RIGHT[row.status]


@pytest.mark.parametrize(("table", "row"), judged(*RIGHT), ids=label)
def test_verdict_without_polarity(table: Table, row: Row) -> None:
    """Without it too, save that a row against its polarity follows the formula of the direction that it implies."""
    line = line_of(table, row, polarity=False)
    if row.status == "reproduced-against-polarity":
        assert (line.verdict, line.polarity, line.suggested) == ("reproduced", "maximize", "minimize")
    else:
        assert line.verdict in RIGHT[row.status]


@pytest.mark.parametrize(("table", "row"), judged("publication-error"), ids=label)
def test_a_repeated_column_is_presumed_first(table: Table, row: Row) -> None:
    """Where the record says that the percentage repeats the realization, that is the simplest cause."""
    assert line_of(table, row, polarity=True).hypotheses[0].code == "column-repeated"


@pytest.mark.parametrize("table", WITH_PERCENTAGES, ids=label)
def test_every_number_is_read_in_one_way(table: Table) -> None:
    """Where a reading stays open, the line says so, and the formula gives the print all the same."""
    for line in reviewed(table.id, polarity=True).lines:
        if line.sure == "open":
            assert line.verdict == "reproduced"
            assert line.numbers is not None


@pytest.mark.parametrize(("table", "row"), every("not-reproduced", kinds=("statuses",)), ids=label)
def test_a_contradicted_word_is_found(table: Table, row: Row) -> None:
    """A row without a percentage cannot be recomputed; that its word contradicts its numbers is a finding."""
    report = reviewed(table.id, polarity=True)
    at = [one.number for one in table.rows].index(row.number) + 1
    assert report.lines[at - 1].reason == "no-percentage"
    found = [one for one in report.findings if one.code == "REV-PREDICATE-MET"]
    assert [one.place and one.place.row for one in found] == [at]


def test_precision_and_recall() -> None:
    """Counted over all rows with a percentage: what the record says, and what the review says, polarity given."""
    found = Counter((row.status, line_of(table, row, polarity=True).verdict) for table, row in judged(*RIGHT))
    assert found == {
        ("reproduced", "reproduced"): 563,
        ("reproduced-against-polarity", "reproduced-against-polarity"): 1,
        ("off-by-rounding", "rounding"): 7,
        ("off-by-rounding", "not-reproduced"): 10,
        ("not-reproduced", "not-reproduced"): 7,
        ("publication-error", "not-reproduced"): 6,
        ("zero-target", "not-computable"): 8,
    }


def test_every_review_verifies_and_is_written() -> None:
    """Each table's review follows from its rows, and is a text in both languages."""
    for table in TABLES.values():
        report = reviewed(table.id, polarity=True)
        assert report.verify(report.digest)
        assert report.text("id")
        assert report.text("en")
        assert report.html("id").startswith("<div>")
