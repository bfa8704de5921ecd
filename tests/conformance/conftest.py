"""The summary line of the published tables: how many rows of each status hold."""

from typing import Any

import pytest

from tests.conformance.published import TABLES, Row, Table, tally

KEY = "published row"


@pytest.fixture(autouse=True)
def _row_under_test(request: pytest.FixtureRequest) -> None:
    """Note for the summary which published row a test is about."""
    parameters = request.node.callspec.params if hasattr(request.node, "callspec") else {}
    table, row = parameters.get("table"), parameters.get("row")
    if isinstance(table, Table) and isinstance(row, Row):
        request.node.user_properties.append((KEY, (table.id, row.number)))


def _rows_of(reports: list[Any]) -> set[tuple[str, int]]:
    return {
        value
        for report in reports
        if isinstance(report, pytest.TestReport)  # a module that cannot be collected has a report of another kind
        for key, value in report.user_properties
        if key == KEY and isinstance(value, tuple)
    }


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
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
