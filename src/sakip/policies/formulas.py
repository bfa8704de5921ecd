"""Rumus yang dipakai di Indonesia, each under one name; a policy picks from them.

The field's commonest disagreement is lower-is-better: the regulation form and the inverse form give the same value only
at the target.
"""

from decimal import Decimal

from sakip.base.reference import Reference
from sakip.scoring import HI, LO, B, Cases, Formula, R, T

__all__ = [
    "HIGHER_IS_BETTER",
    "HIGHER_IS_BETTER_RANGE",
    "LOWER_IS_BETTER",
    "LOWER_IS_BETTER_INVERSE",
    "LOWER_IS_BETTER_RANGE",
    "PP_46_2011_COST_TIME",
    "PP_46_2011_OUTPUT",
    "PROGRESS_FROM_BASELINE",
    "TENT",
]

_PRINTED = Reference("LKjIP Kabupaten Maluku Tengah 2021", article="hlm. III.2", certainty="read")
_SKP = Reference("PP 46/2011", article="rumus BKN, menurut kode aplikasi", certainty="secondary")
_TURN = Decimal("0.76") * T
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

PP_46_2011_OUTPUT = Formula("pp-46-2011-output", 100 * R / T, at_target=100, direction="up", reference=_SKP)
"""PP 46/2011, kuantitas dan kualitas: realization over target; no longer in force."""

PP_46_2011_COST_TIME = Formula(
    "pp-46-2011-cost-time",
    Cases([(R < _TURN, 100 * R / T)], otherwise=100 * (Decimal("1.76") * T - R) / T),
    at_target=76,
    direction="down",
    turns_at=_TURN,
    reference=_SKP,
)
"""PP 46/2011, biaya dan waktu: 76 at the target and 100 when 24 % of it is saved; who saves more falls to 76 and less.

The rule was written as 76 - ((1.76*T - R)/T * 100 - 100) where more than 24 % is saved, which is 100*R/T. That saving
more scores less is its published defect, stated here as the turn; no longer in force.
"""
