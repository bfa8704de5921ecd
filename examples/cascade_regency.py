"""A whole regency: from the regent to the sections, first as it should be, then with three mistakes.

The regency, its offices' numbers, its officials and its documents are invented. The shape is real: four offices of
which one has no echelons below its head, two outcomes that several offices carry, an amendment in August, a head of
office who is replaced, an acting official, an opinion, a count, and a ratio whose parts differ in size.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from attrs import evolve

from sakip import BPK_OPINIONS, Agreement, BudgetLine, Components, Party, Reference, Tenure, agreements_from_rows
from sakip.cascade import BudgetDocument, Cascade, Group, NodeFacts, Post, links_from_rows, validate

YEAR = 2025
AS_OF = date(2025, 12, 31)
AMENDED = date(2025, 8, 15)
RATIFIED = date(2025, 1, 6)


class Place(NamedTuple):
    """A position, its unit, its level and who accepts its promise."""

    position: str
    unit: str
    echelon: str
    superior: str


class Work(NamedTuple):
    """What a section or a team promises and delivers: families, last year's too, and rupiah in millions."""

    promised: int
    delivered: int
    last_year: int
    ceiling: int
    planned: int
    spent: int

    def plus(self, other: "Work") -> "Work":
        """Both together."""
        return Work(*(one + more for one, more in zip(self, other, strict=True)))


# Office, short code, and its divisions with the work of their sections; the last office works in teams.
OFFICES: tuple[tuple[str, str, Mapping[str, Mapping[str, Work]]], ...] = (
    (
        "Dinas Kesehatan",
        "KES",
        {
            "Pelayanan Kesehatan": {
                "Puskesmas": Work(400, 412, 390, 3000, 2760, 2790),
                "Rujukan": Work(100, 103, 96, 1000, 960, 965),
            },
            "Kesehatan Masyarakat": {
                "Gizi": Work(250, 255, 240, 1200, 1116, 1130),
                "Promosi": Work(150, 150, 144, 800, 744, 750),
            },
        },
    ),
    (
        "Dinas Pekerjaan Umum",
        "PU",
        {
            "Cipta Karya": {
                "Air Minum": Work(300, 310, 280, 2500, 2325, 2400),
                "Sanitasi": Work(200, 200, 190, 1500, 1395, 1400),
            },
            "Permukiman": {
                "Drainase": Work(300, 305, 290, 2000, 1860, 1900),
                "Jalan Lingkungan": Work(200, 205, 180, 2000, 1860, 1880),
            },
        },
    ),
    (
        "Dinas Ketahanan Pangan",
        "PANGAN",
        {
            "Ketersediaan Pangan": {
                "Cadangan": Work(120, 125, 110, 600, 558, 570),
                "Distribusi": Work(80, 84, 75, 400, 372, 380),
            },
            "Konsumsi Pangan": {
                "Keamanan Pangan": Work(60, 60, 55, 500, 465, 470),
                "Penganekaragaman": Work(40, 41, 38, 500, 465, 468),
            },
        },
    ),
    (
        "Dinas Kominfo",
        "KOMINFO",
        {"Layanan": {"": Work(150, 152, 140, 500, 465, 470)}, "Aplikasi": {"": Work(50, 52, 45, 500, 465, 466)}},
    ),
)
# Head of office: satisfaction promised, reached and last year's, then the score of its SAKIP evaluation.
QUALITY = {
    "KES": ("84.00", "85.10", "83.40", "72", "73.5", "71"),
    "PU": ("86.00", "86.30", "85.10", "75", "76", "74.2"),
    "PANGAN": ("85.00", "85.20", "84.00", "71", "72.1", "70"),
    "KOMINFO": ("85.00", "85.40", "84.80", "70", "71", "69.5"),
}
REGENT = Place("Bupati", "Kabupaten Contoh", "Bupati", "")
PLAIN = {"Arah": "positif", "Konsolidasi": "posisi akhir", "Sasaran": "Layanan dan tata kelola membaik"}
FAMILIES = {"Indikator": "Jumlah keluarga terlayani", "Satuan": "keluarga", "Ukuran": "flow", "Konsolidasi": "jumlah"}
SPENDING = {"Indikator": "Persentase realisasi belanja", "Satuan": "%", "Ukuran": "rasio", "Konsolidasi": "gabungan"}
FOLLOWED = {"Indikator": "Persentase rekomendasi yang ditindaklanjuti", "Satuan": "%"}
ON_TIME = {"Indikator": "Persentase layanan yang tepat waktu", "Satuan": "%"}
SATISFACTION = {"Indikator": "Indeks kepuasan masyarakat", "Satuan": "indeks", "Ukuran": "indeks", "Desimal": "2"}
EVALUATION = {"Indikator": "Nilai evaluasi SAKIP", "Satuan": "nilai", "Ukuran": "indeks"}
OPINION = {"Indikator": "Opini atas laporan keuangan", "Satuan": "opini", "Ukuran": "opini"}


def head_of(office: str) -> Place:
    """The head of an office."""
    return Place(f"Kepala {office}", office, "II.b", REGENT.position)


def division_of(office: str, division: str, *, team: bool) -> Place:
    """The head of a division, or of a team where the office has none."""
    title, echelon = (f"Ketua Tim {division}", "Ketua Tim") if team else (f"Kepala Bidang {division}", "III.b")
    return Place(title, office, echelon, f"Kepala {office}")


def section_of(office: str, division: str, section: str) -> Place:
    """The head of a section."""
    return Place(f"Kepala Seksi {section}", office, "IV.a", f"Kepala Bidang {division}")


# The programme or activity that each position below a head of office answers for.
PROGRAMMES = {
    place.position: code
    for at, (office, _, divisions) in enumerate(OFFICES, 1)
    for number, (division, sections) in enumerate(divisions.items(), 1)
    for place, code in [
        (division_of(office, division, team="" in sections), f"{at}.{number:02d}"),
        *(
            (section_of(office, division, section), f"{at}.{number:02d}.{where:02d}")
            for where, section in enumerate(sections, 1)
            if section
        ),
    ]
}
# In August ten families moved from one division of public works to the other: what was promised first, and then.
MOVED = {
    "Kepala Seksi Sanitasi": ("PU-A-2.1", 190, 200),
    "Kepala Bidang Cipta Karya": ("PU-A-1", 490, 500),
    "Kepala Seksi Drainase": ("PU-B-1.1", 310, 300),
    "Kepala Bidang Permukiman": ("PU-B-1", 510, 500),
}
UNMOVED = ("PU-A-1.1", "PU-B-2.1")


def promised(place: Place, code: str, *said: Mapping[str, object], **more: object) -> dict[str, object]:
    """One row of the table: who promises what to whom, and what it is a part of."""
    row: dict[str, object] = {
        **PLAIN,
        "PK": f"PK-{place.position}",
        "Jabatan": place.position,
        "Kantor": place.unit,
        "Jenjang": place.echelon,
        "Atasan": place.superior,
        "Tanggal": date(2025, 1, 27),
        "Kode": code,
    }
    for part in said:
        row |= part
    return row | more


def served(work: Work) -> dict[str, object]:
    """Families, with the numbers of some work."""
    return {**FAMILIES, "Target": work.promised, "Realisasi": work.delivered, "Tahun lalu": work.last_year}


def spent(work: Work) -> dict[str, object]:
    """The share of the budget that is spent, with its two parts."""
    whole = {"Target": 100 * work.planned // work.ceiling, "Tahun lalu": 90}
    return {**SPENDING, **whole, "Pembilang": work.spent, "Penyebut": work.ceiling, "Kelipatan": 100}


def total(works: Iterator[Work]) -> Work:
    """The work of several together."""
    whole = Work(0, 0, 0, 0, 0, 0)
    for work in works:
        whole = whole.plus(work)
    return whole


def figure(target: object, realization: object, last_year: object) -> dict[str, object]:
    """What was promised, reached, and reached last year."""
    return {"Target": target, "Realisasi": realization, "Tahun lalu": last_year}


def rows() -> Iterator[dict[str, object]]:
    """The regency as a table, one row for each indicator, as a spreadsheet of its planners would hold it."""
    whole = {code: total(work for works in parts.values() for work in works.values()) for _, code, parts in OFFICES}
    everyone = total(iter(whole.values()))
    shared = [(6 * works + health) // 10 for works, health in zip(whole["PU"][:3], whole["KES"][:3], strict=True)]
    outcome = {"Tingkat": "outcome"}
    yield promised(
        REGENT,
        "KAB-1",
        {"Indikator": "Prevalensi stunting", "Satuan": "%", "Arah": "negatif", **outcome},
        figure("14", "13.8", "15.2"),
    )
    yield promised(REGENT, "KAB-2", FAMILIES, outcome, figure(*shared), Indikator="Keluarga berair minum layak")
    rest = figure(*(everyone[at] - shared[at] for at in range(3)))
    yield promised(REGENT, "KAB-3", FAMILIES, outcome, rest)
    yield promised(REGENT, "KAB-4", spent(everyone), outcome)
    yield promised(REGENT, "KAB-5", SATISFACTION, outcome, figure("85.00", "85.50", "84.30"))
    yield promised(
        REGENT,
        "KAB-6",
        outcome,
        {"Indikator": "Perangkat daerah dengan nilai SAKIP 70 ke atas", "Satuan": "perangkat daerah"},
        figure("4", "4", "3"),
    )
    yield promised(REGENT, "KAB-7", OPINION, outcome, {"Skala": BPK_OPINIONS, "Target": "WTP", "Realisasi": "WTP"})
    first = {code: amount for code, amount, _ in MOVED.values()}
    for office, code, divisions in OFFICES:
        for row in office_rows(office, code, divisions, whole[code]):
            yield row | {"Target": first.get(str(row["Kode"]), row["Target"])}


def office_rows(
    office: str, code: str, divisions: Mapping[str, Mapping[str, Work]], whole: Work
) -> Iterator[dict[str, object]]:
    """The rows of one office, from its head down."""
    head, effect = head_of(office), {"Tingkat": "immediate outcome"}
    satisfaction, evaluation = QUALITY[code][:3], QUALITY[code][3:]
    # What two of the offices do serves two of the regent's promises.
    shares = {"PU": "0,6; 0,4", "KES": "0,1; 0,9"}
    parents = {"Induk": "KAB-2; KAB-3", "Porsi": shares[code]} if code in shares else {"Induk": "KAB-3"}
    yield promised(head, f"{code}-1", served(whole), effect, parents, Cara="jumlah")
    yield promised(head, f"{code}-2", spent(whole), effect, Induk="KAB-4", Cara="gabungan")
    yield promised(head, f"{code}-3", SATISFACTION, effect, figure(*satisfaction), Induk="KAB-5", Cara="rata-rata")
    yield promised(head, f"{code}-4", EVALUATION, effect, figure(*evaluation), Induk="KAB-6", Cara="cacah")
    opinion = {"Skala": BPK_OPINIONS, "Target": "WTP", "Realisasi": "WTP"}
    yield promised(head, f"{code}-5", OPINION, effect, opinion, Induk="KAB-7", Cara="terendah")
    if code in {"KES", "PANGAN"}:
        stunted = {"Indikator": "Keluarga berisiko stunting yang didampingi", "Satuan": "keluarga"}
        yield promised(head, f"{code}-6", stunted, effect, figure("90", "92", "80"), Induk="KAB-1", Cara="dukung")
    for number, (division, sections) in enumerate(divisions.items()):
        letter = "AB"[number]
        place = division_of(office, division, team="" in sections)
        own, output = f"{code}-{letter}", {"Tingkat": "output"}
        yield promised(
            place, f"{own}-1", served(total(iter(sections.values()))), output, Induk=f"{code}-1", Cara="jumlah"
        )
        spending = spent(total(iter(sections.values())))
        yield promised(place, f"{own}-2", spending, output, Induk=f"{code}-2", Cara="gabungan")
        backed = f"{code}-3; {code}-6" if code in {"KES", "PANGAN"} else f"{code}-3"
        yield promised(place, f"{own}-3", ON_TIME, output, figure("95", "96", "94"), Induk=backed, Cara="dukung")
        backed = f"{code}-4; {code}-5"
        yield promised(place, f"{own}-4", FOLLOWED, output, figure("90", "92", "88"), Induk=backed, Cara="dukung")
        for at, (section, work) in enumerate((name, one) for name, one in sections.items() if name):
            yield from section_rows(section_of(office, division, section), f"{own}-{at + 1}", own, work)


def section_rows(place: Place, code: str, above: str, work: Work) -> Iterator[dict[str, object]]:
    """The rows of one section, and of the officer who serves in the first of the regency."""
    yield promised(place, f"{code}.1", served(work), Induk=f"{above}-1", Cara="jumlah")
    yield promised(place, f"{code}.2", spent(work), Induk=f"{above}-2", Cara="gabungan")
    cases = {"Indikator": "Jumlah rekomendasi yang ditindaklanjuti", "Satuan": "rekomendasi"}
    backed = f"{above}-3; {above}-4"
    yield promised(place, f"{code}.3", cases, figure("10", "11", "9"), Induk=backed, Cara="dukung")
    trained = {"Indikator": "Jumlah petugas yang dilatih", "Satuan": "orang"}
    yield promised(place, f"{code}.4", trained, figure("6", "6", "5"), Induk=f"{above}-3", Cara="dukung")
    if place.position == "Kepala Seksi Puskesmas":
        officer = Place("Pelaksana Puskesmas", place.unit, "Pelaksana", place.position)
        visits = {"Indikator": "Jumlah kunjungan rumah", "Satuan": "kunjungan"}
        backed = f"{code}.1; {code}.2; {code}.3; {code}.4"
        yield promised(officer, f"{code}.P", visits, figure("240", "244", "230"), Induk=backed, Cara="dukung")


COLUMNS = {
    "agreement": "PK",
    "position": "Jabatan",
    "office": "Kantor",
    "echelon": "Jenjang",
    "second_position": "Atasan",
    "signed_on": "Tanggal",
    "objective": "Sasaran",
    "code": "Kode",
    "indicator": "Indikator",
    "unit": "Satuan",
    "polarity": "Arah",
    "consolidation": "Konsolidasi",
    "measure": "Ukuran",
    "scale": "Skala",
    "decimals": "Desimal",
    "level": "Tingkat",
    "target": "Target",
    "last_year": "Tahun lalu",
    "realization": "Realisasi",
    "numerator": "Pembilang",
    "denominator": "Penyebut",
    "per": "Kelipatan",
}
MEANINGS = {
    "consolidation": {"gabungan": "pool"},
    "measure": {"rasio": "ratio", "indeks": "index", "opini": "ordinal"},
    "level": {"immediate outcome": "immediate_outcome"},
}
LINK_COLUMNS = {"position": "Jabatan", "office": "Kantor", "code": "Kode", "share": "Porsi"}


def posts(agreements: Iterable[Agreement]) -> Iterator[Post]:
    """The hierarchy: every position that promises."""
    for one in agreements:
        first, second = one.first_party, one.second_party
        superior = None if second is None else second.position
        yield Post(first.position, unit=first.office, echelon=first.echelon, superior=superior)


def facts(agreements: Iterable[Agreement]) -> Iterator[NodeFacts]:
    """What checks need to know beyond the agreements: what is measured by others, and the parts of the ratios."""
    works = {
        f"{code}-2": total(work for each in parts.values() for work in each.values()) for _, code, parts in OFFICES
    }
    works["KAB-4"] = total(iter(works.values()))
    for _, code, parts in OFFICES:
        for letter, sections in zip("AB", parts.values(), strict=True):
            works[f"{code}-{letter}-2"] = total(iter(sections.values()))
            works |= {
                f"{code}-{letter}-{at}.2": work for at, work in enumerate(sections.values(), 1) if "" not in sections
            }
    for one in agreements:
        position = one.first_party.position
        for target in one.targets:
            node = position, target.code
            if target.code in works:
                work = works[target.code]
                yield NodeFacts(node, planned=Components(work.planned, work.ceiling, per=100))
            elif target.code in {"KAB-1", "KAB-2"}:
                yield NodeFacts(node, crosscutting=True)
            elif target.code in UNMOVED:
                yield NodeFacts(node, reviewed_on=AMENDED)
            elif target.code.endswith(".3"):
                yield NodeFacts(node, zero_cost="dikerjakan dalam rapat rutin")


def budgeted(agreement: Agreement, document: Mapping[str, BudgetLine]) -> Agreement:
    """The agreement with the budget lines that its targets live on."""
    code = PROGRAMMES.get(agreement.first_party.position)
    return agreement if code is None else evolve(agreement, budget=[document[code]])


def document() -> Iterator[BudgetLine]:
    """The budget of all offices: a programme for each division, an activity for each section."""
    for at, (_, code, divisions) in enumerate(OFFICES, 1):
        for number, (letter, (division, sections)) in enumerate(zip("AB", divisions.items(), strict=True), 1):
            programme, own = f"{at}.{number:02d}", f"{code}-{letter}"
            ceiling = sum(work.ceiling for work in sections.values()) * 1_000_000
            served = [f"{own}-{number}" for number in range(1, 5)]
            yield BudgetLine(programme, f"Program {division}", kind="programme", ceiling=ceiling, targets=served)
            for place, (section, work) in enumerate(sections.items(), 1):
                if section:
                    activity, served = f"{programme}.{place:02d}", [f"{own}-{place}.{number}" for number in (1, 2, 4)]
                    yield BudgetLine(
                        activity,
                        f"Kegiatan {section}",
                        kind="activity",
                        ceiling=work.ceiling * 1_000_000,
                        parent=programme,
                        targets=served,
                    )


def tenures() -> Iterator[Tenure]:
    """Who held which position: a head who was replaced, and one whose post is held by an acting official."""
    sworn_in = Reference("SK Bupati 821.2/14/2025 (contoh)", certainty="read")
    acting = Reference("SPT Bupati 800/77/2025 (contoh)", certainty="read")
    food, media = Party("Kepala Dinas Ketahanan Pangan"), Party("Kepala Dinas Kominfo")
    yield Tenure(food, "Contoh A", starts=date(2023, 3, 1), ends=date(2025, 5, 31), legal_basis=sworn_in)
    yield Tenure(food, "Contoh B", starts=date(2025, 6, 1), legal_basis=sworn_in)
    yield Tenure(media, "Contoh C", starts=date(2022, 1, 3), ends=date(2025, 9, 30), legal_basis=sworn_in)
    yield Tenure(media, "Contoh D", kind="Plt", starts=date(2025, 10, 1), legal_basis=acting)


def amended(agreement: Agreement) -> Iterator[Agreement]:
    """The agreement and, where there is one, the version that took its place."""
    yield agreement
    position = agreement.first_party.position
    if position == "Kepala Dinas Ketahanan Pangan":
        sworn_in = date(2025, 6, 1)
        yield agreement.amend(
            code=f"{agreement.code}-2", signed_on=date(2025, 6, 5), effective_on=sworn_in, reason="official"
        )
    if position in MOVED:
        code, _, now = MOVED[position]
        yield agreement.amend(
            code=f"{agreement.code}-2",
            signed_on=AMENDED,
            reason="strategy",
            legal_document=Reference("DPPA 2025 (contoh)", certainty="read"),
            targets={code: now},
        )


def regency(
    table: list[dict[str, object]],
    *,
    columns: Mapping[str, str | Iterable[str]] = COLUMNS,
    link_columns: Mapping[str, str] = LINK_COLUMNS,
) -> Cascade:
    """The cascade of a table: its agreements, its links, and what no table of indicators says."""
    reading = agreements_from_rows(table, columns=columns, values=MEANINGS, year=YEAR)
    links = links_from_rows(table, columns=link_columns, parent="Induk", kind="Cara")
    lines = {line.code: line for line in document()}
    given = [
        (version, realizations if version.supersedes is None else ())
        for agreement, realizations in reading
        for version in amended(budgeted(agreement, lines))
    ]
    return Cascade(
        given,
        links=links,
        groups=[Group(parent=("Bupati", "KAB-6"), threshold=70)],
        tenures=tenures(),
        budgets=[BudgetDocument("DPA", ratified_on=RATIFIED, lines=lines.values())],
        posts=posts(reading.agreements),
        nodes=facts(reading.agreements),
    )


def clean() -> Cascade:
    """The regency as it should be."""
    return regency(list(rows()))


MISTAKES: Mapping[str, tuple[str, object, str]] = {
    "PANGAN-A-2.1": ("Target", 8, "Seksi Distribusi menulis target 8, maksudnya 80"),
    "PU-A-1": ("Realisasi", 501, "Bidang Cipta Karya menulis realisasi 501, maksudnya 510"),
    "KES-B-1.1": ("Realisasi", None, "Seksi Gizi belum melapor, dan bidangnya menjumlah tanpa dia"),
}


def mistaken() -> Iterator[dict[str, object]]:
    """The table with three mistakes of the kind that forms are full of."""
    for row in rows():
        column, value, _ = MISTAKES.get(str(row["Kode"]), ("", None, ""))
        if column:
            row[column] = value
        if row["Kode"] == "KES-B-1":
            row["Realisasi"] = 150  # what the other section delivered
        yield row


def main() -> None:
    """Print what the validator says of the regency, clean and with three mistakes."""
    report = validate(clean(), as_of=AS_OF)
    print(report.text("id"))
    print()
    print(report.tree(("Bupati", "KAB-3"), depth=3).text("id"))

    print("\nTiga kesalahan ditanam:")
    for _, _, what in MISTAKES.values():
        print(f"- {what}.")
    wrong = validate(regency(list(mistaken())), as_of=AS_OF)
    print(f"\n{wrong.text('id')}")
    print(f"\n{wrong.repair('id')}")
    print("\nDugaan untuk realisasi bidang Cipta Karya:")
    for hypothesis in wrong.hypotheses(("Kepala Bidang Cipta Karya", "PU-A-1")):
        print(f"- {hypothesis.text('id')}")


if __name__ == "__main__":
    main()
