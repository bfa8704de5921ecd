"""Graf kaskade: the positions, the indicators and the links of one day, resolved and put in order."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar

from attrs import fields

from sakip.cascade.graph.cycles import children_first, components
from sakip.cascade.graph.in_force import in_force
from sakip.cascade.graph.lookup import Lookup
from sakip.cascade.graph.overlay import patched
from sakip.cascade.graph.positions import Place, Positions
from sakip.cascade.graph.unresolved import Unresolved
from sakip.cascade.inputs.cascade import Cascade
from sakip.cascade.inputs.link import ARITHMETIC, Group, Link
from sakip.cascade.inputs.node import Node, NodeFacts
from sakip.model.agreement import Agreement
from sakip.model.indicator import Indicator
from sakip.model.realization import Realization
from sakip.model.target import Target

__all__ = ["Graph", "graph_of"]

Said = TypeVar("Said", Group, NodeFacts)


class Graph:
    """Graf: everything that is the same for all checks of one day. Positions, nodes and links are numbers.

    Attributes:
        cascade: What it was made from.
        as_of: The day; one version of each agreement is in force.
        years: The fiscal years of the agreements.
        places: The positions.
        positions: How they are found, and the tenures of each.
        names: Which positions a name can mean.
        subordinates: The positions directly below each.
        agreements: The agreements in force.
        versions: For each agreement in force the chain of its versions, the first one first.
        place_of_agreement: The position of each agreement.
        nodes: The indicators, by position, code and year.
        nodes_at: The nodes of each position that has any.
        targets: The target of each node.
        agreement_of: The agreement of each node.
        place_of: The position of each node.
        objective_of: The place of each node's objective in its agreement.
        facts: What was said of each node, or None.
        reported: The realizations of each node.
        links: The links that hold on the day.
        child_of, parent_of: The nodes at the ends of each link; -1 where there is no such node.
        plain: By link, whether the child's number enters as it is: no share, no factor, not turned around.
        incoming, outgoing: The links of each node, those with two ends only, in a stable order.
        groups: How the children of a node compose, where it is said.
        unresolved: Every name that means nothing, or more than one thing.
        contested: Nodes that several groups or facts describe in different ways, with which of the two.
        doubled: Nodes that several agreements in force promise, with the other targets.
        settled: Nodes whose version is that of a new official, with what the year promised before.
        order: The nodes, children before parents; those in a cycle are left out.
        component: For a node in a cycle the number of its cycle, else -1.
        components: The nodes of each cycle.
    """

    __slots__ = (
        "_by_key",
        "_lookup",
        "agreement_of",
        "agreements",
        "as_of",
        "cascade",
        "child_of",
        "component",
        "components",
        "contested",
        "doubled",
        "facts",
        "groups",
        "incoming",
        "links",
        "names",
        "nodes",
        "nodes_at",
        "objective_of",
        "order",
        "outgoing",
        "parent_of",
        "place_of",
        "place_of_agreement",
        "places",
        "plain",
        "positions",
        "reported",
        "settled",
        "subordinates",
        "targets",
        "unresolved",
        "versions",
        "years",
    )

    targets: Sequence[Target]
    reported: Sequence[tuple[Realization, ...]]
    agreements: Sequence[Agreement]
    versions: Sequence[tuple[Agreement, ...]]

    def __init__(self, cascade: Cascade, as_of: date) -> None:
        self.cascade = cascade
        self.as_of = as_of
        self.agreements, self.versions = in_force((agreement for agreement, _ in cascade.pairs), as_of)
        self.years = sorted({one.year for one in self.agreements})
        positions = Positions(cascade.posts, self.agreements, cascade.tenures)
        self.positions = positions
        self.places = positions.places(self.agreements)
        self.names = positions.names
        self.unresolved: list[Unresolved] = positions.unresolved
        self.place_of_agreement = positions.of_agreement
        self.subordinates: list[list[int]] = [[] for _ in self.places]
        for at, place in enumerate(self.places):
            if place.superior >= 0:
                self.subordinates[place.superior].append(at)
        self._promise()
        self._lookup = Lookup(self.names.find, self._by_key, self.years)
        self.facts = self._described()
        said = ((number, group.parent, group) for number, group in enumerate(cascade.groups))
        self.groups = self._one_each(said, "group", "parent")
        self.reported = self._delivered()
        self._connect()

    def _promise(self) -> None:
        self.nodes: list[Node] = []
        targets: list[Target] = []
        self.agreement_of: list[int] = []
        self.place_of: list[int] = []
        self.objective_of: list[int] = []
        self.doubled: dict[int, list[Target]] = {}
        self.settled: dict[int, Target] = {}
        self.nodes_at: dict[int, list[int]] = {}
        self._by_key: dict[tuple[int, str, int], int] = {}
        self.contested: dict[int, dict[str, None]] = {}
        several = len(self.years) > 1
        for number, agreement in enumerate(self.agreements):
            at, year = self.place_of_agreement[number], agreement.year
            code, settled = self.places[at].code, self._settled(number)
            for place, objective in enumerate(agreement.objectives):
                for target in objective.targets:
                    node = self._by_key.setdefault((at, target.code, year), len(self.nodes))
                    if node < len(self.nodes):
                        self.doubled.setdefault(node, []).append(target)
                        continue
                    self.nodes_at.setdefault(at, []).append(node)
                    self.nodes.append(Node(code, target.code, year if several else None))
                    targets.append(target)
                    if target.code in settled:
                        self.settled[node] = settled[target.code]
                    self.agreement_of.append(number)
                    self.place_of.append(at)
                    self.objective_of.append(place)
        self.targets = targets

    def _settled(self, number: int) -> dict[str, Target]:
        """What the year promised before the officials changed, where only that made the version in force."""
        agreement = self.agreements[number]
        if agreement.reason != "official":
            return {}
        versions = self.versions[number]
        before = reversed(versions[: versions.index(agreement)])
        promised = next((one.targets for one in before if one.reason != "official"), ())
        return {target.code: target for target in promised}

    def _described(self) -> list[NodeFacts | None]:
        said = ((number, facts.node, facts) for number, facts in enumerate(self.cascade.nodes))
        one_each = self._one_each(said, "facts", "node")
        return [one_each.get(node) for node in range(len(self.nodes))]

    def _one_each(self, said: Iterable[tuple[int, Node, Said]], subject: str, side: str) -> dict[int, Said]:
        """What is said of each node; where two say different things of one, typed in two ways, neither counts."""
        found: dict[int, Said] = {}
        for number, node, one in said:
            at = self._resolved(node, (subject, number, side))
            known = found.setdefault(at, one)
            if at >= 0 and known is not one and _differ(known, one, side):
                self.contested.setdefault(at, {})[subject] = None
        return {at: one for at, one in found.items() if at >= 0 and subject not in self.contested.get(at, ())}

    def _delivered(self) -> list[tuple[Realization, ...]]:
        found: dict[int, list[Realization]] = {}
        several = len(self.years) > 1
        for agreement, realizations in self.cascade.pairs:
            first = agreement.first_party
            named = first.code or first.position
            places = self.positions.named(named, first.office) if realizations else ()
            for number, realization in enumerate(realizations):
                near = (self._by_key.get((place, realization.code, agreement.year), -1) for place in places)
                known = [at for at in near if at >= 0]
                node = Node(named, realization.code, agreement.year if several else None)
                at = known[0] if len(known) == 1 else self._resolved(node, ("realization", number, "node"))
                if at >= 0:
                    found.setdefault(at, []).append(realization)
        for number, (node, realizations) in enumerate(self.cascade.realizations):
            at = self._resolved(node, ("realization", number, "node"))
            if at >= 0:
                found.setdefault(at, []).extend(realizations)
        return [tuple(found.get(node, ())) for node in range(len(self.nodes))]

    def _connect(self) -> None:
        self.links = sorted((link for link in self.cascade.links if link.holds_on(self.as_of)), key=_order)
        count = len(self.nodes)
        self.child_of: list[int] = []
        self.parent_of: list[int] = []
        self.plain = bytearray()
        incoming: dict[int, list[int]] = {}
        outgoing: dict[int, list[int]] = {}
        for number, link in enumerate(self.links):
            child = self._resolved(link.child, ("link", number, "child"))
            parent = self._resolved(link.parent, ("link", number, "parent"))
            self.child_of.append(child)
            self.parent_of.append(parent)
            if child >= 0 and parent >= 0:
                incoming.setdefault(parent, []).append(number)
                outgoing.setdefault(child, []).append(number)
                self.plain.append(link.share is None and link.factor is None and not link.inverse)
            else:
                self.plain.append(0)
        self.incoming = [tuple(incoming.get(node, ())) for node in range(count)]
        self.outgoing = [tuple(outgoing.get(node, ())) for node in range(count)]
        self.order = children_first(self.incoming, self.outgoing, self.parent_of)
        self.components = components(self.order, self.outgoing, self.parent_of)
        self.component = [-1] * count
        for number, members in enumerate(self.components):
            for at in members:
                self.component[at] = number

    def _resolved(self, node: Node, asked: tuple[str, int, str]) -> int:
        places = self.names.find(node.position)
        if len(places) == 1 and len(self.years) == 1 and node.year is None:
            at = self._by_key.get((places[0], node.indicator, self.years[0]))
            if at is not None:  # nearly always
                return at
        found = self._lookup.meanings(node)
        if len(found) == 1:
            return found[0]
        near: tuple[str, ...] = ()
        if not found:
            beside = (self.nodes[at].text for place in places for at in self.nodes_at.get(place, ())[:3])
            near = tuple(islice(beside, 3)) if places else self.names.near(node.position)
        meanings = tuple(self.nodes[at].text for at in found[:_MOST_SHOWN])
        if len(found) > _MOST_SHOWN:
            meanings = (*meanings, "…")
        self.unresolved.append(Unresolved(*asked, node.text, meanings, near))
        return -1

    def renewed(
        self,
        targets: Mapping[int, Target],
        reported: Mapping[int, tuple[Realization, ...]],
        agreements: Mapping[int, Agreement],
    ) -> "Graph":
        """Diperbarui: the graph with other amounts at some nodes, whose agreements say so; all else is shared."""
        new = Graph.__new__(Graph)
        for name in Graph.__slots__:
            setattr(new, name, getattr(self, name))
        new.targets = patched(self.targets, targets)
        new.reported = patched(self.reported, reported)
        versions = {
            number: tuple(agreement if one == self.agreements[number] else one for one in self.versions[number])
            for number, agreement in agreements.items()
        }
        new.agreements = patched(self.agreements, agreements)
        new.versions = patched(self.versions, versions)
        return new

    # What is asked of one node, by its number.

    def indicator(self, node: int) -> Indicator:
        """Indikator: the indicator of a node."""
        return self.targets[node].indicator

    def target(self, node: int) -> Target:
        """Target setahun: what a node promises for the year; a successor answers for what is left of the very same."""
        return self.settled.get(node, self.targets[node])

    def place(self, node: int) -> Place:
        """Kedudukan: the position of a node."""
        return self.places[self.place_of[node]]

    def unit(self, node: int) -> str | None:
        """Unit kerja: the unit of a node's position."""
        return self.place(node).unit

    def rank(self, node: int) -> int | None:
        """Peringkat: the rank of a node's position; 0 is the head of region."""
        return self.place(node).rank

    def agreement(self, node: int) -> Agreement:
        """Perjanjian: the agreement in force that promises a node."""
        return self.agreements[self.agreement_of[node]]

    def role(self, node: int) -> str:
        """Peran: ``main``, ``mandatory`` or ``additional``; main where nothing is said."""
        facts = self.facts[node]
        return "main" if facts is None else facts.role

    def calc(self, node: int) -> str:
        """Cara hitung: as stated, else ``reconciled`` where arithmetic links arrive and ``measured`` otherwise."""
        facts = self.facts[node]
        if facts is not None and facts.calc is not None:
            return facts.calc
        return "reconciled" if any(self.links[at].kind in ARITHMETIC for at in self.incoming[node]) else "measured"

    def children(self, node: int, *, arithmetic: bool | None = None) -> list[int]:
        """Anak: the nodes that link to this one, by any kind, or only by arithmetic, or only by support."""
        return [
            self.child_of[at]
            for at in self.incoming[node]
            if arithmetic is None or self.links[at].is_arithmetic is arithmetic
        ]

    def parents(self, node: int) -> list[int]:
        """Induk: the nodes that this one links to."""
        return [self.parent_of[at] for at in self.outgoing[node]]

    def ancestors(self, nodes: Iterable[int]) -> set[int]:
        """Leluhur: everything above these nodes along links of any kind."""
        found: set[int] = set()
        waiting = list(nodes)
        while waiting:
            for above in self.parents(waiting.pop()):
                if above not in found:
                    found.add(above)
                    waiting.append(above)
        return found

    def superiors(self, place: int) -> list[int]:
        """Atasan: the positions above one, the nearest first; a circle ends where it closes."""
        found: list[int] = []
        seen = {place}
        above = self.places[place].superior
        while above >= 0 and above not in seen:
            found.append(above)
            seen.add(above)
            above = self.places[above].superior
        return found

    def nodes_of(self, place: int) -> list[int]:
        """Simpul sebuah jabatan: its indicators."""
        return self.nodes_at.get(place, [])

    def find(self, node: Node) -> int:
        """Cari: the number of the node that a key means, or -1."""
        found = self._lookup.meanings(node)
        return found[0] if len(found) == 1 else -1

    def text(self, node: int) -> str:
        """Teks simpul: how it is named in subjects and messages."""
        return self.nodes[node].text


def graph_of(cascade: Cascade, as_of: date) -> Graph:
    """Graf dari kaskade: the graph of one day.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> graph = graph_of(Cascade([example_agreement()]), date(2025, 12, 31))
        >>> [node.text for node in graph.nodes]
        ['Kepala Bagian Perencanaan/PLAN-1']
    """
    return Graph(cascade, as_of)


def _order(link: Link) -> tuple[object, ...]:
    child, parent = link.child, link.parent
    return (
        child.position,
        child.indicator,
        parent.position,
        parent.indicator,
        link.kind,
        child.year or 0,
        parent.year or 0,
        _details(link),
    )


def _details(link: Link) -> str:
    """What else a link says, by which two with the same ends are told apart."""
    said = (link.share, link.weight, link.aspect, link.factor, link.valid_from, link.valid_to)
    return repr((*said, link.inverse)) if link.inverse or said != _NOTHING else ""


def _differ(one: Group | NodeFacts, other: Group | NodeFacts, side: str) -> bool:
    """Whether two say different things of one node, which stands in the field of this name."""
    names = (each.name for each in fields(type(one)) if each.name != side)
    return any(getattr(one, name) != getattr(other, name) for name in names)


_NOTHING = (None,) * 6
_MOST_SHOWN = 12
