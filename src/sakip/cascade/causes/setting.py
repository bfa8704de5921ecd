"""Keadaan selisih: the numbers of one parent whose children do not make what it says."""

from collections.abc import Sequence
from fractions import Fraction

from sakip.cascade.case.case import Case
from sakip.cascade.causes.composition import Composition, Term, term_of
from sakip.cascade.rollup.cells import Cell
from sakip.cascade.rollup.rollup import Operand, Rolled, as_exact, linear, roll
from sakip.cascade.rollup.side import Side
from sakip.cascade.rollup.span import Exact, Span, exact_of, half_unit, spread, tidy

__all__ = ["Setting", "setting_of"]

_ANYWHERE = Span(None, None)


class Setting:
    """Keadaan selisih: what every known mistake is tried on.

    Attributes:
        case: What the checks are given.
        parent: Number of the parent.
        side: ``target`` or ``actual``.
        own: What the parent says.
        span: The numbers that it can stand for.
        operands: All children, also those to which the indicator does not apply.
        rolled: What they make.
    """

    __slots__ = (
        "_composition",
        "_reaches",
        "case",
        "operands",
        "other",
        "own",
        "parent",
        "per_hundred",
        "rolled",
        "side",
        "span",
    )

    def __init__(self, case: Case, parent: int, side: Side, rolled: Rolled, span: Span) -> None:
        self.case, self.parent, self.rolled, self.span = case, parent, rolled, span
        self.side: Side = side
        self.own = case.cell(parent, side)
        self.operands = case.operands(parent, side)
        group = case.graph.groups.get(parent)
        self.per_hundred = group is not None and group.per_hundred
        stated = None if group is None else group.other if side == "target" else group.other_actual
        self.other = as_exact(stated, 0) if rolled.kind == "sum" else 0
        self._composition: Composition | None = None
        self._reaches: list[Span] | None = None

    @property
    def counted(self) -> tuple[Operand, ...]:
        """Anak yang dihitung: those to which the indicator applies."""
        return self.rolled.operands

    @property
    def is_complete(self) -> bool:
        """Lengkap: whether every child that counts has a number."""
        return self.rolled.is_known

    def fits(self, span: Span | None) -> bool:
        """Cocok: whether what a mistake would make is what the parent says."""
        return span is not None and span.meets(self.span)

    def made_of(self, operands: Sequence[Operand]) -> Span | None:
        """Hasil: what children make by the parent's own arithmetic."""
        return roll(self.rolled.kind, operands, other=self.other, per_hundred=self.per_hundred).span

    def with_cell(self, operand: Operand, cell: Cell) -> Operand:
        """Dengan sel lain: a child with another number, in its own unit."""
        factor = self.case.graph.links[operand.link].factor
        if factor is not None and self.rolled.kind not in {"sum", "pool", "count"}:
            cell = cell.times(exact_of(factor))
        meets = operand.meets
        if self.rolled.kind == "count":
            meets = self.case.meets(self.parent, operand.child, cell, operand.domain)
        return operand._replace(cell=cell, meets=meets)

    def with_number(self, operand: Operand, value: Exact) -> Operand:
        """Dengan angka lain: a child with another number, printed like its own; a ratio keeps its denominator."""
        cell, parts = self.cell_of(operand.child, value), operand.components
        if parts is not None and self.rolled.kind == "pool":
            cell = cell._replace(parts=parts._replace(numerator=tidy(Fraction(value * parts.denominator) / parts.per)))
        return self.with_cell(operand, cell)

    def stated(self, operand: Operand) -> Cell:
        """Sel tertulis: what a child itself says, in its own unit."""
        return self.case.cell(operand.child, self.side)

    def cell_of(self, node: int, value: Exact) -> Cell:
        """Sel dengan angka: a number of a node, with the decimals of its indicator."""
        return Cell("given", value, spread(value, self.case.graph.indicator(node).decimals, self.case.rounded))

    def with_child(self, place: int, *others: Operand) -> Span | None:
        """Dengan anak lain: what is made with other children, or none, in the place of one."""
        composition = self._composed()
        terms = [self._term(one) for one in others]
        return None if composition is None or None in terms else composition.with_terms(place, *terms)

    def may_be(self, place: int, value: Exact) -> bool:
        """Mungkin: whether one child's own number could be another one, seen at a glance.

        It could not where even with all that rounding leaves open the parent would be out of reach; of arithmetic that
        is not linear nothing is said so quickly.
        """
        if self._reaches is None:
            self._reaches = self._reached()
        reach = self._reaches[place] if self._reaches else _ANYWHERE
        return (reach.low is None or reach.low <= value) and (reach.high is None or value <= reach.high)

    def _reached(self) -> list[Span]:
        """For each child the numbers of it with which the parent may be reached; nothing where it is not linear."""
        form, made = linear(self.rolled, self.other), self.rolled.span
        if form is None or made is None or self.rolled.point is None:
            return []
        wanted = self.span.plus(made.times(-1))
        return [self._reach(one, factor, wanted) for one, factor in zip(self.counted, form[1], strict=True)]

    def _reach(self, operand: Operand, factor: Exact, wanted: Span) -> Span:
        now, effect = self.stated(operand).point, factor * self.case.scale(operand.link)
        if now is None or not effect:
            return _ANYWHERE
        decimals = self.case.graph.indicator(operand.child).decimals
        # Another number may be cut off at another end, at most a unit of its last decimal away on each side.
        room = 0 if decimals is None else 4 * half_unit(decimals)
        change = wanted if effect == 1 else wanted.times(Fraction(1) / effect)
        return change.plus(Span(now, now)).widened(room)

    def _composed(self) -> Composition | None:
        if self._composition is None:
            terms = [self._term(one) for one in self.counted]
            known = [term for term in terms if term is not None]
            if len(known) == len(terms):
                self._composition = Composition(self.rolled.kind, self._start(), known)
        return self._composition

    def _start(self) -> Term | None:
        kind = self.rolled.kind
        if kind == "sum":
            return Term(Span(self.other, self.other), 1)
        return Term(Span(0, 0), 1) if kind == "count" and not self.per_hundred else None

    def _term(self, operand: Operand) -> Term | None:
        return term_of(self.rolled.kind, operand, per_hundred=self.per_hundred)


def setting_of(case: Case, parent: int, side: Side) -> Setting | None:
    """Keadaan sebuah induk: None where the children agree with it, or where there is nothing to compare.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> setting_of(validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case, 0, "actual") is None
        True
    """
    rolled, span = case.rolled(parent, side), case.cell(parent, side).span
    if rolled is None or span is None or not rolled.operands:
        return None
    if not rolled.missing and rolled.span is not None and rolled.span.widened(case.tolerance(parent)).meets(span):
        return None
    return Setting(case, parent, side, rolled, span)
