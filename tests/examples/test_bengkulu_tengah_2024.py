"""What examples/bengkulu_tengah_2024.py tells: totals, ratings, predicates and what may follow, by hand."""

from fractions import Fraction
from itertools import pairwise

import pytest

from sakip import parse_number
from sakip.lifecycle import GivenFact, recommend
from tests.examples.telling import Told, told

# Service over its target and satisfaction over 80, in each of the years; None was not reported.
SHARES: dict[str, tuple[tuple[Fraction | None, Fraction], ...]] = {
    "Dinas Pertanian": (
        (Fraction(49, 50), Fraction(784, 800)),
        (Fraction(505, 500), Fraction(808, 800)),
        (Fraction(55, 50), Fraction(848, 800)),
    ),
    "Dinas Kesehatan": (
        (Fraction(873, 900), Fraction(792, 800)),
        (Fraction(90, 90), Fraction(80, 80)),
        (Fraction(972, 900), Fraction(848, 800)),
    ),
    "Dinas Perhubungan": (
        (Fraction(795, 750), Fraction(816, 800)),
        (Fraction(75, 75), Fraction(784, 800)),
        (Fraction(72, 75), Fraction(768, 800)),
    ),
    "Dinas Perdagangan": (
        (Fraction(18, 20), Fraction(72, 80)),
        (Fraction(16, 20), Fraction(68, 80)),
        (Fraction(17, 20), Fraction(664, 800)),
    ),
    "Dinas Sosial": (
        (Fraction(1140, 1200), Fraction(744, 800)),
        (Fraction(948, 1200), Fraction(624, 800)),
        (None, Fraction(48, 80)),
    ),
}
# The rating of the behaviours, the gravest sanction that bears on 2024, and how high it lets the behaviour be.
DISCIPLINE = {
    "Dinas Pertanian": ("above", "tidak ada", "above"),
    "Dinas Kesehatan": ("above", "ringan", "meets"),
    # That of 20 March 2023 bore on two quarters of 2023 and on none of 2024.
    "Dinas Perhubungan": ("meets", "tidak ada", "above"),
    "Dinas Perdagangan": ("meets", "sedang", "below"),
    "Dinas Sosial": ("meets", "tidak ada", "above"),
}
ORDER = ("below", "meets", "above")
MATRIX = {
    ("above", "below"): "Kurang",
    ("above", "meets"): "Baik",
    ("above", "above"): "Sangat Baik",
    ("meets", "below"): "Kurang",
    ("meets", "meets"): "Baik",
    ("meets", "above"): "Baik",
    ("below", "below"): "Sangat Kurang",
    ("below", "meets"): "Butuh Perbaikan",
    ("below", "above"): "Butuh Perbaikan",
}
WORDS = {"below": "di bawah", "meets": "sesuai", "above": "di atas"}
RULES = {
    "Dinas Pertanian": ("P", "(penghargaan)"),
    "Dinas Perhubungan": ("R", "(penempatan)"),
    "Dinas Perdagangan": ("S", "(sanksi)"),
}


@pytest.fixture(scope="module")
def story() -> Told:
    """The example, run once."""
    return told("bengkulu_tengah_2024")


def totals(office: str) -> list[Fraction]:
    """The mean of what was reported, in percent, of each year."""
    found = []
    for shares in SHARES[office]:
        known = [share for share in shares if share is not None]
        found.append(100 * sum(known, Fraction(0)) / len(known))
    return found


def results(office: str) -> str | None:
    """95 to 105 meets the expectation; what is not fully reported has no rating."""
    if None in SHARES[office][-1]:
        return None
    last = totals(office)[-1]
    return "below" if last < 95 else "above" if last > 105 else "meets"


def predicate(office: str, *, disciplined: bool = True) -> str | None:
    """By the matrix, the behaviour no better than the sanction lets it be."""
    behaviour, _, limit = DISCIPLINE[office]
    rated = results(office)
    counted = min(behaviour, limit, key=ORDER.index) if disciplined else behaviour
    return None if rated is None else MATRIX[rated, counted]


def test_it_says_what_was_told_and_what_is_invented(story: Told) -> None:
    """The chain was told; offices, figures, sanctions and rules were not."""
    opening = " ".join(story.opening.split())
    assert "di Bengkulu Tengah perjanjian 2024 menjadi SKP, dievaluasi pada akhir tahun" in opening
    assert "Selebihnya rekaan: kantor, indikator, angka, rating, hari, predikat, hukuman, dan aturannya." in opening


def test_it_fits_a_terminal(story: Told) -> None:
    """No line is wider than 80 columns."""
    assert story.widest <= 80


def test_the_agreement_becomes_an_skp(story: Told) -> None:
    """Two targets as main performance with what they support, one task beside them, nothing found."""
    assert story.line("Januari 2024", "utama Layanan meningkat Produktivitas padi") == "5 ton/ha KAB-1"
    assert story.line("Januari 2024", "utama Layanan meningkat Kepuasan masyarakat") == "80 nilai KAB-2"
    assert story.line("Januari 2024", "tambahan Anggota tim inflasi") == "Rapat pengendalian inflasi 12 kali"
    assert "Tidak ada temuan." in story.under("Januari 2024")
    above = story.names["evaluated"]("Bupati").agreement
    assert [target.code for target in above.targets] == ["KAB-1", "KAB-2"]


@pytest.mark.parametrize("office", SHARES)
def test_totals_ratings_and_predicates(story: Told, office: str) -> None:
    """Three totals, the rating of the last, the sanction in force, and the predicate, or bars where there is none."""
    cells = story.line("menjadi rating", office).split()
    assert [Fraction(parse_number(cell.rstrip("*"), "id")) for cell in cells] == totals(office)
    rated = results(office)
    assert cells[2].endswith("*") == (rated is None)
    behaviour, sanction, limit = DISCIPLINE[office]
    counted = WORDS[min(behaviour, limit, key=ORDER.index)]
    line = story.line("rekap", f"{predicate(office) or '–'} Kepala {office}")
    assert line == f"{WORDS.get(rated or '', '–')} {counted} {sanction}"


def test_appraisals_stand_by_predicate(story: Told) -> None:
    """The best first, who has none last, and within one predicate by name."""
    lines = [line for line in story.under("rekap").splitlines() if "Kepala Dinas" in line and ":" not in line]
    order = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang", None)
    ranked = sorted(SHARES, key=lambda office: (order.index(predicate(office)), office))
    assert [line.split("Kepala ")[1].split("  ")[0] for line in lines] == ranked


def test_a_sanction_changes_the_predicate_by_the_rule(story: Told) -> None:
    """Without it the one is Sangat Baik and not Baik, the other Butuh Perbaikan and not Sangat Kurang."""
    lines = [line for line in story.under("Disiplin").splitlines() if line.startswith(("Predikat", "Tanpa"))]
    expected = []
    for office in ("Dinas Kesehatan", "Dinas Perdagangan"):
        without = predicate(office, disciplined=False)
        assert without != predicate(office)
        expected += [f"Predikat {predicate(office)}", f"Tanpa hukuman itu predikatnya {without}."]
    assert [" ".join(line.split()) for line in lines] == expected


def test_what_may_follow(story: Told) -> None:
    """One rises two years running with a clean record, one falls two years running, one was Kurang or less twice."""
    rises = {office for office in SHARES if all(one < other for one, other in pairwise(totals(office)))}
    falls = {office for office in SHARES if results(office) and all(a > b for a, b in pairwise(totals(office)))}
    assert rises == {"Dinas Pertanian", "Dinas Kesehatan"}
    assert falls == {"Dinas Perhubungan"}
    found = story.names["considered"]()
    assert {
        one.subject.removeprefix("Kepala "): tuple(outcome.rule.id for outcome in one.recommendations) for one in found
    } == {office: (RULES[office][0],) if office in RULES else () for office in SHARES}
    listed = story.under("Bahan pertimbangan")
    assert [listed.count(kind) for _, kind in RULES.values()] == [1, 1, 1]
    assert [one.subject for one in found] == sorted(one.subject for one in found)


def test_the_gravest_is_only_recommended(story: Told) -> None:
    """The sanction names its grounds, what comes first, and who decides."""
    paper = " ".join(story.under("hanya rekomendasi").split())
    assert "1. Jabatan yang lebih rendah (sanksi)" in paper
    assert f"2024: {predicate('Dinas Perdagangan')} (sumber: evaluasi kinerja 2024)" in paper
    assert "2023: Kurang (sumber: evaluasi kinerja 2023)" in paper
    assert "Lebih dahulu: enam bulan untuk memperbaiki kinerja, lalu uji kompetensi" in paper
    assert "Lebih dahulu: pejabatnya didengar" in paper
    assert "Yang memutuskan: Bupati, setelah mendengar Tim Penilai Kinerja" in paper
    assert "Isinya rekomendasi untuk dipertimbangkan, bukan keputusan." in paper


def test_one_step_from_a_promotion(story: Told) -> None:
    """Only the light sanction stands between the health office and a promotion."""
    paper = " ".join(story.under("satu langkah").split())
    assert "Tidak ada yang direkomendasikan dari fakta yang diketahui." in paper
    assert "2024: ringan (sumber: BKPSDM); selisihnya satu tingkat" in paper


def test_what_is_not_known_is_no_sanction(story: Told) -> None:
    """A missing report leaves the sanction unsaid, though last year was Kurang; a second Kurang would recommend it."""
    paper = " ".join(story.under("tidak ada sanksi").split())
    assert "Tidak ada yang direkomendasikan dari fakta yang diketahui." in paper
    assert "(sanksi)" not in paper
    assert "baru 50 % bobotnya diketahui; belum bernilai: IKU-1" in paper
    found = story.names["considered"]()["Kepala Dinas Sosial"]
    assert {outcome.rule.id: outcome.state for outcome in found} == {"P": "not_met", "R": "unknown", "S": "unknown"}
    known = [one for one in found.facts if (one.fact, one.year) != ("predicate", 2024)]
    again = [*known, GivenFact("predicate", 2024, "Kurang", source="evaluasi kinerja 2024")]
    assert recommend(story.names["POLICY"], "Kepala Dinas Sosial", again, year=2024)["S"].state == "recommended"


def test_nobody_is_named(story: Told) -> None:
    """The agreements have positions, and no official."""
    found = [one.first_party for one in story.names["signed"](2024).agreements]
    assert [party.position for party in found] == ["Bupati", *(f"Kepala {office}" for office in SHARES)]
    assert {party.official for party in found} == {None}
