"""All sets of cells whose change costs as little, through the repairs that are made of them."""

from fractions import Fraction

from sakip.cascade import Cascade, CascadeReport, Link, Repair
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
