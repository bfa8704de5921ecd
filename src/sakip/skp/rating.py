"""Rating: what was delivered, or how somebody behaved, beside what was expected."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.display.cell import line_width, wrapped
from sakip.base.interval import Interval
from sakip.base.kind import none_or, of_kind
from sakip.base.number import Number, admit
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, require_lang, require_text
from sakip.errors import InvalidValueError
from sakip.scoring.evaluation import Evaluation
from sakip.scoring.listing import percent_known
from sakip.scoring.outcome import Reason

__all__ = ["KMK_127_2026_RATINGS", "Rating", "RatingScale", "rating_text", "require_rating"]

Rating = Literal["below", "meets", "above"]
"""Rating: below, at or above what was expected."""

_TEXTS: Mapping[Rating, Text] = {
    "below": Text("di bawah ekspektasi", "below expectation"),
    "meets": Text("sesuai ekspektasi", "meets expectation"),
    "above": Text("di atas ekspektasi", "above expectation"),
}
_WORDS = {
    **{text.id: rating for rating, text in _TEXTS.items()},
    "di bawah": "below",
    "dibawah": "below",
    "dibawah ekspektasi": "below",
    "sesuai": "meets",
    "di atas": "above",
    "diatas": "above",
    "diatas ekspektasi": "above",
}


def require_rating(value: Rating, path: str) -> Rating:
    """Rating: one of the three words, refused with the one that was probably meant.

    Raises:
        InvalidValueError: Any other word; ``sesuai`` and its likes are named in the error and never accepted.

    Examples:
        >>> require_rating("meets", "predicate.results")
        'meets'
    """
    return choose(
        value,
        get_args(Rating),
        path,
        code="unknown-rating",
        problem=("rating tidak dikenal", "unknown rating"),
        known=_WORDS,
    )


def rating_text(rating: Rating, lang: Lang = "id") -> str:
    """Sebutan rating: the rating in words.

    Raises:
        InvalidValueError: Another word, or an unknown language.

    Examples:
        >>> rating_text("above"), rating_text("below", "en")
        ('di atas ekspektasi', 'below expectation')
    """
    return _TEXTS[require_rating(rating, "rating_text.rating")].render(lang)


def _id(value: str) -> str:
    return require_text(value, "RatingScale.id")


def _meets(value: Interval) -> Interval:
    meets = of_kind(Interval, value, "RatingScale.meets", "Interval.closed(90, 100)")
    if meets.low is not None and meets.high is not None:
        return meets
    raise InvalidValueError(
        code="rating-open",
        path="RatingScale.meets",
        value=meets.text(),
        problem=(
            "rentang ini tidak menyisakan angka di bawah atau di atasnya",
            "nothing lies below or above this range",
        ),
        way_out=("Tulis kedua ujungnya, misalnya Interval.closed(90, 100)", "Give both ends: Interval.closed(90, 100)"),
    )


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "RatingScale.reference", "Reference('Perbup 1/2026', certainty='read')")


@frozen
class RatingScale:
    """Skala rating: which numbers meet the expectation; what is less is below it, what is more above it.

    PermenPANRB 6/2022 states no number for its ratings, so that a scale is always somebody's own rule.

    Attributes:
        id: Stable name.
        meets: The numbers that meet the expectation, with both ends.
        reference: Where the scale comes from.

    Raises:
        InvalidValueError: A range with an end missing, or a field of another kind.

    Examples:
        >>> from sakip import Interval
        >>> scale = RatingScale("perbup-1-2026", meets=Interval.closed_open(95, 110))
        >>> scale.rate("94.99"), scale.rate(95), scale.rate(110)
        ('below', 'meets', 'above')
    """

    id: str = field(converter=_id)
    meets: Interval = field(converter=_meets, kw_only=True)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True)

    __reduce__ = reduce_by_fields

    def rate(self, value: Number | Fraction) -> Rating:
        """Rating sebuah angka: where an exact number lies; it is never rounded first.

        Raises:
            InvalidValueError: A float, or anything else that is no exact number.
        """
        number = value if isinstance(value, Fraction) else Fraction(admit(value, "RatingScale.rate"))
        if self.meets.contains(number):
            return "meets"
        low = self.meets.low
        return "below" if low is not None and number <= low else "above"

    def rate_evaluation(self, evaluation: Evaluation) -> Rating | Reason:
        """Rating sebuah evaluasi: of the total of an evaluation, or the reason why it has none.

        Of somebody who leads a unit the achievement of the unit is the result of the work. A total that is not final
        has no rating.

        Raises:
            InvalidValueError: Not an `Evaluation`.

        Reference: SE MenPANRB 3/2023 (secondary), on heads of units.

        Examples:
            >>> from sakip import Realization, evaluate
            >>> from sakip.policies import LKJIP
            >>> from sakip.testing import example_agreement
            >>> half = evaluate(example_agreement(), [Realization("PLAN-1", 1)], policy=LKJIP)
            >>> KMK_127_2026_RATINGS.rate_evaluation(half)
            'below'
        """
        judged = of_kind(
            Evaluation, evaluation, "RatingScale.rate_evaluation", "evaluate(agreement, ..., policy=LKJIP)"
        )
        score = judged.score
        if score.reason is not None:
            return score.reason
        if judged.completeness != "final":
            return Reason("provisional", [("share", percent_known(judged))])
        return self.rate(score.value if score.exact is None else score.exact)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks skala: the range in words, with where it comes from, in lines of 80 characters unless said otherwise.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        require_lang(lang)
        available = line_width(width, "RatingScale.text.width")
        words = f"{_TEXTS['meets'].render(lang)}: {self.meets.text(lang)}"
        whole = words if self.reference is None else f"{words}; {self.reference.text(lang)}"
        return "\n".join(wrapped(whole, available))


KMK_127_2026_RATINGS = RatingScale(
    "kmk-127-2026",
    meets=Interval.closed(90, 100),
    reference=Reference("KMK 127/2026", article="rating dari nilai", certainty="secondary"),
)
"""Rating menurut KMK 127/2026: 90 to 100 meets the expectation; of the Ministry of Finance alone."""
