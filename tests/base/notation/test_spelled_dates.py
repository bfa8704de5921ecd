"""Dates in Indonesian words."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.notation.spelled_dates import parse_spelled_date, spell_date
from sakip.errors import InvalidValueError


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 3, 5), "lima Maret dua ribu dua puluh lima"),
        (date(2024, 1, 25), "dua puluh lima Januari dua ribu dua puluh empat"),
        (date(2021, 2, 16), "enam belas Februari dua ribu dua puluh satu"),
        (date(2000, 5, 1), "satu Mei dua ribu"),
        (date(1945, 8, 17), "tujuh belas Agustus seribu sembilan ratus empat puluh lima"),
        (date(2024, 12, 31), "tiga puluh satu Desember dua ribu dua puluh empat"),
        (date(9999, 1, 1), "satu Januari sembilan ribu sembilan ratus sembilan puluh sembilan"),
        (date(25, 1, 11), "sebelas Januari dua puluh lima"),
    ],
)
def test_words(day: date, words: str) -> None:
    """Day and year in words, the month by its name."""
    assert spell_date(day) == words
    assert parse_spelled_date(words) == day


@given(st.dates())
def test_inverse(day: date) -> None:
    """Every day of the calendar is read back as it was spelled."""
    assert parse_spelled_date(spell_date(day)) == day


@pytest.mark.parametrize(
    "text",
    [
        "tanggal lima bulan Maret tahun dua ribu dua puluh lima",
        "Tanggal Lima Maret Dua Ribu Dua Puluh Lima",
        "lima bulan maret dua ribu dua puluh lima",
        "  lima Maret tahun dua ribu\xa0dua puluh lima ",
    ],
)
def test_as_deeds_have_it(text: str) -> None:
    """The words that name day, month and year may stand, capitals do not matter."""
    assert parse_spelled_date(text) == date(2025, 3, 5)


def test_older_spellings() -> None:
    """Months of older letters are known."""
    assert parse_spelled_date("satu Nopember dua ribu dua puluh empat") == date(2024, 11, 1)


@pytest.mark.parametrize("value", ["2025-03-05", None, 20250305])
def test_no_date(value: Any) -> None:
    """Only a date is spelled."""
    with pytest.raises(InvalidValueError) as caught:
        spell_date(value)
    assert caught.value.code == "not-a-date"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Maret",
        "lima Maret",
        "Maret dua ribu",
        "lima dua ribu dua puluh lima",
        "lima Maret 2025",
        "5 Maret dua ribu",
        "lima Maret sepuluh ribu",
        "bulan lima Maret dua ribu",
        "lima Maret Maret dua ribu",
        "lima Maret dua ribu tahun",
        "Maret " * 10**6,
        None,
        date(2025, 3, 5),
    ],
    ids=lambda text: f"{text!r:.30}",
)
def test_refused(text: Any) -> None:
    """Anything but one date in words is refused, with an example."""
    with pytest.raises(InvalidValueError, match="lima Maret dua ribu dua puluh lima") as caught:
        parse_spelled_date(text, path="Form.day")
    assert (caught.value.code, caught.value.path) == ("not-spelled", "Form.day")


@pytest.mark.parametrize(
    "text", ["dua puluh sembilan Februari dua ribu dua puluh lima", "nol Maret dua ribu", "lima Maret nol"]
)
def test_not_in_the_calendar(text: str) -> None:
    """A day that does not exist is refused as such."""
    with pytest.raises(InvalidValueError) as caught:
        parse_spelled_date(text)
    assert caught.value.code == "no-such-date"


@given(st.text())
def test_reads_or_refuses(text: str) -> None:
    """Whatever comes is a date or the library's own error."""
    try:
        day = parse_spelled_date(text)
    except InvalidValueError:
        return
    assert isinstance(day, date)
