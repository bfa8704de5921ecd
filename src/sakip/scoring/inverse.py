"""Kebalikan: which realizations give a wanted score under a policy."""

from decimal import Decimal
from fractions import Fraction

from sakip.base.interval import Interval, IntervalSet
from sakip.base.number import Number, admit
from sakip.errors import InvalidValueError
from sakip.model.target import Range, Target
from sakip.scoring.formula import Formula
from sakip.scoring.policy import Policy
from sakip.scoring.transform import preimage

__all__ = ["inverse"]


def inverse(target: Target, wanted: IntervalSet | Number, *, policy: Policy) -> IntervalSet:
    """Kebalikan: every realization of a target that scores the wanted number, or lies in the wanted set.

    Each point of the set scores the same; what rounding and caps take together comes back together. A zero target and
    a ceiling that a policy rewards are outside the formula and not part of the set.

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
    kind = "range" if isinstance(target.value, Range) else "number"
    rule, _ = policy.slot(target.indicator.polarity, kind)
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
    return rule.inverse(found, **numbers)


def _numbers(target: Target) -> dict[str, Fraction | Number]:
    bounds = target.value
    known = {
        "T": target.value if not isinstance(bounds, Range) else None,
        "B": target.baseline,
        "W": target.worst_value,
        "C": target.ceiling,
        "LO": bounds.low if isinstance(bounds, Range) else None,
        "HI": bounds.high if isinstance(bounds, Range) else None,
    }
    return {symbol: number for symbol, number in known.items() if isinstance(number, Decimal)}
