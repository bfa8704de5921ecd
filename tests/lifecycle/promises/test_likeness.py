import pytest

from sakip import Party
from sakip.lifecycle.promises.likeness import alike, is_party, names_of, titled


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


@pytest.mark.parametrize(
    ("party", "title"),
    [
        (Party("Sekretaris", office="Dinas A"), "Sekretaris, Dinas A"),
        (Party("Kepala DINAS  A", office="Dinas A."), "Kepala DINAS  A"),
        (Party("Kepala Dinas Air", office="Dinas A"), "Kepala Dinas Air, Dinas A"),
        (Party("Bupati"), "Bupati"),
    ],
)
def test_a_position_is_named_with_its_office(party: Party, title: str) -> None:
    """Two secretaries are told apart, and no office is named twice."""
    assert titled(party) == title
