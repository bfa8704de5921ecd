"""Lapisan: what differs from something large, laid over it, so that a small change copies only itself."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from typing import Any, TypeVar, overload

__all__ = ["Layer", "Patch", "layered", "patched", "without"]

Key = TypeVar("Key")
Value = TypeVar("Value")

_GONE: Any = object()
# Once so much lies above the base, copying it with every change costs more than a base of its own.
_LEAST_OWN = 1024


class Layer(MutableMapping[Key, Value]):
    """Lapisan kamus: a mapping laid over another one, which stays as it is.

    Examples:
        >>> below = {"a": 1, "b": 2}
        >>> above = Layer(below, {})
        >>> above["c"] = 3
        >>> del above["a"]
        >>> dict(above), below
        ({'b': 2, 'c': 3}, {'a': 1, 'b': 2})
    """

    __slots__ = ("base", "over")

    def __init__(self, base: Mapping[Key, Value], over: dict[Key, Value]) -> None:
        self.base = base
        self.over = over

    def __getitem__(self, key: Key) -> Value:
        value = self.over[key] if key in self.over else self.base[key]
        if value is _GONE:
            raise KeyError(key)
        return value

    def __setitem__(self, key: Key, value: Value) -> None:
        self.over[key] = value

    def __delitem__(self, key: Key) -> None:
        if key not in self:
            raise KeyError(key)
        self.over[key] = _GONE

    def __contains__(self, key: Any) -> bool:
        return self.over[key] is not _GONE if key in self.over else key in self.base

    def __iter__(self) -> Iterator[Key]:
        yield from (key for key in self.base if key not in self.over)
        yield from (key for key, value in self.over.items() if value is not _GONE)

    def __len__(self) -> int:
        hidden = sum(1 for key in self.over if key in self.base)
        return len(self.base) - hidden + sum(1 for value in self.over.values() if value is not _GONE)


class Patch(Sequence[Value]):
    """Lapisan daftar: a list of which some places hold something else; places can be set, and none is added.

    Examples:
        >>> below = ["a", "b", "c"]
        >>> above = Patch(below, {1: "B"})
        >>> list(above), above[-2], below[1]
        (['a', 'B', 'c'], 'B', 'b')
    """

    __slots__ = ("base", "over")

    def __init__(self, base: Sequence[Value], over: dict[int, Value]) -> None:
        self.base = base
        self.over = over

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> list[Value]: ...
    def __getitem__(self, at: int | slice) -> Value | list[Value]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self.base)))]
        place = at + len(self.base) if at < 0 else at
        return self.over[place] if place in self.over else self.base[place]

    def __setitem__(self, at: int, value: Value) -> None:
        self.over[at + len(self.base) if at < 0 else at] = value

    def __iter__(self) -> Iterator[Value]:
        over = self.over
        return (over.get(at, value) for at, value in enumerate(self.base))

    def __len__(self) -> int:
        return len(self.base)


def layered(below: Mapping[Key, Value]) -> Layer[Key, Value]:
    """Dilapisi: a mapping that can be changed while the one below stays as it is; layers do not pile up.

    Examples:
        >>> first = layered({"a": 1})
        >>> first["b"] = 2
        >>> second = layered(first)
        >>> second.base is first.base, second.over == first.over, second.over is first.over
        (True, True, False)
    """
    if not isinstance(below, Layer):
        return Layer(below, {})
    if _is_own(below.over, below.base):
        return Layer(dict(below), {})
    return Layer(below.base, dict(below.over))


def without(below: Mapping[Key, Value], keys: Iterable[Key]) -> Layer[Key, Value]:
    """Dilapisi tanpa: a mapping in which some keys are not seen, even if they come to stand below later.

    Examples:
        >>> below = {"a": 1}
        >>> above = without(below, ["a", "b"])
        >>> below["b"] = 2
        >>> dict(above)
        {}
    """
    found = layered(below)
    for key in keys:
        found.over[key] = _GONE
    return found


def patched(below: Sequence[Value], over: Mapping[int, Value]) -> Patch[Value]:
    """Ditambal: a list with something else in some places, while the one below stays as it is.

    Examples:
        >>> first = patched(["a", "b"], {0: "A"})
        >>> second = patched(first, {1: "B"})
        >>> list(second), second.base is first.base, first[1]
        (['A', 'B'], True, 'b')
    """
    if not isinstance(below, Patch):
        return Patch(below, dict(over))
    if _is_own(below.over, below.base):
        return Patch(list(below), dict(over))
    return Patch(below.base, {**below.over, **over})


def _is_own(over: Mapping[Any, Any], base: Mapping[Any, Any] | Sequence[Any]) -> bool:
    return len(over) > max(_LEAST_OWN, len(base) // 8)
