"""Pertimbangan: one fact against one target under one policy."""

from datetime import date
from fractions import Fraction

from sakip.base.number import MICRO
from sakip.base.text import Text
from sakip.errors import UnknownCodeError
from sakip.model.indicator import Level, Polarity
from sakip.model.target import Range, Target
from sakip.model.vocabulary import polarity_text
from sakip.scoring.consolidation import Fact
from sakip.scoring.expression import R, W
from sakip.scoring.formula import Formula
from sakip.scoring.lateness import Lateness
from sakip.scoring.laws import fits
from sakip.scoring.lookup import Lookup
from sakip.scoring.measurement import Facts
from sakip.scoring.outcome import Quotient, Reason
from sakip.scoring.policy import Policy
from sakip.scoring.rule import Rule
from sakip.scoring.transform import Cap

__all__ = ["MISSING_CODES", "WORST_VALUE", "Trace", "is_at_ceiling", "is_met", "judge", "keeps_zero", "rule_of"]

Trace = tuple[Quotient, ...]
"""Jejak: the value of the rule, then the value after each step of the indicator's chain.

Under a policy that values kept promises at the best attainable, that value stands between the two; it is the rule's own
where there is none such.
"""

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
    found = _own_value(policy, target, fact)
    if isinstance(found, Reason):
        return found
    if policy.at_ceiling is None:
        return policy._run(*found)
    rewarded = is_at_ceiling(policy, target, fact)
    return found, *policy._run(*(policy.at_ceiling.as_integer_ratio() if rewarded else found))


def _own_value(policy: Policy, target: Target, fact: Fact) -> Quotient | Reason:
    """What the rule itself gives, before anything is made of it."""
    if isinstance(fact, tuple):
        return _number(policy, target, fact)
    if isinstance(fact, Reason):
        return fact if policy.not_reported == "reason" or fact.code not in MISSING_CODES else (0, 1)
    return _level(policy, target, fact) if isinstance(fact, Level) else _date(policy, target, fact)


_SLOT_WORDS = {
    "number": Text("target angka yang {polarity}", "targets that are numbers, {polarity}"),
    "range": Text("target rentang yang {polarity}", "targets that are ranges, {polarity}"),
    "level": Text("indikator bertingkat yang {polarity}", "ordinal indicators, {polarity}"),
}


def _no_rule(kind: str, polarity: Polarity) -> Reason:
    words = {"polarity": polarity_text(polarity)}
    what = _SLOT_WORDS[kind].filled(words)
    return Reason("no-rule", [("what", what)])


def _number(policy: Policy, target: Target, facts: Facts) -> Quotient | Reason:
    polarity = target.indicator.polarity
    kind = "number" if facts[5] is None else "range"
    rule, sign = policy._slots[polarity][kind]
    if rule is None:
        return _no_rule(kind, polarity)
    if sign and facts[1] is not None and facts[2] is not None and (facts[1] - facts[2]) * sign <= 0:
        return Reason("target-not-above-baseline" if sign > 0 else "target-not-below-baseline")
    found = rule.quotient(facts)
    if isinstance(found, Reason) and facts[1] == 0 and found.code == "outside-domain":
        return _zero(policy, polarity, facts)
    return found


def is_met(rule: Rule, achievement: Quotient) -> bool:
    """Tercapai: whether an achievement keeps the promise, decided by cross-multiplication."""
    numerator, denominator = achievement
    met = rule.met_at
    return numerator * met.denominator >= met.numerator * denominator


def rule_of(policy: Policy, target: Target) -> Rule:
    """Aturan target: the rule that scores a number or a range."""
    rule, _ = policy.slot(target.indicator.polarity, "range" if isinstance(target.value, Range) else "number")
    assert rule is not None
    return rule


def is_at_ceiling(policy: Policy, target: Target, fact: Fact) -> bool:
    """Di batas terbaik: whether the target was the best attainable and met, which has a value of its own.

    The best attainable number is the target's ceiling; the best attainable level is the end of its scale, the top where
    more is better and the bottom where less is.
    """
    if policy.at_ceiling is None:
        return False
    if isinstance(fact, Level):
        return _is_best_level(target, fact)
    if not isinstance(fact, tuple) or fact[1] is None or fact[1] != fact[4]:
        return False
    rule = rule_of(policy, target)
    found = rule.quotient(fact)
    if isinstance(found, Reason):
        return fact[1] == 0 and keeps_zero(target.indicator.polarity, fact[0])
    return is_met(rule, found)


def _is_best_level(target: Target, reached: Level) -> bool:
    scale, promised, polarity = target.indicator.scale, target.value, target.indicator.polarity
    if scale is None or not isinstance(promised, Level) or polarity == "stabilize":
        return False
    best = len(scale.levels) if polarity == "maximize" else 1
    return scale.rank(promised) == scale.rank(reached) == best


def keeps_zero(polarity: Polarity, realized: int) -> bool:
    """Menepati nol: whether a number keeps a promise of zero, where a convention stands in for the rule."""
    return {"maximize": realized >= 0, "minimize": realized <= 0, "stabilize": realized == 0}[polarity]


def _zero(policy: Policy, polarity: Polarity, facts: Facts) -> Quotient | Reason:
    realized = facts[0]
    match policy.zero_target:
        case "exclude":
            return Reason("zero-target-excluded", leaves_out=True)
        case "met_is_100":
            return (100, 1) if keeps_zero(polarity, realized) else (0, 1)
        case "cap_if_positive" if polarity == "maximize" and realized >= 0:
            cap = next(step.limit for step in policy.indicator if isinstance(step, Cap))
            return cap.as_integer_ratio() if realized else Reason("zero-target-excluded", leaves_out=True)
        case "worst_value" if polarity == "minimize":
            return WORST_VALUE.quotient(facts) if facts[3] is not None and facts[3] > 0 else Reason("no-worst-value")
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
        return Reason("no-rule", [("what", Text("indikator bertingkat", "ordinal indicators"))])
    if isinstance(policy.ordinal, Formula):
        if not fits(policy.ordinal, target.indicator.polarity):
            return _no_rule("level", target.indicator.polarity)
        return policy.ordinal.quotient((reached * MICRO, asked * MICRO, None, None, None, None, None, MICRO))
    return _looked_up(
        policy.ordinal,
        _relation(target.indicator.polarity, reached, asked),
        Reason(
            "ordinal-shortfall",
            [("level", level.name), ("relation", _BELOW if reached < asked else _ABOVE), ("target", promised.name)],
        ),
    )


_BELOW, _ABOVE = Text("di bawah", "below"), Text("di atas", "above")


def _relation(polarity: Polarity, reached: int, asked: int) -> str:
    if reached == asked:
        return "equal"
    return (
        "above" if {"maximize": reached > asked, "minimize": reached < asked, "stabilize": False}[polarity] else "below"
    )


def _date(policy: Policy, target: Target, done: date) -> Quotient | Reason:
    if policy.deadline is None:
        return Reason("no-rule", [("what", Text("target tanggal", "deadlines"))])
    assert isinstance(target.value, date)
    late = (done - target.value).days
    if isinstance(policy.deadline, Lateness):
        return policy.deadline.quotient(late)
    return _looked_up(policy.deadline, "late" if late > 0 else "on_time", Reason("late", [("days", late)]))


def _looked_up(table: Lookup, key: str, otherwise: Reason) -> Quotient | Reason:
    answer = table.find(key)
    return otherwise if answer is None else Fraction(answer).as_integer_ratio()
