"""Labels under labels, in a terminal and in a notebook."""

import copy
import pickle
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.display import Tree
from sakip.errors import InvalidValueError
from tests.base.contract import assert_way_out, facts_of

TREE = Tree(
    "Skor 60,00",
    [
        Tree("Sasaran 1", [Tree("PLAN-1\n50,00"), Tree("PLAN-2 70,00")]),
        Tree("Sasaran 2", [Tree("AKI -24,65")]),
    ],
)
TREES = st.recursive(
    st.builds(Tree, st.text(max_size=20)),
    lambda inner: st.builds(Tree, st.text(max_size=20), st.lists(inner, max_size=4)),
    max_leaves=12,
)


def chain(levels: int) -> Tree:
    """A tree in which every label has one below it."""
    tree = Tree("dasar")
    for _ in range(levels - 1):
        tree = Tree("a", [tree])
    return tree


class TestText:
    """For a terminal, in ASCII apart from what the labels hold."""

    def test_branches(self) -> None:
        """Lines lead from a label to those below it, past labels of two lines."""
        assert TREE.text().split("\n") == [
            "Skor 60,00",
            "|-- Sasaran 1",
            "|   |-- PLAN-1",
            "|   |   50,00",
            "|   `-- PLAN-2 70,00",
            "`-- Sasaran 2",
            "    `-- AKI -24,65",
        ]

    def test_wrapping(self) -> None:
        """A long label hangs under itself, and its children still hang from it."""
        tree = Tree("Skor", [Tree("Tersusunnya dokumen perencanaan", [Tree("PLAN-1")]), Tree("B")])
        assert tree.text(24).split("\n") == [
            "Skor",
            "|-- Tersusunnya dokumen",
            "|   |   perencanaan",
            "|   `-- PLAN-1",
            "`-- B",
        ]

    def test_deep_labels_keep_room(self) -> None:
        """A label far to the right keeps 20 characters rather than one."""
        lines = Tree("a", [chain(40)]).text(20).split("\n")
        assert lines[-1].endswith("`-- dasar")
        assert len(lines) == 41

    @given(TREES)
    def test_one_line_or_more_for_each_label(self, tree: Tree) -> None:
        """Nothing is lost, and no line holds a control character."""
        lines = tree.text(1000).split("\n")
        assert len(lines) >= tree.size
        assert not any(ord(sign) < 32 for line in lines for sign in line)

    @pytest.mark.parametrize("width", [19, 1001, True])
    def test_width_out_of_range(self, width: Any) -> None:
        """From 20 to 1,000 characters."""
        with pytest.raises(InvalidValueError, match="20 to 1000") as caught:
            TREE.text(width)
        assert caught.value.path == "Tree.text.width"


class TestHtml:
    """Nested lists for light and dark pages."""

    def test_nesting(self) -> None:
        """One list for each label with children and one around the whole, one item for each label."""
        html = TREE.html()
        assert html.count("<ul") == html.count("</ul>") == 4
        assert html.count("<li") == html.count("</li>") == TREE.size == 6
        assert "PLAN-1<br>50,00" in html
        assert re.sub(r" style=\"[^\"]*\"", "", Tree("a", [Tree("b")]).html()) == (
            "<ul><li>a<ul><li>b</li></ul></li></ul>"
        )

    @given(TREES)
    def test_foreign_text_stays_text(self, tree: Tree) -> None:
        """Whatever the labels hold, the page has lists, items and breaks and nothing else."""
        assert set(re.findall(r"<(/?\w+)", tree.html())) <= {"ul", "/ul", "li", "/li", "br"}

    def test_notebook(self) -> None:
        """A notebook shows the same."""
        assert TREE._repr_html_() == TREE.html()


class TestMaking:
    """A tree that cannot be shown cannot exist."""

    def test_depth(self) -> None:
        """100 levels can be compared, hashed, copied, pickled and shown; one more cannot be made."""
        deep = chain(100)
        assert deep.levels == 100
        assert deep == chain(100)
        assert hash(deep) == hash(chain(100))
        assert pickle.loads(pickle.dumps(deep)) == copy.deepcopy(deep) == deep
        assert repr(deep).count("Tree(") == 100
        assert deep.text().count("\n") == 99
        assert deep.html().count("<li") == 100
        code, path, value = facts_of(lambda: Tree("atas", [chain(100)]))
        assert (code, path, value) == ("tree-too-large", "Tree", "atas")

    def test_size(self) -> None:
        """A tree that repeats its branches cannot grow beyond what can be shown."""
        tree = Tree("a")
        for _ in range(15):
            tree = Tree("a", [tree, tree])
        assert tree.size == 2**16 - 1
        with pytest.raises(InvalidValueError) as caught:
            Tree("a", [tree, tree])
        assert caught.value.code == "tree-too-large"
        assert Tree("b", [Tree("a")] * 99_999).size == 100_000
        with pytest.raises(InvalidValueError):
            Tree("b", [Tree("a")] * 100_000)

    @pytest.mark.parametrize(
        ("label", "children", "facts"),
        [
            (5, [], ("not-text", "Tree.label", 5)),
            ("a", 5, ("not-a-list", "Tree.children", 5)),
            ("a", ["b"], ("wrong-kind", "Tree.children[0]", "b")),
            ("a", [Tree("b"), None], ("wrong-kind", "Tree.children[1]", None)),
        ],
    )
    def test_refused(self, label: Any, children: Any, facts: Any) -> None:
        """Labels are texts and children are trees."""
        assert facts_of(lambda: Tree(label, children)) == facts
        if label == "a":
            assert_way_out(lambda given: Tree("a", given), children, Tree=Tree)

    @given(TREES)
    def test_value(self, tree: Tree) -> None:
        """A tree is a value: equal, hashable, and itself again after pickling."""
        again = pickle.loads(pickle.dumps(tree))
        assert again == tree
        assert hash(again) == hash(tree)
        assert (again.levels, again.size) == (tree.levels, tree.size)
