"""Rows by columns, shaded and lettered."""

import pickle
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.display.chart import Heat, HeatCell
from tests.base.contract import assert_way_out, facts_of
from tests.base.display.chart.drawn import SVG, assert_within, of_class, parsed, texts, told

CELLS = st.none() | st.builds(HeatCell, st.text(max_size=16), st.none() | st.integers(0, 6), st.text(max_size=20))


@st.composite
def heats(draw: st.DrawFn) -> Heat:
    """Any heat table."""
    columns = draw(st.lists(st.text(max_size=40), max_size=6))
    row = st.tuples(st.text(max_size=60), st.lists(CELLS, max_size=len(columns)))
    return Heat(
        draw(st.text(max_size=60)), columns, draw(st.lists(row, max_size=6)), lang=draw(st.sampled_from(["id", "en"]))
    )


HEAT = Heat(
    "Predikat",
    ["Akhir", "S1", "S2"],
    [
        ("Dinas Sosial", [HeatCell("BB", 4, "Turunnya kemiskinan"), HeatCell("A", 5)]),
        ("Satpol PP", [HeatCell("–"), None]),
    ],
)


class TestSvg:
    """The picture."""

    @given(heats(), st.sampled_from([None, 320, 900]))
    def test_every_picture_is_whole(self, heat: Heat, width: int | None) -> None:
        """Whatever it is of, it is a document, and nothing runs out of it."""
        assert_within(parsed(heat.svg(width=width)))

    def test_every_cell_has_its_letter(self) -> None:
        """No colour stands alone; a cell without a tone has a broken edge, and no cell nothing at all."""
        root = parsed(HEAT.svg())
        assert {"BB", "A", "–"} <= set(texts(root))
        cells = list(root.iter(f"{SVG}rect"))
        assert [cell.get("class") for cell in cells] == ["t4", "t5", None]
        assert cells[2].get("stroke-dasharray")

    def test_cells_say_what_they_are_of(self) -> None:
        """The row, the column, the letter and the note."""
        assert "Dinas Sosial, Akhir: BB (Turunnya kemiskinan)" in told(parsed(HEAT.svg()))

    def test_letters_have_the_colour_of_their_tone(self) -> None:
        """White on the dark ends, black between; of the page where there is no tone."""
        heat = Heat("", ["a"] * 3, [("x", [HeatCell("D", 0), HeatCell("B", 3), HeatCell("–")])])
        root = parsed(heat.svg())
        assert [one.get("fill") for one in (*of_class(root, "n0"), *of_class(root, "n3"))] == ["#ffffff", "#1a1a1a"]

    def test_long_heads_become_numbers_with_a_key(self) -> None:
        """Short ones stand over their columns."""
        long = ["Meningkatnya akuntabilitas kinerja", "Turunnya kemiskinan", "S3", "S4"]
        found = texts(parsed(Heat("", long, [("Dinas Sosial", [])]).svg()))
        assert found.count("1") == 2
        assert "Meningkatnya akuntabilitas kinerja" in found
        assert "S1" in texts(parsed(HEAT.svg()))
        assert "1" not in texts(parsed(HEAT.svg()))

    def test_many_columns_make_it_wider_rather_than_unreadable(self) -> None:
        """Forty columns keep their width, and the page scrolls."""
        wide = Heat("", [f"S{at}" for at in range(40)], [("Dinas Sosial", [HeatCell("BB", 4)] * 40)])
        assert int(parsed(wide.svg()).get("width", 0)) > 40 * 34
        assert "max-width:none" in wide.html()
        assert "max-width:none" not in HEAT.html()

    def test_grades_of_two_words_take_two_lines(self) -> None:
        """Rather than the room of their neighbours."""
        heat = Heat("", [f"S{at}" for at in range(4)], [("Dinas Sosial", [HeatCell("Sangat Tinggi", 6)] * 4)])
        lines = of_class(parsed(heat.svg()), "n6")
        assert [(one.text, one[0].text) for one in lines] == [("Sangat", "Tinggi")] * 4

    @pytest.mark.parametrize("heat", [Heat("", [], []), Heat("", ["a"], []), Heat("", [], [("a", [])])])
    def test_nothing_to_show(self, heat: Heat) -> None:
        """An empty picture says so."""
        assert texts(parsed(heat.svg())) == ["Tidak ada data."]

    def test_description(self) -> None:
        """Who does not see it hears how large it is."""
        assert parsed(HEAT.svg())[1].text == "Tabel 2 baris dan 3 kolom, tiap sel dengan hurufnya."


class TestWords:
    """What stands behind the picture."""

    def test_text(self) -> None:
        """Cells with their notes; rows that end early are filled with nothing."""
        rows = [line.rstrip() for line in HEAT.text(width=120).split("\n")]
        assert rows[2].split() == ["Uraian", "Akhir", "S1", "S2"]
        assert "BB (Turunnya kemiskinan)" in rows[4]
        assert rows[5].split() == ["Satpol", "PP", "–"]

    def test_width(self) -> None:
        """The table keeps to the width that was asked for."""
        picture = Heat("Nilai kinerja perangkat daerah", [], [])
        assert picture.text(20) == picture.table().text(20)
        assert picture.text(20) != picture.text()

    def test_columns(self) -> None:
        """Letters stand in the middle, labels to the left; the title is that of the picture."""
        table = Heat("Predikat", ["Akhir", "S1"], [("A", [HeatCell("BB", 4, "baik")])], lang="en").table()
        assert [(one.head, one.align) for one in table.columns] == [
            ("Label", "left"),
            ("Akhir", "center"),
            ("S1", "center"),
        ]
        assert (table.title, table.rows) == ("Predikat", (("A", "BB (baik)", ""),))

    def test_html(self) -> None:
        """The notebook gets the picture for both widths and the table."""
        assert HEAT._repr_html_() == HEAT.html()
        assert all(part in HEAT.html() for part in (HEAT.svg(), HEAT.svg(width=720), HEAT.table().html()))


class TestLongTexts:
    """What does not fit on one line."""

    def lines(self, heat: Heat, begin: str) -> list[str]:
        """The lines of the one text that begins so."""
        written = [text for text in parsed(heat.svg()).iter(f"{SVG}text") if (text.text or "").startswith(begin)]
        (found,) = written
        return [found.text or "", *(one.text or "" for one in found)]

    def test_a_label_takes_two_lines(self) -> None:
        """And a mark says that it goes on."""
        found = self.lines(Heat("", ["S"], [("Dinas " * 40, [HeatCell("A", 5)])]), "Dinas")
        assert (len(found), found[-1][-1]) == (2, "…")

    def test_a_cell_takes_two_lines(self) -> None:
        """And a mark says that it goes on."""
        found = self.lines(Heat("", ["S"], [("A", [HeatCell("sangat " * 9, 5)])]), "sangat")
        assert (len(found), found[-1][-1]) == (2, "…")

    def test_a_head_takes_three_lines_and_a_longer_one_a_number(self) -> None:
        """What a number stands for is written below, in three lines at most."""
        word = "Meningkatnya"
        assert self.lines(Heat("", [f"{word} {word} {word}"], [("A", [None])]), word) == [word] * 3
        numbered = Heat("", [f"{word} {word} {word} {word}"], [("A", [None])])
        assert self.lines(numbered, word) == [f"{word} {word} {word} {word}"]
        assert texts(parsed(numbered.svg())).count("1") == 2
        long = self.lines(Heat("", [f"{word} " * 40], [("A", [None])]), word)
        assert (len(long), long[-1][-1]) == (3, "…")


class TestMaking:
    """What cannot be drawn cannot be made."""

    @pytest.mark.parametrize(
        ("make", "code", "path", "value"),
        [
            (partial(HeatCell, 5), "not-text", "HeatCell.printed", 5),
            (partial(HeatCell, "A", 7), "not-a-whole-number", "HeatCell.tone", 7),
            (partial(HeatCell, "A", note=5), "not-text", "HeatCell.note", 5),
            (partial(Heat, None, [], []), "not-text", "Heat.title", None),
            (partial(Heat, "", "abc", []), "not-a-list", "Heat.columns", "abc"),
            (partial(Heat, "", [5], []), "not-text", "Heat.columns[0]", 5),
            (partial(Heat, "", ["a"] * 61, []), "chart-too-large", "Heat.columns", 61),
            (partial(Heat, "", ["a"], 5), "not-a-list", "Heat.rows", 5),
            (
                partial(Heat, "", ["a"], [("b", [None]), ("b", [HeatCell("B"), "A"])]),
                "wrong-kind",
                "Heat.rows[1][1]",
                "A",
            ),
            (partial(Heat, "", ["a"], [("b",)]), "wrong-size", "Heat.rows[0]", ("b",)),
            (partial(Heat, "", ["a"], [("b", 5)]), "not-a-list", "Heat.rows[0]", 5),
            (partial(Heat, "", ["a"], [(5, [])]), "not-text", "Heat.rows[0]", 5),
            (partial(Heat, "", ["a"], [("c", []), ("b", [None, None])]), "row-length", "Heat.rows[1]", "b"),
            (partial(Heat, "", ["a"], [("b", [])] * 2001), "chart-too-large", "Heat.rows", 2001),
            (partial(Heat, "", [], [], lang="fr"), "unknown-language", "lang", "fr"),
            (partial(Heat("", [], []).svg, width=10), "not-a-whole-number", "Heat.svg.width", 10),
        ],
    )
    def test_refused(self, make: Any, code: str, path: str, value: object) -> None:
        """The error names the field and what stood there."""
        assert facts_of(make) == (code, path, value)

    def test_as_much_as_fits(self) -> None:
        """Sixty columns and 2,000 rows are one picture."""
        assert len(Heat("", ["a"] * 60, [("b", [])] * 2000).rows) == 2000

    def test_way_out(self) -> None:
        """The example of an error passes in the place of what was refused."""
        assert_way_out(lambda columns: Heat("", columns, []), "abc")
        for rows in (5, [("b",)], [("b", 5)], [("b", ["A"])]):
            assert_way_out(lambda rows: Heat("", ["a"], rows), rows, HeatCell=HeatCell)

    @given(heats())
    def test_value(self, heat: Heat) -> None:
        """A picture is a value: equal, hashable, itself again after pickling, and drawn the same each time."""
        again = pickle.loads(pickle.dumps(heat))
        assert again == heat
        assert hash(again) == hash(heat)
        assert again.svg() == heat.svg()
