"""Published tables read as rows, by their columns alone: nothing is lost in silence, and the scores are the same."""

from collections import Counter
from collections.abc import Callable
from fractions import Fraction

import pytest

from sakip import Evaluation, Finding, Reading, agreements_from_rows, evaluate_many
from tests.conformance.mappings import MAPPED, READINGS, flat, home, realized
from tests.conformance.published import TABLES, Row, Table, every, label
from tests.conformance.recompute import last_step, number, percent, policy, recompute

READ = [table for table in TABLES.values() if table.rows]
ROWS = [(table, row) for table in READ for row in table.rows]
SCORED = every("reproduced", kinds=("percentages", "statuses"))
# A cell with a remark, and cells that two conventions read as two numbers: a person must say what they mean.
UNREAD = {
    ("balai-karantina-yogyakarta-ikt-2020", 12): "CELL-REMARK",
    ("gunungkidul-iku-kabupaten-2021-2025", 5): "CELL-AMBIGUOUS",
    ("gunungkidul-opd-sasaran-2023", 115): "CELL-AMBIGUOUS",
    ("gunungkidul-opd-sasaran-2023", 133): "CELL-AMBIGUOUS",
}


def _of_row(reading: Reading, row: Row) -> list[Finding]:
    """The findings that name a row; rows of a table are counted from 1, published rows from 0."""
    return [one for one in reading.report if one.place is not None and one.place.row == row.number + 1]


def test_every_table_with_rows_is_read() -> None:
    """Each table that holds rows has a mapping, and its setting is for the whole file."""
    assert [table.id for table in READ] == list(MAPPED)


@pytest.mark.parametrize("table", READ, ids=label)
def test_every_row_is_used_or_named(table: Table, record_property: Callable[[str, object], None]) -> None:
    """Rows given are rows used and rows left out, and the report has an error for each row that is left out."""
    reading = READINGS[table.id]
    left_out = [row for row in table.rows if row.number + 1 in reading.left_out]
    assert reading.given == len(table.rows) == len(reading.used) + len(left_out)
    assert tuple(row.number for row in left_out) == MAPPED[table.id].left_out
    why = [next(one.code for one in _of_row(reading, row) if one.severity == "error") for row in left_out]
    record_property("rows read", (table.id, reading.given, len(reading.used), tuple(why)))


@pytest.mark.parametrize("table", READ, ids=label)
def test_every_realization_is_read_or_named(table: Table) -> None:
    """In the rows that are used, each realization that is not blank is read, or an error names its cell."""
    reading = READINGS[table.id]
    used = [row for row in table.rows if row.number + 1 in reading.used and realized(table, row)]
    errors = {row.number: [one.code for one in _of_row(reading, row) if one.severity == "error"] for row in used}
    named = [codes for codes in errors.values() if any(code.startswith(("CELL-", "ROW-")) for code in codes)]
    assert len(used) == sum(len(realizations) for _, realizations in reading) + len(named)


@pytest.mark.parametrize("table", READ, ids=label)
def test_the_findings_of_a_table(table: Table) -> None:
    """The report has as many findings of each code as there are reasons in the table."""
    assert Counter(one.code for one in READINGS[table.id].report) == MAPPED[table.id].findings


@pytest.mark.parametrize("table", [table for table in READ if any(case[0] is table for case in SCORED)], ids=label)
def test_scores_are_those_of_the_rows(table: Table) -> None:
    """Read as rows and evaluated, every reproduced row has the score that its cells give one by one."""
    reading = READINGS[table.id]
    rows = [row for owner, row in SCORED if owner is table and (table.id, row.number) not in UNREAD]
    steps = {row.number: last_step(table, table.exceptions_for(row)) for row in rows}
    for step in set(steps.values()):
        evaluations = {one.agreement: one for one in evaluate_many(reading, policy=policy(table, step))}
        for row in (row for row in rows if steps[row.number] == step):
            agreement, code = home(table, row)
            expected = recompute(table, row, exceptions=table.exceptions_for(row)).value
            evaluation = evaluations[agreement]
            assert expected is not None
            assert isinstance(evaluation, Evaluation)
            assert evaluation[code].score.value == expected


def test_scores_are_compared_for_nearly_every_row() -> None:
    """Of the reproduced rows four have a cell that must be named; all others are read and scored."""
    assert len(SCORED) - len(UNREAD) == 560
    for (table, row_number), code in UNREAD.items():
        row = TABLES[table].rows[row_number]
        assert row.status == "reproduced"
        assert code in {one.code for one in _of_row(READINGS[table], row)}


def test_a_sheet_of_letters() -> None:
    """The sheet of an evaluation is read by its letters and weights, and adds up to its printed total."""
    table = TABLES["lke-akip-88-2021-pa-binjai"]
    ((agreement, realizations),) = READINGS[table.id]
    delivered = {one.code: one.value for one in realizations}
    total = Fraction(0)
    for row in table.rows:
        assert delivered[row.indicator.name] == number(row.printed, "en")
        weight = next(target.weight for target in agreement.targets if target.code == row.indicator.name)
        assert weight == number(row.target, "en")
        total += Fraction(number(row.target, "en")) * percent(table, row) / 100
    assert total == Fraction(number(table.facts["total"], "en"))


@pytest.mark.parametrize("name", ["djp-kpp-pratama-seksi-pelayanan-target-2024", "djp-pelaksana-p3-target-2021"])
def test_a_catalogue_as_it_is_printed(name: str) -> None:
    """With one row for each indicator, the quarters are the trajectory and the last column is the year's target."""
    table = TABLES[name]
    wide: dict[str, dict[str, str]] = {}
    for row in flat(table):
        wide.setdefault(row["Kode"], dict(row))[row["Tahun"]] = row["Target"]
    reading = agreements_from_rows(
        wide.values(),
        columns={
            "code": "Kode",
            "indicator": "Indikator",
            "polarity": "Arah",
            "target": "Y",
            "trajectory": ("Q1", "Q2", "Q3", "Q4"),
        },
        year=int(table.year),
        values={"-": None},
        convention="id",
    )
    ((agreement, _),) = reading
    assert reading.left_out == ()
    for target in agreement.targets:
        printed = [wide[target.code][f"Q{quarter}"] for quarter in range(1, 5)]
        assert [value for _, value in target.trajectory] == [number(text, "id") for text in printed if text != "-"]
        assert target.value == number(wide[target.code]["Y"], "id")


def test_all_published_rows() -> None:
    """The 853 rows of 38 tables are read: most are used, and each of the others has its error."""
    given = sum(reading.given for reading in READINGS.values())
    left_out = sum(len(reading.left_out) for reading in READINGS.values())
    assert (len(READINGS), given, left_out) == (38, 853, 43)
