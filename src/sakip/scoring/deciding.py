"""Keputusan dari koefisien: which laws a formula keeps, read off its coefficients without trying numbers."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from sakip.scoring.curve import cells, sample
from sakip.scoring.expression import HI, LO, B, C, Condition, Linear, Operator, R, Ratio, T, W
from sakip.scoring.formula import Formula
from sakip.scoring.piecewise import Piecewise
from sakip.scoring.transform import is_constant, least

__all__ = ["Law", "Verdict", "decide"]

Law = Literal["at-target", "coverage", "direction", "unit"]
Verdict = Literal["kept", "broken", "undecided"]

_SAMPLE = {
    "T": Fraction(100),
    "B": Fraction(50),
    "W": Fraction(400),
    "C": Fraction(200),
    "LO": Fraction(80),
    "HI": Fraction(120),
}
_TURNED = {**_SAMPLE, "B": Fraction(150)}
_RANGE_FACT = HI - LO
_POSITIVE = [T, B, W, C, LO, HI]


def decide(formula: Formula) -> dict[Law, Verdict]:
    """Putusan: for each law, whether the coefficients show that it is kept or broken.

    Examples:
        >>> from sakip.scoring import R, T
        >>> decide(Formula("ratio", 100 * R / T, at_target=100, direction="up"))
        {'at-target': 'kept', 'coverage': 'kept', 'direction': 'kept', 'unit': 'kept'}
    """
    return {
        "at-target": _worst(_at_target(formula)),
        "coverage": _worst(_coverage(formula)),
        "direction": _worst(_direction(formula)),
        "unit": _worst(_unit(formula)),
    }


def meeting_points(formula: Formula) -> tuple[Linear, ...]:
    """Titik temu: the realizations that keep the promise exactly, the target or both bounds of the range.

    Examples:
        >>> from sakip.scoring import R, T
        >>> [str(point) for point in meeting_points(Formula("ratio", 100 * R / T, at_target=100, direction="up"))]
        ['T']
    """
    return (T,) if formula.kind == "number" else (LO, HI)


def _worst(verdicts: Iterator[Verdict]) -> Verdict:
    found = set(verdicts)
    return "broken" if "broken" in found else "undecided" if "undecided" in found else "kept"


def _at_target(formula: Formula) -> Iterator[Verdict]:
    for point in meeting_points(formula):
        for ratio in _reachable(formula, point):
            value = _constant(ratio, point)
            yield "undecided" if value is None else _is(_after(formula, value) == formula.at_target)


def _is(holds: bool) -> Verdict:  # noqa: FBT001
    return "kept" if holds else "broken"


def _reachable(formula: Formula, point: Linear) -> Iterator[Ratio]:
    """The branches that can apply where R is replaced by a point."""
    facts = [*_facts(list(formula.domain or ())), _RANGE_FACT, *([T] if _has_positive_target(formula) else [])]
    for condition, ratio in formula.expression.branches:
        holds = _known(condition, point, facts)
        if holds is not False:
            yield ratio
        if holds:
            return
    yield formula.expression.otherwise


def _known(condition: Condition, point: Linear, facts: list[Linear]) -> bool | None:
    sign = _sign(_put(condition.difference, point), facts)
    return None if sign is None else condition.holds(Fraction(sign))


def _put(linear: Linear, point: Linear) -> Linear:
    """The expression with R replaced by a point."""
    slope = linear.coefficient("R")
    return linear - R.scaled(slope) + point.scaled(slope)


def _constant(ratio: Ratio, point: Linear) -> Fraction | None:
    """The number that the quotient is at a point whatever the other numbers, if it is one."""
    above, below = _put(ratio.numerator, point), _put(ratio.denominator, point)
    if not below.terms and not below.constant:
        return None
    return _multiple(above, below)


def _multiple(one: Linear, other: Linear) -> Fraction | None:
    """The number that makes one expression out of another, if there is one."""
    size = other.terms[0][1] if other.terms else other.constant
    part = one.coefficient(other.terms[0][0]) if other.terms else one.constant
    return part / size if one == other.scaled(part / size) else None


def _after(formula: Formula, value: Fraction) -> Fraction:
    found = value.as_integer_ratio()
    for transform in formula.then:
        found = transform.apply(*found)
    return Fraction(*found)


def _sign(linear: Linear, positive: list[Linear]) -> int | None:
    """The sign of an expression, given others that are positive."""
    if not linear.terms:
        return (linear.constant > 0) - (linear.constant < 0)
    for fact in positive:
        factor = _multiple(linear, fact)
        if factor:
            return 1 if factor > 0 else -1
    return None


def _facts(conditions: list[Condition]) -> list[Linear]:
    return [
        condition.difference if condition.operator in {">", ">="} else -condition.difference
        for condition in conditions
        if condition.operator != "!="
    ]


def _coverage(formula: Formula) -> Iterator[Verdict]:
    """Whether there is a value at the target and for whatever is worse than what has one."""
    known = _facts([one for one in formula.domain or () if "R" not in one.difference.symbols])
    for condition in formula.domain or ():
        slope = condition.difference.coefficient("R")
        if not slope:
            continue
        cut = "low" if (slope > 0) == (condition.operator in {">", ">="}) else "high"
        open_ends = {"up": {"high"}, "down": {"low"}}.get(formula.direction, set())
        if condition.operator == "!=" or formula.direction == "towards-target":
            yield "undecided"
        elif cut not in open_ends or formula.turns_at is not None:
            yield "broken"
        for point in meeting_points(formula):
            holds = _known(condition, point, [*known, _RANGE_FACT])
            yield "undecided" if holds is None else _is(holds)
    by_realization = any("R" in condition.difference.symbols for condition, _ in formula.expression.branches)
    everything = [*_facts(list(formula.domain or ())), _RANGE_FACT, *_POSITIVE]
    for ratio in formula.expression.ratios:
        sign = _sign(ratio.denominator, everything)
        if "R" in ratio.denominator.symbols or by_realization:
            yield "kept" if sign == 1 or (sign and formula.domain is not None) else "undecided"


def _unit(formula: Formula) -> Iterator[Verdict]:
    """Whether numbers are compared with each other only: in another unit a constant would mean something else."""
    for condition in [*(formula.domain or ()), *(condition for condition, _ in formula.expression.branches)]:
        yield _is(not (condition.difference.terms and condition.difference.constant))
    for ratio in formula.expression.ratios:
        above, below = ratio.numerator, ratio.denominator
        scales = not above.constant and not below.constant
        yield _is(scales or not (above.terms or below.terms))


def _direction(formula: Formula) -> Iterator[Verdict]:
    if "R" not in formula.expression.symbols:
        yield "broken"
    if any(isinstance(step, Piecewise) and step.fall is not None for step in formula.then):
        yield "undecided"
    elif is_constant(formula.then) or _keeps_all(formula):
        yield "broken"
    if formula.turns_at is not None:
        yield _turns(formula)
    before: list[Condition] = []
    sides = _sides(formula)
    for condition, ratio in [*formula.expression.branches, (None, formula.expression.otherwise)]:
        here = [*before, *([condition] if condition is not None else [])]
        facts = [*_facts([*(formula.domain or ()), *here]), _RANGE_FACT]
        yield _slope(formula, ratio, facts, sides.get(ratio, set()))
        if condition is not None:
            before = [*before, _opposite(condition)] if condition.operator != "!=" else before
    yield from _joints(formula, _SAMPLE, turned=False)
    if formula.direction == "towards-target":
        yield from _joints(formula, _TURNED, turned=True)


def _keeps_all(formula: Formula) -> bool:
    """Whether the steps of the formula lift every value to that of a kept promise."""
    low = least(formula.then)
    return low is not None and low >= formula.met_at


_OPPOSITES: dict[Operator, Operator] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def _opposite(condition: Condition) -> Condition:
    return Condition(condition.difference, _OPPOSITES[condition.operator])


def _slope(formula: Formula, ratio: Ratio, facts: list[Linear], sides: set[str]) -> Verdict:
    a, c = ratio.numerator.coefficient("R"), ratio.denominator.coefficient("R")
    if not a and not c:
        return "kept"
    if formula.direction == "towards-target":
        factor = None if c else _multiple(ratio.denominator, T - Linear([("B", Fraction(1))]))
        return "undecided" if factor is None else _is(a * factor > 0)
    signed_by_domain = formula.domain is not None
    if c:
        sign = _sign(ratio.denominator.scaled(a) - ratio.numerator.scaled(c), facts)
    elif signed_by_domain:
        below = _sign(ratio.denominator, facts)
        sign = None if below is None else below * (1 if a > 0 else -1)
    else:
        sign = 1 if a > 0 else -1
    if sign is None:
        return "undecided"
    wanted = _wanted(formula, sides)
    if not wanted:
        return "undecided"
    return _is(wanted == {sign})


def _wanted(formula: Formula, sides: set[str]) -> set[int]:
    if formula.direction == "peak":
        return {1 if side == "left" else -1 for side in sides}
    sign = 1 if formula.direction == "up" else -1
    if formula.turns_at is None:
        return {sign}
    return {sign if side == _target_side(formula.turns_at) else -sign for side in sides}


def _target_side(turn: Linear) -> str:
    """On which side of the turn a positive target lies."""
    return "right" if turn.coefficient("T") < 1 else "left"


def _turns(formula: Formula) -> Verdict:
    """Whether a declared turn is one: a branch on its other side moves."""
    if formula.turns_at is None or not _has_positive_target(formula):
        return "undecided"
    near = _target_side(formula.turns_at)
    beyond = [ratio for ratio, sides in _sides(formula).items() if sides - {near}]
    return _is(any(ratio.numerator.coefficient("R") for ratio in beyond))


def _has_positive_target(formula: Formula) -> bool:
    """Whether every value stands over a multiple of the target, so that there is none where it is not positive."""
    factors = [_multiple(ratio.denominator, T) for ratio in formula.expression.ratios]
    return formula.domain is None and all(factor is not None and factor > 0 for factor in factors)


def _sides(formula: Formula) -> dict[Ratio, set[str]]:
    """On which side of the target, or of the turn, each branch lies; none where that hangs on other numbers."""
    found: dict[Ratio, set[str]] = {}
    meeting = {"R", *(symbol for point in meeting_points(formula) for symbol in point.symbols)}
    if any(set(condition.difference.symbols) - meeting for condition, _ in formula.expression.branches):
        return found
    turn = formula.turns_at
    points = [point.value(_SAMPLE) for point in (meeting_points(formula) if turn is None else [turn])]
    ends = {
        end for interval, _ in formula.curve(_SAMPLE).pieces for end in (interval.low, interval.high) if end is not None
    }
    for interval in cells({*ends, *points}):
        at = sample(interval)
        ratio = formula.ratio_at({**_SAMPLE, "R": at})
        side = "left" if at < points[0] else "right" if at > points[-1] else None
        if ratio is not None and side is not None:
            found.setdefault(ratio, set()).add(side)
    return found


def _joints(formula: Formula, numbers: dict[str, Fraction], *, turned: bool) -> Iterator[Verdict]:
    """Whether the value jumps the wrong way where one branch gives way to the next."""
    roots = {
        point.value(numbers): point
        for condition, _ in formula.expression.branches
        if (slope := condition.difference.coefficient("R"))
        for point in [(R.scaled(slope) - condition.difference).scaled(1 / slope)]
    }
    pieces = [interval for interval, _ in formula.curve(numbers).pieces if interval.low != interval.high]
    middle = [point.value(numbers) for point in meeting_points(formula)]
    for before, after in pairwise(pieces):
        left = formula.ratio_at({**numbers, "R": sample(before)})
        right = formula.ratio_at({**numbers, "R": sample(after)})
        if left == right or left is None or right is None or before.high != after.low or after.low is None:
            continue
        point = roots.get(after.low)
        if point is None or point in formula.breaks or point == formula.turns_at:
            continue
        below, above = _constant(left, point), _constant(right, point)
        if below is None or above is None:
            yield "undecided"
            continue
        jump = _after(formula, above) - _after(formula, below)
        yield _is(all(jump * way >= 0 for way in _ways(formula, after.low, middle, numbers, turned=turned)))


def _ways(
    formula: Formula, at: Fraction, middle: list[Fraction], numbers: dict[str, Fraction], *, turned: bool
) -> set[int]:
    """Where the value may go from one side of a point to the other: 1 up, -1 down, both for nowhere."""
    if formula.direction == "peak":
        return {way for way, holds in ((1, at <= middle[0]), (-1, at >= middle[-1])) if holds}
    if formula.direction == "towards-target":
        return {-1 if turned else 1}
    side = formula.turns_at and ("left" if at < formula.turns_at.value(numbers) else "right")
    return _wanted(formula, {side} if side else set())
