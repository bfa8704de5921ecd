"""Versi dalam tabel: agreements of one table that supersede each other, as histories."""

from collections.abc import Iterable, Iterator, Sequence
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
from sakip.model.superseding import predecessors

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
ELSEWHERE = Rule(
    "ROW-PREDECESSOR-ELSEWHERE",
    "warning",
    Text(
        "{key} menggantikan {supersedes}, tetapi yang berkode itu dalam tabel ini milik kantor, jabatan atau tahun"
        " lain, jadi tidak ada yang digantikan; periksa kodenya",
        "{key} supersedes {supersedes}, but what has that code in this table is of another office, position or year, so"
        " nothing is superseded; check the code",
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
RULES: tuple[Rule, ...] = (VERSIONS, PREDECESSOR, ELSEWHERE, BESIDE)
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
    given = tuple(agreements)
    found = (_history([given[at] for at in group]) for group in _groups(given, predecessors(given)))
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
    superseded: set[int] = set()
    for group in _groups(given, predecessors(given)):
        history = _history([given[at] for at in group])
        if isinstance(history, History):
            current = history.as_of(asked)
            superseded.update(at for at in group if given[at] is not current)
    return tuple(one for at, one in enumerate(given) if at not in superseded)


def chain_findings(drafts: Iterable[Draft]) -> Iterator[Finding]:
    """Temuan rantai: versions that stand beside each other, make no history, or whose predecessor is not there."""
    given = tuple(drafts)
    agreements = tuple(draft.agreement for draft in given)
    before = predecessors(agreements)
    known = {one.code for one in agreements}
    for group in _groups(agreements, before):
        versions, last = [agreements[at] for at in group], _entry(given[group[-1]])
        apart = [at for at in group if agreements[at].supersedes is not None and not before[at]]
        for at in apart:
            key, missing = agreements[at].code, agreements[at].supersedes or ""
            rule = ELSEWHERE if missing in known else PREDECESSOR
            yield _entry(given[at]).finding(rule, "supersedes", key=key, supersedes=missing)
        if len(group) > 1:
            codes = ", ".join(one.code for one in versions)[:_LONGEST_SHOWN]
            yield last.finding(BESIDE, "supersedes", codes=codes)
        fault = None if apart else _history(versions)
        if isinstance(fault, InvalidValueError):
            yield last.finding(VERSIONS, "supersedes", **told(fault))


def _entry(draft: Draft) -> Entry:
    """The row that names what is superseded, or else the first one."""
    return draft.said_by.get("supersedes", draft.opening)


def _history(versions: list[Agreement]) -> History | InvalidValueError:
    try:
        return History(versions)
    except InvalidValueError as error:
        return error


def _groups(agreements: Sequence[Agreement], before: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The places of agreements that name each other, in the order of the table; one without versions is no group."""
    group_of = {at: [at] for at in range(len(agreements))}
    for at, places in enumerate(before):
        for place in places:
            few, many = sorted((group_of[at], group_of[place]), key=len)
            if few is not many:
                many += few
                group_of.update(dict.fromkeys(few, many))
    for group in {id(group): sorted(group) for group in group_of.values()}.values():
        if len(group) > 1 or agreements[group[0]].supersedes is not None:
            yield group
