"""Membaca angka cetak: one printed number, read only when it has one reading.

The dress of a number may be a sign (``-`` or the minus U+2212, before the digits or before ``Rp``), a leading ``Rp``
or ``Rp.``, a trailing ``,-`` after whole rupiah, or a trailing ``%`` (the number is then the percentage itself:
``"98,5 %"`` is 98.5). Blanks around it, no-break space included, fall away.

What the marks say:

* A thousands group has three digits, and the first group never begins with 0: ``"0.381"`` is a decimal.
* Both marks present decide each other, a mark that occurs twice parts thousands, and any other number of digits
  after a single mark makes it a decimal mark.
* A single mark before exactly three digits, as in ``"1.234"``, has two readings and needs a convention.

Under a convention nothing is guessed: ``"98.5"`` is no Indonesian number and is refused under ``"id"``.
"""

import re
from decimal import Decimal
from typing import NamedTuple, get_args

from sakip.base.choice import choose
from sakip.base.notation.faults import fault_of
from sakip.base.notation.marks import NUMBER, Convention, parts_of
from sakip.base.number import admit
from sakip.errors import AmbiguousNumberError, InvalidValueError

__all__ = ["Convention", "parse_number", "read_both", "read_under", "require_convention", "thousands_first"]

_LONGEST_TEXT = 64
_BLANKS = " \t\r\n\xa0"

_DRESSED = re.compile(
    r"(?P<prefix>[-\u2212](?:Rp\.?[ \xa0]*)?|(?:Rp\.?[ \xa0]*)?[-\u2212]?)"
    rf"(?P<number>{NUMBER})"
    r"(?P<suffix>,-|[ \xa0]*%)?"
)


class _Bare(NamedTuple):
    """A number without its dress; ``whole`` when ``,-`` closed it."""

    sign: str
    number: str
    whole: bool


def parse_number(text: str, convention: Convention | None = None, *, path: str = "parse_number") -> Decimal:
    """Membaca angka cetak: the one number that a printed text stands for; `format_number` is its inverse.

    Args:
        text: One number as printed, such as ``"1.234,5"``, ``"33,33 %"`` or ``"Rp 4.522.741.241,-"``; a percentage
            is read as its number, so ``"50%"`` is 50. At most 18 integer digits and 6 decimals.
        convention: What the marks mean: ``"id"`` (dot for thousands, comma for decimals), ``"en"`` (the mirror) or
            ``"plain"`` (a decimal dot and no groups, as databases write). Without one, only a text with a single
            reading is accepted.
        path: The field that is being filled, for the error.

    Raises:
        AmbiguousNumberError: Two readings and no convention.
        InvalidValueError: No printed number, not written the way of the convention, or out of range.

    Examples:
        >>> parse_number("98.5"), parse_number("98,5"), parse_number("Rp 4.522.741.241,-")
        (Decimal('98.5'), Decimal('98.5'), Decimal('4522741241'))
        >>> parse_number("1.234", "id"), parse_number("1.234", "en")
        (Decimal('1234'), Decimal('1.234'))
    """
    if convention is not None:
        return read_under(convention, text, path)
    readings = read_both(text, path)
    if len(set(readings.values())) == 1:
        return next(iter(readings.values()))
    thousands, decimals = thousands_first(text, readings)
    raise AmbiguousNumberError(
        code="ambiguous-number",
        path=path,
        value=text,
        problem=(
            f"angka ini punya dua bacaan: {thousands} (ribuan) dan {decimals} (desimal)",
            f"the number has two readings: {thousands} (thousands) and {decimals} (decimals)",
        ),
        way_out=(
            "Sebutkan konvensinya ('id', 'en' atau 'plain'), atau baca seluruh kolom dengan parse_numbers",
            "Name its convention ('id', 'en' or 'plain'), or read the whole column with parse_numbers",
        ),
        readings=(thousands, decimals),
    )


def thousands_first(text: str, readings: dict[Convention, Decimal]) -> tuple[str, str]:
    """Dua bacaan: the readings of an ambiguous text, its mark parting thousands first.

    Examples:
        >>> thousands_first("1,234", read_both("1,234", "parse_number"))
        ('1234', '1.234')
    """
    indonesian, english = str(readings["id"]), str(readings["en"])
    return (indonesian, english) if "." in text else (english, indonesian)


def require_convention(convention: Convention) -> Convention:
    """Konvensi angka: one of ``id``, ``en`` and ``plain``.

    Raises:
        InvalidValueError: Any other convention.

    Examples:
        >>> require_convention("id")
        'id'
    """
    problem = ("konvensi angka tidak dikenal", "unknown number convention")
    return choose(convention, get_args(Convention), "convention", code="unknown-convention", problem=problem)


def read_under(convention: Convention, text: str, path: str) -> Decimal:
    """Membaca menurut konvensi: the number that the text means in this notation.

    Raises:
        InvalidValueError: No printed number, not written the way of the convention, or out of range.

    Examples:
        >>> read_under("id", "49,340", "parse_number")
        Decimal('49.34')
    """
    bare = _undressed(text, path)
    value = _value(require_convention(convention), bare, text, path)
    if value is not None:
        return value
    others = " / ".join(f"{other} ({known})" for known, other in read_both(text, path).items())
    raise InvalidValueError(
        code="other-convention",
        path=path,
        value=text,
        problem=(
            f"angka ini tidak ditulis menurut konvensi '{convention}'",
            f"the number is not written in the convention '{convention}'",
        ),
        way_out=(
            f"Bila yang dimaksud {others}, bacalah dengan konvensi itu",
            f"If it means {others}, read it by that convention",
        ),
    )


def read_both(text: str, path: str) -> dict[Convention, Decimal]:
    """Semua bacaan: what the text means in Indonesian and in English notation, by convention; never empty.

    Raises:
        InvalidValueError: No reading at all, or a reading out of range.

    Examples:
        >>> read_both("98,5", "parse_number")
        {'id': Decimal('98.5')}
    """
    bare = _undressed(text, path)
    conventions: tuple[Convention, ...] = ("id", "en")
    readings: dict[Convention, Decimal] = {}
    for convention in conventions:
        if (value := _value(convention, bare, text, path)) is not None:
            readings[convention] = value
    if readings:
        return readings
    raise fault_of(text, text.strip(_BLANKS), path)


def _undressed(text: object, path: str) -> _Bare:
    if not isinstance(text, str):
        code = "float-refused" if isinstance(text, float) else "not-text"
        problem = ("yang dibaca adalah teks cetak, dan ini bukan teks", "printed text is read, and this is no text")
        way_out = (
            "Berikan angka seperti tercetak, di antara tanda kutip; sel kosong bukan nol",
            "Give the number as printed, in quotes; an empty cell is not zero",
        )
        raise InvalidValueError(code=code, path=path, value=text, problem=problem, way_out=way_out)
    if len(text) > _LONGEST_TEXT:
        problem = ("teks lebih dari 64 karakter", "the text is longer than 64 characters")
        way_out = ("Berikan satu angka saja", "Give one number alone")
        raise InvalidValueError(code="long-text", path=path, value=text, problem=problem, way_out=way_out)
    match = _DRESSED.fullmatch(text.strip(_BLANKS))
    if match is None:
        raise fault_of(text, text.strip(_BLANKS), path)
    prefix, suffix = match["prefix"], match["suffix"] or ""
    if "R" in prefix and "%" in suffix:
        raise fault_of(text, text.strip(_BLANKS), path)
    return _Bare("-" if prefix.strip("Rp. \xa0") else "", match["number"], suffix == ",-")


def _value(convention: Convention, bare: _Bare, text: str, path: str) -> Decimal | None:
    parts = parts_of(bare.number, convention)
    if parts is None or (bare.whole and (convention != "id" or parts[1])):
        return None
    whole, decimals = parts
    try:
        return admit(Decimal(f"{bare.sign}{whole}.{decimals or '0'}"), path)
    except InvalidValueError as error:
        code, problem, way_out = error.code, error.problem, error.way_out
    raise InvalidValueError(code=code, path=path, value=text, problem=problem, way_out=way_out)
