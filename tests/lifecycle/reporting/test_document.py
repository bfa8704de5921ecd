import pytest
from attrs import evolve

from sakip import NotApplicable
from sakip.errors import InvalidValueError
from sakip.lifecycle import ANALYSES, LKJIP_DIFFERENCE, LKJIP_RATIO, UNIT_COST_EFFICIENCY, Narrative
from tests.lifecycle.reporting.making import DEATHS, EARLIER, LAST, MONEY, report_of, year_of


def lines(text: str) -> list[str]:
    """The lines of a document, without their indent."""
    return [line.strip() for line in text.splitlines()]


def test_chapter_three() -> None:
    """Each objective has its seven numbered headings with their facts, then the budget follows."""
    said = lines(report_of(*EARLIER, LAST).document(width=200))
    assert said[:4] == [
        "BAB III AKUNTABILITAS KINERJA",
        "PK-2025, Kepala Dinas Kesehatan, tahun 2025",
        "",
        "A. Capaian kinerja",
    ]
    heads = [f"{number}. {title.render('id')}" for number, (_, title) in enumerate(ANALYSES, start=1)]
    assert [line for line in said if line in heads] == heads * 2
    for line in (
        "Sasaran: Ibu selamat (nilai 92,22)",
        "IKU-2 Angka kematian ibu: target 90, realisasi 97, capaian 92,22 %",
        "IKU-2: 2023 110, 2024 98, 2025 97; -1 sejak 2024, membaik",
        "IKU-2: 80, selisih +17, nilai 78,75",
        "IKU-2: 70, selisih +27, nilai 61,43",
        "IKU-2, hambatan: Rujukan terlambat",
        "IKU-2, solusi: Rumah tunggu",
        "Nilai sasaran 92,22; terserap 75,00 % dari anggaran penunjang Rp400",
        "1.02.02 Kesehatan ibu: pagu Rp400, realisasi Rp300",
        "B. Realisasi anggaran",
        "Anggaran dan serapannya (Rp)",
    ):
        assert line in said
    assert not any(line.startswith("Kurang") for line in said)


def test_what_lacks_stands_where_it_lacks() -> None:
    """Each finding is told under its analysis, a remark apart from what lacks; the budget's under the budget."""
    money = [*MONEY[:2], evolve(MONEY[2], realization=None)]
    report = report_of(EARLIER[1], year_of(2025, 82, None, budget=money), medium_term={"IKU-1": 90})
    said = lines(report.document("en", width=200))
    at = said.index("Objective: Ibu selamat (score –)")
    assert said[at + 1 : at + 5] == [
        "1. Target and realization of the year",
        "IKU-2 Angka kematian ibu: target 90, realization –, achievement –",
        "IKU-2: the realization was not reported",
        "Lacking: IKU-2: no realization of the year: the realization was not reported [LKJ-TARGET]",
    ]
    assert (
        "Remark: S2: compared with one year only, 2024; several preceding years are asked for [LKJ-FEW-YEARS]" in said
    )
    assert said[-1] == "Lacking: Chapter III.B: the spending of 1.02.02 Kesehatan ibu is not known [LKJ-SPENDING]"


def test_without_a_budget() -> None:
    """The heading stays, and says what lacks."""
    said = lines(report_of(*EARLIER, year_of(2025, 82, 97, budget=())).document(width=200))
    assert said[-3:] == [
        "B. Realisasi anggaran",
        "",
        "Kurang: Bab III.B: perjanjian PK-2025 tanpa anggaran [LKJ-BUDGET]",
    ]


def test_words_of_the_objective() -> None:
    """What is told of the objective as a whole stands before what its indicators say."""
    told = {"S2": Narrative(causes="Jarak jauh\nhujan", remedies="Rumah tunggu", efficiency="Kegiatan digabung")}
    said = lines(report_of(*EARLIER, LAST, narratives=told).document(width=200))
    assert "Penyebab: Jarak jauh hujan" in said
    assert "Solusi: Rumah tunggu" in said
    at = said.index("Kegiatan digabung")
    assert said[at + 1].startswith("Nilai sasaran 92,22")


def test_without_a_national_standard() -> None:
    """That there is none is told, where the report says so."""
    report = report_of(*EARLIER, LAST, national={"IKU-1": 85}, no_standard=["IKU-2"])
    said = lines(report.document(width=200))
    assert "IKU-2: tidak ada standar nasional" in said
    assert "IKU-1: tidak ada standar nasional" not in said


def test_a_new_indicator() -> None:
    """What no earlier year has is not set beside them, and the remark says so."""
    last = year_of(2025, 82, 97, measure=evolve(DEATHS, code="IKU-9"))
    said = lines(report_of(*EARLIER, last, medium_term={"IKU-1": 90, "IKU-9": 80}).document("en", width=200))
    at = said.index("Objective: Ibu selamat (score 92.22)")
    assert said[at + 3 : at + 5] == [
        "2. Compared with earlier years",
        "Remark: IKU-9: new in this year, there are no earlier figures [LKJ-NEW]",
    ]


def test_without_a_difference() -> None:
    """A broken trend shows its figures and subtracts nothing; so does a year that was not applicable."""
    broken = year_of(2025, 82, 97, measure=evolve(DEATHS, unit="kasus", replaces="IKU-2"))
    assert "IKU-2: 2023 110, 2024 98, 2025 97" in lines(report_of(*EARLIER, broken).document(width=200))
    idle = lines(report_of(*EARLIER, year_of(2025, NotApplicable("libur"), 97)).document("en", width=200))
    assert "IKU-1: not applicable: libur" in idle
    assert "IKU-1: 90, difference –, score –" in idle


@pytest.mark.parametrize("width", [20, 40, 80])
def test_fits_its_width(width: int) -> None:
    """No line is longer than asked for; without a width it is eighty characters."""
    report = report_of(*EARLIER, LAST)
    assert max(len(line) for line in report.document(width=width).splitlines()) <= width
    assert report.document(width=80) == report.document()
    with pytest.raises(InvalidValueError):
        report.document(width=19)
    with pytest.raises(InvalidValueError):
        report.document("nl")  # type: ignore[arg-type]


def test_what_waits_for_a_realization() -> None:
    """Where the realization of the year lacks, every analysis that needs one says so below its head."""
    report = report_of(*EARLIER, year_of(2025, None, 97))
    waiting = [line for line in lines(report.document(width=200)) if line.startswith("Menunggu")]
    assert waiting == ["Menunggu realisasi tahun ini: IKU-1"] * 5
    assert "Waiting for the realization of the year: IKU-1" in lines(report.document("en", width=200))


def test_efficiency_by_a_form() -> None:
    """The number with its unit and label, or why there is none."""
    said = lines(report_of(*EARLIER, LAST, form=LKJIP_DIFFERENCE).document(width=200))
    assert "Capaian dikurangi serapan: 17,22 poin, Efisien, capaian rata-rata 92,22 %" in said
    assert "Achievement over absorption: 1.23, Efisien, mean achievement 92.22 %" in lines(
        report_of(*EARLIER, LAST, form=LKJIP_RATIO).document("en", width=200)
    )
    unit = lines(report_of(*EARLIER, LAST, form=UNIT_COST_EFFICIENCY).document(width=200))
    assert (
        "Efisiensi biaya satuan, bentuk lama: volume keluaran tidak dinyatakan [no-volume], capaian rata-rata 92,22 %"
        in unit
    )
