"""Ruang gerak: how much better each child could promise, and how a shortage is shared out among them."""

from fractions import Fraction
from typing import NamedTuple

from sakip.base.number import FRACTION_DIGITS
from sakip.cascade.case.case import Case
from sakip.cascade.rollup.cells import domain_of
from sakip.cascade.rollup.rollup import Rolled, linear
from sakip.cascade.rollup.span import Exact, distance, exact_of, tidy

__all__ = ["Raise", "headroom", "shared_out"]


class Raise(NamedTuple):
    """Perubahan target: what one child promises and what it would promise instead."""

    child: int
    old: Exact
    new: Exact


def headroom(case: Case, child: int, point: Exact, *, rising: bool) -> Exact | None:
    """Ruang gerak: how far a child's target can still go up (or down); None where no limit is known.

    The limit is `Target.ceiling`, the best value that is attainable at all, else the end of what can be measured.
    """
    graph = case.graph
    indicator, ceiling = graph.indicator(child), graph.targets[child].ceiling
    better = "maximize" if rising else "minimize"
    if ceiling is not None and indicator.polarity == better:
        limit: Exact | None = exact_of(ceiling)
    else:
        domain = domain_of(indicator, graph.facts[child])
        limit = domain.high if rising else domain.low
    if limit is None:
        return None
    return distance(limit, point) if (limit > point if rising else limit < point) else 0


def shared_out(case: Case, rolled: Rolled, change: Exact) -> tuple[Raise, ...] | None:
    """Pembagian: new targets that change what the children make by an amount, shared out by headroom.

    Where no limit is known, by the size of the targets. The new targets keep to whole numbers, or to the decimals that
    the targets have, as far as that goes.

    Returns:
        The children whose target changes; None where the arithmetic is not linear, a target is missing, or the
        headroom does not suffice.
    """
    form = linear(rolled)
    scales = [case.scale(one.link) for one in rolled.operands]
    points = [_own(one.cell.point, scale) for one, scale in zip(rolled.operands, scales, strict=True)]
    known = [point for point in points if point is not None]
    if form is None or len(known) < len(points):
        return None
    effects = [factor * scale for factor, scale in zip(form[1], scales, strict=True)]
    rises = [(effect > 0) is (change > 0) for effect in effects]
    rooms = [
        headroom(case, one.child, point, rising=rising)
        for one, point, rising in zip(rolled.operands, known, rises, strict=True)
    ]
    factors = [distance(effect, 0) for effect in effects]
    weights = _weights(known, rooms)
    whole = sum(factor * weight for factor, weight in zip(factors, weights, strict=True))
    wanted = distance(change, 0)
    if not whole or (None not in rooms and whole < wanted):
        return None
    exact: list[Exact] = [Fraction(wanted) / whole * weight for weight in weights]
    parts = _stepped(exact, factors, rooms, _step(known)) or exact
    return tuple(
        Raise(one.child, point, tidy(point + part if rising else point - part))
        for one, point, part, rising in zip(rolled.operands, known, parts, rises, strict=True)
        if part
    )


def _own(point: Exact | None, scale: Exact) -> Exact | None:
    """The number in the child's own unit."""
    return point if point is None or scale == 1 else tidy(Fraction(point) / scale)


def _weights(points: list[Exact], rooms: list[Exact | None]) -> list[Exact]:
    """By which each child takes its part: its headroom, or its size where some have no limit; those that have stay."""
    if None not in rooms:
        return [room or 0 for room in rooms]
    sizes = [distance(point, 0) if room is None else 0 for point, room in zip(points, rooms, strict=True)]
    return sizes if any(sizes) else [1 if room is None else 0 for room in rooms]


def _step(points: list[Exact]) -> Fraction:
    """The last decimal that the targets have."""
    return next(
        Fraction(1, 10**places)
        for places in range(FRACTION_DIGITS + 1)
        if all((point * 10**places).denominator == 1 for point in points)
    )


def _stepped(exact: list[Exact], factors: list[Exact], rooms: list[Exact | None], step: Fraction) -> list[Exact] | None:
    """The parts in whole steps, which together come to as much; None where steps do not reach."""
    found: list[Exact] = []
    due: Exact = 0
    for factor, part, room in zip(factors, exact, rooms, strict=True):
        due += factor * part
        # What the earlier ones took beyond their part is taken off the later ones.
        steps = -(-Fraction(due) / (factor * step) // 1) if factor and part and due > 0 else 0
        if room is not None:
            steps = min(steps, Fraction(room) // step)
        found.append(steps * step)
        due -= factor * steps * step
    return None if due > 0 else found
