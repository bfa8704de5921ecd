"""Katalog: every check of the cascade, in the order in which they are asked."""

from sakip.cascade.case.check import Check
from sakip.cascade.checks import (
    achievement,
    actuals,
    calculation,
    children,
    composition,
    counting,
    coverage,
    extremes,
    missing,
    money,
    parties,
    periods,
    ratios,
    results,
    semantics,
    sources,
    structure,
    targets,
    timing,
    weights,
)

__all__ = ["CATALOGUE"]

CATALOGUE: tuple[Check, ...] = (
    *structure.CHECKS,
    *calculation.CHECKS,
    *parties.CHECKS,
    *timing.CHECKS,
    *semantics.CHECKS,
    *results.CHECKS,
    *weights.CHECKS,
    *counting.CHECKS,
    *coverage.CHECKS,
    *composition.CHECKS,
    *ratios.CHECKS,
    *children.CHECKS,
    *targets.CHECKS,
    *extremes.CHECKS,
    *sources.CHECKS,
    *actuals.CHECKS,
    *missing.CHECKS,
    *achievement.CHECKS,
    *periods.CHECKS,
    *money.CHECKS,
)
"""Katalog pemeriksaan: CAS101 to CAS904; a code is never used again for something else."""
