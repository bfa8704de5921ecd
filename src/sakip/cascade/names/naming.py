"""Penamaan: finding the position or the indicator that a name from a form means."""

import re
from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches

from sakip.base.likeness import folded

__all__ = ["Names", "folded", "near_names", "plain_position"]

_LONGEST = 200
_MOST_COMPARED = 500
_MOST_ALIKE = 24
_WORDS = r"plt|plh|pjs?|pelaksana\s+(?:tugas|harian)|penjabat(?:\s+sementara)?"
# A capacity is written with a full stop or a blank behind it, and before a word: PJ-1 and Pj 1 are codes.
_BEFORE = re.compile(rf"(?:(?<=/)|^)\s*\(?(?:{_WORDS})(?:\.?\)\s*|\.\s*|\s+)(?=[^\W\d_]{{2}})", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?<=\w)(?:\s*\((?:{_WORDS})\.?\)|\s*,\s*(?:{_WORDS})\.?|\s+(?:plt|plh|pjs?)\.)\s*$", re.IGNORECASE
)


def plain_position(name: str) -> str:
    """Jabatan tanpa sebutan penugasan: a position without Plt., Plh., Pj. or Pjs., which say how it is held.

    Examples:
        >>> plain_position("Plt. Kepala Dinas"), plain_position("Camat (Pj.)"), plain_position("PJ-1")
        ('Kepala Dinas', 'Camat', 'PJ-1')
    """
    return _BEHIND.sub("", _BEFORE.sub("", name)) if "p" in name or "P" in name else name


def near_names(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Nama yang mirip: up to three known names that are nearly the same, of the first five hundred.

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


def _numbers(found: _Meaning) -> tuple[int, ...]:
    return (found,) if isinstance(found, int) else tuple(found)


class Names:
    """Daftar nama: which numbers a name stands for, however it is typed.

    An exact name goes before one that is only typed alike, and in which capacity a position is held is no part of its
    name. What is named within a unit can be looked for there alone.
    """

    __slots__ = ("_alike", "_exact", "_found", "_parts", "_within")

    def __init__(self) -> None:
        self._exact: dict[str, _Meaning] = {}
        self._alike: dict[str, _Meaning] = {}
        self._within: dict[str, _Meaning] = {}
        self._parts: dict[str, list[str]] = {}
        self._found: dict[str, tuple[int, ...]] = {}

    def add(self, name: str, number: int, unit: str | None = None) -> None:
        """Tambah: one more meaning of a name, of a unit where one is known; the same meaning twice is one."""
        plain = plain_position(name)
        alike = folded(plain)
        _put(self._exact, name, number)
        if plain != name:
            _put(self._exact, plain, number)
        _put(self._alike, alike, number)
        _put(self._within, _key(alike, unit), number)
        self._parts.clear()
        self._found.clear()

    def add_within(self, unit: str, name: str, number: int) -> None:
        """Tambah dalam unit: a name with its unit before it; of a name of signs alone only just that is meant.

        However it is typed, ``Dinas/-`` would be the name of the unit itself.
        """
        joined = f"{unit}/{name}"
        if folded(plain_position(joined)) == folded(unit):
            _put(self._exact, joined, number)
            self._parts.clear()
            self._found.clear()
        else:
            self.add(joined, number, unit)

    def find(self, name: str) -> tuple[int, ...]:
        """Cari: the numbers that the name means: none, one, or several."""
        found = self._exact.get(name)
        if found is None:
            found = self._alike.get(folded(plain_position(name)), {})
        if isinstance(found, int):
            return (found,)
        if name not in self._found:  # of many numbers no new list is made each time
            self._found[name] = tuple(found)
        return self._found[name]

    def is_alone(self, name: str) -> bool:
        """Satu-satunya: whether nothing else is named so, however it is typed."""
        found = self._alike.get(folded(plain_position(name)), 0)
        return isinstance(found, int) or len(found) < 2

    def within(self, name: str, unit: str | None) -> tuple[int, ...]:
        """Cari dalam unit: those of one unit, or of none where no unit is given."""
        found = _numbers(self._within.get(_key(folded(plain_position(name)), unit), {}))
        if len(found) < 2:
            return found
        exact = set(_numbers(self._exact.get(name, {})))
        return tuple(one for one in found if one in exact) or found

    def near(self, name: str) -> tuple[str, ...]:
        """Mirip: known names that are nearly this one, of those that begin alike and share the rarest parts with it.

        Only so many are compared that a thousand wrong names in a large government cost no more than the rest.
        """
        if not self._parts:
            for known in self._exact:
                for part in _parts(known):
                    sharing = self._parts.setdefault(part, [])
                    if len(sharing) < _MOST_ALIKE:
                        sharing.append(known)
        shared = Counter(known for part in _parts(name) for known in self._parts.get(part, ()))
        return near_names(name, (known for known, _ in shared.most_common(_MOST_ALIKE)))


def _key(alike: str, unit: str | None) -> str:
    return f"{alike}/{'' if unit is None else folded(unit)}"


def _parts(name: str) -> dict[str, None]:
    """The parts of three signs of a name behind its first two, each once, in their order."""
    whole = f" {folded(name)[:_LONGEST]} "
    return {whole[1:3] + whole[at : at + 3]: None for at in range(len(whole) - 2)}
