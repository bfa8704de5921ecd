"""Menyerahkan: what the rows of an indicator report, period by period, as its realizations."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from attrs import Factory, define

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text, joined, told
from sakip.errors import InvalidValueError
from sakip.model.indicator import Indicator
from sakip.model.period import Period
from sakip.model.realization import Components, Realization
from sakip.model.rows.columns import FIELD
from sakip.model.rows.entries import Amount, Entry
from sakip.model.rows.layout import FIELDS, label_of, periods_of
from sakip.model.scale import Level

__all__ = [
    "LEVEL",
    "REPORT",
    "REQUIRED",
    "RULES",
    "Delivered",
    "Gathered",
    "Periods",
    "Planned",
    "deliver",
    "made",
    "named_at",
]

REQUIRED = Rule(
    "ROW-REQUIRED",
    "error",
    Text(
        "{field} belum diisi; isilah, atau tulis nilai bawaannya (defaults)",
        "{field} is empty; fill it in, or write a default (defaults)",
    ),
)
LEVEL = Rule(
    "ROW-LEVEL",
    "error",
    Text(
        "'{word}' bukan angka; nyatakan artinya lewat values, atau bila ini tingkat, skala indikatornya (scale)",
        "'{word}' is no number; state what it means through values or, if it is a level, the indicator's scale",
    ),
)

_FIELD_NAMES = frozenset(one.name for one in FIELDS)
_HALVES = frozenset({"numerator", "denominator"})
_NUMBERS = frozenset({"realization", "year_realization", *_HALVES})
_WORDS = ("evidence", "obstacle", "driver", "remedy")
REPORT = ("status", *_WORDS)
"""Keterangan: the fields that say something of every number of their row."""


UNTOLD = Rule(
    "ROW-UNTOLD",
    "warning",
    Text(
        "{fields} pada baris ini tidak dipakai, karena realisasinya kosong",
        "{fields} in this row is not used, since its realization is blank",
    ),
)

RULES: tuple[Rule, ...] = (REQUIRED, LEVEL, UNTOLD)


class Planned(NamedTuple):
    """Yang direncanakan: the target of a period with the row and the column that it comes from."""

    period: Period | None
    value: Any
    entry: Entry
    column: str


class Delivered(NamedTuple):
    """Yang dilaporkan: a realization with the row and the column that it comes from."""

    realization: Realization
    entry: Entry
    column: str

    def period_in(self, year: Period) -> Period | None:
        """Periode: of which it speaks; None for the whole year, however that is said."""
        period = self.realization.period
        return None if period == year else period


@define
class Gathered:
    """Terkumpul: one indicator, its rows, and what they say of each period.

    Attributes:
        indicator: The indicator.
        said: What its rows promise together.
        entries: Its rows.
        copies: Rows that say the same as one of these.
        planned: The targets of periods.
        delivered: Its realizations.
    """

    indicator: Indicator
    said: Mapping[str, Any]
    entries: tuple[Entry, ...]
    copies: tuple[Entry, ...]
    planned: list[Planned] = Factory(list)
    delivered: list[Delivered] = Factory(list)

    @property
    def first(self) -> Entry:
        """Baris pertama: the row at which the indicator as a whole is named."""
        return self.entries[0]


Periods = dict[tuple[int, int], tuple[Period | None, ...]]
"""The periods of a year's columns, by the year and how many there are."""


Made = TypeVar("Made")


def made(
    findings: list[Finding],
    entry: Entry,
    name: str,
    make: Callable[..., Made],
    *arguments: object,
    columns: Mapping[str, str] = {},
    **named: Any,
) -> Made | None:
    """Jadikan: what comes out of a row's values, or None and a finding that says what the row cannot be.

    Args:
        findings: Where the finding is left.
        entry: The row.
        name: The field that is named where the error names none.
        make: What is made.
        arguments: Its arguments.
        columns: The caller's column of a field where it has several.
        named: Its named arguments.
    """
    try:
        return make(*arguments, **named)
    except InvalidValueError as error:
        at = named_at(error) or name
        findings.append(entry.finding(FIELD, at, columns.get(at), field=label_of(at), **told(error)))
        return None


def named_at(error: InvalidValueError) -> str | None:
    """Ruas galat: the field that an error is about; None where it is of none, or of the object as a whole."""
    own = error.path.rpartition(".")[2].partition("[")[0]
    return own if own in _FIELD_NAMES and own != "code" else None


def deliver(known: Gathered, entry: Entry, year: int, parts: Periods) -> list[Finding]:
    """Serahkan: add what a row says of periods and of the year to its indicator, and find what of it cannot be."""
    findings: list[Finding] = []
    if "period" in entry.faulty:
        return findings  # a number of an unknown period is no number of the year
    words = {name: entry.said[name] for name in REPORT if name in entry.said}
    above: dict[Period | None, Amount] = {}
    below: dict[Period | None, Amount] = {}
    measured: list[tuple[Period | None, Any, str]] = []
    for amount in entry.amounts:
        period = _period(amount, entry, year, parts)
        match amount.field:
            case "trajectory":
                known.planned.append(Planned(period, amount.value, entry, amount.column))
            case "numerator":
                above[period] = amount
            case "denominator":
                below[period] = amount
            case _:
                measured.append((period, amount.value, amount.column))
    if above or below:
        measured += _components(entry, above, below, findings)
    if "year_realization" in entry.said:
        column = entry.column("year_realization") or "year_realization"
        measured.append((None, entry.said["year_realization"], column))
    untold = [name for name in _WORDS if name in words]
    if untold and not measured and not findings and entry.faulty.isdisjoint(_NUMBERS):
        findings.append(entry.finding(UNTOLD, untold[0], fields=joined(", ", map(label_of, untold))))
    # Words are of the row's own period; beside its number that of the year has only the status.
    beside = words if len(measured) < 2 else {name: words[name] for name in words if name == "status"}
    for period, value, column in measured:
        if isinstance(value, Level) and known.indicator.scale is None:
            findings.append(entry.finding(LEVEL, "realization", column, word=value.name))
            continue
        realization = made(
            findings,
            entry,
            "realization",
            Realization,
            known.indicator.code,
            value,
            columns={"realization": column},
            period=period,
            **(words if period == entry.said.get("period", period) else beside),
        )
        if realization is not None:
            known.delivered.append(Delivered(realization, entry, column))
    return findings


def _period(amount: Amount, entry: Entry, year: int, parts: Periods) -> Period | None:
    """The period of a cell: its row's, or that of its column where a field has several."""
    if amount.parts == 1:
        return entry.said.get("period")
    found = parts.get((year, amount.parts))
    if found is None:
        found = parts[year, amount.parts] = periods_of(year, amount.parts)
    return found[amount.part]


def _components(
    entry: Entry, above: dict[Period | None, Amount], below: dict[Period | None, Amount], findings: list[Finding]
) -> Iterator[tuple[Period | None, Any, str]]:
    """The components of each period that has a numerator and a denominator; either alone is half a number."""
    per = entry.said.get("per")
    if per is None:
        if "per" not in entry.faulty:
            findings.append(entry.finding(REQUIRED, "per", field=label_of("per")))
        return
    for period in {**above, **below}:
        if period in above and period in below:
            upper, lower = above[period], below[period]
            at = {"numerator": upper.column, "denominator": lower.column}
            components = made(findings, entry, "numerator", Components, upper.value, lower.value, columns=at, per=per)
            if components is not None:
                yield period, components, upper.column
        elif entry.faulty.isdisjoint(_HALVES):
            half, other = (above[period], "denominator") if period in above else (below[period], "numerator")
            findings.append(entry.finding(REQUIRED, other, entry.column(other, half.part), field=label_of(other)))
