"""Sets of numbers between two ends, with the laws of sets."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.interval import End, Interval, IntervalSet
from sakip.errors import InvalidValueError
from tests.base.contract import assert_way_out, facts_of

STEP = Fraction(1, 4)
POINTS = st.integers(-8, 8).map(lambda steps: steps * STEP * 2)
ENDS = st.sampled_from(["open", "closed"])
# Every number that the drawn intervals can tell apart: their ends, and one number between any two.
PROBES = [Fraction(steps, 1) * STEP for steps in range(-20, 21)]


def drawn(low: Fraction | None, high: Fraction | None, low_end: End, high_end: End) -> Interval | None:
    """The interval, or None where it would be empty."""
    try:
        return Interval(low, high, low_end=low_end, high_end=high_end)
    except InvalidValueError:
        return None


INTERVALS = st.builds(drawn, st.none() | POINTS, st.none() | POINTS, ENDS, ENDS).filter(lambda value: value is not None)
SETS = st.lists(INTERVALS, max_size=5).map(IntervalSet)


def members(numbers: IntervalSet) -> list[bool]:
    """Which of the probes belong to the set."""
    return [numbers.contains(probe) for probe in PROBES]


class TestEnds:
    """A boundary is open or closed and never a bare boolean."""

    @pytest.mark.parametrize(
        ("interval", "inside", "outside", "indonesian", "english"),
        [
            (Interval.closed(0, 2), [0, 1, 2], ["-0.000001", "2.000001"], "[0; 2]", "[0, 2]"),
            (Interval.open(0, 2), ["0.000001", "1.999999"], [0, 2], "(0; 2)", "(0, 2)"),
            (Interval.closed_open("90", 100), [90, "99.999999"], [100, "89.999999"], "[90; 100)", "[90, 100)"),
            (Interval.open_closed(90, 100), ["90.004", 100], [90, "100.000001"], "(90; 100]", "(90, 100]"),
            (Interval.at_least(Decimal("59.5")), ["59.5", 10**17], ["59.499999"], "[59,5; ∞)", "[59.5, ∞)"),
            (Interval.more_than(90), ["90.000001"], [90], "(90; ∞)", "(90, ∞)"),
            (Interval.at_most(0), [0, -(10**17)], ["0.000001"], "(-∞; 0]", "(-∞, 0]"),
            (Interval.less_than(0), ["-0.000001"], [0], "(-∞; 0)", "(-∞, 0)"),
            (Interval.point(Fraction(1, 3)), [Fraction(1, 3)], ["0.333333"], "{1/3}", "{1/3}"),
            (Interval.everything(), [0, 10**17, -(10**17)], [], "(-∞; ∞)", "(-∞, ∞)"),
            (Interval.closed(-1000, "1000.5"), [0], [1001], "[-1.000; 1.000,5]", "[-1,000, 1,000.5]"),
        ],
        ids=str,
    )
    def test_constructors(
        self, interval: Interval, inside: list[Any], outside: list[Any], indonesian: str, english: str
    ) -> None:
        """Each named constructor holds what it says on both sides of its ends, and is written so."""
        assert all(interval.contains(number) for number in inside)
        assert not any(interval.contains(number) for number in outside)
        assert (interval.text(), interval.text("en")) == (indonesian, english)

    def test_equality_is_canonical(self) -> None:
        """An end that does not exist is open, and the same end may come as int, Decimal, text or Fraction."""
        assert Interval(None, 5) == Interval.at_most(5) == Interval(None, 5, low_end="closed")
        assert Interval(None, None, high_end="closed") == Interval.everything()
        assert Interval.point("2.50") == Interval.point(Decimal("2.5")) == Interval.closed(Fraction(5, 2), "2.5")
        assert Interval.closed(0, 1) != Interval.closed_open(0, 1)

    @pytest.mark.parametrize(
        ("low", "high", "low_end", "high_end"),
        [
            (1, 0, "closed", "closed"),
            (0, 0, "open", "closed"),
            (0, 0, "closed", "open"),
            (0, 0, "open", "open"),
            ("0.000001", 0, "closed", "closed"),
        ],
    )
    def test_empty_intervals_cannot_exist(self, low: Any, high: Any, low_end: End, high_end: End) -> None:
        """Swapped ends, and a point with an open end, leave nothing."""
        code, path, value = facts_of(lambda: Interval(low, high, low_end=low_end, high_end=high_end))
        assert (code, path, value) == ("empty-interval", "Interval", (Fraction(low), Fraction(high)))

    @pytest.mark.parametrize("end", [True, False, None, "", "left", "Closed"])
    def test_unknown_end(self, end: Any) -> None:
        """A bare boolean is no end."""
        for field in ("low_end", "high_end"):
            with pytest.raises(InvalidValueError, match="open, closed") as caught:
                Interval(0, 1, **{field: end})
            assert (caught.value.code, caught.value.path) == ("unknown-end", "Interval")
            assert caught.value.value is end

    @pytest.mark.parametrize("value", [0.5, True, "1,5", Decimal("NaN"), Decimal("1e999999999"), [0]])
    def test_inexact_numbers(self, value: Any) -> None:
        """Ends and questions are exact numbers or refused."""
        refused: dict[str, Callable[[], object]] = {
            "Interval.low": lambda: Interval(value, None),
            "Interval.high": lambda: Interval(None, value),
            "Interval.contains": lambda: Interval.everything().contains(value),
            "IntervalSet.contains": lambda: IntervalSet().contains(value),
        }
        for path, attempt in refused.items():
            _, where, what = facts_of(attempt)
            assert where == path
            assert what is value

    def test_unknown_language(self) -> None:
        """Neither an interval nor a set is written in an unknown language, not even the empty set."""
        for shown in (Interval.everything(), IntervalSet(), IntervalSet.everything()):
            with pytest.raises(InvalidValueError, match="unknown language"):
                shown.text("fr")  # type: ignore[arg-type]


class TestSet:
    """Sorted and disjoint; none for the empty set."""

    def test_touching_intervals_merge(self) -> None:
        """Intervals merge when no number is missing between them, and stay apart when one is."""
        assert len(IntervalSet.of(Interval.closed(0, 1), Interval.open(1, 2))) == 1
        assert len(IntervalSet.of(Interval.closed_open(0, 1), Interval.closed(1, 2))) == 1
        assert len(IntervalSet.of(Interval.closed_open(0, 1), Interval.open_closed(1, 2))) == 2
        assert len(IntervalSet.of(Interval.open(0, 1), Interval.point(1), Interval.open(1, 2))) == 1
        assert IntervalSet.of(Interval.closed(0, 9), Interval.closed(1, 2)).text() == "[0; 9]"

    def test_text(self) -> None:
        """Intervals are joined by the sign of a union; the empty set has its own sign."""
        bands = IntervalSet.of(Interval.at_least("1.5"), Interval.point(0))
        assert (bands.text(), bands.text("en")) == ("{0} \N{UNION} [1,5; ∞)", "{0} \N{UNION} [1.5, ∞)")
        assert (IntervalSet().text(), IntervalSet().text("en")) == ("∅", "∅")

    def test_empty_and_everything(self) -> None:
        """The empty set and the whole line are each other's complement."""
        assert IntervalSet().is_empty
        assert not IntervalSet.everything().is_empty
        assert IntervalSet().complement() == IntervalSet.everything()
        assert IntervalSet.everything().complement() == IntervalSet()

    def test_order_and_repetition_have_no_say(self) -> None:
        """A set walks in ascending order, whatever the order in which it was made."""
        parts = [Interval.point(3), Interval.less_than(0), Interval.point(3), Interval.closed(1, 2)]
        assert list(IntervalSet(parts)) == [parts[1], parts[3], parts[0]]
        assert IntervalSet(parts) == IntervalSet(reversed(parts))

    def test_only_intervals(self) -> None:
        """Nothing but intervals makes a set."""
        refused: list[tuple[Any, Any, tuple[str, str, Any]]] = [
            (IntervalSet, [(0, 1)], ("wrong-kind", "IntervalSet.intervals[0]", (0, 1))),
            (IntervalSet, 5, ("not-a-list", "IntervalSet.intervals", 5)),
            (IntervalSet().union, (0, 1), ("wrong-kind", "IntervalSet.union", (0, 1))),
            (IntervalSet().intersection, None, ("wrong-kind", "IntervalSet.intersection", None)),
        ]
        for make, wrong, facts in refused:
            assert facts_of(lambda make=make, wrong=wrong: make(wrong)) == facts
            assert_way_out(make, wrong, Interval=Interval, IntervalSet=IntervalSet)

    @given(SETS)
    def test_value(self, numbers: IntervalSet) -> None:
        """A set is a value: itself again after pickling, and its hash follows equality."""
        again = pickle.loads(pickle.dumps(numbers))
        assert again == numbers
        assert hash(again) == hash(numbers)


class TestLaws:
    """The algebra agrees with logic, point by point."""

    @given(SETS, SETS)
    def test_membership(self, one: IntervalSet, other: IntervalSet) -> None:
        """Union is or, intersection is and, complement is not."""
        pairs = list(zip(members(one), members(other), strict=True))
        assert members(one.union(other)) == [left or right for left, right in pairs]
        assert members(one.intersection(other)) == [left and right for left, right in pairs]
        assert members(one.complement()) == [not left for left, _ in pairs]

    @given(SETS, SETS)
    def test_equality_is_membership(self, one: IntervalSet, other: IntervalSet) -> None:
        """Two sets are equal exactly when they hold the same numbers."""
        assert (one == other) == (members(one) == members(other))

    @given(SETS)
    def test_canonical_form(self, numbers: IntervalSet) -> None:
        """Between two neighbours at least one number is missing, and making the set again changes nothing."""
        for left, right in zip(numbers.intervals, numbers.intervals[1:], strict=False):
            assert left.high is not None
            assert right.low is not None
            assert (left.high, left.high_end == "closed") < (right.low, right.low_end == "open")
        assert IntervalSet(numbers) == numbers

    @given(SETS, SETS, SETS)
    def test_commutative_associative(self, one: IntervalSet, two: IntervalSet, three: IntervalSet) -> None:
        """Order and grouping have no say."""
        assert one.union(two) == two.union(one)
        assert one.intersection(two) == two.intersection(one)
        assert one.union(two).union(three) == one.union(two.union(three))
        assert one.intersection(two).intersection(three) == one.intersection(two.intersection(three))

    @given(SETS, SETS, SETS)
    def test_distributive(self, one: IntervalSet, two: IntervalSet, three: IntervalSet) -> None:
        """Each operation distributes over the other, and absorbs it."""
        assert one.intersection(two.union(three)) == one.intersection(two).union(one.intersection(three))
        assert one.union(two.intersection(three)) == one.union(two).intersection(one.union(three))
        assert one.union(one.intersection(two)) == one == one.intersection(one.union(two))

    @given(SETS, SETS)
    def test_de_morgan(self, one: IntervalSet, other: IntervalSet) -> None:
        """Complement turns or into and, and back."""
        assert one.union(other).complement() == one.complement().intersection(other.complement())
        assert one.intersection(other).complement() == one.complement().union(other.complement())

    @given(SETS)
    def test_complement(self, numbers: IntervalSet) -> None:
        """A set and its complement are apart and make the whole line; twice is nothing."""
        assert numbers.complement().complement() == numbers
        assert numbers.intersection(numbers.complement()).is_empty
        assert numbers.union(numbers.complement()) == IntervalSet.everything()

    @given(SETS)
    def test_neutral_elements(self, numbers: IntervalSet) -> None:
        """Nothing and everything are neutral, and a set with itself is itself."""
        nothing, everything = IntervalSet(), IntervalSet.everything()
        assert numbers.union(nothing) == numbers == numbers.intersection(everything)
        assert numbers.intersection(nothing) == nothing
        assert numbers.union(everything) == everything
        assert numbers.union(numbers) == numbers == numbers.intersection(numbers)
