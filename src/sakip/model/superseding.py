"""Penggantian: which of many agreements each amendment takes the place of."""

from collections.abc import Sequence

from sakip.model.agreement import Agreement

__all__ = ["predecessors"]


def predecessors(agreements: Sequence[Agreement]) -> tuple[Sequence[int], ...]:
    """Pendahulu: for each agreement the places of those that it supersedes, none where it names nothing that is here.

    Many an office has a ``PK-1``, and has it each year: of those that have the code that is superseded, those of the
    same year and position are meant, or the only one of the same year and office, whose head may be titled otherwise.

    Examples:
        >>> from datetime import date
        >>> from sakip.testing import example_agreement
        >>> first = example_agreement()
        >>> later = first.amend(code="PK-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"PLAN-1": 3})
        >>> predecessors([later, first])
        ([1], ())
    """
    by_position: dict[tuple[object, ...], list[int]] = {}
    by_office: dict[tuple[object, ...], list[int]] = {}
    for at, one in enumerate(agreements):
        by_position.setdefault((one.code, one.year, one.first_party.identity), []).append(at)
        by_office.setdefault((one.code, one.year, one.first_party.office), []).append(at)
    found: list[Sequence[int]] = []
    for one in agreements:
        own = by_position.get((one.supersedes, one.year, one.first_party.identity), ())
        beside = () if own else by_office.get((one.supersedes, one.year, one.first_party.office), ())
        found.append(own or (beside if len(beside) == 1 else ()))
    return tuple(found)
