"""Periods in the published tables: what quarters do to a year, and sets copied from one year to the next."""

from fractions import Fraction

import pytest

from tests.conformance.published import TABLES, Row, Table
from tests.conformance.recompute import number

CATALOGUES = ("djp-kpp-pratama-seksi-pelayanan-target-2024", "djp-pelaksana-p3-target-2021")
HOUSING = TABLES["pupr-ditjen-penyediaan-perumahan-2015"]


def _by_code(table: Table) -> dict[str, dict[str, Row]]:
    found: dict[str, dict[str, Row]] = {}
    for row in table.rows:
        found.setdefault(row.indicator.code, {})[row.period] = row
    return found


def _target(table: Table, row: Row) -> Fraction | None:
    return None if row.target == "-" else Fraction(number(row.target, table.stated.convention))


@pytest.mark.parametrize(
    ("name", "code", "consolidation"),
    [(name, *pair) for name in CATALOGUES for pair in TABLES[name].facts["consolidation"].items()],
)
def test_quarters_make_the_year(name: str, code: str, consolidation: str) -> None:
    """The half, three-quarter and year targets follow from the quarters by the one consolidation of their indicator."""
    table = TABLES[name]
    plan = {period: _target(table, row) for period, row in _by_code(table)[code].items()}
    quarters = [plan[f"Q{n}"] for n in (1, 2, 3, 4)]
    for upto, period in ((2, "Smt 1"), (3, "s.d. Q3"), (4, "Y")):
        stated = [value for value in quarters[:upto] if value is not None]
        if consolidation == "sum":
            assert plan[period] == sum(stated)
        else:
            assert plan[period] == stated[-1]
        if consolidation == "constant":
            assert plan[period] == sum(stated) / len(stated)


@pytest.mark.parametrize("name", CATALOGUES)
def test_every_indicator_has_seven_periods(name: str) -> None:
    """A catalogue states four quarters and three running periods for each of its indicators."""
    by_code = _by_code(TABLES[name])
    assert set(by_code) == set(TABLES[name].facts["consolidation"])
    assert all(list(periods) == ["Q1", "Q2", "Smt 1", "Q3", "s.d. Q3", "Q4", "Y"] for periods in by_code.values())


def test_one_set_is_a_copy_of_the_year_before() -> None:
    """The indicators of Gunungkidul for 2024 are those of 2023, cell by cell."""
    table = TABLES["gunungkidul-iku-kabupaten-2021-2025"]
    first, second, third = (
        [(row.indicator.name, row.target, row.realization, row.printed) for row in table.rows if row.period == year]
        for year in ("2023", "2024", "2025")
    )
    assert first == second != third
    assert len(first) == 12


def test_a_plan_in_percent_against_a_count() -> None:
    """Sixteen quarter plans of the housing directorate are percentages while the last quarter reports a count."""
    in_percent = [plan for _, plan, _, _, _ in HOUSING.facts["quarters"] if plan == ["25.00", "50.00", "75.00", "0.00"]]
    assert len(in_percent) == 16
    for number_of_row, _, realized, _, _ in HOUSING.facts["quarters"]:
        row = HOUSING.rows[number_of_row]
        assert number(realized[-1], "en") == number(row.realization, "en")


def test_entries_that_do_not_fit_their_plan() -> None:
    """One budget is entered in another unit than its neighbours, and one realization exceeds its plan."""
    entries = HOUSING.facts["quarters"]
    overspent = [n for n, _, _, planned, spent in entries if number(spent, "en") > number(planned, "en")]
    assert overspent == [2]
    _, _, _, planned, _ = entries[2]
    assert number(planned, "en") < 100
    beyond = [n for n, plan, done, _, _ in entries if number(done[-1], "en") > number(plan[-1], "en") > 0]
    assert beyond == [17]


def test_an_entry_is_no_share_of_the_budget() -> None:
    """The typed percentages are not the share of the budget that was spent either."""
    for number_of_row, _, _, planned, spent in HOUSING.facts["quarters"]:
        row = HOUSING.rows[number_of_row]
        budget = Fraction(number(planned, "en"))
        if row.printed and budget:
            share = 100 * Fraction(number(spent, "en")) / budget
            assert round(share, 2) != Fraction(number(row.printed, "en"))
