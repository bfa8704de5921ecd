from datetime import date

import pytest

from sakip.lifecycle import BENGKULU, KENDAL, NATIONAL, YOGYAKARTA, Regime, schedule

ALL = (NATIONAL, KENDAL, BENGKULU, YOGYAKARTA)


class TestNational:
    """An agreement within a month after the budget document is ratified; reports two or three months after the year."""

    @pytest.mark.parametrize(
        ("level", "year", "last"),
        [
            ("ministry", 2025, date(2026, 2, 28)),
            ("ministry", 2027, date(2028, 2, 29)),
            ("region", 2025, date(2026, 3, 31)),
            ("office", 2025, date(2026, 2, 28)),
        ],
    )
    def test_annual_report(self, level: str, year: int, last: date) -> None:
        """Ministries and agencies have two months, regions three; February ends when it ends."""
        dues = {due.code: due for due in schedule(NATIONAL, year, level=level)}  # type: ignore[arg-type]
        assert dues["annual-report"].last_day == last

    @pytest.mark.parametrize(
        ("ratified", "last"), [(date(2026, 1, 5), date(2026, 2, 5)), (date(2026, 1, 31), date(2026, 2, 28))]
    )
    def test_agreement(self, ratified: date, last: date) -> None:
        """5 January gives 5 February, 31 January the end of February."""
        (due,) = (
            due
            for due in schedule(NATIONAL, 2026, level="office", budget_ratified_on=ratified)
            if due.code == "agreement"
        )
        assert (due.first_day, due.last_day) == (ratified, last)

    def test_ministries_report_by_quarter(self) -> None:
        """Interim reports are of ministries, four a year, and no rule counts their days."""
        interim = [due for due in schedule(NATIONAL, 2026, level="ministry") if due.deadline.id == "interim-report"]
        assert [due.last_day for due in interim] == [None] * 4
        assert "interim-report" not in {due.deadline.id for due in schedule(NATIONAL, 2026, level="region")}


@pytest.mark.parametrize(
    ("regime", "days"),
    [
        (KENDAL, [date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 1)]),
        (BENGKULU, [date(2026, 4, 1), date(2026, 10, 1)]),
        (YOGYAKARTA, [date(2026, 5, 1), date(2026, 9, 1), date(2027, 1, 1)]),
        (NATIONAL, []),
    ],
    ids=lambda regime: regime.id if isinstance(regime, Regime) else "",
)
def test_evaluations(regime: Regime, days: list[date]) -> None:
    """Kendal evaluates after every three months, Bengkulu after three to six, Yogyakarta after every four."""
    dues = [due for due in schedule(regime, 2026, level="region") if due.deadline.id == "evaluation"]
    assert [due.first_day for due in dues] == days


def test_bengkulu_has_a_last_day() -> None:
    """After six months the evaluation must have been."""
    dues = [due for due in schedule(BENGKULU, 2026, level="region") if due.deadline.id == "evaluation"]
    assert [due.last_day for due in dues] == [date(2026, 6, 30), date(2026, 12, 31)]


@pytest.mark.parametrize("regime", ALL, ids=lambda regime: regime.id)
def test_nobody_claims_to_have_read_what_was_not_read(regime: Regime) -> None:
    """No national deadline was read in its own text, and each says how sure it is."""
    assert {deadline.reference.certainty for deadline in regime.deadlines} <= {"secondary", "memory"}
    assert set(NATIONAL.deadlines) <= set(regime.deadlines)
