"""Published tables: real rows of Indonesian performance documents, one TOML file each under ``tables/``.

A file states *one* setting for its whole table:

* how its cells write numbers (``convention``: ``id``, ``en``, or ``mixed``: each cell must then have one reading),
* whether the printed column holds percentages or factors such as 1,08 (``form``),
* to how many decimals that column was rounded, and how (``decimals``, ``rounding``), never cell by cell,
* a ``cap`` where there is one, and how percentages are ``written`` where they are all written alike.

Rows that need something else are listed beside the setting as ``[[exceptions]]``, with a reason; ``[counts]`` counts
them. Polarity belongs to the indicator and follows from what it means. A row is what its recorded status says::

    [number, period, target, realization, printed, status]

with the cells as printed (an empty text is an empty cell), and a label behind the status where one is printed; the
number counts the rows of the published table from 0. ``[facts]`` holds what is printed beside the rows, ``[[nodes]]``
a cascade.
"""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, Literal

from attrs import Factory, field, frozen
from attrs.converters import optional

Convention = Literal["id", "en", "mixed", "plain"]
Mode = Literal["half_up", "half_even", "truncate"]
Polarity = Literal["maximize", "minimize"]

STATUSES = (
    "reproduced",
    "reproduced-against-polarity",
    "off-by-rounding",
    "not-reproduced",
    "publication-error",
    "zero-target",
    "not-computable",
)
ODD = STATUSES[1:-1]


@frozen
class IndicatorFacts:
    """One indicator of a table: its name, its polarity by meaning, its levels from worst to best if it has any."""

    name: str
    polarity: Polarity
    code: str = ""
    office: str = ""
    levels: tuple[str, ...] = field(default=(), converter=tuple)
    money: bool = False


@frozen
class Row:
    """One row as printed."""

    number: int
    period: str
    target: str
    realization: str
    printed: str
    status: str
    label: str
    indicator: IndicatorFacts = field(repr=False)


@frozen
class Written:
    """How a table writes every one of its percentages, where it writes them all alike."""

    lang: Literal["id", "en"]
    decimals: int
    tail: str


def _written(value: dict[str, Any]) -> Written:
    return Written(**value)


@frozen
class Setting:
    """How a whole table writes, rounds and caps."""

    why: str
    convention: Convention
    printed_convention: Convention = "mixed"
    form: Literal["percent", "factor"] = "percent"
    decimals: int = 2
    rounding: Mode = "half_up"
    cap: int | None = None
    zero_target: Literal["not_computable", "met_is_100"] = "not_computable"
    met: str = ""
    missed: str = ""
    letters: dict[str, str] = Factory(dict)
    written: Written | None = field(default=None, converter=optional(_written))


@frozen
class Exceptional:
    """Rows that depart from the setting: in what, and why."""

    rows: tuple[int, ...] = field(converter=tuple)
    reason: str
    convention: Convention | None = None
    decimals: int | None = None
    rounding: Mode | None = None
    strip: str | None = None


@frozen
class Odd:
    """Rows that the setting does not reproduce: why, and the cell that would make the print right if one is known."""

    rows: tuple[int, ...] = field(converter=tuple)
    reason: str
    would_fit: dict[str, str] = Factory(dict)
    record_errs: str = ""


@frozen
class Uncomputable:
    """Rows without a percentage to recompute, by kind."""

    rows: tuple[int, ...] = field(converter=tuple)
    kind: str


@frozen
class Table:
    """One published table or cascade."""

    id: str
    publisher: str
    year: str
    source: str
    kind: str
    setting: Setting | None
    exceptions: tuple[Exceptional, ...]
    odd: tuple[Odd, ...]
    not_computable: tuple[Uncomputable, ...]
    counts: dict[str, int]
    facts: dict[str, Any]
    rows: tuple[Row, ...]
    nodes: tuple[dict[str, Any], ...]

    def of_status(self, *statuses: str) -> tuple[Row, ...]:
        """Return the rows with one of these statuses."""
        return tuple(row for row in self.rows if row.status in statuses)

    def of_kind(self, *kinds: str) -> tuple[Row, ...]:
        """Return the not computable rows of these kinds."""
        numbers = {number for entry in self.not_computable if entry.kind in kinds for number in entry.rows}
        return tuple(row for row in self.rows if row.number in numbers)

    def exceptions_for(self, row: Row) -> tuple[Exceptional, ...]:
        """Return the exceptions that name this row."""
        return tuple(entry for entry in self.exceptions if row.number in entry.rows)

    def odd_for(self, row: Row) -> Odd:
        """Return what is said about an odd row."""
        (entry,) = (entry for entry in self.odd if row.number in entry.rows)
        return entry

    @property
    def stated(self) -> Setting:
        """The setting, which every table with rows has, save those whose rows are labels only."""
        if self.setting is None:
            raise LookupError(self.id)
        return self.setting


def _rows(document: dict[str, Any]) -> tuple[Row, ...]:
    rows = []
    for block in document.get("indicators", ()):
        facts = IndicatorFacts(**{key: value for key, value in block.items() if key != "rows"})
        for number, period, target, realization, printed, status, *label in block["rows"]:
            rows.append(Row(number, period, target, realization, printed, status, label[0] if label else "", facts))
    return tuple(sorted(rows, key=lambda row: row.number))


def read(path: Path) -> Table:
    """Read one table."""
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    setting = document.get("setting")
    return Table(
        id=document["id"],
        publisher=document["publisher"],
        year=document["year"],
        source=document["source"],
        kind=document["kind"],
        setting=None if setting is None else Setting(**setting),
        exceptions=tuple(Exceptional(**entry) for entry in document.get("exceptions", ())),
        odd=tuple(Odd(**entry) for entry in document.get("odd", ())),
        not_computable=tuple(Uncomputable(**entry) for entry in document.get("not_computable", ())),
        counts=document.get("counts", {}),
        facts=document.get("facts", {}),
        rows=_rows(document),
        nodes=tuple(document.get("nodes", ())),
    )


TABLES = {table.id: table for table in map(read, sorted(Path(__file__).with_name("tables").glob("*.toml")))}


def every(*statuses: str, kinds: tuple[str, ...] = ()) -> list[tuple[Table, Row]]:
    """Return each row with one of these statuses, with its table; of these kinds of table only, if any are named."""
    return [
        (table, row)
        for table in TABLES.values()
        if not kinds or table.kind in kinds
        for row in table.of_status(*statuses)
    ]


def label(case: object) -> str | None:
    """Name a parametrized case after its table or its row."""
    if isinstance(case, Table):
        return case.id
    return str(case.number) if isinstance(case, Row) else None


def tally(rows: list[tuple[Table, Row]]) -> Counter[str]:
    """Count rows by status, in the order of `STATUSES`."""
    found = Counter(row.status for _, row in rows)
    return Counter({status: found[status] for status in STATUSES if found[status]})
