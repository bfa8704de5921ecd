"""Susunan gabungan: what one parent is made of, so that one part can be left out or changed at little cost."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from sakip.cascade.inputs.link import LinkKind
from sakip.cascade.rollup.rollup import Operand
from sakip.cascade.rollup.span import Exact, Span, hull

__all__ = ["Composition", "Term", "term_of"]


class Term(NamedTuple):
    """Suku: what one child adds above and below the line of the quotient that its parent is."""

    above: Span
    below: Exact


def term_of(kind: LinkKind, operand: Operand, *, per_hundred: bool = False) -> Term | None:
    """Suku seorang anak: what a child adds; None of a ratio whose denominator is not known.

    Examples:
        >>> from sakip.cascade.rollup.cells import Cell
        >>> term_of("weighted", Operand(0, 0, Cell("given", 80, Span(80, 80)), Span(0, 100), weight=3)).above.low
        240
    """
    if kind == "sum":
        span = operand.cell.span or operand.domain
        return Term(span.times(-operand.share if operand.inverse else operand.share), 0)
    if kind == "weighted":
        weight = operand.weight or 0
        return Term(operand.span.times(weight), weight)
    if kind == "count":
        certain, possible = operand.meets
        one = 100 if per_hundred else 1
        return Term(Span(one * certain, one * possible), 1 if per_hundred else 0)
    if kind == "pool":
        parts = operand.components
        if parts is None:
            return None
        below = operand.share * parts.denominator
        if operand.cell.parts is None:
            return Term(operand.span.times(below), below)
        above = parts.denominator - parts.numerator if operand.inverse else parts.numerator
        above *= operand.share * parts.per
        return Term(Span(above, above), below)
    return Term(operand.span, 1)


class Composition:
    """Susunan: the terms of one parent, and what they make without one of them or with another in its place."""

    __slots__ = ("_after", "_before", "_kind", "terms")

    def __init__(self, kind: LinkKind, start: Term | None, terms: Sequence[Term]) -> None:
        self._kind = kind
        self.terms = terms
        self._before: list[Term | None] = [start]
        for term in terms:
            self._before.append(self._joined(self._before[-1], term))
        self._after: list[Term | None] = [None]
        for term in reversed(terms):
            self._after.append(self._joined(term, self._after[-1]))
        self._after.reverse()

    def _joined(self, one: Term | None, other: Term | None) -> Term | None:
        if one is None or other is None:
            return one if other is None else other
        if self._kind in {"minimum", "maximum", "same"}:
            return Term(hull([one.above, other.above], highest=self._kind == "maximum"), 1)
        return Term(one.above.plus(other.above), one.below + other.below)

    def with_terms(self, place: int, *others: Term | None) -> Span | None:
        """Dengan suku lain: what is made with other terms, or none, in the place of one; None where nothing is left."""
        total = self._joined(self._before[place], self._after[place + 1])
        for other in others:
            total = self._joined(total, other)
        return made(total)


def made(total: Term | None) -> Span | None:
    """Hasil: the quotient of a term; None where it has no denominator.

    Examples:
        >>> made(Term(Span(240, 240), 3))
        Span(low=Fraction(80, 1), high=Fraction(80, 1), open_low=False, open_high=False)
    """
    if total is None or not total.below:
        return None
    return total.above if total.below == 1 else total.above.times(Fraction(1) / total.below)
