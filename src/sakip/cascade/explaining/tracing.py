"""Penelusuran: the walk down from one number through all that it is computed from."""

from collections.abc import Sequence
from typing import get_args

from sakip.cascade.case.case import Case
from sakip.cascade.explaining.splitting import coefficients
from sakip.cascade.explaining.trace import Made, Step, Trace
from sakip.cascade.explaining.why import Why, why_not_rolled
from sakip.cascade.rollup.rollup import Rolled
from sakip.cascade.rollup.side import Side
from sakip.cascade.rollup.span import Exact, exact_of
from sakip.model.realization import DataStatus, Realization
from sakip.model.tenure import TenureKind

__all__ = ["trace_of"]

_STATUSES: tuple[DataStatus, ...] = get_args(DataStatus)
_Entry = tuple[int, int, Exact | None, int]


def trace_of(case: Case, root: int, side: Side) -> Trace:
    """Jejak sebuah angka: every indicator below one node that its number is computed from.

    Costs grow with the links below it: a node that several lead to is opened once.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> case = validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case
        >>> [step.state for step in trace_of(case, 0, "actual").steps]
        ['missing']
    """
    graph, steps = case.graph, list[Step]()
    opened: set[int] = set()
    waiting: list[_Entry] = [(root, -1, None, 0)]
    while waiting:
        entry = waiting.pop()
        node, _, _, depth = entry
        again = node in opened
        made = _made(case, node, side)
        steps.append(_step(case, entry, side, made, again=again))
        if again or graph.component[node] >= 0:
            continue
        opened.add(node)
        rolled = case.rolled(node, side)
        entering = {} if rolled is None else _entering(case, rolled)
        waiting += [
            (graph.child_of[at], at, entering.get(at), depth + 1)
            for at in reversed(graph.incoming[node])
            if graph.links[at].is_arithmetic
        ]
    return Trace(side, tuple(steps))


def _entering(case: Case, rolled: Rolled) -> dict[int, Exact]:
    found = coefficients(case, rolled)
    return {} if found is None else {one.link: each for one, each in zip(rolled.operands, found, strict=True)}


def _made(case: Case, node: int, side: Side) -> Made | None:
    if not case.has_arithmetic(node):
        return None
    rolled, tolerance, own = case.rolled(node, side), case.tolerance(node), case.cell(node, side).span
    if rolled is None:
        return Made(case.kind(node), None, None, None, 0, tolerance, 0, why_not_rolled(case, node))
    margin = None
    if rolled.span is not None and own is not None:
        margin = rolled.span.widened(tolerance).gap(own)
    why: Why | None = None if rolled.operands else "none-applies"
    slack = 0 if rolled.missing else rolled.slack
    return Made(rolled.kind, rolled.point, rolled.span, margin, slack, tolerance, len(rolled.missing), why)


def _step(case: Case, entry: _Entry, side: Side, made: Made | None, *, again: bool) -> Step:
    node, at, coefficient, depth = entry
    graph, cell = case.graph, case.cell(node, side)
    indicator, agreement = graph.indicator(node), graph.agreement(node)
    link = None if at < 0 else graph.links[at]
    share, weight, factor = (None, None, None) if link is None else (link.share, link.weight, link.factor)
    versions = graph.versions[graph.agreement_of[node]]
    return Step(
        depth,
        graph.text(node),
        indicator.name,
        indicator.unit or "",
        state=cell.state,
        point=cell.point,
        span=cell.span,
        coefficient=coefficient,
        share=None if share is None else exact_of(share),
        weight=None if weight is None else exact_of(weight),
        factor=None if factor is None else exact_of(factor),
        inverse=link is not None and link.inverse,
        agreement=agreement.code,
        version=versions.index(agreement) + 1 if agreement in versions else 1,
        versions=len(versions),
        capacity=_capacity(case, node),
        status=_status(graph.reported[node]) if side == "actual" else None,
        source=_source(case, node, side),
        made=made,
        again=again,
        scale=indicator.scale,
    )


def _capacity(case: Case, node: int) -> TenureKind | None:
    """In which capacity the position is held on the day; of several the one that acts."""
    held = case.graph.positions.tenures.get(case.graph.place_of[node], ())
    present = [tenure for tenure in held if tenure.covers(case.as_of)]
    return max(present, key=lambda tenure: tenure.precedence).kind if present else None


def _status(reported: Sequence[Realization]) -> DataStatus | None:
    """The least of the statuses; None where a realization has none."""
    found = {one.status for one in reported}
    return None if None in found else next((status for status in _STATUSES if status in found), None)


def _source(case: Case, node: int, side: Side) -> str | None:
    if side != "target":
        return case.graph.indicator(node).data_source
    facts = case.graph.facts[node]
    return None if facts is None or facts.source_document is None else facts.source_document.title
