"""Perjanjian kinerja: objectives with their targets, promised by one party to another for one year."""

from collections.abc import Iterable
from datetime import date
from math import gcd

from attrs import field, frozen

from sakip.base.kind import none_or, of_kind, tuple_of
from sakip.base.number import admit_whole, micro
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import require_text
from sakip.errors import InvalidValueError
from sakip.model.party import Party
from sakip.model.period import Period
from sakip.model.target import Others, Range, Target

__all__ = ["Agreement", "Objective"]


def _targets(value: Iterable[Target]) -> tuple[Target, ...]:
    return tuple_of(Target, value, "Objective.targets", "Target(indicator, 80)")


def _objective_name(value: str) -> str:
    return require_text(value, "Objective.name")


def _objective_code(value: str | None) -> str | None:
    return None if value is None else require_text(value, "Objective.code")


@frozen
class Objective:
    """Sasaran: one result that is promised, with the targets that show it; *sasaran* is never a target.

    Attributes:
        name: The objective, as a condition to be reached.
        targets: Its targets, in the order of the document.
        code: Code of the objective, if it has one.

    Raises:
        InvalidValueError: An empty name, or something that is no `Target` among the targets.

    Examples:
        >>> Objective("Layanan kesehatan meningkat", []).targets
        ()
    """

    name: str = field(converter=_objective_name)
    targets: tuple[Target, ...] = field(converter=_targets)
    code: str | None = field(default=None, converter=_objective_code, kw_only=True)


@frozen
class Plan:
    """Susunan target: what an agreement knows about its own targets, derived once.

    Attributes:
        targets: Every target, objective after objective.
        index: Position of each code's first target.
        slices: Where each objective's targets start and end.
        weights: The weight of each target as a whole number, in lowest terms; all the same where no target has one.
        slots: Which rule of a policy judges each target: its polarity, with ``_range`` for a range.
        others: What a rule may read of each target beside R and T; None where the target has no number at all.
        amounts: The number promised by each target in millionths, or None, in the year (under None) and in each period
            of the trajectories.
        weight_sums: Sum of the weights of each objective, in millionths.
        weighted: How many targets of each objective have a weight.
        sizes: How many targets each objective has.
        twice: Codes that several targets share.
        period: The fiscal year.
    """

    targets: tuple[Target, ...]
    index: dict[str, int]
    slices: tuple[tuple[int, int], ...]
    weights: tuple[int, ...]
    slots: tuple[str, ...]
    others: tuple[Others | None, ...]
    amounts: dict[Period | None, tuple[int | None, ...]]
    weight_sums: tuple[int, ...]
    weighted: tuple[int, ...]
    sizes: tuple[int, ...]
    twice: tuple[str, ...]
    period: Period


def _plan(objectives: tuple[Objective, ...], period: Period) -> Plan:
    targets = tuple(target for objective in objectives for target in objective.targets)
    index: dict[str, int] = {}
    twice: dict[str, None] = {}
    for position, target in enumerate(targets):
        if index.setdefault(target.indicator.code, position) != position:
            twice[target.indicator.code] = None
    slices: list[tuple[int, int]] = []
    for objective in objectives:
        start = slices[-1][1] if slices else 0
        slices.append((start, start + len(objective.targets)))
    weights = [None if target.weight is None else micro(target.weight) for target in targets]
    weighted = tuple(sum(weight is not None for weight in weights[start:end]) for start, end in slices)
    return Plan(
        targets=targets,
        index=index,
        slices=tuple(slices),
        weights=_lowest([weight or 0 for weight in weights]) if any(weighted) else (1,) * len(targets),
        slots=tuple(_slot(target) for target in targets),
        others=tuple(target._others for target in targets),
        amounts=_amounts(targets, period),
        weight_sums=tuple(sum(weight or 0 for weight in weights[start:end]) for start, end in slices),
        weighted=weighted,
        sizes=tuple(end - start for start, end in slices),
        twice=tuple(twice),
        period=period,
    )


def _lowest(weights: list[int]) -> tuple[int, ...]:
    shared = gcd(*weights)
    return tuple(weight // shared for weight in weights)


def _slot(target: Target) -> str:
    polarity = target.indicator.polarity
    return f"{polarity}_range" if isinstance(target.value, Range) else polarity


def _amounts(targets: tuple[Target, ...], year: Period) -> dict[Period | None, tuple[int | None, ...]]:
    found: dict[Period | None, list[int | None]] = {None: [target._number for target in targets]}
    for at, target in enumerate(targets):
        for period, amount in target.trajectory:
            if period != year and year.contains(period):
                found.setdefault(period, [None] * len(targets))[at] = micro(amount)
    return {period: tuple(amounts) for period, amounts in found.items()}


def _code(value: str) -> str:
    return require_text(value, "Agreement.code")


def _year(value: int) -> int:
    return admit_whole(value, "Agreement.year", low=1945, high=9998)


def _starts(value: int) -> int:
    return admit_whole(value, "Agreement.starts", low=1, high=12)


def _first_party(value: Party) -> Party:
    return of_kind(Party, value, "Agreement.first_party", "Party('Kepala Dinas')")


def _second_party(value: Party | None) -> Party | None:
    return none_or(Party, value, "Agreement.second_party", "Party('Bupati')")


def _day(value: date | None, path: str) -> date | None:
    if value is None or type(value) is date:
        return value
    raise InvalidValueError(
        code="not-a-date",
        path=path,
        value=value,
        problem=("bukan tanggal tanpa jam", "not a date without a time"),
        way_out=("Tulis date(2025, 1, 31), atau parse_date", "Write date(2025, 1, 31), or use parse_date"),
    )


def _signed_on(value: date | None) -> date | None:
    return _day(value, "Agreement.signed_on")


def _objectives(value: Iterable[Objective]) -> tuple[Objective, ...]:
    return tuple_of(Objective, value, "Agreement.objectives", "Objective(name, [Target(indicator, 80)])")


@frozen
class Agreement:
    """Perjanjian kinerja: what the first party promises to the second for one fiscal year.

    Attributes:
        code: Code of the document, unique among the agreements of its system.
        year: Tahun anggaran, the calendar year in which the fiscal year begins.
        first_party: Pihak pertama, who promises.
        second_party: Pihak kedua, who accepts and evaluates; a minister or a head of region has none.
        signed_on: Day of signature.
        objectives: Sasaran, in the order of the document.
        starts: Month in which the fiscal year begins, 1 to 12.

    Raises:
        InvalidValueError: A field that cannot be; what is merely missing or wrong is a finding of `check`.

    Reference: PermenPANRB 53/2014, annex I.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> [target.code for target in example_agreement().targets]
        ['PLAN-1']
    """

    code: str = field(converter=_code)
    year: int = field(converter=_year, kw_only=True)
    first_party: Party = field(converter=_first_party, kw_only=True)
    second_party: Party | None = field(default=None, converter=_second_party, kw_only=True)
    signed_on: date | None = field(default=None, converter=_signed_on, kw_only=True)
    objectives: tuple[Objective, ...] = field(converter=_objectives, kw_only=True)
    starts: int = field(default=1, converter=_starts, kw_only=True)
    _plan: Plan = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_plan", _plan(self.objectives, Period.year(self.year, starts=self.starts)))

    __reduce__ = reduce_by_fields

    @property
    def targets(self) -> tuple[Target, ...]:
        """Semua target: every target, objective after objective."""
        return self._plan.targets

    @property
    def period(self) -> Period:
        """Tahun anggaran: the fiscal year as a period."""
        return self._plan.period
