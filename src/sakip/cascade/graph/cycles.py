"""Lingkaran: which indicators contribute to themselves, found without recursion in linear time."""

from collections import deque
from collections.abc import Sequence

__all__ = ["children_first", "components", "cutting_links", "witness"]

Lists = Sequence[Sequence[int]]


def children_first(incoming: Lists, outgoing: Lists, parent_of: Sequence[int]) -> list[int]:
    """Urutan: every node after all that link to it; nodes in a cycle, and those above one, are left out.

    Examples:
        >>> children_first([[], [0]], [[0], []], [1])
        [0, 1]
    """
    waiting = [len(links) for links in incoming]
    order = [node for node, count in enumerate(waiting) if not count]
    for node in order:
        for link in outgoing[node]:
            parent = parent_of[link]
            waiting[parent] -= 1
            if not waiting[parent]:
                order.append(parent)
    return order


def components(order: Sequence[int], outgoing: Lists, parent_of: Sequence[int]) -> list[list[int]]:
    """Komponen melingkar: the nodes of each cycle, in order; a node that links to itself is one.

    Only what `children_first` could not put in its order is searched, by Tarjan's algorithm with its own stack.

    Examples:
        >>> components([], [[0], [1], [2]], [1, 0, 0])
        [[0, 1]]
    """
    count = len(outgoing)
    if len(order) == count:
        return []
    ordered = bytearray(count)
    for node in order:
        ordered[node] = 1
    low, number = [0] * count, [0] * count
    on_stack = bytearray(count)
    stack: list[int] = []
    found: list[list[int]] = []
    counter = 0
    for root in range(count):
        if number[root] or ordered[root]:
            continue
        counter += 1
        number[root] = low[root] = counter
        stack.append(root)
        on_stack[root] = 1
        walk = [(root, iter(outgoing[root]))]
        while walk:
            node, links = walk[-1]
            for link in links:
                parent = parent_of[link]
                if not number[parent]:
                    counter += 1
                    number[parent] = low[parent] = counter
                    stack.append(parent)
                    on_stack[parent] = 1
                    walk.append((parent, iter(outgoing[parent])))
                    break
                if on_stack[parent]:
                    low[node] = min(low[node], number[parent])
            else:
                walk.pop()
                if walk:
                    below = walk[-1][0]
                    low[below] = min(low[below], low[node])
                if low[node] == number[node]:
                    members = _popped(stack, on_stack, node)
                    if len(members) > 1 or any(parent_of[link] == node for link in outgoing[node]):
                        found.append(sorted(members))
    return sorted(found)


def _popped(stack: list[int], on_stack: bytearray, root: int) -> list[int]:
    members: list[int] = []
    while True:
        node = stack.pop()
        on_stack[node] = 0
        members.append(node)
        if node == root:
            return members


def witness(members: Sequence[int], outgoing: Lists, parent_of: Sequence[int]) -> list[int]:
    """Bukti lingkaran: a shortest cycle through the smallest node of a component, as its nodes.

    Examples:
        >>> witness([0, 1], [[0], [1]], [1, 0])
        [0, 1]
    """
    start, inside = members[0], set(members)
    before: dict[int, int] = {}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for link in outgoing[node]:
            parent = parent_of[link]
            if parent == start:
                return _back(start, node, before)
            if parent in inside and parent not in before:
                before[parent] = node
                waiting.append(parent)
    return [start]


def _back(start: int, node: int, before: dict[int, int]) -> list[int]:
    path = [node]
    while path[-1] != start:
        path.append(before[path[-1]])
    return path[::-1]


def cutting_links(members: Sequence[int], outgoing: Lists, parent_of: Sequence[int], most: int = 3) -> list[int]:
    """Tautan pemutus: up to so many single links of a shortest cycle whose removal leaves no cycle in the component.

    Examples:
        >>> cutting_links([0, 1], [[0], [1]], [1, 0])
        [0, 1]
    """
    path = witness(members, outgoing, parent_of)
    inside = {node: at for at, node in enumerate(members)}
    after = dict(zip(path, [*path[1:], path[0]], strict=True))
    candidates = [link for node in path for link in outgoing[node] if parent_of[link] == after[node]]
    found: list[int] = []
    for cut in candidates[:_MOST_TRIED]:
        inner = [[link for link in outgoing[node] if parent_of[link] in inside and link != cut] for node in members]
        local = {link: inside[parent_of[link]] for links in inner for link in links}
        waiting = [0] * len(members)
        for parent in local.values():
            waiting[parent] += 1
        order = [at for at, count in enumerate(waiting) if not count]
        for at in order:
            for link in inner[at]:
                waiting[local[link]] -= 1
                if not waiting[local[link]]:
                    order.append(local[link])
        if len(order) == len(members):
            found.append(cut)
        if len(found) == most:
            break
    return found


_MOST_TRIED = 12
