import pytest
from hypothesis import given

from sakip import Party, testing
from tests.testing.making import found


@given(testing.parties())
def test_narrow_parties_name_nobody(party: Party) -> None:
    """Without `rich` no official is among the fields."""
    assert party.official is None


def test_rich_parties_name_somebody() -> None:
    """With `rich` an official is found, and a party without one."""
    found(testing.parties(rich=True), lambda party: party.official is not None)
    found(testing.parties(rich=True), lambda party: party.official is None)


@pytest.mark.parametrize("code", ["BUPATI", "II", "III.a"])
def test_echelons(code: str) -> None:
    """Every level of the organisation is found."""
    found(testing.echelons(), lambda echelon: echelon.code == code)
