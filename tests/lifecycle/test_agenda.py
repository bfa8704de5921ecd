import pickle
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Reference
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import BENGKULU, KENDAL, NATIONAL, YOGYAKARTA, AgendaItem, Due, Moved, schedule, standing

CIRCULAR = Reference("SE MenPANRB 46/2020", certainty="secondary")
DUES = schedule(KENDAL, 2024, level="region", budget_ratified_on=date(2024, 1, 2))


def item(code: str, *, as_of: date, dues: tuple[Due, ...] = DUES, on: date | None = None) -> AgendaItem:
    """How one obligation stands on a day, done on another or not at all."""
    agenda = standing(dues, {} if on is None else {code: on}, as_of=as_of)
    return next(found for found in agenda if found.due.code == code)


class TestSchedule:
    def test_in_the_order_of_the_days(self) -> None:
        """The obligations of a year stand in the order in which they fall due."""
        assert [due.code for due in DUES] == [
            "agreement",
            "evaluation:2024-Q1",
            "evaluation:2024-Q2",
            "evaluation:2024-Q3",
            "evaluation:2024-Q4",
            "annual-report",
        ]

    def test_a_circular_moves_a_day(self) -> None:
        """In 2020 regions had until 30 April; the circular stands in the place of the rule."""
        moved = [Moved("annual-report", date(2020, 4, 30), CIRCULAR)]
        report = schedule(NATIONAL, 2019, level="region", moved=moved)[-1]
        assert (report.last_day, report.reference) == (date(2020, 4, 30), CIRCULAR)
        assert schedule(NATIONAL, 2019, level="region")[-1].last_day == date(2020, 3, 31)

    def test_a_year_that_begins_in_april(self) -> None:
        """Periods and deadlines follow the fiscal year."""
        dues = schedule(KENDAL, 2024, level="region", starts=4)
        assert dues[-1].last_day == date(2025, 6, 30)
        assert next(due for due in dues if due.code == "evaluation:2024-Q1@04").first_day == date(2024, 7, 1)

    @pytest.mark.parametrize(
        ("changes", "error"),
        [
            ({"regime": "NATIONAL"}, InvalidValueError),
            ({"year": 1944}, InvalidValueError),
            ({"year": 9991}, InvalidValueError),
            ({"level": "village"}, InvalidValueError),
            ({"budget_ratified_on": "2026-01-05"}, InvalidValueError),
            ({"starts": 13}, InvalidValueError),
            ({"moved": [1]}, InvalidValueError),
            ({"moved": [Moved("annual", date(2026, 4, 30), CIRCULAR)]}, UnknownCodeError),
        ],
    )
    def test_refuses(self, changes: dict[str, Any], error: Any) -> None:
        """What cannot be scheduled is refused."""
        asked = {"regime": NATIONAL, "year": 2026, "level": "region", **changes}
        with pytest.raises(error):
            schedule(asked.pop("regime"), asked.pop("year"), **asked)

    @pytest.mark.parametrize("year", [1945, 9990])
    def test_first_and_last_year(self, year: int) -> None:
        """The bounds of the years are inside, whenever the year begins."""
        assert len(schedule(KENDAL, year, level="region", starts=12)) == 6


class TestStanding:
    """DPA of 2 January 2024: the agreement is due by 2 February."""

    @pytest.mark.parametrize(
        ("as_of", "state", "days"),
        [
            (date(2024, 1, 1), "upcoming", 1),
            (date(2024, 1, 2), "due", 31),
            (date(2024, 2, 2), "due", 0),
            (date(2024, 2, 3), "late", 1),
            (date(2024, 3, 15), "late", 42),
        ],
    )
    def test_while_it_is_not_done(self, as_of: date, state: str, days: int) -> None:
        """On both sides of the first and of the last day the state is told with its days."""
        found = item("agreement", as_of=as_of)
        assert (found.state, found.days, found.done_on) == (state, days, None)

    @pytest.mark.parametrize(
        ("day", "state", "days"),
        [
            (date(2024, 1, 1), "done_early", 1),
            (date(2024, 1, 2), "done", None),
            (date(2024, 1, 30), "done", None),
            (date(2024, 2, 2), "done", None),
            (date(2024, 2, 3), "done_late", 1),
        ],
    )
    def test_when_it_is_done(self, day: date, state: str, days: int | None) -> None:
        """Done from the first to the last day is done; before is too early, after is late."""
        found = item("agreement", as_of=date(2024, 12, 31), on=day)
        assert (found.state, found.days, found.done_on) == (state, days, day)

    def test_what_is_done_later_is_not_done_yet(self) -> None:
        """As of a day nothing is known of what happens after it."""
        assert item("agreement", as_of=date(2024, 1, 29), on=date(2024, 1, 30)).state == "due"
        assert item("agreement", as_of=date(2024, 1, 30), on=date(2024, 1, 30)).state == "done"

    def test_without_a_count_of_days_nothing_is_late(self) -> None:
        """Kendal's evaluation falls due after the quarter; by when it must be done no rule says."""
        assert item("evaluation:2024-Q1", as_of=date(2024, 3, 31)).state == "upcoming"
        found = item("evaluation:2024-Q1", as_of=date(2030, 1, 1))
        assert (found.state, found.days, found.text()) == ("due", None, "jatuh tempo, tanpa batas hari")

    def test_without_the_day_of_the_budget(self) -> None:
        """The agreement's days are not known before the budget is ratified, unless it is done."""
        dues = schedule(NATIONAL, 2024, level="region")
        assert item("agreement", as_of=date(2024, 6, 1), dues=dues).state == "unknown"
        assert item("agreement", as_of=date(2024, 6, 1), dues=dues, on=date(2024, 1, 5)).state == "done"

    @pytest.mark.parametrize(
        ("arguments", "error"),
        [
            (([1], {}, date(2024, 1, 1)), InvalidValueError),
            ((DUES, [], date(2024, 1, 1)), InvalidValueError),
            ((DUES, {}, None), InvalidValueError),
            ((DUES, {"agreement": "2 Januari"}, date(2024, 1, 1)), InvalidValueError),
            ((DUES, {"agreements": date(2024, 1, 2)}, date(2024, 1, 1)), UnknownCodeError),
        ],
    )
    def test_refuses(self, arguments: Any, error: Any) -> None:
        """What cannot be asked is refused."""
        dues, done, as_of = arguments
        with pytest.raises(error):
            standing(dues, done, as_of=as_of)


class TestShown:
    def test_findings(self) -> None:
        """What is late, was late or early, or cannot be told is a finding; all else is none."""
        late = standing(DUES, {"evaluation:2024-Q1": date(2024, 3, 30)}, as_of=date(2024, 4, 1)).check()
        assert late.codes() == ("DUE-LATE", "DUE-DONE-EARLY")
        assert late.findings[0].text() == "Perjanjian kinerja Tahun 2024 terlambat 59 hari; batasnya 2 Februari 2024"
        done = standing(DUES, {"agreement": date(2024, 3, 15)}, as_of=date(2024, 3, 15)).check()
        assert done.codes() == ("DUE-DONE-LATE",)
        assert "days of delay: 42" in done.findings[0].text("en")
        unknown = standing(schedule(NATIONAL, 2024, level="region"), {}, as_of=date(2024, 1, 1)).check()
        assert unknown.codes() == ("DUE-UNKNOWN",)
        assert standing(DUES, {}, as_of=date(2024, 1, 2)).check().codes() == ()

    def test_rows_and_tables(self) -> None:
        """Dates are written out in the language of the reader, rows keep them as dates."""
        agenda = standing(DUES, {"agreement": date(2024, 1, 25)}, as_of=date(2024, 4, 1))
        assert len(agenda) == 6
        assert agenda.rows("en")[0] == {
            "code": "agreement",
            "what": "Performance agreement",
            "period": "2024",
            "first_day": date(2024, 1, 2),
            "last_day": date(2024, 2, 2),
            "state": "done",
            "done_on": date(2024, 1, 25),
            "days": None,
            "reference": "PermenPANRB 53/2014, lampiran I (from a secondary source)",
            "certainty": "secondary",
        }
        assert agenda.table().rows[0] == (
            "Perjanjian kinerja",
            "Tahun 2024",
            "2 Februari 2024",
            "25 Januari 2024",
            "selesai",
        )
        assert agenda.table().notes[0] == "Perjanjian kinerja: PermenPANRB 53/2014, lampiran I (dari sumber kedua)"
        assert len(agenda.table().notes) == 3
        assert "Agenda as of 1 April 2024" in agenda.text("en")
        assert max(len(line) for line in agenda.text(width=40).splitlines()) <= 40
        assert "31 Maret 2025" in agenda._repr_html_()
        assert pickle.loads(pickle.dumps(agenda)) == agenda


@given(
    st.sampled_from([NATIONAL, KENDAL, BENGKULU, YOGYAKARTA]),
    st.sampled_from(["ministry", "region", "office"]),
    st.none() | st.dates(date(2025, 10, 1), date(2026, 6, 30)),
    st.dates(date(2025, 10, 1), date(2027, 12, 31)),
    st.data(),
)
def test_an_agenda_is_whole(regime: Any, level: Any, ratified: date | None, as_of: date, data: st.DataObject) -> None:
    """Every obligation has one state on every day, and time only moves it from upcoming to due to late."""
    dues = schedule(regime, 2026, level=level, budget_ratified_on=ratified)
    codes = [due.code for due in dues]
    assert len(set(codes)) == len(codes)
    some = data.draw(st.dictionaries(st.sampled_from(codes), st.dates(date(2025, 10, 1), date(2027, 12, 31))))
    agenda = standing(dues, some, as_of=as_of)
    assert [found.due for found in agenda] == list(dues)
    assert agenda.text("en")
    assert len(agenda.check()) <= len(dues)
    order = ["unknown", "upcoming", "due", "late"]
    open_now = {found.due.code: order.index(found.state) for found in standing(dues, {}, as_of=as_of)}
    later = {found.due.code: order.index(found.state) for found in standing(dues, {}, as_of=date(2028, 1, 1))}
    assert all(open_now[code] <= later[code] for code in codes)
