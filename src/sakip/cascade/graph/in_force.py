"""Yang berlaku: the agreements in force on a day, each with the chain of its versions."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sakip.model.agreement import Agreement
from sakip.model.rows.versions import chained

__all__ = ["InForce", "has_begun", "in_force"]


class InForce(NamedTuple):
    """Yang berlaku: the agreements in force, by code, and the versions of each, the first one first."""

    agreements: list[Agreement]
    versions: list[tuple[Agreement, ...]]


def in_force(given: Iterable[Agreement], day: date) -> InForce:
    """Yang berlaku pada suatu hari: one version of each agreement.

    An agreement that is signed later stands as a draft, with its first version, unless its position has one for the
    year that is in force. Two that share a code and say different things both stand: what they contradict each other
    in is a finding.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> first = example_agreement()
        >>> second = first.amend(code="PK-P", signed_on=date(2025, 9, 1), reason="strategy")
        >>> [one.code for one in in_force([second, first], date(2025, 8, 31)).agreements]
        ['PK-2025-SETDA-III-1']
    """
    known: dict[str, Agreement] = {}
    others = [one for one in given if known.setdefault(one.code, one) != one]
    versions: dict[str, tuple[Agreement, ...]] = {}
    gone: set[str] = set()
    if any(one.supersedes is not None for one in known.values()):
        for history in chained(known.values()):
            chosen = history.as_of(day) or history.first
            gone |= {one.code for one in history if one is not chosen}
            versions[chosen.code] = tuple(history)
    standing = [one for one in known.values() if one.code not in gone] + others
    begun = {_promised_by(one) for one in standing if has_begun(one, day)}
    kept = [one for one in standing if has_begun(one, day) or _promised_by(one) not in begun]
    # Two different agreements under one code have no order but that of what they say.
    kept.sort(key=lambda one: (one.code, repr(one) if others else ""))
    return InForce(kept, [versions.get(one.code, (one,)) for one in kept])


def has_begun(agreement: Agreement, day: date) -> bool:
    """Sudah berlaku: whether an agreement is in force on a day, or does not say from when it is.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> has_begun(example_agreement(), date(2025, 12, 31)), has_begun(example_agreement(), date(2024, 12, 31))
        (True, False)
    """
    return agreement.in_force_from is None or agreement.in_force_from <= day


def _promised_by(agreement: Agreement) -> tuple[object, ...]:
    return agreement.first_party.identity, agreement.year
