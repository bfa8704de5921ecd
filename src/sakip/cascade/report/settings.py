"""Setelan validasi: how a cascade is judged: the day, the profile, the checks and what is set aside."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, get_args

from attrs import field, fields, frozen

from sakip.base.choice import choose
from sakip.base.kind import day_of, none_or, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.cascade.case.check import Check
from sakip.cascade.checks.catalogue import CATALOGUE
from sakip.cascade.inputs.profile import PEMDA, Profile
from sakip.cascade.inputs.suppression import Suppression
from sakip.cascade.rollup.span import Rounded
from sakip.errors import InvalidValueError
from sakip.model.period import Period

__all__ = ["Settings", "checks_named", "require_year"]


def _as_of(value: date) -> date:
    return day_of(value, "validate.as_of")


def _profile(value: Profile) -> Profile:
    return of_kind(Profile, value, "validate.profile", "PEMDA")


def _through(value: Period | None) -> Period | None:
    return none_or(Period, value, "validate.through", "Period.quarter(2025, 2)")


def _rounded(value: Rounded) -> Rounded:
    problem = ("cara pembulatan tidak dikenal", "unknown rounding")
    return choose(value, get_args(Rounded), "validate.rounded", code="unknown-rounding", problem=problem)


def _checks(value: Iterable[Check]) -> tuple[Check, ...]:
    checks = tuple_of(Check, value, "validate.checks", "CATALOGUE[0]")
    seen: set[str] = set()
    for at, check in enumerate(checks):
        if check.code in seen:
            raise InvalidValueError(
                code="check-twice",
                path=f"validate.checks[{at}]",
                value=check.code,
                problem=("dua pemeriksaan memakai kode ini", "two checks have this code"),
                way_out=("Beri tiap pemeriksaan kode sendiri", "Give each check a code of its own"),
            )
        seen.add(check.code)
    return checks


def _suppressions(value: Iterable[Suppression]) -> tuple[Suppression, ...]:
    return tuple_of(Suppression, value, "validate.suppressions", "Suppression('...', by='...', code='CAS105')")


@frozen
class Settings:
    """Setelan: everything beside the cascade that decides what is found.

    Attributes:
        as_of: The day that is judged.
        profile: Thresholds and severities.
        through: The last period of the part of the year that is judged; None for the whole year.
        rounded: How numbers with declared decimals were rounded.
        checks: The checks, in the order in which they are asked.
        suppressions: Findings that are set aside.

    Raises:
        InvalidValueError: A setting of another kind, two checks with one code, or a profile that makes less than an
            error of what cannot be suppressed.
        UnknownCodeError: A profile with a severity for a check that is not there.

    Examples:
        >>> Settings(date(2025, 12, 31)).profile.id
        'pemda'
    """

    as_of: date = field(converter=_as_of)
    profile: Profile = field(default=PEMDA, converter=_profile, kw_only=True)
    through: Period | None = field(default=None, converter=_through, kw_only=True)
    rounded: Rounded = field(default="nearest", converter=_rounded, kw_only=True)
    checks: tuple[Check, ...] = field(default=CATALOGUE, converter=_checks, kw_only=True, repr=False)
    suppressions: tuple[Suppression, ...] = field(default=(), converter=_suppressions, kw_only=True)

    def __attrs_post_init__(self) -> None:
        known = {check.code: check for check in (*CATALOGUE, *self.checks)}
        for at, (code, severity) in enumerate(self.profile.severities):
            path = f"validate.profile.severities[{at}]"
            if code not in known:
                problem = ("tidak ada pemeriksaan ini", "there is no such check")
                raise unknown_code(code, known, code="unknown-check", path=path, problem=problem)
            if severity != "error" and not known[code].suppressible:
                raise InvalidValueError(
                    code="severity-fixed",
                    path=path,
                    value=(code, severity),
                    problem=(
                        "temuan dengan kode ini tidak dapat dikesampingkan, jadi tetap galat",
                        "findings of this code cannot be set aside, and so they stay errors",
                    ),
                    way_out=("Keluarkan kode ini dari profil", "Take this code out of the profile"),
                )

    def __reduce__(self) -> tuple[Any, ...]:
        kept = {one.name: getattr(self, one.name) for one in fields(Settings)}
        known = {check.code: check for check in CATALOGUE}
        # A check of the catalogue is kept by its code: its functions are ours and need no pickle.
        kept["checks"] = tuple(one.code if known.get(one.code) is one else one for one in self.checks)
        return _settings, (kept,)


def _settings(kept: dict[str, Any]) -> Settings:
    named = {one: check for one in kept["checks"] if isinstance(one, str) for check in checks_named([one], CATALOGUE)}
    return Settings(**{**kept, "checks": [named.get(one, one) for one in kept["checks"]]})


def checks_named(codes: Iterable[str], known: Iterable[Check]) -> tuple[Check, ...]:
    """Pemeriksaan menurut kode: the checks of these codes, in this order.

    Raises:
        UnknownCodeError: A code that none of the known checks has.

    Examples:
        >>> [check.slug for check in checks_named(["CAS101"], CATALOGUE)]
        ['cyclic-cascade']
    """
    by_code = {check.code: check for check in known}
    found: list[Check] = []
    for code in codes:
        if code not in by_code:
            raise unknown_code(
                code,
                by_code,
                code="unknown-check",
                path="checks",
                problem=("tidak ada pemeriksaan ini", "there is no such check"),
            )
        found.append(by_code[code])
    return tuple(found)


def require_year(through: Period | None, years: Collection[int]) -> None:
    """Wajib setahun: refuse a part of a year in which nothing is promised, whose numbers nobody could judge.

    Examples:
        >>> require_year(Period.quarter(2025, 2), [2024, 2025])
    """
    if through is None or not years or through.fiscal_year in years:
        return
    named = ", ".join(str(year) for year in sorted(years))
    raise InvalidValueError(
        code="through-other-year",
        path="validate.through",
        value=through.code,
        problem=("tidak ada perjanjian tahun itu", "there is no agreement of that year"),
        way_out=(f"Pilih periode dari {named}", f"Choose a period of {named}"),
    )
