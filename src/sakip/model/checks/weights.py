"""Pemeriksaan bobot: whether the weights are what the policy wants."""

from collections.abc import Callable, Iterator

from sakip.base.finding import Finding
from sakip.base.number import FRACTION_DIGITS, decimal_of, micro
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.model.checks.case import Case
from sakip.model.target import Target

__all__ = ["CHECKS", "RULES"]

PARTIAL = Rule(
    "WGT-PARTIAL",
    "error",
    Text(
        "{weighted} dari {count} target berbobot dan sisanya tidak, misalnya {code}; isi semua atau tidak sama sekali",
        "{weighted} of {count} targets have a weight and the others none, {code} for one; give all of them or none",
    ),
    blocking=True,
)


def _partial(case: Case) -> Iterator[Finding]:
    targets = case.agreement.targets
    bare = [target for target in targets if target.weight is None]
    if bare and len(bare) < len(targets):
        subject = case.target_subject(bare[0].code, "weight")
        yield PARTIAL.at(subject, weighted=len(targets) - len(bare), count=len(targets), code=bare[0].code)


SUM = Rule(
    "WGT-SUM",
    "error",
    Text(
        "Jumlah bobot {sum}, padahal kebijakan meminta {total}",
        "The weights add up to {sum}, but the policy asks for {total}",
    ),
    blocking=True,
)


def _sum(case: Case) -> Iterator[Finding]:
    rule = None if case.policy is None else case.policy.weights
    if rule is None or rule.total is None:
        return
    for subject, targets in _groups(case, rule.per):
        weights = [micro(target.weight) for target in targets if target.weight is not None]
        if weights and len(weights) == len(targets) and sum(weights) != micro(rule.total):
            yield SUM.at(subject, sum=decimal_of(sum(weights), FRACTION_DIGITS), total=rule.total)


MISSING = Rule(
    "WGT-MISSING",
    "error",
    Text(
        "Tidak satu pun dari {count} target berbobot, padahal kebijakan meminta bobot",
        "No target has a weight (targets: {count}), but the policy asks for weights",
    ),
    blocking=True,
)


def _missing(case: Case) -> Iterator[Finding]:
    targets = case.agreement.targets
    refused = case.policy is not None and case.policy.weights.absent == "refuse"
    if refused and targets and all(target.weight is None for target in targets):
        yield MISSING.at(case.subject, count=len(targets))


def _groups(case: Case, per: str) -> Iterator[tuple[str, tuple[Target, ...]]]:
    if per == "agreement":
        yield case.subject, case.agreement.targets
        return
    for place, objective in enumerate(case.agreement.objectives):
        yield f"{case.subject}.objectives[{place}]", objective.targets


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (_partial, _sum, _missing)
RULES = (PARTIAL, SUM, MISSING)
