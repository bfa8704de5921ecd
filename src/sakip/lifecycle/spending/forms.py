"""Bentuk-bentuk efisiensi: those of the ministry of finance and of regional reports, each with its source."""

from sakip.base.reference import Reference
from sakip.base.text import Text
from sakip.lifecycle.spending.form import EfficiencyForm
from sakip.scoring.grading import GradeScale
from sakip.scoring.piecewise import Piecewise
from sakip.scoring.transform import Cap, Floor

__all__ = [
    "LKJIP_DIFFERENCE",
    "LKJIP_DIFFERENCE_5",
    "LKJIP_RATIO",
    "PMK_214_2017_EFFICIENCY",
    "UNIT_COST_EFFICIENCY",
]

_NE = (Floor(-20), Cap(20), Piecewise.through([(-20, 0), (20, 100)]))
_MEMORY = Reference("Praktik LKjIP daerah", article="bentuk efisiensi sederhana", certainty="memory")

PMK_214_2017_EFFICIENCY = EfficiencyForm(
    "pmk-214-2017-efisiensi",
    title=Text("Efisiensi menurut PMK 214/2017", "Efficiency under PMK 214/2017"),
    kind="saved_share",
    words=Text(
        "jumlah (PAK × CK − RAK) ÷ jumlah (PAK × CK)",
        "sum of (ceiling × achievement − spending) ÷ sum of (ceiling × achievement)",
    ),
    value=_NE,
    reference=Reference(
        "PMK 214/PMK.02/2017", article="lampiran; nilai efisiensi menurut LAKIP yang mencetaknya", certainty="secondary"
    ),
)
"""PMK 214/2017: E over all outputs, and NE = 50 + E/20 × 50 with E held between -20 and 20.

That PMK 22/2021 keeps both is from memory, unverified.
"""

UNIT_COST_EFFICIENCY = EfficiencyForm(
    "efisiensi-biaya-satuan",
    title=Text("Efisiensi biaya satuan, bentuk lama", "Efficiency of unit costs, an older form"),
    kind="unit_cost",
    words=Text(
        "rata-rata 1 − (RAK ÷ RVK) ÷ (PAK ÷ TVK)",
        "mean of 1 − (spending ÷ realized volume) ÷ (ceiling ÷ target volume)",
    ),
    value=_NE,
    reference=Reference("LAKIP Inspektorat Jenderal 2019", article="hlm. 42", certainty="read"),
)
"""Bentuk lama: the mean over outputs of what a unit of volume cost less than planned."""

LKJIP_DIFFERENCE = EfficiencyForm(
    "lkjip-selisih",
    title=Text("Capaian dikurangi serapan", "Achievement minus absorption"),
    kind="difference",
    words=Text("capaian kinerja − serapan anggaran", "achievement − absorption of the budget"),
    scale=GradeScale([(None, "Tidak Efisien"), (0, "Efisien")], closed="upper", reference=_MEMORY),
    reference=_MEMORY,
)
"""LKjIP, selisih: efficient where more was achieved than was spent, in points; equal is not efficient."""

LKJIP_DIFFERENCE_5 = EfficiencyForm(
    "lkjip-selisih-5",
    title=Text("Capaian dikurangi serapan, dengan rentang 5 poin", "Achievement minus absorption, band of 5 points"),
    kind="difference",
    words=Text("capaian kinerja − serapan anggaran", "achievement − absorption of the budget"),
    scale=GradeScale(
        [(None, "Tidak Efisien"), (-5, "Cukup Efisien"), (5, "Efisien")],
        closed="upper",
        reference=Reference("Kode aplikasi e-SAKIP daerah, nama kelas dari kami", certainty="secondary"),
    ),
    reference=Reference("Kode aplikasi e-SAKIP daerah", article="rentang 5 poin", certainty="secondary"),
)
"""LKjIP, selisih dengan rentang: Efisien above 5 points, Tidak Efisien at -5 and below, Cukup Efisien between."""

LKJIP_RATIO = EfficiencyForm(
    "lkjip-rasio",
    title=Text("Capaian dibagi serapan", "Achievement over absorption"),
    kind="ratio",
    words=Text("capaian kinerja ÷ serapan anggaran", "achievement ÷ absorption of the budget"),
    scale=GradeScale([(None, "Tidak Efisien"), (1, "Efisien")], closed="upper", reference=_MEMORY),
    reference=_MEMORY,
)
"""LKjIP, rasio: efficient above 1."""
