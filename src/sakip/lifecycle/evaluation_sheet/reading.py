"""Cara baca: what the answers of an evaluation sheet are given to."""

from typing import Literal, get_args

from sakip.base.choice import choose

__all__ = ["Reading", "require_reading"]

Reading = Literal["sub_component", "criterion"]
"""Cara baca: whether a sub-component has one answer, to which its criteria lead, or each criterion has its own."""


def require_reading(value: Reading, path: str) -> Reading:
    """Cara baca: ``sub_component`` or ``criterion``.

    Raises:
        InvalidValueError: Any other word.

    Examples:
        >>> require_reading("criterion", "EvaluationSheet.reading")
        'criterion'
    """
    return choose(
        value,
        get_args(Reading),
        path,
        code="unknown-reading",
        problem=("cara baca lembar tidak dikenal", "unknown reading of the sheet"),
        known={"subkomponen": "sub_component", "sub komponen": "sub_component", "kriteria": "criterion"},
    )
