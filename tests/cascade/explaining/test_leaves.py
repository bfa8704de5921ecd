from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from sakip import Components
from sakip.cascade import Cascade, Group, Link, NodeFacts
from sakip.cascade.explaining.leaves import leaves, split
from tests.cascade.making import pk, report_on, target


def down(
    numbers: dict[str, tuple[Any, Any]], links: Sequence[tuple[str, str, Any]], **more: Any
) -> dict[tuple[str, str], Any]:
    """The leaves of the first node, by position and cause."""
    cascade = Cascade(
        [
            pk(f"PK-{at:06d}", name, None, None, target("I", promised))
            for at, (name, (promised, _)) in enumerate(numbers.items())
        ],
        [Link(child=(child, "I"), parent=(parent, "I"), kind=kind) for child, parent, kind in links],
        realizations={(name, "I"): delivered for name, (_, delivered) in numbers.items() if delivered is not None},
        **more,
    )
    case = report_on(cascade, checks=()).case
    found = leaves(case, 0, split(case, 0))
    return {(case.graph.nodes[one.node].position, one.term): one.amount for one in found}


def test_a_child_that_is_computed_is_opened() -> None:
    """What it reports beyond its children, and what they did not plan, is its own; the rest is theirs."""
    numbers = {"A": (100, 90), "B": (60, 50), "C": (40, 40), "D": (30, 26), "E": (25, 25)}
    links = [("B", "A", "sum"), ("C", "A", "sum"), ("D", "B", "sum"), ("E", "B", "sum")]
    assert down(numbers, links) == {("B", "reporting"): -1, ("B", "planning"): -5, ("D", "performance"): -4}


def test_shares_go_down_in_proportion() -> None:
    """Under a mean of two a loss of four below counts as two above."""
    numbers = {"A": (50, 48), "B": (50, 46), "C": (50, 50), "D": (50, 46)}
    links = [("B", "A", "mean"), ("C", "A", "mean"), ("D", "B", "same")]
    assert down(numbers, links) == {("D", "performance"): -2}


def test_a_least_value_is_opened_too() -> None:
    """The share of a bottleneck is divided as its own difference is."""
    numbers = {"A": (10, 6), "B": (10, 6), "C": (10, 8), "D": (4, 3), "E": (6, 3)}
    links = [("B", "A", "minimum"), ("C", "A", "minimum"), ("D", "B", "sum"), ("E", "B", "sum")]
    assert down(numbers, links) == {
        ("C", "performance"): -1,
        ("D", "performance"): Fraction(-3, 4),
        ("E", "performance"): Fraction(-9, 4),
    }


def test_two_ways_down_are_added() -> None:
    """A node that reaches the top by two ways stands once, with both."""
    numbers = {"A": (40, 36), "B": (20, 18), "C": (20, 18), "D": (20, 18)}
    links = [("B", "A", "sum"), ("C", "A", "sum"), ("D", "B", "sum"), ("D", "C", "sum")]
    assert down(numbers, links) == {("D", "performance"): -4}


def test_a_child_with_unknown_parts_is_not_opened() -> None:
    """Its share stays with it, until everything below it is known."""
    numbers = {"A": (20, 16), "B": (20, 16), "C": (10, 6), "D": (10, None)}
    links = [("B", "A", "sum"), ("C", "B", "sum"), ("D", "B", "sum")]
    assert down(numbers, links) == {("B", "performance"): -4}


def test_a_changed_weight_stays_where_it_is() -> None:
    """Only what a pooled child did itself goes on to its own parts; its mix is no part of theirs."""
    numbers = {
        "A": (80, Components(800, 1000, per=100)),
        "B": (90, Components(400, 500, per=100)),
        "C": (70, Components(400, 500, per=100)),
        "D": (90, 80),
    }
    planned = [("B", 900, 1000), ("C", 700, 1000)]
    facts = [NodeFacts((name, "I"), planned=Components(above, below, per=100)) for name, above, below in planned]
    links = [("B", "A", "pool"), ("C", "A", "pool"), ("D", "B", "same")]
    found = down(numbers, links, nodes=facts)
    assert found == {("D", "performance"): -5, ("C", "performance"): 5}
    numbers["B"] = (90, Components(800, 1000, per=100))
    found = down(numbers, links, nodes=facts)
    assert found["B", "mix"] == Fraction(5, 6)
    assert found["D", "performance"] == Fraction(-35, 6)


def test_a_cycle_below_is_a_leaf() -> None:
    """What contributes to itself is not opened."""
    numbers = {"A": (20, 16), "B": (20, 16), "C": (20, 16)}
    assert down(numbers, [("B", "A", "sum"), ("C", "B", "sum"), ("B", "C", "support")]) == {("B", "performance"): -4}


def test_a_deep_chain_needs_no_recursion() -> None:
    """Three thousand levels are opened to the last one."""
    names = [f"P{at:05d}" for at in range(3000)]
    links = [(below, above, "sum") for above, below in pairwise(names)]
    assert down(dict.fromkeys(names, (10, 7)), links) == {(names[-1], "performance"): -3}


def test_a_fraction_too_long_to_be_written_ends_the_way_down() -> None:
    """Each level halves the share; below a thousand levels it stays where it is, and the sum is the same."""
    names = [f"P{at:05d}" for at in range(1200)]
    numbers = {**dict.fromkeys(names, (10, 7)), **{f"{name}X": (10, 7) for name in names}}
    links = [(below, above, "mean") for above, below in pairwise(names)]
    links += [(f"{name}X", name, "mean") for name in names]
    found = down(numbers, links)
    assert sum(found.values()) == -3
    assert 900 < len(found) < 1100


def test_too_many_children_stay_together() -> None:
    """Where the share of each is not computed, the parent stands for all of them."""
    count = 1001
    numbers = {"A": (5, 0), **{f"B{at:05d}": (5, -at) for at in range(1, count + 1)}}
    links = [(name, "A", "minimum") for name in numbers if name != "A"]
    assert down(numbers, links) == {("A", "reporting"): count, ("A", "performance"): -count - 5}


def test_what_lies_outside_is_the_parents() -> None:
    """What was planned outside the cascade and did not come is a leaf of its own kind."""
    numbers = {"A": (50, 44), "B": (40, 38)}
    group = Group(parent=("A", "I"), other=10, other_actual=6)
    assert down(numbers, [("B", "A", "sum")], groups=[group]) == {("A", "outside"): -4, ("B", "performance"): -2}
