"""A graph as text for pages that draw it."""

from hypothesis import given
from hypothesis import strategies as st

from sakip.cascade.picture.mermaid import MermaidLink, MermaidNode, mermaid


def test_links_point_from_child_to_parent() -> None:
    """Arithmetic is a whole line, support a broken one, and a wrong link is drawn red by its place."""
    nodes = [MermaidNode(0, "KADIS/IKU-1", "target 5", "error"), MermaidNode(1, "KABID/A-1", "", "pass")]
    links = [MermaidLink(1, 0, "jumlah", "error", broken=False), MermaidLink(1, 0, "", "pass", broken=True)]
    lines = mermaid(nodes, links).splitlines()
    assert lines[0] == "flowchart BT"
    assert '    n0["KADIS/IKU-1<br/>target 5"]:::error' in lines
    assert '    n1 -->|"jumlah"| n0' in lines
    assert "    n1 -.-> n0" in lines
    assert [line for line in lines if "linkStyle" in line] == ["    linkStyle 0 stroke:#b5451c,stroke-width:3px"]


@given(st.text(max_size=60))
def test_a_name_from_a_form_means_nothing_to_mermaid(name: str) -> None:
    """Quotes, brackets, markup, line ends and semicolons of a name never end its label."""
    line = mermaid([MermaidNode(0, name, "", "pass")], []).splitlines()[1]
    inside = line.removeprefix('    n0["').removesuffix('"]:::pass')
    assert not set(inside) & set('"<>[]{}|`\\&')
    assert mermaid([MermaidNode(0, name, "", "pass")], []).count("\n") == mermaid(
        [MermaidNode(0, "A", "", "pass")], []
    ).count("\n")
