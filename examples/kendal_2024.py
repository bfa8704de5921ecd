"""A year in an office: four quarters, an amendment in July, an acting successor in October.

What is told of Kabupaten Kendal: its agreements of 2024 were signed on 25 January, are evaluated every three months,
count the outcomes of earlier years' activities too, and rest on duties and resources. All else is invented: the
indicators and their owners, every figure and rupiah, the documents, the officials and all other days.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from sakip import (
    Agreement,
    Budget,
    BudgetLine,
    History,
    Indicator,
    Objective,
    Party,
    Period,
    Realization,
    Reference,
    Target,
    Tenure,
    check,
    compare_years,
    evaluate,
    format_number,
)
from sakip.lifecycle import KENDAL, Succession, accountability, handover, schedule, standing
from sakip.policies import LKJIP

YEAR = Period.year(2024)
QUARTERS = Q1, Q2, Q3, Q4 = YEAR.parts("quarter")
HEAD = Party("Kepala Dinas Kesehatan", echelon="II.b")
REGENT = Party("Bupati", echelon="BUPATI")

IMMUNIZED = Indicator(
    "IKU-1",
    "Cakupan imunisasi dasar lengkap",
    unit="%",
    polarity="maximize",
    consolidation="last_progress",
    operational_definition="Bayi yang lengkap imunisasi dasarnya sampai akhir periode",
    formula="bayi terimunisasi ÷ bayi setahun × 100",
    data_source="laporan puskesmas",
    owner="Bidang Pencegahan Penyakit",
)
# What earlier years did shows here: one year's activities hardly move it, and it is promised all the same.
STUNTED = Indicator(
    "IKU-2",
    "Prevalensi stunting",
    unit="%",
    polarity="minimize",
    consolidation="last_level",
    operational_definition="Balita yang tingginya di bawah baku menurut umurnya",
    formula="balita stunting ÷ balita diukur × 100",
    data_source="penimbangan balita",
    owner="Bidang Kesehatan Masyarakat",
)
VOLUNTEERS = Indicator(
    "IKU-3",
    "Kader posyandu terlatih",
    unit="orang",
    polarity="maximize",
    consolidation="sum",
    operational_definition="Kader yang menyelesaikan pelatihan",
    formula="jumlah kader",
    data_source="daftar hadir",
    owner="Bidang Kesehatan Masyarakat",
)


def resources(version: str, training: int, *, spent: tuple[int, int] | None = None) -> list[BudgetLine]:
    """One programme and its two activities, each with the targets that it serves."""
    on_vaccines, on_training = spent or (None, None)
    programme = BudgetLine(
        "1.02.02", "Upaya kesehatan", kind="programme", version=version, ceiling=750000000 + training
    )
    vaccines = BudgetLine(
        "1.02.02.2.01",
        "Imunisasi",
        kind="activity",
        version=version,
        ceiling=750000000,
        realization=on_vaccines,
        targets="IKU-1",
    )
    volunteers = BudgetLine(
        "1.02.02.2.02",
        "Pelatihan kader",
        kind="activity",
        version=version,
        ceiling=training,
        realization=on_training,
        targets=["IKU-2", "IKU-3"],
    )
    return [programme, vaccines, volunteers]


LAST_YEAR = Agreement(
    "PK-2023-DINKES",
    year=2023,
    first_party=HEAD,
    second_party=REGENT,
    objectives=[Objective("Kesehatan ibu dan anak meningkat", [Target(STUNTED, 17)])],
)
FIRST = Agreement(
    "PK-2024-DINKES-1",
    year=2024,
    first_party=HEAD,
    second_party=REGENT,
    budget_ratified_on=date(2024, 1, 2),
    signed_on=date(2024, 1, 25),
    objectives=[
        Objective(
            "Kesehatan ibu dan anak meningkat",
            [
                Target(IMMUNIZED, 80, trajectory={Q1: 20, Q2: 45, Q3: 65, Q4: 80}),
                Target(STUNTED, 14, trajectory={Q1: 17, Q2: 16, Q3: 15, Q4: 14}),
                Target(VOLUNTEERS, 200, trajectory={Q1: 40, Q2: 60, Q3: 60, Q4: 40}),
            ],
        )
    ],
    budget=resources("DPA", training=120000000),
)
# The money for training was cut, and fewer volunteers are promised: in the words of the law, a change of strategy.
SECOND = FIRST.amend(
    code="PK-2024-DINKES-2",
    signed_on=date(2024, 6, 25),
    effective_on=date(2024, 7, 1),
    reason="strategy",
    legal_document=Reference("DPPA 2024 (rekaan)", certainty="read"),
    targets={"IKU-3": Target(VOLUNTEERS, 160, trajectory={Q1: 40, Q2: 60, Q3: 35, Q4: 25})},
    budget=resources("DPPA", training=90000000),
)
HISTORY = History([FIRST, SECOND])
SUCCESSION = Succession(
    [
        Tenure(HEAD, "Contoh A", starts=date(2021, 3, 1), ends=date(2024, 9, 30)),
        Tenure(
            HEAD,
            "Contoh B",
            kind="Plt",
            starts=date(2024, 10, 1),
            legal_basis=Reference("Surat perintah 2024 (rekaan)", certainty="read"),
        ),
    ]
)

DELIVERED = {
    "IKU-1": ("24", "46", "63", "78.4"),
    "IKU-2": ("17", "16.4", "15.2", "14.7"),
    "IKU-3": ("38", "55", "41", "30"),
}
FACTS = [
    Realization(code, figure, period=quarter)
    for code, figures in DELIVERED.items()
    for quarter, figure in zip(QUARTERS, figures, strict=True)
]
SPENT = (705600000, 88200000)


def january() -> Iterator[str]:
    """The promise: nothing is wrong with it, and it says whose duty each target is and which money serves it."""
    yield f"{FIRST.code}: {check(FIRST).text()}"
    for target in FIRST.targets:
        yield f"{target.code} {target.indicator.name}: {target.indicator.owner}"
    for line in FIRST.budget:
        yield f"{line.code} {line.name}, Rp{format_number(line.ceiling)} {', '.join(line.targets)}".rstrip()


def july() -> Iterator[str]:
    """What the amendment changed beside its own dates; what was signed in January stays as it was."""
    changes = HISTORY.diff(FIRST, SECOND)
    yield evolve(changes, edits=[edit for edit in changes if edit.part != "agreement"]).text()


def october() -> Iterator[str]:
    """Handing over: what is done, what is due, and what is left for the successor."""
    done = {
        "agreement": date(2024, 1, 25),
        "evaluation:2024-Q1": date(2024, 4, 18),
        "evaluation:2024-Q2": date(2024, 7, 17),
    }
    dues = schedule(KENDAL, 2024, level="office", budget_ratified_on=FIRST.budget_ratified_on)
    for item in standing(dues, done, as_of=date(2024, 10, 14)):
        yield f"{item.due.deadline.what.id}, {item.due.period.label()}: {item.text()}"
    for left in handover(SECOND, FACTS, through=Q3).remaining:
        yield f"{left.code}: target pengganti {left.text()}, masih harus ditambah {number(left.to_do)}"


def number(value: Decimal | Fraction | None) -> str:
    """A number as Indonesian readers write it, or a bar where there is none."""
    return "–" if value is None else format_number(value)


def december() -> Iterator[str]:
    """The year: each quarter by the version in force at its end, who answers for what, the total and the money."""
    for quarter in QUARTERS:
        version = HISTORY.as_of(quarter.last_day) or FIRST
        own = evaluate(version, FACTS, policy=LKJIP, period=quarter).score.value
        so_far = evaluate(version, FACTS, policy=LKJIP, through=quarter).score.value
        yield f"{quarter.label()} ({version.code}): nilai {number(own)}, tahun berjalan {number(so_far)}"
    yield f"\n{accountability(SECOND, FACTS, SUCCESSION).text()}\n"
    year = evaluate(SECOND, FACTS, policy=LKJIP)
    yield f"{year.text()}\n\n{year.summary(width=80)}\n"
    years = compare_years([(LAST_YEAR, [Realization("IKU-2", "17.6")]), (SECOND, FACTS)], policy=LKJIP)
    figures = ", ".join(f"{number(one.figure)} pada {one.year}" for one in years["IKU-2"].figures)
    yield f"Hasil kegiatan tahun-tahun sebelumnya, IKU-2: {figures}\n"
    yield Budget(resources("DPPA", training=90000000, spent=SPENT)).text()


if __name__ == "__main__":
    print("Angka, tanggal, dokumen, dan pejabat di bawah ini rekaan.")
    for month, story in (("Januari", january), ("Juli", july), ("Oktober", october), ("Desember", december)):
        print(f"\n== {month} ==", *story(), sep="\n")
