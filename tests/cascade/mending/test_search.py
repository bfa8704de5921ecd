"""Groups that close a circle: what is found there works, and only a single cell is said to be the cheapest."""

from fractions import Fraction
from typing import Any, ClassVar

import pytest

from sakip import Components, Range, Realization
from sakip.cascade import Cascade, Group, Link, Repair
from tests.cascade.making import pk, report_on, target


def repairs(values: dict[str, Any], links: list[tuple[str, str, Any]], **more: Any) -> tuple[Repair, ...]:
    """The repairs of nodes with numbers, each a number with its status, and links with their shares."""
    kinds, fields = more.pop("kinds", {}), more.pop("fields", {})
    realizations: Any = {
        (name, name): [
            Realization(name, value[0], status=value[1]) if isinstance(value, tuple) else Realization(name, value)
        ]
        for name, value in values.items()
    }
    cascade = Cascade(
        [pk(f"PK-{name}", name, None, None, target(name, 0, **fields.get(name, {}))) for name in values],
        [
            Link(child=(child, child), parent=(parent, parent), kind=kinds.get(parent, "sum"), share=share)
            for child, parent, share in links
        ],
        realizations=realizations,
        **more,
    )
    return tuple(
        one for one in report_on(cascade).repairs if not one.corrections or one.corrections[0].side == "actual"
    )


SHARED = [("A", "P", "0.5"), ("A", "Q", "0.5"), ("B", "P", "0.6"), ("B", "Q", "0.4")]


def told(repair: Repair) -> dict[str, Any]:
    """The corrections by node."""
    return {one.node[0]: one.after for one in repair.corrections}


class TestSingles:
    def test_one_cell_of_both_groups_is_the_cheapest(self) -> None:
        """A is 40 and not 4: 20 and 12, 20 and 8."""
        (one,) = repairs({"P": 32, "Q": 28, "A": 4, "B": 20}, SHARED)
        assert (told(one), one.is_optimal, one.cost) == ({"A": 40}, True, 1)

    def test_what_is_not_linear_is_solved_for_as_well(self) -> None:
        """The least and the greatest of the same two: 30 was typed as 3."""
        kinds = {"P": "minimum", "Q": "maximum"}
        links = [(child, parent, None) for parent in "PQ" for child in "AB"]
        (one,) = repairs({"P": 30, "Q": 50, "A": 3, "B": 50}, links, kinds=kinds)
        assert told(one)["A"] == 30
        (one,) = repairs({"P": 30, "Q": (50, "final"), "A": (30, "final"), "B": 5}, links, kinds=kinds)
        assert told(one) == {"B": 50}

    def test_a_count_and_a_sum_of_the_same_two(self) -> None:
        """Both reach 70, and together they are 150."""
        kinds = {"P": "count"}
        links = [(child, parent, None) for parent in "PQ" for child in "AB"]
        group = Group(parent=("P", "P"), threshold=70)
        values = {"P": (2, "final"), "Q": (150, "final"), "A": 7, "B": (80, "final")}
        (one,) = repairs(values, links, kinds=kinds, groups=[group])
        assert told(one) == {"A": 70}

    @pytest.mark.parametrize(
        ("count", "one", "other", "becomes"),
        [
            (2, 7, 80, [{"A": 70}]),
            (1, 75, 80, [{"A": 69}]),
            (1, 7, 80, []),
            (2, 7, 60, [{"P": 0}, {"Q": 0}]),
            (0, 75, 80, [{"P": 2}, {"Q": 2}]),
        ],
    )
    def test_one_cell_changes_a_count_by_one(self, count: int, one: int, other: int, becomes: Any) -> None:
        """Two parents count who reaches 70; where A alone is not enough, each says how many of its children do."""
        kinds, decimals = {"P": "count", "Q": "count"}, {"A": {"decimals": 0}}
        links = [(child, parent, None) for parent in "PQ" for child in "AB"]
        groups = [Group(parent=(parent, parent), threshold=70) for parent in "PQ"]
        values = {"P": (count, "final"), "Q": (count, "final"), "A": one, "B": (other, "final")}
        found = repairs(values, links, kinds=kinds, groups=groups, fields=decimals)
        assert [told(each) for each in found] == becomes

    @pytest.mark.parametrize(
        ("count", "one", "other", "becomes"),
        [
            (2, 700, 60, [{"A": 70}]),
            (1, 65, 60, [{"A": 71}]),
            (1, 700, 60, []),
            (2, 700, 80, [{"P": 0}, {"Q": 0}]),
            (0, 65, 60, [{"P": 2}, {"Q": 2}]),
        ],
    )
    def test_of_what_should_be_little_the_same_holds_turned_around(
        self, count: int, one: int, other: int, becomes: Any
    ) -> None:
        """Two parents count who stays within 70."""
        kinds, fields = {"P": "count", "Q": "count"}, {"A": {"decimals": 0, "polarity": "minimize"}}
        fields["B"] = {"polarity": "minimize"}
        links = [(child, parent, None) for parent in "PQ" for child in "AB"]
        groups = [Group(parent=(parent, parent), threshold=70) for parent in "PQ"]
        values = {"P": (count, "final"), "Q": (count, "final"), "A": one, "B": (other, "final")}
        found = repairs(values, links, kinds=kinds, groups=groups, fields=fields)
        assert [told(each) for each in found] == becomes


class TestSinglesAsTheyAreWritten:
    """Two parents of the same two children say the same, and A alone is beyond it."""

    LINKS: ClassVar = [(child, parent, None) for parent in "PQ" for child in "AB"]

    @pytest.mark.parametrize(("kind", "stated", "value"), [("minimum", 30, 41), ("maximum", 50, 40)])
    def test_it_has_the_decimals_of_its_indicator(self, kind: Any, stated: int, value: int) -> None:
        """40,5 families at least are 41, at most they are 40: whole, and as near as may be to what is stated."""
        bound: Any = ("40.5", "final")
        kinds, fields = {"P": kind, "Q": kind}, {"A": {"decimals": 0}}
        (one,) = repairs({"P": bound, "Q": bound, "A": stated, "B": bound}, self.LINKS, kinds=kinds, fields=fields)
        assert (told(one), one.cost, one.is_optimal) == ({"A": value}, 1, True)

    def test_a_ratio_is_counted_in_its_numerator(self) -> None:
        """A third of 120 are 40 of them, which is what is told, and no percentage of two decimals above it."""
        third: Any = (Components(1, 3, per=100), "final")
        values = {"P": third, "Q": third, "A": Components(18, 120, per=100), "B": third}
        (one,) = repairs(values, self.LINKS, kinds={"P": "minimum", "Q": "minimum"})
        assert told(one) == {"A": Fraction(100, 3)}


class TestPairs:
    def test_two_cheap_cells_rather_than_a_dear_one(self) -> None:
        """A alone would do, and is verified; B and C are nobody's yet."""
        values: dict[str, Any] = {"P": (32, "final"), "Q": (28, "final"), "A": (4, "verified"), "B": 20, "C": 0}
        (one,) = repairs(values, [*SHARED, ("C", "P", None)])
        assert (told(one), one.cost, one.is_optimal) == ({"B": 65, "C": -9}, 2, False)


class TestPairsAsTheyAreWritten:
    """A is too low for the least of P; what it gains there D has to give back to the sum of Q."""

    LINKS: ClassVar = [("A", "P", None), ("B", "P", None), *((child, "Q", None) for child in "ABD")]

    def test_each_has_the_decimals_of_its_indicator(self) -> None:
        """40,5 families at least are 41, and not the 40 that would pass for 40,5 by its rounding."""
        fields = {"A": {"decimals": 0}, "D": {"decimals": 0}}
        values = {"P": ("40.5", "final"), "Q": ("90.5", "final"), "A": 30, "B": ("40.5", "final"), "D": 20}
        (one,) = repairs(values, self.LINKS, kinds={"P": "minimum"}, fields=fields)
        assert (told(one), one.cost) == ({"A": 41, "D": 9}, 2)

    def test_it_goes_no_further_than_it_must(self) -> None:
        """40,5 families at most are 40: what lies nearest to the 50 that are stated."""
        fields = {"A": {"decimals": 0}, "D": {"decimals": 0}}
        values = {"P": ("40.5", "final"), "Q": ("110.5", "final"), "A": 50, "B": ("40.5", "final"), "D": 20}
        (one,) = repairs(values, self.LINKS, kinds={"P": "maximum"}, fields=fields)
        assert told(one) == {"A": 40, "D": 30}

    def test_a_ratio_is_counted_in_its_numerator(self) -> None:
        """A third of 120 are 40 of them, which is what is told, and no percentage of two decimals above it."""
        third = (Components(1, 3, per=100), "final")
        values = {"P": third, "B": third, "A": Components(18, 120, per=100), "D": 20}
        values["Q"] = (Components(205, 300, per=100), "final")
        (one,) = repairs(values, self.LINKS, kinds={"P": "minimum"})
        assert told(one) == {"A": Fraction(100, 3), "D": Fraction(5, 3)}

    def test_what_agrees_by_rounding_alone_is_mended_within_it(self) -> None:
        """The 40 of B stands for 40,5, which is the least 41 that P can be; exactly no A would do."""
        fields = {name: {"decimals": 0} for name in "PQABD"}
        values = {"P": (41, "final"), "Q": (90, "final"), "A": 30, "B": (40, "final"), "D": 20}
        (one,) = repairs(values, self.LINKS, kinds={"P": "minimum"}, fields=fields)
        assert told(one) == {"A": 40, "D": 10}


class TestClimbed:
    def test_at_last_the_parents_say_what_their_children_make(self) -> None:
        """Three parents of the same two children, and no two numbers mend all of them."""
        links = [(child, parent, None) for parent in "PQR" for child in "AB"]
        found = repairs({"P": 11, "Q": 22, "R": 33, "A": (4, "final"), "B": (10, "final")}, links)
        changed: dict[str, Any] = {}
        for one in found:
            changed |= told(one)
        assert changed == {"P": 14, "Q": 14, "R": 14}
        assert not any(one.is_optimal for one in found)

    def test_nobody_is_told_a_number_that_cannot_be(self) -> None:
        """The children make -10; of people who are counted there are never fewer than none."""
        links = [(child, parent, None) for parent in "PQR" for child in "AB"]
        values = {"P": 11, "Q": 22, "R": 33, "A": (-20, "final"), "B": (10, "final")}
        assert {told(one)[one.groups[0][0]] for one in repairs(values, links)} == {-10}
        (one,) = repairs(values, links, fields={name: {"measure": "flow"} for name in "PQR"})
        assert (told(one), one.groups) == ({}, ("P/P", "Q/Q", "R/R"))

    def test_where_that_leads_nowhere_nothing_is_told(self) -> None:
        """Bands are promised as they are, and the two of each parent lie apart."""
        fields = {"polarity": "stabilize"}
        agreements = [pk(f"PK-{name}", name, None, None, target(name, Range(80, 90), **fields)) for name in "PQ"]
        agreements += [pk(f"PK-{name}", name, None, None, target(name, Range(10, 20), **fields)) for name in "AB"]
        links = [Link(child=(child, child), parent=(parent, parent), kind="mean") for parent in "PQ" for child in "AB"]
        (one,) = report_on(Cascade(agreements, links)).repairs
        assert (one.corrections, one.groups) == ((), ("P/P", "Q/Q"))
