"""What checks of one's own may read."""

import runpy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sakip.cascade import Cascade, Change, Link, revalidate, validate
from sakip.cascade.case.view import CaseView, CellView, GraphView
from tests.cascade.making import TOP, family, report_on, target


def members(view: type) -> list[str]:
    """The names that a view promises."""
    return sorted(name for name in vars(view) if not name.startswith("_"))


def held(cascade: Cascade) -> list[tuple[type, Any]]:
    """The case of a report, its graph and one of its cells, each with what is promised of it."""
    case = report_on(cascade).case
    return [(CaseView, case), (GraphView, case.graph), (CellView, case.actual(0))]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_what_is_promised_is_there(at: int) -> None:
    """By name; that the types agree is what type checkers see in tests/typing/own_check.py."""
    view, value = held(family(target("T"), target("A"), realizations={TOP: 3}))[at]
    assert [name for name in members(view) if not hasattr(value, name)] == []


def test_what_was_revalidated_can_be_read_alike() -> None:
    """Numbers that lie over others are sequences all the same."""
    report = revalidate(validate(family(target("T"), target("A")), as_of=date(2025, 12, 31)), Change(targets={TOP: 12}))
    case: CaseView = report.case
    assert [case.target(node).point for node in range(len(case.graph.nodes))] == [12, 10]
    assert len(case.graph.reported) == 2


def test_numbers_mean_what_the_subject_says() -> None:
    """The text of a subject is that of what stands in its place."""
    link = Link(child=("KABID-2", "A"), parent=TOP, kind="sum")
    cascade = family(target("T"), target("A"))
    case: CaseView = report_on(Cascade(cascade.agreements, links=[link])).case
    assert case.subject_text("node", 0) == case.graph.text(0) == case.graph.nodes[0].text
    assert case.subject_text("link", 0) == case.graph.links[0].text
    assert case.subject_text("agreement", 1) == case.graph.agreements[1].code
    agreement, place = case.objectives[0]
    assert case.subject_text("objective", 0) == f"{case.graph.agreements[agreement].code}.objectives[{place}]"
    ends = case.graph.text(case.graph.child_of[0]), case.graph.text(case.graph.parent_of[0])
    assert ends == (link.child.text, link.parent.text)


def test_an_own_check_written_with_public_types_runs() -> None:
    """The example that type checkers read."""
    place = Path(__file__).resolve().parents[2] / "typing" / "own_check.py"
    found = runpy.run_path(str(place))
    assert found["texts"][0] == "Kepala Bagian Perencanaan/PLAN-1: 2, 31 December 2025"
