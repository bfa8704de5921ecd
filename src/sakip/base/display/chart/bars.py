"""Diagram batang: one number for each label, the farthest cut off so that the others stay readable."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from attrs import field, frozen

from sakip.base.display.cell import escaped, require_string
from sakip.base.display.chart.axis import Axis, Value, axis_text, require_value, round_step
from sakip.base.display.chart.drawing import heading, picture, picture_width, spoken, tag, toned, words
from sakip.base.display.chart.figure import NOTHING, WIDE, figure
from sakip.base.display.chart.limits import bounded
from sakip.base.display.chart.measure import LINE, fitted, plain, room_for
from sakip.base.display.chart.tone import require_tone
from sakip.base.display.table import Column, Table
from sakip.base.kind import listed, tuple_of
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang

__all__ = ["Bar", "Bars"]

_MOST = 2000
_THICK = 14
_GAP = 8
_BREAK = 9
# Far beyond: more than so many times the farthest of the others, and at most one bar in so many.
_FAR = 3
_FEW = 8

_Limits = tuple[Fraction, Fraction]
_Band = tuple[int, int]


def _label(value: str) -> str:
    return require_string(value, "Bar.label")


def _number(value: Value | None) -> Fraction | None:
    return None if value is None else require_value(value, "Bar.value")


def _printed(value: str) -> str:
    return require_string(value, "Bar.printed")


def _tone(value: int | None) -> int | None:
    return require_tone(value, "Bar.tone")


def _note(value: str) -> str:
    return require_string(value, "Bar.note")


@frozen
class Bar:
    """Batang: a label and its number.

    Attributes:
        label: What the number is of.
        value: An exact number, or None where there is none.
        printed: The number as it is printed, or why there is none.
        tone: From 0, the worst, to 6, the best; without one the bar has the colour of no judgement.
        note: A remark below the bar; may be empty.

    Raises:
        InvalidValueError: A number that cannot be drawn, another tone, or a label that is no text.

    Examples:
        >>> Bar("Dinas Sosial", 104, "104,00").value
        Fraction(104, 1)
    """

    label: str = field(converter=_label)
    value: Fraction | None = field(converter=_number)
    printed: str = field(converter=_printed)
    tone: int | None = field(default=None, converter=_tone)
    note: str = field(default="", converter=_note)

    __reduce__ = reduce_by_fields


def _title(value: str) -> str:
    return require_string(value, "Bars.title")


def _items(value: Iterable[Bar]) -> tuple[Bar, ...]:
    return bounded(tuple_of(Bar, value, "Bars.items", "Bar('Dinas Sosial', 104, '104,00')"), _MOST, "Bars.items")


def _marks(value: Iterable[Value]) -> tuple[Fraction, ...]:
    items = listed(value, "Bars.marks", "100")
    return tuple(sorted({require_value(item, f"Bars.marks[{place}]") for place, item in enumerate(items)}))


@frozen
class Bars:
    """Diagram batang: horizontal bars in the order in which they are given, negative numbers left of zero.

    A bar is cut off, with a visible break and its number beside it, where it would be more than three times as long
    as the longest of the others or the farthest mark, and where at most one in eight is (one of three to seven); the
    limit is stated below the picture.

    Attributes:
        title: What is shown; may be empty.
        items: Up to 2,000 bars.
        lang: Language of the numbers on the axis and of the words of the picture itself.
        marks: Numbers at which a line is drawn through all bars.

    Raises:
        InvalidValueError: Something that is no bar, too many of them, or a number that cannot be drawn.

    Examples:
        >>> bars = Bars("Capaian", [Bar("Dinas Sosial", 104, "104,00"), Bar("Satpol PP", None, "ditahan")], marks=[100])
        >>> print(bars.text())
        Capaian
        <BLANKLINE>
        Uraian          Nilai
        ------------  -------
        Dinas Sosial   104,00
        Satpol PP     ditahan
    """

    title: str = field(converter=_title)
    items: tuple[Bar, ...] = field(converter=_items)
    lang: Lang = field(default="id", converter=require_lang, kw_only=True)
    marks: tuple[Fraction, ...] = field(default=(), converter=_marks, kw_only=True)

    __reduce__ = reduce_by_fields

    @property
    def limits(self) -> _Limits | None:
        """Batas gambar: the numbers below and above which bars are cut off; None where none is."""
        values = sorted((item.value for item in self.items if item.value is not None), key=abs)
        few = max(1, len(values) // _FEW) if len(values) > 2 else 0
        for left_out in range(few, 0, -1):
            near, far = values[:-left_out], values[-left_out]
            reach = max(map(abs, [*near, *self.marks]))
            if reach and abs(far) > _FAR * reach:
                return self._around([*near, *self.marks], values[-left_out:])
        return None

    def _around(self, near: list[Fraction], far: list[Fraction]) -> _Limits:
        step = round_step(max(map(abs, near)), 5)
        low, high = min(Fraction(0), *near), max(Fraction(0), *near)
        if min(far) < low:
            low = (low // step or -1) * step
        if max(far) > high:
            high = (-(-high // step) or 1) * step
        return low, high

    def svg(self, *, width: int | None = None) -> str:
        """Gambar SVG: a document that stands alone and fits into a page.

        Args:
            width: Width in pixels, 320 to 2,000; 400 when left out, at which every letter can be read on a phone.

        Raises:
            InvalidValueError: A width out of range.
        """
        return _drawn(self, picture_width(width, "Bars.svg.width"))

    def table(self) -> Table:
        """Tabel: what the picture shows, in words."""
        noted = any(item.note for item in self.items)
        columns = [Column(_LABEL.render(self.lang)), Column(_VALUE.render(self.lang), "right")]
        return Table(
            self.title,
            [*columns, Column(_NOTE.render(self.lang))] if noted else columns,
            [(item.label, item.printed, item.note) if noted else (item.label, item.printed) for item in self.items],
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


_LABEL = Text("Uraian", "Label")
_VALUE = Text("Nilai", "Value")
_NOTE = Text("Keterangan", "Remark")
_CUT = Text("Batang di luar {low} sampai {high} dipotong.", "Bars beyond {low} to {high} are cut off.")
_CUT_ABOVE = Text("Batang di atas {high} dipotong.", "Bars above {high} are cut off.")
_CUT_BELOW = Text("Batang di bawah {low} dipotong.", "Bars below {low} are cut off.")
_DESCRIPTION = Text(
    "Diagram {count} batang, dari {first} sampai {last}.",
    "Chart of {count} bars, from {first} to {last}.",
)


class _Place(NamedTuple):
    """Where everything stands: the axis, the room of the labels, and the width of the whole."""

    axis: Axis
    room: int
    width: int


def _drawn(bars: Bars, width: int) -> str:
    title, top = heading(bars.title, width)
    if not bars.items:
        nothing = NOTHING.render(bars.lang)
        return picture(bars.title, nothing, title + words([nothing], 0, top + LINE), width, top + LINE + _GAP)
    place, limits = _placed(bars, width), bars.limits
    rows: list[str] = []
    bands: list[_Band] = [(top + LINE + 1, top + LINE + 6)]
    bottom = top + LINE + 6
    for item in bars.items:
        row, band, bottom = _row(item, place, bottom, limits)
        rows.append(row)
        bands += band
    cut = _cut(bars)
    foot = fitted(cut, width, lines=3) if cut else ()
    body = "".join(
        [
            title,
            _grid(bars, place, top + LINE - 4, bands),
            *rows,
            *(_upright(place, mark, bands, stroke_width="1.5", stroke_dasharray="5 3") for mark in bars.marks),
            words(foot, 0, bottom + LINE + 2, fill_opacity="0.75") if foot else "",
        ]
    )
    first, last = (f"{item.label} {item.printed}" for item in (bars.items[0], bars.items[-1]))
    told = _DESCRIPTION.render(bars.lang, {"count": len(bars.items), "first": first, "last": last})
    height = bottom + 4 + (LINE * len(foot) + 4 if foot else 0)
    return picture(bars.title, f"{told} {cut}".rstrip(), body, width, height)


def _placed(bars: Bars, width: int) -> _Place:
    limits = bars.limits
    room = min(max(room_for(plain(item.label)) for item in bars.items), width * 42 // 100)
    numbers = [room_for(plain(item.printed), bold=True) for item in bars.items if item.value is not None]
    values = min(max(numbers, default=0), width // 4)
    ends = [*bars.marks, *(limits or ())]
    drawn = [_within(item.value, limits) for item in bars.items if item.value is not None]
    axis = Axis.over([Fraction(0), *drawn, *ends], room + _GAP, width - values - _GAP)
    return _Place(axis, room, width)


def _within(value: Fraction, limits: _Limits | None) -> Fraction:
    return value if limits is None else min(max(value, limits[0]), limits[1])


def _row(item: Bar, place: _Place, top: int, limits: _Limits | None) -> tuple[str, list[_Band], int]:
    """One bar with its texts, the band in which lines may cross it, and where the next one begins."""
    label = fitted(plain(item.label), place.room, lines=2)
    note = fitted(plain(item.note), place.width, lines=3) if item.note else ()
    tall = max(LINE * len(label), _THICK) + _GAP
    middle = top + tall // 2
    below = top + tall + LINE * len(note)
    told = f"{item.label}: {item.printed}" + (f" ({item.note})" if item.note else "")
    parts = [
        tag("title", escaped(plain(told))),
        words(label, 0, middle + 5 - LINE * (len(label) - 1) // 2),
        _reason(item, place, middle) if item.value is None else _bar(item, item.value, place, middle, limits),
        words(note, 0, top + tall + 9, fill_opacity="0.75") if note else "",
        tag("path", d=f"M0 {below}H{place.width}", stroke="currentColor", stroke_opacity="0.12"),
    ]
    if item.value is None:
        return tag("g", *parts), [], below  # no line runs through words
    crossed = any(room_for(line) > place.room + _GAP for line in note)
    return tag("g", *parts), [(top, top + tall - 5 if crossed else below)], below


def _reason(item: Bar, place: _Place, middle: int) -> str:
    start = place.axis.at(Fraction(0)) + 4
    if room_for(plain(item.printed)) > place.width - start:
        start = place.axis.start
    line = fitted(plain(item.printed), int(place.width - start))
    return words(line, start, middle + 5, font_style="italic", fill_opacity="0.75")


def _bar(
    item: Bar,
    value: Fraction,
    place: _Place,
    middle: int,
    limits: _Limits | None,
) -> str:
    held = _within(value, limits)
    zero, end = place.axis.at(Fraction(0)), place.axis.at(held)
    high, low = middle - _THICK // 2, middle + _THICK // 2
    if held == value:
        left, right = (end, zero) if end < zero else (zero, end)
        # A number that is nearly nothing still shows that it is there.
        path = f"M{spoken(left)} {high}H{spoken(max(right, left + 1))}V{low}H{spoken(left)}Z"
    else:
        way = 1 if end > zero else -1
        near, slant, far = (spoken(end - way * back) for back in (_BREAK + 8, _BREAK + 4, _BREAK + 2))
        path = (
            f"M{spoken(zero)} {high}H{slant}L{near} {low}H{spoken(zero)}Z"
            f"M{spoken(end - way * (_BREAK - 2))} {high}H{spoken(end)}V{low}H{far}Z"
        )
    bold = {"font_weight": "bold"} if held != value else {}
    room = int(place.width - place.axis.end - _GAP)
    printed = fitted(plain(item.printed), room, bold=bool(bold))
    mark = tag("path", d=path, **toned(item.tone), **_edged(item.tone))
    return mark + words(printed, place.width, middle + 5, text_anchor="end", **bold)


def _edged(tone: int | None) -> dict[str, str]:
    """A thin edge, without which the tones in the middle would be lost on paper."""
    return {} if tone is None else {"stroke": "currentColor", "stroke_opacity": "0.5", "stroke_width": "0.7"}


def _grid(bars: Bars, place: _Place, line: int, bands: list[_Band]) -> str:
    """Faint lines at round numbers, each with its number where there is room for it."""
    axis = place.axis
    taken = [_Label.at(mark, place, bars.lang) for mark in bars.marks]
    parts = [words([one.text], one.middle, line, text_anchor="middle", font_weight="bold") for one in taken]
    for tick in axis.ticks(max(2, int(axis.end - axis.start) // 70)):
        one = _Label.at(tick, place, bars.lang)
        parts.append(_upright(place, tick, bands, stroke_opacity="0.18" if tick else "0.6"))
        if all(one.is_clear_of(other) for other in taken):
            taken.append(one)
            parts.append(words([one.text], one.middle, line, text_anchor="middle", fill_opacity="0.75"))
    return "".join(parts)


def _upright(place: _Place, value: Fraction, bands: list[_Band], **attributes: str) -> str:
    x = spoken(place.axis.at(value))
    return tag(
        "path", d="".join(f"M{x} {top}V{low}" for top, low in _joined(bands)), stroke="currentColor", **attributes
    )


def _joined(bands: list[_Band]) -> Iterator[_Band]:
    """The bands, those that touch made one, so that dashes run on."""
    top, low = bands[0]
    for above, below in bands[1:]:
        if above != low:
            yield top, low
            top = above
        low = below
    yield top, low


class _Label(NamedTuple):
    """A number of the axis: its text, where its middle stands and how far it reaches to each side."""

    text: str
    middle: Fraction
    half: Fraction

    @classmethod
    def at(cls, value: Fraction, place: _Place, lang: Lang) -> "_Label":
        text = axis_text(value, lang)
        half = Fraction(room_for(text, bold=True), 2)
        return cls(text, min(max(place.axis.at(value), half), place.width - half), half)

    def is_clear_of(self, other: "_Label") -> bool:
        return abs(self.middle - other.middle) >= self.half + other.half + 4


def _cut(bars: Bars) -> str:
    """Which bars are cut off, in a sentence; empty where none is."""
    limits = bars.limits
    if limits is None:
        return ""
    low, high = limits
    values = [item.value for item in bars.items if item.value is not None]
    below, above = min(values) < low, max(values) > high
    sentence = _CUT if below and above else _CUT_BELOW if below else _CUT_ABOVE
    return sentence.render(bars.lang, {"low": axis_text(low, bars.lang), "high": axis_text(high, bars.lang)})
