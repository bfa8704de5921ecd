"""Perbaikan di luar pohon: single cells, pairs of cells, and at last every group made to say what its children make."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from sakip.cascade.mending.options import common
from sakip.cascade.mending.picking import nearest
from sakip.cascade.mending.system import Equation, System
from sakip.cascade.mending.tree import Solution
from sakip.cascade.rollup.span import Exact, Span, hull, tidy

__all__ = ["holds", "searched"]

_MOST_LOOKED_AT = 20_000


def span_of(system: System, values: Mapping[int, Exact], at: int, *, exactly: bool = False) -> Span:
    """Selang peubah: what its changed number stands for, else what the stated one does, else all that it could be."""
    variable = system.variables[at]
    if at in values:
        point = Span(values[at], values[at])
        return point if exactly else variable.meaning(point)
    if variable.current is None or not exactly:
        return variable.meant
    return Span(variable.current, variable.current)


def holds(system: System, number: int, values: Mapping[int, Exact]) -> bool:
    """Terpenuhi: whether an equation holds with some values changed."""
    equation = system.equations[number]
    own = span_of(system, values, equation.parent)
    return _made(system, equation, values, exactly=False).plus(own.times(-1)).meets(equation.loose)


def _made(system: System, equation: Equation, values: Mapping[int, Exact], *, exactly: bool) -> Span:
    if equation.form == "linear":
        total = Span(equation.rest, equation.rest)
        for child, factor in zip(equation.children, equation.factors, strict=True):
            total = total.plus(span_of(system, values, child, exactly=exactly).times(factor))
        return total
    terms = [_term(system, equation, place, values, exactly=exactly) for place in range(len(equation.children))]
    if equation.form == "count":
        total = Span(0, 0)
        for term in terms:
            total = total.plus(term)
        return total
    return hull(terms, highest=equation.form == "maximum")


def _term(system: System, equation: Equation, place: int, values: Mapping[int, Exact], *, exactly: bool) -> Span:
    child, factor = equation.children[place], equation.factors[place]
    span = span_of(system, values, child, exactly=exactly)
    if equation.form != "count":
        offset = equation.offsets[place]
        return span.times(factor).plus(Span(offset, offset))
    certain, possible = equation.counted[place]
    if child in values:
        certain = possible = span.meets(equation.reaching[place])
    return Span(factor * certain, factor * possible)


def region(system: System, number: int, at: int, values: Mapping[int, Exact], *, exactly: bool) -> Span | None:
    """Ruang sebuah peubah: the numbers of it with which one equation holds, all others as they are; None with none."""
    equation = system.equations[number]
    allowed = equation.tight if exactly else equation.loose
    places = [place for place, child in enumerate(equation.children) if child == at]
    if at == equation.parent:
        found = None if places else _made(system, equation, values, exactly=exactly).plus(allowed.times(-1))
    else:
        own = span_of(system, values, equation.parent, exactly=exactly).plus(allowed)
        found = _region_of_child(system, equation, places, values, own, exactly=exactly)
    return found if exactly or found is None else system.variables[at].stated(found)


def _region_of_child(
    system: System,
    equation: Equation,
    places: Sequence[int],
    values: Mapping[int, Exact],
    own: Span,
    *,
    exactly: bool,
) -> Span | None:
    others = [
        _term(system, equation, place, values, exactly=exactly)
        for place in range(len(equation.children))
        if place not in places
    ]
    if equation.form == "linear":
        factor = sum(equation.factors[place] for place in places)
        rest = Span(equation.rest, equation.rest)
        for term in others:
            rest = rest.plus(term)
        return own.plus(rest.times(-1)).times(Fraction(1) / factor) if factor else None
    if len(places) > 1:
        return None
    place = places[0]
    if equation.form == "count":
        return _counting(equation, place, own, others)
    factor, offset = equation.factors[place], equation.offsets[place]
    found = _beside(own, others, is_least=equation.form == "minimum")
    return None if found is None else found.plus(Span(-offset, -offset)).times(Fraction(1) / factor)


def _beside(own: Span, others: Sequence[Span], *, is_least: bool) -> Span | None:
    """Where one term may lie so that the least (or greatest) of all is one of these numbers."""
    if not others:
        return own
    rest = hull(others, highest=not is_least)
    if rest.meets(own):
        return Span(own.low, None, own.open_low) if is_least else Span(None, own.high, open_high=own.open_high)
    too_far = rest.below(own) if is_least else own.below(rest)
    return None if too_far else own


def _counting(equation: Equation, place: int, own: Span, others: Sequence[Span]) -> Span | None:
    total = Span(0, 0)
    for term in others:
        total = total.plus(term)
    each, reaching = equation.factors[place], equation.reaching[place]
    if total.plus(Span(each, each)).meets(own):
        return reaching
    if not total.meets(own):
        return None
    if reaching.low is not None:
        return Span(None, reaching.low, open_high=True)
    return None if reaching.high is None else Span(reaching.high, None, open_low=True)


def fitting_value(system: System, at: int, values: Mapping[int, Exact]) -> Exact | None:
    """Nilai yang cocok: a value of one variable with which all of its equations hold; None with none."""
    loose: Span | None = system.variables[at].domain
    tight: Span | None = loose
    for number in system.touching[at]:
        here = region(system, number, at, values, exactly=False)
        if here is None or loose is None or not here.meets(loose):
            return None
        loose = common(loose, here)
        aim = region(system, number, at, values, exactly=True)
        tight = common(tight, aim) if tight is not None and aim is not None and aim.meets(tight) else None
    variable = system.variables[at]
    wanted = tight if tight is not None and loose is not None and tight.meets(loose) else loose
    return None if wanted is None else nearest(wanted, variable.current, variable.decimals, variable.scale)


def searched(
    system: System,
    equations: Sequence[int],
    *,
    banned: Collection[int] = (),
    fixed: Mapping[int, Exact] | None = None,
    most_cells: int = 2,
) -> Solution | None:
    """Dicari: the cheapest single cell or pair of cells with which all equations hold; else a way that works.

    Only a single cell that no two others could undercut is said to be the cheapest.

    Args:
        system: All cells and groups.
        equations: The groups that are to hold.
        banned: Cells that stay as they are.
        fixed: Cells that are changed already.
        most_cells: Whether a pair of cells is worth the search (2), or not (1).
    """
    start = dict(fixed or {})
    broken = [at for at in equations if not holds(system, at, start)]
    if not broken:
        return Solution({}, 0, optimal=True)
    stay = {*banned, *start}
    costs = sorted(
        system.variables[at].cost for at in _cells(system, equations) if system.variables[at].cost and at not in stay
    )
    best = _cheapest(_singles(system, broken, start, stay))
    if best is not None and best.cost <= sum(costs[:2]):
        return best._replace(optimal=True)
    pair = _cheapest(_pairs(system, broken, start, stay)) if most_cells > 1 else None
    if pair is not None and (best is None or pair.cost < best.cost):
        best = pair
    return best or _climbed(system, equations, start, stay)


def _cheapest(found: Iterator[Solution]) -> Solution | None:
    return min(found, key=lambda one: one.cost, default=None)


def _cells(system: System, equations: Sequence[int]) -> list[int]:
    found: dict[int, None] = {}
    for number in equations:
        equation = system.equations[number]
        found.update(dict.fromkeys((equation.parent, *equation.children)))
    return list(found)


def _singles(
    system: System, broken: Sequence[int], start: Mapping[int, Exact], stay: Collection[int]
) -> Iterator[Solution]:
    wanted = set(broken)
    for at in _cells(system, broken[:1]):
        if at in stay or not system.variables[at].cost or not wanted.issubset(system.touching[at]):
            continue
        value = fitting_value(system, at, start)
        if value is not None:
            yield Solution({at: value}, system.variables[at].cost, optimal=False)


def _pairs(
    system: System, broken: Sequence[int], start: Mapping[int, Exact], stay: Collection[int]
) -> Iterator[Solution]:
    """A cell of the first broken group with a value that mends one of its groups, and a second cell for the rest."""
    looked_at = 0
    for at in _cells(system, broken[:1]):
        if at in stay or not system.variables[at].cost:
            continue
        for number in system.touching[at]:
            value = _for_one(system, number, at, start)
            if value is None:
                continue
            values = {**start, at: value}
            concerned = {*broken, *system.touching[at]}
            left = [each for each in sorted(concerned) if not holds(system, each, values)]
            for other in _cells(system, left[:1]):
                looked_at += sum(len(system.equations[each].children) for each in left)
                if looked_at > _MOST_LOOKED_AT:
                    return
                if other in stay or other == at or not system.variables[other].cost:
                    continue
                if set(left).issubset(system.touching[other]):
                    second = fitting_value(system, other, values)
                    if second is not None:
                        cost = system.variables[at].cost + system.variables[other].cost
                        yield Solution({at: value, other: second}, cost, optimal=False)


def _for_one(system: System, number: int, at: int, values: Mapping[int, Exact]) -> Exact | None:
    variable = system.variables[at]
    for exactly in (True, False):
        here = region(system, number, at, values, exactly=exactly)
        if here is not None and here.meets(variable.domain):
            return nearest(common(here, variable.domain), variable.current, variable.decimals, variable.scale)
    return None


def _climbed(
    system: System, equations: Sequence[int], start: Mapping[int, Exact], stay: Collection[int]
) -> Solution | None:
    """Every broken group made to say what its children make, from below; None where that leads nowhere."""
    values, changed = dict(start), dict[int, Exact]()
    place = {node: at for at, node in enumerate(system.case.graph.order)}

    def depth(number: int) -> int:
        return place.get(system.variables[system.equations[number].parent].node, len(place))

    for number in sorted(equations, key=depth):
        if holds(system, number, values):
            continue
        parent = system.equations[number].parent
        value = None if parent in stay else _for_one(system, number, parent, values)
        if value is None or not system.variables[parent].cost:
            return None
        values[parent] = changed[parent] = tidy(Fraction(value))
    if not all(holds(system, number, values) for number in equations):
        return None
    return Solution(changed, sum(system.variables[at].cost for at in changed), optimal=False)
