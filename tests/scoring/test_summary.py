"""Three sentences for someone who does not program."""

import re
from datetime import date
from typing import Any

import pytest

from sakip import AwaitingRelease, NotApplicable, Period, Realization
from sakip.policies import AKIP_88_2021, LKJIP
from sakip.scoring import Floor, GeometricMean, Maximum, Mean, NotEvaluated, Round, Stage
from tests.scoring.making import evaluated, target

GROUP = [target(10, code=code, name=f"Cakupan {code}") for code in "ABCD"]


def sentences(text: str) -> list[str]:
    """The sentences of a text; a decimal point ends none."""
    return re.split(r"(?<=\.)\s", text)


@pytest.mark.parametrize(
    ("given_", "policy", "indonesian", "english"),
    [
        (
            {"A": 10, "B": 5, "C": NotApplicable("tidak ada")},
            LKJIP,
            [
                "bernilai 75,00, predikat Sedang (sementara)",
                "1 tercapai, 1 tidak tercapai, 1 belum dilaporkan, 1 tidak diperhitungkan (tidak berlaku: tidak ada).",
                "Cakupan B",
            ],
            [
                "scores 75.00, grade Sedang (provisional)",
                "Of 4 indicators, 1 met, 1 missed, 1 not reported, 1 left out (not applicable: tidak ada).",
                "Cakupan B",
            ],
        ),
        (
            {"A": 10, "B": 10, "C": 10, "D": 10},
            LKJIP,
            [
                "bernilai 100,00, predikat Sangat Tinggi",
                "4 tercapai, 0 tidak tercapai, 0 belum dilaporkan",
                "Tidak ada indikator yang mengurangi nilai akhir; nilai akhir tepat 100.",
            ],
            [
                "scores 100.00, grade Sangat Tinggi",
                "4 met, 0 missed, 0 not reported",
                "No indicator takes points away from the total; the total is exactly 100.",
            ],
        ),
        (
            {},
            LKJIP,
            [
                "belum dapat dinilai",
                "0 tercapai, 0 tidak tercapai, 4 belum dilaporkan",
                "Yang pertama perlu dilengkapi: Cakupan A, Cakupan B, Cakupan C dan 1 lainnya.",
            ],
            [
                "cannot be scored yet",
                "4 not reported",
                "To be completed first: Cakupan A, Cakupan B, Cakupan C and 1 more.",
            ],
        ),
        (
            {"A": 10},
            LKJIP,
            [
                "bernilai 100,00",
                "3 belum dilaporkan",
                "Yang pertama perlu dilengkapi: Cakupan B, Cakupan C dan Cakupan D",
            ],
            ["scores 100.00", "3 not reported", "To be completed first"],
        ),
        (
            {"A": 5},
            LKJIP.evolve(not_reported="scores_zero", scale=None, indicator=[Floor(0), Round(2)]),
            [
                "bernilai 12,50",
                "0 tercapai, 1 tidak tercapai, 3 belum dilaporkan (dinilai menurut aturan).",
                "Cakupan B, Cakupan C dan Cakupan D, yang masing-masing mengurangi 25,00 poin; nilai akhir 87,50 poin",
            ],
            [
                "scores 12.50",
                "0 met, 1 missed, 3 not reported (scored by rule).",
                "The largest causes are Cakupan B, Cakupan C and Cakupan D, each of which takes away 25.00 points;",
            ],
        ),
        (
            {"A": 20, "B": 20, "C": 20, "D": 9},
            LKJIP,
            ["bernilai 172,50", "3 tercapai, 1 tidak tercapai", "Cakupan D"],
            ["scores 172.50", "3 met, 1 missed", "2.50 points"],
        ),
    ],
    ids=["mixed", "all met", "nothing", "only missing", "zero by rule", "above 100"],
)
def test_three_sentences(given_: dict[str, Any], policy: Any, indonesian: list[str], english: list[str]) -> None:
    """Score and grade; how many met, missed and not reported; the largest cause."""
    found = evaluated(*GROUP, given=given_, policy=policy)
    for lang, wanted in (("id", indonesian), ("en", english)):
        told = sentences(found.summary(lang))
        assert len(told) == 3
        for sentence, part in zip(told, wanted, strict=True):
            assert part in sentence
            assert sentence.endswith(".")


def test_counts_add_up() -> None:
    """Every indicator is counted once."""
    found = evaluated(*GROUP, given={"A": 10, "B": 5, "C": NotApplicable("tidak ada")})
    numbers = [int(number) for number in re.findall(r"\d+", sentences(found.summary("id"))[1])]
    assert numbers[0] == sum(numbers[1:])


def test_largest_cause_is_the_largest() -> None:
    """The named cause takes away the most points, by its weight and not by its score alone."""
    group = [target(10, code="A", weight=90, name="Besar"), target(10, code="B", weight=10, name="Kecil")]
    found = evaluated(*group, given={"A": 8, "B": 0})
    assert "Besar" in sentences(found.summary())[2]
    assert "18,00 poin" in found.summary()
    assert not isinstance(found, NotEvaluated)


CASES = {
    "maximum": (
        LKJIP.evolve(objective=Stage(Maximum(), [Round(2)])),
        {"A": 5, "B": 12, "C": 5, "D": 5},
        [
            "scores 120.00",
            "1 met, 3 missed",
            "No indicator takes points away from the total (3 missed); the total is 20.00",
        ],
    ),
    "floor": (
        LKJIP.evolve(indicator=[Floor(100), Round(2)]),
        dict.fromkeys("ABCD", 5),
        [
            "scores 100.00",
            "0 met, 4 missed",
            "No indicator takes points away from the total (4 missed); the total is exactly",
        ],
    ),
    "all left out": (
        LKJIP,
        dict.fromkeys("ABCD", NotApplicable("tidak ada")),
        [
            "has no score (no indicator has a score)",
            "0 not reported, 4 left out (not applicable: tidak ada).",
            "No indicator counts.",
        ],
    ),
    "barely below": (
        LKJIP,
        {"A": "9.9999", "B": 10, "C": 10, "D": 10},
        ["scores 100.00", "3 met, 1 missed", "takes away less than 0.01 points; the total rounds to 100."],
    ),
    "geometric level": (
        LKJIP.evolve(total=Stage(GeometricMean(), [Round(2)])),
        dict.fromkeys("ABCD", 10),
        ["scores 100.00", "4 met", "the total is exactly 100."],
    ),
    "geometric near": (
        LKJIP.evolve(total=Stage(GeometricMean(), [Round(2)])),
        {"A": "10.0001", "B": 10, "C": 10, "D": 10},
        ["scores 100.00", "4 met", "the total rounds to 100."],
    ),
    "whole points": (
        LKJIP.evolve(total=Stage(Mean(), [Round(0)])),
        {"A": "9.6", "B": 10, "C": 10, "D": 10},
        ["scores 99,", "3 met, 1 missed", "takes away 1.00 points; the total is 1 point below 100."],
    ),
    "cannot be combined": (
        LKJIP.evolve(objective=Stage(GeometricMean(), [Round(2)])),
        {"A": -1, "B": 10, "C": 10, "D": 10},
        [
            "has no score (no geometric mean of a negative)",
            "3 met, 1 missed",
            "The scores there are cannot be combined.",
        ],
    ),
    "waiting": (
        LKJIP,
        dict.fromkeys("ABCD", AwaitingRelease("BPS")),
        [
            "cannot be scored yet",
            "0 not reported, 4 without a score (awaiting release by BPS).",
            "Without a score: Cakupan A, ",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_no_sentence_contradicts_another(case: str) -> None:
    """A total that missed indicators do not pull down, one that only prints as 100, and none at all."""
    policy, amounts, wanted = CASES[case]
    told = sentences(evaluated(*GROUP, given=amounts, policy=policy).summary("en"))
    assert len(told) == 3
    for sentence, part in zip(told, wanted, strict=True):
        assert part in sentence


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (
            "maximum",
            "Tidak ada indikator yang mengurangi nilai akhir (3 tidak tercapai); nilai akhir 20,00 poin di atas 100.",
        ),
        ("all left out", "Tidak ada indikator yang masuk penilaian."),
        (
            "barely below",
            (
                "Penyebab terbesar adalah Cakupan A, yang mengurangi kurang dari 0,01 poin; "
                "nilai akhir dibulatkan menjadi 100."
            ),
        ),
        ("geometric near", "Tidak ada indikator yang mengurangi nilai akhir; nilai akhir dibulatkan menjadi 100."),
        (
            "whole points",
            "Penyebab terbesar adalah Cakupan A, yang mengurangi 1,00 poin; nilai akhir 1 poin di bawah 100.",
        ),
        ("cannot be combined", "Nilai yang ada tidak dapat digabungkan."),
        ("waiting", "Tanpa nilai: Cakupan A, Cakupan B, Cakupan C dan 1 lainnya."),
    ],
)
def test_last_sentence_in_indonesian(case: str, told: str) -> None:
    """The same is told in Indonesian, word for word."""
    policy, amounts, _ = CASES[case]
    assert sentences(evaluated(*GROUP, given=amounts, policy=policy).summary("id"))[2] == told


def test_word_for_word() -> None:
    """Everything met in a whole year: three sentences, and nothing beside them."""
    found = evaluated(*GROUP, given=dict.fromkeys("ABCD", 10))
    assert found.summary("id") == (
        "Kinerja Kepala Dinas bernilai 100,00, predikat Sangat Tinggi. "
        "Dari 4 indikator, 4 tercapai, 0 tidak tercapai, 0 belum dilaporkan. "
        "Tidak ada indikator yang mengurangi nilai akhir; nilai akhir tepat 100."
    )
    assert found.summary("en") == (
        "The performance of Kepala Dinas scores 100.00, grade Sangat Tinggi. "
        "Of 4 indicators, 4 met, 0 missed, 0 not reported. "
        "No indicator takes points away from the total; the total is exactly 100."
    )


def test_what_has_no_score_is_counted_by_its_kind() -> None:
    """What waits and what is left out are told one after the other."""
    found = evaluated(*GROUP, given={"A": 10, "B": AwaitingRelease("BPS"), "C": NotApplicable("tidak ada"), "D": 5})
    assert sentences(found.summary("id"))[1] == (
        "Dari 4 indikator, 1 tercapai, 1 tidak tercapai, 0 belum dilaporkan, "
        "1 tanpa nilai (menunggu rilis dari BPS), 1 tidak diperhitungkan (tidak berlaku: tidak ada)."
    )
    assert sentences(found.summary("en"))[1] == (
        "Of 4 indicators, 1 met, 1 missed, 0 not reported, "
        "1 without a score (awaiting release by BPS), 1 left out (not applicable: tidak ada)."
    )


def test_equal_causes_in_any_order() -> None:
    """Several largest causes are named together, in the order of their names."""
    found = {evaluated(*order, given=dict.fromkeys("ABCD", 5)).summary() for order in (GROUP, GROUP[::-1])}
    (told,) = found
    assert (
        "Penyebab terbesar adalah Cakupan A, Cakupan B, Cakupan C dan 1 lainnya, yang masing-masing mengurangi 12,50"
        in told
    )


def test_one_period() -> None:
    """A part of the year is named."""
    quarters = Period.year(2025).parts("quarter")
    promise = target(40, consolidation="sum", trajectory=dict.fromkeys(quarters, 10))
    given_ = [Realization("IKU-1", 9, period=quarter) for quarter in quarters]
    for scope, wanted in (
        ({"period": quarters[1]}, " in Quarter II 2025 "),
        ({"through": quarters[1]}, " through Quarter II 2025 "),
    ):
        assert f"Kepala Dinas{wanted}scores 90.00" in evaluated(promise, given=given_, **scope).summary("en")
        assert f"Kepala Dinas{wanted}cannot be scored yet" in evaluated(promise, **scope).summary("en")


def test_one_indicator() -> None:
    """One indicator is told in the singular where a language has one."""
    assert "Of 1 indicator, 1 met" in evaluated(target(10), given={"IKU-1": 10}).summary("en")


def test_what_was_scored_by_rule_is_not_asked_for() -> None:
    """A total that waits for one indicator names that one, not another that a rule scored unreported."""
    policy = LKJIP.evolve(not_reported="scores_zero", incomplete="withhold", indicator=[Floor(0), Round(2)])
    for order in (GROUP[:2], GROUP[1::-1]):
        told = sentences(evaluated(*order, given={"B": AwaitingRelease("BPS")}, policy=policy).summary("id"))
        assert told[2] == "Tanpa nilai: Cakupan B."


def test_what_to_complete_in_any_order() -> None:
    """The names stand in their own order, not in that of the document."""
    found = {evaluated(*order, given={"A": 10}).summary() for order in (GROUP, GROUP[::-1])}
    (told,) = found
    assert "Cakupan B, Cakupan C dan Cakupan D" in told


def test_nothing_more_will_come() -> None:
    """Where everything was reported and a policy has no value for it, the total does not wait for anything."""
    late = [target(date(2025, 3, 31), code="A", name="Laporan")]
    assert "tidak bernilai (" in evaluated(*late, given={"A": date(2025, 4, 2)}).summary("id")
    assert "belum dapat dinilai (" in evaluated(*late).summary("id")
    status = LKJIP.evolve(minimum_status="final")
    assert "cannot be scored yet (" in evaluated(target(10), given={"IKU-1": 5}, policy=status).summary("en")


def test_grade_of_a_total() -> None:
    """A grade that the printed number would not have says on which number it was read, and none is told as such."""
    told = evaluated(target(100), given={"IKU-1": "90.996"}).summary("id")
    assert "bernilai 91,00, predikat Tinggi menurut angka tepat 90,996." in told
    low = evaluated(target(100), given={"IKU-1": -5}, policy=LKJIP.evolve(scale=AKIP_88_2021))
    assert "bernilai -5,00, di bawah kelas terendah." in low.summary("id")
    assert "scores -5.00, below the lowest class." in low.summary("en")
    assert "scores -5.00." in evaluated(target(100), given={"IKU-1": -5}, policy=LKJIP.evolve(scale=None)).summary("en")


def test_each_reason_is_told_once() -> None:
    """Two reasons of one kind are told, of more only that there are others."""
    reasons = ["libur", "banjir", "tutup", "libur"]
    for count, told in ((2, "banjir; tidak berlaku: libur)."), (3, "banjir; tidak berlaku: libur; alasan lain).")):
        given_ = dict(zip("ABCD", [NotApplicable(one) for one in (*reasons[:count], reasons[0])], strict=False))
        found = sentences(evaluated(*GROUP, given=given_).summary())[1]
        assert found.endswith(f", {count + 1} tidak diperhitungkan (tidak berlaku: {told}")


def test_a_paragraph_has_one_left_edge() -> None:
    """Broken lines are prose: none is indented."""
    lines = evaluated(*GROUP, given={"A": 10}).summary(width=40).split("\n")
    assert len(lines) > 3
    assert all(line == line.strip() and len(line) <= 40 for line in lines)
