"""Pilihan: one word out of a closed list, refused with the word that was probably meant."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TypeVar

from sakip.errors import InvalidValueError

__all__ = ["choose"]

Word = TypeVar("Word")

_LONGEST_COMPARED = 64


def choose(
    value: Word,
    allowed: tuple[Word, ...],
    path: str,
    *,
    code: str,
    problem: tuple[str, str],
    known: Mapping[str, str] | None = None,
) -> Word:
    """Pilih: the allowed word that equals the value.

    Args:
        value: The word as it was given.
        allowed: Every word that may stand there; None among them where the field may be left out.
        path: The field that is being filled, for the error.
        code: Code of the error.
        problem: What is wrong with any other word, as (Indonesian, English).
        known: Words of the field in lower case, such as ``negatif``, with the allowed word that they stand for. They
            are named in the error and never accepted in silence.

    Raises:
        InvalidValueError: Any other value.

    Examples:
        >>> choose("sum", ("sum", "average"), "x", code="unknown", problem=("tidak dikenal", "unknown"))
        'sum'
    """
    for word in allowed:
        if _is(value, word):
            return word
    names = tuple(word for word in allowed if isinstance(word, str))
    meant = _meant(value, names, known or {})
    hint_id, hint_en = (
        (f"Mungkin maksudnya {meant!r}; pilih", f"Perhaps {meant!r} is meant; choose") if meant else ("Pilih", "Choose")
    )
    words = ", ".join(names)
    raise InvalidValueError(
        code=code,
        path=path,
        value=value,
        problem=problem,
        way_out=(f"{hint_id} salah satu: {words}", f"{hint_en} one of {words}"),
    )


def _is(value: object, word: object) -> bool:
    # A foreign object may claim to equal anything, so only text is compared.
    return value is word or (isinstance(value, str) and value == word)


def _meant(value: object, allowed: tuple[str, ...], known: Mapping[str, str]) -> str | None:
    if not isinstance(value, str) or len(value) > _LONGEST_COMPARED:
        return None
    word = " ".join(value.lower().replace("_", " ").replace("-", " ").split())
    if word in known:
        return known[word]
    near = get_close_matches(word.replace(" ", "_"), [*allowed, *known], n=1)
    return known.get(near[0], near[0]) if near else None
