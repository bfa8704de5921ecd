"""Pemeriksaan tahun dan periodenya: whether the periods of a year give what is said of the year."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from sakip.base.finding import Finding
from sakip.base.number import FRACTION_DIGITS
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.model.checks.case import Case, Reported, named, number_of
from sakip.model.indicator import Consolidation
from sakip.model.period import Period, PeriodKind
from sakip.model.realization import Components, NotReported
from sakip.model.target import Target

__all__ = ["CHECKS", "RULES", "Year", "planned_year", "reported_year"]


@frozen
class Year:
    """Tahun dan periodenya: what is said of a year, beside what is said of its periods in their order."""

    whole: Fraction
    parts: Sequence[Fraction]
    pooled: Fraction | None = None
    decimals: int | None = None
    measured: bool = False

    def reached(self, how: Consolidation) -> Fraction | None:
        """Hasil konsolidasi: what the periods give for the year; None where they cannot be consolidated so."""
        match how:
            case "sum":
                return sum(self.parts, Fraction(0))
            case "average":
                return sum(self.parts, Fraction(0)) / len(self.parts)
            case "minimum":
                return min(self.parts)
            case "maximum":
                return max(self.parts)
            case "pool":
                return self.pooled
        return self.parts[-1]

    def allows(self, reached: Fraction, how: Consolidation) -> bool:
        """Membolehkan: whether what its periods give is what is said of the year, but for rounding.

        Only declared decimals make measured figures rounded ones; a plan is exact. A mean and a ratio have no last
        decimal and are always rounded.
        """
        halves = {"average": 1, "pool": 1}
        if self.measured and self.decimals is not None:
            halves = {"sum": len(self.parts) + 1, "average": 2, "pool": 1}
        digits = FRACTION_DIGITS if self.decimals is None else self.decimals
        return abs(reached - self.whole) <= Fraction(halves.get(how, 0), 2 * 10**digits)


_DAY = timedelta(days=1)

HOLE = Rule(
    "TGT-TRAJECTORY-HOLE",
    "warning",
    Text(
        "Lintasan target {code} tidak memuat {periods}, padahal tahunnya belum berakhir",
        "The trajectory of {code} leaves out {periods}, though the year goes on",
    ),
)


def _hole(case: Case) -> Iterator[Finding]:
    year = case.agreement.period
    for target in case.agreement.targets:
        left_out = _left_out(target.trajectory.periods, year)
        if left_out:
            yield HOLE.at(case.target_subject(target.code, "trajectory"), code=target.code, periods=named(*left_out))


def _left_out(planned: Sequence[Period], year: Period) -> Sequence[Period]:
    """What a plan leaves out after it has begun, in periods of its shortest kind, or in months where these do not fit.

    A plan may begin late, for then nothing was promised before; what it promises of a later gap nobody knows.
    """
    if not planned or not all(year.contains(period) for period in planned):
        return ()
    follows = all(later.first_day - earlier.last_day == _DAY for earlier, later in pairwise(planned))
    if follows and planned[-1].last_day == year.last_day:
        return ()  # nearly always
    shortest = min(planned, key=lambda period: period.last_day - period.first_day).kind
    kinds: tuple[PeriodKind, PeriodKind] = ("month", shortest)
    months, parts = (_free(planned, year.parts(kind)) for kind in kinds)
    return parts if all(any(part.contains(month) for part in parts) for month in months) else months


def _free(planned: Sequence[Period], parts: Sequence[Period]) -> list[Period]:
    return [
        part
        for part in parts
        if part.first_day > planned[0].last_day
        and not any(part.first_day <= period.last_day and period.first_day <= part.last_day for period in planned)
    ]


def planned_year(target: Target, case: Case) -> Year | None:
    """Tahun menurut target: the target and its trajectory, if this plans the year to its end in periods of one kind.

    Else the rest may be meant silently.
    """
    value, year = target.value, case.agreement.period
    if not target.trajectory or not isinstance(value, Decimal):
        return None
    periods = target.trajectory.periods
    inside = all(year.contains(period) for period in periods)
    if len({period.kind for period in periods}) > 1 or not inside or periods[-1].last_day != year.last_day:
        return None
    amounts = [Fraction(amount) for _, amount in target.trajectory]
    return Year(Fraction(value), amounts, decimals=target.indicator.decimals)


SKIPPED = Rule(
    "REA-SKIPPED",
    "warning",
    Text(
        "Realisasi {code} untuk {periods} belum dilaporkan, padahal untuk {later} sudah",
        "No realization of {code} was reported for {periods}, though one was for {later}",
    ),
)


def _skipped(case: Case) -> Iterator[Finding]:
    """A state or a cumulative figure has its score without the periods before it, so nothing else would name them."""
    for target in case.agreement.targets:
        parts = case.parts_of_year(target.code)
        if not target.trajectory or not parts or _whole(target.code, case) is not None:
            continue
        told = {each.period for each in parts if not isinstance(each.realization.value, NotReported)}
        planned = target.trajectory.periods
        later = next((period for period in reversed(planned) if period in told), planned[0])
        silent = [period for period in planned[: planned.index(later)] if period not in told]
        if silent:
            subject = case.target_subject(target.code, "trajectory")
            yield SKIPPED.at(subject, code=target.code, periods=named(*silent), later=named(later))


YEAR = Rule(
    "REA-YEAR",
    "error",
    Text(
        "Realisasi setahun {code} tertulis {value}, padahal periodenya menghasilkan {reached} (konsolidasi {how})",
        "The realization of {code} for the year is {value}, but its periods give {reached} (consolidation {how})",
    ),
)


def _year(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        how, year = target.indicator.consolidation, reported_year(target, case)
        if how is None or year is None:
            continue
        whole, reached = _whole(target.code, case), year.reached(how)
        if whole is not None and reached is not None and not year.allows(reached, how):
            yield YEAR.at(f"{whole.subject}.value", code=target.code, value=year.whole, reached=reached, how=how)


def reported_year(target: Target, case: Case) -> Year | None:
    """Tahun menurut realisasi: the realization of the year and those of all its periods of one kind, as numbers."""
    parts = sorted(case.parts_of_year(target.code), key=lambda each: each.period)
    whole = _whole(target.code, case) if parts else None
    stated = None if whole is None else number_of(whole.realization)
    if stated is None:
        return None
    numbers = [number for each in parts if (number := number_of(each.realization)) is not None]
    periods = [each.period for each in parts]
    if len(numbers) < len(parts) or periods != list(case.agreement.period.parts(periods[0].kind)):
        return None
    return Year(stated, numbers, _pooled(parts), target.indicator.decimals, measured=True)


def _whole(code: str, case: Case) -> Reported | None:
    year = case.agreement.period
    return next((each for each in case.by_code.get(code, ()) if each.period == year), None)


def _pooled(parts: Sequence[Reported]) -> Fraction | None:
    values = [value for each in parts if isinstance(value := each.realization.value, Components)]
    below = sum((Fraction(value.denominator) for value in values), Fraction(0))
    if len(values) < len(parts) or len({value.per for value in values}) > 1 or not below:
        return None
    return Fraction(values[0].per) * sum(Fraction(value.numerator) for value in values) / below


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (_hole, _skipped, _year)
RULES = (HOLE, SKIPPED, YEAR)
