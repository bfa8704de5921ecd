"""Straight lines side by side, every start belonging to the line that begins there, every jump declared."""

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Interval, IntervalSet
from sakip.errors import InvalidValueError
from sakip.policies import LKJIP
from sakip.scoring import Piecewise, Round, Segment
from sakip.scoring.piecewise import Point
from sakip.testing import numbers

FRACTIONS = st.fractions(-300, 300, max_denominator=30)
# PermenPANRB 8/2021 in whole percents, with the first of its jumps.
VALUES = Piecewise(
    [Segment(None, (0, 0), (59, 49)), Segment(60, (60, 50), (79, 69)), Segment("80.5", (80, 70), (99, 89))],
    jumps=[60],
)
STABILIZE = Piecewise.through([(0, 0), (90, 100), (100, 120)])


def applied(piecewise: Piecewise, number: Fraction | int | str) -> Fraction:
    """The number after the conversion, its denominator positive."""
    above, below = piecewise.apply(*Fraction(number).as_integer_ratio())
    assert below > 0
    return Fraction(above, below)


def interpolated(points: list[Point], x: Fraction) -> Fraction:
    """Between neighbours by the rule of three; beyond the outer points along the outer lines."""
    known = [(Fraction(a), Fraction(b)) for a, b in points]
    at = 0
    while at < len(known) - 2 and x >= known[at + 1][0]:
        at += 1
    (x1, y1), (x2, y2) = known[at], known[at + 1]
    return y1 + (y2 - y1) * (x - x1) / (x2 - x1)


POINTS = st.lists(
    st.tuples(numbers(-100, 100), numbers(-100, 100)), min_size=2, max_size=5, unique_by=lambda point: point[0]
)
RISING = st.builds(
    lambda xs, ys: list(zip(sorted(xs), sorted(ys), strict=False)),
    st.lists(numbers(-100, 100), min_size=5, max_size=5, unique=True),
    st.lists(numbers(-100, 100), min_size=2, max_size=5),
)


class TestSegment:
    """From a start on, the straight line through two points."""

    def test_line(self) -> None:
        """The line goes through both of its points and on."""
        line = Segment(60, (60, 50), (79, 69)).line
        assert [line.value(Fraction(x)) for x in (60, 79, 0, 100)] == [50, 69, -10, 90]
        falling = Segment(None, ("0.5", 10), (2, "5.5")).line
        assert [falling.value(Fraction(x)) for x in (0, 2)] == [Fraction(23, 2), Fraction(11, 2)]

    def test_order_of_the_points_has_no_say(self) -> None:
        """A line through the same points in the other order is the same line, though another segment."""
        one, other = Segment(None, (0, 0), (59, 49)), Segment(None, (59, 49), (0, 0))
        assert one.line == other.line
        assert one != other

    def test_level(self) -> None:
        """Two points at one height make a level line."""
        assert Segment(110, (110, 120), (111, 120)).line.value(Fraction(10**9)) == 120

    @pytest.mark.parametrize("y", [0, 1])
    def test_vertical(self, y: int) -> None:
        """Two points above each other, or one point twice, make no line."""
        with pytest.raises(InvalidValueError) as caught:
            Segment(None, (5, 0), ("5.0", y))
        assert (caught.value.code, caught.value.path) == ("segment-vertical", "Segment")

    @pytest.mark.parametrize("number", [0.5, True, "1,5", Decimal("NaN"), 10**18], ids=repr)
    def test_inexact_numbers(self, number: Any) -> None:
        """The start and the numbers of both points are admitted like any other number."""
        for path, made in (
            ("Segment.start", lambda: Segment(number, (0, 0), (1, 1))),
            ("Segment.point", lambda: Segment(0, (number, 0), (1, 1))),
            ("Segment.point", lambda: Segment(0, (0, number), (1, 1))),
            ("Segment.point", lambda: Segment(0, (0, 0), (number, 1))),
            ("Segment.point", lambda: Segment(0, (0, 0), (1, number))),
            ("Piecewise.jumps", lambda: Piecewise([Segment(None, (0, 0), (1, 1))], jumps=[number])),
        ):
            with pytest.raises(InvalidValueError) as caught:
                made()
            assert caught.value.path == path


class TestApply:
    """Every start belongs to the segment that begins there."""

    @pytest.mark.parametrize(
        ("number", "value"),
        [
            (-59, -49),
            (0, 0),
            (59, 49),
            ("59.999999", Fraction(59999999 * 49, 59 * 10**6)),
            (60, 50),
            ("60.000001", "50.000001"),
            (79, 69),
            ("80.499999", "70.499999"),
            ("80.5", "70.5"),
            (99, 89),
            (1000, 990),
        ],
        ids=str,
    )
    def test_both_sides_of_every_start(self, number: Any, value: Any) -> None:
        """Just below a start the line before still holds, at the start and above it the new one."""
        assert applied(VALUES, number) == Fraction(value)
        assert VALUES.curve().value(Fraction(number)) == Fraction(value)

    @pytest.mark.parametrize(
        ("number", "value"),
        [(0, 0), (45, 50), ("89.1", 99), (90, 100), (96, 112), (100, 120), (110, 140), (-9, -10)],
        ids=str,
    )
    def test_conversion_of_the_ministry_of_finance(self, number: Any, value: int) -> None:
        """Through (0, 0), (90, 100) and (100, 120), the outer lines going on."""
        assert applied(STABILIZE, number) == value

    def test_quotient(self) -> None:
        """The number after the conversion is a quotient whose denominator is that of the line too."""
        assert STABILIZE.apply(96, 1) == (112, 1)
        assert VALUES.apply(160, 2) == (140, 2)
        assert VALUES.apply(30, 1) == (1470, 59)

    @given(FRACTIONS)
    def test_agrees_with_its_curve(self, number: Fraction) -> None:
        """The conversion of a quotient and the value of the curve are the same."""
        assert applied(VALUES, number) == VALUES.curve().value(number)
        assert applied(STABILIZE, number) == STABILIZE.curve().value(number)

    @given(POINTS, FRACTIONS)
    def test_through_points(self, points: list[Point], number: Fraction) -> None:
        """Between two points the conversion is the rule of three, and the order in which they are given has no say."""
        expected = interpolated(sorted(points), number)
        assert applied(Piecewise.through(points), number) == expected
        assert Piecewise.through(reversed(points)) == Piecewise.through(points)

    @given(POINTS)
    def test_goes_through_its_points(self, points: list[Point]) -> None:
        """At each point the conversion has the value that the point states."""
        piecewise = Piecewise.through(points)
        assert all(applied(piecewise, Fraction(x)) == Fraction(y) for x, y in points)

    @given(RISING, FRACTIONS, FRACTIONS)
    def test_monotone(self, points: list[Point], one: Fraction, other: Fraction) -> None:
        """Where the points rise, more never becomes less."""
        piecewise = Piecewise.through(points)
        assert applied(piecewise, min(one, other)) <= applied(piecewise, max(one, other))

    @given(POINTS, FRACTIONS, FRACTIONS)
    def test_preimage(self, points: list[Point], one: Fraction, other: Fraction) -> None:
        """A number is in the preimage of its value, and another exactly when it has the same."""
        piecewise = Piecewise.through(points)
        found = applied(piecewise, one)
        same = piecewise.curve().preimage(IntervalSet.of(Interval.point(found)))
        assert same.contains(one)
        assert same.contains(other) == (applied(piecewise, other) == found)


class TestConstruction:
    """Segments rise, only the first has no start, and the jumps are just those that are declared."""

    @pytest.mark.parametrize(
        "segments",
        [
            [],
            [Segment(0, (0, 0), (1, 1))],
            [Segment(None, (0, 0), (1, 1)), Segment(None, (0, 0), (1, 1))],
            [Segment(None, (0, 0), (1, 1)), Segment(5, (0, 0), (1, 1)), Segment(None, (0, 0), (1, 1))],
            [Segment(None, (0, 0), (1, 1)), Segment(5, (0, 0), (1, 1)), Segment(5, (0, 0), (1, 1))],
            [Segment(None, (0, 0), (1, 1)), Segment(6, (0, 0), (1, 1)), Segment(5, (0, 0), (1, 1))],
            [Segment(5, (0, 0), (1, 1)), Segment(None, (0, 0), (1, 1))],
        ],
        ids=["none", "no first", "two first", "open later", "twice", "falling", "open last"],
    )
    def test_order(self, segments: list[Segment]) -> None:
        """No segment, a first one with a start, a later one without, and starts that do not rise are refused."""
        with pytest.raises(InvalidValueError) as caught:
            Piecewise(segments)
        assert (caught.value.code, caught.value.path) == ("piecewise-broken", "Piecewise")
        assert caught.value.value == tuple(segments)

    def test_too_many_segments(self) -> None:
        """200 segments stand, also in a policy, and one more is refused with how many there are."""
        most = Piecewise.through([(at, 2 * at) for at in range(201)])
        assert Fraction(*most.apply(397, 2)) == 397
        assert LKJIP.evolve(id="longest", indicator=[most, Round(2)]).indicator[0] == most
        with pytest.raises(InvalidValueError) as caught:
            Piecewise.through([(at, 2 * at) for at in range(202)])
        assert (caught.value.code, caught.value.path, caught.value.value) == ("piecewise-broken", "Piecewise", 201)

    @pytest.mark.parametrize("points", [[], [(0, 0)]], ids=str)
    def test_too_few_points(self, points: list[Point]) -> None:
        """A line needs two points."""
        with pytest.raises(InvalidValueError) as caught:
            Piecewise.through(points)
        assert caught.value.code == "piecewise-broken"

    def test_points_above_each_other(self) -> None:
        """Two points at one place are no jump, but a fault."""
        with pytest.raises(InvalidValueError) as caught:
            Piecewise.through([(0, 0), (5, 6), (5, 5)])
        assert (caught.value.code, caught.value.path) == ("segment-vertical", "Segment")
        assert caught.value.value == ((5, 5), (5, 6))

    @pytest.mark.parametrize(
        ("jumps", "really"),
        [([], "60"), ([61], "60"), ([60, "80.5"], "60"), ([60, 60], "60"), (["59.999999"], "60")],
        ids=str,
    )
    def test_jumps_must_be_declared(self, jumps: list[Any], really: str) -> None:
        """A jump that is not declared, and a declared one that is none, are refused with the real ones named."""
        with pytest.raises(InvalidValueError) as caught:
            Piecewise(VALUES.segments, jumps=jumps)
        assert (caught.value.code, caught.value.path) == ("piecewise-broken", "Piecewise")
        assert caught.value.problem[0].endswith(f" {really}")
        assert caught.value.problem[1].endswith(f" {really}")

    def test_no_jump_at_all(self) -> None:
        """Where lines meet, nothing may be declared, and the error says that there is nothing."""
        with pytest.raises(InvalidValueError) as caught:
            Piecewise(STABILIZE.segments, jumps=[90])
        assert caught.value.value == (Decimal(90),)
        assert caught.value.problem == ("tidak ada lompatan", "there is no jump")
        assert caught.value.way_out == ("Hapus jumps", "Leave jumps out")

    def test_several_jumps_in_any_order(self) -> None:
        """Jumps may be declared in any order, and are named in the order in which they occur."""
        segments = [Segment(None, (0, 0), (1, 0)), Segment(5, (0, 1), (1, 1)), Segment(7, (0, 2), (1, 2))]
        assert Piecewise(segments, jumps=[7, 5]).jumps == (7, 5)
        with pytest.raises(InvalidValueError) as caught:
            Piecewise(segments)
        assert caught.value.problem[1].endswith(" 5, 7")

    def test_a_jump_down_is_a_jump(self) -> None:
        """A conversion may fall; whether a policy may use it is for the laws to say."""
        falling = Piecewise([Segment(None, (0, 10), (1, 10)), Segment(5, (5, 0), (6, 1))], jumps=[5])
        assert (applied(falling, "4.999999"), applied(falling, 5)) == (10, 0)

    @pytest.mark.parametrize("segment", [1, None, "0", (None, (0, 0), (1, 1))], ids=repr)
    def test_only_segments(self, segment: Any) -> None:
        """Nothing but segments makes a conversion."""
        with pytest.raises(InvalidValueError) as caught:
            Piecewise([segment])
        assert (caught.value.code, caught.value.path) == ("wrong-kind", "Piecewise.segments[0]")
        assert caught.value.value is segment

    def test_value(self) -> None:
        """A conversion is a value: itself again after pickling, and hashable."""
        again = pickle.loads(pickle.dumps(VALUES))
        assert again == VALUES != STABILIZE
        assert hash(again) == hash(VALUES)
        assert again.apply(61, 1) == (51, 1)


class TestFall:
    """Two numbers that a conversion takes the wrong way round."""

    @given(
        st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=2, max_size=5, unique_by=lambda p: p[0])
    )
    def test_found_where_there_is_one(self, points: list[Point]) -> None:
        """Where the values of the points rise there is none, elsewhere the two numbers show it."""
        conversion = Piecewise.through(points)
        values = [y for _, y in sorted(points)]
        if conversion.fall is None:
            assert values == sorted(values)
        else:
            low, high = conversion.fall
            assert low < high
            assert applied(conversion, low) > applied(conversion, high)
            assert values != sorted(values)

    @pytest.mark.parametrize(("y", "falls"), [(100, False), (101, False), ("99.999999", True), (-5, True)])
    @pytest.mark.parametrize("first", [(0, 0), (0, 100)], ids=["rising", "level"])
    def test_jumps(self, first: Point, y: Any, falls: bool) -> None:
        """A jump up is no fall, a jump down by the least number is one."""
        steps = Piecewise(
            [Segment(None, first, (100, 100)), Segment(100, (100, y), (101, y))], jumps=[] if y == 100 else [100]
        )
        assert (steps.fall is not None) == falls
        if steps.fall is not None:
            low, high = steps.fall
            assert low < high == 100
            assert applied(steps, low) > applied(steps, high)

    def test_published_conversions(self) -> None:
        """The value tables of the regulations rise."""
        assert VALUES.fall is STABILIZE.fall is None


class TestWriting:
    """A conversion in words and as data."""

    def test_curve(self) -> None:
        """The pieces lie side by side, closed on the side on which they begin."""
        assert [interval.text() for interval, _ in VALUES.curve().pieces] == ["(-∞; 60)", "[60; 80,5)", "[80,5; ∞)"]
        assert [interval for interval, _ in Piecewise.through([(0, 0), (1, 1)]).curve().pieces] == [
            Interval.everything()
        ]

    def test_text(self) -> None:
        """Each segment is written with its start and its two points, in the notation of the language."""
        assert VALUES.text() == (
            "konversi bertahap (0 → 0, 59 → 49; mulai 60: 60 → 50, 79 → 69; mulai 80,5: 80 → 70, 99 → 89)"
        )
        assert Piecewise.through([("0.5", 0), (1000, 1)]).text("en") == "piecewise conversion (0.5 → 0, 1,000 → 1)"
        assert Piecewise.through([(0, "0.5"), (1, 1000)]).text("en") == "piecewise conversion (0 → 0.5, 1 → 1,000)"
        assert STABILIZE.text("en").endswith("; from 90: 90 → 100, 100 → 120)")

    def test_canonical(self) -> None:
        """A conversion is plain data, its numbers as text."""
        assert VALUES.canonical() == {
            "piecewise": {
                "segments": [
                    {"start": None, "points": [["0", "0"], ["59", "49"]]},
                    {"start": "60", "points": [["60", "50"], ["79", "69"]]},
                    {"start": "80.5", "points": [["80", "70"], ["99", "89"]]},
                ],
                "jumps": ["60"],
            },
        }
