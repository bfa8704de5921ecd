import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip import Interval, NotReported, Realization, Reference, evaluate
from sakip.errors import InvalidValueError
from sakip.policies import LKJIP
from sakip.scoring import Reason
from sakip.skp import KMK_127_2026_RATINGS, RatingScale, rating_text
from sakip.skp.rating import require_rating
from sakip.testing import example_agreement
from tests.lifecycle.making import agreement_of, target_of


class TestWords:
    @pytest.mark.parametrize(
        ("word", "meant"),
        [
            ("sesuai", "meets"),
            ("Di Bawah Ekspektasi", "below"),
            ("dibawah", "below"),
            ("di atas ekspektasi", "above"),
            ("abov", "above"),
        ],
    )
    def test_other_words_are_named_and_not_accepted(self, word: Any, meant: str) -> None:
        """A word of the field is refused with the word that stands for it."""
        with pytest.raises(InvalidValueError) as caught:
            require_rating(word, "predicate.results")
        assert caught.value.code == "unknown-rating"
        assert caught.value.path == "predicate.results"
        assert repr(meant) in caught.value.way_out[0]

    def test_in_both_languages(self) -> None:
        """Each rating has its words."""
        assert [rating_text(one) for one in ("below", "meets", "above")] == [
            "di bawah ekspektasi",
            "sesuai ekspektasi",
            "di atas ekspektasi",
        ]
        assert rating_text("meets", "en") == "meets expectation"

    def test_unknown_words_have_no_text(self) -> None:
        """A rating is asked for by its own word."""
        with pytest.raises(InvalidValueError):
            rating_text("baik")  # type: ignore[arg-type]


class TestKemenkeu:
    """KMK 127/2026 (secondary): more than 100 is above, 90 to 100 meets, less than 90 is below expectation."""

    @pytest.mark.parametrize(
        ("number", "rating"),
        [
            ("89.999999", "below"),
            (90, "meets"),
            (100, "meets"),
            ("100.000001", "above"),
            (0, "below"),
            (120, "above"),
            (Fraction(899999999, 10**7), "below"),
            (Fraction(10**9 + 1, 10**7), "above"),
            (Decimal("105.17"), "above"),
        ],
    )
    def test_both_sides_of_each_edge(self, number: Any, rating: str) -> None:
        """The edges themselves meet the expectation, and nothing is rounded before it is looked at."""
        assert KMK_127_2026_RATINGS.rate(number) == rating

    def test_says_where_it_comes_from(self) -> None:
        """The scale is of one ministry and secondary, and says so."""
        assert KMK_127_2026_RATINGS.text(width=100) == (
            "sesuai ekspektasi: [90; 100]; KMK 127/2026, rating dari nilai (dari sumber kedua)"
        )

    def test_folds(self) -> None:
        """A long source is written in lines of 80 characters, or of as many as are asked for."""
        long = RatingScale(
            "own", meets=Interval.closed(95, 105), reference=Reference("Peraturan Bupati " * 6 + "1", certainty="own")
        )
        for width in (None, 40, 20):
            assert max(map(len, long.text(width=width).splitlines())) <= (width or 80)
            assert " ".join(long.text(width=width).split()) == " ".join(long.text(width=1000).split())
        assert long.text(width=1000).count("\n") == 0
        with pytest.raises(InvalidValueError):
            long.text(width=19)

    def test_floats_are_refused(self) -> None:
        """A float has no exact place."""
        with pytest.raises(InvalidValueError) as caught:
            KMK_127_2026_RATINGS.rate(90.0)  # type: ignore[arg-type]
        assert caught.value.code == "float-refused"


class TestOwnScale:
    @pytest.mark.parametrize(
        ("number", "rating"), [(90, "below"), ("90.1", "meets"), ("99.9", "meets"), (100, "above")]
    )
    def test_open_ends_belong_outside(self, number: Any, rating: str) -> None:
        """An end that is open does not meet the expectation."""
        assert RatingScale("own", meets=Interval.open(90, 100)).rate(number) == rating

    def test_a_single_number_may_meet(self) -> None:
        """Exactly 100 and nothing else may be what is expected."""
        scale = RatingScale("own", meets=Interval.point(100))
        assert [scale.rate(one) for one in ("99.9", 100, "100.1")] == ["below", "meets", "above"]
        assert scale.text("en") == f"meets expectation: {Interval.point(100).text('en')}"

    @pytest.mark.parametrize("meets", [Interval.at_least(90), Interval.at_most(100), "90-100"])
    def test_both_ends_are_asked_for(self, meets: Any) -> None:
        """Where nothing could be below or above there is no rating."""
        with pytest.raises(InvalidValueError) as caught:
            RatingScale("own", meets=meets)
        assert caught.value.path == "RatingScale.meets"

    def test_survives_pickling(self) -> None:
        """A scale is a value."""
        scale = RatingScale("own", meets=Interval.closed(95, 110), reference=Reference("Perbup 1", certainty="read"))
        assert pickle.loads(pickle.dumps(scale)) == scale


class TestEvaluation:
    @pytest.mark.parametrize(("delivered", "rating"), [(1, "below"), (2, "meets"), (3, "above")])
    def test_the_total_is_rated(self, delivered: int, rating: str) -> None:
        """One of two documents is 50, two are 100, three are 150."""
        judged = evaluate(example_agreement(), [Realization("PLAN-1", delivered)], policy=LKJIP)
        assert KMK_127_2026_RATINGS.rate_evaluation(judged) == rating

    def test_without_a_total_there_is_its_reason(self) -> None:
        """What was not reported is no rating, and never the lowest one."""
        judged = evaluate(example_agreement(), [Realization("PLAN-1", NotReported())], policy=LKJIP)
        found = KMK_127_2026_RATINGS.rate_evaluation(judged)
        assert found == judged.score.reason

    def test_a_provisional_total_has_no_rating(self) -> None:
        """Half of the weight is not the whole."""
        other = target_of(None, 4)
        known = example_agreement().targets[0]
        judged = evaluate(agreement_of(known, other), [Realization("PLAN-1", 2)], policy=LKJIP)
        assert judged.completeness == "provisional"
        found = KMK_127_2026_RATINGS.rate_evaluation(judged)
        assert isinstance(found, Reason)
        assert (found.code, dict(found.arguments)) == ("provisional", {"share": Decimal(50)})

    def test_other_things_are_refused(self) -> None:
        """Only an evaluation is rated so."""
        with pytest.raises(InvalidValueError):
            KMK_127_2026_RATINGS.rate_evaluation(100)  # type: ignore[arg-type]
