"""Usulan tautan: which indicators below could be meant by one above, and which arithmetic meets its target."""

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.text import Lang, Text, require_lang
from sakip.cascade.case.case import Case
from sakip.cascade.checks.comparison import is_ratio, same_units
from sakip.cascade.graph.graph import Graph, graph_of
from sakip.cascade.inputs.cascade import Cascade, Given
from sakip.cascade.inputs.link import Link, LinkKind
from sakip.cascade.inputs.node import Node
from sakip.cascade.inputs.profile import PEMDA
from sakip.cascade.names.naming import folded
from sakip.cascade.rollup.rollup import Operand, roll
from sakip.cascade.rollup.span import Exact, Span, distance
from sakip.cascade.verdicts.figures import figure
from sakip.model.indicator import Indicator

__all__ = ["Proposal", "Proposals", "propose_links"]

_LONGEST = 200
_NEARLY = 10
_MOST_CHILDREN = 200
_TRIED: tuple[LinkKind, ...] = ("same", "sum", "mean", "minimum", "maximum")
_COUNTS = ("jumlah ", "banyaknya ")
_DAY = date(9998, 12, 31)


@frozen
class Proposal:
    """Usulan: links that somebody may have meant; nothing is validated by them until they are passed as links.

    Attributes:
        parent: The indicator above.
        children: The indicators of direct subordinates with its unit and a similar name.
        kind: The arithmetic by which their targets meet the parent's, or come nearest to it; ``support`` where none
            comes within a tenth.
        rolled: What their targets make by it; None for ``support``.
        target: The parent's target.
        exact: Whether the two are equal.
        others: The other kinds that meet the target exactly too.
    """

    parent: Node
    children: tuple[Node, ...]
    kind: LinkKind
    rolled: Exact | None = field(kw_only=True)
    target: Exact | None = field(kw_only=True)
    exact: bool = field(kw_only=True)
    others: tuple[LinkKind, ...] = field(default=(), kw_only=True)

    @property
    def links(self) -> tuple[Link, ...]:
        """Tautan usulan: the proposal as links, to be passed on by whoever agrees."""
        return tuple(Link(child=child, parent=self.parent, kind=self.kind) for child in self.children)

    def text(self, lang: Lang = "id") -> str:
        """Teks usulan: parent, children and the numbers."""
        require_lang(lang)
        names = ", ".join(child.text for child in self.children)
        words = {"parent": self.parent.text, "children": names, "kind": self.kind}
        if self.rolled is None or self.target is None:
            return _SUPPORT.render(lang, words)
        numbers = {"rolled": figure(self.rolled, lang), "target": figure(self.target, lang)}
        also = f" ({', '.join(self.others)})" if self.others else ""
        return (_MEETS if self.exact else _NEARS).render(lang, {**words, **numbers}) + also


_SUPPORT = Text(
    "{parent} ← {children}: tidak ada cara hitung yang mendekati targetnya ({kind})",
    "{parent} ← {children}: no arithmetic comes near its target ({kind})",
)
_MEETS = Text(
    "{parent} ← {children}: {kind} menjadi {rolled}, sama dengan targetnya",
    "{parent} ← {children}: {kind} makes {rolled}, equal to its target",
)
_NEARS = Text(
    "{parent} ← {children}: {kind} menjadi {rolled}, mendekati targetnya {target}",
    "{parent} ← {children}: {kind} makes {rolled}, near its target {target}",
)


@frozen
class Proposals:
    """Usulan-usulan: what was proposed, in the order of the parents.

    Attributes:
        proposals: One for each parent that something was found for.
    """

    proposals: tuple[Proposal, ...]

    def __iter__(self) -> Iterator[Proposal]:
        return iter(self.proposals)

    def __len__(self) -> int:
        return len(self.proposals)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel usulan: one row a parent."""
        require_lang(lang)
        return Table(
            title=_TITLE.render(lang),
            columns=[Column(head.render(lang), "right" if at > 2 else "left") for at, head in enumerate(_HEADS)],
            rows=[
                (
                    one.parent.text,
                    ", ".join(child.text for child in one.children),
                    one.kind,
                    figure(one.rolled, lang),
                    figure(one.target, lang),
                )
                for one in self.proposals
            ],
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks usulan: the table for a terminal."""
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_TITLE = Text("Usulan tautan, belum berlaku", "Proposed links, not in effect")
_HEADS = (
    Text("Induk", "Parent"),
    Text("Bawahan", "Children"),
    Text("Jenis", "Kind"),
    Text("Gabungan", "Rolled up"),
    Text("Target", "Target"),
)


def propose_links(agreements: Iterable[Given], *, without: Iterable[Link] = (), as_of: date = _DAY) -> Proposals:
    """Usulkan tautan: for each indicator those of direct subordinates that look like its parts.

    Looked at are indicators with the same unit and a similar name. Of the kinds of arithmetic the one is named that
    meets the parent's target, or comes nearest to it; what nearly fits by chance is proposed as well, so somebody has
    to agree before it counts.

    Args:
        agreements: As for `Cascade`.
        without: Links that stand already; their parents get no proposal.
        as_of: The day whose versions are read; the latest ones where nothing is said.

    Raises:
        InvalidValueError: An argument of another kind.

    Examples:
        >>> len(propose_links([]))
        0
    """
    graph = graph_of(Cascade(agreements, links=without), as_of)
    case = Case(graph, PEMDA, "nearest", None)
    served = {parent for parent in graph.parent_of if parent >= 0}
    found = (_proposal(case, parent) for parent in range(len(graph.nodes)) if parent not in served)
    return Proposals(tuple(one for one in found if one is not None))


def _proposal(case: Case, parent: int) -> Proposal | None:
    graph = case.graph
    children = _alike(graph, parent)
    if not children:
        return None
    target = case.target(parent).point
    made: list[tuple[Exact, LinkKind, Exact]] = []
    for kind in _tried(graph, parent, children) if target is not None else ():
        point = _point(case, children, kind)
        if target is not None and point is not None:
            made.append((distance(point, target), kind, point))
    exact: list[tuple[LinkKind, Exact]] = [(kind, point) for gap, kind, point in made if gap == 0]
    if any(_is_count(graph.indicator(at)) for at in (parent, *children)):
        made = [one for one in made if one[1] != "mean"]  # the mean of counts is near many things by chance
    nearest = min(made, key=lambda one: (one[0], _TRIED.index(one[1])), default=None)
    named = graph.nodes[parent], tuple(graph.nodes[child] for child in children)
    if exact:
        kind, point = exact[0]
        others: tuple[LinkKind, ...] = tuple(other for other, _ in exact[1:])
        return Proposal(*named, kind, rolled=point, target=target, exact=True, others=others)
    if nearest is not None and target is not None and _NEARLY * nearest[0] <= distance(target, 0):
        return Proposal(*named, nearest[1], rolled=nearest[2], target=target, exact=False)
    return Proposal(*named, "support", rolled=None, target=target, exact=False)


def _tried(graph: Graph, parent: int, children: list[int]) -> tuple[LinkKind, ...]:
    """The kinds that may be meant; what is counted per hundred or on a scale is never added up."""
    indicators = [graph.indicator(at) for at in (parent, *children)]
    adds_up = all(one.measure in {None, "flow", "stock"} and not is_ratio(one) for one in indicators)
    return _TRIED if adds_up else tuple(kind for kind in _TRIED if kind != "sum")


def _is_count(indicator: Indicator) -> bool:
    """Whether a number says how many there are, by its measure or by its name."""
    if indicator.measure is not None:
        return indicator.measure in {"flow", "stock"}
    return folded(indicator.name).startswith(_COUNTS)


def _alike(graph: Graph, parent: int) -> list[int]:
    """The indicators of direct subordinates with the unit and nearly the name of one."""
    indicator = graph.indicator(parent)
    name = folded(indicator.name)
    found: list[int] = []
    for below in graph.subordinates[graph.place_of[parent]]:
        for child in graph.nodes_of(below):
            other = graph.indicator(child)
            same_year = graph.agreement(child).year == graph.agreement(parent).year
            alike = same_units(other, indicator) and other.polarity == indicator.polarity
            if same_year and alike and _is_like(name, folded(other.name)):
                found.append(child)
        if len(found) >= _MOST_CHILDREN:
            break
    return found


def _is_like(one: str, other: str) -> bool:
    return bool(get_close_matches(one[:_LONGEST], [other[:_LONGEST]]))


def _point(case: Case, children: list[int], kind: LinkKind) -> Exact | None:
    if kind == "same" and len(children) > 1:
        return None  # what several copy is a joint responsibility, which somebody must state
    if kind != "same" and len(children) == 1:
        return None
    return roll(kind, [Operand(child, -1, case.target(child), Span(None, None)) for child in children]).point
