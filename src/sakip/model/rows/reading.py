"""Pembacaan tabel: agreements and their realizations from flat rows, with every fault named by row and column."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from sakip.base.finding import Finding, Place, Report
from sakip.base.kind import is_text, listed, none_or, of_kind, parted, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.notation import Convention
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, both
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.model.agreement import Agreement
from sakip.model.cell import Floats
from sakip.model.checking import CHECKS, Check, findings_of
from sakip.model.checks import documentation, signing
from sakip.model.checks.case import Case
from sakip.model.history import History
from sakip.model.realization import Realization
from sakip.model.rows import assembling, gathering, heads, sifting, versions
from sakip.model.rows import columns as cells
from sakip.model.rows import entries as filling
from sakip.model.rows.asking import PROMISED, REPORTED, asked, in_two, merged, said_of
from sakip.model.rows.assembling import Draft, assembled, lost, short
from sakip.model.rows.entries import Entry, entries
from sakip.model.rows.gathering import gathered
from sakip.model.rows.heads import headed
from sakip.model.rows.layout import Columns, Overrides, label_of
from sakip.model.rows.meaning import Table
from sakip.model.rows.sifting import sifted

__all__ = ["RULES", "Reading", "agreements_from_rows"]

Pair = tuple[Agreement, tuple[Realization, ...]]


def _pairs(value: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(_pair(pair, f"Reading.pairs[{at}]") for at, pair in enumerate(listed(value, "Reading.pairs", _PAIR)))


def _pair(value: object, path: str) -> Pair:
    agreement, realizations = parted(value, 2, path, _PAIR)
    return of_kind(Agreement, agreement, path, _PAIR), tuple_of(Realization, realizations, path, _PAIR)


_PAIR = "(agreement, [Realization('IKU-1', 80)])"


Lost = tuple[Agreement | None, tuple[int, ...]]


def _lost(value: Iterable[Lost]) -> tuple[Lost, ...]:
    return tuple(_numbered(one, f"Reading.lost[{at}]") for at, one in enumerate(listed(value, "Reading.lost", _LOST)))


def _numbered(value: object, path: str) -> Lost:
    agreement, numbers = parted(value, 2, path, _LOST)
    return none_or(Agreement, agreement, path, _LOST), tuple_of(int, numbers, path, _LOST)


_LOST = "(agreement, [4, 6])"


def _report(value: Report) -> Report:
    return of_kind(Report, value, "Reading.report", "Report([])")


def _used(value: Iterable[int]) -> tuple[int, ...]:
    return tuple_of(int, value, "Reading.used", "1")


def _given(value: int) -> int:
    return admit_whole(value, "Reading.given", low=0, high=10**9)


@frozen
class Reading:
    """Hasil pembacaan: the agreements of a table, their realizations, and everything that was found on the way.

    It is a list of pairs (agreement, realizations), so it goes into `evaluate_many` as it is.

    Attributes:
        pairs: Each agreement with its realizations, in the order of the rows.
        report: What is wrong or worth knowing, in the table and in the agreements made from it.
        used: The numbers of the rows that an agreement holds the promise of.
        given: How many rows there were; every other row is named in the report.
        lost: Each agreement some rows of whose office could not be used, with their numbers; under None the rows of
            offices of which no agreement was made. `rank` takes it, so that no rank hides them.

    Raises:
        InvalidValueError: Something that is no pair, no report or no number of a row.

    Examples:
        >>> rows = [{"Indikator": "Dokumen", "Jenis": "positif", "Target": "2", "Realisasi": "1"}]
        >>> columns = {"indicator": "Indikator", "polarity": "Jenis", "target": "Target", "realization": "Realisasi"}
        >>> reading = agreements_from_rows(rows, columns=columns, year=2025)
        >>> [(agreement.code, len(realizations)) for agreement, realizations in reading]
        [('PK-2025', 1)]
    """

    pairs: tuple[Pair, ...] = field(converter=_pairs)
    report: Report = field(converter=_report)
    used: tuple[int, ...] = field(converter=_used)
    given: int = field(converter=_given)
    lost: tuple[Lost, ...] = field(default=(), converter=_lost)

    __reduce__ = reduce_by_fields

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """Perjanjian: the agreements, in the order of the rows."""
        return tuple(agreement for agreement, _ in self.pairs)

    @property
    def histories(self) -> tuple[History, ...]:
        """Riwayat: the agreements that supersede each other, as histories; the report names those that make none."""
        return versions.chained(self.agreements)

    def as_of(self, day: date) -> tuple[Pair, ...]:
        """Per tanggal: the pairs without the versions that are not in force on a day, to score and rank one of each.

        An agreement without other versions stands as it is, and so do versions that make no history.

        Raises:
            InvalidValueError: Not a date without a time.
        """
        kept = {id(agreement) for agreement in versions.in_force(self.agreements, day)}
        return tuple(pair for pair in self.pairs if id(pair[0]) in kept)

    @property
    def left_out(self) -> tuple[int, ...]:
        """Baris yang tidak dipakai: the numbers of the rows that nothing was made of; the report says why."""
        used = set(self.used)
        return tuple(number for number in range(1, self.given + 1) if number not in used)

    def of(self, whose: str) -> Pair:
        """Milik siapa: the agreement of an office or a position and its realizations, as `evaluate` takes them.

        Args:
            whose: The office, the position of the first party, or the code of the agreement.

        Raises:
            UnknownCodeError: No such agreement, or several; the error names those there are.
        """
        found = [pair for pair in self.pairs if is_text(whose) and whose in _names(pair[0])]
        if len(found) == 1:
            return found[0]
        if not found:
            parties = [(one.first_party.office or one.code, one.first_party.position) for one in self.agreements]
            known = dict.fromkeys([*(office for office, _ in parties), *(position for _, position in parties)])
            problem = ("tidak ada perjanjian dari kantor atau jabatan itu", "no agreement of that office or position")
            raise unknown_code(whose, known, code="unknown-office", path="Reading.of", problem=problem)
        several = tuple(agreement.code for agreement, _ in found)
        raise UnknownCodeError(
            code="unknown-office",
            path="Reading.of",
            value=whose,
            problem=("lebih dari satu perjanjian", "more than one agreement"),
            way_out=(f"Pilih dari {', '.join(several)}", f"Choose from {', '.join(several)}"),
            near=several,
        )

    def __iter__(self) -> Iterator[Pair]:
        return iter(self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks: the report of what was found, for a terminal.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000; without one it is 80.
        """
        return self.report.text(lang, width=width)

    def _repr_html_(self) -> str:
        return self.report._repr_html_()


def _names(agreement: Agreement) -> tuple[str | None, ...]:
    party = agreement.first_party
    return party.office, party.position, agreement.code


def agreements_from_rows(
    rows: Iterable[Mapping[str, Any]],
    *,
    columns: Columns | None = None,
    realizations: Iterable[Mapping[str, Any]] | None = None,
    values: Mapping[str, object] = {},
    defaults: Mapping[str, object] = {},
    overrides: Overrides = {},  # noqa: B006 - never changed
    fill_down: Iterable[str] = (),
    year: int | None = None,
    convention: Convention | None = None,
    floats: Floats | None = None,
) -> Reading:
    """Perjanjian dari baris: read a table as people keep it, and name everything in it that cannot be.

    Nothing is guessed. A bad row is left out and named, and the others go on; a bad realization is left out alone, so
    that its indicator counts as not reported and never as fulfilled. Blank cells, None and NaN are not reported.

    Args:
        rows: One mapping of columns to cells for each row, from a database, a data frame or a spreadsheet.
        columns: Our fields (the reference lists them) to the caller's columns; a tuple of 2, 3, 4 or 12 columns
            holds the periods of the year. Without it the heads are read by an exact list of words (the reference has
            it), the report says what was taken for what, and what is ambiguous or missing is refused.
        realizations: A second table with what was delivered, joined by ``code`` (or ``indicator``).
        values: What cells mean that are no plain word or number, such as ``{"-": None}``; the key of a number
            means every way of writing it. A mapping under the name of a field holds for that field alone, such as
            ``{"polarity": {"naik": "maximize"}}``.
        defaults: Values of fields whose cell is blank or which have no column; each use is a note of the report.
        overrides: By code or name of an indicator, or by an office and the code or name there, what its fields are
            whatever the table says.
        fill_down: Columns with merged cells, whose blanks take what stands above, the outer column before the inner:
            where one says something new, nothing is carried on in those named after it.
        year: Tahun anggaran, where there is no column of years.
        convention: How the numbers of the table are written; without it each column decides for itself.
        floats: ``"shortest"`` reads a float as the shortest decimal that stands for it, as spreadsheets show it;
            otherwise a float is a finding.

    Raises:
        InvalidValueError: Columns, defaults or overrides of fields that do not exist, arguments of another kind, a
            second table whose realizations stand in no column, or heads that do not say what is what.

    Examples:
        >>> rows = [{"Indikator": "Dokumen", "Jenis": "positif", "Target": "dua", "Realisasi": "1"}]
        >>> reading = agreements_from_rows(rows, year=2025)
        >>> [(one.code, one.place.row, one.place.column) for one in reading.report.errors]
        [('ROW-LEVEL', 1, 'Target')]
    """
    path = "agreements_from_rows"
    given = _rows(rows, f"{path}.rows")
    second_rows = None if realizations is None else _rows(realizations, f"{path}.realizations")
    told: tuple[Finding, ...] = ()
    if columns is None:
        columns, told = headed((given, second_rows or ()), said_of(defaults, overrides, year=year))
    table = asked(columns, values, defaults, overrides, year=year, convention=convention, floats=floats)
    down = merged(fill_down, table.layout)
    reports: list[Entry] = []
    if second_rows is None:
        promises, findings, count = _filled(given, table, down, ())
    else:
        first, second = in_two(table)
        promises, findings, count = _filled(given, first, down, PROMISED)
        reports, found, _ = _filled(second_rows, second, down, REPORTED)
        findings += found
    indicators, found = gathered(promises, reports)
    findings += found
    drafts, found = assembled(indicators)
    beside, nowhere = lost(promises, drafts)
    findings += [*told, *found, *versions.chain_findings(drafts), *short(drafts, beside)]
    checks, unsaid = _checks(table, findings)
    for draft in drafts:
        findings += _checked(draft, checks, unsaid)
    homes = zip((*(draft.agreement for draft in drafts), None), (*beside, nowhere), strict=True)
    return Reading(
        [(draft.agreement, tuple(one.realization for one in draft.delivered)) for draft in drafts],
        Report(sorted(findings, key=_in_order)),
        sorted(frozenset[int]().union(*(draft.rows for draft in drafts))),
        count,
        [(agreement, numbers) for agreement, numbers in homes if numbers],
    )


_ROW = "{'Indikator': 'AKI', 'Target': '1'}"


def _rows(value: object, path: str) -> tuple[object, ...]:
    if isinstance(value, Mapping):
        raise InvalidValueError(
            code="one-row",
            path=path,
            value=value,
            problem=("satu baris, bukan daftar baris", "one row, not a list of rows"),
            way_out=("Tulis [baris] untuk satu baris", "Write [row] for a single row"),
        )
    return listed(value, path, _ROW)


def _filled(
    rows: tuple[object, ...], table: Table, down: tuple[str, ...], only: tuple[str, ...]
) -> tuple[list[Entry], list[Finding], int]:
    """What the rows of one table say, what was found in them, and how many they are."""
    kept = {key if isinstance(key, str) else key[1] for key in table.overrides}
    sieve = sifted(rows, table.layout, down, table=table.name, kept=kept)
    found, findings = entries(table, sieve.rows, only=only)
    return found, [*findings, *sieve.findings], sieve.given


def _in_order(finding: Finding) -> tuple[bool, int]:
    """The first table, then the second; what is said of a table as a whole before its rows."""
    place = finding.place
    return (False, 0) if place is None else (place.table != "rows", place.row or 0)


UNSAID = Rule(
    "ROW-UNSAID",
    "note",
    Text(
        "Tabel tidak memuat kolom untuk {fields}; ada tidaknya tidak diperiksa",
        "The table has no columns for {fields}; whether they exist is not checked",
    ),
)


def _checks(table: Table, findings: list[Finding]) -> tuple[tuple[Check, ...], frozenset[str]]:
    """The checks of an agreement, and the codes of what no column could say: one note, not a finding in every row."""
    said = {*table.defaults, *(name for fields in table.overrides.values() for name in fields)}
    unsaid = {
        name: rule.code
        for name, rule in zip(documentation.FIELDS, documentation.RULES, strict=True)
        if not table.layout.of(name) and name not in said
    }
    asked = len(unsaid) < len(documentation.FIELDS)
    heard = {name for name in ("echelon", "second_position", "second_office") if table.layout.of(name) or name in said}
    if heard == {"echelon"}:
        unsaid["second_position"] = signing.SUPERIOR.code
    if unsaid:
        labels = [label_of(name) for name in unsaid]
        fields = both(lambda lang: ", ".join(label.render(lang) for label in labels).lower())
        findings.append(UNSAID.at("rows", fields=fields).placed(Place(None)))
    return tuple(find for find in CHECKS if asked or find not in documentation.CHECKS), frozenset(unsaid.values())


def _checked(draft: Draft, checks: tuple[Check, ...], unsaid: frozenset[str]) -> Iterator[Finding]:
    """What is found in an agreement, each finding at the row and the column that it comes from."""
    realizations = [one.realization for one in draft.delivered]
    for finding in findings_of(Case.of(draft.agreement, realizations, None), checks):
        if finding.code not in unsaid:
            yield finding.placed(_place(draft, finding.subject))


def _place(draft: Draft, subject: str) -> Place:
    reported = _REALIZATION.match(subject)
    if reported is not None:
        found = draft.delivered[int(reported[1])]
        return Place(found.entry.number, found.column, found.entry.code, table=found.entry.table)
    prefix = f"agreement[{draft.agreement.code}].targets["
    rest = subject.removeprefix(prefix) if subject.startswith(prefix) else ""
    code = next((code for code in _heads(rest) if code in draft.promised), None)
    if code is None:  # said of the agreement as a whole
        first = draft.opening
        named = subject.removeprefix(f"agreement[{draft.agreement.code}].")
        name = _NAMES.get(named, named)
        entry = draft.said_by.get(name, first)
        return Place(entry.number, entry.column(name), draft.agreement.code)
    entry = draft.promised[code]
    name = rest.removeprefix(code).rpartition(".")[2]
    return Place(entry.number, entry.column(_NAMES.get(name, name)), entry.code)


def _heads(text: str) -> Iterator[str]:
    """What may be the code in front of a bracket: a code may hold brackets itself."""
    at = text.find("]")
    while at >= 0:
        yield text[:at]
        at = text.find("]", at + 1)


_REALIZATION = re.compile(r"realizations\[([0-9]+)\]")
_NAMES = {"value": "target", "second_party": "second_position", "second_party.echelon": "second_echelon"}

RULES: tuple[Rule, ...] = (
    *heads.RULES,
    *sifting.RULES,
    *filling.RULES,
    *cells.RULES,
    *gathering.RULES,
    *assembling.RULES,
    *versions.RULES,
    UNSAID,
)
"""Aturan baris: every rule that reading rows can find something by, beside those of cells and of `check`."""
