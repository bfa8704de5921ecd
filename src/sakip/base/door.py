"""Pintu: a front door whose rooms are entered when a name is first asked for.

Building some seventy classes takes longer than importing attrs itself; who needs a number reader does not wait for the
scoring engine.
"""

from collections.abc import Callable, Mapping
from importlib import import_module

__all__ = ["opened"]


def opened(
    package: str,
    homes: Mapping[str, tuple[str, ...]],
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Buka pintu: the ``__getattr__`` and ``__dir__`` of a package whose names live in other modules (PEP 562).

    Args:
        package: Name of the package.
        homes: The names that each module gives to it.

    Examples:
        >>> look_up, names = opened("sakip", {"sakip.base.text": ("Text",)})
        >>> look_up("Text").__name__, names()
        ('Text', ['Text'])
    """
    home_of = {name: module for module, names in homes.items() for name in names}

    def look_up(name: str) -> object:
        if name not in home_of:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(import_module(home_of[name]), name)

    def names() -> list[str]:
        return sorted(home_of)

    return look_up, names
