"""Sisa target: what is left of a year's target for a successor."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

from attrs import frozen

from sakip.base.choice import choose
from sakip.base.display import Column, Table
from sakip.base.finding import Report
from sakip.base.interval import Interval
from sakip.base.kind import of_kind, tuple_of
from sakip.base.notation import format_date, format_number
from sakip.base.number import RoundingMode, admit_whole, decimal_of_fraction
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Argument, Lang, Text, require_lang
from sakip.errors import InputError, InvalidValueError
from sakip.lifecycle.portion import own_by_period, plan_of_periods, portion
from sakip.model.agreement import Agreement
from sakip.model.checking import check
from sakip.model.indicator import Level
from sakip.model.period import Period, PeriodKind
from sakip.model.realization import Realization
from sakip.model.target import Range, Target
from sakip.scoring.outcome import Reason

__all__ = ["Handover", "Remaining", "handover", "remaining_target"]

Left = Fraction | Interval | Level | date
"""Sisa: an exact number, an interval for a target that is a range, or the level or date that still stands."""

_PERIOD = "Period.quarter(2025, 2)"
_TARGET = "Target(indicator, 80)"
_REALIZATION = "Realization('IKU-1', 80)"
_AGREEMENT = "Agreement('PK-1', year=2025, first_party=..., objectives=[...])"
_MODES: dict[RoundingMode, Text] = {
    "half_up": Text("setengah menjauhi nol", "half away from zero"),
    "half_even": Text("setengah ke genap", "half to even"),
    "truncate": Text("dipotong", "cut off"),
}
_ROUNDED = Text(
    "{exact}, dibulatkan {rounded} ({digits} desimal, {mode})",
    "{exact}, rounded to {rounded} ({digits} decimals, {mode})",
)

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
        to_do: How much is still to be added to a sum or a progress.
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

    def text(self, lang: Lang = "id") -> str:
        """Teks sisa target: the exact value, and where it has more decimals the rounded one with its rule."""
        if self.value is None:
            return self.reason.text(lang) if self.reason is not None else ""
        exact = _written(self.value, lang)
        if self.rounded is None or Fraction(self.rounded) == self.value:
            return exact
        words: dict[str, Argument] = {
            "exact": exact,
            "rounded": format_number(self.rounded, decimals=self.digits, lang=lang),
            "digits": self.digits,
            "mode": _MODES[self.mode],
        }
        return _ROUNDED.render(lang, words)


def _written(value: Left | None, lang: Lang) -> str:
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

    Reference: KMK 467/KMK.01/2014 as a handbook of its offices restates it (secondary); the mean is our inference.

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
    year = _year_of(through, "remaining_target.through")
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


def _year_of(through: Period, path: str) -> Period:
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
        return tuple(period for period, _ in target.trajectory)
    kinds: set[PeriodKind] = {period.kind for period in reported}
    return through.of_year.parts(kinds.pop() if len(kinds) == 1 else through.kind)


_Answer = tuple[Fraction | Level | date | None, Left | None, Fraction | None, Reason | None]


def _remaining(found: _Found) -> _Answer:
    how, promise = found.target.indicator.consolidation, found.target.value
    if how is None:
        return None, None, None, Reason("no-consolidation")
    strangers = sorted(period for period in found.reported if period not in found.past)
    if strangers:
        return None, None, None, Reason("period-outside-plan", [("periods", ", ".join(at.code for at in strangers))])
    past = portion(found.target, found.reported, found.past)
    same = _still(promise)
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


def _still(promise: Decimal | Range | Level | date) -> Left:
    """The target as it stands: a number exactly, a range as an interval."""
    if isinstance(promise, Decimal):
        return Fraction(promise)
    return _moved(promise, _ONE, _ZERO) if isinstance(promise, Range) else promise


def _moved(promise: Decimal | Range, factor: Fraction, less: Fraction) -> Fraction | Interval:
    if isinstance(promise, Decimal):
        return Fraction(promise) * factor - less
    return Interval(Fraction(promise.low) * factor - less, Fraction(promise.high) * factor - less)


@frozen
class Handover:
    """Serah terima: what is left of every target of an agreement for whoever takes office after a period.

    Attributes:
        agreement: The agreement.
        through: The last period of the predecessor.
        remaining: Sisa target, in the order of the agreement.
    """

    agreement: Agreement
    through: Period
    remaining: tuple[Remaining, ...]

    __reduce__ = reduce_by_fields

    def rows(self, lang: Lang = "id") -> list[dict[str, Any]]:
        """Baris serah terima: one dict a target, with exact numbers as text.

        Its keys are ``code``, ``target``, ``delivered``, ``remaining`` (the exact value), ``rounded`` (a Decimal),
        ``to_do``, ``planned``, ``left`` (codes of the remaining periods) and ``reason`` (a code, or None).

        Raises:
            InvalidValueError: An unknown language.
        """
        require_lang(lang)
        return [
            {
                "code": one.code,
                "target": _written(_still(one.target.value), lang),
                "delivered": None if one.delivered is None else _plain(one.delivered),
                "remaining": None if one.value is None else _plain(one.value),
                "rounded": one.rounded,
                "to_do": None if one.to_do is None else str(one.to_do),
                "planned": None if one.planned is None else str(one.planned),
                "left": [period.code for period in one.left],
                "reason": None if one.reason is None else one.reason.code,
            }
            for one in self.remaining
        ]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel serah terima: one row a target."""
        require_lang(lang)
        words = {"code": self.agreement.code, "period": self.through.label(lang)}
        return Table(
            title=Text("Sisa target {code} setelah {period}", "Remaining targets of {code} after {period}").render(
                lang, words
            ),
            columns=[
                Column(Text("Kode", "Code").render(lang)),
                Column(Text("Target setahun", "Target of the year").render(lang), "right"),
                Column(Text("Sudah dicapai", "Delivered").render(lang), "right"),
                Column(Text("Target pengganti", "Target of the successor").render(lang), "right"),
                Column(Text("Masih harus ditambah", "Still to be added").render(lang), "right"),
                Column(Text("Catatan", "Remark").render(lang)),
            ],
            rows=[
                (
                    one.code,
                    _written(_still(one.target.value), lang),
                    _written(one.delivered, lang),
                    "" if one.value is None else one.text(lang),
                    _written(one.to_do, lang),
                    "" if one.reason is None else one.reason.text(lang),
                )
                for one in self.remaining
            ],
        )

    def text(self, lang: Lang = "id") -> str:
        """Teks: the table for a terminal."""
        return self.table(lang).text()

    def _repr_html_(self) -> str:
        return self.table().html()


def _plain(value: Left) -> str:
    return value.text("en") if isinstance(value, Interval) else value.name if isinstance(value, Level) else str(value)


def handover(
    agreement: Agreement,
    realizations: Iterable[Realization],
    *,
    through: Period,
    digits: int | None = None,
    mode: RoundingMode = "half_up",
) -> Handover:
    """Serah terima: what is left of every target when the official changes; see `remaining_target`.

    Raises:
        InputError: The agreement and its data have blocking findings; the error carries the whole report.
        InvalidValueError: An argument of another kind, or a period outside the agreement's year or at its end.

    Examples:
        >>> from sakip import Agreement, Indicator, Objective, Party, Period, Realization, Target
        >>> wells = Indicator("IKU-2", "Jumlah sumur", polarity="maximize", consolidation="sum")
        >>> agreement = Agreement(
        ...     "PK-1", year=2024, first_party=Party("Camat"), objectives=[Objective("Air", [Target(wells, 100)])]
        ... )
        >>> half = Period.half_year(2024, 1)
        >>> left = handover(agreement, [Realization("IKU-2", 45, period=half)], through=half)
        >>> [one.text() for one in left.remaining]
        ['55']
    """
    of_kind(Agreement, agreement, "handover.agreement", _AGREEMENT)
    given = tuple_of(Realization, realizations, "handover.realizations", _REALIZATION)
    require_sound(agreement, given)
    if _year_of(through, "handover.through") != agreement.period:
        raise InvalidValueError(
            code="period-outside-year",
            path="handover.through",
            value=through,
            problem=("periode ini di luar tahun perjanjian", "this period is outside the agreement's year"),
            way_out=(f"Berikan periode dari {agreement.period.code}", f"Give a period of {agreement.period.code}"),
        )
    left = (remaining_target(target, given, through=through, digits=digits, mode=mode) for target in agreement.targets)
    return Handover(agreement, through, tuple(left))


def require_sound(agreement: Agreement, realizations: tuple[Realization, ...]) -> None:
    """Masukan sah: refuse an agreement and its data where they have blocking findings.

    Raises:
        InputError: With the whole report.
    """
    report = check(agreement, realizations)
    if report.blocking:
        blocking = Report(report.blocking)
        raise InputError(
            code="input-refused",
            path=f"agreement[{agreement.code}]",
            problem=(blocking.brief("id"), blocking.brief("en")),
            way_out=("Perbaiki temuan itu lebih dahulu", "Repair these findings first"),
            report=report,
        )
