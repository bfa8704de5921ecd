"""One indicator and one objective of an evaluation."""

from typing import Any

import pytest

from sakip import BPK_OPINIONS, Level, NotApplicable, NotReported, Realization, evaluate
from sakip.policies import KMK_127_2026, LKJIP
from sakip.scoring import Floor, Lookup, Round
from sakip.scoring.parts import IndicatorEvaluation, ObjectiveEvaluation
from tests.scoring.making import agreement, evaluated, target

ZERO = LKJIP.evolve(not_reported="scores_zero", indicator=[Floor(0), Round(2)])
NINETY = LKJIP.evolve(
    ordinal=Lookup(
        "ninety",
        inputs=[("below", "equal", "above")],
        table=[(("below",), 10), (("equal",), 90), (("above",), 110)],
    )
)


class TestStatus:
    @pytest.mark.parametrize(
        ("promise", "amount", "policy", "status"),
        [
            (target(10), 10, LKJIP, "met"),
            (target(10), "9.999999", LKJIP, "missed"),
            (target(10, "minimize"), 10, LKJIP, "met"),
            (target(10, "minimize"), "10.000001", LKJIP, "missed"),
            (target(100000), 99999, LKJIP.evolve(indicator=Round(0)), "missed"),
            (target(0, "minimize"), 0, LKJIP.evolve(zero_target="met_is_100"), "met"),
            (target(0, "minimize"), 1, LKJIP.evolve(zero_target="met_is_100"), "missed"),
            (target(0, "minimize", worst_value=10), 0, KMK_127_2026, "met"),
            (target(0, "minimize", worst_value=10), 1, KMK_127_2026, "missed"),
            (target(Level("WDP"), scale=BPK_OPINIONS), Level("WTP"), LKJIP, "met"),
            (target(Level("WTP"), scale=BPK_OPINIONS), Level("WDP"), LKJIP, "not_scored"),
            (target(10), NotReported(), LKJIP, "not_scored"),
            (
                target(10),
                NotReported(),
                LKJIP.evolve(not_reported="scores_zero", indicator=[Floor(0), Round(2)]),
                "missed",
            ),
            (target(10), NotApplicable("tidak ada"), LKJIP, "left_out"),
            (target(0), 5, LKJIP.evolve(zero_target="exclude"), "left_out"),
            (target(Level("WDP"), scale=BPK_OPINIONS), Level("WDP"), NINETY, "met"),
            (target(Level("WTP"), scale=BPK_OPINIONS), Level("WDP"), NINETY, "missed"),
        ],
    )
    def test_status(self, promise: Any, amount: Any, policy: Any, status: str) -> None:
        """Met and missed are decided on the exact achievement, before caps and roundings."""
        assert evaluated(promise, given={"IKU-1": amount}, policy=policy)["IKU-1"].status == status


class TestPlace:
    def test_realizations_of_each(self) -> None:
        """Each indicator knows what was reported for it, and nothing else."""
        group = [target(1, code="A"), target(1, code="B"), target(1, code="C")]
        given_ = [Realization("B", 1), Realization("A", 2)]
        found = evaluate(agreement(group), given_, policy=LKJIP)
        assert [one.realizations for one in found] == [(given_[1],), (given_[0],), ()]

    def test_objective_of_each(self) -> None:
        """Each indicator knows its objective, empty ones in between."""
        groups = [[], [target(1, code="A"), target(1, code="B")], [], [target(1, code="C")], []]
        found = evaluate(agreement(*groups), policy=LKJIP)
        assert [one.objective.name for one in found] == ["Sasaran 2", "Sasaran 2", "Sasaran 4"]

    def test_values(self) -> None:
        """Both are values: a place in an evaluation."""
        found = evaluated(target(10), given={"IKU-1": 9})
        assert found["IKU-1"] == IndicatorEvaluation(found, 0)
        assert found.objectives == (ObjectiveEvaluation(found, 0),)
        assert found.objectives[0].indicators == (found["IKU-1"],)
