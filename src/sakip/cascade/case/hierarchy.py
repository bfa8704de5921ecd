"""Hierarki jabatan: who stands above whom, asked without walking up each time."""

from sakip.cascade.case.case import Case
from sakip.cascade.graph.graph import Graph

__all__ = ["Hierarchy", "hierarchy_of"]


class Hierarchy:
    """Hierarki: the positions as a forest, in which a circle of superiors is cut open.

    Attributes:
        circles: The positions of each circle of superiors.
        agreements_at: The agreements of each position that has any.
        year: The fiscal year that is judged: the last one that has begun; None without agreements.
    """

    __slots__ = (
        "_enter",
        "_graph",
        "_leave",
        "_nearest",
        "_promising",
        "_roots",
        "_superiors",
        "agreements_at",
        "circles",
        "year",
    )

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._superiors = [place.superior for place in graph.places]
        self.agreements_at: dict[int, list[int]] = {}
        for number, at in enumerate(graph.place_of_agreement):
            self.agreements_at.setdefault(at, []).append(number)
        self.circles = _circles(self._superiors)
        for circle in self.circles:
            self._superiors[circle[0]] = -1
        self._enter, self._leave, self._roots = _numbered(self._superiors)
        self._promising = {
            (graph.place_of[node], graph.agreement(node).year) for nodes in graph.nodes_at.values() for node in nodes
        }
        self._nearest: dict[tuple[int, int], int] = {}
        periods = {agreement.period for agreement in graph.agreements}
        begun = [period for period in periods if period.first_day <= graph.as_of]
        self.year = max(begun).fiscal_year if begun else min(graph.years, default=None)

    def is_below(self, place: int, above: int) -> bool:
        """Di bawah: whether one position stands anywhere below another."""
        return self._enter[above] < self._enter[place] <= self._leave[above]

    def root(self, place: int) -> int:
        """Puncak: the highest position above one that is known; itself where none is."""
        return self._roots[place]

    def promising_above(self, place: int, year: int) -> int:
        """Atasan yang berjanji: the nearest position above that promises anything in a year, or -1."""
        walked: list[int] = []
        at = place
        while (found := self._nearest.get((at, year), at)) == at:
            above = self._superiors[at]
            walked.append(at)
            if above < 0 or (above, year) in self._promising:
                found = above
                break
            at = above
        for one in walked:
            self._nearest[one, year] = found
        return found

    def is_top(self, node: int) -> bool:
        """Puncak kaskade: whether no position above a node's promises anything in its year."""
        graph = self._graph
        return self.promising_above(graph.place_of[node], graph.agreement(node).year) < 0


def hierarchy_of(case: Case) -> Hierarchy:
    """Hierarki sebuah berkas: to be asked for through `Case.once`.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, Post, validate
        >>> posts = [Post("KADIS"), Post("KABID", superior="KADIS")]
        >>> case = validate(Cascade(posts=posts), as_of=date(2025, 12, 31)).case
        >>> [place.code for place in case.graph.places], case.once(hierarchy_of).is_below(0, 1)
        (['KABID', 'KADIS'], True)
    """
    return Hierarchy(case.graph)


def _circles(superiors: list[int]) -> list[list[int]]:
    """The circles of a map from each position to the one above; each position is walked over once."""
    walk_of = [-1] * len(superiors)
    found: list[list[int]] = []
    for start in range(len(superiors)):
        at, path = start, list[int]()
        while at >= 0 and walk_of[at] < 0:
            walk_of[at] = start
            path.append(at)
            at = superiors[at]
        if at >= 0 and walk_of[at] == start:
            found.append(sorted(path[path.index(at) :]))
    return sorted(found)


def _numbered(superiors: list[int]) -> tuple[list[int], list[int], list[int]]:
    """For each position its number in a walk from above, the last number below it, and the position at the top."""
    below: list[list[int]] = [[] for _ in superiors]
    for at, above in enumerate(superiors):
        if above >= 0:
            below[above].append(at)
    enter, order, roots = [0] * len(superiors), list[int](), list(range(len(superiors)))
    waiting = [at for at, above in enumerate(superiors) if above < 0]
    while waiting:
        at = waiting.pop()
        enter[at] = len(order)
        order.append(at)
        for one in below[at]:
            roots[one] = roots[at]
        waiting.extend(below[at])
    leave = enter.copy()
    for at in reversed(order):
        above = superiors[at]
        if above >= 0:
            leave[above] = max(leave[above], leave[at])
    return enter, leave, roots
