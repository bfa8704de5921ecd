"""Perubahan kaskade: what is different from a cascade that has been validated."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from sakip.base.kind import listed, parted, tuple_of
from sakip.base.number import Number
from sakip.base.rebuild import reduce_by_fields
from sakip.cascade.graph.asking import number_of
from sakip.cascade.graph.graph import Graph, graph_of
from sakip.cascade.inputs.cascade import Amounts, Cascade, Given, Pair, Reported, amounts_of, pairs_of
from sakip.cascade.inputs.link import Group, Link
from sakip.cascade.inputs.node import Node, NodeFacts, NodeKey, node_of
from sakip.cascade.inputs.post import Post
from sakip.errors import InvalidValueError
from sakip.model.agreement import Agreement
from sakip.model.scale import Level
from sakip.model.target import Range, Target

__all__ = ["Change", "Promised", "retargeted"]

Promised = Number | Range | Level | date | Target
"""Yang dijanjikan: the value of a target, or the target with all that goes with it."""
Item = TypeVar("Item")
Removable = Agreement | Link | Group | NodeFacts | Post


def _realizations(value: Amounts) -> tuple[Reported, ...]:
    return amounts_of(value, "Change.realizations")


def _targets(value: Mapping[NodeKey, Promised] | Iterable[tuple[NodeKey, Promised]]) -> tuple[tuple[Node, Any], ...]:
    example = "(('KADIS', 'IKU-1'), 105)"
    items = value.items() if isinstance(value, Mapping) else listed(value, "Change.targets", example)
    found: list[tuple[Node, Any]] = []
    for at, item in enumerate(items):
        key, promised = parted(item, 2, f"Change.targets[{at}]", example)
        found.append((node_of(key, f"Change.targets[{at}]"), promised))
    return tuple(found)


def _agreements(value: Iterable[Given]) -> tuple[Pair, ...]:
    return pairs_of(value, "Change.agreements")


def _links(value: Iterable[Link]) -> tuple[Link, ...]:
    return tuple_of(Link, value, "Change.links", "Link(child=('KABID', 'A-1'), parent=('KADIS', 'IKU-1'), kind='sum')")


def _groups(value: Iterable[Group]) -> tuple[Group, ...]:
    return tuple_of(Group, value, "Change.groups", "Group(parent=('KADIS', 'IKU-1'), coverage='subset')")


def _nodes(value: Iterable[NodeFacts]) -> tuple[NodeFacts, ...]:
    return tuple_of(NodeFacts, value, "Change.nodes", "NodeFacts(('KADIS', 'IKU-1'), calc='measured')")


def _posts(value: Iterable[Post]) -> tuple[Post, ...]:
    return tuple_of(Post, value, "Change.posts", "Post('KADIS', echelon='II')")


def _without(value: Iterable[Removable]) -> tuple[Removable, ...]:
    items = listed(value, "Change.without", "Link(child=('KABID', 'A-1'), parent=('KADIS', 'IKU-1'), kind='sum')")
    found: list[Removable] = []
    for at, item in enumerate(items):
        if not isinstance(item, Agreement | Link | Group | NodeFacts | Post):
            raise InvalidValueError(
                code="wrong-kind",
                path=f"Change.without[{at}]",
                value=item,
                problem=(
                    "bukan perjanjian, tautan, kelompok, keterangan simpul atau jabatan",
                    "no agreement, link, group, facts of a node or post",
                ),
                way_out=("Berikan objek yang ada dalam kaskade", "Give the object that stands in the cascade"),
            )
        found.append(item)
    return tuple(found)


@frozen
class Change:
    """Perubahan: what is to be different; everything else stays as it is.

    Attributes:
        realizations: By node, all that it delivered, in the place of what was reported for it; an empty list where
            nothing is reported any more.
        targets: By node, the target that the agreement in force promises: its value, or a whole `sakip.Target`.
        agreements: Agreements that are put in, each in the place of one with the same code.
        links: Links that are put in.
        groups: Groups that are put in, each in the place of that of the same parent.
        nodes: Facts that are put in, each in the place of those of the same node.
        posts: Posts that are put in, each in the place of that of the same code and unit.
        without: Agreements, links, groups, facts and posts that are taken out.

    Raises:
        InvalidValueError: Something of another kind.

    Examples:
        >>> change = Change(realizations={("KABID-A", "A-1"): 40})
        >>> change.is_of_values, Change(without=change.links).is_of_values
        (True, True)
        >>> Change(links=[Link(child=("KABID-A", "A-1"), parent=("KADIS", "IKU-1"), kind="sum")]).is_of_values
        False
    """

    realizations: tuple[Reported, ...] = field(default=(), converter=_realizations)
    targets: tuple[tuple[Node, Any], ...] = field(default=(), converter=_targets, kw_only=True)
    agreements: tuple[Pair, ...] = field(default=(), converter=_agreements, kw_only=True)
    links: tuple[Link, ...] = field(default=(), converter=_links, kw_only=True)
    groups: tuple[Group, ...] = field(default=(), converter=_groups, kw_only=True)
    nodes: tuple[NodeFacts, ...] = field(default=(), converter=_nodes, kw_only=True)
    posts: tuple[Post, ...] = field(default=(), converter=_posts, kw_only=True)
    without: tuple[Removable, ...] = field(default=(), converter=_without, kw_only=True)

    __reduce__ = reduce_by_fields

    @property
    def is_of_values(self) -> bool:
        """Hanya angka: whether only realizations and targets are different."""
        return not (self.agreements or self.links or self.groups or self.nodes or self.posts or self.without)

    def applied(self, cascade: Cascade, as_of: date) -> Cascade:
        """Diterapkan: the cascade with everything that is different; a target is that of the version of a day.

        Raises:
            UnknownCodeError: A realization or a target of a node that is not there.
            InvalidValueError: A target that cannot be promised, or one of another indicator.
        """
        if not self.is_of_values:
            cascade = self._arranged(cascade)
        if not self.realizations and not self.targets:
            return cascade
        graph = graph_of(cascade, as_of)
        return self._promised(self._delivered(cascade, graph), graph)

    def _arranged(self, cascade: Cascade) -> Cascade:
        codes = {agreement.code for agreement, _ in self.agreements}
        parents, nodes = {one.parent for one in self.groups}, {one.node for one in self.nodes}
        posts = {(one.code, one.unit) for one in self.posts}
        gone = set(self.without)
        pairs = (pair for pair in cascade.pairs if pair[0].code not in codes and pair[0] not in gone)
        groups = (one for one in cascade.groups if one.parent not in parents and one not in gone)
        facts = (one for one in cascade.nodes if one.node not in nodes and one not in gone)
        held = (one for one in cascade.posts if (one.code, one.unit) not in posts and one not in gone)
        return evolve(
            cascade,
            agreements=[*pairs, *self.agreements],
            links=[*(one for one in cascade.links if one not in gone), *self.links],
            groups=[*groups, *self.groups],
            nodes=[*facts, *self.nodes],
            posts=[*held, *self.posts],
        )

    def _delivered(self, cascade: Cascade, graph: Graph) -> Cascade:
        if not self.realizations:
            return cascade
        changed = {number_of(graph, node, "Change.realizations") for node, _ in self.realizations}
        pairs: list[Pair] = []
        for agreement, given in cascade.pairs:
            kept = (one for one in given if _delivered_at(graph, agreement, one.code) not in changed)
            pairs.append((agreement, tuple(kept)))
        stated: list[Any] = [one for one in cascade.realizations if graph.find(one[0]) not in changed]
        stated += self.realizations
        return evolve(cascade, agreements=pairs, realizations=stated)

    def _promised(self, cascade: Cascade, graph: Graph) -> Cascade:
        changed: dict[int, Agreement] = {}
        for node, promised in self.targets:
            at = number_of(graph, node, "Change.targets")
            number = graph.agreement_of[at]
            before = changed.get(number, graph.agreements[number])
            changed[number] = retargeted(before, graph.objective_of[at], graph.targets[at], promised)
        anew = {graph.agreements[number].code: (graph.agreements[number], after) for number, after in changed.items()}
        pairs: list[Pair] = []
        for agreement, realizations in cascade.pairs:
            before, after = anew.get(agreement.code, (agreement, agreement))
            pairs.append((after if agreement == before else agreement, realizations))
        return evolve(cascade, agreements=pairs)


def _delivered_at(graph: Graph, agreement: Agreement, code: str) -> int:
    """The node that a realization given beside an agreement is of, or -1."""
    first = agreement.first_party
    named = first.code or first.position
    found = [
        at
        for place in graph.positions.named(named, first.office)
        for at in graph.nodes_of(place)
        if graph.targets[at].code == code and graph.agreement(at).year == agreement.year
    ]
    return found[0] if len(found) == 1 else graph.find(Node(named, code, agreement.year))


def retargeted(agreement: Agreement, objective: int, target: Target, promised: Promised) -> Agreement:
    """Target diganti: the agreement with something else promised for one of its indicators.

    Raises:
        InvalidValueError: A target that cannot be promised, or one of another indicator.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> before = example_agreement()
        >>> retargeted(before, 0, before.targets[0], 90).targets[0].value
        Decimal('90')
    """
    after = promised if isinstance(promised, Target) else evolve(target, value=promised)
    if after.code != target.code:
        raise InvalidValueError(
            code="target-of-another",
            path="Change.targets",
            value=after.code,
            problem=(
                f"target ini bukan untuk indikator {target.code}",
                f"this target is not of the indicator {target.code}",
            ),
            way_out=("Beri target dari indikator yang sama", "Give a target of the same indicator"),
        )
    own = agreement.objectives[objective]
    targets = [after if one.code == target.code else one for one in own.targets]
    objectives = [*agreement.objectives]
    objectives[objective] = evolve(own, targets=targets)
    return evolve(agreement, objectives=objectives)
