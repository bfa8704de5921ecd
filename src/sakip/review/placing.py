"""Menempatkan temuan: where a finding of a review stands, in the document and in the caller's table."""

from sakip.base.finding import Finding, Place
from sakip.base.rule import Rule
from sakip.base.text import Argument
from sakip.review.intake import Intake
from sakip.review.line import ReviewLine

__all__ = ["Placing"]


class Placing:
    """Penempatan: makes findings of one reviewed table.

    Args:
        table: The rows as they were given.
        source: The document that they come from.
    """

    def __init__(self, table: Intake, source: str | None) -> None:
        self._columns = dict(table.columns)
        self._subject = "review" if source is None else f"review[{source}]"
        self._source = source or ""

    def __call__(self, rule: Rule, line: ReviewLine | None, field: str | None, **arguments: Argument) -> Finding:
        """Tempatkan: a finding about a cell of a row, about a row, or about the table.

        Args:
            rule: What it says.
            line: The row; None for the table.
            field: The cell, by our name of its column; None for the row as a whole.
            **arguments: What fills its sentence, and what else is to be kept with it.
        """
        column = None if field is None else self._columns.get(field, field)
        if line is None:
            found = rule.at(self._subject, source=self._source, **arguments)
            return found.placed(Place(None, column))
        name = f".{field}" if field else ""
        found = rule.at(f"{self._subject}.rows[{line.row}]{name}", source=self._source, **arguments)
        return found.placed(Place(line.row, column, line.indicator[:_LONGEST].strip() or None))


_LONGEST = 80
