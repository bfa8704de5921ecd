from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.likeness import folded, similar, unknown_code
from sakip.errors import UnknownCodeError
from tests.model.making import Sly


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Dinas_Kesehatan.", "dinas kesehatan"),
        (" ? ", "?"),
        ("--", "--"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
    ],
)
def test_folded(name: str, found: str) -> None:
    """Case, punctuation and blanks do not count, and nothing becomes the empty name."""
    assert folded(name) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("IKU1", ("IKU-1", "IKU-12")),
        ("iku-12", ("IKU-12", "IKU-1")),
        (" IKU-12\n", ("IKU-12", "IKU-1")),
        ("zzz", ()),
        ("", ()),
    ],
)
def test_what_looks_like_it(value: str, found: tuple[str, ...]) -> None:
    """The most similar comes first; capitals and blanks around it do not count."""
    assert similar(value, ["PLAN-7", "IKU-1", "IKU-12"]) == found


def test_at_most_three() -> None:
    """Of many that look like it three are named."""
    assert len(similar("IKU-1", [f"IKU-1{at}" for at in range(9)])) == 3


def test_two_of_one_spelling() -> None:
    """Of two that differ in capitals alone the first is named."""
    assert similar("Iku-1", ["iku-1", "IKU-1"]) == ("iku-1",)


@pytest.mark.parametrize(("length", "searched"), [(64, True), (65, False)])
def test_long_texts_are_not_compared(length: int, searched: bool) -> None:
    """Neither what is looked up nor what is known is compared past 64 signs."""
    assert bool(similar("A" * (length - 1) + "B", ["A" * 64])) == searched
    assert bool(similar("A" * 63 + "B", ["A" * length])) == searched


@pytest.mark.parametrize("value", [None, 5, 1.5, ["IKU-1"], b"IKU-1", Sly()], ids=lambda value: type(value).__name__)
def test_what_is_no_text(value: Any) -> None:
    """Only a text looks like a text."""
    assert similar(value, ["IKU-1", "None", "5"]) == ()


def error(value: object, known: list[str]) -> UnknownCodeError:
    """The error of a look-up among these codes."""
    return unknown_code(value, known, code="unknown-x", path="X", problem=("tidak ada", "not there"))


def test_the_error_names_those_that_look_like_it() -> None:
    """Both texts name the codes that are near, and so does the error."""
    found = error("IKU1", ["PLAN-7", "IKU-1"])
    assert (found.code, found.path, found.value, found.near) == ("unknown-x", "X", "IKU1", ("IKU-1",))
    assert found.problem == ("tidak ada", "not there")
    assert found.way_out == ("Yang mirip: IKU-1", "Similar ones: IKU-1")


def test_the_error_names_the_first_where_none_looks_like_it() -> None:
    """Five codes say how codes look here, each by its beginning."""
    found = error("zzz", [f"{at}{'A' * 99}" for at in range(9)])
    assert found.near == ()
    assert found.way_out[0] == "Yang ada misalnya: " + ", ".join(f"{at}{'A' * 63}" for at in range(5))
    assert found.way_out[1].startswith("There is for example: 0AAA")


def test_nothing_to_choose_from() -> None:
    """Where there are no codes the error says so."""
    assert error("x", []).way_out == ("Di sini tidak ada apa-apa", "There is nothing here")


@given(st.text(), st.lists(st.text()))
def test_only_what_is_known_is_named(value: str, known: list[str]) -> None:
    """Nothing is named that could not be looked up."""
    assert {*similar(value, known)} <= {*known}
