"""Isian: what each row says, read column by column, with a finding for every cell that cannot be read."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from attrs import Factory, define

from sakip.base.finding import Finding, Place
from sakip.base.rule import Rule
from sakip.base.text import Argument, Text
from sakip.model.cell import Fault, same_unit, speech_in
from sakip.model.rows import meaning
from sakip.model.rows.columns import Read, read_column
from sakip.model.rows.layout import FIELDS, Field, Layout
from sakip.model.rows.meaning import Table, equal_to, exact_meanings, meanings_of, overridden
from sakip.model.rows.sifting import Row, is_blank, like_summary, plain

__all__ = ["RULES", "Amount", "Entry", "entries"]

COLUMN = Rule(
    "ROW-COLUMN",
    "warning",
    Text("Tidak ada baris yang memuat kolom {column} (ruas {field})", "No row has the column {column} (field {field})"),
)
DEFAULT = Rule(
    "ROW-DEFAULT",
    "note",
    Text(
        "Nilai bawaan {field} = {value} dipakai pada {count} baris, pertama baris {first}",
        "The default {field} = {value} is used (rows: {count}, first row {first})",
    ),
)
UNREAD = Rule(
    "ROW-UNREAD",
    "warning",
    Text(
        "{count} sel terisi pada kolom ini (pertama baris {first}) tidak dibaca, karena realisasi diberikan dalam tabel"
        " kedua; pindahkan ke sana bila dipakai",
        "What is filled in this column (cells: {count}, first row {first}) is not read, since realizations came in a"
        " second table; move it there if it counts",
    ),
)
SUMMARY = Rule(
    "ROW-SUMMARY",
    "warning",
    Text(
        "'{name}' mungkin baris ringkasan, tetapi dibaca sebagai indikator karena targetnya terisi; buang baris ini"
        " bila hanya ringkasan",
        "'{name}' may be a summary row, but is read as an indicator since its target is filled; remove the row if it is"
        " a summary",
    ),
)
SPEECH = Rule(
    "ROW-CONVENTION",
    "note",
    Text(
        "Angka kolom ini dibaca menurut konvensi '{convention}', karena {evidence}",
        "The numbers of this column are read in the convention '{convention}', because of {evidence}",
    ),
)
MIXED = Rule(
    "ROW-MIXED",
    "warning",
    Text(
        "Angka kolom ini ditulis menurut dua konvensi, {first} dan {other}; tiap sel dibaca sendiri-sendiri",
        "The numbers of this column are written in two conventions, {first} and {other}; each cell is read by itself",
    ),
)
UNIT = Rule(
    "ROW-UNIT",
    "warning",
    Text(
        "Satuan di sel ini '{cell}', padahal satuan indikatornya '{unit}'",
        "The unit in this cell is '{cell}', but the indicator's unit is '{unit}'",
    ),
)
PERCENT = Rule(
    "ROW-PERCENT",
    "warning",
    Text(
        "{value} pada satuan %, sedangkan kolom ini juga memuat angka di atas 1; mungkin maksudnya {hundredfold}",
        "{value} in the unit %, while this column also holds numbers above 1; perhaps {hundredfold} is meant",
    ),
)

RULES: tuple[Rule, ...] = (COLUMN, DEFAULT, *meaning.RULES, UNREAD, SPEECH, MIXED, UNIT, PERCENT, SUMMARY)

_MEASURED = frozenset(
    {"target", "target_low", "target_high", "trajectory", "realization", "year_realization", "baseline", "last_year"}
    | {"worst_value", "ceiling"}
)
_COMPARED = ("target", "trajectory", "realization", "year_realization")
_EVIDENCE_SHOWN = 3
_LONGEST_SHOWN = 80


class Amount(NamedTuple):
    """Jumlah: what one cell of a field that may stand in several columns says.

    Attributes:
        field: Name of the field.
        value: What was read.
        column: The caller's column.
        part: Which of the field's columns it is, from 0.
        parts: How many columns the field has; each of several is a period of the year.
    """

    field: str
    value: Any
    column: str
    part: int
    parts: int


@define
class Entry:
    """Isian satu baris: what a row says of one indicator.

    Attributes:
        number: Number of the row, from 1.
        layout: The columns of each field, for findings.
        table: Which table the row stands in, ``rows`` or ``realizations``.
        said: The value of each field that stands in one column and is filled.
        amounts: The filled cells of the fields that may stand in one column a period.
        faulty: The fields of which a cell of this row cannot be read.
    """

    number: int
    layout: Layout
    table: str
    said: dict[str, Any] = Factory(dict)
    amounts: tuple[Amount, ...] = ()
    faulty: frozenset[str] = frozenset()

    @property
    def code(self) -> str | None:
        """Kode: the code of the indicator; without a column of codes, its name."""
        code = self.said.get("code")
        return self.said.get("indicator") if code is None else code

    @property
    def content(self) -> str:
        """Isi: all that the row says, wherever it stands, in one text."""
        amounts = [(one.field, one.part, one.value) for one in self.amounts]
        return repr((sorted(self.said.items()), amounts, sorted(self.faulty)))

    @property
    def key_field(self) -> str:
        """Ruas kunci: the field that says which indicator is meant, for findings about the row as a whole."""
        return "indicator" if self.layout.of("indicator") else "code"

    def column(self, name: str, part: int | None = None) -> str | None:
        """Kolom: the caller's column of a field, or of one of its periods; None where there is no such column."""
        held = self.layout.of(name)
        if len(held) == 1:
            return held[0]
        return held[part] if part is not None and part < len(held) else None

    def finding(self, rule: Rule, name: str, column: str | None = None, /, **arguments: Argument) -> Finding:
        """Temuan: a finding about one field of this row, at its place in the caller's table."""
        found = rule.at(f"{self.table}[{self.number}].{name}", **arguments)
        return found.placed(Place(self.number, column or self.column(name), self.code, table=self.table))

    def spoiled(self, rule: Rule, name: str, column: str | None = None, /, **arguments: Argument) -> Finding:
        """Rusak: as `finding`, of a cell that cannot be read."""
        self.faulty |= {name}
        return self.finding(rule, name, column, **arguments)


class _Column(NamedTuple):
    """One column of one field: its cells after values, overrides and defaults, and what they were read as."""

    of: Field
    name: str | None
    place: int
    read: Read


class _Work(NamedTuple):
    """What the reading of every column needs, and where it leaves its findings."""

    table: Table
    rows: Sequence[Row]
    overrides: Mapping[int, Mapping[str, Any]]
    findings: list[Finding]


def entries(table: Table, rows: Sequence[Row], *, only: Iterable[str] = ()) -> tuple[list[Entry], list[Finding]]:
    """Baca isian: what each row says, in order.

    Args:
        table: How the table is read.
        rows: The rows, sifted.
        only: The fields that this table may hold; all of them unless some are named.
    """
    wanted = frozenset(only) or frozenset(one.name for one in FIELDS)
    findings: list[Finding] = []
    found = [Entry(row.number, table.layout, table.name) for row in rows]
    work = _Work(table, rows, overridden(table, rows, findings), findings)
    read: list[_Column] = []
    units: Sequence[str | None] = (None,) * len(rows)
    for one in FIELDS:
        if one.name in wanted:
            read += _columns(work, one, units)
        elif one.part == "realization":
            _unread(work, one, {column for name in wanted for column in table.layout.of(name)})
        if one.name == "unit" and read and read[-1].of is one:
            units = [value if isinstance(value, str) else None for value in read[-1].read.values]
    findings += _said(table, read, found)
    findings += _units(read, found)
    findings += _percentages(read, found)
    if table.name == "rows":
        findings += _summaries(found)
    return found, findings


def _unread(work: _Work, one: Field, read: Container[str]) -> None:
    """Name the filled cells of a field that this table may not hold, unless their column holds another."""
    meanings = meanings_of(work.table.values, one.name)
    for column in work.table.layout.of(one.name):
        if column in read:
            continue
        cells = ((row.number, row.cells.get(column)) for row in work.rows)
        filled = [number for number, cell in cells if not is_blank(meanings.get(plain(cell), cell))]
        if filled:
            noted = UNREAD.at(work.table.name, count=len(filled), first=filled[0])
            work.findings.append(noted.placed(work.table.place(column)))


def _columns(work: _Work, one: Field, units: Sequence[str | None]) -> list[_Column]:
    """The columns of a field, read; a field without a column may still have a default or overrides."""
    table, rows = work.table, work.rows
    held: Sequence[str | None] = table.layout.of(one.name)
    overridden = {at: fields[one.name] for at, fields in work.overrides.items() if one.name in fields}
    if not held and (one.name in table.defaults or overridden):
        held = (None,)
    meanings = meanings_of(table.values, one.name)
    exact = exact_meanings(meanings, table.convention) if one.kind in {"number", "amount"} else {}
    found: list[_Column] = []
    for place, column in enumerate(held):
        raws: list[Any] = [None if column is None else row.cells.get(column) for row in rows]
        if column is not None and one.part in table.told and rows and not any(column in row.cells for row in rows):
            work.findings.append(COLUMN.at(table.name, column=column, field=one.label).placed(table.place(column)))
        if meanings:
            read = read_column(one, raws, units, table.convention, table.floats) if exact else None
            given, raws = raws, [meanings.get(plain(raw), raw) for raw in raws]
            if read is not None:
                raws = equal_to(exact, given, raws, read)
        for at, content in overridden.items():
            raws[at] = content[place] if len(held) > 1 else content
        if one.name in table.defaults:
            _fill(work, one, column, raws)
        read = read_column(one, raws, units, table.convention, table.floats)
        found.append(_Column(one, column, place, read))
        if read.evidence and table.convention is None:
            work.findings.append(_speech(table.name, read).placed(table.place(column)))
    return found


def _speech(table: str, read: Read) -> Finding:
    """How the numbers of a column are written, or that they are written in two ways."""
    if read.convention is not None:
        evidence = ", ".join(repr(text) for text in read.evidence[:_EVIDENCE_SHOWN])
        return SPEECH.at(table, convention=read.convention, evidence=evidence)
    first, *others = read.evidence
    other = next(text for text in others if speech_in(text) != speech_in(first))
    return MIXED.at(table, first=repr(first), other=repr(other))


def _fill(work: _Work, one: Field, column: str | None, raws: list[Any]) -> None:
    """Put the default of a field into its blank cells, and say so once."""
    blank = [at for at, raw in enumerate(raws) if is_blank(raw)]
    if blank:
        default, first = work.table.defaults[one.name], work.rows[blank[0]].number
        shown = default if isinstance(default, int | Decimal | date) else str(default)[:_LONGEST_SHOWN]
        noted = DEFAULT.at("defaults", field=one.label, value=shown, count=len(blank), first=first)
        work.findings.append(noted.placed(work.table.place(column)))
        for at in blank:
            raws[at] = default


def _said(table: Table, read: list[_Column], found: list[Entry]) -> list[Finding]:
    """Write what was read into the entries; a fault is named last, when the code of its row is known."""
    faults: list[tuple[_Column, Entry, Fault]] = []
    for column in read:
        name, by_period = column.of.name, column.of.by_period
        parts = len(table.layout.of(name))
        for entry, value in zip(found, column.read.values, strict=True):
            if value is None:
                continue
            if isinstance(value, Fault):
                faults.append((column, entry, value))
            elif by_period:
                entry.amounts += (Amount(name, value, column.name or name, column.place, parts),)
            else:
                entry.said[name] = value
    if table.year is not None:
        for entry in found:
            entry.said.setdefault("year", table.year)
    return [
        entry.spoiled(fault.rule, column.of.name, column.name, **dict(fault.arguments))
        for column, entry, fault in faults
    ]


def _units(read: list[_Column], found: list[Entry]) -> list[Finding]:
    """Cells whose unit is not the indicator's; the unit of the target stands where none is declared."""
    findings = []
    for column in read:
        if column.of.name not in _MEASURED or not any(column.read.units):
            continue
        for entry, value, unit in zip(found, column.read.values, column.read.units, strict=True):
            if unit is None or isinstance(value, Fault):
                continue
            declared = entry.said.get("unit")
            if unit == declared:
                continue
            if declared is None and column.of.name == "target":
                entry.said["unit"] = unit
            elif declared is not None and not same_unit(unit, declared):
                findings.append(entry.finding(UNIT, column.of.name, column.name, cell=unit, unit=declared))
    return findings


def _percentages(read: list[_Column], found: list[Entry]) -> list[Finding]:
    """Values up to 1 in a column of percentages whose others are not: perhaps entered as fractions."""
    findings = []
    percents = {unit for unit in {entry.said.get("unit") for entry in found} if unit and same_unit(unit, "%")}
    for column in read:
        if column.of.name not in _COMPARED or not percents:
            continue
        own = [
            (entry, value, unit)
            for entry, value, unit in zip(found, column.read.values, column.read.units, strict=True)
            if isinstance(value, Decimal) and value > 0 and entry.said.get("unit") in percents
        ]
        if any(value > 1 for _, value, _ in own):
            findings += [
                entry.finding(PERCENT, column.of.name, column.name, value=value, hundredfold=Fraction(value) * 100)
                for entry, value, unit in own
                if value <= 1 and unit is None  # a cell that writes its own % leaves no doubt
            ]
    return findings


def _summaries(found: list[Entry]) -> list[Finding]:
    """Rows that promise under a name that summaries have too, each name once."""
    named = {(entry.code, entry.said.get("indicator")): entry for entry in reversed(found) if "target" in entry.said}
    return [
        entry.finding(SUMMARY, "indicator", name=name[:_LONGEST_SHOWN])
        for entry in reversed(named.values())
        if like_summary(name := entry.said.get("indicator", ""))
    ]
