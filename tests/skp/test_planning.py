from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip import Period, Realization, Reference, evaluate
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.policies import LKJIP
from sakip.skp import SkpItem, skp_plan
from sakip.testing import example_agreement

LETTER = Reference("SK Bupati 800/1/2025", certainty="read")
TASK = SkpItem("Panitia pemilihan", kind="additional", assignment=LETTER)


def test_every_target_becomes_main_performance() -> None:
    """The objective is the planned result; position, superior, year and code come from the agreement."""
    agreement = example_agreement()
    plan = skp_plan(agreement, supports={"PLAN-1": "IKU-3"}, signed_on=date(2025, 1, 20))
    (item,) = plan.items
    assert (item.result, item.target, item.supports) == (
        "Tersusunnya dokumen perencanaan",
        agreement.targets[0],
        "IKU-3",
    )
    assert (plan.position, plan.superior) == (agreement.first_party, agreement.second_party)
    assert (plan.agreement, plan.period) == (agreement.code, Period.year(2025))
    assert plan.check().codes() == ()


def test_additional_tasks_stand_beside() -> None:
    """An additional task is an item of the plan and changes nothing of the agreement or of its score."""
    agreement = example_agreement()
    plan = skp_plan(agreement, additional=[TASK])
    assert plan.additional == (TASK,)
    before = evaluate(agreement, [Realization("PLAN-1", 1)], policy=LKJIP).score
    assert len(plan.main) == len(agreement.targets) == 1
    assert evaluate(agreement, [Realization("PLAN-1", 1)], policy=LKJIP).score == before


def test_a_part_of_the_year() -> None:
    """Who came in July plans for the second half; another year is refused."""
    half = Period.half_year(2025, 2)
    assert skp_plan(example_agreement(), period=half).period == half
    with pytest.raises(InvalidValueError) as caught:
        skp_plan(example_agreement(), period=Period.half_year(2024, 2))
    assert caught.value.code == "period-outside"


def test_the_rest_of_the_year() -> None:
    """Who moved in on a day of August plans from that day on."""
    plan = skp_plan(example_agreement(), since=date(2025, 8, 15), signed_on=date(2025, 8, 20))
    assert (plan.since, plan.period) == (date(2025, 8, 15), Period.year(2025))
    assert "SKP-LATE" not in plan.check().codes()


def test_support_of_a_target_that_is_not_there() -> None:
    """The code that was probably meant is named."""
    with pytest.raises(UnknownCodeError) as caught:
        skp_plan(example_agreement(), supports={"PLAN1": "IKU-3"})
    assert caught.value.near == ("PLAN-1",)


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"additional": [evolve(TASK, kind="main", assignment=None)]}, "skp_plan.additional[0]"),
        ({"additional": [TASK, "Panitia"]}, "skp_plan.additional[1]"),
        ({"supports": [("PLAN-1", "IKU-3")]}, "skp_plan.supports"),
        ({"period": 2025}, "skp_plan.period"),
        ({"agreement": "PK-1"}, "skp_plan.agreement"),
    ],
)
def test_bad_arguments(fields: Any, path: str) -> None:
    """Each argument is asked for by its own type."""
    with pytest.raises(InvalidValueError) as caught:
        skp_plan(**{"agreement": example_agreement(), **fields})
    assert caught.value.path == path
