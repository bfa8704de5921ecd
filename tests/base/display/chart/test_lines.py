"""Lines over the same steps."""

import pickle
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.display.chart import Lines, Series
from tests.base.contract import assert_way_out, facts_of
from tests.base.display.chart.drawn import SVG, assert_within, numbers, of_class, parsed, texts, told

VALUES = st.none() | st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=1000)
POINTS = st.lists(
    st.tuples(st.text(max_size=15), VALUES, st.text(max_size=12)), max_size=14, unique_by=lambda point: point[0]
)
PICTURES = st.builds(
    Lines,
    st.text(max_size=80),
    st.lists(st.builds(Series, st.text(max_size=40), POINTS, dashed=st.booleans()), max_size=6),
    lang=st.sampled_from(["id", "en"]),
)
STEPS = ("TW I", "TW II", "TW III", "TW IV")


def series(name: str, *values: Any, **fields: Any) -> Series:
    """One number a quarter."""
    points = [(step, value, "-" if value is None else str(value)) for step, value in zip(STEPS, values, strict=False)]
    return Series(name, points, **fields)


TARGET = series("Target", 20, 45, 70, 95, dashed=True)
DONE = series("Realisasi", Decimal("22.5"), None, 60, 93)


def line(picture: Lines, number: int) -> Any:
    """The path of one series."""
    group = of_class(parsed(picture.svg()), f"s{number}")[0]
    return next(path for path in group.findall(f"{SVG}path") if path.get("fill") == "none")


class TestSvg:
    """The picture."""

    @given(PICTURES, st.sampled_from([None, 320, 900]))
    def test_every_picture_is_whole(self, picture: Lines, width: int | None) -> None:
        """Whatever it is of, it is a document, and nothing runs out of it."""
        assert_within(parsed(picture.svg(width=width)))

    def test_a_missing_number_breaks_the_line(self) -> None:
        """Two strokes, and a cross on the ground with its reason under the pointer."""
        picture = Lines("", [TARGET, DONE])
        assert [line(picture, number).get("d").count("M") for number in (0, 1)] == [1, 2]
        root = parsed(picture.svg())
        assert "Realisasi, TW II: -" in told(root)
        assert "× tidak ada angka" in texts(root)
        assert "× tidak ada angka" not in texts(parsed(Lines("", [TARGET]).svg()))

    def test_a_step_that_is_left_out_breaks_the_line_too(self) -> None:
        """A line never runs over a step of which it says nothing."""
        short = Series("Realisasi", [("TW I", 20, "20"), ("TW III", 60, "60")])
        assert line(Lines("", [TARGET, short]), 1).get("d").count("M") == 2

    def test_steps_stand_as_told(self) -> None:
        """Those that are not named follow; without any they stand as they occur."""
        short = Series("Realisasi", [("TW IV", 60, "60"), ("TW I", 60, "60"), ("TW V", None, "-")])
        assert Lines("", [short]).steps == ("TW IV", "TW I", "TW V")
        picture = Lines("", [short], steps=STEPS)
        assert picture.steps == (*STEPS, "TW V")
        assert numbers(line(picture, 0))[0] < numbers(line(picture, 0))[2]

    def test_higher_is_higher(self) -> None:
        """And later is further right."""
        places = numbers(line(Lines("", [TARGET]), 0))
        assert all(a < b for a, b in pairwise(places[::2]))
        assert all(a > b for a, b in pairwise(places[1::2]))

    def test_promise_and_deed_differ_by_more_than_colour(self) -> None:
        """By dash, by mark, and by name beside the end."""
        picture = Lines("", [TARGET, DONE])
        assert [line(picture, number).get("stroke-dasharray") for number in (0, 1)] == ["6 4", None]
        root = parsed(picture.svg())
        assert {"Target", "Realisasi"} <= set(texts(root))
        marks = [{one.tag for one in of_class(root, f"s{number}")[1].iter()} for number in (0, 1)]
        assert marks[0] != marks[1]

    def test_every_series_has_its_own_mark(self) -> None:
        """Six series, six shapes."""
        picture = Lines("", [series(f"Seri {at}", 10 * at) for at in range(6)])
        root = parsed(picture.svg())
        shapes = []
        for at in range(6):
            mark = list(of_class(root, f"s{at}")[-1])[1]
            corners = numbers(mark) if mark.get("d") else [0, 0]
            shapes.append((mark.tag, tuple(round(c - corners[at % 2]) for at, c in enumerate(corners))))
        assert len(set(shapes)) == 6

    def test_numbers_stand_at_the_points_where_there_is_room(self) -> None:
        """Otherwise the last of each stands with its name."""
        assert {"20", "45", "70", "95"} <= set(texts(parsed(Lines("", [series("Target", 20, 45, 70, 95)]).svg())))
        long = series("Target", *(10**9 + value for value in (1, 2, 3, 4)))
        found = texts(parsed(Lines("", [long]).svg()))
        assert str(10**9 + 1) not in found
        assert f"Target{10**9 + 4}" in found
        three = [series(f"S{at}", 10 * at, 20 * at) for at in (1, 2, 3)]
        assert "S360" in texts(parsed(Lines("", three).svg()))

    def test_the_lower_of_two_numbers_stands_below(self) -> None:
        """So that neither covers the other, equal ones included."""
        picture = Lines("", [series("A", 50, 50), series("B", 60, 50)])
        heights = {
            (text.text, text.get("x"), text.get("y"))
            for text in parsed(picture.svg()).iter(f"{SVG}text")
            if text.get("text-anchor") == "middle" and text.text in {"50", "60"}
        }
        assert len(heights) == 4

    @pytest.mark.parametrize(
        ("values", "ticks"),
        [
            ((20, 95), {"0", "100"}),
            ((100, 112), {"95", "115"}),
            ((-5, 5), {"-5", "0"}),
            ((7, 7), {"0"}),
            ((0, 0), {"0"}),
            ((100, 66), {"0", "100"}),
            ((100, 67), {"60"}),
        ],
    )
    def test_zero_is_shown_unless_nothing_could_be_told_apart(self, values: tuple[int, ...], ticks: set[str]) -> None:
        """The ground is zero where the numbers differ by a third of the greatest."""
        assert ticks <= set(texts(parsed(Lines("", [series("A", *values)]).svg(width=900))))

    def test_many_steps_name_as_many_as_fit(self) -> None:
        """Twelve months on a phone, four hundred days anywhere."""
        months = Series("A", [(f"Bulan{at}", at, str(at)) for at in range(12)])
        found = texts(parsed(Lines("", [months]).svg()))
        assert "Bulan0" in found
        assert "Bulan1" not in found
        days = Series("A", [(f"Hari{at}", at, "x" * 30) for at in range(400)])
        assert_within(parsed(Lines("", [days]).svg(width=320)))

    def test_very_large_numbers_leave_room_for_the_lines(self) -> None:
        """Their numbers on the axis are shortened."""
        assert_within(parsed(Lines("", [series("A", 10**50, 2)]).svg(width=320)))

    def test_names_never_overlap(self) -> None:
        """Six lines that end in one point."""
        picture = Lines("", [series(f"Seri {at}", 5, 5) for at in range(6)])
        root = parsed(picture.svg())
        heights = sorted(
            float(text.get("y", 0)) for text in root.iter(f"{SVG}text") if (text.text or "").startswith("Seri")
        )
        assert all(b - a >= 17 for a, b in pairwise(heights))
        assert heights[-1] < float(root.get("height", 0))

    @pytest.mark.parametrize("shown", [[], [Series("A", [])], [series("A", None)]])
    def test_nothing_to_show(self, shown: list[Series]) -> None:
        """An empty picture says so."""
        assert "Tidak ada data." in texts(parsed(Lines("", shown).svg()))

    def test_description(self) -> None:
        """Who does not see it hears over what the lines run and where they end."""
        root = parsed(Lines("", [TARGET, DONE], lang="en").svg())
        assert root[1].text == "Line chart from TW I to TW IV. Target: 95; Realisasi: 93."


class TestWords:
    """What stands behind the picture."""

    def test_text(self) -> None:
        """One row a step; a series that says nothing of it has an empty cell."""
        short = Series("Realisasi", [("TW II", None, "belum"), ("TW V", 1, "1")])
        rows = [row.split() for row in Lines("", [TARGET, short]).text().split("\n")]
        assert rows[0] == ["Periode", "Target", "Realisasi"]
        assert rows[2:] == [
            ["TW", "I", "20"],
            ["TW", "II", "45", "belum"],
            ["TW", "III", "70"],
            ["TW", "IV", "95"],
            ["TW", "V", "1"],
        ]

    def test_width(self) -> None:
        """The table keeps to the width that was asked for."""
        picture = Lines("Nilai kinerja perangkat daerah", [])
        assert picture.text(20) == picture.table().text(20)
        assert picture.text(20) != picture.text()

    def test_columns(self) -> None:
        """Numbers stand to the right, steps to the left; the title is that of the picture."""
        table = Lines("Capaian", [TARGET, DONE], lang="en").table()
        assert [(one.head, one.align) for one in table.columns] == [
            ("Period", "left"),
            ("Target", "right"),
            ("Realisasi", "right"),
        ]
        assert (table.title, table.rows[1]) == ("Capaian", ("TW II", "45", "-"))

    def test_html(self) -> None:
        """The notebook gets the picture for both widths and the table."""
        picture = Lines("", [TARGET])
        assert picture._repr_html_() == picture.html()
        assert all(part in picture.html() for part in (picture.svg(), picture.svg(width=720), picture.table().html()))


class TestMaking:
    """What cannot be drawn cannot be made."""

    @pytest.mark.parametrize(
        ("make", "code", "path", "value"),
        [
            (partial(Series, 5, []), "not-text", "Series.name", 5),
            (partial(Series, "A", "B"), "not-a-list", "Series.points", "B"),
            (partial(Series, "A", [("TW I", 5)]), "wrong-size", "Series.points[0]", ("TW I", 5)),
            (partial(Series, "A", [("TW I", 5, 6)]), "not-text", "Series.points[0]", 6),
            (partial(Series, "A", [(5, 6, "6")]), "not-text", "Series.points[0]", 5),
            (partial(Series, "A", [("TW I", 0.5, "0,5")]), "not-drawable", "Series.points[0]", 0.5),
            (partial(Series, "A", [(str(at), 1, "1") for at in range(401)]), "chart-too-large", "Series.points", 401),
            (
                partial(Series, "A", [("I", 1, "1"), ("II", 1, "1"), ("I", 2, "2")]),
                "step-twice",
                "Series.points[2]",
                "I",
            ),
            (partial(Series, "A", [], dashed="ya"), "wrong-kind", "Series.dashed", "ya"),
            (partial(Lines, None, []), "not-text", "Lines.title", None),
            (partial(Lines, "", ["A"]), "wrong-kind", "Lines.series[0]", "A"),
            (partial(Lines, "", 5), "not-a-list", "Lines.series", 5),
            (partial(Lines, "", [TARGET] * 7), "chart-too-large", "Lines.series", 7),
            (partial(Lines, "", [], steps="TW I"), "not-a-list", "Lines.steps", "TW I"),
            (partial(Lines, "", [], steps=["TW I", 1]), "not-text", "Lines.steps[1]", 1),
            (partial(Lines, "", [], steps=["TW I"] * 401), "chart-too-large", "Lines.steps", 401),
            (partial(Lines, "", [], lang="fr"), "unknown-language", "lang", "fr"),
            (partial(Lines("", []).svg, width=10), "not-a-whole-number", "Lines.svg.width", 10),
        ],
    )
    def test_refused(self, make: Any, code: str, path: str, value: object) -> None:
        """The error names the field and what stood there."""
        assert facts_of(make) == (code, path, value)

    def test_as_many_as_fit(self) -> None:
        """Six series of four hundred points are one picture."""
        full = Series("A", [(str(at), 1, "1") for at in range(400)])
        assert len(Lines("", [full] * 6, steps=[str(at) for at in range(400)]).steps) == 400

    def test_way_out(self) -> None:
        """The example of an error passes in the place of what was refused."""
        for points in ("B", [("TW I", 5)]):
            assert_way_out(lambda points: Series("A", points), points)
        assert_way_out(lambda dashed: Series("A", [], dashed=dashed), "ya")
        for series in (5, ["A"]):
            assert_way_out(lambda series: Lines("", series), series, Series=Series)
        assert_way_out(lambda steps: Lines("", [], steps=steps), "TW I")

    def test_value(self) -> None:
        """A picture is a value: equal, hashable, itself again after pickling, and drawn the same each time."""
        picture = Lines("Imunisasi", [TARGET, DONE])
        again = pickle.loads(pickle.dumps(picture))
        assert again == picture
        assert hash(again) == hash(picture)
        assert again.svg() == picture.svg()
