"""Isi sel: foreign text made harmless, wrapped and escaped."""

import html
from collections.abc import Iterator

from sakip.base.control import inert
from sakip.base.number import admit_whole
from sakip.errors import InvalidValueError

__all__ = ["escaped", "line_width", "require_string", "with_breaks", "wrapped"]


def escaped(text: str) -> str:
    """Teks HTML: inert, with every sign of markup and both quotes escaped; safe in an attribute too.

    Examples:
        >>> escaped("<b>"), escaped('R & "T"')
        ('&lt;b&gt;', 'R &amp; &quot;T&quot;')
    """
    return html.escape(inert(text), quote=True)


def with_breaks(text: str) -> str:
    r"""Teks HTML berbaris: escaped, its line feeds as breaks.

    Examples:
        >>> with_breaks("R\nT & B")
        'R<br>T &amp; B'
    """
    return escaped(text).replace("\n", "<br>")


def wrapped(text: str, width: int) -> list[str]:
    """Baris-baris: inert text in lines of at most ``width`` characters, parted at blanks where there are any.

    Examples:
        >>> wrapped("Angka kematian ibu", 10)
        ['Angka', 'kematian', 'ibu']
    """
    return [line for part in inert(text).split("\n") for line in _lines(part, width)]


def _lines(text: str, width: int) -> Iterator[str]:
    if len(text) <= width:
        yield text.rstrip(" ")
        return
    line = ""
    for word in filter(None, text.split(" ")):
        if line and len(line) + 1 + len(word) <= width:
            line = f"{line} {word}"
            continue
        if line:
            yield line
        # A word that is longer than the line is cut; its last piece may be joined by the next word.
        last = (len(word) - 1) // width * width
        yield from (word[start : start + width] for start in range(0, last, width))
        line = word[last:]
    yield line


def line_width(width: int | None, path: str) -> int:
    """Lebar baris: the width that was asked for, 20 to 1,000 characters, or 80.

    Raises:
        InvalidValueError: Any other width.

    Examples:
        >>> line_width(None, "Table.text.width")
        80
    """
    return 80 if width is None else admit_whole(width, path, low=20, high=1000)


def require_string(value: object, path: str) -> str:
    """Teks sel: a string, which may be empty.

    Raises:
        InvalidValueError: Anything else, such as a number that nobody has written out yet.

    Examples:
        >>> require_string("98,5", "Table.rows[0][1]")
        '98,5'
    """
    if isinstance(value, str):
        return value
    raise InvalidValueError(
        code="not-text",
        path=path,
        value=value,
        problem=("tampilan hanya memuat teks", "a display holds texts only"),
        way_out=("Tulis angkanya lebih dahulu dengan format_number", "Write the number with format_number first"),
    )
