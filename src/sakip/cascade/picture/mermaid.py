"""Mermaid: a graph as text that pages, wikis and code forges draw."""

from collections.abc import Iterable
from typing import NamedTuple

from sakip.base.control import inert

__all__ = ["MermaidLink", "MermaidNode", "mermaid"]


class MermaidNode(NamedTuple):
    """Simpul: its number, its label, a second line, and its class."""

    number: int
    label: str
    detail: str
    kind: str


class MermaidLink(NamedTuple):
    """Tautan: from one number to another, with a label and a class."""

    child: int
    parent: int
    label: str
    kind: str
    broken: bool


_STYLES = (
    "classDef error fill:#b5451c,color:#ffffff,stroke:#7a2c10",
    "classDef warning fill:#e08a4c,color:#1a1a1a,stroke:#a05a20",
    "classDef unknown fill:#f1eee2,color:#1a1a1a,stroke:#777777",
    "classDef note fill:#bcd7e8,color:#1a1a1a,stroke:#5588aa",
    "classDef pass fill:#225f99,color:#ffffff,stroke:#123b61",
)


def mermaid(nodes: Iterable[MermaidNode], links: Iterable[MermaidLink]) -> str:
    """Teks Mermaid: a flow chart from the lower to the higher, every foreign sign written as its number.

    Examples:
        >>> print(mermaid([MermaidNode(0, "A/1", "", "pass")], []).splitlines()[1])
            n0["A/1"]:::pass
    """
    lines = ["flowchart BT"]
    lines += [
        f'    n{one.number}["{_safe(one.label)}{f"<br/>{_safe(one.detail)}" if one.detail else ""}"]:::{one.kind}'
        for one in nodes
    ]
    wrong: list[str] = []
    for place, link in enumerate(links):
        arrow = "-.->" if link.broken else "-->"
        label = f'|"{_safe(link.label)}"|' if link.label else ""
        lines.append(f"    n{link.child} {arrow}{label} n{link.parent}")
        if link.kind == "error":
            wrong.append(str(place))
    lines += [f"    {style}" for style in _STYLES]
    if wrong:
        lines.append(f"    linkStyle {','.join(wrong)} stroke:#b5451c,stroke-width:3px")
    return "\n".join(lines)


def _safe(text: str) -> str:
    """A text in which nothing means anything to Mermaid or to HTML."""
    kept = " ".join(inert(text).split())
    return "".join(sign if sign.isalnum() or sign in _PLAIN else f"#{ord(sign)};" for sign in kept)


_PLAIN = frozenset(" .,:/-+()%–·")
