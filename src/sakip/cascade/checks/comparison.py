"""Perbandingan gabungan: what the checks of promised and of delivered numbers share."""

from collections.abc import Sequence
from fractions import Fraction

from sakip.base.finding import Severity
from sakip.base.text import Argument, Text, both
from sakip.cascade.case.case import Case
from sakip.cascade.inputs.link import LinkKind
from sakip.cascade.rollup.cells import Cell, worse
from sakip.cascade.rollup.rollup import Rolled, linear
from sakip.cascade.rollup.side import Side
from sakip.cascade.rollup.span import FINEST, Exact, Span, distance, exact_of, half_unit, tidy
from sakip.cascade.rollup.units import conversion, whole_of
from sakip.cascade.verdicts.figures import listing, span_text
from sakip.model.cell.units import same_unit
from sakip.model.indicator import Indicator

__all__ = [
    "COMPARABLE",
    "apart",
    "bare_ratios",
    "both",
    "contradicts",
    "implied",
    "is_complete",
    "is_ratio",
    "is_reconciled",
    "is_silent",
    "is_telling",
    "may_be_stronger",
    "may_be_weaker",
    "named",
    "outside",
    "same_units",
    "shown",
    "softened",
    "undeclared_decimals",
]

COMPARABLE = ("CAS101", "CAS106", "CAS107", "CAS306", "CAS501", "CAS502", "CAS507", "CAS701")
"""Prasyarat: the checks without which the numbers of a group cannot be compared."""


def shown(case: Case, node: int, span: Span, point: Exact | None = None) -> Argument:
    """Angka untuk kalimat: a number in the terms of an indicator: as stated, as a level, or as what is known of it."""
    scale = case.graph.indicator(node).scale
    if scale is not None:
        known = span if point is None else Span(point, point)
        return both(lambda lang: span_text(known, lang, scale))
    if point is not None:
        return point
    return span.low if span.is_point and span.low is not None else both(lambda lang: span_text(span, lang))


def named(case: Case, nodes: Sequence[int]) -> Text:
    """Nama simpul: the first dozen of some nodes, and how many more there are."""
    return both(lambda lang: listing((case.graph.text(node) for node in nodes), lang))


def apart(rolled: Rolled, span: Span, own: Cell) -> Exact:
    """Selisih: how far the stated numbers lie apart; what is sure of it where one of them is not known."""
    if rolled.point is not None and own.point is not None:
        return tidy(distance(own.point, rolled.point))
    return 0 if own.span is None else tidy(span.gap(own.span))


def is_ratio(indicator: Indicator) -> bool:
    """Rasio: whether a number is a quotient, by its measure, or by its unit where no measure is stated.

    Examples:
        >>> is_ratio(Indicator("A", "Cakupan", unit="persen", polarity="maximize"))
        True
        >>> is_ratio(Indicator("A", "Orang", unit="orang", polarity="maximize"))
        False
    """
    if indicator.measure is not None or indicator.scale is not None:
        return indicator.measure == "ratio"
    return whole_of(indicator.unit) is not None


def same_units(one: Indicator, other: Indicator) -> bool:
    """Satuan sama: whether two indicators are stated in one unit, however it is spelled, or both in none.

    Examples:
        >>> same_units(*(Indicator("A", "Cakupan", unit=unit, polarity="maximize") for unit in ("%", "Persen")))
        True
    """
    if one.unit is None or other.unit is None:
        return one.unit is other.unit
    return same_unit(one.unit, other.unit)


def outside(case: Case, parent: int, side: Side) -> Exact | None:
    """Di luar kaskade: what is stated of the part of a parent that no child carries; None where nothing is."""
    group = case.graph.groups.get(parent)
    if group is None:
        return None
    stated = group.other if side == "target" else group.other_actual
    return None if stated is None else exact_of(stated)


def is_reconciled(case: Case, parent: int) -> bool:
    """Dicocokkan: whether a parent's realization has to agree with what its children make."""
    return case.graph.calc(parent) != "measured"


def is_silent(case: Case, parent: int, rolled: Rolled) -> bool:
    """Tanpa kabar: whether something was promised outside the cascade and nobody says what came of it."""
    promised, delivered = outside(case, parent, "target"), outside(case, parent, "actual")
    return rolled.kind == "sum" and promised is not None and delivered is None


def is_complete(case: Case, parent: int, rolled: Rolled) -> bool:
    """Lengkap: whether every realization that goes into a group is there, that from outside the cascade among them."""
    return not rolled.missing and not is_silent(case, parent, rolled)


def is_telling(case: Case, parent: int, kind: LinkKind) -> bool:
    """Berarti: whether anything follows for a parent from what its children make.

    Of the mean or the ratio of a part nothing follows for the whole, nor of more than the whole.
    """
    group = case.graph.groups.get(parent)
    if group is None or group.coverage == "partition":
        return True
    return kind not in {"mean", "weighted", "pool"} and not (kind == "count" and group.per_hundred)


def bare_ratios(rolled: Rolled) -> tuple[int, ...]:
    """Rasio polos: the children of a pool without numerator and denominator, where what they make hangs on these.

    Then what they make lies somewhere between the least and the greatest of their ratios, and nobody can say where.
    """
    if rolled.kind != "pool" or rolled.point is not None or rolled.missing:
        return ()
    return tuple(one.child for one in rolled.operands if one.components is None)


def may_be_weaker(case: Case, parent: int, rolled: Rolled) -> bool:
    """Mungkin lebih lunak: whether denominators that nobody stated would say that a pool promises too little."""
    own, polarity = case.target(parent).span, case.graph.indicator(parent).polarity
    if own is None or not bare_ratios(rolled):
        return False
    return any(worse(one.span, own.widened(case.tolerance(parent)), polarity) for one in rolled.operands)


def may_be_stronger(case: Case, parent: int, rolled: Rolled) -> bool:
    """Mungkin lebih baik: whether denominators that nobody stated say that a pool promises more than its parent."""
    own, polarity = case.target(parent).span, case.graph.indicator(parent).polarity
    if own is None or not bare_ratios(rolled):
        return False
    return any(worse(own.widened(case.tolerance(parent)), one.span, polarity) for one in rolled.operands)


def softened(case: Case, parent: int, kind: LinkKind, side: Side) -> Severity | None:
    """Melunak: a warning where a part beyond its whole may be made up for by less than nothing outside the cascade.

    That is so where something below zero is stated, or of money that is not declared to be a flow or a stock.
    """
    if kind != "sum" or case.coverage(parent) == "partition" or outside(case, parent, side) is not None:
        return None
    indicator = case.graph.indicator(parent)
    stated = (case.cell(node, side).point for node in (parent, *case.graph.children(parent, arithmetic=True)))
    is_free = indicator.measure is None and conversion(indicator.unit or "", "Rp") is not None
    return "warning" if is_free or any(point is not None and point < 0 for point in stated) else None


def contradicts(case: Case, parent: int, kind: LinkKind, side: Side, *, below: bool) -> bool:
    """Bertentangan: whether children that make less (or more) than their parent contradict it.

    Children that are only a part may leave something over for others, and those that are more than the whole may
    exceed it. Of a part's mean nothing follows for the whole.
    """
    coverage = case.coverage(parent)
    if coverage == "partition" or (outside(case, parent, side) is not None and kind == "sum"):
        return True
    group = case.graph.groups[parent]
    if kind in {"sum", "maximum"} or (kind == "count" and not group.per_hundred):
        return below is (coverage == "superset")
    return kind == "minimum" and below is (coverage == "subset")


def undeclared_decimals(case: Case, parent: int, rolled: Rolled, own: Cell) -> int | None:
    """Desimal yang tidak dinyatakan: with how many a quotient would agree as far as it is written; None with none.

    Only where nobody has said that it is rounded: what is typed is no statement, and a hint at most.
    """
    if case.graph.indicator(parent).decimals is not None or rolled.kind not in {"mean", "weighted", "pool"}:
        return None
    point = own.point
    if point is None or rolled.point is None:
        return None
    places = next((places for places in range(FINEST + 1) if (point * 10**places).denominator == 1), None)
    return None if places is None or distance(rolled.point, point) > half_unit(places) else places


def implied(case: Case, parent: int, side: Side) -> Exact | None:
    """Nilai tersirat: what the one child without a number would have to have; None where that is not determined."""
    rolled, own = case.rolled(parent, side), case.cell(parent, side)
    if rolled is None or len(rolled.missing) != 1 or own.point is None:
        return None
    scale = case.scale(rolled.missing[0].link)
    if rolled.kind == "same":
        return tidy(Fraction(own.point) / scale)
    form = linear(rolled, outside(case, parent, side) or 0)
    if form is None:
        return None
    rest, factors = form
    own_factor: Exact = 0
    for one, factor in zip(rolled.operands, factors, strict=True):
        if one.cell.span is None:
            own_factor = factor
        elif one.cell.point is None:
            return None
        else:
            rest += factor * one.cell.point
    return tidy(Fraction(own.point - rest) / (own_factor * scale)) if own_factor else None
