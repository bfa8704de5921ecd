"""Sisa target: what is left of a year's target for a successor."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import get_args

from attrs import frozen

from sakip.base.choice import choose
from sakip.base.interval import Interval
from sakip.base.kind import of_kind, tuple_of
from sakip.base.notation import format_date, format_number
from sakip.base.number import RoundingMode, admit_whole, decimal_of_fraction
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Argument, Lang, Text
from sakip.errors import InvalidValueError
from sakip.lifecycle.portion import own_by_period, plan_of_periods, portion
from sakip.model.indicator import Consolidation, Level
from sakip.model.period import Period, PeriodKind
from sakip.model.realization import NotApplicable, Realization
from sakip.model.target import Range, Target
from sakip.scoring.consolidation import named_periods
from sakip.scoring.outcome import Reason

__all__ = ["Left", "Remaining", "remaining_target", "still", "written", "year_of"]

Left = Fraction | Interval | Level | date
"""Sisa: an exact number, an interval for a target that is a range, or the level or date that still stands."""

_PERIOD = "Period.quarter(2025, 2)"
_TARGET = "Target(indicator, 80)"
_REALIZATION = "Realization('IKU-1', 80)"
_MODES: dict[RoundingMode, Text] = {
    "half_up": Text("setengah menjauhi nol", "half away from zero"),
    "half_even": Text("setengah ke genap", "half to even"),
    "truncate": Text("dipotong", "cut off"),
}
_ROUNDED = Text(
    "{exact}, dibulatkan {rounded} ({digits} desimal, {mode})",
    "{exact}, rounded to {rounded} ({digits} decimals, {mode})",
)
_REACHED = Text("sudah tercapai, lebih {more}", "already reached, {more} more")
_EXCEEDED = Text("sudah terlampaui {more}", "already exceeded by {more}")

_ZERO, _ONE = Fraction(0), Fraction(1)
_LATER = Text("periode sesudahnya", "the periods after it")


@frozen
class Remaining:
    """Sisa target: what of the year's target stands for whoever takes office after a period.

    Attributes:
        target: The target of the year.
        through: The last period of the predecessor.
        left: The periods that are still to come.
        delivered: What was delivered so far, by the indicator's consolidation; None where `reason` says why.
        value: The target that stands for the successor: the rest of a sum, the mean that the remaining periods must
            reach, the same target of a state or a progress; None where `reason` says why.
        to_do: How much is still to be added to a sum or a progress; below zero where more than that was delivered.
        planned: What the trajectory plans for the remaining periods, by the indicator's consolidation; KMK 467/2014
            hands this on for a mean (secondary).
        reason: Why a number is missing.
        digits: Decimals of `rounded`.
        mode: How `rounded` is rounded.
    """

    target: Target
    through: Period
    left: tuple[Period, ...]
    delivered: Fraction | Level | date | None
    value: Left | None
    to_do: Fraction | None
    planned: Fraction | None
    reason: Reason | None
    digits: int
    mode: RoundingMode

    __reduce__ = reduce_by_fields

    @property
    def code(self) -> str:
        """Kode indikator: the code of the target's indicator."""
        return self.target.code

    @property
    def rounded(self) -> Decimal | None:
        """Sisa yang dibulatkan: the exact value to `digits` decimals by `mode`; None where it is no number.

        A rounded mean may fall short of the exact one; who must not miss the year's target rounds it up himself.
        """
        if not isinstance(self.value, Fraction):
            return None
        return decimal_of_fraction(self.value, self.digits, self.mode)

    @property
    def is_beyond(self) -> bool:
        """Melampaui target: whether more was delivered than the year's target; of a progress only where more is better.

        A progress downwards is below zero as long as something is still to be brought down.
        """
        one = self.target.indicator
        return self.to_do is not None and self.to_do < 0 and (one.consolidation == "sum" or one.polarity == "maximize")

    def to_do_text(self, lang: Lang = "id") -> str:
        """Teks yang masih harus ditambah: the amount, or that the target is reached or exceeded already."""
        if self.to_do is None or not self.is_beyond:
            return written(self.to_do, lang)
        words = _REACHED if self.target.indicator.polarity == "maximize" else _EXCEEDED
        return words.render(lang, {"more": written(-self.to_do, lang)})

    def text(self, lang: Lang = "id") -> str:
        """Teks sisa target: the exact value, and where it has more decimals the rounded one with its rule.

        Of a sum that was delivered beyond its target nothing remains, and the text says by how much.
        """
        if self.value is None:
            return self.reason.text(lang) if self.reason is not None else ""
        if self.target.indicator.consolidation == "sum" and self.is_beyond:
            return self.to_do_text(lang)
        exact = written(self.value, lang)
        if self.rounded is None or Fraction(self.rounded) == self.value:
            return exact
        words: dict[str, Argument] = {
            "exact": exact,
            "rounded": format_number(self.rounded, decimals=self.digits, lang=lang),
            "digits": self.digits,
            "mode": _MODES[self.mode],
        }
        return _ROUNDED.render(lang, words)


def written(value: Left | None, lang: Lang) -> str:
    """Teks angka: what remains or was delivered, for people; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, Fraction):
        return format_number(value, lang=lang)
    if isinstance(value, Interval):
        return value.text(lang)
    return format_date(value, lang) if isinstance(value, date) else value.name


def remaining_target(
    target: Target,
    realizations: Iterable[Realization],
    *,
    through: Period,
    digits: int | None = None,
    mode: RoundingMode = "half_up",
) -> Remaining:
    """Sisa target: what a successor still has to deliver of one target, by the indicator's consolidation.

    ``sum``: the target minus what was delivered. ``average``: the mean that the remaining periods must reach, so that
    the year reaches its target. ``last_progress``: the same target, and how much of the way is left. ``last_level``,
    ``minimum``, ``maximum`` and ``pool``: the same target.

    A period that was not applicable counts on neither side, as in `sakip.evaluate`: the target is then what the
    trajectory plans for the other periods, and without a trajectory what remains of a sum is not known.

    Args:
        target: The target of the year.
        realizations: What was delivered in the periods of the year; those of other indicators, those after
            ``through`` and one for the whole year are not read.
        through: The last period of the predecessor.
        digits: Decimals of the rounded value; the indicator's own, or 2.
        mode: How it is rounded.

    Raises:
        InvalidValueError: An argument of another kind, a period with which the fiscal year ends, so that nothing
            remains, or two realizations for one period.

    Reference: KMK 467/KMK.01/2014 (secondary), as a handbook of its offices restates it; the mean is our inference.

    Examples:
        >>> from sakip import Indicator, Period, Realization, Target
        >>> index = Indicator("IKU-1", "Indeks layanan", polarity="maximize", consolidation="average")
        >>> first = Period.quarter(2024, 1)
        >>> left = remaining_target(Target(index, "3.25"), [Realization("IKU-1", 3, period=first)], through=first)
        >>> left.value, left.rounded
        (Fraction(10, 3), Decimal('3.33'))
        >>> left.text("id")
        '10/3, dibulatkan 3,33 (2 desimal, setengah menjauhi nol)'
    """
    of_kind(Target, target, "remaining_target.target", _TARGET)
    given = tuple_of(Realization, realizations, "remaining_target.realizations", _REALIZATION)
    year = year_of(through, "remaining_target.through")
    digits = _digits(target, digits, "remaining_target.digits")
    problem = ("cara pembulatan tidak dikenal", "unknown rounding")
    choose(mode, get_args(RoundingMode), "remaining_target.mode", code="unknown-rounding", problem=problem)
    reported = {at: one for at, one in own_by_period(target, given, year).items() if at != year}
    reported = {at: one for at, one in reported.items() if at.last_day <= through.last_day}
    planned = _periods(target, reported, through)
    left = tuple(period for period in planned if period.last_day > through.last_day)
    found = _Found(target, reported, tuple(period for period in planned if period not in left), left)
    delivered, value, to_do, reason = _remaining(found)
    return Remaining(
        target, through, left, delivered, value, to_do, plan_of_periods(target, left), reason, digits, mode
    )


@frozen
class _Found:
    target: Target
    reported: Mapping[Period, Realization]
    past: tuple[Period, ...]
    left: tuple[Period, ...]


def year_of(through: Period, path: str) -> Period:
    """Tahun berjalan: the fiscal year of a period that does not end with it.

    Raises:
        InvalidValueError: Not a `Period`, or one after which nothing of the year remains.
    """
    year = of_kind(Period, through, path, _PERIOD).of_year
    if through.last_day < year.last_day:
        return year
    raise InvalidValueError(
        code="nothing-remains",
        path=path,
        value=through,
        problem=("tahun anggaran berakhir dengan periode ini", "the fiscal year ends with this period"),
        way_out=("Berikan periode sebelum akhir tahun", "Give a period before the end of the year"),
    )


def _digits(target: Target, digits: int | None, path: str) -> int:
    if digits is not None:
        return admit_whole(digits, path, low=0, high=6)
    return 2 if target.indicator.decimals is None else target.indicator.decimals


def _periods(target: Target, reported: Iterable[Period], through: Period) -> tuple[Period, ...]:
    if target.trajectory:
        return target.trajectory.periods
    kinds: set[PeriodKind] = {period.kind for period in reported}
    return through.of_year.parts(kinds.pop() if len(kinds) == 1 else through.kind)


_Answer = tuple[Fraction | Level | date | None, Left | None, Fraction | None, Reason | None]


def _remaining(found: _Found) -> _Answer:
    how = found.target.indicator.consolidation
    if how is None:
        return None, None, None, Reason("no-consolidation")
    strangers = sorted(period for period in found.reported if period not in found.past)
    if strangers:
        return None, None, None, Reason("period-outside-plan", [("periods", named_periods(strangers))])
    past = portion(found.target, found.reported, found.past)
    promise = _promised(found, how)
    if isinstance(promise, Reason):
        lost = past.reason is not None and not past.reason.leaves_out
        return past.delivered, None, None, past.reason if lost else promise
    same = still(promise)
    if how not in {"sum", "average"}:
        to_do = None
        if how == "last_progress" and isinstance(same, Fraction):
            reached = past.delivered if found.past else _ZERO
            to_do = same - reached if isinstance(reached, Fraction) else None
        return past.delivered, same, to_do, past.reason
    if past.reason is not None and not past.reason.leaves_out:
        return None, None, None, past.reason
    above, counted = (_ZERO, _ZERO) if past.amount is None else past.amount
    if isinstance(promise, Level | date):
        return past.delivered, None, None, Reason("kind-mismatch")
    if how == "sum":
        rest = _moved(promise, _ONE, above)
        return past.delivered, rest, rest if isinstance(rest, Fraction) else None, None
    if not found.left:
        return past.delivered, None, None, Reason("not-due", [("period", _LATER)])
    periods = len(found.left)
    return past.delivered, _moved(promise, (counted + periods) / periods, above / periods), None, None


def _promised(found: _Found, how: Consolidation) -> Fraction | Range | Level | date | Reason:
    """What is promised for the periods that count: the year's target, less the plan of those that did not apply."""
    target = found.target
    gone = [at for at in found.past if at in found.reported and isinstance(found.reported[at].value, NotApplicable)]
    if not gone or how in {"last_level", "last_progress"}:
        return Fraction(target.value) if isinstance(target.value, Decimal) else target.value
    planned = plan_of_periods(target, [at for at in (*found.past, *found.left) if at not in gone])
    if planned is not None:
        return planned
    if how == "sum" and not isinstance(target.value, Level | date):
        return Reason("period-not-applicable", [("periods", named_periods(gone))])
    return Fraction(target.value) if isinstance(target.value, Decimal) else target.value


def still(promise: Fraction | Decimal | Range | Level | date) -> Left:
    """Target tetap: the target as it stands, a number exactly, a range as an interval."""
    if isinstance(promise, Range):
        return _moved(promise, _ONE, _ZERO)
    return Fraction(promise) if isinstance(promise, Decimal) else promise


def _moved(promise: Fraction | Range, factor: Fraction, less: Fraction) -> Fraction | Interval:
    if isinstance(promise, Fraction):
        return promise * factor - less
    return Interval(Fraction(promise.low) * factor - less, Fraction(promise.high) * factor - less)
