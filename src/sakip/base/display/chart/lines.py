"""Diagram garis: series of numbers over the same steps, such as quarters against their trajectory."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from attrs import field, frozen

from sakip.base.display.cell import escaped, require_string
from sakip.base.display.chart.axis import Axis, Value, axis_text, require_value
from sakip.base.display.chart.drawing import coloured, heading, picture, picture_width, spoken, tag, words
from sakip.base.display.chart.figure import NOTHING, WIDE, figure
from sakip.base.display.chart.limits import bounded
from sakip.base.display.chart.measure import LINE, fitted, plain, room_for
from sakip.base.display.chart.tone import LINES
from sakip.base.display.table import Column, Table
from sakip.base.kind import listed, of_kind, parted, tuple_of
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang
from sakip.errors import InvalidValueError

__all__ = ["Lines", "Series"]

_MOST_POINTS = 400
_TALL = 200
_GAP = 8
_SWATCH = 26
_STEPS = 5
_KINDS = ("circle", "diamond", "square", "triangle", "down", "cross")

_POINT = "('Triwulan I', 20, '20')"

Point = tuple[str, Fraction | None, str]
"""Titik: a step, its number or None, and how it is printed."""


def _name(value: str) -> str:
    return require_string(value, "Series.name")


def _points(value: Iterable[tuple[str, Value | None, str]]) -> tuple[Point, ...]:
    items = listed(value, "Series.points", _POINT)
    found = bounded(tuple(_point(item, place) for place, item in enumerate(items)), _MOST_POINTS, "Series.points")
    steps = [step for step, _, _ in found]
    for place, step in enumerate(steps):
        if steps.index(step) < place:
            raise InvalidValueError(
                code="step-twice",
                path=f"Series.points[{place}]",
                value=step,
                problem=("langkah ini sudah punya angka", "this step has its number already"),
                way_out=("Beri tiap langkah satu angka", "Give each step one number"),
            )
    return found


def _point(item: object, place: int) -> Point:
    path = f"Series.points[{place}]"
    step, number, printed = parted(item, 3, path, _POINT)
    value = None if number is None else require_value(number, path)
    return require_string(step, path), value, require_string(printed, path)


def _dashed(value: bool) -> bool:  # noqa: FBT001 - the converter of a field
    return of_kind(bool, value, "Series.dashed", "True")


@frozen
class Series:
    """Seri: the numbers of one line.

    Attributes:
        name: What the line shows.
        points: (step, number, printed) each; the number is None where there is none, and the line is broken there.
        dashed: Whether the line is dashed, as what was promised is beside what was done.

    Raises:
        InvalidValueError: A point that has not three parts, a step twice, or a number that cannot be drawn.

    Examples:
        >>> Series("Target", [("TW I", 20, "20"), ("TW II", None, "-")], dashed=True).points[1]
        ('TW II', None, '-')
    """

    name: str = field(converter=_name)
    points: tuple[Point, ...] = field(converter=_points)
    dashed: bool = field(default=False, converter=_dashed, kw_only=True)

    __reduce__ = reduce_by_fields


def _title(value: str) -> str:
    return require_string(value, "Lines.title")


def _series(value: Iterable[Series]) -> tuple[Series, ...]:
    found = tuple_of(Series, value, "Lines.series", f"Series('Target', [{_POINT}])")
    return bounded(found, len(LINES), "Lines.series")


def _steps(value: Iterable[str]) -> tuple[str, ...]:
    items = listed(value, "Lines.steps", "'Triwulan I'")
    found = tuple(require_string(item, f"Lines.steps[{place}]") for place, item in enumerate(items))
    return bounded(found, _MOST_POINTS, "Lines.steps")


@frozen
class Lines:
    """Diagram garis: one to six series over the same steps, each named where it ends.

    Attributes:
        title: What is shown; may be empty.
        series: The lines.
        steps: The steps from left to right; those that are not named follow in the order in which they occur.
        lang: Language of the numbers on the axis and of the words of the picture itself.

    Raises:
        InvalidValueError: Something that is no series, or more of them than can be told apart.

    Examples:
        >>> target = Series("Target", [("TW I", 20, "20"), ("TW II", 45, "45")], dashed=True)
        >>> done = Series("Realisasi", [("TW I", Fraction(45, 2), "22,5"), ("TW II", None, "belum")])
        >>> print(Lines("Imunisasi", [target, done]).text())
        Imunisasi
        <BLANKLINE>
        Periode  Target  Realisasi
        -------  ------  ---------
        TW I         20       22,5
        TW II        45      belum
    """

    title: str = field(converter=_title)
    series: tuple[Series, ...] = field(converter=_series)
    steps: tuple[str, ...] = field(default=(), converter=_steps, kw_only=True)
    lang: Lang = field(default="id", converter=require_lang, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        found = (step for one in self.series for step, _, _ in one.points)
        object.__setattr__(self, "steps", tuple(dict.fromkeys([*self.steps, *found])))

    def svg(self, *, width: int | None = None) -> str:
        """Gambar SVG: a document that stands alone and fits into a page.

        Args:
            width: Width in pixels, 320 to 2,000; 400 when left out, at which every letter can be read on a phone.

        Raises:
            InvalidValueError: A width out of range.
        """
        return _drawn(self, picture_width(width, "Lines.svg.width"))

    def table(self) -> Table:
        """Tabel: what the picture shows, in words."""
        printed = [{step: text for step, _, text in one.points} for one in self.series]
        return Table(
            self.title,
            [Column(_STEP.render(self.lang)), *(Column(one.name, "right") for one in self.series)],
            [(step, *(texts.get(step, "") for texts in printed)) for step in self.steps],
        )

    def text(self, width: int | None = None) -> str:
        """Teks: the table of the picture for a terminal.

        Raises:
            InvalidValueError: A width that is not 20 to 1,000.
        """
        return self.table().text(width)

    def html(self) -> str:
        """HTML: the picture for narrow and for wide pages, with the table to unfold below it."""
        return figure(self.svg(), self.svg(width=WIDE), self.table(), self.lang)

    def _repr_html_(self) -> str:
        return self.html()


_STEP = Text("Periode", "Period")
_MISSING = Text("× tidak ada angka", "× no number")
_DESCRIPTION = Text(
    "Diagram garis dari {first} sampai {last}. {ends}.",
    "Line chart from {first} to {last}. {ends}.",
)


class _Place(NamedTuple):
    """Where everything stands: the steps from left to right, the numbers upwards."""

    steps: tuple[str, ...]
    left: int
    right: int
    room: int
    upright: Axis

    def x(self, step: int) -> Fraction:
        return self.left + Fraction((2 * step + 1) * (self.right - self.left), 2 * len(self.steps))

    @property
    def width(self) -> int:
        return self.right + _GAP + _SWATCH + self.room

    @property
    def slot(self) -> Fraction:
        return Fraction(self.right - self.left, len(self.steps))


def _drawn(lines: Lines, width: int) -> str:
    title, top = heading(lines.title, width)
    values = [value for one in lines.series for _, value, _ in one.points if value is not None]
    if not values:
        nothing = NOTHING.render(lines.lang)
        return picture(lines.title, nothing, title + words([nothing], 0, top + LINE), width, top + LINE + _GAP)
    names = [fitted(plain(one.name), width * 3 // 10, lines=3) for one in lines.series]
    lasts = [plain(printed) for one in lines.series for _, value, printed in one.points if value is not None]
    widest = max(map(room_for, [*lasts, *(line for name in names for line in name)]))
    room = min(widest, width * 3 // 10)
    above, below = top + LINE + 6, top + LINE + 6 + _TALL
    upright = Axis.over(_reach(values, len(lines.steps)), below, above).rounded(_STEPS)
    ticks = [(tick, axis_text(tick, lines.lang)) for tick in upright.ticks(_STEPS)]
    left = min(max(room_for(text) for _, text in ticks), width // 4) + _GAP
    place = _Place(lines.steps, left, width - room - _SWATCH - _GAP, room, upright)
    feet = _feet(place)
    ends, bottom = _names(place, lines.series, names)
    body = "".join(
        [
            title,
            *(_tick(place, tick, text) for tick, text in ticks),
            *(words(foot, x, below + LINE + _GAP, text_anchor="middle") for x, foot in feet),
            *(_line(place, one, at, below) for at, one in enumerate(lines.series)),
            *(_numbers(place, lines.series) if _is_roomy(place, lines.series) else ()),
            ends,
        ]
    )
    height = max(below + LINE * max(len(foot) for _, foot in feet) + _GAP + 6, bottom)
    if any(value is None for one in lines.series for _, value, _ in one.points):
        body += words([_MISSING.render(lines.lang)], 0, height + LINE - 5, fill_opacity="0.75")
        height += LINE + 2
    return picture(lines.title, _told(lines), body, width, height)


def _reach(values: list[Fraction], steps: int) -> list[Fraction]:
    """The numbers, and zero with them, unless they lie so far from it that no course could be seen."""
    low, high = min(values), max(values)
    far = steps > 1 and low != high and 3 * (high - low) < max(abs(low), abs(high))
    return [low - (high - low) / 8, high] if far else [Fraction(0), *values]


def _tick(place: _Place, tick: Fraction, text: str) -> str:
    y = place.upright.at(tick)
    line = tag(
        "path",
        d=f"M{place.left} {spoken(y)}H{place.right}",
        stroke="currentColor",
        stroke_opacity="0.18" if tick else "0.6",
    )
    return line + words(
        fitted(text, place.left - _GAP), place.left - _GAP, y + 5, text_anchor="end", fill_opacity="0.75"
    )


def _feet(place: _Place) -> list[tuple[Fraction, tuple[str, ...]]]:
    """The steps below the picture, as many as there is room for, each with the place of its middle."""
    labels = [plain(step) for step in place.steps]
    widest = max(room_for(word) for label in labels for word in label.split(" "))
    every = min(max(1, -(-(widest + 4) // place.slot)), max(1, len(labels) // 2))
    feet: list[tuple[Fraction, tuple[str, ...]]] = []
    for at in range(0, len(labels), every):
        foot = fitted(labels[at], int(place.slot * every) - 4, lines=3)
        half = Fraction(max(map(room_for, foot)), 2)
        feet.append((min(max(place.x(at), half), place.width - half), foot))
    return feet


def _at(place: _Place, series: Series) -> list[tuple[int, Point]]:
    """The points of a series from left to right."""
    where = {step: at for at, step in enumerate(place.steps)}
    return sorted(((where[point[0]], point) for point in series.points), key=_first)


def _first(pair: tuple[int, Point]) -> int:
    return pair[0]


def _line(place: _Place, series: Series, number: int, floor: int) -> str:
    found = _at(place, series)
    parts = [tag("title", escaped(plain(series.name)))]
    path, joined, before = "", False, -1
    marks: list[str] = []
    for at, (step, value, printed) in found:
        joined = joined and value is not None and at == before + 1
        told = tag("title", escaped(plain(f"{series.name}, {step}: {printed}")))
        x = place.x(at)
        if value is None:
            # A cross on the ground line: here is a number missing, which is not a zero.
            marks.append(tag("g", told, _cross(x, Fraction(floor), 3)))
            continue
        y = place.upright.at(value)
        path += f"{'L' if joined else 'M'}{spoken(x)} {spoken(y)}"
        joined, before = True, at
        marks.append(tag("g", told, _marker(number, x, y)))
    line = tag("path", d=path, fill="none", stroke="currentColor", stroke_width=2, **_dash(series))
    return tag("g", *parts, line if path else "", *marks, **coloured(number))


def _dash(series: Series) -> dict[str, str]:
    return {"stroke_dasharray": "6 4"} if series.dashed else {}


def _marker(number: int, x: Fraction, y: Fraction) -> str:
    """A shape for each series, so that it is told by more than its colour."""
    kind = _KINDS[number]
    if kind == "circle":
        return tag("circle", cx=x, cy=y, r="4.5", fill="currentColor")
    if kind == "cross":
        return _cross(x, y, 4)
    corners = {
        "diamond": ((0, -6), (6, 0), (0, 6), (-6, 0)),
        "square": ((-4, -4), (4, -4), (4, 4), (-4, 4)),
        "triangle": ((0, -6), (5, 4), (-5, 4)),
        "down": ((0, 6), (5, -4), (-5, -4)),
    }[kind]
    path = "L".join(f"{spoken(x + right)} {spoken(y + down)}" for right, down in corners)
    return tag("path", d=f"M{path}Z", fill="currentColor")


def _cross(x: Fraction, y: Fraction, arm: int) -> str:
    left, right, up, down = (spoken(end) for end in (x - arm, x + arm, y - arm, y + arm))
    return tag(
        "path", d=f"M{left} {up}L{right} {down}M{left} {down}L{right} {up}", stroke="currentColor", stroke_width=2
    )


def _known(place: _Place, series: Series) -> dict[int, tuple[Fraction, str]]:
    """The numbers of a series and how they are printed, by step."""
    return {at: (value, plain(printed)) for at, (_, value, printed) in _at(place, series) if value is not None}


def _is_roomy(place: _Place, series: tuple[Series, ...]) -> bool:
    """Whether every point may have its number beside it."""
    printed = (text for one in series for _, text in _known(place, one).values())
    return len(series) <= 2 and max(map(room_for, printed)) <= place.slot


def _numbers(place: _Place, series: tuple[Series, ...]) -> Iterator[str]:
    """The printed numbers at the points: the greater above its point, the lesser below, a lone one off its line."""
    known = [_known(place, one) for one in series]
    for number, own in enumerate(known):
        other = known[1 - number] if len(known) == 2 else {}
        for at, (value, printed) in own.items():
            if at in other:
                low = (value, -number) < (other[at][0], number - 1)
            else:
                beside = [own[near][0] for near in (at - 1, at + 1) if near in own]
                low = value * len(beside) < sum(beside)
            y = place.upright.at(value)
            # Below the ground line stand the steps.
            low = low and y + 20 < place.upright.start
            yield words([printed], place.x(at), y + (20 if low else -10), text_anchor="middle")


def _names(place: _Place, series: tuple[Series, ...], names: list[tuple[str, ...]]) -> tuple[str, int]:
    """The name of each series beside its end, with its mark, moved apart where they would overlap; and their bottom."""
    roomy = _is_roomy(place, series)
    ends: list[tuple[Fraction, int, tuple[str, ...]]] = []
    for number, one in enumerate(series):
        known = list(_known(place, one).values())
        y = place.upright.at(known[-1][0]) if known else place.upright.start
        # Where there is no room at the points, the last number stands with the name.
        last = () if roomy or not known else fitted(known[-1][1], place.room)
        ends.append((y, number, names[number] + last))
    parts: list[str] = []
    free, x = Fraction(0), Fraction(place.right + _GAP)
    for end, number, lines in sorted(ends):
        y = max(end, free)
        free = y + LINE * len(lines) + 2
        rule = f"M{spoken(x)} {spoken(y)}h20"
        mark = tag("path", d=rule, stroke="currentColor", stroke_width=2, **_dash(series[number]))
        parts += [
            tag("g", mark, _marker(number, x + 10, y), **coloured(number)),
            words(lines, x + _SWATCH, y + 5),
        ]
    return "".join(parts), int(free) - LINE + 10


def _told(lines: Lines) -> str:
    ends = "; ".join(f"{one.name}: {one.points[-1][2]}" for one in lines.series if one.points)
    steps = lines.steps
    return _DESCRIPTION.render(lines.lang, {"first": steps[0], "last": steps[-1], "ends": ends})
