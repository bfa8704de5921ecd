from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.cascade.rollup import rollup
from sakip.cascade.rollup.rollup import Operand, as_exact, linear, pooled, roll

Cell, Parts, Span = rollup.Cell, rollup.Parts, rollup.Span
Exact = int | Fraction
ANY = Span(None, None)
KINDS = ("sum", "mean", "weighted", "minimum", "maximum")


def given_number(value: Exact, half: Exact = 0, at: int = 0, domain: Any = ANY, **fields: Any) -> Operand:
    """A child with a number and what rounding leaves of it."""
    return Operand(at, at, Cell("given", value, Span(value - half, value + half)), domain, **fields)


def missing(at: int = 9, domain: Any = ANY, state: Any = "missing", **fields: Any) -> Operand:
    """A child without a number."""
    return Operand(at, at, Cell(state), domain, **fields)


def ratio(above: Exact, below: Exact, per: int = 100, at: int = 0, **fields: Any) -> Operand:
    """A child with components."""
    parts = Parts(above, below, per)
    return Operand(at, at, Cell("given", parts.value, Span(parts.value, parts.value), parts), Span(0, per), **fields)


class TestSum:
    def test_rounding_adds_up(self) -> None:
        """Rounding adds up."""
        rolled = roll("sum", [given_number(33, Fraction(1, 2), at) for at in range(3)])
        assert (rolled.point, rolled.span, rolled.slack) == (
            99,
            Span(Fraction(195, 2), Fraction(201, 2)),
            Fraction(3, 2),
        )

    def test_shares_factors_inversion_and_what_lies_outside(self) -> None:
        """Shares factors inversion and what lies outside."""
        operands = [
            given_number(10, share=Fraction(1, 2)),
            given_number(3, 1, inverse=True),
            given_number(2, share=1000),
        ]
        rolled = roll("sum", operands, other=7)
        assert (rolled.point, rolled.span) == (2009, Span(2008, 2010))

    def test_a_missing_child_is_never_zero(self) -> None:
        """A missing child is never zero."""
        rolled = roll("sum", [given_number(60), missing(domain=Span(0, None))])
        assert (rolled.point, rolled.span) == (None, Span(60, None))
        assert [one.child for one in rolled.missing] == [9]
        assert not rolled.is_known
        assert roll("sum", [given_number(60), missing()]).span == ANY

    def test_a_child_that_does_not_apply_is_left_out(self) -> None:
        """A child that does not apply is left out."""
        rolled = roll("sum", [given_number(60), missing(state="not_applicable")])
        assert (rolled.point, rolled.is_known, len(rolled.operands)) == (60, True, 1)
        assert roll("sum", [missing(state="not_applicable")]) == rollup.Rolled("sum", None, None, (), ())

    def test_a_range_has_no_point(self) -> None:
        """A range has no point."""
        promised = Operand(0, 0, Cell("given", None, Span(80, 90)), ANY)
        assert (roll("sum", [promised]).span, roll("sum", [promised]).point) == (Span(80, 90), None)

    @given(st.lists(st.tuples(st.integers(-9, 9), st.fractions(0, 1, max_denominator=4)), min_size=2, max_size=5))
    def test_the_order_of_the_children_does_not_matter(self, values: list[tuple[int, Fraction]]) -> None:
        """The order of the children does not matter."""
        operands = [given_number(value, half, at) for at, (value, half) in enumerate(values)]
        for kind in ("sum", "mean", "minimum", "maximum"):
            one, other = roll(kind, operands), roll(kind, operands[::-1])
            assert (one.span, one.point) == (other.span, other.point)

    @given(st.lists(st.integers(-9, 9), min_size=1, max_size=5), st.integers(-9, 9))
    def test_a_child_may_be_split(self, values: list[int], part: int) -> None:
        """A child may be split."""
        whole = [given_number(value) for value in values]
        split = [*whole[1:], given_number(part), given_number(values[0] - part)]
        assert roll("sum", whole).point == roll("sum", split).point


class TestMeans:
    def test_a_mean_counts_those_that_apply(self) -> None:
        """A mean counts those that apply."""
        operands = [given_number(80), given_number(91), missing(state="not_applicable")]
        assert roll("mean", operands).point == Fraction(171, 2)

    def test_an_inverted_child_enters_as_what_it_lacks_to_a_hundred(self) -> None:
        """An inverted child enters as what it lacks to a hundred."""
        rolled = roll("mean", [given_number(80), given_number(10, 2, inverse=True)])
        assert (rolled.point, rolled.span) == (85, Span(84, 86))

    def test_weights_are_divided_by_their_sum(self) -> None:
        """Weights are divided by their sum."""
        operands = [given_number(80, weight=3), given_number(60, weight=1), missing(state="not_applicable", weight=9)]
        assert roll("weighted", operands).point == 75

    @pytest.mark.parametrize("weights", [(None, 1), (0, 0), (-1, 1)])
    def test_without_sound_weights_nothing_can_be_said(self, weights: Sequence[Exact | None]) -> None:
        """Without sound weights nothing can be said."""
        rolled = roll("weighted", [given_number(80, weight=weight) for weight in weights])
        assert (rolled.span, rolled.point, rolled.is_known) == (None, None, False)

    def test_a_missing_child_of_a_mean_bounds_it(self) -> None:
        """A missing child of a mean bounds it."""
        rolled = roll("mean", [given_number(50), missing(domain=Span(0, 100))])
        assert (rolled.span, rolled.point) == (Span(25, 75), None)


class TestPool:
    def test_numerators_and_denominators_are_added_and_then_divided(self) -> None:
        """Numerators and denominators are added and then divided."""
        rolled = roll("pool", [ratio(900, 1000), ratio(10, 50)])
        assert rolled.point == Fraction(91000, 1050)
        assert rolled.span == Span(rolled.point, rolled.point)

    def test_shares_and_inversion(self) -> None:
        """Shares and inversion."""
        assert pooled([ratio(40, 100, share=Fraction(1, 2)), ratio(10, 50, inverse=True)]) == Parts(60, 100, 100)

    @pytest.mark.parametrize("other", [given_number(20), ratio(1, 5, per=1000)])
    def test_components_of_one_sort_are_needed(self, other: Operand) -> None:
        """Components of one sort are needed."""
        assert pooled([ratio(900, 1000), other]) is None
        assert roll("pool", [ratio(900, 1000), other]).point is None

    def test_a_missing_child_with_planned_components_bounds_the_pool(self) -> None:
        """A missing child with planned components bounds the pool."""
        absent = missing(domain=Span(0, 100), planned=Parts(40, 50, 100))
        assert roll("pool", [ratio(50, 50), absent]).span == Span(50, 100)

    def test_without_denominators_the_pool_lies_between_its_ratios(self) -> None:
        """Without denominators the pool lies between its ratios."""
        assert roll("pool", [ratio(50, 100), missing(domain=Span(0, 100))]).span == Span(0, 100)
        assert roll("pool", [given_number(50), given_number(70)]).span == Span(50, 70)
        assert roll("pool", [given_number(50), missing()]).span == ANY

    @given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), min_size=1, max_size=4), st.integers(1, 5))
    def test_splitting_a_child_s_components_changes_a_pool_by_nothing(self, pairs: Any, times: int) -> None:
        """Splitting a child's components changes a pool by nothing."""
        (above, below), *rest = pairs
        whole = [ratio(above, below), *(ratio(*pair) for pair in rest)]
        split = [ratio(Fraction(above, times), Fraction(below, times)) for _ in range(times)]
        assert roll("pool", whole).point == roll("pool", [*split, *whole[1:]]).point


class TestExtremes:
    @pytest.mark.parametrize(("kind", "point", "span"), [("minimum", 1, Span(1, 1)), ("maximum", 3, Span(3, 3))])
    def test_the_worst_and_the_best(self, kind: Any, point: int, span: Any) -> None:
        """The worst and the best."""
        rolled = roll(kind, [given_number(3), given_number(1), given_number(2)])
        assert (rolled.point, rolled.span) == (point, span)

    def test_a_missing_child_can_only_be_worse(self) -> None:
        """A missing child can only be worse."""
        rolled = roll("minimum", [given_number(2), missing(domain=Span(0, 3))])
        assert (rolled.span, rolled.point) == (Span(0, 2), None)


class TestCount:
    def test_certain_and_possible(self) -> None:
        """Certain and possible."""
        operands = [given_number(1, meets=each) for each in [(True, True), (False, True), (False, False)]]
        rolled = roll("count", operands)
        assert (rolled.span, rolled.point) == (Span(1, 2), None)
        assert roll("count", operands, per_hundred=True).span == Span(Fraction(100, 3), Fraction(200, 3))
        assert roll("count", operands[:1] * 2).point == 2


class TestSame:
    def test_joint_holders_have_one_value(self) -> None:
        """Joint holders have one value."""
        rolled = roll("same", [given_number(85, 1), given_number(86, 1)])
        assert (rolled.span, rolled.point) == (Span(85, 86), None)
        assert roll("same", [given_number(85), given_number(85)]).point == 85

    def test_where_they_differ_there_is_no_one_value(self) -> None:
        """Where they differ there is no one value."""
        assert roll("same", [given_number(85), given_number(80)]).span is None

    def test_three_that_only_meet_in_pairs_have_none_either(self) -> None:
        """Three that only meet in pairs have none either."""
        spans = [(1, 1), (3, 1), (2, 0)]
        assert roll("same", [given_number(*each) for each in spans]).span == Span(2, 2)
        apart = [given_number(0, 2), given_number(4, 2), given_number(3, 0)]
        assert roll("same", apart).span is None


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
def test_what_numbers_inside_the_spans_make_lies_inside_the_span(kind: Any, data: st.DataObject) -> None:
    """What numbers inside the spans make lies inside the span."""
    count = data.draw(st.integers(1, 4))
    operands, chosen = [], []
    for at in range(count):
        value, half = data.draw(st.integers(0, 9)), data.draw(st.sampled_from([0, Fraction(1, 2), 2]))
        inverse = data.draw(st.booleans())
        operand = given_number(value, half, at, weight=data.draw(st.integers(1, 3)), inverse=inverse)
        inside = data.draw(st.fractions(value - half, value + half))
        operands.append(operand)
        chosen.append(operand._replace(cell=Cell("given", inside, Span(inside, inside))))
    span, point = roll(kind, operands).span, roll(kind, chosen).point
    assert span is not None
    assert point is not None
    assert span.contains(point)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(9, 12)), min_size=2, max_size=4))
def test_a_pool_lies_in_what_planned_denominators_allow(pairs: list[tuple[int, int]]) -> None:
    """A pool lies in what planned denominators allow."""
    whole = [ratio(above, below, at=at) for at, (above, below) in enumerate(pairs)]
    planned = Parts(0, pairs[0][1], 100)
    span, point = (
        roll("pool", [missing(domain=Span(0, 100), planned=planned), *whole[1:]]).span,
        roll("pool", whole).point,
    )
    assert span is not None
    assert point is not None
    assert span.contains(point)


@pytest.mark.parametrize("kind", ["sum", "mean", "weighted", "pool", "same"])
@given(st.data())
def test_the_linear_form_makes_the_same_number(kind: Any, data: st.DataObject) -> None:
    """The linear form makes the same number."""
    count = 1 if kind == "same" else data.draw(st.integers(1, 4))
    pairs = [(data.draw(st.integers(0, 9)), data.draw(st.integers(1, 9))) for _ in range(count)]
    operands = [
        ratio(above, below, at=at, weight=at + 1, inverse=data.draw(st.booleans()), share=Fraction(1, at + 1))
        for at, (above, below) in enumerate(pairs)
    ]
    rolled = roll(kind, operands, other=5 if kind == "sum" else 0)
    form = linear(rolled, 5)
    assert form is not None
    constant, factors = form
    total = constant + sum(factor * (one.cell.point or 0) for one, factor in zip(rolled.operands, factors, strict=True))
    assert total == rolled.point


@pytest.mark.parametrize("kind", ["minimum", "maximum", "count"])
def test_what_is_not_linear_has_no_such_form(kind: Any) -> None:
    """What is not linear has no such form."""
    assert linear(roll(kind, [given_number(1), given_number(2)])) is None
    assert linear(roll("weighted", [given_number(1)])) is None
    assert linear(roll("pool", [given_number(1)])) is None


def test_defaults() -> None:
    """What stands for none, and for one without rounding."""
    assert (as_exact(None, 7), as_exact(Decimal("0.5"), 7)) == (7, Fraction(1, 2))
    assert roll("sum", [given_number(1)]).slack == 0
    assert roll("sum", [missing()]).slack == 0


class TestWholes:
    def test_what_is_turned_around_is_taken_from_its_own_whole(self) -> None:
        """997 and 990 per mil: a mean of 993.5, and no number of 100."""
        turned = [given_number(value, at=at, inverse=True, whole=1000) for at, value in enumerate((3, 10), 1)]
        rolled = roll("mean", turned)
        assert rolled.point == Fraction(1987, 2)
        assert linear(rolled) == (1000, (Fraction(-1, 2), Fraction(-1, 2)))
        assert roll("minimum", turned).point == 990

    def test_each_has_its_own(self) -> None:
        """Each has its own."""
        assert linear(roll("mean", [given_number(1, inverse=True, whole=4), given_number(1, at=2)])) == (
            2,
            (Fraction(-1, 2), Fraction(1, 2)),
        )


class TestComponents:
    def test_a_planned_denominator_says_nothing_of_a_number_that_is_there(self) -> None:
        """A planned denominator says nothing of a number that is there."""
        parts = Parts(40, 50, 100)
        assert missing(planned=parts).components == parts
        assert given_number(80, planned=parts).components is None
        bare = [given_number(90, planned=Parts(900, 1000, 100)), given_number(50, at=2, planned=Parts(25, 50, 100))]
        assert roll("pool", bare).span == Span(50, 90)
        assert linear(roll("pool", bare)) is None
