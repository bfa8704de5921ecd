"""Graf kaskade: the positions, the indicators and the links of one day, resolved and put in order."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sakip.cascade.cascade import Cascade
from sakip.cascade.cycles import children_first, components
from sakip.cascade.link import ARITHMETIC, Group, Link
from sakip.cascade.naming import Names
from sakip.cascade.node import Node, NodeFacts
from sakip.model.agreement import Agreement
from sakip.model.indicator import Indicator
from sakip.model.party import Echelon, Party
from sakip.model.realization import Realization
from sakip.model.rows.versions import chained
from sakip.model.target import Target

__all__ = ["Graph", "Place", "Unresolved", "graph_of"]


class Place(NamedTuple):
    """Kedudukan: a position as the graph knows it.

    Attributes:
        code: How it is written in subjects and messages.
        unit: Its unit, if one is known.
        echelon: Its level, if one is known.
        superior: Number of the position above; -1 where there is none.
        declared: Whether it was given as a `Post`.
        vacant: Whether nobody is expected to hold it.
        party: The party of its agreement, if it has one in force.
    """

    code: str
    unit: str | None
    echelon: Echelon | None
    superior: int
    declared: bool
    vacant: bool
    party: Party | None

    @property
    def rank(self) -> int | None:
        """Peringkat: that of its level; None where no level is known."""
        return None if self.echelon is None else self.echelon.rank


class Unresolved(NamedTuple):
    """Rujukan tak dikenal: a name that means nothing here, or several things.

    Attributes:
        subject: What names it: ``link`` or ``post`` or ``facts`` or ``group`` or ``realization``.
        number: Place in its list.
        side: ``child``, ``parent``, ``superior`` or ``node``.
        name: As it is written.
        found: What it could mean, where that is more than one thing.
        near: What is written nearly like it, where it means nothing.
    """

    subject: str
    number: int
    side: str
    name: str
    found: tuple[str, ...]
    near: tuple[str, ...]


class Graph:
    """Graf: everything that is the same for all checks of one day. Positions, nodes and links are numbers.

    Attributes:
        cascade: What it was made from.
        as_of: The day; one version of each agreement is in force.
        years: The fiscal years of the agreements.
        places: The positions.
        agreements: The agreements in force.
        versions: For each agreement in force the chain of its versions, the first one first.
        place_of_agreement: The position of each agreement.
        nodes: The indicators, by position, code and year.
        targets: The target of each node.
        agreement_of: The agreement of each node.
        place_of: The position of each node.
        objective_of: The place of each node's objective in its agreement.
        facts: What was said of each node, or None.
        reported: The realizations of each node.
        links: The links that hold on the day.
        child_of, parent_of: The nodes at the ends of each link; -1 where there is no such node.
        incoming, outgoing: The links of each node, those with two ends only, in a stable order.
        groups: How the children of a node compose, where it is said.
        unresolved: Every name that means nothing, or more than one thing.
        doubled: Nodes that several agreements in force promise, with the other targets.
        order: The nodes, children before parents; those in a cycle are left out.
        component: For a node in a cycle the number of its cycle, else -1.
        components: The nodes of each cycle.
    """

    __slots__ = (
        "_index",
        "_names",
        "agreement_of",
        "agreements",
        "as_of",
        "cascade",
        "child_of",
        "component",
        "components",
        "doubled",
        "facts",
        "groups",
        "incoming",
        "links",
        "nodes",
        "objective_of",
        "order",
        "outgoing",
        "parent_of",
        "place_of",
        "place_of_agreement",
        "places",
        "reported",
        "subordinates",
        "targets",
        "unresolved",
        "versions",
        "years",
    )

    def __init__(self, cascade: Cascade, as_of: date) -> None:
        self.cascade = cascade
        self.as_of = as_of
        self.unresolved: list[Unresolved] = []
        _Agreements(cascade, as_of).into(self)
        _place(self)
        _promise(self)
        _describe(self)
        _report(self)
        _link(self)

    # What is asked of one node, by its number.

    def indicator(self, node: int) -> Indicator:
        """Indikator: the indicator of a node."""
        return self.targets[node].indicator

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
        return self._index.get(place, [])

    def find(self, node: Node) -> int:
        """Cari: the number of the node that a key means, or -1."""
        found = _meant(self, node)
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


class _Agreements:
    """The agreements that are in force on a day, each with its versions."""

    def __init__(self, cascade: Cascade, as_of: date) -> None:
        self.as_of = as_of
        given: dict[str, tuple[Agreement, list[Realization]]] = {}
        self.twice: list[Agreement] = []
        for agreement, realizations in cascade.pairs:
            known = given.setdefault(agreement.code, (agreement, []))
            if known[0] != agreement:
                self.twice.append(agreement)
            known[1].extend(realizations)
        self.given = given

    def into(self, graph: Graph) -> None:
        versions: dict[str, Sequence[Agreement]] = {}
        out_of_force: set[str] = set()
        amended = [one for one, _ in self.given.values()]
        if any(one.supersedes is not None for one in amended):
            for history in chained(amended):
                chosen = history.as_of(self.as_of)
                out_of_force |= {one.code for one in history if one is not chosen}
                if chosen is not None:
                    versions[chosen.code] = tuple(history)
        in_force = [one for one in amended if one.code not in out_of_force] + self.twice
        # Two different agreements under one code have no order but that of what they say.
        in_force.sort(key=lambda one: (one.code, repr(one) if self.twice else ""))
        graph.agreements = in_force
        graph.versions = [tuple(versions.get(one.code, (one,))) for one in in_force]
        graph.years = sorted({one.year for one in in_force})


def _place(graph: Graph) -> None:
    """The positions: those declared, those that promise, and those that are only named as second parties."""
    names = Names()
    codes: list[str] = []
    units: list[str | None] = []
    posts = sorted(graph.cascade.posts, key=lambda post: (post.code, post.unit or ""))
    for post in posts:
        names.add(post.code, len(codes))
        codes.append(post.code)
        units.append(post.unit)
    party: dict[int, Party] = {}
    graph.place_of_agreement = []
    keys: dict[tuple[str, ...], int] = {}
    for agreement in graph.agreements:
        first = agreement.first_party
        at = keys.get(first.identity, -1)
        if at < 0:
            at = _declared(first, names, units)
            if at < 0:
                at = len(codes)
                codes.append("")
                units.append(first.office)
            keys[first.identity] = at
            names.add(first.code or first.position, at)
            names.add(first.position, at)
            if first.office is not None:
                names.add(f"{first.office}/{first.position}", at)
                units[at] = units[at] or first.office
        party.setdefault(at, first)
        graph.place_of_agreement.append(at)
    _name(codes, units, party, names)
    superiors = [-1] * len(codes)
    for number, post in enumerate(posts):
        if post.superior is not None:
            superiors[number] = _superior(graph, names, codes, units, ("post", number, post.superior, post.unit))
    for number, agreement in enumerate(graph.agreements):
        at, second = graph.place_of_agreement[number], agreement.second_party
        if second is None or superiors[at] >= 0 or (at < len(posts) and posts[at].superior is not None):
            continue
        named = second.code or second.position
        found = _narrowed(names.find(named), second.office or None, units) or _narrowed(
            names.find(named), agreement.first_party.office, units
        )
        if len(found) == 1:
            superiors[at] = found[0] if found[0] != at else -1
        elif found:
            _unresolved(graph, ("agreement", number, "superior", named), found, codes, names)
        else:
            superiors[at] = len(codes)
            names.add(named, len(codes))
            names.add(second.position, len(codes))
            codes.append(named)
            units.append(second.office)
            superiors.append(-1)
    echelons = _echelons(graph, superiors)
    graph.places = [
        Place(
            code,
            units[at],
            echelons.get(at) or (posts[at].echelon if at < len(posts) else None),
            superiors[at],
            declared=at < len(posts),
            vacant=at < len(posts) and posts[at].vacant,
            party=party.get(at),
        )
        for at, code in enumerate(codes)
    ]
    graph._names = names
    graph.subordinates = [[] for _ in codes]
    for at, above in enumerate(superiors):
        if above >= 0:
            graph.subordinates[above].append(at)


def _declared(first: Party, names: Names, units: list[str | None]) -> int:
    """The post that a first party is, or -1."""
    named = [first.code] if first.code is not None else [first.position]
    for name in named:
        found = _narrowed(names.find(name), first.office, units)
        if len(found) == 1:
            return found[0]
    return -1


def _narrowed(found: tuple[int, ...], office: str | None, units: list[str | None]) -> tuple[int, ...]:
    """Of several positions with one name those of an office; of one position whichever it is, unless offices differ."""
    if office is None:
        return found
    same = tuple(at for at in found if units[at] == office)
    return same or tuple(at for at in found if units[at] is None)


def _superior(
    graph: Graph, names: Names, codes: list[str], units: list[str | None], asked: tuple[str, int, str, str | None]
) -> int:
    subject, number, name, unit = asked
    found = names.find(name)
    if len(found) > 1:
        found = _narrowed(found, unit, units) or found
    if len(found) == 1:
        return found[0]
    _unresolved(graph, (subject, number, "superior", name), found, codes, names)
    return -1


def _unresolved(
    graph: Graph, asked: tuple[str, int, str, str], found: Sequence[int], codes: list[str], names: Names
) -> None:
    subject, number, side, name = asked
    graph.unresolved.append(
        Unresolved(subject, number, side, name, tuple(codes[at] for at in found), () if found else names.near(name))
    )


def _name(codes: list[str], units: list[str | None], party: dict[int, Party], names: Names) -> None:
    """How undeclared positions are written: by their code or name, with the office where two would be alike."""
    for at, code in enumerate(codes):
        if code:
            continue
        one = party[at]
        named = one.code or one.position
        alone = len(names.find(named)) == 1
        codes[at] = named if alone or units[at] is None else f"{units[at]}/{named}"


def _echelons(graph: Graph, superiors: list[int]) -> dict[int, Echelon]:
    """The level of each position: what its own agreement says, else what a subordinate's says of its superior."""
    found: dict[int, Echelon] = {}
    for number, agreement in enumerate(graph.agreements):
        if agreement.first_party.echelon is not None:
            found.setdefault(graph.place_of_agreement[number], agreement.first_party.echelon)
    for number, agreement in enumerate(graph.agreements):
        above, second = superiors[graph.place_of_agreement[number]], agreement.second_party
        if above >= 0 and second is not None and second.echelon is not None:
            found.setdefault(above, second.echelon)
    return found


def _promise(graph: Graph) -> None:
    graph.nodes, graph.targets, graph.agreement_of, graph.place_of, graph.objective_of = [], [], [], [], []
    graph.doubled = {}
    graph._index = {}
    several = len(graph.years) > 1
    known: dict[tuple[int, str, int], int] = {}
    for number, agreement in enumerate(graph.agreements):
        at = graph.place_of_agreement[number]
        code, year = graph.places[at].code, agreement.year
        shown = year if several else None
        for place, objective in enumerate(agreement.objectives):
            for target in objective.targets:
                key = at, target.code, year
                before = known.get(key)
                if before is not None:
                    graph.doubled.setdefault(before, []).append(target)
                    continue
                known[key] = len(graph.nodes)
                graph._index.setdefault(at, []).append(len(graph.nodes))
                graph.nodes.append(Node(code, target.code, shown))
                graph.targets.append(target)
                graph.agreement_of.append(number)
                graph.place_of.append(at)
                graph.objective_of.append(place)


def _meant(graph: Graph, node: Node) -> tuple[int, ...]:
    """The nodes that a key can mean."""
    places = graph._names.find(node.position)
    several = len(graph.years) > 1
    for alike in (False, True):
        found = tuple(
            at
            for place in places
            for at in graph._index.get(place, ())
            if _same_code(graph.nodes[at].indicator, node.indicator, alike=alike)
            and (node.year is None or node.year == (graph.nodes[at].year if several else graph.years[0]))
        )
        if found:
            return found
    return ()


def _same_code(one: str, other: str, *, alike: bool) -> bool:
    return one.casefold().strip() == other.casefold().strip() if alike else one == other


def _resolved(graph: Graph, node: Node, asked: tuple[str, int, str]) -> int:
    found = _meant(graph, node)
    if len(found) == 1:
        return found[0]
    subject, number, side = asked
    near: tuple[str, ...] = ()
    if not found:
        places = graph._names.find(node.position)
        near = (
            tuple(graph.nodes[at].text for place in places for at in graph._index.get(place, ())[:3])[:3]
            if places
            else graph._names.near(node.position)
        )
    graph.unresolved.append(
        Unresolved(subject, number, side, node.text, tuple(graph.nodes[at].text for at in found), near)
    )
    return -1


def _describe(graph: Graph) -> None:
    graph.facts = [None] * len(graph.nodes)
    for number, facts in enumerate(graph.cascade.nodes):
        at = _resolved(graph, facts.node, ("facts", number, "node"))
        if at >= 0:
            graph.facts[at] = facts
    graph.groups = {}
    for number, group in enumerate(graph.cascade.groups):
        at = _resolved(graph, group.parent, ("group", number, "parent"))
        if at >= 0:
            graph.groups[at] = group


def _report(graph: Graph) -> None:
    graph.reported = [()] * len(graph.nodes)
    units = [place.unit for place in graph.places]
    for agreement, realizations in graph.cascade.pairs:
        if not realizations:
            continue
        code = agreement.first_party.code or agreement.first_party.position
        for number, realization in enumerate(realizations):
            at = _reported_node(graph, units, agreement, realization.code)
            if at < 0:
                at = _resolved(graph, Node(code, realization.code, None), ("realization", number, "node"))
            if at >= 0:
                graph.reported[at] = (*graph.reported[at], realization)
    for number, (node, realizations) in enumerate(graph.cascade.realizations):
        at = _resolved(graph, node, ("realization", number, "node"))
        if at >= 0:
            graph.reported[at] = (*graph.reported[at], *realizations)


def _reported_node(graph: Graph, units: list[str | None], agreement: Agreement, code: str) -> int:
    """The node of an indicator of the position that an agreement is of, whichever version it is."""
    places = graph._names.find(agreement.first_party.code or agreement.first_party.position)
    found = [
        at
        for place in _narrowed(places, agreement.first_party.office, units)
        for at in graph._index.get(place, ())
        if graph.targets[at].code == code and graph.agreement(at).year == agreement.year
    ]
    return found[0] if len(found) == 1 else -1


def _link(graph: Graph) -> None:
    day = graph.as_of
    graph.links = sorted((link for link in graph.cascade.links if link.holds_on(day)), key=_link_order)
    count = len(graph.nodes)
    graph.child_of, graph.parent_of = [], []
    graph.incoming, graph.outgoing = [[] for _ in range(count)], [[] for _ in range(count)]
    for number, link in enumerate(graph.links):
        child = _resolved(graph, link.child, ("link", number, "child"))
        parent = _resolved(graph, link.parent, ("link", number, "parent"))
        graph.child_of.append(child)
        graph.parent_of.append(parent)
        if child >= 0 and parent >= 0:
            graph.incoming[parent].append(number)
            graph.outgoing[child].append(number)
    graph.order = children_first(graph.incoming, graph.outgoing, graph.parent_of)
    graph.components = components(graph.order, graph.outgoing, graph.parent_of)
    graph.component = [-1] * count
    for number, members in enumerate(graph.components):
        for at in members:
            graph.component[at] = number


def _link_order(link: Link) -> tuple[str, ...]:
    return link.child.text, link.parent.text, link.kind
