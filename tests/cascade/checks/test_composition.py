from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip import Agreement, Objective, Target
from sakip.cascade import Link, NodeFacts
from sakip.cascade.checks.composition import CHECKS
from tests.cascade.making import agreed, link, target, told, validated

HEAD = agreed("PK-1", "KADIS", "II", "BUPATI", {"IKM": 85})


def test_the_codes() -> None:
    """The checks of this file, in order."""
    assert [check.code for check in CHECKS] == ["CAS205", "CAS206", "CAS207", "CAS208"]


class TestObjectiveWithoutIndicator:
    """CAS205: an objective is measured."""

    def test_fires_on_an_empty_objective(self) -> None:
        """Nothing shows whether the quality of the seedlings improves."""
        objectives = [Objective("Panen naik", [target("I-1")]), Objective("Mutu bibit membaik", [])]
        (one,) = told(validated([agreed("PK-1", "KADIS", "II", objectives=objectives)]), "CAS205")
        assert (one.subject, one.severity) == ("PK-1.objectives[1]", "error")
        assert one.text() == "Sasaran “Mutu bibit membaik” dalam PK-1 tidak diukur dengan satu indikator pun"

    def test_one_indicator_is_enough(self) -> None:
        """An objective with one target passes."""
        report = validated([HEAD])
        assert told(report, "CAS205") == []
        assert report.ledger.counts("CAS205")["pass"] == 1


def levels(kinds: tuple[str, str], heads: int, each: int) -> tuple[list[Agreement], list[Link]]:
    """A head, so many divisions below, and so many sections below each, linked by these kinds."""
    agreements, links = [HEAD], []
    for at in range(heads):
        agreements.append(agreed(f"PK-B{at}", f"KABID-{at}", "III", "KADIS", {"IKM": 85}))
        links.append(link(f"KABID-{at}/IKM", "KADIS/IKM", kinds[0]))
        for low in range(each):
            agreements.append(agreed(f"PK-S{at}{low}", f"KASI-{at}{low}", "IV", f"KABID-{at}", {"IKM": 85}))
            links.append(link(f"KASI-{at}{low}/IKM", f"KABID-{at}/IKM", kinds[1]))
    return agreements, links


class TestPhotocopied:
    """CAS206: two levels do not merely repeat what is above."""

    def test_fires_on_copies_of_copies(self) -> None:
        """One index copied to 4 divisions and 12 sections is told once, at the top."""
        (one,) = told(validated(*levels(("same", "same"), 4, 3)), "CAS206")
        assert (one.subject, one.severity, one.data["count"]) == ("KADIS/IKM", "warning", "16")
        assert one.nodes == ("KABID-0/IKM", "KABID-1/IKM", "KABID-2/IKM", "KABID-3/IKM")

    def test_one_division_that_hands_copies_on(self) -> None:
        """A single holder may adopt; that two below it copy again is the fault."""
        assert len(told(validated(*levels(("same", "same"), 1, 2)), "CAS206")) == 1

    @pytest.mark.parametrize(
        ("kinds", "heads", "each"),
        [
            (("same", "sum"), 1, 3),
            (("same", "sum"), 4, 3),
            (("same", "support"), 2, 2),
            (("sum", "same"), 2, 2),
            (("same", "same"), 4, 0),
            (("same", "same"), 1, 1),
        ],
    )
    def test_not_where_something_is_decomposed(self, kinds: tuple[str, str], heads: int, each: int) -> None:
        """Adopted once and then broken down, one level of copies, or single holders all the way down."""
        assert told(validated(*levels(kinds, heads, each)), "CAS206") == []

    def test_one_link_of_another_kind_is_enough(self) -> None:
        """Where one of the divisions breaks it down, the level is not merely copied."""
        agreements, links = levels(("same", "same"), 2, 2)
        links[-1] = link("KASI-11/IKM", "KABID-1/IKM", "support")
        assert told(validated(agreements, links), "CAS206") == []

    def test_joint_responsibility_is_no_copy(self) -> None:
        """All who hold it jointly are one; one that does not is still no crowd, two are."""
        agreements, links = levels(("same", "same"), 2, 2)
        held = [(one.position, "IKM") for one in (each.child for each in links)]
        joint = [NodeFacts(key, joint=True) for key in held]
        assert told(validated(agreements, links, nodes=joint), "CAS206") == []
        assert told(validated(agreements, links, nodes=joint[1:]), "CAS206") == []
        assert len(told(validated(agreements, links, nodes=[joint[0], joint[1], joint[3]]), "CAS206")) == 1

    def test_three_levels_are_one_finding(self) -> None:
        """Copies of copies of copies begin in one place."""
        agreements, links = levels(("same", "same"), 2, 1)
        for low in ("KASI-00", "KASI-10"):
            agreements.append(agreed(f"PK-{low}", f"STAF-{low}", "V", low, {"IKM": 85}))
            links.append(link(f"STAF-{low}/IKM", f"{low}/IKM", "same"))
        assert [one.subject for one in told(validated(agreements, links), "CAS206")] == ["KADIS/IKM"]


OUTCOME = agreed("PK-1", "BUPATI", "BUPATI", None, {"STUNTING": 14})
HEALTH = agreed("PK-2", "KADINKES", "II", "BUPATI", {"D-1": 1}, office="Dinkes")
WORKS = agreed("PK-3", "KADIS-PU", "II", "BUPATI", {"P-1": 1}, office="PUPR")
CROSS = [NodeFacts(("BUPATI", "STUNTING"), crosscutting=True)]


class TestCrosscuttingAlone:
    """CAS207: what is crosscutting has contributors from several units."""

    UP = link("KADINKES/D-1", "BUPATI/STUNTING")

    def test_fires_with_one_unit(self) -> None:
        """Only the health office contributes."""
        (one,) = told(validated([OUTCOME, HEALTH], [self.UP], nodes=CROSS), "CAS207")
        assert (one.subject, one.severity, one.data["unit"]) == ("BUPATI/STUNTING", "note", "Dinkes")

    def test_two_units_are_enough(self) -> None:
        """Health and public works."""
        links = [self.UP, link("KADIS-PU/P-1", "BUPATI/STUNTING")]
        assert told(validated([OUTCOME, HEALTH, WORKS], links, nodes=CROSS), "CAS207") == []

    def test_a_partner_further_down_is_one(self) -> None:
        """Public works supports what the health office promises, and so the outcome."""
        links = [self.UP, link("KADIS-PU/P-1", "KADINKES/D-1", aspect="crosscutting")]
        assert told(validated([OUTCOME, HEALTH, WORKS], links, nodes=CROSS), "CAS207") == []

    def test_only_where_it_is_marked(self) -> None:
        """An ordinary indicator may be carried by one unit."""
        assert told(validated([OUTCOME, HEALTH], [self.UP]), "CAS207") == []

    def test_not_where_a_unit_is_not_known(self) -> None:
        """Nobody can say of which unit the second contributor is."""
        stranger = agreed("PK-4", "CAMAT", "III", "BUPATI", {"C-1": 1})
        links = [self.UP, link("CAMAT/C-1", "BUPATI/STUNTING")]
        assert told(validated([OUTCOME, HEALTH, stranger], links, nodes=CROSS), "CAS207") == []
        assert told(validated([OUTCOME, stranger], links[1:], nodes=CROSS), "CAS207") == []

    def test_without_any_contributor_it_is_another_check(self) -> None:
        """Nobody at all is CAS201."""
        report = validated([OUTCOME, HEALTH], nodes=CROSS)
        assert report.ledger.verdict("CAS207", "BUPATI/STUNTING") == "not_applicable"
        assert told(report, "CAS201")

    def test_above_a_cycle_it_is_left(self) -> None:
        """What stands above a cycle is not judged; the cycle is what is wrong."""
        two = agreed("PK-3", "SEKRETARIS", "III", "KADINKES", {"S-1": 1}, office="Dinkes")
        links = [self.UP, link("SEKRETARIS/S-1", "KADINKES/D-1"), link("KADINKES/D-1", "SEKRETARIS/S-1")]
        report = validated([OUTCOME, HEALTH, two], links, nodes=CROSS)
        assert told(report, "CAS101")
        assert told(report, "CAS207") == []


def weighted(at: int, weight: Any) -> Target:
    """A target of this weight."""
    return evolve(target(f"T-{at}"), weight=weight)


def tasks(weights: list[Any], additional: int) -> tuple[list[Agreement], list[NodeFacts]]:
    """An agreement with targets of these weights, the first of which are additional tasks."""
    targets = [weighted(at, weight) for at, weight in enumerate(weights)]
    facts = [NodeFacts(("KADIS", f"T-{at}"), role="additional") for at in range(additional)]
    return [agreed("PK-1", "KADIS", "II", None, targets)], facts


class TestAdditionalTasks:
    """CAS208: at most thirty percent lie outside the cascade."""

    def test_fires_by_number_without_weights(self) -> None:
        """4 of 6 are two thirds; the exact share stands in the data."""
        agreements, facts = tasks([None] * 6, 4)
        (one,) = told(validated(agreements, nodes=facts), "CAS208")
        assert (one.subject, one.severity) == ("PK-1", "warning")
        assert (one.data["percent"], one.data["share"], one.data["most"]) == ("66.67", "200/3", "30")
        assert one.text().startswith("66,67 % indikator PK-1 berupa tugas tambahan")

    @pytest.mark.parametrize(("additional", "fires"), [(0, False), (1, False), (3, False), (4, True)])
    def test_thirty_percent_are_allowed(self, additional: int, fires: bool) -> None:
        """3 of 10 are the threshold itself and pass."""
        agreements, facts = tasks([None] * 10, additional)
        assert bool(told(validated(agreements, nodes=facts), "CAS208")) is fires

    @pytest.mark.parametrize(("weight", "fires"), [("30", False), ("30.000001", True)])
    def test_weights_count_where_all_are_stated(self, weight: str, fires: bool) -> None:
        """One heavy task outweighs its number."""
        agreements, facts = tasks([weight, "69.999999" if fires else "70"], 1)
        hits = told(validated(agreements, nodes=facts), "CAS208")
        assert bool(hits) is fires
        assert not hits or "bobot" in hits[0].text()

    def test_one_weight_missing_and_numbers_count(self) -> None:
        """Of one heavy task and three without weight it is one in four."""
        agreements, facts = tasks(["90", None, None, None], 1)
        assert told(validated(agreements, nodes=facts), "CAS208") == []

    def test_mandatory_indicators_are_not_outside(self) -> None:
        """What is imposed on everyone is no additional task."""
        agreements, _ = tasks([None] * 2, 0)
        facts = [NodeFacts(("KADIS", "T-0"), role="mandatory")]
        assert told(validated(agreements, nodes=facts), "CAS208") == []

    def test_years_and_versions_do_not_mix(self) -> None:
        """Each agreement is judged by its own indicators."""
        now, facts = tasks([None] * 2, 2)
        last = agreed("PK-0", "KADIS", "II", None, {"T-5": 1}, year=2024, signed_on=date(2024, 1, 20))
        nodes = [NodeFacts((*one.node[:2], 2025), role="additional") for one in facts]
        assert [one.subject for one in told(validated([*now, last], nodes=nodes), "CAS208")] == ["PK-1"]
