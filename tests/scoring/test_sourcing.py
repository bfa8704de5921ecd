"""Expressions as Python text."""

from typing import Any

import pytest

from sakip.scoring import B, Cases, R, T
from sakip.scoring.sourcing import NAMES, symbols_of, written


def value(expression: Any, domain: Any, facts: tuple[Any, ...], *, any_sign: bool = False) -> Any:
    """What the written text gives on facts."""
    cases = expression if isinstance(expression, Cases) else Cases([], otherwise=expression)
    names = dict(zip(NAMES.split(", "), facts, strict=True))
    return eval(written(cases, domain, any_sign=any_sign), names)  # noqa: S307 - what is written is under test


def facts(r: int, t: int | None, b: int | None = None) -> tuple[Any, ...]:
    """R, T and B as counts of one unit."""
    return (r, t, b, None, None, None, None, 1)


def test_symbols() -> None:
    """Symbols of the expression and of its domain, each once and in their fixed order."""
    assert symbols_of(Cases([], otherwise=100 * R / T), None) == ("R", "T")
    assert symbols_of(Cases([], otherwise=100 * T / R), [B > T]) == ("R", "T", "B")


def test_many_conditions() -> None:
    """However many conditions a domain has, each of them counts."""
    domain = tuple(at * T >= R for at in range(2, 302))
    assert value(100 * R / T, domain, facts(10, 5)) == (1000, 5)
    assert value(100 * R / T, domain, facts(11, 5)) is None
    assert value(100 * R / T, (*domain, B > T), facts(10, 5, 5)) is None


@pytest.mark.parametrize(
    ("expression", "domain", "given", "any_sign", "wanted"),
    [
        (100 * R / T, None, facts(4, 5), False, (400, 5)),
        (100 * R / T, None, facts(4, 0), False, None),
        (100 * R / T, None, facts(4, -5), False, None),
        (100 * R / T, None, facts(4, -5), True, (-400, 5)),
        (100 * R / T, None, facts(4, None), False, None),
        (100 * R / T, (R >= B,), facts(4, 5, 4), False, (400, 5)),
        (100 * R / T, (R > B,), facts(4, 5, 4), False, None),
        (100 * R / T, (R > B,), facts(4, 5), False, None),
        (Cases([(R <= T, 1), (R <= 2 * T, 2)], otherwise=3), None, facts(5, 5), False, (1, 1)),
        (Cases([(R <= T, 1), (R <= 2 * T, 2)], otherwise=3), None, facts(6, 5), False, (2, 1)),
        (Cases([(R <= T, 1), (R <= 2 * T, 2)], otherwise=3), None, facts(11, 5), False, (3, 1)),
    ],
    ids=range(11),
)
def test_value(expression: Any, domain: Any, given: Any, *, any_sign: bool, wanted: Any) -> None:
    """The first branch that holds, over a denominator of the allowed sign, inside the domain; otherwise None."""
    assert value(expression, domain, given, any_sign=any_sign) == wanted
