"""Dates as official letters print them."""

from datetime import date, datetime
from typing import Any

import pytest
from babel.dates import format_date as babel_date
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.notation.dates import format_date, month_number, parse_date
from sakip.errors import InvalidValueError
from tests.base.contract import facts_of


class TestFormat:
    """``5 Maret 2025``."""

    @given(st.dates())
    def test_inverse(self, day: date) -> None:
        """What was written is read back, in both languages."""
        assert parse_date(format_date(day)) == day
        assert parse_date(format_date(day, "en")) == day
        assert parse_date(day.isoformat()) == day

    @given(st.dates(min_value=date(1900, 1, 1)))
    def test_second_opinion(self, day: date) -> None:
        """Babel writes the same long date, Indonesian and British."""
        assert format_date(day) == babel_date(day, "long", locale="id")
        assert format_date(day, "en") == babel_date(day, "long", locale="en_GB")

    def test_year_has_four_digits(self) -> None:
        """A year of the first millennium is still four digits, so that it can be read back."""
        assert format_date(date(25, 1, 2)) == "2 Januari 0025"

    @pytest.mark.parametrize("value", ["2025-03-05", None, 20250305, (2025, 3, 5)])
    def test_no_date(self, value: Any) -> None:
        """Only a date is written."""
        assert facts_of(lambda: format_date(value)) == ("not-a-date", "format_date", value)

    def test_moment(self) -> None:
        """A moment is written as its day."""
        assert format_date(datetime(2025, 3, 5, 23, 59)) == "5 Maret 2025"  # noqa: DTZ001 - zones play no part


class TestParse:
    """Month names in Indonesian or English, or the ISO form; never digits alone."""

    @pytest.mark.parametrize(
        "text",
        [
            "5 Maret 2025",
            "05 Maret 2025",
            "5 maret 2025",
            "5 MARET 2025",
            "5 March 2025",
            "5  Maret\xa02025",
            " 2025-03-05 ",
        ],
    )
    def test_forms(self, text: str) -> None:
        """Case, a leading zero and blanks do not matter."""
        assert parse_date(text) == date(2025, 3, 5)

    @pytest.mark.parametrize(
        ("text", "month"), [("1 Pebruari 2024", 2), ("1 Nopember 2024", 11), ("1 Mei 2024", 5), ("1 May 2024", 5)]
    )
    def test_spellings(self, text: str, month: int) -> None:
        """Spellings of older letters are known."""
        assert parse_date(text) == date(2024, month, 1)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "05/03/2025",
            "25/01/2024",
            "5-3-2025",
            "5.3.2025",
            "5 Maret 25",
            "5 Maret",
            "Maret 2025",
            "Rabu, 5 Maret 2025",
            "2025-3-5",
            "20250305",
            "٥ Maret 2025",
            "5 Maret 2025 " * 10**5,
            None,
            20250305,
            date(2025, 3, 5),
        ],
        ids=lambda text: f"{text!r:.30}",
    )
    def test_refused(self, text: Any) -> None:
        """A date with two readings, or in any other form, is refused with one that is read."""
        with pytest.raises(InvalidValueError, match="5 Maret 2025") as caught:
            parse_date(text, path="Agreement.signed_on")
        facts = (caught.value.code, caught.value.path, caught.value.value)
        assert facts == ("not-a-date", "Agreement.signed_on", text)
        assert facts_of(lambda: parse_date(text))[1] == "parse_date"

    def test_the_longest_text(self) -> None:
        """A date with blanks around it, 64 signs in all; one more is no text of a date."""
        assert parse_date("5 Maret 2025".rjust(64)) == date(2025, 3, 5)
        with pytest.raises(InvalidValueError, match="no text of a date"):
            parse_date("5 Maret 2025".rjust(65))

    @pytest.mark.parametrize(
        "text", ["29 Februari 2025", "31 April 2025", "0 Maret 2025", "5 Brumaire 2025", "2025-13-01", "1 Maret 0000"]
    )
    def test_not_in_the_calendar(self, text: str) -> None:
        """A day that does not exist is refused as such; the leap day of 2024 exists."""
        assert facts_of(lambda: parse_date(text, path="X.y")) == ("no-such-date", "X.y", text)
        assert parse_date("29 Februari 2024") == date(2024, 2, 29)

    @given(st.text())
    def test_reads_or_refuses(self, text: str) -> None:
        """Whatever comes is a date or the library's own error."""
        try:
            day = parse_date(text)
        except InvalidValueError:
            return
        assert isinstance(day, date)


@pytest.mark.parametrize(("name", "number"), [("Mei", 5), ("MARCH", 3), ("pebruari", 2), ("Mar", 0), ("", 0)])
def test_month_number(name: str, number: int) -> None:
    """A month is known by its whole name; any other word is none."""
    assert month_number(name) == number
