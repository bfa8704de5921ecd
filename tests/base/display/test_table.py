"""Rows of texts for people, in a terminal, on a phone and in a notebook."""

import pickle
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.display import Column, Table
from sakip.errors import InvalidValueError
from tests.base.contract import assert_way_out, facts_of

COLUMNS = [Column("Kode"), Column("Indikator"), Column("Capaian", "right"), Column("Predikat", "center")]
ROWS = [
    ("PLAN-1", "Jumlah dokumen perencanaan yang dihasilkan", "50,00", "Kurang"),
    ("AKI", "Angka kematian ibu", "-24,65", "Kurang"),
]
CELLS = st.text(max_size=30)
VOID = {"br"}


def table(**changes: Any) -> Table:
    """A small table, with some of its facts changed."""
    return Table(**{"title": "Capaian 2025", "columns": COLUMNS, "rows": ROWS, **changes})


class Page(HTMLParser):
    """Which elements a page has, whether they close in order, and what text it shows."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.shown: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.shown.append(data)


class TestText:
    """A plain monospaced table that reads well in 80 columns and on a phone."""

    def test_grid(self) -> None:
        """Columns stand beside each other, numbers to the right, marks in the middle."""
        assert table().text().split("\n") == [
            "Capaian 2025",
            "",
            "Kode    Indikator                                   Capaian  Predikat",
            "------  ------------------------------------------  -------  --------",
            "PLAN-1  Jumlah dokumen perencanaan yang dihasilkan    50,00   Kurang",
            "AKI     Angka kematian ibu                           -24,65   Kurang",
        ]

    def test_wrapping(self) -> None:
        """Long texts are wrapped and then rows are parted; numbers never are."""
        assert table(title="").text(60).split("\n") == [
            "Kode    Indikator                          Capaian  Predikat",
            "------  ---------------------------------  -------  --------",
            "PLAN-1  Jumlah dokumen perencanaan yang      50,00   Kurang",
            "        dihasilkan",
            "",
            "AKI     Angka kematian ibu                  -24,65   Kurang",
        ]

    def test_phone(self) -> None:
        """Where the columns do not fit, each row is a block, and empty cells are left out."""
        narrow = table(rows=[*ROWS, ("X", "", "", "Kurang")], notes=["Rumus: capaian = 100 R/T"])
        assert narrow.text(24).split("\n") == [
            "Capaian 2025",
            "",
            "Kode: PLAN-1",
            "Indikator: Jumlah",
            "  dokumen perencanaan",
            "  yang dihasilkan",
            "Capaian: 50,00",
            "Predikat: Kurang",
            "",
            "Kode: AKI",
            "Indikator: Angka",
            "  kematian ibu",
            "Capaian: -24,65",
            "Predikat: Kurang",
            "",
            "Kode: X",
            "Predikat: Kurang",
            "",
            "Rumus: capaian = 100 R/T",
        ]

    def test_notes_and_title_wrap(self) -> None:
        """Title and notes stand apart and keep to the width."""
        text = Table("Capaian kinerja 2025", [Column("Kode")], [("A",)], notes=["satu", "dua " * 6]).text(20)
        assert text == "Capaian kinerja 2025\n\nKode\n----\nA\n\nsatu\ndua dua dua dua dua\ndua"

    def test_line_feeds(self) -> None:
        """A cell of two lines is two lines."""
        assert Table("", [Column("A"), Column("B")], [("1\n2", "x")]).text() == "A  B\n-  -\n1  x\n2"

    @pytest.mark.parametrize(
        ("columns", "rows", "text"),
        [
            ([Column("Kode")], [], "Kode\n----"),
            ([Column("")], [], "\n-"),
            ([Column("")], [("",), ("a",)], "\n-\n\na"),
        ],
    )
    def test_nothing_inside(self, columns: list[Column], rows: list[tuple[str, ...]], text: str) -> None:
        """A table without rows shows its heads, and an empty column is one blank wide."""
        assert Table("", columns, rows).text() == text

    def test_many_columns(self) -> None:
        """More columns than the line has places become blocks."""
        wide = Table("", [Column(f"K{place}") for place in range(50)], [tuple(str(place) for place in range(50))])
        assert wide.text().startswith("K0: 0\nK1: 1\n")

    @pytest.mark.parametrize(
        ("cells", "lines"),
        [
            (("x" * 10, "y" * 8), ["A           B", "----------  --------", "xxxxxxxxxx  yyyyyyyy"]),
            (("x" * 10, "y" * 9), ["A: xxxxxxxxxx", "B: yyyyyyyyy"]),
            (("satu dua", "y" * 10), ["A         B", "--------  ----------", "satu dua  yyyyyyyyyy"]),
            (("satu dua", "y" * 11), ["A        B", "-------  -----------", "satu     yyyyyyyyyyy", "dua"]),
        ],
    )
    def test_just_fitting_and_just_not(self, cells: tuple[str, ...], lines: list[str]) -> None:
        """What fills the line to its last sign stays as it is; one sign more wraps a cell or parts the columns."""
        assert Table("", [Column("A"), Column("B")], [cells]).text(20).split("\n") == lines

    def test_a_long_word_gives_way(self) -> None:
        """A word of 20 signs keeps its line, a longer one is cut there where other columns need the room."""
        narrow = Table("", [Column("A"), Column("B")], [("x" * 21, "yy")])
        assert narrow.text(24).split("\n")[2:] == [f"{'x' * 20}  yy", "x"]
        assert narrow.text(23).split("\n") == ["A:", f"  {'x' * 21}", "B: yy"]

    @given(
        st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=4), st.integers(20, 120), st.lists(CELLS, max_size=2)
    )
    def test_keeps_to_the_width(self, rows: list[tuple[str, ...]], width: int, notes: list[str]) -> None:
        """Whatever the cells, no line is longer than asked for, ends in blanks, or holds a control character."""
        for line in table(rows=rows, notes=notes).text(width).split("\n"):
            assert len(line) <= width
            assert not line.endswith(" ")
            assert not any(ord(sign) < 32 for sign in line)

    @given(
        st.lists(st.tuples(*[st.text(alphabet="ab \x1b<é", min_size=1, max_size=60)] * 4), max_size=4),
        st.integers(20, 120),
    )
    def test_nothing_is_lost(self, rows: list[tuple[str, ...]], width: int) -> None:
        """Every sign of every cell is on the page, however narrow."""
        text = table(rows=rows, title="").text(width)
        for sign in "<é":
            assert text.count(sign) == sum(cell.count(sign) for row in rows for cell in row)
        assert text.count("\\x1b") == sum(cell.count("\x1b") for row in rows for cell in row) or width < 60

    def test_megabytes(self) -> None:
        """A cell of a megabyte takes a moment, with blanks or without."""
        for cell in ("x" * 10**6, "x " * (10**6 // 2), "\x1b" * 10**5):
            assert len(Table("", [Column("A"), Column("B")], [(cell, "1")]).text()) > 10**5

    @pytest.mark.parametrize("width", [19, 1001, True, "80"])
    def test_width_out_of_range(self, width: Any) -> None:
        """From 20 to 1,000 characters."""
        with pytest.raises(InvalidValueError, match="20 to 1000") as caught:
            table().text(width)
        assert caught.value.path == "Table.text.width"


class TestHtml:
    """A self-contained table for light and dark notebooks that scrolls sideways on a phone."""

    def test_structure(self) -> None:
        """Caption, heads of columns and of rows are marked for readers who listen."""
        page = Page(table(notes=["Bobot sama"]).html())
        assert page.open == []
        scopes = [attributes.get("scope") for tag, attributes in page.elements if tag == "th"]
        assert scopes == ["col"] * 4 + ["row"] * 2
        tags = [tag for tag, _ in page.elements]
        assert [tags.count(tag) for tag in ("table", "caption", "tr", "td", "p")] == [1, 1, 3, 6, 1]
        region = next(attributes for _, attributes in page.elements if "role" in attributes)
        assert (region["role"], region["aria-label"], region["tabindex"]) == ("region", "Capaian 2025", "0")
        assert "overflow-x:auto" in (region["style"] or "")

    def test_style(self) -> None:
        """Style is inline, takes the colour of the page, and aligns as the columns do."""
        html = table().html()
        assert "color:inherit" in html
        assert "<style" not in html
        assert "background" not in html
        assert html.count("text-align:right") == 3
        assert html.count("text-align:center") == 3
        assert html.count("min-width:20ch") == 3

    @pytest.mark.parametrize(
        ("align", "cell", "end"),
        [
            ("left", "x" * 20, "white-space:nowrap"),
            ("center", "x" * 21, "min-width:20ch;overflow-wrap:anywhere"),
            ("right", "98,5", "white-space:nowrap;font-variant-numeric:tabular-nums"),
            ("right", "x" * 20 + "\n" + "y" * 20, "white-space:nowrap;font-variant-numeric:tabular-nums"),
        ],
    )
    def test_style_of_a_column(self, align: Any, cell: str, end: str) -> None:
        """Up to 20 signs stay on one line, numbers stand below each other, and every cell has the style of its head."""
        page = Page(Table("", [Column("A"), Column("B", align)], [("a", cell)]).html())
        head, body = [found["style"] for tag, found in page.elements if tag in {"th", "td"}][1::2]
        style = f"text-align:{align};vertical-align:top;padding:4px 8px;{end};border-bottom:"
        assert head == f"{style}2px solid rgba(128,128,128,.7)"
        assert body == f"{style}1px solid rgba(128,128,128,.4)"

    def test_whole(self) -> None:
        """Nothing stands between the elements, and nothing is there twice."""
        small = Table("Judul", [Column("A"), Column("B", "right")], [("a", "1"), ("b", "2")], notes=["x", "y"])
        assert re.sub(r' style="[^"]*"', "", small.html()) == (
            '<div><div role="region" aria-label="Judul" tabindex="0"><table><caption>Judul</caption>'
            '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
            '<tbody><tr><th scope="row">a</th><td>1</td></tr><tr><th scope="row">b</th><td>2</td></tr></tbody>'
            "</table></div><p>x</p><p>y</p></div>"
        )

    def test_untitled(self) -> None:
        """Without a title there is no caption, and without notes no paragraph."""
        tags = [tag for tag, _ in Page(table(title="").html()).elements]
        assert "caption" not in tags
        assert "p" not in tags

    @given(CELLS, CELLS, CELLS, CELLS)
    def test_foreign_text_stays_text(self, title: str, head: str, cell: str, note: str) -> None:
        """Whatever users typed, the page has our elements and attributes and no other."""
        page = Page(Table(title, [Column(head)], [(cell,)], notes=[note]).html())
        assert page.open == []
        assert {tag for tag, _ in page.elements} <= {"div", "table", "caption", "thead", "tbody", "tr", "th", "p", "br"}
        attributes = {name for _, found in page.elements for name in found}
        assert attributes <= {"role", "aria-label", "tabindex", "style", "scope"}

    @pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "\" onmouseover='x'", "]]>", "</td></table>"])
    def test_hostile_text(self, hostile: str) -> None:
        """Markup in a title, head, cell or note is shown, not obeyed."""
        page = Page(Table(hostile, [Column(hostile)], [(hostile,)], notes=[hostile]).html())
        assert page.shown.count(hostile) == 4
        assert dict(page.elements)["div"]["aria-label"] == hostile

    def test_notebook(self) -> None:
        """A notebook shows the same."""
        assert table()._repr_html_() == table().html()


class TestMaking:
    """A table that cannot be shown cannot exist."""

    @pytest.mark.parametrize(
        ("field", "wrong", "code", "path", "value"),
        [
            ("columns", [], "no-columns", "Table.columns", ()),
            ("columns", ["Kode"], "wrong-kind", "Table.columns[0]", "Kode"),
            ("title", None, "not-text", "Table.title", None),
            ("rows", [("a", "b", "c")], "row-length", "Table.rows[0]", ("a", "b", "c")),
            ("rows", [*ROWS, ("a",) * 5], "row-length", "Table.rows[2]", ("a",) * 5),
            ("rows", [("a", "b", 98.5, "d")], "not-text", "Table.rows[0][2]", 98.5),
            ("rows", ["abcd"], "not-a-list", "Table.rows[0]", "abcd"),
            ("notes", ["a", 5], "not-text", "Table.notes[1]", 5),
            ("columns", 5, "not-a-list", "Table.columns", 5),
            ("rows", None, "not-a-list", "Table.rows", None),
            ("rows", [5], "not-a-list", "Table.rows[0]", 5),
            ("notes", "abc", "not-a-list", "Table.notes", "abc"),
        ],
    )
    def test_refused(self, field: str, wrong: Any, code: str, path: str, value: object) -> None:
        """Each fault is named by its place and by what stood there."""
        assert facts_of(lambda: table(**{field: wrong})) == (code, path, value)

    @pytest.mark.parametrize(
        ("field", "columns", "wrong"),
        [
            ("columns", None, 5),
            ("columns", None, ["Kode"]),
            ("rows", ["Kode", "Capaian"], None),
            ("rows", ["Kode"], [5]),
            ("notes", ["Kode"], "abc"),
        ],
    )
    def test_way_out(self, field: str, columns: Any, wrong: Any) -> None:
        """The example of an error passes in the place of what was refused."""
        fields = {"title": "", "columns": [Column(head) for head in columns or ()], "rows": []}
        assert_way_out(lambda given: Table(**{**fields, field: given}), wrong, Column=Column)

    @pytest.mark.parametrize(
        ("head", "align", "facts"),
        [
            (5, "left", ("not-text", "Column.head", 5)),
            ("A", "middle", ("unknown-align", "Column.align", "middle")),
        ],
    )
    def test_columns(self, head: Any, align: Any, facts: Any) -> None:
        """A column has a text as head and one of three alignments."""
        assert facts_of(lambda: Column(head, align)) == facts

    def test_value(self) -> None:
        """A table is a value: any iterables make it, it is hashable, and itself again after pickling."""
        same = table(columns=iter(COLUMNS), rows=(iter(row) for row in ROWS))
        assert same == table()
        assert hash(same) == hash(table())
        assert pickle.loads(pickle.dumps(same)) == same


def test_a_head_of_two_lines_is_one_in_a_record() -> None:
    """Where every row is a block of lines, a head that breaks in a table stands on one line before its cell."""
    table = Table("", [Column("Kode panjang sekali"), Column("Target\ns.d. ini", "right")], [("PLAN-1-PANJANG", "50")])
    assert "s.d. ini" in table.text(width=40).splitlines()[1]
    assert "Target s.d. ini: 50" in table.text(width=22)
