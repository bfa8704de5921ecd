"""Labels under labels."""

import re
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.display.chart import Outline, OutlineItem
from tests.base.contract import assert_way_out, facts_of
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
        """A line joins every label but those on top, and it starts under the nearest label one step further out.

        To its later siblings the line goes on from where it has come, so that no two lie over each other.
        """
        root = parsed(steps(0, 1, 2, 1, 1, 0).svg())
        paths = [path.attrib["d"] for path in root.iter() if path.tag.endswith("path")]
        assert len(paths) == 4
        parts = [[int(part) for part in re.fullmatch(r"M(\d+) (\d+)V(\d+)H\d+", path).groups()] for path in paths]  # type: ignore[union-attr]
        (left, start, end), (deeper, _, _), *later = parts
        assert left < deeper
        for x, goes_on, reached in later:
            assert (x, goes_on) == (left, end)
            assert start < goes_on < reached
            end = reached

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

    def test_width(self) -> None:
        """The table keeps to the width that was asked for."""
        picture = Outline("Pohon kinerja perangkat daerah", [])
        assert picture.text(20) == picture.table().text(20)
        assert picture.text(20) != picture.text()

    def test_columns(self) -> None:
        """Mark, item, detail and numbers, in the language of the reader; the title is that of the picture."""
        item = OutlineItem("IKU-1", 1, detail="Layanan", printed="target 5", mark="?")
        table = Outline("Pohon", [item], lang="en").table()
        assert [one.head for one in table.columns] == ["", "Item", "Detail", "Numbers"]
        assert [one.head for one in Outline("", []).table().columns] == ["", "Uraian", "Keterangan", "Angka"]
        assert (table.title, table.rows) == ("Pohon", (("?", "  IKU-1", "Layanan", "target 5"),))

    def test_depth_is_blanks(self) -> None:
        """What stands below is further in."""
        lines = steps(0, 1).text().splitlines()
        assert lines[-1].index("L1") == lines[-2].index("L0") + 2


@pytest.mark.parametrize(
    ("make", "code", "path", "value"),
    [
        (partial(OutlineItem, "A", -1), "not-a-whole-number", "OutlineItem.depth", -1),
        (partial(OutlineItem, "A", 101), "not-a-whole-number", "OutlineItem.depth", 101),
        (partial(OutlineItem, 3, 0), "not-text", "OutlineItem.label", 3),
        (partial(OutlineItem, "A", 0, tone=7), "not-a-whole-number", "OutlineItem.tone", 7),
        *(
            (partial(OutlineItem, "A", 0, **{name: 5}), "not-text", f"OutlineItem.{name}", 5)
            for name in ("detail", "printed", "mark", "joint")
        ),
        (partial(Outline, None, []), "not-text", "Outline.title", None),
        (partial(Outline, "", ["A"]), "wrong-kind", "Outline.items[0]", "A"),
        (partial(Outline, "", 5), "not-a-list", "Outline.items", 5),
        (partial(Outline, "", [OutlineItem("A", 0)] * 2001), "chart-too-large", "Outline.items", 2001),
        (partial(Outline, "", [], lang="fr"), "unknown-language", "lang", "fr"),
        (partial(Outline("", []).svg, width=10), "not-a-whole-number", "Outline.svg.width", 10),
    ],
)
def test_what_cannot_be_drawn_is_refused(make: Any, code: str, path: str, value: object) -> None:
    """Each with its path and what stood there."""
    assert facts_of(make) == (code, path, value)


def test_as_much_as_fits() -> None:
    """Two thousand items, and a hundred levels."""
    assert len(Outline("", [OutlineItem("A", 100)] * 2000).items) == 2000


def test_way_out() -> None:
    """The example of an error passes in the place of what was refused."""
    for items in (5, ["A"]):
        assert_way_out(lambda items: Outline("", items), items, OutlineItem=OutlineItem)
