"""Salah ketik: a name that is a known one with a slip of the fingers, and not another name that looks like it."""

from collections.abc import Iterable, Iterator

from sakip.cascade.names.naming import folded, plain_position

__all__ = ["is_slip", "known_behind"]

_LEAST = 5
_LEAST_REPLACED = 7
_LONGEST_NAME = 200
_MOST_COMPARED = 100
_ROMAN = frozenset("ivxlc")


def is_slip(one: str, other: str) -> bool:
    """Selip: whether one word is another with one letter too many, too few, wrong, or changed with its neighbour.

    The first letter is never the wrong one. In a short word a wrong letter makes another word, and so do digits and
    roman numerals anywhere.

    Examples:
        >>> is_slip("kesehata", "kesehatan"), is_slip("kesehatam", "kesehatan"), is_slip("kadis", "kades")
        (True, True, False)
    """
    least = min(len(one), len(other))
    if (
        one[:1] != other[:1]
        or one == other
        or least < _LEAST
        or abs(len(one) - len(other)) > 1
        or not _is_word(one)
        or not _is_word(other)
    ):
        return False
    start = next((at for at in range(least) if one[at] != other[at]), least)
    left, right = one[start:], other[start:]
    if len(left) != len(right):
        return left[1:] == right or left == right[1:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or (least >= _LEAST_REPLACED and left[1:] == right[1:])


def _is_word(word: str) -> bool:
    return word.isalpha() and not _ROMAN.issuperset(word)


def known_behind(names: Iterable[str], known: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Yang dimaksud: for each name that is mistyped the known ones, up to three, that differ from it by one slip.

    A slip is within one word, or a blank that is missing or too many. Of the names that share all other words only
    the first hundred are compared, so that many wrong names cost no square of time.

    Examples:
        >>> known_behind(["Kepala Dinas Kesehata", "Bupati"], ["Kepala Dinas Kesehatan", "Kepala Dinas Pendidikan"])
        {'Kepala Dinas Kesehata': ('Kepala Dinas Kesehatan',)}
    """
    asked: dict[tuple[object, ...], list[tuple[str, str]]] = {}
    for name in dict.fromkeys(names):
        for key, word in _holes(name):
            alike = asked.setdefault(key, [])
            if len(alike) < _MOST_COMPARED:
                alike.append((word, name))
    found: dict[str, dict[str, None]] = {}
    compared: dict[tuple[object, ...], int] = {}
    for one in known if asked else ():
        for key, word in _holes(one):
            if key in asked and compared.setdefault(key, 0) < _MOST_COMPARED:
                compared[key] += 1
                for other, name in asked[key]:
                    if is_slip(word, other) or (not word and folded(one) != folded(name)):
                        found.setdefault(name, {})[one] = None
    return {name: tuple(sorted(meant)[:3]) for name, meant in found.items()}


def _holes(name: str) -> Iterator[tuple[tuple[object, ...], str]]:
    """A name without its blanks, and with each of its words in turn cut down to its first letter, and that word."""
    words = folded(plain_position(name)[:_LONGEST_NAME]).split()
    if all(word.isalpha() for word in words):
        yield ("".join(words),), ""
    for at, word in enumerate(words):
        if len(word) >= _LEAST:
            yield (at, *words[:at], word[0], *words[at + 1 :]), word
