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
from sakip.errors import InvalidValueError
from tests.base.display.chart.drawn import assert_within, numbers, of_class, parsed, texts, told

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


class TestWords:
    """What stands behind the picture."""

    def test_text(self) -> None:
        """A table; remarks have a column where there are any."""
        plain_lines = Bars("", [Bar("A", 5, "5,00")]).text().split("\n")
        assert plain_lines[0].split() == ["Uraian", "Nilai"]
        noted = Bars("", [Bar("A", 5, "5,00", note="satu"), Bar("B", 6, "6,00")], lang="en").text().split("\n")
        assert noted[0].split() == ["Label", "Value", "Remark"]
        assert noted[2].split() == ["A", "5,00", "satu"]

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
        ("make", "path"),
        [
            (partial(Bar, 5, 5, "5"), "Bar.label"),
            (partial(Bar, "A", 0.5, "0,5"), "Bar.value"),
            (partial(Bar, "A", 5, 5), "Bar.printed"),
            (partial(Bar, "A", 5, "5", 7), "Bar.tone"),
            (partial(Bar, "A", 5, "5", note=None), "Bar.note"),
            (partial(Bars, None, []), "Bars.title"),
            (partial(Bars, "", ["A"]), "Bars.items[0]"),
            (partial(Bars, "", [Bar("A", 5, "5")] * 2001), "Bars.items"),
            (partial(Bars, "", [], marks=[0.5]), "Bars.marks[0]"),
            (partial(Bars, "", [], marks=100), "Bars.marks"),
            (partial(Bars, "", [], lang="fr"), "lang"),
            (partial(Bars("", []).svg, width=10), "Bars.svg.width"),
        ],
    )
    def test_refused(self, make: Any, path: str) -> None:
        """The error names the field."""
        with pytest.raises(InvalidValueError) as caught:
            make()
        assert caught.value.path == path

    @given(BARS)
    def test_value(self, picture: Bars) -> None:
        """A picture is a value: equal, hashable, itself again after pickling, and drawn the same each time."""
        again = pickle.loads(pickle.dumps(picture))
        assert again == picture
        assert hash(again) == hash(picture)
        assert again.svg() == picture.svg()
