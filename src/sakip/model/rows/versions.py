"""Versi dalam tabel: agreements of one table that supersede each other, as histories."""

from collections.abc import Iterable, Iterator

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.errors import InvalidValueError
from sakip.model.agreement import Agreement
from sakip.model.history import History
from sakip.model.rows.assembling import Draft
from sakip.model.rows.entries import Entry

__all__ = ["RULES", "chained", "faulty_chains"]

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
RULES: tuple[Rule, ...] = (VERSIONS, PREDECESSOR)


def chained(agreements: Iterable[Agreement]) -> tuple[History, ...]:
    """Riwayat-riwayat: the agreements that supersede each other, as far as they make a history.

    Examples:
        >>> from datetime import date
        >>> from sakip.testing import example_agreement
        >>> first = example_agreement()
        >>> second = first.amend(code="PK-P", signed_on=date(2025, 9, 1), reason="strategy")
        >>> [[version.code for version in history] for history in chained([second, first])]
        [['PK-2025-SETDA-III-1', 'PK-P']]
    """
    found = (_history(group) for group in _groups(agreements))
    return tuple(one for one in found if isinstance(one, History))


def faulty_chains(drafts: Iterable[Draft]) -> Iterator[Finding]:
    """Rantai yang keliru: versions that make no history, and those whose predecessor the table does not hold."""
    of = {draft.agreement.code: draft for draft in drafts}
    for group in _groups(draft.agreement for draft in of.values()):
        apart = [one for one in group if one.supersedes is not None and one.supersedes not in of]
        for one in apart:
            yield _entry(of[one.code]).finding(PREDECESSOR, "supersedes", key=one.code, supersedes=one.supersedes or "")
        fault = None if apart else _history(group)
        if isinstance(fault, InvalidValueError):
            problem, way_out = Text.literal(*fault.problem), Text.literal(*fault.way_out)
            yield _entry(of[group[-1].code]).finding(VERSIONS, "supersedes", problem=problem, way_out=way_out)


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
