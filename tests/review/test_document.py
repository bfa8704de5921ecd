"""The document of a review, as an inspector writes it."""

import pytest

from sakip.policies import FIVE_BANDS, LKJIP
from sakip.review import Heading, Paragraph, review
from sakip.scoring import Cap
from tests.review.making import CLEAN, row

WRONG = [*CLEAN, row("75%", "92,8", "92,8", indicator="Layanan", objective="S1")]


def labels(lang: str) -> list[str]:
    """The labels of the paragraphs, in order."""
    blocks = review(WRONG).document("id" if lang == "id" else "en")
    return [block.label for block in blocks if isinstance(block, Paragraph) and block.label]


def test_each_finding_has_its_five_parts() -> None:
    """Kondisi, kriteria, dugaan sebab, akibat, rekomendasi."""
    assert labels("id") == ["Kondisi", "Kriteria", "Dugaan sebab", "Akibat", "Rekomendasi"]
    assert labels("en") == ["Condition", "Criterion", "Presumed cause", "Effect", "Recommendation"]


def test_what_the_parts_say() -> None:
    """The reference with its certainty, the effect on objective and total, and what to print."""
    text = review(WRONG, source="LKjIP Dinas").text("id", width=400)
    assert text.startswith("Telaah capaian kinerja: LKjIP Dinas\n====")
    assert "realisasi/target memberi 123,7333" in text
    assert "LKjIP Kabupaten Maluku Tengah 2021, hlm. III.2 (dibaca pada naskahnya)" in text
    assert "Polaritas tidak dinyatakan; dianggap makin tinggi makin baik." in text
    assert "rata-rata sasaran 92,80 menjadi 123,73; rata-rata seluruhnya 86,12 menjadi 93,85" in text
    assert "cetak 123,7" in text


def test_the_grade_is_an_effect() -> None:
    """On the scale of the region's rule."""
    policy = LKJIP.evolve(id="kabupaten", scale=FIVE_BANDS)
    text = review([row("50", "65", "60"), row("75", "60", "80")], policy=policy).text("id", width=200)
    assert "predikat 'Sedang' menjadi 'Sangat Tinggi'" in text


def test_a_row_against_its_polarity_is_advised_otherwise() -> None:
    """The direction is to be confirmed."""
    text = review([row("0,4", "0,421", "105,25", polarity="negatif")]).text("en", width=200)
    assert "confirm the polarity in the operational definition; if it is lower is better, print 94.75" in text


def test_a_wrong_input_moves_no_mean() -> None:
    """The print follows from what was meant, so that the cell is to be corrected and the mean stays."""
    report = review([*CLEAN, row("4.079,71", "4.387.740", "107,55")])
    assert "capaian tercetak 107,55 lalu benar, jika tidak cetak 107.550,29" in report.text("id", width=400)
    assert report.effects.total is not None
    assert report.effects.total.shift == 0


def test_a_clean_table_says_so() -> None:
    """And has no section of rows to correct."""
    blocks = review(CLEAN).document()
    assert Paragraph("Tidak ada baris yang keliru.") in blocks
    assert not any(isinstance(block, Heading) and block.level == 3 for block in blocks)


def test_an_empty_table() -> None:
    """Is written too."""
    assert "0 baris" in review([]).text()


@pytest.mark.parametrize("width", [20, 80])
def test_lines_fit(width: int) -> None:
    """At any width that a terminal has."""
    assert max(map(len, review(WRONG).text(width=width).splitlines())) <= width


def test_html_is_escaped() -> None:
    """Headings, paragraphs and tables."""
    hostile = "<script>alert(1)</script>"
    html = review([row("75", "60", "60", indicator=hostile, objective=hostile)], source=hostile).html()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert html.count("<h1>") == 1


def paragraphs(*rows: dict[str, object]) -> dict[str, str]:
    """The labelled paragraphs about the last wrong row of a table."""
    return {block.label: block.text for block in review(rows).document() if isinstance(block, Paragraph)}


def test_a_table_of_quotients_is_advised_in_quotients() -> None:
    """0,95 and not 95,00."""
    found = paragraphs(row("80", "86,4", "1,08"), row("70", "68", "0,97"), row("100", "95", "0,85"))
    assert found["Rekomendasi"].endswith("cetak 0,95.")


def test_what_is_advised_stops_at_the_ceiling_of_the_table() -> None:
    """The value is told beside it."""
    found = paragraphs(row("80", "92", "100"), row("10", "15", "100"), row("10", "12", "95"))
    assert "memberi 120, dipotong pada 100 seperti baris lain" in found["Kriteria"]
    assert found["Rekomendasi"].endswith("cetak 100.")


def test_a_total_has_words_of_its_own() -> None:
    """It has no target, and no formula of the field."""
    found = paragraphs(row("80", "92", "115"), row("10", "9", "90"), {"indicator": "Rata-rata", "achievement": "99,99"})
    assert found["Kondisi"] == "jumlah tercetak 99,99."
    assert found["Kriteria"] == "rata-rata baris yang tercetak di atasnya adalah 102,5."
    assert found["Akibat"] == "jumlah 99,99 menjadi 102,50."
    assert found["Rekomendasi"].endswith("bila semuanya tercetak, cetak 102,50.")


def test_a_table_with_other_errors_is_not_called_clean() -> None:
    """Every row computes, and one is against the rule of the region."""
    capped = LKJIP.evolve(id="kabupaten", indicator=(Cap(120), *LKJIP.indicator))
    text = review([row("100", "130", "130", polarity="positif")], policy=capped).text(width=200)
    assert "Tidak ada baris yang keliru" not in text
    assert "kekeliruan lain (1) ada di bagian catatan" in text


def test_undecided_rows_are_counted_apart() -> None:
    """They stand among the remarks, and no row is said to be corrected."""
    report = review([row("80", "92", "100"), *CLEAN[:2]])
    text = report.text("id", width=400)
    assert "0 keliru. 0 baris tidak dapat dihitung ulang. 1 baris belum pasti" in text
    assert "REV-UNDECIDED" in text
    assert "Baris yang perlu dibetulkan" not in text
    assert "cannot be decided: 1" in report.text("en", width=400)
    assert "belum pasti" not in review(CLEAN).text("id", width=400)
