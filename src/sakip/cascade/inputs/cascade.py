"""Kaskade: agreements, the links between their indicators, and what else the validator is given, as one value."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from sakip.base.kind import listed, of_kind, parted, tuple_of
from sakip.base.number import Number
from sakip.base.rebuild import reduce_by_fields
from sakip.cascade.inputs.document import BudgetDocument
from sakip.cascade.inputs.link import Group, Link
from sakip.cascade.inputs.node import Node, NodeFacts, NodeKey, node_of
from sakip.cascade.inputs.post import Post
from sakip.errors import InvalidValueError
from sakip.model.agreement import Agreement
from sakip.model.history import History
from sakip.model.realization import Components, Realization
from sakip.model.scale import Level
from sakip.model.tenure import Tenure

__all__ = ["Amounts", "Cascade", "Given", "Pair", "Reported", "amounts_of", "pairs_of"]

Given = Agreement | History | tuple[Agreement, Iterable[Realization]]
"""Yang diberikan: an agreement, all versions of one, or one with its realizations, as a `Reading` holds them."""
_Amount = Number | Components | Level | Realization | Iterable[Realization]
Amounts = (
    Mapping[NodeKey, _Amount]
    | Mapping[tuple[str, str], _Amount]
    | Mapping[tuple[str, str, int], _Amount]
    | Mapping[Node, _Amount]
    | Iterable[tuple[NodeKey | Node, Any]]
)
"""Realisasi menurut simpul: an annual amount, or the realizations of the periods."""
Pair = tuple[Agreement, tuple[Realization, ...]]
Reported = tuple[Node, tuple[Realization, ...]]
_AGREEMENT = "Agreement('PK-1', year=2025, first_party=..., objectives=[...])"


def pairs_of(value: Iterable[Given], path: str) -> tuple[Pair, ...]:
    """Pasangan: each agreement, and each version of it, with the realizations given beside it.

    Raises:
        InvalidValueError: Something that is no agreement, no history and no pair.

    Examples:
        >>> pairs_of([], "Cascade.agreements")
        ()
    """
    items = listed(value, path, _AGREEMENT)
    return tuple(pair for at, item in enumerate(items) for pair in _given(item, f"{path}[{at}]"))


def _pairs(value: Iterable[Given]) -> tuple[Pair, ...]:
    return pairs_of(value, "Cascade.agreements")


def _given(item: object, path: str) -> Iterable[Pair]:
    if isinstance(item, History):
        return [(version, ()) for version in item]
    if isinstance(item, tuple) and len(item) == 2:
        agreement, realizations = item
        return [
            (
                of_kind(Agreement, agreement, path, _AGREEMENT),
                tuple_of(Realization, realizations, path, "Realization('IKU-1', 80)"),
            )
        ]
    return [(of_kind(Agreement, item, path, _AGREEMENT), ())]


def _links(value: Iterable[Link]) -> tuple[Link, ...]:
    return tuple_of(Link, value, "Cascade.links", "Link(child=('KABID', 'A-1'), parent=('KADIS', 'IKU-1'), kind='sum')")


def _groups(value: Iterable[Group]) -> tuple[Group, ...]:
    groups = tuple_of(Group, value, "Cascade.groups", "Group(parent=('KADIS', 'IKU-1'), coverage='subset')")
    _require_once([group.parent for group in groups], "Cascade.groups")
    return groups


def amounts_of(value: Amounts, path: str) -> tuple[Reported, ...]:
    """Realisasi menurut simpul: the realizations of each node, an annual amount as one.

    Raises:
        InvalidValueError: Something that is no node, or an amount that cannot be admitted.

    Examples:
        >>> amounts_of({("KADIS", "IKU-1"): 95}, "Cascade.realizations")[0][0].text
        'KADIS/IKU-1'
    """
    items = value.items() if isinstance(value, Mapping) else listed(value, path, "(('KADIS', 'IKU-1'), 95)")
    found: list[Reported] = []
    for at, item in enumerate(items):
        place = f"{path}[{at}]"
        key, amount = parted(item, 2, place, "(('KADIS', 'IKU-1'), 95)")
        node = node_of(key, place)
        found.append((node, _realizations(node, amount, place)))
    return tuple(found)


def _reported(value: Amounts) -> tuple[Reported, ...]:
    return amounts_of(value, "Cascade.realizations")


def _realizations(node: Node, amount: Any, path: str) -> tuple[Realization, ...]:
    if isinstance(amount, Realization):
        return (amount,)
    if (isinstance(amount, Iterable) and not isinstance(amount, str | bytes | tuple)) or _is_all_realizations(amount):
        return tuple_of(Realization, amount, path, "Realization('IKU-1', 80)")
    value: Any = amount
    return (Realization(node.indicator, value),)


def _is_all_realizations(amount: object) -> bool:
    return isinstance(amount, tuple) and all(isinstance(one, Realization) for one in amount)


def _tenures(value: Iterable[Tenure]) -> tuple[Tenure, ...]:
    return tuple_of(Tenure, value, "Cascade.tenures", "Tenure(Party('Camat'), 'Contoh', starts=date(2025, 1, 1))")


def _budgets(value: Iterable[BudgetDocument]) -> tuple[BudgetDocument, ...]:
    return tuple_of(BudgetDocument, value, "Cascade.budgets", "BudgetDocument('DPA', ratified_on=..., lines=[...])")


def _posts(value: Iterable[Post]) -> tuple[Post, ...]:
    return tuple_of(Post, value, "Cascade.posts", "Post('KADIS', echelon='II')")


def _nodes(value: Iterable[NodeFacts]) -> tuple[NodeFacts, ...]:
    facts = tuple_of(NodeFacts, value, "Cascade.nodes", "NodeFacts(('KADIS', 'IKU-1'), calc='measured')")
    _require_once([one.node for one in facts], "Cascade.nodes")
    return facts


def _require_once(nodes: list[Node], path: str) -> None:
    seen: set[Node] = set()
    for at, node in enumerate(nodes):
        if node in seen:
            raise InvalidValueError(
                code="node-twice",
                path=f"{path}[{at}]",
                value=node.text,
                problem=("simpul ini sudah disebutkan", "this node is there already"),
                way_out=("Satukan keduanya", "Put the two together"),
            )
        seen.add(node)


@frozen
class Cascade:
    """Kaskade kinerja: two graphs over the indicators of many agreements: who supports whom, and who adds up to whom.

    Arithmetic is what the links say and nothing else; an indicator above is never taken to be the sum of those below.

    Attributes:
        pairs: Each agreement with the realizations given beside it; every version of it, where there are several. The
            argument is called ``agreements`` and takes agreements, histories, pairs, or a `sakip.Reading` as it is.
        links: Tautan between indicators.
        groups: How children compose, where that needs saying.
        realizations: What was delivered, by node: an annual amount, or a list of `sakip.Realization`.
        tenures: Masa jabatan of the officials.
        budgets: The ratified budget documents.
        posts: The positions of the hierarchy, also those that have not signed.
        nodes: What checks need to know of an indicator beyond its agreement.

    Raises:
        InvalidValueError: Something of another kind, or a node described twice in ``groups`` or ``nodes``.

    Reference: PermenPANRB 53/2014, lampiran I (secondary), on agreements between levels; PermenPANRB 88/2021, kriteria
        1.b.8 (secondary), on their alignment.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> [agreement.code for agreement in Cascade([example_agreement()]).agreements]
        ['PK-2025-SETDA-III-1']
    """

    pairs: tuple[Pair, ...] = field(default=(), converter=_pairs, alias="agreements")
    links: tuple[Link, ...] = field(default=(), converter=_links)
    groups: tuple[Group, ...] = field(default=(), converter=_groups)
    realizations: tuple[Reported, ...] = field(default=(), converter=_reported)
    tenures: tuple[Tenure, ...] = field(default=(), converter=_tenures)
    budgets: tuple[BudgetDocument, ...] = field(default=(), converter=_budgets)
    posts: tuple[Post, ...] = field(default=(), converter=_posts)
    nodes: tuple[NodeFacts, ...] = field(default=(), converter=_nodes)

    __reduce__ = reduce_by_fields

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """Perjanjian: every agreement and every version of it."""
        return tuple(agreement for agreement, _ in self.pairs)
