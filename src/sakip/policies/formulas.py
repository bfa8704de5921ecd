"""Rumus yang dipakai di Indonesia, each under one name; a policy picks from them.

The field's commonest disagreement is lower-is-better: the regulation form and the inverse form give the same value only
at the target.
"""

from sakip.base.reference import Reference
from sakip.scoring import HI, LO, B, Cases, Formula, R, T

__all__ = [
    "HIGHER_IS_BETTER",
    "HIGHER_IS_BETTER_RANGE",
    "LOWER_IS_BETTER",
    "LOWER_IS_BETTER_INVERSE",
    "LOWER_IS_BETTER_RANGE",
    "PROGRESS_FROM_BASELINE",
    "TENT",
]

_PRINTED = Reference("LKjIP Kabupaten Maluku Tengah 2021", article="hlm. III.2", certainty="read")
_RANGES = Reference("PermenPANRB 8/2021", article="lampiran hlm. 99 dan 110", certainty="read")

HIGHER_IS_BETTER = Formula("higher-is-better", 100 * R / T, at_target=100, direction="up", reference=_PRINTED)
"""Makin tinggi makin baik: realization over target."""

LOWER_IS_BETTER = Formula(
    "lower-is-better",
    100 * (2 * T - R) / T,
    at_target=100,
    direction="down",
    reference=_PRINTED,
)
"""Makin rendah makin baik, bentuk peraturan: (T - (R - T)) / T, the same as 1 + (1 - R/T); negative beyond 2T."""

LOWER_IS_BETTER_INVERSE = Formula(
    "lower-is-better-inverse",
    100 * T / R,
    at_target=100,
    direction="down",
    domain=[T > 0, R > 0],
    reference=Reference("Kode aplikasi e-SAKIP daerah", certainty="secondary"),
)
"""Makin rendah makin baik, bentuk terbalik: target over realization; not the regulation's, undefined at R = 0."""

PROGRESS_FROM_BASELINE = Formula(
    "progress-from-baseline",
    100 * (R - B) / (T - B),
    at_target=100,
    direction="towards-target",
)
"""Kemajuan dari kondisi awal: the share of the way from baseline to target."""

TENT = Formula(
    "tent",
    Cases([(R <= T, 100 * R / T)], otherwise=100 * (2 * T - R) / T),
    at_target=100,
    direction="peak",
)
"""Stabilisasi: 100 at the target, less on both sides."""

HIGHER_IS_BETTER_RANGE = Formula(
    "higher-is-better-range",
    Cases([(R < LO, 100 * R / LO), (R > HI, 100 * R / HI)], otherwise=100),
    at_target=100,
    direction="up",
    reference=_RANGES,
)
"""Rentang, makin tinggi makin baik: the nearer bound takes the place of the target; inside is met."""

LOWER_IS_BETTER_RANGE = Formula(
    "lower-is-better-range",
    Cases([(R < LO, 100 * (2 * LO - R) / LO), (R > HI, 100 * (2 * HI - R) / HI)], otherwise=100),
    at_target=100,
    direction="down",
    reference=_RANGES,
)
"""Rentang, makin rendah makin baik: the nearer bound takes the place of the target; inside is met."""
