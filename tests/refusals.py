"""What the tests of refusals share: the error, the example that it shows, and what that takes for granted."""

import ast
import re
from collections.abc import Callable
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from sakip.errors import InvalidValueError

EXAMPLE = re.compile(r"Tulis (?:daftar, )?misalnya (.+)|Write (?:a list, )?for example (.+)")


def refusal(make: Callable[..., Any], *arguments: Any, **given: Any) -> InvalidValueError:
    """The error with which something is refused; it says in both languages what is wrong and what to do."""
    with pytest.raises(InvalidValueError) as caught:
        make(*arguments, **given)
    error = caught.value
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", error.code)
    for said in (error.problem, error.way_out):
        assert all(isinstance(one, str) and one for one in said)
        assert len(said) == 2
    return error


def example_in(error: InvalidValueError) -> str:
    """The code that an error shows, the same in both languages; empty where it shows none."""
    found = [EXAMPLE.fullmatch(one) for one in error.way_out]
    shown = {"" if one is None else one[1] or one[2] for one in found}
    assert len(shown) == 1
    return shown.pop()


def names_in(code: str) -> set[str]:
    """What an example takes for granted, but for what stands for something of one's own."""
    return {one.id for one in ast.walk(ast.parse(code, mode="eval")) if isinstance(one, ast.Name)} - {"indicator"}


def known_from(*rooms: ModuleType) -> dict[str, Any]:
    """The names that a reader of an example can import, with what they stand for."""
    return {"date": date, **{name: getattr(room, name) for room in rooms for name in room.__all__}}
