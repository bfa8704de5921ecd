"""Rows by columns, shaded and lettered."""

import pickle
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.display.chart import Heat, HeatCell
from sakip.errors import InvalidValueError
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

    def test_html(self) -> None:
        """The notebook gets the picture for both widths and the table."""
        assert HEAT._repr_html_() == HEAT.html()
        assert all(part in HEAT.html() for part in (HEAT.svg(), HEAT.svg(width=720), HEAT.table().html()))


class TestMaking:
    """What cannot be drawn cannot be made."""

    @pytest.mark.parametrize(
        ("make", "path"),
        [
            (partial(HeatCell, 5), "HeatCell.printed"),
            (partial(HeatCell, "A", 7), "HeatCell.tone"),
            (partial(HeatCell, "A", note=5), "HeatCell.note"),
            (partial(Heat, None, [], []), "Heat.title"),
            (partial(Heat, "", "abc", []), "Heat.columns"),
            (partial(Heat, "", [5], []), "Heat.columns[0]"),
            (partial(Heat, "", ["a"] * 61, []), "Heat.columns"),
            (partial(Heat, "", ["a"], [("b", ["A"])]), "Heat.rows[0][0]"),
            (partial(Heat, "", ["a"], [("b",)]), "Heat.rows[0]"),
            (partial(Heat, "", ["a"], [(5, [])]), "Heat.rows[0]"),
            (partial(Heat, "", ["a"], [("b", [None, None])]), "Heat.rows[0]"),
            (partial(Heat, "", ["a"], [("b", [])] * 2001), "Heat.rows"),
            (partial(Heat, "", [], [], lang="fr"), "lang"),
            (partial(Heat("", [], []).svg, width=10), "Heat.svg.width"),
        ],
    )
    def test_refused(self, make: Any, path: str) -> None:
        """The error names the field."""
        with pytest.raises(InvalidValueError) as caught:
            make()
        assert caught.value.path == path

    @given(heats())
    def test_value(self, heat: Heat) -> None:
        """A picture is a value: equal, hashable, itself again after pickling, and drawn the same each time."""
        again = pickle.loads(pickle.dumps(heat))
        assert again == heat
        assert hash(again) == hash(heat)
        assert again.svg() == heat.svg()
