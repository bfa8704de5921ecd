"""A province with 33 promises: who signed for which, what money serves them, and what may follow after a year.

What is told of Provinsi Lampung: on 16 February 2021 agreements were signed for the 33 promises of the governor (janji
kerja), with a budget for what is planned, and with reward and sanction after them. All else is invented: what the
promises say and who is responsible, the offices' indicators, every figure, rupiah and other day, and the policy.
"""

from collections.abc import Iterator
from datetime import date

from sakip import (
    Budget,
    BudgetLine,
    Evaluation,
    Reading,
    Reference,
    Text,
    agreements_from_rows,
    evaluate,
    parse_number,
)
from sakip.lifecycle import (
    LATE_REPORTS_FACT,
    LKJIP_DIFFERENCE,
    NATIONAL,
    TOTAL_FACT,
    UNSIGNED_PROMISES_FACT,
    Consequence,
    ConsequencePolicy,
    ConsequenceRule,
    Considerations,
    Efficiency,
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
    unsigned_promises_fact,
)
from sakip.lifecycle import FactCondition as When
from sakip.policies import LKJIP

SIGNED = date(2021, 2, 16)
FARMING, ROADS, HEALTH, SCHOOLS, WELFARE, INDUSTRY = (
    f"Dinas {name}" for name in ("Pertanian", "Bina Marga", "Kesehatan", "Pendidikan", "Sosial", "Perindustrian")
)
RESPONSIBLE = {
    FARMING: "Kartu petani, Pupuk tersedia, Asuransi panen, Penyuluh desa, Lumbung pangan, Irigasi pulih",
    ROADS: "Jalan mantap, Jembatan desa, Jalan panen, Terang jalan, Drainase kota",
    HEALTH: "Puskesmas bermutu, Bidan desa, Obat tersedia, Ambulans desa, Gizi anak, Jamban sehat",
    SCHOOLS: "SMK industri, Beasiswa, Bengkel SMK, Guru bermutu, Internet sekolah, Perpustakaan",
    WELFARE: "Lansia terlayani, Kursi roda, Rumah singgah, Data miskin",
    INDUSTRY: "Magang kerja, Sentra kopi, Merek lokal, Pasar daring, Kemasan, Sertifikat halal",
}
ASSIGNED = [(office, text) for office, texts in RESPONSIBLE.items() for text in texts.split(", ")]
PROMISES = PlanDocument(
    "JANJI",
    "33 janji kerja",
    first_year=2019,
    last_year=2024,
    promises=[
        Promise(f"J-{number:02}", text, offices=office, due=date(2024, 12, 31))
        for number, (office, text) in enumerate(ASSIGNED, start=1)
    ],
)
# What each office signed for and delivered, as a table holds it; the money, in millions of rupiah, is that of a
# programme of the same code. What is blank was not reported.
HEADS = ("office", "code", "indicator", "unit", "target", "cites", "realization", "pagu", "belanja")
CELLS = (
    (FARMING, "P-1", "Petani berkartu", "orang", "50.000", "J-01; J-02", "52.000", "4.000", "3.600"),
    (FARMING, "P-2", "Lahan berasuransi", "ha", "8.000", "J-03", "7.680", "1.000", "980"),
    (ROADS, "B-1", "Jalan mantap", "%", "76", "J-07; J-09", "77,52", "9.000", "8.730"),
    (ROADS, "B-2", "Jembatan dibangun", "unit", "10", "J-08", "10", "4.000", "3.800"),
    (HEALTH, "K-1", "Puskesmas paripurna", "%", "75", "J-12; J-13; J-14", "57", "6.000", "5.700"),
    (HEALTH, "K-2", "Kepuasan pasien", "nilai", "85", "", "61,2", "1.500", "1.200"),
    (SCHOOLS, "D-1", "SMK bermitra", "sekolah", "80", "J-18; J-20; J-28", "", "5.000", "4.750"),
    (SCHOOLS, "D-2", "Guru profesional", "%", "60", "J-21", "42", "2.000", "1.900"),
    (WELFARE, "S-1", "Keluarga dilayani", "keluarga", "12.000", "", "11.400", "500", "450"),
)
# The annual report of an office is due two months after the year; these two came later.
REPORTED = dict.fromkeys((FARMING, ROADS, WELFARE), date(2022, 2, 28)) | {
    HEALTH: date(2022, 3, 14),
    SCHOOLS: date(2022, 3, 9),
}

INVENTED = Reference("rekaan", certainty="own")
GOVERNOR = Text("Gubernur", "the Governor")
HEARD = Text("kepala kantornya didengar", "the head of office is heard")
AWARD = Consequence("award", Text("piagam kinerja", "a certificate"), kind="reward", decided_by=GOVERNOR)
COACHING = Consequence("coaching", Text("pembinaan oleh atasan", "coaching"), kind="coaching", decided_by=GOVERNOR)
WARNING = Consequence(
    "warning", Text("teguran tertulis", "a written warning"), kind="sanction", decided_by=GOVERNOR, first=[HEARD]
)
KEPT = [When.at_least("total", 100), When.at_most("unsigned-promises", 2)]
MISSED = [When.less_than("total", 75), When.at_least("late-reports", 1)]
POLICY = ConsequencePolicy(
    "penghargaan-dan-sanksi-rekaan",
    Text("Penghargaan dan sanksi", "Reward and sanction"),
    facts=[TOTAL_FACT, LATE_REPORTS_FACT, UNSIGNED_PROMISES_FACT],
    rules=[
        ConsequenceRule("P", AWARD, KEPT, reference=INVENTED),
        ConsequenceRule("B", COACHING, [When.less_than("total", 90)], reference=INVENTED, yields_to=["S"]),
        ConsequenceRule("S", WARNING, MISSED, reference=INVENTED),
    ],
    reference=INVENTED,
)


def rows() -> Iterator[dict[str, str]]:
    """The table, with what is the same in every row."""
    for cells in CELLS:
        row = dict(zip(HEADS, cells, strict=True)) | {"signed_on": "16 Februari 2021", "polarity": "positif"}
        yield row | {"agreement": f"PK {row['office']}", "position": f"Kepala {row['office']}"}


def signed() -> Reading:
    """The agreements, and what was delivered by the end of the year."""
    return agreements_from_rows(rows(), year=2021, convention="id")


def covered() -> PromiseCoverage:
    """The promises on the day of the signatures."""
    return promise_coverage([PROMISES], signed().agreements, as_of=SIGNED)


def budget() -> Budget:
    """The money of each programme, and the target that it serves."""
    return Budget(
        BudgetLine(
            row["code"],
            row["indicator"],
            kind="programme",
            ceiling=parse_number(row["pagu"], "id") * 1_000_000,
            realization=parse_number(row["belanja"], "id") * 1_000_000,
            targets=row["code"],
        )
        for row in rows()
    )


def evaluated() -> dict[str, Evaluation]:
    """The agreement of each office at the end of the year."""
    return {str(one.first_party.office): evaluate(one, delivered, policy=LKJIP) for one, delivered in signed()}


def compared() -> Efficiency:
    """What each target achieved beside what it cost; what was not reported has no efficiency."""
    scores = {one.code: one.score.value for evaluation in evaluated().values() for one in evaluation}
    return efficiency(
        [Output.of_line(budget(), code, stated=value) for code, value in scores.items()], form=LKJIP_DIFFERENCE
    )


def considered() -> Considerations:
    """What may follow, for each office that signed."""
    dues = schedule(NATIONAL, 2021, level="office", budget_ratified_on=date(2021, 1, 18))
    facts = {
        office: [
            total_fact(evaluation),
            late_reports_fact(
                standing(dues, {"agreement": SIGNED, "annual-report": REPORTED[office]}, as_of=date(2022, 3, 31)),
                2021,
            ),
            unsigned_promises_fact(covered(), office, 2021),
        ]
        for office, evaluation in evaluated().items()
    }
    return recommend_many(POLICY, facts, year=2021)


def lacking() -> Iterator[str]:
    """What who is responsible has not signed for, who serves no promise, and what somebody else has signed for."""
    found = covered()
    yield "Belum ditandatangani penanggung jawabnya:"
    yield from (f"- {office}: {', '.join(one.code for one in found.of(office).unsigned)}" for office in RESPONSIBLE)
    yield f"Tidak melayani janji apa pun: {', '.join(one.code for one in found.serving_none)}"
    for one in found.check().of("PROMISE-OFFICE"):
        told = dict(one.arguments)
        yield f"Ditandatangani kantor lain: {told['code']}, tanggungan {told['office']}"


def show(heading: str, *blocks: str) -> None:
    """Print blocks under a heading."""
    print(f"\n== {heading} ==", *blocks, sep="\n\n")


if __name__ == "__main__":
    print(
        "Diberitakan: 16 Februari 2021 perjanjian kinerja Lampung ditandatangani untuk 33\n"
        "janji kerja, dengan anggaran per rencana, penghargaan, dan sanksi. Selebihnya\n"
        "rekaan: bunyi janji, kantor, indikator, angka, rupiah, hari, dan aturannya."
    )
    show("Siapa menandatangani apa", covered().text())
    show("Yang belum ada", "\n".join(lacking()))
    show("Anggaran per rencana", covered().budget(budget()).text())
    show("Akhir 2021: capaian di samping belanja", compared().text())
    show("Penghargaan dan sanksi sebagai data", POLICY.text())
    show("Bahan pertimbangan", considered().text())
    for office, told in (
        (HEALTH, "nilai rendah dan laporan terlambat"),
        (SCHOOLS, "laporan belum lengkap, maka tidak ada sanksi"),
        (FARMING, "tinggal satu janji"),
    ):
        show(f"{office}: {told}", considered()[office].text())
