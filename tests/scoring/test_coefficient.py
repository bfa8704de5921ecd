"""The numbers of a formula, and what no formula can hold."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.scoring.coefficient import exact, part_of, read, refused


@pytest.mark.parametrize(
    ("value", "number"), [(2, 2), (Decimal("1.76"), Fraction(44, 25)), (Fraction(1, 3), Fraction(1, 3))]
)
def test_exact(value: Any, number: Fraction) -> None:
    """Whole numbers, decimals and fractions are taken exactly."""
    assert exact(value) == number


@pytest.mark.parametrize("value", [1.5, True, None, "1,5", Decimal("NaN"), ...], ids=repr)
def test_inexact(value: Any) -> None:
    """A float, and what is no number, is refused."""
    with pytest.raises(InvalidValueError) as caught:
        exact(value)
    assert caught.value.path == "Formula"


@pytest.mark.parametrize(
    ("text", "number"), [("3", 3), ("-3/7", Fraction(-3, 7)), ("9" * 1000, 10**1000 - 1)], ids=range(3)
)
def test_read(text: str, number: Fraction) -> None:
    """What a plain form wrote is read, to a thousand digits."""
    assert read(text) == number


@pytest.mark.parametrize("text", ["1e999999999", "0.5", "1/0", "", " 1", "9" * 1001, 1, None], ids=range(8))
def test_not_read(text: Any) -> None:
    """Any other text is refused before it becomes a number."""
    with pytest.raises(InvalidValueError) as caught:
        read(text)
    assert caught.value.value == text
    assert caught.value.problem == (
        "bukan bilangan bulat atau pecahan baku",
        "no whole number and no canonical quotient",
    )
    assert caught.value.way_out == ("Pakai hasil canonical()", "Use what canonical() wrote")


def test_parts() -> None:
    """Named parts come in the order in which they are asked; without names every pair comes."""
    assert part_of({"a": 1, "b": 2}, "b", "a") == (2, 1)
    assert part_of({"a": 1, "b": 2}) == (("a", 1), ("b", 2))


@pytest.mark.parametrize("data", [None, 5, "ab", ["a"], {}, {"b": 1}], ids=repr)
def test_missing_parts(data: Any) -> None:
    """Data that is no mapping, or lacks a part, is refused with the way out."""
    with pytest.raises(InvalidValueError) as caught:
        part_of(data, "a")
    assert (caught.value.value, caught.value.path) == (data, "Formula")
    assert caught.value.problem == ("data ini bukan bagian rumus", "this is no part of a formula")
    assert caught.value.way_out == ("Pakai hasil canonical()", "Use what canonical() wrote")


def test_refused() -> None:
    """The error names what was written, the problem and the way out."""
    error = refused("R ** 2", ("pangkat", "a power"), ("Pakai Piecewise", "Use a Piecewise"))
    assert (error.code, error.path, error.value) == ("not-a-formula", "Formula", "R ** 2")
