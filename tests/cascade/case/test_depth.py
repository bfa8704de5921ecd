from datetime import date
from typing import Any

import pytest

from sakip import Party, Tenure
from sakip.cascade import Post
from sakip.cascade.case.depth import Depth, depth_of, grade_of, is_filled, reaching
from tests.cascade.making import agreed, link, validated

HEAD = agreed("PK-1", "KADIS", "II", "BUPATI", {"T": 1})
A = agreed("PK-2", "KABID-A", "III", "KADIS", {"A": 1, "B": 1})
LOW = agreed("PK-3", "KASI", "IV", "KABID-A", {"S": 1})


@pytest.mark.parametrize(
    ("part", "grade"),
    [(100, "A"), (91, "A"), (90, "B"), (76, "B"), (75, "C"), (41, "C"), (40, "D"), (11, "D"), (10, "E"), (0, "E")],
)
def test_grades(part: int, grade: str) -> None:
    """Above 90, 75, 40 and 10 percent; the threshold itself is the lower grade."""
    assert grade_of(part, 100) == grade
    assert Depth(tuple(range(part)), tuple(range(100 - part))).grade == grade


def test_what_reaches_the_top() -> None:
    """Along links of any kind; what hangs on an orphan does not."""
    report = validated([HEAD, A, LOW], [link("KABID-A/A", "KADIS/T", "sum"), link("KASI/S", "KABID-A/B")])
    found = report.case.once(reaching)
    assert {node.text: found[at] for at, node in enumerate(report.case.graph.nodes)} == {
        "KADIS/T": 1,
        "KABID-A/A": 1,
        "KABID-A/B": 0,
        "KASI/S": 0,
    }


def test_a_cycle_does_not_reach() -> None:
    """Two that support each other lead nowhere, and the search ends."""
    links = [link("KABID-A/A", "KASI/S"), link("KASI/S", "KABID-A/A")]
    report = validated([HEAD, A, LOW], links)
    assert list(report.case.once(reaching)) == [1, 0, 0, 0]


def test_depth_of_some_positions() -> None:
    """One indicator that leads up is enough for a position."""
    report = validated([HEAD, A, LOW], [link("KABID-A/A", "KADIS/T", "sum")])
    depth = depth_of(report.case, range(3))
    codes = [report.case.graph.places[at].code for at in (*depth.carrying, *depth.missing)]
    assert (codes, depth.total) == (["KADIS", "KABID-A", "KASI"], 3)


def test_only_the_year_that_is_judged() -> None:
    """Last year's indicators carry nothing this year."""
    old = agreed("PK-0", "KASI", "IV", "KADIS", {"S": 1}, year=2024, signed_on=date(2024, 1, 20))
    report = validated([HEAD, old], [link("KASI/S", "KADIS/T")])
    places = [place.code for place in report.case.graph.places]
    assert depth_of(report.case, [places.index("KASI")]).carrying == ()


def held(starts: date, ends: date | None) -> Tenure:
    """Somebody who holds the section."""
    return Tenure(Party("KASI"), "Contoh", starts=starts, ends=ends)


@pytest.mark.parametrize(
    ("given", "filled"),
    [
        ({"posts": [Post("KASI")]}, True),
        ({"posts": [Post("KASI", vacant=True)]}, False),
        ({"posts": [Post("KASI", vacant=True)], "tenures": [held(date(2025, 1, 1), None)]}, False),
        ({"posts": [Post("KASI")], "tenures": [held(date(2025, 1, 1), date(2025, 12, 30))]}, False),
        ({"posts": [Post("KASI")], "tenures": [held(date(2025, 1, 1), date(2025, 12, 31))]}, True),
        ({"tenures": [held(date(2025, 12, 31), None)]}, True),
        ({"tenures": [held(date(2026, 1, 1), None)]}, False),
        ({"agreements": [LOW]}, True),
        ({"agreements": [agreed("PK-4", "STAF", "V", "KASI", {"S": 1})]}, False),
    ],
)
def test_filled(given: Any, filled: bool) -> None:
    """By post, tenure or agreement; one that is only named as a second party is not known to be."""
    given = {"agreements": [], **given}
    case = validated(given.pop("agreements"), **given).case
    at = [place.code for place in case.graph.places].index("KASI")
    assert is_filled(case, at) is filled
