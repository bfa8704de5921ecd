import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip import Reference
from sakip.errors import InvalidValueError
from sakip.lifecycle import (
    ANSWERS_88_2021,
    ANSWERS_A_D,
    ANSWERS_Y_T,
    PRESENCE_88_2021,
    AnswerChoice,
    AnswerScale,
)

SOURCE = Reference("Lembar contoh", certainty="derived")
LETTERS = [("AA", 100), ("A", 90), ("BB", 80), ("B", 70), ("CC", 60), ("C", 50), ("D", 30), ("E", 0)]


@pytest.mark.parametrize("scale", [ANSWERS_88_2021, PRESENCE_88_2021])
class TestNational:
    def test_eight_letters(self, scale: AnswerScale) -> None:
        """AA to E are worth 100 to 0 percent, for presence and for quality alike, from a secondary source."""
        assert [(one.label, one.value) for one in scale.choices] == LETTERS
        assert scale.reference.certainty == "secondary"

    @pytest.mark.parametrize(
        ("share", "labels"),
        [
            (Fraction(100), ["AA", "A", "BB", "B"]),
            (Fraction(75001, 1000), ["B"]),
            (Fraction(75), ["CC"]),
            (Fraction(50001, 1000), ["CC"]),
            (Fraction(50), ["C"]),
            (Fraction(25001, 1000), ["C"]),
            (Fraction(25), ["D"]),
            (Fraction(1, 1000), ["D"]),
            (Fraction(0), ["E"]),
        ],
    )
    def test_share_of_criteria(self, scale: AnswerScale, share: Fraction, labels: list[str]) -> None:
        """Both sides of each step: which letters fit the share of criteria that is met; B is printed up to 100."""
        assert [one.label for one in scale.choices if one.met is not None and one.met.contains(share)] == labels

    def test_every_letter_says_when_it_is_given(self, scale: AnswerScale) -> None:
        """Each letter has its meaning in both languages, and no two mean the same."""
        meanings = {one.meaning.render("en") for one in scale.choices if one.meaning is not None}
        assert len(meanings) == len(LETTERS)


def test_the_best_letters_differ_by_aspect() -> None:
    """Presence asks how long it was kept, quality asks for innovation; from BB downwards both say the same."""
    presence, quality = ([one.meaning for one in scale.choices] for scale in (PRESENCE_88_2021, ANSWERS_88_2021))
    assert presence[:2] != quality[:2]
    assert presence[2:] == quality[2:]


def test_answers_of_a_region() -> None:
    """Y and T are all or nothing, A to D are 1, 0.66, 0.33 and 0 of a criterion."""
    assert [(one.label, one.value) for one in ANSWERS_Y_T.choices] == [("Y", 100), ("T", 0)]
    assert [(one.label, one.value) for one in ANSWERS_A_D.choices] == [("A", 100), ("B", 66), ("C", 33), ("D", 0)]


def test_looked_up_by_label() -> None:
    """A label is found as it is written; anything else is None."""
    found = ANSWERS_88_2021.choice("BB")
    assert found is not None
    assert found.value == Decimal(80)
    assert ANSWERS_88_2021.choice("bb") is ANSWERS_88_2021.choice("F") is None


@pytest.mark.parametrize("value", [0, 100, "0.5"])
def test_worth_within_bounds(value: Any) -> None:
    """Nothing to all of the weight may be given."""
    assert AnswerChoice("A", value).value == Decimal(str(value))


@pytest.mark.parametrize(
    ("label", "rest"),
    [
        ("", {}),
        ("A" * 41, {}),
        ("A", {"value": "-0.000001"}),
        ("A", {"value": "100.000001"}),
        ("A", {"value": 0.5}),
        ("A", {"meaning": "ya"}),
        ("A", {"met": 100}),
    ],
)
def test_choice_refuses(label: str, rest: dict[str, Any]) -> None:
    """What is no answer is refused."""
    with pytest.raises(InvalidValueError):
        AnswerChoice(label, rest.pop("value", 100), rest.pop("meaning", None), **rest)


@pytest.mark.parametrize(
    "choices",
    [
        [],
        [AnswerChoice("A", 100), AnswerChoice("A", 50)],
        [AnswerChoice("A", 50), AnswerChoice("B", 50)],
        [AnswerChoice("A", 50), AnswerChoice("B", 60)],
        ["A"],
    ],
)
def test_scale_refuses(choices: Any) -> None:
    """No answers, a label twice, and worths that do not fall are refused."""
    with pytest.raises(InvalidValueError):
        AnswerScale(choices, SOURCE)


def test_scale_wants_a_reference() -> None:
    """A scale says where it comes from."""
    with pytest.raises(InvalidValueError):
        AnswerScale([AnswerChoice("A", 100)], "lembar")  # type: ignore[arg-type]


def test_survives_pickling() -> None:
    """A scale is the same after pickling."""
    assert pickle.loads(pickle.dumps(ANSWERS_88_2021)) == ANSWERS_88_2021
