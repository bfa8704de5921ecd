"""Menapis baris: which rows of a table say something of an indicator, and what the others are."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sakip.base.finding import Finding, Place
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.model.rows.layout import Layout

__all__ = ["RULES", "Row", "Sifted", "is_blank", "like_summary", "plain", "sifted"]


class Row(NamedTuple):
    """Baris: one row of the table, with its number from 1 and the cells of the columns that are read."""

    number: int
    cells: Mapping[str, Any]


class Sifted(NamedTuple):
    """Hasil tapis: the rows that are read, and a finding for each that is not."""

    rows: list[Row]
    findings: list[Finding]
    given: int


NOT_A_ROW = Rule(
    "ROW-KIND",
    "error",
    Text(
        "Baris ini bukan pasangan kolom dan isi (dict), melainkan {kind}; pakai misalnya df.to_dict('records') atau"
        " csv.DictReader",
        "This row is no mapping of columns to cells (dict) but {kind}; use df.to_dict('records') or csv.DictReader, for"
        " example",
    ),
)
BLANK = Rule("ROW-BLANK", "note", Text("Baris kosong dilewati", "An empty row is passed over"))
HEADER = Rule(
    "ROW-HEADER",
    "note",
    Text("Baris yang mengulang judul kolom dilewati", "A row that repeats the heads of the columns is passed over"),
)
NUMBERS = Rule(
    "ROW-NUMBERS",
    "note",
    Text("Baris nomor kolom ({shown}) dilewati", "A row that numbers the columns ({shown}) is passed over"),
)
SECTION = Rule(
    "ROW-SECTION",
    "warning",
    Text(
        "Baris judul bagian dilewati: {shown}. Bila ini indikator, target dan satuannya belum diisi",
        "A row that heads a section is passed over: {shown}. If it is an indicator, its target and unit are not filled",
    ),
)
AVERAGE = Rule(
    "ROW-AVERAGE",
    "note",
    Text("Baris ringkasan dilewati, karena dihitung sendiri: {shown}", "A summary row is passed over: {shown}"),
)

RULES: tuple[Rule, ...] = (NOT_A_ROW, BLANK, HEADER, NUMBERS, SECTION, AVERAGE)

_LONGEST_SHOWN = 80
_NUMBERED = re.compile(r"\(?([0-9]{1,2})\)?\.?")
_SUM = r"(?:rata ?-? ?rata|rerata|(?:sub ?)?total|jumlah|average|mean)"
_ALONE = re.compile(rf"{_SUM} ?:?", re.IGNORECASE)
# Many an indicator begins with these words, so only what is summed up tells a summary.
_SUMMARY = re.compile(rf"{_SUM} (?:capaian|kinerja|skor|keseluruhan|achievement|score)\b.*", re.IGNORECASE)
_LIKE_SUMMARY = re.compile(rf"{_SUMMARY.pattern}|{_SUM} (?:nilai|value)(?: \w+)?", re.IGNORECASE)
_SUSPECT = re.compile(rf"{_NUMBERED.pattern}|")
_ZERO_WIDTH = str.maketrans("\u200b\u2060", "  ")
_HEADING = ("agreement", "office", "objective", "objective_code", "code", "indicator", "position")
_KEYS = ("code", "indicator")
_PROMISING = ("target", "polarity")


def is_blank(value: object) -> bool:
    """Kosong: a cell that says nothing, as tables and data frames write it: None, blanks, or NaN.

    Examples:
        >>> is_blank(" "), is_blank(float("nan")), is_blank(0), is_blank("-")
        (True, True, False, False)
    """
    if value is None:
        return True
    if isinstance(value, str):
        return not value or value.isspace() or (not value.isascii() and not plain(value))
    if isinstance(value, float):
        return value != value  # noqa: PLR0124 - what NaN is
    if isinstance(value, Decimal):
        return value.is_nan()
    return type(value).__name__ in {"NAType", "NaTType"}


def plain(value: object) -> str:
    """Teks sel: a cell as one line of text, its blanks single, a no-break space being one of them.

    Examples:
        >>> plain(" Dinas\u00a0 Sosial "), plain(12), plain(None), plain([1])
        ('Dinas Sosial', '12', '', 'list')
    """
    if isinstance(value, str):
        return " ".join((value if value.isascii() else value.translate(_ZERO_WIDTH)).split())
    if is_blank(value):
        return ""
    written = isinstance(value, Decimal | float | date) or (isinstance(value, int) and value.bit_length() < 1000)
    return str(value) if written else type(value).__name__


def like_summary(text: str) -> bool:
    """Mirip ringkasan: whether a name may be that of a row that sums up others, or of an indicator.

    Examples:
        >>> [like_summary(name) for name in ("Rata-rata capaian", "Total Nilai", "Rata-rata lama sekolah")]
        [True, True, False]
    """
    return _LIKE_SUMMARY.fullmatch(text) is not None


def sifted(
    rows: Iterable[object],
    layout: Layout,
    fill_down: tuple[str, ...] = (),
    *,
    table: str = "rows",
    kept: Collection[str] = (),
) -> Sifted:
    """Tapis: the rows to read, blanks of merged cells filled from above, and a finding for every other row.

    Args:
        rows: The rows, as they were given; a single one is a form and always read.
        layout: Which columns are read.
        fill_down: Columns with merged cells, the outer before the inner: where one says something new, nothing is
            remembered of those named after it.
        table: Which table it is; a row of ``realizations`` promises nothing, so that none heads a section.
        kept: Codes and names whose rows are read even where only the name is filled.

    Examples:
        >>> layout = Layout({"office": "OPD", "indicator": "Indikator", "target": "Target"})
        >>> rows = [{"OPD": "Dinas", "Indikator": "A", "Target": "1"}, {"OPD": "", "Indikator": "B", "Target": "2"}]
        >>> [row.cells["OPD"] for row in sifted(rows, layout, ("OPD",)).rows]
        ['Dinas', 'Dinas']
    """
    listed = list(rows)
    sieve = _Sieve.of(layout, table, kept)
    read: list[Row] = []
    findings: list[Finding] = []
    above: dict[str, object] = {}
    may_number = True  # the numbers of the columns stand under their heads, and an indicator does not
    for number, given in enumerate(listed, start=1):
        if not isinstance(given, Mapping):
            findings.append(NOT_A_ROW.at(table, kind=type(given).__name__).placed(Place(number, table=table)))
            continue
        cells: Mapping[str, Any] = given
        finding = None if len(listed) == 1 else sieve.finding(cells, may_number=may_number)
        if fill_down and (finding is None or finding.code == SECTION.code):
            cells = _filled(cells, layout.names, fill_down, above)
        if finding is None:
            may_number = False
            read.append(Row(number, cells))
        else:
            may_number = may_number or finding.code == HEADER.code
            findings.append(finding.placed(Place(number, table=table)))
    return Sifted(read, findings, len(listed))


def _filled(
    cells: Mapping[str, Any], names: tuple[str, ...], fill_down: tuple[str, ...], above: dict[str, object]
) -> Mapping[str, Any]:
    """The cells with what stands above in the columns that are filled down; remembers what this row says itself."""
    missing: dict[str, object] = {}
    for at, column in enumerate(fill_down):
        if not is_blank(cells.get(column)):
            if plain(cells[column]) != plain(above.get(column)):
                for inner in fill_down[at + 1 :]:
                    above.pop(inner, None)
            above[column] = cells[column]
        elif column in above:
            missing[column] = above[column]
    return {**{name: cells[name] for name in names if name in cells}, **missing} if missing else cells


class _Sieve(NamedTuple):
    """What tells a row of an indicator from any other: its columns, those that name it, and those that promise."""

    table: str
    columns: dict[str, str]
    """Each column with its head in small letters."""
    heads: tuple[str, ...]
    keys: tuple[str, ...]
    promises: tuple[str, ...]
    kept: Collection[str]

    @classmethod
    def of(cls, layout: Layout, table: str, kept: Collection[str]) -> "_Sieve":
        heads, keys, promises = (
            tuple(column for name in names for column in layout.of(name)) for names in (_HEADING, _KEYS, _PROMISING)
        )
        columns = {name: plain(name).casefold() for name in layout.names}
        return cls(table, columns, heads, keys, promises if table == "rows" else (), kept)

    def finding(self, cells: Mapping[str, Any], *, may_number: bool) -> Finding | None:
        """What a row is that says nothing of an indicator; None for a row to read."""
        heads = [text for column in self.heads if (text := plain(cells.get(column)))]
        alone = any(map(_ALONE.fullmatch, heads))
        promised = [column for column in self.promises if not is_blank(cells.get(column))]
        suspect = alone or _SUSPECT.fullmatch(heads[0] if heads else "")
        whole = promised and len(promised) == len(self.promises) and not suspect
        if whole and not all(plain(cells[column]).casefold() == self.columns[column] for column in promised):
            return None
        said = {column: plain(cells[column]) for column in self.columns if not is_blank(cells.get(column))}
        if not said:
            return BLANK.at(self.table)
        if len(said) > 1 and all(text.casefold() == self.columns[column] for column, text in said.items()):
            return HEADER.at(self.table)
        shown = ", ".join(said.values())[:_LONGEST_SHOWN]
        if may_number and _counts_up(list(said.values())):
            return NUMBERS.at(self.table, shown=shown)
        if alone or (not promised and any(map(_SUMMARY.fullmatch, heads))):
            return AVERAGE.at(self.table, shown=shown)
        if self.table != "rows" or not said.keys() <= set(self.heads):
            return None
        return None if any(said.get(key) in self.kept for key in self.keys) else SECTION.at(self.table, shown=shown)


def _counts_up(texts: list[str]) -> bool:
    """Whether the cells are 1, 2, 3, ... as the row below the heads of a printed table."""
    if len(texts) < 3:
        return False
    found = [match and int(match[1]) for match in map(_NUMBERED.fullmatch, texts)]
    first = found[0]
    return first in {1, 2} and found == list(range(first, first + len(found)))
