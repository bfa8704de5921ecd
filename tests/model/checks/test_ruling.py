from datetime import date

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from sakip import BPK_OPINIONS, Indicator, Level, Range, Realization, Target, check, evaluate, score
from sakip.model.checks.ruling import CHECKS, RULES
from sakip.policies import HIGHER_IS_BETTER, KMK_127_2026, LKJIP, PERMENPANRB_8_2021, PROGRESS_FROM_BASELINE
from sakip.scoring import Policy
from sakip.testing import targets
from tests.model.making import Ratio, Settings, agreement_of, found, full, told

AT = "agreement[PK-1].targets[IKU-1].value"


@frozen
class Ranks:
    """A rule for levels that moves one way with their ranks."""

    direction: str


def ordinal(polarity: str = "maximize") -> Indicator:
    """An indicator whose values are levels."""
    return full(unit=None, scale=BPK_OPINIONS, polarity=polarity)


TARGETS = {
    "maximize": Target(full(), 10),
    "minimize": Target(full(polarity="minimize"), 10),
    "stabilize": Target(full(polarity="stabilize"), 10),
    "maximize_range": Target(full(), Range(10, 20)),
    "minimize_range": Target(full(polarity="minimize"), Range(10, 20)),
    "stabilize_range": Target(full(polarity="stabilize"), Range(10, 20)),
    "ordinal": Target(ordinal(), Level("WTP")),
    "deadline": Target(full(unit=None, measure="milestone"), date(2025, 6, 30)),
}


@pytest.mark.parametrize("slot", TARGETS)
def test_target_for_which_the_policy_has_no_rule(slot: str) -> None:
    """A target needs the rule of its polarity and kind; the lack of any other one is no matter."""
    without = Settings(**{slot: None})
    for other, target in TARGETS.items():
        report = found(target, policy=without)
        assert told(report) == ([("TGT-NO-RULE", AT)] if other == slot else [])
        assert report.errors == report.findings
        assert not report.blocking


@pytest.mark.parametrize(("direction", "polarity"), [("up", "maximize"), ("down", "minimize"), ("peak", "stabilize")])
def test_levels_ranked_by_a_formula(direction: str, polarity: str) -> None:
    """A formula on ranks serves the polarity of its direction, and no other."""
    for asked in ("maximize", "minimize", "stabilize"):
        report = found(Target(ordinal(asked), Level("WTP")), policy=Settings(ordinal=Ranks(direction)))
        assert report.codes() == (() if asked == polarity else ("TGT-NO-RULE",))


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("0.000001", ()),
        (0, ("TGT-ZERO",)),
        ("-0.000001", ("TGT-NOT-SCORABLE",)),
        (-5, ("TGT-NOT-SCORABLE",)),
        (Range(1, 2), ()),
        (Range(-1, 2), ("TGT-NOT-SCORABLE",)),
    ],
)
def test_target_outside_the_domain_of_its_rule(value: object, codes: tuple[str, ...]) -> None:
    """A rule that gives nothing for a promise kept exactly is an error; zero is left to the rule for zero targets."""
    report = found(Target(full(), value), policy=Settings())
    assert report.codes() == codes
    assert found(Target(full(), value)).codes() == (("TGT-ZERO",) if value == 0 else ())
    assert not report.blocking


@pytest.mark.parametrize(
    ("polarity", "side", "value", "scorable"),
    [
        ("maximize", 1, 11, True),
        ("maximize", 1, 10, False),
        ("maximize", 0, 10, True),
        ("minimize", -1, 9, True),
        ("minimize", -1, 10, False),
        ("minimize", 0, 10, True),
    ],
)
def test_progress_needs_a_target_beyond_its_baseline(polarity: str, side: int, value: int, scorable: bool) -> None:
    """Where progress is counted a target at its baseline has no score; elsewhere it may be promised."""
    policy = Settings(sides=((polarity, side),))
    report = found(Target(full(polarity=polarity), value, baseline=10), policy=policy)
    assert told(report) == ([] if scorable else [("TGT-NOT-SCORABLE", AT)])


def test_progress_needs_a_baseline() -> None:
    """A rule that reads a baseline says that there is none."""
    policy = Settings(maximize=Ratio(("R", "T", "B")))
    assert told(found(Target(full(), 10), policy=policy)) == [("TGT-NOT-SCORABLE", AT)]
    assert told(found(Target(full(), 10, baseline=1), policy=policy)) == []


@pytest.mark.parametrize(
    ("since", "until", "silent"),
    [
        (None, None, True),
        (date(2025, 12, 31), None, True),
        (date(2026, 1, 1), None, False),
        (None, date(2025, 1, 1), True),
        (None, date(2024, 12, 31), False),
        (date(2025, 3, 1), date(2025, 4, 1), True),
        (date(2023, 1, 1), date(2024, 12, 31), False),
    ],
)
def test_policy_that_is_not_in_force(since: date | None, until: date | None, silent: bool) -> None:
    """A policy that is in force on no day of the fiscal year is a warning; one day is enough."""
    report = found(Target(full(), 10), policy=Settings(in_force_from=since, in_force_until=until))
    assert told(report) == ([] if silent else [("POL-NOT-IN-FORCE", "policy[perbup]")])
    assert report.warnings == report.findings


def test_without_a_policy_nothing_is_said() -> None:
    """What hangs on the rules of a policy is not guessed at."""
    assert told(found(Target(full(), -5))) == []


PROGRESS = LKJIP.evolve(maximize=PROGRESS_FROM_BASELINE, minimize=PROGRESS_FROM_BASELINE)
REAL: tuple[tuple[Policy, Target], ...] = (
    (LKJIP, Target(full(), 10)),
    (LKJIP, Target(full(), -5)),
    (LKJIP, Target(full(polarity="minimize"), -5)),
    (LKJIP, Target(full(polarity="stabilize"), 10)),
    (LKJIP, Target(full(), Range(1, 2))),
    (LKJIP, Target(ordinal(), Level("WTP"))),
    (LKJIP, TARGETS["deadline"]),
    (PROGRESS, Target(full(), 10)),
    (PROGRESS, Target(full(), 10, baseline=10)),
    (PROGRESS, Target(full(), 10, baseline=9)),
    (LKJIP.evolve(deadline=None), TARGETS["deadline"]),
    (LKJIP.evolve(ordinal=None), TARGETS["ordinal"]),
    (LKJIP.evolve(ordinal=HIGHER_IS_BETTER), Target(ordinal("minimize"), Level("WTP"))),
    (KMK_127_2026, Target(full(polarity="stabilize"), 10)),
    (KMK_127_2026, Target(full(polarity="minimize"), Range(1, 2))),
)


@pytest.mark.parametrize(("policy", "target"), REAL)
def test_what_is_told_is_what_scoring_does(policy: Policy, target: Target) -> None:
    """A target is complained of exactly when the policy gives no score to a promise that is kept exactly."""
    kept = target.value.low if isinstance(target.value, Range) else target.value
    told_of = {"TGT-NO-RULE", "TGT-NOT-SCORABLE"} & set(check(agreement_of(target), [], policy).codes())
    assert bool(told_of) == (score(target, kept, policy=policy).value is None)
    evaluation = evaluate(agreement_of(target), [Realization("IKU-1", kept)], policy=policy)
    assert bool(told_of) == (evaluation["IKU-1"].score.value is None)


@given(targets(rich=True), st.sampled_from([LKJIP, KMK_127_2026, PERMENPANRB_8_2021, PROGRESS]))
def test_a_kept_promise_without_a_score_is_told_beforehand(target: Target, policy: Policy) -> None:
    """Whatever the target, it is complained of exactly when keeping it to the letter gives no score."""
    kept = target.value.low if isinstance(target.value, Range) else target.value
    reason = score(target, kept, policy=policy).reason
    unscored = {"TGT-NO-RULE", "TGT-NOT-SCORABLE", "TGT-ZERO", "IND-SCALE", "TGT-LEVEL"}
    assert bool(unscored & set(check(agreement_of(target), [], policy).codes())) == (reason is not None)


def test_rules_are_catalogued() -> None:
    """Each rule has a code of its own, and none of them keeps anything from being scored."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes) > len(CHECKS)
    assert not any(rule.blocking for rule in RULES)
