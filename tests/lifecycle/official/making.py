"""Agreements of a health office and of a regent, for the tests of the official form."""

from datetime import date
from typing import Any

from sakip import Agreement, BudgetLine, Indicator, Level, Objective, OrdinalScale, Party, Range, Target, Tenure
from sakip.lifecycle import Succession

SIGNED = date(2025, 3, 5)
HEAD = Party("Kepala Dinas Kesehatan", office="Dinas Kesehatan", echelon="II.b", official="Contoh Satu")
REGENT = Party("Bupati Contoh", echelon="BUPATI", official="Contoh Dua")
SCALE = OrdinalScale(["TMP", "TW", "WDP", "WTP"])
OBJECTIVES = (
    Objective(
        "Layanan kesehatan bermutu",
        [
            Target(Indicator("IKU-1", "Puskesmas terakreditasi", unit="%", polarity="maximize"), "97.5"),
            Target(Indicator("IKU-2", "Kunjungan per hari", unit="orang", polarity="stabilize"), Range(1200, 1500)),
        ],
        code="S1",
    ),
    Objective(
        "Tata kelola baik",
        [
            Target(Indicator("IKU-3", "Opini BPK", polarity="maximize", scale=SCALE), Level("WTP")),
            Target(Indicator("IKU-4", "Renstra ditetapkan", polarity="minimize"), date(2025, 9, 30)),
        ],
    ),
)
MONEY = (
    BudgetLine("1.02", "Upaya kesehatan", kind="programme", ceiling=1250000000),
    BudgetLine("1.02.01", "Akreditasi", kind="activity", ceiling=1250000000),
    BudgetLine("1.03", "Penunjang", kind="programme", ceiling="500000.5"),
)


def agreement(**fields: Any) -> Agreement:
    """The agreement of the head of the health office, with nothing left blank unless asked."""
    given = {
        "year": 2025,
        "first_party": HEAD,
        "second_party": REGENT,
        "signed_on": SIGNED,
        "objectives": OBJECTIVES,
        "budget": MONEY,
        **fields,
    }
    return Agreement("PK-2025-DINKES", **given)


def held_by(party: Party, kind: Any, *, official: str = "Contoh Satu", starts: date = date(2025, 1, 1)) -> Succession:
    """Somebody holds a position in some capacity since the first of January, unless another day is given."""
    return Succession([Tenure(party, official, kind=kind, starts=starts)])
