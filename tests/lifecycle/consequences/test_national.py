import pytest

from sakip.lifecycle import PP_30_2019_CONSEQUENCES as NATIONAL
from sakip.lifecycle import recommend
from tests.lifecycle.consequences.making import fact

PREDICATES = ["Sangat Kurang", "Kurang", "Butuh Perbaikan", "Baik", "Sangat Baik"]
STAGES = {
    "belum diberi kesempatan": ["chance"],
    "sedang diberi kesempatan": [],
    "membaik": [],
    "tidak membaik": ["competence-test"],
    "diuji kembali: memenuhi standar": [],
    "diuji kembali: tidak memenuhi standar": ["move"],
}


@pytest.mark.parametrize("predicate", PREDICATES)
@pytest.mark.parametrize("stage", STAGES)
def test_what_follows_from_a_predicate_and_its_stage(predicate: str, stage: str) -> None:
    """Below Baik: six months first, then a renewed test, then a move by its result; from Baik upwards nothing."""
    given = [fact("predicate", predicate), fact("predicate", "Baik", 2023), fact("stage", stage)]
    found = recommend(NATIONAL, "x", given, year=2024)
    below = predicate in PREDICATES[:3]
    assert [one.rule.id for one in found.recommendations] == (STAGES[stage] if below else [])
    assert found.undecided == ()


def test_a_stage_is_never_near() -> None:
    """Who is in one stage is not nearly in another."""
    given = [fact("predicate", "Kurang"), fact("predicate", "Baik", 2023), fact("stage", "tidak membaik")]
    assert recommend(NATIONAL, "x", given, year=2024).near == ()


def test_two_excellent_years_give_priority() -> None:
    """Sangat Baik in both years, whatever the stage, which nobody needs to know then."""
    years = [fact("predicate", "Sangat Baik", year) for year in (2023, 2024)]
    found = recommend(NATIONAL, "x", years, year=2024)
    assert [one.rule.id for one in found.recommendations] == ["priority"]
    assert recommend(NATIONAL, "x", years[1:], year=2024).recommendations == ()


def test_a_bad_predicate_alone_moves_nobody() -> None:
    """Without the stage nothing is recommended: it cannot be said whether the six months were given."""
    found = recommend(NATIONAL, "x", [fact("predicate", "Sangat Kurang"), fact("predicate", "Baik", 2023)], year=2024)
    assert found.recommendations == ()
    assert [one.rule.id for one in found.undecided] == ["chance", "competence-test", "move"]


def test_every_burden_is_heard_and_says_how_sure_it_is() -> None:
    """Nothing burdens anybody before an objection is decided and causes are checked; nothing claims to be read."""
    burdens = [rule.consequence for rule in NATIONAL.rules if rule.consequence.is_burden]
    assert len(burdens) == 3
    assert all(len(one.first) >= 2 for one in burdens)
    assert {rule.id: rule.reference.certainty for rule in NATIONAL.rules} == {
        "priority": "memory",
        "chance": "derived",
        "competence-test": "derived",
        "move": "derived",
    }
    assert NATIONAL.monotone


def test_nothing_is_decided_in_its_words() -> None:
    """No name says that somebody is dismissed or has been moved."""
    said = NATIONAL.text() + NATIONAL.text("en")
    assert not any(word in said for word in ("diberhentikan", "pemberhentian", "dipecat", "dismiss"))
