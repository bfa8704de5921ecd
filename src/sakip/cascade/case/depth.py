"""Kedalaman kaskade: how many positions promise something that leads to the top."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from sakip.cascade.case.case import Case
from sakip.cascade.case.hierarchy import hierarchy_of

__all__ = ["Depth", "Grade", "depth_of", "grade_of", "is_filled", "reaching"]

Grade = Literal["A", "B", "C", "D", "E"]
_ABOVE: tuple[tuple[int, Grade], ...] = ((90, "A"), (75, "B"), (40, "C"), (10, "D"))


class Depth(NamedTuple):
    """Kedalaman: of some positions those that carry the cascade, and those that do not.

    Attributes:
        carrying: Positions with an indicator from which links lead to an indicator at the top.
        missing: The other positions.
    """

    carrying: tuple[int, ...]
    missing: tuple[int, ...]

    @property
    def total(self) -> int:
        """Jumlah jabatan: how many positions there are."""
        return len(self.carrying) + len(self.missing)

    @property
    def grade(self) -> Grade:
        """Nilai: A to E by the share that carries."""
        return grade_of(len(self.carrying), self.total)


def grade_of(part: int, whole: int) -> Grade:
    """Nilai cakupan: above 90 percent A, above 75 B, above 40 C, above 10 D, else E.

    Examples:
        >>> grade_of(19, 20), grade_of(9, 10), grade_of(14, 20)
        ('A', 'B', 'C')
    """
    found: Grade = "E"
    for percent, grade in reversed(_ABOVE):
        if 100 * part > percent * whole:
            found = grade
    return found


def is_filled(case: Case, place: int) -> bool:
    """Terisi: whether somebody holds a position on the day, as far as posts, tenures and agreements say."""
    one = case.graph.places[place]
    held = case.graph.positions.tenures.get(place)
    if one.vacant:
        return False
    if held is not None:
        return any(tenure.covers(case.as_of) for tenure in held)
    return one.declared or one.party is not None


def reaching(case: Case) -> bytearray:
    """Sampai ke puncak: for each node 1 where links lead from it to an indicator at the top.

    To be asked for through `Case.once`.
    """
    graph, hierarchy = case.graph, case.once(hierarchy_of)
    found = bytearray(len(graph.nodes))
    waiting = [node for node in range(len(graph.nodes)) if hierarchy.is_top(node)]
    for node in waiting:
        found[node] = 1
    while waiting:
        for link in graph.incoming[waiting.pop()]:
            child = graph.child_of[link]
            if not found[child]:
                found[child] = 1
                waiting.append(child)
    return found


def depth_of(case: Case, places: Iterable[int]) -> Depth:
    """Kedalaman sekumpulan jabatan: which of them carry the cascade in the year that is judged."""
    graph, found, year = case.graph, case.once(reaching), case.once(hierarchy_of).year
    carrying, missing = list[int](), list[int]()
    for place in places:
        leads = any(found[node] and graph.agreement(node).year == year for node in graph.nodes_of(place))
        (carrying if leads else missing).append(place)
    return Depth(tuple(carrying), tuple(missing))
