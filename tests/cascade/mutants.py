"""For each code of the catalogue the smallest change of the regency that it finds, and one beside it that it does not.

Beside the change stand the other codes that follow from it: all of them, and never more than three.
"""

from datetime import date
from typing import Any, NamedTuple

from attrs import evolve

from sakip import Objective, Party, Tenure
from sakip.cascade import Cascade, Group, Post
from tests.cascade.regency import (
    QUARTERS,
    REGENCY,
    Edit,
    agreement,
    facts,
    link,
    row,
    row_like,
    rows_of,
    with_more,
)


class Mutant(NamedTuple):
    """A code, a change that it finds, one that it does not, and the other codes that follow from the first."""

    code: str
    edits: tuple[Edit, ...]
    near: tuple[Edit, ...]
    also: tuple[str, ...] = ()


def mutant(code: str, edits: Edit | tuple[Edit, ...], near: Edit | tuple[Edit, ...], *also: str) -> Mutant:
    """A mutant of one change or of several."""
    return Mutant(code, _several(edits), _several(near), also)


def _several(edits: Edit | tuple[Edit, ...]) -> tuple[Edit, ...]:
    return (edits,) if isinstance(edits, Edit) else edits


SATISFACTION = {**REGENCY.SATISFACTION, "Realisasi": "85.40", "Tahun_lalu": "83.00"}
ADOPTED = {**SATISFACTION, "Induk": "KOMINFO-3", "Cara": "sama"}
PHARMACY = Post(
    "Kepala Seksi Farmasi", unit="Dinas Kesehatan", echelon="IV.a", superior="Kepala Bidang Pelayanan Kesehatan"
)
SECTION = "Kepala Seksi Puskesmas"
PLANNED = tuple(f"Target_{quarter}" for quarter in QUARTERS)
OFFICER = {
    "PK": "PK-L",
    "Jabatan": "Pelaksana Layanan",
    "Atasan": "Ketua Tim Layanan",
    "Kode": "KOMINFO-A-3.P",
    "Jenjang": "Pelaksana",
    "Tingkat": "",
}
NO_WORK = {"Target": 0, "Realisasi": 0, "Tahun_lalu": 0}


def source(code: str, value: int) -> Edit:
    """The same indicator with its target in another document."""

    def stated(cascade: Cascade) -> Cascade:
        (own,) = {target for one in cascade.agreements for target in one.targets if target.code == code}
        said = facts(code, source=evolve(own, value=value)).of_cascade
        assert said is not None
        return said(cascade)

    return Edit(of_cascade=stated)


def tenure(last: date) -> Tenure:
    """Somebody who held the section until a day."""
    return Tenure(Party(SECTION), "Contoh E", starts=date(2023, 1, 2), ends=last)


def weighted(weight: str) -> tuple[Edit, ...]:
    """The satisfaction of all four offices, each with one weight."""
    return tuple(row(f"{office}-3", Cara="bobot", Bobot_tautan=weight) for office in ("KES", "PU", "PANGAN", "KOMINFO"))


def budget(code: str, **fields: Any) -> Edit:
    """Something else about the budget line of an agreement."""
    return agreement(code, lambda one: evolve(one, budget=[evolve(line, **fields) for line in one.budget]))


def successor(promised: int) -> tuple[Edit, ...]:
    """The new head of the food office promises another number of families; twenty of ninety were reached by March."""
    reached = dict(zip(QUARTERS, (20, 24, 24, 24), strict=True))
    promise = agreement(
        "PK-Kepala Dinas Ketahanan Pangan-2",
        lambda one: evolve(
            one, objectives=[_promising(objective, "PANGAN-6", promised) for objective in one.objectives]
        ),
    )
    return row("PANGAN-6", Konsolidasi="jumlah", **reached), promise


def _promising(objective: Objective, code: str, value: int) -> Objective:
    targets = [evolve(target, value=value) if target.code == code else target for target in objective.targets]
    return evolve(objective, targets=targets)


STRUCTURE = (
    mutant(
        "CAS101",
        (row("KAB-1", Induk="KAB-2", Cara="dukung"), row("KAB-2", Induk="KAB-1", Cara="dukung")),
        row("KAB-1", Induk="KAB-2", Cara="dukung"),
    ),
    mutant(
        "CAS102",
        rows_of("Kepala Seksi Gizi", Atasan="Kepala Bidang Kesehatn Masyarakat"),
        rows_of("Kepala Seksi Gizi", Atasan="kepala  bidang kesehatan-masyarakat"),
        "CAS801",
    ),
    mutant(
        "CAS103",
        row("KES-A-3", Induk="KES-3; KES-6; KES-3", Cara="dukung"),
        row("KES-A-3", Induk="KES-3; KES-6; KES-4", Cara="dukung"),
    ),
    mutant(
        "CAS104",
        row("KES-A-2", Induk="KES-2; KES-A-1.4", Cara="gabungan; dukung"),
        row("KES-A-1.4", Induk="KES-A-3; KES-A-2", Cara="dukung"),
    ),
    mutant(
        "CAS105",
        row("KES-A-1.4", Induk="KES-3", Cara="dukung"),
        (rows_of("Kepala Seksi Rujukan", Atasan="Kepala Dinas Kesehatan"), row("KES-A-2.4", Induk="KES-3")),
    ),
    mutant("CAS106", row("KES-A-2.1", Cara="rata-rata"), row("KES-A-2.1", Cara="dukung")),
    mutant(
        "CAS107",
        with_more(realizations=[(("Kepala Seksi Puskesmas", "KES-A-1.1"), 411)]),
        with_more(realizations=[(("Kepala Seksi Puskesmas", "KES-A-1.1"), 412)]),
    ),
    mutant("CAS108", facts("PU-1", calc="measured"), facts("PU-1", calc="reconciled")),
)

COVERAGE = (
    mutant(
        "CAS201",
        (row("KES-A-3", Induk="KES-6"), row("KES-B-3", Induk="KES-6")),
        (
            row("KES-A-3", Induk="KES-6"),
            row("KES-B-3", Induk="KES-6"),
            facts("KES-3", no_cascade_reason="diukur lewat survei seluruh dinas"),
        ),
    ),
    mutant("CAS202", row("KES-A-1.4", Induk=""), (row("KES-A-1.4", Induk=""), facts("KES-A-1.4", role="additional"))),
    mutant(
        "CAS203",
        row_like("KES-A-1.4", PK="PK-F", Jabatan=PHARMACY.code, Kode="KES-A-3.3", Induk=""),
        row_like("KES-A-1.4", PK="PK-F", Jabatan=PHARMACY.code, Kode="KES-A-3.3"),
        "CAS202",
    ),
    mutant("CAS204", with_more(posts=[PHARMACY]), with_more(posts=[evolve(PHARMACY, vacant=True)]), "CAS203"),
    mutant(
        "CAS205",
        agreement("PK-Bupati", lambda one: evolve(one, objectives=[*one.objectives, Objective("Daya saing", [])])),
        agreement("PK-Bupati", lambda one: evolve(one, objectives=[_renamed(one.objectives[0])])),
    ),
    mutant(
        "CAS206",
        (
            row("KOMINFO-A-3", **ADOPTED, Target="85.00"),
            row("KOMINFO-B-3", **ADOPTED, Target="85.00"),
            row_like("KOMINFO-A-3", **OFFICER, **ADOPTED | {"Induk": "KOMINFO-A-3"}, Target="85.00"),
        ),
        row("KOMINFO-A-3", **ADOPTED, Target="85.00"),
        "CAS201",
    ),
    mutant(
        "CAS207",
        row("PANGAN-6", Induk="KAB-3"),
        (row("PANGAN-6", Induk="KAB-3"), row("PU-3", Induk="KAB-5; KAB-1", Cara="rata-rata; dukung")),
    ),
    mutant(
        "CAS208",
        (facts("KES-A-1.3", role="additional"), facts("KES-A-1.4", role="additional")),
        facts("KES-A-1.4", role="additional"),
    ),
)


def _renamed(objective: Objective) -> Objective:
    return evolve(objective, name="Daya saing")


TARGETS = (
    mutant("CAS301", row("KES-A-1.1", Target=390), (row("KES-A-1.1", Target=390), row("KES-A-2.1", Target=110))),
    mutant("CAS302", row("KES-A-1.1", Target=410), (row("KES-A-1.1", Target=410), row("KES-A-2.1", Target=90))),
    mutant("CAS303", row("KOMINFO-A-3", **ADOPTED, Target="84.00"), row("KOMINFO-A-3", **ADOPTED, Target="85.00")),
    mutant(
        "CAS304",
        row("KOMINFO-A-3", **SATISFACTION, Target="84.00"),
        (row("KOMINFO-A-3", **SATISFACTION, Target="84.00"), row("KOMINFO-B-3", **SATISFACTION, Target="86.00")),
    ),
    mutant("CAS305", row("KES-A-2", Target=94), row("KES-A-2", Target=92), "CAS301", "CAS304", "CAS406"),
    mutant(
        "CAS306",
        (row("KES-A-1.2", Cara="jumlah"), row("KES-A-2.2", Cara="jumlah")),
        (
            row("KES-A-1.2", Cara="jumlah", Aspek="part of whole"),
            row("KES-A-2.2", Cara="jumlah", Aspek="part of whole"),
        ),
    ),
    mutant(
        "CAS307",
        row("KOMINFO-4", Target="69", Tahun_lalu="68"),
        (row("KOMINFO-4", Target="69", Tahun_lalu="68"), row("KAB-6", Target="3")),
    ),
    mutant(
        "CAS308",
        row("KES-A-1.1", Target=date(2025, 12, 1), Realisasi=412),
        row("KES-A-1.4", Target=date(2025, 12, 1), Realisasi=date(2025, 11, 28), Tahun_lalu=None),
    ),
    mutant(
        "CAS309",
        row("KES-A-1.4", Konsolidasi="jumlah", **dict(zip(PLANNED, (1, 2, 2, 2), strict=True))),
        row("KES-A-1.4", Konsolidasi="jumlah", **dict(zip(PLANNED, (1, 1, 2, 2), strict=True))),
    ),
    mutant("CAS310", row("KES-A-1.4", Tahun_lalu="7"), row("KES-A-1.4", Tahun_lalu="6")),
    mutant("CAS311", source("KES-A-1.4", 7), source("KES-A-1.4", 6)),
)

ACTUALS = (
    mutant(
        "CAS401", row("KES-A-1.1", Realisasi=413), (row("KES-A-1.1", Realisasi=413), row("KES-A-2.1", Realisasi=102))
    ),
    mutant("CAS402", row("PU-3", Realisasi="86.301"), row("PU-3", Realisasi="86.31")),
    mutant("CAS403", row("KES-A-1.1", Realisasi=None), row("KES-A-1.4", Realisasi=None)),
    mutant(
        "CAS404",
        (row("KES-A-1.1", Realisasi=None), row("KES-A-2.1", Realisasi=515)),
        (row("KES-A-1.1", Realisasi=0), row("KES-A-2.1", Realisasi=515)),
        "CAS403",
    ),
    mutant("CAS405", row("KES-A-2", Pembilang=3790), row("KES-A-2", Pembilang=3760), "CAS401"),
    mutant("CAS406", row("KES-B-4", Realisasi="89"), (row("KES-B-4", Realisasi="89"), row("KES-B-1.3", Realisasi="9"))),
    mutant(
        "CAS407",
        (row("KES-B-1.3", Realisasi="9"), row("KES-B-2.3", Realisasi="9")),
        (row("KES-B-1.3", Realisasi="9"), row("KES-B-2.3", Realisasi="10")),
    ),
    mutant("CAS408", row("KES-A-2", Tahun_lalu="94"), row("KES-A-2", Tahun_lalu="93.875"), "CAS310"),
    mutant(
        "CAS409",
        row("KES-A-1.4", Konsolidasi="jumlah", **dict(zip(QUARTERS, (1, 2, 2, 2), strict=True))),
        row("KES-A-1.4", Konsolidasi="jumlah", **dict(zip(QUARTERS, (1, 1, 2, 2), strict=True))),
    ),
    mutant(
        "CAS410",
        row("KAB-4", Pembilang=2 * 16039, Penyebut=2 * 17000),
        (
            row("KAB-4", Pembilang=2 * 16039, Penyebut=2 * 17000),
            with_more(groups=[Group(parent=("Bupati", "KAB-4"), coverage="subset")]),
        ),
    ),
)

MEANING = (
    mutant("CAS501", row("KES-A-1.1", Satuan="orang"), row("KES-A-1.1", Satuan="Keluarga")),
    mutant(
        "CAS502",
        row("KES-B-1.1", Arah="negatif", Tahun_lalu=260),
        (row("KES-B-1.1", Arah="negatif", Tahun_lalu=260), link("KES-B-1.1", "KES-B-1", inverse=True)),
    ),
    mutant("CAS503", row("KES-A-3", Tingkat="impact"), row("KES-A-3", Tingkat="outcome")),
    mutant("CAS504", row("KES-A-4", Tingkat="process"), row("KES-A-1.4", Tingkat="process")),
    mutant(
        "CAS505",
        (facts("KES-A-1", scope=["A", "B"]), facts("KES-A-1.1", scope=["A", "C"])),
        (facts("KES-A-1", scope=["A", "B"]), facts("KES-A-1.1", scope=["A"])),
    ),
    mutant("CAS506", row("KES-A-1.2", Konsolidasi="rata-rata"), row("KES-A-1.2", Konsolidasi=None)),
    mutant("CAS507", row("KES-6", Ukuran="stock", Konsolidasi="jumlah"), row("KES-6", Ukuran="stock")),
    mutant(
        "CAS508",
        row("KES-A-4", Satuan="rekomendasi", Target="20", Realisasi="22", Tahun_lalu="18"),
        row("KES-A-4", Satuan="rekomendasi", Target="20", Realisasi="22", Tahun_lalu="19"),
    ),
)

PARTIES = (
    mutant(
        "CAS601",
        agreement(f"PK-{SECTION}", lambda one: evolve(one, second_party=Party("Kepala Bidang Kesehatan Masyarakat"))),
        agreement(f"PK-{SECTION}", lambda one: evolve(one, second_party=Party("KEPALA BIDANG PELAYANAN KESEHATAN"))),
    ),
    mutant("CAS602", with_more(tenures=[tenure(date(2025, 1, 26))]), with_more(tenures=[tenure(date(2025, 1, 27))])),
    mutant("CAS603", row("PU-A-3", Induk="PU-3; KES-3"), row("PU-A-3", Induk="PU-3; KES-3", Aspek="; crosscutting")),
)

WEIGHTS = (
    mutant("CAS701", weighted("0.2"), weighted("0.25")),
    mutant("CAS702", row("PU-1", Porsi="0,6; 0,5"), row("PU-1", Porsi="0,5; 0,5"), "CAS302", "CAS401"),
    mutant(
        "CAS703",
        (row("KES-A-1.2", Cara="bobot", Bobot_tautan="0.5"), row("KES-A-2.2", Cara="bobot", Bobot_tautan="0.5")),
        (row("KES-A-1.2", Cara="bobot", Bobot_tautan="0.75"), row("KES-A-2.2", Cara="bobot", Bobot_tautan="0.25")),
        "CAS302",
        "CAS401",
    ),
    mutant(
        "CAS751",
        row_like("KES-B-1.1", **NO_WORK, Kode="KES-B-1.1.3", Induk="KES-B-1; KES-1"),
        row_like("KES-B-1.1", **NO_WORK, Kode="KES-B-1.1.3", Induk="KES-B-1; KES-1", Cara="jumlah; dukung"),
        "CAS105",
        "CAS702",
    ),
    mutant(
        "CAS752",
        (facts("KES-A-1.1", scope=["A", "B"]), facts("KES-A-2.1", scope=["B", "C"])),
        (facts("KES-A-1.1", scope=["A", "B"]), facts("KES-A-2.1", scope=["C"])),
    ),
)

MONEY = (
    mutant(
        "CAS801",
        budget(f"PK-{SECTION}", ceiling=2_900_000_000),
        budget(f"PK-{SECTION}", realization=2_900_000_000),
        "CAS803",
    ),
    mutant("CAS802", facts("KES-A-1.3", zero_cost=None), (facts("KES-A-1.3", zero_cost=None, role="additional"))),
    mutant(
        "CAS803",
        budget("PK-Ketua Tim Layanan", ceiling=510_000_000),
        budget("PK-Ketua Tim Layanan", realization=510_000_000),
    ),
)

TIMES = (
    mutant("CAS901", rows_of(SECTION, Tanggal=date(2025, 2, 7)), rows_of(SECTION, Tanggal=date(2025, 2, 6))),
    mutant("CAS902", facts("PU-A-1.1", reviewed_on=date(2025, 8, 14)), facts("PU-A-1.1", reviewed_on=date(2025, 9, 1))),
    mutant(
        "CAS903",
        row("KES-A-1", Realisasi=515, **dict(zip(QUARTERS, (115, 130, 130, 140), strict=True))),
        row("KES-A-1.1", Realisasi=412, **dict(zip(QUARTERS, (112, 100, 100, 100), strict=True))),
    ),
    mutant("CAS904", successor(60), successor(70)),
)

MUTANTS = (*STRUCTURE, *COVERAGE, *TARGETS, *ACTUALS, *MEANING, *PARTIES, *WEIGHTS, *MONEY, *TIMES)
