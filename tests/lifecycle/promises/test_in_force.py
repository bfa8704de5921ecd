from datetime import date
from itertools import permutations

import pytest
from attrs import evolve

from sakip import Agreement
from sakip.lifecycle.promises.in_force import in_force
from tests.lifecycle.promises.making import agreement, indicator

FIRST = agreement("PK-1", indicator(), signed_on=date(2021, 1, 5))
SECOND = FIRST.amend(code="PK-2", signed_on=date(2021, 6, 1), reason="strategy")
THIRD = SECOND.amend(code="PK-3", signed_on=date(2021, 9, 1), reason="strategy")


def codes(agreements: tuple[Agreement, ...]) -> list[str]:
    """The codes of agreements."""
    return [one.code for one in agreements]


@pytest.mark.parametrize(
    ("day", "counts", "superseded", "pending"),
    [
        (None, ["PK-3"], ["PK-1", "PK-2"], []),
        (date(2021, 1, 4), [], [], ["PK-1", "PK-2", "PK-3"]),
        (date(2021, 1, 5), ["PK-1"], [], ["PK-2", "PK-3"]),
        (date(2021, 5, 31), ["PK-1"], [], ["PK-2", "PK-3"]),
        (date(2021, 6, 1), ["PK-2"], ["PK-1"], ["PK-3"]),
        (date(2021, 9, 1), ["PK-3"], ["PK-1", "PK-2"], []),
    ],
)
def test_versions_on_a_day(day: date | None, counts: list[str], superseded: list[str], pending: list[str]) -> None:
    """On each day one version counts, whatever the order in which they are given."""
    for order in permutations([FIRST, SECOND, THIRD]):
        found = in_force(order, day)
        assert [codes(part) for part in found] == [counts, superseded, pending]


def test_a_version_in_between_is_missing() -> None:
    """An amendment of an agreement that is not there takes the place of nothing."""
    assert codes(in_force([FIRST, THIRD], None).agreements) == ["PK-1", "PK-3"]


def test_without_a_day_of_signature() -> None:
    """An agreement that does not say when it begins counts on any day."""
    undated = agreement("PK-9", signed_on=None)
    assert codes(in_force([undated], date(1990, 1, 1)).agreements) == ["PK-9"]


def test_a_circle() -> None:
    """Of two that supersede each other neither is the later, and both count."""
    one, other = evolve(FIRST, supersedes="PK-8"), evolve(FIRST, code="PK-8", supersedes="PK-1")
    assert codes(in_force([other, one], None).agreements) == ["PK-1", "PK-8"]


def test_given_twice() -> None:
    """The same agreement twice is one; two agreements of one code are two, in one order."""
    twin = evolve(FIRST, signed_on=date(2021, 1, 6))
    assert in_force([FIRST, FIRST], None).agreements == (FIRST,)
    assert in_force([FIRST, twin], None) == in_force([twin, FIRST], None)
    assert len(in_force([FIRST, twin], None).agreements) == 2


def test_two_of_one_code_supersede_the_same() -> None:
    """What two later ones take the place of counts no more, and both of them do."""
    found = in_force([FIRST, SECOND, evolve(SECOND, signed_on=date(2021, 6, 2))], None)
    assert [codes(part) for part in found] == [["PK-2", "PK-2"], ["PK-1"], []]


def test_a_long_chain() -> None:
    """A chain of a thousand versions is followed to its end."""
    chain = [evolve(FIRST, code=f"PK-{at:04}", supersedes=f"PK-{at - 1:04}" if at else None) for at in range(1000)]
    assert codes(in_force(chain, None).agreements) == ["PK-0999"]


def test_many_an_office_has_that_code() -> None:
    """An amendment takes the place of that of its own position and year, and of no other with the same code."""
    other, last_year = agreement("PK-1", indicator(), office="Dinas B"), evolve(FIRST, year=2020)
    for order in permutations([FIRST, SECOND, other, last_year]):
        found = in_force(order, None)
        assert (set(found.agreements), found.superseded) == ({SECOND, other, last_year}, (FIRST,))


def test_nobody_knows_which_is_meant() -> None:
    """Where none is that of the position or the office, none is taken away, not even the only one of that code."""
    others = [agreement("PK-1", indicator(), office=office) for office in ("Dinas B", "Dinas C")]
    assert len(in_force([SECOND, *others], None).agreements) == 3
    assert codes(in_force([SECOND, others[0]], None).agreements) == ["PK-1", "PK-2"]
