"""Small policies and facts, for the tests of consequences; every number and letter is invented."""

from typing import Any

from sakip import Reference, Text
from sakip.lifecycle import (
    DISCIPLINE_FACT,
    LATE_REPORTS_FACT,
    PREDICATE_FACT,
    TOTAL_FACT,
    Consequence,
    ConsequencePolicy,
    ConsequenceRule,
    FactCondition,
    GivenFact,
)

PERBUP = Reference("Peraturan Bupati Contoh 9/2024 (rekaan)", article="5", certainty="derived")
REGENT = Text("Bupati selaku PPK", "the Regent")
HEARD = Text("pejabat yang bersangkutan didengar", "the official is heard")
ALL_FACTS = [TOTAL_FACT, PREDICATE_FACT, LATE_REPORTS_FACT, DISCIPLINE_FACT]


def consequence(id_: str, kind: Any, **rest: Any) -> Consequence:
    """A consequence that is named as its id."""
    first = [HEARD] if kind == "sanction" else []
    return Consequence(id_, Text.literal(id_), kind=kind, decided_by=REGENT, **{"first": first, **rest})


AWARD = consequence("piagam", "reward")
PRIZE = consequence("hadiah", "reward", weight=2)
COACHING = consequence("pembinaan", "coaching")
ROTATION = consequence("rotasi", "placement")
WARNING = consequence("teguran", "sanction")


def rule(id_: str, what: Consequence, *when: FactCondition, **rest: Any) -> ConsequenceRule:
    """A rule of the invented regulation."""
    return ConsequenceRule(id_, what, when, reference=PERBUP, **rest)


def policy(*rules: ConsequenceRule, **rest: Any) -> ConsequencePolicy:
    """A policy of these rules, which may ask all facts."""
    title = Text("Penghargaan dan sanksi", "Rewards and sanctions")
    return ConsequencePolicy("contoh", title, **{"facts": ALL_FACTS, "rules": rules, "reference": PERBUP, **rest})


def fact(name: str, value: Any, year: int = 2024, **rest: Any) -> GivenFact:
    """A fact of one year."""
    return GivenFact(name, year, value, source=f"berkas {name} {year}", **rest)


at_least, at_most, less_than = FactCondition.at_least, FactCondition.at_most, FactCondition.less_than
USUAL = policy(
    rule("R-1", AWARD, at_least("total", 100), at_least("predicate", "Baik", years=2)),
    rule("R-2", COACHING, less_than("total", 75)),
    rule("R-3", ROTATION, FactCondition.fell("total", years=2)),
    rule("R-4", WARNING, less_than("total", 60, years=2)),
)
"""A reward and coaching, a rotation and a sanction."""
