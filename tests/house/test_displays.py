"""What can be shown as a table is shown everywhere alike."""

import inspect
from typing import Any

import pytest

from tests.house.source import public_names

SHOWN = [(path, value) for path, value in public_names() if inspect.isfunction(getattr(value, "table", None))]
each_shown = pytest.mark.parametrize(
    "value", [value for _, value in SHOWN], ids=[path.removeprefix("sakip.") for path, _ in SHOWN]
)


@each_shown
def test_text_takes_language_and_width(value: Any) -> None:
    """What has a table has its text in either language and in any width of a terminal, and its HTML in a notebook."""
    text = inspect.signature(value.text).parameters
    assert [(one.name, one.default, one.kind.name) for one in [*text.values()][1:]] == [
        ("lang", "id", "POSITIONAL_OR_KEYWORD"),
        ("width", None, "KEYWORD_ONLY"),
    ]
    assert hasattr(value, "_repr_html_")
