"""Settings are words out of closed lists, and each is named in the explanation."""

from itertools import product
from typing import Any, get_args

import pytest

from sakip import Realization, evaluate
from sakip.errors import InvalidValueError
from sakip.policies import LKJIP
from sakip.scoring import Cap, Floor, Round
from sakip.scoring.settings import Carry, Incomplete, NotReportedRule, PeriodRule, ZeroTarget, settings_text
from sakip.testing import example_agreement


@pytest.mark.parametrize("setting", ["zero_target", "not_reported", "incomplete", "carry", "minimum_status", "periods"])
def test_unknown_word_is_refused_with_the_list(setting: str) -> None:
    """A word outside the list names its setting, and the way out names what may stand there."""
    with pytest.raises(InvalidValueError) as caught:
        LKJIP.evolve(**{setting: "exakt"})  # type: ignore[misc]
    assert caught.value.path == f"Policy.{setting}"
    assert caught.value.value == "exakt"


def test_each_choice_reads_differently_in_each_language() -> None:
    """No two policies that differ in a setting describe themselves alike."""
    choices = [get_args(one) for one in (ZeroTarget, NotReportedRule, Incomplete)]
    every = list(
        product(*choices, (None, "draft", "submitted", "verified", "final"), get_args(Carry), get_args(PeriodRule))
    )
    for lang in ("id", "en"):
        assert len({settings_text(*choice).render(lang) for choice in every}) == len(every)


USUAL = ("not_computable", "reason", "provisional", None, "exact", "consolidate_facts")
OTHER = ("exclude", "scores_zero", "withhold", "verified", "rounded", "score_each")


@pytest.mark.parametrize(
    ("choice", "lang", "parts"),
    [
        (
            USUAL,
            "id",
            [
                "target nol: tidak dihitung",
                "belum dilaporkan: tanpa nilai",
                "belum lengkap: nilai sementara",
                "status data minimum: tidak ada",
                "yang diteruskan ke tingkat berikut: angka tepat",
                "periode: realisasi dan target dikonsolidasikan, lalu dinilai",
            ],
        ),
        (
            USUAL,
            "en",
            [
                "zero target: not computed",
                "not reported: no score",
                "incomplete: a provisional total",
                "minimum data status: none",
                "carried to the next level: the exact number",
                "periods: consolidated, then scored",
            ],
        ),
        (
            OTHER,
            "id",
            [
                "target nol: dikeluarkan",
                "belum dilaporkan: bernilai 0",
                "belum lengkap: nilai ditahan",
                "status data minimum: terverifikasi",
                "yang diteruskan ke tingkat berikut: angka yang dibulatkan",
                "periode: tiap periode dinilai, lalu nilainya dirata-ratakan",
            ],
        ),
        (
            OTHER,
            "en",
            [
                "zero target: left out",
                "not reported: scores 0",
                "incomplete: the total is withheld",
                "minimum data status: verified",
                "carried to the next level: the rounded number",
                "periods: each scored, then their scores averaged",
            ],
        ),
    ],
    ids=["usual", "usual in English", "other", "other in English"],
)
def test_the_settings_are_one_line(choice: Any, lang: Any, parts: list[str]) -> None:
    """Whoever reads a score reads in one line what no regulation states, each part behind its name."""
    assert settings_text(*choice).render(lang).split("; ") == parts


@pytest.mark.parametrize(("lang", "words"), [("id", "bernilai 0"), ("en", "scores 0")])
def test_explanation_prints_the_settings(lang: str, words: str) -> None:
    """What nobody else states stands in the explanation of every score."""
    policy = LKJIP.evolve(not_reported="scores_zero", indicator=[Floor(0), Cap(120), Round(2)])
    evaluation = evaluate(example_agreement(), [], policy=policy)
    assert policy.settings(lang) in evaluation.explain(lang)  # type: ignore[arg-type]
    assert words in policy.settings(lang)  # type: ignore[arg-type]
    assert evaluation.score.value == 0


def test_a_policy_tells_all_of_its_settings() -> None:
    """Each that is not the usual one stands in its line."""
    policy = LKJIP.evolve(
        zero_target="exclude",
        not_reported="scores_zero",
        incomplete="withhold",
        minimum_status="verified",
        carry="rounded",
        periods="score_each",
        indicator=[Floor(0), Round(2)],
    )
    assert policy.settings("en") == (
        "zero target: left out; not reported: scores 0; incomplete: the total is withheld; minimum data status: "
        "verified; carried to the next level: the rounded number; periods: each scored, then their scores averaged"
    )
    assert (
        policy.settings()
        == policy.settings("id")
        == (
            "target nol: dikeluarkan; belum dilaporkan: bernilai 0; belum lengkap: nilai ditahan; status data minimum: "
            "terverifikasi; yang diteruskan ke tingkat berikut: angka yang dibulatkan; periode: tiap periode dinilai, "
            "lalu nilainya dirata-ratakan"
        )
    )


def test_scoring_zero_is_not_a_realization_of_zero() -> None:
    """A rule may score what was not reported, but it stays unreported in the rows and the summary."""
    policy = LKJIP.evolve(not_reported="scores_zero", indicator=[Floor(0), Round(2)])
    absent = evaluate(example_agreement(), [], policy=policy)
    zero = evaluate(example_agreement(), [Realization("PLAN-1", 0)], policy=policy)
    assert absent.rows()[0]["realization"] is None
    assert zero.rows()[0]["realization"] == 0
    assert "1 belum dilaporkan" in absent.summary()
    assert "0 belum dilaporkan" in zero.summary()
