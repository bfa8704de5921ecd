"""Pergantian dan perjanjian: whether agreements keep step with the people who hold the position."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sakip.base.text import Argument, Text
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.case.hierarchy import hierarchy_of
from sakip.cascade.checks.basis import K467, M53, M58
from sakip.cascade.graph.in_force import has_begun
from sakip.cascade.names.person import same_person
from sakip.model.agreement import Agreement
from sakip.model.tenure import Tenure

__all__ = ["CAS602", "working_days_after"]

_DAY = timedelta(days=1)


def working_days_after(day: date, count: int) -> date:
    """Hari kerja sesudahnya: the day so many Mondays to Fridays later; holidays are not known here.

    Examples:
        >>> working_days_after(date(2025, 7, 4), 1), working_days_after(date(2025, 7, 1), 15)
        (datetime.date(2025, 7, 7), datetime.date(2025, 7, 22))
    """
    weeks, rest = divmod(count, 5)
    found = day - _DAY * max(day.weekday() - 4, 0) + _DAY * (7 * weeks)
    while rest:
        found += _DAY
        rest -= found.weekday() < 5
    return found


def _signs(case: Case, place: int) -> bool:
    own = case.once(hierarchy_of).agreements_at.get(place, ())
    several = len(own) > 1 or (bool(own) and place in case.graph.positions.tenures)
    return several or any(not has_begun(case.graph.agreements[number], case.as_of) for number in own)


def _out_of_step(case: Case, place: int) -> Iterator[Hit]:
    graph = case.graph
    tenures = graph.positions.tenures.get(place, ())
    years: dict[int, list[int]] = {}
    for number in case.once(hierarchy_of).agreements_at[place]:
        years.setdefault(graph.agreements[number].year, []).append(number)
    for year, numbers in years.items():
        yield from _side_by_side(case, place, year, numbers)
        for number in numbers:
            yield from _draft(case, place, number)
            begun = [one for one in graph.versions[number] if has_begun(one, case.as_of)]
            for version in begun:
                yield from _signer(case, place, tenures, version)
            yield from _successors(case, place, tenures, begun)


def _draft(case: Case, place: int, number: int) -> Iterator[Hit]:
    """Whoever has nothing else to be judged by is judged by what is yet to be in force, and that is said."""
    agreement = case.graph.agreements[number]
    since = agreement.in_force_from
    if since is not None and since > case.as_of:
        arguments: tuple[tuple[str, Argument], ...] = (
            ("agreement", agreement.code),
            ("position", case.graph.places[place].code),
            ("since", since),
            ("date", case.as_of),
        )
        yield Hit(arguments, cell=f"draft:{agreement.code}", severity="note", message=_DRAFT)


def _side_by_side(case: Case, place: int, year: int, numbers: Sequence[int]) -> Iterator[Hit]:
    graph = case.graph
    begun = [one for number in numbers if has_begun(one := graph.agreements[number], case.as_of)]
    if len(begun) > 1:
        arguments: tuple[tuple[str, Argument], ...] = (
            ("position", graph.places[place].code),
            ("count", len(begun)),
            ("year", str(year)),
            ("agreements", ", ".join(sorted(one.code for one in begun))),
        )
        doubled = tuple(node for node in graph.nodes_of(place) if node in graph.doubled)
        yield Hit(arguments, cell=f"year:{year}", blocks=doubled, message=_TWO)


def _signer(case: Case, place: int, tenures: Sequence[Tenure], version: Agreement) -> Iterator[Hit]:
    day, official = version.signed_on, version.first_party.official
    words: tuple[tuple[str, Argument], ...] = (
        ("agreement", version.code),
        ("position", case.graph.places[place].code),
    )
    if day is not None and version.supersedes is not None and version.reason == "official":
        limit = case.profile.last_new_version_in(day.year)
        if limit is not None and day > limit:
            yield Hit((*words, ("date", day), ("limit", limit)), cell=f"limit:{version.code}", message=_TOO_LATE)
    if day is None or not tenures:
        return
    present = [tenure for tenure in tenures if tenure.covers(day)]
    own = [tenure for tenure in tenures if same_person(tenure.official, official)]
    if any(tenure.covers(day) for tenure in own) or (official is None and present):
        return
    # Tenures that begin later say nothing of who held the position before them.
    if own or present or tenures[0].starts <= day:
        yield Hit((*words, ("date", day)), cell=f"signed_on:{version.code}", message=_NOT_IN_OFFICE)


def _successors(case: Case, place: int, tenures: Sequence[Tenure], versions: Sequence[Agreement]) -> Iterator[Hit]:
    """The definitive officials who took over in the year, and served for days without a version of their own."""
    if not versions or versions[0].in_force_from is None:
        return
    first, period, before = versions[0].in_force_from, versions[0].period, None
    for tenure in tenures:
        if tenure.kind != "definitive":
            continue
        replaced, before = before is not None and not same_person(before, tenure.official), tenure.official
        if not replaced or not first < tenure.starts <= min(period.last_day, case.as_of):
            continue
        last = min(case.as_of, period.last_day, tenure.ends or date.max)
        starts = (one.in_force_from for one in versions if one.in_force_from is not None)
        own = min((day for day in starts if tenure.starts <= day <= last), default=None)
        days = ((last + _DAY if own is None else own) - tenure.starts).days
        yield from _lateness(case, place, tenure, own, days)


def _lateness(case: Case, place: int, tenure: Tenure, own: date | None, days: int) -> Iterator[Hit]:
    allowed = case.profile.successor_working_days
    words: tuple[tuple[str, Argument], ...] = (
        ("position", case.graph.places[place].code),
        ("days", days),
        ("since", tenure.starts),
        ("until", tenure.starts + _DAY * (days - 1)),
    )
    cell = f"since:{tenure.starts.isoformat()}"
    if allowed is None:
        if days > 0:
            yield Hit(words, cell=cell, severity="note")
        return
    due = working_days_after(tenure.starts, allowed)
    # Whoever takes over so late that the days run past the last day for new versions need not sign any.
    last = case.profile.last_new_version_in(due.year)
    ends = last is not None and due > last
    if not ends and (case.as_of if own is None else own) > due:
        yield Hit((*words, ("due", due), ("allowed", allowed)), cell=cell, message=_OVERDUE)


_DRAFT = Text(
    "{agreement} dari {position} baru berlaku {since}, setelah {date}; sampai hari itu ia dinilai sebagai rancangan",
    "{agreement} of {position} is in force only from {since}, after {date}; until that day it is judged as a draft",
)
_TWO = Text(
    "{position} punya {count} perjanjian tahun {year} yang berlaku bersamaan: {agreements}",
    "{position} has {count} agreements for {year} in force at the same time: {agreements}",
)
_NOT_IN_OFFICE = Text(
    "{agreement} ditandatangani {date} oleh pejabat yang pada hari itu tidak memegang {position}",
    "{agreement} was signed on {date} by an official who did not hold {position} on that day",
)
_TOO_LATE = Text(
    "{agreement} dari pejabat baru {position} ditandatangani {date}, setelah {limit}, hari terakhir bagi versi baru",
    "{agreement} of the new official of {position} was signed on {date}, after {limit}, the last day for a new version",
)
_OVERDUE = Text(
    "Pejabat baru {position} menjabat {days} hari tanpa perjanjian sendiri ({since} sampai {until}); batasnya {due}, "
    "{allowed} hari kerja sejak pergantian, hari libur tidak dihitung keluar",
    "The new official of {position} served {days} days without an agreement of their own ({since} to {until}); it was "
    "due on {due}, {allowed} working days after taking over, holidays not taken out",
)

CAS602 = Check(
    "CAS602",
    "tenure-out-of-step",
    "error",
    title=Text("Masa jabatan dan perjanjian tidak sinkron", "Tenure and agreement out of step"),
    message=Text(
        "Pejabat baru {position} menjabat {days} hari tanpa perjanjian sendiri ({since} sampai {until}); tidak ada "
        "aturan yang membatasinya",
        "The new official of {position} served {days} days without an agreement of their own ({since} to {until}); no "
        "rule sets a limit",
    ),
    fix=Text(
        "Perbaiki tanggal masa jabatan atau perjanjian, atau buat versi baru untuk pejabat yang menggantikan",
        "Correct the days of tenure or agreement, or make a new version for the official who took over",
    ),
    condition=Text(
        "Satu jabatan punya dua perjanjian yang berlaku bersamaan, penanda tangan tidak menjabat pada hari itu, "
        "atau pejabat baru belum punya versi sendiri. Yang terakhir catatan, kecuali profil membatasinya "
        "(kemenkeu: 15 hari kerja, dan tidak ada versi baru setelah 18 Oktober). Perjanjian yang baru berlaku setelah "
        "hari yang dinilai tidak dipakai di samping yang sudah berlaku; satu-satunya dinilai sebagai rancangan, dengan "
        "catatan. Gelar tidak membedakan orang.",
        "A position has two agreements in force at the same time, whoever signed was not in office on that day, "
        "or a new official has no version of their own. The last is a note, unless the profile sets a limit "
        "(kemenkeu: 15 working days, and no new version after 18 October). An agreement that is in force only after "
        "the day does not count beside one that is; where it is the only one it is judged as a draft, with a note. "
        "Titles make no other person.",
    ),
    passing=Text(
        "Versi 1 sampai 30 Juni, versi 2 sejak 1 Juli.",
        "Version 1 until 30 June, version 2 since 1 July.",
    ),
    failing=Text(
        "Pejabat berganti 1 Juli, versinya baru 1 September: 62 hari.",
        "The official changed on 1 July, the version is of 1 September: 62 days.",
    ),
    basis=(M53, M58, K467),
    subject="place",
    applies=_signs,
    find=_out_of_step,
    explains=("CAS107",),
)
