"""A name with a slip, and one that is another name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.cascade.names.mistyped import is_slip, known_behind

WORDS = st.text("abcde", min_size=7, max_size=10)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kesehata", "kesehatan"),
        ("kesehattan", "kesehatan"),
        ("ksehatan", "kesehatan"),
        ("kesehatna", "kesehatan"),
        ("kesehatam", "kesehatan"),
        ("kadiis", "kadis"),
        ("kdais", "kadis"),
    ],
)
def test_one_letter_is_a_slip(one: str, other: str) -> None:
    """Too few, too many, changed with its neighbour, or wrong in a long word; in both directions."""
    assert is_slip(one, other)
    assert is_slip(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kadis", "kadis"),
        ("kadis", "kades"),
        ("kabag", "kaban"),
        ("kasi", "kasie"),
        ("seksi1", "seksi"),
        ("xxviii", "xxvii"),
        ("kesehata", "kesehatans"),
        ("xesehatan", "kesehatan"),
        ("akdis", "kadis"),
        ("pertanian", "pertanahan"),
        ("kesehatan", "pendidikan"),
    ],
)
def test_another_word_is_none(one: str, other: str) -> None:
    """Short words, digits, roman numerals, and words that differ in more."""
    assert not is_slip(one, other)
    assert not is_slip(other, one)


@given(WORDS, st.integers(1, 6))
def test_whatever_letter_is_left_out(word: str, at: int) -> None:
    """The word with it and the word without it are one slip apart."""
    assert is_slip(word, word[:at] + word[at + 1 :])


class TestBehind:
    KNOWN = ("Kepala Dinas Kesehatan", "Kepala Dinas Pendidikan", "KADIS", "Kepala Seksi 1")

    @pytest.mark.parametrize(
        ("name", "found"),
        [
            ("Kepala Dinas Kesehata", ("Kepala Dinas Kesehatan",)),
            ("Plt. kepala dinas kesehatam", ("Kepala Dinas Kesehatan",)),
            ("Kepal Dinas Kesehatan", ("Kepala Dinas Kesehatan",)),
            ("Kepala DinasKesehatan", ("Kepala Dinas Kesehatan",)),
            ("KADIIS", ("KADIS",)),
        ],
    )
    def test_one_slip_in_one_word(self, name: str, found: tuple[str, ...]) -> None:
        """Or a blank that is missing."""
        assert known_behind([name], self.KNOWN) == {name: found}

    @pytest.mark.parametrize(
        "name", ["kepala dinas kesehatan", "Kepala Dinas", "Kepla Dinas Kesehata", "Kepala Seksi 11", "KADES", "Bupati"]
    )
    def test_what_is_the_same_or_another_name_is_none(self, name: str) -> None:
        """Names that are typed alike are one already, and two slips are not one."""
        assert known_behind([name], self.KNOWN) == {}

    def test_three_at_most_in_order(self) -> None:
        """Whatever the order in which they are known."""
        known = [f"kepala{letter}" for letter in "zyxwv"]
        assert known_behind(["kepala"], known) == known_behind(["kepala"], known[::-1])
        assert known_behind(["kepala"], known)["kepala"] == ("kepalav", "kepalaw", "kepalax")

    def test_many_wrong_names_cost_no_square_of_time(self) -> None:
        """Only so many of those that share all other words are compared."""
        wrong = [f"Kepala Seksi {'a' * (at % 90 + 5)}{'b' * (at // 90 + 1)}" for at in range(4000)]
        assert 1 <= len(known_behind(wrong, [name + "b" for name in wrong])) <= 200

    @pytest.mark.parametrize(("before", "found"), [(99, {"kepala seksia"}), (100, set())])
    def test_the_first_hundred_are_compared(self, before: int, found: set[str]) -> None:
        """Of the names that share all other words, however many there are."""
        others = [f"kepala s{'x' * at}z" for at in range(10, 10 + before)]
        assert set(known_behind(["kepala seksia"], [*others, "kepala seksiia"])) == found
