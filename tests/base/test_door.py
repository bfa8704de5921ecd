"""The front door opens late and says no in Python's own way."""

import subprocess
import sys

import pytest

import sakip
from sakip.base.door import opened


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    """`import sakip` alone loads neither attrs nor any room; asking for a name loads its home."""
    script = (
        "import sys, sakip\n"
        "assert 'attrs' not in sys.modules and 'sakip.model' not in sys.modules\n"
        "sakip.Agreement\n"
        "assert 'sakip.model.agreement' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_unknown_name_is_an_attribute_error() -> None:
    """A name that the door does not know is refused as any module refuses it."""
    with pytest.raises(AttributeError, match="has no attribute 'Agrement'"):
        sakip.Agrement  # type: ignore[attr-defined]  # noqa: B018


def test_names_are_listed_for_completion() -> None:
    """What a notebook completes is the list of names, sorted."""
    _, names = opened("package", {"b": ("Two", "One"), "a": ("Three",)})
    assert names() == ["One", "Three", "Two"]
