"""Jenis nilai: a value of one class, refused with an example of how it is written."""

from typing import TypeVar

from sakip.errors import InvalidValueError

__all__ = ["none_or", "of_kind"]

Item = TypeVar("Item")


def of_kind(kind: type[Item], value: object, path: str, example: str) -> Item:
    """Sejenis: the value, if it is an instance of a class.

    Args:
        kind: The class.
        value: What was given.
        path: The field that is being filled, for the error.
        example: How such a value is written, as code.

    Raises:
        InvalidValueError: A value of another class.

    Examples:
        >>> of_kind(str, "a", "X.y", "'a'")
        'a'
    """
    if isinstance(value, kind):
        return value
    raise InvalidValueError(
        code="wrong-kind",
        path=path,
        value=value,
        problem=(f"bukan {kind.__name__}", f"not a {kind.__name__}"),
        way_out=(f"Tulis misalnya {example}", f"Write for example {example}"),
    )


def none_or(kind: type[Item], value: object, path: str, example: str) -> Item | None:
    """Sejenis atau kosong: as `of_kind`, with None for a field that is left out.

    Examples:
        >>> none_or(str, None, "X.y", "'a'") is None
        True
    """
    return None if value is None else of_kind(kind, value, path, example)
