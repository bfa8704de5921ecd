"""Memeriksa indikator wajib: over all agreements of a government, who lacks which, and whose target differs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, get_args

from attrs import field, frozen

from sakip.base.display import Table
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, numbers_form
from sakip.base.kind import day_of, listed, of_kind
from sakip.base.likeness import similar
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, require_lang, require_text
from sakip.lifecycle.mandatory import tabulation
from sakip.lifecycle.mandatory.indicator import office_of
from sakip.lifecycle.mandatory.standing import MandatoryStanding, State, standings
from sakip.lifecycle.mandatory.template import MandatorySet
from sakip.model.agreement import Agreement
from sakip.model.history import History
from sakip.model.rows.reading import Reading
from sakip.model.rows.versions import chained, in_force

__all__ = ["RULES", "MandatoryCheck", "check_mandatory"]

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
    Text("{office} tidak memiliki perjanjian yang berlaku pada {day}", "{office} has no agreement in force on {day}"),
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
TWO = Rule(
    "MAND-TWO",
    "warning",
    Text(
        "{office}: {count} perjanjian dari satu jabatan sama-sama berlaku ({codes}); semuanya diperiksa",
        "{office}: agreements of one position in force together: {count} ({codes}); all of them were checked",
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
RULES = (NOTHING, NO_AGREEMENT, LATER, YEAR, TWO, UNKNOWN_OFFICE)
"""Aturan pemeriksaan: what may be found of the agreements as a whole."""

_NEAR = Text("; yang mirip: {near}", "; similar: {near}")
_MOST_NAMED = 5


@frozen
class MandatoryCheck:
    """Pemeriksaan indikator wajib: every agreement in force against what is asked of it. Made by `check_mandatory`.

    Attributes:
        mandatory: What is asked.
        on: The day.
        agreements: The agreements in force on that day, in the order given.
        standings: How each stands to each indicator that is asked of it, agreement after agreement.
        others: What was found of the agreements as a whole.
    """

    mandatory: MandatorySet = field(repr=lambda one: repr(one.id))
    on: date
    agreements: tuple[Agreement, ...] = field(repr=lambda found: repr([one.code for one in found]))
    standings: tuple[MandatoryStanding, ...] = field(repr=False)
    others: tuple[Finding, ...] = field(repr=False)

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[MandatoryStanding]:
        return iter(self.standings)

    def __len__(self) -> int:
        return len(self.standings)

    @property
    def report(self) -> Report:
        """Temuan: what was found of the whole, then agreement after agreement."""
        return Report([*self.others, *(finding for one in self.standings for finding in one.findings)])

    def of(self, office: str) -> tuple[MandatoryStanding, ...]:
        """Milik kantor: the standings of one office; empty where it has none."""
        return tuple(one for one in self.standings if one.office == office)

    def at(self, state: State) -> tuple[MandatoryStanding, ...]:
        """Dalam keadaan: those of one state, such as ``lacking``: who lacks which.

        Examples:
            >>> from sakip.lifecycle import BENGKULU_MANDATORY
            >>> from sakip.testing import example_agreement
            >>> found = check_mandatory([example_agreement()], BENGKULU_MANDATORY, on=date(2025, 4, 1))
            >>> [one.code for one in found.at("lacking")]
            ['RB', 'TL-BPK', 'INOVASI', 'KIP', 'MCP', 'SERAPAN']
        """
        return tuple(one for one in self.standings if one.state == state)

    def rows(self, lang: Lang = "id", *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris pemeriksaan: one flat dict an agreement and indicator, for data frames, JSON and PHP.

        Its keys are ``agreement``, ``office``, ``position``, ``echelon``, ``indicator``, ``name``, ``state``,
        ``binding``, ``wanted``, ``unit``, ``promised_as`` (the code under which it is promised), ``promised``,
        ``promised_unit``, ``wanted_weight``, ``weight``, ``objective``, ``reason`` (of the exemption) and ``findings``
        (codes with commas between). Targets that are a range or a level are text.

        Args:
            lang: The language of targets that are no number or date.
            numbers: ``decimal``, or ``text`` to write every Decimal and date as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: An unknown language, or another word for ``numbers``.
        """
        require_lang(lang)
        form = numbers_form(numbers, "MandatoryCheck.rows.numbers")
        return [tabulation.row(one, lang, form) for one in self.standings]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel pemeriksaan: one row an agreement, one column an indicator, and below how many promise it."""
        return tabulation.matrix(self, require_lang(lang))

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks pemeriksaan: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


def check_mandatory(
    agreements: Reading | Iterable[Agreement | History],
    mandatory: MandatorySet,
    *,
    on: date,
    offices: Iterable[str] = (),
) -> MandatoryCheck:
    """Periksa indikator wajib: who lacks which, whose target differs, and which exemptions hold.

    Of the versions of an agreement the one in force on the day is looked at, so that the same line, with a later day,
    checks what amendments have left. An agreement without a date is a draft and is looked at too.

    Args:
        agreements: What `agreements_from_rows` has read, or agreements and histories.
        mandatory: What they must promise.
        on: The day; it also decides which exemptions hold.
        offices: The offices that must have an agreement at all; each that has none is a finding.

    Raises:
        InvalidValueError: An argument of another kind.

    Examples:
        >>> from sakip.lifecycle import BENGKULU_MANDATORY
        >>> from sakip.testing import example_agreement
        >>> found = check_mandatory([example_agreement()], BENGKULU_MANDATORY, on=date(2025, 4, 1))
        >>> len(found), found.report.codes()[0]
        (6, 'MAND-LACKS')
    """
    of_kind(MandatorySet, mandatory, "check_mandatory.mandatory", "BENGKULU_MANDATORY")
    day = day_of(on, "check_mandatory.on")
    known = _offices(offices)
    given = _given(agreements)
    of_year = [one for one in given if mandatory.year in (None, one.year)]
    standing = in_force(of_year, day)
    chosen = tuple(one for one in standing if _has_begun(one, day))
    return MandatoryCheck(
        mandatory,
        day,
        chosen,
        tuple(found for one in chosen for found in standings(one, mandatory, day)),
        (
            *_nothing(chosen, day),
            *_other_years(given, mandatory),
            *_later(of_year, standing, day),
            *_two(chosen),
            *_without(known, chosen, day),
            *_unknown_offices(mandatory, chosen),
        ),
    )


def _offices(value: Iterable[str]) -> tuple[str, ...]:
    given = listed(value, "check_mandatory.offices", "'Dinas Kesehatan'")
    names = (require_text(one, f"check_mandatory.offices[{at}]").strip() for at, one in enumerate(given))
    return tuple(dict.fromkeys(names))


def _given(value: Reading | Iterable[Agreement | History]) -> list[Agreement]:
    """Every version that was given, once."""
    if isinstance(value, Reading):
        return list(value.agreements)
    path, example = "check_mandatory.agreements", "Agreement('PK-1', year=2025, first_party=..., objectives=[...])"
    found: dict[int, Agreement] = {}
    for at, item in enumerate(listed(value, path, example)):
        versions = item.versions if isinstance(item, History) else [of_kind(Agreement, item, f"{path}[{at}]", example)]
        found.update({id(one): one for one in versions})
    return list(found.values())


def _has_begun(agreement: Agreement, day: date) -> bool:
    return agreement.in_force_from is None or agreement.in_force_from <= day


def _nothing(chosen: tuple[Agreement, ...], day: date) -> Iterator[Finding]:
    if not chosen:
        yield NOTHING.at("agreements", day=day)


def _other_years(given: list[Agreement], mandatory: MandatorySet) -> Iterator[Finding]:
    others = [one for one in given if mandatory.year not in (None, one.year)]
    if others:
        yield YEAR.at("agreements", count=len(others), year=str(mandatory.year), agreement=others[0].code)


def _later(of_year: list[Agreement], standing: tuple[Agreement, ...], day: date) -> Iterator[Finding]:
    """Agreements none of whose versions is in force yet."""
    unbegun = {one.first.code for one in chained(of_year) if one.as_of(day) is None}
    kept = {id(one) for one in standing}
    for one in of_year:
        since = one.in_force_from
        late = one.code in unbegun or (id(one) in kept and not _has_begun(one, day))
        if late and since is not None:
            yield LATER.at(f"agreement[{one.code}]", office=office_of(one), agreement=one.code, since=since)


def _two(chosen: tuple[Agreement, ...]) -> Iterator[Finding]:
    counts = Counter((one.first_party.identity, one.year) for one in chosen)
    for (identity, year), count in counts.items():
        if count > 1:
            same = [one for one in chosen if (one.first_party.identity, one.year) == (identity, year)]
            codes = ", ".join(one.code for one in same[:_MOST_NAMED])
            yield TWO.at(f"agreement[{same[0].code}]", office=office_of(same[0]), count=count, codes=codes)


def _without(known: tuple[str, ...], chosen: tuple[Agreement, ...], day: date) -> Iterator[Finding]:
    there = {office_of(one) for one in chosen}
    for office in known:
        if office not in there:
            yield NO_AGREEMENT.at(f"office[{office}]", office=office, day=day)


def _unknown_offices(mandatory: MandatorySet, chosen: tuple[Agreement, ...]) -> Iterator[Finding]:
    """Offices that the set names and nobody has: a slip in a name would leave them out in silence."""
    there = dict.fromkeys(office_of(one) for one in chosen)
    named = [*(office for one in mandatory for office in one.offices), *(one.office for one in mandatory.exemptions)]
    for office in dict.fromkeys(named):
        if chosen and office not in there:
            near = ", ".join(similar(office, there))
            shown = Text.literal(*(_NEAR.render(lang, {"near": near}) for lang in get_args(Lang))) if near else ""
            yield UNKNOWN_OFFICE.at(f"mandatory[{mandatory.id}]", set=mandatory.id, office=office, near=shown)
