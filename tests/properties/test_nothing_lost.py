"""Whatever a table holds, no row of it is lost in silence."""

from functools import partial
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sakip import agreements_from_rows

CELLS = {
    "Kode": ("A", "B", "", None, "a\x00b", 1, 1.5),
    "OPD": ("Dinas", "Badan", "", "\u202eDinas", "Total"),
    "Jenis": ("positif", "negatif", "naik", ""),
    "Periode": ("TW I", "TW II", "Semester 1", "s.d. TW III", "2025", ""),
    "Target": ("10", "1.234", "1,5", "-", "", "WTP", "7 - 8", "5 juta", 3, 2.5, True, "=A1"),
    "Rencana": ("", "5", "9", "x"),
    "Realisasi": ("", "8", "n/a", "1.234", "2,5", "1.5", None, "100 dari 110", "0"),
    "Tahun": (2024, "2025", "", "dua"),
}
ROWS = st.lists(st.fixed_dictionaries({name: st.sampled_from(cells) for name, cells in CELLS.items()}), max_size=8)
LONG = {
    "code": "Kode",
    "indicator": "Kode",
    "office": "OPD",
    "polarity": "Jenis",
    "period": "Periode",
    "target": "Target",
    "trajectory": "Rencana",
    "realization": "Realisasi",
    "year": "Tahun",
}


@given(
    rows=st.one_of(ROWS, ROWS.map(lambda rows: [*rows, None, {}, *rows])),
    reports=st.none() | ROWS,
    fields=st.sets(st.sampled_from([name for name in LONG if name not in {"code", "target"}])),
    fill_down=st.sets(st.sampled_from(["OPD", "Kode"])),
)
def test_a_row_is_used_or_named(
    rows: list[Any], reports: list[Any] | None, fields: set[str], fill_down: set[str]
) -> None:
    """Each row is used, or the report says why not; nothing raises, and a table read twice is read alike."""
    columns = {name: column for name, column in LONG.items() if name in fields | {"code", "target"}}
    if reports is not None:
        columns["realization"] = LONG["realization"]
    read = partial(
        agreements_from_rows,
        columns=columns,
        realizations=reports,
        year=2025,
        fill_down=sorted(fill_down.intersection(columns.values())),
    )
    reading = read(rows)
    named = {one.place.row for one in reading.report if one.place is not None and one.place.table == "rows"}
    assert set(reading.left_out) <= named
    assert reading.given == len(rows) == len(reading.used) + len(reading.left_out)
    assert read(rows) == reading


@given(
    rows=ROWS,
    reports=ROWS,
    fields=st.sets(st.sampled_from([name for name in LONG if name not in {"code", "target", "trajectory"}])),
)
def test_a_report_is_delivered_or_named(rows: list[Any], reports: list[Any], fields: set[str]) -> None:
    """Each row of a second table has its realization beside its target, or the report says why not."""
    columns = {name: column for name, column in LONG.items() if name in fields | {"code", "target", "realization"}}
    reading = agreements_from_rows(rows, columns=columns, realizations=reports, year=2025)
    places = [one.place for one in reading.report if one.code.startswith(("ROW-", "CELL-"))]
    named = {place.row for place in places if place is not None and place.table == "realizations"}
    unnamed = {*range(1, len(reports) + 1)} - named
    assert len(unnamed) <= sum(len(realizations) for _, realizations in reading)
