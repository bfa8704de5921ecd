from graphlib import CycleError, TopologicalSorter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.cascade.graph.cycles import children_first, components, cutting_links, witness

Ends = list[tuple[int, int]]


def lists(count: int, ends: Ends) -> tuple[list[list[int]], list[list[int]], list[int]]:
    """The incoming and outgoing links of each node, and the parent of each link."""
    incoming: list[list[int]] = [[] for _ in range(count)]
    outgoing: list[list[int]] = [[] for _ in range(count)]
    for link, (child, parent) in enumerate(ends):
        outgoing[child].append(link)
        incoming[parent].append(link)
    return incoming, outgoing, [parent for _, parent in ends]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, Ends]:
    """A few nodes with any links, also to themselves and twice."""
    count = draw(st.integers(1, 7))
    return count, draw(st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=14))


def reachable(start: int, ends: Ends) -> set[int]:
    """All nodes that links lead to from one."""
    found: set[int] = set()
    waiting = [start]
    while waiting:
        at = waiting.pop()
        for child, parent in ends:
            if child == at and parent not in found:
                found.add(parent)
                waiting.append(parent)
    return found


def is_cyclic(ends: Ends) -> bool:
    """Whether the standard library finds a cycle."""
    sorter: TopologicalSorter[int] = TopologicalSorter()
    for child, parent in ends:
        sorter.add(parent, child)
    try:
        sorter.prepare()
    except CycleError:
        return True
    return False


@given(graphs())
def test_children_come_before_their_parents(graph: tuple[int, Ends]) -> None:
    """Children come before their parents."""
    count, ends = graph
    incoming, outgoing, parent_of = lists(count, ends)
    order = children_first(incoming, outgoing, parent_of)
    place = {node: at for at, node in enumerate(order)}
    assert len(place) == len(order)
    assert all(place[child] < place[parent] for child, parent in ends if parent in place)
    in_or_above_a_cycle = {
        node for start in range(count) if start in reachable(start, ends) for node in reachable(start, ends)
    }
    assert set(order) == set(range(count)) - in_or_above_a_cycle


@given(graphs())
def test_the_nodes_of_a_cycle_are_those_that_reach_themselves(graph: tuple[int, Ends]) -> None:
    """The nodes of a cycle are those that reach themselves."""
    count, ends = graph
    incoming, outgoing, parent_of = lists(count, ends)
    found = components(children_first(incoming, outgoing, parent_of), outgoing, parent_of)
    reach = [reachable(node, ends) for node in range(count)]
    expected = {
        tuple(other for other in range(count) if other in reach[node] and node in reach[other])
        for node in range(count)
        if node in reach[node]
    }
    assert [tuple(members) for members in found] == sorted(expected)


@given(graphs())
def test_the_witness_is_a_shortest_cycle_through_the_smallest_node(graph: tuple[int, Ends]) -> None:
    """The witness is a shortest cycle through the smallest node."""
    count, ends = graph
    _, outgoing, parent_of = lists(count, ends)
    for members in components([], outgoing, parent_of):
        path = witness(members, outgoing, parent_of)
        assert path[0] == members[0]
        assert all((one, other) in ends for one, other in zip(path, [*path[1:], path[0]], strict=True))
        # Breadth first: no shorter way leads back.
        steps, level = 0, {members[0]}
        while True:
            level = {parent for child, parent in ends if child in level}
            steps += 1
            if members[0] in level:
                break
        assert len(path) == steps


@given(graphs())
def test_without_a_cutting_link_no_cycle_is_left(graph: tuple[int, Ends]) -> None:
    """Without a cutting link no cycle is left."""
    count, ends = graph
    _, outgoing, parent_of = lists(count, ends)
    for members in components([], outgoing, parent_of):
        inside = [(child, parent) for child, parent in ends if child in members and parent in members]
        cuts = cutting_links(members, outgoing, parent_of, most=99)
        for cut in cuts:
            assert not is_cyclic([end for link, end in enumerate(ends) if link != cut and end in inside])
        others = {
            cut
            for cut, end in enumerate(ends)
            if end in inside
            if not is_cyclic([each for at, each in enumerate(ends) if at != cut and each in inside])
        }
        assert set(cuts) == others


def test_at_most_three_are_proposed() -> None:
    """At most three are proposed."""
    ends = [(at, (at + 1) % 6) for at in range(6)]
    _, outgoing, parent_of = lists(6, ends)
    assert cutting_links(list(range(6)), outgoing, parent_of) == [0, 1, 2]


@pytest.mark.parametrize("shape", ["ring", "chain", "star"])
def test_a_hundred_thousand_nodes_need_no_recursion(shape: str) -> None:
    """A hundred thousand nodes need no recursion."""
    count = 100_000
    ends = {
        "ring": [(at, (at + 1) % count) for at in range(count)],
        "chain": [(at, at + 1) for at in range(count - 1)],
        "star": [(at, 0) for at in range(1, count)],
    }[shape]
    incoming, outgoing, parent_of = lists(count, ends)
    order = children_first(incoming, outgoing, parent_of)
    found = components(order, outgoing, parent_of)
    if shape == "ring":
        assert [len(members) for members in found] == [count]
        assert len(witness(found[0], outgoing, parent_of)) == count
        assert cutting_links(found[0], outgoing, parent_of) == [0, 1, 2]
    else:
        assert (len(order), found) == (count, [])
