"""The summary of the published tables: how many rows of each status hold, and how many are read by their columns."""

from collections import Counter
from typing import Any

import pytest

from tests.conformance.published import TABLES, Row, Table, tally

KEY = "published row"
READ = "rows read"


@pytest.fixture(autouse=True)
def _row_under_test(request: pytest.FixtureRequest) -> None:
    """Note for the summary which published row a test is about."""
    parameters = request.node.callspec.params if hasattr(request.node, "callspec") else {}
    table, row = parameters.get("table"), parameters.get("row")
    if isinstance(table, Table) and isinstance(row, Row):
        request.node.user_properties.append((KEY, (table.id, row.number)))


def _noted(reports: list[Any], wanted: str) -> set[tuple[Any, ...]]:
    return {
        value
        for report in reports
        if isinstance(report, pytest.TestReport)  # a module that cannot be collected has a report of another kind
        for key, value in report.user_properties
        if key == wanted and isinstance(value, tuple)
    }


def _rows_of(reports: list[Any]) -> set[tuple[str, int]]:
    return {(table, row) for table, row in _noted(reports, KEY)}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many published rows hold, and how many are read by their columns alone."""
    _summarize_held(terminalreporter)
    _summarize_read(terminalreporter)


def _summarize_read(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many rows are used, and why the others are left out and named."""
    tables = _noted(terminalreporter.stats.get("passed", []), READ)
    if not tables:
        return
    given, used = (sum(table[at] for table in tables) for at in (1, 2))
    why = Counter(code for *_, codes in tables for code in codes)
    reasons = ", ".join(f"{count} {code}" for code, count in why.most_common())
    terminalreporter.write_line(
        f"published tables as rows: {given} rows in {len(tables)} files read by their columns, {used} used,"
        f" {given - used} left out and named: {reasons}",
    )


def _summarize_held(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many published rows hold, by status, and how many of them by a listed exception."""
    stats = terminalreporter.stats
    broken = _rows_of(stats.get("failed", [])) | _rows_of(stats.get("error", []))
    held = _rows_of(stats.get("passed", [])) - broken
    if not held and not broken:
        return
    rows = [(table, row) for table in TABLES.values() for row in table.rows if (table.id, row.number) in held]
    by_exception = sum(bool(table.exceptions_for(row)) for table, row in rows)
    statuses = ", ".join(f"{count} {status}" for status, count in tally(rows).items())
    total = sum(len(table.rows) for table in TABLES.values())
    terminalreporter.write_line(
        f"published tables: {len(rows)} of {total} rows in {len(TABLES)} files hold: {statuses}"
        f" ({by_exception} by a listed exception)",
    )
