"""All sets of cells whose change costs as little, through the repairs that are made of them."""

from fractions import Fraction
from typing import Any

import pytest

from sakip.cascade import Cascade, CascadeReport, Link, Repair
from sakip.cascade.mending.ways import System, _unlikely
from tests.cascade.making import TOP, family, pk, report_on, target


def cross(children: int, parents: int) -> CascadeReport:
    """Parents of one position whose children each give half to two of them, so that the groups close circles."""
    agreements = [
        pk("PK-1", "KADIS", "II", "BUPATI", *(target(f"P{at}", 80) for at in range(parents))),
        pk("PK-2", "KABID", "III", "KADIS", *(target(f"A{at}", 3) for at in range(children))),
    ]
    links = [
        Link(child=("KABID", f"A{at}"), parent=("KADIS", f"P{(at + step) % parents}"), kind="sum", share="0.5")
        for at in range(children)
        for step in (0, 1)
    ]
    return report_on(Cascade(agreements, links=links))


def promised(report: CascadeReport, repairs: tuple[Repair, ...]) -> dict[str, Fraction]:
    """What each indicator would promise after all repairs, by its code."""
    graph = report.case.graph
    found = {graph.nodes[at].indicator: Fraction(report.case.target(at).point or 0) for at in range(len(graph.nodes))}
    for repair in repairs:
        for one in repair.corrections:
            found[one.node.rpartition("/")[2]] = Fraction(one.after)
    return found


def test_what_is_mended_in_passing_needs_no_change_of_its_own() -> None:
    """Every group is named by a repair, none is given up, and together the changes carry every parent."""
    report = cross(20, 5)
    repairs = report.repairs
    assert all(repair.corrections for repair in repairs)
    assert {group for repair in repairs for group in repair.groups} == {f"KADIS/P{at}" for at in range(5)}
    after = promised(report, repairs)
    for at in range(5):
        made = sum(after[f"A{child}"] for child in range(20) for step in (0, 1) if (child + step) % 5 == at) / 2
        assert made >= after[f"P{at}"]


def test_all_ways_of_one_cell_are_named() -> None:
    """Either child, or the parent, can make up for what is lacking."""
    (repair,) = report_on(family(target("T", 105), target("A", 40), target("B", 60))).repairs
    ways = [repair.corrections, *repair.alternatives]
    assert {one.node for way in ways for one in way} == {"KADIS/T", "KABID-2/A", "KABID-3/B"}
    assert repair.is_complete


def test_two_numbers_that_read_alike_are_written_out() -> None:
    """A mean of 200/3 is not mended by writing 66,67 for 66,67."""
    values = [target("A", 100, unit="indeks"), target("B", 50, unit="indeks"), target("C", 50, unit="indeks")]
    made = {TOP: "66.67", ("KABID-2", "A"): 100, ("KABID-3", "B"): 50, ("KABID-4", "C"): 50}
    report = report_on(family(target("T", 60, unit="indeks"), *values, kind="mean", realizations=made))
    for repair in report.repairs:
        for one in (each for way in (repair.corrections, *repair.alternatives) for each in way):
            assert one.shown[0].render("id") != one.shown[1].render("id").partition(" ")[0]


@pytest.mark.parametrize(
    ("side", "after", "doubtful", "is_slip"),
    [
        ("actual", (50, 20), False, False),
        ("actual", (-5, 70), True, False),
        ("actual", (70, -5), True, False),
        ("actual", (400, 600), False, True),
        ("actual", (400, 61), False, False),
        ("actual", (41, 600), False, False),
        ("target", (41, 61), False, False),
        ("target", (39, 61), True, False),
        ("target", (41, 59), True, False),
    ],
)
def test_one_cell_makes_a_way_unlikely(side: Any, after: tuple[int, int], doubtful: bool, is_slip: bool) -> None:
    """A softer promise or a number below zero in any of its cells; a slip of the hand has to be in each of them."""
    made = {("KABID-2", "A"): 40, ("KABID-3", "B"): 60}
    system = System(report_on(family(target("T", 100), target("A", 40), target("B", 60), realizations=made)).case, side)
    values = {system.variable(node): value for node, value in zip((1, 2), after, strict=True)}
    assert _unlikely(system, values)[:2] == (doubtful, not is_slip)
    assert _unlikely(system, values)[3] == ["KABID-2/A", "KABID-3/B"]


@pytest.mark.parametrize(("polarity", "softer"), [("maximize", (39, 59)), ("minimize", (41, 61)), ("stabilize", ())])
def test_a_promise_is_softer_in_the_direction_of_what_is_worse(polarity: Any, softer: tuple[int, ...]) -> None:
    """Less of what should be much, more of what should be little, and neither of what should stay."""
    top, *below = (target(code, value, polarity=polarity) for code, value in (("T", 100), ("A", 40), ("B", 60)))
    system = System(report_on(family(top, *below)).case, "target")
    for node, value in ((1, 39), (1, 41), (2, 59), (2, 61)):
        doubtful, *_ = _unlikely(system, {system.variable(node): value})
        assert doubtful is (value in softer)
