from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip.cascade.rollup.span import Exact, Span, distance, exact_of, half_unit, hull, percent_of, spread, tidy

NUMBERS = st.one_of(st.integers(-20, 20), st.fractions(-20, 20, max_denominator=4))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Any span that holds a number: closed, open, half of each, or without a bound."""
    low, high = draw(st.one_of(st.none(), NUMBERS)), draw(st.one_of(st.none(), NUMBERS))
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    opens = st.booleans() if low is None or high is None or low < high else st.just(False)
    return Span(low, high, low is not None and draw(opens), high is not None and draw(opens))


@st.composite
def members(draw: st.DrawFn, span: Span) -> Exact:
    """A number of a span."""
    low = -50 if span.low is None else span.low
    high = 50 if span.high is None else span.high
    number = draw(st.one_of(st.sampled_from([low, high]), st.fractions(low, max(low, high), max_denominator=8)))
    assume(span.contains(number))
    return number


PAIRS = st.tuples(spans(), spans())


class TestPlace:
    @given(spans(), NUMBERS)
    def test_a_number_belongs_between_the_ends(self, span: Span, number: Exact) -> None:
        """A number belongs between the ends."""
        above = span.low is None or number > span.low or (number == span.low and not span.open_low)
        below = span.high is None or number < span.high or (number == span.high and not span.open_high)
        assert span.contains(number) is (above and below)

    @given(PAIRS, st.data())
    def test_below_means_that_each_number_is_less_than_each_of_the_other(self, pair: Any, data: st.DataObject) -> None:
        """Below means that each number is less than each of the other."""
        one, other = pair
        number, greater = data.draw(members(one)), data.draw(members(other))
        if one.below(other):
            assert number < greater
            assert not other.below(one)
        if number >= greater:
            assert not one.below(other)

    @given(PAIRS)
    def test_meeting_and_the_gap_are_the_same_from_both_sides(self, pair: Any) -> None:
        """Meeting and the gap are the same from both sides."""
        one, other = pair
        assert one.meets(other) is other.meets(one)
        assert one.gap(other) == other.gap(one) >= 0
        assert not one.meets(other) or one.gap(other) == 0

    @given(PAIRS, st.data())
    def test_a_number_of_both_makes_them_meet(self, pair: Any, data: st.DataObject) -> None:
        """A number of both makes them meet."""
        one, other = pair
        if other.contains(data.draw(members(one))):
            assert one.meets(other)

    @pytest.mark.parametrize(
        ("one", "other", "meets", "gap"),
        [
            (Span(0, 1), Span(1, 2), True, 0),
            (Span(0, 1, open_high=True), Span(1, 2), False, 0),
            (Span(0, 1), Span(1, 2, open_low=True), False, 0),
            (Span(0, 1), Span(3, None), False, 2),
            (Span(None, None), Span(3, 3), True, 0),
        ],
    )
    def test_a_shared_end_counts_where_it_belongs_to_both(self, one: Span, other: Span, meets: bool, gap: int) -> None:
        """A shared end counts where it belongs to both."""
        assert (one.meets(other), one.gap(other)) == (meets, gap)

    @pytest.mark.parametrize(
        ("span", "is_point", "width"),
        [(Span(3, 3), True, 0), (Span(3, 5), False, 2), (Span(None, 5), False, None), (Span(None, None), False, None)],
    )
    def test_width(self, span: Span, is_point: bool, width: int | None) -> None:
        """Width."""
        assert (span.is_point, span.width) == (is_point, width)


class TestArithmetic:
    @given(PAIRS, st.data())
    def test_a_sum_holds_every_sum(self, pair: Any, data: st.DataObject) -> None:
        """A sum holds every sum."""
        one, other = pair
        assert one.plus(other).contains(data.draw(members(one)) + data.draw(members(other)))

    @given(spans(), NUMBERS, st.data())
    def test_a_multiple_holds_every_multiple(self, span: Span, factor: Exact, data: st.DataObject) -> None:
        """A multiple holds every multiple."""
        assert span.times(factor).contains(data.draw(members(span)) * factor)
        if factor:
            assert span.times(factor).times(Fraction(1) / factor) == span

    def test_nothing_times_anything_is_nothing(self) -> None:
        """Nothing times anything is nothing."""
        assert Span(None, 5).times(0) == Span(0, 0)

    @given(spans(), st.data())
    def test_what_is_lacking_to_a_hundred(self, span: Span, data: st.DataObject) -> None:
        """What is lacking to a hundred."""
        assert span.complement(100).contains(100 - data.draw(members(span)))
        assert span.complement(100).complement(100) == span

    @given(spans(), st.integers(0, 3), st.data())
    def test_a_tolerance_reaches_that_far_and_no_further(self, span: Span, by: int, data: st.DataObject) -> None:
        """A tolerance reaches that far and no further."""
        wide = span.widened(by)
        number = data.draw(members(span))
        assert wide.contains(number - by)
        assert wide.contains(number + by)
        assert (wide.open_low, wide.open_high) == (span.open_low, span.open_high)
        assert span.high is None or not wide.contains(span.high + by + 1)

    @given(PAIRS, NUMBERS)
    def test_a_clipped_span_is_what_both_hold(self, pair: Any, number: Exact) -> None:
        """A clipped span is what both hold."""
        one, domain = pair
        clipped = one.clipped(domain)
        if one.meets(domain):
            assert clipped.contains(number) is (one.contains(number) and domain.contains(number))
        else:
            assert clipped == one

    @pytest.mark.parametrize(
        ("one", "domain", "both"),
        [
            (Span(0, 5, open_low=True), Span(0, 3), Span(0, 3, open_low=True)),
            (Span(0, 5), Span(0, 3, open_low=True), Span(0, 3, open_low=True)),
            (Span(-1, 5, open_low=True), Span(0, 3), Span(0, 3)),
            (Span(1, 5, open_low=True), Span(0, 3, open_low=True), Span(1, 3, open_low=True)),
            (Span(0, 5, open_high=True), Span(2, 5), Span(2, 5, open_high=True)),
            (Span(0, 5), Span(2, 5, open_high=True), Span(2, 5, open_high=True)),
            (Span(0, 6, open_high=True), Span(2, 5), Span(2, 5)),
            (Span(0, 4, open_high=True), Span(2, 5, open_high=True), Span(2, 4, open_high=True)),
            (Span(None, None), Span(2, 5), Span(2, 5)),
            (Span(2, 5), Span(None, None), Span(2, 5)),
        ],
    )
    def test_an_end_is_as_open_as_the_one_it_was_taken_from(self, one: Span, domain: Span, both: Span) -> None:
        """Of two ends in one place it is open if either is."""
        assert one.clipped(domain) == both

    @given(st.lists(spans(), min_size=1, max_size=4), st.booleans(), st.data())
    def test_an_extreme_holds_every_extreme(self, found: list[Span], highest: bool, data: st.DataObject) -> None:
        """An extreme holds every extreme."""
        chosen = [data.draw(members(span)) for span in found]
        assert hull(found, highest=highest).contains(max(chosen) if highest else min(chosen))

    @pytest.mark.parametrize(
        ("found", "highest", "extreme"),
        [
            ([Span(0, 5), Span(2, 3)], False, Span(0, 3)),
            ([Span(0, 5), Span(2, 3)], True, Span(2, 5)),
            ([Span(0, 5, open_high=True), Span(0, 5)], False, Span(0, 5, open_high=True)),
            ([Span(0, 5, open_high=True), Span(0, 5)], True, Span(0, 5)),
            ([Span(0, 5, open_low=True), Span(0, 5)], False, Span(0, 5)),
            ([Span(0, 5, open_low=True), Span(0, 5)], True, Span(0, 5, open_low=True)),
            ([Span(None, 5), Span(2, None)], False, Span(None, 5)),
            ([Span(None, 5), Span(2, None)], True, Span(2, None)),
        ],
    )
    def test_an_end_is_open_where_it_cannot_be_reached(self, found: list[Span], highest: bool, extreme: Span) -> None:
        """An end is open where it cannot be reached."""
        assert hull(found, highest=highest) == extreme
        assert hull(found[::-1], highest=highest) == extreme


class TestRounding:
    @pytest.mark.parametrize(
        ("rounded", "value", "span"),
        [
            ("exact", 33, Span(33, 33)),
            ("nearest", 33, Span(Fraction(65, 2), Fraction(67, 2))),
            ("nearest", 0, Span(Fraction(-1, 2), Fraction(1, 2))),
            ("truncate", 33, Span(33, 34, open_high=True)),
            ("truncate", -33, Span(-34, -33, open_low=True)),
            ("truncate", 0, Span(-1, 1, open_low=True, open_high=True)),
        ],
    )
    def test_a_number_stands_for_all_that_are_rounded_to_it(self, rounded: Any, value: int, span: Span) -> None:
        """A number stands for all that are rounded to it."""
        assert spread(value, 0, rounded) == span

    def test_without_declared_decimals_a_number_is_exact(self) -> None:
        """Without declared decimals a number is exact."""
        assert spread(33, None, "nearest") == spread(33, None, "truncate") == Span(33, 33)

    @given(st.integers(-2000, 2000), st.integers(0, 2))
    def test_what_is_cut_off_lies_in_the_span(self, thousandths: int, decimals: int) -> None:
        """What is cut off lies in the span."""
        number, unit = Fraction(thousandths, 1000), Fraction(1, 10**decimals)
        kept = int(number / unit) * unit  # int() cuts towards zero
        assert spread(kept, decimals, "truncate").contains(number)

    @given(st.integers(0, 6))
    def test_half_a_unit(self, decimals: int) -> None:
        """Half a unit."""
        assert half_unit(decimals) * 2 * 10**decimals == 1


@given(st.one_of(NUMBERS, st.decimals(-10, 10, places=3)))
def test_whole_numbers_are_ints(value: Decimal | int | Fraction) -> None:
    """Whole numbers are ints."""
    exact = exact_of(value)
    assert exact == value
    assert isinstance(exact, int) is (Fraction(value).denominator == 1)


@given(NUMBERS, NUMBERS)
def test_a_distance_has_no_direction(one: Exact, other: Exact) -> None:
    """A distance has no direction."""
    assert distance(one, other) == distance(other, one) == abs(Fraction(one) - other)


def test_tidy() -> None:
    """A whole fraction becomes an int; any other stays."""
    assert (tidy(Fraction(4, 2)), type(tidy(Fraction(4, 2))), tidy(Fraction(1, 2))) == (2, int, Fraction(1, 2))


@pytest.mark.parametrize(("part", "whole", "percent"), [(5, 20, 25), (1, 3, Fraction(100, 3)), (5, 0, None), (0, 5, 0)])
def test_percent(part: int, whole: int, percent: Any) -> None:
    """Exactly, and nothing of nothing."""
    assert percent_of(part, whole) == percent
