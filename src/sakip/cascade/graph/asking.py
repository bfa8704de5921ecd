"""Pertanyaan: the node that somebody asks about by its key."""

from itertools import islice

from sakip.base.likeness import unknown_code
from sakip.cascade.graph.graph import Graph
from sakip.cascade.inputs.node import Node, NodeKey, node_of

__all__ = ["number_of"]

_MOST_COMPARED = 1000


def number_of(graph: Graph, node: NodeKey | Node, path: str) -> int:
    """Nomor simpul: the number of the one node that a key means.

    Args:
        graph: The positions and indicators of the day.
        node: Position and indicator, and the year where there are several.
        path: Where it is asked, for the error.

    Raises:
        InvalidValueError: Something that is no key of a node.
        UnknownCodeError: No node, or more than one, is meant; the error names those that look like it.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> graph = validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case.graph
        >>> number_of(graph, ("Kepala Bagian Perencanaan", "PLAN-1"), "x")
        0
    """
    wanted = node_of(node, path)
    found = graph.find(wanted)
    if found >= 0:
        return found
    named = graph.names.find(wanted.position) or [
        at for name in graph.names.near(wanted.position) for at in graph.names.find(name)
    ]
    beside = (graph.text(at) for place in named for at in graph.nodes_of(place))
    near = list(islice(beside, _MOST_COMPARED)) or [one.text for one in graph.nodes[:_MOST_COMPARED]]
    raise unknown_code(
        wanted.text,
        near,
        code="unknown-node",
        path=path,
        problem=(
            "tidak ada satu simpul yang dimaksud pada hari ini",
            "no single node is meant on this day",
        ),
    )
