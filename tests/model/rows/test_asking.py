"""What the caller says of a table, before any row is read."""

from typing import Any

import pytest

from sakip import NotReported
from sakip.errors import InvalidValueError
from sakip.model.rows.asking import in_two
from tests.model.rows.making import COLUMNS, GOOD, read, table

BARE = {name: column for name, column in COLUMNS.items() if name != "realization"}


@pytest.mark.parametrize(
    "said",
    [{}, {"numerator": "N"}, {"denominator": "D"}, {"status": "S", "per": "P", "evidence": "E", "period": "M"}],
    ids=["nothing", "numerator", "denominator", "words"],
)
def test_a_second_table_without_a_column_of_realizations(said: dict[str, str]) -> None:
    """Everything in it would be lost, so it is refused with the fields that are missing."""
    with pytest.raises(InvalidValueError) as caught:
        read([GOOD], {**BARE, **said}, realizations=[{"Kode": "IKU-1", "Realisasi": "5"}])
    assert (caught.value.code, caught.value.path) == ("no-realization-column", "agreements_from_rows.realizations")
    assert all("realization" in text for text in caught.value.way_out)
    assert len(read([GOOD], {**BARE, **said}).pairs) == 1


@pytest.mark.parametrize(
    "said",
    [
        {"realization": "R"},
        {"realization": ("R1", "R2")},
        {"year_realization": "Y"},
        {"numerator": "N", "denominator": "D"},
    ],
    ids=["realization", "periods", "year", "components"],
)
def test_a_second_table_with_realizations(said: dict[str, Any]) -> None:
    """One column that says what was delivered is enough, and so are the two of a quotient."""
    first, second = in_two(table({**BARE, **said}))
    assert (first.name, second.name, second.told) == ("rows", "realizations", ("realization",))


def test_defaults_and_overrides_say_it_too() -> None:
    """What stands in no column may come from the caller."""
    assert in_two(table(BARE, defaults={"realization": NotReported()}))[1].defaults == {"realization": NotReported()}
    own = {("Dinas", "IKU-1"): {"realization": 5, "target": 6}, "IKU-2": {"target": 7}}
    assert in_two(table(BARE, overrides=own))[1].overrides == {("Dinas", "IKU-1"): {"realization": 5}}


@pytest.mark.parametrize("key", [("a",), ("a", "b", "c"), ()])
def test_a_key_of_overrides_is_a_name_or_a_pair(key: Any) -> None:
    """A tuple is an office and an indicator."""
    with pytest.raises(InvalidValueError) as caught:
        read([GOOD], overrides={key: {"unit": "x"}})
    assert (caught.value.code, caught.value.path) == ("wrong-size", "agreements_from_rows.overrides")


def test_a_pair_is_named_in_its_errors() -> None:
    """Office and indicator, as the caller wrote them."""
    with pytest.raises(InvalidValueError) as caught:
        read([GOOD], overrides={("Dinas", "IKU-1"): {"foo": 5}})
    assert caught.value.path == "agreements_from_rows.overrides[Dinas, IKU-1]"
