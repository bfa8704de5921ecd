"""Tanda kendali: signs that move, hide, split or turn what is printed, so that one text could pass for another."""

import re

__all__ = ["CONTROLS", "inert"]

# Controls, separators of lines, marks that turn the direction of what follows, the mark of byte order, and halves of
# a character, which no UTF-8 can hold.
CONTROLS: re.Pattern[str] = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def inert(text: str) -> str:
    r"""Teks jinak: control characters become visible escapes, so that a text can neither move nor colour the output.

    Line feeds stay, a tab becomes a blank.

    Examples:
        >>> print(inert("merah \x1b[31m"))
        merah \x1b[31m
    """
    return CONTROLS.sub(_visible, text.replace("\r\n", "\n").replace("\t", " "))


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == 10:
        return "\n"
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
