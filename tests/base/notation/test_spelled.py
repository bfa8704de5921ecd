"""Whole numbers in Indonesian words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.notation.spelled import parse_spelled

DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
GROUPS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))


def spelled(number: int) -> str:
    """A whole number in words, as a clerk writes it."""
    if number < 12:
        return DIGITS[number]
    if number < 20:
        return f"{DIGITS[number - 10]} belas"
    if number < 100:
        return f"{DIGITS[number // 10]} puluh {spelled(number % 10) if number % 10 else ''}".strip()
    if number < 1000:
        head = "seratus" if number < 200 else f"{DIGITS[number // 100]} ratus"
        return f"{head} {spelled(number % 100) if number % 100 else ''}".strip()
    size, word = next(group for group in GROUPS if number >= group[0])
    head = "seribu" if number // size == 1 and size == 1000 else f"{spelled(number // size)} {word}"
    return f"{head} {spelled(number % size) if number % size else ''}".strip()


@given(st.one_of(st.integers(0, 2000), st.integers(0, 10**15 - 1)))
def test_words_give_their_number(number: int) -> None:
    """What is written in words is read back."""
    assert parse_spelled(spelled(number)) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lima dokumen",
        "dua tiga",
        "belas",
        "satu belas",
        "satu puluh",
        "puluh dua",
        "ribu",
        "dua ribu tiga ribu",
        "dua ribu tiga juta",
        "dua ratus tiga ratus",
        "lima puluh tiga puluh",
        "lima koma dua",
        "nol " * 10**6,
        "satu ratus " * 20,
    ],
)
def test_anything_else_is_no_number(text: str) -> None:
    """Words in an order that no number has are not read."""
    assert parse_spelled(text) is None


def test_a_number_as_a_lookup_of_words() -> None:
    """Case and the older spellings do not matter."""
    assert parse_spelled("Dua Milyar Seratus Ribu Sepuluh") == 2_000_100_010
