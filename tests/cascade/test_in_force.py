"""One version of each agreement."""

from datetime import date
from itertools import permutations

import pytest
from attrs import evolve

from sakip.cascade.in_force import in_force
from tests.cascade.making import pk, target

FIRST = pk("PK-1", "KADIS", "II", "BUPATI", target("T", 10))
SECOND = FIRST.amend(code="PK-1-2", signed_on=date(2025, 7, 1), reason="priority", targets={"T": 12})
THIRD = SECOND.amend(code="PK-1-3", signed_on=date(2025, 10, 1), reason="priority", targets={"T": 14})


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2025, 1, 20), "PK-1"),
        (date(2025, 6, 30), "PK-1"),
        (date(2025, 7, 1), "PK-1-2"),
        (date(2025, 9, 30), "PK-1-2"),
        (date(2025, 12, 31), "PK-1-3"),
    ],
)
def test_the_version_of_the_day_counts(day: date, code: str) -> None:
    """Both sides of each change, whatever the order; the chain is kept."""
    for given in permutations([FIRST, SECOND, THIRD]):
        found = in_force(given, day)
        assert [one.code for one in found.agreements] == [code]
        assert [one.code for one in found.versions[0]] == ["PK-1", "PK-1-2", "PK-1-3"]


def test_before_the_first_version_nothing_is_in_force() -> None:
    """An agreement that has versions is in force from its first day on; one without stands as it is."""
    assert in_force([FIRST, SECOND], date(2025, 1, 19)).agreements == []
    assert in_force([FIRST], date(2025, 1, 19)).agreements == [FIRST]


def test_the_same_agreement_twice_is_one() -> None:
    """A list that names it twice changes nothing."""
    assert in_force([FIRST, FIRST], date(2025, 12, 31)).agreements == [FIRST]


def test_two_that_contradict_each_other_both_stand() -> None:
    """In an order that does not depend on the input's."""
    other = evolve(FIRST, signed_on=date(2025, 2, 1))
    one, two = (in_force(given, date(2025, 12, 31)).agreements for given in ([FIRST, other], [other, FIRST]))
    assert len(one) == 2
    assert one == two
