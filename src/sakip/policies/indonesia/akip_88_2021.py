"""PermenPANRB 88/2021: the predicates of the evaluation of accountability (AKIP)."""

from sakip.base.reference import Reference
from sakip.scoring import GradeScale

__all__ = ["AKIP_88_2021"]

AKIP_88_2021 = GradeScale(
    [(0, "D"), (30, "C"), (50, "CC"), (60, "B"), (70, "BB"), (80, "A"), (90, "AA")],
    closed="upper",
    reference=Reference("PermenPANRB 88/2021", article="predikat hasil evaluasi AKIP", certainty="secondary"),
)
"""Predikat AKIP: strict lower bounds read on the exact number, so 90 is A and 90.004 is AA; for agencies only."""
