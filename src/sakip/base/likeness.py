"""Kemiripan: how two names are one, however they are typed, and what was probably meant by a code that is not there."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from sakip.base.kind import is_text
from sakip.errors import UnknownCodeError

__all__ = ["folded", "similar", "unknown_code"]

_APART = re.compile(r"[\W_]+")
_LONGEST_COMPARED = 64
_MOST_SHOWN = 5


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


def similar(value: object, known: Iterable[str]) -> tuple[str, ...]:
    """Yang mirip: at most three of the known texts that look like a value, the most similar first.

    Capitals and blanks around it do not count. What is no text, or longer than 64 signs, looks like nothing.

    Examples:
        >>> similar("iku1", ["IKU-1", "PLAN-7"])
        ('IKU-1',)
    """
    if not is_text(value) or len(value) > _LONGEST_COMPARED:
        return ()
    short = [text for text in known if len(text) <= _LONGEST_COMPARED]
    by_word = {_word(text): text for text in reversed(short)}
    return tuple(by_word[word] for word in get_close_matches(_word(value), by_word))


def _word(text: str) -> str:
    return text.strip().casefold()


def unknown_code(
    value: object,
    known: Iterable[str],
    *,
    code: str,
    path: str,
    problem: tuple[str, str],
) -> UnknownCodeError:
    """Kode tidak dikenal: the error of a look-up that found nothing, with the codes that look like it or the first few.

    Args:
        value: What was looked up.
        known: Every code that could have been found.
        code: Code of the error.
        path: Where it was looked up.
        problem: What is wrong, as (Indonesian, English).

    Examples:
        >>> error = unknown_code("IKU1", ["IKU-1"], code="x", path="X.y", problem=("tidak ada", "not there"))
        >>> error.near, error.way_out[0]
        (('IKU-1',), 'Yang mirip: IKU-1')
    """
    codes = tuple(known)
    near = similar(value, codes)
    shown = ", ".join(each[:_LONGEST_COMPARED] for each in near or codes[:_MOST_SHOWN])
    way_out = ("Yang mirip", "Similar ones") if near else ("Yang ada misalnya", "There is for example")
    none = ("Di sini tidak ada apa-apa", "There is nothing here")
    return UnknownCodeError(
        code=code,
        path=path,
        value=value,
        problem=problem,
        way_out=(f"{way_out[0]}: {shown}", f"{way_out[1]}: {shown}") if codes else none,
        near=near,
    )
