"""Cabang pohon: which indicators are shown and where, which levels are folded, and what does not fit."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sakip.cascade.case.case import Case

__all__ = ["DEEPEST", "Branch", "LeftOut", "branches_of"]

DEEPEST = 90
"""Tingkat terdalam: more levels than this are folded, whatever is asked for."""


class Branch(NamedTuple):
    """Cabang: an indicator where it stands in the tree.

    Attributes:
        node: Number of the indicator.
        depth: How many stand above it.
        link: Number of the link to the one above; -1 for a root.
        repeated: Whether it stands further up already, with everything below it.
        folded: The indicators below it that are not shown.
    """

    node: int
    depth: int
    link: int
    repeated: bool
    folded: frozenset[int]

    @property
    def hidden(self) -> int:
        """Dilipat: how many indicators below it are not shown."""
        return len(self.folded)


class LeftOut(NamedTuple):
    """Tidak ditampilkan: what does not fit below the last row that is shown.

    Attributes:
        rows: How many rows there would be more.
        nodes: The indicators in these rows and below them that are not shown, nor folded, anywhere else.
    """

    rows: int
    nodes: frozenset[int]


class _Row(NamedTuple):
    node: int
    depth: int
    link: int
    repeated: bool
    is_last: bool


def branches_of(
    case: Case, tops: Sequence[int], *, depth: int | None, most: int
) -> tuple[tuple[Branch, ...], LeftOut | None]:
    """Cabang yang ditampilkan: in the order of their rows, and what is left out for want of rows.

    Args:
        case: What was validated.
        tops: The indicators on top.
        depth: How many levels are shown; as many as leave no more than ``most`` rows where nothing is said.
        most: How many rows are shown at the most; the last of them says what is left out, where anything is.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> case = validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case
        >>> shown, left_out = branches_of(case, [0], depth=None, most=60)
        >>> [branch.node for branch in shown], left_out
        ([0], None)
    """
    levels = depth or _readable(case, tops, most)
    rows = _rows(case, tops, levels)
    shown = list(islice(rows, most))
    rest = [row.node for row in rows]
    if rest:
        rest.append(shown.pop().node)
    branches = tuple(
        Branch(row.node, row.depth, row.link, row.repeated, _below(case, {row.node}) if row.is_last else frozenset())
        for row in shown
    )
    if not rest:
        return branches, None
    unseen = set(rest)
    unseen |= _below(case, unseen)
    return branches, LeftOut(len(rest), frozenset(unseen.difference(*_told(branches))))


def _told(branches: Sequence[Branch]) -> Iterator[frozenset[int]]:
    """The indicators that the rows show or count."""
    yield frozenset(branch.node for branch in branches)
    yield from (branch.folded for branch in branches)


def _readable(case: Case, tops: Sequence[int], most: int) -> int:
    """How many levels can be shown before there are too many rows to read."""
    seen, level, depth, shown = set(tops), list(tops), 1, len(tops)
    while depth < DEEPEST:
        below = [child for node in level for child in dict.fromkeys(case.graph.children(node))]
        shown += len(below)
        level = [child for child in dict.fromkeys(below) if child not in seen]
        if not below or shown > most:
            return depth if below else depth + 1
        seen.update(level)
        depth += 1
    return depth


def _rows(case: Case, tops: Sequence[int], levels: int) -> Iterator[_Row]:
    """Every indicator below its parent, written out once."""
    graph = case.graph
    seen: set[int] = set()
    waiting = [(top, 0, -1) for top in reversed(tops)]
    while waiting:
        node, depth, link = waiting.pop()
        repeated = node in seen
        seen.add(node)
        below = [] if repeated else graph.incoming[node]
        is_last = bool(below) and depth + 1 >= levels
        yield _Row(node, depth, link, repeated, is_last)
        if not is_last:
            waiting += [(graph.child_of[at], depth + 1, at) for at in reversed(below)]


def _below(case: Case, tops: Collection[int]) -> frozenset[int]:
    """Every indicator that contributes to one of some, along links of any kind, without these themselves."""
    found = set(tops)
    waiting = list(tops)
    while waiting:
        for child in case.graph.children(waiting.pop()):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return frozenset(found.difference(tops))
