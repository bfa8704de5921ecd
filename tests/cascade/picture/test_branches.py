"""Which indicators are shown, which are folded and which are left out."""

import pytest

from sakip.cascade import Cascade, Link
from sakip.cascade.picture.branches import DEEPEST, LeftOut, branches_of
from tests.cascade.making import TOP, pk, report_on, target


def chain(length: int) -> Cascade:
    """Each indicator carried by one below it."""
    agreements = [pk(f"PK-{at:03}", f"P-{at:03}", None, None, target("T")) for at in range(length)]
    links = [
        Link(child=(f"P-{at + 1:03}", "T"), parent=(f"P-{at:03}", "T"), kind="support") for at in range(length - 1)
    ]
    return Cascade(agreements, links=links)


def shared() -> Cascade:
    """Two indicators on top that one below carries, which one more carries."""
    agreements = [
        pk("PK-1", "KADIS", "II", None, target("T"), target("U")),
        pk("PK-2", "KABID", "III", "KADIS", target("A")),
        pk("PK-3", "KASI", "IV", "KABID", target("B")),
    ]
    below = ("KABID", "A")
    links = [
        Link(child=below, parent=TOP, kind="support"),
        Link(child=below, parent=("KADIS", "U"), kind="support"),
        Link(child=("KASI", "B"), parent=below, kind="support"),
    ]
    return Cascade(agreements, links=links)


@pytest.mark.parametrize(("length", "shown"), [(DEEPEST, DEEPEST), (DEEPEST + 1, DEEPEST), (200, DEEPEST)])
def test_what_lies_too_deep_is_folded(length: int, shown: int) -> None:
    """The ninetieth level counts what is below it."""
    branches, left_out = branches_of(report_on(chain(length)).case, [0], depth=None, most=2000)
    assert (len(branches), branches[-1].hidden, left_out) == (shown, length - shown, None)


@pytest.mark.parametrize(
    ("most", "rows", "nodes"),
    [(5, 0, 0), (4, 2, 1), (3, 3, 2), (2, 4, 3), (1, 5, 4)],
)
def test_rows_left_out_are_rows_and_indicators(most: int, rows: int, nodes: int) -> None:
    """An indicator that would stand in two rows is two rows and one indicator; what is shown above is not counted."""
    case = report_on(shared()).case
    tops = [node for node, links in enumerate(case.graph.outgoing) if not links]
    branches, left_out = branches_of(case, tops, depth=9, most=most)
    assert len(branches) == (most - 1 if rows else 5)
    assert (left_out.rows if left_out else 0, len(left_out.nodes) if left_out else 0) == (rows, nodes)


def test_what_lies_below_the_rows_left_out_is_among_them() -> None:
    """Where levels are folded, so are they there; nothing that could be wrong is out of the count."""
    cascade = shared()
    case = report_on(cascade).case
    tops = [node for node, links in enumerate(case.graph.outgoing) if not links]
    branches, left_out = branches_of(case, tops, depth=1, most=1)
    assert (branches, left_out) == ((), LeftOut(2, frozenset(range(4))))
    branches, left_out = branches_of(case, tops, depth=1, most=2)
    assert ([branch.hidden for branch in branches], left_out) == ([2, 2], None)
