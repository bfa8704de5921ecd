"""Kebijakan: the regimes as data, and the formulas and scales that they are made of."""

from sakip.policies.formulas import (
    HIGHER_IS_BETTER,
    HIGHER_IS_BETTER_RANGE,
    LOWER_IS_BETTER,
    LOWER_IS_BETTER_INVERSE,
    LOWER_IS_BETTER_RANGE,
    PP_46_2011_COST_TIME,
    PP_46_2011_OUTPUT,
    PROGRESS_FROM_BASELINE,
    TENT,
)
from sakip.policies.indonesia.akip_88_2021 import AKIP_88_2021
from sakip.policies.indonesia.kmk_127_2026 import KMK_127_2026
from sakip.policies.indonesia.lkjip import (
    FIVE_BANDS,
    LKJIP,
    LKJIP_WEIGHTED,
    MET_OR_REASON,
    ON_TIME_OR_REASON,
)
from sakip.policies.indonesia.permenpanrb_8_2021 import PERMENPANRB_8_2021

__all__ = [
    "AKIP_88_2021",
    "FIVE_BANDS",
    "HIGHER_IS_BETTER",
    "HIGHER_IS_BETTER_RANGE",
    "KMK_127_2026",
    "LKJIP",
    "LKJIP_WEIGHTED",
    "LOWER_IS_BETTER",
    "LOWER_IS_BETTER_INVERSE",
    "LOWER_IS_BETTER_RANGE",
    "MET_OR_REASON",
    "ON_TIME_OR_REASON",
    "PERMENPANRB_8_2021",
    "PP_46_2011_COST_TIME",
    "PP_46_2011_OUTPUT",
    "PROGRESS_FROM_BASELINE",
    "TENT",
]
