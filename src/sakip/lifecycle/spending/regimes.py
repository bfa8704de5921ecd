"""Rezim-rezim kinerja anggaran: the weights of the ministry of finance, each set with its source."""

from sakip.base.reference import Reference
from sakip.base.text import Text
from sakip.lifecycle.spending.value import BudgetAspect, BudgetRegime
from sakip.scoring.grading import GradeScale

__all__ = ["BUDGET_GRADES", "IKPA", "KMK_466_2023", "NKA_2025", "PMK_2_2021", "PMK_22_2021", "PMK_214_2017"]

BUDGET_GRADES = GradeScale(
    [(None, "Sangat Kurang"), (50, "Kurang"), (60, "Cukup"), (80, "Baik"), (90, "Sangat Baik")],
    closed="upper",
    reference=Reference("PMK 107/2024", article="251(4a), kelas terendah terpotong pada sumbernya", certainty="read"),
)
"""Kategori kinerja anggaran: strict lower bounds, so 90 is Baik and 90.01 is Sangat Baik; 50 is the lowest class."""

_OUTPUT = Text("Capaian keluaran", "Achievement of outputs")
_EFFICIENCY = Text("Efisiensi (nilai efisiensi)", "Efficiency (its value)")
_CONSISTENCY = Text("Konsistensi penyerapan", "Consistency of absorption")
_ABSORPTION = Text("Penyerapan anggaran", "Absorption of the budget")
# No limit of the first aspect is known: the regulation's own example of outputs is above 100.
_IMPLEMENTATION = (
    BudgetAspect("output", _OUTPUT, "43.5", highest=None),
    BudgetAspect("efficiency", _EFFICIENCY, "28.6"),
    BudgetAspect("consistency", _CONSISTENCY, "18.2"),
    BudgetAspect("absorption", _ABSORPTION, "9.7"),
)

PMK_214_2017 = BudgetRegime(
    "pmk-214-2017",
    title=Text("Nilai kinerja anggaran menurut PMK 214/2017", "Budget performance under PMK 214/2017"),
    aspects=_IMPLEMENTATION,
    scale=BUDGET_GRADES,
    reference=Reference("PMK 214/PMK.02/2017", article="aspek implementasi", certainty="memory"),
)
"""PMK 214/2017: output 43.5, efficiency 28.6, consistency 18.2, absorption 9.7."""

PMK_22_2021 = BudgetRegime(
    "pmk-22-2021",
    title=Text("Nilai kinerja anggaran menurut PMK 22/2021", "Budget performance under PMK 22/2021"),
    aspects=_IMPLEMENTATION,
    scale=BUDGET_GRADES,
    reference=Reference(
        "PMK 22/PMK.02/2021",
        article="aspek implementasi tingkat satker; bobotnya menghasilkan nilai yang dicetak sebuah LAKIP 2021",
        certainty="derived",
    ),
)
"""PMK 22/2021: the same weights, which give the value that a report of 2021 prints."""

KMK_466_2023 = BudgetRegime(
    "kmk-466-2023",
    title=Text("Kinerja perencanaan anggaran menurut KMK 466/2023", "Budget planning under KMK 466/2023"),
    aspects=(
        BudgetAspect("effectiveness", Text("Efektivitas (capaian RO)", "Effectiveness (achievement of outputs)"), 75),
        BudgetAspect("efficiency", Text("Efisiensi (SBK)", "Efficiency (standard costs)"), 25),
    ),
    scale=BUDGET_GRADES,
    reference=Reference("KMK 466/2023", article="bobot satker", certainty="secondary"),
)
"""KMK 466/2023: effectiveness 75 and efficiency 25, for a work unit."""

NKA_2025 = BudgetRegime(
    "nka-2025",
    title=Text("Nilai kinerja anggaran (NKA) 2025-2029", "Budget performance (NKA) 2025-2029"),
    aspects=(
        BudgetAspect("planning", Text("Kinerja perencanaan", "Planning"), 50),
        BudgetAspect("execution", Text("Kinerja pelaksanaan (IKPA)", "Execution (IKPA)"), 50),
    ),
    scale=BUDGET_GRADES,
    reference=Reference(
        "KEPJA 1184, IKU 2025-2029", article="NKA, tiap bagian terhadap targetnya", certainty="secondary"
    ),
)
"""NKA: planning 50 and execution 50, each set against its own target before it is given here."""

PMK_2_2021 = BudgetRegime(
    "pmk-2-2021",
    title=Text("Penilaian kinerja anggaran menurut PMK 2/2021", "Assessment of the budget under PMK 2/2021"),
    aspects=(
        BudgetAspect("management", Text("Pengelolaan anggaran", "Budget management"), 60),
        BudgetAspect("performance", Text("Indikator kinerja anggaran", "Budget performance indicator"), 40),
    ),
    scale=BUDGET_GRADES,
    reference=Reference("PMK 2/PMK.02/2021", article="menurut berita", certainty="secondary"),
)
"""PMK 2/2021: budget management 60 and the indicator of budget performance 40."""

IKPA = BudgetRegime(
    "ikpa",
    title=Text("Indikator kinerja pelaksanaan anggaran (IKPA)", "Indicator of budget execution (IKPA)"),
    aspects=(
        BudgetAspect("revision", Text("Revisi DIPA", "Revision of the DIPA"), 10),
        BudgetAspect("deviation", Text("Deviasi halaman III DIPA", "Deviation from page III of the DIPA"), 15),
        BudgetAspect("absorption", _ABSORPTION, 20),
        BudgetAspect("contracts", Text("Belanja kontraktual", "Contracts"), 10),
        BudgetAspect("bills", Text("Penyelesaian tagihan", "Bills"), 10),
        BudgetAspect("imprest", Text("Pengelolaan UP dan TUP", "Imprest money"), 10),
        BudgetAspect("output", _OUTPUT, 25),
    ),
    reference=Reference("Kode aplikasi pemantau IKPA", article="bobot IKPA", certainty="secondary"),
)
"""IKPA: seven indicators of execution; no source of its categories was found."""
