"""Yang berlaku: the agreements in force on a day, each with the chain of its versions."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sakip.model.agreement import Agreement
from sakip.model.rows.versions import chained

__all__ = ["InForce", "in_force"]


class InForce(NamedTuple):
    """Yang berlaku: the agreements in force, by code, and the versions of each, the first one first."""

    agreements: list[Agreement]
    versions: list[tuple[Agreement, ...]]


def in_force(given: Iterable[Agreement], day: date) -> InForce:
    """Yang berlaku pada suatu hari: one version of each agreement.

    An agreement without other versions stands as it is. Two that share a code and say different things both stand:
    what they contradict each other in is a finding.

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
            chosen = history.as_of(day)
            gone |= {one.code for one in history if one is not chosen}
            if chosen is not None:
                versions[chosen.code] = tuple(history)
    kept = [one for one in known.values() if one.code not in gone] + others
    # Two different agreements under one code have no order but that of what they say.
    kept.sort(key=lambda one: (one.code, repr(one) if others else ""))
    return InForce(kept, [versions.get(one.code, (one,)) for one in kept])
