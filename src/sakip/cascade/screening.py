"""Penyaringan: groups whose stated numbers agree exactly, recognised without an interval being made.

In a government that keeps its books nearly every group is one of these, and no check of numbers can find anything in
it: where the stated numbers agree, so do the intervals around them.
"""

from sakip.base.number import micro
from sakip.cascade.graph import Graph
from sakip.cascade.link import Link
from sakip.model.realization import Realization

__all__ = ["agrees"]

_LINEAR = ("sum", "mean", "weighted")


def agrees(graph: Graph, parent: int) -> bool:
    """Cocok: whether children that are plainly added, averaged or weighted make their parent's numbers exactly.

    Both sides are meant, what was promised and what was delivered in the year. False means that it takes a closer
    look, and nothing more.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade
        >>> from sakip.cascade.graph import graph_of
        >>> from sakip.testing import example_agreement
        >>> agrees(graph_of(Cascade([example_agreement()]), date(2025, 12, 31)), 0)
        False
    """
    incoming, links = graph.incoming[parent], graph.links
    if not incoming or parent in graph.groups or parent in graph.doubled or graph.component[parent] >= 0:
        return False
    kind = links[incoming[0]].kind
    if kind not in _LINEAR:
        return False
    child_of, targets, reported = graph.child_of, graph.targets, graph.reported
    promised = delivered = whole = 0
    for at in incoming:
        link, child = links[at], child_of[at]
        number, amount = targets[child]._number, _amount(reported[child])
        if number is None or amount is None or link.kind != kind or child in graph.doubled:
            return False
        if link.share is not None or link.factor is not None or link.inverse:
            return False
        if kind == "weighted":
            weight = _weight(link)
            if weight <= 0:
                return False
            promised += weight * number
            delivered += weight * amount
            whole += weight
        else:
            promised += number
            delivered += amount
            whole += 1
    own, made = targets[parent]._number, _amount(reported[parent])
    if own is None or made is None:
        return False
    times = 1 if kind == "sum" else whole
    return promised == own * times and delivered == made * times


def _amount(reported: tuple[Realization, ...]) -> int | None:
    """The one annual number that was reported, in millionths; None where there is anything else."""
    if len(reported) != 1:
        return None
    scaled = reported[0]._scaled
    return None if scaled is None or scaled[1] != 1 or reported[0].period is not None else scaled[0]


def _weight(link: Link) -> int:
    return 0 if link.weight is None else micro(link.weight)
