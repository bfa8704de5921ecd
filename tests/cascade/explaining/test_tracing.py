from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from sakip import Components, NotApplicable, Party, Realization, Reference, Tenure
from sakip.cascade import Cascade, Group, Link, NodeFacts
from sakip.cascade.explaining.tracing import trace_of
from tests.cascade.making import TOP, family, pk, report_on, target


def chain(*links: tuple[str, str, Any], **more: Any) -> Cascade:
    """Positions A to D with one indicator each."""
    return Cascade(
        [pk(f"PK-{name}", name, None, None, target("I", 10)) for name in "ABCD"],
        [Link(child=(low, "I"), parent=(high, "I"), kind=kind) for low, high, kind in links],
        **more,
    )


def nodes(cascade: Cascade) -> list[tuple[int, str, bool]]:
    """Depth, position, and whether it stands further up already."""
    return [(step.depth, step.node[0], step.again) for step in trace_of(report_on(cascade).case, 0, "target").steps]


def test_only_arithmetic_leads_down() -> None:
    """What supports without a number is no part of the number."""
    assert nodes(chain(("B", "A", "sum"), ("C", "A", "support"))) == [(0, "A", False), (1, "B", False)]


def test_what_several_lead_to_is_opened_once() -> None:
    """The second way says that it stands above, and goes no further."""
    links = [("B", "A", "sum"), ("C", "A", "sum"), ("D", "B", "sum"), ("D", "C", "sum")]
    assert nodes(chain(*links)) == [
        (0, "A", False),
        (1, "B", False),
        (2, "D", False),
        (1, "C", False),
        (2, "D", True),
    ]


def test_a_cycle_ends_the_way_down() -> None:
    """A node that contributes to itself is not opened, and says why."""
    steps = trace_of(report_on(chain(("B", "A", "sum"), ("C", "B", "sum"), ("B", "C", "sum"))).case, 0, "target").steps
    assert [step.node for step in steps] == ["A/I", "B/I"]
    assert steps[1].made is not None
    assert steps[1].made.why == "cycle"


def test_several_arithmetics_are_shown_without_a_result() -> None:
    """The children stand there, and their numbers make nothing."""
    steps = trace_of(report_on(chain(("B", "A", "sum"), ("C", "A", "mean"))).case, 0, "target").steps
    assert [(step.node, step.coefficient) for step in steps] == [("A/I", None), ("B/I", None), ("C/I", None)]
    assert steps[0].made is not None
    assert (steps[0].made.why, steps[0].made.point) == ("mixed-arithmetic", None)


def test_how_a_child_enters() -> None:
    """Share, weight, factor and inversion are shown as they are stated, and together as one coefficient."""
    links = [{"share": "0.5", "factor": 10}, {"inverse": True}]
    case = report_on(family(target("T"), target("A-2"), target("A-3"), links=links)).case
    _, one, two = trace_of(case, 0, "target").steps
    assert (one.coefficient, one.share, one.factor, one.inverse) == (5, Fraction(1, 2), 10, False)
    assert (two.coefficient, two.share, two.inverse) == (-1, None, True)
    weights = [{"weight": 3}, {"weight": 1}]
    case = report_on(family(target("T"), target("A-2"), target("A-3"), links=weights, kind="weighted")).case
    _, one, two = trace_of(case, 0, "target").steps
    assert (one.weight, one.coefficient, two.coefficient) == (3, Fraction(3, 4), Fraction(1, 4))


def test_a_pooled_child_enters_by_its_denominator() -> None:
    """The coefficient of a ratio is its part of all denominators; a least value has none."""
    done = {("KABID-2", "A-2"): Components(1, 30, per=100), ("KABID-3", "A-3"): Components(1, 10, per=100)}
    children = [target("A-2"), target("A-3")]
    for kind, expected in (("pool", [Fraction(3, 4), Fraction(1, 4)]), ("minimum", [None, None])):
        case = report_on(family(target("T"), *children, kind=kind, realizations=done)).case
        assert [step.coefficient for step in trace_of(case, 0, "actual").steps[1:]] == expected


@pytest.mark.parametrize(("tolerance", "margin"), [(None, Fraction(9, 20)), ("0.4", Fraction(1, 20)), ("0.45", 0)])
def test_margin_slack_and_tolerance(tolerance: Any, margin: Any) -> None:
    """Rounding leaves half a unit for each rounded child; the margin is what lies beyond it and the tolerance."""
    group = [Group(parent=TOP, tolerance=tolerance, tolerance_reason=tolerance and "Data survei")]
    children = [target("A-2", "3.3", decimals=1), target("A-3", "3.2", decimals=1)]
    case = report_on(family(target("T", "7.05"), *children, groups=group)).case
    top = trace_of(case, 0, "target").steps[0].made
    assert top is not None
    assert (top.slack, top.margin) == (Fraction(1, 10), margin)
    assert top.tolerance == (0 if tolerance is None else Fraction(tolerance))


def test_missing_children_are_counted() -> None:
    """With a child missing only what is certain is a margin, and there is no slack of rounding."""
    children = [target("A-2", measure="flow", decimals=0), target("A-3", measure="flow")]
    done = {TOP: 5, ("KABID-2", "A-2"): 8}
    made = trace_of(report_on(family(target("T"), *children, realizations=done)).case, 0, "actual").steps[0].made
    assert made is not None
    assert (made.missing, made.margin, made.slack, made.point) == (1, Fraction(5, 2), 0, None)


def test_no_child_applies() -> None:
    """Children that do not apply are shown; they make nothing."""
    done = {("KABID-2", "A-2"): [Realization("A-2", NotApplicable("Tidak ada kegiatan"))]}
    steps = trace_of(report_on(family(target("T"), target("A-2"), realizations=done)).case, 0, "actual").steps
    assert steps[0].made is not None
    assert (steps[0].made.why, steps[1].state, steps[1].coefficient) == ("none-applies", "not_applicable", None)


def test_where_a_number_comes_from() -> None:
    """A realization has its data source and its least status, a target the document that it was taken from."""
    facts = [NodeFacts(TOP, source_document=Reference("Renstra 2025-2029", certainty="read"))]
    done = {TOP: [Realization("T", 9, status="final"), Realization("T", 9, status="draft")]}
    case = report_on(
        Cascade([pk("PK-1", "KADIS", "II", None, target("T", data_source="BPS"))], nodes=facts, realizations=done)
    ).case
    (actual,), (promised,) = (trace_of(case, 0, side).steps for side in ("actual", "target"))
    assert (actual.status, actual.source) == ("draft", "BPS")
    assert (promised.status, promised.source) == (None, "Renstra 2025-2029")
    (last,) = trace_of(case, 0, "last").steps
    assert (last.state, last.status) == ("missing", None)
    partly = {TOP: [Realization("T", 9, status="final"), Realization("T", 9)]}
    case = report_on(Cascade([pk("PK-1", "KADIS", "II", None, target("T"))], realizations=partly)).case
    assert trace_of(case, 0, "actual").steps[0].status is None


def test_which_version_and_in_which_capacity() -> None:
    """The version in force is counted among all; of two who hold a position on the day the acting one is named."""
    first = pk("PK-1", "KADIS", "II", None, target("T", 10))
    later = first.amend(code="PK-1-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"T": 12})
    head = Party("KADIS")
    tenures = [
        Tenure(head, "Contoh A", starts=date(2025, 1, 1)),
        Tenure(head, "Contoh B", kind="Plh", starts=date(2025, 12, 1)),
    ]
    cascade = Cascade([first, later], tenures=tenures)
    (now,) = trace_of(report_on(cascade).case, 0, "target").steps
    assert (now.agreement, now.version, now.versions, now.point, now.capacity) == ("PK-1-P", 2, 2, 12, "Plh")
    (before,) = trace_of(report_on(cascade, as_of=date(2025, 8, 1)).case, 0, "target").steps
    assert (before.agreement, before.version, before.point, before.capacity) == ("PK-1", 1, 10, "definitive")


def test_a_deep_chain_needs_no_recursion() -> None:
    """Three thousand levels are walked."""
    agreements = [pk(f"PK-{at:05d}", f"P{at:05d}", None, None, target("I")) for at in range(3000)]
    links = [Link(child=(f"P{at + 1:05d}", "I"), parent=(f"P{at:05d}", "I"), kind="same") for at in range(2999)]
    steps = trace_of(report_on(Cascade(agreements, links), checks=()).case, 0, "target").steps
    assert [step.depth for step in steps] == list(range(3000))
