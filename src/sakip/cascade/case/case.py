"""Berkas pemeriksaan: what every check of a cascade is given, each number read once."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from datetime import date
from typing import Any, TypeVar, get_args

from sakip.base.text import Text
from sakip.cascade.case.check import SubjectKind
from sakip.cascade.case.screening import agrees, screened
from sakip.cascade.case.subject import text_of
from sakip.cascade.case.wholes import bounded, whole_behind
from sakip.cascade.graph.graph import Graph
from sakip.cascade.graph.overlay import Patch, patched, without
from sakip.cascade.inputs.link import LinkKind
from sakip.cascade.inputs.profile import Profile
from sakip.cascade.rollup.cells import Cell, Parts, actual_cell, domain_of, part_of, target_cell, why_missing, worse
from sakip.cascade.rollup.computed import computed_in, made_cell, reached, unmade_below
from sakip.cascade.rollup.rollup import Operand, Rolled, as_exact, roll
from sakip.cascade.rollup.side import Side
from sakip.cascade.rollup.span import Exact, Rounded, Span, exact_of
from sakip.model.budget_line import BudgetLine
from sakip.model.indicator import Level
from sakip.model.period import Period

__all__ = ["Case"]

Kept = TypeVar("Kept")
_Cells = list[Cell | None] | Patch[Cell | None]


class Case:
    """Berkas: a graph, the settings, and the numbers of its nodes and groups, each made when first asked for.

    Attributes:
        graph: The positions, indicators and links, by number.
        profile: The thresholds and severities.
        rounded: How numbers with declared decimals were rounded.
        through: The last period of the part of the year that is judged; None for the whole year.
        to_date: Whether targets are those of the part of the year that is judged, and not of the year.
        groups: The parents that arithmetic links arrive at.
        objectives: (agreement, place) of every objective.
        units: The units, by name; last an empty one for positions of none, where there are such.
        lines: (agreement, line) of every budget line of the agreements.
        computed: The nodes that are declared to be what their children make.
    """

    __slots__ = (
        "_agreeing",
        "_cells",
        "_kept",
        "_rolled",
        "computed",
        "graph",
        "groups",
        "lines",
        "objectives",
        "profile",
        "rounded",
        "through",
        "to_date",
        "units",
    )

    def __init__(self, graph: Graph, profile: Profile, rounded: Rounded, through: Period | None) -> None:
        self.graph = graph
        self.profile = profile
        self.rounded: Rounded = rounded
        self.through = through
        self.to_date = False
        self.computed = computed_in(graph)
        count = len(graph.nodes)
        sides: tuple[Side, ...] = get_args(Side)
        self._cells: dict[Side, _Cells] = {side: _unread(count) for side in sides}
        self._rolled: MutableMapping[tuple[int, Side], Rolled | None] = {}
        self._agreeing: bytearray | Patch[int] = bytearray(count)
        self._kept: dict[object, Any] = {}
        self.objectives = [
            (number, place)
            for number, agreement in enumerate(graph.agreements)
            for place in range(len(agreement.objectives))
        ]
        arithmetic = [link.kind != "support" for link in graph.links]
        self.groups = [
            node
            for node, links in enumerate(graph.incoming)
            if links and (arithmetic[links[0]] or any(arithmetic[at] for at in links))
        ]
        self.units = sorted({place.unit or _NO_UNIT for place in graph.places}, key=lambda unit: (not unit, unit))
        self.lines: list[tuple[int, BudgetLine]] = [
            (number, line) for number, agreement in enumerate(graph.agreements) for line in agreement.budget
        ]

    @property
    def as_of(self) -> date:
        """Per tanggal: the day that is judged."""
        return self.graph.as_of

    def once(self, make: "Callable[[Case], Kept]") -> Kept:
        """Sekali: what a function says of the whole case, made when first asked for.

        It may read the hierarchy, the links and what is declared, but no amount: those can change without it.
        """
        if make not in self._kept:
            self._kept[make] = make(self)
        found: Kept = self._kept[make]
        return found

    def renewed(self, graph: Graph, nodes: Iterable[int]) -> "Case":
        """Diperbarui: the case of a graph in which the amounts of some nodes are others; what else was read is kept."""
        new = Case.__new__(Case)
        for name in Case.__slots__:
            setattr(new, name, getattr(self, name))
        new.graph = graph
        changed = list(nodes)
        values = reached(graph, self.computed, changed)
        groups = {*values, *(parent for node in values for parent in graph.parents(node))}
        new._cells = {side: patched(known, dict.fromkeys(changed)) for side, known in self._cells.items()}
        new._rolled = without(self._rolled, [(parent, side) for parent in groups for side in self._cells])
        new._agreeing = patched(self._agreeing, dict.fromkeys(groups, 0))
        return new

    def until(self, targets: "Mapping[int, Cell]") -> "Case":
        """Sampai periode: the case in which some nodes promise these numbers, for a part of the year."""
        new = Case.__new__(Case)
        for name in Case.__slots__:
            setattr(new, name, getattr(self, name))
        new.to_date = True
        new._cells = {**self._cells, "target": patched(self._cells["target"], targets)}
        # A count reads the targets on the other side too.
        new._rolled = without(self._rolled, [(node, side) for node in targets for side in self._cells])
        return new

    # Subjects.

    def subjects(self, kind: SubjectKind) -> Sequence[int]:
        """Subjek: the numbers of all subjects of a kind."""
        if kind == "group":
            return self.groups
        sizes: dict[SubjectKind, int] = {
            "node": len(self.graph.nodes),
            "link": len(self.graph.links),
            "agreement": len(self.graph.agreements),
            "objective": len(self.objectives),
            "place": len(self.graph.places),
            "unit": len(self.units),
            "cycle": len(self.graph.components),
            "reference": len(self.graph.unresolved),
            "line": len(self.lines),
            "cascade": 1,
        }
        return range(sizes[kind])

    def subject_text(self, kind: SubjectKind, number: int) -> str:
        """Teks subjek: how a subject is named in findings and in the ledger."""
        return text_of(self, kind, number)

    # Cells.

    def cell(self, node: int, side: Side) -> Cell:
        """Sel: what a node promised, delivered, or delivered last year."""
        known = self._cells[side]
        found = known[node]
        if found is None:
            found = known[node] = self._read(node, side)
        return found

    def target(self, node: int) -> Cell:
        """Sel target: what is promised for the year."""
        return self.cell(node, "target")

    def actual(self, node: int) -> Cell:
        """Sel realisasi: what was delivered."""
        return self.cell(node, "actual")

    def value(self, node: int, side: Side = "actual") -> Cell:
        """Nilai: what a node counts for above it: its own number, or what its children make where it is computed."""
        cell = self.cell(node, side)
        if not self._is_made(node, side):
            return cell
        rolled = self.rolled(node, side)
        return (None if rolled is None else made_cell(rolled)) or cell

    def _is_made(self, node: int, side: Side) -> bool:
        """Whether a node stands for what its children make, since it is computed and nobody reported it."""
        return side == "actual" and node in self.computed and self.actual(node).state in {"missing", "not_due"}

    def why_missing(self, node: int) -> Text | None:
        """Sebab belum ada: why the periods that a node was reported for make no number; None where none were."""
        graph = self.graph
        if self.actual(node).state != "missing":
            return None
        return why_missing(graph.target(node), graph.reported[node], graph.agreement(node).period, self.through)

    def is_over(self, node: int) -> bool:
        """Sudah lewat: whether the part of the year that is judged ends on the day or before it."""
        year = self.graph.agreement(node).period
        return self.as_of >= (part_of(year, self.through) or year).last_day

    def _read(self, node: int, side: Side) -> Cell:
        graph = self.graph
        target, facts = graph.target(node), graph.facts[node]
        if side == "target":
            if node in graph.doubled and any(other.value != target.value for other in graph.doubled[node]):
                return Cell("conflicting")
            return target_cell(target, facts, self.rounded)
        if side == "actual":
            return actual_cell(target, graph.reported[node], graph.agreement(node).period, self.through, self.rounded)
        if target.last_year is None:
            return _MISSING
        parts = None
        if facts is not None and facts.last_parts is not None:
            one = facts.last_parts
            parts = Parts(exact_of(one.numerator), exact_of(one.denominator), exact_of(one.per))
        value = exact_of(target.last_year)
        return Cell("given", value, Span(value, value), parts)

    # Groups.

    def kind(self, parent: int) -> LinkKind | None:
        """Jenis gabungan: the one arithmetic of the links that arrive; None where there is none, or several."""
        links = self.graph.links
        found: set[LinkKind] = {links[at].kind for at in self._entering(parent)}
        return found.pop() if len(found) == 1 else None

    def _entering(self, parent: int) -> list[int]:
        """The links by which children enter; an additional task lies outside the cascade."""
        graph = self.graph
        links, child_of = graph.links, graph.child_of
        return [
            at for at in graph.incoming[parent] if links[at].is_arithmetic and graph.role(child_of[at]) != "additional"
        ]

    def has_arithmetic(self, parent: int) -> bool:
        """Berhitung: whether any arithmetic link arrives."""
        links = self.graph.links
        return any(links[at].kind != "support" for at in self.graph.incoming[parent])

    def operands(self, parent: int, side: Side) -> tuple[Operand, ...]:
        """Operan: the children that a parent is computed from, each as its link lets it enter."""
        kind = self.kind(parent)
        found = tuple(self._operand(parent, at, side, kind) for at in self._entering(parent))
        return bounded(self, parent, side, found)

    def whole(self, node: int, side: Side) -> Exact | None:
        """Keseluruhan: how much the whole is of which a number is a part; None where nothing says so."""
        parts = self.cell(node, side).parts or self.actual(node).parts
        return whole_behind(self.graph.indicator(node), self.graph.facts[node], parts)

    def _operand(self, parent: int, link: int, side: Side, kind: LinkKind | None) -> Operand:
        graph = self.graph
        stated, child = graph.links[link], graph.child_of[link]
        cell = self.value(child, side)
        plain = stated.share is None and stated.factor is None and stated.weight is None and not stated.inverse
        domain = domain_of(graph.indicator(child), graph.facts[child]) if cell.span is None else _ANYTHING
        if plain and kind not in {"count", "pool"}:
            return Operand(child, link, cell, domain)
        share: Exact = as_exact(stated.share, 1)
        if stated.factor is not None and kind in _ADDING:
            share = share * exact_of(stated.factor)
        scale = self.scale(link)
        if scale != 1:
            cell, domain = cell.times(scale), domain.times(scale)
        facts = graph.facts[child]
        planned = None
        if kind == "pool" and facts is not None and facts.planned is not None:
            one = facts.planned
            planned = Parts(exact_of(one.numerator), exact_of(one.denominator), exact_of(one.per))
        whole = self.whole(child, side) if stated.inverse else None
        return Operand(
            child,
            link,
            cell,
            domain,
            share,
            None if stated.weight is None else exact_of(stated.weight),
            stated.inverse,
            self.meets(parent, child, cell, domain) if kind == "count" else (False, True),
            planned,
            100 if whole is None else whole * scale,
        )

    def scale(self, link: int) -> Exact:
        """Skala: how many times greater a child's number is in its operand, where units are not converted by shares."""
        stated = self.graph.links[link]
        counted = stated.kind in _ADDING or stated.kind == "count"
        return 1 if stated.factor is None or counted else exact_of(stated.factor)

    def meets(self, parent: int, child: int, cell: Cell, domain: Span) -> tuple[bool, bool]:
        """Memenuhi ambang: whether a child certainly, and whether it possibly, reaches the threshold of its group."""
        wanted = self.threshold(parent, child)
        if wanted is None:
            return False, True
        span = cell.span if cell.span is not None else domain
        polarity = self.graph.indicator(child).polarity
        possible = not worse(span, wanted, polarity)
        if polarity == "maximize":
            certain = span.low is not None and not Span(span.low, span.low).below(wanted)
        elif polarity == "minimize":
            certain = span.high is not None and not wanted.below(Span(span.high, span.high))
        else:
            certain = None not in span[:2] and all(wanted.contains(end) for end in span[:2] if end is not None)
        return certain and possible, possible

    def threshold(self, parent: int, child: int) -> Span | None:
        """Ambang: what a child must reach to be counted; its own target where the group states no threshold."""
        group = self.graph.groups.get(parent)
        if group is None or group.threshold is None:
            return self.target(child).span
        if isinstance(group.threshold, Level):
            scale = self.graph.indicator(child).scale
            if scale is None or group.threshold not in scale:
                return None
            place = scale.rank(group.threshold) - 1
            return Span(place, place)
        value = exact_of(group.threshold)
        return Span(value, value)

    def rolled(self, parent: int, side: Side) -> Rolled | None:
        """Gabungan: what the children make; None where no single arithmetic arrives."""
        key = parent, side
        if key not in self._rolled:
            if side == "actual" and self.computed:
                for at in unmade_below(self.graph, parent, self._is_unmade):
                    self._rolled[at, side] = self._roll(at, side)
            self._rolled[key] = self._roll(parent, side)
        return self._rolled[key]

    def _is_unmade(self, node: int) -> bool:
        return (node, "actual") not in self._rolled and self._is_made(node, "actual")

    def _roll(self, parent: int, side: Side) -> Rolled | None:
        kind = self.kind(parent)
        if kind is None or self.graph.component[parent] >= 0:
            return None
        group = self.graph.groups.get(parent)
        if group is None:
            return roll(kind, self.operands(parent, side))
        other = group.other if side == "target" else group.other_actual
        operands = self.operands(parent, side)
        rolled = roll(kind, operands, other=as_exact(other, 0), per_hundred=group.per_hundred)
        if side == "actual" and group.other is not None and group.other_actual is None and kind == "sum":
            # What was planned outside the cascade was delivered or not; nobody has said.
            return rolled._replace(span=_ANYTHING, point=None)
        return rolled

    def agrees(self, parent: int) -> bool:
        """Cocok persis: whether the stated numbers of a group agree exactly on both sides.

        No check of numbers can find anything in such a group; any other takes a closer look.
        """
        known = self._agreeing[parent]
        if not known:
            known = self._agreeing[parent] = 1 if self.through is None and agrees(self.graph, parent) else 2
        return known == 1

    def agreeing(self) -> bytearray:
        """Yang cocok: by node, whether its group `agrees`; all groups at once."""
        flags = bytearray(len(self.graph.nodes))
        if self.through is None:
            for parent, agrees_exactly in zip(self.groups, screened(self.graph, self.groups), strict=True):
                if agrees_exactly:
                    flags[parent] = 1
        self._agreeing = flags.translate(_AS_KNOWN)
        return flags

    def tolerance(self, parent: int) -> Exact:
        """Kelonggaran tambahan: what a group grants beyond rounding, for a stated reason."""
        group = self.graph.groups.get(parent)
        return 0 if group is None or group.tolerance is None else exact_of(group.tolerance)

    def coverage(self, parent: int) -> str:
        """Cakupan: whether the children are the whole (``partition``), a part of it, or more."""
        group = self.graph.groups.get(parent)
        return "partition" if group is None else group.coverage

    def met(self, node: int) -> bool | None:
        """Tercapai: whether a node's realization reaches its target; None while one of them is not known."""
        promised, delivered = self.target(node).span, self.value(node).span
        if promised is None or delivered is None:
            return None
        return not worse(delivered, promised, self.graph.indicator(node).polarity)

    def unit_of(self, node: int) -> str:
        """Satuan: the unit of an indicator, empty where it has none."""
        return self.graph.indicator(node).unit or ""


def _unread(count: int) -> _Cells:
    cells: list[Cell | None] = [None] * count
    return cells


# What is kept of a group: 0 not looked at, 1 agrees, 2 does not.
_AS_KNOWN = bytes([2, 1, *range(2, 256)])
_ANYTHING = Span(None, None)
_MISSING = Cell("missing")
_ADDING = ("sum", "pool")
_NO_UNIT = ""
