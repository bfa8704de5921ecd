import pytest

from sakip import Text
from sakip.errors import LawError
from sakip.lifecycle import COMPLETENESS_FACT, ConsequenceRule, FactCondition, FactKind
from sakip.lifecycle.consequences.soundness import order_of
from tests.lifecycle.consequences.making import (
    ALL_FACTS,
    AWARD,
    COACHING,
    PRIZE,
    ROTATION,
    WARNING,
    at_least,
    at_most,
    consequence,
    less_than,
    policy,
    rule,
)

STAGE = FactKind("stage", Text("tahap", "stage"), better="neither", labels=["awal", "tengah", "akhir"])
PROMOTION = consequence("promosi", "placement", excludes=["rotasi"])


def refused(*rules: ConsequenceRule, **rest: object) -> LawError:
    """The error of a policy of these rules."""
    with pytest.raises(LawError) as caught:
        policy(*rules, **rest)
    return caught.value


def test_conditions_that_can_never_hold() -> None:
    """A rule that nothing can meet is found, also over years and in whole numbers."""
    for when in (
        [at_least("total", 90), less_than("total", 90)],
        [at_least("total", 80), less_than("total", 90, years=2), FactCondition.fell("total", by=10)],
        [FactCondition.more_than("late-reports", 2), less_than("late-reports", 3)],
        [FactCondition.more_than("predicate", "Sangat Baik")],
    ):
        error = refused(rule("R-1", COACHING, *when))
        assert (error.code, error.counterexample) == ("never-met", (("rule", "R-1"),))


def test_same_facts_incompatible_recommendations() -> None:
    """Two rules that are met by the same facts and cannot stand together contradict each other, in any order."""
    one, other = (
        rule("A", AWARD, at_least("late-reports", 3)),
        rule("B", WARNING, FactCondition.more_than("late-reports", 2)),
    )
    error = refused(one, other)
    assert (error.code, error.counterexample) == ("rules-contradict", (("late-reports", "3"),))
    ordered = rule("A", AWARD, at_least("late-reports", 3), yields_to=["B"])
    assert refused(ordered, other).code == "rules-contradict"


def test_overlap_without_order() -> None:
    """Two rules that may be met at once and cannot stand together need an order; the error shows such facts."""
    reward = rule("A", AWARD, at_least("total", 100))
    sanction = rule("B", WARNING, at_least("late-reports", 3))
    error = refused(reward, sanction)
    assert error.code == "overlap-without-order"
    assert error.counterexample == (("late-reports", "3"), ("total", "100"))
    assert "yields_to=['B']" in error.way_out[1]
    assert policy(rule("A", AWARD, at_least("total", 100), yields_to=["B"]), sanction).gives_way_to("A") == ("B",)


def test_years_before_are_named_in_what_shows_it() -> None:
    """What shows an overlap names the year that lies back."""
    error = refused(
        rule("A", AWARD, at_least("predicate", "Baik", years=2)), rule("B", WARNING, at_least("late-reports", 1))
    )
    assert dict(error.counterexample) == {"late-reports": "1", "predicate": "Baik", "predicate[-1]": "Baik"}


def test_no_overlap_needs_no_order() -> None:
    """Rules that can never be met at once, or whose recommendations can stand together, need no order."""
    assert policy(rule("A", AWARD, at_least("total", 90)), rule("B", WARNING, less_than("total", 90))).monotone
    assert policy(rule("A", AWARD, at_least("total", 90)), rule("B", COACHING, at_least("late-reports", 1))).monotone
    assert refused(rule("A", AWARD, at_least("total", 90)), rule("B", WARNING, at_most("total", 90))).code == (
        "overlap-without-order"
    )


def test_what_excludes_another_needs_an_order() -> None:
    """A consequence may exclude another of its own kind."""
    fell, late = FactCondition.fell("total"), at_least("late-reports", 2)
    assert refused(rule("A", PROMOTION, fell), rule("B", ROTATION, late)).code == "overlap-without-order"
    assert policy(rule("A", PROMOTION, fell), rule("B", ROTATION, late, yields_to=["A"])).gives_way_to("B") == ("A",)


def test_rules_that_never_stand() -> None:
    """A rule that gives way whenever it is met is found, whichever of the two comes first."""
    wide = rule("A", COACHING, less_than("total", 75))
    narrow = rule("B", WARNING, less_than("total", 60), yields_to=["A"])
    for rules in ((wide, narrow), (narrow, wide)):
        error = refused(*rules, monotone=False)
        assert (error.code, error.counterexample) == ("never-stands", (("rule", "B"),))
    assert policy(
        rule("A", COACHING, less_than("total", 75), yields_to=["B"]), rule("B", WARNING, less_than("total", 60))
    )


def test_circles() -> None:
    """Rules do not give way to each other in a circle, nor to themselves."""
    high = at_least("total", 90)
    for rules in (
        [rule("A", AWARD, high, yields_to=["A"])],
        [rule("A", AWARD, high, yields_to=["B"]), rule("B", PRIZE, high, yields_to=["A"])],
    ):
        assert refused(*rules).code == "order-in-a-circle"


def test_order_goes_on() -> None:
    """Who gives way to a rule gives way to what that gives way to."""
    high = at_least("total", 90)
    rules = [rule("A", AWARD, high, yields_to=["B"]), rule("B", PRIZE, high, yields_to=["C"]), rule("C", WARNING, high)]
    assert order_of(rules) == {"A": {"B", "C"}, "B": {"C"}, "C": set()}


def test_a_sanction_never_rests_on_what_is_not_known() -> None:
    """That a total is provisional may lead to coaching, never to a sanction."""
    incomplete, facts = at_most("completeness", "sementara"), [*ALL_FACTS, COMPLETENESS_FACT]
    error = refused(rule("A", WARNING, less_than("total", 60), incomplete), facts=facts)
    assert error.code == "sanction-without-knowledge"
    assert policy(rule("A", COACHING, incomplete), facts=facts).rules


@pytest.mark.parametrize(
    "rules",
    [
        [rule("A", AWARD, at_least("total", 80), less_than("total", 90))],
        [rule("A", AWARD, less_than("total", 90))],
        [rule("A", WARNING, at_least("total", 90))],
        [rule("A", COACHING, FactCondition.rose("total"))],
        [rule("A", AWARD, FactCondition.fell("total"))],
        [rule("A", AWARD, at_least("late-reports", 1))],
        [rule("A", WARNING, at_most("late-reports", 1))],
        [rule("A", AWARD, FactCondition.exactly("predicate", "Baik"))],
        [rule("A", PRIZE, at_least("total", 80), yields_to=["B"]), rule("B", AWARD, at_least("total", 90))],
        [rule("A", WARNING, less_than("total", 80), yields_to=["B"]), rule("B", COACHING, less_than("total", 70))],
        [rule("A", AWARD, at_least("total", 80), yields_to=["B"]), rule("B", ROTATION, at_least("predicate", "Baik"))],
        [
            rule("A", COACHING, less_than("total", 80), yields_to=["B"]),
            rule("B", ROTATION, at_most("predicate", "Kurang")),
        ],
    ],
)
def test_what_is_not_monotone(rules: list[ConsequenceRule]) -> None:
    """Better facts that may lead to less are refused, unless the policy says that it is so."""
    error = refused(*rules)
    assert (error.code, error.law) == ("not-monotone", "monotone")
    assert policy(*rules, monotone=False).monotone is False


@pytest.mark.parametrize(
    "rules",
    [
        [rule("A", AWARD, at_least("total", 80), yields_to=["B"]), rule("B", PRIZE, at_least("total", 90))],
        [rule("A", COACHING, less_than("total", 80), yields_to=["B"]), rule("B", WARNING, less_than("total", 70))],
        [rule("A", AWARD, at_least("total", 80), yields_to=["B"]), rule("B", WARNING, at_least("late-reports", 2))],
        [rule("A", WARNING, less_than("total", 80), yields_to=["B"]), rule("B", AWARD, at_least("predicate", "Baik"))],
        [rule("A", COACHING, FactCondition.fell("total", by=5))],
        [rule("A", COACHING, FactCondition.rose("late-reports"))],
        [rule("A", AWARD, FactCondition.rose("total", years=2))],
        [rule("A", AWARD, FactCondition.exactly("predicate", "Sangat Baik"))],
        [rule("A", AWARD, FactCondition.exactly("late-reports", 0))],
        [rule("A", WARNING, FactCondition.exactly("discipline", "berat"))],
        [rule("A", ROTATION, FactCondition.between("total", 60, 80))],
        [rule("A", AWARD, FactCondition.exactly("stage", "tengah"))],
    ],
)
def test_what_is_monotone(rules: list[ConsequenceRule]) -> None:
    """Grades that give way upwards, ends of a scale, placements and facts that are neither good nor bad pass."""
    assert policy(*rules, facts=[*ALL_FACTS, STAGE]).monotone


def test_the_end_of_a_scale_is_no_end_of_its_changes() -> None:
    """A value cannot lie beyond the end of its scale, but it can change by more than that."""
    kind = FactKind("balance", Text("saldo", "balance"), better="higher", low=-100, high=100)
    for band in ({"low": 0, "high": 100}, {"low": -100, "high": 0}):
        reward = rule("A", AWARD, FactCondition("balance", asked="change", **band))
        burden = rule("A", COACHING, FactCondition("balance", asked="change", **band))
        assert [refused(one, facts=[kind]).code for one in (reward, burden)] == ["not-monotone"] * 2
    assert policy(rule("A", AWARD, FactCondition("balance", low=0, high=100)), facts=[kind]).monotone
    assert policy(rule("A", COACHING, FactCondition("balance", low=-100, high=0)), facts=[kind]).monotone
