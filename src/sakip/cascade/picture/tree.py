"""Pohon kinerja: the cascade to look at, with what was found on each indicator and each link."""

from collections.abc import Iterable, Iterator

from sakip.base.display import Tree
from sakip.base.display.chart import Outline, OutlineItem
from sakip.base.notation import format_number
from sakip.base.number import admit_whole
from sakip.base.text import Lang, Text, require_lang
from sakip.cascade.case.case import Case
from sakip.cascade.picture.branches import DEEPEST, Branch, LeftOut, branches_of
from sakip.cascade.picture.mermaid import MermaidLink, MermaidNode, mermaid
from sakip.cascade.rollup.cells import Cell
from sakip.cascade.verdicts.figures import figure, span_text
from sakip.cascade.verdicts.finding import CascadeFinding
from sakip.model.scale import OrdinalScale

__all__ = ["CascadeTree", "tree_of"]

_MOST = 60
_FEWEST, _LARGEST = 5, 2000


class CascadeTree:
    """Pohon kinerja: the indicators under those that they contribute to, with marks for what was found.

    An indicator that contributes to several is written out under the first and named under the others. Where there are
    more than can be read, the lower levels are folded and counted, with what was found there; and where rows are left
    out all the same, the last row says how many.

    Attributes:
        branches: What is shown, each indicator before those that stand below it.
        left_out: What does not fit; None where everything does.
    """

    __slots__ = ("_case", "_marks", "branches", "left_out")

    def __init__(
        self,
        case: Case,
        findings: Iterable[CascadeFinding],
        branches: tuple[Branch, ...],
        left_out: LeftOut | None = None,
    ) -> None:
        self._case = case
        self._marks = _worst(findings)
        self.branches = branches
        self.left_out = left_out

    def _mark(self, subject: str) -> str:
        return self._marks.get(subject, "pass")

    def outline(self, lang: Lang = "id") -> Outline:
        """Bagan pohon: the tree as a picture that is not drawn yet."""
        require_lang(lang)
        items = [self._item(branch, lang) for branch in self.branches]
        if self.left_out is not None:
            verdict = self._worst_of(self.left_out.nodes)
            label, printed = self._rest(self.left_out, lang)
            items.append(OutlineItem(label, 0, printed=printed, mark=_MARKS[verdict], tone=_TONES[verdict]))
        period = self._period(lang)
        title = _TITLE_THROUGH.render(lang, {"period": period}) if period else _TITLE.render(lang)
        return Outline(title, items, lang=lang)

    def _period(self, lang: Lang) -> str:
        """Through when realizations are judged; empty for the whole year."""
        return "" if self._case.through is None else self._case.through.label(lang)

    def _rest(self, left_out: LeftOut, lang: Lang) -> tuple[str, str]:
        """How many rows are left out, and on how many indicators of theirs anything was found."""
        return _LEFT_OUT.render(lang, {"count": left_out.rows}), self._found(left_out.nodes, _FOUND, _CLEAN, lang)

    def _found(self, nodes: Iterable[int], some: Text, none: Text, lang: Lang) -> str:
        known = list(nodes)
        found = sum(1 for at in known if self._mark(self._case.graph.text(at)) != "pass")
        return (some if found else none).render(lang, {"count": len(known), "found": found})

    def _worst_of(self, nodes: Iterable[int], *more: str) -> str:
        marks = (self._mark(self._case.graph.text(node)) for node in nodes)
        return min((*more, *marks), key=_ORDER.index, default="pass")

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
        joined = [] if branch.link < 0 else [self._mark(graph.links[branch.link].text)]
        return self._worst_of([branch.node, *branch.folded], *joined)

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
            "target": _shown(case.target(node), lang, scale),
            "actual": _shown(case.actual(node), lang, scale),
            "unit": f" {unit}" if unit and scale is None else "",
        }
        numbers = (_NUMBERS if case.actual(node).is_given else _PROMISED).render(lang, words)
        if not branch.hidden:
            return numbers
        return f"{numbers} · {self._found(branch.folded, _HIDDEN, _HIDDEN_CLEAN, lang)}"

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks pohon: for a terminal, with marks in words that need no colour."""
        trees = list(self._trees(lang))
        if not trees:
            return _EMPTY.render(lang)
        period = self._period(lang)
        until = [_UNTIL.render(lang, {"period": period})] if period else []
        return "\n".join([*(tree.text(width) for tree in trees), "", *until, _LEGEND.render(lang)])

    def _trees(self, lang: Lang) -> Iterator[Tree]:
        """Each root with what stands below it, from the leaves up."""
        waiting: list[tuple[int, Tree]] = []
        for branch in reversed(self.branches):
            children: list[Tree] = []
            while waiting and waiting[-1][0] == branch.depth + 1:
                children.append(waiting.pop()[1])
            waiting.append((branch.depth, Tree(self._label(branch, lang), children)))
        yield from (tree for _, tree in reversed(waiting))
        if self.left_out is not None:
            label, found = self._rest(self.left_out, lang)
            yield Tree(f"[{_MARKS[self._worst_of(self.left_out.nodes)]}] {label}: {found}")

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
        if self.left_out is not None:
            label, found = self._rest(self.left_out, lang)
            verdict = self._worst_of(self.left_out.nodes)
            nodes.append(MermaidNode(len(self._case.graph.nodes), label, found, verdict))
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
_TITLE_THROUGH = Text(
    "Pohon kinerja: target setahun, realisasi sampai {period}",
    "Performance tree: targets of the year, realizations through {period}",
)
_UNTIL = Text("Target setahun, realisasi sampai {period}", "Targets of the year, realizations through {period}")
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
_LEFT_OUT = Text("Baris lain yang tidak ditampilkan: {count}", "More rows that are not shown: {count}")
_FOUND = Text("indikator di sana yang punya temuan: {found}", "indicators there with findings: {found}")
_CLEAN = Text("tanpa temuan", "no findings")
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


def _shown(cell: Cell, lang: Lang, scale: OrdinalScale | None) -> str:
    """A number, or the ends of a target that is a range."""
    if cell.point is None and cell.span is not None:
        return span_text(cell.span, lang, scale)
    return figure(cell.point, lang, scale)


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
        depth: How many levels are shown; as many as leave no more than ``most`` rows where nothing is said.
        most: How many rows are shown at the most, 5 to 2,000; 60 where nothing is said. Where that is not enough, the
            last of them says how many are left out.

    Raises:
        InvalidValueError: A number out of range.
    """
    limit = _MOST if most is None else admit_whole(most, "CascadeReport.tree.most", low=_FEWEST, high=_LARGEST)
    levels = None if depth is None else admit_whole(depth, "CascadeReport.tree.depth", low=1, high=DEEPEST)
    tops = [node for node, links in enumerate(case.graph.outgoing) if not links] if root is None else [root]
    # What goes in circles has no top of its own.
    tops += [members[0] for members in case.graph.components] if root is None else []
    branches, left_out = branches_of(case, tops, depth=levels, most=limit)
    return CascadeTree(case, findings, branches, left_out)
