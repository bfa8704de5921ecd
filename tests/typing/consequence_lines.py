"""A government's own policy of consequences; checked by mypy and pyright, and run by tests/lifecycle/consequences."""

# fmt: off
from sakip import Reference, Text
from sakip.lifecycle import (
    PREDICATE_FACT,
    TOTAL_FACT,
    Consequence,
    ConsequencePolicy,
    ConsequenceRule,
    GivenFact,
    recommend,
)
from sakip.lifecycle import FactCondition as When

source, regent = Reference("Perbup Contoh 9/2024 (rekaan)", certainty="own"), Text("Bupati", "the Regent")
award = Consequence("award", Text("piagam kinerja", "a certificate"), kind="reward", decided_by=regent)
coaching = Consequence("coaching", Text("pembinaan", "coaching"), kind="coaching", decided_by=regent)
policy = ConsequencePolicy(
    "perbup-contoh", Text("Penghargaan", "Rewards"), facts=[TOTAL_FACT, PREDICATE_FACT], reference=source,
    rules=[
        ConsequenceRule("P", award, [When.at_least("total", 90), When.at_least("predicate", "Baik")]),
        ConsequenceRule("B", coaching, [When.less_than("total", 75)]),
    ],
)
found = recommend(policy, "Kepala Dinas", [GivenFact("total", 2024, "74.5", source="LKjIP 2024")], year=2024)
assert [one.rule.id for one in found.recommendations] == ["B"]
assert found["P"].state == "not_met"
