"""What holds for the numbers of a parent and its children, whatever they are."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import Phase, assume, find, given, settings
from hypothesis import strategies as st

from sakip import Period, Realization, Target, testing
from sakip.cascade import Cascade, Change, Link, revalidate
from tests.cascade.making import TOP, family, pk, report_on, target
from tests.properties.cascading import (
    LINEAR,
    NUMERIC,
    Child,
    Family,
    families,
    verdicts,
    verdicts_of,
)

EXTREMES = ("minimum", "maximum")


def halves(value: Any, part: int) -> tuple[Any, Any]:
    """A number as a sum of two, the first of which is so many tenths of it; nothing as nothing and nothing."""
    if value is None:
        return None, None
    first = Decimal(int(value * part)) / 10
    return first, value - first


class TestSplit:
    """P04: replace a `sum` child by two whose cells add up (exact) → parent verdicts unchanged. P05: inverse of P04."""

    @given(families(("sum",), gaps=True), st.integers(0, 10), st.integers(0, 10))
    def test_two_children_are_what_one_was(self, one: Family, promised: int, delivered: int) -> None:
        """A child's promise and what it delivered are divided in two ways."""
        first, *others = one.children
        targets, actuals = halves(first.target, promised), halves(first.actual, delivered)
        parts = [Child(*pair) for pair in zip(targets, actuals, strict=True)]
        assert verdicts_of(one.with_children([*parts, *others]).report()) == verdicts_of(one.report())

    @given(families(("sum",), fewest=2, gaps=True))
    def test_one_child_is_what_two_were(self, one: Family) -> None:
        """Two children that have both reported, or neither, become one."""
        first, second, *others = one.children
        assume((first.actual is None) == (second.actual is None))
        actual = None if first.actual is None else first.actual + second.actual
        merged = Child(first.target + second.target, actual)
        assert verdicts_of(one.with_children([merged, *others]).report()) == verdicts_of(one.report())


RATIOS = st.integers(1, 20).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))


def ratio_family(kind: str, children: Sequence[Child], top: Child) -> Family:
    """A parent of ratios."""
    return Family(kind, top, tuple(children))


def split_ratio(ratio: tuple[int, int], above: int, below: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Numerator and denominator divided, each in its own way, with nothing above one."""
    whole = 1 + below % (ratio[1] - 1)
    least, most = max(0, ratio[0] - (ratio[1] - whole)), min(ratio[0], whole)
    part = least + above % (most - least + 1)
    return (part, whole), (ratio[0] - part, ratio[1] - whole)


OF_RATIOS = st.tuples(RATIOS, RATIOS).map(lambda said: Child(*said))
POOLS = st.tuples(
    st.lists(OF_RATIOS, min_size=1, max_size=3),
    OF_RATIOS,
    st.tuples(*[st.integers(0, 20)] * 4),
)


def split_pool(kind: str, pool: tuple[list[Child], Child, tuple[int, ...]]) -> tuple[Family, Family]:
    """A family of ratios, and the same with its first child divided."""
    (first, *others), top, ways = pool
    parts = zip(split_ratio(first.target, *ways[:2]), split_ratio(first.actual, *ways[2:]), strict=True)
    one = Family(kind, top, (first, *others))
    return one, one.with_children([*(Child(*part) for part in parts), *others])


def is_divisible(pool: tuple[list[Child], Child, tuple[int, ...]]) -> bool:
    """Whether there is anything to divide, and the numbers can be written as percentages."""
    (first, *_), _, _ = pool
    return first.target[1] > 1 and first.actual[1] > 1


class TestPoolSplit:
    """P06: splitting numerator and denominator of a pooled child leaves the parent; splitting with `mean` does not."""

    @given(POOLS.filter(is_divisible))
    def test_a_pool_does_not_see_it(self, pool: tuple[list[Child], Child, tuple[int, ...]]) -> None:
        """What is made of the parts, and what is said of it, is what was made of the whole."""
        one, other = (each.report() for each in split_pool("pool", pool))
        codes = [code for code in NUMERIC if code not in {"CAS305", "CAS405"}]
        assert verdicts_of(one, codes=codes) == verdicts_of(other, codes=codes)
        assert one.what_if(TOP).made == other.what_if(TOP).made

    def test_a_mean_does(self) -> None:
        """A counterexample is found."""

        def differs(pool: tuple[list[Child], Child, tuple[int, ...]]) -> bool:
            one, other = (each.report() for each in split_pool("mean", pool))
            return one.what_if(TOP).made != other.what_if(TOP).made

        once = settings(max_examples=500, derandomize=True, database=None, phases=[Phase.generate])
        assert find(POOLS.filter(is_divisible), differs, settings=once)


class TestScaling:
    """P07: multiply all additive cells by k, decimals shifted for k = 10^m → same verdicts."""

    @given(families((*LINEAR, *EXTREMES), gaps=True), st.integers(1, 60))
    def test_of_exact_numbers(self, one: Family, times: int) -> None:
        """Another unit changes nothing, but for the remark on how finely a number is written."""
        other = verdicts(times_all(one, times).report())
        here = verdicts(one.report())
        assert {key: said for key, said in other.items() if key[0] != "CAS402"} == {
            key: said for key, said in here.items() if key[0] != "CAS402"
        }

    @given(families((*LINEAR, *EXTREMES), decimals=st.integers(0, 3), gaps=True), st.integers(0, 3))
    def test_of_rounded_numbers(self, one: Family, shift: int) -> None:
        """Thousands instead of ones: the point moves, and the declared decimals with it."""
        assert one.decimals is not None
        moved = times_all(one, Decimal(1).scaleb(-shift))._replace(decimals=one.decimals + shift)
        assert verdicts(moved.report()) == verdicts(one.report())


def times_all(one: Family, factor: int | Decimal) -> Family:
    """Every number of a family times one factor."""

    def times(child: Child) -> Child:
        return child._replace(
            target=child.target * factor, actual=None if child.actual is None else child.actual * factor
        )

    return one._replace(top=times(one.top), children=tuple(times(child) for child in one.children))


class TestZeroChild:
    """P08: adding a `sum` child with confirmed zero target and actual changes no value verdict."""

    @given(families(("sum",), gaps=True), st.integers(0, 4))
    def test_nothing_adds_nothing(self, one: Family, place: int) -> None:
        """Wherever it stands among the others; only where nobody has reported anything yet it is the first that has."""
        assume(any(child.actual is not None for child in (one.top, *one.children)))
        children = list(one.children)
        children.insert(place, Child(0, 0))
        assert verdicts_of(one.with_children(children).report()) == verdicts_of(one.report())


class TestMirror:
    """P09: negate all cells and flip the polarity of a linear group → same verdicts."""

    @given(
        families(LINEAR, decimals=st.none() | st.integers(0, 1), gaps=True), st.sampled_from(["maximize", "minimize"])
    )
    def test_the_other_way_round_is_the_same(self, one: Family, polarity: str) -> None:
        """Every check of every node says the same of the mirrored numbers."""
        one = one._replace(polarity=polarity)
        other = times_all(one, -1)._replace(polarity="minimize" if polarity == "maximize" else "maximize")
        assert verdicts(other.report()) == verdicts(one.report())


class TestSufficiency:
    """P10: improving a child's target never creates CAS301 on its ancestors."""

    @given(testing.cascades(), st.data())
    def test_promising_more_is_never_too_little(self, cascade: Cascade, data: st.DataObject) -> None:
        """Of any position in a small government, over several levels; nor is a count or an extreme missed by it."""
        report = report_on(cascade)
        graph = report.case.graph
        at = data.draw(st.integers(0, len(graph.nodes) - 1))
        better = graph.targets[at].value + data.draw(st.integers(1, 9))  # type: ignore[operator]
        changed = revalidate(report, Change(targets={graph.nodes[at]: better}))
        for above in graph.ancestors([at]):
            for code in ("CAS301", "CAS307"):
                if report.ledger.of(code, above) != "fail":
                    assert changed.ledger.of(code, above) != "fail"


class TestPrecision:
    """P11: fewer decimals never turn consistent into inconsistent."""

    @given(families((*LINEAR, *EXTREMES), gaps=True), st.sampled_from(["maximize", "minimize", "stabilize"]))
    def test_rounding_excuses_and_never_accuses(self, one: Family, polarity: str) -> None:
        """The same numbers are declared with fewer and fewer decimals; once a group is consistent, it stays so."""
        failing: set[str] | None = None
        for decimals in (None, 4, 2, 1, 0):
            found = verdicts_of(one._replace(decimals=decimals, polarity=polarity).report())
            now = {code for code, verdict in found.items() if verdict == "fail"} - {"CAS402", "CAS404"}
            assert failing is None or now <= failing
            failing = now


QUARTERS = tuple(Period.quarter(2025, number) for number in range(1, 5))


class TestCommuting:
    """P28: for sum/sum, units-then-time equals time-then-units."""

    @given(
        st.lists(st.lists(st.integers(0, 30), min_size=4, max_size=4), min_size=1, max_size=4),
        st.integers(0, 3),
        st.sampled_from([0, 0, 1, -1]),
    )
    def test_quarters_and_children_in_either_order(self, children: list[list[int]], at: int, off: int) -> None:
        """A parent that adds its children quarter by quarter reports what the years of its children make.

        A quarter in which it does not is found, in the year and in the part of the year that it ends.
        """
        sums = [sum(quarter) for quarter in zip(*children, strict=True)]
        sums[at] += off
        assume(min(sums) >= 0)
        cascade = family(
            quarterly("T"),
            *(quarterly(f"A-{number}") for number in range(len(children))),
            realizations={
                TOP: quarters("T", sums),
                **{
                    (f"KABID-{number + 2}", f"A-{number}"): quarters(f"A-{number}", amounts)
                    for number, amounts in enumerate(children)
                },
            },
        )
        verdict = "fail" if off else "pass"
        assert report_on(cascade).ledger.verdict("CAS401", "KADIS/T") == verdict
        for number, through in enumerate(QUARTERS):
            found = report_on(cascade, through=through).ledger.verdict("CAS401", "KADIS/T")
            assert found == (verdict if number >= at else "pass")


def quarterly(code: str) -> Target:
    """A target that is planned by quarters."""
    return evolve(target(code, 100, consolidation="sum"), trajectory=dict.fromkeys(QUARTERS, 25))


def quarters(code: str, amounts: Sequence[int]) -> list[Realization]:
    """What was delivered in each quarter."""
    return [Realization(code, amount, period=period) for amount, period in zip(amounts, QUARTERS, strict=True)]


TENTHS = st.integers(1, 10).map(lambda tenths: Decimal(tenths) / 10)


class TestShares:
    """P29: Σ over parents of credited amounts ≤ child's amount."""

    @given(st.lists(st.none() | TENTHS, min_size=1, max_size=4), st.integers(1, 50))
    def test_what_is_credited_is_there(self, shares: list[Decimal | None], amount: int) -> None:
        """Where shares are not found to exceed one, the parents together have what the child has, or less."""
        parents = [("KADIS", f"T-{at}") for at in range(len(shares))]
        child = ("KABID", "A")
        cascade = Cascade(
            [
                pk("PK-1", "KADIS", "II", "BUPATI", *(target(code, 10) for _, code in parents)),
                pk("PK-2", "KABID", "III", "KADIS", target("A", 10)),
            ],
            links=[
                Link(child=child, parent=parent, kind="sum", share=share)
                for parent, share in zip(parents, shares, strict=True)
            ],
            realizations={child: amount},
        )
        report = report_on(cascade)
        credited = sum((Fraction(report.what_if(parent).made or 0) for parent in parents), Fraction(0))
        found = {one.severity for one in report.findings if one.code == "CAS702"}
        assert (credited > amount) == ("error" in found)
        assert (credited < amount) == ("note" in found)
