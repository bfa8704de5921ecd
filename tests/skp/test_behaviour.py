from fractions import Fraction
from typing import Any

import pytest

from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.skp import BERAKHLAK, behaviour_rating, behaviour_value

CODES = [one.code for one in BERAKHLAK]


def rated(**others: str) -> Any:
    """Every behaviour meets the expectation, the named ones apart."""
    return dict.fromkeys(CODES, "meets") | others


class TestSeven:
    """BerAKHLAK (secondary): the seven core values, in the order of the word."""

    def test_their_names(self) -> None:
        """There are seven, and their names are Indonesian data."""
        assert [one.name.id for one in BERAKHLAK] == [
            "Berorientasi Pelayanan",
            "Akuntabel",
            "Kompeten",
            "Harmonis",
            "Loyal",
            "Adaptif",
            "Kolaboratif",
        ]
        assert {one.reference.certainty for one in BERAKHLAK} == {"secondary"}


class TestRating:
    def test_lowest(self) -> None:
        """One behaviour below expectation is enough."""
        assert behaviour_rating(rated(loyal="below"), rule="lowest") == "below"
        assert behaviour_rating(rated(loyal="above"), rule="lowest") == "meets"
        assert behaviour_rating(dict.fromkeys(CODES, "above"), rule="lowest") == "above"

    def test_most_frequent(self) -> None:
        """Four of seven decide."""
        above = dict.fromkeys(CODES[:4], "above")
        assert behaviour_rating(rated(**above), rule="most_frequent") == "above"
        assert behaviour_rating(rated(**dict.fromkeys(CODES[:3], "above")), rule="most_frequent") == "meets"

    @pytest.mark.parametrize(
        ("first", "second", "last", "expected"),
        [
            ("above", "meets", "below", "meets"),
            ("above", "below", "meets", "below"),
            ("below", "meets", "above", "below"),
        ],
    )
    def test_a_tie_goes_to_the_lower(self, first: str, second: str, last: str, expected: str) -> None:
        """Three of each of two ratings: the lower one counts."""
        ratings = dict(zip(CODES, [first] * 3 + [second] * 3 + [last], strict=True))
        assert behaviour_rating(ratings, rule="most_frequent") == expected  # type: ignore[arg-type]

    def test_one_rating_for_all_but_some(self) -> None:
        """One word stands for all seven, and those that differ are named."""
        assert behaviour_rating("above", rule="lowest") == "above"
        assert behaviour_rating("above", others={"loyal": "meets"}, rule="lowest") == "meets"
        assert behaviour_rating("above", others={"loyal": "meets"}, rule="most_frequent") == "above"
        four: Any = dict.fromkeys(CODES[:4], "below")
        assert behaviour_rating("above", others=four, rule="most_frequent") == "below"

    def test_others_complete_a_sheet(self) -> None:
        """Six ratings and one beside them are seven; what stands in both is as the others say."""
        six: Any = dict.fromkeys(CODES[1:], "above")
        assert behaviour_rating(six, others={CODES[0]: "meets"}, rule="lowest") == "meets"
        assert behaviour_rating(rated(loyal="below"), others={"loyal": "above"}, rule="lowest") == "meets"

    @pytest.mark.parametrize(
        ("ratings", "others", "path"),
        [
            ("baik", None, "behaviour_rating.ratings"),
            ("above", {"loyal": "baik"}, "behaviour_rating.others"),
            ("above", ["loyal"], "behaviour_rating.others"),
            ("above", {"loyall": "meets"}, "behaviour_rating.others"),
        ],
    )
    def test_each_part_is_named(self, ratings: Any, others: Any, path: str) -> None:
        """An error says whether it stands in the ratings or in the others."""
        with pytest.raises((InvalidValueError, UnknownCodeError)) as caught:
            behaviour_rating(ratings, others=others, rule="lowest")
        assert caught.value.path == path

    def test_a_missing_behaviour_is_named(self) -> None:
        """Six ratings are not seven, and nothing is assumed for the last."""
        ratings = rated()
        del ratings["adaptif"]
        with pytest.raises(InvalidValueError) as caught:
            behaviour_rating(ratings, rule="lowest")
        assert (caught.value.code, caught.value.value) == ("behaviour-missing", ["adaptif"])

    def test_a_foreign_behaviour_is_refused(self) -> None:
        """The code that was probably meant is named."""
        with pytest.raises(UnknownCodeError) as caught:
            behaviour_rating(rated(loyall="meets"), rule="lowest")
        assert caught.value.near == ("loyal",)

    @pytest.mark.parametrize(
        ("ratings", "rule", "code"),
        [
            (rated(loyal="baik"), "lowest", "unknown-rating"),
            (rated(), "mean", "unknown-rule"),
            (["meets"] * 7, "lowest", "wrong-kind"),
        ],
    )
    def test_bad_input(self, ratings: Any, rule: Any, code: str) -> None:
        """A word outside the ratings, a rule that does not exist, and a list instead of a mapping."""
        with pytest.raises(InvalidValueError) as caught:
            behaviour_rating(ratings, rule=rule)
        assert caught.value.code == code


class TestValue:
    """KMK 127/2026 (secondary): the mean of the seven scores."""

    def test_the_mean_is_exact(self) -> None:
        """Six times 96 and once 97 is 673/7."""
        assert behaviour_value(dict.fromkeys(CODES, 96) | {"loyal": 97}) == Fraction(673, 7)

    @pytest.mark.parametrize(
        ("value", "code"), [(121, "value-out-of-range"), (-1, "value-out-of-range"), (9.5, "float-refused")]
    )
    def test_bad_values(self, value: Any, code: str) -> None:
        """A value outside 0 to 120 and a float are refused."""
        with pytest.raises(InvalidValueError) as caught:
            behaviour_value(dict.fromkeys(CODES, 96) | {"loyal": value})
        assert caught.value.code == code

    def test_the_ends_may_stand(self) -> None:
        """0 and 120 are values."""
        assert behaviour_value(dict.fromkeys(CODES, 0)) == 0
        assert behaviour_value(dict.fromkeys(CODES, 120)) == 120

    def test_all_seven_are_asked_for(self) -> None:
        """A mean of six is not the mean of seven."""
        with pytest.raises(InvalidValueError):
            behaviour_value({"loyal": 96})
