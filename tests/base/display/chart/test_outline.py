"""Labels under labels."""

from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.display.chart import Outline, OutlineItem
from sakip.errors import InvalidValueError
from tests.base.display.chart.drawn import assert_within, of_class, parsed, texts

ITEMS = st.builds(
    OutlineItem,
    st.text(max_size=60),
    st.integers(0, 12),
    detail=st.text(max_size=200),
    printed=st.text(max_size=80),
    mark=st.sampled_from(["", "✓", "✗"]),
    tone=st.none() | st.integers(0, 6),
    joint=st.text(max_size=20),
    broken=st.booleans(),
)
OUTLINES = st.builds(Outline, st.text(max_size=60), st.lists(ITEMS, max_size=12), lang=st.sampled_from(["id", "en"]))


def steps(*depths: int) -> Outline:
    """One label a depth."""
    return Outline("Pohon", [OutlineItem(f"L{at}", depth, mark="✓") for at, depth in enumerate(depths)])


class TestSvg:
    """The picture."""

    @given(OUTLINES, st.sampled_from([None, 320, 900]))
    def test_every_picture_is_whole(self, outline: Outline, width: int | None) -> None:
        """Whatever it is of, it is a document and nothing runs out of it."""
        assert_within(parsed(outline.svg(width=width)))

    def test_each_label_hangs_on_the_one_that_it_stands_below(self) -> None:
        """A line joins every label but those on top, and it starts under the nearest label one step further out."""
        root = parsed(steps(0, 1, 2, 1, 0).svg())
        paths = [path for path in root.iter() if path.tag.endswith("path")]
        assert len(paths) == 3
        starts = [path.attrib["d"].partition("V")[0] for path in paths]
        assert starts[0] == starts[2] != starts[1]

    def test_a_broken_line_is_drawn_broken(self) -> None:
        """What supports without arithmetic is told apart without colour."""
        whole, broken = (
            Outline("", [OutlineItem("A", 0), OutlineItem("B", 1, broken=broken)]).svg() for broken in (False, True)
        )
        assert "stroke-dasharray" in broken
        assert "stroke-dasharray" not in whole

    def test_marks_have_their_tone(self) -> None:
        """The worst and the best have the two ends of the scale."""
        outline = Outline("", [OutlineItem("A", 0, mark="✗", tone=0), OutlineItem("B", 0, mark="✓", tone=6)])
        root = parsed(outline.svg())
        assert len(of_class(root, "t0")) == len(of_class(root, "t6")) == 1

    def test_nothing_is_said(self) -> None:
        """A picture of nothing says so."""
        assert any("Tidak ada data" in text for text in texts(parsed(Outline("", []).svg())))

    def test_foreign_text_stays_text(self) -> None:
        """Markup in a name is no markup in the picture."""
        assert "<script" not in Outline("<script>", [OutlineItem("<script>", 0, detail="<script>")]).html()


class TestText:
    """The table behind it."""

    def test_depth_is_blanks(self) -> None:
        """What stands below is further in."""
        lines = steps(0, 1).text().splitlines()
        assert lines[-1].index("L1") == lines[-2].index("L0") + 2


@pytest.mark.parametrize(
    "make",
    [
        partial(OutlineItem, "A", -1),
        partial(OutlineItem, "A", 101),
        partial(OutlineItem, 3, 0),
        partial(OutlineItem, "A", 0, tone=7),
        partial(Outline, "", ["A"]),
        partial(Outline, "", [OutlineItem("A", 0)] * 2001),
    ],
)
def test_what_cannot_be_drawn_is_refused(make: Any) -> None:
    """Each with its path."""
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert caught.value.path.startswith("Outline")
