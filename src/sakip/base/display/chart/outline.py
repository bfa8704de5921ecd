"""Bagan bertingkat: labels under labels with a mark, a line of numbers and the line that joins them."""

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from attrs import field, frozen

from sakip.base.display.cell import require_string
from sakip.base.display.chart.drawing import heading, lettered, picture, picture_width, tag, toned, words
from sakip.base.display.chart.figure import NOTHING, WIDE, figure
from sakip.base.display.chart.limits import bounded
from sakip.base.display.chart.measure import LINE, fitted, plain, room_for
from sakip.base.display.chart.tone import require_tone
from sakip.base.display.table import Column, Table
from sakip.base.kind import tuple_of
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang

__all__ = ["Outline", "OutlineItem"]

_MOST = 2000
_DEEPEST = 100
_STEP = 22
_STEPS = 8
_MARK = 18
_GAP = 10


def _label(value: str) -> str:
    return require_string(value, "OutlineItem.label")


def _detail(value: str) -> str:
    return require_string(value, "OutlineItem.detail")


def _printed(value: str) -> str:
    return require_string(value, "OutlineItem.printed")


def _mark(value: str) -> str:
    return require_string(value, "OutlineItem.mark")


def _joint(value: str) -> str:
    return require_string(value, "OutlineItem.joint")


def _tone(value: int | None) -> int | None:
    return require_tone(value, "OutlineItem.tone")


def _depth(value: int) -> int:
    return admit_whole(value, "OutlineItem.depth", low=0, high=_DEEPEST)


@frozen
class OutlineItem:
    """Butir bagan: a label at its depth, with a mark that needs no colour to be told from the others.

    Attributes:
        label: Its name.
        depth: How many labels it stands below, from 0.
        detail: What it is, in words; may be empty.
        printed: Its numbers as they are printed; may be empty.
        mark: One sign, such as ``✓``; may be empty.
        tone: From 0, the worst, to 6, the best; without one the mark has the colour of no judgement.
        joint: What joins it to the label that it stands below; may be empty.
        broken: Whether the line to the label above is drawn broken.

    Raises:
        InvalidValueError: A depth above 100, another tone, or something that is no text.

    Examples:
        >>> OutlineItem("KADIS/IKU-1", 1, mark="✓").depth
        1
    """

    label: str = field(converter=_label)
    depth: int = field(converter=_depth)
    detail: str = field(default="", converter=_detail, kw_only=True)
    printed: str = field(default="", converter=_printed, kw_only=True)
    mark: str = field(default="", converter=_mark, kw_only=True)
    tone: int | None = field(default=None, converter=_tone, kw_only=True)
    joint: str = field(default="", converter=_joint, kw_only=True)
    broken: bool = field(default=False, kw_only=True)

    __reduce__ = reduce_by_fields


def _title(value: str) -> str:
    return require_string(value, "Outline.title")


def _items(value: Iterable[OutlineItem]) -> tuple[OutlineItem, ...]:
    example = "OutlineItem('KADIS/IKU-1', 0)"
    return bounded(tuple_of(OutlineItem, value, "Outline.items", example), _MOST, "Outline.items")


_HEADS = (Text("", ""), Text("Uraian", "Item"), Text("Keterangan", "Detail"), Text("Angka", "Numbers"))
_SPOKEN = Text("{count} butir", "{count} items")


@frozen
class Outline:
    """Bagan bertingkat: labels below each other, each a step further in than the one it stands below.

    It grows downwards and never sideways, so a phone shows it as well as a wall.

    Attributes:
        title: What is shown; may be empty.
        items: Up to 2,000 labels, each before those that stand below it.
        lang: Language of the words of the picture itself.

    Raises:
        InvalidValueError: Something that is no item, or too many of them.

    Examples:
        >>> outline = Outline("Pohon kinerja", [OutlineItem("KADIS/IKU-1", 0), OutlineItem("KABID/A-1", 1)])
        >>> outline.svg().count("<title")
        1
    """

    title: str = field(converter=_title)
    items: tuple[OutlineItem, ...] = field(converter=_items)
    lang: Lang = field(default="id", converter=require_lang, kw_only=True)

    __reduce__ = reduce_by_fields

    def table(self) -> Table:
        """Tabel bagan: the same as rows of text, the depth as blanks."""
        return Table(
            title=self.title,
            columns=[Column(head.render(self.lang)) for head in _HEADS],
            rows=[(one.mark, f"{'  ' * one.depth}{one.label}", one.detail, one.printed) for one in self.items],
        )

    def text(self, width: int | None = None) -> str:
        """Teks bagan: the table for a terminal."""
        return self.table().text(width)

    def svg(self, width: int | None = None) -> str:
        """SVG bagan: a picture that stands alone, 400 units wide unless another width is asked for.

        Raises:
            InvalidValueError: A width that is not 320 to 2,000.
        """
        across = picture_width(width, "Outline.svg.width")
        title, top = heading(self.title, across)
        description = _SPOKEN.render(self.lang, {"count": len(self.items)})
        if not self.items:
            nothing = NOTHING.render(self.lang)
            return picture(self.title, nothing, title + words([nothing], 0, top + LINE), across, top + 2 * LINE)
        said = [_said(one, across) for one in self.items]
        places = list(accumulate((each.height + _GAP for each in said), initial=top + 4))
        body = "".join(
            part for one, each, y in zip(self.items, said, places, strict=False) for part in _marks(one, each, y)
        )
        lines = "".join(self._lines(places[:-1]))
        return picture(self.title, description, title + lines + body, across, places[-1])

    def _lines(self, places: list[int]) -> Iterator[str]:
        """From each item the line up and across to the one that it stands below, or to where a line has come already.

        Lines that lay over each other would look darker, and fill each other's gaps.
        """
        reached: list[int] = []
        for one, y in zip(self.items, places, strict=True):
            del reached[one.depth :]
            if reached:
                x, middle = _left(one.depth - 1) + _MARK // 2, y + _MARK // 2
                path = f"M{x} {reached[-1]}V{middle}H{_left(one.depth) - 2}"
                dashes = {"stroke_dasharray": "4 3"} if one.broken else {}
                yield tag("path", d=path, fill="none", stroke="currentColor", stroke_opacity="0.35", **dashes)
                reached[-1] = middle
            reached.append(y + _MARK + 2)

    def html(self) -> str:
        """HTML bagan: the picture for narrow and for wide screens, with its table behind it."""
        return figure(self.svg(), self.svg(WIDE), self.table(), self.lang)

    def _repr_svg_(self) -> str:
        return self.svg(WIDE)

    def _repr_html_(self) -> str:
        return self.html()


def _left(depth: int) -> int:
    # Very deep labels would leave no room for words.
    return min(depth, _STEPS) * _STEP


class _Said(NamedTuple):
    """The texts of an item, each in the lines that it has room for."""

    left: int
    head: tuple[str, ...]
    joint: tuple[str, ...]
    detail: tuple[str, ...]
    numbers: tuple[str, ...]

    @property
    def height(self) -> int:
        return LINE * (len(self.head) + len(self.detail) + len(self.numbers))


def _said(one: OutlineItem, width: int) -> _Said:
    left = _left(one.depth) + _MARK + 8
    room = width - left
    joint = fitted(plain(one.joint), room // 2) if one.joint else ()
    taken = sum(room_for(line) + 8 for line in joint)
    return _Said(
        left,
        fitted(plain(one.label), room - taken, lines=2, bold=True),
        joint,
        fitted(plain(one.detail), room, lines=2) if one.detail else (),
        fitted(plain(one.printed), room, lines=2) if one.printed else (),
    )


def _marks(one: OutlineItem, said: _Said, y: int) -> Iterator[str]:
    left, head = said.left, said.head
    if one.mark:
        yield tag("rect", x=left - _MARK - 8, y=y, width=_MARK, height=_MARK, rx=4, **toned(one.tone))
        middle = {"text_anchor": "middle", "font_weight": "bold"}
        sign = fitted(plain(one.mark), _MARK, bold=True)
        yield words(sign, left - _MARK // 2 - 8, y + _MARK - 4, **middle, **lettered(one.tone))
    yield words(head, left, y + LINE - 3, font_weight="bold")
    if said.joint:
        after = left + (room_for(head[-1], bold=True) + 8 if head else 0)
        yield words(said.joint, after, y + LINE * max(len(head), 1) - 3, fill_opacity="0.7")
    below = y + LINE * (len(head) + 1) - 3
    if said.detail:
        yield words(said.detail, left, below)
    if said.numbers:
        yield words(said.numbers, left, below + LINE * len(said.detail), fill_opacity="0.8")
