from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip import Indicator, Level, OrdinalScale, Range, Reference, Target
from sakip.cascade import Cascade, Link, NodeFacts
from tests.cascade.making import TOP, family, found, pk, target


def alone(own: Target, **more: Any) -> Cascade:
    """One agreement with one target."""
    return Cascade([pk("PK-1", "KADIS", "II", "BUPATI", own)], **more)


class TestLastYear:
    @pytest.mark.parametrize(("value", "count"), [(85, 1), ("87.2", 0), (88, 0)])
    def test_a_target_does_not_fall_behind_what_was_reached(self, value: Any, count: int) -> None:
        """A target does not fall behind what was reached."""
        assert len(found(alone(target("T", value, last_year="87.2")), "CAS310")) == count

    def test_it_says_how_far(self) -> None:
        """It says how far."""
        (one,) = found(alone(target("T", 85, last_year="87.2", unit="%")), "CAS310")
        assert (one.severity, one.data["gap"], one.data["last"]) == ("warning", "2.2", "87.2")
        assert one.text("id") == "Target KADIS/T 85 % lebih lunak daripada realisasi tahun lalu, 87,2 %"

    def test_less_is_better_where_less_is_promised(self) -> None:
        """Less is better where less is promised."""

        def rate(value: int) -> Cascade:
            return alone(target("T", value, last_year=10, polarity="minimize"))

        assert [len(found(rate(value), "CAS310")) for value in (9, 10, 11)] == [0, 0, 1]

    def test_what_should_stay_and_levels_have_no_last_year_to_beat(self) -> None:
        """What should stay and levels have no last year to beat."""
        assert found(alone(target("T", 9, last_year=10, polarity="stabilize")), "CAS310") == []
        scale = OrdinalScale(["WDP", "WTP"])
        assert found(alone(target("T", Level("WDP"), last_year=4, scale=scale)), "CAS310") == []

    def test_rounding_is_granted(self) -> None:
        """Rounding is granted."""
        assert found(alone(target("T", 87, last_year="87.4", decimals=0)), "CAS310") == []
        assert len(found(alone(target("T", 87, last_year="87.6", decimals=0)), "CAS310")) == 1

    def test_a_parent_that_goes_forward_on_what_goes_back_is_an_error(self) -> None:
        """A parent that goes forward on what goes back is an error."""
        forward = target("T", 90, last_year=80)
        backward = target("A", 40, last_year=45)
        plain, contradictory = found(family(forward, backward, kind="support"), "CAS310")
        assert (plain.subject, plain.severity) == ("KABID-2/A", "warning")
        assert (contradictory.subject, contradictory.severity) == ("KADIS/T", "error")
        assert (contradictory.nodes, contradictory.data["node"]) == (("KABID-2/A",), "KABID-2/A")
        assert "membaik" in contradictory.text()

    @pytest.mark.parametrize("top", [80, 79])
    def test_a_parent_that_stays_or_goes_back_does_not_contradict(self, top: int) -> None:
        """A parent that stays or goes back does not contradict."""
        findings = found(
            family(target("T", top, last_year=80), target("A", 40, last_year=45), kind="support"), "CAS310"
        )
        assert {one.severity for one in findings} == {"warning"}

    def test_without_last_year_there_is_nothing_to_say(self) -> None:
        """Without last year there is nothing to say."""
        assert found(family(target("T", 90, last_year=80), target("A", 40), kind="support"), "CAS310") == []


SCALE = OrdinalScale([("TMP", "TW"), "WDP", "WTP"])
RENSTRA = Reference("Renstra 2025-2029", certainty="read")


def sourced(own: Target, source: Target, *, document: Reference | None = RENSTRA) -> Cascade:
    """One agreement with what its source document says of its target."""
    return alone(own, nodes=[NodeFacts(TOP, source=source, source_document=document)])


class TestSourceDocument:
    def test_what_is_the_same_is_nothing(self) -> None:
        """What is the same is nothing."""
        assert found(sourced(target("T", 82), target("T", "82.0")), "CAS311") == []

    def test_another_target_is_named_with_its_document(self) -> None:
        """Another target is named with its document."""
        (one,) = found(sourced(target("T", 80), target("T", 82)), "CAS311")
        assert (one.subject, one.cell, one.severity) == ("KADIS/T", "target", "error")
        assert (one.data["here"], one.data["there"], one.data["agreement"]) == ("80", "82", "PK-1")
        assert "Renstra 2025-2029" in one.text()

    def test_a_document_without_a_name_is_the_source_document(self) -> None:
        """A document without a name is the source document."""
        (one,) = found(sourced(target("T", 80), target("T", 82), document=None), "CAS311")
        assert "dokumen sumbernya" in one.text()

    @pytest.mark.parametrize(
        ("field", "here", "there", "cell"),
        [
            ("name", "Cakupan layanan", "Cakupan imunisasi", "name"),
            ("unit", "%", "orang", "unit"),
            ("operational_definition", "Semua balita", "Balita miskin", "definition"),
            ("polarity", "maximize", "minimize", "polarity"),
        ],
    )
    def test_each_attribute_that_differs_is_a_finding(self, field: str, here: str, there: str, cell: str) -> None:
        """Each attribute that differs is a finding."""
        (one,) = found(sourced(_with(field, here), _with(field, there)), "CAS311")
        assert one.cell == cell

    @pytest.mark.parametrize(
        ("field", "here", "there"),
        [
            ("name", "Cakupan Layanan", "cakupan  layanan."),
            ("unit", "%", "Persen"),
            ("operational_definition", "Semua balita", None),
            ("unit", None, "orang"),
        ],
    )
    def test_another_spelling_or_silence_is_no_difference(self, field: str, here: Any, there: Any) -> None:
        """Another spelling or silence is no difference."""
        assert found(sourced(_with(field, here), _with(field, there)), "CAS311") == []

    def test_several_differences_are_several_findings(self) -> None:
        """Several differences are several findings."""
        findings = found(sourced(target("T", 80, unit="%"), target("T", 82, unit="orang")), "CAS311")
        assert [one.cell for one in findings] == ["target", "unit"]
        assert len({one.fingerprint for one in findings}) == 2

    def test_ranges_and_levels_are_read(self) -> None:
        """Ranges and levels are read."""

        def steady(value: Any) -> Target:
            return target("T", value, polarity="stabilize")

        assert found(sourced(steady(Range(1, 2)), steady(Range(1, "2.0"))), "CAS311") == []
        (one,) = found(sourced(steady(Range(1, "2.5")), steady(Range(1, 3))), "CAS311")
        assert "“1 … 2,5” tidak sama dengan “1 … 3”" in one.text()
        levels = [target("T", Level(name), scale=SCALE) for name in ("TMP", "TW", "WTP")]
        assert found(sourced(levels[0], levels[1]), "CAS311") == []
        (other,) = found(sourced(levels[0], levels[2]), "CAS311")
        assert (other.data["here"], other.data["there"]) == ("TMP", "WTP")

    def test_without_a_source_nothing_is_asked(self) -> None:
        """Without a source nothing is asked."""
        assert found(alone(target("T", 80), nodes=[NodeFacts(TOP)]), "CAS311") == []


def _with(field: str, value: Any) -> Target:
    fields: dict[str, Any] = {"name": "Cakupan", "polarity": "maximize", field: value}
    return Target(Indicator("T", **fields), 80)


class TestAmendments:
    def amended(self, reason: Any, *, before: int = 82, known: bool = True) -> Cascade:
        """An agreement that promised something and was amended to 80."""
        first = pk("PK-1", "KADIS", "II", "BUPATI", target("T", before))
        second = first.amend(code="PK-1-P", signed_on=date(2025, 9, 1), reason=reason, targets={"T": 80})
        facts = [NodeFacts(TOP, source=target("T", 82), source_document=RENSTRA)]
        return Cascade([first, second] if known else [second], nodes=facts)

    @pytest.mark.parametrize("reason", ["strategy", "priority"])
    def test_a_recorded_change_of_plan_is_a_reason(self, reason: str) -> None:
        """A recorded change of plan is a reason, also after the officials have changed."""
        cascade = self.amended(reason)
        assert found(cascade, "CAS311") == []
        third = cascade.agreements[1].amend(code="PK-1-Q", signed_on=date(2025, 10, 1), reason="official")
        assert found(evolve(cascade, agreements=[*cascade.agreements, third]), "CAS311") == []

    @pytest.mark.parametrize(("before", "count"), [(82, 0), (81, 1)])
    def test_a_change_of_official_leaves_the_promise_of_the_year_as_it_was(self, before: int, count: int) -> None:
        """The promise of the year is compared with the document; that the successor promises less is for CAS904."""
        cascade = self.amended("official", before=before)
        assert len(found(cascade, "CAS311")) == count
        assert len(found(cascade, "CAS904")) == 1

    def test_what_was_different_before_is_not_explained_by_a_later_change(self) -> None:
        """What was different before is not explained by a later change."""
        assert len(found(self.amended("strategy", before=81), "CAS311")) == 1

    def test_a_reason_that_is_recorded_later_does_not_explain_what_was_promised_before_it(self) -> None:
        """82 became 80 without a word on 1 June; on 1 October 79 came with a reason."""
        versions = [
            pk("PK-1", "KADIS", "II", "BUPATI", target("T", 82)),
            pk("PK-2", "KADIS", "II", "BUPATI", target("T", 80), signed_on=date(2025, 6, 1), supersedes="PK-1"),
            pk(
                *("PK-3", "KADIS", "II", "BUPATI", target("T", 79)),
                signed_on=date(2025, 10, 1),
                supersedes="PK-2",
                reason="strategy",
            ),
        ]
        cascade = Cascade(versions, nodes=[NodeFacts(TOP, source=target("T", 82), source_document=RENSTRA)])
        for day, here in ((date(2025, 3, 1), []), (date(2025, 8, 1), ["80"]), (date(2025, 11, 1), [])):
            assert [one.data["here"] for one in found(cascade, "CAS311", as_of=day)] == here

    def test_a_change_of_official_alone_is_no_reason_either(self) -> None:
        """The version before it is not there, and a new official brings no other promise."""
        alone_in_force = pk("PK-2", "KADIS", "II", "BUPATI", target("T", 80), supersedes="PK-1", reason="official")
        facts = [NodeFacts(TOP, source=target("T", 82), source_document=RENSTRA)]
        assert len(found(Cascade([alone_in_force], nodes=facts), "CAS311")) == 1

    def test_a_reason_without_a_version_that_is_replaced_amends_nothing(self) -> None:
        """What replaces no other version cannot have departed from one."""
        first = pk("PK-1", "KADIS", "II", "BUPATI", target("T", 80), reason="strategy")
        facts = [NodeFacts(TOP, source=target("T", 82), source_document=RENSTRA)]
        assert len(found(Cascade([first], nodes=facts), "CAS311")) == 1

    def test_another_indicator_that_kept_to_the_document_is_no_excuse(self) -> None:
        """T was 81 from the start; that a second one of the same name was 82 does not matter."""
        namesake = Target(evolve(target("T").indicator, code="U"), 82)
        first = pk("PK-1", "KADIS", "II", "BUPATI", target("T", 81), namesake)
        second = first.amend(code="PK-2", signed_on=date(2025, 9, 1), reason="strategy", targets={"T": 80})
        facts = [NodeFacts(TOP, source=target("T", 82), source_document=RENSTRA)]
        assert [one.subject for one in found(Cascade([first, second], nodes=facts), "CAS311")] == ["KADIS/T"]

    def test_an_amendment_alone_speaks_for_itself(self) -> None:
        """An amendment alone speaks for itself."""
        assert found(self.amended("strategy", known=False), "CAS311") == []


def test_children_of_one_parent_are_looked_at_once() -> None:
    """Two links of one child are one child."""
    cascade = family(target("T", 90, last_year=80), target("A", 40, last_year=45), kind="support")
    twice = evolve(cascade, links=[*cascade.links, Link(child=("KABID-2", "A"), parent=TOP, kind="sum")])
    assert len([one for one in found(twice, "CAS310") if one.severity == "error"]) == 1


@pytest.mark.parametrize(("value", "gap"), [(Range(40, 60), "10"), (60, "10"), (Range(69, 70), None)])
def test_a_band_is_held_against_last_year_too(value: Any, gap: str | None) -> None:
    """By what its nearer end lacks."""
    (finding,) = found(alone(target("T", value, last_year=70)), "CAS310") or [None]
    assert (None if finding is None else finding.data["gap"]) == gap
