from sakip.lifecycle import TOTAL_FACT, ConditionOutcome, FactCondition, recommend
from sakip.lifecycle.consequences.wording import gap_text, ground_text, paper, standing_text
from tests.lifecycle.consequences.making import USUAL, WARNING, at_least, fact, policy, rule

GIVEN = [
    fact("total", "74.5"),
    fact("total", 80, 2023),
    fact("total", 90, 2022),
    fact("predicate", "Baik"),
    fact("predicate", "Baik", 2023),
    fact("late-reports", "0.5"),
]


def test_the_paper_reads_from_what_is_recommended_to_what_is_near() -> None:
    """Title, basis and advice; then what is recommended, why, and who decides it; then what has to be corrected."""
    assert paper(recommend(USUAL, "Kepala Dinas Kesehatan", GIVEN, year=2024), "id", 110).splitlines() == [
        "BAHAN PERTIMBANGAN",
        "Kepala Dinas Kesehatan, tahun 2024",
        "Menurut: Penghargaan dan sanksi, Peraturan Bupati Contoh 9/2024 (rekaan), Pasal 5 (kesimpulan kami, bukan",
        "bunyi aturan)",
        "Isinya rekomendasi untuk dipertimbangkan, bukan keputusan. Yang memutuskan disebut pada tiap rekomendasi.",
        "",
        "Direkomendasikan untuk dipertimbangkan",
        "1. Pembinaan (pembinaan)",
        "   Dasar: aturan R-2, Peraturan Bupati Contoh 9/2024 (rekaan), Pasal 5 (kesimpulan kami, bukan bunyi aturan)",
        "   Karena: nilai perjanjian kinerja kurang dari 75; 2024: 74,5 (sumber: berkas total 2024)",
        "   Yang memutuskan: Bupati selaku PPK",
        "2. Rotasi (penempatan)",
        "   Dasar: aturan R-3, Peraturan Bupati Contoh 9/2024 (rekaan), Pasal 5 (kesimpulan kami, bukan bunyi aturan)",
        "   Karena: nilai perjanjian kinerja turun, pada tiap tahun dari 2 tahun terakhir; 2024: 74,5 (sumber: berkas",
        "       total 2024); 2023: 80 (sumber: berkas total 2023); 2022: 90 (sumber: berkas total 2022)",
        "   Yang memutuskan: Bupati selaku PPK",
        "",
        "Perlu diperbaiki atau dilengkapi",
        "- jumlah laporan terlambat 2024 tidak mungkin 0,5",
    ]


def test_a_sanction_says_what_is_heard_first() -> None:
    """Who must be heard stands before who decides."""
    made = policy(rule("R", WARNING, at_least("late-reports", 2)))
    lines = paper(recommend(made, "x", [fact("late-reports", 2)], year=2024), "en", 200).splitlines()
    assert lines[-2:] == ["   First: the official is heard", "   Decided by: the Regent"]


def test_nothing_recommended_is_said() -> None:
    """A paper without recommendations says so, and names what cannot be said and why."""
    lines = paper(recommend(USUAL, "x", [], year=2024), "en", 200).splitlines()
    assert "Nothing is recommended from the facts that are known." in lines
    assert (
        "- pembinaan (rule R-2), because score of the performance agreement 2024 was not given"
        in lines[lines.index("Cannot be said") :]
    )


def test_what_is_near_says_how_far() -> None:
    """What misses one condition narrowly is named with its distance."""
    lines = paper(recommend(USUAL, "x", [fact("total", 78), *GIVEN[1:5]], year=2024), "en", 200).splitlines()
    (near,) = lines[lines.index("Nearly met") + 1 :]
    assert near == (
        "- pembinaan (rule R-2): score of the performance agreement less than 75; 2024: 78 (source: berkas total 2024);"
        " off by 3"
    )


def test_what_gives_way_is_named() -> None:
    """A rule that is met and gives way says to which."""
    made = policy(
        rule("A", USUAL.rules[0].consequence, at_least("total", 90), yields_to=["B"]),
        rule("B", WARNING, at_least("late-reports", 2)),
    )
    given = [fact("total", 95), fact("late-reports", 2)]
    text = paper(recommend(made, "x", given, year=2024), "id", 200)
    assert "Terpenuhi, tetapi mengalah\n- piagam (aturan A): mengalah kepada B" in text


def test_gaps_in_words() -> None:
    """Distances of numbers and of steps; a bound that does not count is no distance at all."""
    above = FactCondition.more_than("total", 75)
    failed = ConditionOutcome(above, "not_met", (fact("total", 75),), None, ())
    assert gap_text(failed, TOTAL_FACT, "id") == ""
    assert ground_text(failed, TOTAL_FACT, "en") == (
        "score of the performance agreement more than 75; 2024: 75 (source: berkas total 2024)"
    )
    reward = policy(rule("R", USUAL.rules[0].consequence, at_least("predicate", "Baik")))
    labels = {"Butuh Perbaikan": "off by one step", "Kurang": "off by 2 steps"}
    for label, words in labels.items():
        (found,) = recommend(reward, "x", [fact("predicate", label)], year=2024)
        assert gap_text(found.conditions[0], reward.fact("predicate"), "en") == words


def test_what_is_met_has_no_gap() -> None:
    """A bound that does not count is said to be met exactly."""
    made = policy(rule("R", USUAL.rules[0].consequence, FactCondition.more_than("total", 75)))
    (found,) = recommend(made, "x", [fact("total", 75)], year=2024)
    assert gap_text(found.conditions[0], TOTAL_FACT, "id") == "tepat pada batas yang tidak ikut"


def test_no_word_decides() -> None:
    """Nothing that is written says that somebody was dismissed, moved or punished."""
    said = " ".join(
        [
            paper(recommend(USUAL, "x", GIVEN, year=2024), "id", 80),
            *(standing_text(one, "id") for one in recommend(USUAL, "x", [], year=2024)),
        ]
    )
    assert not any(word in said for word in ("diberhentikan", "dipecat", "dicopot", "dipindahkan", "dihukum"))
