"""Keseluruhan: how much the whole is that a number is a part of, and ratios that turn out to be no parts of any."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sakip.cascade.inputs.node import NodeFacts
from sakip.cascade.rollup.cells import Parts
from sakip.cascade.rollup.rollup import Operand
from sakip.cascade.rollup.span import Exact, Span, exact_of
from sakip.cascade.rollup.units import whole_of
from sakip.model.indicator import Indicator

if TYPE_CHECKING:
    from sakip.cascade.case.case import Case
from sakip.cascade.rollup.side import Side

__all__ = ["bounded", "whole_behind"]


def whole_behind(indicator: Indicator, facts: NodeFacts | None, parts: Parts | None) -> Exact | None:
    """Keseluruhan sebuah angka: the top of its scale, what the ratio is counted per, or what its unit says.

    None where nothing says how much the whole is, or that there is any.

    Examples:
        >>> whole_behind(Indicator("A", "Putus sekolah", unit="per mil", polarity="minimize"), None, None)
        1000
    """
    if indicator.scale is not None:
        return len(indicator.scale.levels) - 1
    if parts is not None:
        return parts.per
    if facts is not None and facts.planned is not None:
        return exact_of(facts.planned.per)
    return whole_of(indicator.unit)


def bounded(case: "Case", parent: int, side: "Side", operands: Sequence[Operand]) -> tuple[Operand, ...]:
    """Operan dalam batasnya: a missing ratio is at most its whole, unless a number beside it is beyond its own.

    Where a child or the parent states more than the whole, such as 105 percent of what was expected, these ratios are
    no parts of a whole, and nothing bounds the one that is missing.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> bounded(validate(Cascade(), as_of=date(2025, 12, 31)).case, 0, "actual", [])
        ()
    """
    if not any(_is_presumed(case, one) for one in operands):
        return tuple(operands)
    if not any(_exceeds(case, node, side) for node in (parent, *(one.child for one in operands))):
        return tuple(operands)
    return tuple(
        one._replace(domain=Span(one.domain.low, None)) if _is_presumed(case, one) else one for one in operands
    )


def _is_presumed(case: "Case", one: Operand) -> bool:
    """Whether a missing number is held to be part of a whole because of what is planned."""
    facts = None if one.cell.span is not None else case.graph.facts[one.child]
    return facts is not None and facts.planned is not None and case.graph.indicator(one.child).scale is None


def _exceeds(case: "Case", node: int, side: "Side") -> bool:
    whole, stated = case.whole(node, side), (case.cell(node, side), case.target(node))
    return whole is not None and any(cell.point is not None and cell.point > whole for cell in stated)
