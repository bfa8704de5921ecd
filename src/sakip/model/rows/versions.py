"""Versi dalam tabel: agreements of one table that supersede each other, as histories."""

from collections.abc import Iterable, Iterator
from datetime import date

from sakip.base.finding import Finding
from sakip.base.kind import day_of
from sakip.base.rule import Rule
from sakip.base.text import Text, told
from sakip.errors import InvalidValueError
from sakip.model.agreement import Agreement
from sakip.model.history import History
from sakip.model.rows.assembling import Draft
from sakip.model.rows.entries import Entry

__all__ = ["RULES", "chain_findings", "chained", "in_force"]

VERSIONS = Rule(
    "ROW-VERSIONS",
    "error",
    Text(
        "Versi-versi perjanjian ini bukan satu riwayat: {problem}. {way_out}",
        "The versions of this agreement are no history: {problem}. {way_out}",
    ),
)
PREDECESSOR = Rule(
    "ROW-PREDECESSOR",
    "note",
    Text(
        "{key} menggantikan {supersedes}, yang tidak ada dalam tabel ini",
        "{key} supersedes {supersedes}, which is not in this table",
    ),
)
BESIDE = Rule(
    "ROW-BESIDE",
    "warning",
    Text(
        "{codes} adalah versi satu perjanjian, dan semuanya akan dinilai dan diperingkat berdampingan; pakai"
        " reading.as_of(tanggal) untuk yang berlaku, atau reading.histories",
        "{codes} are versions of one agreement, and all of them would be scored and ranked side by side; use"
        " reading.as_of(day) for the one in force, or reading.histories",
    ),
)
RULES: tuple[Rule, ...] = (VERSIONS, PREDECESSOR, BESIDE)
_LONGEST_SHOWN = 80


def chained(agreements: Iterable[Agreement]) -> tuple[History, ...]:
    """Riwayat-riwayat: the agreements that supersede each other, as far as they make a history.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> first = example_agreement()
        >>> second = first.amend(code="PK-P", signed_on=date(2025, 9, 1), reason="strategy")
        >>> [[version.code for version in history] for history in chained([second, first])]
        [['PK-2025-SETDA-III-1', 'PK-P']]
    """
    found = (_history(group) for group in _groups(agreements))
    return tuple(one for one in found if isinstance(one, History))


def in_force(agreements: Iterable[Agreement], day: date) -> tuple[Agreement, ...]:
    """Yang berlaku: the agreements without those that another version has taken the place of, or is yet to.

    An agreement without other versions, and versions that make no history, stand as they are.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> first = example_agreement()
        >>> second = first.amend(code="PK-P", signed_on=date(2025, 9, 1), reason="strategy")
        >>> [one.code for one in in_force([first, second], date(2025, 9, 1))]
        ['PK-P']
    """
    given = tuple(agreements)
    asked = day_of(day, "Reading.as_of.day")
    superseded = {one.code for history in chained(given) for one in history if one is not history.as_of(asked)}
    return tuple(one for one in given if one.code not in superseded)


def chain_findings(drafts: Iterable[Draft]) -> Iterator[Finding]:
    """Temuan rantai: versions that stand beside each other, make no history, or whose predecessor is not there."""
    of = {draft.agreement.code: draft for draft in drafts}
    for group in _groups(draft.agreement for draft in of.values()):
        apart = [one for one in group if one.supersedes is not None and one.supersedes not in of]
        for one in apart:
            yield _entry(of[one.code]).finding(PREDECESSOR, "supersedes", key=one.code, supersedes=one.supersedes or "")
        if len(group) > 1:
            codes = ", ".join(one.code for one in group)[:_LONGEST_SHOWN]
            yield _entry(of[group[-1].code]).finding(BESIDE, "supersedes", codes=codes)
        fault = None if apart else _history(group)
        if isinstance(fault, InvalidValueError):
            yield _entry(of[group[-1].code]).finding(VERSIONS, "supersedes", **told(fault))


def _entry(draft: Draft) -> Entry:
    return next(iter(draft.promised.values()))


def _history(group: list[Agreement]) -> History | InvalidValueError:
    try:
        return History(group)
    except InvalidValueError as error:
        return error


def _groups(agreements: Iterable[Agreement]) -> Iterator[list[Agreement]]:
    """The agreements that name each other, in the order of the table; one that has no other version is no group."""
    known = {agreement.code: agreement for agreement in agreements}
    group_of: dict[str, list[str]] = {code: [code] for code in known}
    for code, agreement in known.items():
        if agreement.supersedes in known:
            own, other = group_of[code], group_of[agreement.supersedes]
            if own is not other:
                other += own
                group_of.update(dict.fromkeys(own, other))
    order = {code: place for place, code in enumerate(known)}
    for code, group in group_of.items():
        named = len(group) > 1 or known[code].supersedes is not None
        if named and code == min(group, key=order.__getitem__):
            yield [known[one] for one in sorted(group, key=order.__getitem__)]
