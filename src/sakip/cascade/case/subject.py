"""Subjek: how what checks are asked of is named, in findings and in the ledger."""

from typing import TYPE_CHECKING

from sakip.cascade.case.check import SubjectKind
from sakip.cascade.graph.graph import Graph
from sakip.cascade.graph.unresolved import Unresolved

if TYPE_CHECKING:
    from sakip.cascade.case.case import Case

__all__ = ["text_of"]


def text_of(case: "Case", kind: SubjectKind, number: int) -> str:
    """Teks subjek: the name of the subject of a kind with a number.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> text_of(validate(Cascade(), as_of=date(2025, 12, 31)).case, "cascade", 0)
        'cascade'
    """
    graph = case.graph
    if kind in {"node", "group"}:
        return graph.text(number)
    if kind == "link":
        return graph.links[number].text
    if kind == "agreement":
        return graph.agreements[number].code
    if kind == "objective":
        agreement, place = case.objectives[number]
        return f"{graph.agreements[agreement].code}.objectives[{place}]"
    if kind == "place":
        return graph.places[number].code
    if kind == "unit":
        return case.units[number] or "cascade"
    if kind == "cycle":
        return graph.text(graph.components[number][0])
    if kind == "reference":
        return _reference_text(graph, graph.unresolved[number])
    if kind == "line":
        agreement, line = case.lines[number]
        return f"{graph.agreements[agreement].code}.budget[{line.code}]"
    return "cascade"


def _reference_text(graph: Graph, one: Unresolved) -> str:
    """Who names what is not there; never its place in a list, which another entry would move."""
    if one.subject == "link":
        owner = f"({graph.links[one.number].text})"
    elif one.subject in {"post", "agreement"}:
        at = one.number if one.subject == "post" else graph.place_of_agreement[one.number]
        owner = graph.places[at].code
    else:
        owner = f"{one.subject}[{one.name}]"
    return f"{owner}.{one.side}"
