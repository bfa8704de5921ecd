"""Batas banyaknya: how much one picture may hold before nobody can read it."""

from typing import TypeVar

from sakip.errors import InvalidValueError

__all__ = ["bounded"]

Item = TypeVar("Item")


def bounded(items: tuple[Item, ...], most: int, path: str) -> tuple[Item, ...]:
    """Terbatas: the items, if there are not too many of them for one picture.

    Raises:
        InvalidValueError: More than the picture can hold.

    Examples:
        >>> bounded(("a", "b"), 2, "Bars.items")
        ('a', 'b')
    """
    if len(items) <= most:
        return items
    raise InvalidValueError(
        code="chart-too-large",
        path=path,
        value=len(items),
        problem=(f"lebih dari {most} bagian untuk satu gambar", f"more than {most} parts for one picture"),
        way_out=("Gambarlah sebagian saja, atau tampilkan tabelnya", "Draw a part of them, or show the table"),
    )
