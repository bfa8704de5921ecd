"""Masukan: the rows of a foreign table as they stand, cut down to the columns that are reviewed."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple, cast

from attrs import frozen

from sakip.base.kind import listed
from sakip.base.text import require_text
from sakip.errors import InvalidValueError
from sakip.model.rows.layout import require_fields
from sakip.model.rows.sifting import is_blank

__all__ = ["FIELDS", "Intake", "Unreadable", "intake"]

FIELDS: tuple[str, ...] = (
    "indicator",
    "unit",
    "target",
    "realization",
    "achievement",
    "predicate",
    "polarity",
    "weight",
    "objective",
    "period",
    "code",
    "office",
)
"""Ruas: what a row of a published table can say."""

_ROW = "{'indicator': 'AKI', 'target': '49,34', 'realization': '110,84', 'achievement': '-24,65'}"
_COLUMNS = "{'achievement': 'Capaian (%)'}"
_plain_float = type(0 / 1)
_KEPT = frozenset({str, int, date, type(None)})


@frozen
class Unreadable:
    """Tak terbaca: what stood in the place of a cell or a row and is none, by the name of its class."""

    kind: str


class Intake(NamedTuple):
    """Tabel masuk: the reviewed columns of every row, in the caller's order.

    Attributes:
        columns: Pairs of a field and the caller's column that holds it; only those that some row has.
        rows: The cells of each row in the order of `columns`; an `Unreadable` for a row that is no mapping.
    """

    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Any, ...] | Unreadable, ...]

    def cells(self, name: str) -> list[Any]:
        """Kolom: the cells of one field, None where the table or the row does not say it."""
        at = next((at for at, (field, _) in enumerate(self.columns) if field == name), None)
        if at is None:
            return [None] * len(self.rows)
        return [None if isinstance(row, Unreadable) else row[at] for row in self.rows]

    def column(self, name: str) -> str:
        """Nama kolom: what the caller calls a field."""
        return next((column for field, column in self.columns if field == name), name)


def intake(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str] | None, path: str) -> Intake:
    """Ambil masukan: every row as it stands; nothing in it is judged and nothing raises.

    Args:
        rows: The rows.
        columns: Our fields to the caller's columns; a field that is left out stands under its own name.
        path: The argument, for the error.

    Raises:
        InvalidValueError: No list of rows, or columns of fields that do not exist.

    Examples:
        >>> intake([{"Target": "75%", "x": 1}], {"target": "Target"}, "review").rows[0]
        ('75%',)
    """
    if isinstance(rows, Mapping):
        raise InvalidValueError(
            code="one-row",
            path=f"{path}.rows",
            value=rows,
            problem=("satu baris, bukan daftar baris", "one row, not a list of rows"),
            way_out=("Tulis [baris] untuk satu baris", "Write [row] for a single row"),
        )
    named = _columns(columns, f"{path}.columns")
    pairs = tuple((name, named.get(name, name)) for name in FIELDS)
    given = listed(rows, f"{path}.rows", _ROW)
    heads: set[Any] = set[Any]().union(*(row for row in given if type(row) is dict or isinstance(row, Mapping)))
    pairs = tuple(pair for pair in pairs if pair[1] in heads)
    wanted = tuple(column for _, column in pairs)
    return Intake(pairs, tuple(_row(row, wanted) for row in given))


def _columns(columns: Mapping[str, str] | None, path: str) -> dict[str, str]:
    if columns is None:
        return {}
    named = require_fields(columns, path, _COLUMNS, FIELDS)
    return {name: require_text(column, f"{path}[{name}]") for name, column in named.items()}


def _row(row: object, wanted: tuple[str, ...]) -> tuple[Any, ...] | Unreadable:
    if type(row) is not dict and not isinstance(row, Mapping):  # the first is quick, and nearly always so
        return Unreadable(type(row).__name__)
    said = cast("Mapping[str, Any]", row)
    return tuple([cell if type(cell := said.get(column)) in _KEPT else _cell(cell) for column in wanted])


def _cell(value: object) -> object:
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, bool):
        return Unreadable("bool")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int):
        return int(value)
    if is_blank(value):
        return None  # NaN and the missing values of data frames
    if isinstance(value, float):
        return _plain_float(value)  # one of another library shows itself in its own way
    if isinstance(value, Decimal | date):
        return value
    return Unreadable(type(value).__name__)
