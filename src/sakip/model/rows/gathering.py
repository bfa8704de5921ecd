"""Mengumpulkan: the rows of each indicator, what they promise together and what they report."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Argument, Text
from sakip.model.cell.faults import RANGE_SWAPPED, shown
from sakip.model.indicator import Indicator
from sakip.model.party import Echelon
from sakip.model.rows.columns import WORD
from sakip.model.rows.delivering import LEVEL, REQUIRED, Gathered, Periods, deliver, made
from sakip.model.rows.entries import Entry
from sakip.model.rows.layout import FIELDS, label_of
from sakip.model.scale import Level
from sakip.model.vocabulary import period_word

__all__ = ["RULES", "Home", "gathered", "home_of", "shown_value"]

HOMELESS = Rule(
    "ROW-HOMELESS",
    "error",
    Text(
        "Baris ini tidak menyebut kantor, padahal baris {first} menyebutnya; isilah, atau pakai fill_down bila selnya"
        " digabung",
        "This row names no office, but row {first} does; fill it in, or use fill_down if the cells are merged",
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
DISPUTED = Rule(
    "ROW-DISPUTED",
    "error",
    Text(
        "Indikator {key} juga ada pada baris {other} dalam perjanjian yang sama dengan isi lain, jadi tidak satu pun"
        " dipakai; sisakan satu, atau sebutkan periode tiap baris",
        "The indicator {key} stands in row {other} of the same agreement too and says something else there, so neither"
        " is used; keep one, or name the period of each row",
    ),
)
CONFLICT = Rule(
    "ROW-CONFLICT",
    "error",
    Text(
        "{field} di sini {here}, tetapi pada baris {other} {there}; semua baris satu indikator harus sama dalam hal"
        " ini, jadi tidak satu pun dipakai",
        "{field} is {here} here but {there} in row {other}; the rows of one indicator must agree in this, so none of"
        " them is used",
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

SILENT = Rule(
    "ROW-SILENT",
    "note",
    Text(
        "Realisasi {key} pada baris ini kosong, jadi tidak ada yang dilaporkan",
        "The realization of {key} in this row is blank, so nothing is reported",
    ),
)

RULES: tuple[Rule, ...] = (REQUIRED, HOMELESS, BOTH, LEVEL, TWICE, DISPUTED, CONFLICT, UNKNOWN, SEVERAL, SILENT)

_LONGEST_SHOWN = 80

_PROMISE = tuple(one.name for one in FIELDS if one.part in {"objective", "indicator", "target"})
_HOME = ("agreement", "year", "office", "position")
_HOUSE = frozenset({"agreement", "office"})
_NEEDED = frozenset({*_PROMISE, *_HOME})
_TARGETS = frozenset({"target", "target_low", "target_high"})
_KEYS = frozenset({"code", "indicator"})
_REPORTED = ("realization", "year_realization", "numerator")
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
    "cites",
)


Home = tuple[Any, ...]
"""Rumah: agreement code, year, office and position of a row, as far as it says them."""
_Homes = dict[Home, dict[str, Gathered]]


def gathered(entries: Iterable[Entry], reports: Iterable[Entry]) -> tuple[_Homes, list[Finding]]:
    """Kumpulkan: the indicators of each office, year and position, in the order of the rows.

    Args:
        entries: The rows that promise; in a long table several rows speak of one indicator.
        reports: The rows of a second table, which only report.
    """
    promised: dict[Home, dict[str, list[Entry]]] = {}
    parts: Periods = {}
    findings: list[Finding] = []
    promises = list(entries)
    housed = next((entry.number for entry in promises if not _HOUSE.isdisjoint(entry.said)), None)
    for entry in promises:
        if housed is not None and _HOUSE.isdisjoint(entry.said.keys() | entry.faulty):
            findings.append(entry.spoiled(HOMELESS, "office", first=housed))
        lacking = _lacking(entry)
        findings += [*_dated(entry, entry.said.get("year")), *_unfit(entry, lacking)]
        if entry.code is not None and not lacking and entry.faulty.isdisjoint(_NEEDED):
            promised.setdefault(home_of(entry), {}).setdefault(entry.code, []).append(entry)
    homes: _Homes = {}
    for home, indicators in promised.items():
        for code, own in indicators.items():
            known = _together(code, own, findings)
            if known is not None:
                homes.setdefault(home, {})[code] = known
                for entry in known.entries:
                    findings += deliver(known, entry, entry.said["year"], parts)
    findings += _join(homes, reports, parts)
    return homes, findings


def _together(code: str, entries: list[Entry], findings: list[Finding]) -> Gathered | None:
    """What the rows of one indicator promise together, whatever their order; None where none of them can stand."""
    able: list[Entry] = []
    indicator: Indicator | None = None
    for entry in entries:
        name = "code" if "code" in entry.said else "indicator"
        possible = made(findings, entry, name, _indicator, entry, code)
        if possible is not None:
            indicator = indicator or possible
            able.append(entry)
    standing = _agreed(able, findings)
    return Gathered(indicator, tuple(standing)) if indicator is not None and standing else None


def _agreed(entries: list[Entry], findings: list[Finding]) -> list[Entry]:
    """The rows of one indicator that can stand beside each other: one of the whole year, or one for each period."""
    if len(entries) < 2:
        return entries
    dated: list[Entry] = []
    undated: list[Entry] = []
    for entry in entries:
        (dated if "period" in entry.said or "period" in entry.faulty else undated).append(entry)
    if dated:
        findings += (_twice(entry, dated[0]) for entry in undated)
        field = next((name for name in _PROMISE if _apart(dated, partial(_said, name))), None)
        if field is None:
            return dated
        findings += (_conflict(entry, other, field) for entry, other in _apart(dated, partial(_said, field)))
        return []
    if disputed := _apart(undated, _content):
        findings += (_disputed(entry, other) for entry, other in disputed)
        return []
    findings += (_twice(entry, undated[0]) for entry in undated[1:])
    return undated[:1]


def _apart(entries: list[Entry], read: Callable[[Entry], object]) -> list[tuple[Entry, Entry]]:
    """Each row with the first one in which something else is read; nothing where all of them say the same.

    Which of two is meant nobody can know, so what holds of one holds of all.
    """
    first, *others = entries
    said = read(first)
    other = next((entry for entry in others if read(entry) != said), None)
    return [] if other is None else [(entry, first if read(entry) != said else other) for entry in entries]


def _said(name: str, entry: Entry) -> object:
    return entry.said.get(name)


def _content(entry: Entry) -> object:
    """All that a row says, wherever it stands."""
    return entry.said, [(one.field, one.part, one.value) for one in entry.amounts], entry.faulty


def _twice(entry: Entry, first: Entry) -> Finding:
    return entry.finding(TWICE, "indicator", key=entry.code or "", first=first.number)


def _disputed(entry: Entry, other: Entry) -> Finding:
    return entry.finding(DISPUTED, "indicator", key=entry.code or "", other=other.number)


def _conflict(entry: Entry, other: Entry, name: str) -> Finding:
    here, there = (shown_value(_said(name, one)) for one in (entry, other))
    return entry.finding(CONFLICT, name, field=label_of(name), here=here, there=there, other=other.number)


def home_of(entry: Entry) -> Home:
    """Rumah sebuah baris: what it says of its agreement, year, office and position."""
    return tuple(entry.said.get(name) for name in _HOME)


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


def _join(homes: _Homes, reports: Iterable[Entry], parts: Periods) -> Iterator[Finding]:
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
        said = home_of(entry)
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
            before = len(indicator.delivered)
            findings = [*_dated(entry, home[1]), *deliver(indicator, entry, home[1], parts)]
            yield from findings
            if len(indicator.delivered) == before and not findings and not entry.faulty:
                yield entry.finding(SILENT, _measured_by(entry), key=code)
        elif fitting:
            yield entry.finding(SEVERAL, "indicator", key=code, count=len(fitting))
        else:
            yield entry.finding(UNKNOWN, "indicator", key=code)


def _measured_by(entry: Entry) -> str:
    """The field that a second table reports in."""
    return next((name for name in _REPORTED if entry.layout.of(name)), _REPORTED[0])
