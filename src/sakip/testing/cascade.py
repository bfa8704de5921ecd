"""Kaskade: small governments whose indicators are linked."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, get_args

from attrs import evolve
from hypothesis import strategies as st

from sakip import (
    Agreement,
    Components,
    Indicator,
    NotReported,
    Objective,
    Party,
    Period,
    Realization,
    Target,
    Tenure,
)
from sakip.cascade import Cascade, Group, Link, Node, NodeFacts, Post
from sakip.cascade.inputs.link import LinkKind
from sakip.model.indicator import Polarity
from sakip.testing.budget_line import budget_lines
from sakip.testing.document import budget_documents
from sakip.testing.link import groups, links
from sakip.testing.node import node_facts
from sakip.testing.post import posts
from sakip.testing.tenure import tenures
from sakip.testing.text import codes, texts

__all__ = ["cascades"]

_YEAR = 2025
_ECHELONS = ("BUPATI", "II", "III", "IV", "PELAKSANA")
# Mostly what goes together, so that numbers are compared at all.
_UNITS = (*["keluarga"] * 6, "%", None)
_POLARITIES: tuple[Polarity, ...] = ("maximize", "maximize", "maximize", "maximize", "minimize", "stabilize")


class _Promise(NamedTuple):
    """What one indicator promises and delivers, and how those below it compose."""

    target: int
    delivered: int
    last_year: int | None
    decimals: int | None
    unit: str | None
    polarity: Polarity
    kind: LinkKind
    reported: int


class _Seat(NamedTuple):
    """A position: which one stands above it, and what it promises."""

    above: int
    promises: list[_Promise]


class _More(NamedTuple):
    """What is added to a government to make it as unlike one as it can be."""

    names: list[str]
    codes: list[str]
    links: list[tuple[int, int, Link]]
    groups: list[tuple[int, Group]]
    facts: list[tuple[int, NodeFacts]]
    posts: list[tuple[int, int, Post]]
    tenures: list[tuple[int, Tenure]]
    doubled: list[tuple[int, bool]]
    others: Mapping[str, Any]


def cascades(*, most: int = 6, rich: bool = False) -> st.SearchStrategy[Cascade]:
    """Kaskade: governments of a few positions, each below another, whose indicators are linked upwards by every kind.

    With ``rich`` names are hostile, and there are cycles, links to nowhere, doubled links and agreements, declared
    positions, contradicting realizations, facts, groups, tenures and budgets.

    Args:
        most: How many positions there are at most.
        rich: Whether all of this may be there.

    Examples:
        >>> from sakip.testing import cascades
        >>> strategy = cascades(most=3)
    """
    few = st.integers(0, 20)
    promises = st.builds(
        _Promise,
        few,
        few,
        st.none() | few,
        st.none() | st.integers(0, 2),
        st.sampled_from(_UNITS if rich else _UNITS[:1]),
        st.sampled_from(_POLARITIES if rich else _POLARITIES[:1]),
        st.sampled_from(get_args(LinkKind)),
        st.integers(0, 7 if rich else 1),
    )
    seats = st.lists(
        st.builds(_Seat, st.integers(0, most), st.lists(promises, min_size=1, max_size=2)), min_size=1, max_size=most
    )
    more = _more(most) if rich else st.none()

    # Drawn from inside, so that nobody has to read what the strategy is made of, which is long.
    @st.composite
    def governments(draw: st.DrawFn) -> Cascade:
        return _cascade(draw(seats), draw(more))

    return governments()


def _more(most: int) -> st.SearchStrategy[_More]:
    at = st.integers(0, 4 * most)
    return st.builds(
        _More,
        st.lists(texts(rich=True).map(str.strip).filter(bool), min_size=most, max_size=most, unique=True),
        st.lists(codes(rich=True), min_size=2, max_size=2, unique=True),
        st.lists(st.tuples(at, at, links(rich=True)), max_size=4),
        st.lists(st.tuples(at, groups(rich=True)), max_size=2),
        st.lists(st.tuples(at, node_facts(rich=True)), max_size=2),
        st.lists(st.tuples(at, at, posts(rich=True)), max_size=3),
        st.lists(st.tuples(at, tenures(rich=True)), max_size=1),
        st.lists(st.tuples(at, st.booleans()), max_size=1),
        st.fixed_dictionaries(
            {
                "budgets": st.lists(budget_documents(rich=True), max_size=1),
                "lines": st.lists(budget_lines(rich=True), max_size=2),
            }
        ),
    )


def _cascade(seats: Sequence[_Seat], more: _More | None) -> Cascade:
    names = [f"JABATAN-{at}" for at in range(len(seats))] if more is None else more.names
    suffixes = ("1", "2") if more is None else more.codes
    keys = [
        [Node(name, f"{at}-{suffix}") for _, suffix in zip(seat.promises, suffixes, strict=False)]
        for at, (name, seat) in enumerate(zip(names, seats, strict=False))
    ]
    budget = () if more is None else more.others["lines"]
    agreements = [_agreement(at, names, seats, keys[at], () if at else budget) for at in range(len(seats))]
    linked = list(_links(seats, keys))
    facts = {
        key: NodeFacts(key, planned=Components(promise.target, 20, per=100))
        for key, promise in _promised(seats, keys)
        if _is_pooled(key, linked)
    }
    realizations = [(key, _reported(key, promise, linked)) for key, promise in _promised(seats, keys)]
    if more is None:
        return Cascade(agreements, linked, realizations=realizations, nodes=facts.values())
    all_keys = [key for own in keys for key in own]
    ends = [*all_keys, *all_keys, Node("?", "?")]
    linked += [evolve(link, child=ends[one % len(ends)], parent=ends[two % len(ends)]) for one, two, link in more.links]
    agreements += [_other(agreements[at % len(agreements)], alike=alike) for at, alike in more.doubled]
    composed = {key: evolve(group, parent=key) for at, group in more.groups for key in [ends[at % len(ends)]]}
    facts |= {key: evolve(said, node=key) for at, said in more.facts for key in [ends[at % len(ends)]]}
    return Cascade(
        agreements,
        linked,
        composed.values(),
        realizations,
        [evolve(tenure, party=Party(names[at % len(names)])) for at, tenure in more.tenures],
        more.others["budgets"],
        [_post(post, one, names[two % len(names)], names) for one, two, post in more.posts],
        facts.values(),
    )


def _other(agreement: Agreement, *, alike: bool) -> Agreement:
    """Another agreement of the same position, which promises something else, under the same code or its own."""
    objectives = [
        evolve(one, targets=[evolve(target, value=7) for target in one.targets]) for one in agreement.objectives
    ]
    return evolve(agreement, code=agreement.code if alike else f"{agreement.code}-B", objectives=objectives)


def _post(post: Post, at: int, superior: str, names: Sequence[str]) -> Post:
    """A post of one of the positions, or as often one that has nothing to do with them."""
    return evolve(post, code=names[at % len(names)], superior=superior) if at % 2 else post


def _agreement(
    at: int, names: Sequence[str], seats: Sequence[_Seat], keys: Sequence[Node], budget: Sequence[Any]
) -> Agreement:
    depth, above = 0, at
    while above:
        above, depth = seats[above].above % above, depth + 1
    targets = [_target(key, promise) for key, promise in zip(keys, seats[at].promises, strict=False)]
    return Agreement(
        f"PK-{at}",
        year=_YEAR,
        first_party=Party(names[at], echelon=_ECHELONS[depth] if depth < len(_ECHELONS) else None),
        second_party=Party(names[seats[at].above % at]) if at else None,
        signed_on=date(_YEAR, 1, 20),
        objectives=[Objective("Layanan meningkat", targets)],
        budget=budget,
    )


def _target(key: Node, promise: _Promise) -> Target:
    indicator = Indicator(
        key.indicator,
        f"Indikator {key.indicator}",
        unit=promise.unit,
        polarity=promise.polarity,
        decimals=promise.decimals,
    )
    return Target(indicator, promise.target, last_year=promise.last_year)


def _promised(seats: Sequence[_Seat], keys: Sequence[Sequence[Node]]) -> Iterator[tuple[Node, _Promise]]:
    for seat, own in zip(seats, keys, strict=True):
        yield from zip(own, seat.promises, strict=False)


def _links(seats: Sequence[_Seat], keys: Sequence[Sequence[Node]]) -> Iterator[Link]:
    """Each indicator below one of those of the position above, by the arithmetic that is said there."""
    below: dict[Node, list[Node]] = {}
    for at, own in enumerate(keys):
        for place, key in enumerate(own) if at else ():
            above = keys[seats[at].above % at]
            below.setdefault(above[place % len(above)], []).append(key)
    kinds: dict[Node, LinkKind] = {key: promise.kind for key, promise in _promised(seats, keys)}
    for parent, children in below.items():
        each = Decimal(100) // len(children)
        for place, child in enumerate(children):
            rest = 100 - each * (len(children) - 1)
            weight = (each if place else rest) if kinds[parent] == "weighted" else None
            yield Link(child=child, parent=parent, kind=kinds[parent], weight=weight)


def _is_pooled(key: Node, linked: Sequence[Link]) -> bool:
    return any(link.kind == "pool" and key in {link.child, link.parent} for link in linked)


def _reported(key: Node, promise: _Promise, linked: Sequence[Link]) -> list[Realization]:
    """What a node is reported to have delivered: in the narrow form one amount, or its components for a ratio."""
    code, amount = key.indicator, promise.delivered
    whole = Realization(code, Components(amount, 20, per=100) if _is_pooled(key, linked) else amount)
    if promise.reported == 3:
        return []
    if promise.reported == 4:
        return [Realization(code, NotReported())]
    if promise.reported == 5:
        return [whole, Realization(code, amount + 1)]
    if promise.reported == 6:
        return [Realization(code, amount, period=Period.quarter(_YEAR, quarter)) for quarter in (1, 2)]
    return [whole]
