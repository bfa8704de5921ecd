"""Ukuran: the numbers of one target and its realization, as a rule sees them."""

from decimal import Decimal
from fractions import Fraction
from math import lcm

from attrs import field, frozen

from sakip.base.number import admit

__all__ = ["Facts", "Measurement", "facts_of"]


Facts = tuple[int, int | None, int | None, int | None, int | None, int | None, int | None, int]
"""Fakta: R, T, B, W, C, LO and HI as counts of one common unit, then how many units make one."""


def _number(value: int | Decimal | str | Fraction) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(admit(value, "Measurement"))


def _optional(value: int | Decimal | str | Fraction | None) -> Fraction | None:
    return None if value is None else _number(value)


@frozen(kw_only=True)
class Measurement:
    """Pengukuran: one realization beside its target, exact, after the periods were consolidated.

    Attributes:
        realization: R. target: T; None where the target is a range. baseline: B. worst_value: W. ceiling: C.
        low: LO and high: HI of a range.

    Examples:
        >>> measurement = Measurement(realization="110.84", target="49.34")
        >>> measurement.realization / measurement.target
        Fraction(5542, 2467)
    """

    realization: Fraction = field(converter=_number)
    target: Fraction | None = field(default=None, converter=_optional)
    baseline: Fraction | None = field(default=None, converter=_optional)
    worst_value: Fraction | None = field(default=None, converter=_optional)
    ceiling: Fraction | None = field(default=None, converter=_optional)
    low: Fraction | None = field(default=None, converter=_optional)
    high: Fraction | None = field(default=None, converter=_optional)

    @classmethod
    def of(cls, facts: Facts) -> "Measurement":
        """Dari fakta: the measurement that these counts stand for."""
        realization, *others, unit = facts
        target, baseline, worst_value, ceiling, low, high = (
            None if count is None else Fraction(count, unit) for count in others
        )
        return cls(
            realization=Fraction(realization, unit),
            target=target,
            baseline=baseline,
            worst_value=worst_value,
            ceiling=ceiling,
            low=low,
            high=high,
        )

    def numbers(self) -> dict[str, Fraction]:
        """Angka per lambang: the known numbers by their symbol in a formula."""
        known = {
            "R": self.realization,
            "T": self.target,
            "B": self.baseline,
            "W": self.worst_value,
            "C": self.ceiling,
            "LO": self.low,
            "HI": self.high,
        }
        return {symbol: number for symbol, number in known.items() if number is not None}


def facts_of(measurement: Measurement) -> Facts:
    """Fakta dari ukuran: the counts of the smallest common unit.

    Examples:
        >>> facts_of(Measurement(realization=Fraction(10, 3), target="2.5"))[:2]
        (20, 15)
    """
    numbers = measurement.numbers()
    unit = lcm(*(number.denominator for number in numbers.values()))
    counts = {symbol: int(number * unit) for symbol, number in numbers.items()}
    return (
        counts["R"],
        counts.get("T"),
        counts.get("B"),
        counts.get("W"),
        counts.get("C"),
        counts.get("LO"),
        counts.get("HI"),
        unit,
    )
