"""Penyaringan: subjects that can only pass, recognised at a glance.

In a government that keeps its books nearly every group agrees exactly, and no check of numbers can find anything in
it: where the stated numbers agree, so do the intervals around them.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sakip.base.number import micro
from sakip.cascade.graph.graph import Graph
from sakip.cascade.inputs.link import Link
from sakip.model.realization import Realization

if TYPE_CHECKING:
    from sakip.cascade.case.case import Case

__all__ = ["agrees", "alike", "screened"]

_LINEAR = ("sum", "mean", "weighted")


def agrees(graph: Graph, parent: int) -> bool:
    """Cocok: whether children that are plainly added, averaged or weighted make their parent's numbers exactly.

    Both sides are meant, what was promised and what was delivered in the year. False means that it takes a closer
    look, and nothing more.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade
        >>> from sakip.cascade.graph.graph import graph_of
        >>> from sakip.testing import example_agreement
        >>> agrees(graph_of(Cascade([example_agreement()]), date(2025, 12, 31)), 0)
        False
    """
    return next(screened(graph, (parent,)))


def screened(graph: Graph, parents: Iterable[int]) -> Iterator[bool]:
    """Disaring: for each parent whether its group agrees; one loop for all of them, since there may be a million."""
    links, child_of, plain = graph.links, graph.child_of, graph.plain
    targets, reported, facts = graph.targets, graph.reported, graph.facts
    doubled, settled = graph.doubled, graph.settled
    for parent in parents:
        incoming = graph.incoming[parent]
        if (
            not incoming
            or parent in graph.groups
            or graph.component[parent] >= 0
            or parent in doubled
            or parent in settled
        ):
            yield False
            continue
        kind = links[incoming[0]].kind
        promised = delivered = whole = 0
        for at in incoming:
            link, child = links[at], child_of[at]
            if not plain[at] or link.kind != kind:
                break
            number, given = targets[child]._number, reported[child]
            if number is None or len(given) != 1 or child in doubled or child in settled:
                break
            said = facts[child]
            if said is not None and said.role == "additional":
                break
            made = given[0]._number
            if made is None or given[0].period is not None:
                break  # what is missing, composed or of a period is put together elsewhere
            weight = 1 if kind != "weighted" else _weight(link)
            if weight <= 0:
                break
            promised += weight * number
            delivered += weight * made
            whole += weight
        else:
            own, made = targets[parent]._number, _amount(reported[parent])
            times = 1 if kind == "sum" else whole
            yield (
                kind in _LINEAR
                and own is not None
                and made is not None
                and promised == own * times
                and delivered == made * times
            )
            continue
        yield False


def _amount(reported: tuple[Realization, ...]) -> int | None:
    """The one annual number that was reported, in millionths; None where there is anything else."""
    return reported[0]._number if len(reported) == 1 and reported[0].period is None else None


def _weight(link: Link) -> int:
    return 0 if link.weight is None else micro(link.weight)


def alike(case: "Case") -> bytearray:
    """Yang sejenis: by link, whether child and parent have one unit and one direction and enter as they are."""
    graph = case.graph
    flags, targets = bytearray(len(graph.links)), graph.targets
    ends = zip(graph.plain, graph.links, graph.child_of, graph.parent_of, strict=True)
    for at, (is_plain, link, child, parent) in enumerate(ends):
        if is_plain:
            one, other = targets[child].indicator, targets[parent].indicator
            if one.unit == other.unit and one.polarity == other.polarity and (link.weight is None or link.weight > 0):
                flags[at] = 1
    return flags
