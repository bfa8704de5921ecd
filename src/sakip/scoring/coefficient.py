"""Koefisien: the numbers of a formula, and the refusal of what no formula can hold."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sakip.base.number import admit
from sakip.errors import InvalidValueError

__all__ = ["Coefficient", "exact", "part_of", "read", "refused"]

Coefficient = int | Decimal | Fraction

_LONGEST_NUMBER = 1000
_NUMBER = re.compile(r"-?[0-9]+(?:/[1-9][0-9]*)?")


def refused(what: object, problem: tuple[str, str], way_out: tuple[str, str]) -> InvalidValueError:
    """Penolakan: the error for what is no formula, with the way out.

    Examples:
        >>> refused("R ** 2", ("pangkat", "a power"), ("Pakai Piecewise", "Use a Piecewise")).code
        'not-a-formula'
    """
    return InvalidValueError(code="not-a-formula", path="Formula", value=what, problem=problem, way_out=way_out)


def exact(value: Coefficient) -> Fraction:
    """Koefisien: a number of a formula, exactly.

    Raises:
        InvalidValueError: A float, or no number at all.

    Examples:
        >>> exact(Decimal("1.76"))
        Fraction(44, 25)
    """
    return value if isinstance(value, Fraction) else Fraction(admit(value, "Formula"))


def read(text: object) -> Fraction:
    """Baca koefisien: the number that a plain form wrote as text.

    Raises:
        InvalidValueError: Any other text.

    Examples:
        >>> read("44/25")
        Fraction(44, 25)
    """
    # Fraction itself would also read 1e999999999, and fill the memory with its digits.
    if isinstance(text, str) and len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text):
        return Fraction(text)
    raise refused(
        text, ("bukan bilangan bulat atau pecahan baku", "no whole number and no canonical quotient"), _CANONICAL
    )


def part_of(data: Any, *names: str) -> tuple[Any, ...]:
    """Bagian data: the named parts of a plain form; without names every (name, part) pair.

    Raises:
        InvalidValueError: Data without them.

    Examples:
        >>> part_of({"numerator": {}, "denominator": {}}, "numerator")
        ({},)
    """
    if isinstance(data, Mapping) and all(name in data for name in names):
        return tuple(data[name] for name in names) if names else tuple(data.items())
    raise refused(data, ("data ini bukan bagian rumus", "this is no part of a formula"), _CANONICAL)


_CANONICAL = ("Pakai hasil canonical()", "Use what canonical() wrote")
