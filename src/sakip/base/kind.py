"""Jenis nilai: a value of one class, refused with an example of how it is written."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeGuard, TypeVar, cast

from sakip.errors import InvalidValueError

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "day_of",
    "is_text",
    "listed",
    "none_or",
    "none_or_day",
    "of_kind",
    "parted",
    "recorded_day",
    "tuple_of",
]

Item = TypeVar("Item")
FIRST_DAY, LAST_DAY = date(1945, 1, 1), date(9998, 12, 31)


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
        problem=(f"bukan {kind.__name__}", f"not {'an' if kind.__name__[0] in 'AEIOUaeiou' else 'a'} {kind.__name__}"),
        way_out=(f"Tulis misalnya {example}", f"Write for example {example}"),
    )


def none_or(kind: type[Item], value: object, path: str, example: str) -> Item | None:
    """Sejenis atau kosong: as `of_kind`, with None for a field that is left out.

    Examples:
        >>> none_or(str, None, "X.y", "'a'") is None
        True
    """
    return None if value is None else of_kind(kind, value, path, example)


def day_of(value: date, path: str) -> date:
    """Hari: a date without a time.

    Raises:
        InvalidValueError: A text, a date with a time, or anything else.

    Examples:
        >>> day_of(date(2025, 1, 31), "X.y")
        datetime.date(2025, 1, 31)
    """
    if type(value) is date:
        return value
    raise InvalidValueError(
        code="not-a-date",
        path=path,
        value=value,
        problem=("bukan tanggal tanpa jam", "not a date without a time"),
        way_out=("Tulis date(2025, 1, 31), atau parse_date", "Write date(2025, 1, 31), or use parse_date"),
    )


def recorded_day(value: date, path: str) -> date:
    """Hari tercatat: as `day_of`, from 1945 to 9998, so that the months counted from it are on the calendar too.

    Raises:
        InvalidValueError: As for `day_of`, or a day of another year.

    Examples:
        >>> recorded_day(date(9998, 12, 31), "X.y")
        datetime.date(9998, 12, 31)
    """
    if FIRST_DAY <= day_of(value, path) <= LAST_DAY:
        return value
    raise InvalidValueError(
        code="day-out-of-range",
        path=path,
        value=value,
        problem=("tahunnya bukan 1945 sampai 9998", "its year is not 1945 to 9998"),
        way_out=("Periksa tahunnya, atau kosongkan bila tidak ada", "Check the year, or leave it out if there is none"),
    )


def none_or_day(value: date | None, path: str) -> date | None:
    """Hari atau kosong: as `recorded_day`, with None for a field that is left out.

    Examples:
        >>> none_or_day(None, "X.y") is None
        True
    """
    return None if value is None else recorded_day(value, path)


def listed(value: object, path: str, example: str) -> tuple[object, ...]:
    """Daftar: the items of a list, a tuple or anything else that can be gone through; one text is no list.

    Args:
        value: What was given.
        path: The field that is being filled, for the error.
        example: How one item is written, as code.

    Raises:
        InvalidValueError: A text, bytes, or a value that has no items.

    Examples:
        >>> listed(["a", "b"], "X.y", "'a'")
        ('a', 'b')
    """
    if isinstance(value, tuple | list) or (isinstance(value, Iterable) and not isinstance(value, str | bytes)):
        return tuple(cast("Iterable[object]", value))
    raise InvalidValueError(
        code="not-a-list",
        path=path,
        value=value,
        problem=("bukan daftar", "not a list"),
        way_out=(f"Tulis daftar, misalnya [{example}]", f"Write a list, for example [{example}]"),
    )


def parted(value: object, size: int, path: str, example: str) -> tuple[Any, ...]:
    """Berbagian: as `listed`, of exactly so many items, such as a pair.

    Raises:
        InvalidValueError: No list, or one of another size.

    Examples:
        >>> parted([80, "Baik"], 2, "X.y", "(80, 'Baik')")
        (80, 'Baik')
    """
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        found: tuple[Any, ...] = tuple(value)
        if len(found) == size:
            return found
    raise InvalidValueError(
        code="wrong-size",
        path=path,
        value=value,
        problem=(f"bukan daftar dari {size} bagian", f"not a list of {size} parts"),
        way_out=(f"Tulis misalnya {example}", f"Write for example {example}"),
    )


def tuple_of(kind: type[Item], value: object, path: str, example: str) -> tuple[Item, ...]:
    """Daftar sejenis: the items of a list, each an instance of a class.

    Args:
        kind: The class of the items.
        value: What was given.
        path: The field that is being filled, for the error; an item is named by its place, ``X.y[0]``.
        example: How one item is written, as code.

    Raises:
        InvalidValueError: No list, or an item of another class.

    Examples:
        >>> tuple_of(str, ["a", "b"], "X.y", "'a'")
        ('a', 'b')
    """
    items = listed(value, path, example)
    for place, item in enumerate(items):
        if not isinstance(item, kind):
            of_kind(kind, item, f"{path}[{place}]", example)  # refuses it, by its place
    return cast("tuple[Item, ...]", items)


def is_text(value: object) -> TypeGuard[str]:
    """Berupa teks: whether a key is a text at all; what a caller looks up by may be anything.

    Examples:
        >>> is_text("IKU-1"), is_text(None)
        (True, False)
    """
    return isinstance(value, str)
