"""One version of each agreement."""

from datetime import date
from itertools import permutations

import pytest
from attrs import evolve

from sakip.cascade.graph.in_force import has_begun, in_force
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


def test_before_the_first_version_it_is_a_draft() -> None:
    """Whether it is amended later or not, for nothing else is known of what the position promises."""
    assert in_force([FIRST, SECOND], date(2025, 1, 19)).agreements == [FIRST]
    assert in_force([FIRST], date(2025, 1, 19)).agreements == [FIRST]
    begun = evolve(FIRST, code="PK-0", signed_on=date(2025, 1, 2))
    assert in_force([FIRST, SECOND, begun], date(2025, 1, 19)).agreements == [begun]


@pytest.mark.parametrize(
    ("day", "codes"),
    [(date(2025, 1, 19), ["PK-1", "PK-9"]), (date(2025, 8, 31), ["PK-1"]), (date(2025, 9, 1), ["PK-1", "PK-9"])],
)
def test_what_is_yet_to_be_in_force_does_not_count_beside_what_is(day: date, codes: list[str]) -> None:
    """Though neither names the other; where nothing has begun, both are drafts."""
    later = evolve(FIRST, code="PK-9", signed_on=date(2025, 9, 1))
    for given in ([FIRST, later], [later, FIRST]):
        assert [one.code for one in in_force(given, day).agreements] == codes


def test_another_position_or_year_is_no_reason_to_leave_one_out() -> None:
    """Only what a position promises for the same year stands beside each other."""
    others = [
        evolve(FIRST, code="PK-8", year=2026, signed_on=date(2026, 1, 5)),
        pk("PK-7", "KABID", "III", "KADIS", target("T"), signed_on=date(2025, 9, 1)),
    ]
    assert len(in_force([FIRST, *others], date(2025, 6, 30)).agreements) == 3


def test_whether_it_has_begun() -> None:
    """From the day on; one that is not signed says nothing."""
    assert [has_begun(FIRST, date(2025, 1, day)) for day in (19, 20)] == [False, True]
    assert has_begun(evolve(FIRST, signed_on=None), date(2000, 1, 1))


def test_the_same_agreement_twice_is_one() -> None:
    """A list that names it twice changes nothing."""
    assert in_force([FIRST, FIRST], date(2025, 12, 31)).agreements == [FIRST]


def test_two_that_contradict_each_other_both_stand() -> None:
    """In an order that does not depend on the input's."""
    other = evolve(FIRST, signed_on=date(2025, 2, 1))
    one, two = (in_force(given, date(2025, 12, 31)).agreements for given in ([FIRST, other], [other, FIRST]))
    assert len(one) == 2
    assert one == two
