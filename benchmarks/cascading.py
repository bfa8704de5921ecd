"""The cascade: a forest of five levels, four subordinates each, five indicators a position, added up or averaged.

The yardstick is what somebody would write without a library: graphlib's topological sort, then the same seven checks
of numbers over dictionaries. Both start from objects that are resolved already; the line below says what that costs.
"""

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from graphlib import TopologicalSorter
from statistics import median
from time import process_time_ns
from typing import NamedTuple

from timing import Line, Times, nanoseconds, ratio

from sakip import Agreement, Indicator, Objective, Party, Target
from sakip.cascade import CATALOGUE, PEMDA, Cascade, Change, Link, revalidate, validate
from sakip.cascade.case.case import Case
from sakip.cascade.graph.graph import Graph, graph_of
from sakip.cascade.verdicts.run import Run

AS_OF = date(2025, 12, 31)
NUMERIC = ("CAS301", "CAS302", "CAS401", "CAS403", "CAS501", "CAS502", "CAS507")
LEVELS = ("BUPATI", "II", "III", "IV", "V")
KINDS = ("sum", "mean", "weighted", "sum", "mean")
BRANCHES, INDICATORS = 4, 5
LARGEST_HELD = 20_000
TREE = sum(BRANCHES**level for level in range(len(LEVELS))) * INDICATORS


class Plain(NamedTuple):
    """What the yardstick is given: by node its children with their kind, and its numbers, unit and direction."""

    children: dict[int, list[tuple[int, str]]]
    target: dict[int, Decimal]
    actual: dict[int, Decimal]
    unit: dict[int, str | None]
    polarity: dict[int, str]
    measure: dict[int, str | None]


def forest(nodes: int) -> Cascade:
    """A clean forest of about so many indicators."""
    agreements: list[Agreement] = []
    links: list[Link] = []
    delivered: dict[tuple[str, str], int] = {}
    for name, superior, level in positions(max(1, nodes // TREE)):
        below = BRANCHES ** (len(LEVELS) - 1 - level)
        targets = [_target(number, below) for number in range(INDICATORS)]
        agreements.append(
            Agreement(
                f"PK-{name}",
                year=2025,
                first_party=Party(name, echelon=LEVELS[level]),
                second_party=Party(superior or "BUPATI"),
                signed_on=date(2025, 1, 20),
                objectives=[Objective("Layanan meningkat", targets)],
            )
        )
        for number, kind in enumerate(KINDS):
            code = f"I-{number}"
            delivered[name, code] = 12 * (below if kind == "sum" else 1)
            if superior is not None:
                weight = 25 if kind == "weighted" else None
                links.append(Link(child=(name, code), parent=(superior, code), kind=kind, weight=weight))
    return Cascade(agreements, links=links, realizations=delivered)


def positions(trees: int) -> Iterator[tuple[str, str | None, int]]:
    """Every position with its superior and its level, each before those below it."""
    waiting: list[tuple[str, str | None, int]] = [(f"T{number}", None, 0) for number in range(trees)]
    for name, superior, level in waiting:
        yield name, superior, level
        if level + 1 < len(LEVELS):
            waiting += [(f"{name}.{branch}", name, level + 1) for branch in range(BRANCHES)]


def _target(number: int, below: int) -> Target:
    kind = KINDS[number]
    indicator = Indicator(
        f"I-{number}",
        "Jumlah keluarga terlayani" if kind == "sum" else "Indeks layanan",
        unit="keluarga" if kind == "sum" else "indeks",
        polarity="maximize",
        measure="flow" if kind == "sum" else "index",
        consolidation="sum" if kind == "sum" else "average",
    )
    return Target(indicator, 10 * (below if kind == "sum" else 1))


def plainly(graph: Graph) -> Plain:
    """The same forest as dictionaries."""
    nodes = range(len(graph.nodes))
    return Plain(
        {node: [(graph.child_of[at], graph.links[at].kind) for at in graph.incoming[node]] for node in nodes},
        {node: target.value for node, target in enumerate(graph.targets) if isinstance(target.value, Decimal)},
        {node: one[0].value for node, one in enumerate(graph.reported) if isinstance(one[0].value, Decimal)},
        {node: graph.indicator(node).unit for node in nodes},
        {node: graph.indicator(node).polarity for node in nodes},
        {node: graph.indicator(node).measure for node in nodes},
    )


def yardstick(plain: Plain) -> list[tuple[str, int]]:
    """Sort, then check each parent with children: both sums, what is missing, units, directions, kinds of measure."""
    found: list[tuple[str, int]] = []
    sorter = TopologicalSorter({node: [child for child, _ in below] for node, below in plain.children.items()})
    for node in sorter.static_order():
        below = plain.children[node]
        if not below:
            continue
        promised = [plain.target[child] for child, _ in below]
        delivered = [plain.actual[child] for child, _ in below if child in plain.actual]
        made = sum(promised) if below[0][1] == "sum" else sum(promised) / len(promised)
        if made < plain.target[node]:
            found.append(("CAS301", node))
        if made > plain.target[node]:
            found.append(("CAS302", node))
        if len(delivered) < len(below):
            found.append(("CAS403", node))
        elif (sum(delivered) if below[0][1] == "sum" else sum(delivered) / len(delivered)) != plain.actual[node]:
            found.append(("CAS401", node))
        for child, kind in below:
            if plain.unit[child] != plain.unit[node]:
                found.append(("CAS501", child))
            if plain.polarity[child] != plain.polarity[node]:
                found.append(("CAS502", child))
            if kind == "sum" and plain.measure[child] in {"ratio", "index", "ordinal"}:
                found.append(("CAS507", child))
    return found


def lines(nodes: int, rounds: int) -> list[Line]:
    """The table of the cascade."""
    cascade = forest(nodes)
    graph = graph_of(cascade, AS_OF)
    count, plain = len(graph.nodes), plainly(graph)
    numeric = tuple(check for check in CATALOGUE if check.code in NUMERIC)
    report = validate(cascade, as_of=AS_OF)
    # The model's million objects are not looked through again and again while something else is measured.
    gc.freeze()
    candidates = {
        "plain": lambda: yardstick(plain),
        "numeric": lambda: Run(Case(graph, PEMDA, "nearest", None), numeric).everything(),
        "all": lambda: Run(Case(graph, PEMDA, "nearest", None), CATALOGUE).everything(),
        "graph": lambda: graph_of(cascade, AS_OF),
    }
    times: Times = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, run in candidates.items():
            gc.collect()
            times[name].append(_taken(run))
    leaf = graph.nodes[next(node for node, links in enumerate(graph.incoming) if not links)]
    changes = [Change(realizations={(leaf.position, leaf.indicator): amount}) for amount in (13, 12)] * 5
    once = median(_taken(partial(revalidate, report, change)) for change in changes)
    gc.unfreeze()
    return [
        _line("graphlib's sort and seven checks of numbers, over dictionaries", times, "plain", count, "yardstick"),
        _line("the same seven checks", times, "numeric", count, "<= 0.5 x"),
        _line(f"all {len(CATALOGUE)} checks", times, "all", count),
        _line("names resolved, links put in order", times, "graph", count),
        Line(
            "memory of a report beyond the model, a node", None, f"{held(min(nodes, LARGEST_HELD)):,} B", "<= 1,200 B"
        ),
        Line("one changed leaf, against all checks", None, f"1/{int(median(times['all']) / once):,}", "<= 1/10,000"),
    ]


def held(nodes: int) -> int:
    """Bytes a node that a report keeps, its graph and every number that it read among them."""
    cascade = forest(nodes)
    tracemalloc.start()
    report = validate(cascade, as_of=AS_OF)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size // len(report.case.graph.nodes)


def _taken(run: Callable[[], object]) -> int:
    begin = process_time_ns()
    run()
    return process_time_ns() - begin


def _line(what: str, times: Times, name: str, count: int, budget: str = "") -> Line:
    return Line(what, ratio(times, name, "plain"), nanoseconds(times, name, count), budget)
