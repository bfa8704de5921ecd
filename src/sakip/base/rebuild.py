"""Pembentukan ulang: unpickling a value goes through its constructor again."""

from typing import Any

from attrs import fields

__all__ = ["reduce_by_fields"]


def reduce_by_fields(self: Any) -> tuple[Any, ...]:
    """Pengawetan: for ``__reduce__``; keeps the fields of the constructor, leaves derived ones out, checks again.

    Examples:
        >>> import pickle
        >>> from sakip import Period
        >>> pickle.loads(pickle.dumps(Period.year(2025))) == Period.year(2025)
        True
    """
    kind = self.__class__
    return _rebuild, (kind, {field.alias: getattr(self, field.name) for field in fields(kind) if field.init})


def _rebuild(kind: Any, kept: dict[str, Any]) -> Any:
    return kind(**kept)
