"""Tuas: what each child could do for its parent, by the arithmetic of its links."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from attrs import evolve

from sakip.cascade.case.case import Case
from sakip.cascade.case.to_date import case_to_date
from sakip.cascade.explaining.splitting import OUTSIDE, coefficients, split
from sakip.cascade.explaining.what_if import Compensation, Lever, Move, WhatIf, WhyNot
from sakip.cascade.explaining.why import why_not_rolled, why_unknown
from sakip.cascade.inputs.link import LinkKind
from sakip.cascade.rollup.cells import domain_of, worse
from sakip.cascade.rollup.rollup import Operand, Rolled, as_exact, pooled
from sakip.cascade.rollup.side import Side
from sakip.cascade.rollup.span import Exact, Span, distance, exact_of, tidy
from sakip.model.indicator import Polarity
from sakip.model.scale import OrdinalScale

__all__ = ["what_if"]

_WORSENING: dict[Polarity, int] = {"maximize": -1, "minimize": 1, "stabilize": 0}


class _Child(NamedTuple):
    """One child: how it enters, its own number, all that this could be, and how its unit is converted."""

    operand: Operand
    node: str
    now: Exact
    domain: Span
    unit: Exact
    scale: OrdinalScale | None

    def own(self, entering: Exact) -> Exact:
        """Its own number where it is to enter as another."""
        return tidy(Fraction(self.operand.whole - entering if self.operand.inverse else entering) / self.unit)

    def room(self, direction: int) -> Exact | None:
        """How far its number can go up (1) or down (-1); None without a bound."""
        end = self.domain.high if direction > 0 else self.domain.low
        return None if end is None else max(tidy((end - self.now) * direction), 0)

    def lever(self, needed: Exact, slack: Exact | None, *, suffices: bool, numerator: Exact | None = None) -> Lever:
        direction = _sign(needed - self.now)
        return Lever(
            self.node,
            now=self.now,
            needed=needed,
            room=self.room(direction) if direction else None,
            suffices=suffices,
            numerator=numerator,
            slack=slack,
            scale=self.scale,
        )

    def limited(self, slack: Exact, direction: int) -> Exact:
        """How far it may get worse, if not further than its number can go at all."""
        room = self.room(direction) if direction else None
        return slack if room is None else min(slack, room)


class _Asked(NamedTuple):
    """By how much the parent's number has to change, how much it could spare, and which way is worse (0: both)."""

    case: Case
    node: int
    rolled: Rolled
    children: tuple[_Child, ...]
    aim: Exact
    gap: Exact
    spare: Exact
    worsening: int


class _Answer(NamedTuple):
    levers: Iterable[Lever]
    fewest: tuple[Move, ...] | None = ()
    plan: tuple[Move, ...] | None = None
    largest: Exact | None = None


def what_if(case: Case, node: int, side: Side) -> WhatIf:
    """Andaian sebuah simpul: what would have to change below it for it to reach its target.

    Of a part of the year realizations are held against the targets through it, by the trajectories. Costs grow with the
    number of children, n log n.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> what_if(validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case, 0, "actual").children
        ()
    """
    if side == "actual":
        case = case_to_date(case, node, deep=False)
    rolled, graph = case.rolled(node, side), case.graph
    asked, why = _asked(case, node, rolled, side)
    if asked is None:
        operands = () if rolled is None else rolled.operands
        answer = _Answer([_unknown(case, one, side) for one in operands], None)
    else:
        answer = _ANSWERS[asked.rolled.kind](asked)
    levers = tuple(answer.levers)
    if asked is not None and not asked.gap and side == "actual":
        levers = _compensated(asked, levers)
    return WhatIf(
        graph.text(node),
        side,
        kind=case.kind(node),
        unit=case.unit_of(node),
        aim=None if asked is None else asked.aim,
        made=None if rolled is None else rolled.point,
        gap=None if asked is None else asked.gap,
        children=levers,
        fewest=answer.fewest,
        plan=answer.plan,
        largest=answer.largest,
        why=why,
        through=case.through if side == "actual" else None,
        scale=graph.indicator(node).scale,
    )


def _asked(case: Case, node: int, rolled: Rolled | None, side: Side) -> tuple[_Asked | None, WhyNot | None]:
    polarity, target = case.graph.indicator(node).polarity, case.target(node)
    if rolled is None:
        return None, why_not_rolled(case, node)
    if rolled.point is None or rolled.span is None:
        return None, why_unknown(rolled)
    if target.span is None:
        return None, "no-trajectory" if target.state == "not_due" else "target-unknown"
    if polarity == "stabilize" and rolled.kind in {"minimum", "maximum", "count"}:
        return None, "direction-unclear"
    if polarity == "minimize" and rolled.kind == "count":
        return None, "direction-unclear"
    made = rolled.point
    band = target.span if target.point is None else Span(target.point, target.point)
    low, high = (made if end is None else end for end in (band.low, band.high))
    aim = min(max(made, low), high) if target.point is None else target.point
    is_short = worse(rolled.span.widened(case.tolerance(node)), target.span, polarity)
    spare = {"maximize": made - low, "minimize": high - made, "stabilize": min(made - low, high - made)}[polarity]
    children = tuple(_child(case, one, side) for one in rolled.operands)
    gap = tidy(aim - made) if is_short else 0
    return _Asked(case, node, rolled, children, aim, gap, 0 if gap else max(spare, 0), _WORSENING[polarity]), None


def _child(case: Case, one: Operand, side: Side) -> _Child:
    graph, link = case.graph, case.graph.links[one.link]
    unit = as_exact(link.factor, 1) if link.kind in {"minimum", "maximum"} else 1
    indicator = graph.indicator(one.child)
    now = _now(case, one, side)
    domain = _attainable(case, one)
    return _Child(one, graph.text(one.child), 0 if now is None else now, domain, unit, indicator.scale)


def _attainable(case: Case, one: Operand) -> Span:
    """What a child can reach: the domain of its measure, the best value attainable, and no part above its whole."""
    graph, parts = case.graph, one.cell.parts
    indicator, ceiling = graph.indicator(one.child), graph.targets[one.child].ceiling
    found = domain_of(indicator, graph.facts[one.child])
    if parts is not None and 0 <= parts.numerator <= parts.denominator:
        found = found.clipped(Span(0, parts.per))
    if ceiling is not None and indicator.polarity != "stabilize":
        best = exact_of(ceiling)
        found = found.clipped(Span(None, best) if indicator.polarity == "maximize" else Span(best, None))
    return found


def _now(case: Case, one: Operand, side: Side) -> Exact | None:
    return one.cell.parts.value if one.cell.parts is not None else case.value(one.child, side).point


def _unknown(case: Case, one: Operand, side: Side) -> Lever:
    scale = case.graph.indicator(one.child).scale
    text = case.graph.text(one.child)
    return Lever(text, now=_now(case, one, side), needed=None, room=None, suffices=False, slack=None, scale=scale)


def _sign(value: Exact) -> int:
    return (value > 0) - (value < 0)


def _relative(move: Move) -> tuple[bool, Exact, str]:
    """What a change is in proportion to what there is; from nothing it comes last."""
    change = distance(move.needed, move.now)
    return not move.now, Fraction(change) / distance(move.now, 0) if move.now else change, move.node


# Sums, means and pooled ratios.


def _linear(asked: _Asked) -> _Answer:
    factors = coefficients(asked.case, asked.rolled)
    assert factors is not None
    whole = pooled(asked.rolled.operands) if asked.rolled.kind == "pool" else None
    pairs = list(zip(asked.children, factors, strict=True))
    levers: list[Lever] = []
    for child, factor in pairs:
        if not factor:
            levers.append(child.lever(child.now, None, suffices=False))
            continue
        change = tidy(Fraction(asked.gap) / factor)
        room = child.room(_sign(change))
        parts = child.operand.cell.parts
        levers.append(
            child.lever(
                tidy(child.now + change),
                child.limited(tidy(Fraction(asked.spare) / distance(factor, 0)), asked.worsening * _sign(factor)),
                suffices=bool(change) and (room is None or distance(change, 0) <= room),
                numerator=None
                if whole is None or parts is None
                else tidy(Fraction(change * parts.denominator) / parts.per),
            )
        )
    if not asked.gap:
        return _Answer(levers)
    plan, largest = _even(pairs, asked.gap)
    return _Answer(levers, _fewest(levers, pairs, asked.gap), plan, largest)


def _fewest(levers: Sequence[Lever], pairs: Sequence[tuple[_Child, Exact]], gap: Exact) -> tuple[Move, ...] | None:
    """The one child that can do it with the least change, else as few as can, those with the most room first."""
    alone = [
        Move(one.node, child.now, one.needed)
        for one, (child, _) in zip(levers, pairs, strict=True)
        if one.suffices and one.needed is not None
    ]
    if alone:
        return (min(alone, key=_relative),)
    effects: list[tuple[Exact, str, _Child, Exact]] = []
    for child, factor in pairs:
        room = child.room(_sign(gap * factor))
        if room and factor:
            effects.append((-distance(factor, 0) * room, child.node, child, factor))
    rest, moves = distance(gap, 0), list[Move]()
    for effect, _, child, factor in sorted(effects, key=lambda one: one[:2]):
        taken = min(rest, -effect)
        change = tidy(Fraction(taken) / distance(factor, 0)) * _sign(gap * factor)
        moves.append(Move(child.node, child.now, tidy(child.now + change)))
        rest -= taken
        if not rest:
            return tuple(moves)
    return None


def _even(pairs: Sequence[tuple[_Child, Exact]], gap: Exact) -> tuple[tuple[Move, ...] | None, Exact | None]:
    """The changes whose greatest one, in proportion to what each child has, is least."""
    able: list[tuple[Exact | None, Exact, _Child, int]] = []
    for child, factor in pairs:
        direction = _sign(gap * factor)
        room = child.room(direction)
        if factor and child.now and room != 0:
            cap: Exact | None = None if room is None else Fraction(room) / distance(child.now, 0)
            able.append((cap, distance(factor * child.now, 0), child, direction))
    able.sort(key=lambda one: (one[0] is None, one[0] or 0, one[2].node))
    rest, slope = distance(gap, 0), sum(one[1] for one in able)
    for cap, effect, _, _ in able:
        largest = tidy(Fraction(rest) / slope)
        if cap is None or largest <= cap:
            moves = []
            for limit, _, child, direction in able:
                part = largest if limit is None else min(limit, largest)
                needed = tidy(child.now + part * distance(child.now, 0) * direction)
                moves.append(Move(child.node, child.now, needed))
            return tuple(moves), largest
        rest, slope = rest - cap * effect, slope - effect
    return None, None


# Minima and maxima.


def _extreme(asked: _Asked) -> _Answer:
    is_minimum = asked.rolled.kind == "minimum"
    if not asked.gap:
        return _Answer(_extreme_slacks(asked, is_minimum=is_minimum))
    direction = _sign(asked.gap)
    short = [_short_of(child, asked.aim, direction) for child in asked.children]
    needs_all = is_minimum == (direction > 0)
    count = sum(short)
    levers: list[Lever] = []
    for child, is_short in zip(asked.children, short, strict=True):
        needed = child.own(asked.aim) if is_short else child.now
        able = is_short and child.domain.contains(needed)
        levers.append(child.lever(needed, 0, suffices=able and (count == 1 or not needs_all)))
    moves = [
        Move(child.node, child.now, child.own(asked.aim))
        for child, is_short in zip(asked.children, short, strict=True)
        if is_short and child.domain.contains(child.own(asked.aim))
    ]
    if needs_all:
        return _Answer(levers, tuple(moves) if len(moves) == count else None)
    return _Answer(levers, (min(moves, key=_relative),) if moves else None)


def _short_of(child: _Child, aim: Exact, direction: int) -> bool:
    point = child.operand.point
    return point is not None and (point - aim) * direction < 0


def _extreme_slacks(asked: _Asked, *, is_minimum: bool) -> Iterable[Lever]:
    """Where every child is needed, each may fall to the target; where one is enough, only the last one may not."""
    made = asked.rolled.point
    assert made is not None
    bound = made + asked.spare * asked.worsening
    reaching = sum(not _short_of(child, bound, -asked.worsening) for child in asked.children)
    for child in asked.children:
        point = child.operand.point
        assert point is not None
        own = asked.worsening * (-1 if child.operand.inverse else 1)
        is_last = reaching == 1 and not _short_of(child, bound, -asked.worsening)
        if is_minimum == (asked.worsening < 0) or is_last:
            slack = tidy(Fraction(distance(point, bound)) / child.unit)
            yield child.lever(child.now, child.limited(slack, own), suffices=False)
        else:
            yield child.lever(child.now, child.room(own), suffices=False)


# Counts.


def _count(asked: _Asked) -> _Answer:
    group, whole = asked.case.graph.groups.get(asked.node), len(asked.children)
    wanted = Fraction(asked.aim) * (whole if group is not None and group.per_hundred else 100) / 100
    meeting = sum(child.operand.meets[0] for child in asked.children)
    lacking = -(-wanted.numerator // wanted.denominator) - meeting if asked.gap else 0
    levers: list[Lever] = []
    moves: list[Move] = []
    for child in asked.children:
        bound = _threshold(asked.case, asked.node, child)
        if child.operand.meets[0]:
            # Only the last surplus child is missed when it falls below the threshold.
            spare = not asked.gap and meeting - 1 >= wanted
            slack = None if spare or bound is None else distance(child.now, bound)
            levers.append(child.lever(child.now, slack, suffices=False))
            continue
        needed = child.now if bound is None else bound
        able = bound is not None and lacking > 0 and child.domain.contains(bound)
        levers.append(child.lever(needed if lacking else child.now, None, suffices=able and lacking == 1))
        if able:
            moves.append(Move(child.node, child.now, needed))
    moves.sort(key=_relative)
    return _Answer(levers, tuple(moves[:lacking]) if len(moves) >= lacking else None)


def _threshold(case: Case, node: int, child: _Child) -> Exact | None:
    """The least number with which a child is counted."""
    group, at = case.graph.groups.get(node), child.operand.child
    stated = case.target(at).point
    if (group is None or group.threshold is None) and stated is not None:
        return stated
    wanted, polarity = case.threshold(node, at), case.graph.indicator(at).polarity
    if wanted is None:
        return None
    if polarity == "stabilize":
        ends = [end for end in (wanted.low, wanted.high) if end is not None]
        return min(ends, key=lambda end: distance(end, child.now), default=None)
    return wanted.low if polarity == "maximize" else wanted.high


_ANSWERS: dict[LinkKind, Callable[[_Asked], _Answer]] = {
    "same": _linear,
    "sum": _linear,
    "mean": _linear,
    "weighted": _linear,
    "pool": _linear,
    "minimum": _extreme,
    "maximum": _extreme,
    "count": _count,
}


def _compensated(asked: _Asked, levers: tuple[Lever, ...]) -> tuple[Lever, ...]:
    """The same levers, with the siblings that made up for a child's miss while the parent reached its target."""
    case, kind, better = asked.case, asked.rolled.kind, -asked.worsening
    if not better or (kind == "minimum" and better > 0) or (kind == "maximum" and better < 0):
        return levers
    helpers = sorted(
        (-share.own * better, case.graph.text(share.child))
        for share in split(case, asked.node).shares
        if share.child != OUTSIDE and share.own is not None and share.own * better > 0
    )
    found = tuple(Compensation(node, -amount * better) for amount, node in helpers)
    if not found:
        return levers
    names = {one.node for one in found}
    return tuple(
        _hidden(lever, found, names) if case.met(child.operand.child) is False else lever
        for lever, child in zip(levers, asked.children, strict=True)
    )


def _hidden(lever: Lever, found: tuple[Compensation, ...], names: set[str]) -> Lever:
    others = tuple(one for one in found if one.node != lever.node) if lever.node in names else found
    return evolve(lever, compensated_by=others)
