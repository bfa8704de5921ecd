"""Sel ujung: of many cells with nothing below them, the few that are worth changing."""

from collections.abc import Sequence
from heapq import nlargest

from sakip.cascade.mending.options import common
from sakip.cascade.mending.system import Equation, System
from sakip.cascade.rollup.span import Exact, Span

__all__ = ["parted", "useful_among"]

Leaf = tuple[int, int]
_Reach = tuple[bool, Exact]


def useful_among(system: System, equation: Equation, leaves: Sequence[Leaf], excess: int) -> set[int]:
    """Sel yang berguna: the places of the leaves that a cheapest repair can do with, the others left as they are.

    Of cells that cost the same, those that can move their group the furthest do whatever any others could; and no more
    of them than the limit allows are changed at once.

    Args:
        system: The variables.
        equation: The group.
        leaves: The place and the variable of each cell.
        excess: How much more than the cheapest a choice may cost.
    """
    by_cost: dict[int, list[Leaf]] = {}
    for leaf in leaves:
        by_cost.setdefault(system.variables[leaf[1]].cost, []).append(leaf)
    found: set[int] = set()
    for cost, alike in by_cost.items():
        most = excess // cost + 1
        if len(alike) <= most:
            found.update(place for place, _ in alike)
        elif equation.form == "count":
            for value in (0, 1):
                found.update([place for place, at in alike if _can_become(system, equation, (place, at), value)][:most])
        else:
            for rising in (False, True):
                reach = {leaf[0]: _room(system, equation, leaf, rising=rising) for leaf in alike}
                found.update(nlargest(most, reach, key=reach.__getitem__))
    if equation.form in {"minimum", "maximum"}:
        found.update(_outermost(system, equation, leaves, excess))
    return found


def _room(system: System, equation: Equation, leaf: Leaf, *, rising: bool) -> _Reach:
    """How far a cell can move what its group makes: without a limit, or by so much."""
    place, at = leaf
    variable = system.variables[at]
    factor: Exact = -1 if place == len(equation.children) else equation.factors[place]
    domain, current = variable.domain.times(factor), (variable.current or 0) * factor
    end = domain.high if rising else domain.low
    if end is None:
        return True, 0
    if equation.form != "linear":
        offset = equation.offsets[place]
        return False, (end + offset) if rising else -(end + offset)
    return False, (end - current) if rising else (current - end)


def _outermost(system: System, equation: Equation, leaves: Sequence[Leaf], excess: int) -> list[int]:
    """The cells that stand in the way of a greater least, or a smaller greatest: all of these have to change."""
    sign = -1 if equation.form == "minimum" else 1
    values = {
        place: sign * ((system.variables[at].current or 0) * equation.factors[place] + equation.offsets[place])
        for place, at in leaves
    }
    return nlargest(excess + 1, values, key=values.__getitem__)


def _can_become(system: System, equation: Equation, leaf: Leaf, value: int) -> bool:
    place, at = leaf
    current, reaching = system.variables[at].current, equation.reaching[place]
    if current is None or int(reaching.contains(current)) == value:
        return False
    return any(counted == value for counted, _ in parted(system.variables[at].domain, reaching))


def parted(span: Span, reaching: Span) -> list[tuple[int, Span]]:
    """Terbagi: the parts of a span that are counted (1) and that are not (0).

    Examples:
        >>> [value for value, _ in parted(Span(0, 100), Span(70, None))], parted(Span(80, 80), Span(70, None))[0][0]
        ([1, 0], 1)
    """
    parts = [(1, common(span, reaching))] if span.meets(reaching) else []
    below = None if reaching.low is None else Span(None, reaching.low, open_high=not reaching.open_low)
    above = None if reaching.high is None else Span(reaching.high, None, open_low=not reaching.open_high)
    return parts + [(0, common(span, one)) for one in (below, above) if one is not None and span.meets(one)]
