"""PermenPANRB 8/2021: achievements of individual indicators become values by a table in whole percents."""

from sakip.base.reference import Reference
from sakip.base.text import Text
from sakip.policies.formulas import (
    HIGHER_IS_BETTER,
    HIGHER_IS_BETTER_RANGE,
    LOWER_IS_BETTER,
    LOWER_IS_BETTER_RANGE,
)
from sakip.policies.indonesia.lkjip import MET_OR_REASON, ON_TIME_OR_REASON
from sakip.scoring import Floor, GradeScale, Piecewise, Policy, Round, Segment, Stage, WeightedMean, Weights

__all__ = ["PERMENPANRB_8_2021"]

_CONVERSION = Piecewise(
    [
        Segment(None, (0, 0), (59, 49)),
        Segment(60, (60, 50), (79, 69)),
        Segment(80, (80, 70), (99, 89)),
        Segment(100, (100, 109), (101, 109)),
        Segment(101, (101, 110), (110, 120)),
        Segment(110, (110, 120), (111, 120)),
    ],
    jumps=[60, 100, 101],
)

PERMENPANRB_8_2021 = Policy(
    id="permenpanrb-8-2021",
    edition="1",
    title=Text("Nilai capaian IKI menurut PermenPANRB 8/2021", "Values of achievement under PermenPANRB 8/2021"),
    reference=Reference("PermenPANRB 8/2021", article="lampiran hlm. 99-101, 110 dan 363", certainty="read"),
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
    at_ceiling=120,
    weights=Weights(total=None, per="agreement", absent="equal"),
    indicator=[Floor(0), Round(0), _CONVERSION, Round(2)],
    objective=Stage(WeightedMean(), [Round(2)]),
    total=Stage(WeightedMean(), [Round(2)]),
    carry="exact",
    scale=GradeScale(
        [(None, "Sangat Kurang"), (50, "Kurang"), (70, "Cukup"), (90, "Baik"), (110, "Sangat Baik")],
        closed="lower",
        reference=Reference("PP 30/2019", article="41", certainty="secondary"),
    ),
    readings=[
        Text(
            "tabel disusun dalam persen bulat; capaian dibulatkan setengah ke atas sebelum dikonversi, sehingga tidak ada "
            "celah 59-60, 79-80, 99-100 dan 100-101",
            "the table is in whole percents; the achievement is rounded half up before it is converted, so that there are no "
            "gaps 59-60, 79-80, 99-100 and 100-101",
        ),
        Text(
            "100 bernilai 109, dan 120 bila targetnya sudah yang terbaik yang dapat dicapai, yaitu batas terbaiknya atau "
            "ujung skala tingkatnya; 101 sampai 110 naik lurus dari 110 ke 120 (sumber kedua)",
            "100 is worth 109, and 120 where the target is already the best attainable, its ceiling or the end of its scale "
            "of levels; 101 to 110 rise straight from 110 to 120 (secondary)",
        ),
        Text(
            "realisasi di dalam rentang adalah 100; contoh cetak 113 % untuk 92 terhadap 80-90 salah cetak, aturannya memberi "
            "92/90",
            "a realization inside the range is 100; the printed example of 113 % for 92 against 80-90 is a misprint, the rule "
            "gives 92/90",
        ),
        Text(
            "capaian negatif dihitung 0, karena tabel mulai dari 0",
            "a negative achievement counts as 0, since the table begins at 0",
        ),
    ],
)
"""PermenPANRB 8/2021: the conversion of achievements to values, on whole percents."""
