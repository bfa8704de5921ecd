import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.choice import choose
from sakip.errors import InvalidValueError
from tests.model.making import Sly

WORDS = ("last_level", "sum", "average")


def chosen(value: object, allowed: tuple[object, ...] = WORDS) -> object:
    """Choose with the arguments that do not matter here."""
    return choose(
        value,
        allowed,
        "X.y",
        code="unknown-x",
        problem=("tidak dikenal", "unknown"),
        known={"posisi akhir": "last_level", "jumlah": "sum"},
    )


@pytest.mark.parametrize("word", WORDS)
def test_allowed_words_are_taken(word: str) -> None:
    """An allowed word is taken as it stands."""
    assert chosen(word) == word


def test_none_only_where_it_is_allowed() -> None:
    """None is one of the choices where the list holds it, and refused elsewhere."""
    assert chosen(None, (None, *WORDS)) is None
    with pytest.raises(InvalidValueError) as caught:
        chosen(None)
    assert (caught.value.code, caught.value.path, caught.value.value) == ("unknown-x", "X.y", None)
    assert caught.value.problem == ("tidak dikenal", "unknown")
    assert "None" not in caught.value.way_out[0]


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("posisi akhir", "last_level"),
        ("Posisi-Akhir", "last_level"),
        ("posisi_akhir", "last_level"),
        ("jumlahh", "sum"),
        ("avarage", "average"),
        ("LAST LEVEL", "last_level"),
    ],
)
def test_word_that_is_meant(value: str, meant: str) -> None:
    """A word of the field or a slip is refused, and both texts of the error name the word that is meant."""
    with pytest.raises(InvalidValueError) as caught:
        chosen(value)
    assert caught.value.code == "unknown-x"
    assert caught.value.way_out == (
        f"Mungkin maksudnya {meant!r}; pilih salah satu: last_level, sum, average",
        f"Perhaps {meant!r} is meant; choose one of last_level, sum, average",
    )


def test_blanks_stand_for_the_joints_of_a_word() -> None:
    """A slip in a short word of several parts is seen, though blanks part them."""
    with pytest.raises(InvalidValueError, match="'s_d_tw' is meant"):
        choose("s d ta", ("s_d_tw", "tahunan"), "X.y", code="x", problem=("tidak dikenal", "unknown"))


def test_the_longest_word_that_is_compared() -> None:
    """A word of 64 signs is compared, one of 65 is not."""
    for count, meant in ((64, True), (65, False)):
        with pytest.raises(InvalidValueError) as caught:
            choose("s" * count, ("s" * 60,), "X.y", code="x", problem=("tidak dikenal", "unknown"))
        assert ("is meant" in caught.value.way_out[1]) == meant


@pytest.mark.parametrize("value", ["", "zzz", "s" * 65, 1, ("sum",), ["sum"], Sly()], ids=lambda value: repr(value)[:9])
def test_no_guess(value: object) -> None:
    """What resembles no word is refused with the list alone."""
    with pytest.raises(InvalidValueError) as caught:
        chosen(value)
    assert caught.value.way_out == (
        "Pilih salah satu: last_level, sum, average",
        "Choose one of last_level, sum, average",
    )


@given(st.text())
def test_nothing_is_taken_in_silence(text: str) -> None:
    """Only an allowed word itself is ever taken."""
    if text in WORDS:
        assert chosen(text) == text
    else:
        with pytest.raises(InvalidValueError):
            chosen(text)
