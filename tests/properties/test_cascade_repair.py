"""What the cascade says of why a number is wrong, and of which number to change, holds up when it is tried."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Any, NamedTuple

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip import Agreement, Components, Objective, Period, Realization, Target
from sakip.cascade import Cascade, CascadeReport, Correction, Group, Link, Repair
from tests.cascade.making import TOP, family, pk, report_on, target

Exact = int | Fraction
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

Interval = tuple[Exact, Exact]
FAR = 10**12
HAIR = Fraction(1, 10**9)


def times(one: Interval, factor: Exact) -> Interval:
    """An interval with a factor that is not negative."""
    return one[0] * factor, one[1] * factor


def meant(tree: Tree, one: Interval) -> Interval:
    """What numbers in an interval can stand for by their rounding."""
    half = 0 if tree.decimals is None else Fraction(1, 2)
    low = one[0] - half
    return (max(low, 0) if tree.measure == "flow" else low), one[1] + half


def reachable(tree: Tree, free: frozenset[int]) -> bool:
    """Whether all groups can agree while only these cells change."""
    reach: dict[int, list[Interval]] = {}
    half = 0 if tree.decimals is None else Fraction(1, 2)
    for at in reversed(range(len(tree.parents))):
        value = tree.values[at]
        own = (0 if tree.measure == "flow" else -FAR, FAR) if at in free else (value, value)
        children = tree.children(at)
        if not children:
            reach[at] = [own]
            continue
        # What it can state so that it can mean what its children make.
        stated = [(low - half, high + half) for low, high in combined(tree, at, children, reach, free)]
        if at not in free:
            reach[at] = [own] if any(low <= value <= high for low, high in stated) else []
        else:
            reach[at] = [(max(own[0], low), min(own[1], high)) for low, high in stated if high >= own[0]]
        if not reach[at]:
            return False
    return True


def combined(
    tree: Tree, at: int, children: list[int], reach: dict[int, list[Interval]], free: frozenset[int]
) -> list[Interval]:
    """What children that can be anywhere in these intervals make."""
    kind = tree.kinds[at]
    results: list[Interval] = []
    for place, child in enumerate(children):
        spans = [meant(tree, span) for span in reach[child]]
        terms = [times(span, tree.factors(at)[place]) for span in spans]
        if kind == "count":
            seen = reach[child] if child in free else spans
            reaches = [(1, 1) for _, high in seen if high >= THRESHOLD]
            fails = [(0, 0) for low, _ in seen if low <= THRESHOLD - HAIR]
            terms = list(dict.fromkeys(reaches + fails))
        if not results:
            results = terms
            continue
        pairs = [(one, other) for one in results for other in terms]
        if kind == "minimum":
            results = [(min(one[0], other[0]), min(one[1], other[1])) for one, other in pairs]
        elif kind == "maximum":
            results = [(max(one[0], other[0]), max(one[1], other[1])) for one, other in pairs]
        else:
            results = [(one[0] + other[0], one[1] + other[1]) for one, other in pairs]
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
    return report_on(tree.cascade()).repairs


def of_actuals(found: tuple[Repair, ...]) -> list[Repair]:
    """Those of realizations."""
    return [one for one in found if not one.corrections or one.corrections[0].side == "actual"]


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
        assert all(change.after >= 0 for one in found for change in one.corrections)


@given(trees())
def test_every_way_of_a_repair_makes_its_groups_agree_and_upsets_no_other(tree: Tree) -> None:
    """Each alternative is written into the cascade, which is then validated anew (P21)."""
    before = broken_groups(report_on(tree.cascade()))
    found = of_actuals(repairs(tree))
    assert {group for one in found for group in one.groups} == before
    for one in found:
        for changes in (one.corrections, *one.alternatives):
            values = changed(
                tree, [*changes, *(each for other in found if other is not one for each in other.corrections)]
            )
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
        frozenset(int(each.node.split("/I")[1]) for each in way)
        for way in (found[0].corrections, *found[0].alternatives)
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


def corrected(cascade: Cascade, repairs: tuple[Repair, ...]) -> Cascade:
    """The cascade with what the repairs propose first written into it."""
    found = {one.node: one for repair in repairs for one in repair.corrections if one.side == "actual"}
    promised = {one.node: one for repair in repairs for one in repair.corrections if one.side == "target"}
    realizations = {
        node: [Realization(node.indicator, number(found[node.text].after))] if node.text in found else list(reported)
        for node, reported in cascade.realizations
    }
    agreements = [
        evolve(
            agreement,
            objectives=[
                Objective("Layanan meningkat", [with_promise(agreement, one, promised) for one in agreement.targets])
            ],
        )
        for agreement in cascade.agreements
    ]
    return evolve(cascade, agreements=agreements, realizations=realizations)


def with_promise(agreement: Agreement, one: Target, promised: dict[str, Correction]) -> Target:
    """A target as it is, or as a repair would have it."""
    correction = promised.get(f"{agreement.first_party.position}/{one.code}")
    return one if correction is None else evolve(one, value=number(correction.after))


@given(st.lists(st.integers(0, 60), min_size=7, max_size=7), st.sampled_from(["maximize", "minimize", "stabilize"]))
def test_a_repair_of_targets_leaves_nothing_promised_too_little(values: list[int], polarity: Any) -> None:
    """Two levels of promises, in each direction of what is better (P21)."""
    top, left, right, *leaves = values
    promised = [target("T", top, polarity=polarity), target("L", left, polarity=polarity)]
    promised += [target("R", right, polarity=polarity)]
    promised += [target(f"B{at}", value, polarity=polarity) for at, value in enumerate(leaves)]
    owners = [TOP[0], "L", "R", *(f"B{at}" for at in range(4))]
    agreements = [
        pk(f"PK-{owner}", owner, None, None, one, signed_on=date(2025, 1, 20) if at % 2 else None)
        for at, (owner, one) in enumerate(zip(owners, promised, strict=True))
    ]
    links = [
        Link(child=(child, child), parent=parent, kind="sum")
        for child, parent in [("L", TOP), ("R", TOP), *((f"B{at}", ("LR"[at // 2],) * 2) for at in range(4))]
    ]
    cascade = Cascade(agreements, links)
    report = report_on(cascade)
    before = {one.subject for one in report.findings if one.code == "CAS301"}
    assert {group for one in report.repairs for group in one.groups} == before
    assert [one for one in report_on(corrected(cascade, report.repairs)).findings if one.code == "CAS301"] == []


@given(st.lists(st.integers(0, 60), min_size=6, max_size=6))
def test_a_repair_works_where_children_have_two_parents(values: list[int]) -> None:
    """Two parents share two children, which closes a circle; what is found there works, the cheapest or not (P21)."""
    names = ["P", "Q", "A", "B", "C", "D"]
    shares = [
        ("A", "P", "0.5"),
        ("A", "Q", "0.5"),
        ("B", "P", "0.6"),
        ("B", "Q", "0.4"),
        ("C", "P", None),
        ("D", "Q", None),
    ]
    cascade = Cascade(
        [pk(f"PK-{name}", name, None, None, target(name, 60)) for name in names],
        [Link(child=(child,) * 2, parent=(parent,) * 2, kind="sum", share=share) for child, parent, share in shares],
        realizations={(name,) * 2: value for name, value in zip(names, values, strict=True)},
    )
    report = report_on(cascade)
    before = broken_groups(report)
    found = tuple(of_actuals(report.repairs))
    assert {group for one in found for group in one.groups} == before
    assert broken_groups(report_on(corrected(cascade, found))) == set()


# Hypotheses: each mistake made on purpose is among those that are named.


def codes_of(cascade: Cascade, cell: Any = "actual") -> dict[str, set[str]]:
    """The codes of the hypotheses about the parent, with the children that they name; read in both languages."""
    found: dict[str, set[str]] = {}
    for one in report_on(cascade).hypotheses(TOP, cell):
        found.setdefault(one.code, set()).update(one.nodes)
        for text in (one.text("id"), one.text("en"), one.title.id, one.title.en):
            assert text
            assert "{" not in text
    return found


def parent_reports(value: Exact, children: list[Any], kind: Any = "sum", **more: Any) -> Cascade:
    """A parent that reports a number, above children that report theirs."""
    fields = more.pop("fields", {})
    plans = more.pop("plans", [50] * len(children))
    realizations: dict[Any, Any] = {TOP: number(value)}
    for at, child in enumerate(children, 2):
        if child is not None:
            realizations[f"KABID-{at}", f"C{at}"] = child
    return family(
        target("T", 100, **fields),
        *(target(f"C{at}", plan, **fields) for at, plan in enumerate(plans, 2)),
        kind=kind,
        realizations=realizations,
        **more,
    )


def child_name(at: int) -> str:
    """How the child at a place of a list is named."""
    return f"KABID-{at + 2}/C{at + 2}"


AMOUNTS = st.lists(st.integers(1, 99), min_size=2, max_size=5)
PLACE = st.integers(0, 1)


@given(AMOUNTS, PLACE)
def test_a_child_that_was_left_out_or_counted_twice_is_named(amounts: list[int], place: int) -> None:
    """H04 and H05 (P23)."""
    assert child_name(place) in codes_of(parent_reports(sum(amounts) - amounts[place], amounts))["H04"]
    assert child_name(place) in codes_of(parent_reports(sum(amounts) + amounts[place], amounts))["H05"]


@given(AMOUNTS)
def test_a_sum_in_the_place_of_a_mean_is_seen(amounts: list[int]) -> None:
    """H02 (P23)."""
    assert "H02" in codes_of(parent_reports(sum(amounts), amounts, "mean"))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(51, 99)), min_size=2, max_size=4))
def test_a_simple_mean_of_ratios_is_seen(parts: list[tuple[int, int]]) -> None:
    """H01, wherever the mean is not the ratio of the sums by chance (P23)."""
    mean = sum(Fraction(100 * above, below) for above, below in parts) / len(parts)
    pooled = Fraction(100 * sum(above for above, _ in parts), sum(below for _, below in parts))
    assume(mean != pooled)
    percent = {"unit": "%", "measure": "ratio"}
    children = [Components(above, below, per=100) for above, below in parts]
    assert "H01" in codes_of(parent_reports(mean, children, "pool", fields=percent))


@given(AMOUNTS)
def test_a_missing_child_read_as_zero_is_seen(amounts: list[int]) -> None:
    """H03 for a sum; for a mean, zero and left out are two different mistakes (P23)."""
    assert codes_of(parent_reports(sum(amounts), [*amounts, None]))["H03"] == {child_name(len(amounts))}
    as_zero = tidied(Fraction(sum(amounts), len(amounts) + 1))
    left_out = tidied(Fraction(sum(amounts), len(amounts)))
    assert "H03" in codes_of(parent_reports(as_zero, [*amounts, None], "mean"))
    assert codes_of(parent_reports(left_out, [*amounts, None], "mean"))["H04"] == {child_name(len(amounts))}


def tidied(value: Fraction) -> Exact:
    """A whole number as one."""
    return value.numerator if value.denominator == 1 else value


@given(AMOUNTS, PLACE)
def test_an_ignored_share_is_seen(amounts: list[int], place: int) -> None:
    """H06, of all children or of one (P23)."""
    links = [{"share": "0.5"}] * len(amounts)
    assert "H06" in codes_of(parent_reports(sum(amounts), amounts, links=links))
    one = tidied(Fraction(sum(amounts) + amounts[place], 2))
    assert child_name(place) in codes_of(parent_reports(one, amounts, links=links))["H06"]


@given(st.lists(st.integers(1, 99), min_size=3, max_size=3, unique=True))
def test_ignored_and_swapped_weights_are_seen(amounts: list[int]) -> None:
    """H07 (P23)."""
    links = [{"weight": weight} for weight in (20, 30, 50)]
    first, second, third = amounts
    right = 20 * first + 30 * second + 50 * third
    mean, swapped = Fraction(sum(amounts), 3), 50 * first + 30 * second + 20 * third
    assume(right != 100 * mean)
    assert "H07" in codes_of(parent_reports(tidied(mean), amounts, "weighted", links=links))
    found = codes_of(parent_reports(tidied(Fraction(swapped, 100)), amounts, "weighted", links=links))
    assert {child_name(0), child_name(2)} <= found["H07"]


@given(AMOUNTS, PLACE)
def test_a_turned_sign_is_seen(amounts: list[int], place: int) -> None:
    """H08: of a child that is subtracted, of one that should have been, and of the whole (P23)."""
    wrong = sum(amounts) - 2 * amounts[place]
    assert child_name(place) in codes_of(parent_reports(wrong, amounts))["H08"]
    links = [{"inverse": at == place} for at in range(len(amounts))]
    assert child_name(place) in codes_of(parent_reports(sum(amounts), amounts, links=links))["H08"]
    assert "H08" in codes_of(parent_reports(-sum(amounts), amounts))


@given(st.integers(1, 99), st.integers(1, 99), st.integers(1, 99))
def test_a_target_of_an_old_version_is_seen(old: int, new: int, other: int) -> None:
    """H09 (P23)."""
    assume(old != new)
    first = pk("PK-2", "KABID-2", "III", "KADIS", target("C2", old))
    second = first.amend(code="PK-2-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"C2": new})
    agreements = [
        pk("PK-1", "KADIS", "II", "BUPATI", target("T", old + other)),
        first,
        second,
        pk("PK-3", "KABID-3", "III", "KADIS", target("C3", other)),
    ]
    links = [Link(child=(f"KABID-{at}", f"C{at}"), parent=TOP, kind="sum") for at in (2, 3)]
    assert codes_of(Cascade(agreements, links), "target")["H09"] == {"KABID-2/C2"}


QUARTERS = Period.year(2025).parts("quarter")


@given(st.lists(st.lists(st.integers(1, 50), min_size=4, max_size=4), min_size=2, max_size=3))
def test_periods_put_together_in_another_way_are_seen(children: list[list[int]]) -> None:
    """H10: the mean of quarters that are to be added, and the children before the periods (P23)."""
    reported = [
        [Realization(f"C{at}", value, period=quarter) for value, quarter in zip(quarters, QUARTERS, strict=True)]
        for at, quarters in enumerate(children, 2)
    ]
    mean = tidied(Fraction(sum(map(sum, children)), 4))
    assert "H10" in codes_of(parent_reports(mean, reported, fields={"consolidation": "sum"}))
    first = sum(min(quarters) for quarters in zip(*children, strict=True))
    right = min(map(sum, children))
    assume(first != right)
    assert "H10" in codes_of(parent_reports(first, reported, "minimum", fields={"consolidation": "sum"}))


@given(AMOUNTS, PLACE, st.sampled_from(["maximize", "minimize"]))
def test_an_achievement_read_as_a_realization_is_seen(amounts: list[int], place: int, polarity: str) -> None:
    """H11: of one child, of all, and of the parent, whose target is 100 here and so is no percentage of note (P23)."""
    fields = {"polarity": polarity}
    plans = [40] * len(amounts)
    achieved = [
        Fraction(100 * one, 40) if polarity == "maximize" else Fraction(100 * (80 - one), 40) for one in amounts
    ]
    one = tidied(sum(amounts) - amounts[place] + achieved[place])
    assume(one != sum(amounts) != sum(achieved))
    assert child_name(place) in codes_of(parent_reports(one, amounts, plans=plans, fields=fields))["H11"]
    assert "H11" in codes_of(parent_reports(tidied(sum(achieved, Fraction(0))), amounts, plans=plans, fields=fields))


@given(AMOUNTS, PLACE, st.sampled_from([10, 100, 1000]))
def test_a_power_of_ten_is_seen(amounts: list[int], place: int, factor: int) -> None:
    """H12: of a child, too many or too few, and of the parent (P23)."""
    typed = [one * factor if at == place else one for at, one in enumerate(amounts)]
    assert child_name(place) in codes_of(parent_reports(sum(amounts), typed))["H12"]
    assert child_name(place) in codes_of(parent_reports(sum(typed), amounts))["H12"]
    assert "H12" in codes_of(parent_reports(sum(amounts) * factor, amounts))


@given(st.lists(st.integers(10, 99), min_size=2, max_size=5), PLACE)
def test_swapped_digits_are_seen(amounts: list[int], place: int) -> None:
    """H13 (P23)."""
    tens, ones = divmod(amounts[place], 10)
    assume(tens != ones and ones)
    typed = [10 * ones + tens if at == place else one for at, one in enumerate(amounts)]
    assert child_name(place) in codes_of(parent_reports(sum(amounts), typed))["H13"]


@given(st.lists(st.integers(0, 999), min_size=2, max_size=5))
def test_rounding_beforehand_is_seen(tenths: list[int]) -> None:
    """H14: each number rounded before they are added, and the result rounded where no decimals are declared (P23)."""
    numbers = [Decimal(one) / 10 for one in tenths]
    before = sum((one + 5) // 10 for one in tenths)
    assume(10 * before != sum(tenths))
    assert "H14" in codes_of(parent_reports(before, numbers))
    after = (sum(tenths) + 5) // 10
    assume(10 * after != sum(tenths))
    assert "H14" in codes_of(parent_reports(after, numbers))


@given(AMOUNTS, PLACE)
def test_a_target_read_as_a_realization_is_seen(amounts: list[int], place: int) -> None:
    """H15: of one child, of all, and of the parent itself, which promises 100 (P23)."""
    plans = [one + 7 for one in amounts]
    assert child_name(place) in codes_of(parent_reports(sum(amounts) + 7, amounts, plans=plans))["H15"]
    assert "H15" in codes_of(parent_reports(sum(plans), amounts, plans=plans))
    assume(sum(amounts) != 100)
    assert "H15" in codes_of(parent_reports(100, amounts))


@given(AMOUNTS, st.sampled_from(["sum", "mean", "minimum", "maximum"]))
def test_nothing_is_presumed_of_children_that_agree(amounts: list[int], kind: str) -> None:
    """A hypothesis explains a difference, and here is none (P23)."""
    made = {"sum": sum(amounts), "minimum": min(amounts), "maximum": max(amounts)}
    value = made.get(kind, tidied(Fraction(sum(amounts), len(amounts))))
    assert codes_of(parent_reports(value, amounts, kind)) == {}
