"""Selang: sets of numbers between two ends, each open or closed, with the laws of sets."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Literal, NamedTuple, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.kind import of_kind, tuple_of
from sakip.base.language import Lang, require_lang
from sakip.base.notation import format_number
from sakip.base.number import Number, admit
from sakip.base.rebuild import reduce_by_fields
from sakip.errors import InvalidValueError

__all__ = ["End", "Interval", "IntervalSet"]

End = Literal["open", "closed"]
Point = Number | Fraction


class _Cut(NamedTuple):
    """A place between numbers: right before or right after ``value``, or beyond all numbers (``infinity`` -1 or 1).

    With cuts an interval is everything between two places, whatever its ends, and the algebra needs no cases.
    """

    infinity: int
    value: Fraction
    after: bool


_BOTTOM = _Cut(-1, Fraction(0), after=False)
_TOP = _Cut(1, Fraction(0), after=False)


def _point(value: Point, path: str) -> Fraction:
    if isinstance(value, Fraction):
        return value
    return Fraction(*admit(value, path).as_integer_ratio())


def _low(value: Point | None) -> Fraction | None:
    return None if value is None else _point(value, "Interval.low")


def _high(value: Point | None) -> Fraction | None:
    return None if value is None else _point(value, "Interval.high")


def _end(value: End) -> End:
    problem = ("ujung selang terbuka atau tertutup", "the end of an interval is open or closed")
    return choose(value, get_args(End), "Interval", code="unknown-end", problem=problem)


@frozen
class Interval:
    """Selang: every number between two ends; never empty.

    Attributes:
        low: The lower end, or None when there is none.
        high: The upper end, or None when there is none.
        low_end: Whether ``low`` itself is outside (``open``) or inside (``closed``); always ``open`` without one.
        high_end: The same for ``high``.

    Raises:
        InvalidValueError: Ends that leave no number between them, an unknown kind of end, or an end that is no
            exact number.

    Examples:
        >>> band = Interval.closed_open(90, 100)
        >>> band.contains(90), band.contains(100), band.text()
        (True, False, '[90; 100)')
    """

    low: Fraction | None = field(converter=_low)
    high: Fraction | None = field(converter=_high)
    low_end: End = field(default="closed", converter=_end, kw_only=True)
    high_end: End = field(default="closed", converter=_end, kw_only=True)

    def __attrs_post_init__(self) -> None:
        # One written form: an end that does not exist is open.
        if self.low is None:
            object.__setattr__(self, "low_end", "open")
        if self.high is None:
            object.__setattr__(self, "high_end", "open")
        if _from(self) >= _upto(self):
            raise InvalidValueError(
                code="empty-interval",
                path="Interval",
                value=(self.low, self.high),
                problem=("tidak ada angka di antara kedua ujung", "there is no number between the two ends"),
                way_out=(
                    "Tulis batas bawah lebih dahulu; satu titik ditulis Interval.point",
                    "Write the lower end first; a single point is Interval.point",
                ),
            )

    @classmethod
    def closed(cls, low: Point, high: Point) -> "Interval":
        """Selang tertutup: from ``low`` to ``high``, both included.

        Examples:
            >>> Interval.closed(0, 120).text()
            '[0; 120]'
        """
        return cls(low, high)

    @classmethod
    def open(cls, low: Point, high: Point) -> "Interval":
        """Selang terbuka: between ``low`` and ``high``, neither included.

        Examples:
            >>> Interval.open(0, 120).text("en")
            '(0, 120)'
        """
        return cls(low, high, low_end="open", high_end="open")

    @classmethod
    def closed_open(cls, low: Point, high: Point) -> "Interval":
        """Selang setengah terbuka: from ``low``, included, to below ``high``.

        Examples:
            >>> Interval.closed_open("59.5", 75).text()
            '[59,5; 75)'
        """
        return cls(low, high, high_end="open")

    @classmethod
    def open_closed(cls, low: Point, high: Point) -> "Interval":
        """Selang setengah terbuka: from above ``low`` to ``high``, included.

        Examples:
            >>> Interval.open_closed(90, 100).text()
            '(90; 100]'
        """
        return cls(low, high, low_end="open")

    @classmethod
    def at_least(cls, low: Point) -> "Interval":
        """Sekurang-kurangnya: ``low`` and everything above it.

        Examples:
            >>> Interval.at_least(90).text()
            '[90; ∞)'
        """
        return cls(low, None)

    @classmethod
    def more_than(cls, low: Point) -> "Interval":
        """Lebih dari: everything above ``low``.

        Examples:
            >>> Interval.more_than(90).text()
            '(90; ∞)'
        """
        return cls(low, None, low_end="open")

    @classmethod
    def at_most(cls, high: Point) -> "Interval":
        """Paling banyak: ``high`` and everything below it.

        Examples:
            >>> Interval.at_most(90).text()
            '(-∞; 90]'
        """
        return cls(None, high)

    @classmethod
    def less_than(cls, high: Point) -> "Interval":
        """Kurang dari: everything below ``high``.

        Examples:
            >>> Interval.less_than(90).text()
            '(-∞; 90)'
        """
        return cls(None, high, high_end="open")

    @classmethod
    def point(cls, value: Point) -> "Interval":
        """Titik: one number alone.

        Examples:
            >>> Interval.point(100).text()
            '{100}'
        """
        return cls(value, value)

    @classmethod
    def everything(cls) -> "Interval":
        """Semua angka: no end on either side.

        Examples:
            >>> Interval.everything().text()
            '(-∞; ∞)'
        """
        return cls(None, None)

    def contains(self, value: Point) -> bool:
        """Memuat: whether the number lies in the interval.

        Raises:
            InvalidValueError: No exact number.

        Examples:
            >>> Interval.at_least(90).contains("89.999999")
            False
        """
        return _from(self) <= _Cut(0, _point(value, "Interval.contains"), after=False) < _upto(self)

    def text(self, lang: Lang = "id") -> str:
        """Teks selang: in mathematical notation, its ends parted by a semicolon where the comma is the decimal mark.

        Examples:
            >>> Interval.closed_open(Fraction(1, 3), "2.5").text("id")
            '[1/3; 2,5)'
        """
        parting = "; " if require_lang(lang) == "id" else ", "
        low = "-∞" if self.low is None else format_number(self.low, lang=lang)
        high = "∞" if self.high is None else format_number(self.high, lang=lang)
        if self.low is not None and self.low == self.high:
            return f"{{{low}}}"
        left, right = "[" if self.low_end == "closed" else "(", "]" if self.high_end == "closed" else ")"
        return f"{left}{low}{parting}{high}{right}"

    __reduce__ = reduce_by_fields


def _from(interval: Interval) -> _Cut:
    return _BOTTOM if interval.low is None else _Cut(0, interval.low, after=interval.low_end == "open")


def _upto(interval: Interval) -> _Cut:
    return _TOP if interval.high is None else _Cut(0, interval.high, after=interval.high_end == "closed")


def _between(low: _Cut, high: _Cut) -> Interval:
    return Interval(
        None if low.infinity else low.value,
        None if high.infinity else high.value,
        low_end="open" if low.after else "closed",
        high_end="closed" if high.after else "open",
    )


def _merged(value: Iterable[Interval]) -> tuple[Interval, ...]:
    """Sorted, disjoint and apart: intervals that touch become one, so that equal sets look alike."""
    merged: list[tuple[_Cut, _Cut]] = []
    known = tuple_of(Interval, value, "IntervalSet.intervals", "Interval.closed(0, 1)")
    for low, high in sorted((_from(interval), _upto(interval)) for interval in known):
        if merged and low <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], high)
        else:
            merged.append((low, high))
    return tuple(_between(low, high) for low, high in merged)


@frozen
class IntervalSet:
    """Himpunan selang: any number of intervals, sorted and disjoint; none for the empty set.

    Intervals that overlap or touch are merged, so two sets are equal exactly when they hold the same numbers.

    Attributes:
        intervals: In ascending order, with a number between any two.

    Examples:
        >>> bands = IntervalSet.of(Interval.closed(90, 100), Interval.open_closed(100, 120), Interval.point(0))
        >>> [interval.text() for interval in bands]
        ['{0}', '[90; 120]']
    """

    intervals: tuple[Interval, ...] = field(default=(), converter=_merged)

    @classmethod
    def of(cls, *intervals: Interval) -> "IntervalSet":
        """Himpunan dari selang: the numbers of all these intervals.

        Examples:
            >>> IntervalSet.of().is_empty
            True
        """
        return cls(intervals)

    @classmethod
    def everything(cls) -> "IntervalSet":
        """Semua angka: the whole line.

        Examples:
            >>> IntervalSet.everything().complement().text()
            '∅'
        """
        return cls((Interval.everything(),))

    def __iter__(self) -> Iterator[Interval]:
        return iter(self.intervals)

    def __len__(self) -> int:
        return len(self.intervals)

    @property
    def is_empty(self) -> bool:
        """Kosong: whether no number belongs to the set."""
        return not self.intervals

    def contains(self, value: Point) -> bool:
        """Memuat: whether the number belongs to the set.

        Raises:
            InvalidValueError: No exact number.

        Examples:
            >>> IntervalSet.of(Interval.at_most(0), Interval.at_least(10)).contains(5)
            False
        """
        place = _point(value, "IntervalSet.contains")
        return any(interval.contains(place) for interval in self.intervals)

    def union(self, other: "IntervalSet") -> "IntervalSet":
        """Gabungan: the numbers of either set.

        Examples:
            >>> IntervalSet.of(Interval.point(1)).union(IntervalSet.of(Interval.open(1, 2))).text()
            '[1; 2)'
        """
        return IntervalSet(self.intervals + _set(other, "IntervalSet.union").intervals)

    def intersection(self, other: "IntervalSet") -> "IntervalSet":
        """Irisan: the numbers of both sets.

        Examples:
            >>> IntervalSet.of(Interval.at_least(0)).intersection(IntervalSet.of(Interval.less_than(9))).text()
            '[0; 9)'
        """
        kept = _set(other, "IntervalSet.intersection").complement()
        return self.complement().union(kept).complement()

    def complement(self) -> "IntervalSet":
        """Komplemen: every number that does not belong to the set.

        Examples:
            >>> [interval.text() for interval in IntervalSet.of(Interval.closed(0, 1)).complement()]
            ['(-∞; 0)', '(1; ∞)']
        """
        lows = [_BOTTOM, *(_upto(interval) for interval in self.intervals)]
        highs = [*(_from(interval) for interval in self.intervals), _TOP]
        return IntervalSet(_between(low, high) for low, high in zip(lows, highs, strict=True) if low < high)

    def text(self, lang: Lang = "id") -> str:
        """Teks himpunan: its intervals joined by a union sign, or the sign of the empty set.

        Examples:
            >>> print(IntervalSet.of(Interval.less_than(0), Interval.at_least("1.5")).text("en"))
            (-∞, 0) \N{UNION} [1.5, ∞)
        """
        require_lang(lang)
        return " \N{UNION} ".join(interval.text(lang) for interval in self.intervals) or "∅"

    __reduce__ = reduce_by_fields


def _set(value: object, path: str) -> IntervalSet:
    return of_kind(IntervalSet, value, path, "IntervalSet.of(Interval.closed(0, 1))")
