from datetime import date

import pytest
from hypothesis import Phase, given, settings

from sakip import testing
from sakip.cascade import Cascade, validate
from tests.testing.making import found

DAY = date(2025, 12, 31)
KINDS = ["same", "sum", "mean", "weighted", "pool", "minimum", "maximum", "count", "support"]
OF_THE_GRAPH = ["CAS101", "CAS102", "CAS103", "CAS104", "CAS106"]


@given(testing.cascades(most=4))
def test_narrow_cascades_can_stand(cascade: Cascade) -> None:
    """Each position is below one other, every link leads upwards, and every indicator is reported once."""
    assert 1 <= len(cascade.agreements) <= 4
    report = validate(cascade, as_of=DAY)
    assert not {one.code for one in report.findings}.intersection(OF_THE_GRAPH)
    assert len(report.case.graph.nodes) == len(cascade.realizations)
    assert {len(said) for _, said in cascade.realizations} == {1}


@pytest.mark.parametrize("kind", KINDS)
def test_links_of_every_kind(kind: str) -> None:
    """A parent of two children is found for every kind."""

    def joins_two(cascade: Cascade) -> bool:
        parents = [link.parent for link in cascade.links if link.kind == kind]
        return len(parents) > len(set(parents))

    found(testing.cascades(), joins_two)


def test_rich_cascades_are_wrong_in_many_ways() -> None:
    """Whatever is in them is a finding and never an error; most that can be wrong with a graph is found among them."""
    seen: set[str] = set()

    @settings(max_examples=250, derandomize=True, database=None, phases=[Phase.generate])
    @given(testing.cascades(rich=True))
    def looks(cascade: Cascade) -> None:
        seen.update(one.code for one in validate(cascade, as_of=DAY).findings)

    looks()
    assert seen.issuperset([*OF_THE_GRAPH, "CAS107", "CAS301", "CAS401", "CAS403", "CAS502", "CAS601", "CAS701"])
