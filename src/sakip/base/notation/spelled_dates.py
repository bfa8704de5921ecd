"""Tanggal terbilang: dates in Indonesian words, as documents write them behind the digits."""

from datetime import date

from sakip.base.notation.dates import format_date, month_number
from sakip.base.notation.spelled import not_spelled, parse_spelled, spelled_whole, spelled_words
from sakip.errors import InvalidValueError

__all__ = ["parse_spelled_date", "spell_date"]

_EXAMPLE = "lima Maret dua ribu dua puluh lima"


def spell_date(value: date) -> str:
    """Menulis tanggal terbilang: *lima Maret dua ribu dua puluh lima*; `parse_spelled_date` is its inverse from 1000.

    Raises:
        InvalidValueError: Not a date.

    Examples:
        >>> spell_date(date(2025, 3, 5))
        'lima Maret dua ribu dua puluh lima'
    """
    day, month, year = format_date(value).split()
    return f"{spelled_whole(int(day))} {month} {spelled_whole(int(year))}"


def parse_spelled_date(text: str, *, path: str = "parse_spelled_date") -> date:
    """Membaca tanggal terbilang: day and year in Indonesian words, the month by its name.

    The words *tanggal*, *bulan* and *tahun* may stand before what they name, as deeds have them. A year before one
    thousand is refused: *dua puluh lima* is said for 2025 as well.

    Args:
        text: One date in words.
        path: The field that is being filled, for the error.

    Raises:
        InvalidValueError: Any other text, or a day that the calendar does not have.

    Examples:
        >>> parse_spelled_date("tanggal lima bulan Maret tahun dua ribu dua puluh lima")
        datetime.date(2025, 3, 5)
    """
    words = spelled_words(text)
    place = next((at for at, word in enumerate(words) if month_number(word)), 0)
    day, year = _whole(words[:place], "tanggal", "bulan"), _whole(words[place + 1 :], "tahun", "")
    if day is None or year is None or not 1000 <= year <= 9999:
        raise not_spelled(text, path, _EXAMPLE)
    try:
        return date(year, month_number(words[place]), day)
    except ValueError:
        problem = ("tanggal ini tidak ada dalam kalender", "the calendar has no such date")
    way_out = (f"Tulis misalnya '{_EXAMPLE}'", f"Write for example '{_EXAMPLE}'")
    raise InvalidValueError(code="no-such-date", path=path, value=text, problem=problem, way_out=way_out)


def _whole(words: list[str], before: str, behind: str) -> int | None:
    """The number between two words that may be left out."""
    first, last = words[:1] == [before], words[-1:] == [behind]
    return parse_spelled(" ".join(words[first : len(words) - last]))
