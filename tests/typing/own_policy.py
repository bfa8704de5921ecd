"""A region's own rule; also run by tests/house."""

# fmt: off
from sakip import Reference
from sakip.policies import LKJIP
from sakip.scoring import B, Cap, Floor, Formula, GradeScale, R, Round, T, laws

progress = Formula("progress-from-baseline", 100 * (R - B) / (T - B), at_target=100, direction="towards-target")
laws.check(progress)                                   # raises with a counterexample if it breaks what it states
regional = LKJIP.evolve(
    id="kab-contoh-2026",
    reference=Reference("Peraturan Bupati Contoh 12/2026", article="7", certainty="read"),
    maximize=progress,
    indicator=(Floor(0), Cap(120), Round(2)),
    zero_target="met_is_100",
    scale=GradeScale([(0, "Kurang"), (60, "Cukup"), (75, "Baik"), (90, "Sangat Baik")], closed="lower"),
)
