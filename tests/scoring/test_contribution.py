"""The distance to 100, split exactly by indicator."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from sakip import BPK_OPINIONS, Agreement, Level, NotApplicable, Realization, evaluate
from sakip.policies import KMK_127_2026, LKJIP
from sakip.scoring import (
    Cap,
    GeometricMean,
    Maximum,
    Mean,
    Minimum,
    Policy,
    RatioOfSums,
    Round,
    Stage,
    Sum,
    WeightedMean,
    Weights,
)
from sakip.scoring.contribution import Contribution
from sakip.testing import agreements_with_realizations
from tests.scoring.making import agreement, evaluated, target

RELATIVE = Weights(total=None, per="agreement", absent="equal")
AGGREGATIONS = (WeightedMean(), Mean(), Sum(), Minimum(), Maximum(), RatioOfSums(), GeometricMean())


def policy_of(objective: Any, total: Any, **fields: Any) -> Policy:
    """LKJIP with other aggregations and relative weights."""
    stages = {"objective": Stage(objective, [Round(2)]), "total": Stage(total, [Round(2)])}
    return LKJIP.evolve(**{"weights": RELATIVE, **stages, **fields})


class TestExact:
    @pytest.mark.parametrize("objective", AGGREGATIONS, ids=str)
    @pytest.mark.parametrize("total", [one for one in AGGREGATIONS if not isinstance(one, RatioOfSums)], ids=str)
    @settings(max_examples=15)
    @given(case=agreements_with_realizations())
    def test_adds_up(self, objective: Any, total: Any, case: tuple[Agreement, tuple[Realization, ...]]) -> None:
        """The shares add up to the distance of the printed total to 100, whatever the aggregations."""
        evaluation = evaluate(*case, policy=policy_of(objective, total))
        found = evaluation.contributions()
        if evaluation.score.value is None:
            assert found == ()
            return
        assert sum(one.points for one in found) == 100 - Fraction(evaluation.score.value)
        codes = [one.code for one in found]
        assert len(set(codes)) == len(codes)
        assert None not in codes[:-1]

    def test_of_a_weighted_mean(self) -> None:
        """60 at 0 lost and 40 at half lost are 0 and 20 points."""
        group = [target(10, code="A", weight=60), target(10, code="B", weight=40)]
        found = evaluated(*group, given={"A": 10, "B": 5})
        assert [(one.code, one.points) for one in found.contributions()] == [("A", 0), ("B", 20)]

    def test_remainder(self) -> None:
        """What rounding and caps of the totals add stands apart, under no code."""
        group = [target(3, code="A")]
        (own, rest) = evaluated(*group, given={"A": 2}).contributions()
        assert (own.code, own.points) == ("A", Fraction(100, 3))
        assert rest == Contribution(None, rest.name, 100 - Fraction("66.67") - Fraction(100, 3))
        capped = LKJIP.evolve(total=Stage(Mean(), [Cap(100), Round(2)]))
        (own, rest) = evaluated(target(10, code="A"), given={"A": 15}, policy=capped).contributions()
        assert (own.points, rest.points) == (-50, 50)
        assert rest.name.id != rest.name.en

    def test_left_out_and_missing_have_no_share(self) -> None:
        """Only indicators with a score pull the total."""
        group = [target(10, code=code) for code in "ABC"]
        found = evaluated(*group, given={"A": 5, "B": NotApplicable("tidak ada")})
        assert [(one.code, one.points) for one in found.contributions()] == [("A", 50)]

    def test_nothing_without_a_total(self) -> None:
        """Without a total there is no distance."""
        assert evaluated(target(10)).contributions() == ()


class TestByAggregation:
    def test_lowest_answers_alone(self) -> None:
        """Under a minimum the lowest score answers for the whole distance, under a maximum the highest."""
        group = [target(10, code="A"), target(10, code="B")]
        for aggregation, points in ((Minimum(), [0, 50]), (Maximum(), [10, 0])):
            found = evaluated(*group, given={"A": 9, "B": 5}, policy=policy_of(aggregation, Mean()))
            assert [one.points for one in found.contributions()] == points

    def test_ratio_of_sums_by_missing_amounts(self) -> None:
        """5 of 10 missing beside 10 of 100 missing: of 110 promised, 15 are missing."""
        group = [target(100, code="A"), target(10, code="B")]
        found = evaluated(*group, given={"A": 90, "B": 5}, policy=policy_of(RatioOfSums(), Mean()))
        points = [one.points for one in found.contributions()]
        assert points[:2] == [Fraction(1000, 110), Fraction(500, 110)]

    def test_sum_against_its_share_of_100(self) -> None:
        """Under a sum each indicator is measured against its share of 100."""
        group = [target(100, code="A", weight=1), target(100, code="B", weight=3)]
        found = evaluated(*group, given={"A": 20, "B": 60}, policy=policy_of(Sum(), Mean()))
        assert [one.points for one in found.contributions()] == [5, 15]

    def test_geometric_in_proportion(self) -> None:
        """A geometric mean's distance is divided in proportion to weight times distance."""
        group = [target(100, code="A"), target(100, code="B"), target(100, code="C")]
        found = evaluated(
            *group, given={"A": 100, "B": 80, "C": 60}, policy=policy_of(GeometricMean(), Mean())
        ).contributions()
        assert found[0].points == 0
        assert found[2].points == 2 * found[1].points > 0
        level = evaluated(target(100, code="A"), given={"A": 100}, policy=policy_of(GeometricMean(), GeometricMean()))
        assert [one.points for one in level.contributions()] == [0]

    def test_failed_objective(self) -> None:
        """An objective without a total of its own has no share."""
        levels = [target(Level("WTP"), scale=BPK_OPINIONS, code="L")]
        found = evaluate(
            agreement([target(10, code="A")], levels),
            [Realization("A", 5), Realization("L", Level("WTP"))],
            policy=policy_of(RatioOfSums(), Mean()),
        )
        assert [(one.code, one.points) for one in found.contributions()] == [("A", 50)]

    def test_weights_of_objectives(self) -> None:
        """Under a weighted total an objective weighs what its expected indicators weigh, the missing ones too."""
        groups = [[target(10, code="A"), target(10, code="B")], [target(10, code="C")]]
        given_ = [Realization("A", 5), Realization("C", 10)]
        found = evaluate(agreement(*groups), given_, policy=policy_of(Mean(), WeightedMean()))
        assert found.score.exact == Fraction(2 * 50 + 100, 3)
        assert [(one.code, one.points) for one in found.contributions()][:2] == [("A", Fraction(100, 3)), ("C", 0)]
        assert KMK_127_2026.objective.aggregation == WeightedMean()
