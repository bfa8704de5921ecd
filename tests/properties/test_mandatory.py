"""Laws of mandatory indicators, each with the sentence that it proves."""

from datetime import date
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sakip import Agreement, Indicator, Reference, Target, Text, testing
from sakip.lifecycle import (
    Exemption,
    MandatoryIndicator,
    MandatorySet,
    apply_mandatory,
    check_mandatory,
)
from sakip.policies import LKJIP, LKJIP_WEIGHTED
from sakip.scoring import Weights

DAY = date(2025, 12, 31)
SOURCE = Reference("Pergub Contoh 1/2025", certainty="read")
FRESH = [
    Indicator(code, f"Indikator {code}", unit="%", polarity=polarity)
    for code, polarity in (("W-1", "maximize"), ("W-2", "minimize"), ("W-3", "stabilize"))
]
POLICIES: list[Any] = [
    None,
    LKJIP,
    LKJIP_WEIGHTED,
    LKJIP_WEIGHTED.evolve(id="relatif", weights=Weights(total=None, per="agreement", absent="equal")),
]


@st.composite
def governments(draw: st.DrawFn, *, rich: bool = False) -> tuple[list[Agreement], MandatorySet]:
    """A few agreements, some with weights of 100 in all, and a set that asks for what some of them have."""
    agreements = draw(st.lists(testing.agreements(rich=rich), max_size=3, unique_by=lambda one: one.code))
    agreements = [draw(st.sampled_from([one, hundred(one)])) for one in agreements]
    held = [target.indicator for one in agreements for target in one.targets]
    fresh = st.sampled_from(FRESH)
    of = draw(st.lists(st.sampled_from(held) | fresh if held else fresh, max_size=4, unique_by=lambda one: one.code))
    offices = [one.first_party.office or one.first_party.position for one in agreements]
    exempt = st.builds(Exemption, st.sampled_from([*offices, "Dinas A"]), st.just("Alasan"))
    mandatory = MandatorySet(
        "wajib",
        Text("Wajib", "Mandatory"),
        [entry(draw, one) for one in of],
        reference=SOURCE,
        exemptions=draw(st.lists(exempt, max_size=1)),
    )
    return agreements, mandatory


def entry(draw: st.DrawFn, indicator: Indicator) -> MandatoryIndicator:
    """What may be asked of an indicator: any binding that has a meaning for it."""
    value = draw(st.none() | st.integers(0, 100))
    bindings = ["own"] if value is None else ["own", "exact"]
    if value is not None and indicator.polarity != "stabilize":
        bindings.append("no_weaker")
    return MandatoryIndicator(
        indicator,
        value,
        binding=draw(st.sampled_from(bindings)),  # type: ignore[arg-type]
        objective=draw(st.sampled_from(["Tata kelola", "Layanan meningkat"])),
        weight=draw(st.none() | st.integers(1, 40)),
        levels=draw(st.lists(testing.echelons(), max_size=1)),
    )


def hundred(agreement: Agreement) -> Agreement:
    """The same agreement with weights that add up to 100, and to 100 in no objective but a single one."""
    count = len(agreement.targets)
    weights = iter([100 - (count - 1) * 7, *[7] * (count - 1)])
    return evolve(
        agreement,
        objectives=[
            evolve(one, targets=[evolve(each, weight=next(weights)) for each in one.targets])
            for one in agreement.objectives
        ],
    )


def known(agreement: Agreement) -> dict[str, list[Target]]:
    """The targets of an agreement by code."""
    found: dict[str, list[Target]] = {}
    for target in agreement.targets:
        found.setdefault(target.code, []).append(target)
    return found


Government = tuple[list[Agreement], MandatorySet]


class TestApplied:
    """Targets an agreement already has are kept and never doubled; weights are never silently broken."""

    @given(governments(), st.sampled_from(POLICIES), st.booleans())
    def test_nothing_is_lost_and_nothing_doubled(self, government: Government, policy: Any, rescale: bool) -> None:
        """Every target stays, but for weights that are told; what is new was not there, and is asked."""
        agreements, mandatory = government
        applied = apply_mandatory(agreements, mandatory, policy=policy, rescale=rescale and policy in POLICIES[1:3])
        assert len(applied) == len(agreements)
        for before, one in zip(agreements, applied, strict=True):
            assert one.before is before
            earlier, later = known(before), known(one.after)
            told = {code for code, _, _ in one.lowered}
            for code, targets in earlier.items():
                kept = [(each.indicator, each.value, each.trajectory) for each in later[code]]
                assert kept == [(each.indicator, each.value, each.trajectory) for each in targets]
                if code not in told:
                    assert later[code] == targets
            assert set(later) - set(earlier) == set(one.added)
            assert all(len(later[code]) == 1 for code in one.added)
            assert set(one.added) <= {each.code for each in mandatory.asked_of(before)}

    @given(governments(), st.sampled_from(POLICIES), st.booleans())
    def test_twice_is_once(self, government: Government, policy: Any, rescale: bool) -> None:
        """Applied once more, nothing is added and no weight moves."""
        agreements, mandatory = government
        asked = rescale and policy in POLICIES[1:3]
        once = apply_mandatory(agreements, mandatory, policy=policy, rescale=asked)
        twice = apply_mandatory(once.agreements, mandatory, policy=policy, rescale=asked)
        assert twice.agreements == once.agreements
        assert all(one.added == () for one in twice)

    @given(governments(), st.sampled_from(POLICIES[1:3]), st.booleans())
    def test_a_broken_sum_is_said(self, government: Government, policy: Any, rescale: bool) -> None:
        """A group that got something new either has the sum of the policy, or no full weights, or it is reported."""
        agreements, mandatory = government
        for one in apply_mandatory(agreements, mandatory, policy=policy, rescale=rescale):
            said = {finding.code for finding in one.findings}
            groups = (
                [one.after.objectives]
                if policy.weights.per == "agreement"
                else [(each,) for each in one.after.objectives]
            )
            for group in groups:
                targets = [target for objective in group for target in objective.targets]
                weights = [target.weight for target in targets if target.weight is not None]
                new = any(target.code in one.added for target in targets)
                if new and len(weights) == len(targets) and sum(weights) != policy.weights.total:
                    assert "MAND-WEIGHT-SUM" in said
                if new and 0 < len(weights) < len(targets) and all(target.weight for target in one.before.targets):
                    assert "MAND-WEIGHT-NONE" in said

    @given(governments())
    def test_what_was_added_is_met(self, government: Government) -> None:
        """The check finds in every target that was added what the set asks for."""
        agreements, mandatory = government
        for one in apply_mandatory(agreements, mandatory):
            states = {standing.code: standing.state for standing in one.standings}
            assert all(states[code] == "met" for code in one.added)


class TestChecked:
    """Every agreement in force has one standing for each indicator that is asked of it, whatever is in it."""

    @given(governments(rich=True))
    def test_is_total(self, government: Government) -> None:
        """Nothing is skipped in silence, and everything can be shown in both languages."""
        agreements, mandatory = government
        found = check_mandatory(agreements, mandatory, on=DAY)
        seen = [(standing.agreement.code, standing.code) for standing in found]
        assert len(seen) == len(set(seen))
        for agreement in found.agreements:
            assert len([code for code, _ in seen if code == agreement.code]) >= len(mandatory.asked_of(agreement))
        lacking = {one.agreement.code for one in found.at("lacking")}
        assert lacking == {
            finding.subject.removeprefix("agreement[").removesuffix("]")
            for finding in found.report
            if finding.code == "MAND-LACKS"
        }
        for lang in ("id", "en"):
            assert found.text(lang)  # type: ignore[arg-type]
            assert found.report.text(lang)  # type: ignore[arg-type]
            assert found.table(lang).html()  # type: ignore[arg-type]
            assert len(found.rows(lang, numbers="text")) == len(found)  # type: ignore[arg-type]

    @given(governments(), st.integers(0, 3))
    def test_order_does_not_matter(self, government: Government, turn: int) -> None:
        """The same agreements in another order have the same standings."""
        agreements, mandatory = government
        turned = agreements[turn:] + agreements[:turn]
        first, second = (check_mandatory(one, mandatory, on=DAY) for one in (agreements, turned))
        assert {(one.agreement.code, one.code, one.state) for one in first} == {
            (one.agreement.code, one.code, one.state) for one in second
        }
