"""Dokumen anggaran: a ratified budget document (DPA, DPPA), with its day and its lines."""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from sakip.base.kind import recorded_day, tuple_of
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import require_text
from sakip.model.budget_line import BudgetLine

__all__ = ["BudgetDocument"]


def _version(value: str) -> str:
    return require_text(value, "BudgetDocument.version")


def _ratified_on(value: date) -> date:
    return recorded_day(value, "BudgetDocument.ratified_on")


def _lines(value: Iterable[BudgetLine]) -> tuple[BudgetLine, ...]:
    example = "BudgetLine('1.02.02', 'Upaya kesehatan', kind='programme', ceiling=230000000)"
    return tuple_of(BudgetLine, value, "BudgetDocument.lines", example)


def _unit(value: str | None) -> str | None:
    return None if value is None else require_text(value, "BudgetDocument.unit").strip()


@frozen
class BudgetDocument:
    """Dokumen anggaran yang disahkan: what the agreements of a unit are compared with.

    Attributes:
        version: ``DPA``, or after a change ``DPPA``, or as the government numbers them.
        ratified_on: Day of ratification; from it the deadline of the agreement is counted.
        lines: Its programmes, activities and sub-activities.
        unit: The unit whose document it is; None where it holds for every unit of the cascade.

    Raises:
        InvalidValueError: An empty text, something that is no date, or no budget line.

    Examples:
        >>> BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=[]).version
        'DPA'
    """

    version: str = field(converter=_version)
    ratified_on: date = field(converter=_ratified_on, kw_only=True)
    lines: tuple[BudgetLine, ...] = field(default=(), converter=_lines, kw_only=True)
    unit: str | None = field(default=None, converter=_unit, kw_only=True)

    __reduce__ = reduce_by_fields
