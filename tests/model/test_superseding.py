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
TITLED, SECOND, SAME = (
    evolve(FIRST, first_party=Party(title, office="Dinas")) for title in ("Kadis", "Sekretaris", "Kepala Dinas")
)
HEAD = evolve(LATER, first_party=Party("Kepala Dinas", office="Dinas"))
LAST_YEAR = Agreement(FIRST.code, year=2024, first_party=FIRST.first_party, objectives=FIRST.objectives)


@pytest.mark.parametrize(
    ("agreements", "places"),
    [
        ([FIRST], [[]]),
        ([LATER], [[]]),
        ([LATER, FIRST], [[1], []]),
        ([ELSEWHERE, LATER], [[], []]),
        ([ELSEWHERE, LATER, FIRST], [[], [2], []]),
        ([LAST_YEAR, LATER], [[], []]),
        ([LAST_YEAR, FIRST, LATER], [[], [], [1]]),
        ([TITLED, HEAD], [[], [0]]),
        ([TITLED, SECOND, HEAD], [[], [], []]),
        ([TITLED, SAME, HEAD], [[], [], [1]]),
        ([FIRST, FIRST, LATER], [[], [], [0, 1]]),
    ],
    ids=[
        "none",
        "not here",
        "one",
        "another office",
        "an office of the same code",
        "another year",
        "a year of the same code",
        "another title",
        "two titles",
        "the same title",
        "twice",
    ],
)
def test_which_one_is_meant(agreements: Sequence[Agreement], places: list[list[int]]) -> None:
    """That of the same year and position, or the only one of the same year and office."""
    assert [list(found) for found in predecessors(agreements)] == places
