"""Menelaah: reading a published table and saying which formula each of its numbers follows."""

from collections.abc import Iterable, Mapping
from typing import Any

from sakip.base.choice import choose
from sakip.base.kind import none_or, tuple_of
from sakip.base.text import require_text
from sakip.model.agreement import Agreement
from sakip.model.cell import Floats
from sakip.review.beside import LastYear, with_policy
from sakip.review.intake import Intake, intake
from sakip.review.lines import lines_of
from sakip.review.page import page_of
from sakip.review.result import Review
from sakip.review.totals import with_totals
from sakip.scoring.policy import Policy

__all__ = ["review", "reviewed"]

Rows = Iterable[Mapping[str, Any]]


def review(
    rows: Rows,
    *,
    columns: Mapping[str, str] | None = None,
    policy: Policy | None = None,
    agreements: Iterable[Agreement] | None = None,
    previous: "Rows | Review | None" = None,
    source: str | None = None,
    floats: Floats | None = None,
) -> Review:
    """Telaah: which formula a published table follows, which of its rows are wrong, and what may have gone wrong.

    The rows come as printed, nothing cleaned: ``"12,5 %"``, ``"2 dok"``, ``"A (80,50)"``, ``"#DIV/0!"``, ``"-"``.
    A number that can be read in two ways is decided by its column or its table; otherwise every reading is tried, and
    the line says so. Whatever a cell holds is at worst a finding, never an exception.

    Args:
        rows: One mapping for each printed row: ``indicator``, ``unit``, ``target``, ``realization``, ``achievement``
            and, where printed, ``predicate``, ``polarity``, ``weight``, ``objective``, ``period``, ``code``,
            ``office``.
        columns: Our names to the caller's columns, where they are called otherwise.
        policy: The region's own rule: a row that follows another formula is then a finding, and its scale judges the
            predicates.
        agreements: What was signed: targets that differ, indicators dropped or added are then findings.
        previous: Last year's table in the same columns, or its review: values that were left in place are found.
        source: The document, for findings and texts.
        floats: ``"shortest"`` reads a float as the shortest decimal that stands for it, as spreadsheets show it;
            otherwise a float is a finding.

    Raises:
        InvalidValueError: Rows that are no list, a column of no field, or an argument of another kind.

    Examples:
        >>> found = review([{"indicator": "AKI", "target": "49,34", "realization": "110,84", "achievement": "-24,65"}])
        >>> found.lines[0].formula, found.lines[0].polarity
        ('lower-is-better', 'minimize')
    """
    table = intake(rows, columns, "review")
    if isinstance(previous, Review):
        earlier: Intake | None = previous.table
    else:
        earlier = None if previous is None else intake(previous, columns, "review.previous")
    return reviewed(
        table,
        policy=none_or(Policy, policy, "review.policy", "policy=LKJIP"),
        agreements=()
        if agreements is None
        else tuple_of(Agreement, agreements, "review.agreements", "agreements=[agreement]"),
        previous=earlier,
        source=None if source is None else require_text(source, "review.source", longest=300),
        floats=choose(
            floats,
            (None, "shortest"),
            "review.floats",
            code="unknown-floats",
            problem=("cara membaca float tidak dikenal", "unknown way of reading floats"),
        ),
    )


def reviewed(
    table: Intake,
    *,
    policy: Policy | None,
    agreements: tuple[Agreement, ...],
    previous: Intake | None,
    source: str | None,
    floats: Floats | None,
) -> Review:
    """Ditelaah: the review of a table whose arguments were admitted."""
    page = page_of(table, floats)
    earlier = None if previous is None else LastYear(page_of(previous, floats)).of
    lines, habits = lines_of(page, earlier)
    first, second, third = (column.evidence for column in page.columns)
    return Review(
        lines=with_policy(with_totals(lines, habits), policy),
        habits=habits,
        writing=(first, second, third),
        source=source,
        table=table,
        policy=policy,
        agreements=agreements,
        previous=previous,
        floats=floats,
    )
