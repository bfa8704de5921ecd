"""Aturan: a scoring rule written as a plain function, once its laws were looked for."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from attrs import field, frozen

from sakip.base.reference import Reference
from sakip.base.text import Lang, Text
from sakip.errors import InvalidValueError
from sakip.scoring.formula import Direction, Formula
from sakip.scoring.measurement import Facts, Measurement
from sakip.scoring.outcome import Quotient, Reason

__all__ = ["CheckedRule", "Rule", "ScoringRule"]


class ScoringRule(Protocol):
    """Aturan penilaian: any function from a `Measurement` to a number in percent, or a `Reason`."""

    def __call__(self, measurement: Measurement, /) -> Decimal | Fraction | int | Reason:
        """Nilai: the achievement in percent, or why there is none."""
        ...


@frozen
class CheckedRule:
    """Aturan teruji: a plain function with the sheet of laws that `laws.check` found it to keep.

    It takes the same place as a formula, so caps, rounding and grades still hold; it has no inverse, no LaTeX and no
    data-frame form.

    Attributes:
        rule: The function.
        id: Its name.
        at_target: Its value where the realization equals the target.
        direction: How it moves as the realization rises.
        points: How many points were tried.
        reference: Where the rule comes from.
    """

    rule: ScoringRule
    id: str = field(kw_only=True)
    at_target: Decimal = field(kw_only=True)
    direction: Direction = field(kw_only=True)
    points: int = field(kw_only=True)
    reference: Reference | None = field(default=None, kw_only=True)

    @property
    def met_at(self) -> Fraction:
        """Batas tercapai: the value from which the promise counts as kept."""
        return Fraction(self.at_target)

    def quotient(self, facts: Facts) -> Quotient | Reason:
        """Hasil bagi: the value as ``(numerator, denominator)``, or a reason; a failing rule is a reason too."""
        try:
            return quotient_of(self.rule, Measurement.of(facts), self.id)
        except Exception as error:  # noqa: BLE001 - someone's function may fail in any way and must not stop the others
            return Reason("rule-failed", [("rule", self.id), ("error", type(error).__name__)])

    def text(self, lang: Lang = "id", numbers: dict[str, Fraction] | None = None) -> str:
        """Teks aturan: its name; a plain function has no other text."""
        del numbers
        return Text("aturan sendiri {id}", "own rule {id}").render(lang, {"id": self.id})

    def canonical(self) -> dict[str, object]:
        """Bentuk baku: what can be said of a function as plain data."""
        return {
            "callable": self.id,
            "at_target": str(self.at_target),
            "direction": self.direction,
            "points": self.points,
            "reference": None if self.reference is None else self.reference.canonical(),
        }


Rule = Formula | CheckedRule


_MOST_BITS = 4096
_LARGEST: int = 10**64


def _is_tame(number: Fraction) -> bool:
    """Whether a number is of a size that real numbers can give; larger ones would be slow and beyond writing."""
    above, below = number.as_integer_ratio()
    return max(above.bit_length(), below.bit_length()) <= _MOST_BITS and abs(above) < _LARGEST * below


def quotient_of(rule: Callable[..., object], measurement: Measurement, name: str) -> Quotient | Reason:
    """Hasil bagi fungsi: what a plain function returned, as a quotient.

    Raises:
        InvalidValueError: It returned something other than a Decimal, a Fraction, an int or a Reason, or one that is
            out of all proportion.
    """
    found = rule(measurement)
    if isinstance(found, Reason):
        return found
    if isinstance(found, (int, Fraction)) and not isinstance(found, bool) and _is_tame(Fraction(found)):
        return Fraction(found).as_integer_ratio()
    if (
        isinstance(found, Decimal)
        and found.is_finite()
        and abs(found.adjusted()) <= 64
        and len(found.as_tuple().digits) <= 64
    ):
        return found.as_integer_ratio()
    raise InvalidValueError(
        code="rule-result",
        path=f"rule[{name}]",
        value=found,
        problem=(
            "aturan harus memberi Decimal, Fraction, int atau Reason",
            "a rule must return a Decimal, a Fraction, an int or a Reason",
        ),
        way_out=("Hitung dengan Fraction dari Measurement", "Compute with the fractions of the Measurement"),
    )
