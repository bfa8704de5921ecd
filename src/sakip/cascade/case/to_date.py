"""Sampai periode: the targets of a part of the year, for what is explained of that part."""

from sakip.cascade.case.case import Case
from sakip.cascade.rollup.cells import Cell, part_of, target_through

__all__ = ["case_to_date"]


def case_to_date(case: Case, node: int, *, deep: bool = True) -> Case:
    """Berkas sampai periode: the case in which a node and all that it is computed from promise what is due by then.

    Where the whole year is judged it is the case itself.

    Args:
        case: The case of the year.
        node: The node.
        deep: Whether all below it is asked about, and not only its children.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> case = validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case
        >>> case_to_date(case, 0) is case
        True
    """
    if case.through is None:
        return case
    targets: dict[int, Cell] = {}
    seen, waiting = {node}, [node]
    for at in waiting:
        part = part_of(case.graph.agreement(at).period, case.through)
        if part is not None:
            targets[at] = target_through(case.graph.target(at), case.graph.reported[at], part, case.rounded)
        if not deep and at != node:
            continue
        below = [child for child in case.graph.children(at, arithmetic=True) if child not in seen]
        seen.update(below)
        waiting.extend(dict.fromkeys(below))
    return case.until(targets) if targets else case
