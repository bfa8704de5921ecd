"""The walk for the usual agreement gives what the general way gives, and leaves everything else to it."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Agreement, Components, Indicator, NotReported, Period, Range, Realization, Target, evaluate
from sakip.policies import LKJIP
from sakip.scoring import (
    B,
    Cap,
    Floor,
    Formula,
    GeometricMean,
    Maximum,
    Mean,
    Minimum,
    Policy,
    R,
    RatioOfSums,
    Round,
    Stage,
    Sum,
    T,
    W,
    WeightedMean,
    Weights,
)
from sakip.testing import agreements_with_realizations
from tests.scoring.making import agreement, target

YEAR = Period.year(2025)
Q1, Q2 = YEAR.parts("quarter")[:2]
PROGRESS = Formula("progress", 100 * (R - B) / (T - B), at_target=100, direction="towards-target")
CAPPED = LKJIP.evolve(indicator=(Cap(120), Round(1)))
UNREPORTED = target(1, code="unreported", trajectory={Q1: 1})


def walked(policy: Policy, promised: Agreement, given_: Any, period: Period | None) -> Any:
    """What the walk of a policy makes of the facts and the traces, if it knows them all."""
    found = policy._walk and policy._walk(promised._plan, given_, period)
    return found and found[:2]


def general(policy: Policy, targets: Any, given_: Any, period: Period | None) -> tuple[list[Any], list[Any]]:
    """The fact and the trace of each target, one by one: one more target without a realization is out of the usual."""
    found = evaluate(agreement([*targets, UNREPORTED]), given_, policy=policy, period=period)
    return list(found.facts_recorded[:-1]), list(found.traces_recorded[:-1])


@given(agreements_with_realizations(weighted=False, rich=True), st.sampled_from([LKJIP, CAPPED]))
def test_same_as_one_by_one(pair: Any, policy: Policy) -> None:
    """Whatever the walk gives, the general way gives: the year through its last day takes no short cut."""
    promised, given_ = pair
    found = walked(policy, promised, given_, None)
    if found is not None:
        one_by_one = evaluate(promised, given_, policy=policy, through=promised.period)
        assert (list(one_by_one.facts_recorded), list(one_by_one.traces_recorded)) == found


@given(
    st.lists(st.tuples(st.integers(1, 400), st.integers(0, 900)), min_size=1, max_size=6),
    st.sampled_from(["maximize", "minimize"]),
    st.sampled_from([LKJIP, CAPPED]),
    st.sampled_from([None, Q1]),
    st.randoms(),
)
def test_usual_agreement(numbers: Any, polarity: Any, policy: Policy, period: Period | None, order: Any) -> None:
    """One number for every target, in any order, is walked in one pass, in the year and in a period."""
    targets = [
        target(amount, code=str(at), polarity=polarity, trajectory={Q1: amount} if period else {})
        for at, (amount, _) in enumerate(numbers)
    ]
    promised = agreement(targets)
    given_ = [Realization(str(at), number, period=period) for at, (_, number) in enumerate(numbers)]
    order.shuffle(given_)
    found = walked(policy, promised, given_, period)
    assert found is not None
    assert found == general(policy, targets, given_, period)
    evaluation = evaluate(promised, given_, policy=policy, period=period)
    assert (list(evaluation.facts_recorded), list(evaluation.traces_recorded)) == found


PLAIN = (WeightedMean(), Mean(), Sum(), Minimum(), Maximum())
STEPS = ([Round(2)], [Cap(100), Round(0, "half_even")], [Round(1), Floor(-5), Round(3, "truncate")])
NUMBERS = st.tuples(st.integers(1, 400), st.integers(0, 900))


@given(
    st.lists(st.lists(NUMBERS, min_size=1, max_size=4), min_size=1, max_size=3),
    st.tuples(st.sampled_from(PLAIN), st.sampled_from(PLAIN)),
    st.tuples(st.sampled_from(STEPS), st.sampled_from(STEPS), st.sampled_from(STEPS)),
    st.sampled_from(["exact", "rounded"]),
)
def test_levels_are_the_totals(groups: Any, aggregations: Any, steps: Any, carry: Any) -> None:
    """The walk puts objectives and total together as the general way does, step by step, whatever a level reads."""
    policy = LKJIP.evolve(
        indicator=steps[0],
        objective=Stage(aggregations[0], steps[1]),
        total=Stage(aggregations[1], steps[2]),
        carry=carry,
        weights=Weights(total=None, per="objective", absent="equal"),
    )
    promised = agreement(
        *(
            [target(amount, code=f"{at}-{row}", weight=row + 1) for row, (amount, _) in enumerate(group)]
            for at, group in enumerate(groups)
        )
    )
    reported = [
        Realization(f"{at}-{row}", number) for at, group in enumerate(groups) for row, (_, number) in enumerate(group)
    ]
    assert policy._walk is not None
    found = policy._walk(promised._plan, reported, None)
    assert found is not None
    one_by_one = evaluate(promised, reported, policy=policy, through=promised.period)
    assert found[2] == (one_by_one.objectives_recorded, one_by_one.total_recorded)
    assert evaluate(promised, reported, policy=policy) == one_by_one


@pytest.mark.parametrize(
    "changes",
    [{"objective": Stage(RatioOfSums(), Round(2))}, {"total": Stage(GeometricMean(), Round(2))}],
)
def test_levels_that_are_not_plain_are_left(changes: Any) -> None:
    """Indicators are walked, the totals put together elsewhere, where these read more or give no quotient."""
    policy = LKJIP.evolve(**changes)
    assert policy._walk is not None
    found = policy._walk(TWO._plan, BOTH, None)
    assert found is not None
    assert found[2] is None
    assert evaluate(TWO, BOTH, policy=policy) == evaluate(TWO, BOTH, policy=policy, through=TWO.period)


def test_a_policy_without_a_usual_rule_has_no_walk() -> None:
    """Where every rule is out of the usual, all is judged one by one."""
    own = dict.fromkeys(("maximize_range", "minimize", "minimize_range", "stabilize", "stabilize_range"))
    assert LKJIP.evolve(maximize=PROGRESS, **own)._walk is None


TWO = agreement([target(10, code="A", trajectory={Q1: 5}), target(20, code="B")])
BOTH = [Realization("A", 1), Realization("B", 2)]


@pytest.mark.parametrize(
    ("promised", "given_", "period", "policy"),
    [
        (TWO, BOTH[:1], None, LKJIP),
        (TWO, [*BOTH, Realization("A", 3, period=Q1)], None, LKJIP),
        (TWO, [BOTH[0], BOTH[0]], None, LKJIP),
        (TWO, [BOTH[0], Realization("C", 1)], None, LKJIP),
        (TWO, [BOTH[0], Realization("B", NotReported())], None, LKJIP),
        (TWO, [BOTH[0], Realization("B", Components(1, 3, per=100))], None, LKJIP),
        (TWO, [BOTH[0], Realization("B", 2, period=Q1)], None, LKJIP),
        (TWO, [BOTH[0], "B"], None, LKJIP),
        (TWO, [Realization("A", 1, period=Q1), Realization("B", 2, period=Q1)], Q1, LKJIP),
        (TWO, [Realization("A", 1, period=Q2), Realization("B", 2, period=Q2)], Q2, LKJIP),
        (TWO, BOTH, None, LKJIP.evolve(minimum_status="draft")),
        (TWO, BOTH, None, LKJIP.evolve(at_ceiling=110)),
        (TWO, BOTH, None, LKJIP.evolve(maximize=PROGRESS)),
        (agreement([target(0, code="A"), target(20, code="B")]), BOTH, None, LKJIP),
        (agreement([target(10, code="A"), target(20, code="B", polarity="stabilize")]), BOTH, None, LKJIP),
        (agreement([target(10, code="A"), target(20, code="B")], []), BOTH, None, LKJIP),
    ],
)
def test_the_unusual_is_left(promised: Any, given_: Any, period: Period | None, policy: Policy) -> None:
    """One thing out of the ordinary, and the walk gives nothing at all."""
    assert walked(policy, promised, given_, period) is None


def test_a_rule_may_read_more_than_realization_and_target() -> None:
    """What else a rule reads of a target is that target's own, also beside rows whose rule reads less."""
    policy = LKJIP.evolve(minimize=Formula("worst", 100 * (W - R) / (W - T), at_target=100, direction="down"))
    targets = [
        target(10, code="A", polarity="minimize", worst_value=50),
        target(4, code="B"),
        target(20, code="C", polarity="minimize", worst_value=30),
    ]
    given_ = [Realization("A", 20), Realization("B", 3), Realization("C", 21)]
    found = walked(policy, agreement(targets), given_, None)
    assert [Fraction(*trace[0]) for trace in found[1]] == [75, 75, 90]
    assert found == general(policy, targets, given_, None)


def test_ranges_are_usual() -> None:
    """A range is walked in the year, by its own rule."""
    targets = [Target(Indicator("A", "Cakupan", polarity="maximize"), Range(2, 8))]
    given_ = [Realization("A", 1)]
    found = walked(LKJIP, agreement(targets), given_, None)
    assert found is not None
    assert found == general(LKJIP, targets, given_, None)
