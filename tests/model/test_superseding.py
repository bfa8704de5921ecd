from collections.abc import Sequence
from datetime import date

import pytest
from attrs import evolve

from sakip import Agreement, Party
from sakip.model.superseding import predecessors
from sakip.testing import example_agreement

FIRST = example_agreement()
LATER = FIRST.amend(code="PK-P", signed_on=date(2025, 9, 1), reason="strategy")
ELSEWHERE = evolve(FIRST, first_party=Party("Kepala Dinas", office="Dinas Lain"))
LAST_YEAR = Agreement(FIRST.code, year=2024, first_party=FIRST.first_party, objectives=FIRST.objectives)


@pytest.mark.parametrize(
    ("agreements", "places"),
    [
        ([FIRST], [[]]),
        ([LATER], [[]]),
        ([LATER, FIRST], [[1], []]),
        ([ELSEWHERE, LATER], [[], [0]]),
        ([ELSEWHERE, LATER, FIRST], [[], [2], []]),
        ([LAST_YEAR, FIRST, LATER], [[], [], [1]]),
        ([ELSEWHERE, LAST_YEAR, LATER], [[], [], []]),
        ([FIRST, FIRST, LATER], [[], [], [0, 1]]),
    ],
    ids=["none", "not here", "one", "the only one", "another office", "another year", "none of its own", "twice"],
)
def test_which_one_is_meant(agreements: Sequence[Agreement], places: list[list[int]]) -> None:
    """A code names one agreement; where several have it, that of the same position and year."""
    assert [list(found) for found in predecessors(agreements)] == places
