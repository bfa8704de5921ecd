"""A check of a user's own, typed by what is public alone; checked by mypy and pyright, and run by tests/cascade."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from sakip import Reference, Text
from sakip.cascade import Cascade, CaseView, CellView, Check, GraphView, Hit, validate
from sakip.testing import example_agreement

NOTHING = Text("-", "-")


def point(cell: CellView) -> int | Fraction | None:
    """The number of a cell."""
    return cell.point if cell.is_given else None


def unreported(graph: GraphView, node: int) -> bool:
    """Whether nothing was reported of an indicator."""
    return not graph.reported[node]


def lagging(case: CaseView, node: int) -> Iterator[Hit]:
    """An indicator that promises something and of which nothing was heard."""
    promised = point(case.target(node))
    if promised is not None and unreported(case.graph, node):
        yield Hit((("node", case.graph.text(node)), ("target", promised), ("day", case.as_of)))


def is_measured(case: CaseView, node: int) -> bool:
    """Whether a unit is stated."""
    return case.graph.indicator(node).unit is not None


OWN = Check(
    "OWN1",
    "lagging",
    "note",
    title=NOTHING,
    message=Text("{node}: {target}, {day}", "{node}: {target}, {day}"),
    fix=NOTHING,
    basis=(Reference("Pedoman (contoh)", certainty="read"),),
    subject="node",
    find=lagging,
    applies=is_measured,
)
report = validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31), checks=[OWN])
texts: list[str] = [finding.text("en") for finding in report.findings]
