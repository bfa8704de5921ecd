"""Nama orang: whether two names on two papers are of one person, whose titles one of them leaves out."""

import re

from sakip.cascade.names.naming import folded

__all__ = ["person_named", "same_person"]

_TITLES = re.compile(
    r"(?:(?:dr[aghs]?|ir|prof|hj?|kh|apt|ns|bdn|bpk|bapak|ibu|sdri?|tn|ny|rr|insinyur|profesor)\s+)+(?=\S)"
)
# A degree without a comma before it has a full stop within: M.Kes, S.Sos, Ph.D.
_DEGREE = re.compile(r"\w{1,4}\.\w[\w.]*")


def _without_titles(name: str) -> str:
    found = _TITLES.match(name)
    return name if found is None else name[found.end() :]


def person_named(name: str) -> str:
    """Nama tanpa gelar: a name without the titles before it and the degrees behind it, as two people would type it.

    Examples:
        >>> person_named("dr. Hj. Siti Contoh, M.Kes"), person_named("Siti Contoh M.Kes."), person_named("SITI CONTOH")
        ('siti contoh', 'siti contoh', 'siti contoh')
    """
    words = name.partition(",")[0].split()
    while len(words) > 1 and _DEGREE.fullmatch(words[-1]):
        del words[-1]
    return _without_titles(folded(" ".join(words))) or folded(name)


def same_person(one: str | None, other: str | None) -> bool:
    """Orang yang sama: whether both are known and their names are one, whatever the titles.

    Examples:
        >>> same_person("Siti", "dr. Siti, M.Kes"), same_person("Siti", "Sita"), same_person(None, None)
        (True, False, False)
    """
    return one is not None and other is not None and person_named(one) == person_named(other)
