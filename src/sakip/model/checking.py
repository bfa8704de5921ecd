"""Pemeriksaan: everything that is wrong in one agreement and its data, found in one pass."""

from collections.abc import Callable, Iterable, Iterator

from sakip.base.finding import Finding, Report
from sakip.model.agreement import Agreement
from sakip.model.checks import (
    delivery,
    documentation,
    entering,
    periods,
    promise,
    quarters,
    ruling,
    signing,
    spending,
    weights,
)
from sakip.model.checks.case import Case, RuleSet
from sakip.model.realization import Realization

__all__ = ["CHECKS", "Check", "check", "findings_of"]

Check = Callable[[Case], Iterator[Finding]]
"""Pemeriksaan tunggal: one check, which finds what it finds in a case."""

CHECKS: tuple[Check, ...] = (
    *promise.CHECKS,
    *signing.CHECKS,
    *documentation.CHECKS,
    *weights.CHECKS,
    *ruling.CHECKS,
    *delivery.CHECKS,
    *periods.CHECKS,
    *quarters.CHECKS,
    *entering.CHECKS,
    *spending.CHECKS,
)


def findings_of(case: Case, checks: Iterable[Check]) -> Iterator[Finding]:
    """Temuan berkas: what these checks find, one check after the other.

    Where an indicator has several targets, what is said of it alike is said once.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> [finding.code for finding in findings_of(Case.of(example_agreement(), [], None), weights.CHECKS)]
        []
    """
    return iter(dict.fromkeys(finding for find in checks for finding in find(case)))


def check(
    agreement: Agreement,
    realizations: Iterable[Realization] = (),
    policy: RuleSet | None = None,
) -> Report:
    """Periksa: every finding about an agreement, its realizations, and whether a policy can score them.

    Nothing is stopped at the first problem. Findings marked blocking keep `evaluate` from scoring; every other fault
    leaves a coded reason in the score of its indicator. What needs a policy is looked at only when one is given; a
    target of zero is then judged by the policy's rule, and without a policy as one for which no rule was stated.

    Args:
        agreement: The agreement.
        realizations: What was delivered, in any order.
        policy: The policy that the agreement is to be scored with.

    Raises:
        InvalidValueError: Something that is no agreement, no list of realizations or no policy.

    Reference: PermenPANRB 53/2014, lampiran I (secondary); PermenPANRB 88/2021 (secondary), on the data sheet of an
        indicator.

    Examples:
        >>> from sakip import Realization, check
        >>> from sakip.testing import example_agreement
        >>> report = check(example_agreement(), [Realization("PLAN-9", 1)])
        >>> [(finding.code, finding.subject) for finding in report.blocking]
        [('REA-UNKNOWN', 'realizations[0].code')]
    """
    return Report(findings_of(Case.of(agreement, realizations, policy), CHECKS))
