"""Validasi ulang: after a change only what it can reach is looked at again."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from sakip.base.kind import of_kind
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check
from sakip.cascade.checks.catalogue import CATALOGUE
from sakip.cascade.graph.asking import number_of
from sakip.cascade.graph.change import Change, retargeted
from sakip.cascade.graph.graph import Graph
from sakip.cascade.report.report import CascadeReport, judged
from sakip.cascade.rollup.computed import reached
from sakip.cascade.verdicts.run import Run
from sakip.model.agreement import Agreement
from sakip.model.realization import Realization
from sakip.model.target import Target

__all__ = ["revalidate"]


def revalidate(previous: CascadeReport, change: Change) -> CascadeReport:
    """Validasi ulang: the report on the changed cascade, the same as `validate` would give.

    Where only amounts are different (realizations and targets), the indicators that change are looked at again, those
    beside and below them, and everything above; a report on a million indicators costs what these few cost. Any other
    change is validated as a whole. The previous report stays as it is.

    Checks of one's own see the same: a check of an indicator or a link may read that, what it is linked with, what is
    linked with its parents, and everything below; a check of positions, units or the whole cascade is asked again
    everywhere.

    Args:
        previous: The report on the cascade before the change.
        change: What is different.

    Raises:
        UnknownCodeError: A realization or a target of a node that is not there.
        InvalidValueError: An argument of another kind, a target that cannot be promised, or one of another indicator.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> report = validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31))
        >>> revalidate(report, Change({("Kepala Bagian Perencanaan", "PLAN-1"): 90})).cascade.realizations[0][0].text
        'Kepala Bagian Perencanaan/PLAN-1'
    """
    of_kind(CascadeReport, previous, "revalidate.previous", "validate(cascade, as_of=date(2025, 12, 31))")
    of_kind(Change, change, "revalidate.change", "Change({('KADIS', 'IKU-1'): 95})")
    news = _News(previous.case.graph, change) if change.is_of_values else None
    if news is None or not news.is_of_amounts:
        return judged(change.applied(previous.cascade, previous.as_of), previous.settings)
    case = previous.case.renewed(news.graph, news.nodes)
    run = previous.run.again(case)
    _look_again(run, _Reach(case, sorted(reached(news.graph, case.computed, news.nodes))))
    return CascadeReport(previous.given, previous.settings, run, (*previous.changes, change))


class _News:
    """What a change of amounts makes of a graph.

    Attributes:
        before: The graph.
        nodes: The nodes that change.
        is_of_amounts: Whether nothing but amounts is different, so that all names and orders stand.
    """

    def __init__(self, before: Graph, change: Change) -> None:
        self.before = before
        self._reported: dict[int, tuple[Realization, ...]] = {}
        for node, realizations in change.realizations:
            at = number_of(before, node, "Change.realizations")
            self._reported[at] = (*self._reported.get(at, ()), *realizations)
        self._targets: dict[int, Target] = {}
        self._agreements: dict[int, Agreement] = {}
        for node, promised in change.targets:
            at = number_of(before, node, "Change.targets")
            number, place = before.agreement_of[at], before.objective_of[at]
            known = self._targets.get(at, before.targets[at])
            agreement = self._agreements.get(number, before.agreements[number])
            after = self._agreements[number] = retargeted(agreement, place, known, promised)
            self._targets[at] = next(one for one in after.objectives[place].targets if one.code == known.code)
        self.nodes = sorted({*self._reported, *self._targets})
        self.is_of_amounts = self._names_stand() and all(
            target.indicator == before.targets[at].indicator and target.weight == before.targets[at].weight
            for at, target in self._targets.items()
        )

    @property
    def graph(self) -> Graph:
        """The graph with the other amounts."""
        return self.before.renewed(self._targets, self._reported, self._agreements)

    def _names_stand(self) -> bool:
        before = self.before
        # Two agreements under one code are put in order by what they say.
        codes = {before.agreements[number].code for number in self._agreements}
        beside = (at for number in self._agreements for at in (number - 1, number + 1))
        return not any(
            before.agreements[at].code in codes
            for at in beside
            if 0 <= at < len(before.agreements) and at not in self._agreements
        ) and len(codes) == len(self._agreements)


class _Reach:
    """The subjects whose verdicts may depend on some nodes, by kind."""

    def __init__(self, case: Case, changed: Sequence[int]) -> None:
        self.case = case
        self.changed = changed

    @cached_property
    def _above(self) -> set[int]:
        return self.case.graph.ancestors(self.changed)

    @cached_property
    def nodes(self) -> list[int]:
        """The nodes that change, all above them, and those directly below them and beside them."""
        graph = self.case.graph
        centres = {*self.changed, *(parent for at in self.changed for parent in graph.parents(at))}
        return sorted({*centres, *self._above, *(child for at in centres for child in graph.children(at))})

    @cached_property
    def links(self) -> list[int]:
        """The links of the nodes that change, those beside them, and those above."""
        graph = self.case.graph
        parents = {parent for at in self.changed for parent in graph.parents(at)}
        into = (link for at in {*self.changed, *parents} for link in graph.incoming[at])
        upwards = (link for at in {*self.changed, *self._above} for link in graph.outgoing[at])
        return sorted({*into, *upwards})

    @cached_property
    def agreements(self) -> list[int]:
        """The agreements of all these nodes."""
        return sorted({self.case.graph.agreement_of[at] for at in self.nodes})

    @cached_property
    def objectives(self) -> list[int]:
        """The objectives of the nodes that change."""
        graph = self.case.graph
        asked = {(graph.agreement_of[at], graph.objective_of[at]) for at in self.changed}
        return sorted(bisect_left(self.case.objectives, one) for one in asked)

    @cached_property
    def lines(self) -> list[int]:
        """The budget lines of the agreements of the nodes that change."""
        lines = self.case.lines
        found: list[int] = []
        for number in sorted({self.case.graph.agreement_of[at] for at in self.changed}):
            first = bisect_left(lines, number, key=_first)
            found += range(first, bisect_left(lines, number + 1, lo=first, key=_first))
        return found

    def subjects(self, check: Check, *, ours: bool) -> Iterable[int]:
        """What a check is asked about again; our own checks of larger things read no amounts."""
        if check.subject == "node":
            return self.nodes
        if check.subject == "group":
            return self._groups
        if check.subject == "link":
            return self.links
        if check.subject == "agreement":
            return self.agreements
        if check.subject == "objective":
            return self.objectives
        if check.subject == "line":
            return self.lines
        return () if ours else self.case.subjects(check.subject)

    @cached_property
    def _groups(self) -> list[int]:
        return [at for at in self.nodes if self.case.has_arithmetic(at)]


def _first(line: tuple[int, object]) -> int:
    return line[0]


def _look_again(run: Run, reach: _Reach) -> None:
    """Ask every check about what the change reaches, and where its prerequisites are now met, or no longer."""
    ours = {check.code: check for check in CATALOGUE}
    graph, moved = run.case.graph, dict[str, set[int]]()
    for check in run.checks:
        numbers = reach.subjects(check, ours=ours.get(check.code) is check)
        nodes = set[int]().union(*(moved[code] for code in check.after if code in moved))
        if nodes and check.subject in {"node", "group", "link"}:
            more = (link for at in nodes for link in graph.incoming[at]) if check.subject == "link" else nodes
            known = run.case.has_arithmetic if check.subject == "group" else _any
            numbers = sorted({*numbers, *(at for at in more if at >= 0 and known(at))})
        anew = run.ask_again(check, numbers)
        if anew:
            moved[check.code] = anew


def _any(_node: int) -> bool:
    return True
