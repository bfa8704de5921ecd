"""Caps, floors and roundings: what they do to a number, and which numbers they take to a wanted one."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sakip import Interval, IntervalSet
from sakip.errors import InvalidValueError
from sakip.scoring import Cap, Floor, Piecewise, Round, Segment
from sakip.scoring.transform import Transform, is_constant, least, preimage, transform_from_canonical
from sakip.testing import numbers

MODES = ("half_up", "half_even", "truncate")
CONVERSION = Piecewise([Segment(None, (0, 0), (59, 49)), Segment(60, (60, 50), (79, 69))], jumps=[60])
# Twentieths and their halves: every tie of a rounding to no or one decimal, and what lies beside it.
FRACTIONS = st.integers(-400, 400).map(lambda count: Fraction(count, 40)) | st.fractions(-10, 10, max_denominator=60)
ENDS = st.sampled_from(["open", "closed"])
ROUNDS = st.builds(Round, st.integers(0, 2), st.sampled_from(MODES))
LIMITS = st.sampled_from(["0", "-2.5", "3.05", "120"]).map(Decimal)
TRANSFORMS = st.one_of(ROUNDS, st.builds(Cap, LIMITS), st.builds(Floor, LIMITS), st.just(CONVERSION))


def _interval(low: Fraction, high: Fraction, low_end: str, high_end: str) -> Interval:
    if low == high:
        return Interval.point(low)
    return Interval(min(low, high), max(low, high), low_end=low_end, high_end=high_end)


INTERVALS = st.one_of(
    st.builds(_interval, FRACTIONS, FRACTIONS, ENDS, ENDS),
    FRACTIONS.map(Interval.at_least),
    FRACTIONS.map(Interval.more_than),
    FRACTIONS.map(Interval.at_most),
    FRACTIONS.map(Interval.less_than),
)
SETS = st.lists(INTERVALS, max_size=3).map(IntervalSet)


def applied(transform: Transform, number: Fraction | int | str) -> Fraction:
    """The number after a step, its denominator positive."""
    above, below = transform.apply(*Fraction(number).as_integer_ratio())
    assert below > 0
    return Fraction(above, below)


def expected(digits: int, mode: str, number: Fraction) -> Fraction:
    """A rounding, by its definition."""
    parts = abs(number) * 10**digits
    if mode == "half_even":
        return Fraction(round(number * 10**digits), 10**digits)
    count = floor(parts + Fraction(1, 2)) if mode == "half_up" else floor(parts)
    return Fraction(count if number >= 0 else -count, 10**digits)


class TestCap:
    """Nothing above the limit counts."""

    @pytest.mark.parametrize(
        ("limit", "number", "found"),
        [
            (120, "119.999999", "119.999999"),
            (120, 120, 120),
            (120, "120.000001", 120),
            (120, -500, -500),
            ("99.5", "99.49", "99.49"),
            ("99.5", "99.5", "99.5"),
            ("99.5", "99.51", "99.5"),
            (0, "0.000001", 0),
            (-5, -5, -5),
            (-5, "-4.999999", -5),
            (-5, "-5.000001", "-5.000001"),
            ("-0.25", 0, "-0.25"),
        ],
    )
    def test_both_sides_of_the_limit(self, limit: int | str, number: int | str, found: int | str) -> None:
        """Up to the limit a number stays; above it, it is the limit."""
        assert applied(Cap(limit), number) == Fraction(found)

    def test_quotient(self) -> None:
        """A quotient below the limit is left as it stands, and not reduced."""
        assert Cap(120).apply(240, 2) == (240, 2)
        assert Cap(120).apply(241, 2) == (120, 1)
        assert Cap("99.5").apply(400, 4) == (199, 2)

    @given(FRACTIONS, numbers(-10, 10))
    def test_is_the_smaller_one(self, number: Fraction, limit: Decimal) -> None:
        """A cap is a minimum, and its curve says the same."""
        assert applied(Cap(limit), number) == min(number, Fraction(limit)) == Cap(limit).curve().value(number)

    def test_text_and_canonical(self) -> None:
        """A cap is written in both languages, and as data."""
        assert (Cap("1234.5").text(), Cap("1234.5").text("en")) == ("paling tinggi 1.234,5", "at most 1,234.5")
        assert Cap("120.0").canonical() == {"cap": "120"}
        assert Cap(120) == Cap("120.00") == Cap(Decimal(120)) != Cap(121)


class TestFloor:
    """Nothing below the limit counts."""

    @pytest.mark.parametrize(
        ("limit", "number", "found"),
        [
            (0, "-0.000001", 0),
            (0, 0, 0),
            (0, "0.000001", "0.000001"),
            (0, 500, 500),
            ("50.5", "50.49", "50.5"),
            ("50.5", "50.5", "50.5"),
            ("50.5", "50.51", "50.51"),
            (-5, "-5.000001", -5),
            (-5, -5, -5),
            (-5, "-4.999999", "-4.999999"),
        ],
    )
    def test_both_sides_of_the_limit(self, limit: int | str, number: int | str, found: int | str) -> None:
        """From the limit up a number stays; below it, it is the limit."""
        assert applied(Floor(limit), number) == Fraction(found)

    def test_quotient(self) -> None:
        """A quotient above the limit is left as it stands, and not reduced."""
        assert Floor(1).apply(2, 2) == (2, 2)
        assert Floor(1).apply(1, 2) == (1, 1)
        assert Floor("2.5").apply(4, 2) == (5, 2)

    @given(FRACTIONS, numbers(-10, 10))
    def test_is_the_larger_one(self, number: Fraction, limit: Decimal) -> None:
        """A floor is a maximum, and its curve says the same."""
        assert applied(Floor(limit), number) == max(number, Fraction(limit)) == Floor(limit).curve().value(number)

    def test_text_and_canonical(self) -> None:
        """A floor is written in both languages, and as data."""
        assert (Floor("-1.5").text(), Floor("-1.5").text("en")) == ("paling rendah -1,5", "at least -1.5")
        assert Floor("-1.50").canonical() == {"floor": "-1.5"}
        assert Floor(0) != Cap(0)


class TestRound:
    """The number is written with so many decimals; half up means away from zero."""

    @pytest.mark.parametrize(
        ("digits", "number", "half_up", "half_even", "truncated"),
        [
            (0, "0.5", 1, 0, 0),
            (0, "1.5", 2, 2, 1),
            (0, "2.5", 3, 2, 2),
            (0, "2.499999", 2, 2, 2),
            (0, "2.500001", 3, 3, 2),
            (0, "-0.5", -1, 0, 0),
            (0, "-1.5", -2, -2, -1),
            (0, "-2.5", -3, -2, -2),
            (0, "-0.499999", 0, 0, 0),
            (0, "0.999999", 1, 1, 0),
            (0, "-0.999999", -1, -1, 0),
            (1, "99.95", "100", "100", "99.9"),
            (2, "90.004", "90", "90", "90"),
            (2, "90.005", "90.01", "90", "90"),
            (2, "90.015", "90.02", "90.02", "90.01"),
            (2, "-24.645", "-24.65", "-24.64", "-24.64"),
            (6, "0.0000005", "0.000001", "0", "0"),
            (6, "0.0000015", "0.000002", "0.000002", "0.000001"),
        ],
    )
    def test_ties_and_their_neighbours(
        self, digits: int, number: str, half_up: Any, half_even: Any, truncated: Any
    ) -> None:
        """Each mode, at a tie and on both sides of it, on both sides of zero."""
        found = [applied(Round(digits, mode), number) for mode in MODES]
        assert found == [Fraction(half_up), Fraction(half_even), Fraction(truncated)]

    def test_quotient(self) -> None:
        """The number after a rounding is a count of its own decimals."""
        assert Round(2).apply(200, 3) == (6667, 100)
        assert Round(0).apply(200, 3) == (67, 1)
        assert Round(6, "truncate").apply(-2, 3) == (-666666, 10**6)

    @given(st.integers(0, 6), st.sampled_from(MODES), FRACTIONS)
    @example(0, "half_even", Fraction(-5, 2))
    def test_by_its_definition(self, digits: int, mode: Any, number: Fraction) -> None:
        """The rounded number is what the definition of the mode gives."""
        assert applied(Round(digits, mode), number) == expected(digits, mode, number)

    @given(st.integers(0, 6), st.sampled_from(MODES), st.integers(-(10**60), 10**60), st.integers(1, 10**40))
    def test_huge_numbers(self, digits: int, mode: Any, above: int, below: int) -> None:
        """Numbers of any size are rounded exactly."""
        number = Fraction(above, below)
        assert Fraction(*Round(digits, mode).apply(above, below)) == expected(digits, mode, number)

    def test_half_up_is_the_default(self) -> None:
        """A rounding without a mode goes away from zero at a tie."""
        assert Round(2) == Round(2, "half_up") != Round(2, "half_even")

    def test_text_and_canonical(self) -> None:
        """A rounding is written with its decimals and its mode, in both languages, and as data."""
        assert Round(2).text() == "dibulatkan ke 2 desimal (setengah menjauhi nol)"
        assert Round(0, "half_even").text("en") == "rounded to 0 decimals (halves to even)"
        assert Round(6, "truncate").text() == "dibulatkan ke 6 desimal (dipotong)"
        assert Round(1, "truncate").canonical() == {"round": {"digits": 1, "mode": "truncate"}}

    @pytest.mark.parametrize("digits", [-1, 7, True, "2", 2.0, None, Decimal(2)], ids=repr)
    def test_digits(self, digits: Any) -> None:
        """Decimals are a whole number from 0 to 6."""
        with pytest.raises(InvalidValueError) as caught:
            Round(digits)
        assert (caught.value.code, caught.value.path) == ("not-a-whole-number", "Round.digits")

    @pytest.mark.parametrize("mode", ["half_down", "", "HALF_UP", None, True, ["half_up"], "half_up(0,1)or "], ids=repr)
    def test_mode(self, mode: Any) -> None:
        """No other mode is known, and none becomes part of a program."""
        with pytest.raises(InvalidValueError, match="half_up, half_even, truncate") as caught:
            Round(2, mode)
        assert (caught.value.code, caught.value.path) == ("unknown-rounding", "Round.mode")


class TestLimits:
    """A limit is an exact number, admitted like any other."""

    @pytest.mark.parametrize(
        "value", [0.5, True, None, "1,5", "", Decimal("NaN"), Decimal("Infinity"), 10**18], ids=repr
    )
    @pytest.mark.parametrize(("kind", "path"), [(Cap, "Cap.limit"), (Floor, "Floor.limit")])
    def test_refused(self, kind: Callable[[Any], object], path: str, value: Any) -> None:
        """A float, a truth value, printed text, NaN, an infinity and a number of 19 digits are no limits."""
        with pytest.raises(InvalidValueError) as caught:
            kind(value)
        assert caught.value.path == path


class TestLaws:
    """What holds for every step."""

    @given(TRANSFORMS, FRACTIONS, FRACTIONS)
    def test_monotone(self, transform: Transform, one: Fraction, other: Fraction) -> None:
        """More never becomes less."""
        assert applied(transform, min(one, other)) <= applied(transform, max(one, other))

    @given(st.one_of(ROUNDS, st.builds(Cap, LIMITS), st.builds(Floor, LIMITS)), FRACTIONS)
    def test_twice_is_once(self, transform: Transform, number: Fraction) -> None:
        """A cap, a floor and a rounding change nothing more when they come again."""
        once = applied(transform, number)
        assert applied(transform, once) == once

    @given(TRANSFORMS, st.integers(-1000, 1000), st.integers(1, 60), st.integers(1, 60))
    def test_written_otherwise(self, transform: Transform, above: int, below: int, factor: int) -> None:
        """A quotient that is not reduced gives the same number."""
        same = Fraction(*transform.apply(above, below))
        assert Fraction(*transform.apply(above * factor, below * factor)) == same

    @given(TRANSFORMS, SETS, FRACTIONS)
    def test_preimage_point_by_point(self, transform: Transform, wanted: IntervalSet, number: Fraction) -> None:
        """A number is in the preimage of a set exactly when the step takes it into the set."""
        assert preimage(transform, wanted).contains(number) == wanted.contains(applied(transform, number))

    @given(TRANSFORMS, FRACTIONS, FRACTIONS)
    def test_preimage_of_a_number(self, transform: Transform, one: Fraction, other: Fraction) -> None:
        """A number is in the preimage of what it becomes, and another exactly when it becomes the same."""
        found = applied(transform, one)
        same = preimage(transform, IntervalSet.of(Interval.point(found)))
        assert same.contains(one)
        assert same.contains(other) == (applied(transform, other) == found)

    @given(ROUNDS, FRACTIONS)
    def test_ends_of_a_preimage(self, transform: Round, number: Fraction) -> None:
        """The ends of what is rounded alike belong to it or not as the rounding of the ends says."""
        found = applied(transform, number)
        (cell,) = transform.preimage(IntervalSet.of(Interval.point(found)))
        assert cell.low is not None
        assert cell.high is not None
        assert cell.contains(cell.low) == (applied(transform, cell.low) == found)
        assert cell.contains(cell.high) == (applied(transform, cell.high) == found)
        beside = Fraction(1, 10**9)
        assert applied(transform, cell.low - beside) < found < applied(transform, cell.high + beside)
        assert applied(transform, cell.low + beside) == found == applied(transform, cell.high - beside)

    @given(TRANSFORMS)
    def test_value(self, transform: Transform) -> None:
        """A step is a value: itself again after pickling and out of its canonical form."""
        for again in (pickle.loads(pickle.dumps(transform)), transform_from_canonical(transform.canonical())):
            assert again == transform
            assert hash(again) == hash(transform)
            assert repr(again) == repr(transform)
            assert again.apply(7, 3) == transform.apply(7, 3)


class TestConstant:
    """Whether steps that never fall leave one number for all."""

    @given(st.lists(TRANSFORMS, max_size=4))
    def test_as_of_far_numbers(self, steps: list[Transform]) -> None:
        """Steps give one number to all when they give it to a very low and a very high one."""
        ends = []
        for end in ((-(10**9), 1), (10**9, 1)):
            found = end
            for step in steps:
                found = step.apply(*found)
            ends.append(Fraction(*found))
        assert is_constant(steps) == (ends[0] == ends[1])

    def test_limits(self) -> None:
        """A cap above a floor leaves a span, a cap at the floor leaves none."""
        assert not is_constant([])
        assert not is_constant([Floor(0), Cap("0.000001")])
        assert is_constant([Floor(0), Cap(0)])
        assert is_constant([Floor(0), Cap("0.000001"), Round(2)])


class TestPreimage:
    """Which numbers a step takes into a set."""

    @pytest.mark.parametrize(
        ("transform", "wanted", "found"),
        [
            (Cap(120), Interval.point(120), "[120; ∞)"),
            (Cap(120), Interval.closed(90, 119), "[90; 119]"),
            (Cap(120), Interval.more_than(120), "∅"),
            (Floor(0), Interval.point(0), "(-∞; 0]"),
            (Floor(0), Interval.less_than(0), "∅"),
            (Floor(0), Interval.closed(0, 5), "(-∞; 5]"),
            (Round(0), Interval.point(90), "[89,5; 90,5)"),
            (Round(0), Interval.point(0), "(-0,5; 0,5)"),
            (Round(0), Interval.point(-90), "(-90,5; -89,5]"),
            (Round(0), Interval.point("90.5"), "∅"),
            (Round(0), Interval.open(90, 91), "∅"),
            (Round(0), Interval.closed(90, 91), "[89,5; 91,5)"),
            (Round(0), Interval.open(89, 92), "[89,5; 91,5)"),
            (Round(0), Interval.closed("89.1", "91.9"), "[89,5; 91,5)"),
            (Round(0), Interval.at_least(90), "[89,5; ∞)"),
            (Round(0), Interval.more_than(90), "[90,5; ∞)"),
            (Round(0), Interval.at_most(90), "(-∞; 90,5)"),
            (Round(0), Interval.less_than(90), "(-∞; 89,5)"),
            (Round(0), Interval.everything(), "(-∞; ∞)"),
            (Round(2), Interval.point("90.01"), "[90,005; 90,015)"),
            (Round(1, "half_even"), Interval.point("0.2"), "[0,15; 0,25]"),
            (Round(1, "half_even"), Interval.point("0.1"), "(0,05; 0,15)"),
            (Round(0, "half_even"), Interval.point(-1), "(-1,5; -0,5)"),
            (Round(0, "half_even"), Interval.point(-2), "[-2,5; -1,5]"),
            (Round(0, "half_even"), Interval.point(0), "[-0,5; 0,5]"),
            (Round(0, "truncate"), Interval.point(0), "(-1; 1)"),
            (Round(0, "truncate"), Interval.point(1), "[1; 2)"),
            (Round(0, "truncate"), Interval.point(-1), "(-2; -1]"),
            (Round(1, "truncate"), Interval.closed("-0.1", "0.1"), "(-0,2; 0,2)"),
            (CONVERSION, Interval.point(50), "{60}"),
            (CONVERSION, Interval.open(49, 50), "(59; 60)"),
        ],
        ids=str,
    )
    def test_known(self, transform: Transform, wanted: Interval, found: str) -> None:
        """Caps, floors, roundings and conversions turned around, at their limits and ties."""
        assert preimage(transform, IntervalSet.of(wanted)).text() == found

    def test_of_nothing_and_of_several(self) -> None:
        """Nothing comes from nowhere, and what is rounded to neighbours is one interval."""
        assert preimage(Round(0), IntervalSet()).is_empty
        wanted = IntervalSet.of(Interval.point(1), Interval.point(2), Interval.point(5))
        assert preimage(Round(0), wanted).text() == "[0,5; 2,5) ∪ [4,5; 5,5)"


class TestFromCanonical:
    """Data of no step is refused with one error."""

    @pytest.mark.parametrize(
        "data",
        [
            {},
            {"cap": 120},
            {"cap": None},
            {"roof": "120"},
            {"round": {"digits": 2}},
            {"round": {"digits": "2", "mode": "half_up"}},
            {"round": {"digits": 2, "mode": "half_down"}},
            {"round": 2},
            {"piecewise": {"segments": [], "jumps": "60"}},
            {"piecewise": {"segments": [1], "jumps": []}},
            {"piecewise": {"segments": [{"start": None}], "jumps": []}},
            {"piecewise": {"segments": [{"start": None, "points": [["0", "0"]]}], "jumps": []}},
            {"piecewise": {"segments": [{"start": None, "points": [["0", "0"], ["1"]]}], "jumps": []}},
            {"piecewise": {"segments": [{"points": [["0", "0"], ["1", "1"]]}], "jumps": []}},
            [],
            "cap",
            None,
        ],
        ids=repr,
    )
    def test_refused(self, data: Any) -> None:
        """A missing part, a part of another kind and an unknown step are all the same fault."""
        with pytest.raises(InvalidValueError) as caught:
            transform_from_canonical(data)
        assert (caught.value.code, caught.value.path) == ("unknown-transform", "Transform")

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            ({"cap": "1e999999999"}, "not-canonical"),
            ({"floor": "9" * 10**6}, "number-too-large"),
            ({"round": {"digits": 7, "mode": "half_up"}}, "not-a-whole-number"),
            ({"round": {"digits": True, "mode": "half_up"}}, "not-a-whole-number"),
            ({"piecewise": {"segments": [], "jumps": []}}, "piecewise-broken"),
            (
                {"piecewise": {"segments": [{"start": None, "points": [["0", "0"], ["0", "1"]]}], "jumps": []}},
                "segment-vertical",
            ),
            (
                {"piecewise": {"segments": [{"start": None, "points": [["0", 0.5], ["1", "1"]]}], "jumps": []}},
                "float-refused",
            ),
        ],
        ids=["exponent", "megabyte", "digits", "truth", "empty", "vertical", "float"],
    )
    def test_what_a_constructor_refuses(self, data: Any, code: str) -> None:
        """Numbers and parts go through the constructors, with their errors."""
        with pytest.raises(InvalidValueError) as caught:
            transform_from_canonical(data)
        assert caught.value.code == code


@given(st.lists(st.sampled_from([Floor(0), Floor(-5), Cap(3), Round(0), Floor(7)]), max_size=4), st.integers(-99, 99))
def test_least(steps: Any, value: int) -> None:
    """Nothing that the steps give is below the least, and some number gets there."""
    found, lowest = Fraction(value), Fraction(-(10**9))
    for step in steps:
        found, lowest = (Fraction(*step.apply(*one.as_integer_ratio())) for one in (found, lowest))
    bound = least(steps)
    assert (bound is None) == (not any(isinstance(step, Floor) for step in steps))
    assert bound is None or (bound == lowest and bound <= found)
