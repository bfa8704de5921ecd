"""Profil: what a kind of government asks of its cascade: thresholds, required depth, deadlines, severities."""

from attrs import field, frozen

from sakip.base.finding import Severity
from sakip.base.rebuild import reduce_by_fields
from sakip.model.indicator import ResultLevel

__all__ = ["KEMENKEU", "KL", "PEMDA", "Profile"]


@frozen
class Profile:
    """Profil pemeriksaan: the settings that checks read; a government's own is one `attrs.evolve` away.

    Thresholds that no regulation states are ours, and the findings that rest on them say so.

    Attributes:
        id: Name of the profile.
        severities: Codes whose findings have another severity than the check's own.
        required_rank: The lowest rank to which every indicator must be cascaded, 2 to 5.
        cascaded_error_rank: Down to this rank an indicator that nobody carries is an error, below it a warning.
        additional_most: Percent of the weight of an agreement that may lie outside the cascade.
        over_commit_most: Percent by which children may promise more before it is a warning.
        slack_most: Percent of a value that rounding may hide.
        months_after_budget: Months after the ratification of the budget within which an agreement is due.
        successor_working_days: Working days after a replacement within which a new version is due; None without limit.
        last_new_version: (month, day) after which no new version is made; None without one.
        successor_promises_rest: Whether a successor promises what remains of the year, never the whole again.
        resign_subordinates: Whether subordinates sign anew when their superior is replaced.
        least_level: (rank, result level) pairs: the least result level expected at a rank.

    Examples:
        >>> PEMDA.required_rank, KEMENKEU.successor_working_days
        (4, 15)
    """

    id: str
    severities: tuple[tuple[str, Severity], ...] = field(default=(), kw_only=True)
    required_rank: int = field(kw_only=True)
    cascaded_error_rank: int = field(kw_only=True)
    additional_most: int = field(kw_only=True)
    over_commit_most: int = field(kw_only=True)
    slack_most: int = field(kw_only=True)
    months_after_budget: int = field(kw_only=True)
    successor_working_days: int | None = field(kw_only=True)
    last_new_version: tuple[int, int] | None = field(kw_only=True)
    successor_promises_rest: bool = field(default=False, kw_only=True)
    resign_subordinates: bool = field(kw_only=True)
    least_level: tuple[tuple[int, ResultLevel], ...] = field(kw_only=True)

    __reduce__ = reduce_by_fields


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
KL = Profile(
    "kl",
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
"""Kementerian dan lembaga."""
KEMENKEU = Profile(
    "kemenkeu",
    required_rank=5,
    cascaded_error_rank=3,
    additional_most=30,
    over_commit_most=10,
    slack_most=1,
    months_after_budget=1,
    successor_working_days=15,
    last_new_version=(10, 18),
    successor_promises_rest=True,
    resign_subordinates=False,
    least_level=_LEVELS,
)
"""Kementerian Keuangan: KMK 467/KMK.01/2014 as a handbook of its offices restates it (secondary)."""
