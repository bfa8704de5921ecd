"""Tabel: rows of texts for people, in a terminal, on a phone and in a notebook."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.control import inert
from sakip.base.display.cell import escaped, line_width, require_string, with_breaks, wrapped
from sakip.base.kind import listed, tuple_of
from sakip.base.rebuild import reduce_by_fields
from sakip.errors import InvalidValueError

__all__ = ["Align", "Column", "Table"]

Align = Literal["left", "right", "center"]

_GAP = "  "
_NARROWEST = 20
_RULE = "1px solid rgba(128,128,128,.4)"
_HEAD_RULE = "2px solid rgba(128,128,128,.7)"


def _head(value: str) -> str:
    return require_string(value, "Column.head")


def _align(value: Align) -> Align:
    problem = ("perataan kolom tidak dikenal", "unknown alignment of a column")
    return choose(value, get_args(Align), "Column.align", code="unknown-align", problem=problem)


@frozen
class Column:
    """Kolom tabel: its head and how its cells are aligned.

    Attributes:
        head: The head, already in the language of the table.
        align: ``left`` for texts, ``right`` for numbers, ``center`` for marks.

    Raises:
        InvalidValueError: A head that is no text, or an unknown alignment.

    Examples:
        >>> Column("Capaian", "right")
        Column(head='Capaian', align='right')
    """

    head: str = field(converter=_head)
    align: Align = field(default="left", converter=_align)

    __reduce__ = reduce_by_fields


def _title(value: str) -> str:
    return require_string(value, "Table.title")


def _columns(value: Iterable[Column]) -> tuple[Column, ...]:
    columns = tuple_of(Column, value, "Table.columns", "Column('Kode')")
    if columns:
        return columns
    raise InvalidValueError(
        code="no-columns",
        path="Table.columns",
        value=columns,
        problem=("tabel tidak punya kolom", "the table has no columns"),
        way_out=("Berikan sekurang-kurangnya satu Column", "Give at least one Column"),
    )


def _rows(value: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    rows = listed(value, "Table.rows", "('IKU-1', '98,5')")
    return tuple(_strings(cells, f"Table.rows[{place}]") for place, cells in enumerate(rows))


def _notes(value: Iterable[str]) -> tuple[str, ...]:
    return _strings(value, "Table.notes")


def _strings(value: object, path: str) -> tuple[str, ...]:
    texts = listed(value, path, "'98,5'")
    return tuple(require_string(text, f"{path}[{place}]") for place, text in enumerate(texts))


@frozen
class Table:
    """Tabel: a title, columns, and rows whose cells are already written in the language of the reader.

    Attributes:
        title: The caption; may be empty.
        columns: At least one.
        rows: One text for each column; line feeds stay, other control characters are shown and do nothing.
        notes: Remarks below the table.

    Raises:
        InvalidValueError: No columns, a cell that is no text, or a row of another length.

    Examples:
        >>> columns = [Column("Kode"), Column("Capaian", "right")]
        >>> print(Table("Capaian", columns, [("PLAN-1", "50,00"), ("AKI", "-24,65")]).text())
        Capaian
        <BLANKLINE>
        Kode    Capaian
        ------  -------
        PLAN-1    50,00
        AKI      -24,65
    """

    title: str = field(converter=_title)
    columns: tuple[Column, ...] = field(converter=_columns)
    rows: tuple[tuple[str, ...], ...] = field(converter=_rows)
    notes: tuple[str, ...] = field(default=(), converter=_notes, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        for place, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                raise InvalidValueError(
                    code="row-length",
                    path=f"Table.rows[{place}]",
                    value=row,
                    problem=(
                        f"baris ini berisi {len(row)} sel untuk {len(self.columns)} kolom",
                        f"the row has {len(row)} cells for {len(self.columns)} columns",
                    ),
                    way_out=("Berikan satu teks untuk tiap kolom", "Give one text for each column"),
                )

    def text(self, width: int | None = None) -> str:
        """Teks tabel: for a terminal, in ASCII apart from what the cells hold.

        Long texts are wrapped. Where the columns do not fit beside each other, as on a phone, every row is written
        as a block of ``head: cell`` lines, empty cells left out.

        Args:
            width: Characters in a line, 20 to 1,000; 80 when left out.

        Raises:
            InvalidValueError: A width out of range.

        Examples:
            >>> print(Table("", [Column("Kode"), Column("Temuan")], [("TGT-DUP", "Dua target")]).text(width=20))
            Kode     Temuan
            -------  ----------
            TGT-DUP  Dua target
        """
        available = line_width(width, "Table.text.width")
        widths = self._widths(available)
        blocks = [
            "\n".join(wrapped(self.title, available)) if self.title else "",
            "\n\n".join(self._records(available)) if widths is None else "\n".join(self._grid(widths)),
            "\n".join(line for note in self.notes for line in wrapped(note, available)),
        ]
        return "\n\n".join(block for block in blocks if block)

    def _widths(self, available: int) -> tuple[int, ...] | None:
        """The width of each column, or None when they do not fit beside each other."""
        available -= len(_GAP) * (len(self.columns) - 1)
        natural: list[int] = []
        least: list[int] = []
        for place, column in enumerate(self.columns):
            cells = [inert(cell) for cell in (column.head, *(row[place] for row in self.rows))]
            natural.append(max(len(line) for cell in cells for line in cell.split("\n")))
            if column.align == "left":
                cells = [word for cell in cells for word in cell.replace("\n", " ").split(" ")]
            least.append(min(max(len(line) for cell in cells for line in cell.split("\n")), _NARROWEST))
        if sum(least) > available:
            return None
        ceiling = min(available, max(natural))
        while True:
            widths = tuple(max(low, min(high, ceiling)) for low, high in zip(least, natural, strict=True))
            if sum(widths) <= available:
                return tuple(max(width, 1) for width in widths)
            ceiling -= 1

    def _grid(self, widths: tuple[int, ...]) -> Iterator[str]:
        yield from self._line(tuple(column.head for column in self.columns), widths)
        yield _GAP.join("-" * width for width in widths)
        rows = [list(self._line(row, widths)) for row in self.rows]
        spaced = any(len(lines) > 1 for lines in rows)
        for place, lines in enumerate(rows):
            if spaced and place:
                yield ""
            yield from lines

    def _line(self, cells: tuple[str, ...], widths: tuple[int, ...]) -> Iterator[str]:
        columns = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
        for pieces in zip_longest(*columns, fillvalue=""):
            placed = (
                _placed(piece, width, column.align)
                for piece, width, column in zip(pieces, widths, self.columns, strict=True)
            )
            yield _GAP.join(placed).rstrip(" ")

    def _records(self, available: int) -> Iterator[str]:
        for row in self.rows:
            lines: list[str] = []
            for column, cell in zip(self.columns, row, strict=True):
                if cell:
                    head = column.head.replace("\n", " ")
                    first, *rest = wrapped(f"{head}: {cell}", available - len(_GAP))
                    lines += [first, *(f"{_GAP}{line}".rstrip(" ") for line in rest)]
            yield "\n".join(lines)

    def html(self) -> str:
        """HTML tabel: one element with inline style, for light and dark pages; it scrolls sideways on a phone.

        Examples:
            >>> "&lt;b&gt;" in Table("<b>", [Column("Kode")], []).html()
            True
        """
        styles = [self._style(place) for place in range(len(self.columns))]
        caption = f'<caption style="text-align:left;font-weight:600;padding:4px 0">{with_breaks(self.title)}</caption>'
        heads = "".join(
            f'<th scope="col" style="{style};border-bottom:{_HEAD_RULE}">{with_breaks(column.head)}</th>'
            for column, style in zip(self.columns, styles, strict=True)
        )
        body = "".join(f"<tr>{''.join(self._cells(row, styles))}</tr>" for row in self.rows)
        notes = "".join(f'<p style="margin:4px 0;font-size:90%">{with_breaks(note)}</p>' for note in self.notes)
        return (
            f'<div><div role="region" aria-label="{escaped(self.title)}" tabindex="0" style="overflow-x:auto">'
            f'<table style="border-collapse:collapse;color:inherit;margin:0">{caption if self.title else ""}'
            f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>{notes}</div>"
        )

    def _style(self, place: int) -> str:
        column = self.columns[place]
        cells = (inert(cell) for cell in (column.head, *(row[place] for row in self.rows)))
        longest = max(len(line) for cell in cells for line in cell.split("\n"))
        # A column of long texts keeps a readable width, so that a narrow page scrolls instead of squeezing it.
        fit = "white-space:nowrap" if longest <= _NARROWEST else f"min-width:{_NARROWEST}ch;overflow-wrap:anywhere"
        figures = ";font-variant-numeric:tabular-nums" if column.align == "right" else ""
        return f"text-align:{column.align};vertical-align:top;padding:4px 8px;{fit}{figures}"

    def _cells(self, row: tuple[str, ...], styles: list[str]) -> Iterator[str]:
        first, *rest = (
            f'style="{style};border-bottom:{_RULE}{weight}">{with_breaks(cell)}'
            for cell, style, weight in zip_longest(row, styles, [";font-weight:normal"], fillvalue="")
        )
        yield f'<th scope="row" {first}</th>'
        yield from (f"<td {cell}</td>" for cell in rest)

    def _repr_html_(self) -> str:
        return self.html()


def _placed(text: str, width: int, align: Align) -> str:
    if align == "left":
        return text.ljust(width)
    return text.rjust(width) if align == "right" else text.center(width)
