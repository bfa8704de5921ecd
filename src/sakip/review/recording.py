"""Pencatatan: what a review rests on and says, as plain data in one written form."""

from typing import TYPE_CHECKING, Any

from sakip.base.canonical import canonical_form
from sakip.errors import InvalidValueError
from sakip.review.intake import Intake, Unreadable
from sakip.review.line import ReviewLine

if TYPE_CHECKING:
    from sakip.review.result import Review

__all__ = ["content"]


def content(review: "Review") -> dict[str, Any]:
    """Isi tercatat: the rows as given, what they were compared with, and the verdict on each.

    Args:
        review: The review.
    """
    return {
        "source": review.source,
        "table": _table(review.table),
        "floats": review.floats,
        "policy": None if review.policy is None else canonical_form(review.policy),
        "agreements": [canonical_form(agreement) for agreement in review.agreements],
        "previous": None if review.previous is None else _table(review.previous),
        "lines": [_line(line) for line in review.lines],
    }


def _table(table: Intake) -> dict[str, Any]:
    return {
        "columns": [[field, _text(column)] for field, column in table.columns],
        "rows": [
            {"unreadable": row.kind} if isinstance(row, Unreadable) else [_cell(cell) for cell in row]
            for row in table.rows
        ],
    }


def _cell(cell: Any) -> Any:
    """A cell in one written form: what has none of its own is named by its class beside what it shows."""
    if isinstance(cell, Unreadable):
        return {"unreadable": cell.kind}
    if isinstance(cell, str):
        return _text(cell)
    if isinstance(cell, float):
        return {"float": repr(cell)}
    try:
        return canonical_form(cell)
    except InvalidValueError:
        return {"odd": type(cell).__name__}


def _text(text: str) -> Any:
    """A text as it came; one with half a character in it, which no UTF-8 can hold, by its bytes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return {"bytes": text.encode("utf-8", "surrogatepass").hex()}
    return text


def _line(line: ReviewLine) -> list[Any]:
    return [
        line.verdict,
        line.reason,
        [[fit.formula, list(fit.roundings), fit.decimals, fit.form, fit.cap] for fit in line.fits],
        [[one.code, one.cell, canonical_form(one.meant)] for one in line.hypotheses],
        line.expected,
        canonical_form(line.recomputed),
        None if line.undecided is None else line.undecided.code,
    ]
