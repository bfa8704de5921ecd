"""A province with 33 promises: who signed for which, what money serves them, and what may follow at the end of the year.

What is told of Provinsi Lampung: on 16 February 2021 its heads of office signed agreements for the 33 promises of the
governor (janji kerja), with a budget for each plan, and reward and sanction after them. All else is invented: what the
promises say and who is responsible, the offices' indicators, every figure, rupiah and other day, and the policy.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sakip import (
    Agreement,
    Budget,
    BudgetLine,
    Evaluation,
    Indicator,
    NotReported,
    Objective,
    Party,
    Realization,
    Reference,
    Target,
    Text,
    evaluate,
    format_number,
)
from sakip.lifecycle import (
    LATE_REPORTS_FACT,
    LKJIP_DIFFERENCE,
    NATIONAL,
    TOTAL_FACT,
    Consequence,
    ConsequencePolicy,
    ConsequenceRule,
    Considerations,
    Efficiency,
    FactKind,
    GivenFact,
    Output,
    PlanDocument,
    Promise,
    PromiseCoverage,
    efficiency,
    late_reports_fact,
    promise_coverage,
    recommend_many,
    schedule,
    standing,
    total_fact,
)
from sakip.lifecycle import FactCondition as When
from sakip.policies import LKJIP

SIGNED = date(2021, 2, 16)
FARMING, ROADS, HEALTH, SCHOOLS, WELFARE, PLANNING, INDUSTRY = (
    "Dinas Pertanian",
    "Dinas Bina Marga",
    "Dinas Kesehatan",
    "Dinas Pendidikan",
    "Dinas Sosial",
    "Bappeda",
    "Dinas Perindustrian",
)
RESPONSIBLE = {
    FARMING: "Kartu petani, Pupuk sampai, Asuransi panen, Penyuluh desa, Lumbung pangan, Irigasi pulih",
    ROADS: "Jalan mantap, Jembatan desa, Jalan panen, Terang jalan, Drainase kota",
    HEALTH: "Puskesmas bermutu, Bidan desa, Obat tersedia, Ambulans desa, Gizi anak, Jamban sehat",
    SCHOOLS: "SMK industri, Beasiswa, Bengkel SMK, Guru bermutu, Internet sekolah, Perpustakaan",
    WELFARE: "Lansia terlayani, Kursi roda, Rumah singgah, Data miskin",
    PLANNING: "Desa tertata, Data satu pintu, Musrenbang daring",
    INDUSTRY: "Magang kerja, Sentra kopi, Merek lokal",
}
PROMISES = PlanDocument(
    "JANJI",
    "33 janji kerja",
    first_year=2019,
    last_year=2024,
    promises=[
        Promise(f"J-{number:02}", text, offices=office, due=date(2024, 12, 31))
        for number, (office, text) in enumerate(
            ((office, text) for office, texts in RESPONSIBLE.items() for text in texts.split(", ")), start=1
        )
    ],
)


class Work(NamedTuple):
    """One target: what it promises and serves, what was delivered, and its money in millions of rupiah."""

    indicator: str
    unit: str
    target: int
    cites: str
    delivered: str | None
    ceiling: int
    spent: int


WORKS = {
    FARMING: [
        Work("Petani berkartu", "orang", 50000, "J-01 J-02", "52000", 40000, 36000),
        Work("Lahan diasuransikan", "ha", 8000, "J-03", "7680", 10000, 9800),
    ],
    ROADS: [
        Work("Jalan mantap", "%", 76, "J-07 J-09", "77.52", 360000, 349200),
        Work("Jembatan dibangun", "unit", 10, "J-08", "10", 40000, 38000),
    ],
    HEALTH: [
        Work("Puskesmas terakreditasi", "%", 75, "J-12 J-13 J-14", "57", 60000, 57000),
        Work("Kepuasan pasien", "nilai", 85, "", "61.2", 15000, 12000),
    ],
    SCHOOLS: [
        Work("SMK bermitra industri", "sekolah", 80, "J-18 J-19 J-20 J-31", None, 50000, 47500),
        Work("Guru bersertifikat", "%", 60, "J-21", "42", 20000, 19000),
    ],
    WELFARE: [Work("Keluarga dilayani", "keluarga", 12000, "", "11400", 5000, 4500)],
}
# The annual report of an office is due two months after the year.
REPORTED = {
    FARMING: date(2022, 2, 18),
    ROADS: date(2022, 2, 25),
    HEALTH: date(2022, 3, 14),
    SCHOOLS: date(2022, 3, 9),
    WELFARE: date(2022, 2, 28),
}

INVENTED = Reference("rekaan", certainty="derived")
GOVERNOR = Text("Gubernur", "the Governor")
HEARD = Text("kepala kantornya didengar", "the head of office is heard")
AWARD = Consequence("award", Text("piagam kinerja", "a certificate"), kind="reward", decided_by=GOVERNOR)
COACHING = Consequence("coaching", Text("pembinaan", "coaching"), kind="coaching", decided_by=GOVERNOR)
WARNING = Consequence(
    "warning", Text("teguran tertulis", "a written warning"), kind="sanction", decided_by=GOVERNOR, first=[HEARD]
)
UNSIGNED = FactKind(
    "unsigned",
    Text("janji tanggungannya yang belum ditandatangani", "own promises not signed for"),
    better="lower",
    low=0,
    whole=True,
    near=1,
)
POLICY = ConsequencePolicy(
    "penghargaan-sanksi-rekaan",
    Text("Penghargaan dan sanksi", "Reward and sanction"),
    facts=[TOTAL_FACT, LATE_REPORTS_FACT, UNSIGNED],
    rules=[
        ConsequenceRule("P", AWARD, [When.at_least("total", 100), When.at_most("unsigned", 2)], reference=INVENTED),
        ConsequenceRule("B", COACHING, [When.less_than("total", 90)], reference=INVENTED, yields_to=["S"]),
        ConsequenceRule(
            "S", WARNING, [When.less_than("total", 75), When.at_least("late-reports", 1)], reference=INVENTED
        ),
    ],
    reference=INVENTED,
)


def agreement(office: str) -> Agreement:
    """What a head of office signed on the day that was told, with the money for each target."""
    works = {f"IKU-{at}": work for at, work in enumerate(WORKS[office], start=1)}
    return Agreement(
        f"PK {office}",
        year=2021,
        first_party=Party(f"Kepala {office}", office=office, echelon="II.a"),
        second_party=Party("Gubernur", echelon="GUBERNUR"),
        budget_ratified_on=date(2021, 1, 18),
        signed_on=SIGNED,
        objectives=[
            Objective(
                f"Layanan {office} meningkat",
                [
                    Target(
                        Indicator(
                            code, work.indicator, unit=work.unit, polarity="maximize", cites=work.cites.split()
                        ),
                        work.target,
                    )
                    for code, work in works.items()
                ],
            )
        ],
        budget=[
            BudgetLine(
                f"{office}/{code}",
                work.indicator,
                kind="programme",
                ceiling=work.ceiling * 1_000_000,
                realization=work.spent * 1_000_000,
                targets=code,
            )
            for code, work in works.items()
        ],
    )


def covered() -> PromiseCoverage:
    """The 33 promises beside everything that was signed."""
    return promise_coverage([PROMISES], map(agreement, WORKS), as_of=SIGNED)
