"""Sistem persamaan: the cells of one side of a cascade, and what each group asks of them."""

from collections.abc import Container, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from sakip.cascade.case.case import Case
from sakip.cascade.checks.comparison import contradicts
from sakip.cascade.inputs.link import LinkKind
from sakip.cascade.rollup.cells import domain_of
from sakip.cascade.rollup.rollup import Operand, Rolled, as_exact, linear
from sakip.cascade.rollup.side import Side
from sakip.cascade.rollup.span import Exact, Span, tidy

__all__ = ["Equation", "Form", "System", "Variable", "system_of"]

Form = Literal["linear", "minimum", "maximum", "count"]
_STATUS_COSTS = {"final": 8, "verified": 6, "submitted": 4, "draft": 2, None: 1}
_SIGNED_COST, _UNSIGNED_COST = 6, 2
_ANYTHING, _ZERO, _NOT_NEGATIVE = Span(None, None), Span(0, 0), Span(0, None)


class Variable(NamedTuple):
    """Peubah: a cell that could be changed.

    Attributes:
        node: Number of the node.
        current: What is stated; None of a cell without one number, which can be anything in its domain.
        domain: What it can be.
        cost: How much a change costs, by how far the number has come; 0 of a cell that cannot be changed.
        decimals: How many decimals its indicator declares.
        meant: What the stated number can stand for.
        rounding: By how much a changed number could differ from the one meant.
        floor: Below which nothing is meant, whatever the rounding.
        is_band: Whether a band is promised, each number of which will do for each group.
        scale: What a change is counted in: the denominator by what a ratio is counted per, else 1.
    """

    node: int
    current: Exact | None
    domain: Span
    cost: int
    decimals: int | None
    scale: Exact = 1
    meant: Span = _ANYTHING
    rounding: Span = _ZERO
    floor: Span = _ANYTHING
    is_band: bool = False

    def meaning(self, stated: Span) -> Span:
        """Yang dimaksud: what changed numbers can stand for."""
        return stated if self.rounding == _ZERO else stated.plus(self.rounding).clipped(self.floor)

    def stated(self, meant: Span) -> Span:
        """Yang ditulis: the changed numbers that can stand for one of these."""
        return meant if self.rounding == _ZERO else meant.clipped(self.floor).plus(self.rounding.times(-1))


class Equation(NamedTuple):
    """Persamaan: what the children of a parent make, less what the parent says, lies in a span.

    Attributes:
        parent: Variable of the parent.
        children: Variables of the children.
        form: ``linear``, ``minimum``, ``maximum`` or ``count``.
        factors: With what factor each child enters; 1 or 100 per child counted.
        offsets: What is added to each child.
        rest: What is added to all of them.
        loose: Where the difference of the numbers meant lies, with the tolerance of the group.
        tight: Where the difference of the stated numbers lies, were they exact.
        reaching: Of a count, the numbers with which each child is counted.
        counted: Of a count, whether each child as it is stated is certainly and possibly counted.
    """

    parent: int
    children: tuple[int, ...]
    form: Form
    factors: tuple[Exact, ...]
    offsets: tuple[Exact, ...]
    rest: Exact
    loose: Span
    tight: Span
    reaching: tuple[Span, ...] = ()
    counted: tuple[tuple[bool, bool], ...] = ()


class System:
    """Sistem: all variables and equations of one side.

    Attributes:
        side: ``target`` or ``actual``.
        variables: The cells.
        equations: The groups.
        touching: For each variable the equations that it stands in.
    """

    __slots__ = ("_place", "case", "equations", "side", "touching", "variables")

    def __init__(self, case: Case, side: Side) -> None:
        self.case = case
        self.side: Side = side
        self.variables: list[Variable] = []
        self.equations: list[Equation] = []
        self.touching: list[list[int]] = []
        self._place: dict[int, int] = {}

    def variable(self, node: int) -> int:
        """Peubah sebuah simpul: made when it is first asked for."""
        found = self._place.get(node)
        if found is None:
            found = self._place[node] = len(self.variables)
            self.variables.append(_variable(self.case, node, self.side))
            self.touching.append([])
        return found

    def add(self, equation: Equation) -> None:
        """Tambah: one more equation."""
        for at in {equation.parent, *equation.children}:
            self.touching[at].append(len(self.equations))
        self.equations.append(equation)


def system_of(case: Case, side: Side, skipped: Container[int] = ()) -> System:
    """Sistem sebuah sisi: every group whose numbers are compared.

    Args:
        case: What the checks were given.
        side: ``target`` or ``actual``.
        skipped: Parents whose numbers cannot be compared, such as those of children in other units.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> system_of(validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case, "actual").equations
        []
    """
    system = System(case, side)
    for parent in case.groups:
        if parent not in skipped:
            for equation in _equations(system, parent):
                system.add(equation)
    return system


def _variable(case: Case, node: int, side: Side) -> Variable:
    graph, cell = case.graph, case.cell(node, side)
    indicator = graph.indicator(node)
    domain = domain_of(indicator, graph.facts[node])
    if cell.point is None or cell.span is None:
        # A range is promised as it is; of a missing number anything could be.
        known = cell.span or domain
        return Variable(node, None, known, 0, indicator.decimals, meant=known, is_band=cell.span is not None)
    floor = _NOT_NEGATIVE if indicator.measure in {"flow", "stock"} else _ANYTHING
    rounding = cell.span.plus(Span(-cell.point, -cell.point))
    if case.rounded == "nearest" and rounding.high is not None:
        rounding = Span(-rounding.high, rounding.high)
    variable = Variable(node, cell.point, domain, 0, indicator.decimals, 1, cell.span, rounding, floor)
    if side == "target":
        signed = graph.agreement(node).signed_on is not None
        return variable._replace(cost=_SIGNED_COST if signed else _UNSIGNED_COST)
    variable = variable._replace(cost=min(_STATUS_COSTS[one.status] for one in graph.reported[node]))
    if cell.parts is None:
        return variable
    return variable._replace(decimals=None, scale=tidy(Fraction(cell.parts.denominator) / cell.parts.per))


def _equations(system: System, parent: int) -> Sequence[Equation]:
    case, side = system.case, system.side
    rolled = case.rolled(parent, side)
    if rolled is None or not rolled.operands or (side == "actual" and case.graph.calc(parent) == "measured"):
        return ()
    allowed = _allowed(case, parent, rolled.kind, side)
    if allowed == _ANYTHING or (rolled.kind == "sum" and rolled.span == _ANYTHING and not rolled.missing):
        return ()
    if rolled.kind == "same":
        return [_linear(system, parent, rolled._replace(operands=(one,)), allowed) for one in rolled.operands]
    if rolled.kind in {"minimum", "maximum"}:
        return [_extreme(system, parent, rolled, allowed)]
    if rolled.kind == "count":
        return [_count(system, parent, rolled, allowed)]
    return [] if linear(rolled) is None else [_linear(system, parent, rolled, allowed)]


def _allowed(case: Case, parent: int, kind: LinkKind, side: Side) -> Span:
    """In which direction the children may differ from their parent."""
    low: Exact | None = 0 if contradicts(case, parent, kind, side, below=True) else None
    high: Exact | None = 0 if contradicts(case, parent, kind, side, below=False) else None
    if side == "target":
        polarity = case.graph.indicator(parent).polarity
        low = None if polarity == "minimize" else low
        high = None if polarity == "maximize" else high
    return Span(low, high)


def _tolerated(case: Case, parent: int, allowed: Span) -> Span:
    by = case.tolerance(parent)
    return Span(None if allowed.low is None else allowed.low - by, None if allowed.high is None else allowed.high + by)


def _own_factor(case: Case, operand: Operand, kind: LinkKind) -> Exact:
    """What the child's own number is multiplied by before it enters, apart from shares."""
    factor = case.graph.links[operand.link].factor
    return 1 if kind in {"sum", "pool", "count"} else as_exact(factor, 1)


def _linear(system: System, parent: int, rolled: Rolled, allowed: Span) -> Equation:
    case, side = system.case, system.side
    group = case.graph.groups.get(parent)
    other = None if group is None else group.other if side == "target" else group.other_actual
    form = linear(rolled, as_exact(other, 0))
    assert form is not None
    rest, factors = form
    factors = tuple(
        factor * _own_factor(case, one, rolled.kind) for one, factor in zip(rolled.operands, factors, strict=True)
    )
    return Equation(
        system.variable(parent),
        tuple(system.variable(one.child) for one in rolled.operands),
        "linear",
        factors,
        (0,) * len(factors),
        rest,
        _tolerated(case, parent, allowed),
        allowed,
    )


def _extreme(system: System, parent: int, rolled: Rolled, allowed: Span) -> Equation:
    case = system.case
    signs = [-1 if one.inverse else 1 for one in rolled.operands]
    return Equation(
        system.variable(parent),
        tuple(system.variable(one.child) for one in rolled.operands),
        "minimum" if rolled.kind == "minimum" else "maximum",
        tuple(sign * _own_factor(case, one, rolled.kind) for sign, one in zip(signs, rolled.operands, strict=True)),
        tuple(one.whole if one.inverse else 0 for one in rolled.operands),
        0,
        _tolerated(case, parent, allowed),
        allowed,
    )


def _count(system: System, parent: int, rolled: Rolled, allowed: Span) -> Equation:
    case = system.case
    group = case.graph.groups.get(parent)
    each = tidy(Fraction(100, len(rolled.operands))) if group is not None and group.per_hundred else 1
    return Equation(
        system.variable(parent),
        tuple(system.variable(one.child) for one in rolled.operands),
        "count",
        (each,) * len(rolled.operands),
        (0,) * len(rolled.operands),
        0,
        _tolerated(case, parent, allowed),
        allowed,
        tuple(_reaching(case, parent, one.child) for one in rolled.operands),
        tuple(one.meets for one in rolled.operands),
    )


def _reaching(case: Case, parent: int, child: int) -> Span:
    wanted = case.threshold(parent, child)
    if wanted is None:
        return _ANYTHING
    polarity = case.graph.indicator(child).polarity
    if polarity == "maximize":
        return Span(wanted.low, None)
    return Span(None, wanted.high) if polarity == "minimize" else wanted
