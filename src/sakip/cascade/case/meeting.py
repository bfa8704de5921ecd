"""Pertemuan jalur: where what one indicator contributes arrives twice, because its paths upwards meet again."""

from heapq import heapify, heappop, heappush
from typing import NamedTuple

from sakip.cascade.case.case import Case
from sakip.cascade.graph.graph import Graph
from sakip.cascade.rollup.rollup import as_exact
from sakip.cascade.rollup.span import Exact, distance

__all__ = ["Meeting", "Meetings", "meetings_of"]

_ADDING = {"same", "sum", "pool"}
_MOST_REMEMBERED = 8
_Frontier = dict[int, tuple[Exact, int]]


class Meeting(NamedTuple):
    """Pertemuan: the indicator above that counts another one more than once.

    Attributes:
        node: The indicator above.
        times: How many times it counts the other.
        paths: By how many paths.
    """

    node: int
    times: Exact
    paths: int


class Meetings:
    """Pertemuan jalur: for each indicator the nearest one above that counts it more than once.

    Only links that add or adopt are followed. Nothing is counted more than once that is not credited more than once
    at some fork, so that those forks are all that is asked about; and what two forks have in common is walked once.
    """

    __slots__ = ("_graph", "_known", "_places")

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._known: dict[tuple[tuple[int, tuple[Exact, int]], ...], Meeting | None] = {}
        self._places: dict[int, int] = {}

    def forks(self, node: int) -> bool:
        """Bercabang: whether an indicator is added or adopted above in several places; one in a cycle is not asked."""
        graph = self._graph
        above = {graph.parent_of[at] for at in graph.outgoing[node] if self._adds(at)}
        return len(above) > 1 and graph.component[node] < 0

    def of(self, node: int) -> Meeting | None:
        """Pertemuan sebuah simpul: the nearest indicator above that counts it more than once; None where none does."""
        if not self._places:
            self._places = {at: place for place, at in enumerate(self._graph.order)}
        found: Meeting | None = None
        walked: list[tuple[tuple[int, tuple[Exact, int]], ...]] = []
        frontier: _Frontier = {}
        self._spread(node, (1, 1), frontier)
        if sum(distance(times, 0) for times, _ in frontier.values()) <= 1:
            return None
        waiting = [(self._places[at], at) for at in frontier]
        heapify(waiting)
        while waiting:
            if len(frontier) <= _MOST_REMEMBERED:
                state = tuple(sorted(frontier.items()))
                if state in self._known:
                    found = self._known[state]
                    break
                walked.append(state)
            _, at = heappop(waiting)
            times, paths = frontier.pop(at)
            if distance(times, 0) > 1:
                found = Meeting(at, times, paths)
                break
            if not frontier:
                break  # one path is left, and it carries no more than there is
            for above in self._spread(at, (times, paths), frontier):
                heappush(waiting, (self._places[above], above))
        self._known.update(dict.fromkeys(walked, found))
        return found

    def _adds(self, link: int) -> bool:
        return self._graph.links[link].kind in _ADDING

    def _spread(self, node: int, carried: tuple[Exact, int], frontier: _Frontier) -> list[int]:
        """Let what a node carries arrive at those above; the ones that nothing had reached before."""
        graph, (times, paths) = self._graph, carried
        reached: set[int] = set()
        fresh: list[int] = []
        for at in graph.outgoing[node]:
            above, link = graph.parent_of[at], graph.links[at]
            # A link that is there twice is one path, and what is above a cycle has no place in the order.
            if not self._adds(at) or above in reached or above not in self._places:
                continue
            reached.add(above)
            credited = times * as_exact(link.share, 1) * (-1 if link.inverse and link.kind == "sum" else 1)
            before, ways = frontier.get(above, (0, 0))
            if not ways:
                fresh.append(above)
            frontier[above] = before + credited, ways + paths
        return fresh


def meetings_of(case: Case) -> Meetings:
    """Pertemuan jalur sebuah berkas: to be asked for through `Case.once`.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> case = validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case
        >>> case.once(meetings_of).forks(0), case.once(meetings_of).of(0)
        (False, None)
    """
    return Meetings(case.graph)
