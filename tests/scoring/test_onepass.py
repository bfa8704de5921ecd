"""The walk for the usual agreement gives what the general way gives, and leaves everything else to it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Components, Indicator, NotReported, Period, Range, Realization, Target, evaluate
from sakip.policies import LKJIP
from sakip.scoring import B, Cap, Formula, Policy, R, Round, T
from sakip.scoring.onepass import one_pass
from sakip.testing import agreements_with_realizations
from tests.scoring.making import agreement, target

YEAR = Period.year(2025)
Q1, Q2 = YEAR.parts("quarter")[:2]
PROGRESS = Formula("progress", 100 * (R - B) / (T - B), at_target=100, direction="towards-target")
CAPPED = LKJIP.evolve(indicator=(Cap(120), Round(1)))
UNREPORTED = target(1, code="unreported", trajectory={Q1: 1})


def general(policy: Policy, targets: Any, given_: Any, period: Period | None) -> tuple[list[Any], list[Any]]:
    """The fact and the trace of each target, one by one: one more target without a realization is out of the usual."""
    found = evaluate(agreement([*targets, UNREPORTED]), given_, policy=policy, period=period)
    return list(found.facts_recorded[:-1]), list(found.traces_recorded[:-1])


@given(agreements_with_realizations(weighted=False, rich=True), st.sampled_from([LKJIP, CAPPED]))
def test_same_as_one_by_one(pair: Any, policy: Policy) -> None:
    """Whatever the walk gives, the general way gives: the year through its last day takes no short cut."""
    promised, given_ = pair
    found = one_pass(policy, promised._plan, given_, None)
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
    found = one_pass(policy, promised._plan, given_, period)
    assert found is not None
    assert found == general(policy, targets, given_, period)
    evaluation = evaluate(promised, given_, policy=policy, period=period)
    assert (list(evaluation.facts_recorded), list(evaluation.traces_recorded)) == found


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
    ],
)
def test_the_unusual_is_left(promised: Any, given_: Any, period: Period | None, policy: Policy) -> None:
    """One thing out of the ordinary, and the walk gives nothing at all."""
    assert one_pass(policy, promised._plan, given_, period) is None


def test_ranges_are_usual() -> None:
    """A range is walked in the year, by its own rule."""
    targets = [Target(Indicator("A", "Cakupan", polarity="maximize"), Range(2, 8))]
    given_ = [Realization("A", 1)]
    found = one_pass(LKJIP, agreement(targets)._plan, given_, None)
    assert found is not None
    assert found == general(LKJIP, targets, given_, None)
