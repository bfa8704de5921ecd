"""From a promise to a score: a small agreement, then a table that a regency published.

What is real here:

* Provinsi Bengkulu, performance agreement of 2025 of a planning division: two planning documents promised, one
  delivered, 50 %.
* Kabupaten Banyuwangi, LKPJ 2025, chapter III, regional performance indicators: thirteen of them with target,
  realization and achievement as printed.

What is not: the codes, the report's two aspects standing as objectives (an LKPJ is no agreement), the directions, which
the report does not print, and the grades and totals, which are those of the policy that the script names.
"""

from sakip import (
    BPK_OPINIONS,
    Agreement,
    Evaluation,
    Indicator,
    Level,
    Objective,
    Party,
    Polarity,
    Realization,
    Target,
    evaluate,
    format_number,
    parse_number,
)
from sakip.policies import LKJIP

# Code, name, unit, direction, then target, realization and achievement as the report prints them.
Printed = tuple[str, str, str, Polarity, str, str, str]

WELFARE: tuple[Printed, ...] = (
    ("IPG", "Indeks Pembangunan Gender", "indeks", "maximize", "87,87", "87,73", "99,84"),
    ("IKG", "Indeks Ketimpangan Gender", "indeks", "minimize", "0,4", "0,421", "105,25"),
    ("TPT", "Tingkat Pengangguran Terbuka", "%", "minimize", "3,01", "3,02", "99,67"),
    ("IP", "Indeks Pendidikan", "indeks", "maximize", "0,604", "0,601", "99,50"),
    ("RLS", "Rata-Rata Lama Sekolah", "tahun", "maximize", "7,36", "7,03", "95,52"),
    ("AKI", "Angka Kematian Ibu per 100.000 kelahiran hidup", "orang", "minimize", "49,34", "110,84", "-24,65"),
    ("AKB", "Angka Kematian Bayi per 1.000 kelahiran hidup", "orang", "minimize", "15", "10,30", "131,33"),
    ("STUNTING", "Prevalensi Stunting", "%", "minimize", "9,8", "6,07", "138,06"),
    ("UHC", "Prosentase UHC", "%", "maximize", "98", "99", "101,02"),
)
SERVICE: tuple[Printed, ...] = (
    ("SAKIP", "Nilai SAKIP", "nilai", "maximize", "82,05", "80,47", "98,07"),
    ("SPBE", "Indeks SPBE", "indeks", "maximize", "4,26", "4,33", "101,64"),
    ("IKM", "Indeks Kepuasan Masyarakat", "indeks", "maximize", "87,38", "88,77", "101,59"),
)


def bengkulu() -> Evaluation:
    """Two planning documents were promised, one was delivered."""
    documents = Indicator("PLAN-1", "Jumlah dokumen perencanaan yang dihasilkan", unit="dokumen", polarity="maximize")
    agreement = Agreement(
        "PK-2025-SETDA-III-1",
        year=2025,
        first_party=Party("Kepala Bagian Perencanaan", echelon="III"),
        second_party=Party("Kepala Biro Organisasi", echelon="II"),
        objectives=[Objective("Tersusunnya dokumen perencanaan", [Target(documents, 2)])],
    )
    return evaluate(agreement, [Realization("PLAN-1", 1)], policy=LKJIP)


def banyuwangi() -> Evaluation:
    """A regent signs alone; printed numbers are read as they stand, and an audit opinion is a level, not a number."""
    opinion = Indicator("OPINI", "Opini BPK", polarity="maximize", measure="ordinal", scale=BPK_OPINIONS)
    welfare, service = (
        [
            Target(Indicator(code, name, unit=unit, polarity=polarity), parse_number(target))
            for code, name, unit, polarity, target, _, _ in rows
        ]
        for rows in (WELFARE, SERVICE)
    )
    agreement = Agreement(
        "LKPJ-2025-BANYUWANGI",
        year=2025,
        first_party=Party("Bupati Banyuwangi", echelon="BUPATI"),
        objectives=[
            Objective("Aspek kesejahteraan", welfare),
            Objective("Aspek pelayanan", [*service, Target(opinion, Level("WTP"))]),
        ],
    )
    realizations = [Realization(code, parse_number(realized)) for code, *_, realized, _ in (*WELFARE, *SERVICE)]
    return evaluate(agreement, [*realizations, Realization("OPINI", Level("WTP"))], policy=LKJIP)


def show(heading: str, text: str) -> None:
    """Print a text under its heading."""
    print(f"\n== {heading} ==\n\n{text}")


if __name__ == "__main__":
    show("Bengkulu: dua dokumen dijanjikan, satu diserahkan", bengkulu().text())

    evaluation = banyuwangi()
    show("Banyuwangi: indikator kinerja daerah 2025", evaluation.text())
    show("Penjelasan satu nilai", evaluation["AKI"].explain("id", width=80))
    show("Ringkasan", evaluation.summary("id", width=80))

    differing = [
        f"{code}: tercetak {printed}, dihitung {format_number(value, decimals=2)}"
        for code, *_, printed in (*WELFARE, *SERVICE)
        if (value := evaluation[code].score.value) is not None and value != parse_number(printed)
    ]
    show("Berbeda dari yang tercetak", "\n".join(differing))
