"""Penggantian: which of many agreements each amendment takes the place of."""

from collections.abc import Sequence

from sakip.model.agreement import Agreement

__all__ = ["predecessors"]


def predecessors(agreements: Sequence[Agreement]) -> tuple[Sequence[int], ...]:
    """Pendahulu: for each agreement the places of those that it supersedes, none where it names nothing that is here.

    Many an office has a ``PK-1``, and has it each year: where several have the code that is superseded, those of the
    same position and year are meant.

    Examples:
        >>> from datetime import date
        >>> from sakip.testing import example_agreement
        >>> first = example_agreement()
        >>> later = first.amend(code="PK-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"PLAN-1": 3})
        >>> predecessors([later, first])
        ([1], ())
    """
    coded: dict[str, list[int]] = {}
    for at, one in enumerate(agreements):
        coded.setdefault(one.code, []).append(at)
    return tuple(_meant(one, coded.get(one.supersedes or "", ()), agreements) for one in agreements)


def _meant(one: Agreement, places: Sequence[int], agreements: Sequence[Agreement]) -> Sequence[int]:
    if len(places) < 2:
        return places
    own = (one.first_party.identity, one.year)
    return [at for at in places if (agreements[at].first_party.identity, agreements[at].year) == own]
