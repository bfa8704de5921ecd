import pickle
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sakip import Period
from sakip.errors import InvalidValueError
from sakip.model.period import PeriodKind
from sakip.testing import periods
from tests.model.making import Sly

KINDS = get_args(PeriodKind)
COUNTS = {"year": 1, "half_year": 2, "four_month": 3, "quarter": 4, "month": 12}
MONTHS = {"year": 12, "half_year": 6, "four_month": 4, "quarter": 3, "month": 1}


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.year(2025), date(2025, 1, 1), date(2025, 12, 31)),
        (Period.half_year(2025, 1), date(2025, 1, 1), date(2025, 6, 30)),
        (Period.half_year(2025, 2), date(2025, 7, 1), date(2025, 12, 31)),
        (Period.four_month(2025, 1), date(2025, 1, 1), date(2025, 4, 30)),
        (Period.four_month(2025, 3), date(2025, 9, 1), date(2025, 12, 31)),
        (Period.quarter(2025, 1), date(2025, 1, 1), date(2025, 3, 31)),
        (Period.quarter(2025, 4), date(2025, 10, 1), date(2025, 12, 31)),
        (Period.month(2025, 2), date(2025, 2, 1), date(2025, 2, 28)),
        (Period.month(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (Period.month(2100, 2), date(2100, 2, 1), date(2100, 2, 28)),
        (Period.year(2025, starts=4), date(2025, 4, 1), date(2026, 3, 31)),
        (Period.quarter(2025, 1, starts=4), date(2025, 4, 1), date(2025, 6, 30)),
        (Period.quarter(2025, 4, starts=4), date(2026, 1, 1), date(2026, 3, 31)),
        (Period.month(2023, 11, starts=4), date(2024, 2, 1), date(2024, 2, 29)),
        (Period.year(2025, starts=12), date(2025, 12, 1), date(2026, 11, 30)),
        (Period.year(1945), date(1945, 1, 1), date(1945, 12, 31)),
        (Period.month(9999, 12), date(9999, 12, 1), date(9999, 12, 31)),
        (Period.month(9998, 12, starts=12), date(9999, 11, 1), date(9999, 11, 30)),
    ],
    ids=repr,
)
def test_first_and_last_day(period: Period, first: date, last: date) -> None:
    """A period begins and ends on the days of the calendar, whatever month the fiscal year begins in."""
    assert (period.first_day, period.last_day) == (first, last)


@pytest.mark.parametrize(("kind", "count"), COUNTS.items())
def test_number_has_both_bounds(kind: PeriodKind, count: int) -> None:
    """The first and the last number of a kind exist; the ones beside them do not."""
    assert Period(kind, 2025, 1).number == 1
    assert Period(kind, 2025, count).number == count
    for number in (0, count + 1, -1):
        with pytest.raises(InvalidValueError) as caught:
            Period(kind, 2025, number)
        assert (caught.value.path, caught.value.value) == ("Period.number", number)


@pytest.mark.parametrize(
    ("year", "starts", "path"),
    [
        (1944, 1, "Period.fiscal_year"),
        (10000, 1, "Period.fiscal_year"),
        (9999, 2, "Period.fiscal_year"),
        (2025, 0, "Period.starts"),
        (2025, 13, "Period.starts"),
        (True, 1, "Period.fiscal_year"),
        (2025, True, "Period.starts"),
        ("2025", 1, "Period.fiscal_year"),
        (2025.0, 1, "Period.fiscal_year"),
        (10**5000, 1, "Period.fiscal_year"),
        (None, 1, "Period.fiscal_year"),
    ],
    ids=lambda value: str(value)[:20] if not isinstance(value, int) or value < 10**9 else "huge",
)
def test_year_and_start_are_bounded(year: int, starts: int, path: str) -> None:
    """A year outside 1945 to 9999, a month outside 1 to 12, or what is no whole number is refused by name."""
    with pytest.raises(InvalidValueError) as caught:
        Period.year(year, starts=starts)
    assert caught.value.path == path


@pytest.mark.parametrize(
    ("word", "meant"),
    [("triwulan", "quarter"), ("Semester", "half_year"), ("quater", "quarter"), ("half-year", "half_year")],
)
def test_unknown_kind_names_the_one_meant(word: PeriodKind, meant: str) -> None:
    """A kind in other words is refused, and the error says which one was probably meant."""
    with pytest.raises(InvalidValueError) as caught:
        Period(word, 2025, 1)
    assert (caught.value.code, caught.value.path) == ("unknown-period-kind", "Period.kind")
    assert f"{meant!r}" in caught.value.way_out[0]


@pytest.mark.parametrize(
    ("period", "code"),
    [
        (Period.year(2025), "2025"),
        (Period.half_year(2025, 1), "2025-H1"),
        (Period.four_month(2025, 1), "2025-T1"),
        (Period.quarter(2025, 1), "2025-Q1"),
        (Period.month(2025, 1), "2025-M01"),
        (Period.month(2025, 12), "2025-M12"),
        (Period.year(2025, starts=4), "2025@04"),
        (Period.quarter(2025, 1, starts=10), "2025-Q1@10"),
    ],
)
def test_code(period: Period, code: str) -> None:
    """Each kind has its own short code, and `parse` reads it back."""
    assert period.code == code
    assert Period.parse(code) == period


@given(periods(rich=True))
def test_parse_is_the_inverse_of_code(period: Period) -> None:
    """Every period is read back from its code."""
    assert Period.parse(period.code) == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-Q",
        "2025-Q0",
        "2025-M1",
        "2025-M001",
        "2025-q1",
        "2025-Q1 ",
        "2025-Q1\n",
        "25-Q1",
        "2025@01",
        "2025@4",
        "\u0662\u0660\u0662\u0665",
        "2025-Q\u0661",
        "2025" * 100_000,
        2025,
        None,
    ],
    ids=lambda text: repr(text)[:20],
)
def test_other_codes_are_refused(text: str) -> None:
    """A code has one written form, in ASCII; anything else names the forms there are."""
    with pytest.raises(InvalidValueError) as caught:
        Period.parse(text)
    assert caught.value.code == "unknown-period-code"
    assert "2025-Q1" in caught.value.way_out[1]


@pytest.mark.parametrize(
    "code", ["2025-Q5", "2025-H3", "2025-T4", "2025-M13", "2025-M00", "1944", "2025@13", "9999@02"]
)
def test_codes_of_periods_that_do_not_exist(code: str) -> None:
    """A code in the right form for a period that does not exist is refused."""
    with pytest.raises(InvalidValueError):
        Period.parse(code)


@given(periods(rich=True), st.sampled_from(KINDS))
def test_parts_fill_the_period(period: Period, kind: PeriodKind) -> None:
    """The parts of a period follow each other without a gap, from its first day to its last, or there are none."""
    if MONTHS[period.kind] % MONTHS[kind]:
        with pytest.raises(InvalidValueError) as caught:
            period.parts(kind)
        assert (caught.value.code, caught.value.path, caught.value.value) == ("no-such-parts", "Period.parts", kind)
        assert period.code in str(caught.value)
        return
    parts = period.parts(kind)
    assert len(parts) == MONTHS[period.kind] // MONTHS[kind]
    assert (parts[0].first_day, parts[-1].last_day) == (period.first_day, period.last_day)
    assert all(after.first_day - before.last_day == timedelta(days=1) for before, after in pairwise(parts))
    assert all(period.contains(part) and part.of_year == period.of_year for part in parts)
    assert list(parts) == sorted(parts)


def test_quarters_of_a_half_year() -> None:
    """The second half-year consists of the third and the fourth quarter."""
    assert Period.half_year(2025, 2).parts("quarter") == (Period.quarter(2025, 3), Period.quarter(2025, 4))
    assert Period.quarter(2025, 3).parts("quarter") == (Period.quarter(2025, 3),)


def test_unknown_kind_of_parts() -> None:
    """Parts of an unknown kind are refused like a period of one."""
    with pytest.raises(InvalidValueError) as caught:
        Period.year(2025).parts("week")
    assert caught.value.code == "unknown-period-kind"


@given(periods(rich=True))
def test_contains_both_sides_of_both_ends(period: Period) -> None:
    """The first and the last day lie inside, the days beside them outside."""
    day = timedelta(days=1)
    assert period.contains(period.first_day)
    assert period.contains(period.last_day)
    assert not period.contains(period.first_day - day)
    assert period.last_day == date.max or not period.contains(period.last_day + day)


@given(periods(rich=True), periods(rich=True))
def test_contains_is_a_partial_order(one: Period, other: Period) -> None:
    """A period contains itself, and two periods contain each other only if they cover the same days."""
    assert one.contains(one)
    same = (one.first_day, one.last_day) == (other.first_day, other.last_day)
    assert (one.contains(other) and other.contains(one)) == same


def test_contains_across_fiscal_years() -> None:
    """Days decide, not the count: a quarter of a fiscal year from April lies in the calendar year."""
    assert Period.year(2025).contains(Period.quarter(2025, 3, starts=4))
    assert not Period.year(2025).contains(Period.quarter(2025, 4, starts=4))
    assert not Period.quarter(2025, 1).contains(Period.half_year(2025, 1))


@pytest.mark.parametrize("value", [datetime(2025, 1, 1), "2025-01-01", None, 2025, Sly()], ids=repr)  # noqa: DTZ001
def test_contains_wants_a_day(value: date) -> None:
    """A date with a time, a text or a number is neither a period nor a day."""
    with pytest.raises(InvalidValueError) as caught:
        Period.year(2025).contains(value)
    assert (caught.value.code, caught.value.path) == ("not-a-day", "Period.contains")
    assert caught.value.value is value
    assert "datetime.date" in str(caught.value)


@given(st.lists(periods(), min_size=3, max_size=3))
def test_order_is_total(three: list[Period]) -> None:
    """Of two periods one is before the other or they are equal, and the order is transitive."""
    one, two, _ = three
    assert (one < two) + (one == two) + (one > two) == 1
    assert (one <= two) == (not one > two)
    assert (one >= two) == (not one < two)
    low, middle, high = sorted(three)
    assert low <= middle <= high
    assert low <= high


@given(periods(rich=True), periods(rich=True))
def test_order_is_by_first_then_last_day(one: Period, other: Period) -> None:
    """A period that begins earlier, or begins with another and ends earlier, comes first."""
    key, other_key = ((each.first_day, each.last_day) for each in (one, other))
    assert key >= other_key or one < other
    assert key <= other_key or one > other


def test_order_of_the_same_days() -> None:
    """Two periods of the same days in differently counted years differ, and still stand in one order."""
    calendar, april = Period.quarter(2025, 2), Period.quarter(2025, 1, starts=4)
    assert calendar != april
    assert calendar < april
    assert not april < calendar


def test_order_leaves_foreign_types_to_themselves() -> None:
    """A comparison with a foreign type is the other's to answer, and an error if it has no answer."""
    assert Period.year(2025) < Sly()
    assert not Period.year(2025) > Sly()
    with pytest.raises(TypeError):
        _ = Period.year(2025) < 2025


@pytest.mark.parametrize(
    ("period", "indonesian", "english"),
    [
        (Period.year(2025), "Tahun 2025", "Year 2025"),
        (Period.half_year(2025, 1), "Semester I 2025", "Half-year I 2025"),
        (Period.four_month(2025, 3), "Caturwulan III 2025", "Four-month period III 2025"),
        (Period.quarter(2025, 4), "Triwulan IV 2025", "Quarter IV 2025"),
        (Period.month(2025, 1), "Januari 2025", "January 2025"),
        (Period.month(2025, 12), "Desember 2025", "December 2025"),
        (Period.month(2025, 12, starts=4), "Maret 2026", "March 2026"),
        (
            Period.quarter(2025, 1, starts=4),
            "Triwulan I 2025 (April 2025 - Juni 2025)",
            "Quarter I 2025 (April 2025 - June 2025)",
        ),
    ],
)
def test_label(period: Period, indonesian: str, english: str) -> None:
    """A period is called what documents call it, in either language; text is Indonesian by default."""
    assert period.label("id") == period.label() == str(period) == indonesian
    assert period.label("en") == english


def test_labels_of_a_year_are_all_different() -> None:
    """No two periods of one fiscal year share a label or a code."""
    every = [part for kind in KINDS for part in Period.year(2025).parts(kind)]
    assert len({part.label("id") for part in every}) == len({part.label("en") for part in every}) == len(every)
    assert len({part.code for part in every}) == len(every)


def test_unknown_language() -> None:
    """A label in a third language is refused."""
    with pytest.raises(InvalidValueError):
        Period.year(2025).label("fr")


@given(periods(rich=True))
def test_equal_periods_look_alike(period: Period) -> None:
    """Equal periods hash alike, survive pickling, and their representation makes them again."""
    again = Period(period.kind, period.fiscal_year, period.number, starts=period.starts)
    assert again == period
    assert hash(again) == hash(period)
    assert eval(repr(period), {"Period": Period}) == period  # noqa: S307 - our own text
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        back = pickle.loads(pickle.dumps(period, protocol))
        assert back == period
        assert (back.first_day, back.last_day) == (period.first_day, period.last_day)


def test_representation() -> None:
    """The representation is the shortest call that makes the period."""
    assert repr(Period.year(2025)) == "Period.year(2025)"
    assert repr(Period.quarter(2025, 1)) == "Period.quarter(2025, 1)"
    assert repr(Period.four_month(2025, 2, starts=2)) == "Period.four_month(2025, 2, starts=2)"


def test_change_is_a_new_period() -> None:
    """A changed copy has its own days."""
    assert evolve(Period.quarter(2025, 1), number=2).last_day == date(2025, 6, 30)


def test_equal_by_kind_year_number_and_start() -> None:
    """No two periods of three years are equal, though some cover the same days; each is equal to itself made anew."""
    every = [
        (kind, year, number, starts)
        for kind in KINDS
        for year in (2024, 2025, 2026)
        for number in range(1, COUNTS[kind] + 1)
        for starts in range(1, 13)
    ]
    made = [Period(kind, year, number, starts=starts) for kind, year, number, starts in every]
    again = [Period(kind, year, number, starts=starts) for kind, year, number, starts in every]
    assert len({*made}) == len(every)
    assert all(one == other and hash(one) == hash(other) for one, other in zip(made, again, strict=True))
    assert all(one != other for one, other in pairwise(made))
    assert made[0] != "2024"
