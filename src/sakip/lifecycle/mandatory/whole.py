"""Keseluruhan yang diperiksa: which agreements count on the day, and what is found of them as a whole."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from sakip.base.finding import Finding
from sakip.base.likeness import similar
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.lifecycle.mandatory.indicator import office_of
from sakip.lifecycle.mandatory.standing import MandatoryStanding
from sakip.lifecycle.mandatory.template import MandatorySet
from sakip.model.agreement import Agreement
from sakip.model.rows.assembling import numbers_text
from sakip.model.rows.versions import chained, in_force

__all__ = ["RULES", "Whole", "remarks", "whole_of"]

NOTHING = Rule(
    "MAND-NOTHING",
    "warning",
    Text(
        "Tidak ada perjanjian yang berlaku pada {day}; tidak ada yang diperiksa",
        "No agreement is in force on {day}; nothing was checked",
    ),
)
NO_AGREEMENT = Rule(
    "MAND-NO-AGREEMENT",
    "error",
    Text(
        "{office} tidak memiliki perjanjian yang berlaku pada {day}{near}",
        "{office} has no agreement in force on {day}{near}",
    ),
)
UNREAD_OFFICE = Rule(
    "MAND-UNREAD-OFFICE",
    "warning",
    Text(
        "{office}: tidak ada perjanjian yang terbaca, tetapi baris {rows} tabel tidak dapat dipakai dan mungkin"
        " miliknya{near}",
        "{office}: no agreement was read, but rows of the table could not be used and may be its own: {rows}{near}",
    ),
)
NOT_ASKED = Rule(
    "MAND-NOT-ASKED",
    "warning",
    Text(
        "{office}: tidak ada perjanjian dari jenjang yang dimintai {codes}; mungkin perjanjian itu belum ada",
        "{office}: no agreement is of a level that is asked for {codes}; perhaps that agreement is still missing",
    ),
)
LATER = Rule(
    "MAND-LATER",
    "note",
    Text(
        "{office}: {agreement} baru berlaku {since}; tidak diperiksa",
        "{office}: {agreement} is in force from {since} only; it was not checked",
    ),
)
YEAR = Rule(
    "MAND-YEAR",
    "note",
    Text(
        "{count} perjanjian bukan untuk tahun {year}, misalnya {agreement}; tidak diperiksa",
        "Agreements that are not for {year}: {count}, {agreement} for one; they were not checked",
    ),
)
ENDED = Rule(
    "MAND-ENDED",
    "note",
    Text(
        "{count} perjanjian untuk tahun yang sudah berakhir pada {day}, misalnya {agreement}; tidak diperiksa",
        "Agreements of a year that had ended by {day}: {count}, {agreement} for one; they were not checked",
    ),
)
TWO = Rule(
    "MAND-TWO",
    "warning",
    Text(
        "{office}: {count} perjanjian dari satu jabatan sama-sama berlaku ({codes}); semuanya diperiksa",
        "{office}: agreements of one position in force together: {count} ({codes}); all of them were checked",
    ),
)
SAME_CODE = Rule(
    "MAND-SAME-CODE",
    "warning",
    Text(
        "{code} adalah kode {count} perjanjian ({offices}); beri tiap perjanjian kodenya sendiri, agar jelas mana yang"
        " digantikan",
        "{code} is the code of several agreements: {count} ({offices}); give each its own, so that it is clear which"
        " one is superseded",
    ),
)
UNKNOWN_OFFICE = Rule(
    "MAND-OFFICE",
    "warning",
    Text(
        "{set} menyebut kantor '{office}', yang tidak memiliki perjanjian di sini{near}",
        "{set} names the office '{office}', which has no agreement here{near}",
    ),
)
RULES = (NOTHING, NO_AGREEMENT, UNREAD_OFFICE, NOT_ASKED, LATER, YEAR, ENDED, TWO, SAME_CODE, UNKNOWN_OFFICE)
"""Aturan keseluruhan: what may be found of the agreements as a whole."""

_NEAR = Text("; yang mirip: {near}", "; similar: {near}")
_MOST_NAMED = 5


class Whole(NamedTuple):
    """Keseluruhan: the agreements of one check, and which of them count.

    Attributes:
        mandatory: What is asked.
        day: Tanggal pemeriksaan.
        offices: The offices that must have an agreement at all.
        given: Every version.
        of_year: Those of the year of the set that had not ended by the day.
        current: Those of these in whose place no other stands, begun or not.
        chosen: Those in force on the day.
    """

    mandatory: MandatorySet
    day: date
    offices: tuple[str, ...]
    given: tuple[Agreement, ...]
    of_year: tuple[Agreement, ...]
    current: tuple[Agreement, ...]
    chosen: tuple[Agreement, ...]


def whole_of(given: Iterable[Agreement], mandatory: MandatorySet, day: date, offices: tuple[str, ...]) -> Whole:
    """Susun keseluruhan: which of all versions count on a day.

    Examples:
        >>> from sakip.lifecycle import BENGKULU_MANDATORY
        >>> from sakip.testing import example_agreement
        >>> given = [example_agreement()]
        >>> [len(whole_of(given, BENGKULU_MANDATORY, date(year, 4, 1), ()).chosen) for year in (2025, 2026)]
        [1, 0]
    """
    known = tuple(given)
    of_year = tuple(one for one in known if mandatory.year in (None, one.year) and one.period.last_day >= day)
    current = in_force(of_year, day)
    chosen = tuple(one for one in current if _has_begun(one, day))
    return Whole(mandatory, day, offices, known, of_year, current, chosen)


def remarks(whole: Whole, standings: Iterable[MandatoryStanding], unread: tuple[int, ...]) -> Iterator[Finding]:
    """Temuan keseluruhan: what is not checked, who has no agreement, and what names nobody.

    Args:
        whole: The agreements.
        standings: How those in force stand to what is asked of them.
        unread: Numbers of the rows that could not be used and belong to no agreement.

    Examples:
        >>> from sakip.lifecycle import BENGKULU_MANDATORY
        >>> whole = whole_of([], BENGKULU_MANDATORY, date(2025, 4, 1), ("Dinas Kesehatan",))
        >>> [found.code for found in remarks(whole, (), ())]
        ['MAND-NOTHING', 'MAND-NO-AGREEMENT']
    """
    if not whole.chosen:
        yield NOTHING.at("agreements", day=whole.day)
    yield from _other_years(whole)
    yield from _later(whole)
    yield from _two(whole)
    yield from _same_codes(whole)
    yield from _without(whole, unread)
    yield from _not_asked(whole, standings)
    yield from _unknown_offices(whole)


def _has_begun(agreement: Agreement, day: date) -> bool:
    return agreement.in_force_from is None or agreement.in_force_from <= day


def _other_years(whole: Whole) -> Iterator[Finding]:
    year, day = whole.mandatory.year, whole.day
    others = [one for one in whole.given if year not in (None, one.year)]
    if others:
        yield YEAR.at("agreements", count=len(others), year=str(year), agreement=others[0].code)
    over = [one for one in whole.given if year in (None, one.year) and one.period.last_day < day]
    if over:
        yield ENDED.at("agreements", count=len(over), day=day, agreement=over[0].code)


def _later(whole: Whole) -> Iterator[Finding]:
    """Agreements none of whose versions is in force yet."""
    unbegun = {id(one.first) for one in chained(whole.of_year) if one.as_of(whole.day) is None}
    kept = {id(one) for one in whole.current}
    for one in whole.of_year:
        since = one.in_force_from
        late = id(one) in unbegun or (id(one) in kept and not _has_begun(one, whole.day))
        if late and since is not None:
            yield LATER.at(f"agreement[{one.code}]", office=office_of(one), agreement=one.code, since=since)


def _two(whole: Whole) -> Iterator[Finding]:
    groups: dict[tuple[tuple[str, ...], int], list[Agreement]] = {}
    for one in whole.chosen:
        groups.setdefault((one.first_party.identity, one.year), []).append(one)
    for same in groups.values():
        if len(same) > 1:
            codes = ", ".join(one.code for one in same[:_MOST_NAMED])
            yield TWO.at(f"agreement[{same[0].code}]", office=office_of(same[0]), count=len(same), codes=codes)


def _same_codes(whole: Whole) -> Iterator[Finding]:
    for code, count in Counter(one.code for one in whole.of_year).items():
        if count > 1:
            offices = dict.fromkeys(office_of(one) for one in whole.of_year if one.code == code)
            shown = ", ".join([*offices][:_MOST_NAMED])
            yield SAME_CODE.at(f"agreement[{code}]", code=code, count=count, offices=shown)


def _without(whole: Whole, unread: tuple[int, ...]) -> Iterator[Finding]:
    there = _offices_of(whole)
    for office in whole.offices:
        if office in there:
            continue
        near, subject = _near(office, there), f"office[{office}]"
        if unread:
            yield UNREAD_OFFICE.at(subject, office=office, rows=numbers_text(unread), near=near)
        else:
            yield NO_AGREEMENT.at(subject, office=office, day=whole.day, near=near)


def _not_asked(whole: Whole, standings: Iterable[MandatoryStanding]) -> Iterator[Finding]:
    """Offices that have an agreement, but none of a level that an indicator is asked of."""
    there, asked = _offices_of(whole), {(one.office, one.code) for one in standings}
    for office in whole.offices:
        meant = dict.fromkeys(one.code for one in whole.mandatory if not one.offices or office in one.offices)
        codes = [code for code in meant if (office, code) not in asked]
        if office in there and codes:
            yield NOT_ASKED.at(f"office[{office}]", office=office, codes=", ".join(codes))


def _unknown_offices(whole: Whole) -> Iterator[Finding]:
    """Offices that the set names and nobody has: a slip in a name would leave them out in silence."""
    mandatory, there = whole.mandatory, _offices_of(whole)
    named = [*(office for one in mandatory for office in one.offices), *(one.office for one in mandatory.exemptions)]
    for office in dict.fromkeys(named):
        if there and office not in there:
            near = _near(office, there)
            yield UNKNOWN_OFFICE.at(f"mandatory[{mandatory.id}]", set=mandatory.id, office=office, near=near)


def _offices_of(whole: Whole) -> dict[str, None]:
    return dict.fromkeys(office_of(one) for one in whole.chosen)


def _near(office: str, there: Iterable[str]) -> Text | str:
    near = ", ".join(similar(office, there))
    return _NEAR.filled({"near": near}) if near else ""
