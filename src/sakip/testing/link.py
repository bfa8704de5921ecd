"""Tautan: which indicator is an operand of which, and how the children of one compose."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from sakip import Level
from sakip.cascade import Group, Link
from sakip.cascade.inputs.link import Coverage, LinkKind
from sakip.cascade.inputs.node import NodeKey
from sakip.testing.node import node_keys
from sakip.testing.number import numbers
from sakip.testing.scale import levels
from sakip.testing.text import texts, words

__all__ = ["groups", "links"]

_SHARES = tuple(Decimal(tenths) / 10 for tenths in range(1, 11))


def links(*, nodes: Iterable[NodeKey] | None = None, rich: bool = False) -> st.SearchStrategy[Link]:
    """Tautan: links of every kind; shares and weights stand where the kind has a place for them.

    With ``rich`` they stand anywhere, and so do days, aspects, factors and inversions.

    Args:
        nodes: The nodes that may stand at its ends; any where nothing is said.
        rich: Whether every field is used.

    Examples:
        >>> from sakip.testing import links
        >>> strategy = links(nodes=[("KADIS", "IKU-1"), ("KABID", "A-1")])
    """
    days = st.lists(st.dates(date(2024, 1, 1), date(2026, 12, 31)), min_size=2, max_size=2).map(sorted)
    ends = node_keys(nodes, rich=rich)
    return st.builds(
        _link,
        ends,
        ends,
        st.sampled_from(get_args(LinkKind)),
        share=st.none() | st.sampled_from(_SHARES),
        weight=numbers(rich=True) if rich else numbers(1, 100),
        anything=st.just(rich),
        aspect=words(rich=rich),
        inverse=st.booleans() if rich else st.just(False),  # noqa: FBT003 - the field itself
        factor=st.none() | st.sampled_from((Decimal(1000), Decimal("0.001"))) if rich else st.none(),
        days=st.tuples(st.booleans(), st.booleans(), days) if rich else st.none(),
    )


def _link(
    child: NodeKey,
    parent: NodeKey,
    kind: LinkKind,
    *,
    share: Decimal | None,
    weight: Decimal,
    anything: bool,
    aspect: str | None,
    inverse: bool,
    factor: Decimal | None,
    days: tuple[bool, bool, list[date]] | None,
) -> Link:
    begins, ends, (first, last) = (False, False, (None, None)) if days is None else days
    return Link(
        child=child,
        parent=parent,
        kind=kind,
        share=share if anything or kind in {"sum", "pool"} else None,
        weight=weight if kind == "weighted" or (anything and inverse) else None,
        aspect=aspect,
        inverse=inverse,
        factor=factor,
        valid_from=first if begins else None,
        valid_to=last if ends else None,
    )


def groups(*, nodes: Iterable[NodeKey] | None = None, rich: bool = False) -> st.SearchStrategy[Group]:
    """Kelompok bawahan: how the children of some nodes, or of any, compose.

    Args:
        nodes: The parents that there may be; any where nothing is said.
        rich: Whether every field is used, and numbers reach the limits.

    Examples:
        >>> from sakip.testing import groups
        >>> strategy = groups(nodes=[("KADIS", "IKU-1")])
    """
    stated = st.none() | (numbers(rich=True) if rich else numbers(0, 100))
    threshold: st.SearchStrategy[Decimal | Level | None] = stated | levels() if rich else stated
    return st.builds(
        Group,
        parent=node_keys(nodes, rich=rich),
        coverage=st.sampled_from(get_args(Coverage)),
        other=stated,
        other_actual=stated,
        threshold=threshold,
        per_hundred=st.booleans(),
        weight_decimals=st.none() | st.integers(0, 6) if rich else st.none(),
        tolerance=st.none() | numbers(0, 100) if rich else st.none(),
        tolerance_reason=texts(rich=rich),
    )
