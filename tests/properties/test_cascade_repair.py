"""What the cascade says of why a number is wrong, and of which number to change, holds up when it is tried."""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Any, NamedTuple

from hypothesis import assume, example, given
from hypothesis import strategies as st

from sakip import Components, Period, Realization
from sakip.cascade import Cascade, CascadeReport, Group, Link, NodeFacts
from sakip.cascade.hypotheses import hypotheses_of
from sakip.cascade.repair import Repair, repairs_of
from sakip.cascade.span import Exact, Span, hull
from tests.cascade.making import TOP, family, pk, report_on, target

COSTS = {"final": 8, "verified": 6, "submitted": 4, "draft": 2, None: 1}
STATUSES: Any = tuple(COSTS)
KINDS: Any = ("sum", "mean", "weighted", "minimum", "maximum", "count")
VALUES = st.integers(0, 40)


class Tree(NamedTuple):
    """A tree of indicators: each with its parent, its number, how far that has come, and how its children compose."""

    parents: tuple[int, ...]
    values: tuple[Exact, ...]
    statuses: tuple[Any, ...]
    kinds: tuple[str, ...]
    decimals: int | None
    measure: Any

    def children(self, at: int) -> list[int]:
        """The cells that are put together into one."""
        return [child for child, parent in enumerate(self.parents) if parent == at]

    def factors(self, at: int) -> list[Exact]:
        """How each child enters; see `weights`."""
        count = len(self.children(at))
        if self.kinds[at] == "mean":
            return [Fraction(1, count)] * count
        if self.kinds[at] == "weighted":
            return [Fraction(weight, 100) for weight in weights(count)]
        return [1] * count

    def key(self, at: int) -> tuple[str, str]:
        """The key of the node."""
        return (f"P{at}", f"I{at}")

    def cascade(self, values: Any = None) -> Cascade:
        """The cascade of it; numbers that no decimal can be are reported by their parts."""
        stated = self.values if values is None else values
        agreements = [
            pk(
                f"PK-{at}",
                f"P{at}",
                None,
                f"P{self.parents[at]}" if at else None,
                target(f"I{at}", THRESHOLD, decimals=self.decimals, measure=self.measure),
            )
            for at in range(len(self.parents))
        ]
        links = [
            Link(
                child=self.key(child),
                parent=self.key(at),
                kind=self.kinds[at],  # type: ignore[arg-type]
                weight=weights(len(self.children(at)))[place] if self.kinds[at] == "weighted" else None,
            )
            for at in range(len(self.parents))
            for place, child in enumerate(self.children(at))
        ]
        groups = [
            Group(parent=self.key(at), threshold=THRESHOLD)
            for at, kind in enumerate(self.kinds)
            if kind == "count" and self.children(at)
        ]
        realizations = {
            self.key(at): [Realization(f"I{at}", number(value), status=self.statuses[at])]
            for at, value in enumerate(stated)
        }
        return Cascade(agreements, links, groups, realizations)


THRESHOLD = 20


def weights(count: int) -> list[int]:
    """Weights of up to three children, 100 together."""
    return [*(10, 20)[: count - 1], 100 - sum((10, 20)[: count - 1])]


def number(value: Exact) -> Any:
    """As it is reported: a number, or its parts where no decimal is exact."""
    if isinstance(value, int):
        return value
    if 10**6 % value.denominator == 0:
        return Decimal(value.numerator) / Decimal(value.denominator)
    return Components(value.numerator, value.denominator, per=1)


@st.composite
def trees(draw: st.DrawFn, kinds: Any = KINDS, most: int = 9) -> Tree:
    """Trees whose numbers agree but for a few that were changed afterwards."""
    count = draw(st.integers(2, most))
    parents = (-1, *(draw(st.integers(max(0, at - 3), at - 1)) for at in range(1, count)))
    measure = draw(st.sampled_from([None, "flow"])) if kinds == ("sum",) else None
    tree = Tree(
        parents,
        tuple(draw(VALUES) for _ in parents),
        tuple(draw(st.sampled_from(STATUSES)) for _ in parents),
        tuple(draw(st.sampled_from(kinds)) for _ in parents),
        draw(st.sampled_from([None, None, 0])),
        measure,
    )
    values = list(tree.values)
    for at in reversed(range(count)):
        children = tree.children(at)
        if children:
            values[at] = rolled(tree, at, [values[child] for child in children])
            if tree.decimals == 0:
                values[at] = int(values[at])
    for at in draw(st.sets(st.integers(0, count - 1), max_size=3)):
        values[at] = draw(st.integers(0, 99))
    return tree._replace(values=tuple(values))


def rolled(tree: Tree, at: int, values: list[Exact]) -> Exact:
    """What children with these numbers make."""
    kind = tree.kinds[at]
    if kind == "minimum":
        return min(values)
    if kind == "maximum":
        return max(values)
    if kind == "count":
        return sum(1 for value in values if value >= THRESHOLD)
    total = sum(factor * value for factor, value in zip(tree.factors(at), values, strict=True))
    return total.numerator if total.denominator == 1 else total


# A second way to the least cost: every set of cells, and for each whether intervals of what they can be still meet.


def reachable(tree: Tree, free: frozenset[int]) -> bool:
    """Whether all groups can agree while only these cells change."""
    reach: dict[int, list[Span]] = {}
    half = 0 if tree.decimals is None else Fraction(1, 2)
    for at in reversed(range(len(tree.parents))):
        value = tree.values[at]
        low = 0 if tree.measure == "flow" else None
        own = Span(low, None) if at in free else Span(value, value)
        children = tree.children(at)
        if not children:
            reach[at] = [own]
            continue
        made = combined(tree, at, children, reach, free)
        slack = half
        if tree.kinds[at] != "count":
            slack += half * (1 if tree.kinds[at] in {"minimum", "maximum"} else sum(tree.factors(at)))
        reach[at] = [one.widened(slack).clipped(own) for one in made if one.widened(slack).meets(own)]
        if not reach[at]:
            return False
    return True


def combined(
    tree: Tree, at: int, children: list[int], reach: dict[int, list[Span]], free: frozenset[int]
) -> list[Span]:
    """What children that can be anywhere in these spans make."""
    kind = tree.kinds[at]
    results: list[Span] = []
    for place, child in enumerate(children):
        terms: list[Span] = []
        for span in reach[child]:
            if kind != "count":
                terms.append(span.times(tree.factors(at)[place]))
                continue
            above, below = Span(THRESHOLD, None), Span(None, THRESHOLD, open_high=True)
            if child not in free and tree.decimals is not None:
                # A rounded number that touches the threshold may or may not reach it.
                above, below = (
                    Span(THRESHOLD - Fraction(1, 2), None),
                    Span(None, THRESHOLD + Fraction(1, 2), open_high=True),
                )
            if span.meets(above):
                terms.append(Span(1, 1))
            if span.meets(below):
                terms.append(Span(0, 0))
        if not results:
            results = terms
        elif kind in {"minimum", "maximum"}:
            results = [hull([one, other], highest=kind == "maximum") for one in results for other in terms]
        else:
            results = [one.plus(other) for one in results for other in terms]
        results = list(dict.fromkeys(results))
    return results


def least_cost(tree: Tree) -> int | None:
    """The cost of the cheapest set of cells with which all groups can agree."""
    costs = [COSTS[status] for status in tree.statuses]
    cells = range(len(costs))
    sets = [frozenset(chosen) for size in range(len(costs) + 1) for chosen in combinations(cells, size)]
    for chosen in sorted(sets, key=lambda one: sum(costs[at] for at in one)):
        if reachable(tree, chosen):
            return sum(costs[at] for at in chosen)
    return None


def repairs(tree: Tree) -> tuple[Repair, ...]:
    """The repairs of its cascade."""
    report = report_on(tree.cascade())
    return repairs_of(report.case, report.ledger)


def of_actuals(found: tuple[Repair, ...]) -> list[Repair]:
    """Those of realizations."""
    return [one for one in found if not one.changes or one.changes[0].side == "actual"]


@given(trees())
def test_a_repair_is_as_cheap_as_the_best_of_all_sets_of_cells(tree: Tree) -> None:
    """Sets of cells, from the cheapest on, tried by another method than the one that finds the repair (P22)."""
    found = of_actuals(repairs(tree))
    assert all(one.is_optimal for one in found)
    assert sum(one.cost for one in found) == least_cost(tree)


@given(trees(kinds=("sum",)))
def test_a_repair_of_amounts_stays_at_zero_or_above_and_is_the_cheapest_still(tree: Tree) -> None:
    """Where numbers cannot be negative, a repair costs what the best set of cells costs within that bound (P22)."""
    found = of_actuals(repairs(tree))
    assert sum(one.cost for one in found) == least_cost(tree)
    if tree.measure == "flow":
        assert all(change.after >= 0 for one in found for change in one.changes)


@given(trees())
def test_every_way_of_a_repair_makes_its_groups_agree_and_upsets_no_other(tree: Tree) -> None:
    """Each alternative is written into the cascade, which is then validated anew (P21)."""
    before = broken_groups(report_on(tree.cascade()))
    found = of_actuals(repairs(tree))
    assert {group for one in found for group in one.groups} == before
    for one in found:
        for changes in (one.changes, *one.alternatives):
            values = changed(tree, [*changes, *(each for other in found if other is not one for each in other.changes)])
            assert broken_groups(report_on(tree.cascade(values))) == set()
            assert sum(change.cost for change in changes) == one.cost


def changed(tree: Tree, changes: Any) -> list[Exact]:
    """The numbers with these changes written into them."""
    values = list(tree.values)
    for change in changes:
        at = int(change.node.split("/I")[1])
        assert change.before == values[at] != change.after
        values[at] = change.after
    return values


def broken_groups(report: CascadeReport) -> set[str]:
    """The parents whose children do not make what they report."""
    return {one.subject for one in report.findings if one.code == "CAS401" and one.verdict == "fail"}


@given(trees(most=6))
def test_all_ways_that_cost_as_little_are_listed(tree: Tree) -> None:
    """Of one group or several, the sets of cells of a repair and its alternatives are those of the second method."""
    found = of_actuals(repairs(tree))
    if len(found) != 1 or not found[0].is_complete:
        return
    ways = {
        frozenset(int(each.node.split("/I")[1]) for each in way) for way in (found[0].changes, *found[0].alternatives)
    }
    costs = [COSTS[status] for status in tree.statuses]
    cells = range(len(costs))
    cheapest = {
        frozenset(chosen)
        for size in cells
        for chosen in combinations(cells, size + 1)
        if sum(costs[at] for at in chosen) == found[0].cost and reachable(tree, frozenset(chosen))
    }
    assert ways == cheapest
