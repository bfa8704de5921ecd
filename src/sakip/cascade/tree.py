"""Pohon kinerja: the cascade to look at, with what was found on each indicator and each link."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sakip.base.display import Tree
from sakip.base.display.chart import Outline, OutlineItem
from sakip.base.notation import format_number
from sakip.base.number import admit_whole
from sakip.base.text import Lang, Text, require_lang
from sakip.cascade.case import Case
from sakip.cascade.figures import figure
from sakip.cascade.finding import CascadeFinding
from sakip.cascade.mermaid import MermaidLink, MermaidNode, mermaid

__all__ = ["CascadeTree", "tree_of"]

_MOST = 60
_FEWEST, _LARGEST = 5, 2000
_DEEPEST = 90


class Branch(NamedTuple):
    """Cabang: an indicator where it stands in the tree.

    Attributes:
        node: Number of the indicator.
        depth: How many stand above it.
        link: Number of the link to the one above; -1 for a root.
        repeated: Whether it stands further up already, with everything below it.
        folded: The indicators below it that are not shown.
    """

    node: int
    depth: int
    link: int
    repeated: bool
    folded: frozenset[int]

    @property
    def hidden(self) -> int:
        """Dilipat: how many indicators below it are not shown."""
        return len(self.folded)


class CascadeTree:
    """Pohon kinerja: the indicators under those that they contribute to, with marks for what was found.

    An indicator that contributes to several is written out under the first and named under the others. Where there are
    more than can be read, the lower levels are folded and counted, with what was found there.

    Attributes:
        branches: What is shown, each indicator before those that stand below it.
    """

    __slots__ = ("_case", "_marks", "branches")

    def __init__(self, case: Case, findings: Iterable[CascadeFinding], branches: tuple[Branch, ...]) -> None:
        self._case = case
        self._marks = _worst(findings)
        self.branches = branches

    def _mark(self, subject: str) -> str:
        return self._marks.get(subject, "pass")

    def outline(self, lang: Lang = "id") -> Outline:
        """Bagan pohon: the tree as a picture that is not drawn yet."""
        require_lang(lang)
        return Outline(_TITLE.render(lang), [self._item(branch, lang) for branch in self.branches], lang=lang)

    def _item(self, branch: Branch, lang: Lang) -> OutlineItem:
        verdict = self._verdict(branch)
        return OutlineItem(
            self._case.graph.text(branch.node),
            branch.depth,
            detail=self._case.graph.indicator(branch.node).name,
            printed=self._printed(branch, lang),
            mark=_MARKS[verdict],
            tone=_TONES[verdict],
            joint=self._joint(branch, lang),
            broken=branch.link >= 0 and not self._case.graph.links[branch.link].is_arithmetic,
        )

    def _verdict(self, branch: Branch) -> str:
        """The worst that was found on an indicator, on its link, or, where levels are folded, below it."""
        graph = self._case.graph
        found = [self._mark(graph.text(branch.node))]
        if branch.link >= 0:
            found.append(self._mark(graph.links[branch.link].text))
        found += [self._mark(graph.text(node)) for node in branch.folded]
        return min(found, key=_ORDER.index)

    def _joint(self, branch: Branch, lang: Lang) -> str:
        if branch.link < 0:
            return ""
        link = self._case.graph.links[branch.link]
        share = "" if link.share is None else f" × {format_number(link.share, lang=lang)}"
        return f"{_KINDS[link.kind].render(lang)}{share}"

    def _printed(self, branch: Branch, lang: Lang) -> str:
        case, node = self._case, branch.node
        if branch.repeated:
            return _ABOVE.render(lang)
        scale, unit = case.graph.indicator(node).scale, case.unit_of(node)
        words = {
            "target": figure(case.target(node).point, lang, scale),
            "actual": figure(case.actual(node).point, lang, scale),
            "unit": f" {unit}" if unit and scale is None else "",
        }
        numbers = (_NUMBERS if case.actual(node).is_given else _PROMISED).render(lang, words)
        if not branch.hidden:
            return numbers
        found = sum(1 for at in branch.folded if self._mark(case.graph.text(at)) != "pass")
        folded = _HIDDEN if found else _HIDDEN_CLEAN
        return f"{numbers} · {folded.render(lang, {'count': branch.hidden, 'found': found})}"

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks pohon: for a terminal, with marks in words that need no colour."""
        trees = list(self._trees(lang))
        legend = _LEGEND.render(lang)
        return "\n".join([*(tree.text(width) for tree in trees), "", legend] if trees else [_EMPTY.render(lang)])

    def _trees(self, lang: Lang) -> Iterator[Tree]:
        """Each root with what stands below it, from the leaves up."""
        waiting: list[tuple[int, Tree]] = []
        for branch in reversed(self.branches):
            children: list[Tree] = []
            while waiting and waiting[-1][0] == branch.depth + 1:
                children.append(waiting.pop()[1])
            waiting.append((branch.depth, Tree(self._label(branch, lang), children)))
        return (tree for _, tree in reversed(waiting))

    def _label(self, branch: Branch, lang: Lang) -> str:
        joint = self._joint(branch, lang)
        name = self._case.graph.text(branch.node)
        marked = f"[{_MARKS[self._verdict(branch)]}] {name}"
        return f"{marked}{f' ({joint})' if joint else ''}: {self._printed(branch, lang)}"

    def mermaid(self, lang: Lang = "id") -> str:
        """Mermaid pohon: the same as text for pages that draw it."""
        require_lang(lang)
        shown = {branch.node: branch for branch in reversed(self.branches) if not branch.repeated}
        nodes = [
            MermaidNode(node, self._case.graph.text(node), self._printed(branch, lang), self._verdict(branch))
            for node, branch in sorted(shown.items())
        ]
        links = [
            MermaidLink(
                branch.node,
                self._case.graph.parent_of[branch.link],
                self._joint(branch, lang),
                self._mark(self._case.graph.links[branch.link].text),
                broken=not self._case.graph.links[branch.link].is_arithmetic,
            )
            for branch in self.branches
            if branch.link >= 0
        ]
        return mermaid(nodes, links)

    def svg(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """SVG pohon: a picture that stands alone."""
        return self.outline(lang).svg(width)

    def _repr_svg_(self) -> str:
        return self.outline()._repr_svg_()

    def _repr_html_(self) -> str:
        return self.outline()._repr_html_()


_ORDER = ("error", "unknown", "warning", "note", "pass")
_MARKS = {"error": "✗", "unknown": "?", "warning": "!", "note": "i", "pass": "✓"}
_TONES = {"error": 0, "unknown": 3, "warning": 1, "note": 4, "pass": 6}
_TITLE = Text("Pohon kinerja", "Performance tree")
_EMPTY = Text("Tidak ada indikator.", "There are no indicators.")
_NUMBERS = Text("target {target}, realisasi {actual}{unit}", "target {target}, actual {actual}{unit}")
_PROMISED = Text("target {target}{unit}, belum ada realisasi", "target {target}{unit}, no actual yet")
_ABOVE = Text("sudah ditampilkan di atas", "shown above already")
_HIDDEN = Text(
    "{count} indikator di bawahnya dilipat; temuan pada {found}", "{count} indicators below folded; findings on {found}"
)
_HIDDEN_CLEAN = Text(
    "{count} indikator di bawahnya dilipat, tanpa temuan", "{count} indicators below folded, no findings"
)
_LEGEND = Text(
    "[✓] tanpa temuan  [i] catatan  [!] peringatan  [?] belum dapat diperiksa  [✗] galat",
    "[✓] no findings  [i] note  [!] warning  [?] cannot be verified  [✗] error",
)
_KINDS = {
    "same": Text("sama", "same"),
    "sum": Text("jumlah", "sum"),
    "mean": Text("rata-rata", "mean"),
    "weighted": Text("berbobot", "weighted"),
    "pool": Text("gabungan rasio", "ratio of sums"),
    "minimum": Text("terendah", "minimum"),
    "maximum": Text("tertinggi", "maximum"),
    "count": Text("cacah", "count"),
    "support": Text("mendukung", "supports"),
}


def _worst(findings: Iterable[CascadeFinding]) -> dict[str, str]:
    """By subject the worst that was found on it; what is set aside does not count."""
    found: dict[str, str] = {}
    for one in findings:
        if one.suppression is None:
            level = "unknown" if one.verdict == "unknown" else str(one.severity)
            found[one.subject] = min(found.get(one.subject, "pass"), level, key=_ORDER.index)
    return found


def tree_of(
    case: Case,
    findings: Iterable[CascadeFinding],
    *,
    root: int | None = None,
    depth: int | None = None,
    most: int | None = None,
) -> CascadeTree:
    """Pohon dari berkas: the tree below one indicator, or of the whole cascade.

    Args:
        case: What was validated.
        findings: What was found.
        root: The indicator on top; every one that contributes to no other where nothing is said.
        depth: How many levels are shown; as many as leave no more than ``most`` indicators where nothing is said.
        most: How many indicators are shown at the most, 5 to 2,000; 60 where nothing is said.

    Raises:
        InvalidValueError: A number out of range.
    """
    limit = _MOST if most is None else admit_whole(most, "CascadeReport.tree.most", low=_FEWEST, high=_LARGEST)
    levels = None if depth is None else admit_whole(depth, "CascadeReport.tree.depth", low=1, high=_DEEPEST)
    tops = [node for node, links in enumerate(case.graph.outgoing) if not links] if root is None else [root]
    # What goes in circles has no top of its own.
    tops += [members[0] for members in case.graph.components] if root is None else []
    tops = tops[:limit]
    return CascadeTree(case, findings, tuple(_walk(case, tops, levels or _readable(case, tops, limit), limit)))


def _readable(case: Case, tops: list[int], limit: int) -> int:
    """How many levels can be shown before there are too many indicators to read."""
    seen, level, depth, shown = set(tops), tops, 1, len(tops)
    while depth < _DEEPEST:
        below = [child for node in level for child in dict.fromkeys(case.graph.children(node))]
        shown += len(below)
        level = [child for child in dict.fromkeys(below) if child not in seen]
        if not below or shown > limit:
            return depth if below else depth + 1
        seen.update(level)
        depth += 1
    return depth


def _walk(case: Case, tops: list[int], levels: int, limit: int) -> Iterator[Branch]:
    """Every indicator below its parent, written out once."""
    graph = case.graph
    seen: set[int] = set()
    waiting = [(top, 0, -1) for top in reversed(tops)]
    shown = 0
    while waiting and shown < limit:
        node, depth, link = waiting.pop()
        repeated = node in seen
        seen.add(node)
        below = [] if repeated else graph.incoming[node]
        folded = _below(case, node) if below and depth + 1 >= levels else frozenset[int]()
        yield Branch(node, depth, link, repeated, folded)
        shown += 1
        if below and not folded:
            waiting += [(graph.child_of[at], depth + 1, at) for at in reversed(below)]


def _below(case: Case, node: int) -> frozenset[int]:
    """Every indicator that contributes to one, along links of any kind."""
    found: set[int] = set()
    waiting = [node]
    while waiting:
        for child in case.graph.children(waiting.pop()):
            if child not in found and child != node:
                found.add(child)
                waiting.append(child)
    return frozenset(found)
