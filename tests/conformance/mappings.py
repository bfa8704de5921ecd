"""How each published table is read by its columns alone: one mapping for a whole file, none for a row.

`flat` gives the rows as the document prints them. What a file needs beside the columns that all share is written in
`MAPPED`, with what its reading must find: the number of findings of each code, and the rows that are left out.
"""

from collections.abc import Mapping
from typing import Any

from attrs import Factory, field, frozen

from sakip import Agreement, OrdinalScale, Reading, agreements_from_rows
from tests.conformance.published import TABLES, Row, Table

SHARED = {"indicator": "Indikator", "polarity": "Arah", "target": "Target", "realization": "Realisasi"}
YEARS = {"year": "Tahun"}
CODES = {"code": "Kode"}
# Each period, or each target that one realization is set against, is a promise of its own.
PROMISES = {"agreement": "Tahun"}
DASH = {"-": None}
NOT_AVAILABLE = {"N/A": None, "n/a": None}


def _counted(text: str) -> dict[str, int]:
    pairs = [entry.rsplit(" ", 1) for entry in text.split(", ") if entry]
    return {code: int(count) for code, count in pairs}


@frozen
class Mapped:
    """How one table is read, and what its reading finds.

    Attributes:
        found: The findings by code, as ``CODE count, ...``, beside the three notes that every table has.
        year: The fiscal year, where no column says it.
        columns: The columns beside those that all tables share, or instead of one of them; empty for none.
        left_out: The published numbers of the rows that are left out.
        bare: Whether even the notes on absent parts are missing, since no row was read.
    """

    found: dict[str, int] = field(converter=_counted)
    year: int | None = None
    columns: Mapping[str, str] = Factory(dict)
    values: Mapping[str, Any] = Factory(dict)
    defaults: Mapping[str, Any] = Factory(dict)
    overrides: Mapping[str, Mapping[str, Any]] = Factory(dict)
    left_out: tuple[int, ...] = ()
    bare: bool = False

    @property
    def held(self) -> dict[str, str]:
        """The columns of all fields."""
        return {name: column for name, column in {**SHARED, **self.columns}.items() if column}

    @property
    def findings(self) -> dict[str, int]:
        """Every finding of the reading, by code."""
        return {"ROW-UNSAID": 1} | ({} if self.bare else {"ROW-ABSENT": 2}) | self.found


def _renstra(found: str, **settings: Any) -> Mapped:
    return Mapped(found, columns=YEARS, **settings)


MAPPED: dict[str, Mapped] = {
    "balai-karantina-yogyakarta-ikt-2020": _renstra("IND-UNIT 6, TGT-ZERO 2, CELL-REMARK 1"),
    "banyuwangi-lkpj-2025-ikd": _renstra("IND-UNIT 28"),
    "banyuwangi-renstra-2025-2029-bapenda": _renstra("IND-UNIT 1"),
    "banyuwangi-renstra-2025-2029-bkp": _renstra("IND-UNIT 40, TGT-ZERO 1, ROW-CONVENTION 1, ROW-MIXED 1"),
    "banyuwangi-renstra-2025-2029-dinsosppkb": _renstra(
        "IND-UNIT 46, TGT-ZERO 2, ROW-REQUIRED 1, ROW-SHORT 1", left_out=(14,)
    ),
    "banyuwangi-renstra-2025-2029-disbudpar": _renstra("IND-UNIT 15"),
    "banyuwangi-renstra-2025-2029-dishub": _renstra("IND-UNIT 14, ROW-REQUIRED 1, ROW-SHORT 1", left_out=(0,)),
    "banyuwangi-renstra-2025-2029-diskominfotik": _renstra(
        "IND-UNIT 14, ROW-MIXED 2, ROW-REQUIRED 6, ROW-SHORT 2", values=NOT_AVAILABLE, left_out=(0, 1, 5, 6, 10, 11)
    ),
    "banyuwangi-renstra-2025-2029-dpmpd": _renstra(
        "IND-UNIT 21, ROW-MIXED 2, ROW-REQUIRED 4, ROW-SHORT 4", values=DASH, left_out=(20, 25, 26, 27)
    ),
    "banyuwangi-renstra-2025-2029-dukcapil": _renstra("IND-UNIT 40, TGT-ZERO 4"),
    "banyuwangi-renstra-2025-2029-inspektorat": _renstra("IND-UNIT 4"),
    "banyuwangi-renstra-2025-2029-kec-banyuwangi": _renstra("IND-UNIT 40"),
    "banyuwangi-renstra-2025-2029-kesbangpol": _renstra(
        "IND-UNIT 10", values={"year": {f"year {number}": 2019 + number for number in range(1, 6)}}
    ),
    "banyuwangi-renstra-2025-2029-pengairan": _renstra("IND-UNIT 9"),
    "banyuwangi-renstra-2025-2029-pukcperkim": _renstra("IND-UNIT 12"),
    "banyuwangi-renstra-2025-2029-satpolpp": _renstra(
        "ROW-REQUIRED 5, ROW-SHORT 2", values=DASH, left_out=(0, 16, 17, 21, 22)
    ),
    "banyuwangi-renstra-2025-2029-set-dprd": _renstra("TGT-ZERO 3"),
    "dinkes-bantul-lkj-2016": _renstra("ROW-REQUIRED 5", left_out=(0, 1, 2, 3, 4), bare=True),
    "disdik-ogan-ilir-lkip-2016-anggaran": _renstra("IND-UNIT 12"),
    "djp-kpp-pratama-seksi-pelayanan-target-2024": Mapped("IND-UNIT 7", 2024, PROMISES | CODES),
    "djp-lakin-2021-penerimaan": _renstra("IND-UNIT 1"),
    "djp-lakin-2022-penerimaan": _renstra("IND-UNIT 1"),
    "djp-pelaksana-p3-target-2021": Mapped(
        "ROW-REQUIRED 8, ROW-SHORT 1", 2021, PROMISES | CODES, DASH, left_out=(0, 7, 14, 17, 21, 28, 35, 42)
    ),
    "gunungkidul-iku-kabupaten-2021-2025": _renstra(
        "IND-UNIT 46, ROW-MIXED 2, ROW-REQUIRED 3, CELL-SEVERAL 9, CELL-AMBIGUOUS 1, ROW-SHORT 5",
        values={"**)": None},
        left_out=(1, 3, 5, 8, 11, 13, 25, 37, 49),
    ),
    "gunungkidul-opd-sasaran-2023": Mapped(
        "IND-UNIT 138, ROW-MIXED 2, CELL-AMBIGUOUS 4, ROW-SHORT 2",
        columns=YEARS | {"office": "OPD"},
        values=DASH,
        left_out=(115, 133),
    ),
    "inspektorat-sampang-lkjip-2019": _renstra("", values=NOT_AVAILABLE),
    "itjen-lakip-2019-efisiensi": _renstra("IND-UNIT 3"),
    "kanwil-djpb-sulut-iku-6bn-2023": Mapped("IND-UNIT 7", 2023, PROMISES),
    "kemenkes-kesga-lakip-2017": _renstra(
        "", overrides={"Buku KIA yang dicetak dan didistribusikan": {"unit": "juta buku"}}
    ),
    "kpu-kaltim-lkj-2020": _renstra(""),
    "lampung-lkj-2015-kesehatan": Mapped("IND-UNIT 5", 2015, PROMISES),
    # The sheet gives a letter to each part, and the first of its numbers is the weight of that part.
    "lke-akip-88-2021-pa-binjai": Mapped(
        "IND-UNIT 12, ROW-DEFAULT 1",
        2024,
        {"weight": "Target", "realization": "Keterangan", "target": ""},
        {"realization": {"AA": 100, "A": 90, "BB": 80}},
        {"target": 100},
    ),
    "permenpanrb-8-2021-contoh-rentang-dan-nilai": Mapped("IND-UNIT 4", 2021, {"code": "No"}),
    "pn-gunungsitoli-lkjip-2021": _renstra(""),
    "pps-bitung-triwulan-iv-2019": Mapped(
        "IND-UNIT 6, ROW-DEFAULT 1", 2019, {"period": "Tahun"}, defaults={"consolidation": "last_progress"}
    ),
    # One table of several offices that does not say which: a name that comes back is another office's.
    "pupr-ditjen-penyediaan-perumahan-2015": Mapped(
        "IND-UNIT 16, ROW-DEFAULT 1, ROW-CONFLICT 2, ROW-SHORT 1",
        2015,
        {"period": "Tahun"},
        defaults={"consolidation": "last_progress"},
        left_out=(0, 17),
    ),
    "puslatbang-kmp-lan-nka-2021": _renstra("IND-UNIT 5"),
    "rkp-sasaran-makro-2010-2022-rentang": _renstra("IND-UNIT 34"),
}


def flat(table: Table) -> list[dict[str, str]]:
    """The rows of a table as a spreadsheet holds them: text, under the heads of its columns."""
    return [_cells(row) for row in table.rows]


def _cells(row: Row) -> dict[str, str]:
    return {
        "No": str(row.number),
        "OPD": row.indicator.office,
        "Kode": row.indicator.code,
        "Indikator": row.indicator.name,
        "Arah": row.indicator.polarity,
        "Tahun": row.period,
        "Target": row.target,
        "Realisasi": row.realization,
        "Capaian": row.printed,
        "Keterangan": row.label,
    }


def _reading(table: Table) -> Reading:
    """What the reader makes of a table; the levels of an indicator are part of what is known of it."""
    mapped = MAPPED[table.id]
    scales = {
        row.indicator.name: {"scale": OrdinalScale(row.indicator.levels)} for row in table.rows if row.indicator.levels
    }
    convention = None if table.setting is None else table.setting.convention
    return agreements_from_rows(
        flat(table),
        columns=mapped.held,
        year=mapped.year,
        values=mapped.values,
        defaults=mapped.defaults,
        overrides={**scales, **mapped.overrides},
        fill_down=("OPD",) if "office" in mapped.held else (),
        convention=None if convention == "mixed" else convention,
    )


READINGS: dict[str, Reading] = {name: _reading(TABLES[name]) for name in MAPPED}


def realized(table: Table, row: Row) -> bool:
    """Whether the cell of the realization says anything, as the mapping of its table reads it."""
    mapped = MAPPED[table.id]
    cell = _cells(row)[mapped.held["realization"]]
    return mapped.values.get(cell, cell) not in {None, ""}


def home(table: Table, row: Row) -> tuple[Agreement, str]:
    """The agreement that holds a row, and the code of its indicator there."""
    mapped, cells = MAPPED[table.id], _cells(row)
    above = [other.indicator.office for other in table.rows[: row.number + 1] if other.indicator.office]
    wanted = (
        cells[mapped.columns["agreement"]] if "agreement" in mapped.columns else None,
        mapped.year or int(mapped.values.get("year", {}).get(row.period, row.period)),
        above[-1] if "office" in mapped.columns else None,
    )
    (found,) = (
        one
        for one in READINGS[table.id].agreements
        if wanted == (wanted[0] and one.code, one.year, one.first_party.office)
    )
    return found, cells[mapped.held.get("code", "Indikator")]
