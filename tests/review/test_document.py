"""The document of a review, as an inspector writes it."""

import pytest

from sakip.policies import FIVE_BANDS, LKJIP
from sakip.review import Heading, Paragraph, review
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
