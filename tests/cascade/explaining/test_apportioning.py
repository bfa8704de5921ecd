from typing import Any

import pytest
from attrs import evolve

from sakip import BPK_OPINIONS, Components, Level, NotApplicable, NotReported, Period, Realization
from sakip.cascade import Attribution, Group
from sakip.cascade.explaining.apportioning import attribution_of
from tests.cascade.making import TOP, family, report_on, target


def extreme(kind: str, polarity: str, pairs: list[tuple[Any, Any]], **more: Any) -> Attribution:
    """The attribution of a parent whose children have these promises and results."""
    children = [target(f"A-{at}", promised, polarity=polarity) for at, (promised, _) in enumerate(pairs, 2)]
    done = {(f"KABID-{at}", f"A-{at}"): delivered for at, (_, delivered) in enumerate(pairs, 2)}
    cascade = family(target("T", 3, polarity=polarity), *children, kind=kind, realizations={TOP: 1, **done}, **more)
    return attribution_of(report_on(cascade).case, 0)


def names(*numbers: int) -> tuple[str, ...]:
    """The children of these numbers, the first being 1."""
    return tuple(f"KABID-{at + 1}/A-{at + 1}" for at in numbers)


def test_who_lost_the_unqualified_opinion() -> None:
    """Five agencies promised the best opinion; the fourth holds the total down, the second and the fifth would next."""
    levels = ["WTP", "WTP-DPP", "WTP", "WDP", "WTP-DPP"]
    opinion: dict[str, Any] = {"scale": BPK_OPINIONS, "unit": None}
    children = [target(f"A-{at}", Level("WTP"), **opinion) for at in range(2, 7)]
    done = {(f"KABID-{at}", f"A-{at}"): [Realization(f"A-{at}", Level(level))] for at, level in enumerate(levels, 2)}
    top = {TOP: [Realization("T", Level("WDP"))]}
    cascade = family(target("T", Level("WTP"), **opinion), *children, kind="minimum", realizations={**top, **done})
    found = attribution_of(report_on(cascade).case, 0)
    assert (found.target, found.actual, found.total) == (3, 1, -2)
    assert [str(part.amount) for part in found.parts] == ["0", "-1/3", "0", "-4/3", "-1/3"]
    assert found.bottleneck == names(4)
    assert [(rung.nodes, rung.value) for rung in found.ladder] == [(names(4), 2), (names(2, 5), 3)]
    assert found.innocent == names(1, 3)
    assert found.scale == BPK_OPINIONS
    assert all(part.scale == BPK_OPINIONS for part in found.parts)


@pytest.mark.parametrize(
    ("pairs", "ladder"),
    [
        ([(3, 1), (3, 1)], [((1, 2), 3)]),
        ([(2, 1), (3, 3)], [((1,), 2)]),
        # Repairing the first reaches what it promised itself, and the second does not hold it any more.
        ([(2, 1), (5, 4)], [((1,), 2)]),
        ([(5, 1), (5, 2), (5, 4)], [((1,), 2), ((2,), 4), ((3,), 5)]),
        # What the next one delivered is the next step, whether it promised less than that or more.
        ([(2, 1), (1, 3)], [((1,), 2)]),
        ([(4, 1), (5, 2)], [((1,), 2), ((2,), 4)]),
        # It holds the total and promised no better.
        ([(1, 1), (3, 2)], []),
        # It beat its promise: keeping the promise would only make it worse.
        ([(0, 1), (3, 2)], []),
    ],
)
def test_ladder(pairs: list[tuple[int, int]], ladder: list[tuple[tuple[int, ...], int]]) -> None:
    """Each step repairs those that hold the total back next, as long as that helps."""
    found = extreme("minimum", "maximize", pairs)
    assert [(rung.nodes, rung.value) for rung in found.ladder] == [(names(*who), value) for who, value in ladder]
    mirrored = extreme("maximum", "minimize", [(-promised, -delivered) for promised, delivered in pairs])
    assert [(rung.nodes, rung.value) for rung in mirrored.ladder] == [(names(*who), -value) for who, value in ladder]


@pytest.mark.parametrize(("kind", "polarity"), [("maximum", "maximize"), ("minimum", "minimize")])
def test_no_ladder_where_one_is_enough(kind: str, polarity: str) -> None:
    """Where any one child could carry the parent there is no order of repairs; those that hold it are named."""
    found = extreme(kind, polarity, [(3, 2), (3, 2), (3, 2)])
    assert (found.ladder, found.bottleneck) == ((), names(1, 2, 3))


def test_sums_have_no_bottleneck() -> None:
    """Only a least or a greatest value is held by somebody."""
    found = extreme("sum", "maximize", [(3, 2), (3, 3)])
    assert (found.bottleneck, found.ladder, found.innocent) == ((), (), ())


def test_no_bottleneck_without_numbers() -> None:
    """While a child has not reported nobody is said to hold the total."""
    found = extreme("minimum", "maximize", [(3, NotReported()), (3, 3)])
    assert (found.bottleneck, found.ladder, found.why) == ((), (), "children-unknown")


def test_parts_name_their_state() -> None:
    """Each part says why it has no number; what lies outside the cascade has no node."""
    children = [target("A-2", 3), target("A-3", 3), target("A-4", 3)]
    absent = NotApplicable("Tidak ada kegiatan")
    done = {TOP: 9, ("KABID-2", "A-2"): 3, ("KABID-4", "A-4"): [Realization("A-4", absent)]}
    group = [Group(parent=TOP, other=2)]
    found = attribution_of(report_on(family(target("T", 9), *children, realizations=done, groups=group)).case, 0)
    assert [(part.node, part.state) for part in found.parts] == [
        (*names(1), "given"),
        (*names(2), "missing"),
        ("", "missing"),
    ]
    assert found.left_out == names(3)
    assert not found.is_complete


def test_a_year_to_date_is_named() -> None:
    """An attribution of a part of the year carries the period that it goes to."""
    quarter, year = Period.quarter(2025, 1), Period.year(2025)
    plan = [(part, amount) for part, amount in zip(year.parts("quarter"), (1, 1, 1, 0), strict=True)]
    top, child = (evolve(target(code, 3, consolidation="sum"), trajectory=plan) for code in ("T", "A-2"))
    done = {node: [Realization(node[1], 1, period=quarter)] for node in (TOP, ("KABID-2", "A-2"))}
    cascade = family(top, child, realizations=done)
    found = attribution_of(report_on(cascade, through=quarter).case, 0)
    assert (found.through, found.target, found.total, found.performance) == (quarter, 1, 0, 0)
    assert attribution_of(report_on(cascade).case, 0).through is None


def test_components_that_do_not_fit_the_stated_ratio() -> None:
    """A pooled part shows the ratio of its components, which is what enters."""
    children = [target("A-2", 90)]
    done = {TOP: 80, ("KABID-2", "A-2"): Components(8, 10, per=100)}
    found = attribution_of(report_on(family(target("T", 90), *children, kind="pool", realizations=done)).case, 0)
    assert (found.parts[0].actual, found.parts[0].rate, found.why) == (80, None, "components-unknown")
