from typing import Any

import pytest

from sakip import Text
from sakip.lifecycle import PREDICATE_FACT, GivenFact, recommend
from sakip.lifecycle.consequences.intake import intake_of, open_rules
from tests.lifecycle.consequences.making import USUAL, fact

BASE = [fact("total", 90), fact("total", 80, 2023), fact("total", 70, 2022), fact("predicate", "Baik")]


def codes(*given: GivenFact) -> list[str]:
    """The findings about some facts alone, open rules left out."""
    return [one.code for one in recommend(USUAL, "x", given, year=2024).check() if one.code != "CSQ-OPEN"]


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        (fact("totals", 1), "CSQ-UNKNOWN", "The policy contoh has no fact totals; similar: total"),
        (
            fact("predicate", "Istimewa"),
            "CSQ-LABEL",
            f"Istimewa is no label of performance predicate; choose {', '.join(PREDICATE_FACT.labels)}",
        ),
        (
            fact("predicate", 110),
            "CSQ-LABEL",
            f"110 is no label of performance predicate; choose {', '.join(PREDICATE_FACT.labels)}",
        ),
        (fact("total", "A"), "CSQ-NUMBER", "A is no number for score of the performance agreement"),
        (fact("total", 1, 2025), "CSQ-UNREAD", "score of the performance agreement 2025 is read by no rule"),
        (fact("discipline", "berat"), "CSQ-UNREAD", "disciplinary sanction in force 2024 is read by no rule"),
    ],
)
def test_what_cannot_be_used(given: GivenFact, code: str, words: str) -> None:
    """Each fault is a finding that says what is meant; nothing is dropped in silence."""
    (finding,) = (one for one in recommend(USUAL, "x", [given], year=2024).check() if one.code != "CSQ-OPEN")
    assert (finding.code, finding.text("en")) == (code, words)
    assert finding.subject == f"consideration[x, 2024].facts[{given.fact}, {given.year}]"


@pytest.mark.parametrize("value", [-1, "0.5"])
def test_numbers_that_cannot_be(value: Any) -> None:
    """Half a late report is a finding, and nothing is concluded from it."""
    assert codes(fact("late-reports", value)) == ["CSQ-UNREAD", "CSQ-RANGE"]
    found = intake_of(USUAL, [fact("late-reports", value)], 2024, "x")
    assert (dict(found.known), [*found.unknown]) == ({}, [("late-reports", 2024)])


def test_two_values_of_one_fact() -> None:
    """Sources that disagree are named and neither is believed; those that agree are one fact."""
    disagree = [fact("total", 50), fact("total", 90), fact("total", 50, 2023)]
    found = recommend(USUAL, "x", disagree, year=2024)
    (finding,) = (one for one in found.check() if one.code == "CSQ-TWICE")
    assert finding.text() == "nilai perjanjian kinerja 2024 disebut dengan nilai yang berbeda: 50; 90"
    assert found["R-2"].state == found["R-4"].state == "unknown"
    again = GivenFact("total", 2024, "50.0", source="lain")
    assert codes(fact("total", 50), again) == []


def test_a_value_stands_beside_a_reason() -> None:
    """Where one source does not know and another does, the value is used."""
    missing = GivenFact("total", 2024, because=Text("belum", "not yet"))
    assert recommend(USUAL, "x", [missing, fact("total", 50)], year=2024)["R-2"].state == "recommended"


def test_good_facts_have_no_faults() -> None:
    """What is read and possible is not mentioned."""
    assert codes(*BASE) == []


def test_what_cannot_be_said_is_a_finding_each() -> None:
    """Each rule that is open says what it waits for, in both languages."""
    found = [one for one in recommend(USUAL, "x", BASE, year=2024).check() if one.code == "CSQ-OPEN"]
    assert found == []
    (finding,) = open_rules("x", [("R-1", [Text("satu", "one"), Text("dua", "two")])])
    assert (finding.text("id"), finding.text("en")) == (
        "Aturan R-1 belum dapat dikatakan: satu; dua",
        "It cannot be said whether rule R-1 holds: one; two",
    )
