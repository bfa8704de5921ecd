"""Mengumpulkan: the rows of each indicator, what they promise together and what they report."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from attrs import define

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Argument, Text
from sakip.errors import InvalidValueError
from sakip.model.cell.faults import RANGE_SWAPPED, shown
from sakip.model.indicator import Indicator
from sakip.model.party import Echelon
from sakip.model.period import Period
from sakip.model.realization import Components, Realization
from sakip.model.rows.columns import FIELD, WORD
from sakip.model.rows.entries import Amount, Entry
from sakip.model.rows.layout import FIELDS, label_of, periods_of
from sakip.model.scale import Level
from sakip.model.vocabulary import period_word

__all__ = ["RULES", "Delivered", "Gathered", "Home", "gathered", "made", "shown_value"]

REQUIRED = Rule(
    "ROW-REQUIRED",
    "error",
    Text(
        "{field} belum diisi; isilah, atau tulis nilai bawaannya (defaults)",
        "{field} is empty; fill it in, or write a default (defaults)",
    ),
)
BOTH = Rule(
    "ROW-BOTH",
    "error",
    Text(
        "Target diisi sebagai satu nilai ({target}) dan juga sebagai batas; kosongkan salah satunya",
        "The target is filled as one value ({target}) and as bounds too; leave one of them empty",
    ),
)
TWICE = Rule(
    "ROW-TWICE",
    "error",
    Text(
        "Indikator {key} sudah ada pada baris {first} dalam perjanjian yang sama; sisakan satu, atau sebutkan periode"
        " tiap baris",
        "The indicator {key} already stands in row {first} of the same agreement; keep one, or name the period of each"
        " row",
    ),
)
CONFLICT = Rule(
    "ROW-CONFLICT",
    "error",
    Text(
        "{field} di sini {here}, tetapi pada baris {first} {there}; semua baris satu indikator harus sama dalam hal"
        " ini",
        "{field} is {here} here but {there} in row {first}; the rows of one indicator must agree in this",
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
UNKNOWN = Rule(
    "ROW-UNKNOWN",
    "error",
    Text(
        "Realisasi untuk {key}, yang tidak ada di antara target yang terbaca; baris ini tidak dipakai",
        "A realization of {key}, which is not among the targets that were read; this row is not used",
    ),
)
SEVERAL = Rule(
    "ROW-SEVERAL",
    "error",
    Text(
        "Realisasi untuk {key}, yang ada pada {count} perjanjian; tambahkan kolom kantor",
        "A realization of {key}, which {count} agreements have; add the column of the office",
    ),
)

RULES: tuple[Rule, ...] = (REQUIRED, BOTH, LEVEL, TWICE, CONFLICT, UNKNOWN, SEVERAL)

_LONGEST_SHOWN = 80

_PROMISE = tuple(one.name for one in FIELDS if one.part in {"objective", "indicator", "target"})
_HOME = ("agreement", "year", "office", "position")
_NEEDED = frozenset({*_PROMISE, *_HOME})
_FIELD_NAMES = frozenset(one.name for one in FIELDS)
_TARGETS = frozenset({"target", "target_low", "target_high"})
_HALVES = frozenset({"numerator", "denominator"})
_KEYS = frozenset({"code", "indicator"})
_INDICATOR = (
    "unit",
    "polarity",
    "consolidation",
    "measure",
    "scale",
    "decimals",
    "operational_definition",
    "formula",
    "data_source",
    "owner",
    "level",
    "kind",
    "same_as",
    "replaces",
)
_REPORT = ("status", "evidence", "obstacle", "driver", "remedy")


class Delivered(NamedTuple):
    """Yang dilaporkan: a realization with the row and the column that it comes from."""

    realization: Realization
    entry: Entry
    column: str


@define
class Gathered:
    """Terkumpul: one indicator, its rows, and what they say of each period.

    Attributes:
        indicator: The indicator.
        entries: Its rows; all of them promise the same.
        trajectory: The targets of periods.
        delivered: Its realizations.
    """

    indicator: Indicator
    entries: tuple[Entry, ...] = ()
    trajectory: tuple[tuple[Any, Any], ...] = ()
    delivered: tuple[Delivered, ...] = ()

    @property
    def first(self) -> Entry:
        """Baris pertama: the row that says what all of them promise."""
        return self.entries[0]


Home = tuple[Any, ...]
"""Rumah: agreement code, year, office and position of a row, as far as it says them."""
_Homes = dict[Home, dict[str, Gathered]]
_Parts = dict[tuple[int, int], tuple[Period | None, ...]]
"""The periods of a year's columns, by the year and how many there are."""


def gathered(entries: Iterable[Entry], reports: Iterable[Entry]) -> tuple[_Homes, list[Finding]]:
    """Kumpulkan: the indicators of each office, year and position, in the order of the rows.

    Args:
        entries: The rows that promise; in a long table several rows speak of one indicator.
        reports: The rows of a second table, which only report.
    """
    homes: _Homes = {}
    parts: _Parts = {}
    findings: list[Finding] = []
    for entry in entries:
        findings += _gather(homes, entry, parts)
    findings += _join(homes, reports, parts)
    return {home: indicators for home, indicators in homes.items() if indicators}, findings


def _gather(homes: _Homes, entry: Entry, parts: _Parts) -> list[Finding]:
    said, code = entry.said, entry.code
    lacking = _lacking(entry)
    findings = [*_dated(entry, said.get("year")), *_unfit(entry, lacking)]
    if code is None or lacking or not entry.faulty.isdisjoint(_NEEDED):
        return findings
    indicators = homes.setdefault(_home(said), {})
    known = indicators.get(code)
    if known is None:
        indicator = made(findings, entry, "code" if "code" in said else "indicator", _indicator, entry, code)
        if indicator is None:
            return findings
        known = indicators[code] = Gathered(indicator)
    elif against := _against(known.first, entry):
        return [*findings, against]
    known.entries += (entry,)
    return [*findings, *_deliver(known, entry, said["year"], parts)]


def _home(said: dict[str, Any]) -> Home:
    return said.get("agreement"), said.get("year"), said.get("office"), said.get("position")


def _unfit(entry: Entry, lacking: list[str]) -> Iterator[Finding]:
    """Why a row promises nothing: what it must say and does not, or says in two ways."""
    said = entry.said
    for name in lacking:
        if entry.faulty.isdisjoint(_TARGETS if name in _TARGETS else (name,)):
            yield entry.finding(REQUIRED, name, field=label_of(name))
    if isinstance(said.get("target"), Level) and "scale" not in said:
        yield entry.spoiled(LEVEL, "target", word=said["target"].name)
    low, high = said.get("target_low"), said.get("target_high")
    if "target" in said and (low is not None or high is not None):
        yield entry.spoiled(BOTH, "target", target=shown_value(said["target"]))
    if low is not None and high is not None and low > high:
        yield entry.spoiled(RANGE_SWAPPED, "target_low", low=low, high=high)


def _lacking(entry: Entry) -> list[str]:
    """The fields that a promise cannot do without and this row does not say."""
    said = entry.said
    lacking = [name for name in ("polarity", "year") if name not in said]
    if "target" not in said:
        bounds = [name for name in ("target_low", "target_high") if name not in said]
        lacking += bounds if len(bounds) < 2 else ["target"]
    return lacking if entry.code is not None else ["indicator", *lacking]


def _dated(entry: Entry, year: int | None) -> list[Finding]:
    """Read the word of a period in the year of its row; without a year only a word that names its own has a meaning."""
    word = entry.said.get("period")
    if not isinstance(word, str):
        return []
    period = period_word(word, year)
    if period is not None:
        entry.said["period"] = period
        return []
    del entry.said["period"]
    known = "TW I, Semester 2, Januari, ..."
    found = entry.spoiled(WORD, "period", cell=shown(word), field=label_of("period"), allowed=known)
    return [] if year is None else [found]  # the year is what such a row lacks


def _against(first: Entry, entry: Entry) -> Finding | None:
    """Why a second row of an indicator cannot stand: it is no row of another period, or promises something else."""
    if not all("period" in one.said or "period" in one.faulty for one in (first, entry)):
        return entry.finding(TWICE, "indicator", key=entry.code or "", first=first.number)
    for name in _PROMISE:
        here, there = entry.said.get(name), first.said.get(name)
        if here != there:
            return entry.finding(
                CONFLICT,
                name,
                field=label_of(name),
                here=shown_value(here),
                there=shown_value(there),
                first=first.number,
            )
    return None


def shown_value(value: object) -> Argument:
    """Nilai ruas: what a field says, as an argument of a sentence.

    Examples:
        >>> shown_value(Level("WTP")), shown_value(None), shown_value(Decimal("2.5"))
        ('WTP', '-', Decimal('2.5'))
    """
    if value is None:
        return "-"
    if isinstance(value, Decimal | date):
        return value
    said = value.name if isinstance(value, Level) else value.code if isinstance(value, Echelon) else str(value)
    return said[:_LONGEST_SHOWN]


def _indicator(entry: Entry, code: str) -> Indicator:
    said = entry.said
    return Indicator(code, said.get("indicator", code), **{name: said[name] for name in _INDICATOR if name in said})


Made = TypeVar("Made")


def made(
    findings: list[Finding], entry: Entry, name: str, make: Callable[..., Made], *arguments: object, **named: Any
) -> Made | None:
    """Jadikan: what comes out of a row's values, or None and a finding that says what the row cannot be."""
    try:
        return make(*arguments, **named)
    except InvalidValueError as error:
        own = error.path.rpartition(".")[2].partition("[")[0]
        at = own if own in _FIELD_NAMES and own != "code" else name
        problem, way_out = Text.literal(*error.problem), Text.literal(*error.way_out)
        findings.append(entry.finding(FIELD, at, field=label_of(at), problem=problem, way_out=way_out))
        return None


def _deliver(known: Gathered, entry: Entry, year: int, parts: _Parts) -> list[Finding]:
    """Add what a row says of periods and of the year, and find what of it cannot be."""
    findings: list[Finding] = []
    if "period" in entry.faulty:
        return findings  # a number of an unknown period is no number of the year
    words = {name: entry.said[name] for name in _REPORT if name in entry.said}
    above: dict[Period | None, Amount] = {}
    below: dict[Period | None, Amount] = {}
    measured: list[tuple[Period | None, Any, str]] = []
    for amount in entry.amounts:
        period = _period(amount, entry, year, parts)
        match amount.field:
            case "trajectory":
                known.trajectory += ((period, amount.value),)
            case "numerator":
                above[period] = amount
            case "denominator":
                below[period] = amount
            case _:
                measured.append((period, amount.value, amount.column))
    if above or below:
        measured += _components(entry, above, below, findings)
    if "year_realization" in entry.said:
        column = entry.columns.get("year_realization", "year_realization")
        measured.append((None, entry.said["year_realization"], column))
    for period, value, column in measured:
        if isinstance(value, Level) and known.indicator.scale is None:
            findings.append(entry.finding(LEVEL, "realization", column, word=value.name))
            continue
        realization = made(
            findings, entry, "realization", Realization, known.indicator.code, value, period=period, **words
        )
        if realization is not None:
            known.delivered += (Delivered(realization, entry, column),)
    return findings


def _period(amount: Amount, entry: Entry, year: int, parts: _Parts) -> Period | None:
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
            components = made(findings, entry, "numerator", Components, upper.value, lower.value, per=per)
            if components is not None:
                yield period, components, upper.column
        elif entry.faulty.isdisjoint(_HALVES):
            half, other = (above[period], "denominator") if period in above else (below[period], "numerator")
            findings.append(entry.finding(REQUIRED, other, half.column, field=label_of(other)))


def _join(homes: _Homes, reports: Iterable[Entry], parts: _Parts) -> Iterator[Finding]:
    """Bring the rows of a second table to their indicators, by code and by as much of the home as they say."""
    everywhere = [(home, indicator) for home, indicators in homes.items() for indicator in indicators.values()]
    indexes: dict[tuple[bool, ...], dict[tuple[Any, ...], list[tuple[Home, Gathered]]]] = {}
    for entry in reports:
        code = entry.code
        if code is None:
            if entry.faulty.isdisjoint(_KEYS):
                yield entry.finding(REQUIRED, "indicator", field=label_of("indicator"))
            continue
        if not entry.faulty.isdisjoint(_HOME):
            continue
        said = _home(entry.said)
        asked = tuple(part is not None for part in said)
        index = indexes.get(asked)
        if index is None:
            index = indexes[asked] = {}
            for home, indicator in everywhere:
                key = tuple(part for part, is_asked in zip(home, asked, strict=True) if is_asked)
                index.setdefault((indicator.indicator.code, *key), []).append((home, indicator))
        fitting = index.get((code, *(part for part in said if part is not None)), [])
        if len(fitting) == 1:
            home, indicator = fitting[0]
            yield from _dated(entry, home[1])
            yield from _deliver(indicator, entry, home[1], parts)
        elif fitting:
            yield entry.finding(SEVERAL, "indicator", key=code, count=len(fitting))
        else:
            yield entry.finding(UNKNOWN, "indicator", key=code)
