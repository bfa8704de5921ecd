"""The distance to 100, split exactly by indicator."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
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

RELATIVE = Weights(total=None, per="objective", absent="equal")
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
        """The shares add up to the distance of the exact total to 100, whatever the aggregations."""
        evaluation = evaluate(*case, policy=policy_of(objective, total))
        found = evaluation.contributions()
        if evaluation.score.value is None:
            assert found == ()
            return
        total = evaluation.score.exact
        assert sum(one.points for one in found) == 100 - (Fraction(evaluation.score.value) if total is None else total)
        codes = [one.code for one in found]
        assert len(set(codes)) == len(codes)
        assert None not in codes[:-1]

    @pytest.mark.parametrize("objective", AGGREGATIONS, ids=str)
    @pytest.mark.parametrize("total", [Mean(), WeightedMean(), Sum(), Minimum(), Maximum()], ids=str)
    @settings(max_examples=10)
    @given(case=agreements_with_realizations())
    def test_order_is_no_matter(
        self, objective: Any, total: Any, case: tuple[Agreement, tuple[Realization, ...]]
    ) -> None:
        """Turned around, objectives and targets have the same shares."""
        made, given_ = case
        turned = evolve(made, objectives=[evolve(one, targets=one.targets[::-1]) for one in made.objectives[::-1]])
        policy = policy_of(objective, total)
        found = [evaluate(one, given_, policy=policy).contributions() for one in (made, turned)]
        assert {one.code: one.points for one in found[0]} == {one.code: one.points for one in found[1]}

    def test_no_remainder_where_nothing_is_rounded_on_the_way(self) -> None:
        """From the indicators' exact numbers to an exact total all of the distance belongs to indicators."""
        groups = [[target(3, code="A"), target(7, code="B")], [target(9, code="C")]]
        given_ = [Realization(code, 2) for code in "ABC"]
        exact = [one for one in AGGREGATIONS if not isinstance(one, GeometricMean)]
        for objective in exact:
            for total in (Mean(), WeightedMean(), Sum(), Minimum(), Maximum()):
                found = evaluate(agreement(*groups), given_, policy=policy_of(objective, total))
                assert None not in {one.code for one in found.contributions()}

    def test_of_a_weighted_mean(self) -> None:
        """60 at 0 lost and 40 at half lost are 0 and 20 points."""
        group = [target(10, code="A", weight=60), target(10, code="B", weight=40)]
        found = evaluated(*group, given={"A": 10, "B": 5})
        assert [(one.code, one.points) for one in found.contributions()] == [("A", 0), ("B", 20)]

    def test_remainder(self) -> None:
        """What rounding and caps of the totals add stands apart, under no code."""
        group = [target(3, code="A")]
        (own,) = evaluated(*group, given={"A": 2}).contributions()
        assert own == Contribution("A", own.name, Fraction(100, 3))
        early = LKJIP.evolve(objective=Stage(Mean(), [Round(0), Round(2)]))
        (own, rest) = evaluated(*group, given={"A": 2}, policy=early).contributions()
        assert (own.points, rest.points) == (Fraction(100, 3), Fraction(100, 3) - Fraction(1, 3) - Fraction(100, 3))
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

    def test_equal_scores_answer_in_equal_parts(self) -> None:
        """Several lowest, or several highest, share the distance; which of them comes first is no matter."""
        group = [target(10, code=code) for code in "ABC"]
        for aggregation, amounts in ((Minimum(), {"A": 5, "B": 9, "C": 5}), (Maximum(), {"A": 5, "B": 2, "C": 5})):
            for order in (group, group[::-1]):
                found = evaluated(*order, given=amounts, policy=policy_of(aggregation, Mean())).contributions()
                assert {one.code: one.points for one in found} == {"A": 25, "B": 0, "C": 25}

    def test_zero_targets_in_a_ratio_of_sums(self) -> None:
        """What was delivered without a promise counts in the ratio, and so in the share."""
        group = [target(10, code="A"), target(0, code="Z")]
        policy = policy_of(RatioOfSums(), Mean(), zero_target="met_is_100")
        found = evaluated(*group, given={"A": 8, "Z": 1}, policy=policy)
        assert found.score.exact == 90
        assert [(one.code, one.points) for one in found.contributions()] == [("A", 20), ("Z", -10)]

    def test_geometric_under_a_sum(self) -> None:
        """No share runs away where the distances of an objective cancel out; unevenness is told apart."""
        groups = [[target(100, code="A"), target(100, code="B")], [target(100, code="C"), target(100, code="D")]]
        given_ = [Realization(*pair) for pair in (("A", 20), ("B", 80), ("C", 45), ("D", 45))]
        found = evaluate(agreement(*groups), given_, policy=policy_of(GeometricMean(), Sum()))
        assert found.score.value == 85
        *own, rest = found.contributions()
        assert [(one.code, one.points) for one in own] == [
            ("A", 15),
            ("B", -15),
            ("C", Fraction(5, 2)),
            ("D", Fraction(5, 2)),
        ]
        assert (rest.code, rest.points) == (None, 10)
        assert "unevenness" in rest.name.en

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
        """A geometric mean is split as the arithmetic mean of the same weights."""
        group = [target(100, code="A"), target(100, code="B"), target(100, code="C")]
        found = evaluated(
            *group, given={"A": 100, "B": 80, "C": 60}, policy=policy_of(GeometricMean(), Mean())
        ).contributions()
        assert found[0].points == 0
        assert [one.points for one in found[1:3]] == [Fraction(20, 3), Fraction(40, 3)]
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
