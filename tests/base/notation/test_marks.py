"""What dots and commas can mean, told without raising."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import parse_number
from sakip.base.notation.marks import parts_of, speech_of, spoken_parts
from sakip.errors import AmbiguousNumberError, InvalidValueError

NUMBERS = st.from_regex(r"[0-9]([0-9.,]{0,6}[0-9])?", fullmatch=True)


@pytest.mark.parametrize(
    ("number", "speech"),
    [
        ("98", "both"),
        ("0", "both"),
        ("98,5", "id"),
        ("98.5", "en"),
        ("0,604", "id"),
        ("0.604", "en"),
        ("1.234", "unclear"),
        ("1,234", "unclear"),
        ("1234.567", "en"),
        ("1.2345", "en"),
        ("1.234.567", "id"),
        ("1,234,567", "en"),
        ("1.234,5", "id"),
        ("1,234.5", "en"),
        ("1.2.3", None),
        ("1..2", None),
        ("0.123.456", None),
        ("1.234,5.6", None),
    ],
)
def test_speech(number: str, speech: str | None) -> None:
    """A number speaks for the one convention that could have written it."""
    assert speech_of(number) == speech
    assert (spoken_parts(number) or (None,))[0] == speech


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        ("0", ("both", "0", "")),
        ("1,234", ("unclear", "1", "234")),
        ("123.456", ("unclear", "123", "456")),
        ("1234.567", ("en", "1234", "567")),
        ("0,604", ("id", "0", "604")),
        ("1.23", ("en", "1", "23")),
        ("1.2345", ("en", "1", "2345")),
        ("1.234.567", ("id", "1234567", "")),
        ("1,234,567", ("en", "1234567", "")),
        ("1.234,5", ("id", "1234", "5")),
        ("1,234.50", ("en", "1234", "50")),
        ("1.234.567,890", ("id", "1234567", "890")),
        ("1.234,5.6", None),
        ("1..2", None),
        ("0.123.456", None),
    ],
)
def test_parts_of_what_is_said(number: str, parts: object) -> None:
    """The convention and the digits on both sides of the decimal mark, thousands joined."""
    assert spoken_parts(number) == parts


@given(NUMBERS)
def test_speech_is_what_parse_number_finds(number: str) -> None:
    """`speech_of` and `parse_number` agree on which texts are clear, unclear and no number."""
    try:
        parse_number(number)
    except AmbiguousNumberError:
        assert speech_of(number) == "unclear"
    except InvalidValueError:
        assert speech_of(number) is None
    else:
        assert speech_of(number) in {"id", "en", "both"}


@given(NUMBERS, st.sampled_from(["id", "en", "plain"]))
def test_parts_are_digits_or_nothing(number: str, convention: str) -> None:
    """The parts hold digits alone, and a number without marks is whole in every convention."""
    parts = parts_of(number, convention)
    assert parts is None or (parts[0].isdigit() and (parts[1].isdigit() or not parts[1]))
    if number.isdigit():
        assert parts == (number, "")


@given(NUMBERS)
def test_spoken_parts_are_speech_and_parts(number: str) -> None:
    """One look says what two say; an unclear number is parted at its mark."""
    found, speech = spoken_parts(number), speech_of(number)
    if speech is None:
        assert found is None
    elif speech == "unclear":
        assert found == ("unclear", number[:-4], number[-3:])
    else:
        assert found == (speech, *(parts_of(number, "en" if speech == "en" else "id") or ()))
