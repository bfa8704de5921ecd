"""Kebalikan: which realizations give a wanted score under a policy."""

from decimal import Decimal
from fractions import Fraction

from sakip.base.interval import Interval, IntervalSet
from sakip.base.kind import of_kind
from sakip.base.number import Number, admit
from sakip.errors import InvalidValueError
from sakip.model.indicator import Polarity
from sakip.model.target import Range, Target
from sakip.scoring.formula import Formula
from sakip.scoring.judging import WORST_VALUE
from sakip.scoring.policy import Policy
from sakip.scoring.transform import Cap, preimage

__all__ = ["inverse"]


def inverse(target: Target, wanted: IntervalSet | Number, *, policy: Policy) -> IntervalSet:
    """Kebalikan: every realization of a target that scores the wanted number, or lies in the wanted set.

    Each point of the set scores the same; what rounding and caps take together comes back together.

    Args:
        target: A target with a number or a range.
        wanted: A score, or a set of scores.
        policy: How it is judged.

    Raises:
        InvalidValueError: A target that is no number or range, or a rule without an inverse.

    Examples:
        >>> from sakip import Indicator
        >>> from sakip.policies import LKJIP
        >>> inverse(Target(Indicator("X", "Cakupan", polarity="maximize"), 80), 90, policy=LKJIP).text("en")
        '[71.996, 72.004)'
    """
    of_kind(Target, target, "inverse.target", "Target(indicator, 80)")
    of_kind(Policy, policy, "inverse.policy", "LKJIP")
    kind = "range" if isinstance(target.value, Range) else "number"
    rule, side = policy.slot(target.indicator.polarity, kind)
    numbers = _numbers(target)
    if not isinstance(rule, Formula) or (kind == "number" and "T" not in numbers):
        raise InvalidValueError(
            code="no-inverse",
            path=f"inverse[{target.code}]",
            value=target.value,
            problem=("target atau aturan ini tidak memiliki kebalikan", "this target or rule has no inverse"),
            way_out=(
                "Pakai target angka dan aturan berbentuk Formula",
                "Use a number target and a rule that is a Formula",
            ),
        )
    found = (
        wanted if isinstance(wanted, IntervalSet) else IntervalSet.of(Interval.point(admit(wanted, "inverse.wanted")))
    )
    for step in reversed(policy.indicator):
        found = preimage(step, found)
    promised, baseline = numbers.get("T"), numbers.get("B")
    if side and promised is not None and baseline is not None and (promised - baseline) * side <= 0:
        return IntervalSet()
    scored, undefined = rule.inverse(found, **numbers), IntervalSet()
    if promised == 0:
        undefined = rule.inverse(IntervalSet.everything(), **numbers).complement()
        scored = scored.union(_of_zero_target(policy, target, found).intersection(undefined))
    if policy.at_ceiling is None or promised is None or promised != numbers.get("C"):
        return scored
    ruled = _of_zero_target(policy, target, IntervalSet.everything()).intersection(undefined)
    met = rule.inverse(IntervalSet.of(Interval.at_least(rule.met_at)), **numbers)
    met = met.union(_keeping_zero(target.indicator.polarity).intersection(ruled))
    rewarded = met if found.contains(policy.at_ceiling) else IntervalSet()
    return scored.intersection(met.complement()).union(rewarded)


def _keeping_zero(polarity: Polarity) -> IntervalSet:
    ends = {"maximize": Interval.at_least(0), "minimize": Interval.at_most(0), "stabilize": Interval.point(0)}
    return IntervalSet.of(ends[polarity])


def _of_zero_target(policy: Policy, target: Target, found: IntervalSet) -> IntervalSet:
    """Every realization that the policy's rule for zero targets takes into the set."""
    polarity, worst = target.indicator.polarity, target.worst_value
    if policy.zero_target == "met_is_100":
        met = _keeping_zero(polarity)
        return IntervalSet(
            interval
            for value, values in ((100, met), (0, met.complement()))
            if found.contains(value)
            for interval in values
        )
    if policy.zero_target == "cap_if_positive" and polarity == "maximize":
        cap = next(step.limit for step in policy.indicator if isinstance(step, Cap))
        return IntervalSet.of(Interval.more_than(0)) if found.contains(cap) else IntervalSet()
    if policy.zero_target == "worst_value" and polarity == "minimize" and worst is not None:
        return WORST_VALUE.inverse(found, W=worst)
    return IntervalSet()


def _numbers(target: Target) -> dict[str, Fraction]:
    bounds = target.value
    known = {
        "T": bounds,
        "B": target.baseline,
        "W": target.worst_value,
        "C": target.ceiling,
        "LO": bounds.low if isinstance(bounds, Range) else None,
        "HI": bounds.high if isinstance(bounds, Range) else None,
    }
    return {symbol: Fraction(number) for symbol, number in known.items() if isinstance(number, Decimal)}
