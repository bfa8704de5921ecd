"""Permintaan: what the caller says of a table, checked before any row of it is read."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve

from sakip.base.choice import choose
from sakip.base.kind import parted, tuple_of
from sakip.base.notation.reading import Convention, require_convention
from sakip.base.number import admit_whole
from sakip.errors import InvalidValueError
from sakip.model.cell import Floats
from sakip.model.rows.layout import (
    FIELDS,
    Columns,
    Key,
    Layout,
    Overrides,
    Part,
    require_fields,
    require_mapping,
)
from sakip.model.rows.meaning import Table
from sakip.model.rows.sifting import plain

__all__ = ["PROMISED", "REPORTED", "asked", "in_two", "merged", "said_of"]

_PATH = "agreements_from_rows"
_OF_REALIZATION = frozenset(one.name for one in FIELDS if one.part == "realization")
_PROMISE: tuple[Part, ...] = ("agreement", "objective", "indicator", "target")
# A table of targets may have rows of periods too.
PROMISED = ("period", *(one.name for one in FIELDS if one.name not in _OF_REALIZATION))
"""Ruas tabel target: what the first of two tables may say."""
REPORTED = ("agreement", "year", "office", "position", "code", "indicator", *sorted(_OF_REALIZATION))
"""Ruas tabel realisasi: what the second of two tables may say."""


def asked(
    columns: Columns,
    values: Mapping[str, object],
    defaults: Mapping[str, object],
    overrides: Overrides,
    *,
    year: int | None,
    convention: Convention | None,
    floats: Floats | None,
) -> Table:
    """Yang diminta: how a table is read, as the arguments of `agreements_from_rows` say.

    Raises:
        InvalidValueError: An argument that cannot be, by its name.
    """
    layout = Layout(columns)
    given = require_fields(defaults, f"{_PATH}.defaults", "{'consolidation': 'sum'}")
    if year is not None and layout.of("year"):
        given = {"year": year, **given}  # recorded where a cell is blank
    return Table(
        name="rows",
        layout=layout,
        values=_values(values, f"{_PATH}.values"),
        defaults=given,
        overrides=_overrides(overrides, layout, f"{_PATH}.overrides"),
        year=None if year is None else admit_whole(year, f"{_PATH}.year", low=1945, high=9998),
        convention=None if convention is None else require_convention(convention),
        floats=choose(
            floats,
            (None, "shortest"),
            f"{_PATH}.floats",
            code="unknown-floats",
            problem=("cara membaca float tidak dikenal", "unknown way of reading floats"),
        ),
    )


def said_of(defaults: Mapping[str, object], overrides: Overrides, *, year: int | None) -> set[str]:
    """Yang disebut pemanggil: the fields that defaults, overrides and the year say, so that no column need hold them.

    Raises:
        InvalidValueError: Defaults or overrides that are no mappings.

    Examples:
        >>> sorted(said_of({"polarity": "maximize"}, {"IKU-1": {"weight": 40}}, year=2025))
        ['polarity', 'weight', 'year']
    """
    own = require_mapping(overrides, f"{_PATH}.overrides", "{'IKU-1': {'polarity': 'minimize'}}").values()
    every = [require_mapping(fields, f"{_PATH}.overrides", "{'polarity': 'minimize'}") for fields in own]
    said = require_mapping(defaults, f"{_PATH}.defaults", "{'consolidation': 'sum'}")
    return {str(name) for fields in (said, *every) for name in fields} | (set() if year is None else {"year"})


def merged(fill_down: Iterable[str], layout: Layout) -> tuple[str, ...]:
    """Kolom bersel gabungan: the columns whose blanks take what stands above.

    Raises:
        InvalidValueError: A column that is not read.
    """
    path = f"{_PATH}.fill_down"
    names = tuple_of(str, fill_down, path, "'OPD'")
    for name in names:
        choose(
            name,
            layout.names,
            path,
            code="unknown-column",
            problem=("bukan kolom yang dibaca", "not a column that is read"),
        )
    return names


def in_two(table: Table) -> tuple[Table, Table]:
    """Dua tabel: how the first is read beside a second, and how the second is: as the first, for realizations alone.

    Raises:
        InvalidValueError: Nothing says in which column of the second the realizations stand.
    """
    said = _said(table)
    if not (said & {"realization", "year_realization"} or said >= {"numerator", "denominator"}):
        raise InvalidValueError(
            code="no-realization-column",
            path=f"{_PATH}.realizations",
            value=sorted(said & _OF_REALIZATION) or None,
            problem=(
                "tabel kedua diberikan, tetapi columns tidak menyebut kolom realisasinya",
                "a second table is given, but columns names no column of its realizations",
            ),
            way_out=(
                "Tambahkan realization, year_realization, atau numerator dan denominator ke columns",
                "Add realization, year_realization, or numerator and denominator to columns",
            ),
        )
    own = {key: found for key, fields in table.overrides.items() if (found := _of_realization(fields))}
    second = evolve(
        table,
        name="realizations",
        told=("realization",),
        defaults=_of_realization(table.defaults),
        overrides=own,
    )
    return evolve(table, told=_PROMISE), second


def _said(table: Table) -> set[str]:
    """Every field that a column, a default or an override says."""
    columns = {name for name, _ in table.layout.columns}
    return columns.union(table.defaults, *table.overrides.values())


def _of_realization(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: content for name, content in fields.items() if name in _OF_REALIZATION}


def _values(value: Mapping[str, object], path: str) -> Mapping[str, object]:
    given = require_mapping(value, path, "{'-': None}")
    own = {name: meanings for name, meanings in given.items() if isinstance(meanings, Mapping)}
    require_fields(own, path, "{'polarity': {'naik': 'maximize'}}")
    return given


def _overrides(value: Overrides, layout: Layout, path: str) -> dict[Key, Mapping[str, object]]:
    found: dict[Key, Mapping[str, object]] = {}
    for key, fields in require_mapping(value, path, "{'IKU-1': {'polarity': 'minimize'}}").items():
        known = _key(key, path)
        at = f"{path}[{(known if isinstance(known, str) else ', '.join(known))[:40]}]"
        own = found[known] = require_fields(fields, at, "{'polarity': 'minimize'}")
        for name, content in own.items():
            count = len(layout.of(name))
            if count > 1:
                own[name] = parted(content, count, f"{at}[{name}]", "{'realization': (10, 20, 30, 40)}")
    return found


def _key(key: Any, path: str) -> Key:
    if not isinstance(key, tuple):
        return plain(key)
    office, name = parted(key, 2, path, "('Dinas Sosial', 'IKU-1')")
    return plain(office), plain(name)
