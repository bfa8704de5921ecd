"""Aturan: a scoring rule written as a plain function, once its laws were looked for."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol

from attrs import field, fields, frozen

from sakip.base.choice import choose
from sakip.base.kind import none_or
from sakip.base.number import Number, admit
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, require_text
from sakip.errors import InvalidValueError, shown
from sakip.scoring.answer import quotient_of
from sakip.scoring.formula import DIRECTIONS, Direction, Formula
from sakip.scoring.measurement import Facts, Measurement
from sakip.scoring.outcome import Quotient, Reason
from sakip.scoring.searching import searched

__all__ = ["CheckedRule", "Rule", "ScoringRule"]


class ScoringRule(Protocol):
    """Aturan penilaian: any function from a `Measurement` to a number in percent, or a `Reason`."""

    def __call__(self, measurement: Measurement, /) -> Decimal | Fraction | int | Reason:
        """Nilai: the achievement in percent, or why there is none."""
        ...


def _rule(value: ScoringRule) -> ScoringRule:
    given: object = value
    if callable(given) and not isinstance(given, type):
        return value
    raise InvalidValueError(
        code="not-a-rule",
        path="CheckedRule.rule",
        value=value,
        problem=("bukan rumus dan bukan fungsi", "neither a formula nor a function"),
        way_out=(
            "Beri Formula atau fungsi (Measurement) -> Decimal",
            "Give a Formula or a function (Measurement) -> Decimal",
        ),
    )


def _id(value: str) -> str:
    return require_text(value, "CheckedRule.id")


def _at_target(value: Number) -> Decimal:
    return admit(value, "CheckedRule.at_target")


def _direction(value: Direction | None) -> Any:
    problem = ("arah aturan tidak dikenal", "unknown direction")
    return choose(value, (None, *DIRECTIONS), "CheckedRule.direction", code="unknown-direction", problem=problem)


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "CheckedRule.reference", "Reference('Perbup 1/2026', certainty='read')")


@frozen
class CheckedRule:
    """Aturan teruji: a plain function that was searched for a breach of its laws when this value was made.

    It takes the same place as a formula, so caps, rounding and grades still hold; it has no inverse, no LaTeX and no
    data-frame form. A pickle restores what was found without searching again.

    Attributes:
        rule: The function.
        id: Its name.
        at_target: Its value where the realization equals the target.
        direction: How it moves as the realization rises; None asks for the direction to be found.
        reference: Where the rule comes from.
        points: How many points were tried.

    Raises:
        LawError: A law is broken; the error carries the counterexample.
        InvalidValueError: A field that cannot be.

    Examples:
        >>> from sakip.scoring import Reason
        >>> def ratio(m):
        ...     return 100 * m.realization / m.target if m.target > 0 else Reason.own("T > 0")
        >>> CheckedRule(ratio, id="rasio", at_target=100, direction=None).direction
        'up'
    """

    rule: ScoringRule = field(converter=_rule, repr=shown)
    id: str = field(converter=_id, kw_only=True)
    at_target: Decimal = field(converter=_at_target, kw_only=True)
    direction: Direction = field(converter=_direction, kw_only=True)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True)
    points: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        direction, points = searched(self.rule, self.id, Fraction(self.at_target), self.direction)
        object.__setattr__(self, "direction", direction)
        object.__setattr__(self, "points", points)

    def __reduce__(self) -> tuple[Callable[..., "CheckedRule"], tuple[Any, ...]]:
        return _restored, tuple(getattr(self, one.name) for one in fields(CheckedRule))

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


def _restored(*kept: object) -> CheckedRule:
    # A pickle runs foreign code in any case, so its word is taken; a search takes as long as scoring a whole region.
    found = object.__new__(CheckedRule)
    names = [one.name for one in fields(CheckedRule)]
    for name, value in zip(names, kept, strict=True):
        object.__setattr__(found, name, value)
    return found


Rule = Formula | CheckedRule
