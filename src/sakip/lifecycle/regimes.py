"""Rezim yang dikenal: the national obligations, and three regions that evaluate on a calendar of their own."""

from attrs import evolve

from sakip.base.reference import Reference
from sakip.base.text import Text
from sakip.lifecycle.regime import Deadline, Regime, Timing

__all__ = ["BENGKULU", "KENDAL", "NATIONAL", "YOGYAKARTA"]

_ANNUAL = Text("Laporan kinerja tahunan", "Annual performance report")

NATIONAL = Regime(
    "nasional",
    Text("Nasional", "National"),
    [
        Deadline(
            "agreement",
            Text("Perjanjian kinerja", "Performance agreement"),
            Timing("budget_ratified", within=1),
            # Read in article 12 (3) of Permendiktisaintek 58/2025, which restates it for one ministry.
            Reference("PermenPANRB 53/2014", article="lampiran I", certainty="secondary"),
        ),
        Deadline(
            "interim-report",
            Text("Laporan kinerja interim", "Interim performance report"),
            Timing("period_ends", each="quarter"),
            # With the quarterly financial report; no count of days was found.
            Reference("Perpres 29/2014", article="18", certainty="secondary"),
            levels=["ministry"],
        ),
        Deadline(
            "annual-report",
            _ANNUAL,
            Timing("period_ends", within=2),
            Reference("Perpres 29/2014", article="20", certainty="secondary"),
            levels=["ministry"],
        ),
        Deadline(
            "annual-report",
            _ANNUAL,
            Timing("period_ends", within=3),
            Reference("Perpres 29/2014", certainty="secondary"),
            levels=["region"],
        ),
        Deadline(
            "annual-report",
            _ANNUAL,
            Timing("period_ends", within=2),
            Reference("Perpres 29/2014", certainty="memory"),
            levels=["office"],
        ),
    ],
)
"""Nasional: the agreement one month after the budget document is ratified, the annual report two months (ministries,
agencies, offices) or three months (regions) after the fiscal year; a region delivers its report inside the LPPD."""


def _evaluated(id: str, name: Text, timing: Timing, reference: Reference) -> Regime:  # noqa: A002 - the field that it fills
    evaluation = Deadline(
        "evaluation",
        Text("Evaluasi perjanjian kinerja", "Evaluation of the agreement"),
        timing,
        reference,
        levels=["region", "office"],
    )
    return evolve(NATIONAL, id=id, name=name, deadlines=[*NATIONAL.deadlines, evaluation])


KENDAL = _evaluated(
    "kendal",
    Text("Kabupaten Kendal", "Kendal regency"),
    Timing("period_ends", each="quarter"),
    Reference("Pemerintah Kabupaten Kendal, penandatanganan perjanjian kinerja 25 Januari 2024", certainty="secondary"),
)
"""Kabupaten Kendal: as national, and an evaluation after every three months; by which day was not found."""

BENGKULU = _evaluated(
    "bengkulu",
    Text("Provinsi Bengkulu", "Bengkulu province"),
    Timing("period_begins", each="half_year", opens=3, within=6),
    Reference("Pemerintah Provinsi Bengkulu, evaluasi setelah tiga sampai enam bulan", certainty="memory"),
)
"""Provinsi Bengkulu: as national, and an evaluation after three to six months. Certain is only that each half-year has
one by its end; announcements of 2022 and 2025 speak of every three months (secondary), which keeps it too."""

YOGYAKARTA = _evaluated(
    "yogyakarta",
    Text("Yogyakarta", "Yogyakarta"),
    Timing("period_ends", each="four_month"),
    Reference("Pemerintah Daerah Yogyakarta, evaluasi internal setiap empat bulan", certainty="secondary"),
)
"""Yogyakarta: as national, and an internal evaluation after every four months; by which day was not found."""
