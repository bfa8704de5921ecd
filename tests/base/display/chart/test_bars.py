"""Horizontal bars."""

import pickle
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.display.chart import Bar, Bars
from sakip.base.display.chart.axis import axis_text
from sakip.base.display.chart.measure import room_for
from tests.base.contract import assert_way_out, facts_of
from tests.base.display.chart.drawn import SVG, assert_within, numbers, of_class, parsed, texts, told

VALUES = st.none() | st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=1000)
BARS = st.builds(
    Bars,
    st.text(max_size=80),
    st.lists(
        st.builds(
            Bar, st.text(max_size=80), VALUES, st.text(max_size=12), st.none() | st.integers(0, 6), st.text(max_size=60)
        ),
        max_size=12,
    ),
    lang=st.sampled_from(["id", "en"]),
    marks=st.lists(st.integers(-200, 200), max_size=3),
)


def bars(*values: Any, **fields: Any) -> Bars:
    """One bar a number."""
    return Bars("Nilai", [Bar(f"Dinas {at}", value, f"<{value}>") for at, value in enumerate(values)], **fields)


def spans(picture: Bars) -> list[tuple[float, float]]:
    """Where each bar begins and ends."""
    found = [numbers(path) for path in of_class(parsed(picture.svg()), "bar")]
    return [(path[0], path[2]) for path in found]


class TestSvg:
    """The picture."""

    @given(BARS, st.sampled_from([None, 320, 900]))
    def test_every_picture_is_whole(self, picture: Bars, width: int | None) -> None:
        """Whatever it is of, it is a document, nothing runs out of it, and every bar says what it is."""
        root = parsed(picture.svg(width=width))
        assert_within(root)
        assert len(told(root)) == len(picture.items)

    def test_length_is_the_number(self) -> None:
        """A bar twice as long is of a number twice as great."""
        (one, half), (_, whole) = spans(bars(50, 100))
        assert whole - one == pytest.approx(2 * (half - one), abs=0.2)

    def test_negative_numbers_go_left_of_zero(self) -> None:
        """They end where the positive ones begin."""
        (left, zero), (start, right) = spans(bars(-50, 100))
        assert left < zero == start < right
        assert right - start == pytest.approx(2 * (zero - left), abs=0.3)

    def test_zero_is_there_and_nothing_is_not(self) -> None:
        """Zero has a trace of a bar; where there is no number stands the reason instead of one."""
        picture = Bars("", [Bar("A", 0, "0,00"), Bar("B", None, "belum dilaporkan"), Bar("C", 5, "5,00")])
        (start, end), _ = spans(picture)
        assert end - start == 1
        assert len(spans(picture)) == 2
        assert {"0,00", "belum dilaporkan", "5,00"} <= set(texts(parsed(picture.svg())))

    def test_marks_run_through_and_are_named(self) -> None:
        """A mark beyond every bar makes room for itself."""
        root = parsed(bars(50, 60, marks=[100]).svg())
        (mark,) = (one for one in root.iter() if one.get("stroke-dasharray"))
        assert numbers(mark)[0] > max(end for _, end in spans(bars(50, 60, marks=[100])))
        assert "100" in texts(root)

    def test_no_line_runs_through_a_reason(self) -> None:
        """The lines pause where words stand in the place of a bar."""
        with_reason = parsed(bars(50, None, 50, marks=[20]).svg())
        without = parsed(bars(50, 50, 50, marks=[20]).svg())
        pieces = [
            [one.get("d", "").count("M") for one in root.iter() if one.get("stroke-dasharray")]
            for root in (with_reason, without)
        ]
        assert pieces == [[2], [1]]

    def test_tones_are_told_by_the_printed_number_too(self) -> None:
        """A tone has an edge and its colour on dark paper."""
        svg = Bars("", [Bar("A", 5, "5,00", 3, "catatan")]).svg()
        (mark,) = of_class(parsed(svg), "t3")
        assert mark.get("stroke") == "currentColor"
        assert {"5,00", "catatan"} <= set(texts(parsed(svg)))

    def test_long_labels_are_shortened_and_told_in_full(self) -> None:
        """Two lines of label; all of it under the pointer."""
        label = "Dinas Pemberdayaan Masyarakat dan Kalurahan, Pengendalian Penduduk dan Keluarga Berencana"
        root = parsed(Bars("", [Bar(label, 5, "5")]).svg())
        assert label not in texts(root)
        assert told(root) == [f"{label}: 5"]

    def test_nothing_to_show(self) -> None:
        """An empty picture says so."""
        assert texts(parsed(Bars("Nilai", [], lang="en").svg())) == ["Nilai", "There is no data."]

    def test_description(self) -> None:
        """Who does not see it hears how many bars there are and where they begin and end."""
        root = parsed(bars(1, 2, lang="en").svg())
        assert root[1].text == "Chart of 2 bars, from Dinas 0 <1> to Dinas 1 <2>."


class TestLimits:
    """A bar far beyond the others is cut off."""

    def test_the_office_of_611(self) -> None:
        """Beside 0 and 100,71 it is cut off at a round number, which is stated."""
        picture = bars(0, 611, Decimal("100.71"), marks=[100])
        assert picture.limits == (0, 150)
        root = parsed(picture.svg())
        assert of_class(root, "bar")[1].get("d", "").count("Z") == 2
        assert "Batang di atas 150 dipotong." in texts(root)

    @pytest.mark.parametrize(
        ("values", "limits"),
        [
            ((100, 90, 300), None),  # three times as long is not far
            ((100, 90, 301), (0, 100)),
            ((100, 301), None),  # of two bars neither is the odd one
            ((100, 90, -301), (-20, 100)),
            ((-100, -90, 301), (-100, 20)),
            ((-100, -90, -301), (-100, 0)),
            ((0, 0, 5), None),
            ((1, 1, 1, 1, 1, 1, 1, 1, 9, 9), None),  # two of ten are no exception
            ((*[1] * 14, 9, 9), (0, 1)),
            ((*[1] * 13, 9, 9), None),
            ((None, None, 1, 9), None),
            ((), None),
        ],
    )
    def test_boundaries(self, values: tuple[Any, ...], limits: Any) -> None:
        """More than three times as long as the rest, and one in eight at most."""
        assert bars(*values).limits == limits

    def test_a_mark_counts_as_a_bar(self) -> None:
        """What is long beside the others but not beside the mark stays whole."""
        assert bars(10, 10, 200, marks=[100]).limits is None
        assert bars(10, 10, 200).limits == (0, 10)

    @pytest.mark.parametrize(
        ("values", "sentence"),
        [
            ((1, 1, -9), "Bars below -0.2 are cut off."),
            ((1, 1, 9), "Bars above 1 are cut off."),
            ((*[1] * 15, 9, -9), "Bars beyond -0.2 to 1 are cut off."),
        ],
    )
    def test_what_was_cut_is_stated(self, values: tuple[int, ...], sentence: str) -> None:
        """Below, above or both."""
        root = parsed(bars(*values, lang="en").svg())
        assert sentence in texts(root)
        assert sentence in str(root[1].text)

    @given(st.lists(VALUES, min_size=1, max_size=20))
    def test_others_keep_a_third_of_the_room(self, values: list[Fraction | None]) -> None:
        """Whatever is cut, no whole bar lies beyond the limits."""
        found = bars(*values)
        if found.limits is not None:
            low, high = found.limits
            cut = [value for value in values if value is not None and not low <= value <= high]
            assert 1 <= len(cut) <= max(1, len(values) // 8)


class TestLongTexts:
    """What does not fit on one line."""

    @pytest.mark.parametrize(("count", "lines", "more"), [(1, 1, False), (12, 2, False), (60, 3, True)])
    def test_a_remark_takes_up_to_three_lines(self, count: int, lines: int, more: bool) -> None:
        """And a mark says that it goes on."""
        root = parsed(Bars("", [Bar("A", 5, "5", note=" ".join(["catatan"] * count))]).svg())
        (note,) = [text for text in root.iter(f"{SVG}text") if (text.text or "").startswith("catatan")]
        assert 1 + len(note) == lines
        assert "".join(note.itertext()).endswith("…") == more

    def test_a_label_takes_up_to_two_lines(self) -> None:
        """And a mark says that it goes on."""
        root = parsed(Bars("", [Bar("Dinas " * 30, 5, "5")]).svg())
        (label,) = [text for text in root.iter(f"{SVG}text") if (text.text or "").startswith("Dinas")]
        assert len(label) == 1
        assert "".join(label.itertext()).endswith("…")


class TestAxis:
    """The numbers over the bars."""

    @pytest.mark.parametrize("mark", [10**12, -(10**12)])
    def test_a_long_number_at_an_end_stays_within(self, mark: int) -> None:
        """It moves inwards as far as it must, to the very edge."""
        root = parsed(Bars("", [Bar("", 1, "1")], marks=[mark]).svg())
        assert_within(root)
        written = axis_text(Fraction(mark), "id")
        (place,) = [float(text.get("x", 0)) for text in root.iter(f"{SVG}text") if text.text == written]
        half = room_for(written, bold=True) / 2
        assert abs(place - (400 - half if mark > 0 else half)) < 0.1


class TestWords:
    """What stands behind the picture."""

    def test_text(self) -> None:
        """A table; remarks have a column where there are any."""
        plain_lines = Bars("", [Bar("A", 5, "5,00")]).text().split("\n")
        assert plain_lines[0].split() == ["Uraian", "Nilai"]
        noted = Bars("", [Bar("A", 5, "5,00", note="satu"), Bar("B", 6, "6,00")], lang="en").text().split("\n")
        assert noted[0].split() == ["Label", "Value", "Remark"]
        assert noted[2].split() == ["A", "5,00", "satu"]

    def test_width(self) -> None:
        """The table keeps to the width that was asked for."""
        picture = Bars("Nilai kinerja perangkat daerah", [])
        assert picture.text(20) == picture.table().text(20)
        assert picture.text(20) != picture.text()

    def test_columns(self) -> None:
        """Numbers stand to the right, words to the left; the title is that of the picture."""
        table = Bars("Nilai", [Bar("A", 5, "5,00", note="satu"), Bar("B", 6, "6,00")]).table()
        assert [(one.head, one.align) for one in table.columns] == [
            ("Uraian", "left"),
            ("Nilai", "right"),
            ("Keterangan", "left"),
        ]
        assert (table.title, table.rows) == ("Nilai", (("A", "5,00", "satu"), ("B", "6,00", "")))

    def test_html(self) -> None:
        """The notebook gets the picture for both widths and the table."""
        picture = bars(50, 100)
        html = picture._repr_html_()
        assert html == picture.html()
        assert picture.svg() in html
        assert picture.svg(width=720) in html
        assert picture.table().html() in html


class TestMaking:
    """What cannot be drawn cannot be made."""

    @pytest.mark.parametrize(
        ("make", "code", "path", "value"),
        [
            (partial(Bar, 5, 5, "5"), "not-text", "Bar.label", 5),
            (partial(Bar, "A", 0.5, "0,5"), "not-drawable", "Bar.value", 0.5),
            (partial(Bar, "A", 5, 6), "not-text", "Bar.printed", 6),
            (partial(Bar, "A", 5, "5", 7), "not-a-whole-number", "Bar.tone", 7),
            (partial(Bar, "A", 5, "5", note=None), "not-text", "Bar.note", None),
            (partial(Bars, None, []), "not-text", "Bars.title", None),
            (partial(Bars, "", ["A"]), "wrong-kind", "Bars.items[0]", "A"),
            (partial(Bars, "", 5), "not-a-list", "Bars.items", 5),
            (partial(Bars, "", [Bar("A", 5, "5")] * 2001), "chart-too-large", "Bars.items", 2001),
            (partial(Bars, "", [], marks=[1, 0.5]), "not-drawable", "Bars.marks[1]", 0.5),
            (partial(Bars, "", [], marks=100), "not-a-list", "Bars.marks", 100),
            (partial(Bars, "", [], lang="fr"), "unknown-language", "lang", "fr"),
            (partial(Bars("", []).svg, width=10), "not-a-whole-number", "Bars.svg.width", 10),
        ],
    )
    def test_refused(self, make: Any, code: str, path: str, value: object) -> None:
        """The error names the field and what stood there."""
        assert facts_of(make) == (code, path, value)

    def test_as_many_as_fit(self) -> None:
        """Two thousand bars are one picture."""
        assert len(Bars("", [Bar("A", 5, "5")] * 2000).items) == 2000

    def test_way_out(self) -> None:
        """The example of an error passes in the place of what was refused."""
        for items in (5, ["A"]):
            assert_way_out(lambda items: Bars("", items), items, Bar=Bar)
        assert_way_out(lambda marks: Bars("", [], marks=marks), 100)

    @given(BARS)
    def test_value(self, picture: Bars) -> None:
        """A picture is a value: equal, hashable, itself again after pickling, and drawn the same each time."""
        again = pickle.loads(pickle.dumps(picture))
        assert again == picture
        assert hash(again) == hash(picture)
        assert again.svg() == picture.svg()
