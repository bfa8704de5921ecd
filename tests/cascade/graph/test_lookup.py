"""Which indicators a key can mean."""

from typing import Any

import pytest

from sakip.cascade import Node
from sakip.cascade.graph.lookup import Lookup


def lookup(*keys: tuple[int, str, int], years: tuple[int, ...] = (2025,), places: Any = ("KADIS", "KABID")) -> Lookup:
    """The indicators of these keys; the number of a position is its place in the list."""
    found: dict[str, tuple[int, ...]] = {}
    for number, name in enumerate(places):
        found[name.casefold()] = (*found.get(name.casefold(), ()), number)
    return Lookup(lambda name: found.get(name.casefold(), ()), {key: number for number, key in enumerate(keys)}, years)


@pytest.mark.parametrize("code", ["IKU-1", "iku 1", "IKU.1", " Iku_1 "])
def test_a_code_is_read_as_people_type_it(code: str) -> None:
    """Case, blanks and punctuation do not count where no exact one is there."""
    assert lookup((0, "IKU-1", 2025), (1, "IKU-1", 2025)).meanings(Node("kadis", code)) == (0,)


def test_the_exact_code_goes_before_one_typed_alike() -> None:
    """Of two that are alike and neither of them exact, both are meant."""
    both = lookup((0, "IKU-1", 2025), (0, "IKU 1", 2025))
    assert both.meanings(Node("KADIS", "IKU 1")) == (1,)
    assert both.meanings(Node("KADIS", "iku1")) == ()
    assert both.meanings(Node("KADIS", "iku_1")) == (0, 1)


def test_years() -> None:
    """Without a year every year is meant, with one that year alone."""
    two = lookup((0, "IKU-1", 2024), (0, "IKU-1", 2025), years=(2024, 2025))
    assert two.meanings(Node("KADIS", "IKU-1")) == (0, 1)
    assert two.meanings(Node("KADIS", "iku 1", 2024)) == (0,)
    assert two.meanings(Node("KADIS", "IKU-1", 2023)) == ()


def test_a_title_of_several_positions_means_the_one_that_has_the_indicator() -> None:
    """An exact code anywhere goes before one typed alike; nobody is nobody."""
    camats = lookup((0, "A-1", 2025), (1, "B-1", 2025), (2, "b 1", 2025), places=("Camat", "Camat", "Camat"))
    assert camats.meanings(Node("Camat", "a 1")) == (0,)
    assert camats.meanings(Node("Camat", "B-1")) == (1,)
    assert camats.meanings(Node("camat", "B.1")) == (1, 2)
    assert camats.meanings(Node("Lurah", "A-1")) == ()
