"""Daun: the difference of a parent taken apart down to the indicators below which nothing is computed."""

from fractions import Fraction
from typing import Literal, NamedTuple

from sakip.cascade.case.case import Case
from sakip.cascade.explaining.splitting import OUTSIDE, Share, Split, split
from sakip.cascade.rollup.span import Exact, tidy

__all__ = ["LeafTerm", "Term", "leaves"]

LeafTerm = Literal["reporting", "performance", "mix", "outside", "planning"]
"""Jenis andil daun: what is reported beyond the children, delivered, weighed anew, outside, or planned beyond them."""

_LONGEST = 10**300


class Term(NamedTuple):
    """Andil daun: what one indicator adds to the difference at the top, by one of its causes."""

    node: int
    term: LeafTerm
    amount: Exact


def leaves(case: Case, root: int, first: Split) -> tuple[Term, ...]:
    """Andil semua daun: the known parts of a difference, each where it arose; they add up to those at the top.

    The share of a child that is itself computed goes on to its own parts in proportion. An indicator is opened only
    where all of its parts are known, and once, however many ways lead down to it.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> case = validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case
        >>> leaves(case, 0, split(case, 0))
        ()
    """
    opened, waiting = _opened(case, root, first)
    found: dict[tuple[int, LeafTerm], Exact] = {}
    flows: dict[int, Exact] = {root: 1}
    ready = [root]
    for node in ready:
        flow, whole = flows.get(node, 0), opened[node]
        # A fraction too long to be written is not followed further down.
        closed = flow.denominator > _LONGEST
        if closed:
            _put(found, node, "performance", flow * (whole.total or 0))
        elif flow:
            _put(found, node, "reporting", flow * (whole.reporting or 0))
            _put(found, node, "planning", flow * (whole.planning or 0))
            if undivided := _undivided(whole):
                _put(found, node, "performance", flow * undivided)
        for share in whole.shares:
            if not closed and share.amount is not None:
                _pass_on(found, flows, opened, (node, flow), share)
            if share.child in waiting:
                waiting[share.child] -= 1
                if not waiting[share.child]:
                    ready.append(share.child)
    return tuple(Term(node, term, tidy(amount)) for (node, term), amount in found.items() if amount)


def _opened(case: Case, root: int, first: Split) -> tuple[dict[int, Split], dict[int, int]]:
    """The indicators that are taken apart, and how many ways lead down to each."""
    opened, closed, waiting = {root: first}, set[int](), dict[int, int]()
    pending = [root]
    while pending:
        for share in opened[pending.pop()].shares:
            child = share.child
            if child == OUTSIDE or child in closed:
                continue
            if child not in opened:
                below = split(case, child)
                if below.why is not None:
                    closed.add(child)
                    continue
                opened[child] = below
                pending.append(child)
            waiting[child] = waiting.get(child, 0) + 1
    return opened, waiting


def _undivided(whole: Split) -> Exact | None:
    """What the children made differently, where it is known and the share of each is not."""
    return whole.performance if any(share.amount is None for share in whole.shares) else None


def _pass_on(
    found: dict[tuple[int, LeafTerm], Exact],
    flows: dict[int, Exact],
    opened: dict[int, Split],
    above: tuple[int, Exact],
    share: Share,
) -> None:
    """Hand one child's share down to its own parts, or leave it with the child."""
    (parent, flow), own = above, share.own
    if share.child == OUTSIDE:
        _put(found, parent, "outside", flow * (share.amount or 0))
        return
    if share.mix is not None:
        _put(found, share.child, "mix", flow * share.mix)
    if own is None:
        return
    below = opened.get(share.child)
    if below is None:
        _put(found, share.child, "performance", flow * own)
        return
    if share.coefficient is not None:
        flows[share.child] = flows.get(share.child, 0) + flow * share.coefficient
    elif below.total:
        flows[share.child] = flows.get(share.child, 0) + flow * (Fraction(own) / below.total)
    else:
        # A ratio can change where its stated numbers do not.
        _put(found, share.child, "performance", flow * own)


def _put(found: dict[tuple[int, LeafTerm], Exact], node: int, term: LeafTerm, amount: Exact) -> None:
    if amount:
        found[node, term] = found.get((node, term), 0) + amount
