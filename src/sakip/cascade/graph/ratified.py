"""Anggaran yang disahkan: the budget document that is in force for a unit on a day, by the codes of its lines."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sakip.cascade.inputs.document import BudgetDocument
from sakip.cascade.names.naming import folded
from sakip.model.budget import parent_of
from sakip.model.budget_line import BudgetKind, BudgetLine, cents

__all__ = ["Ratified", "ratified_on"]


class Ratified(NamedTuple):
    """Dokumen yang berlaku: the latest that was ratified, with its amounts.

    Attributes:
        document: The document.
        amounts: By code the amount, in hundredths of a rupiah; lines of one code are added up.
        kinds: By code what the line is, a programme, an activity or a sub-activity.
        detailed: The codes that lines are parts of.
    """

    document: BudgetDocument
    amounts: dict[str, int]
    kinds: dict[str, BudgetKind]
    detailed: set[str]

    def reaches(self, line: BudgetLine) -> bool:
        """Menjangkau: whether the document says anything of a line; one that stops at a higher level does not."""
        above = parent_of(line, self.amounts)
        return line.code in self.amounts or above is None or above in self.detailed


def ratified_on(documents: Iterable[BudgetDocument], day: date) -> dict[str, Ratified]:
    """Yang disahkan sampai suatu hari: by the folded name of a unit its latest document; for every unit under "".

    Examples:
        >>> first = BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=[])
        >>> second = BudgetDocument("DPPA", ratified_on=date(2025, 9, 1), lines=[])
        >>> [one.document.version for one in ratified_on([second, first], date(2025, 12, 31)).values()]
        ['DPPA']
        >>> [one.document.version for one in ratified_on([second, first], date(2025, 8, 31)).values()]
        ['DPA']
    """
    latest: dict[str, BudgetDocument] = {}
    for one in sorted(documents, key=lambda one: (one.ratified_on, one.version)):
        if one.ratified_on <= day:
            latest["" if one.unit is None else folded(one.unit)] = one
    return {unit: _read(document) for unit, document in latest.items()}


def _read(document: BudgetDocument) -> Ratified:
    amounts: dict[str, int] = {}
    kinds: dict[str, BudgetKind] = {}
    for line in sorted(document.lines, key=lambda line: (line.code, line.kind)):
        amounts[line.code] = amounts.get(line.code, 0) + cents(line.ceiling)
        kinds.setdefault(line.code, line.kind)
    above = {parent_of(line, amounts) for line in document.lines}
    return Ratified(document, amounts, kinds, {code for code in above if code is not None})
