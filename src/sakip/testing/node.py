"""Keterangan simpul: what is said of an indicator beyond its agreement."""

from collections.abc import Iterable
from datetime import date
from typing import get_args

from hypothesis import strategies as st

from sakip.cascade import NodeFacts
from sakip.cascade.inputs.node import Calc, NodeKey, Role
from sakip.testing.realization import components
from sakip.testing.reference import references
from sakip.testing.target import targets
from sakip.testing.text import codes, texts, words

__all__ = ["node_facts", "node_keys"]


def node_keys(nodes: Iterable[NodeKey] | None, *, rich: bool) -> st.SearchStrategy[NodeKey]:
    """Kunci simpul: the keys given, or those of any position.

    Examples:
        >>> strategy = node_keys([("KADIS", "IKU-1")], rich=False)
    """
    if nodes is not None:
        return st.sampled_from(list(nodes))
    named = texts(rich=True) if rich else st.sampled_from(("KADIS", "KABID-A", "KABID-B", "KASI"))
    return st.tuples(named, codes(rich=rich))


def node_facts(*, nodes: Iterable[NodeKey] | None = None, rich: bool = False) -> st.SearchStrategy[NodeFacts]:
    """Keterangan simpul: facts of some nodes, or of any; with ``rich`` every field is filled at times.

    Args:
        nodes: The nodes that may be described; any where nothing is said.
        rich: Whether every field is used.

    Examples:
        >>> from sakip.testing import node_facts
        >>> strategy = node_facts(nodes=[("KADIS", "IKU-1")])
    """
    remarks = words(rich=rich)
    parts = st.none() | components(rich=rich) if rich else st.none()
    flags = st.booleans()
    return st.builds(
        NodeFacts,
        node_keys(nodes, rich=rich),
        calc=st.none() | st.sampled_from(get_args(Calc)),
        role=st.sampled_from(get_args(Role)),
        scope=st.none() | st.lists(texts(rich=rich), max_size=3),
        no_cascade_reason=remarks,
        source=st.none() | targets(rich=True) if rich else st.none(),
        source_document=st.none() | references(rich=True) if rich else st.none(),
        reviewed_on=st.none() | st.dates(date(2025, 1, 1), date(2025, 12, 31)),
        crosscutting=flags,
        joint=flags,
        external=flags,
        zero_cost=remarks,
        planned=parts,
        last_parts=parts,
        population=remarks,
    )
