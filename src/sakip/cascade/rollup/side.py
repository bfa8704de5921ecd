"""Sisi: which of a node's numbers is meant."""

from typing import Literal, get_args

from sakip.base.choice import choose

__all__ = ["Side", "side_of"]

Side = Literal["target", "actual", "last"]
"""Sisi: what was promised, what was delivered, or what was delivered last year."""


def side_of(cell: Side, path: str) -> Side:
    """Sel yang ditanyakan: ``target``, ``actual`` or ``last``.

    Raises:
        InvalidValueError: Any other word.

    Examples:
        >>> side_of("actual", "x")
        'actual'
    """
    problem = ("sel tidak dikenal", "unknown cell")
    words: dict[str, Side] = {"realisasi": "actual", "realisasi lalu": "last"}
    return choose(cell, get_args(Side), path, code="unknown-cell", problem=problem, known=words)
