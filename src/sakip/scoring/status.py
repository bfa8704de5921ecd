"""Status: whether a promise was kept, whatever its score was made into."""

from collections.abc import Callable
from datetime import date
from operator import eq, ge, le
from typing import Literal

from sakip.model.scale import Level
from sakip.model.target import Range, Target
from sakip.scoring.consolidation import Fact
from sakip.scoring.judging import Trace, is_met
from sakip.scoring.measurement import Facts
from sakip.scoring.outcome import Reason
from sakip.scoring.policy import Policy
from sakip.scoring.rule import Rule
from sakip.scoring.step import achievement_of

__all__ = ["Status", "is_at_ceiling", "is_zero_ruled", "rule_of", "status_of"]

Status = Literal["met", "missed", "not_scored", "left_out"]

_KEEPS: dict[str, Callable[[int, int], bool]] = {"maximize": ge, "minimize": le, "stabilize": eq}


def status_of(policy: Policy, target: Target, fact: Fact, trace: Trace | Reason) -> Status:
    """Status: met or missed where there is a score, otherwise how there came to be none.

    A number keeps its promise where its rule says so, before caps and roundings. Where a convention stands in for the
    rule, for a target of zero, the number is compared with the target; so are the ranks of levels and the days of
    deadlines. What was not reported keeps nothing.
    """
    if isinstance(trace, Reason):
        return "left_out" if trace.leaves_out else "not_scored"
    return "met" if _is_kept(policy, target, fact, trace) else "missed"


def _is_kept(policy: Policy, target: Target, fact: Fact, trace: Trace) -> bool:
    polarity, promised = target.indicator.polarity, target.value
    if isinstance(fact, Reason):
        return False
    if isinstance(fact, Level):
        scale = target.indicator.scale
        assert scale is not None
        assert isinstance(promised, Level)
        return _KEEPS[polarity](scale.rank(fact), scale.rank(promised))
    if isinstance(fact, date):
        assert isinstance(promised, date)
        return fact <= promised
    if is_zero_ruled(policy, target, fact):
        return _KEEPS[polarity](fact[0], 0)
    return is_at_ceiling(policy, target, fact) or achievement_of(trace) >= rule_of(policy, target).met_at


def rule_of(policy: Policy, target: Target) -> Rule:
    """Aturan target: the rule that scored a number or a range."""
    rule, _ = policy.slot(target.indicator.polarity, "range" if isinstance(target.value, Range) else "number")
    assert rule is not None
    return rule


def is_zero_ruled(policy: Policy, target: Target, facts: Facts) -> bool:
    """Menurut aturan target nol: whether the convention for targets of zero stood in for the rule."""
    return facts[1] == 0 and isinstance(rule_of(policy, target).quotient(facts), Reason)


def is_at_ceiling(policy: Policy, target: Target, facts: Facts) -> bool:
    """Di batas terbaik: whether the target was the best attainable and met, which has a value of its own."""
    if policy.at_ceiling is None or facts[1] is None or facts[1] != facts[4]:
        return False
    found = rule_of(policy, target).quotient(facts)
    return not isinstance(found, Reason) and is_met(rule_of(policy, target), found)
