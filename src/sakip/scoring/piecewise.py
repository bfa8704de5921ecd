"""Konversi bertahap: straight lines side by side, with their jumps declared."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import cast

from attrs import field, frozen

from sakip.base.interval import Interval
from sakip.base.kind import listed, parted, tuple_of
from sakip.base.notation import format_number
from sakip.base.number import Number, admit
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text
from sakip.errors import InvalidValueError
from sakip.scoring.curve import Curve, Moebius
from sakip.scoring.outcome import Quotient
from sakip.scoring.running import Apply, step_of

__all__ = ["Piecewise", "Point", "Segment"]

Point = tuple[Number, Number]


def _start(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "Segment.start")


def _point(value: Point) -> tuple[Decimal, Decimal]:
    x, y = parted(value, 2, "Segment.point", "(80, 70)")
    return admit(x, "Segment.point"), admit(y, "Segment.point")


@frozen
class Segment:
    """Ruas: from a start on, the straight line through two points.

    Attributes:
        start: Where the segment begins; None for the first one, which comes from below everything.
        first: One point of its line, as (from, to).
        second: Another point of its line.

    Raises:
        InvalidValueError: Two points above each other.

    Examples:
        >>> Segment(80, (80, 70), (99, 89)).line.value(Fraction(98))
        Fraction(88, 1)
    """

    start: Decimal | None = field(converter=_start)
    first: tuple[Decimal, Decimal] = field(converter=_point)
    second: tuple[Decimal, Decimal] = field(converter=_point)

    def __attrs_post_init__(self) -> None:
        if self.first[0] == self.second[0]:
            raise InvalidValueError(
                code="segment-vertical",
                path="Segment",
                value=(self.first, self.second),
                problem=("dua titik pada tempat yang sama", "two points at the same place"),
                way_out=("Beri dua titik yang berbeda", "Give two different points"),
            )

    @property
    def line(self) -> Moebius:
        """Garis: the segment's line."""
        (x1, y1), (x2, y2) = ((Fraction(x), Fraction(y)) for x, y in (self.first, self.second))
        slope = (y2 - y1) / (x2 - x1)
        return Moebius.line(slope, y1 - slope * x1)


_MOST_SEGMENTS = 200


def _segments(value: Iterable[Segment]) -> tuple[Segment, ...]:
    found = tuple_of(Segment, value, "Piecewise.segments", "Segment(None, (0, 0), (100, 100))")
    if len(found) <= _MOST_SEGMENTS:
        return found
    raise _bad_piecewise(
        len(found),
        (f"lebih dari {_MOST_SEGMENTS} ruas", f"more than {_MOST_SEGMENTS} segments"),
        ("Gabungkan ruas yang segaris", "Join segments that lie on one line"),
    )


def _jumps(value: Iterable[Number]) -> tuple[Decimal, ...]:
    return tuple(admit(jump, "Piecewise.jumps") for jump in listed(value, "Piecewise.jumps", "60"))


@frozen
class Piecewise:
    """Konversi bertahap: straight lines side by side; every start belongs to the segment that begins there.

    Attributes:
        segments: The segments from below to above; the first has no start.
        jumps: The starts at which the value jumps; each jump must be declared, and no other.

    Raises:
        InvalidValueError: Segments out of order or more than 200, or jumps that differ from the declared ones.

    Examples:
        >>> stabilize = Piecewise.through([(0, 0), (90, 100), (100, 120)])
        >>> stabilize.apply(96, 1)
        (112, 1)
    """

    segments: tuple[Segment, ...] = field(converter=_segments)
    jumps: tuple[Decimal, ...] = field(default=(), converter=_jumps, kw_only=True)
    _run: Apply = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        starts = [segment.start for segment in self.segments]
        later = [start for start in starts[1:] if start is not None]
        if not starts or starts[0] is not None or len(later) != len(starts) - 1 or sorted(set(later)) != later:
            raise _bad_piecewise(
                self.segments,
                (
                    "ruas harus urut dan hanya ruas pertama tanpa awal",
                    "segments must rise and only the first lacks a start",
                ),
                ("Urutkan ruas dari bawah ke atas", "Order the segments from below to above"),
            )
        found = tuple(
            start
            for before, after, start in zip(self.segments, self.segments[1:], later, strict=False)
            if before.line.value(Fraction(start)) != after.line.value(Fraction(start))
        )
        if found != tuple(sorted(self.jumps)):
            if not found:
                raise _bad_piecewise(
                    self.jumps, ("tidak ada lompatan", "there is no jump"), ("Hapus jumps", "Leave jumps out")
                )
            places = ", ".join(map(str, found))
            raise _bad_piecewise(
                self.jumps,
                (f"lompatan sebenarnya ada di {places}", f"the jumps are really at {places}"),
                ("Nyatakan lompatan itu dalam jumps", "Declare just these in jumps"),
            )
        object.__setattr__(self, "_run", step_of(self))

    __reduce__ = reduce_by_fields

    @classmethod
    def through(cls, points: Iterable[Point]) -> "Piecewise":
        """Melalui titik: a line through each two neighbours; the outer lines go on beyond the outer points."""
        given = listed(points, "Piecewise.through", "(0, 0)")
        found = sorted(_point(cast("Point", point)) for point in given)
        pairs = list(pairwise(found))
        return cls([Segment(None if at == 0 else first[0], first, second) for at, (first, second) in enumerate(pairs)])

    def apply(self, numerator: int, denominator: int) -> Quotient:
        """Terapkan: the value of the segment on which the number lies."""
        return self._run(numerator, denominator)

    def source(self) -> str:
        """Naskah: the step as Python text on a quotient ``q`` that is ``n / d``."""
        text = ""
        for segment in self.segments:
            line = segment.line
            parts = line.a.denominator * line.b.denominator
            above = f"{int(line.a * parts)} * n + {int(line.b * parts)} * d"
            value = f"({above}, {parts} * d)"
            start, scale = (0, 1) if segment.start is None else segment.start.as_integer_ratio()
            text = f"{value} if n * {scale} >= {start} * d else {text}" if text else value
        return text

    def curve(self) -> Curve:
        """Kurva: the step as pieces of straight lines."""
        starts = [None if segment.start is None else Fraction(segment.start) for segment in self.segments]
        return Curve(
            (
                Interval(start, stop, high_end="open"),
                segment.line,
            )
            for segment, start, stop in zip(self.segments, starts, [*starts[1:], None], strict=True)
        )

    @property
    def fall(self) -> tuple[Fraction, Fraction] | None:
        """Turun: two numbers, the second greater, of which the second becomes less; None where the step never falls."""
        pieces = self.curve().pieces
        for at, (interval, line) in enumerate(pieces):
            low, high = interval.low, interval.high
            if line.slope_sign < 0:
                first = low if low is not None else high - 2 if high is not None else Fraction(0)
                return first, first + 1 if high is None else (first + high) / 2
            if at and low is not None and pieces[at - 1][1].value(low) > line.value(low):
                return _just_below(pieces[at - 1], line.value(low), low), low
        return None

    def text(self, lang: Lang = "id") -> str:
        """Teks: the step in words."""
        parts = "; ".join(_segment_text(segment, lang) for segment in self.segments)
        return Text("konversi bertahap ({parts})", "piecewise conversion ({parts})").render(lang, {"parts": parts})

    def canonical(self) -> dict[str, object]:
        """Bentuk baku: the step as plain data."""
        segments = [
            {
                "start": None if segment.start is None else str(segment.start),
                "points": [[str(x), str(y)] for x, y in (segment.first, segment.second)],
            }
            for segment in self.segments
        ]
        return {"piecewise": {"segments": segments, "jumps": [str(jump) for jump in self.jumps]}}


def _just_below(before: tuple[Interval, Moebius], value: Fraction, start: Fraction) -> Fraction:
    """A number of the segment before a start that becomes more than a value to which the line falls there."""
    interval, line = before
    reached = line.solve(value)
    known = [bound for bound in (interval.low, reached) if bound is not None and bound < start]
    return (max(known) + start) / 2 if known else start - 1


def _segment_text(segment: Segment, lang: Lang) -> str:
    points = ", ".join(
        f"{format_number(x, lang=lang)} → {format_number(y, lang=lang)}" for x, y in (segment.first, segment.second)
    )
    if segment.start is None:
        return points
    return Text("mulai {start}: {points}", "from {start}: {points}").render(
        lang, {"start": segment.start, "points": points}
    )


def _bad_piecewise(value: object, problem: tuple[str, str], way_out: tuple[str, str]) -> InvalidValueError:
    return InvalidValueError(code="piecewise-broken", path="Piecewise", value=value, problem=problem, way_out=way_out)
