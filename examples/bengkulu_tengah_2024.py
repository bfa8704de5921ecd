"""Heads of office in 2024: from the agreement to the SKP, to a predicate, to what is laid before a rotation.

What is told of Kabupaten Bengkulu Tengah: its agreements of 2024 become SKP, are evaluated at the end of the year, and
are a basis of rotation together with discipline. All else is invented: the offices and their indicators, every figure,
rating, day and predicate, the sanctions and what they do, and the policy. Positions are spoken of, never persons.
"""

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from sakip import (
    Evaluation,
    Indicator,
    Interval,
    Period,
    Reading,
    Reference,
    Target,
    Text,
    agreements_from_rows,
    evaluate,
    format_number,
)
from sakip.lifecycle import (
    DISCIPLINE_FACT,
    PREDICATE_FACT,
    TOTAL_FACT,
    Consequence,
    ConsequencePolicy,
    ConsequenceRule,
    Considerations,
    GivenFact,
    recommend_many,
    total_fact,
)
from sakip.lifecycle import FactCondition as When
from sakip.policies import LKJIP
from sakip.skp import (
    Appraisal,
    DisciplinarySanction,
    DisciplineRule,
    RatingScale,
    SanctionEffect,
    SkpItem,
    SkpPlan,
    appraisals,
    behaviour_rating,
    discipline_fact,
    predicate_fact,
    skp_plan,
)

YEARS = 2022, 2023, 2024
INVENTED = Reference("rekaan", certainty="own")
REGENT = "Bupati"
FARMING, HEALTH, TRANSPORT, TRADE, WELFARE = (
    f"Kepala Dinas {name}" for name in ("Pertanian", "Kesehatan", "Perhubungan", "Perdagangan", "Sosial")
)
# What each position promised every year and what came of it, as a table holds it; what is blank was not reported.
HEADS = ("position", "code", "indicator", "unit", "target")
CELLS = (
    (REGENT, "KAB-1", "Pertumbuhan pertanian", "%", "4", "3,8", "3,9", "4,1"),
    (REGENT, "KAB-2", "Kepuasan masyarakat", "nilai", "80", "77", "78", "76"),
    (FARMING, "IKU-1", "Produktivitas padi", "ton/ha", "5", "4,9", "5,05", "5,5"),
    (FARMING, "IKU-2", "Kepuasan masyarakat", "nilai", "80", "78,4", "80,8", "84,8"),
    (HEALTH, "IKU-1", "Imunisasi dasar lengkap", "%", "90", "87,3", "90", "97,2"),
    (HEALTH, "IKU-2", "Kepuasan masyarakat", "nilai", "80", "79,2", "80", "84,8"),
    (TRANSPORT, "IKU-1", "Angkutan laik jalan", "%", "75", "79,5", "75", "72"),
    (TRANSPORT, "IKU-2", "Kepuasan masyarakat", "nilai", "80", "81,6", "78,4", "76,8"),
    (TRADE, "IKU-1", "Pasar tertata", "pasar", "20", "18", "16", "17"),
    (TRADE, "IKU-2", "Kepuasan masyarakat", "nilai", "80", "72", "68", "66,4"),
    (WELFARE, "IKU-1", "Keluarga miskin terlayani", "keluarga", "1.200", "1.140", "948", ""),
    (WELFARE, "IKU-2", "Kepuasan masyarakat", "nilai", "80", "74,4", "62,4", "48"),
)
PREDICATES_2023 = {FARMING: "Baik", HEALTH: "Baik", TRANSPORT: "Baik", TRADE: "Kurang", WELFARE: "Kurang"}
GOOD = behaviour_rating("above", others={"loyal": "meets"}, rule="most_frequent")
USUAL = behaviour_rating("meets", others={"adaptif": "below"}, rule="most_frequent")
# Discipline is the agency's own data: what was imposed on who leads each office, also nothing.
SANCTIONS: dict[str, list[DisciplinarySanction]] = {
    FARMING: [],
    HEALTH: [DisciplinarySanction("light", imposed_on=date(2024, 8, 12))],
    TRANSPORT: [DisciplinarySanction("light", imposed_on=date(2023, 3, 20))],
    TRADE: [DisciplinarySanction("moderate", imposed_on=date(2024, 5, 3))],
    WELFARE: [],
}
DISCIPLINE = DisciplineRule(
    "disiplin-rekaan",
    effects=[
        SanctionEffect("light", quarters=2, behaviour_at_most="meets"),
        SanctionEffect("moderate", quarters=3, behaviour_at_most="below"),
        SanctionEffect("severe", quarters=4, behaviour_at_most="below"),
    ],
    reference=INVENTED,
)
EXPECTED = RatingScale("rating-rekaan", meets=Interval.closed(95, 105), reference=INVENTED)

TEAM = Text("Bupati, setelah mendengar Tim Penilai Kinerja", "the Regent, on the advice of the rating team")
HEARD = Text("pejabatnya didengar", "the official is heard")
TESTED = Text("enam bulan untuk memperbaiki kinerja, lalu uji kompetensi", "six months to improve, then a test")
PROMOTED = Consequence("promotion", Text("pencalonan untuk promosi", "promotion"), kind="reward", decided_by=TEAM)
ROTATED = Consequence("rotation", Text("rotasi ke jabatan setara", "rotation"), kind="placement", decided_by=TEAM)
LOWERED = Consequence(
    "lower", Text("jabatan yang lebih rendah", "a lower post"), kind="sanction", decided_by=TEAM, first=[TESTED, HEARD]
)
RISEN = [
    When.at_least("predicate", "Baik", years=2),
    When.rose("total", years=2),
    When.at_least("discipline", "tidak ada"),
]
POLICY = ConsequencePolicy(
    "rotasi-rekaan",
    Text("Dasar rotasi", "Basis of rotation"),
    facts=[TOTAL_FACT, PREDICATE_FACT, DISCIPLINE_FACT],
    rules=[
        ConsequenceRule("P", PROMOTED, RISEN, reference=INVENTED),
        ConsequenceRule("R", ROTATED, [When.fell("total", years=2)], reference=INVENTED),
        ConsequenceRule("S", LOWERED, [When.at_most("predicate", "Kurang", years=2)], reference=INVENTED),
    ],
    reference=INVENTED,
)


def signed(year: int) -> Reading:
    """The agreements of a year, and what was delivered in it."""
    same = {"objective": "Layanan meningkat", "polarity": "positif"}
    rows = [
        dict(zip(HEADS, promised, strict=True))
        | same
        | {"second_position": "" if promised[0] == REGENT else REGENT, "realization": delivered[YEARS.index(year)]}
        for *promised, first, second, third in CELLS
        for delivered in [(first, second, third)]
    ]
    return agreements_from_rows(rows, year=year, convention="id")


def evaluated(position: str, year: int = 2024) -> Evaluation:
    """The agreement of one year at its end."""
    return evaluate(*signed(year).of(position), policy=LKJIP)


def plan() -> SkpPlan:
    """The SKP of one head of office: what it supports of what the regent promised, and a task beside it."""
    meetings = Indicator("TT-1", "Rapat pengendalian inflasi", unit="kali", polarity="maximize")
    task = SkpItem("Anggota tim inflasi", kind="additional", target=Target(meetings, 12), assignment=INVENTED)
    supports = {"IKU-1": "KAB-1", "IKU-2": "KAB-2"}
    return skp_plan(evaluated(FARMING).agreement, supports=supports, additional=[task], signed_on=date(2024, 1, 31))


def appraised(position: str) -> Appraisal:
    """Who leads an office is rated by what the office delivered; without a rating there is no predicate."""
    evaluation = evaluated(position)
    return Appraisal(
        evaluation.agreement.first_party,
        period=Period.year(2024),
        results=EXPECTED.rate_evaluation(evaluation),
        behaviour=GOOD if position in {FARMING, HEALTH} else USUAL,
        sanctions=SANCTIONS[position],
        discipline=DISCIPLINE,
    )


def facts(position: str) -> Iterator[GivenFact]:
    """What is known of a head of office, and why the rest is not."""
    yield from (total_fact(evaluated(position, year)) for year in YEARS)
    yield GivenFact("predicate", 2023, PREDICATES_2023[position], source="evaluasi kinerja 2023")
    yield predicate_fact(appraised(position))
    yield discipline_fact(appraised(position), source="BKPSDM")


def considered() -> Considerations:
    """All heads of office, in the order of their names; nobody is ranked."""
    return recommend_many(POLICY, {position: facts(position) for position in SANCTIONS}, year=2024)


def written(evaluation: Evaluation) -> str:
    """A total, with a star while it is provisional."""
    total = evaluation.score.exact
    star = "" if evaluation.completeness == "final" else "*"
    return "–" if total is None else f"{format_number(total, decimals=1)}{star}"


def december() -> Iterator[str]:
    """The totals of three years."""
    yield f"{'Kepala':<17}" + "".join(f"{year:>8}" for year in YEARS)
    for position in SANCTIONS:
        yield f"{position.removeprefix('Kepala '):<17}" + "".join(
            f"{written(evaluated(position, year)):>8}" for year in YEARS
        )
    yield "* sementara: sebagian belum dilaporkan, maka tanpa rating dan tanpa predikat"


def disciplined() -> Iterator[str]:
    """Each appraisal that bears a sanction, and the predicate that it would give without it."""
    for found in map(appraised, (HEALTH, TRADE)):
        yield f"{found.text()}\nTanpa hukuman itu predikatnya {evolve(found, sanctions=()).predicate}."


def show(heading: str, *blocks: str) -> None:
    """Print blocks under a heading."""
    print(f"\n== {heading} ==", *blocks, sep="\n\n")


if __name__ == "__main__":
    print(
        "Diberitakan: di Bengkulu Tengah perjanjian 2024 menjadi SKP, dievaluasi pada\n"
        "akhir tahun, dan bersama disiplin menjadi dasar rotasi. Selebihnya rekaan:\n"
        "kantor, indikator, angka, rating, hari, predikat, hukuman, dan aturannya."
    )
    show("Januari 2024: dari perjanjian ke SKP", plan().text(), plan().check(evaluated(REGENT).agreement).text())
    show("Desember 2024: nilai menjadi rating, rating menjadi predikat", EXPECTED.text(), "\n".join(december()))
    show("Desember 2024: rekap menurut predikat", appraisals(map(appraised, SANCTIONS)).text())
    show("Disiplin: data instansi, menurut aturan yang tertulis", *disciplined())
    show("Januari 2025: dasar rotasi sebagai data", POLICY.text())
    show("Bahan pertimbangan bagi yang memutuskan", considered().text())
    for position, told in (
        (TRADE, "Yang terberat pun hanya rekomendasi"),
        (HEALTH, "Tinggal satu langkah"),
        (WELFARE, "Laporan belum lengkap: tidak ada sanksi"),
    ):
        show(told, considered()[position].text())
