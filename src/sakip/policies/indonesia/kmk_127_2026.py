"""KMK 127/2026: performance of the Ministry of Finance, three polarities clamped to 0-120."""

from sakip.base.reference import Reference
from sakip.base.text import Text
from sakip.policies.formulas import LOWER_IS_BETTER
from sakip.policies.indonesia.lkjip import MET_OR_REASON, ON_TIME_OR_REASON
from sakip.scoring import (
    Cap,
    Cases,
    Floor,
    Formula,
    GradeScale,
    Mean,
    Piecewise,
    Policy,
    R,
    Round,
    Stage,
    T,
    WeightedMean,
    Weights,
)

__all__ = ["KMK_127_2026"]

_DECREE = Reference("KMK 127/2026", article="hlm. 67-70", certainty="secondary")

_MAXIMIZE = Formula(
    "kmk-127-2026-maximize",
    Cases([(T > 0, 100 * R / T)], otherwise=100 * (R - 2 * T) / -T),
    at_target=100,
    direction="up",
    reference=_DECREE,
)

_STABILIZE = Formula(
    "kmk-127-2026-stabilize",
    Cases([(R <= T, 100 * R / T)], otherwise=100 * (2 * T - R) / T),
    at_target=120,
    direction="peak",
    then=[Piecewise.through([(0, 0), (90, 100), (100, 120)])],
    met_from=100,
    reference=_DECREE,
)

KMK_127_2026 = Policy(
    id="kmk-127-2026",
    edition="1",
    title=Text("Capaian kinerja Kementerian Keuangan menurut KMK 127/2026", "Achievement under decree KMK 127/2026"),
    reference=_DECREE,
    maximize=_MAXIMIZE,
    minimize=LOWER_IS_BETTER,
    stabilize=_STABILIZE,
    maximize_range=None,
    minimize_range=None,
    stabilize_range=None,
    ordinal=MET_OR_REASON,
    deadline=ON_TIME_OR_REASON,
    zero_target="worst_value",
    not_reported="reason",
    incomplete="provisional",
    minimum_status=None,
    at_ceiling=120,
    weights=Weights(total=None, per="objective", absent="equal"),
    indicator=[Floor(0), Cap(120), Round(2)],
    objective=Stage(WeightedMean(), [Round(2)]),
    total=Stage(Mean(), [Round(2)]),
    carry="exact",
    scale=GradeScale(
        [(None, "Buruk"), (80, "Kurang"), (90, "Cukup"), (100, "Baik"), (110, "Sangat Baik")],
        closed="lower",
        reference=Reference("KMK 127/2026", certainty="secondary"),
    ),
    readings=[
        Text(
            "target yang sudah terbaik yang dapat dicapai, yaitu batas terbaiknya atau ujung skala tingkatnya, dan terpenuhi "
            "bernilai 120",
            "a target that is the best attainable, its ceiling or the end of its scale of levels, and is met scores 120",
        ),
        Text(
            "stabilize: capaian awal dikonversi lurus melalui (0; 0), (90; 100), (100; 120)",
            "stabilize: the first achievement is converted straight through (0, 0), (90, 100), (100, 120)",
        ),
        Text(
            "minimize dengan target negatif tidak dinilai: rumus tertulisnya memberi nilai lebih tinggi bagi yang lebih buruk",
            "minimize with a negative target is not scored: the formula as written would score the worse higher",
        ),
        Text(
            "nilai sasaran strategis adalah rata-rata tertimbang menurut bobot kualitas, nilai akhir rata-rata sasaran; bobot "
            "perspektif selain pemangku kepentingan 30 % tidak diketahui",
            "a strategic objective is the mean weighted by quality, the total the mean of the objectives; the weights of the "
            "perspectives other than stakeholder, 30 %, are not known",
        ),
        Text(
            "predikat dicetak tanpa tanda sama dengan; 100, 90 dan 80 dibaca masuk kelas di atasnya",
            "the grades are printed without equal signs; 100, 90 and 80 are read into the band above",
        ),
    ],
)
"""KMK 127/2026: maximize, minimize, stabilize; negative targets and zero targets; clamp 0-120."""
