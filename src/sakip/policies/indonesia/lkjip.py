"""LKjIP: the practice of regional performance reports.

PermenPANRB 53/2014 asks for a comparison of target and realization and states no formula, cap or band; what is printed
in hundreds of reports is this.
"""

from sakip.base.reference import Reference
from sakip.base.text import Text
from sakip.policies.formulas import (
    HIGHER_IS_BETTER,
    HIGHER_IS_BETTER_RANGE,
    LOWER_IS_BETTER,
    LOWER_IS_BETTER_RANGE,
)
from sakip.scoring import GradeScale, Lookup, Mean, Policy, Round, Stage, WeightedMean, Weights

__all__ = ["FIVE_BANDS", "LKJIP", "LKJIP_WEIGHTED", "MET_OR_REASON", "ON_TIME_OR_REASON"]

FIVE_BANDS = GradeScale(
    [(None, "Sangat Rendah"), (51, "Rendah"), (66, "Sedang"), (76, "Tinggi"), (91, "Sangat Tinggi")],
    closed="lower",
    reference=Reference("Permendagri 86/2017", certainty="secondary"),
)
"""Skala lima tingkat: printed as 91-100, 76-90, 66-75, 51-65, up to 50; the printed lower bounds are taken literally."""

MET_OR_REASON = Lookup(
    "ordinal-met",
    inputs=[("below", "equal", "above")],
    table=[(("below",), None), (("equal",), 100), (("above",), 100)],
    reference=Reference("LKPJ 2025: WTP terhadap WTP dicetak 100", certainty="secondary"),
)
"""Tingkat: reached or passed is 100; a shortfall has no agreed number."""

ON_TIME_OR_REASON = Lookup(
    "deadline-met",
    inputs=[("late", "on_time")],
    table=[(("late",), None), (("on_time",), 100)],
)
"""Tenggat: on time is 100; for lateness there is no agreed number."""

LKJIP = Policy(
    id="lkjip",
    edition="1",
    title=Text("Praktik LKjIP daerah", "Practice of regional performance reports"),
    reference=Reference(
        "PermenPANRB 53/2014",
        article="lampiran II",
        certainty="secondary",
    ),
    maximize=HIGHER_IS_BETTER,
    minimize=LOWER_IS_BETTER,
    stabilize=None,
    maximize_range=HIGHER_IS_BETTER_RANGE,
    minimize_range=LOWER_IS_BETTER_RANGE,
    stabilize_range=None,
    ordinal=MET_OR_REASON,
    deadline=ON_TIME_OR_REASON,
    zero_target="not_computable",
    not_reported="reason",
    incomplete="provisional",
    minimum_status=None,
    at_ceiling=None,
    weights=Weights(total=100, per="objective", absent="equal"),
    indicator=[Round(2)],
    objective=Stage(WeightedMean(), [Round(2)]),
    total=Stage(Mean(), [Round(2)]),
    carry="exact",
    scale=FIVE_BANDS,
    readings=[
        Text(
            "peraturannya mewajibkan perbandingan target dan realisasi tanpa menetapkan rumus; rumus di sini praktik LKjIP daerah",
            "the regulation asks for target against realization and states no formula; the formulas are those of printed reports",
        ),
        Text(
            "tanpa batas atas dan bawah: capaian di atas 100 dan di bawah 0 dicetak apa adanya",
            "no cap and no floor: achievements above 100 and below 0 are printed as they are",
        ),
        Text(
            "nilai sasaran adalah rata-rata tertimbang indikatornya, nilai akhir rata-rata sasaran; keduanya dihitung dari "
            "angka tepat dan dibulatkan sekali pada cetakannya",
            "an objective is the weighted mean of its indicators, the total the mean of the objectives; both are computed "
            "from exact numbers and rounded once, where they are printed",
        ),
        Text(
            "celah skala 90-91, 75-76, 65-66 dan 50-51 dibaca menurut batas bawah yang dicetak: 90,5 adalah Tinggi",
            "the gaps 90-91, 75-76, 65-66 and 50-51 of the scale are read by its printed lower bounds: 90.5 is Tinggi",
        ),
    ],
)
"""Praktik LKjIP: two ratio forms, no cap, no floor, two decimals half up."""

LKJIP_WEIGHTED = LKJIP.evolve(
    id="lkjip-weighted",
    title=Text("Praktik LKjIP daerah dengan bobot", "Practice of regional performance reports, with weights"),
    weights=Weights(total=100, per="agreement", absent="refuse"),
    total=Stage(WeightedMean(), [Round(2)]),
)
"""Praktik LKjIP dengan bobot: as `LKJIP`, for agreements "with scores", whose weights add up to 100 altogether.

Each indicator counts in the total by its own weight, whichever objective it stands under; without weights nothing is
scored. It has no legal basis of its own, and says that it departs from `LKJIP` in its weights and its total.
"""
