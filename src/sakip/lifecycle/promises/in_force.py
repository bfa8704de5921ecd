"""Yang berlaku: which of many agreements count on a day, in one order however they were given."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from sakip.base.canonical import canonical_form, canonical_text
from sakip.model.agreement import Agreement
from sakip.model.superseding import predecessors

__all__ = ["InForce", "in_force"]


class InForce(NamedTuple):
    """Perjanjian yang berlaku: what counts, and what does not.

    Attributes:
        agreements: Those that count, by year and code.
        superseded: Those in whose place another of them stands.
        pending: Those that begin only after the day.
    """

    agreements: tuple[Agreement, ...]
    superseded: tuple[Agreement, ...]
    pending: tuple[Agreement, ...]


def in_force(agreements: Iterable[Agreement], as_of: date | None) -> InForce:
    """Pilih yang berlaku: without those that begin later, and without versions in whose place another stands.

    An agreement that does not say when it begins counts. Of two that supersede each other in a circle both count, for
    neither is known to be the later. Of what has the code that is superseded, that of the same position and year is
    meant, or the only one of the same office and year.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> first = example_agreement()
        >>> later = first.amend(code="PK-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"PLAN-1": 3})
        >>> [one.code for one in in_force([later, first], None).agreements]
        ['PK-P']
        >>> [one.code for one in in_force([later, first], date(2025, 8, 31)).agreements]
        ['PK-2025-SETDA-III-1']
    """
    begun: list[Agreement] = []
    pending: list[Agreement] = []
    for one in _ordered(agreements):
        starts = one.in_force_from
        (begun if as_of is None or starts is None or starts <= as_of else pending).append(one)
    replaced = _replaced(begun)
    return InForce(
        tuple(one for at, one in enumerate(begun) if at not in replaced),
        tuple(one for at, one in enumerate(begun) if at in replaced),
        tuple(pending),
    )


def _ordered(agreements: Iterable[Agreement]) -> list[Agreement]:
    """Each agreement once, in an order that does not depend on how they were given."""
    known = sorted(dict.fromkeys(agreements), key=_place)
    groups = (list(group) for _, group in groupby(known, key=_place))
    return [one for group in groups for one in (group if len(group) == 1 else sorted(group, key=_written))]


def _place(one: Agreement) -> tuple[int, str, tuple[str, ...]]:
    return one.year, one.code, one.first_party.identity


def _written(one: Agreement) -> str:
    return canonical_text(canonical_form(one))


def _replaced(known: Sequence[Agreement]) -> set[int]:
    """Those in whose place another stands, from the last of each chain down to its first."""
    before = predecessors(known)
    later = {at for places in before for at in places}
    found: set[int] = set()
    waiting = [at for at in range(len(known)) if at not in later]
    while waiting:
        for at in before[waiting.pop()]:
            if at not in found:
                found.add(at)
                waiting.append(at)
    return found
