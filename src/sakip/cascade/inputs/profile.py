"""Profil: what a kind of government asks of its cascade: thresholds, required depth, deadlines, severities."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import get_args

from attrs import evolve, field, frozen

from sakip.base.choice import choose
from sakip.base.finding import Severity
from sakip.base.kind import listed, of_kind, parted
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import require_text
from sakip.model.indicator import ResultLevel

__all__ = ["KEMENKEU", "KL", "PEMDA", "Profile"]

_LOWEST_RANK = 5
_MOST = 10**6
_MOST_DAYS = 366
_LEAP_YEAR = 2024


def _id(value: str) -> str:
    return require_text(value, "Profile.id").strip()


def _severities(value: Iterable[tuple[str, Severity]]) -> tuple[tuple[str, Severity], ...]:
    found: list[tuple[str, Severity]] = []
    problem = ("tingkat tidak dikenal", "unknown severity")
    for at, item in enumerate(listed(value, "Profile.severities", "('CAS105', 'note')")):
        path = f"Profile.severities[{at}]"
        code, severity = parted(item, 2, path, "('CAS105', 'note')")
        chosen = choose(
            severity, get_args(Severity), path, code="unknown-severity", problem=problem, known=_SEVERITY_WORDS
        )
        found.append((require_text(code, path).strip(), chosen))
    return tuple(found)


_SEVERITY_WORDS = {"galat": "error", "peringatan": "warning", "catatan": "note"}


def _required_rank(value: int) -> int:
    return admit_whole(value, "Profile.required_rank", low=2, high=_LOWEST_RANK)


def _cascaded_error_rank(value: int) -> int:
    return admit_whole(value, "Profile.cascaded_error_rank", low=0, high=_LOWEST_RANK)


def _additional_most(value: int) -> int:
    return admit_whole(value, "Profile.additional_most", low=0, high=100)


def _over_commit_most(value: int) -> int:
    return admit_whole(value, "Profile.over_commit_most", low=0, high=_MOST)


def _slack_most(value: int) -> int:
    return admit_whole(value, "Profile.slack_most", low=0, high=100)


def _months_after_budget(value: int) -> int:
    return admit_whole(value, "Profile.months_after_budget", low=0, high=12)


def _successor_promises_rest(value: bool) -> bool:  # noqa: FBT001 - the field that it fills
    return of_kind(bool, value, "Profile.successor_promises_rest", "True")


def _resign_subordinates(value: bool) -> bool:  # noqa: FBT001
    return of_kind(bool, value, "Profile.resign_subordinates", "True")


def _working_days(value: int | None) -> int | None:
    return None if value is None else admit_whole(value, "Profile.successor_working_days", low=0, high=_MOST_DAYS)


def _last_new_version(value: tuple[int, int] | None) -> tuple[int, int] | None:
    if value is None:
        return None
    path = "Profile.last_new_version"
    month, day = parted(value, 2, path, "(10, 18)")
    month = admit_whole(month, f"{path}[0]", low=1, high=12)
    return month, admit_whole(day, f"{path}[1]", low=1, high=monthrange(_LEAP_YEAR, month)[1])


def _least_level(value: Iterable[tuple[int, ResultLevel]]) -> tuple[tuple[int, ResultLevel], ...]:
    found: list[tuple[int, ResultLevel]] = []
    problem = ("tataran hasil tidak dikenal", "unknown result level")
    for at, item in enumerate(listed(value, "Profile.least_level", "(2, 'immediate_outcome')")):
        path = f"Profile.least_level[{at}]"
        rank, level = parted(item, 2, path, "(2, 'immediate_outcome')")
        chosen = choose(level, get_args(ResultLevel), path, code="unknown-result-level", problem=problem)
        found.append((admit_whole(rank, path, low=0, high=_LOWEST_RANK), chosen))
    return tuple(found)


@frozen
class Profile:
    """Profil pemeriksaan: the settings that checks read; a government's own is one `attrs.evolve` away.

    Thresholds that no regulation states are ours, and the findings that rest on them say so.

    Attributes:
        id: Name of the profile.
        severities: Codes whose findings have another severity than the check's own. Those that may not be suppressed
            stay errors.
        required_rank: The lowest rank to which every indicator must be cascaded, 2 to 5.
        cascaded_error_rank: Down to this rank an indicator that nobody carries is an error, below it a warning.
        additional_most: Percent of the weight of an agreement that may lie outside the cascade.
        over_commit_most: Percent by which children may promise more before it is a warning.
        slack_most: Percent of a value that rounding may hide.
        months_after_budget: Months after the ratification of the budget within which an agreement is due.
        successor_working_days: Working days after a replacement within which a new version is due; None without limit.
        last_new_version: (month, day) after which no new version is made, 29 February being the last of the month;
            None without one.
        successor_promises_rest: Whether a successor promises what remains of the year, never the whole again.
        resign_subordinates: Whether subordinates sign anew when their superior is replaced.
        least_level: (rank, result level) pairs: the least result level expected at a rank.

    Raises:
        InvalidValueError: A number out of its bounds, an unknown word, or a day that no year has.

    Examples:
        >>> PEMDA.required_rank, KEMENKEU.successor_working_days
        (4, 15)
    """

    id: str = field(converter=_id)
    severities: tuple[tuple[str, Severity], ...] = field(default=(), converter=_severities, kw_only=True)
    required_rank: int = field(converter=_required_rank, kw_only=True)
    cascaded_error_rank: int = field(converter=_cascaded_error_rank, kw_only=True)
    additional_most: int = field(converter=_additional_most, kw_only=True)
    over_commit_most: int = field(converter=_over_commit_most, kw_only=True)
    slack_most: int = field(converter=_slack_most, kw_only=True)
    months_after_budget: int = field(converter=_months_after_budget, kw_only=True)
    successor_working_days: int | None = field(converter=_working_days, kw_only=True)
    last_new_version: tuple[int, int] | None = field(converter=_last_new_version, kw_only=True)
    successor_promises_rest: bool = field(default=False, converter=_successor_promises_rest, kw_only=True)
    resign_subordinates: bool = field(converter=_resign_subordinates, kw_only=True)
    least_level: tuple[tuple[int, ResultLevel], ...] = field(converter=_least_level, kw_only=True)

    __reduce__ = reduce_by_fields

    def last_new_version_in(self, year: int) -> date | None:
        """Hari terakhir versi baru: in a year; in a common year 28 February stands for the 29th."""
        if self.last_new_version is None:
            return None
        month, day = self.last_new_version
        return date(year, month, min(day, monthrange(year, month)[1]))


_LEVELS: tuple[tuple[int, ResultLevel], ...] = (
    (0, "intermediate_outcome"),
    (1, "intermediate_outcome"),
    (2, "immediate_outcome"),
    (3, "output"),
)

PEMDA = Profile(
    "pemda",
    required_rank=4,
    cascaded_error_rank=3,
    additional_most=30,
    over_commit_most=10,
    slack_most=1,
    months_after_budget=1,
    successor_working_days=None,
    last_new_version=None,
    resign_subordinates=False,
    least_level=_LEVELS,
)
"""Pemerintah daerah: governors, regents and mayors with their offices."""
KL = evolve(PEMDA, id="kl")
"""Kementerian dan lembaga."""
KEMENKEU = evolve(
    KL,
    id="kemenkeu",
    required_rank=5,
    successor_working_days=15,
    last_new_version=(10, 18),
    successor_promises_rest=True,
)
"""Kementerian Keuangan: KMK 467/KMK.01/2014 as a handbook of its offices restates it (secondary)."""
