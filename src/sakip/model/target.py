"""Target: what is promised for one indicator in one year."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal

from attrs import field, frozen

from sakip.base.kind import of_kind
from sakip.base.notation import format_number
from sakip.base.number import MICRO, Number, admit, micro
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text
from sakip.errors import InvalidValueError
from sakip.model.indicator import Indicator, Level
from sakip.model.period import Period
from sakip.model.trajectory import Trajectory

__all__ = ["Range", "Target", "promised", "trajectory_of"]

Others = tuple[int | None, int | None, int | None, int | None, int | None, int]
"""Angka lain: B, W, C, LO and HI as counts of millionths, then how many of these make one."""

_NO_OTHERS: Others = (None, None, None, None, None, MICRO)


def _low(value: Number) -> Decimal:
    return admit(value, "Range.low")


def _high(value: Number) -> Decimal:
    return admit(value, "Range.high")


@frozen
class Range:
    """Target rentang: everything from a lower to an upper bound is promised, both bounds included.

    A realization inside the range is met; outside, the nearer bound takes the place of the target
    (PermenPANRB 8/2021, annex p. 99).

    Raises:
        InvalidValueError: The lower bound is not below the upper one.

    Examples:
        >>> Range(80, "90.5")
        Range(low=Decimal('80'), high=Decimal('90.5'))
    """

    low: Decimal = field(converter=_low)
    high: Decimal = field(converter=_high)

    def __attrs_post_init__(self) -> None:
        if self.low >= self.high:
            raise InvalidValueError(
                code="range-swapped",
                path="Range",
                value=f"{self.low}..{self.high}",
                problem=(
                    "batas bawah tidak lebih kecil daripada batas atas",
                    "the lower bound is not below the upper one",
                ),
                way_out=(
                    (f"Tulis satu angka, {self.low}", f"Write one number, {self.low}")
                    if self.low == self.high
                    else (f"Tulis Range({self.high}, {self.low})", f"Write Range({self.high}, {self.low})")
                ),
            )

    def text(self, lang: Lang = "id") -> str:
        """Teks: both bounds as people write them; a minus sign behind a dash would be read twice.

        Examples:
            >>> Range(80, "90.5").text(), Range(-10, -2).text()
            ('80–90,5', '-10 sampai -2')
        """
        low, high = (format_number(bound, lang=lang) for bound in (self.low, self.high))
        return f"{low}–{high}" if self.low >= 0 else _FROM_TO.render(lang, {"low": low, "high": high})


_FROM_TO = Text("{low} sampai {high}", "{low} to {high}")


def _indicator(value: Indicator) -> Indicator:
    return of_kind(Indicator, value, "Target.indicator", "Indicator('IKU-1', 'Cakupan layanan', polarity='maximize')")


def promised(value: Number | Range | Level | date, path: str) -> Decimal | Range | Level | date:
    """Yang dijanjikan: a value that a target may have.

    Raises:
        InvalidValueError: A number that cannot be admitted.

    Examples:
        >>> promised("98.5", "Target.value")
        Decimal('98.5')
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, (Range, Level, date)):
        return value
    return admit(value, path)


def _value(value: Number | Range | Level | date) -> Decimal | Range | Level | date:
    return promised(value, "Target.value")


def _weight(value: Number | None) -> Decimal | None:
    if value is None:
        return None
    weight = admit(value, "Target.weight")
    if weight > 0:
        return weight
    raise InvalidValueError(
        code="weight-not-positive",
        path="Target.weight",
        value=value,
        problem=("bobot harus lebih besar dari nol", "a weight must be greater than zero"),
        way_out=("Tulis bobot positif, atau hapus target itu", "Write a positive weight, or leave the target out"),
    )


def _baseline(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "Target.baseline")


def _last_year(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "Target.last_year")


def _worst_value(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "Target.worst_value")


def _ceiling(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "Target.ceiling")


_NO_TRAJECTORY = Trajectory()


def trajectory_of(value: Mapping[Period, Number] | Iterable[tuple[Period, Number]]) -> Trajectory:
    """Lintasan: a number for each of several periods; the one empty trajectory where there is none.

    Raises:
        InvalidValueError: As for `Trajectory`.

    Examples:
        >>> trajectory_of({Period.quarter(2025, 1): "20.5"}).amounts
        (Decimal('20.5'),)
    """
    if isinstance(value, Trajectory):
        return value
    if isinstance(value, (dict, list, tuple)) and not value:
        return _NO_TRAJECTORY
    return Trajectory(value) or _NO_TRAJECTORY


@frozen
class Target:
    """Target kinerja: the value promised for an indicator, and what is needed to judge it.

    Attributes:
        indicator: The indicator that is measured.
        value: A number in the indicator's unit, a `Range`, a `Level` of its ordinal scale, or a date.
        weight: Bobot, above zero, on whatever scale the policy asks for (mostly a share of 100).
        trajectory: Target per period within the year, ordered by time, for a target that is a number; also given as
            a mapping.
        baseline: Kondisi awal, the value from which progress is counted.
        last_year: Realisasi tahun lalu, for comparison.
        worst_value: The worst realization thinkable, for a target of zero (KMK 127/2026).
        ceiling: The best value attainable at all; a target at its ceiling may score higher when met.

    Raises:
        InvalidValueError: A number that cannot be admitted, a weight that is not positive, overlapping periods, or a
            trajectory of a target that is no number.

    Examples:
        >>> from sakip import Indicator
        >>> mortality = Indicator("AKI", "Angka kematian ibu", unit="per 100.000", polarity="minimize")
        >>> Target(mortality, "49.34", weight=25).value
        Decimal('49.34')
    """

    indicator: Indicator = field(converter=_indicator)
    value: Decimal | Range | Level | date = field(converter=_value)
    weight: Decimal | None = field(default=None, converter=_weight, kw_only=True)
    trajectory: Trajectory = field(default=_NO_TRAJECTORY, converter=trajectory_of, kw_only=True)
    baseline: Decimal | None = field(default=None, converter=_baseline, kw_only=True)
    last_year: Decimal | None = field(default=None, converter=_last_year, kw_only=True)
    worst_value: Decimal | None = field(default=None, converter=_worst_value, kw_only=True)
    ceiling: Decimal | None = field(default=None, converter=_ceiling, kw_only=True)
    _number: "int | None" = field(init=False, eq=False, repr=False)
    _others: "Others | None" = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.value, Decimal) and self.trajectory:
            raise InvalidValueError(
                code="trajectory-without-number",
                path="Target.trajectory",
                value=self.trajectory.periods[0].code,
                problem=(
                    "target rentang, tingkat atau tanggal tidak dapat dijanjikan per periode dengan angka",
                    "a range, a level or a date is not promised period by period in numbers",
                ),
                way_out=(
                    "Hapus lintasannya; target seperti ini dinilai untuk setahun",
                    "Leave the trajectory out; such a target is judged for the whole year",
                ),
            )
        object.__setattr__(self, "_number", micro(self.value) if isinstance(self.value, Decimal) else None)
        object.__setattr__(self, "_others", _others(self))

    __reduce__ = reduce_by_fields

    @property
    def code(self) -> str:
        """Kode indikator: the code of the target's indicator."""
        return self.indicator.code


def _others(target: Target) -> Others | None:
    """What a rule may read beside R and T; None where the target is a level or a date and has no number at all."""
    if isinstance(target.value, (Level, date)):
        return None
    low, high = (target.value.low, target.value.high) if isinstance(target.value, Range) else (None, None)
    baseline, worst_value, ceiling = target.baseline, target.worst_value, target.ceiling
    if baseline is worst_value is ceiling is low is None:
        return _NO_OTHERS  # the one tuple of nearly all targets
    b, w, c, lo, hi = (None if one is None else micro(one) for one in (baseline, worst_value, ceiling, low, high))
    return b, w, c, lo, hi, MICRO
