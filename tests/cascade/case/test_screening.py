"""Groups that agree exactly need no closer look."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sakip import Components, NotReported, Period, Realization
from sakip.cascade import Cascade, Group
from sakip.cascade.case.screening import agrees, screened
from tests.cascade.making import TOP, codes, family, report_on, target

NUMERIC = {"CAS301", "CAS302", "CAS304", "CAS401", "CAS402", "CAS403", "CAS404"}


def graph(cascade: Cascade) -> Any:
    """The graph of the end of the year, as the report holds it."""
    return report_on(cascade).case.graph


def sums(top: int = 10, one: int = 6, two: int = 4, *, made: Any = None, **more: Any) -> Cascade:
    """Two children added up; what was delivered is what was promised unless it is said otherwise."""
    realizations = {TOP: top, ("KABID-2", "A"): one, ("KABID-3", "B"): two} if made is None else made
    return family(target("T", top), target("A", one), target("B", two), realizations=realizations, **more)


def at_top(cascade: Cascade) -> bool:
    """Whether the group of the head agrees."""
    found = graph(cascade)
    return agrees(found, next(at for at, node in enumerate(found.nodes) if node.indicator == "T"))


def test_numbers_that_add_up_agree() -> None:
    """On both sides; one off on either side does not."""
    assert at_top(sums())
    assert not at_top(sums(11))
    assert not at_top(sums(made={TOP: 11, ("KABID-2", "A"): 6, ("KABID-3", "B"): 4}))


def test_a_successor_that_promises_the_rest_takes_a_closer_look() -> None:
    """The year's promise is not what the version in force says."""
    cascade = sums()
    later = cascade.agreements[1].amend(code="B", signed_on=date(2025, 6, 1), reason="official", targets={"A": 3})
    handed = evolve(cascade, agreements=[*cascade.agreements, later])
    assert not at_top(handed)
    assert not {"CAS301", "CAS302", "CAS401"}.intersection(codes(report_on(handed)))


@pytest.mark.parametrize(
    "made",
    [
        {TOP: 10, ("KABID-2", "A"): 6},
        {TOP: 10, ("KABID-2", "A"): 6, ("KABID-3", "B"): NotReported()},
        {TOP: 10, ("KABID-2", "A"): 6, ("KABID-3", "B"): [Realization("B", 4, period=Period.quarter(2025, 1))]},
        {TOP: 10, ("KABID-2", "A"): 6, ("KABID-3", "B"): [Realization("B", 4), Realization("B", 5)]},
        {TOP: Components(20, 3, per=1), ("KABID-2", "A"): 6, ("KABID-3", "B"): 4},
    ],
)
def test_what_is_missing_or_composed_takes_a_closer_look(made: Any) -> None:
    """A missing number is never zero, and periods and components are put together elsewhere."""
    assert not at_top(sums(made=made))


@pytest.mark.parametrize("field", [{"share": "0.5"}, {"factor": 1000}, {"inverse": True}])
def test_links_that_change_a_number_take_a_closer_look(field: dict[str, Any]) -> None:
    """A share, a factor, an inversion."""
    assert not at_top(sums(links=[field, {}]))


def test_a_group_that_says_how_it_composes_takes_a_closer_look() -> None:
    """Its tolerance or its other part may matter."""
    assert not at_top(sums(groups=[Group(parent=TOP, coverage="subset")]))


@pytest.mark.parametrize("kind", ["mean", "weighted"])
def test_means_agree_too(kind: str) -> None:
    """8 and 4 make 6; by weights of 1 and 3 they make 5."""
    weights = [{"weight": 1}, {"weight": 3}] if kind == "weighted" else []
    top = 5 if kind == "weighted" else 6
    made = {TOP: top, ("KABID-2", "A"): 8, ("KABID-3", "B"): 4}
    right = family(target("T", top), target("A", 8), target("B", 4), kind=kind, links=weights, realizations=made)
    wrong = family(target("T", top + 1), target("A", 8), target("B", 4), kind=kind, links=weights, realizations=made)
    assert at_top(right)
    assert not at_top(wrong)


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=5),
    st.sampled_from(["sum", "mean"]),
)
def test_where_a_group_agrees_no_check_of_numbers_finds_anything(pairs: list[tuple[int, int]], kind: str) -> None:
    """The short way and the long way say the same."""
    count = 1 if kind == "sum" else len(pairs)
    promised, delivered = (sum(pair[side] for pair in pairs) for side in (0, 1))
    if promised % count or delivered % count:
        return
    made = {TOP: delivered // count} | {(f"KABID-{at}", "A"): pair[1] for at, pair in enumerate(pairs, 2)}
    cascade = family(
        target("T", promised // count), *(target("A", pair[0]) for pair in pairs), kind=kind, realizations=made
    )
    assert at_top(cascade)
    found = set(codes(report_on(cascade))) & NUMERIC
    assert found <= ({"CAS304"} if kind == "mean" else set())


def test_a_cycle_never_agrees() -> None:
    """However well its numbers look."""
    one = family(target("T", 10), target("A", 10), realizations={TOP: 10, ("KABID-2", "A"): 10})
    back = Cascade(
        one.agreements,
        links=[*one.links, type(one.links[0])(child=TOP, parent=("KABID-2", "A"), kind="sum")],
        realizations=dict(one.realizations),
    )
    assert not at_top(back)
    assert date(2025, 12, 31) == report_on(back).as_of


def test_each_indicator_has_its_own_answer() -> None:
    """Whatever stands before or after it: one that has no children agrees with nothing and ends nothing."""
    shapes = sums(), sums(11)
    for cascade, agreeing in zip(shapes, ([True, False, False], [False, False, False]), strict=True):
        found = graph(cascade)
        nodes = range(len(found.nodes))
        assert list(screened(found, nodes)) == agreeing
        assert list(screened(found, reversed(nodes))) == agreeing[::-1]
        assert [agrees(found, node) for node in nodes] == agreeing
