"""Memeriksa indikator wajib: over all agreements of a government, who lacks which, and whose target differs."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from attrs import field, frozen

from sakip.base.display import Table
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import day_of, listed, of_kind
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, require_lang, require_text
from sakip.lifecycle.mandatory import tabulation
from sakip.lifecycle.mandatory.standing import MandatoryStanding, State, standings
from sakip.lifecycle.mandatory.template import MandatorySet
from sakip.lifecycle.mandatory.whole import remarks, whole_of
from sakip.model.agreement import Agreement
from sakip.model.history import History
from sakip.model.rows.reading import Reading

__all__ = ["MandatoryCheck", "check_mandatory"]


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
        return in_form((tabulation.row(one, lang) for one in self.standings), form)

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
    agreements: Reading | Agreement | Iterable[Agreement | History],
    mandatory: MandatorySet,
    *,
    on: date,
    offices: Iterable[str] = (),
) -> MandatoryCheck:
    """Periksa indikator wajib: who lacks which, whose target differs, and which exemptions hold.

    Of the versions of an agreement the one in force on the day is looked at, so that the same line, with a later day,
    checks what amendments have left. An agreement without a date is a draft and is looked at too; one of a year that
    ended before the day is not.

    What could not be read is not lacking: where rows of an agreement were lost, what is not found in it is ``unknown``.

    Args:
        agreements: What `agreements_from_rows` has read, or agreements and histories.
        mandatory: What they must promise.
        on: The day; it also decides which exemptions hold. A year that is over is checked on one of its own days.
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
    given, unread = _given(agreements)
    whole = whole_of(given, mandatory, day, known)
    found = tuple(each for one in whole.chosen for each in standings(one, mandatory, day, unread.get(one, ())))
    others = tuple(remarks(whole, found, unread.get(None, ())))
    return MandatoryCheck(mandatory, day, whole.chosen, found, others)


def _offices(value: Iterable[str]) -> tuple[str, ...]:
    given = listed(value, "check_mandatory.offices", "'Dinas Kesehatan'")
    names = (require_text(one, f"check_mandatory.offices[{at}]").strip() for at, one in enumerate(given))
    return tuple(dict.fromkeys(names))


def _given(
    value: Reading | Agreement | Iterable[Agreement | History],
) -> tuple[list[Agreement], dict[Agreement | None, tuple[int, ...]]]:
    """Every version that was given, once, and the rows of its table that could not be used; under None of no office."""
    if isinstance(value, Reading):
        return list(value.agreements), dict(value.lost)
    path, example = "check_mandatory.agreements", "Agreement('PK-1', year=2025, first_party=..., objectives=[...])"
    items = [value] if isinstance(value, Agreement) else listed(value, path, example)
    found: dict[Agreement, None] = {}
    for at, item in enumerate(items):
        versions = item.versions if isinstance(item, History) else [of_kind(Agreement, item, f"{path}[{at}]", example)]
        found.update(dict.fromkeys(versions))
    return list(found), {}
