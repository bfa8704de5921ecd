"""Three sentences for someone who does not program."""

import re
from typing import Any

import pytest

from sakip import NotApplicable
from sakip.policies import LKJIP
from sakip.scoring import NotEvaluated
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
                "Dari 4 indikator, 1 tercapai, 1 tidak tercapai, 1 belum dilaporkan, 1 tidak dinilai",
                "Cakupan B",
            ],
            [
                "scores 75.00, grade Sedang (provisional)",
                "Of 4 indicators, 1 met, 1 missed, 1 not reported, 1 not scored for other reasons",
                "Cakupan B",
            ],
        ),
        (
            {"A": 10, "B": 10, "C": 10, "D": 10},
            LKJIP,
            [
                "bernilai 100,00, predikat Sangat Tinggi",
                "4 tercapai, 0 tidak tercapai, 0 belum dilaporkan",
                "Tidak ada indikator di bawah 100",
            ],
            ["scores 100.00, grade Sangat Tinggi", "4 met, 0 missed, 0 not reported", "No indicator is below 100"],
        ),
        (
            {},
            LKJIP,
            [
                "belum dapat dinilai",
                "0 tercapai, 0 tidak tercapai, 4 belum dilaporkan",
                "Yang pertama perlu dilengkapi: Cakupan A, Cakupan B, Cakupan C",
            ],
            ["cannot be scored yet", "4 not reported", "To be completed first: Cakupan A, Cakupan B, Cakupan C"],
        ),
        (
            {"A": 10},
            LKJIP,
            ["bernilai 100,00", "3 belum dilaporkan", "Yang pertama perlu dilengkapi: Cakupan B, Cakupan C, Cakupan D"],
            ["scores 100.00", "3 not reported", "To be completed first"],
        ),
        (
            {"A": 5},
            LKJIP.evolve(not_reported="scores_zero", scale=None),
            ["bernilai 12,50", "0 tercapai, 1 tidak tercapai, 3 belum dilaporkan", "Cakupan B"],
            ["scores 12.50", "0 met, 1 missed, 3 not reported", "25.00 points"],
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


def test_one_indicator() -> None:
    """One indicator is told in the singular where a language has one."""
    assert "Of 1 indicator, 1 met" in evaluated(target(10), given={"IKU-1": 10}).summary("en")
