"""Tables for the tests of rows."""

from collections.abc import Iterable, Mapping
from typing import Any

from sakip import Finding, Reading, agreements_from_rows
from sakip.model.cell import Fault, Floats
from sakip.model.rows.assembling import Draft, assembled
from sakip.model.rows.columns import read_column
from sakip.model.rows.delivering import Gathered
from sakip.model.rows.entries import Entry, entries
from sakip.model.rows.gathering import gathered
from sakip.model.rows.layout import FIELDS, Layout
from sakip.model.rows.meaning import Table
from sakip.model.rows.sifting import Row

COLUMNS: dict[str, Any] = {
    "office": "OPD",
    "code": "Kode",
    "indicator": "Indikator",
    "unit": "Satuan",
    "polarity": "Jenis",
    "target": "Target",
    "realization": "Realisasi",
}
QUARTERS = ("TW I", "TW II", "TW III", "TW IV")
WIDE = {**COLUMNS, "realization": QUARTERS}
LONG = {**COLUMNS, "period": "Periode"}
GOOD: dict[str, object] = {
    "OPD": "Dinas Sosial",
    "Kode": "IKU-1",
    "Indikator": "Keluarga terlayani",
    "Satuan": "keluarga",
    "Jenis": "positif",
    "Target": "95",
    "Realisasi": "90",
}
AGREED = {"ROW-ABSENT", "ROW-UNSAID"}
"""What is found in the good row too: it names no position, no objective and no data sheet."""


def row(**cells: object) -> dict[str, object]:
    """A row that promises and reports, but for these cells; an underscore stands for a blank."""
    return {**GOOD, **{name.replace("_", " "): cell for name, cell in cells.items()}}


def read(rows: Iterable[Any], columns: Mapping[str, Any] = COLUMNS, **arguments: Any) -> Reading:
    """The reading of a table of 2025."""
    return agreements_from_rows(rows, **{"columns": columns, "year": 2025, **arguments})


def found(reading: Reading) -> list[Finding]:
    """What was found, but for what the good row has too."""
    return [finding for finding in reading.report if finding.code not in AGREED]


def placed(reading: Reading) -> list[tuple[str, int | None, str | None]]:
    """Code, row and column of what was found."""
    return [(one.code, one.place and one.place.row, one.place and one.place.column) for one in found(reading)]


def texts(reading: Reading, code: str) -> tuple[str, str]:
    """The first finding of a code, in both languages."""
    one = next(finding for finding in reading.report if finding.code == code)
    return one.text("id"), one.text("en")


def values(name: str, *cells: object, units: Iterable[str | None] = (), floats: Floats | None = None) -> list[Any]:
    """What the cells of one column of a field are read as; of a fault its code."""
    of = next(one for one in FIELDS if one.name == name)
    declared = [*units, *(None,) * len(cells)][: len(cells)]
    read = read_column(of, cells, declared, None, floats).values
    return [value.code if isinstance(value, Fault) else value for value in read]


def table(columns: Mapping[str, Any] = COLUMNS, **arguments: Any) -> Table:
    """How a table of 2025 is read."""
    plain: dict[str, Any] = {
        "name": "rows",
        "values": {},
        "defaults": {},
        "overrides": {},
        "year": 2025,
        "convention": None,
        "floats": None,
    }
    return Table(layout=Layout(columns), **{**plain, **arguments})


def filled(rows: Iterable[Mapping[str, Any]], of: Table | None = None, only: Iterable[str] = ()) -> list[Entry]:
    """The entries of rows."""
    numbered = [Row(number, cells) for number, cells in enumerate(rows, start=1)]
    return entries(of or table(), numbered, only=only)[0]


def indicators(rows: Iterable[Mapping[str, Any]], of: Table | None = None) -> list[Gathered]:
    """What is gathered of each indicator."""
    homes, _ = gathered(filled(rows, of), [])
    return [one for home in homes.values() for one in home.values()]


def drafts(rows: Iterable[Mapping[str, Any]], of: Table | None = None) -> list[Draft]:
    """The agreements of rows, with where they come from."""
    return assembled(gathered(filled(rows, of), [])[0])[0]
