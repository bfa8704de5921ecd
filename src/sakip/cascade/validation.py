"""Validasi: every check is asked of every subject, and what does not pass is collected."""

from collections.abc import Iterable
from datetime import date

from sakip.base.kind import of_kind
from sakip.cascade.case.check import Check
from sakip.cascade.checks.catalogue import CATALOGUE
from sakip.cascade.inputs.cascade import Cascade
from sakip.cascade.inputs.profile import PEMDA, Profile
from sakip.cascade.inputs.suppression import Suppression
from sakip.cascade.report.report import CascadeReport, judged
from sakip.cascade.report.settings import Settings
from sakip.cascade.rollup.span import Rounded
from sakip.model.period import Period

__all__ = ["validate"]


def validate(
    cascade: Cascade,
    *,
    as_of: date,
    profile: Profile = PEMDA,
    through: Period | None = None,
    rounded: Rounded = "nearest",
    checks: Iterable[Check] = CATALOGUE,
    suppressions: Iterable[Suppression] = (),
) -> CascadeReport:
    """Validasi kaskade: whether the lower promises carry the higher ones, with everything that says they do not.

    Nothing is raised about the content: what is wrong in somebody's data is a finding, and no check stops another.

    Args:
        cascade: The agreements, their links and what else is known.
        as_of: The day that is judged; one version of each agreement is in force.
        profile: The thresholds, the required depth and the severities.
        through: The last period of the part of the year whose realizations are judged; None for the whole year.
        rounded: How numbers with declared decimals were rounded: ``nearest``, ``truncate`` or ``exact``.
        checks: The checks; users' own stand beside those of the catalogue.
        suppressions: Findings that are set aside, with their reasons.

    Raises:
        InvalidValueError: An argument of another kind, a period of a year without agreements, two checks with one
            code, or a profile that makes less than an error of what cannot be suppressed.
        UnknownCodeError: A profile with a severity for a check that is not there.

    Reference: PermenPANRB 88/2021, kriteria 1.b.8 (secondary); PermenPANRB 88/2021, kriteria 1.b.9 (secondary);
        PermenPANRB 88/2021, kriteria 2.b.5 (secondary).

    Examples:
        >>> validate(Cascade(), as_of=date(2025, 12, 31)).ok
        False
    """
    of_kind(Cascade, cascade, "validate.cascade", "Cascade(agreements, links)")
    settings = Settings(
        as_of, profile=profile, through=through, rounded=rounded, checks=checks, suppressions=suppressions
    )
    return judged(cascade, settings)
