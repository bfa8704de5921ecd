"""Penamaan: finding the position or the indicator that a name from a form means."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["Names", "folded", "near_names"]

_APART = re.compile(r"[\W_]+")
_LONGEST = 200
_MOST_COMPARED = 500


def folded(name: str) -> str:
    """Nama yang disamakan: without case, punctuation and doubled blanks, as two people would type one name.

    A name of signs alone stays as it is, so that two of them are not one.

    Examples:
        >>> folded("Kepala  Dinas, Kesehatan."), folded("kepala-dinas kesehatan")
        ('kepala dinas kesehatan', 'kepala dinas kesehatan')
        >>> folded("?"), folded("-")
        ('?', '-')
    """
    cased = name.casefold()
    return _APART.sub(" ", cased).strip() or cased.strip()


def near_names(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Nama yang mirip: up to three known names that are nearly the same, of those that begin alike.

    Only so many are compared that a thousand wrong names in a large government cost no more than the rest.

    Examples:
        >>> near_names("Kepala Dina Kesehatan", ["Kepala Dinas Kesehatan", "Bupati"])
        ('Kepala Dinas Kesehatan',)
    """
    wanted = folded(name)[:_LONGEST]
    found: dict[str, str] = {}
    for one in known:
        found.setdefault(folded(one)[:_LONGEST], one)
        if len(found) >= _MOST_COMPARED:
            break
    return tuple(found[one] for one in get_close_matches(wanted, list(found), n=3))


_Meaning = int | dict[int, None]
"""What a name means; nearly always one number, and a dict for each would be most of what a large government takes."""


def _put(index: dict[str, _Meaning], name: str, number: int) -> None:
    known = index.setdefault(name, number)
    if isinstance(known, dict):
        known[number] = None
    elif known != number:
        index[name] = {known: None, number: None}


class Names:
    """Daftar nama: which numbers a name stands for, however it is typed.

    An exact name goes before one that is only typed alike.
    """

    __slots__ = ("_alike", "_by_start", "_exact")

    def __init__(self) -> None:
        self._exact: dict[str, _Meaning] = {}
        self._alike: dict[str, _Meaning] = {}
        self._by_start: dict[str, list[str]] = {}

    def add(self, name: str, number: int) -> None:
        """Tambah: one more meaning of a name; the same meaning twice is one."""
        alike = folded(name)
        _put(self._exact, name, number)
        _put(self._alike, alike, number)
        starting = self._by_start.setdefault(alike[:2], [])
        if len(starting) < _MOST_COMPARED:
            starting.append(name)

    def find(self, name: str) -> tuple[int, ...]:
        """Cari: the numbers that the name means: none, one, or several."""
        found = self._exact.get(name)
        if found is None:
            found = self._alike.get(folded(name), {})
        return (found,) if isinstance(found, int) else tuple(found)

    def near(self, name: str) -> tuple[str, ...]:
        """Mirip: known names that are nearly this one."""
        return near_names(name, self._by_start.get(folded(name)[:2], ()))
