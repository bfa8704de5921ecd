"""Pemeriksaan kebijakan: whether the policy that is to score an agreement can score it at all."""

from collections.abc import Callable, Iterator
from datetime import date

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.model.checks.case import Case, NumberRule, RuleSet
from sakip.model.indicator import Polarity
from sakip.model.scale import Level
from sakip.model.target import Range, Target
from sakip.model.vocabulary import polarity_text

__all__ = ["CHECKS", "RULES"]

NO_RULE = Rule(
    "TGT-NO-RULE",
    "error",
    Text(
        "Kebijakan {policy} tidak memiliki aturan untuk target {code} ({kind}; {polarity})",
        "The policy {policy} has no rule for the target {code} ({kind}; {polarity})",
    ),
)
NOT_SCORABLE = Rule(
    "TGT-NOT-SCORABLE",
    "error",
    Text(
        "Menurut kebijakan {policy} target {code} tidak dapat dinilai, bahkan bila terealisasi tepat: {why}",
        "Under the policy {policy} the target {code} cannot be scored, even when delivered exactly: {why}",
    ),
)
_KINDS = {
    "number": Text("angka", "number"),
    "range": Text("rentang", "range"),
    "level": Text("tingkat", "level"),
    "date": Text("tanggal", "date"),
}
_NOT_ABOVE = Text("target tidak di atas kondisi awalnya", "the target is not above its baseline")
_NOT_BELOW = Text("target tidak di bawah kondisi awalnya", "the target is not below its baseline")
# A formula that ranks levels has no baseline, so each polarity leaves it one direction.
_RANKED = {"maximize": "up", "minimize": "down", "stabilize": "peak"}


def _scorable(case: Case) -> Iterator[Finding]:
    policy = case.policy
    if policy is None:
        return
    for target in case.agreement.targets:
        kind, polarity = _kind(target), target.indicator.polarity
        rule, why = _other_rule(policy, kind, polarity), None
        if kind in {"number", "range"}:
            rule, side = policy.slot(polarity, kind)
            why = None if rule is None else _objection(rule, side, target)
        subject = case.target_subject(target.code, "value")
        if rule is None:
            words = {"kind": _KINDS[kind], "polarity": polarity_text(polarity)}
            yield NO_RULE.at(subject, policy=policy.id, code=target.code, **words)
        elif why is not None:
            yield NOT_SCORABLE.at(subject, policy=policy.id, code=target.code, why=why)


def _kind(target: Target) -> str:
    match target.value:
        case Range():
            return "range"
        case Level():
            return "level"
        case date():
            return "date"
    return "number"


def _other_rule(policy: RuleSet, kind: str, polarity: Polarity) -> object:
    """What scores levels or dates; a table serves every polarity, a formula on ranks only that of its direction."""
    if kind == "date":
        return policy.deadline
    direction = getattr(policy.ordinal, "direction", None)
    return policy.ordinal if direction in {None, _RANKED[polarity]} else None


def _objection(rule: NumberRule, side: int, target: Target) -> Text | None:
    """What a rule has against a target whatever is delivered: it gives no number even for a promise kept exactly."""
    assert target._others is not None
    baseline, _, _, low, _, _ = target._others
    number = target._number
    if side and baseline is not None and number is not None and (number - baseline) * side <= 0:
        return _NOT_ABOVE if side > 0 else _NOT_BELOW
    kept = low if number is None else number
    assert kept is not None
    found = rule.quotient((kept, number, *target._others))
    if isinstance(found, tuple):
        return None
    if number == 0 and found.code == "outside-domain":
        return None  # left to the rule for zero targets
    return Text.literal(found.text("id"), found.text("en"))


NOT_IN_FORCE = Rule(
    "POL-NOT-IN-FORCE",
    "warning",
    Text(
        "Kebijakan {policy} tidak berlaku pada satu hari pun dalam {year} (berlaku sejak {since} sampai {until})",
        "The policy {policy} is in force on no day of {year} (in force from {since} until {until})",
    ),
)
_OPEN = Text("hari yang tidak disebut", "a day not stated")


def _in_force(case: Case) -> Iterator[Finding]:
    policy, year = case.policy, case.agreement.period
    if policy is None:
        return
    since, until = policy.in_force_from, policy.in_force_until
    if (since is not None and since > year.last_day) or (until is not None and until < year.first_day):
        subject = f"policy[{policy.id}]"
        yield NOT_IN_FORCE.at(subject, policy=policy.id, year=year.code, since=since or _OPEN, until=until or _OPEN)


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (_scorable, _in_force)
RULES = (NO_RULE, NOT_SCORABLE, NOT_IN_FORCE)
