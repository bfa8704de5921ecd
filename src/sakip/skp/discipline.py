"""Disiplin: sanctions that were imposed, and what a stated rule makes of them."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.kind import none_or, of_kind, recorded_day, tuple_of
from sakip.base.number import Number, admit, admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, require_text
from sakip.errors import InvalidValueError
from sakip.model.period import Period
from sakip.scoring.outcome import Reason
from sakip.skp.rating import Rating, rating_text, require_rating

__all__ = [
    "KMK_127_2026_DISCIPLINE",
    "DisciplinarySanction",
    "DisciplineRule",
    "Gravity",
    "SanctionEffect",
    "gravity_text",
]

Gravity = Literal["light", "moderate", "severe"]
"""Tingkat hukuman disiplin: ringan, sedang, berat."""

_GRAVITIES: tuple[Gravity, ...] = get_args(Gravity)
_GRADES: Mapping[Gravity, Text] = {
    "light": Text("ringan", "light"),
    "moderate": Text("sedang", "moderate"),
    "severe": Text("berat", "severe"),
}
_NAMES: Mapping[Gravity, Text] = {
    "light": Text("hukuman disiplin ringan", "a light disciplinary sanction"),
    "moderate": Text("hukuman disiplin sedang", "a moderate disciplinary sanction"),
    "severe": Text("hukuman disiplin berat", "a severe disciplinary sanction"),
}
_SANCTION = "DisciplinarySanction('light', imposed_on=date(2024, 5, 2))"


def gravity_text(gravity: Gravity, lang: Lang = "id") -> str:
    """Sebutan tingkat: the gravity of a sanction in one word.

    Raises:
        InvalidValueError: Another word, or an unknown language.

    Examples:
        >>> gravity_text("light"), gravity_text("severe", "en")
        ('ringan', 'severe')
    """
    return _GRADES[_gravity(gravity, "gravity_text.gravity")].render(lang)


def _gravity(value: Gravity, path: str) -> Gravity:
    problem = ("tingkat hukuman disiplin tidak dikenal", "unknown gravity of a sanction")
    known = {text.id: gravity for gravity, text in _GRADES.items()}
    return choose(value, _GRAVITIES, path, code="unknown-gravity", problem=problem, known=known)


def _sanction_gravity(value: Gravity) -> Gravity:
    return _gravity(value, "DisciplinarySanction.gravity")


def _imposed_on(value: date) -> date:
    return recorded_day(value, "DisciplinarySanction.imposed_on")


def _decision(value: Reference | None) -> Reference | None:
    example = "Reference('SK Bupati 800/1/2024', certainty='read')"
    return none_or(Reference, value, "DisciplinarySanction.decision", example)


def _score(value: Number | None) -> Decimal | None:
    score = None if value is None else admit(value, "DisciplinarySanction.score")
    if score is None or score >= 0:
        return score
    raise InvalidValueError(
        code="score-negative",
        path="DisciplinarySanction.score",
        value=value,
        problem=("skor kasus di bawah nol", "the score of a case is below zero"),
        way_out=(
            "Tulis skornya, atau kosongkan bila belum ada",
            "Write its score, or leave it out for now",
        ),
    )


@frozen
class DisciplinarySanction:
    """Hukuman disiplin: one sanction as the caller knows it; the person is not part of it.

    Attributes:
        gravity: ``light``, ``moderate`` or ``severe``.
        imposed_on: Day of the decision.
        decision: The decision.
        score: Skor kasus, which the agency gave to the case (MPJHD in KMK 127/2026), where a rule deducts by it.

    Raises:
        InvalidValueError: Another word, not a plain date, or a score below zero.

    Reference: PP 94/2021 (memory), on the three grades.

    Examples:
        >>> print(DisciplinarySanction("moderate", imposed_on=date(2024, 5, 2)).text())
        hukuman disiplin sedang, 2 Mei 2024
    """

    gravity: Gravity = field(converter=_sanction_gravity)
    imposed_on: date = field(converter=_imposed_on, kw_only=True)
    decision: Reference | None = field(default=None, converter=_decision, kw_only=True)
    score: Decimal | None = field(default=None, converter=_score, kw_only=True)

    __reduce__ = reduce_by_fields

    def text(self, lang: Lang = "id") -> str:
        """Teks hukuman: its gravity and its day.

        Raises:
            InvalidValueError: An unknown language.
        """
        return Text("{what}, {day}", "{what}, {day}").render(
            lang, {"what": _NAMES[self.gravity], "day": self.imposed_on}
        )


def _effect_gravity(value: Gravity) -> Gravity:
    return _gravity(value, "SanctionEffect.gravity")


def _quarters(value: int) -> int:
    return admit_whole(value, "SanctionEffect.quarters", low=1, high=40)


def _percent(value: Number | None) -> Decimal | None:
    if value is None:
        return None
    percent = admit(value, "SanctionEffect.percent")
    if 0 < percent <= 100:
        return percent
    raise InvalidValueError(
        code="share-out-of-range",
        path="SanctionEffect.percent",
        value=value,
        problem=("potongan di luar 0 sampai 100 persen", "a deduction lies above 0 and is at most 100 percent"),
        way_out=("Tulis misalnya percent=25", "Write for example percent=25"),
    )


def _behaviour_at_most(value: Rating | None) -> Rating | None:
    return None if value is None else require_rating(value, "SanctionEffect.behaviour_at_most")


@frozen
class SanctionEffect:
    """Akibat hukuman: what a sanction of one gravity does to the judgement, and for how many quarters.

    Attributes:
        gravity: ``light``, ``moderate`` or ``severe``.
        quarters: For how many quarters, that of the decision being the first.
        percent: What is taken off a value, in percent of the score of the case.
        behaviour_at_most: The highest rating of the behaviour that may stand.

    Raises:
        InvalidValueError: No effect at all, or a field out of range.
    """

    gravity: Gravity = field(converter=_effect_gravity)
    quarters: int = field(converter=_quarters, kw_only=True)
    percent: Decimal | None = field(default=None, converter=_percent, kw_only=True)
    behaviour_at_most: Rating | None = field(default=None, converter=_behaviour_at_most, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.percent is None and self.behaviour_at_most is None:
            raise InvalidValueError(
                code="no-effect",
                path="SanctionEffect",
                value=self.gravity,
                problem=("hukuman ini tidak berakibat apa-apa", "the sanction has no effect"),
                way_out=(
                    "Tulis percent=10 atau behaviour_at_most='below'",
                    "Write percent=10 or behaviour_at_most='below'",
                ),
            )

    __reduce__ = reduce_by_fields

    def text(self, lang: Lang = "id") -> str:
        """Teks akibat: gravity, effect and quarters.

        Raises:
            InvalidValueError: An unknown language.
        """
        parts = [_NAMES[self.gravity].render(lang)]
        if self.percent is not None:
            parts.append(_DEDUCTION.render(lang, {"percent": self.percent}))
        if self.behaviour_at_most is not None:
            parts.append(_LIMIT.render(lang, {"rating": rating_text(self.behaviour_at_most, lang)}))
        parts.append(_SPAN.render(lang, {"quarters": self.quarters}))
        return ", ".join(parts)


_DEDUCTION = Text("potongan {percent} % dari skor kasusnya", "{percent} % of the score of the case taken off")
_LIMIT = Text("perilaku paling tinggi {rating}", "behaviour at most: {rating}")
_SPAN = Text("selama {quarters} triwulan", "for so many quarters: {quarters}")


def _id(value: str) -> str:
    return require_text(value, "DisciplineRule.id")


def _effects(value: Iterable[SanctionEffect]) -> tuple[SanctionEffect, ...]:
    path = "DisciplineRule.effects"
    effects = tuple_of(SanctionEffect, value, path, "SanctionEffect('light', quarters=2, percent=10)")
    found = {effect.gravity: effect for effect in effects}
    if len(found) == len(effects) == len(_GRAVITIES):
        return tuple(found[gravity] for gravity in _GRAVITIES)
    raise InvalidValueError(
        code="effects-not-total",
        path=path,
        value=[effect.gravity for effect in effects],
        problem=("tidak tepat satu akibat untuk tiap tingkat hukuman", "not exactly one effect for each gravity"),
        way_out=("Beri akibat untuk light, moderate dan severe", "Give the effects of light, moderate and severe"),
    )


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "DisciplineRule.reference", "Reference('Perbup 1/2026', certainty='read')")


@frozen
class DisciplineRule:
    """Aturan disiplin: what each gravity does; the gravest sanction in force counts alone, and nothing adds up.

    Attributes:
        id: Stable name.
        effects: One effect for each of the three gravities, in any order.
        reference: Where the rule comes from.

    Raises:
        InvalidValueError: A gravity without an effect or with two, or a field of another kind.

    Examples:
        >>> sanctions = [
        ...     DisciplinarySanction("light", imposed_on=date(2024, 2, 1), score=20),
        ...     DisciplinarySanction("severe", imposed_on=date(2023, 11, 20), score=30),
        ... ]
        >>> KMK_127_2026_DISCIPLINE.deduction(sanctions, period=Period.quarter(2024, 2))
        Fraction(12, 1)
        >>> KMK_127_2026_DISCIPLINE.deduction(sanctions, period=Period.quarter(2024, 4))
        Fraction(0, 1)
    """

    id: str = field(converter=_id)
    effects: tuple[SanctionEffect, ...] = field(converter=_effects, kw_only=True)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True)

    __reduce__ = reduce_by_fields

    def in_force(self, sanctions: Iterable[DisciplinarySanction], *, period: Period) -> DisciplinarySanction | None:
        """Hukuman yang berlaku: the gravest that bears on any day of a period; None without one.

        Of several of one gravity it is the one with the highest score, and of these the latest. A sanction bears on the
        calendar quarter of its decision and on those that follow, as many as its effect says.

        Raises:
            InvalidValueError: Something that is no `DisciplinarySanction`, or not a `Period`.
        """
        return max(self._gravest(sanctions, period, "DisciplineRule.in_force"), key=_order, default=None)

    def effect_of(self, sanction: DisciplinarySanction) -> SanctionEffect:
        """Akibat: what the rule makes of one sanction.

        Raises:
            InvalidValueError: Not a `DisciplinarySanction`.
        """
        gravity = of_kind(DisciplinarySanction, sanction, "DisciplineRule.effect_of", _SANCTION).gravity
        return self.effects[_GRAVITIES.index(gravity)]

    def deduction(self, sanctions: Iterable[DisciplinarySanction], *, period: Period) -> Fraction | Reason:
        """Potongan: how many points are to be taken off a value in a period, exact; 0 while nothing is in force.

        Where the gravest sanctions in force deduct by the score of the case and one has none, there is a reason and no
        number.

        Raises:
            InvalidValueError: As for `in_force`.
        """
        gravest = self._gravest(sanctions, period, "DisciplineRule.deduction")
        percent = self.effect_of(gravest[0]).percent if gravest else None
        if percent is None:
            return Fraction(0)
        unscored = [one for one in gravest if one.score is None]
        if unscored:
            return Reason(
                "sanction-unscored", [("sanction", Text.literal(unscored[0].text("id"), unscored[0].text("en")))]
            )
        return Fraction(percent) * Fraction(max(gravest, key=_order).score or 0) / 100

    def _gravest(
        self, sanctions: Iterable[DisciplinarySanction], period: Period, path: str
    ) -> list[DisciplinarySanction]:
        """Those in force in a period that no other exceeds in gravity."""
        asked = of_kind(Period, period, path, "Period.quarter(2024, 2)")
        bearing = [one for one in tuple_of(DisciplinarySanction, sanctions, path, _SANCTION) if self._bears(one, asked)]
        highest = max((_GRAVITIES.index(one.gravity) for one in bearing), default=0)
        return [one for one in bearing if _GRAVITIES.index(one.gravity) == highest]

    def _bears(self, sanction: DisciplinarySanction, period: Period) -> bool:
        first = _quarter(sanction.imposed_on)
        last = first + self.effect_of(sanction).quarters - 1
        return first <= _quarter(period.last_day) and _quarter(period.first_day) <= last


def _order(one: DisciplinarySanction) -> tuple[Fraction, date]:
    return Fraction(-1 if one.score is None else one.score), one.imposed_on


def _quarter(day: date) -> int:
    """The calendar quarter of a day, counted from the year 0."""
    return day.year * 4 + (day.month - 1) // 3


KMK_127_2026_DISCIPLINE = DisciplineRule(
    "kmk-127-2026",
    effects=[
        SanctionEffect("light", quarters=2, percent=10),
        SanctionEffect("moderate", quarters=3, percent=25),
        SanctionEffect("severe", quarters=4, percent=40),
    ],
    reference=Reference("KMK 127/2026", article="nilai hukuman disiplin", certainty="secondary"),
)
"""Disiplin menurut KMK 127/2026: 10, 25 and 40 percent of the score of the case (MPJHD), for 2, 3 and 4 quarters, taken
off the values before they are rated. That they begin with the quarter of the decision is our reading."""
