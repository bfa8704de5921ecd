"""Keterlambatan: what a deadline is worth by the days by which it was missed."""

from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from sakip.base.kind import none_or, of_kind
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, require_text
from sakip.errors import LawError
from sakip.scoring.outcome import Quotient
from sakip.scoring.piecewise import Piecewise, Segment

__all__ = ["Lateness"]

_MOST_DAYS = 10**7
_EXAMPLE = "Piecewise.through([(0, 100), (20, 0)])"


def _id(value: str) -> str:
    return require_text(value, "Lateness.id")


def _curve(value: Piecewise) -> Piecewise:
    return of_kind(Piecewise, value, "Lateness.curve", _EXAMPLE)


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "Lateness.reference", "Reference('Perbup 1/2026', certainty='read')")


@frozen
class Lateness:
    """Keterlambatan: the value of a deadline by its days of delay; the days are signed, so late is never early.

    Days before the deadline are below zero and lie on the curve like any others: where it is flat below zero, earliness
    earns nothing.

    Attributes:
        id: Stable name.
        curve: From days of delay to a value, falling or flat everywhere, and lower somewhere after day 0.
        reference: Where the rule comes from.

    Raises:
        InvalidValueError: A curve that is no `Piecewise`.
        LawError: More delay is worth more, or no delay is worth less than being on time.

    Examples:
        >>> from sakip.scoring import Piecewise, Segment
        >>> flat, falling = Segment(None, (-1, 100), (0, 100)), Segment(0, (0, 100), (20, 0))
        >>> rule = Lateness("lima-per-hari", Piecewise([flat, falling]))
        >>> rule.value(-9), rule.value(3)
        (Fraction(100, 1), Fraction(85, 1))
    """

    id: str = field(converter=_id)
    curve: Piecewise = field(converter=_curve)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True)

    def __attrs_post_init__(self) -> None:
        broken = _mirrored(self.curve).fall or self._standstill()
        if broken is None:
            return
        raise LawError(
            code="law-direction",
            path=f"Lateness[{self.id}]",
            problem=(
                "lebih lambat bernilai lebih tinggi, atau terlambat senilai dengan tepat waktu",
                "more delay is worth more, or late is worth as much as on time",
            ),
            way_out=(f"Beri kurva yang turun sesudah hari 0, seperti {_EXAMPLE}", f"Let it fall, as {_EXAMPLE} does"),
            law="direction",
            counterexample=tuple((f"{days}", str(self._at(days))) for days in broken),
        )

    __reduce__ = reduce_by_fields

    def _at(self, days: Fraction) -> Fraction:
        return Fraction(*self.curve.apply(*days.as_integer_ratio()))

    def _standstill(self) -> tuple[Fraction, Fraction] | None:
        """Day 0 and a day after the last start, where no delay at all is worth less than being on time."""
        last = 1 + max(Fraction(one.start or 0) for one in self.curve.segments)
        on_time, late = Fraction(0), max(Fraction(1), last)
        return None if self._at(late) < self._at(on_time) else (on_time, late)

    def quotient(self, days: int) -> Quotient:
        """Hasil bagi: the value for so many days of delay, below zero for earliness, as the scoring reads it."""
        return self.curve.apply(days, 1)

    def value(self, days: int) -> Fraction:
        """Nilai: the exact value for so many days of delay.

        Raises:
            InvalidValueError: No whole number of days.
        """
        return self._at(Fraction(admit_whole(days, "Lateness.value", low=-_MOST_DAYS, high=_MOST_DAYS)))

    def text(self, lang: Lang = "id") -> str:
        """Teks: the rule in words."""
        words = Text("menurut hari keterlambatan, {curve}", "by the days of delay, {curve}")
        return words.render(lang, {"curve": self.curve.text(lang)})

    def canonical(self) -> dict[str, object]:
        """Bentuk baku: the rule as plain data."""
        return {
            "lateness": self.id,
            "curve": self.curve.canonical(),
            "reference": None if self.reference is None else self.reference.canonical(),
        }


def _mirrored(curve: Piecewise) -> Piecewise:
    """The curve upside down, which falls where the curve rises."""

    def turned(point: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
        # A sign changed as text, since no arithmetic is ever done with a Decimal.
        x, y = point
        return x, y.copy_negate()

    segments = [Segment(one.start, turned(one.first), turned(one.second)) for one in curve.segments]
    return Piecewise(segments, jumps=curve.jumps)
