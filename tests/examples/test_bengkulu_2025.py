"""What examples/bengkulu_2025.py tells: three levels, one document of two, and a task that changes nothing."""

import re
from datetime import date
from fractions import Fraction

import pytest

from sakip import evaluate, parse_date, parse_number, parse_spelled_date
from sakip.policies import LKJIP
from tests.examples.telling import Told, told

PROMISED, DELIVERED = 1 + 1, 1 + 0


@pytest.fixture(scope="module")
def story() -> Told:
    """The example, run once."""
    return told("bengkulu_2025")


def test_it_says_what_was_told_and_what_is_invented(story: Told) -> None:
    """The day, the levels and the half were told."""
    opening = " ".join(story.opening.split())
    assert (
        "pejabat eselon II sampai IV Provinsi Bengkulu menandatangani perjanjian kinerja pada 5 Maret 2025" in opening
    )
    assert f"jadi {100 * DELIVERED // PROMISED} persen. Selebihnya rekaan" in opening


def test_it_fits_a_terminal(story: Told) -> None:
    """No line is wider than 80 columns."""
    assert story.widest <= 80


def test_each_signs_with_the_level_above(story: Told) -> None:
    """One of echelon II, one of III, two of IV, all on one day; who accepts below has promised above."""
    agreements = story.names["AGREEMENTS"]
    assert [one.first_party.echelon.rank for one in agreements] == [2, 3, 4, 4]
    assert {one.signed_on for one in agreements} == {date(2025, 3, 5)}
    signed = dict(re.findall(r"^PK-\S+: (.+) kepada (.+)$", story.under("5 Maret 2025"), re.MULTILINE))
    assert [signed[position] for position in list(signed)[1:]] == [
        "Kepala Biro Organisasi",
        "Kepala Bagian Perencanaan",
        "Kepala Bagian Perencanaan",
    ]
    assert story.under("5 Maret 2025").count("dokumen\n") == 3


def test_the_form_says_the_day_and_the_target(story: Told) -> None:
    """The day stands twice, in digits and in words; the annex has two documents."""
    form = story.under("Formulir")
    assert {parse_date(one) for one in re.findall(r"Bengkulu, (.+)", form)} == {date(2025, 3, 5)}
    assert {parse_spelled_date(one) for one in re.findall(r"\((lima .+)\)", form)} == {date(2025, 3, 5)}
    assert story.line("Formulir", "1 Tersusunnya dokumen perencanaan").endswith("2 dokumen")


def test_one_of_two_is_fifty(story: Told) -> None:
    """Of the indicator and of the whole."""
    cells = story.line("Akhir tahun", "TOTAL").split()
    assert Fraction(parse_number(cells[0], "id")) == Fraction(100 * DELIVERED, PROMISED)


def test_one_section_delivered_and_one_did_not(story: Told) -> None:
    """The whole difference is that of the section for data; nothing else in the cascade is wrong."""
    part = "Dokumen mana"
    assert "lolos" in story.under(part)
    assert story.line(part, "Kepala Subbagian Data/DATA-1").split() == ["1", "0", str(0 - 1)]
    assert story.line(part, "Kepala Subbagian Program/PROG-1").split() == ["1", "1", str(1 - 1)]
    assert story.line(part, "JUMLAH").split() == [str(PROMISED), str(DELIVERED), str(DELIVERED - PROMISED)]


def test_a_task_beside_changes_nothing(story: Told) -> None:
    """It was done in full, and the agreement is worth what it was worth without it."""
    beside, planning = story.names["beside"](), story.names["PLANNING"]
    alone = evaluate(planning, story.names["evaluated"](planning).realizations, policy=LKJIP)
    assert (beside.evaluation, beside.evaluation.digest) == (alone, alone.digest)
    assert beside.evaluation.score.exact == Fraction(100 * DELIVERED, PROMISED)
    assert beside.results[0].score.exact == Fraction(100 * 1, 1)
    assert story.line("Tugas tambahan", "Nilai perjanjian:") == "50,00; tidak diubah"
    assert beside.check().codes() == ()
