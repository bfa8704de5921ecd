"""Jalan perbaikan: all sets of cells whose change costs as little, the likeliest first."""

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple, Protocol

from sakip.base.slips import factors, transpositions
from sakip.cascade.mending.search import searched
from sakip.cascade.mending.system import System
from sakip.cascade.mending.tree import Solution, ordered, solved
from sakip.cascade.rollup.span import Exact, distance

__all__ = ["Ways", "cells_of", "connected", "way_of", "ways_of"]

_MOST_WAYS = 8
_MOST_SOLVED, _MOST_SEARCHED = 40, 8
_FINEST = 6


def connected(system: System, start: Iterable[int], hops: int | None) -> set[int]:
    """Terhubung: the equations that hang together with some, at most so many cells away."""
    found = set(start)
    edge = list(found)
    while edge and (hops is None or hops > 0):
        hops = None if hops is None else hops - 1
        cells = {at for number in edge for at in cells_of(system, number)}
        edge = [number for at in cells for number in system.touching[at] if number not in found]
        found.update(edge)
    return found


def cells_of(system: System, number: int) -> tuple[int, ...]:
    """Sel sebuah persamaan: its parent and its children."""
    equation = system.equations[number]
    return equation.parent, *equation.children


class Way(Protocol):
    """Cara: how a set of equations is solved, with some cells left as they are."""

    def __call__(self, banned: Collection[int], fixed: Mapping[int, Exact]) -> Solution | None: ...


def way_of(system: System, part: Collection[int], *, most_cells: int = 2) -> tuple[Way, int]:
    """Cara: how these equations are solved, exactly where they close no circle, else by search; how often at most."""
    numbers = sorted(part)
    order = ordered(system, numbers)
    if order is None:

        def search(banned: Collection[int], fixed: Mapping[int, Exact]) -> Solution | None:
            return searched(system, numbers, banned=banned, fixed=fixed, most_cells=most_cells)

        return search, _MOST_SEARCHED
    return lambda banned, fixed: solved(system, order, banned=banned, fixed=fixed), _MOST_SOLVED


class Ways(NamedTuple):
    """Jalan: sets of cells with their new values, the likeliest first, and whether these are all."""

    ways: list[dict[int, Exact]]
    is_complete: bool


def ways_of(system: System, values: dict[int, Exact], rest: Mapping[int, Exact]) -> Ways:
    """Semua jalan: the sets of cells that cost as little: from each one found, those that do without one of its cells.

    No cell is further from these than the cost has hops, for each cell on the way costs at least one.
    """
    cost = sum(system.variables[at].cost for at in values)
    touched = {number for at in values for number in system.touching[at]}
    part = connected(system, touched, cost)
    outside = {at for number in part for at in cells_of(system, number) if not part.issuperset(system.touching[at])}
    # Where one cell was enough, two would cost more.
    way, most = way_of(system, part, most_cells=len(values))
    found: dict[frozenset[int], dict[int, Exact]] = {frozenset(values): values}
    waiting = deque([frozenset((at,)) for at in values])
    asked = set(waiting)
    tried = 0
    while waiting:
        if len(found) > _MOST_WAYS or tried == most:
            return Ways(_sorted(system, found.values())[: _MOST_WAYS + 1], is_complete=False)
        banned = waiting.popleft()
        known = next((each for each in found.values() if banned.isdisjoint(each)), None)
        if known is None:
            tried += 1
            other = way(banned | outside, rest)
            if other is None or other.cost > cost:
                continue
            known = other.values
            found[frozenset(known)] = known
        for at in known:
            wider = banned | {at}
            if wider not in asked:
                asked.add(wider)
                waiting.append(wider)
    return Ways(_sorted(system, found.values()), is_complete=True)


def _sorted(system: System, ways: Iterable[dict[int, Exact]]) -> list[dict[int, Exact]]:
    return sorted(ways, key=lambda way: (len(way), *_unlikely(system, way)))


def _unlikely(system: System, values: Mapping[int, Exact]) -> tuple[bool, bool, Fraction, list[str]]:
    """What speaks against a way: a softer promise or a number below zero, no slip of the hand, a great change."""
    doubtful, is_slip, size = False, True, Fraction(0)
    for at, after in values.items():
        variable = system.variables[at]
        before = variable.current or 0
        polarity = system.case.graph.indicator(variable.node).polarity
        softer = after < before if polarity == "maximize" else after > before and polarity == "minimize"
        doubtful = doubtful or after < 0 <= before or (system.side == "target" and softer)
        is_slip = is_slip and _is_slip(before * variable.scale, after * variable.scale)
        greatest = max(distance(before, 0), distance(after, 0))
        size += Fraction(distance(after, before)) / greatest if greatest else 0
    names = sorted(system.case.graph.text(system.variables[at].node) for at in values)
    return doubtful, not is_slip, size, names


def _is_slip(before: Exact, after: Exact) -> bool:
    decimals = next((at for at in range(_FINEST) if Fraction(before * 10**at).denominator == 1), _FINEST)
    slips = (*factors(Fraction(before)), *transpositions(Fraction(before), decimals))
    return any(slip.meant == after for slip in slips)
