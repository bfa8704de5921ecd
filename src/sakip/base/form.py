"""Bentuk angka: in which form the numbers of rows are handed over."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal, get_args

from sakip.base.choice import choose

__all__ = ["Numbers", "in_form", "numbers_form"]

Numbers = Literal["decimal", "text"]
"""Bentuk angka: as Decimal and date, or as text, which JSON and PHP keep exact."""


def numbers_form(value: Numbers, path: str) -> Numbers:
    """Bentuk angka: one of the forms in which rows can be written.

    Raises:
        InvalidValueError: Another word.

    Examples:
        >>> numbers_form("text", "Evaluation.rows.numbers")
        'text'
    """
    problem = ("bentuk angka tidak dikenal", "unknown form of numbers")
    return choose(value, get_args(Numbers), path, code="unknown-numbers", problem=problem)


def in_form(rows: Iterable[Mapping[str, Any]], numbers: Numbers) -> list[dict[str, Any]]:
    """Baris dalam bentuknya: the rows with Decimals and dates as they are, or as text.

    Examples:
        >>> from decimal import Decimal
        >>> in_form([{"score": Decimal("5.00"), "name": "IKU-1"}], "text")
        [{'score': '5.00', 'name': 'IKU-1'}]
    """
    if numbers == "decimal":
        return [dict(row) for row in rows]
    return [
        {name: str(cell) if isinstance(cell, Decimal | date) else cell for name, cell in row.items()} for row in rows
    ]
