"""One person by two papers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.cascade.names.person import person_named, same_person


@pytest.mark.parametrize(
    "name",
    [
        "Siti Contoh",
        "SITI  CONTOH",
        "dr. Siti Contoh, M.Kes",
        "dr.Siti Contoh, M.Kes.",
        "Dr. dr. Hj. Siti Contoh, Sp.A(K), M.Kes",
        "Siti Contoh, SKM, MM",
        "Siti Contoh S.Sos M.Si.",
        "Ibu Siti Contoh",
    ],
)
def test_titles_make_no_other_person(name: str) -> None:
    """Before and behind, with a comma and without."""
    assert person_named(name) == "siti contoh"
    assert same_person(name, "siti contoh")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siti Contoh", "Siti"),
        ("M. Contoh", "A. Contoh"),
        ("dr. Siti", "dr. Sita"),
        ("Contoh A", "Contoh B"),
        ("R. Contoh", "K. Contoh"),
    ],
)
def test_another_name_is_another_person(one: str, other: str) -> None:
    """Initials are no titles."""
    assert not same_person(one, other)


@pytest.mark.parametrize("name", ["dr.", "H.", "Ir", ", M.Kes", "M.Kes"])
def test_of_titles_alone_something_is_left(name: str) -> None:
    """Nobody is called nothing."""
    assert person_named(name)


def test_who_is_not_known_is_nobody() -> None:
    """Not even the same nobody."""
    assert not same_person(None, None)
    assert not same_person("Siti", None)


@given(st.text("ab ,.", min_size=1, max_size=12))
def test_naming_twice_is_naming_once(name: str) -> None:
    """What is left of a name is a name."""
    assert person_named(person_named(name)) == person_named(name)
