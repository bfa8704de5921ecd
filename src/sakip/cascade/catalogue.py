"""Katalog: every check of the cascade, in the order in which they are asked."""

from sakip.cascade.check import Check
from sakip.cascade.checks import (
    actuals,
    coverage,
    money,
    parties,
    semantics,
    structure,
    targets,
    timing,
    weights,
)

__all__ = ["CATALOGUE"]

CATALOGUE: tuple[Check, ...] = (
    *structure.CHECKS,
    *parties.CHECKS,
    *timing.CHECKS,
    *semantics.CHECKS,
    *weights.CHECKS,
    *coverage.CHECKS,
    *targets.CHECKS,
    *actuals.CHECKS,
    *money.CHECKS,
)
"""Katalog pemeriksaan: CAS101 to CAS904; a code is never used again for something else."""
