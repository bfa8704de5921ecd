"""Perjanjian kinerja: whole agreements, alone or with what was delivered."""

from datetime import date
from typing import get_args

from attrs import evolve
from hypothesis import strategies as st

from sakip import Agreement, AmendmentReason, Objective, Realization
from sakip.base.kind import FIRST_DAY, LAST_DAY
from sakip.testing.budget_line import budget_lines
from sakip.testing.objective import objectives
from sakip.testing.party import parties
from sakip.testing.realization import Delivered, delivered, realization_of
from sakip.testing.reference import references
from sakip.testing.text import codes, texts

__all__ = ["agreements", "agreements_with_realizations"]


def agreements(*, weighted: bool | None = None, rich: bool = False) -> st.SearchStrategy[Agreement]:
    """Perjanjian kinerja: agreements that can be scored: some target, and no code twice.

    Args:
        weighted: Whether every target has a weight, none has, or (None) either.
        rich: Whether every field is used.

    Examples:
        >>> from sakip.testing import agreements
        >>> strategy = agreements(weighted=True)
    """
    if weighted is None:
        return st.one_of(agreements(weighted=False, rich=rich), agreements(weighted=True, rich=rich))
    found = st.lists(objectives(weighted=weighted, rich=rich), min_size=1, max_size=3)
    return st.builds(
        Agreement,
        codes(rich=rich),
        year=st.just(2025),
        first_party=parties(rich=rich),
        second_party=st.none() | parties(rich=rich),
        signed_on=st.none() | st.dates(date(2025, 1, 1), date(2025, 12, 31)),
        objectives=found.map(_without_twins),
        budget_ratified_on=_some_days(rich=rich),
        effective_on=_some_days(rich=rich),
        supersedes=st.none() | texts() if rich else st.none(),  # never a code, so no agreement supersedes itself
        reason=st.none() | st.sampled_from(get_args(AmendmentReason)) if rich else st.none(),
        legal_document=st.none() | references(rich=True) if rich else st.none(),
        retired=st.lists(texts(), max_size=2) if rich else st.just(()),
        budget=st.lists(budget_lines(rich=True), max_size=2) if rich else st.just(()),
    )


def _some_days(*, rich: bool) -> st.SearchStrategy[date | None]:
    return st.none() | st.dates(FIRST_DAY, LAST_DAY) if rich else st.none()


def _without_twins(objectives: list[Objective]) -> list[Objective]:
    seen: set[str] = set()
    kept: list[Objective] = []
    for objective in objectives:
        fresh = [target for target in objective.targets if target.code not in seen]
        seen.update(target.code for target in fresh)
        if fresh:
            kept.append(evolve(objective, targets=fresh))
    return kept


def agreements_with_realizations(
    *,
    weighted: bool | None = None,
    rich: bool = False,
) -> st.SearchStrategy[tuple[Agreement, tuple[Realization, ...]]]:
    """Perjanjian dengan realisasinya: an agreement and annual realizations for its targets, in any order.

    With ``rich`` some targets have no realization.

    Examples:
        >>> from sakip.testing import agreements_with_realizations
        >>> strategy = agreements_with_realizations()
    """
    most = 9
    return st.builds(
        _delivered_for,
        agreements(weighted=weighted, rich=rich),
        st.lists(delivered(rich=rich), min_size=most, max_size=most),
        st.permutations(range(most)),
        st.lists(st.integers(0, 4), min_size=most, max_size=most) if rich else st.just([1] * most),
    )


def _delivered_for(
    agreement: Agreement,
    delivered: list[Delivered],
    order: list[int],
    present: list[int],
) -> tuple[Agreement, tuple[Realization, ...]]:
    found = [
        (place, realization_of(target, one, None))
        for target, one, place, here in zip(agreement.targets, delivered, order, present, strict=False)
        if here
    ]
    return agreement, tuple(realization for _, realization in sorted(found, key=lambda pair: pair[0]))
