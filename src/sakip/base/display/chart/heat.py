"""Peta panas: a table whose cells are shaded by how good they are, each with its letter or number."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from attrs import field, frozen

from sakip.base.display.cell import escaped, require_string
from sakip.base.display.chart.drawing import heading, lettered, picture, picture_width, tag, toned, words
from sakip.base.display.chart.figure import NOTHING, WIDE, figure
from sakip.base.display.chart.limits import bounded
from sakip.base.display.chart.measure import LINE, fitted, plain, room_for
from sakip.base.display.chart.tone import require_tone
from sakip.base.display.table import Column, Table
from sakip.base.kind import listed, none_or, parted
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang
from sakip.errors import InvalidValueError

__all__ = ["Heat", "HeatCell"]

_MOST_ROWS, _MOST_COLUMNS = 2000, 60
_LEAST_CELL, _WIDEST_CELL = 34, 110
_GAP = 8
_ROW = "('Dinas Sosial', [HeatCell('BB', 4)])"


def _printed(value: str) -> str:
    return require_string(value, "HeatCell.printed")


def _tone(value: int | None) -> int | None:
    return require_tone(value, "HeatCell.tone")


def _note(value: str) -> str:
    return require_string(value, "HeatCell.note")


@frozen
class HeatCell:
    """Sel peta panas: what stands in it and how good it is.

    Attributes:
        printed: A letter or a short number.
        tone: From 0, the worst, to 6, the best; None where nothing was judged.
        note: What the cell is of, or why it is empty; may be empty.

    Raises:
        InvalidValueError: A text that is none, or another tone.

    Examples:
        >>> HeatCell("BB", 4).tone
        4
    """

    printed: str = field(converter=_printed)
    tone: int | None = field(default=None, converter=_tone)
    note: str = field(default="", converter=_note)

    __reduce__ = reduce_by_fields


Row = tuple[str, tuple[HeatCell | None, ...]]


def _title(value: str) -> str:
    return require_string(value, "Heat.title")


def _columns(value: Iterable[str]) -> tuple[str, ...]:
    found = listed(value, "Heat.columns", "'Sasaran 1'")
    heads = tuple(require_string(head, f"Heat.columns[{place}]") for place, head in enumerate(found))
    return bounded(heads, _MOST_COLUMNS, "Heat.columns")


def _rows(value: Iterable[tuple[str, Iterable[HeatCell | None]]]) -> tuple[Row, ...]:
    rows = listed(value, "Heat.rows", _ROW)
    return bounded(tuple(_row(row, place) for place, row in enumerate(rows)), _MOST_ROWS, "Heat.rows")


def _row(value: object, place: int) -> Row:
    path = f"Heat.rows[{place}]"
    label, cells = parted(value, 2, path, _ROW)
    found = listed(cells, path, "HeatCell('BB', 4)")
    return require_string(label, path), tuple(
        none_or(HeatCell, cell, f"{path}[{at}]", "HeatCell('BB', 4)") for at, cell in enumerate(found)
    )


@frozen
class Heat:
    """Peta panas: rows by columns, shaded from the worst to the best and lettered, so that no colour stands alone.

    Attributes:
        title: What is shown; may be empty.
        columns: The heads, up to 60.
        rows: (label, cells) each, up to 2,000; a cell may be None, and a row may end early.
        lang: Language of the words of the picture itself.

    Raises:
        InvalidValueError: A row with more cells than there are columns, or more than one picture can hold.

    Examples:
        >>> heat = Heat("Predikat", ["Akhir", "S1"], [("Dinas Sosial", [HeatCell("BB", 4), HeatCell("A", 5)])])
        >>> print(heat.text())
        Predikat
        <BLANKLINE>
        Uraian        Akhir  S1
        ------------  -----  --
        Dinas Sosial    BB   A
    """

    title: str = field(converter=_title)
    columns: tuple[str, ...] = field(converter=_columns)
    rows: tuple[Row, ...] = field(converter=_rows)
    lang: Lang = field(default="id", converter=require_lang, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        for place, (label, cells) in enumerate(self.rows):
            if len(cells) > len(self.columns):
                raise InvalidValueError(
                    code="row-length",
                    path=f"Heat.rows[{place}]",
                    value=label,
                    problem=(
                        f"baris ini berisi {len(cells)} sel untuk {len(self.columns)} kolom",
                        f"the row has {len(cells)} cells for {len(self.columns)} columns",
                    ),
                    way_out=(
                        "Berikan paling banyak satu sel untuk tiap kolom",
                        "Give at most one cell for each column",
                    ),
                )

    def svg(self, *, width: int | None = None) -> str:
        """Gambar SVG: a document that stands alone and fits into a page.

        Args:
            width: Width in pixels, 320 to 2,000; 400 when left out, at which every letter can be read on a phone.
                Many columns make the picture wider than was asked for.

        Raises:
            InvalidValueError: A width out of range.
        """
        return _drawn(self, _placed(self, picture_width(width, "Heat.svg.width")))

    def table(self) -> Table:
        """Tabel: what the picture shows, in words."""
        return Table(
            self.title,
            [Column(_LABEL.render(self.lang)), *(Column(head, "center") for head in self.columns)],
            [(label, *map(_told, cells), *[""] * (len(self.columns) - len(cells))) for label, cells in self.rows],
        )

    def text(self, width: int | None = None) -> str:
        """Teks: the table of the picture for a terminal.

        Raises:
            InvalidValueError: A width that is not 20 to 1,000.
        """
        return self.table().text(width)

    def html(self) -> str:
        """HTML: the picture for narrow and for wide pages, with the table to unfold below it."""
        wider = _placed(self, picture_width(None, "Heat")).width > picture_width(None, "Heat")
        return figure(self.svg(), self.svg(width=WIDE), self.table(), self.lang, scrolls=wider)

    def _repr_html_(self) -> str:
        return self.html()


_LABEL = Text("Uraian", "Label")
_DESCRIPTION = Text(
    "Tabel {rows} baris dan {columns} kolom, tiap sel dengan hurufnya.",
    "Table (rows: {rows}, columns: {columns}), each cell with its letter.",
)


def _told(cell: HeatCell | None) -> str:
    if cell is None:
        return ""
    return f"{cell.printed} ({cell.note})" if cell.note else cell.printed


class _Place(NamedTuple):
    """Where everything stands: the room of the labels, the width of a cell, whether heads are numbered below."""

    room: int
    cell: int
    width: int
    numbered: bool

    def x(self, column: int) -> int:
        return self.room + _GAP + column * self.cell


def _placed(heat: Heat, width: int) -> _Place:
    room = min(max((room_for(plain(label)) for label, _ in heat.rows), default=0), width * 42 // 100)
    count = max(1, len(heat.columns))
    printed = {word for _, cells in heat.rows for cell in cells if cell for word in plain(cell.printed).split(" ")}
    least = max(_LEAST_CELL, min(max((room_for(word, bold=True) for word in printed), default=0), _WIDEST_CELL) + _GAP)
    cell = max(least, min((width - room - _GAP) // count, _WIDEST_CELL))
    widest = max((room_for(word, bold=True) for head in heat.columns for word in plain(head).split(" ")), default=0)
    numbered = widest > cell - 4 or any(
        len(fitted(plain(head), cell - 4, lines=9, bold=True)) > 3 for head in heat.columns
    )
    return _Place(room, cell, max(width, room + _GAP + count * cell), numbered)


def _drawn(heat: Heat, place: _Place) -> str:
    title, top = heading(heat.title, place.width)
    if not heat.rows or not heat.columns:
        nothing = NOTHING.render(heat.lang)
        return picture(heat.title, nothing, title + words([nothing], 0, top + LINE), place.width, top + LINE + _GAP)
    heads = [
        (str(at + 1),) if place.numbered else fitted(plain(head), place.cell - 4, lines=3, bold=True)
        for at, head in enumerate(heat.columns)
    ]
    tall = max(len(head) for head in heads)
    bottom = top + LINE * tall + 6
    parts = [title, *(_head(place, at, head, heat.columns[at], top=top, tall=tall) for at, head in enumerate(heads))]
    for row in heat.rows:
        drawn, bottom = _row_drawn(row, len(heat.columns), heat.columns, place, bottom)
        parts.append(drawn)
    if place.numbered:
        drawn, bottom = _key(heat.columns, place, bottom)
        parts.append(drawn)
    told = _DESCRIPTION.render(heat.lang, {"rows": len(heat.rows), "columns": len(heat.columns)})
    return picture(heat.title, told, "".join(parts), place.width, bottom + 4)


def _head(place: _Place, at: int, head: tuple[str, ...], full: str, *, top: int, tall: int) -> str:
    middle = place.x(at) + place.cell // 2
    first = top + LINE - 3 + LINE * (tall - len(head))
    return tag(
        "g",
        tag("title", escaped(plain(full))),
        words(head, middle, first, text_anchor="middle", font_weight="bold"),
    )


def _row_drawn(row: Row, count: int, heads: tuple[str, ...], place: _Place, top: int) -> tuple[str, int]:
    label, cells = row
    lines = fitted(plain(label), place.room, lines=2)
    printed = [_lines(cell, place) for cell in cells if cell]
    tall = max(LINE * max(map(len, [lines, *printed])) + 5, 26)
    middle = top + tall // 2
    shown = tag(
        "g",
        tag("title", escaped(plain(label))),
        words(lines, 0, middle + 5 - LINE * (len(lines) - 1) // 2),
    )
    padded = [*cells, *[None] * (count - len(cells))]
    drawn = [_cell(cell, f"{label}, {heads[at]}", place, at, top=top, tall=tall) for at, cell in enumerate(padded)]
    return shown + "".join(drawn), top + tall


def _lines(cell: HeatCell, place: _Place) -> tuple[str, ...]:
    return fitted(plain(cell.printed), place.cell - 6, lines=2, bold=True)


def _cell(cell: HeatCell | None, what: str, place: _Place, at: int, *, top: int, tall: int) -> str:
    x, middle = place.x(at), top + tall // 2
    size = {"x": x + 1, "y": top + 1, "width": place.cell - 2, "height": tall - 2, "rx": 3}
    if cell is None:
        return ""
    edge = {"stroke": "currentColor", "stroke_opacity": "0.3"}
    shade = {"fill": "none", "stroke_dasharray": "2 3"} if cell.tone is None else toned(cell.tone)
    text = _lines(cell, place)
    return tag(
        "g",
        tag("title", escaped(plain(f"{what}: {_told(cell)}"))),
        tag("rect", **size, **edge, **shade),
        words(
            text,
            x + Fraction(place.cell, 2),
            middle + 5 - LINE * (len(text) - 1) // 2,
            text_anchor="middle",
            font_weight="bold",
            **lettered(cell.tone),
        ),
    )


def _key(heads: tuple[str, ...], place: _Place, top: int) -> tuple[str, int]:
    """What the numbers over the columns stand for."""
    parts: list[str] = []
    bottom = top + 6
    room = room_for(f"{len(heads)} ")
    for at, head in enumerate(heads):
        lines = fitted(plain(head), place.width - room - _GAP, lines=3)
        parts += [
            words([str(at + 1)], room, bottom + LINE - 3, text_anchor="end", font_weight="bold"),
            words(lines, room + _GAP, bottom + LINE - 3),
        ]
        bottom += LINE * len(lines) + 2
    return "".join(parts), bottom
