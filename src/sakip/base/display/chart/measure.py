"""Lebar huruf: how much room a text takes, so that a picture can be laid out where no font is at hand."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from sakip.base.control import inert

__all__ = ["FONT", "LINE", "SIZE", "fitted", "plain", "room_for"]

FONT = "Arial, Helvetica, 'Liberation Sans', Roboto, sans-serif"
SIZE = 14
LINE = 17

# Advance widths of Arial and of the faces made to its measure, in thousandths of the size.
_WIDTHS = {
    sign: width
    for width, signs in (
        (222, "ijl'|"),
        (278, " .,:;!/\\It[]f"),
        (333, 'r()-`"°'),
        (389, "*"),
        (500, "cksvxyzJ"),
        (556, "abdeghnopqu0123456789L?#$_–"),
        (584, "+<=>~×−"),
        (611, "FTZ"),
        (667, "ABEKPSVXY&"),
        (722, "CDHNRUw"),
        (778, "GOQ"),
        (833, "mM"),
        (889, "%"),
        (944, "W"),
    )
    for sign in signs
}
_UNKNOWN = 667
_WIDE = 1000
_FIRST_WIDE = 0x1100
_BOLD = 1080
# Code points that no XML may hold, beside those that are made inert everywhere.
_NO_XML = re.compile("[\ufffe\uffff]")
_LONGEST_MEASURED = 1000
_MORE = "…"


def plain(text: str) -> str:
    r"""Teks polos: a text on one line, inert, and of signs that an XML document may hold.

    Examples:
        >>> plain("merah\n\x1b[31m")
        'merah \\x1b[31m'
    """
    line = " ".join(part for part in inert(text).split("\n") if part)
    return _NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def room_for(text: str, *, size: int = SIZE, bold: bool = False) -> int:
    """Ruang teks: the width of a line of text, in the units of a picture, rounded up.

    Examples:
        >>> room_for("98,50"), room_for("98,50", bold=True), room_for("")
        (37, 39, 0)
    """
    thousandths = sum(_width(sign) for sign in text) * size
    if bold:
        thousandths = thousandths * _BOLD // 1000
    # Other faces than Arial run a little wider.
    return -(-thousandths * 103 // 100_000)


def _width(sign: str) -> int:
    known = _WIDTHS.get(sign)
    if known is not None:
        return known
    if unicodedata.combining(sign):
        return 0
    return _WIDE if ord(sign) >= _FIRST_WIDE else _UNKNOWN


def fitted(text: str, room: int, *, lines: int = 1, size: int = SIZE, bold: bool = False) -> tuple[str, ...]:
    """Teks muat: a text in at most so many lines of at most so much room, shortened where it does not fit.

    Args:
        text: Already `plain`.
        room: The width of a line.
        lines: How many lines there may be.
        size: Size of the letters.
        bold: Whether the letters are bold.

    Examples:
        >>> fitted("Dinas Pekerjaan Umum dan Perumahan Rakyat", 130, lines=2)
        ('Dinas Pekerjaan', 'Umum dan Peru…')
        >>> fitted("Dinas Sosial", 130)
        ('Dinas Sosial',)
    """

    def fits(line: str) -> bool:
        return room_for(line, size=size, bold=bold) <= room

    waiting = text[:_LONGEST_MEASURED].split(" ")
    found: list[str] = []
    while waiting and len(found) < lines - 1:
        count = _most(waiting, fits)
        if not count:
            break  # one word that is longer than a line ends in the mark of what is left out
        found.append(" ".join(waiting[:count]))
        waiting = waiting[count:]
    last = " ".join(waiting)
    if not waiting:
        return tuple(found)
    if len(text) <= _LONGEST_MEASURED and fits(last):
        return (*found, last)
    return (*found, next((cut for cut in _shorter(last) if fits(cut)), _MORE))


def _most(words: list[str], fits: Callable[[str], bool]) -> int:
    """How many words fit on one line."""
    count = 0
    while count < len(words) and fits(" ".join(words[: count + 1])):
        count += 1
    return count


def _shorter(text: str) -> Iterator[str]:
    for end in range(len(text) - 1, 0, -1):
        yield f"{text[:end].rstrip()}{_MORE}"
