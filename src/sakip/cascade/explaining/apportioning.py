"""Pembagian: the split of a parent's difference with names, and who holds a minimum or a maximum where it is."""

from collections.abc import Sequence
from typing import Literal

from sakip.cascade.case.case import Case
from sakip.cascade.case.to_date import case_to_date
from sakip.cascade.explaining.attribution import Attribution, Leaf, Part, Rung
from sakip.cascade.explaining.leaves import leaves
from sakip.cascade.explaining.splitting import OUTSIDE, Share, Split, split
from sakip.cascade.rollup.span import Exact

__all__ = ["attribution_of"]


def attribution_of(case: Case, node: int) -> Attribution:
    """Penguraian sebuah simpul: its difference, taken apart as far as its numbers allow.

    Of a part of the year the targets through it are taken, by the trajectories.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> attribution_of(validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case, 0).parts
        ()
    """
    case = case_to_date(case, node)
    found, graph = split(case, node), case.graph
    indicator = graph.indicator(node)
    bottleneck, ladder, innocent = _extremes(case, node, found)
    return Attribution(
        graph.text(node),
        kind=found.kind,
        unit=case.unit_of(node),
        polarity=indicator.polarity,
        target=found.target,
        actual=found.actual,
        promised=found.promised,
        delivered=found.delivered,
        reporting=found.reporting,
        performance=found.performance,
        planning=found.planning,
        total=found.total,
        open=found.open,
        parts=tuple(_part(case, share) for share in found.shares),
        leaves=tuple(Leaf(graph.text(one.node), one.term, one.amount) for one in leaves(case, node, found)),
        left_out=tuple(graph.text(at) for at in found.left_out),
        bottleneck=bottleneck,
        ladder=ladder,
        innocent=innocent,
        why=found.why,
        through=case.through,
        scale=indicator.scale,
    )


def _part(case: Case, share: Share) -> Part:
    rate = None if share.mix is None else share.own
    numbers = (share.coefficient, share.amount, rate, share.mix)
    if share.child == OUTSIDE:
        return Part("", share.target, share.actual, "missing" if share.actual is None else "given", *numbers, None)
    promised = case.target(share.child)
    state = (case.value(share.child) if promised.is_given else promised).state
    scale = case.graph.indicator(share.child).scale
    return Part(case.graph.text(share.child), share.target, share.actual, state, *numbers, scale)


_Names = tuple[str, ...]


def _extremes(case: Case, node: int, found: Split) -> tuple[_Names, tuple[Rung, ...], _Names]:
    """Who holds a minimum or a maximum where it is, how it could rise, and who has no share in its change."""
    delivered = case.rolled(node, "actual")
    if found.kind not in {"minimum", "maximum"} or delivered is None or delivered.point is None:
        return (), (), ()
    text = case.graph.text
    holding = tuple(text(one.child) for one in delivered.operands if one.point == delivered.point)
    innocent = tuple(text(share.child) for share in found.shares if share.amount == 0)
    polarity = case.graph.indicator(node).polarity
    needs_all: Literal[-1, 0, 1] = 0
    if (found.kind, polarity) == ("minimum", "maximize"):
        needs_all = 1
    elif (found.kind, polarity) == ("maximum", "minimize"):
        needs_all = -1
    promised = case.rolled(node, "target")
    if not needs_all or promised is None or found.promised is None:
        return holding, (), innocent
    kept = {one.link: one.point for one in promised.operands}
    pairs = [
        (needs_all * one.point, needs_all * promise, text(one.child))
        for one in delivered.operands
        if one.point is not None and (promise := kept[one.link]) is not None
    ]
    return holding, _ladder(pairs, needs_all), innocent


def _ladder(pairs: Sequence[tuple[Exact, Exact, str]], sign: int) -> tuple[Rung, ...]:
    """The steps up, from (delivered, promised, name) where more is better and the least one counts."""
    waiting = sorted(pairs)
    rungs: list[Rung] = []
    reached, kept, at = waiting[0][0], None, 0
    while at < len(waiting):
        names: list[str] = []
        level = waiting[at][0]
        while at < len(waiting) and waiting[at][0] == level:
            _, promise, name = waiting[at]
            kept = promise if kept is None else min(kept, promise)
            names.append(name)
            at += 1
        value = kept if kept is not None and (at == len(waiting) or kept < waiting[at][0]) else waiting[at][0]
        if value <= reached:
            break
        reached = value
        rungs.append(Rung(tuple(names), sign * value))
    return tuple(rungs)
