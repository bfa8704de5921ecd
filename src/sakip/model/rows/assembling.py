"""Merangkai: what was gathered becomes agreements, objectives, targets and realizations."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from sakip.base.finding import Finding, Place
from sakip.base.reference import Reference
from sakip.base.rule import Rule
from sakip.base.text import Text, told
from sakip.errors import InvalidValueError
from sakip.model.agreement import Agreement
from sakip.model.objective import Objective
from sakip.model.party import Party
from sakip.model.rows.columns import FIELD
from sakip.model.rows.delivering import Delivered, Gathered, made, named_at
from sakip.model.rows.entries import Entry
from sakip.model.rows.gathering import TOGETHER, Home, home_of
from sakip.model.rows.layout import label_of
from sakip.model.rows.showing import told_apart
from sakip.model.target import Range, Target

__all__ = ["RULES", "Draft", "assembled", "lost", "numbers_text", "short"]

DIFFER = Rule(
    "ROW-DIFFER",
    "warning",
    Text(
        "{field} di sini {here}, tetapi {there} pada baris {first}; samakan, karena perjanjian ini tidak memakai satu"
        " pun",
        "{field} is {here} here but {there} in row {first}; make them alike, since the agreement takes neither",
    ),
)
SPLIT = Rule(
    "ROW-SPLIT",
    "error",
    Text(
        "Perjanjian {key} sudah ada pada baris {first} dengan tahun, kantor atau jabatan lain; samakan, atau beri kode"
        " sendiri",
        "The agreement {key} already stands in row {first} with another year, office or position; make them alike, or"
        " give it a code of its own",
    ),
)
ALIKE = Rule(
    "ROW-ALIKE",
    "warning",
    Text(
        "Kantor '{here}' hanya beda tulisan dari '{there}' pada baris {first}, jadi keduanya berdiri sendiri",
        "The office '{here}' is only another spelling of '{there}' in row {first}, so the two stand apart",
    ),
)
ABSENT = Rule(
    "ROW-ABSENT",
    "note",
    Text(
        "{field} tidak disebut pada {count} perjanjian; sebagai gantinya tertulis {written}",
        "{field} is not named (agreements: {count}); in its place stands {written}",
    ),
)

SHORT = Rule(
    "ROW-SHORT",
    "warning",
    Text(
        "{key} dibuat tanpa baris yang tidak dapat dipakai ({rows}); nilai dan peringkatnya tidak memuat baris itu",
        "{key} is made without what cannot be used (rows: {rows}); its score and its rank leave that out",
    ),
)

RULES: tuple[Rule, ...] = (DIFFER, SPLIT, ALIKE, ABSENT, SHORT)

OBJECTIVE = "Sasaran (tidak dinyatakan)"
POSITION = "Pimpinan (jabatan tidak dinyatakan)"

_OWN = ("signed_on", "budget_ratified_on", "effective_on", "supersedes", "reason")
_PARTIES = ("echelon", "official", "second_position", "second_office", "second_echelon", *_OWN, "legal_document")
_TARGET = ("weight", "baseline", "last_year", "worst_value", "ceiling")
_NO_WORD = re.compile(r"[\W_]+")
_MOST_SHOWN = 10
_MORE = Text("{shown}, dan {rest} lagi", "{shown}, and {rest} more")


class Draft(NamedTuple):
    """Rancangan: one agreement as the rows give it, with where each part comes from.

    Attributes:
        agreement: The agreement.
        rows: The numbers of the rows that promise; all rows of an indicator promise the same.
        copies: The numbers of those that only say another of them again.
        promised: The first row of each indicator, by code.
        said_by: The row that says each field of the agreement and its parties.
        delivered: Its realizations, each with its row and column.
    """

    agreement: Agreement
    rows: frozenset[int]
    copies: frozenset[int]
    promised: dict[str, Entry]
    said_by: dict[str, Entry]
    delivered: tuple[Delivered, ...]

    @property
    def opening(self) -> Entry:
        """Baris pembuka: the row that the agreement begins with."""
        return next(iter(self.promised.values()))


def assembled(homes: Mapping[Home, Mapping[str, Gathered]]) -> tuple[list[Draft], list[Finding]]:
    """Rangkai: one agreement for each office, year and position, in the order of the rows."""
    findings: list[Finding] = []
    drafts: list[Draft] = []
    for home, indicators in homes.items():
        draft = _draft(home, list(indicators.values()), findings)
        if draft is not None:
            drafts.append(draft)
    return drafts, [*findings, *_split(drafts), *_alike(drafts), *_absent(drafts)]


def _draft(home: Home, gathered: list[Gathered], findings: list[Finding]) -> Draft | None:
    objectives: _Objectives = {}
    standing: list[Gathered] = []
    for one in gathered:
        said = one.said
        target = made(findings, one.first, "target" if "target" in said else "target_low", _target, one)
        if target is None:
            findings += _left_out(one, one.first, one.first.key_field)
        else:
            objectives.setdefault((said.get("objective_code"), said.get("objective", OBJECTIVE)), []).append(target)
            standing.append(one)
    if not standing:
        return None
    first = standing[0].first
    said_by = _of_all([entry for one in standing for entry in one.entries], findings)
    agreement = _standing_agreement(home, first, said_by, objectives, findings)
    if agreement is None:
        findings += (found for one in standing for found in _left_out(one, first, "agreement"))
        return None
    return Draft(
        agreement,
        frozenset(entry.number for one in standing for entry in one.entries),
        frozenset(entry.number for one in gathered for entry in one.copies),
        {one.indicator.code: one.first for one in standing},
        said_by,
        tuple(each for one in standing for each in one.delivered),
    )


_Objectives = dict[tuple[str | None, str], list[Target]]


def _standing_agreement(
    home: Home, first: Entry, said_by: dict[str, Entry], objectives: _Objectives, findings: list[Finding]
) -> Agreement | None:
    """The agreement without those of its own fields that cannot be, each named in the row that says it."""
    while True:
        said = {name: entry.said[name] for name, entry in said_by.items()}
        try:
            return _agreement(home, said, objectives)
        except InvalidValueError as error:
            name = named_at(error)
            entry = said_by.pop(name, None) if name is not None else None
            at = "agreement" if name is None else name
            findings.append((entry or first).finding(FIELD, at, field=label_of(at), **told(error)))
            if entry is None:
                return None


def _of_all(entries: Iterable[Entry], findings: list[Finding]) -> dict[str, Entry]:
    """The row that says each field of an agreement and its parties, wherever it is filled; none where they differ."""
    found: dict[str, Entry] = {}
    disputed: set[str] = set()
    for entry in entries:
        for name in _PARTIES:
            if name not in entry.said:
                continue
            first = found.setdefault(name, entry)
            here, there = entry.said[name], first.said[name]
            if here != there and name not in disputed:
                disputed.add(name)
                # A report is passed around, so it names no persons.
                shown = ("***", "***") if name == "official" else told_apart(here, there)
                told_of = {"field": label_of(name), "here": shown[0], "there": shown[1], "first": first.number}
                findings.append(entry.finding(DIFFER, name, None, **told_of))
    if "second_position" in disputed:
        disputed |= {"second_office", "second_echelon"}  # they would become another superior's
    return {name: entry for name, entry in found.items() if name not in disputed}


def _left_out(one: Gathered, first: Entry, name: str) -> Iterator[Finding]:
    """The other rows of an indicator that cannot stand, each of which the report must name."""
    others = {(each.table, each.number): each for each in (*one.entries, *(found.entry for found in one.delivered))}
    for each in others.values():
        if each is not first:
            yield each.finding(TOGETHER, name, first=first.number)


def _target(one: Gathered) -> Target:
    said = one.said
    value = said["target"] if "target" in said else _between(said["target_low"], said["target_high"])
    named = {name: said[name] for name in _TARGET if name in said}
    steps: list[Any] = [(step.period, step.value) for step in one.planned]
    return Target(one.indicator, value, trajectory=steps, **named)


def _between(low: Decimal, high: Decimal) -> Decimal | Range:
    return low if low == high else Range(low, high)


def _agreement(home: Home, said: Mapping[str, Any], objectives: _Objectives) -> Agreement:
    code, year, office, position = home
    second, document = said.get("second_position", said.get("second_office")), said.get("legal_document")
    return Agreement(
        code or "-".join(["PK", str(year), *(part for part in (office, position) if part is not None)]),
        year=year,
        first_party=Party(
            position or office or POSITION, office=office, echelon=said.get("echelon"), official=said.get("official")
        ),
        second_party=None
        if second is None
        else Party(second, office=said.get("second_office"), echelon=said.get("second_echelon")),
        # What a table says of a document was read in the table.
        legal_document=None if document is None else Reference(document, certainty="secondary"),
        **{name: said[name] for name in _OWN if name in said},
        objectives=[Objective(name, targets, code=at) for (at, name), targets in objectives.items()],
    )


def _split(drafts: Iterable[Draft]) -> Iterator[Finding]:
    """Agreements of one code: their rows differ in what tells agreements apart."""
    seen: dict[str, Entry] = {}
    for draft in drafts:
        code, entry = draft.agreement.code, draft.opening
        first = seen.setdefault(code, entry)
        if first is not entry:
            yield entry.finding(SPLIT, "agreement", key=code, first=first.number)


def _alike(drafts: Iterable[Draft]) -> Iterator[Finding]:
    """Offices that a person reads as one: a capital, a blank or a full stop keeps them apart."""
    seen: dict[str, tuple[str, Entry]] = {}
    met: set[str] = set()
    for draft in drafts:
        office = draft.agreement.first_party.office
        if office is None or office in met:
            continue
        met.add(office)
        entry = draft.opening
        there, first = seen.setdefault(_NO_WORD.sub("", office.casefold()), (office, entry))
        if first is not entry:
            yield entry.finding(ALIKE, "office", here=office, there=there, first=first.number)


def _absent(drafts: list[Draft]) -> Iterator[Finding]:
    """What no row says and an agreement must have: who promises, and under which objective."""
    parties = [draft.agreement.first_party for draft in drafts]
    for name, count, written in (
        (
            "position",
            sum(one.position == one.office for one in parties),
            Text("nama kantornya", "the name of the office"),
        ),
        ("position", sum(one.position == POSITION for one in parties), Text.literal(f"'{POSITION}'")),
        (
            "objective",
            sum(any(one.name == OBJECTIVE for one in draft.agreement.objectives) for draft in drafts),
            Text.literal(f"'{OBJECTIVE}'"),
        ),
    ):
        if count:
            yield ABSENT.at("agreements", field=label_of(name), count=count, written=written).placed(Place(None))


def lost(entries: Iterable[Entry], drafts: Sequence[Draft]) -> tuple[list[tuple[int, ...]], tuple[int, ...]]:
    """Hilang: the rows that were to promise something and could not be used.

    Args:
        entries: Every row that was to promise something.
        drafts: The agreements that were made of them.

    Returns:
        For each agreement the numbers of those of its home, and of those of which no agreement was made.
    """
    used = frozenset[int]().union(*(draft.rows | draft.copies for draft in drafts))
    by_home: dict[Home, list[int]] = {}
    for entry in entries:
        if entry.number not in used:
            by_home.setdefault(home_of(entry), []).append(entry.number)
    homes = [home_of(draft.opening) for draft in drafts]
    beside = [tuple(by_home.get(home, ())) for home in homes]
    known = set(homes)
    return beside, tuple(sorted(at for home, numbers in by_home.items() if home not in known for at in numbers))


def short(drafts: Iterable[Draft], beside: Iterable[tuple[int, ...]]) -> Iterator[Finding]:
    """Kurang: the agreements beside whose rows there are others of the same office that could not be used."""
    for draft, numbers in zip(drafts, beside, strict=True):
        if numbers:
            key = draft.agreement.code
            found = SHORT.at(f"agreement[{key}]", key=key, rows=numbers_text(numbers))
            yield found.placed(Place(draft.opening.number, None, key))


def numbers_text(numbers: Sequence[int]) -> Text:
    """Nomor baris: the first of them, and how many more there are.

    Examples:
        >>> numbers_text(range(1, 13)).render("id")
        '1, 2, 3, 4, 5, 6, 7, 8, 9, 10, dan 2 lagi'
    """
    shown, rest = ", ".join(map(str, numbers[:_MOST_SHOWN])), len(numbers) - _MOST_SHOWN
    if rest <= 0:
        return Text.literal(shown)
    return _MORE.filled({"shown": shown, "rest": rest})
