"""Why a number is what it is, in two languages, from the recorded steps."""

from datetime import date
from typing import Any

import pytest

from sakip import (
    BPK_OPINIONS,
    AwaitingRelease,
    Components,
    Level,
    NotApplicable,
    NotReported,
    Period,
    Range,
    Realization,
    Reference,
    evaluate,
)
from sakip.errors import SakipError
from sakip.policies import AKIP_88_2021, HIGHER_IS_BETTER, KMK_127_2026, LKJIP, PERMENPANRB_8_2021
from sakip.scoring import Cap, GeometricMean, RatioOfSums, Round, Stage
from tests.scoring.making import agreement, evaluated, target

YEAR = Period.year(2025)


def test_an_indicator_named_by_its_code_is_named_once() -> None:
    """Rows without a code take the name for it."""
    found = evaluated(target(4, "maximize", "Cakupan", name="Cakupan"), given={"Cakupan": 2})
    assert found["Cakupan"].explain("id").splitlines()[0] == "Cakupan"


def test_whole_explanation_of_one() -> None:
    """Target, realization, formula with its numbers, rounding, score, grade, policy, basis, scale and readings."""
    found = evaluated(
        target("49.34", "minimize", "AKI", unit="per 100.000", name="Angka kematian ibu"), given={"AKI": "110.84"}
    )
    lines = found["AKI"].explain("id").splitlines()
    assert lines[:5] == [
        "AKI  Angka kematian ibu",
        "  Target 49,34 per 100.000; realisasi 110,84 per 100.000 (makin rendah makin baik)",
        "  100 × (2 × target − realisasi) ÷ target = 100 × (2 × 49,34 − 110,84) ÷ 49,34 = -60.800/2.467 (≈ -24,645318)",
        "  Dibulatkan ke 2 desimal (setengah menjauhi nol) = -24,65",
        "  Nilai: -24,65 — Sangat Rendah",
    ]
    assert lines[5].startswith("Kebijakan: Praktik LKjIP daerah (lkjip, edisi 1)")
    assert sum(line.startswith("Pembacaan: ") for line in lines) == len(LKJIP.readings)
    english = found["AKI"].explain("en").splitlines()
    assert english[1] == "  Target 49.34 per 100.000; realization 110.84 per 100.000 (lower is better)"
    assert english[4] == "  Score: -24.65 — Sangat Rendah"
    assert len(english) == len(lines)


@pytest.mark.parametrize(
    ("promise", "amount", "policy", "indonesian", "english"),
    [
        (
            target(0),
            5,
            LKJIP,
            "Tanpa nilai: target nol dan tidak ada aturan untuk itu [zero-target]",
            "No score: the target is zero",
        ),
        (
            target(0),
            0,
            LKJIP.evolve(zero_target="met_is_100"),
            "Aturan target nol: capaian 100 bila tercapai, selain itu 0 = 100",
            "Zero-target rule: achievement 100 if met, otherwise 0 = 100",
        ),
        (
            target(9, ceiling=9),
            9,
            KMK_127_2026,
            "Target sudah yang terbaik",
            "The target is the best attainable, and met = 120",
        ),
        (target(9, ceiling=9), 8, KMK_127_2026, "100 × 8 ÷ 9", "100 × 8 ÷ 9"),
        (
            target(Level("WTP"), scale=BPK_OPINIONS),
            Level("WTP"),
            LKJIP,
            "Tabel keputusan ordinal-met = 100",
            "Decision table ordinal-met",
        ),
        (target(Level("WTP"), scale=BPK_OPINIONS), Level("WDP"), LKJIP, "[ordinal-shortfall]", "WDP is below WTP"),
        (
            target(date(2025, 6, 30)),
            date(2025, 6, 1),
            LKJIP,
            "Target 30 Juni 2025; realisasi 1 Juni 2025",
            "30 June 2025",
        ),
        (target(Range(80, 90), unit="%"), 92, LKJIP, "Target 80–90 %; realisasi 92 %", "100 × 92 ÷ 90"),
        (target(Range(80, 90)), 85, LKJIP, "= 100 = 100", "= 100 = 100"),
        (
            target(10),
            AwaitingRelease("BPS"),
            LKJIP,
            "menunggu rilis dari BPS [awaiting-release]",
            "awaiting release by BPS",
        ),
        (target(50), Components(1, 3, per=100), LKJIP, "100 × 1 ÷ 3", "100 × 1 ÷ 3"),
        (target(10), 5, LKJIP.evolve(maximize=None), "kebijakan tidak memuat aturan untuk", "the policy holds no rule"),
        (target(10), 15, LKJIP.evolve(indicator=[Cap(120), Round(2)]), "Paling tinggi 120 = 120", "At most 120 = 120"),
        (target(-10), -11, KMK_127_2026, "= 100 × ((-11) − 2 × (-10)) ÷ (−(-10)) = 90", "Score: 90.00 — Cukup"),
        (
            target(100, "stabilize"),
            96,
            KMK_127_2026,
            "100 × 96 ÷ 100; konversi bertahap",
            "piecewise conversion (0 → 0",
        ),
    ],
)
def test_every_kind(promise: Any, amount: Any, policy: Any, indonesian: str, english: str) -> None:
    """Each way to a score, or to none, is told in both languages."""
    found = evaluated(promise, given={"IKU-1": amount}, policy=policy)["IKU-1"]
    assert indonesian in found.explain("id")
    assert english in found.explain("en")


def test_not_reported() -> None:
    """What was not reported is told as such."""
    found = evaluated(target(10))
    assert "Target 10; realisasi belum dilaporkan (makin tinggi makin baik)" in found.explain("id")
    assert "No score: the realization was not reported [not-reported]" in found["IKU-1"].explain("en")


def test_whole_evaluation() -> None:
    """Total, objectives, indicators with their weights and the missing ones, then the policy once."""
    group = [target(10, code="A", weight=60), target(10, code="B", weight=40)]
    text = evaluated(*group, given={"A": 5}).explain("id")
    assert text.startswith("Perjanjian PK-1, Tahun 2025: Kepala Dinas\nNilai: 50,00 — Sangat Rendah (sementara)\n")
    assert "Rata-rata dari angka tepat (1) = 50" in text
    assert "  Rata-rata tertimbang dari angka tepat (1) = 50" in text
    assert "Diketahui 60,00 % dari bobot; tanpa nilai: B" in text
    assert "    Bobot: 60" in text
    assert text.count("Kebijakan: ") == 1
    english = evaluated(*group, given={"A": 5}, policy=LKJIP.evolve(carry="rounded")).explain("en")
    assert "of the rounded numbers (1)" in english
    assert "(provisional)" in english
    assert "Known: 60.00 % of the weight; without a score: B" in english
    none = evaluated(*group).explain("en")
    assert "Score: – (withheld)" in none
    assert "No score: no indicator has a score [nothing-known]" in none


def test_judged_part_of_the_year() -> None:
    """Where periods were consolidated the judged numbers and the way are told."""
    quarters = YEAR.parts("quarter")
    promise = target(40, consolidation="sum", trajectory=dict.fromkeys(quarters, 10))
    given_ = [Realization("IKU-1", 9, period=quarter) for quarter in quarters]
    made = agreement([promise])
    whole = evaluate(made, given_, policy=LKJIP)["IKU-1"].explain("id")
    assert "realisasi 9 (Triwulan I 2025); 9 (Triwulan II 2025)" in whole
    assert "Yang dinilai (Tahun 2025, dijumlahkan): realisasi 36, target 40" in whole
    half = evaluate(made, given_, policy=LKJIP, through=quarters[1])["IKU-1"].explain("en")
    assert "Judged (through Quarter II 2025, summed): realization 18, target 20" in half
    one = evaluate(made, given_, policy=LKJIP, period=quarters[1])["IKU-1"].explain("en")
    assert "Judged (Quarter II 2025, the period's own figure): realization 9, target 10" in one
    both = evaluate(made, [*given_, Realization("IKU-1", 38)], policy=LKJIP)["IKU-1"].explain("id")
    assert "Yang dinilai (Tahun 2025, angka setahun): realisasi 38, target 40" in both
    absent = evaluate(made, given_[:1], policy=LKJIP, period=quarters[1])["IKU-1"].explain("id")
    assert "  Yang dinilai: Triwulan II 2025\n  Tanpa nilai: realisasi belum dilaporkan" in absent
    bounds = target(Range(8, 12), consolidation="average")
    ranged = evaluate(agreement([bounds]), given_, policy=LKJIP)["IKU-1"].explain("en")
    assert "realization 9, target 8–12" in ranged


def test_formula_on_ranks() -> None:
    """A formula that compares levels is printed with its numbers, and the ranks that they are."""
    policy = LKJIP.evolve(ordinal=HIGHER_IS_BETTER)
    promise = target(Level("WTP"), scale=BPK_OPINIONS)
    found = evaluated(promise, given={"IKU-1": Level("WDP")}, policy=policy)["IKU-1"]
    assert found.explain("id").splitlines()[2:4] == [
        "  WDP = peringkat 2 dari 4; WTP = peringkat 4 dari 4",
        "  100 × realisasi ÷ target = 100 × 2 ÷ 4 = 50",
    ]
    assert "  WDP = rank 2 of 4; WTP = rank 4 of 4\n  100 × realization ÷ target = 100 × 2 ÷ 4 = 50" in found.explain(
        "en"
    )
    same = evaluated(promise, given={"IKU-1": Level("WTP")}, policy=policy)["IKU-1"].explain("en")
    assert "  WTP = rank 4 of 4\n" in same
    assert "rank" not in evaluated(promise, given={"IKU-1": Level("WTP")})["IKU-1"].explain("en")


def test_the_best_level_is_named() -> None:
    """A level at the end of its scale is told as what it is: the best attainable, and met."""
    promise = target(Level("WTP"), scale=BPK_OPINIONS)
    told = evaluated(promise, given={"IKU-1": Level("WTP")}, policy=PERMENPANRB_8_2021)["IKU-1"]
    assert "Target sudah yang terbaik yang dapat dicapai, dan tercapai = 120" in told.explain("id")
    assert told.status == "met"


def test_a_ceiling_is_named_only_where_it_counted() -> None:
    """A missed target that happens to score what the ceiling gives is told by its formula."""
    policy = LKJIP.evolve(at_ceiling=120)
    missed = evaluated(target(100, ceiling=100), given={"IKU-1": 90}, policy=policy)["IKU-1"]
    assert (missed.status, missed.score.value) == ("missed", 90)
    assert "100 × 90 ÷ 100 = 90" in missed.explain()
    assert "Target sudah yang terbaik" not in missed.explain()
    met = evaluated(target(100, ceiling=100), given={"IKU-1": 110}, policy=policy)["IKU-1"]
    assert (met.status, met.score.value, met.score.achievement) == ("met", 120, 110)
    assert "100 × 110 ÷ 100 = 110" in met.explain()
    assert "Target sudah yang terbaik yang dapat dicapai, dan tercapai = 120" in met.explain()
    assert met.evaluation.rows()[0]["achievement"] == 110


def test_two_sums_are_told() -> None:
    """A ratio of sums shows the sums, not how many scores there are."""
    policy = LKJIP.evolve(objective=Stage(RatioOfSums(), [Round(2)]))
    found = evaluated(target(300, code="A"), target(300, code="B"), given={"A": 350, "B": 150}, policy=policy)
    assert "jumlah target = 100 × 500 ÷ 600 = 250/3" in found.explain("id")
    assert "summed targets = 100 × 500 ÷ 600 = 250/3" in found.explain("en")


def test_absent_and_not_reported_are_told_alike() -> None:
    """Who says nothing and who says that nothing was reported say the same; what does not apply is another thing."""
    absent, stated = (evaluated(target(10), given=one).explain() for one in ({}, {"IKU-1": NotReported()}))
    assert absent == stated
    assert "realisasi tidak berlaku" in evaluated(target(10), given={"IKU-1": NotApplicable("libur")}).explain()


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((None, None), None),
        ((date(2026, 1, 1), date(2026, 12, 31)), "1 Januari 2026 sampai dengan 31 Desember 2026; Tahun 2025 di luar"),
        ((date(2025, 12, 31), None), "Berlaku: 31 Desember 2025 sampai dengan …\n"),
        ((None, date(2024, 12, 31)), "Berlaku: … sampai dengan 31 Desember 2024; Tahun 2025 di luar masa berlakunya\n"),
        ((None, date(2025, 1, 1)), "Berlaku: … sampai dengan 1 Januari 2025\n"),
    ],
)
def test_when_a_policy_is_in_force(days: Any, told: str | None) -> None:
    """A policy that says when it is in force is told with its days, and with a year that lies outside of them."""
    policy = LKJIP.evolve(id="kab", in_force_from=days[0], in_force_until=days[1])
    found = evaluated(target(10), given={"IKU-1": 5}, policy=policy)
    for text in (found.explain(), found["IKU-1"].explain()):
        assert "Berlaku" not in text if told is None else told in text


def test_when_a_policy_is_in_force_in_english() -> None:
    """The same line in the other language, with an open end and a year outside of it."""
    policy = LKJIP.evolve(id="kab", in_force_until=date(2024, 12, 31))
    lines = evaluated(target(10), given={"IKU-1": 5}, policy=policy).explain("en").splitlines()
    assert "In force: … until 31 December 2024; Year 2025 is outside of it" in lines


def test_an_id_is_told_once() -> None:
    """A policy without a title of its own is called by its id, once."""
    policy = LKJIP.evolve(carry="rounded")
    assert "Kebijakan: lkjip+carry, edisi 1\n" in evaluated(target(10), policy=policy).explain("id")
    assert "Policy: Praktik" not in evaluated(target(10)).explain("en")
    assert "Kebijakan: Praktik LKjIP daerah (lkjip, edisi 1)" in evaluated(target(10)).explain("id")


def test_grades_are_told_with_what_they_were_read_on() -> None:
    """A score that prints as 91 and is graded below 91 says so; one below every class says that."""
    near = evaluated(target(100), given={"IKU-1": "90.996"}).explain("id")
    assert "Nilai: 91,00 — Tinggi (menurut angka tepat 90,996)" in near
    assert "menurut angka tepat" not in evaluated(target(100), given={"IKU-1": "90.99"}).explain("id")
    low = evaluated(target(100), given={"IKU-1": -5}, policy=LKJIP.evolve(scale=AKIP_88_2021)).explain("en")
    assert "Score: -5.00 — below the lowest class" in low


def test_basis_of_an_own_policy() -> None:
    """Without a legal basis of its own the explanation says from what the policy departs, and in what."""
    policy = LKJIP.evolve(id="kab-contoh", indicator=[Cap(120), Round(2)])
    text = evaluated(target(10), given={"IKU-1": 5}, policy=policy).explain("id")
    assert "Dasar: menyimpang dari lkjip edisi 1 dalam langkah indikator; dasar hukum tidak dinyatakan" in text
    assert "tanpa batas atas" not in text
    own = policy.evolve(reference=Reference("Perbup Contoh 1/2026", certainty="read"))
    assert "Dasar: Perbup Contoh 1/2026" in evaluated(target(10), given={"IKU-1": 5}, policy=own).explain("id")


def test_recorded_steps_are_what_is_told() -> None:
    """The explanation is rendered from the recorded steps: each step's number stands in its line."""
    found = evaluated(target(3), given={"IKU-1": 2})["IKU-1"]
    texts = found.explain("en").splitlines()
    assert all(step.what.render("en").lower() in " ".join(texts).lower() for step in found.steps)
    assert [step.decimals for step in found.steps] == [None, 2]
    assert HIGHER_IS_BETTER.text("en") in found.steps[0].what.en


@pytest.mark.parametrize("lang", ["", "EN", None, "jv"])
def test_language(lang: Any) -> None:
    """A language that is not one of the two is refused."""
    found = evaluated(target(10), given={"IKU-1": 5})
    for call in (found.explain, found.summary, found.text, found["IKU-1"].explain):
        with pytest.raises(SakipError):
            call(lang)


@pytest.mark.parametrize(
    ("steps", "carry", "carried"),
    [
        ([Round(0)], "exact", "of the rounded numbers"),
        ([Round(0)], "rounded", "of the rounded numbers"),
        ([Round(6), Round(0)], "exact", "of the exact numbers"),
    ],
    ids=["root", "rounded", "rounded twice"],
)
def test_a_root_is_carried_as_rounded(steps: Any, carry: Any, carried: str) -> None:
    """A geometric mean has no exact number to carry, and the total says which numbers it was made of."""
    policy = LKJIP.evolve(id="g", objective=Stage(GeometricMean(), steps), carry=carry)
    found = evaluate(
        agreement([target(100), target(100, code="B")], [target(100, code="C")]),
        [Realization("IKU-1", 80), Realization("B", 101), Realization("C", 90)],
        policy=policy,
    )
    assert found.steps[0].what.render("en") == f"mean {carried} (2)"
    own = "exact" if carry == "exact" else "rounded"
    assert found.objectives[0].steps[0].what.render("en") == f"weighted geometric mean of the {own} numbers (2)"
    is_told = "the exact number, but of a geometric mean the rounded one" in found.explain("en")
    assert is_told == (carry == "exact" and len(steps) == 1)
    assert ("angka tepat, tetapi dari rata-rata geometrik yang dibulatkan" in found.explain()) == is_told
