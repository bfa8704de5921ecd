"""Mengumpulkan: the rows of each indicator, what they promise together and what they report."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.model.cell.faults import RANGE_SWAPPED, shown
from sakip.model.indicator import Indicator
from sakip.model.rows import delivering, settling
from sakip.model.rows.columns import WORD
from sakip.model.rows.delivering import LEVEL, REQUIRED, Gathered, Periods, deliver, made
from sakip.model.rows.entries import Entry
from sakip.model.rows.layout import FIELDS, label_of
from sakip.model.rows.settling import TWICE, apart, settle
from sakip.model.rows.showing import shown_value, told_apart
from sakip.model.scale import Level
from sakip.model.vocabulary import period_word

__all__ = ["RULES", "TOGETHER", "Home", "gathered", "home_of"]

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
UNDATED = Rule(
    "ROW-UNDATED",
    "error",
    Text(
        "Baris ini tidak menyebut periode, padahal baris {first} dari indikator {key} menyebutnya, jadi baris ini tidak"
        " dipakai; isilah periodenya",
        "This row names no period, but row {first} of the indicator {key} does, so this row is not used; fill in its"
        " period",
    ),
)
TOGETHER = Rule(
    "ROW-TOGETHER",
    "error",
    Text(
        "Baris ini ikut tidak dipakai bersama baris {first}; perbaiki baris itu lebih dahulu",
        "This row is left out together with row {first}; repair that row first",
    ),
)
CONFLICT = Rule(
    "ROW-CONFLICT",
    "error",
    Text(
        "{field} di sini {here}, tetapi {there} pada baris {other}; semua baris satu indikator harus sama dalam hal"
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

RULES: tuple[Rule, ...] = (
    *delivering.RULES,
    HOMELESS,
    BOTH,
    UNDATED,
    TOGETHER,
    CONFLICT,
    UNKNOWN,
    SEVERAL,
    SILENT,
    *settling.RULES,
)

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
    promised: defaultdict[Home, defaultdict[str, list[Entry]]] = defaultdict(partial(defaultdict, list))
    parts: Periods = {}
    findings: list[Finding] = []
    promises = list(entries)
    housed = next((entry.number for entry in promises if not _HOUSE.isdisjoint(entry.said)), None)
    for entry in promises:
        if housed is not None and _HOUSE.isdisjoint(entry.said) and _HOUSE.isdisjoint(entry.faulty):
            findings.append(entry.spoiled(HOMELESS, "office", first=housed))
        lacking = _lacking(entry)
        findings += [*_dated(entry, entry.said.get("year")), *_unfit(entry, lacking)]
        code = entry.code
        if code is not None and not lacking and entry.faulty.isdisjoint(_NEEDED):
            promised[home_of(entry)][code].append(entry)
    homes: _Homes = {}
    for home, indicators in promised.items():
        for code, own in indicators.items():
            known = _together(code, own, findings)
            if known is not None:
                homes.setdefault(home, {})[code] = known
                for entry in known.entries:
                    findings += deliver(known, entry, entry.said["year"], parts)
    findings += _join(homes, reports, parts)
    for indicators_of in homes.values():
        for known in indicators_of.values():
            findings += settle(known)
    return homes, findings


def _together(code: str, entries: list[Entry], findings: list[Finding]) -> Gathered | None:
    """What the rows of one indicator promise together, whatever their order; None where none of them can stand."""
    if len(entries) == 1:  # nearly always, in a table with a row for each indicator
        (entry,) = entries
        own = _made_of(entry, entry.said, code, findings)
        return None if own is None else Gathered(own, entry.said, (entry,), ())
    able = [entry for entry in entries if _made_of(entry, entry.said, code, findings) is not None]
    yearly = [entry for entry in able if "period" not in entry.said and "period" not in entry.faulty]
    periodic = [entry for entry in able if "period" in entry.said or "period" in entry.faulty]
    dated = next((entry for entry in periodic if "period" in entry.said), None)
    if dated is not None:
        findings += (entry.finding(UNDATED, "period", first=dated.number, key=code) for entry in yearly)
    # A row of a period that cannot be read still promises, unless a row of the whole year does.
    standing = yearly if yearly and dated is None else periodic
    said = _agreed(standing, findings)
    indicator = _made_of(standing[0], said, code, findings) if said else None
    if said is None or indicator is None:
        return None
    kept, copies = _once([(entry.said.get("period"), entry) for entry in standing], findings)
    return Gathered(indicator, said, tuple(kept), tuple(copies))


def _made_of(entry: Entry, said: Mapping[str, Any], code: str, findings: list[Finding]) -> Indicator | None:
    own = {name: said[name] for name in _INDICATOR if name in said}
    name = said.get("indicator", code)
    return made(findings, entry, "code" if "code" in said else "indicator", Indicator, code, name, **own)


def _once(rows: Sequence[tuple[Hashable, Entry]], findings: list[Finding]) -> tuple[list[Entry], list[Entry]]:
    """The rows that say something of their own, and those that only say it again, which are named.

    Args:
        rows: Each row with what it speaks of; only rows that speak of the same are compared.
        findings: Where the findings are left.
    """
    several = Counter(about for about, _ in rows)
    first: dict[tuple[Hashable, str], Entry] = {}
    copies: list[Entry] = []
    for about, entry in rows:
        known = first.setdefault((about, entry.content if several[about] > 1 else ""), entry)
        if known is not entry:
            copies.append(entry)
            findings.append(entry.finding(TWICE, entry.key_field, first=known.number))
    return [*first.values()], copies


def _agreed(entries: Sequence[Entry], findings: list[Finding]) -> dict[str, Any] | None:
    """What all rows of an indicator promise, each field wherever it is filled; None where two of them differ."""
    found: dict[str, Any] = {}
    for name in _PROMISE:
        said = [entry for entry in entries if name in entry.said or name in _TARGETS]
        differing = apart(said, partial(_said, name))
        if differing:
            findings += (_conflict(entry, other, name) for entry, other in differing)
            silent = [entry for entry in entries if name not in entry.said and name not in _TARGETS]
            findings += (entry.finding(TOGETHER, entry.key_field, first=said[0].number) for entry in silent)
            return None
        if said and name in said[0].said:
            found[name] = said[0].said[name]
    return found


def _said(name: str, entry: Entry) -> object:
    return entry.said.get(name)


def _conflict(entry: Entry, other: Entry, name: str) -> Finding:
    here, there = told_apart(_said(name, entry), _said(name, other))
    return entry.finding(CONFLICT, name, field=label_of(name), here=here, there=there, other=other.number)


def home_of(entry: Entry) -> Home:
    """Rumah sebuah baris: what it says of its agreement, year, office and position."""
    return tuple(map(entry.said.get, _HOME))


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


def _join(homes: _Homes, reports: Iterable[Entry], parts: Periods) -> Iterator[Finding]:
    """Bring the rows of a second table to their indicators; a row that only says another again is used once."""
    findings: list[Finding] = []
    rows: list[tuple[Hashable, Entry]] = []
    meant: dict[int, tuple[int, Gathered]] = {}
    for entry, year, indicator in _met(homes, reports, findings):
        findings += _dated(entry, year)
        meant[entry.number] = year, indicator
        rows.append(((id(indicator), entry.said.get("period")), entry))
    for entry in _once(rows, findings)[0]:
        year, indicator = meant[entry.number]
        before = len(indicator.delivered)
        found = deliver(indicator, entry, year, parts)
        findings += found
        if len(indicator.delivered) == before and not found and not entry.faulty:
            findings.append(entry.finding(SILENT, _measured_by(entry), key=entry.code or ""))
    yield from findings


def _met(homes: _Homes, reports: Iterable[Entry], findings: list[Finding]) -> Iterator[tuple[Entry, int, Gathered]]:
    """The rows of a second table with the indicator and its year, by code and by as much of the home as they say."""
    everywhere = [(home, indicator) for home, indicators in homes.items() for indicator in indicators.values()]
    indexes: dict[tuple[bool, ...], dict[tuple[Any, ...], list[tuple[int, Gathered]]]] = {}
    for entry in reports:
        code = entry.code
        if code is None:
            if entry.faulty.isdisjoint(_KEYS):
                findings.append(entry.finding(REQUIRED, entry.key_field, field=label_of(entry.key_field)))
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
                index.setdefault((indicator.indicator.code, *key), []).append((home[1], indicator))
        fitting = index.get((code, *(part for part in said if part is not None)), [])
        if len(fitting) == 1:
            yield entry, *fitting[0]
        elif fitting:
            findings.append(entry.finding(SEVERAL, entry.key_field, key=code, count=len(fitting)))
        else:
            findings.append(entry.finding(UNKNOWN, entry.key_field, key=code))


def _measured_by(entry: Entry) -> str:
    """The field that a second table reports in."""
    return next((name for name in _REPORTED if entry.layout.of(name)), _REPORTED[0])
