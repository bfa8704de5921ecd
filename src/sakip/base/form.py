"""Bentuk angka: in which form the numbers of rows are handed over."""

from typing import Literal, get_args

from sakip.base.choice import choose

__all__ = ["Numbers", "numbers_form"]

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
