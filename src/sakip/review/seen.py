"""Sel terlihat: what stands in a cell of a foreign table, and every number that it may mean."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from sakip.base.control import inert
from sakip.base.notation import Convention
from sakip.base.notation.marks import Speech
from sakip.base.number import decimal_of_fraction
from sakip.model.cell import Cell, Fault, Floats, Printed, printed_numbers, read_cell, spoken_number
from sakip.model.cell.faults import FRACTION, KIND
from sakip.review.intake import Unreadable

__all__ = [
    "CellDetails",
    "SeenCell",
    "SeenColumn",
    "SeenKind",
    "Spoken",
    "Sureness",
    "number_of",
    "seen_columns",
    "shortened",
]

SeenKind = Literal["blank", "mark", "number", "range", "date", "word", "odd"]
Sureness = Literal["certain", "column", "table", "open", "beside"]

_LONGEST = 60
_GROUP = 3
_FLOAT_DECIMALS = 6
# What tables write where there is nothing to report; a zero is none of them.
_NOTHING = frozenset(
    {
        *("n/a", "na", "n.a", "n.a.", "tad", "t.a.d", "tba", "null", "none", "kosong", "belum ada", "belum rilis"),
        *("belum dihitung", "belum tersedia", "belum terbit", "belum dinilai", "tidak ada", "tidak ada data"),
        *("tidak tersedia", "tidak dinilai", "tidak dihitung", "tidak diukur", "menunggu rilis", "dalam proses"),
    }
)
_FOOTNOTE = re.compile(r"(?<=[\d%])\s{0,3}\*{1,3}\)?\Z")
_OUT_OF = re.compile(r"\b(?:dari|of)\b", re.IGNORECASE)
_MAGNITUDES: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), power)
    for pattern, power in (
        (r"(?:Rp )?(?:ribu(?:an)?|rb|k|thousand)\b", 3),
        (r"(?:Rp )?(?:juta(?:an)?|jt|million)\b", 6),
        (r"(?:Rp )?(?:mil+[iy]ard?(?:an)?|billion)\b|Rp M\b", 9),
        (r"(?:Rp )?(?:tril+[iy]un(?:an)?|trillion)\b|Rp T\b", 12),
    )
)


class CellDetails(NamedTuple):
    """Rincian sel: what a cell says beside one plain number.

    Attributes:
        readings: Every number that it may mean.
        high: The upper bound of a range, or the second number of a proportion such as 100 of 110.
        fault: What a strict reader says against it.
        bare: The number without the word of magnitude behind it.
    """

    readings: tuple[Printed, ...] = ()
    high: Printed | None = None
    fault: Fault | None = None
    bare: Printed | None = None


class SeenCell(NamedTuple):
    """Sel terlihat: what stands in one cell of a reviewed table.

    Attributes:
        text: As it stands, cut short where it is very long.
        kind: ``number``, ``range``, ``word`` (a level or a grade), ``date``, ``mark`` (nothing to report, such as
            ``-``), ``blank`` or ``odd`` (cannot be read).
        digits: The digits of its number as a whole number; of a range those of the lower bound.
        decimals: How many of them stand behind the decimal mark, closing zeros included.
        unit: The words behind the number.
        sure: ``certain`` (one reading), ``column`` (its column decided), ``table`` (other columns decided, or speak
            against its own, so that the other reading is not excluded), ``open`` (nothing decides between its
            readings) or ``beside`` (the number stands beside a remark, a grade, a word of magnitude or a sign of
            comparison, and is taken out of it).
        details: What it says beside one plain number.
    """

    text: str
    kind: SeenKind
    digits: int = 0
    decimals: int = 0
    unit: str | None = None
    sure: Sureness = "certain"
    details: CellDetails | None = None

    @property
    def readings(self) -> tuple[Printed, ...]:
        """Bacaan: every number that it may mean, with the decimals that it shows; of a range the lower bound."""
        if self.details is not None:
            return self.details.readings
        return (Printed(self.digits, self.decimals),) if self.kind == "number" else ()

    @property
    def other_reading(self) -> Printed | None:
        """Bacaan lain: the other number that a cell may mean where it was decided by its table alone.

        Examples:
            >>> SeenCell("3.125", "number", 3125, 0, None, "table").other_reading
            Printed(digits=3125, decimals=3)
        """
        if self.sure != "table":
            return None
        return Printed(self.digits, 0 if self.decimals else _GROUP)

    @property
    def value(self) -> Fraction | None:
        """Nilai: the number, where it has exactly one reading."""
        if self.kind != "number" or (self.details is not None and len(self.details.readings) != 1):
            return None
        return Fraction(self.digits, 10**self.decimals)

    @property
    def high(self) -> Printed | None:
        """Batas atas: the upper bound of a range."""
        return None if self.details is None else self.details.high

    @property
    def fault(self) -> Fault | None:
        """Cacat: what a strict reader says against the cell."""
        return None if self.details is None else self.details.fault

    @property
    def bare(self) -> Printed | None:
        """Angka tanpa kata: the number without the word of magnitude behind it."""
        return None if self.details is None else self.details.bare


def number_of(printed: Printed) -> Fraction:
    """Angka: the exact number of a reading.

    Examples:
        >>> number_of(Printed(9850, 2))
        Fraction(197, 2)
    """
    return Fraction(printed.digits, 10**printed.decimals)


class SeenColumn(NamedTuple):
    """Kolom terlihat: the cells of one column, how its numbers are written, and which cells say so.

    Attributes:
        cells: One for each row.
        convention: The one that every deciding cell of the column speaks, or of the table where the column has none;
            None where no cell decides or where they contradict each other.
        evidence: For each convention that some cell speaks, how many do and the first of them.
    """

    cells: list[SeenCell]
    convention: Convention | None
    evidence: tuple["Spoken", ...]


class Spoken(NamedTuple):
    """Isyarat kolom: how many cells of a column are written in one convention alone, and the first of them.

    Attributes:
        convention: The convention.
        cells: How many cells speak it.
        first: The first of them, as printed.
        row: Number of its row, from 1.
    """

    convention: Convention
    cells: int
    first: str
    row: int


_Unclear = tuple[int, str, int, int, bool, str | None]
"""The place of an unclear number, its text, its digits, those behind its only mark, whether that is a dot, its unit."""


class _Raw(NamedTuple):
    """A column after each cell was read by itself: unclear numbers wait for what the others say."""

    cells: list[SeenCell]
    unclear: list[_Unclear]
    others: list[tuple[int, Any, Cell]]
    evidence: dict[Convention, Spoken]


def seen_columns(columns: Sequence[Iterable[Any]], floats: Floats | None = None) -> list[SeenColumn]:
    """Baca kolom-kolom: each column by its own evidence, and by that of the table where it has none of its own.

    Examples:
        >>> [column.convention for column in seen_columns([["1.234"], ["98,5"]])]
        ['id', 'id']
    """
    read = [_read(column, floats) for column in columns]
    spoken = [set(column.evidence) for column in read]
    every = set[Convention]().union(*spoken)
    shared = _only(every)
    return [
        _decided(column, _only(own) if own else shared, "column" if own == every else "table")
        for column, own in zip(read, spoken, strict=True)
    ]


def _only(conventions: set[Convention]) -> Convention | None:
    return next(iter(conventions)) if len(conventions) == 1 else None


def _read(column: Iterable[Any], floats: Floats | None) -> _Raw:
    cells: list[SeenCell] = []
    unclear: list[_Unclear] = []
    others: list[tuple[int, Any, Cell]] = []
    firsts: dict[Speech, tuple[str, int]] = {}
    counts: Counter[Speech] = Counter()
    for at, raw in enumerate(column):
        if raw is None:
            cells.append(_BLANK)
            continue
        written = type(raw) is str
        cell = read_cell(_without_footnote(raw), floats) if written else _cell(raw, floats)
        if written and cell.kind == "number":
            found = spoken_number(cell.text)
            if found is not None:
                speech, digits, decimals = found
                text = raw if len(raw) <= _LONGEST and raw.isprintable() else _shown(raw)
                if speech == "unclear":
                    unclear.append((at, text, digits, decimals, "." in cell.text, cell.unit))
                    cells.append(_BLANK)
                    continue
                if speech != "both":
                    counts[speech] += 1
                    if counts[speech] == 1:
                        firsts[speech] = cell.text, at
                cells.append(SeenCell(text, "number", digits, decimals, cell.unit))
                continue
        if cell.kind in {"number", "range", "odd"} and cell.text:
            for printed in (cell.text, cell.high) if cell.kind != "odd" else ():
                found = spoken_number(printed) if printed else None
                if found is not None and found[0] in {"id", "en"}:
                    counts[found[0]] += 1
                    firsts.setdefault(found[0], (printed, at))
            others.append((at, raw, cell))
            cells.append(_BLANK)
        else:
            cells.append(_plain(raw, cell))
    evidence: dict[Convention, Spoken] = {}
    for known, (first, at) in firsts.items():
        convention: Convention = "en" if known == "en" else "id"
        evidence[convention] = Spoken(convention, counts[known], first, at + 1)
    return _Raw(cells, unclear, others, evidence)


def _decided(column: _Raw, convention: Convention | None, sure: Sureness) -> SeenColumn:
    for at, text, digits, decimals, by_dot, unit in column.unclear:
        if convention is None:
            ways = (Printed(digits, 0), Printed(digits, decimals))
            details = CellDetails(ways if by_dot else ways[::-1])
            column.cells[at] = SeenCell(text, "number", *details.readings[0], unit, "open", details)
        else:
            places = 0 if by_dot == (convention == "id") else decimals
            column.cells[at] = SeenCell(text, "number", digits, places, unit, sure)
    for at, raw, cell in column.others:
        column.cells[at] = _other(_shown(raw), cell, convention)
    return SeenColumn(column.cells, convention, tuple(column.evidence.values()))


def _without_footnote(raw: str) -> str:
    """A cell without the stars behind its number that point to a footnote."""
    return _FOOTNOTE.sub("", raw) if raw[-1:] in {"*", ")"} and "*" in raw[-6:] else raw


def _cell(raw: Any, floats: Floats | None) -> Cell:
    if type(raw) is Unreadable:
        return Cell("odd", fault=Fault(KIND, (("kind", raw.kind),)))
    if floats is None:
        return read_cell(raw, floats)
    short = shortened(raw)
    return read_cell(raw if short is None else short, floats)


def shortened(raw: Any) -> Decimal | None:
    """Dipendekkan: a float as a spreadsheet shows it, where the way that it was computed left more than six decimals.

    Returns:
        None for a float with no more of them, and for anything that is no float.

    Examples:
        >>> shortened(115.99999999999999), shortened(114.20454545454545), shortened(98.5)
        (Decimal('116'), Decimal('114.204545'), None)
    """
    written = repr(raw) if isinstance(raw, float) else ""
    if not written or written[-1] in "fn":  # inf and nan
        return None
    exact = Fraction(written)
    if 10**_FLOAT_DECIMALS % exact.denominator == 0:
        return None
    written = f"{decimal_of_fraction(exact, _FLOAT_DECIMALS):f}".rstrip("0").rstrip(".")
    return Decimal("0" if written in {"", "-0"} else written)


_BLANK = SeenCell("", "blank")


def _shown(raw: Any) -> str:
    """A cell in one line, short, its steering signs made visible."""
    if isinstance(raw, str):
        text = inert(raw[: _LONGEST + 1]).replace("\n", " ")
        return text if len(raw) <= _LONGEST else f"{text[:_LONGEST].rstrip()}..."
    if isinstance(raw, Unreadable):
        return raw.kind
    if isinstance(raw, int) and raw.bit_length() > 200:
        return "int"
    return str(raw)


def _plain(raw: Any, cell: Cell) -> SeenCell:
    """A cell without a printed number."""
    text = _shown(raw)
    if cell.number is not None:
        return SeenCell(text, "number", *_of_decimal(cell.number), cell.unit)
    if cell.kind == "date":
        return SeenCell(text, "date")
    if cell.kind == "word":
        word = cell.text.casefold().strip(" .:;")
        nothing = word in _NOTHING or not any(letter.isalnum() for letter in word)
        return SeenCell(text, "mark" if nothing else "word")
    return _BLANK if cell.kind == "blank" else SeenCell(text, "odd", details=CellDetails(fault=cell.fault))


def _other(text: str, cell: Cell, convention: Convention | None) -> SeenCell:
    """A cell whose number has several readings or stands beside something else."""
    if cell.fault is not None and cell.fault.rule is FRACTION and _OUT_OF.search(text) is None:
        return SeenCell(text, "odd", details=CellDetails(fault=cell.fault))  # 3/4 is neither 3 nor 4
    readings = printed_numbers(cell.text, convention)
    highs = printed_numbers(cell.high, convention) if cell.high else ()
    if not readings or (cell.kind == "range" and not highs):
        return SeenCell(text, "odd", details=CellDetails(fault=cell.fault))
    power, bare = _magnitude(cell.unit), None
    if power:
        bare = readings[0]
        readings = tuple(_times(one, power) for one in readings)
        highs = tuple(_times(one, power) for one in highs)
    high = highs[0] if highs else None
    if cell.kind == "range" or (power and high is not None):
        details = CellDetails(readings[:1], high, cell.fault)
        return SeenCell(text, "range", *readings[0], cell.unit, "beside" if power else "certain", details)
    details = CellDetails(readings, high, cell.fault, bare)
    return SeenCell(text, "number", *readings[0], cell.unit, "beside", details)


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
        return Printed(number.digits, number.decimals - power)
    return Printed(number.digits * int(10 ** (power - number.decimals)), 0)
