"""Langkah: caps, floors, piecewise conversions and roundings, in the order in which a policy writes them.

Each step takes a quotient ``(numerator, denominator)`` with a positive denominator and gives one back; nothing is
rounded but by `Round`.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.interval import Interval, IntervalSet
from sakip.base.number import Number, RoundingMode, admit, admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text
from sakip.errors import InvalidValueError
from sakip.scoring.curve import Curve, Moebius
from sakip.scoring.outcome import Quotient
from sakip.scoring.piecewise import Piecewise, Segment
from sakip.scoring.running import Apply, step_of

__all__ = [
    "Cap",
    "Floor",
    "Round",
    "Transform",
    "is_constant",
    "least",
    "preimage",
    "transform_from_canonical",
]


def _cap_limit(value: Number) -> Decimal:
    return admit(value, "Cap.limit")


def _floor_limit(value: Number) -> Decimal:
    return admit(value, "Floor.limit")


@frozen
class Cap:
    """Batas atas: nothing above the limit counts.

    Examples:
        >>> Cap(120).apply(400, 3)
        (120, 1)
    """

    limit: Decimal = field(converter=_cap_limit)
    _run: Apply = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_run", step_of(self))

    __reduce__ = reduce_by_fields

    def apply(self, numerator: int, denominator: int) -> Quotient:
        """Terapkan: the smaller of the number and the limit."""
        return self._run(numerator, denominator)

    def source(self) -> str:
        """Naskah: the step as Python text on a quotient ``q`` that is ``n / d``."""
        limit, parts = self.limit.as_integer_ratio()
        above = f"{'n' if parts == 1 else f'{parts} * n'} > {limit} * d"
        return f"({limit}, {parts}) if {above} else q"

    def curve(self) -> Curve:
        """Kurva: the step as pieces of straight lines."""
        limit = Fraction(self.limit)
        return Curve(
            [(Interval.at_most(limit), Moebius.line(1, 0)), (Interval.more_than(limit), Moebius.line(0, limit))]
        )

    def text(self, lang: Lang = "id") -> str:
        """Teks: the step in words."""
        return Text("paling tinggi {limit}", "at most {limit}").render(lang, {"limit": self.limit})

    def canonical(self) -> dict[str, object]:
        """Bentuk baku: the step as plain data."""
        return {"cap": str(self.limit)}


@frozen
class Floor:
    """Batas bawah: nothing below the limit counts.

    Examples:
        >>> Floor(0).apply(-50, 1)
        (0, 1)
    """

    limit: Decimal = field(converter=_floor_limit)
    _run: Apply = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_run", step_of(self))

    __reduce__ = reduce_by_fields

    def apply(self, numerator: int, denominator: int) -> Quotient:
        """Terapkan: the larger of the number and the limit."""
        return self._run(numerator, denominator)

    def source(self) -> str:
        """Naskah: the step as Python text on a quotient ``q`` that is ``n / d``."""
        limit, parts = self.limit.as_integer_ratio()
        below = f"n * {parts} < {limit} * d"
        return f"({limit}, {parts}) if {below} else q"

    def curve(self) -> Curve:
        """Kurva: the step as pieces of straight lines."""
        limit = Fraction(self.limit)
        return Curve(
            [(Interval.less_than(limit), Moebius.line(0, limit)), (Interval.at_least(limit), Moebius.line(1, 0))]
        )

    def text(self, lang: Lang = "id") -> str:
        """Teks: the step in words."""
        return Text("paling rendah {limit}", "at least {limit}").render(lang, {"limit": self.limit})

    def canonical(self) -> dict[str, object]:
        """Bentuk baku: the step as plain data."""
        return {"floor": str(self.limit)}


_MODES: dict[str, Text] = {
    "half_up": Text("setengah menjauhi nol", "halves away from zero"),
    "half_even": Text("setengah ke genap", "halves to even"),
    "truncate": Text("dipotong", "truncated"),
}


def _digits(value: int) -> int:
    return admit_whole(value, "Round.digits", low=0, high=6)


def _mode(value: RoundingMode) -> RoundingMode:
    return choose(
        value,
        get_args(RoundingMode),
        "Round.mode",
        code="unknown-rounding",
        problem=("cara pembulatan tidak dikenal", "unknown rounding mode"),
    )


@frozen
class Round:
    """Pembulatan: the number is written with so many decimals.

    Attributes:
        digits: Decimals kept, 0 to 6.
        mode: ``half_up`` (away from zero), ``half_even`` or ``truncate``.

    Examples:
        >>> Round(2).apply(-60800, 2467)
        (-2465, 100)
    """

    digits: int = field(converter=_digits)
    mode: RoundingMode = field(default="half_up", converter=_mode)
    _parts: int = field(init=False, eq=False, repr=False)
    _run: Apply = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_parts", 10**self.digits)
        object.__setattr__(self, "_run", step_of(self))

    __reduce__ = reduce_by_fields

    def apply(self, numerator: int, denominator: int) -> Quotient:
        """Terapkan: the nearest number with so many decimals."""
        return self._run(numerator, denominator)

    def source(self) -> str:
        """Naskah: the step as Python text on a quotient ``q`` that is ``n / d``."""
        if self.mode != "half_up":
            return f"({self.mode}({self._parts} * n, d), {self._parts})"
        twice = (
            2 * self._parts
        )  # `half_up` written out: nearly every row takes this step, and a call costs as much again
        return f"(({twice} * n + d) // (2 * d) if n >= 0 else -((d - {twice} * n) // (2 * d)), {self._parts})"

    def preimage(self, values: IntervalSet) -> IntervalSet:
        """Asal: every number that is rounded into the given set."""
        return IntervalSet.of(*(cell for interval in values for cell in self._cells(interval)))

    def _cells(self, interval: Interval) -> list[Interval]:
        first = None if interval.low is None else _first_count(interval, self._parts)
        last = None if interval.high is None else _last_count(interval, self._parts)
        if first is not None and last is not None and first > last:
            return []
        low = None if first is None else self._cell(first)
        high = None if last is None else self._cell(last)
        return [
            Interval(
                low=low.low if low else None,
                high=high.high if high else None,
                low_end=low.low_end if low else "open",
                high_end=high.high_end if high else "open",
            )
        ]

    def _cell(self, count: int) -> Interval:
        if self.mode == "truncate":
            inner, outer = Fraction(count - (count <= 0), self._parts), Fraction(count + (count >= 0), self._parts)
            return _ends(inner, outer, count > 0, count < 0)
        low, high = Fraction(2 * count - 1, 2 * self._parts), Fraction(2 * count + 1, 2 * self._parts)
        if self.mode == "half_even":
            return _ends(low, high, count % 2 == 0, count % 2 == 0)
        return _ends(low, high, count > 0, count < 0)

    def text(self, lang: Lang = "id") -> str:
        """Teks: the step in words."""
        noun = "decimal" if self.digits == 1 else "decimals"
        words = Text("dibulatkan ke {digits} desimal ({mode})", f"rounded to {{digits}} {noun} ({{mode}})")
        return words.render(lang, {"digits": self.digits, "mode": _MODES[self.mode].render(lang)})

    def canonical(self) -> dict[str, object]:
        """Bentuk baku: the step as plain data."""
        return {"round": {"digits": self.digits, "mode": self.mode}}


def _ends(low: Fraction, high: Fraction, low_closed: bool, high_closed: bool) -> Interval:  # noqa: FBT001
    return Interval(
        low=low,
        high=high,
        low_end="closed" if low_closed else "open",
        high_end="closed" if high_closed else "open",
    )


def _first_count(interval: Interval, parts: int) -> int:
    assert interval.low is not None
    count = -((-interval.low * parts) // 1)
    return int(count) + (interval.low_end == "open" and count == interval.low * parts)


def _last_count(interval: Interval, parts: int) -> int:
    assert interval.high is not None
    count = (interval.high * parts) // 1
    return int(count) - (interval.high_end == "open" and count == interval.high * parts)


Transform = Cap | Floor | Piecewise | Round


def is_constant(steps: Iterable[Transform]) -> bool:
    """Tetap: whether steps that never fall take every number to the same one, as a floor above a cap does.

    Examples:
        >>> is_constant([Floor(0), Cap(120)]), is_constant([Floor(120), Cap(100)])
        (False, True)
    """
    low: Quotient | None = None
    high: Quotient | None = None
    for step in steps:
        lowest, highest = _reach(step)
        low = lowest if low is None else step.apply(*low)
        high = highest if high is None else step.apply(*high)
    return low is not None and high is not None and low[0] * high[1] == high[0] * low[1]


def least(steps: Iterable[Transform]) -> Fraction | None:
    """Nilai terendah: the least number that steps which never fall give; None where there is none.

    Examples:
        >>> least([Floor(0), Cap(120)]), least([Cap(120)])
        (Fraction(0, 1), None)
    """
    low: Quotient | None = None
    for step in steps:
        low = _reach(step)[0] if low is None else step.apply(*low)
    return None if low is None else Fraction(*low)


def _reach(step: Transform) -> tuple[Quotient | None, Quotient | None]:
    """The least and the greatest number that a step gives; None where there is none."""
    if isinstance(step, Round):
        return None, None
    pieces = step.curve().pieces
    return _level(pieces[0][1]), _level(pieces[-1][1])


def _level(line: Moebius) -> Quotient | None:
    return None if line.slope_sign else line.value(Fraction(0)).as_integer_ratio()


def preimage(transform: Transform, values: IntervalSet) -> IntervalSet:
    """Asal: every number that a step takes into the given set.

    Examples:
        >>> preimage(Cap(120), IntervalSet.of(Interval.point(120))).text("en")
        '[120, ∞)'
    """
    return transform.preimage(values) if isinstance(transform, Round) else transform.curve().preimage(values)


def transform_from_canonical(data: dict[str, object]) -> Transform:
    """Dari bentuk baku: the step that `canonical` wrote.

    Raises:
        InvalidValueError: Data of no known step.

    Examples:
        >>> transform_from_canonical(Round(2).canonical())
        Round(digits=2, mode='half_up')
    """
    match data:
        case {"cap": str(limit)}:
            return Cap(limit)
        case {"floor": str(limit)}:
            return Floor(limit)
        case {"round": {"digits": int(digits), "mode": ("half_up" | "half_even" | "truncate") as mode}}:
            return Round(digits, mode)
        case {"piecewise": {"segments": list(segments), "jumps": list(jumps)}}:
            return Piecewise([_segment(one) for one in segments], jumps=jumps)
    raise _unknown_step(data)


def _segment(data: object) -> Segment:
    match data:
        case {"start": start, "points": [[x1, y1], [x2, y2]]}:
            return Segment(start, (x1, y1), (x2, y2))
    raise _unknown_step(data)


def _unknown_step(data: object) -> InvalidValueError:
    return InvalidValueError(
        code="unknown-transform",
        path="Transform",
        value=data,
        problem=("langkah tidak dikenal", "unknown step"),
        way_out=("Pakai hasil canonical()", "Use what canonical() wrote"),
    )
