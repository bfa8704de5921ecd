"""Tata letak: what a table can say, and in which of its columns it says so."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Literal, NamedTuple, cast

from attrs import field, frozen

from sakip.base.kind import of_kind
from sakip.base.likeness import similar
from sakip.base.text import Text, require_text
from sakip.errors import InvalidValueError
from sakip.model.period import Period, PeriodKind

__all__ = [
    "FIELDS",
    "Columns",
    "Field",
    "FieldKind",
    "Key",
    "Layout",
    "Overrides",
    "Part",
    "label_of",
    "periods_of",
    "require_fields",
    "require_mapping",
]

FieldKind = Literal[
    "text", "lines", "number", "amount", "word", "period", "date", "echelon", "scale", "whole", "evidence", "codes"
]
Part = Literal["agreement", "objective", "indicator", "target", "realization"]
Columns = Mapping[str, str | Iterable[str]]
"""Peta kolom: our field to the caller's column, or to a tuple of columns for the periods of a year."""


Key = str | tuple[str, str]
"""Kunci indikator: its code or name, wherever it stands, or an office and the code or name there."""
_Own = Mapping[str, object]
Overrides = Mapping[str, _Own] | Mapping[tuple[str, str], _Own] | Mapping[Key, _Own]
"""Pengecualian: by indicator, what its fields are whatever the table says."""


class Field(NamedTuple):
    """Ruas: one thing that a row can say.

    Attributes:
        name: How the caller names it.
        label: What people call it.
        kind: How its cells are read: ``amount`` is a number, a range, a level or a date.
        part: Which object it belongs to.
        by_period: Whether a tuple of columns may hold it, one for each period of the year.
    """

    name: str
    label: Text
    kind: FieldKind
    part: Part
    by_period: bool = False


FIELDS: tuple[Field, ...] = (
    Field("agreement", Text("Kode perjanjian", "Code of the agreement"), "text", "agreement"),
    Field("year", Text("Tahun anggaran", "Fiscal year"), "whole", "agreement"),
    Field("office", Text("Kantor", "Office"), "text", "agreement"),
    Field("position", Text("Jabatan", "Position"), "text", "agreement"),
    Field("echelon", Text("Jenjang", "Echelon"), "echelon", "agreement"),
    Field("official", Text("Nama pejabat", "Name of the official"), "text", "agreement"),
    Field("second_position", Text("Jabatan pihak kedua", "Position of the second party"), "text", "agreement"),
    Field("second_office", Text("Kantor pihak kedua", "Office of the second party"), "text", "agreement"),
    Field("second_echelon", Text("Jenjang pihak kedua", "Echelon of the second party"), "echelon", "agreement"),
    Field("signed_on", Text("Tanggal tanda tangan", "Day of signature"), "date", "agreement"),
    Field("budget_ratified_on", Text("Tanggal pengesahan anggaran", "Day of the budget"), "date", "agreement"),
    Field("effective_on", Text("Mulai berlaku", "In force from"), "date", "agreement"),
    Field("supersedes", Text("Menggantikan perjanjian", "Supersedes"), "text", "agreement"),
    Field("reason", Text("Alasan perubahan", "Reason of the amendment"), "word", "agreement"),
    Field("legal_document", Text("Dasar perubahan", "Document of the amendment"), "text", "agreement"),
    Field("objective", Text("Sasaran", "Objective"), "text", "objective"),
    Field("objective_code", Text("Kode sasaran", "Code of the objective"), "text", "objective"),
    Field("code", Text("Kode indikator", "Code of the indicator"), "text", "indicator"),
    Field("indicator", Text("Nama indikator", "Name of the indicator"), "text", "indicator"),
    Field("unit", Text("Satuan", "Unit"), "text", "indicator"),
    Field("polarity", Text("Polaritas", "Polarity"), "word", "indicator"),
    Field("consolidation", Text("Cara konsolidasi", "Consolidation"), "word", "indicator"),
    Field("measure", Text("Jenis ukuran", "Kind of measure"), "word", "indicator"),
    Field("scale", Text("Skala tingkat", "Ordinal scale"), "scale", "indicator"),
    Field("decimals", Text("Jumlah desimal", "Number of decimals"), "whole", "indicator"),
    Field("operational_definition", Text("Definisi operasional", "Operational definition"), "lines", "indicator"),
    Field("formula", Text("Rumus", "Formula"), "lines", "indicator"),
    Field("data_source", Text("Sumber data", "Data source"), "text", "indicator"),
    Field("owner", Text("Penanggung jawab", "Owner"), "text", "indicator"),
    Field("level", Text("Tingkat hasil", "Result level"), "word", "indicator"),
    Field("kind", Text("Jenis indikator", "Kind of indicator"), "text", "indicator"),
    Field("same_as", Text("Sama dengan indikator", "Same as the indicator"), "text", "indicator"),
    Field("replaces", Text("Menggantikan indikator", "Replaces the indicator"), "text", "indicator"),
    Field("cites", Text("Rujukan rencana", "Plans cited"), "codes", "indicator"),
    Field("target", Text("Target", "Target"), "amount", "target"),
    Field("target_low", Text("Batas bawah target", "Lower bound of the target"), "number", "target"),
    Field("target_high", Text("Batas atas target", "Upper bound of the target"), "number", "target"),
    Field("weight", Text("Bobot", "Weight"), "number", "target"),
    Field("trajectory", Text("Target per periode", "Target of each period"), "number", "target", by_period=True),
    Field("baseline", Text("Kondisi awal", "Baseline"), "number", "target"),
    Field("last_year", Text("Realisasi tahun lalu", "Realization of last year"), "number", "target"),
    Field("worst_value", Text("Nilai terburuk", "Worst value"), "number", "target"),
    Field("ceiling", Text("Nilai terbaik", "Best attainable value"), "number", "target"),
    Field("period", Text("Periode", "Period"), "period", "realization"),
    Field("realization", Text("Realisasi", "Realization"), "amount", "realization", by_period=True),
    Field("year_realization", Text("Realisasi setahun", "Realization of the year"), "amount", "realization"),
    Field("numerator", Text("Pembilang", "Numerator"), "number", "realization", by_period=True),
    Field("denominator", Text("Penyebut", "Denominator"), "number", "realization", by_period=True),
    Field("per", Text("Kelipatan", "Scale of the ratio"), "number", "realization"),
    Field("status", Text("Status data", "Data status"), "word", "realization"),
    Field("evidence", Text("Bukti dukung", "Evidence"), "evidence", "realization"),
    Field("obstacle", Text("Hambatan", "Obstacle"), "lines", "realization"),
    Field("driver", Text("Pendorong", "Driver"), "lines", "realization"),
    Field("remedy", Text("Tindak lanjut", "Remedy"), "lines", "realization"),
)

_BY_NAME: dict[str, Field] = {one.name: one for one in FIELDS}
_KINDS: dict[int, PeriodKind] = {2: "half_year", 3: "four_month", 4: "quarter", 12: "month"}


def label_of(name: str) -> Text:
    """Sebutan ruas: what people call a field.

    Examples:
        >>> label_of("unit").id
        'Satuan'
    """
    return _BY_NAME[name].label


def periods_of(year: int, count: int) -> tuple[Period | None, ...]:
    """Periode kolom: the period of each of so many columns of a field; None for a field that stands in one column.

    Examples:
        >>> [period.code for period in periods_of(2025, 2)], periods_of(2025, 1)
        (['2025-H1', '2025-H2'], (None,))
    """
    return Period.year(year).parts(_KINDS[count]) if count > 1 else (None,)


def require_mapping(value: object, path: str, example: str) -> Mapping[Any, Any]:
    """Wajib pemetaan: a mapping of anything to anything.

    Raises:
        InvalidValueError: Anything else.

    Examples:
        >>> require_mapping({"-": None}, "agreements_from_rows.values", "{'-': None}")
        {'-': None}
    """
    kind = cast("type[Mapping[Any, Any]]", Mapping)
    return of_kind(kind, value, path, example)


def require_fields(
    value: object, path: str, example: str, fields: Collection[str] = tuple(_BY_NAME)
) -> dict[str, object]:
    """Wajib ruas: a mapping whose keys are names of fields, those of an agreement unless others are meant.

    Raises:
        InvalidValueError: No mapping, or a key that is no field; the error names those that look like it.

    Examples:
        >>> require_fields({"consolidation": "sum"}, "agreements_from_rows.defaults", "{'consolidation': 'sum'}")
        {'consolidation': 'sum'}
    """
    found: dict[str, object] = {}
    for name, content in require_mapping(value, path, example).items():
        if not isinstance(name, str) or name not in fields:
            near = ", ".join(similar(name, fields)) or ", ".join(fields)
            raise InvalidValueError(
                code="unknown-field",
                path=path,
                value=name,
                problem=("ruas tidak dikenal", "unknown field"),
                way_out=(f"Pilih dari {near}", f"Choose from {near}"),
            )
        found[name] = content
    return found


def _columns(value: Columns) -> tuple[tuple[str, tuple[str, ...]], ...]:
    path = "agreements_from_rows.columns"
    found: list[tuple[str, tuple[str, ...]]] = []
    for name, content in require_fields(value, path, "{'indicator': 'Indikator', 'target': 'Target'}").items():
        several = not isinstance(content, str) and isinstance(content, Iterable)
        columns = tuple(cast("Iterable[object]", content)) if several else (content,)
        kept = tuple(require_text(column, f"{path}[{name}]") for column in columns)
        if several and (not _BY_NAME[name].by_period or len(kept) not in _KINDS):
            raise InvalidValueError(
                code="columns-of-periods",
                path=f"{path}[{name}]",
                value=content,
                problem=(
                    "hanya trajectory, realization, numerator dan denominator dapat memakai 2, 3, 4 atau 12 kolom",
                    "only trajectory, realization, numerator and denominator may take 2, 3, 4 or 12 columns",
                ),
                way_out=(
                    "Beri satu kolom, atau kolom tiap periode; target per periode adalah trajectory",
                    "Give one column, or one for each period; the target of each period is trajectory",
                ),
            )
        if len(set(kept)) < len(kept):
            twice = next(column for at, column in enumerate(kept) if column in kept[:at])
            raise InvalidValueError(
                code="column-twice",
                path=f"{path}[{name}]",
                value=twice,
                problem=("satu kolom tidak dapat memuat dua periode", "one column cannot hold two periods"),
                way_out=("Sebut tiap kolom satu kali", "Name each column once"),
            )
        found.append((name, kept))
    return tuple(found)


@frozen
class Layout:
    """Tata letak tabel: which columns hold which field.

    Attributes:
        columns: Pairs of a field and its columns; several columns are the periods of a year.

    Raises:
        InvalidValueError: An unknown field, a column that is no text or stands twice, or several columns where one
            must do.

    Examples:
        >>> Layout({"target": "Target", "realization": ("TW I", "TW II", "TW III", "TW IV")}).of("target")
        ('Target',)
    """

    columns: tuple[tuple[str, tuple[str, ...]], ...] = field(converter=_columns)
    _held: dict[str, tuple[str, ...]] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_held", dict(self.columns))

    def of(self, name: str) -> tuple[str, ...]:
        """Kolom ruas: the columns of one field; none where the table does not say it."""
        return self._held.get(name, ())

    @property
    def names(self) -> tuple[str, ...]:
        """Nama kolom: every column that is read, each once."""
        return tuple(dict.fromkeys(column for _, columns in self.columns for column in columns))
