"""Tanda ribuan dan desimal: what the dots and commas of a number can mean, decided without raising."""

import re
from typing import Literal, cast

__all__ = ["NUMBER", "Convention", "Speech", "parts_of", "speech_of", "spoken_parts"]

Convention = Literal["id", "en", "plain"]
Speech = Literal["id", "en", "both", "unclear"]

NUMBER = r"[0-9](?:[0-9.,]*[0-9])?"
"""Angka: digits, dots and commas from the first digit to the last, as a pattern."""

_ID = r"([0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?"
_EN = r"([0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?"
_WRITTEN = {
    "id": re.compile(_ID),
    "en": re.compile(_EN),
    "plain": re.compile(r"([0-9]+)(?:\.([0-9]+))?"),
}
_GROUP = 3
_SPEAKING = re.compile(
    rf"(?P<both>[0-9]+)|(?P<unclear>[1-9][0-9]{{0,2}}[.,][0-9]{{3}})|(?P<id>{_ID})|(?P<en>{_EN})",
)


def parts_of(number: str, convention: Convention) -> tuple[str, str] | None:
    """Bagian angka: the digits before and behind the decimal mark, thousands joined; None if not written so.

    Args:
        number: Digits, dots and commas alone.
        convention: What the marks mean.

    Examples:
        >>> parts_of("1.234,5", "id"), parts_of("1.234", "plain"), parts_of("1.234,5", "en")
        (('1234', '5'), ('1', '234'), None)
    """
    match = _WRITTEN[convention].fullmatch(number)
    if match is None:
        return None
    whole, decimals = match.groups()
    return whole.replace(".", "").replace(",", ""), decimals or ""


def speech_of(number: str) -> Speech | None:
    """Isyarat angka: which convention alone could have written a number.

    Args:
        number: Digits, dots and commas alone.

    Returns:
        ``id`` or ``en``; ``both`` where the number means the same in each; ``unclear`` where it means two things;
        None where it is a number in neither.

    Examples:
        >>> [speech_of(number) for number in ("98,5", "0.604", "98", "1.234", "1,234,567", "1.2.3")]
        ['id', 'en', 'both', 'unclear', 'en', None]
    """
    match = _SPEAKING.fullmatch(number)
    return match and cast("Speech", match.lastgroup)


def spoken_parts(number: str) -> tuple[Speech, str, str] | None:
    """Isyarat dan bagian angka: `speech_of` with the digits before and behind the decimal mark, in one look.

    An unclear number is parted at its only mark.

    Examples:
        >>> spoken_parts("1.234,50"), spoken_parts("1.234"), spoken_parts("98"), spoken_parts("1.2.3")
        (('id', '1234', '50'), ('unclear', '1', '234'), ('both', '98', ''), None)
    """
    if number.isascii():  # the commonest numbers have at most one mark and need no pattern
        if number.isdecimal():
            return "both", number, ""
        whole, comma, decimals = number.partition(",")
        if not comma:
            whole, _, decimals = number.partition(".")
        if whole.isdecimal() and decimals.isdecimal():
            if len(decimals) == _GROUP and len(whole) <= _GROUP and whole[0] != "0":
                return "unclear", whole, decimals
            return "id" if comma else "en", whole, decimals
    match = _SPEAKING.fullmatch(number)
    if match is None:
        return None
    at = match.lastindex or 0  # the groups of the two parts follow that of the convention
    whole, decimals = match.group(at + 1, at + 2)
    digits = whole.replace(".", "").replace(",", "")
    return "id" if match.lastgroup == "id" else "en", digits, decimals or ""
