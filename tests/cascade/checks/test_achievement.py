from typing import Any

import pytest
from attrs import evolve

from sakip import Level, NotReported, OrdinalScale, Period
from sakip.cascade import Cascade, Link, NodeFacts
from tests.cascade.making import TOP, family, found, report_on, target


def judged(
    top: tuple[Any, Any], *children: tuple[Any, Any], kind: Any = "support", fields: Any = None, **more: Any
) -> Cascade:
    """Targets and realizations of KADIS and its children."""
    said = fields or {}
    promised = [target(f"A{at}", one, **said) for at, (one, _) in enumerate(children, 2)]
    made: dict[Any, Any] = {(f"KABID-{at}", f"A{at}"): one for at, (_, one) in enumerate(children, 2)}
    return family(target("T", top[0], **said), *promised, kind=kind, realizations={**made, TOP: top[1]}, **more)


class TestParentMissedAlone:
    def test_children_that_only_support_did_not_suffice(self) -> None:
        """Children that only support did not suffice."""
        (one,) = found(judged((100, 95), (10, 10), (20, 25)), "CAS406")
        assert (one.subject, one.severity, one.cell) == ("KADIS/T", "warning", "actual")
        assert (one.data["count"], one.data["actual"], one.data["target"]) == ("2", "95", "100")
        assert "tidak cukup" in one.text()

    @pytest.mark.parametrize("children", [((10, 10), (20, 19)), ((10, 9), (20, 19))])
    def test_one_child_that_failed_is_reason_enough(self, children: Any) -> None:
        """One child that failed is reason enough."""
        assert found(judged((100, 95), *children), "CAS406") == []

    def test_a_parent_that_reached_its_target_is_right(self) -> None:
        """A parent that reached its target is right."""
        assert found(judged((100, 100), (10, 10)), "CAS406") == []

    def test_of_a_sum_the_parts_are_told_and_explained(self) -> None:
        """Of a sum the parts are told and explained."""
        report = report_on(judged((105, 100), (40, 40), (35, 35), (25, 25), kind="sum"))
        (one,) = [each for each in report.findings if each.code == "CAS406"]
        assert {name: one.data[name] for name in ("planning", "performance", "reporting")} == {
            "planning": "-5",
            "performance": "0",
            "reporting": "0",
        }
        assert one.explained_by == "CAS301"
        assert "perencanaan -5, kinerja bawahan 0, pelaporan 0" in one.text()

    def test_what_is_reported_beside_the_children_is_told_too(self) -> None:
        """What is reported beside the children is told too."""
        (one,) = found(judged((100, 95), (60, 61), (40, 42), kind="sum"), "CAS406")
        assert (one.data["planning"], one.data["performance"], one.data["reporting"]) == ("0", "3", "-8")

    def test_less_is_better_where_less_is_promised(self) -> None:
        """Less is better where less is promised."""
        few = {"polarity": "minimize"}
        assert len(found(judged((10, 11), (5, 5), fields=few), "CAS406")) == 1
        assert found(judged((10, 9), (5, 5), fields=few), "CAS406") == []

    def test_levels_are_reached_by_their_place(self) -> None:
        """Levels are reached by their place."""
        scale = {"scale": OrdinalScale(["WDP", "WTP"]), "measure": "ordinal"}
        good, bad = Level("WTP"), Level("WDP")
        assert len(found(judged((good, bad), (good, good), fields=scale), "CAS406")) == 1

    def test_what_is_not_known_decides_nothing(self) -> None:
        """What is not known decides nothing."""
        assert found(judged((100, 95), (10, NotReported())), "CAS406") == []
        assert found(judged((100, NotReported()), (10, 10)), "CAS406") == []

    def test_additional_tasks_lie_outside(self) -> None:
        """Additional tasks lie outside."""
        extra = [NodeFacts(("KABID-3", "A3"), role="additional")]
        assert len(found(judged((100, 95), (10, 10), (20, 1), nodes=extra), "CAS406")) == 1
        alone = [NodeFacts(("KABID-2", "A2"), role="additional")]
        assert found(judged((100, 95), (10, 10), nodes=alone), "CAS406") == []

    def test_a_part_of_the_year_is_not_held_against_its_target(self) -> None:
        """A part of the year is not held against its target."""
        cascade = judged((100, 95), (10, 10))
        assert found(cascade, "CAS406", through=Period.quarter(2025, 2)) == []

    def test_a_child_linked_twice_is_one_child(self) -> None:
        """A child linked twice is one child."""
        cascade = judged((100, 95), (10, 10))
        twice = Link(child=("KABID-2", "A2"), parent=TOP, kind="sum")
        (one,) = found(evolve(cascade, links=[*cascade.links, twice]), "CAS406")
        assert one.data["count"] == "1"


class TestParentAchievedAlone:
    def test_inflated_targets_below_are_seen(self) -> None:
        """Inflated targets below are seen."""
        (one,) = found(judged((200, 210), (80, 78), (90, 85), (50, 47), kind="sum"), "CAS407")
        assert (one.subject, one.severity) == ("KADIS/T", "warning")
        assert (one.data["count"], one.data["actual"], one.data["target"]) == ("3", "210", "200")
        assert "Tidak satu pun dari 3 bawahan" in one.text()
        # 220 for 200 is only noted, and what is only noted explains nothing.
        assert one.explained_by is None

    def test_one_child_that_met_its_target_is_reason_enough(self) -> None:
        """One child that met its target is reason enough."""
        assert found(judged((200, 210), (80, 80), (90, 85)), "CAS407") == []

    def test_a_parent_that_missed_as_well_is_consistent(self) -> None:
        """A parent that missed as well is consistent."""
        assert found(judged((200, 199), (80, 78), (90, 85)), "CAS407") == []

    def test_one_child_alone_is_not_all(self) -> None:
        """One child alone is not all."""
        assert found(judged((200, 210), (80, 78)), "CAS407") == []
