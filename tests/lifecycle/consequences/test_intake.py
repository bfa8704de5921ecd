from typing import Any

import pytest

from sakip import Text
from sakip.lifecycle import PREDICATE_FACT, FactKind, GivenFact, recommend
from sakip.lifecycle.consequences.intake import intake_of, open_rules
from tests.lifecycle.consequences.making import USUAL, fact, policy

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


def test_what_is_not_known_is_not_known_beside_a_value() -> None:
    """A score that is provisional by one source leads nowhere, whatever number another has; both are named."""
    provisional = GivenFact("total", 2024, because=Text("nilainya sementara", "its score is provisional"))
    given = [fact("total", 50), provisional, fact("total", 50, 2023)]
    found = recommend(USUAL, "x", given, year=2024)
    assert found.recommendations == ()
    assert found["R-2"].because[0].id == "nilai perjanjian kinerja 2024: sumber-sumbernya berbeda"
    (finding,) = found.faults
    assert finding.code == "CSQ-DISPUTED"
    assert finding.text("en") == (
        "score of the performance agreement 2024 is 50 by one source, and not known by another: "
        "its score is provisional"
    )
    assert finding.text() in " ".join(found.text(width=1000).split("\n"))
    assert recommend(USUAL, "x", given[::2], year=2024)["R-4"].state == "recommended"


def test_what_cannot_be_used_is_not_disputed() -> None:
    """Beside a value that is none, a reason is the reason."""
    missing = GivenFact("total", 2024, because=Text("belum", "not yet"))
    assert recommend(USUAL, "x", [missing, fact("total", "A")], year=2024)["R-2"].because[0].en.endswith(": not yet")


def test_one_number_by_two_measures() -> None:
    """Where two policies give the same total, no trend is read from either, in whatever order they stand."""
    first, second = (GivenFact("total", 2024, 74, source="PK", measure=one) for one in ("lkjip 1", "lkjip 2"))
    before = [GivenFact("total", year, 80 + year % 2023, source="PK", measure="lkjip 1") for year in (2022, 2023)]
    for both in ([first, second], [second, first]):
        found = recommend(USUAL, "x", [*both, *before], year=2024)
        assert found.recommendations == ()
        (finding,) = found.faults
        assert finding.text().endswith("disebut dengan nilai yang berbeda: 74 (lkjip 1); 74 (lkjip 2)")
    plain = GivenFact("total", 2024, 74, source="LKjIP")
    assert codes(plain, first) == codes(first, plain) == []
    assert recommend(USUAL, "x", [plain, first], year=2024)["R-2"].inputs == (first,)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ([f"f{at}" for at in range(9)], "there is for example: f0, f1, f2, f3, f4"),
        ([], "it asks nothing"),
    ],
)
def test_an_unknown_fact_is_told_what_there_is(facts: list[str], words: str) -> None:
    """Nothing is called similar that is not, and of many facts the first few are named."""
    kinds = [FactKind(one, Text.literal(one), better="higher") for one in facts]
    (finding,) = recommend(policy(facts=kinds), "x", [fact("zzz", 1)], year=2024).faults
    assert finding.text("en") == f"The policy contoh has no fact zzz; {words}"


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
