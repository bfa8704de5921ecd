"""What lies between a target and its realization is taken apart exactly, and what would be enough is enough."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st

from sakip import Components
from sakip.cascade import Attribution, Cascade, CascadeReport, Group, Link, NodeFacts, WhatIf
from tests.cascade.making import TOP, family, pk, report_on, target

AMOUNTS = st.decimals(min_value=0, max_value=200, places=1)
FEW = st.integers(min_value=0, max_value=4)
LINEAR = ("sum", "mean", "weighted")
EXTREMES = ("minimum", "maximum")
PAIRS = st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=6)
CLOSE_PAIRS = st.lists(st.tuples(FEW, FEW), min_size=1, max_size=5)
Pairs = Sequence[tuple[Any, Any]]


def cascade_of(kind: str, pairs: Pairs, top: tuple[Any, Any] = (100, 90), **more: Any) -> Cascade:
    """A parent with (target, realization), and its children with theirs, all linked by one kind."""
    polarity, measure = more.pop("polarity", "maximize"), more.pop("measure", None)
    promises = [target(f"A-{at}", promised, measure=measure) for at, (promised, _) in enumerate(pairs, 2)]
    reported = {(f"KABID-{at}", f"A-{at}"): delivered for at, (_, delivered) in enumerate(pairs, 2)}
    links = [
        {**fields, **({"weight": at} if kind == "weighted" else {})}
        for at, fields in enumerate(more.pop("links", [{}] * len(pairs)), 1)
    ]
    parent = target("T", top[0], polarity=polarity)
    return family(parent, *promises, kind=kind, links=links, realizations={TOP: top[1], **reported}, **more)


def attributed(cascade: Cascade) -> Attribution:
    """The attribution of the parent."""
    return report_on(cascade).attribute(TOP)


def number(value: Any) -> Fraction:
    """A part that must be known."""
    assert isinstance(value, int | Fraction)
    return Fraction(value)


def enumerated(before: Sequence[int], after: Sequence[int], function: Callable[[Sequence[int]], int]) -> list[Fraction]:
    """The mean, over all orders of changing one child after the other, of what each adds."""
    totals, orders = [Fraction(0)] * len(before), list(permutations(range(len(before))))
    for order in orders:
        now = list(before)
        for at in order:
            old = function(now)
            now[at] = after[at]
            totals[at] += function(now) - old
    return [total / len(orders) for total in totals]


class TestSum:
    """P18: reporting, the share of each child and planning add up to the difference, exactly."""

    @given(st.sampled_from((*LINEAR, *EXTREMES, "count")), PAIRS, AMOUNTS, AMOUNTS, st.integers(0, 63))
    @example("sum", [(40, 38), (35, 36), (25, 20)], Decimal(105), Decimal(95), 0)
    def test_of_one_group(self, kind: str, pairs: Pairs, promised: Decimal, delivered: Decimal, turned: int) -> None:
        """Whatever the arithmetic and whichever children enter turned around, nothing is lost or left over."""
        links = [{"inverse": bool(turned >> at & 1)} for at in range(len(pairs))]
        found = attributed(cascade_of(kind, pairs, (promised, delivered), links=links))
        assert found.is_complete
        assert found.total == Fraction(delivered) - Fraction(promised)
        assert number(found.reporting) + number(found.performance) + number(found.planning) == found.total
        assert sum(number(part.amount) for part in found.parts) == found.performance
        assert sum(leaf.amount for leaf in found.leaves) == found.total
        assert found.open == 0

    @given(st.lists(st.tuples(*[st.integers(1, 60)] * 4), min_size=1, max_size=5), st.booleans())
    @example([(900, 1000, 855, 900), (80, 100, 300, 400)], False)
    def test_of_rate_and_mix(self, parts: Sequence[tuple[int, int, int, int]], inverse: bool) -> None:
        """Of a pooled ratio each share is its rate and its mix, and together they are the change of the ratio."""
        facts = [
            NodeFacts((f"KABID-{at}", f"A-{at}"), planned=Components(above, below, per=100))
            for at, (above, below, _, _) in enumerate(parts, 2)
        ]
        done = [Components(above, below, per=100) for _, _, above, below in parts]
        pairs = [(50, amount) for amount in done]
        links = [{"inverse": inverse}] * len(parts)
        found = attributed(cascade_of("pool", pairs, nodes=facts, links=links))
        turned = [
            (below - above if inverse else above, below, last - now if inverse else now, last)
            for above, below, now, last in parts
        ]
        old = Fraction(100 * sum(one[0] for one in turned), sum(one[1] for one in turned))
        new = Fraction(100 * sum(one[2] for one in turned), sum(one[3] for one in turned))
        assert found.performance == new - old
        assert all(number(part.rate) + number(part.mix) == part.amount for part in found.parts)
        assert sum(number(part.rate) + number(part.mix) for part in found.parts) == new - old
        assert sum(leaf.amount for leaf in found.leaves) == found.total

    @given(st.data())
    def test_down_to_the_leaves(self, data: st.DataObject) -> None:
        """The leaves add up to the difference at the top, however the arithmetics change from level to level."""
        count = data.draw(st.integers(2, 7))
        kinds = [data.draw(st.sampled_from((*LINEAR, *EXTREMES, "count"))) for _ in range(count)]
        agreements, links, realizations = [], [], {}
        for at in range(count):
            agreements.append(pk(f"PK-{at}", f"P-{at}", None, None, target("I", data.draw(AMOUNTS))))
            realizations[f"P-{at}", "I"] = data.draw(AMOUNTS)
            above = data.draw(st.sets(st.integers(0, at - 1), min_size=1, max_size=2)) if at else set[int]()
            links += [
                Link(child=(f"P-{at}", "I"), parent=(f"P-{up}", "I"), kind=kinds[up], weight=at)  # type: ignore[arg-type]
                for up in above
            ]
        report = report_on(Cascade(agreements, links, realizations=realizations))
        found = report.attribute(("P-0", "I"))
        assert sum(leaf.amount for leaf in found.leaves) == found.total

    @given(st.sampled_from((*LINEAR, *EXTREMES)), PAIRS, st.data())
    def test_with_numbers_missing(self, kind: str, pairs: Pairs, data: st.DataObject) -> None:
        """What no known part explains stands open, and is never taken for zero."""
        cascade = cascade_of(kind, pairs)
        lost = data.draw(st.sets(st.sampled_from(range(len(pairs))), min_size=1))
        kept = [one for at, one in enumerate(cascade.realizations, -1) if at not in lost]
        found = attributed(Cascade(cascade.pairs, cascade.links, realizations=kept))
        assert found.why == "children-unknown"
        assert found.reporting is None
        assert found.performance is None
        assert [part.amount is None for part in found.parts] == [
            kind in EXTREMES or at in lost for at in range(len(pairs))
        ]
        known = sum(number(part.amount) for part in found.parts if part.amount is not None)
        assert number(found.planning) + known + number(found.open) == found.total


class TestShare:
    """P19: who changed nothing has no share, and who did the same has the same."""

    @given(st.sampled_from((*LINEAR, *EXTREMES, "count")), PAIRS, AMOUNTS)
    def test_null_player(self, kind: str, pairs: Pairs, kept: Decimal) -> None:
        """A child that delivers what it promised gets exactly nothing."""
        assert attributed(cascade_of(kind, [*pairs, (kept, kept)])).parts[-1].amount == 0

    @given(st.sampled_from(("sum", "mean", *EXTREMES, "count")), PAIRS)
    def test_symmetry(self, kind: str, pairs: Pairs) -> None:
        """Children with the same promise and the same result get the same."""
        found = attributed(cascade_of(kind, [*pairs, pairs[0]]))
        assert found.parts[0].amount == found.parts[-1].amount

    @given(st.sampled_from(EXTREMES), CLOSE_PAIRS)
    @example("minimum", [(3, 3), (3, 2), (3, 3), (3, 1), (3, 2)])
    def test_of_an_extreme_is_its_shapley_value(self, kind: str, pairs: Pairs) -> None:
        """The closed form gives what trying every order gives."""
        found = attributed(cascade_of(kind, pairs))
        before, after = [old for old, _ in pairs], [new for _, new in pairs]
        expected = enumerated(before, after, min if kind == "minimum" else max)
        assert [part.amount for part in found.parts] == expected

    @given(st.sampled_from(EXTREMES), PAIRS)
    def test_of_an_extreme_has_the_sign_of_the_change(self, kind: str, pairs: Pairs) -> None:
        """Nobody is blamed for doing better, or praised for doing worse, and no share is more than the child's own."""
        for part, (old, new) in zip(attributed(cascade_of(kind, pairs)).parts, pairs, strict=True):
            assert 0 <= number(part.amount) * (1 if new >= old else -1) <= abs(Fraction(new) - Fraction(old))


def changed(cascade: Cascade, moves: dict[str, Any]) -> CascadeReport:
    """The report after some children delivered something else."""
    kept: list[tuple[Any, Any]] = [
        (node, _exactly(moves[node.text]) if node.text in moves else realizations)
        for node, realizations in cascade.realizations
    ]
    return report_on(Cascade(cascade.pairs, cascade.links, cascade.groups, realizations=kept))


def _exactly(value: Any) -> Components:
    """Any rational number as a realization."""
    exact = Fraction(value)
    return Components(exact.numerator, exact.denominator, per=1)


def reaches(found: WhatIf, polarity: str) -> bool:
    """Whether the children make what the parent's target asks for."""
    assert found.aim is not None
    assert found.made is not None
    return found.made >= found.aim if polarity == "maximize" else found.made <= found.aim


WHOLE = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=5)


class TestWhatIf:
    """What is said to be enough is enough, and less is not."""

    @given(st.sampled_from((*LINEAR, *EXTREMES)), WHOLE, st.integers(0, 40), st.sampled_from(("maximize", "minimize")))
    def test_what_suffices(self, kind: str, pairs: Pairs, aim: int, polarity: str) -> None:
        """Each child that is said to suffice alone carries the parent; so do the smallest set and the even plan."""
        cascade = cascade_of(kind, pairs, (aim, aim), polarity=polarity, measure="flow")
        found = report_on(cascade).what_if(TOP)
        assume(found.gap)
        for lever in found.sufficient:
            assert reaches(changed(cascade, {lever.node: lever.needed}).what_if(TOP), polarity)
        for moves in (found.fewest, found.plan):
            if moves:
                after = changed(cascade, {one.node: one.needed for one in moves}).what_if(TOP)
                assert after.made == after.aim
        assert bool(found.sufficient) == (found.fewest is not None and len(found.fewest) == 1)
        if kind == "sum" and found.fewest is not None:
            most = sorted((one.room or 0 for one in found.children), reverse=True)[: len(found.fewest) - 1]
            assert sum(most) < abs(found.gap or 0)

    @given(st.sampled_from((*LINEAR, *EXTREMES)), WHOLE, st.integers(0, 20), st.sampled_from(("maximize", "minimize")))
    def test_slack(self, kind: str, pairs: Pairs, aim: int, polarity: str) -> None:
        """A child may get worse by its slack, and not by more; where nothing bounds it, by anything."""
        cascade = cascade_of(kind, pairs, (aim, aim), polarity=polarity, measure="flow")
        found = report_on(cascade).what_if(TOP)
        assume(found.gap == 0)
        worse = -1 if polarity == "maximize" else 1
        for lever in found.children:
            slack = 1000 if lever.slack is None else lever.slack
            least = number(lever.now) + worse * slack
            assert reaches(changed(cascade, {lever.node: least}).what_if(TOP), polarity)
            if lever.slack is not None and least + worse >= 0:
                assert not reaches(changed(cascade, {lever.node: least + worse}).what_if(TOP), polarity)

    @given(CLOSE_PAIRS, st.integers(0, 5), st.integers(1, 4))
    def test_of_a_count(self, pairs: Pairs, aim: int, threshold: int) -> None:
        """The cheapest children that are missing lift a count to its target; fewer of them do not."""
        group = [Group(parent=TOP, threshold=threshold)]
        cascade = cascade_of("count", pairs, (aim, aim), groups=group)
        found = report_on(cascade).what_if(TOP)
        meeting = sum(delivered >= threshold for _, delivered in pairs)
        assert found.made == meeting
        if meeting >= aim:
            assert found.fewest == ()
        elif aim > len(pairs):
            assert found.fewest is None
        else:
            assert found.fewest is not None
            assert len(found.fewest) == aim - meeting
            assert changed(cascade, {one.node: one.needed for one in found.fewest}).what_if(TOP).made == aim
