"""Halaman: the cells of a foreign table read by column, and which of its rows hold three numbers."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from sakip.base.control import inert
from sakip.model.cell import Floats
from sakip.model.indicator import Polarity
from sakip.model.rows.sifting import plain
from sakip.review.direction import stated
from sakip.review.intake import Intake, Unreadable
from sakip.review.measures import unlike_measures
from sakip.review.seen import SeenCell, SeenColumn, seen_columns

__all__ = ["Page", "Three", "Words", "name_key", "numbers_columns", "page_of", "reason_of"]

_LONGEST = 300
_LONGEST_NUMBER = 4
# 5, (5), [5] and, below a computed column, 5=4/3 or (5=4:3x100%).
_COLUMN = re.compile(r"[(\[]?\s*([1-9]\d?)\s*(?:=[\d\s/:x*()%]{1,20})?[)\]]?", re.IGNORECASE)

Three = tuple[SeenCell, SeenCell, SeenCell]
"""Ketiga sel: target, realization and achievement of a row."""


class Words(NamedTuple):
    """Kata baris: what a row says beside its numbers, each in one line; empty where it says nothing."""

    indicator: str
    unit: str
    objective: str
    period: str
    office: str
    code: str
    predicate: str


class Page(NamedTuple):
    """Halaman: a table with its cells read.

    Attributes:
        table: The rows as they were given.
        columns: The columns of targets, realizations and percentages.
        texts: The words of each row by field, each in one line; empty where a row says nothing.
        polarities: The direction that each row states.
        weights: The weight of each row, where it is one number.
    """

    table: Intake
    columns: tuple[SeenColumn, SeenColumn, SeenColumn]
    texts: dict[str, list[str]]
    polarities: list[Polarity | None]
    weights: list[Fraction | None]

    def words(self, at: int) -> Words:
        """Kata baris: what a row says beside its numbers, counted from 0."""
        return Words(*(texts[at] for texts in self.texts.values()))

    def three(self, at: int) -> Three:
        """Ketiga sel: target, realization and achievement of a row, counted from 0."""
        first, second, third = self.columns
        return first.cells[at], second.cells[at], third.cells[at]


def page_of(table: Intake, floats: Floats | None = None) -> Page:
    """Baca halaman: every column of a table.

    Args:
        table: The rows.
        floats: Whether floats are read.
    """
    names = ("target", "realization", "achievement")
    first, second, third = seen_columns([table.cells(name) for name in names], floats)
    (weights,) = seen_columns([table.cells("weight")], floats)
    return Page(
        table,
        (first, second, third),
        {name: _each(table.cells(name), _one_line) for name in Words._fields},
        _each(table.cells("polarity"), stated),
        [cell.value if cell.kind == "number" else None for cell in weights.cells],
    )


def _each(cells: Sequence[Any], read: Callable[[Any], Any]) -> list[Any]:
    """Each cell read; the words of a table repeat and are read once."""
    known: dict[str, Any] = {}
    found: list[Any] = []
    if not any(cells):
        return [read(None)] * len(cells)
    for cell in cells:
        if type(cell) is not str:
            found.append(read(cell))
            continue
        if cell not in known:
            known[cell] = read(cell)
        found.append(known[cell])
    return found


def _one_line(cell: Any) -> str:
    """A cell as a short text in one line, its steering signs made visible."""
    if cell is None:
        return ""
    text = cell.kind if type(cell) is Unreadable else plain(cell[: _LONGEST * 4] if type(cell) is str else cell)
    if len(text) <= _LONGEST and text.isascii() and text.isprintable():
        return text
    text = inert(text).replace("\n", " ")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}..."


def name_key(name: str) -> str:
    """Kunci nama: a name without its capitals, blanks and signs, to find it in another table.

    Examples:
        >>> name_key(" Angka  Kematian Ibu (AKI)")
        'angka kematian ibu aki'
    """
    return " ".join("".join(letter if letter.isalnum() else " " for letter in name.casefold()).split())


def reason_of(page: Page, at: int) -> str | None:
    """Alasan: why a row cannot be recomputed, as a code; None where it holds three numbers and a target.

    Examples:
        >>> from sakip.review.intake import intake
        >>> reason_of(page_of(intake([{"target": "0", "realization": "5", "achievement": "100"}], None, "review")), 0)
        'zero-target'
    """
    target, realization, achievement = page.three(at)
    if numbers_columns(page, at):
        return "column-heads"
    if target.kind == realization.kind == achievement.kind == "number":
        if not target.digits:
            return "zero-target"
        return "units" if unlike_measures(target.unit, realization.unit) else None
    row = page.table.rows[at]
    if isinstance(row, Unreadable):
        return "not-a-row"
    said = [cell.kind if type(cell) is Unreadable else plain(cell) for cell in row]
    if not any(said):
        return "blank"
    if _repeats_heads(page.table, said):
        return "column-heads"
    if target.kind == realization.kind == achievement.kind == "blank" and not page.texts["predicate"][at]:
        return "no-target" if page.texts["unit"][at] else "heading"
    if target.kind == "number" and not target.digits:
        return "zero-target"
    for cell, missing in (
        (target, "no-target"),
        (realization, "no-realization"),
        (achievement, "no-percentage"),
    ):
        if cell.kind != "number" and not (cell is target and cell.kind == "range"):
            return _lacking(cell, missing)
    return None if target.digits else "zero-target"


def numbers_columns(page: Page, at: int) -> bool:
    """Nomor kolom: whether a row numbers the columns, as in 1, 2, 3 or (1), (2), (3) below their heads.

    The name of its indicator is a number too, and target, realization and percentage follow it in order.

    Examples:
        >>> from sakip.review.intake import intake
        >>> heads = {"indicator": "(2)", "target": "(3)", "realization": "(4)", "achievement": "(5=4/3)"}
        >>> numbers_columns(page_of(intake([heads], None, "review")), 0)
        True
    """
    indicator = page.texts["indicator"][at]
    if not 0 < len(indicator) <= _LONGEST_NUMBER:
        return False
    said = [indicator, *(cell.text for cell in page.three(at))]
    found = [_COLUMN.fullmatch(text) for text in said]
    numbers = [int(match[1]) for match in found if match is not None]
    unit = page.texts["unit"][at]
    return (
        len(numbers) == len(said)
        and numbers == sorted(set(numbers))
        and (not unit or _COLUMN.fullmatch(unit) is not None)
    )


def _repeats_heads(table: Intake, said: list[str]) -> bool:
    pairs = [(text, column) for text, (_, column) in zip(said, table.columns, strict=True) if text]
    return len(pairs) > 1 and all(text.casefold() == column.casefold() for text, column in pairs)


def _lacking(cell: SeenCell, missing: str) -> str:
    if cell.kind in {"blank", "mark"}:
        return missing
    return {"word": "level", "date": "date", "range": "range"}.get(cell.kind, "unreadable")
