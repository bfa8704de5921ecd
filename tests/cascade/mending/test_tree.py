from typing import Any

import pytest

from sakip.cascade import Cascade, Link
from sakip.cascade.mending.tree import ordered
from tests.cascade.making import link, pk, report_on, target


class Equations:
    """What trees are made of, without the cascade: a sum of children for each parent."""

    def __init__(self, *parents: tuple[int, tuple[int, ...]]) -> None:
        self.equations: Any = [_Equation(parent, children) for parent, children in parents]
        cells = {at for parent, children in parents for at in (parent, *children)}
        self.touching = [
            [number for number, one in enumerate(self.equations) if at in (one.parent, *one.children)]
            for at in range(max(cells) + 1)
        ]


class _Equation:
    def __init__(self, parent: int, children: tuple[int, ...], form: str = "linear") -> None:
        self.parent, self.children, self.form = parent, children, form


def tree(*parents: tuple[int, tuple[int, ...]]) -> Any:
    """The order of these equations."""
    system: Any = Equations(*parents)
    return ordered(system, range(len(parents)))


class TestOrdered:
    def test_the_root_is_a_parent_that_is_no_child(self) -> None:
        """Every variable stands after the one above it."""
        order = tree((1, (3, 4)), (0, (1, 2)))
        assert order.variables[0] == 0
        assert order.below[0] == [1]
        assert order.above == {1: 0, 0: 1}
        assert sorted(order.variables) == [0, 1, 2, 3, 4]

    def test_two_parents_of_one_child_are_a_tree_still(self) -> None:
        """One of them lies above the child, the other below it."""
        assert sorted(tree((0, (2,)), (1, (2,))).variables) == [0, 1, 2]

    @pytest.mark.parametrize(
        "parents",
        [
            ((0, (2, 3)), (1, (2, 3))),
            ((0, (1, 1)),),
            ((0, (1, 2)), (1, (2,))),
            ((0, (1,)), (0, (1,))),
        ],
    )
    def test_a_circle_is_no_tree(self, parents: Any) -> None:
        """Two shared children, one child twice, a short cut, and two links of one child."""
        assert tree(*parents) is None

    def test_what_is_not_linear_lies_below_its_parent(self) -> None:
        """Of two tops the one that makes it so is the root; where both would have to be, there is none."""
        system: Any = Equations((0, (2,)), (1, (2,)))
        system.equations[0].form = "minimum"
        assert ordered(system, [0, 1]).variables[0] == 0
        system.equations[0].form, system.equations[1].form = "linear", "minimum"
        assert ordered(system, [0, 1]).variables[0] == 1
        system.equations[0].form = "minimum"
        assert ordered(system, [0, 1]) is None


class TestSolved:
    def cascade(self, top: int, shared: int, other: int) -> Any:
        """Two parents, both with a half of one child."""
        values = {"P": top, "Q": other, "A": shared}
        return report_on(
            Cascade(
                [pk(f"PK-{name}", name, None, None, target(name, 0)) for name in values],
                [Link(child=("A", "A"), parent=(name, name), kind="sum", share="0.5") for name in ("P", "Q")],
                realizations={(name, name): value for name, value in values.items()},
            )
        )

    def test_a_child_of_two_parents_is_changed_for_both(self) -> None:
        """20 and 20 are halves of 40, and not of 4."""
        (one,) = self.cascade(20, 4, 20).repairs
        assert [(each.node, each.after) for each in one.corrections] == [("A/A", 40)]
        assert (one.groups, one.is_optimal) == (("P/P", "Q/Q"), True)

    def test_a_long_chain_needs_no_recursion(self) -> None:
        """Five thousand levels, one of them wrong."""
        count = 5000
        targets = [target(f"I{at}", 0) for at in range(count)]
        links = [link(f"K/I{at}", f"K/I{at - 1}", "sum") for at in range(1, count)]
        realizations = {("K", f"I{at}"): 7 if at == 2500 else 5 for at in range(count)}
        (one,) = report_on(Cascade([pk("PK-1", "K", "II", None, *targets)], links, realizations=realizations)).repairs
        assert [(each.node, each.after) for each in one.corrections] == [("K/I2500", 5)]
        assert one.alternatives == ()

    def test_a_star_takes_time_in_proportion(self) -> None:
        """Two thousand children, one of which is a slip away."""
        count = 2000
        targets = [target(f"I{at}", 0) for at in range(count)]
        links = [link(f"K/I{at}", "K/I0", "sum") for at in range(1, count)]
        realizations = {("K", f"I{at}"): 1 for at in range(1, count)}
        realizations["K", "I0"] = count
        (one,) = report_on(Cascade([pk("PK-1", "K", "II", None, *targets)], links, realizations=realizations)).repairs
        assert (one.cost, one.is_optimal, one.is_complete) == (1, True, False)
