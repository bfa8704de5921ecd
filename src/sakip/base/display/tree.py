"""Pohon: labels under labels, in a terminal and in a notebook."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from sakip.base.display.cell import line_width, require_string, with_breaks, wrapped
from sakip.base.kind import tuple_of
from sakip.base.rebuild import reduce_by_fields
from sakip.errors import InvalidValueError

__all__ = ["Tree"]

_DEEPEST = 100
_LARGEST = 100_000
_NARROWEST = 20

_LIST = "list-style:none;margin:0;padding-left:1em;border-left:1px solid rgba(128,128,128,.4)"


def _label(value: str) -> str:
    return require_string(value, "Tree.label")


def _children(value: "Iterable[Tree]") -> "tuple[Tree, ...]":
    return tuple_of(Tree, value, "Tree.children", "Tree('IKU-1')")


@frozen
class Tree:
    """Pohon: a label and the trees below it, at most 100 levels and 100,000 labels.

    Attributes:
        label: Written in the language of the reader; line feeds stay, other control characters do nothing.
        children: What stands below it, in order.
        levels: How deep the tree is, its own label included.
        size: How many labels it has.

    Raises:
        InvalidValueError: A label that is no text, or a tree that is too deep or too large.

    Examples:
        >>> print(Tree("Capaian 50,00", [Tree("Realisasi 1"), Tree("Target 2")]).text())
        Capaian 50,00
        |-- Realisasi 1
        `-- Target 2
    """

    label: str = field(converter=_label)
    children: "tuple[Tree, ...]" = field(default=(), converter=_children)
    levels: int = field(init=False, repr=False, eq=False)
    size: int = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        # Bounded here, so that comparing, hashing and writing can neither run out of stack nor out of memory.
        levels = 1 + max((child.levels for child in self.children), default=0)
        size = 1 + sum(child.size for child in self.children)
        if levels > _DEEPEST or size > _LARGEST:
            raise InvalidValueError(
                code="tree-too-large",
                path="Tree",
                value=self.label,
                problem=(
                    f"pohon lebih dari {_DEEPEST} tingkat atau {_LARGEST} label",
                    f"the tree has more than {_DEEPEST} levels or {_LARGEST} labels",
                ),
                way_out=("Tampilkan sebagian cabang saja", "Show some of its branches only"),
            )
        object.__setattr__(self, "levels", levels)
        object.__setattr__(self, "size", size)

    def text(self, width: int | None = None) -> str:
        """Teks pohon: for a terminal, in ASCII apart from what the labels hold; long labels are wrapped.

        Args:
            width: Characters in a line, 20 to 1,000; 80 when left out. A deep label keeps at least 20.

        Raises:
            InvalidValueError: A width out of range.

        Examples:
            >>> print(Tree("Skor", [Tree("Sasaran 1", [Tree("IKU 1")])]).text())
            Skor
            `-- Sasaran 1
                `-- IKU 1
        """
        return "\n".join(self._lines(line_width(width, "Tree.text.width")))

    def _lines(self, width: int) -> Iterator[str]:
        waiting = [(self, "", "", False)]
        while waiting:
            tree, before, branch, more = waiting.pop()
            below = before + (("|   " if more else "    ") if branch else "")
            hanging = below + ("|   " if tree.children else "")
            first, *rest = wrapped(tree.label, max(width - len(before) - len(branch), _NARROWEST))
            yield f"{before}{branch}{first}"
            yield from (f"{hanging}{line}".rstrip(" ") for line in rest)
            last = len(tree.children) - 1
            waiting += [
                (child, below, "|-- " if place < last else "`-- ", place < last)
                for place, child in reversed(list(enumerate(tree.children)))
            ]

    def html(self) -> str:
        """HTML pohon: nested lists with inline style, for light and dark pages.

        Examples:
            >>> Tree("<b>").html().count("&lt;b&gt;")
            1
        """
        parts = ['<ul style="list-style:none;margin:0;padding:0;overflow-x:auto">']
        waiting: list[Tree | str] = ["</ul>", self]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                parts.append(item)
                continue
            parts.append(f'<li style="padding:2px 0">{with_breaks(item.label)}')
            waiting.append("</li>")
            if item.children:
                parts.append(f'<ul style="{_LIST}">')
                waiting += ["</ul>", *reversed(item.children)]
        return "".join(parts)

    def _repr_html_(self) -> str:
        return self.html()

    __reduce__ = reduce_by_fields
