from hypothesis import given

from sakip import testing
from sakip.cascade import Node, NodeFacts
from tests.testing.making import found

NODES = [("KADIS", "IKU-1"), ("KABID", "A-1", 2025)]


@given(testing.node_facts(nodes=NODES, rich=True))
def test_facts_are_of_the_nodes_that_are_given(facts: NodeFacts) -> None:
    """Nodes that nobody named are not described."""
    assert facts.node in {Node(*node) for node in NODES}


def test_facts_are_of_any_node_where_none_is_given() -> None:
    """Two different nodes are found."""
    found(testing.node_facts(), lambda facts: facts.node.position == "KADIS")
    found(testing.node_facts(), lambda facts: facts.node.position == "KASI")


def test_rich_facts_hold_what_documents_and_ratios_say() -> None:
    """Sources and components are found only in the rich form."""
    found(testing.node_facts(rich=True), lambda facts: facts.source is not None and facts.planned is not None)
    assert found(testing.node_facts(), lambda facts: facts.source is None).planned is None
