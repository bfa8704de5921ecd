"""Gabungan: the numbers of the children of one parent, put together by the arithmetic of their links."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from sakip.cascade.inputs.link import LinkKind
from sakip.cascade.rollup.cells import Cell, Parts
from sakip.cascade.rollup.span import Exact, Span, exact_of, hull, tidy

__all__ = ["Operand", "Rolled", "linear", "roll"]

_ZERO = Span(0, 0)


class Operand(NamedTuple):
    """Operan: one child as its link lets it enter.

    Attributes:
        child: Number of the child.
        link: Number of the link.
        cell: The child's number, or why there is none.
        domain: What numbers the child could have, where it has none.
        share: Which part of it is credited, times the factor between the units.
        weight: Its weight; None where the link states none.
        inverse: Whether it enters turned around.
        meets: Of ``count``, whether it certainly reaches the threshold, and whether it possibly does.
        planned: Of ``pool``, what its components are planned to be, which bound a number that is not there yet.
        whole: What a number that enters turned around is taken from, in the unit in which it enters.
    """

    child: int
    link: int
    cell: Cell
    domain: Span
    share: Exact = 1
    weight: Exact | None = None
    inverse: bool = False
    meets: tuple[bool, bool] = (False, True)
    planned: Parts | None = None
    whole: Exact = 100

    @property
    def components(self) -> Parts | None:
        """Komponen: numerator and denominator; the planned ones only while there is no number.

        Of a number that is reported without its denominator the planned one says nothing.
        """
        return self.cell.parts if self.cell.span is not None else self.planned

    @property
    def point(self) -> Exact | None:
        """Nilai: the number as it enters, before share and weight."""
        point = self.cell.point
        if point is None or not self.inverse:
            return point
        return self.whole - point

    @property
    def span(self) -> Span:
        """Selang: what the number as it enters can be; all that it could be where there is none."""
        span = self.cell.span if self.cell.span is not None else self.domain
        return span.complement(self.whole) if self.inverse else span


class Rolled(NamedTuple):
    """Hasil gabungan.

    Attributes:
        kind: The arithmetic.
        span: What the children make, with all that the missing ones could be; None where nothing can be said.
        point: What they make with their stated numbers; None while one is missing.
        operands: The children that count; those that do not apply are left out.
        missing: The children without a number.
        is_tight: Whether only exact numbers went in.
    """

    kind: LinkKind
    span: Span | None
    point: Exact | None
    operands: tuple[Operand, ...]
    missing: tuple[Operand, ...]

    @property
    def is_known(self) -> bool:
        """Lengkap: whether every child that counts has a number."""
        return not self.missing and self.span is not None

    @property
    def slack(self) -> Exact:
        """Kelonggaran: half of the width that rounding leaves; 0 where there is no bound or no rounding."""
        width = None if self.span is None else self.span.width
        return 0 if not width else tidy(Fraction(width) / 2)


def roll(kind: LinkKind, operands: Sequence[Operand], *, other: Exact = 0, per_hundred: bool = False) -> Rolled:
    """Gabungkan: what the children of one parent make together.

    A child that does not apply leaves both sides of a mean and the weights. A missing one is never zero: it enters
    with every number that it could have, and the result says which are missing.

    Args:
        kind: The arithmetic; not ``support``.
        operands: The children.
        other: What is added from outside the cascade, for a sum.
        per_hundred: Whether a count is a percentage of the children.

    Examples:
        >>> one = Operand(0, 0, Cell("given", 40, Span(40, 40)), Span(0, None))
        >>> two = Operand(1, 1, Cell("missing"), Span(0, None))
        >>> rolled = roll("sum", [one, two])
        >>> rolled.point, rolled.span, [operand.child for operand in rolled.missing]
        (None, Span(low=40, high=None, open_low=False, open_high=False), [1])
    """
    counted = tuple(one for one in operands if one.cell.state != "not_applicable")
    missing = tuple(one for one in counted if one.cell.span is None)
    if not counted:
        return Rolled(kind, None, None, (), ())
    span = _SPANS[kind](counted, other, per_hundred)
    point = None if missing else _POINTS[kind](counted, other, per_hundred)
    return Rolled(kind, span, point, counted, missing)


def _sum_span(counted: Sequence[Operand], other: Exact, _: bool) -> Span | None:  # noqa: FBT001 - one shape for all
    low: Exact | None = other
    high: Exact | None = other
    open_low = open_high = False
    for one in counted:
        span = one.cell.span or one.domain
        if one.inverse:
            span = span.times(-one.share)
        elif one.share != 1:
            span = span.times(one.share)
        low = None if low is None or span.low is None else low + span.low
        high = None if high is None or span.high is None else high + span.high
        open_low, open_high = open_low or span.open_low, open_high or span.open_high
    return Span(low, high, open_low, open_high)


def _sum_point(counted: Sequence[Operand], other: Exact, _: bool) -> Exact | None:  # noqa: FBT001
    total = other
    for one in counted:
        point = one.cell.point
        if point is None:
            return None
        total += (-one.share if one.inverse else one.share) * point
    return tidy(total)


def _mean_weights(counted: Sequence[Operand]) -> list[Exact] | None:
    weights = [one.weight for one in counted]
    if any(weight is None for weight in weights) or sum(weight or 0 for weight in weights) <= 0:
        return None
    return [weight or 0 for weight in weights]


def _weighted_span_by(counted: Sequence[Operand], weights: Sequence[Exact]) -> Span:
    whole, total = sum(weights), _ZERO
    for one, weight in zip(counted, weights, strict=True):
        total = total.plus(one.span.times(Fraction(weight) / whole))
    return Span(
        None if total.low is None else tidy(total.low),
        None if total.high is None else tidy(total.high),
        total.open_low,
        total.open_high,
    )


def _weighted_point_by(counted: Sequence[Operand], weights: Sequence[Exact]) -> Exact | None:
    total: Exact = 0
    for one, weight in zip(counted, weights, strict=True):
        if one.point is None:
            return None
        total += weight * one.point
    return tidy(Fraction(total) / sum(weights))


def _mean_span(counted: Sequence[Operand], _: Exact, __: bool) -> Span | None:  # noqa: FBT001
    return _weighted_span_by(counted, [1] * len(counted))


def _mean_point(counted: Sequence[Operand], _: Exact, __: bool) -> Exact | None:  # noqa: FBT001
    return _weighted_point_by(counted, [1] * len(counted))


def _weighted_span(counted: Sequence[Operand], _: Exact, __: bool) -> Span | None:  # noqa: FBT001
    weights = _mean_weights(counted)
    return None if weights is None else _weighted_span_by(counted, weights)


def _weighted_point(counted: Sequence[Operand], _: Exact, __: bool) -> Exact | None:  # noqa: FBT001
    weights = _mean_weights(counted)
    return None if weights is None else _weighted_point_by(counted, weights)


def pooled(counted: Sequence[Operand]) -> Parts | None:
    """Gabungan rasio: the sums of numerators and denominators; None while one of them is not known.

    Examples:
        >>> parts = [Parts(900, 1000, 100), Parts(10, 50, 100)]
        >>> cells = [Cell("given", one.value, Span(one.value, one.value), one) for one in parts]
        >>> pooled([Operand(at, at, cell, Span(0, 100)) for at, cell in enumerate(cells)])
        Parts(numerator=910, denominator=1050, per=100)
    """
    above: Exact = 0
    below: Exact = 0
    per: Exact | None = None
    for one in counted:
        parts = one.cell.parts
        if parts is None or per not in {None, parts.per}:
            return None
        per = parts.per
        numerator = parts.denominator - parts.numerator if one.inverse else parts.numerator
        above += one.share * numerator
        below += one.share * parts.denominator
    return Parts(tidy(above), tidy(below), per or 1) if below else None


def _pool_span(counted: Sequence[Operand], _: Exact, __: bool) -> Span | None:  # noqa: FBT001
    parts = pooled(counted)
    if parts is not None:
        return Span(parts.value, parts.value)
    return _by_denominators(counted) or _between_ratios(counted)


def _by_denominators(counted: Sequence[Operand]) -> Span | None:
    """What the pool can be where every denominator is known, if only as planned of what is not there yet."""
    low: Exact | None = 0
    high: Exact | None = 0
    whole: Exact = 0
    for one in counted:
        parts = one.components
        if parts is None:
            return None
        part = one.share * parts.denominator
        whole += part
        low = None if low is None or one.span.low is None else low + part * one.span.low
        high = None if high is None or one.span.high is None else high + part * one.span.high
    if whole <= 0:
        return None
    return Span(
        None if low is None else tidy(Fraction(low) / whole), None if high is None else tidy(Fraction(high) / whole)
    )


def _between_ratios(counted: Sequence[Operand]) -> Span:
    """Without the denominators, the ratio of the sums lies between the least and the greatest ratio."""
    lowest, highest = (hull([one.span for one in counted], highest=highest) for highest in (False, True))
    lows, highs = [one.span.low for one in counted], [one.span.high for one in counted]
    return Span(
        None if None in lows else lowest.low,
        None if None in highs else highest.high,
    )


def _pool_point(counted: Sequence[Operand], _: Exact, __: bool) -> Exact | None:  # noqa: FBT001
    parts = pooled(counted)
    return None if parts is None else parts.value


def _extreme_span(counted: Sequence[Operand], *, highest: bool) -> Span:
    return hull([one.span for one in counted], highest=highest)


def _extreme_point(counted: Sequence[Operand], *, highest: bool) -> Exact | None:
    points = [one.point for one in counted]
    known = [point for point in points if point is not None]
    if len(known) < len(points):
        return None
    return max(known) if highest else min(known)


def _count_span(counted: Sequence[Operand], _: Exact, per_hundred: bool) -> Span | None:  # noqa: FBT001
    certain = sum(1 for one in counted if one.meets[0])
    possible = sum(1 for one in counted if one.meets[1])
    if per_hundred:
        return Span(tidy(Fraction(100 * certain, len(counted))), tidy(Fraction(100 * possible, len(counted))))
    return Span(certain, possible)


def _count_point(counted: Sequence[Operand], other: Exact, per_hundred: bool) -> Exact | None:  # noqa: FBT001
    span = _count_span(counted, other, per_hundred)
    return span.low if span is not None and span.is_point else None


def _same_span(counted: Sequence[Operand], _: Exact, __: bool) -> Span | None:  # noqa: FBT001
    # Joint holders have one value; where theirs do not meet, each is compared by itself.
    first, *rest = (one.span for one in counted)
    for span in rest:
        if not first.meets(span):
            return None
        first = first.clipped(span)
    return first


def _same_point(counted: Sequence[Operand], _: Exact, __: bool) -> Exact | None:  # noqa: FBT001
    points = {one.point for one in counted}
    return points.pop() if len(points) == 1 else None


_SPANS = {
    "same": _same_span,
    "sum": _sum_span,
    "mean": _mean_span,
    "weighted": _weighted_span,
    "pool": _pool_span,
    "minimum": lambda counted, _, __: _extreme_span(counted, highest=False),
    "maximum": lambda counted, _, __: _extreme_span(counted, highest=True),
    "count": _count_span,
}
_POINTS = {
    "same": _same_point,
    "sum": _sum_point,
    "mean": _mean_point,
    "weighted": _weighted_point,
    "pool": _pool_point,
    "minimum": lambda counted, _, __: _extreme_point(counted, highest=False),
    "maximum": lambda counted, _, __: _extreme_point(counted, highest=True),
    "count": _count_point,
}


def linear(rolled: Rolled, other: Exact = 0) -> tuple[Exact, tuple[Exact, ...]] | None:
    """Bentuk linear: a constant, and the factor with which each child's own number enters what they make together.

    None where the arithmetic is not linear, or where weights or denominators are not known; a planned denominator
    stands for that of a number which is not there yet.

    Examples:
        >>> one, two = (Operand(at, at, Cell("given", 40, Span(40, 40)), Span(0, None)) for at in (0, 1))
        >>> linear(roll("mean", [one, two._replace(inverse=True)]))
        (50, (Fraction(1, 2), Fraction(-1, 2)))
    """
    counted = rolled.operands
    if rolled.kind == "sum":
        return other, tuple(-one.share if one.inverse else one.share for one in counted)
    weights: list[Exact] | None = None
    wholes = [one.whole for one in counted]
    if rolled.kind == "mean" or (rolled.kind == "same" and len(counted) == 1):
        weights = [*(1 for _ in counted)]
    elif rolled.kind == "weighted":
        weights = _mean_weights(counted)
    elif rolled.kind == "pool":
        parts = [one.components for one in counted]
        known = [one for one in parts if one is not None]
        if len(known) == len(parts) and len({one.per for one in known}) == 1:
            wholes = [each.per for each in known]
            weights = [one.share * each.denominator for one, each in zip(counted, known, strict=True)]
    total = sum(weights or ())
    if not weights or total <= 0:
        return None
    factors = [tidy(Fraction(weight) / total) for weight in weights]
    turned = [whole * factor for one, whole, factor in zip(counted, wholes, factors, strict=True) if one.inverse]
    return tidy(sum(turned)), tuple(
        -factor if one.inverse else factor for one, factor in zip(counted, factors, strict=True)
    )


def as_exact(value: Decimal | None, default: Exact) -> Exact:
    """Angka atau bawaan: an admitted number exactly, or what stands for none.

    Examples:
        >>> as_exact(None, 1), as_exact(Decimal("0.5"), 1)
        (1, Fraction(1, 2))
    """
    return default if value is None else exact_of(value)
