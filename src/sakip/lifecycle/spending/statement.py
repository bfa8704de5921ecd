"""Efisiensi tercetak: what a report prints as efficiency, and whether it can be one."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from sakip.base.finding import Finding, Report
from sakip.base.kind import listed, of_kind
from sakip.base.number import Number, admit, admit_whole, decimal_of_fraction
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.lifecycle.spending.form import EfficiencyForm

__all__ = ["RULES", "EfficiencyStatement"]

_E_RANGE = Rule(
    "EFS-RANGE",
    "note",
    Text(
        "Efisiensi {efficiency} di luar batas bentuk {form}, {low} sampai {high}; nilainya dihitung dari batas itu",
        "The efficiency {efficiency} is beyond the limits of the form {form}, {low} to {high}, whose value it has",
    ),
)
_NE_RANGE = Rule(
    "EFS-VALUE-RANGE",
    "error",
    Text(
        "Nilai efisiensi {value} tidak mungkin; nilainya {low} sampai {high}",
        "A value of efficiency of {value} is impossible; it is {low} to {high}",
    ),
)
_NE = Rule(
    "EFS-VALUE",
    "error",
    Text(
        "Nilai efisiensi tercetak {value}, padahal bentuk {form} memberi {right} untuk efisiensi {efficiency}",
        "The printed value of efficiency is {value}, but the form {form} gives {right} for an efficiency {efficiency}",
    ),
)
_ABSORPTION = Rule(
    "EFS-ABSORPTION",
    "error",
    Text(
        "Efisiensi {efficiency} adalah jumlah serapan anggaran dibagi {divisor}; serapan bukan efisiensi",
        "The efficiency {efficiency} is the sum of the absorptions divided by {divisor}; absorption is no efficiency",
    ),
)
_DIVISOR = Rule(
    "EFS-DIVISOR",
    "error",
    Text(
        "Jumlah {rows} baris dibagi {divisor}, bukan {rows}; rata-ratanya {right}",
        "The sum of the rows, {rows}, is divided by {divisor}, not by {rows}; their mean is {right}",
    ),
)
_MEAN = Rule(
    "EFS-MEAN",
    "error",
    Text(
        "Efisiensi {efficiency} bukan rata-rata {rows} barisnya; rata-ratanya {right}",
        "The efficiency {efficiency} is not the mean of its rows ({rows}), which is {right}",
    ),
)
RULES = (_E_RANGE, _NE_RANGE, _NE, _ABSORPTION, _DIVISOR, _MEAN)
"""Aturan efisiensi tercetak: every finding of `EfficiencyStatement.check`."""


def _efficiency(value: Number) -> Decimal:
    return admit(value, "EfficiencyStatement.efficiency")


def _value(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "EfficiencyStatement.value")


def _numbers(value: Iterable[Number], path: str) -> tuple[Decimal, ...]:
    return tuple(admit(one, f"{path}[{place}]") for place, one in enumerate(listed(value, path, "'98.40'")))


def _absorptions(value: Iterable[Number]) -> tuple[Decimal, ...]:
    return _numbers(value, "EfficiencyStatement.absorptions")


def _rows(value: Iterable[Number]) -> tuple[Decimal, ...]:
    return _numbers(value, "EfficiencyStatement.rows")


def _digits(value: int) -> int:
    return admit_whole(value, "EfficiencyStatement.digits", low=0, high=6)


def _value_digits(value: int) -> int:
    return admit_whole(value, "EfficiencyStatement.value_digits", low=0, high=6)


@frozen
class EfficiencyStatement:
    """Efisiensi tercetak: the efficiency and its value as a report prints them, with the rows beside them.

    Attributes:
        efficiency: E, as printed, in percent.
        value: NE, as printed; None where there is none.
        absorptions: The absorption of each row, as printed.
        rows: The efficiency of each row, as printed, of which E is the mean.
        digits: Decimals of the printed efficiencies and absorptions.
        value_digits: Decimals of the printed value.

    Raises:
        InvalidValueError: A number that cannot be admitted, or decimals out of range.

    Examples:
        >>> from sakip.lifecycle import UNIT_COST_EFFICIENCY
        >>> printed = EfficiencyStatement("74.03", value=235, absorptions=["98.40", "98.80", "98.91"], value_digits=0)
        >>> for found in printed.check(UNIT_COST_EFFICIENCY):
        ...     print(found.code)
        EFS-RANGE
        EFS-VALUE-RANGE
        EFS-VALUE
        EFS-ABSORPTION
        EFS-DIVISOR
    """

    efficiency: Decimal = field(converter=_efficiency)
    value: Decimal | None = field(default=None, converter=_value, kw_only=True)
    absorptions: tuple[Decimal, ...] = field(default=(), converter=_absorptions, kw_only=True)
    rows: tuple[Decimal, ...] = field(default=(), converter=_rows, kw_only=True)
    digits: int = field(default=2, converter=_digits, kw_only=True)
    value_digits: int = field(default=2, converter=_value_digits, kw_only=True)

    __reduce__ = reduce_by_fields

    def check(self, form: EfficiencyForm) -> Report:
        """Periksa efisiensi tercetak: limits, the value, absorption taken for efficiency, and a wrong divisor.

        Raises:
            InvalidValueError: No form.
        """
        return Report(
            self._findings(of_kind(EfficiencyForm, form, "EfficiencyStatement.check", "UNIT_COST_EFFICIENCY"))
        )

    def _findings(self, form: EfficiencyForm) -> Iterator[Finding]:
        yield from self._limits(form)
        found = self._divided(self.absorptions)
        if found is not None:
            yield _ABSORPTION.at("efficiency", efficiency=self.efficiency, divisor=found)
        for rows in (self.absorptions, self.rows):
            divisor = self._divided(rows)
            if divisor is not None and divisor not in {1, len(rows)}:
                right = decimal_of_fraction(_sum(rows) / len(rows), self.digits)
                yield _DIVISOR.at("efficiency", rows=len(rows), divisor=divisor, right=right)
        if self.rows and form.kind == "unit_cost" and self._divided(self.rows) in {1, None}:
            mean = _sum(self.rows) / len(self.rows)
            # The rows and their mean were each rounded by half a unit at most.
            if abs(Fraction(self.efficiency) - mean) > Fraction(1, 10**self.digits):
                right = decimal_of_fraction(mean, self.digits)
                yield _MEAN.at("efficiency", efficiency=self.efficiency, rows=len(self.rows), right=right)

    def _limits(self, form: EfficiencyForm) -> Iterator[Finding]:
        limits = form.limits
        if limits is not None and not limits[0] <= self.efficiency <= limits[1]:
            low, high = limits
            yield _E_RANGE.at("efficiency", efficiency=self.efficiency, form=form.id, low=low, high=high)
        right = form.value_of(self.efficiency)
        if self.value is None or right is None or limits is None:
            return
        lowest, highest = (form.value_of(limit) or Fraction(0) for limit in limits)
        if not lowest <= self.value <= highest:
            yield _NE_RANGE.at("value", value=self.value, low=lowest, high=highest)
        if decimal_of_fraction(right, self.value_digits) != self.value and not self._within(form):
            shown = decimal_of_fraction(right, self.value_digits)
            yield _NE.at("value", value=self.value, form=form.id, right=shown, efficiency=self.efficiency)

    def _within(self, form: EfficiencyForm) -> bool:
        """Whether some efficiency that is printed like this one has this value."""
        half, step = Fraction(1, 2 * 10**self.digits), Fraction(1, 2 * 10**self.value_digits)
        low, high = (form.value_of(Fraction(self.efficiency) + side * half) for side in (-1, 1))
        value = Fraction(self.value or 0)
        return low is not None and high is not None and low - step <= value <= high + step

    def _divided(self, rows: tuple[Decimal, ...]) -> int | None:
        """By what whole number the sum of the rows was divided to give the efficiency; None where by none.

        Their number comes first; then one row more or less, and the sum itself.
        """
        total = _sum(rows)
        for divisor in dict.fromkeys((len(rows), len(rows) + 1, len(rows) - 1, 1)):
            if rows and divisor > 0 and decimal_of_fraction(total / divisor, self.digits) == self.efficiency:
                return divisor
        return None


def _sum(rows: tuple[Decimal, ...]) -> Fraction:
    return sum((Fraction(row) for row in rows), Fraction(0))
