import pickle
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Period, Reference, Text
from sakip.errors import InvalidValueError
from sakip.lifecycle import Deadline, Moved, Regime, Timing

WHAT = Text("Laporan", "Report")
RULE = Reference("Peraturan Contoh 1/2026", certainty="read")


class TestTiming:
    @pytest.mark.parametrize(
        ("ratified", "last"),
        [
            (date(2026, 1, 5), date(2026, 2, 5)),
            (date(2026, 1, 28), date(2026, 2, 28)),
            (date(2026, 1, 29), date(2026, 2, 28)),
            (date(2026, 1, 31), date(2026, 2, 28)),
            (date(2028, 1, 31), date(2028, 2, 29)),
            (date(2025, 12, 31), date(2026, 1, 31)),
        ],
    )
    def test_one_month_after_the_budget(self, ratified: date, last: date) -> None:
        """A month after a day is the same day of the next month, or its last where that day is missing."""
        assert Timing("budget_ratified", within=1).days(Period.year(2026), ratified) == (ratified, last)

    def test_without_the_date_nothing_is_known(self) -> None:
        """While the budget is not ratified there are no days."""
        assert Timing("budget_ratified", within=1).days(Period.year(2026)) == (None, None)

    @pytest.mark.parametrize(
        ("year", "within", "last"),
        [
            (2025, 2, date(2026, 2, 28)),
            (2027, 2, date(2028, 2, 29)),
            (2025, 3, date(2026, 3, 31)),
            (2025, 0, date(2025, 12, 31)),
        ],
    )
    def test_months_after_the_fiscal_year(self, year: int, within: int, last: date) -> None:
        """Months after a year end with their month: the law's two and three, in a leap year too."""
        assert Timing("period_ends", within=within).days(Period.year(year)) == (date(year + 1, 1, 1), last)

    def test_a_year_that_ends_with_a_short_month(self) -> None:
        """Three months after 30 September are over with 31 December, not on the day before."""
        assert Timing("period_ends", within=3).days(Period.year(2025, starts=10))[1] == date(2026, 12, 31)

    def test_a_window_from_the_begin(self) -> None:
        """After three to six months of a half-year: the second quarter of it."""
        window = Timing("period_begins", each="half_year", opens=3, within=6)
        assert window.days(Period.half_year(2026, 1)) == (date(2026, 4, 1), date(2026, 6, 30))
        assert window.days(Period.half_year(2026, 2)) == (date(2026, 10, 1), date(2026, 12, 31))

    def test_where_no_rule_counts_the_days(self) -> None:
        """Without a limit there is a first day and no last one."""
        timing = Timing("period_ends", each="quarter")
        assert timing.days(Period.quarter(2026, 1)) == (date(2026, 4, 1), None)

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            ({"event": "new_moon"}, "unknown-event"),
            ({"each": "weekly"}, "unknown-period-kind"),
            ({"opens": -1}, "not-a-whole-number"),
            ({"within": 25}, "not-a-whole-number"),
            ({"opens": 3, "within": 2}, "within-before-opens"),
        ],
    )
    def test_refuses(self, arguments: dict[str, Any], code: str) -> None:
        """What cannot be a rule of time is refused by code."""
        with pytest.raises(InvalidValueError) as caught:
            Timing(**{"event": "period_ends", **arguments})
        assert caught.value.code == code

    def test_bounds_may_meet(self) -> None:
        """The limit may be the opening, and 24 months are allowed."""
        assert Timing("period_ends", opens=24, within=24).within == 24

    @pytest.mark.parametrize("arguments", [(2026,), (Period.year(2026), "2026-01-05")])
    def test_days_have_their_types(self, arguments: Any) -> None:
        """A period and a plain date are asked for."""
        with pytest.raises(InvalidValueError):
            Timing("period_ends").days(*arguments)


@given(st.dates(date(1945, 1, 1), date(9990, 1, 1)), st.integers(0, 23))
def test_more_months_are_never_less_time(ratified: date, months: int) -> None:
    """One month more is later by 28 to 31 days, or by more where a month was cut short before."""
    shorter, longer = (
        Timing("budget_ratified", within=count).days(Period.year(2026), ratified)[1] for count in (months, months + 1)
    )
    assert shorter is not None
    assert longer is not None
    assert timedelta(28) <= longer - shorter <= timedelta(31 + 3)


class TestDeadlineAndRegime:
    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            (("", WHAT, Timing("period_ends"), RULE), "empty-text"),
            (("x", "Laporan", Timing("period_ends"), RULE), "wrong-kind"),
            (("x", WHAT, 2, RULE), "wrong-kind"),
            (("x", WHAT, Timing("period_ends"), "Perpres 29/2014"), "wrong-kind"),
        ],
    )
    def test_deadline_refuses(self, arguments: Any, code: str) -> None:
        """Each field of a deadline has its type."""
        with pytest.raises(InvalidValueError) as caught:
            Deadline(*arguments)
        assert caught.value.code == code

    @pytest.mark.parametrize("levels", [["village"], "region", 1])
    def test_levels_are_known_words_in_a_list(self, levels: Any) -> None:
        """An unknown level, one text and a number are refused."""
        with pytest.raises(InvalidValueError):
            Deadline("x", WHAT, Timing("period_ends"), RULE, levels=levels)

    def test_one_id_once_for_a_level(self) -> None:
        """Two levels may have deadlines of one name, one level may not."""
        region = Deadline("x", WHAT, Timing("period_ends"), RULE, levels=["region"])
        ministry = Deadline("x", WHAT, Timing("period_ends", within=2), RULE, levels=["ministry"])
        regime = Regime("r", WHAT, [region, ministry])
        assert (regime.deadlines_of("region"), regime.deadlines_of("office")) == ((region,), ())
        with pytest.raises(InvalidValueError) as caught:
            Regime("r", WHAT, [region, region])
        assert caught.value.code == "deadline-twice"

    @pytest.mark.parametrize("arguments", [("", WHAT, []), ("r", "Nasional", []), ("r", WHAT, [1])])
    def test_regime_refuses(self, arguments: Any) -> None:
        """Each field of a regime has its type."""
        with pytest.raises(InvalidValueError):
            Regime(*arguments)

    @pytest.mark.parametrize(
        "arguments", [("", date(2020, 4, 30), RULE), ("x", "30 April", RULE), ("x", date(2020, 4, 30), "SE")]
    )
    def test_moved_refuses(self, arguments: Any) -> None:
        """Each field of a moved day has its type."""
        with pytest.raises(InvalidValueError):
            Moved(*arguments)

    def test_an_unknown_level_is_refused_with_the_word_that_was_meant(self) -> None:
        """The Indonesian word is not taken in silence, but the level is named."""
        with pytest.raises(InvalidValueError, match="'office'"):
            Regime("r", WHAT, []).deadlines_of("opd")  # type: ignore[arg-type]

    def test_survives_pickling(self) -> None:
        """A regime comes back from a pickle as itself."""
        regime = Regime("r", WHAT, [Deadline("x", WHAT, Timing("period_ends"), RULE)])
        assert pickle.loads(pickle.dumps(regime)) == regime


@pytest.mark.parametrize(
    ("period", "event", "ratified_on"),
    [
        (Period.year(9998), "budget_ratified", date(9998, 12, 31)),
        (Period.year(9999), "period_ends", None),
        (Period.year(9998, starts=12), "period_ends", None),
    ],
    ids=str,
)
def test_days_beyond_the_calendar_are_refused(period: Period, event: Any, ratified_on: date | None) -> None:
    """Where the limit falls after the last year there is, an error says so, and none of Python's own."""
    with pytest.raises(InvalidValueError) as caught:
        Timing(event, within=24).days(period, ratified_on)
    assert caught.value.code == "day-out-of-range"
