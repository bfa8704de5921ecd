"""Hukum: what every scoring rule must obey, and the search for a case in which one does not.

* At the target a rule gives the value that it states.
* It gives a value for whatever is worse than what has one: nobody gains by falling out of it.
* It moves in the direction that it states: better never scores less.
* Another unit of measure changes nothing.
* It gives a number or a reason in its own words, whatever the numbers: zero, negative, missing.

A `Formula` is judged by its coefficients; a plain function by trying it on a fixed set of points rich in zeros, ties
and turning points.
"""

from fractions import Fraction
from typing import Literal

from attrs import field, frozen

from sakip.base.number import Number
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.errors import InvalidValueError
from sakip.model.indicator import Polarity
from sakip.scoring.deciding import decide
from sakip.scoring.formula import Direction, Formula
from sakip.scoring.outcome import Reason
from sakip.scoring.rule import CheckedRule, Rule, ScoringRule
from sakip.scoring.searching import law_error, searched_formula

__all__ = ["LawSheet", "check"]


def _sheet_rule(value: Rule) -> Rule:
    if isinstance(value, (Formula, CheckedRule)):
        return value
    raise InvalidValueError(
        code="unchecked-rule",
        path="LawSheet.rule",
        value=value,
        problem=("fungsi biasa harus diuji dahulu", "a plain function must be checked first"),
        way_out=("Tulis laws.check(aturan)", "Write laws.check(rule)"),
    )


@frozen
class LawSheet:
    """Lembar hukum: a rule together with the laws that it was found to keep when the sheet was made.

    Attributes:
        rule: The rule, ready for a policy.
        decided: Whether the laws follow from the rule's coefficients; otherwise they held on every point tried.
        points: How many points were tried.

    Raises:
        LawError: A law is broken; the error carries the counterexample.
        InvalidValueError: Something that is no rule.

    Examples:
        >>> from sakip.scoring import Formula, R, T
        >>> LawSheet(Formula("ratio", 100 * R / T, at_target=100, direction="up")).decided
        True
    """

    rule: Rule = field(converter=_sheet_rule)
    decided: bool = field(init=False)
    points: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        points = self.rule.points if isinstance(self.rule, CheckedRule) else _points(self.rule)
        object.__setattr__(self, "points", points)
        object.__setattr__(self, "decided", not points)

    __reduce__ = reduce_by_fields


def check(
    rule: Formula | ScoringRule,
    *,
    at_target: Number = 100,
    direction: Direction | None = None,
    name: str | None = None,
    reference: Reference | None = None,
) -> LawSheet:
    """Uji hukum: the sheet of a rule that keeps its laws.

    Args:
        rule: A `Formula`, which states its own laws, or a plain function.
        at_target: For a function, its value where the realization equals the target, in percent.
        direction: For a function, how it moves as the realization rises; without one, it is found.
        name: For a function, its name in explanations; without one, the function's own.
        reference: For a function, where it comes from.

    Raises:
        LawError: A law is broken; the error carries the counterexample.

    Examples:
        >>> from sakip.scoring import Formula, R, Reason, T
        >>> check(Formula("ratio", 100 * R / T, at_target=100, direction="up")).decided
        True
        >>> def inverse(m):
        ...     return 100 * m.target / m.realization if m.target > 0 < m.realization else Reason.own("T, R > 0")
        >>> check(inverse).rule.direction
        'down'
    """
    if isinstance(rule, Formula):
        return LawSheet(rule)
    named = _name(rule) if name is None else name
    return LawSheet(CheckedRule(rule, id=named, at_target=at_target, direction=direction, reference=reference))


def _name(rule: object) -> str:
    return str(getattr(rule, "__name__", type(rule).__name__))


def _points(formula: Formula) -> int:
    """How many points were tried on a formula that keeps its laws: none where its coefficients show it."""
    verdicts = decide(formula)
    if set(verdicts.values()) == {"kept"}:
        return 0
    points = searched_formula(formula, by_unit=verdicts["unit"] == "broken")
    broken = [law for law, verdict in verdicts.items() if verdict == "broken"]
    if broken:
        raise law_error(broken[0], formula.id, ())
    return points


_FITTING: dict[str, tuple[Direction, ...]] = {
    "maximize": ("up", "towards-target"),
    "minimize": ("down", "towards-target"),
    "stabilize": ("peak",),
}


def fits(rule: Rule, polarity: Polarity) -> bool:
    """Sesuai polaritas: whether a rule moves in the direction that a polarity asks for.

    Examples:
        >>> from sakip.scoring import Formula, R, T
        >>> fits(Formula("ratio", 100 * R / T, at_target=100, direction="up"), "minimize")
        False
    """
    return rule.direction in _FITTING[polarity]


def require_slot(rule: Rule, polarity: Polarity, kind: Literal["number", "range"]) -> None:
    """Wajib sesuai polaritas: a rule may stand in a policy only where its direction fits and its laws hold.

    Raises:
        LawError: The direction contradicts the polarity, or a law is broken; with a counterexample.
    """
    if not fits(rule, polarity):
        raise law_error("slot", rule.id, _against(rule, polarity))
    if isinstance(rule, Formula):
        if rule.kind != kind:
            raise law_error("domain", rule.id, (("slot", f"{polarity} {kind}"),))
        _points(rule)


def require_laws(formula: Formula) -> None:
    """Wajib taat hukum: a formula may become part of a policy only when it keeps its own laws.

    Raises:
        LawError: A law is broken.

    Examples:
        >>> from sakip.scoring import Formula, R, T
        >>> require_laws(Formula("ratio", 100 * R / T, at_target=100, direction="up"))
    """
    _points(formula)


def _against(rule: Rule, polarity: Polarity) -> tuple[tuple[str, str], ...]:
    """Two realizations, the second one better for this polarity, with the values the rule gives them."""
    worse, better = {"maximize": ("8", "10"), "minimize": ("12", "10"), "stabilize": ("12", "10")}[polarity]
    shown: list[tuple[str, str]] = [("polarity", polarity), ("T", "10")]
    for mark, realization in (("", worse), ("'", better)):
        found = rule.quotient(_facts(realization))
        shown += [
            (f"R{mark}", realization),
            (f"value{mark}", found.code if isinstance(found, Reason) else str(Fraction(*found))),
        ]
    return tuple(shown)


def _facts(realization: str) -> tuple[int, int, int, int, int, int, int, int]:
    return int(realization), 10, 5, 40, 20, 9, 11, 1
