import pytest

from sakip import Party
from sakip.lifecycle.promises.likeness import alike, is_party, names_of, plain_name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dinas Kesehatan", "DINAS  kesehatan.", True),
        ("Angka kematian ibu", "Angka kematian bayi", False),
        ("?", "-", False),
        ("?", " ? ", True),
        ("Straße", "STRASSE", True),
        ("Dinas PU", "DinasPU", False),
    ],
)
def test_alike(one: str, other: str, same: bool) -> None:
    """Names are one however they are typed; names of signs alone are themselves."""
    assert alike(one, other) is alike(other, one) is same


def test_plain_name_of_signs() -> None:
    """Nothing becomes the empty name."""
    assert plain_name("--") == "--"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("dinas kesehatan", True),
        ("Sekretaris", True),
        ("sekretaris, dinas kesehatan", True),
        ("SEKDIS", True),
        ("Kesehatan", False),
        ("Sekretaris Dinas Sosial", False),
    ],
)
def test_is_party(name: str, meant: bool) -> None:
    """A party goes by its office, its position, both, or its code, and by no part of them."""
    assert is_party(name, Party("Sekretaris", office="Dinas Kesehatan", code="SEKDIS")) is meant


def test_names_are_there_once() -> None:
    """A party whose office is its position goes by one name."""
    assert names_of(Party("Bupati", office="BUPATI.")) == ("bupati", "bupati bupati")


def test_a_party_without_office() -> None:
    """What a party does not have no name can mean."""
    assert is_party("Bupati", Party("Bupati"))
    assert not is_party("None", Party("Bupati"))
