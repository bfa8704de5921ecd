"""Dates in Indonesian words."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.notation.spelled_dates import parse_spelled_date, spell_date
from sakip.errors import InvalidValueError
from tests.base.contract import assert_way_out, facts_of


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
        (date(1000, 1, 11), "sebelas Januari seribu"),
    ],
)
def test_words(day: date, words: str) -> None:
    """Day and year in words, the month by its name."""
    assert spell_date(day) == words
    assert parse_spelled_date(words) == day


@given(st.dates(date(1000, 1, 1)))
def test_inverse(day: date) -> None:
    """Every day from the year 1000 is read back as it was spelled."""
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
    assert facts_of(lambda: spell_date(value)) == ("not-a-date", "format_date", value)


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
        "lima Maret dua puluh lima",
        "lima Maret sembilan ratus sembilan puluh sembilan",
        "lima Maret nol",
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
    assert (caught.value.code, caught.value.path, caught.value.value) == ("not-spelled", "Form.day", text)
    assert facts_of(lambda: parse_spelled_date(text))[1] == "parse_spelled_date"
    assert_way_out(parse_spelled_date, text)


@pytest.mark.parametrize(
    "text",
    ["dua puluh sembilan Februari dua ribu dua puluh lima", "nol Maret dua ribu", "seratus Maret dua ribu"],
)
def test_not_in_the_calendar(text: str) -> None:
    """A day that does not exist is refused as such, in its own words and with a way out that is read."""
    with pytest.raises(InvalidValueError, match="lima Maret dua ribu dua puluh lima") as caught:
        parse_spelled_date(text, path="Form.day")
    assert (caught.value.code, caught.value.path, caught.value.value) == ("no-such-date", "Form.day", text)
    assert_way_out(parse_spelled_date, text)


def test_years_on_both_sides() -> None:
    """From one thousand to 9999."""
    assert parse_spelled_date("satu Maret seribu") == date(1000, 3, 1)
    last = "sembilan ribu sembilan ratus sembilan puluh sembilan"
    assert parse_spelled_date(f"satu Maret {last}") == date(9999, 3, 1)


@given(st.text())
def test_reads_or_refuses(text: str) -> None:
    """Whatever comes is a date or the library's own error."""
    try:
        day = parse_spelled_date(text)
    except InvalidValueError:
        return
    assert isinstance(day, date)
