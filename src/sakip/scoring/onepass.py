"""Sekali jalan: the usual agreement, one number for every target in the time that is asked, judged in one walk."""

from collections.abc import Sequence
from typing import Any

from sakip.model.period import Period
from sakip.model.plan import Plan
from sakip.model.realization import Realization
from sakip.scoring.judging import Trace
from sakip.scoring.measurement import Facts
from sakip.scoring.policy import Policy

__all__ = ["one_pass"]


def one_pass(
    policy: Policy,
    plan: Plan,
    given: Sequence[object],
    period: Period | None,
) -> tuple[list[Facts], list[Trace]] | None:
    """Sekali jalan: the fact and the trace of each target; None as soon as anything at all is not as usual.

    It gives what `consolidated` and `judge` give, at half their cost, and refuses nothing: whatever it does not know
    is theirs to judge, or to name.
    """
    amounts = plan.amounts.get(period)
    if amounts is None or len(given) != len(amounts) or policy.minimum_status is not None:
        return None
    index, slots, others, runs = plan.index, plan.slots, plan.others, policy._runs
    facts: list[Any] = [None] * len(amounts)
    traces: list[Any] = [None] * len(amounts)
    for one in given:
        if type(one) is not Realization or one._scaled is None or not (one.period is period or one.period == period):
            return None
        at = index.get(one.code)
        if at is None or facts[at] is not None:
            return None
        count, parts = one._scaled
        amount, other, run = amounts[at], others[at], runs[slots[at]]
        if parts != 1 or other is None or run is None or (amount is None and period is not None):
            return None
        fact = facts[at] = (count, amount) + other  # noqa: RUF005 - unpacking costs half as much again
        trace = traces[at] = run(fact)
        if trace is None:
            return None
    return facts, traces
