"""Yang dihitung: indicators that are what their children make, wherever nobody has reported them."""

from collections.abc import Callable, Iterable, Iterator

from sakip.cascade.graph.graph import Graph
from sakip.cascade.rollup.cells import Cell
from sakip.cascade.rollup.rollup import Rolled, pooled

__all__ = ["computed_in", "made_cell", "reached", "unmade_below"]


def computed_in(graph: Graph) -> frozenset[int]:
    """Simpul yang dihitung: the nodes that are declared to be what their children make; none in a circle.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, NodeFacts
        >>> from sakip.cascade.graph.graph import graph_of
        >>> from sakip.testing import example_agreement
        >>> facts = [NodeFacts(("Kepala Bagian Perencanaan", "PLAN-1"), calc="computed")]
        >>> sorted(computed_in(graph_of(Cascade([example_agreement()], nodes=facts), date(2025, 12, 31))))
        [0]
    """
    if not any(facts.calc == "computed" for facts in graph.cascade.nodes):
        return frozenset()
    return frozenset(
        at
        for at, facts in enumerate(graph.facts)
        if facts is not None and facts.calc == "computed" and graph.component[at] < 0
    )


def made_cell(rolled: Rolled) -> Cell | None:
    """Sel hasil gabungan: what children make, as the number of their parent; None where they make none.

    Examples:
        >>> from sakip.cascade.rollup.rollup import roll
        >>> made_cell(roll("sum", [])).state
        'not_applicable'
    """
    if not rolled.operands:
        return Cell("not_applicable")
    span = rolled.span
    if rolled.missing or span is None or (span.low is None and span.high is None):
        return None
    return Cell("given", rolled.point, span, pooled(rolled.operands) if rolled.kind == "pool" else None)


def unmade_below(graph: Graph, top: int, is_open: Callable[[int], bool]) -> Iterator[int]:
    """Yang belum dihitung di bawah: the open nodes below one, each after those that it is computed from.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade
        >>> from sakip.cascade.graph.graph import graph_of
        >>> from sakip.testing import example_agreement
        >>> list(unmade_below(graph_of(Cascade([example_agreement()]), date(2025, 12, 31)), 0, bool))
        []
    """
    waiting, opened = [top], set[int]()
    while waiting:
        at = waiting.pop()
        if at < 0:
            yield ~at
        elif at not in opened:
            opened.add(at)
            if at != top:
                waiting.append(~at)
            waiting += (child for child in graph.children(at, arithmetic=True) if is_open(child))


def reached(graph: Graph, computed: frozenset[int], nodes: Iterable[int]) -> set[int]:
    """Terjangkau: nodes, and all that is computed from them without a number of its own.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade
        >>> from sakip.cascade.graph.graph import graph_of
        >>> reached(graph_of(Cascade(), date(2025, 12, 31)), frozenset(), [])
        set()
    """
    found = set(nodes)
    waiting = list(found) if computed else []
    while waiting:
        above = [at for at in graph.parents(waiting.pop()) if at in computed and at not in found]
        found.update(above)
        waiting += above
    return found
