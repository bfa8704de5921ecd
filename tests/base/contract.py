"""What an error owes its reader: code, path and value, and a way out in both languages that is one."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from sakip.errors import InvalidValueError

_EXAMPLE = re.compile(r"(?:misalnya|for example|bulat seperti|number such as) (.+)")


def error_of(make: Callable[[], object]) -> InvalidValueError:
    """The error of a call; its problem and its way out are sentences in Indonesian and in English."""
    with pytest.raises(InvalidValueError) as caught:
        make()
    for told in (caught.value.problem, caught.value.way_out):
        indonesian, english = told
        assert indonesian
        assert english
        assert indonesian != english
    return caught.value


def facts_of(make: Callable[[], object]) -> tuple[str, str, Any]:
    """Code, path and value of the error of a call."""
    error = error_of(make)
    return error.code, error.path, error.value


def assert_way_out(make: Callable[[Any], object], wrong: Any, **names: Any) -> None:
    """What is refused passes when the example of its error, in either language, stands in the place of the fault.

    Args:
        make: The call.
        wrong: What it refuses.
        names: What the example may be written with.
    """
    error = error_of(lambda: make(wrong))
    for sentence in error.way_out:
        found = _EXAMPLE.search(sentence)
        assert found, sentence
        example = eval(found[1], {"__builtins__": {}}, names)  # noqa: S307 - a text of the library itself
        make(_with(wrong, error.value, example))


def _with(whole: Any, fault: Any, example: Any) -> Any:
    if whole is fault:
        return example
    return type(whole)(_with(part, fault, example) for part in whole) if isinstance(whole, list | tuple) else whole
