"""Sel terlihat: what stands in a cell of a foreign table, and every number that it may mean."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from sakip.base.notation import Convention
from sakip.model.cell import Cell, Fault, Floats, Printed, convention_of, printed_numbers, read_cell
from sakip.model.cell.faults import KIND
from sakip.review.intake import Unreadable

__all__ = ["SeenCell", "SeenColumn", "SeenKind", "Sureness", "number_of", "seen_column", "seen_columns"]

SeenKind = Literal["blank", "mark", "number", "range", "date", "word", "odd"]
Sureness = Literal["certain", "column", "open", "beside"]

_LONGEST = 60
# What tables write where there is nothing to report; a zero is none of them.
_NOTHING = frozenset(
    {
        *("n/a", "na", "n.a", "n.a.", "tad", "t.a.d", "tba", "null", "none", "kosong", "belum ada", "belum rilis"),
        *("belum dihitung", "belum tersedia", "belum terbit", "belum dinilai", "tidak ada", "tidak ada data"),
        *("tidak tersedia", "tidak dinilai", "tidak dihitung", "tidak diukur", "menunggu rilis", "dalam proses"),
    }
)
_MAGNITUDES: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), power)
    for pattern, power in (
        (r"(?:Rp )?(?:ribu(?:an)?|rb|k|thousand)\b", 3),
        (r"(?:Rp )?(?:juta(?:an)?|jt|million)\b", 6),
        (r"(?:Rp )?(?:mil+[iy]ard?(?:an)?|billion)\b|Rp M\b", 9),
        (r"(?:Rp )?(?:tril+[iy]un(?:an)?|trillion)\b|Rp T\b", 12),
    )
)


class SeenCell(NamedTuple):
    """Sel terlihat: what stands in one cell of a reviewed table.

    Attributes:
        text: As it stands, cut short where it is very long.
        kind: ``number``, ``range``, ``word`` (a level or a grade), ``date``, ``mark`` (nothing to report, such as
            ``-``), ``blank`` or ``odd`` (cannot be read).
        readings: Every number that it may mean, the likeliest first, with the decimals that it shows.
        high: The upper bound of a range, or the second number of a proportion such as 100 of 110.
        unit: The words behind the number.
        sure: ``certain`` (one reading), ``column`` (its column decided), ``open`` (nothing decides between its
            readings) or ``beside`` (the number stands beside a remark, a grade, a word of magnitude or a sign of
            comparison, and is taken out of it).
        fault: What a strict reader says against it.
    """

    text: str
    kind: SeenKind
    readings: tuple[Printed, ...] = ()
    high: tuple[Printed, ...] = ()
    unit: str | None = None
    sure: Sureness = "certain"
    fault: Fault | None = None

    @property
    def value(self) -> Fraction | None:
        """Nilai: the number, where it has exactly one reading."""
        return number_of(self.readings[0]) if len(self.readings) == 1 and self.kind == "number" else None


def number_of(printed: Printed) -> Fraction:
    """Angka: the exact number of a reading.

    Examples:
        >>> number_of(Printed(9850, 2))
        Fraction(197, 2)
    """
    return Fraction(printed.count, 10**printed.decimals)


class SeenColumn(NamedTuple):
    """Kolom terlihat: the cells of one column, how its numbers are written, and which cells say so."""

    cells: list[SeenCell]
    convention: Convention | None
    evidence: tuple[tuple[str, str], ...]


def seen_columns(columns: Sequence[Iterable[Any]], floats: Floats | None = None) -> list[SeenColumn]:
    """Baca kolom-kolom: each column by its own evidence, and by that of the table where it has none of its own.

    Examples:
        >>> [column.convention for column in seen_columns([["1.234"], ["98,5"]])]
        ['id', 'id']
    """
    read = [[_cell(raw, floats) for raw in column] for column in columns]
    found = [convention_of(column) for column in read]
    spoken = {speech for _, evidence in found for speech in evidence.values()}
    shared: Convention | None = None
    if len(spoken) == 1:
        shared = "id" if "id" in spoken else "en"
    return [
        _seen(raws, cells, shared if not evidence else convention, evidence)
        for raws, cells, (convention, evidence) in zip(columns, read, found, strict=True)
    ]


def seen_column(column: Sequence[Any], floats: Floats | None = None) -> SeenColumn:
    """Baca satu kolom: as `seen_columns`, for one column alone.

    Examples:
        >>> [cell.readings for cell in seen_column(["1.234", "98,5"]).cells][0]
        (Printed(count=1234, decimals=0),)
    """
    return seen_columns([column], floats)[0]


def _cell(raw: Any, floats: Floats | None) -> Cell:
    if type(raw) is Unreadable:
        return Cell("odd", fault=Fault(KIND, (("kind", raw.kind),)))
    return read_cell(raw, floats)


def _seen(
    raws: Iterable[Any], cells: list[Cell], convention: Convention | None, evidence: dict[str, Any]
) -> SeenColumn:
    known: dict[str, SeenCell] = {}
    seen: list[SeenCell] = []
    for raw, cell in zip(raws, cells, strict=True):
        if cell.kind == "number" and cell.number is None:
            printed = cell.text
            readings = printed_numbers(printed, convention)
            if len(readings) == 1 and type(raw) is str and len(raw) <= _LONGEST:
                # Only a single mark before three digits, in a column that decided, has a reading by the column.
                single = convention is None or len(printed) < 5 or len(printed_numbers(printed)) == 1
                seen.append(SeenCell(raw, "number", readings, (), cell.unit, "certain" if single else "column"))
                continue
        elif cell.kind == "blank":
            seen.append(_BLANK)
            continue
        key = raw if type(raw) is str else None
        if key is not None and key in known:
            seen.append(known[key])
            continue
        made = _other(raw, cell, convention)
        if key is not None and len(key) <= _LONGEST:
            known[key] = made
        seen.append(made)
    return SeenColumn(seen, convention, tuple(evidence.items()))


_BLANK = SeenCell("", "blank")


def _shown(raw: Any) -> str:
    if isinstance(raw, str):
        return raw if len(raw) <= _LONGEST else f"{raw[:_LONGEST].rstrip()}..."
    if isinstance(raw, Unreadable):
        return raw.kind
    if isinstance(raw, int) and raw.bit_length() > 200:
        return "int"
    return str(raw)


def _other(raw: Any, cell: Cell, convention: Convention | None) -> SeenCell:
    text = _shown(raw)
    if cell.number is not None:
        return SeenCell(text, "number", (_of_decimal(cell.number),), (), cell.unit)
    if cell.kind == "date":
        return SeenCell(text, "date")
    if cell.kind == "word":
        word = cell.text.casefold().strip(" .:;")
        nothing = word in _NOTHING or not any(letter.isalnum() for letter in word)
        return SeenCell(text, "mark" if nothing else "word")
    readings = printed_numbers(cell.text, convention) if cell.text else ()
    high = printed_numbers(cell.high, convention) if cell.high else ()
    power = _magnitude(cell.unit)
    if power:
        readings = tuple(scaled for one in readings for scaled in (_times(one, power), one))
        high = tuple(scaled for one in high for scaled in (_times(one, power), one))
    if cell.kind == "range" or (cell.kind == "odd" and power and high):
        kind: SeenKind = "range" if readings and high else "odd"
        return SeenCell(text, kind, readings[:1], high[:1], cell.unit, "beside" if power else "certain", cell.fault)
    if not readings:
        return SeenCell(text, "odd", fault=cell.fault)
    sure: Sureness = "beside" if cell.kind == "odd" else "open" if len(readings) > 1 else "certain"
    return SeenCell(text, "number", readings, high, cell.unit, sure, cell.fault)


def _of_decimal(number: Decimal) -> Printed:
    sign, digits, exponent = number.as_tuple()
    count = int("".join(map(str, digits)))
    decimals = -exponent if isinstance(exponent, int) else 0
    return Printed(-count if sign else count, decimals)


def _magnitude(unit: str | None) -> int:
    """The power of ten of the word that a unit begins with; 0 without one."""
    if unit is None:
        return 0
    return next((power for pattern, power in _MAGNITUDES if pattern.match(unit)), 0)


def _times(number: Printed, power: int) -> Printed:
    if number.decimals >= power:
        return Printed(number.count, number.decimals - power)
    return Printed(number.count * 10 ** (power - number.decimals), 0)
