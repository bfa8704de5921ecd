"""Tanggal: dates as official letters print them, ``5 Maret 2025``."""

import re
from datetime import date

from sakip.base.language import Lang, require_lang
from sakip.errors import InvalidValueError

__all__ = ["format_date", "month_number", "parse_date"]

_LONGEST_TEXT = 64
_MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
    # Spellings of older letters, still in use.
    "old": "Januari Pebruari Maret April Mei Juni Juli Agustus September Oktober Nopember Desember",
}
_PRINTED = re.compile(r"([0-9]{1,2})[ \xa0]+([A-Za-z]{3,9})[ \xa0]+([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WAY_OUT = (
    "Tulis tanggal seperti '5 Maret 2025' atau '2025-03-05'",
    "Write a date such as '5 March 2025' or '2025-03-05'",
)


def format_date(value: date, lang: Lang = "id") -> str:
    """Menulis tanggal: ``5 Maret 2025``, in English ``5 March 2025``; `parse_date` is its inverse.

    Raises:
        InvalidValueError: Not a date, or an unknown language.

    Examples:
        >>> format_date(date(2025, 3, 5)), format_date(date(2025, 3, 5), "en")
        ('5 Maret 2025', '5 March 2025')
    """
    months = _MONTHS[require_lang(lang)].split()
    day = _required(value)
    return f"{day.day} {months[day.month - 1]} {day.year:04d}"


def parse_date(text: str, *, path: str = "parse_date") -> date:
    """Membaca tanggal: ``5 Maret 2025`` (month names in Indonesian or English) or ``2025-03-05``.

    A date in digits alone, such as ``05/03/2025``, is refused: it may be the fifth of March or the third of May.

    Args:
        text: One date as printed, with a year of four digits.
        path: The field that is being filled, for the error.

    Raises:
        InvalidValueError: Any other form, or a day that the calendar does not have.

    Examples:
        >>> parse_date("5 Nopember 2024"), parse_date("2024-11-05")
        (datetime.date(2024, 11, 5), datetime.date(2024, 11, 5))
    """
    bare = _stripped(text, path)
    if match := _ISO.fullmatch(bare):
        year, month, day = (int(part) for part in match.groups())
    elif match := _PRINTED.fullmatch(bare):
        day, month, year = int(match[1]), month_number(match[2]), int(match[3])
    else:
        problem = ("bentuk tanggal ini tidak dikenal atau punya dua bacaan", "an unknown form of date, or two readings")
        raise InvalidValueError(code="not-a-date", path=path, value=text, problem=problem, way_out=_WAY_OUT)
    try:
        return date(year, month, day)
    except ValueError:
        problem = ("tanggal ini tidak ada dalam kalender", "the calendar has no such date")
    raise InvalidValueError(code="no-such-date", path=path, value=text, problem=problem, way_out=_WAY_OUT)


def _required(value: object) -> date:
    if isinstance(value, date):
        return value
    problem = ("ini bukan tanggal", "this is no date")
    way_out = ("Berikan datetime.date", "Give a datetime.date")
    raise InvalidValueError(code="not-a-date", path="format_date", value=value, problem=problem, way_out=way_out)


def _stripped(text: object, path: str) -> str:
    if isinstance(text, str) and len(text) <= _LONGEST_TEXT:
        return text.strip(" \t\r\n\xa0")
    problem = ("ini bukan teks sebuah tanggal", "this is no text of a date")
    raise InvalidValueError(code="not-a-date", path=path, value=text, problem=problem, way_out=_WAY_OUT)


def month_number(name: str) -> int:
    """Nomor bulan: 1 to 12 for a month's name in Indonesian or English, 0 for any other word.

    Examples:
        >>> month_number("Nopember"), month_number("Brumaire")
        (11, 0)
    """
    for names in _MONTHS.values():
        months = names.lower().split()
        if name.lower() in months:
            return months.index(name.lower()) + 1
    return 0
