"""Pertimbangan: one fact against one target under one policy."""

from datetime import date
from fractions import Fraction

from sakip.base.number import MICRO
from sakip.base.text import Text
from sakip.errors import UnknownCodeError
from sakip.model.indicator import Level, Polarity
from sakip.model.target import Target
from sakip.scoring.consolidation import Fact
from sakip.scoring.expression import R, W
from sakip.scoring.formula import Formula
from sakip.scoring.laws import fits
from sakip.scoring.lookup import Lookup
from sakip.scoring.measurement import Facts
from sakip.scoring.outcome import Quotient, Reason
from sakip.scoring.policy import Policy
from sakip.scoring.rule import Rule
from sakip.scoring.transform import Cap

__all__ = ["MISSING_CODES", "WORST_VALUE", "Trace", "is_met", "judge"]

Trace = tuple[Quotient, ...]
"""Jejak: the value of the rule, then the value after each step of the indicator's chain."""

MISSING_CODES = ("not-reported", "period-missing")
"""Kode belum dilaporkan: the reasons that mean that a due realization was not given."""

WORST_VALUE = Formula(
    "zero-target-worst-value",
    100 * (W - R) / W,
    at_target=100,
    direction="down",
)
"""Target nol dengan nilai terburuk: 100 at zero, 0 at the worst value (KMK 127/2026, secondary)."""


def judge(policy: Policy, target: Target, fact: Fact) -> Trace | Reason:
    """Timbang: the trace of one fact, or why there is none."""
    if isinstance(fact, tuple):
        found = _number(policy, target, fact)
    elif isinstance(fact, Reason):
        if policy.not_reported == "reason" or fact.code not in MISSING_CODES:
            return fact
        found = (0, 1)
    elif isinstance(fact, Level):
        found = _level(policy, target, fact)
    else:
        found = _date(policy, target, fact)
    return found if isinstance(found, Reason) else policy._run(*found)


_SLOT_WORDS = {
    "number": ("target angka berpolaritas", "targets that are numbers, of polarity"),
    "range": ("target rentang berpolaritas", "targets that are ranges, of polarity"),
}


def _no_rule(indonesian: str, english: str, polarity: str = "") -> Reason:
    return Reason("no-rule", [("what", Text(f"{indonesian} {polarity}".strip(), f"{english} {polarity}".strip()))])


def _number(policy: Policy, target: Target, facts: Facts) -> Quotient | Reason:
    polarity = target.indicator.polarity
    kind = "number" if facts[5] is None else "range"
    rule, sign = policy._slots[polarity][kind]
    if rule is None:
        return _no_rule(*_SLOT_WORDS[kind], polarity)
    if sign and facts[1] is not None and facts[2] is not None and (facts[1] - facts[2]) * sign <= 0:
        return Reason("target-not-above-baseline" if sign > 0 else "target-not-below-baseline")
    found = rule.quotient(facts)
    if isinstance(found, Reason):
        if facts[1] == 0 and found.code == "outside-domain":
            return _zero(policy, polarity, facts)
        return found
    if policy.at_ceiling is not None and facts[1] is not None and facts[1] == facts[4] and is_met(rule, found):
        return policy.at_ceiling.as_integer_ratio()
    return found


def is_met(rule: Rule, achievement: Quotient) -> bool:
    """Tercapai: whether an achievement keeps the promise, decided by cross-multiplication."""
    numerator, denominator = achievement
    met = rule.met_at
    return numerator * met.denominator >= met.numerator * denominator


def _zero(policy: Policy, polarity: Polarity, facts: Facts) -> Quotient | Reason:
    realized = facts[0]
    match policy.zero_target:
        case "exclude":
            return Reason("zero-target-excluded", leaves_out=True)
        case "met_is_100":
            met = {"maximize": realized >= 0, "minimize": realized <= 0, "stabilize": realized == 0}[polarity]
            return (100, 1) if met else (0, 1)
        case "cap_if_positive" if polarity == "maximize" and realized >= 0:
            cap = next(step.limit for step in policy.indicator if isinstance(step, Cap))
            return cap.as_integer_ratio() if realized else Reason("zero-target-excluded", leaves_out=True)
        case "worst_value" if polarity == "minimize":
            return Reason("no-worst-value") if facts[3] is None else WORST_VALUE.quotient(facts)
    return Reason("zero-target")


def _level(policy: Policy, target: Target, level: Level) -> Quotient | Reason:
    scale, promised = target.indicator.scale, target.value
    assert isinstance(promised, Level)
    if scale is None:
        return Reason("no-scale")
    try:
        reached, asked = scale.rank(level), scale.rank(promised)
    except UnknownCodeError as error:
        return Reason("level-unknown", [("level", str(error.value))])
    if policy.ordinal is None:
        return _no_rule("indikator bertingkat", "ordinal indicators")
    if isinstance(policy.ordinal, Formula):
        if not fits(policy.ordinal, target.indicator.polarity):
            return _no_rule(
                "indikator bertingkat berpolaritas", "ordinal indicators of polarity", target.indicator.polarity
            )
        return policy.ordinal.quotient((reached * MICRO, asked * MICRO, None, None, None, None, None, MICRO))
    return _looked_up(
        policy.ordinal,
        _relation(target.indicator.polarity, reached, asked),
        Reason("ordinal-shortfall", [("level", level.name), ("target", promised.name)]),
    )


def _relation(polarity: Polarity, reached: int, asked: int) -> str:
    if reached == asked:
        return "equal"
    return (
        "above" if {"maximize": reached > asked, "minimize": reached < asked, "stabilize": False}[polarity] else "below"
    )


def _date(policy: Policy, target: Target, done: date) -> Quotient | Reason:
    if policy.deadline is None:
        return _no_rule("target tanggal", "deadlines")
    assert isinstance(target.value, date)
    late = (done - target.value).days
    return _looked_up(policy.deadline, "late" if late > 0 else "on_time", Reason("late", [("days", late)]))


def _looked_up(table: Lookup, key: str, otherwise: Reason) -> Quotient | Reason:
    answer = table.find(key)
    return otherwise if answer is None else Fraction(answer).as_integer_ratio()
