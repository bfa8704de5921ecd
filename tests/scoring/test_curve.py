"""A rule as a function of the realization: pieces, their images and where values come from."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Interval, IntervalSet
from sakip.scoring.curve import Curve, Moebius, cells, sample

SMALL = st.integers(-6, 6).map(Fraction)
PIECES = st.builds(Moebius, SMALL, SMALL, SMALL, SMALL).filter(lambda piece: (piece.c, piece.d) != (0, 0))
PROBES = [Fraction(steps, 4) for steps in range(-30, 31)]


class TestMoebius:
    @given(piece=PIECES, value=SMALL)
    def test_solve(self, piece: Moebius, value: Fraction) -> None:
        """The solution has the value; without one, no probe has it, or all have it."""
        x = piece.solve(value)
        if x is not None and x != piece.pole:
            assert piece.value(x) == value
        elif x is None:
            values = {piece.value(probe) for probe in PROBES if probe != piece.pole}
            assert value not in values or values == {value}

    @given(piece=PIECES)
    def test_slope(self, piece: Moebius) -> None:
        """On either side of its pole a piece rises, falls or is constant as its sign says."""
        pole = piece.pole
        for left in (True, False):
            side = [probe for probe in PROBES if pole is None or (probe < pole if left else probe > pole)]
            values = [piece.value(probe) for probe in side]
            steps = {(b > a) - (b < a) for a, b in pairwise(values)}
            assert steps <= {piece.slope_sign}

    def test_line(self) -> None:
        """A line has no pole."""
        assert Moebius.line(2, 3).value(Fraction(5)) == 13
        assert Moebius.line(2, 3).pole is None
        assert Moebius(Fraction(1), Fraction(0), Fraction(2), Fraction(6)).pole == -3


class TestCells:
    @given(points=st.lists(SMALL, max_size=5))
    def test_tile_the_line(self, points: list[Fraction]) -> None:
        """Every number lies in exactly one cell, each point in one of its own, and each cell's sample inside it."""
        found = cells(points)
        assert len(found) == 2 * len(set(points)) + 1
        for probe in PROBES:
            assert sum(cell.contains(probe) for cell in found) == 1
        assert all(cell.contains(sample(cell)) for cell in found)
        assert {cell.low for cell in found if cell.low == cell.high} - {None} == set(points)


def curve_of(piece: Moebius, ends: tuple[Fraction, Fraction]) -> Curve:
    """Pieces between and beside two points: the piece, one of half its slope, and nothing in one gap."""
    low, high = min(ends), max(ends)
    parts = [(Interval.less_than(low), piece), (Interval.point(low), Moebius.line(0, 1))]
    if low < high:
        parts.append((Interval.open(low, high), Moebius.line(1, 0)))
    clear = [(interval, one) for interval, one in parts if one.pole is None or not interval.contains(one.pole)]
    return Curve([*clear, (Interval.more_than(high), Moebius.line(-1, 2))])


class TestCurve:
    @given(piece=PIECES, ends=st.tuples(SMALL, SMALL), wanted=st.tuples(SMALL, SMALL))
    def test_preimage(self, piece: Moebius, ends: tuple[Fraction, Fraction], wanted: tuple[Fraction, Fraction]) -> None:
        """A number lies in the preimage of a set exactly when its value lies in the set."""
        curve = curve_of(piece, ends)
        low, high = min(wanted), max(wanted)
        values = IntervalSet.of(Interval.closed_open(low, high + 1), Interval.point(high + 3))
        found = curve.preimage(values)
        for probe in PROBES:
            value = curve.value(probe)
            assert found.contains(probe) == (value is not None and values.contains(value))

    @given(piece=PIECES, ends=st.tuples(SMALL, SMALL), of=st.tuples(SMALL, SMALL), probe=SMALL)
    def test_image(
        self, piece: Moebius, ends: tuple[Fraction, Fraction], of: tuple[Fraction, Fraction], probe: Fraction
    ) -> None:
        """Every value of the set is in the image, and every number of the image is some value of the set."""
        curve = curve_of(piece, ends)
        points = IntervalSet.of(Interval.open_closed(min(of), max(of) + 1))
        image = curve.image(points)
        for one in PROBES:
            value = curve.value(one)
            if points.contains(one) and value is not None:
                assert image.contains(value)
        if image.contains(probe):
            assert not curve.preimage(IntervalSet.of(Interval.point(probe))).intersection(points).is_empty

    def test_undefined(self) -> None:
        """Where no piece lies there is no value."""
        curve = Curve([(Interval.closed(0, 1), Moebius.line(1, 0))])
        assert curve.value(Fraction(2)) is None
        assert curve.preimage(IntervalSet.everything()).text("en") == "[0, 1]"

    @pytest.mark.parametrize(
        ("interval", "image"),
        [
            (Interval.more_than(0), "(0, ∞)"),
            (Interval.closed(1, 4), "[1/4, 1]"),
            (Interval.open_closed(0, 2), "[0.5, ∞)"),
            (Interval.at_least(2), "(0, 0.5]"),
            (Interval.point(2), "{0.5}"),
        ],
    )
    def test_towards_a_pole_and_infinity(self, interval: Interval, image: str) -> None:
        """1/x runs to infinity at its pole and to an open zero at infinity."""
        hyperbola = Curve([(Interval.more_than(0), Moebius(Fraction(0), Fraction(1), Fraction(1), Fraction(0)))])
        assert hyperbola.image(IntervalSet.of(interval)).text("en") in {image, image.replace("1/4", "0.25")}

    def test_a_falling_quotient_on_both_sides_of_its_pole(self) -> None:
        """8/x swaps the ends of an interval, and an interval across the pole has two images."""
        falling = Moebius(Fraction(0), Fraction(8), Fraction(1), Fraction(0))
        curve = Curve([(Interval.less_than(0), falling), (Interval.more_than(0), falling)])
        known = {
            Interval.closed(1, 4): "[2, 8]",
            Interval.open_closed(1, 4): "[2, 8)",
            Interval.closed_open(1, 4): "(2, 8]",
            Interval.more_than(4): "(0, 2)",
            Interval.at_most(-4): "[-2, 0)",
            Interval.closed(-4, 4): "(-∞, -2] ∪ [2, ∞)",
            Interval.everything(): "(-∞, 0) ∪ (0, ∞)",
            Interval.point(0): "∅",
        }
        assert {points: curve.image(IntervalSet.of(points)).text("en") for points in known} == known

    def test_a_rising_quotient(self) -> None:
        """(3x - 1)/x keeps the order of the ends, rises out of the depth at its pole and never reaches 3."""
        curve = Curve([(Interval.more_than(0), Moebius(Fraction(3), Fraction(-1), Fraction(1), Fraction(0)))])
        assert curve.image(IntervalSet.of(Interval.closed_open(1, 2))).text("en") == "[2, 2.5)"
        assert curve.image(IntervalSet.of(Interval.everything())).text("en") == "(-∞, 3)"
        assert curve.preimage(IntervalSet.of(Interval.closed(2, 3))).text("en") == "[1, ∞)"

    def test_a_level_piece(self) -> None:
        """A piece that neither rises nor falls has one value, whose origin is the whole piece."""
        curve = Curve([(Interval.closed_open(0, 9), Moebius.line(0, 7))])
        assert curve.image(IntervalSet.of(Interval.open(0, 1), Interval.at_least(5))).text("en") == "{7}"
        assert curve.image(IntervalSet()).is_empty
        assert curve.preimage(IntervalSet.of(Interval.point(7))).text("en") == "[0, 9)"
        assert curve.preimage(IntervalSet.of(Interval.open(7, 8))).is_empty
        assert curve.preimage(IntervalSet()).is_empty

    @pytest.mark.parametrize(
        ("cell", "point"),
        [
            (Interval.everything(), 0),
            (Interval.less_than(3), 2),
            (Interval.more_than(3), 4),
            (Interval.open(1, 2), Fraction(3, 2)),
            (Interval.point(7), 7),
        ],
        ids=str,
    )
    def test_sample(self, cell: Interval, point: Fraction | int) -> None:
        """The sample of a cell is its middle, or lies one beside its only end."""
        assert sample(cell) == point
