"""Status: whether a promise was kept, whatever its score was made into."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from operator import eq, ge, le
from typing import Literal

from sakip.model.scale import Level
from sakip.model.target import Target
from sakip.scoring.consolidation import Fact
from sakip.scoring.judging import Trace, keeps_zero, rule_of
from sakip.scoring.measurement import Facts
from sakip.scoring.outcome import Reason
from sakip.scoring.policy import Policy
from sakip.scoring.step import achievement_of

__all__ = ["Status", "is_zero_ruled", "status_of"]

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
        return keeps_zero(polarity, fact[0])
    return _achieved(policy, target, fact, trace) >= rule_of(policy, target).met_at


def _achieved(policy: Policy, target: Target, facts: Facts, trace: Trace) -> Fraction:
    """The achievement of what was delivered altogether, also where the score is a mean over periods."""
    found = rule_of(policy, target).quotient(facts) if policy.periods == "score_each" else trace[0]
    return achievement_of(trace) if isinstance(found, Reason) else Fraction(*found)


def is_zero_ruled(policy: Policy, target: Target, facts: Facts) -> bool:
    """Menurut aturan target nol: whether the convention for targets of zero stood in for the rule."""
    return facts[1] == 0 and isinstance(rule_of(policy, target).quotient(facts), Reason)
