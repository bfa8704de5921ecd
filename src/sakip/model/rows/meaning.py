"""Arti isian: what the caller says of a table, applied to its cells before they are read."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, get_args

from attrs import frozen

from sakip.base.finding import Finding, Place
from sakip.base.notation import Convention
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.model.cell import Floats, numbers_of, read_cell
from sakip.model.rows.columns import Read
from sakip.model.rows.layout import Key, Layout, Part
from sakip.model.rows.sifting import Row, plain

__all__ = ["RULES", "Table", "equal_to", "exact_meanings", "meanings_of", "overridden"]

OVERRIDE = Rule(
    "ROW-OVERRIDE",
    "warning",
    Text("Tidak ada baris untuk {key}, yang disebut dalam overrides", "No row is {key}, which overrides names"),
)
OVERRIDES = Rule(
    "ROW-OVERRIDES",
    "warning",
    Text(
        "overrides untuk {key} berlaku pada {count} kantor; bila hanya satu yang dimaksud, pakai kunci (kantor, {key})",
        "The overrides of {key} hold in {count} offices; if a single one is meant, use the key (office, {key})",
    ),
)

RULES: tuple[Rule, ...] = (OVERRIDE, OVERRIDES)


@frozen
class Table:
    """Tabel: how one table is read.

    Attributes:
        name: ``rows``, or ``realizations`` for a second table.
        layout: Which columns hold which field.
        values: What cells mean that are no plain word or number.
        defaults: Values of fields that are blank.
        overrides: What the fields of single indicators are.
        year: The fiscal year where there is no column of years.
        convention: How its numbers are written.
        floats: Whether floats are read.
        told: The parts of an agreement that it is to say; a column of another part may be absent.
    """

    name: str
    layout: Layout
    values: Mapping[str, object]
    defaults: Mapping[str, object]
    overrides: Mapping[Key, Mapping[str, Any]]
    year: int | None
    convention: Convention | None
    floats: Floats | None
    told: tuple[Part, ...] = get_args(Part)

    def place(self, column: str | None) -> Place:
        """Tempat: a whole column of this table, or the whole of it."""
        return Place(None, column, table=self.name)


def overridden(table: Table, rows: Sequence[Row], findings: list[Finding]) -> dict[int, Mapping[str, Any]]:
    """Dikecualikan: by position, what the fields of a row are whatever its cells say."""
    if not table.overrides:
        return {}
    columns = [column for name in ("code", "indicator") for column in table.layout.of(name)]
    (held,) = table.layout.of("office") or (None,)
    wanted = table.overrides
    found: dict[int, Mapping[str, Any]] = {}
    met: dict[Key, set[str]] = {key: set() for key in wanted}
    for at, row in enumerate(rows):
        office = "" if held is None else plain(row.cells.get(held))
        names = [plain(row.cells.get(column)) for column in columns]
        keys: list[Key] = [*names, *((office, name) for name in names)]  # of one office before of all
        for key in keys:
            if key in wanted:
                found[at] = {**found.get(at, {}), **wanted[key]}
                met[key].add(office)
    for key, offices in met.items():
        shown = key if isinstance(key, str) else ", ".join(key)
        if not offices:
            findings.append(OVERRIDE.at("overrides", key=shown).placed(table.place(None)))
        elif len(offices) > 1 and table.name == "rows":
            findings.append(OVERRIDES.at("overrides", key=shown, count=len(offices)).placed(table.place(None)))
    return found


def meanings_of(values: Mapping[str, object], name: str) -> dict[str, object]:
    """Arti sel: what the cells of one field mean, those of the field alone before those of all."""
    own = values.get(name)
    general = {plain(text): meaning for text, meaning in values.items() if not isinstance(meaning, Mapping)}
    special = {plain(text): meaning for text, meaning in own.items()} if isinstance(own, Mapping) else {}
    return {**general, **special}


def exact_meanings(meanings: Mapping[str, object], convention: Convention | None) -> dict[Decimal, object]:
    """Arti angka: the meanings of numbers, which hold for every way of writing them."""
    cells = [read_cell(text) for text in meanings]
    numbers = [numbers_of([cell], convention).readings[0] if cell.unit is None else None for cell in cells]
    pairs = zip(numbers, meanings.values(), strict=True)
    return {number: meaning for number, meaning in pairs if isinstance(number, Decimal)}


def equal_to(exact: Mapping[Decimal, object], given: list[Any], meant: list[Any], read: Read) -> list[Any]:
    """Sel senilai: cells of a number that has a meaning, as that meaning; a unit beside a number makes it another."""
    return [
        exact.get(value, meaning) if meaning is raw and unit is None and isinstance(value, Decimal) else meaning
        for raw, meaning, value, unit in zip(given, meant, read.values, read.units, strict=True)
    ]
