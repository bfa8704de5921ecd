"""Pemisahan: what lies between a parent's target and its realization, by the arithmetic of its links.

    A - T  =  [A - R(a)]  +  [R(a) - R(t)]  +  [R(t) - T]

The first bracket is what the parent reports beyond what its children delivered, the last what they promised beyond its
target; the middle one is theirs, and is shared among them exactly.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from sakip.cascade.case.case import Case
from sakip.cascade.explaining.shapley import maximum_shares, minimum_shares
from sakip.cascade.explaining.why import Why, why_not_rolled, why_unknown
from sakip.cascade.inputs.link import LinkKind
from sakip.cascade.rollup.cells import Parts
from sakip.cascade.rollup.rollup import Operand, Rolled, as_exact, linear, pooled, roll
from sakip.cascade.rollup.span import Exact, exact_of, tidy

__all__ = ["OUTSIDE", "Share", "Split", "coefficients", "split"]

OUTSIDE = -1
"""Nomor dari apa yang ada di luar kaskade."""


class Share(NamedTuple):
    """Andil: one child's part of what the children made differently than they promised.

    Attributes:
        child: Number of the child; `OUTSIDE` for what lies outside the cascade.
        target: What it promised.
        actual: What it delivered.
        coefficient: How much of it enters, where the arithmetic is linear.
        amount: Its share; None where it is not known.
        mix: Of a ratio, the part of the share that comes from its changed weight.
    """

    child: int
    target: Exact | None
    actual: Exact | None
    coefficient: Exact | None = None
    amount: Exact | None = None
    mix: Exact | None = None

    @property
    def own(self) -> Exact | None:
        """Andil sendiri: the share without what comes from a changed weight."""
        return self.amount if self.amount is None or self.mix is None else tidy(self.amount - self.mix)


class Split(NamedTuple):
    """Hasil pemisahan: the numbers on both sides and the shares between them.

    Attributes:
        kind: The arithmetic; None where there is none.
        target, actual: Of the parent.
        promised, delivered: What its children make of them.
        shares: Of the children, in the order of their links, and of what lies outside the cascade.
        left_out: The children that do not apply; they count on neither side.
        why: Why something is not known; None where everything is.
    """

    kind: LinkKind | None
    target: Exact | None
    actual: Exact | None
    promised: Exact | None
    delivered: Exact | None
    shares: tuple[Share, ...]
    left_out: tuple[int, ...]
    why: Why | None

    @property
    def total(self) -> Exact | None:
        """Selisih: realization without target."""
        return _difference(self.actual, self.target)

    @property
    def reporting(self) -> Exact | None:
        """Pelaporan: what is reported beyond what the children delivered."""
        return _difference(self.actual, self.delivered)

    @property
    def performance(self) -> Exact | None:
        """Kinerja: what the children delivered beyond what they promised."""
        return _difference(self.delivered, self.promised)

    @property
    def planning(self) -> Exact | None:
        """Perencanaan: what the children promised beyond the target."""
        return _difference(self.promised, self.target)

    @property
    def open(self) -> Exact | None:
        """Belum terurai: what of the difference no known part explains; 0 where all is known."""
        if self.total is None:
            return None
        performance = self.performance
        if performance is None:
            performance = sum(share.amount for share in self.shares if share.amount is not None)
        return tidy(self.total - (self.reporting or 0) - performance - (self.planning or 0))


def _difference(one: Exact | None, other: Exact | None) -> Exact | None:
    return None if one is None or other is None else tidy(one - other)


def split(case: Case, node: int) -> Split:
    """Pisahkan: what lies between the target of a node and its realization.

    A child that does not apply counts on neither side, as in the roll-up; what it promised is then missing from the
    plan. Costs grow with the number of children, those of an extreme with n log n.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> split(validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case, 0).why
        'no-arithmetic'
    """
    target, actual = case.target(node).point, case.value(node).point
    kind, sides = case.kind(node), _sides(case, node)
    if kind is None or sides is None:
        return Split(kind, target, actual, None, None, (), (), why_not_rolled(case, node))
    promised, delivered, left_out = sides
    shares = (*_SHARES[kind](promised, delivered, case, node), *_outside(case, node, kind))
    found = Split(kind, target, actual, promised.point, delivered.point, shares, left_out, None)
    return found._replace(why=_why(case, node, found, (promised, delivered)))


def _sides(case: Case, node: int) -> tuple[Rolled, Rolled, tuple[int, ...]] | None:
    """What the same children make of their targets and of their realizations, and the children that do not apply."""
    promised, delivered = case.rolled(node, "target"), case.rolled(node, "actual")
    if promised is None or delivered is None:
        return None
    counting = {one.link for one in delivered.operands}
    left_out = tuple(one.child for one in promised.operands if one.link not in counting)
    if left_out:
        group = case.graph.groups.get(node)
        promised = roll(
            promised.kind,
            [one for one in promised.operands if one.link in counting],
            other=as_exact(None if group is None else group.other, 0),
            per_hundred=group is not None and group.per_hundred,
        )
    if _is_yearly_outside(case, node, promised.kind):
        promised = promised._replace(point=None)
    return promised, delivered, left_out


def _is_yearly_outside(case: Case, node: int, kind: LinkKind) -> bool:
    """Whether what is promised outside the cascade is known of the whole year only, and a part of it is asked about."""
    group = case.graph.groups.get(node)
    return case.to_date and kind == "sum" and group is not None and group.other is not None


def _why(case: Case, node: int, found: Split, sides: tuple[Rolled, Rolled]) -> Why | None:
    promised, delivered = sides
    if found.target is None:
        return "no-trajectory" if case.target(node).state == "not_due" else "target-unknown"
    if found.actual is None:
        return "actual-unknown"
    why = why_unknown(delivered)
    if why is None and promised.point is None and _is_undated(case, node, promised):
        return "no-trajectory"
    why = why or why_unknown(promised)
    if why is None and any(share.amount is None for share in found.shares):
        return "too-many-children"
    return why


def _is_undated(case: Case, node: int, promised: Rolled) -> bool:
    """Whether something below is promised for the whole year only."""
    return _is_yearly_outside(case, node, promised.kind) or any(
        one.cell.state == "not_due" for one in promised.operands
    )


def _outside(case: Case, node: int, kind: LinkKind) -> tuple[Share, ...]:
    """What is promised and delivered outside the cascade, which only a sum can take in."""
    group = case.graph.groups.get(node)
    if kind != "sum" or group is None or (group.other is None and group.other_actual is None):
        return ()
    if _is_yearly_outside(case, node, kind):
        return (Share(OUTSIDE, None, None if group.other_actual is None else exact_of(group.other_actual), 1),)
    promised = as_exact(group.other, 0)
    if group.other_actual is None:
        return (Share(OUTSIDE, promised, None, 1),)
    delivered = as_exact(group.other_actual, 0)
    return (Share(OUTSIDE, promised, delivered, 1, tidy(delivered - promised)),)


def coefficients(case: Case, rolled: Rolled) -> tuple[Exact, ...] | None:
    """Koefisien: how much of each child's own number enters a linear roll-up; None where the arithmetic is not linear.

    Those who hold one number together hold it in equal parts.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> case = validate(Cascade(), as_of=date(2025, 12, 31)).case
        >>> coefficients(case, roll("sum", []))
        ()
    """
    found = linear(rolled)
    if rolled.kind == "same" and rolled.operands:
        part = tidy(Fraction(1, len(rolled.operands)))
        factors: tuple[Exact, ...] = tuple(-part if one.inverse else part for one in rolled.operands)
    elif found is None:
        return None
    else:
        factors = found[1]
    if rolled.kind in {"sum", "pool"}:
        return factors
    # Other arithmetic takes a number that is already in the parent's unit.
    links = case.graph.links
    units = (as_exact(links[one.link].factor, 1) for one in rolled.operands)
    return tuple(tidy(factor * unit) for factor, unit in zip(factors, units, strict=True))


def _plain(case: Case, rolled: Rolled) -> list[Share]:
    """The children with their own numbers, and no shares yet."""
    return [Share(one.child, case.target(one.child).point, case.value(one.child).point) for one in rolled.operands]


def _linear(promised: Rolled, delivered: Rolled, case: Case, _node: int) -> tuple[Share, ...]:
    shares, found = _plain(case, delivered), coefficients(case, delivered)
    unlike = promised.kind == "same" and None in {promised.point, delivered.point}
    if found is None or (unlike and len(shares) > 1):
        return tuple(shares)
    return tuple(
        share._replace(coefficient=coefficient, amount=_times(coefficient, share))
        for share, coefficient in zip(shares, found, strict=True)
    )


def _times(coefficient: Exact, share: Share) -> Exact | None:
    difference = _difference(share.actual, share.target)
    return None if difference is None else tidy(coefficient * difference)


def _ratio(promised: Rolled, delivered: Rolled, _case: Case, _node: int) -> tuple[Share, ...]:
    """Rate and mix: the mean of both weights times the change of the ratio, and the other way round."""
    old, new = pooled(promised.operands), pooled(delivered.operands)
    pairs = list(zip(promised.operands, delivered.operands, strict=True))
    shares = [Share(one.child, _value(one), _value(other)) for one, other in pairs]
    if old is None or new is None:
        return tuple(shares)
    middle = Fraction(old.value + new.value) / 2
    found: list[Share] = []
    for share, (one, other) in zip(shares, pairs, strict=True):
        before, after = _weight(one, old), _weight(other, new)
        low, high = _entering(one), _entering(other)
        mix = (Fraction(low + high) / 2 - middle) * (after - before)
        rate = (before + after) / 2 * (high - low)
        found.append(share._replace(amount=tidy(rate + mix), mix=tidy(mix)))
    return tuple(found)


def _value(one: Operand) -> Exact | None:
    return one.cell.point if one.cell.parts is None else one.cell.parts.value


def _entering(one: Operand) -> Exact:
    """The ratio of one child as it enters, turned around where its link says so."""
    parts = one.cell.parts
    assert parts is not None
    return parts.per - parts.value if one.inverse else parts.value


def _weight(one: Operand, whole: Parts) -> Fraction:
    parts = one.cell.parts
    assert parts is not None
    return Fraction(one.share * parts.denominator) / whole.denominator


def _extreme(promised: Rolled, delivered: Rolled, case: Case, _node: int) -> tuple[Share, ...]:
    shares = _plain(case, delivered)
    before, after = ([one.point for one in side.operands if one.point is not None] for side in (promised, delivered))
    if not len(before) == len(after) == len(shares):
        return tuple(shares)
    found = (maximum_shares if promised.kind == "maximum" else minimum_shares)(before, after)
    if found is None:
        return tuple(shares)
    return tuple(share._replace(amount=amount) for share, amount in zip(shares, found, strict=True))


def _count(promised: Rolled, delivered: Rolled, case: Case, node: int) -> tuple[Share, ...]:
    """Each child counts for itself: it reaches the threshold now, or did by its promise, or both."""
    shares, group = _plain(case, delivered), case.graph.groups.get(node)
    unit: Exact = 1
    if group is not None and group.per_hundred and shares:
        unit = tidy(Fraction(100, len(shares)))
    meeting = zip(promised.operands, delivered.operands, strict=True)
    return tuple(
        share._replace(amount=unit * (new.meets[0] - old.meets[0]))
        if old.meets[0] == old.meets[1] and new.meets[0] == new.meets[1]
        else share
        for share, (old, new) in zip(shares, meeting, strict=True)
    )


_SHARES: dict[LinkKind, Callable[[Rolled, Rolled, Case, int], tuple[Share, ...]]] = {
    "same": _linear,
    "sum": _linear,
    "mean": _linear,
    "weighted": _linear,
    "pool": _ratio,
    "minimum": _extreme,
    "maximum": _extreme,
    "count": _count,
}
