import pytest
from hypothesis import given

from sakip import testing
from sakip.cascade import Group, Link, Node
from tests.testing.making import found

NODES = [("KADIS", "IKU-1"), ("KABID", "A-1")]
KINDS = ["same", "sum", "mean", "weighted", "pool", "minimum", "maximum", "count", "support"]


@given(testing.links(nodes=NODES))
def test_narrow_links_state_what_their_kind_has_a_place_for(link: Link) -> None:
    """Shares are of sums and pools, weights of weighted links, and both ends are nodes that are given."""
    assert {link.child, link.parent} <= {Node(*node) for node in NODES}
    assert link.share is None or link.kind in {"sum", "pool"}
    assert (link.weight is not None) == (link.kind == "weighted")
    assert not link.inverse


@pytest.mark.parametrize("kind", KINDS)
def test_links_of_every_kind(kind: str) -> None:
    """Every kind is found."""
    found(testing.links(), lambda link: link.kind == kind)


def test_rich_links_state_anything() -> None:
    """Misplaced shares and weights, inversions, factors and days are found."""
    found(testing.links(rich=True), lambda link: link.kind == "mean" and link.share is not None)
    found(testing.links(rich=True), lambda link: link.kind == "sum" and link.weight is not None)
    found(testing.links(rich=True), lambda link: link.inverse and link.factor is not None)
    found(testing.links(rich=True), lambda link: link.valid_from is not None and link.valid_to is not None)


@given(testing.groups(nodes=NODES, rich=True))
def test_groups_are_of_the_nodes_that_are_given(group: Group) -> None:
    """The parent is one of them, and a tolerance has its reason."""
    assert group.parent in {Node(*node) for node in NODES}
    assert group.tolerance is None or group.tolerance_reason


@pytest.mark.parametrize("coverage", ["partition", "subset", "superset"])
def test_groups_of_every_coverage(coverage: str) -> None:
    """Every coverage is found, with a part outside the cascade and without."""
    found(testing.groups(), lambda group: group.coverage == coverage and group.other is not None)
    found(testing.groups(), lambda group: group.coverage == coverage and group.other is None)
