"""From the traces of the indicators to those of the objectives and of the whole."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip import BPK_OPINIONS, Level, NotApplicable, Range, Realization, evaluate
from sakip.policies import LKJIP
from sakip.scoring import (
    Cap,
    Maximum,
    Mean,
    Minimum,
    RatioOfSums,
    Reason,
    Round,
    Scored,
    Stage,
    Sum,
    WeightedMean,
    Weights,
)
from sakip.scoring.totals import carried, indicator_score, known_share, score_of, totals
from tests.scoring.making import agreement, code_of, evaluated, target

GROUPS = [[target(3, code="A"), target(3, code="B")], [target(3, code="C")]]


def test_carry() -> None:
    """What goes up is the number before the final rounding, or by a stated setting the rounded one."""
    trace = ((100, 3), (120, 1), (3333, 100))
    assert carried(LKJIP, trace) == (120, 1)
    assert carried(LKJIP.evolve(carry="rounded"), trace) == (3333, 100)


@pytest.mark.parametrize(
    ("aggregation", "value"),
    [(WeightedMean(), 60), (Mean(), 60), (Sum(), 120), (Minimum(), 40), (Maximum(), 80), (RatioOfSums(), 60)],
)
def test_objective(aggregation: object, value: int) -> None:
    """An objective is what its aggregation makes of its indicators."""
    policy = LKJIP.evolve(objective=Stage(aggregation, [Round(2)]))
    found = evaluated(target(10, code="A"), target(10, code="B"), given={"A": 8, "B": 4}, policy=policy)
    assert found.objectives[0].score.value == value


def test_steps_of_a_level_in_their_order() -> None:
    """Steps of a level follow its aggregation as written."""
    policy = LKJIP.evolve(
        objective=Stage(Mean(), [Round(0), Cap(66), Round(2)]), total=Stage(Mean(), [Cap(50), Round(2)])
    )
    found = evaluate(agreement(*GROUPS), [Realization(code, 2) for code in "ABC"], policy=policy)
    assert [Fraction(*value) for value in found.objectives_recorded[0]] == [Fraction(200, 3), 67, 66, 66]
    assert found.score.value == 50


def test_weights() -> None:
    """Weights of indicators make the weight of their objective; those left out by rule weigh nothing."""
    weights = Weights(total=None, per="agreement", absent="equal")
    policy = LKJIP.evolve(weights=weights, total=Stage(WeightedMean(), [Round(4)]))
    groups = [[target(10, code="A", weight=3), target(10, code="B", weight=1)], [target(10, code="C", weight=2)]]
    full = evaluate(
        agreement(*groups), [Realization(code, n) for code, n in (("A", 10), ("B", 0), ("C", 5))], policy=policy
    )
    assert full.score.exact == Fraction(3 * 100 + 0 + 2 * 50, 6)
    left = [Realization("A", 10), Realization("B", NotApplicable("x")), Realization("C", 5)]
    assert evaluate(agreement(*groups), left, policy=policy).score.exact == Fraction(3 * 100 + 2 * 50, 5)
    missing = evaluate(agreement(*groups), left[::2], policy=policy)
    assert missing.score.exact == Fraction(4 * 100 + 2 * 50, 6)
    assert missing.known_share == Fraction(5, 6)


def test_empty_objective() -> None:
    """An objective without indicators has no score and takes no part."""
    found = evaluate(agreement([], [target(10)]), [Realization("IKU-1", 5)], policy=LKJIP)
    assert code_of(found.objectives[0].score) == "nothing-known"
    assert (found.score.value, found.completeness) == (50, "final")


def test_all_left_out() -> None:
    """When everything is left out by rule there is no total, and nothing is missing."""
    found = evaluated(target(10), given={"IKU-1": NotApplicable("tidak ada")})
    assert (code_of(found.score), found.completeness, found.missing) == ("nothing-known", "withheld", ())
    assert found.known_share == 0
    objective = found.objectives_recorded[0]
    assert isinstance(objective, Reason)
    assert objective.leaves_out


@pytest.mark.parametrize(
    ("given_", "code"),
    [({"A": 5}, "withheld"), ({}, "nothing-known"), ({"L": Level("WTP")}, "not-additive")],
)
def test_why_there_is_no_total(given_: dict[str, object], code: str) -> None:
    """The whole says why it has no total: withheld, nothing known, or the reason of its objective."""
    policy = LKJIP.evolve(
        incomplete="withhold" if code == "withheld" else "provisional", objective=Stage(RatioOfSums(), [Round(2)])
    )
    group = (
        [target(10, code="A"), target(10, code="B")]
        if code != "not-additive"
        else [target(Level("WTP"), scale=BPK_OPINIONS, code="L")]
    )
    assert code_of(evaluated(*group, given=given_, policy=policy).score) == code


@pytest.mark.parametrize("turned", [False, True])
def test_why_there_is_no_total_does_not_hang_on_the_order(turned: bool) -> None:
    """Targets of zero here, two units there, nothing known elsewhere: the same reason in whatever order they stand."""
    groups = [
        [target(0, code="Z")],
        [target(1, code="A", unit="km"), target(1, code="B", unit="orang")],
        [target(1, code="N")],
    ]
    policy = LKJIP.evolve(objective=Stage(RatioOfSums(), [Round(2)]), zero_target="met_is_100")
    made = agreement(*(groups[::-1] if turned else groups))
    found = evaluate(made, [Realization(code, 1) for code in "ZAB"], policy=policy)
    assert sorted(code_of(one.score) for one in found.objectives) == ["not-additive", "nothing-known", "zero-target"]
    assert code_of(found.score) == "not-additive"


@pytest.mark.parametrize("turned", [False, True])
def test_a_reason_of_its_own_goes_before_nothing_known(turned: bool) -> None:
    """Where something was reported and cannot be scored, why says more than that nothing is known of the rest."""
    groups = [[target(0, code="Z")], [target(1, code="N")]]
    policy = LKJIP.evolve(objective=Stage(RatioOfSums(), [Round(2)]), zero_target="met_is_100")
    found = evaluate(agreement(*(groups[::-1] if turned else groups)), [Realization("Z", 1)], policy=policy)
    assert sorted(code_of(one.score) for one in found.objectives) == ["nothing-known", "zero-target"]
    assert code_of(found.score) == "zero-target"


def test_score_of() -> None:
    """A trace ends in a value with all its decimals and the exact number before its final rounding."""
    found = score_of(((100, 3), (3333, 100)), (Round(2),))
    assert found == Scored(Decimal("33.33"), Fraction(100, 3))
    assert str(score_of(((50, 1), (5000, 100)), (Round(2),)).value) == "50.00"
    assert str(score_of(((50, 1), (50, 1)), (Round(0),)).value) == "50"
    reason = Reason("nothing-known")
    assert score_of(reason, (Round(2),)).reason is reason


def test_in_one_call() -> None:
    """The same rows give the same totals, from a list or from an evaluation."""
    found = evaluate(agreement(*GROUPS), [Realization(code, 2) for code in "AB"], policy=LKJIP)
    assert totals(LKJIP, found.agreement._plan, found.facts_recorded, found.traces_recorded) == (
        found.objectives_recorded,
        found.total_recorded,
    )
    assert known_share(found.agreement, LKJIP, found.traces_recorded) == found.known_share == Fraction(1, 2)


class TestRatioOfSums:
    """Rasio jumlah realisasi terhadap jumlah target: sums of one kind of thing, of which more is better."""

    POLICY = LKJIP.evolve(objective=Stage(RatioOfSums(), [Round(2)]))

    @pytest.mark.parametrize(
        "group",
        [
            [target(100, "minimize", "A"), target(100, "minimize", "B")],
            [target(100, code="A"), target(100, "minimize", "B")],
            [target(100, code="A", unit="km"), target(100, code="B", unit="orang")],
            [target(100, code="A", unit="km"), target(100, code="B")],
            [target(100, code="A"), target(Range(1, 2), code="B")],
        ],
        ids=["lower is better", "two directions", "two units", "a unit unstated", "a range"],
    )
    def test_what_cannot_be_added(self, group: Any) -> None:
        """Worse must not score more, and kilometres are not added to people; the order does not matter."""
        for order in (group, group[::-1]):
            found = evaluated(*order, given={"A": 150, "B": 150}, policy=self.POLICY)
            assert code_of(found.objectives[0].score) == "not-additive"
            assert code_of(found.score) == "not-additive"

    def test_what_can(self) -> None:
        """Numbers of one unit, more is better."""
        group = [target(300, code="A", unit="km"), target(300, code="B", unit="km")]
        found = evaluated(*group, given={"A": 350, "B": 150}, policy=self.POLICY)
        assert found.objectives[0].score.exact == Fraction(250, 3)
        assert code_of(evaluated(*group, policy=self.POLICY).objectives[0].score) == "nothing-known"


def test_known_share_weighs_as_the_policy_does() -> None:
    """Under a plain mean each score counts alike; weights of objectives stay what they are."""
    weights = Weights(total=None, per="objective", absent="equal")
    group = [target(10, code="A", weight=90), target(10, code="B", weight=10)]
    shares = {
        Mean: Fraction(1, 2),
        WeightedMean: Fraction(9, 10),
    }
    for kind, share in shares.items():
        policy = LKJIP.evolve(objective=Stage(kind(), [Round(2)]), weights=weights)
        assert evaluated(*group, given={"A": 5}, policy=policy).known_share == share
    policy = LKJIP.evolve(objective=Stage(Mean(), [Round(2)]), total=Stage(WeightedMean(), [Round(2)]), weights=weights)
    found = evaluate(agreement(group, [target(10, code="C", weight=300)]), [Realization("A", 5)], policy=policy)
    assert found.known_share == Fraction(1, 8)


def test_the_achievement_of_what_was_not_reported() -> None:
    """What was scored without having been measured has achieved nothing that could be told."""
    trace = ((0, 1), (0, 100))
    assert indicator_score(LKJIP, Reason("not-reported"), trace).achievement is None
    assert indicator_score(LKJIP, (0, 1, None, None, None, None, None, 1), trace).achievement == 0
    assert indicator_score(LKJIP, Reason("not-reported"), Reason("not-reported")).value is None
