import pickle
from datetime import date
from typing import Any

import pytest

from sakip import Indicator, Level, Party, Period, Realization, Target, Tenure
from sakip.errors import InputError, InvalidValueError, UnknownCodeError
from sakip.lifecycle import Accountability, Succession, accountability, joined
from tests.lifecycle.making import HEAD, QUARTERS, agreement_of, facts, target_of

Q1, Q2, Q3, Q4 = QUARTERS
OLD = Tenure(HEAD, "Rahasia A", starts=date(2023, 1, 1), ends=date(2024, 6, 30))
ACTING = Tenure(HEAD, "Rahasia B", kind="Plt", starts=date(2024, 7, 1))
HALVES = Succession([OLD, ACTING])


def answers(*targets: Target, given: Any, succession: Succession = HALVES) -> Accountability:
    """What the officials of one agreement answer for."""
    return accountability(agreement_of(*targets), given, succession)


class TestPeriods:
    def test_a_year_in_two_halves(self) -> None:
        """Each official answers for the quarters of the own half, with what was planned and delivered in them."""
        plan = {Q1: 20, Q2: 30, Q3: 25, Q4: 25}
        found = answers(target_of("sum", 100, plan), given=facts(25, 25, 20, 35))
        first, second = found.portions("IKU-1")
        assert (first.periods, first.planned, first.delivered) == ((Q1, Q2), 50, 50)
        assert (second.periods, second.planned, second.delivered) == ((Q3, Q4), 50, 55)
        assert [charge.shared for charge in found.charges] == [(), ()]
        assert joined(found.portions("IKU-1")).delivered == 105

    @pytest.mark.parametrize(
        ("last", "first_periods", "shared"),
        [
            (date(2024, 6, 29), (Q1,), (Q2,)),
            (date(2024, 6, 30), (Q1, Q2), ()),
            (date(2024, 7, 1), (Q1, Q2), (Q3,)),
            (date(2024, 9, 30), (Q1, Q2, Q3), ()),
        ],
    )
    def test_a_period_is_of_whoever_holds_its_last_day(self, last: date, first_periods: Any, shared: Any) -> None:
        """The quarter in which the official changes goes to the successor and is marked; one that was over is not."""
        changed = Succession(
            [
                Tenure(HEAD, "A", starts=date(2024, 1, 1), ends=last),
                Tenure(HEAD, "B", starts=date.fromordinal(last.toordinal() + 1)),
            ]
        )
        found = answers(target_of("sum", 100), given=facts(1, 2, 3, 4), succession=changed)
        assert found.charges[0].portions[0].periods == first_periods
        assert found.charges[1].shared == shared
        assert "*" in found.text() if shared else "*" not in found.text()

    def test_days_without_an_official_answer_too(self) -> None:
        """A quarter that ends while nobody is in office stands under nobody, and nothing is lost."""
        gone = Succession([OLD, Tenure(HEAD, "B", starts=date(2024, 11, 1))])
        found = answers(target_of("sum", 100), given=facts(1, 2, 3, 4), succession=gone)
        assert [charge.stretch.tenure for charge in found.charges][1] is None
        assert found.charges[1].portions[0].delivered == 3
        assert joined(found.portions("IKU-1")).delivered == 10

    def test_a_position_that_nobody_holds(self) -> None:
        """Where no tenure of the position is known, the whole year stands under nobody."""
        other = Succession([Tenure(Party("Camat"), "A", starts=date(2024, 1, 1))])
        (charge,) = answers(target_of("sum", 100), given=facts(1, 2, 3, 4), succession=other).charges
        assert charge.stretch.tenure is None

    def test_a_year_measured_as_a_whole(self) -> None:
        """A realization of the year is of whoever is in office at its end, and the year is marked as shared."""
        found = answers(target_of("sum", 100), given=[Realization("IKU-1", 90)])
        year = Period.year(2024)
        assert [part.periods for part in found.portions("IKU-1")] == [(), (year,)]
        assert found.charges[1].shared == (year,)
        assert joined(found.portions("IKU-1")).delivered == 90

    def test_without_a_plan_and_without_reports(self) -> None:
        """A target without periods is due for the year, and missing."""
        second = answers(target_of("sum", 100), given=[]).portions("IKU-1")[1]
        assert (second.planned, second.missing) == (100, (Period.year(2024),))

    def test_what_fits_no_plan_is_kept(self) -> None:
        """Reports of months beside a plan of quarters are not dropped: the reason names them, also when joined."""
        plan = {Q1: 20, Q2: 30, Q3: 25, Q4: 25}
        strange = [Realization("IKU-1", 5, period=Period.month(2024, 2))]
        portions = answers(target_of("sum", 100, plan), given=strange).portions("IKU-1")
        assert portions[0].reason is not None
        assert "periode Februari 2024 tidak" in portions[0].reason.text("id")
        assert "February 2024" in portions[0].reason.text("en")
        whole = joined(portions)
        assert whole.reason is not None
        assert whole.reason.code == "period-outside-plan"

    def test_months_and_quarters_are_not_added(self) -> None:
        """Without a plan, reports of two kinds of period have no sum."""
        mixed = [*facts(5), Realization("IKU-1", 5, period=Period.month(2024, 5))]
        reason = joined(answers(target_of("sum", 100), given=mixed).portions("IKU-1")).reason
        assert reason is not None
        assert reason.code == "period-outside-plan"


class TestShown:
    def test_rows_and_tables(self) -> None:
        """Rows and tables tell capacity, days, periods and numbers in both languages, and no person."""
        opinion = Target(Indicator("IKU-2", "Opini", polarity="maximize", consolidation="last_level"), Level("WTP"))
        given_facts = [*facts(1, 2, 3), Realization("IKU-2", Level("WTP"), period=Q4)]
        found = answers(target_of("sum", 100), opinion, given=given_facts)
        rows = found.rows()
        assert [(row["kind"], row["code"], row["delivered"], row["reason"]) for row in rows] == [
            ("definitive", "IKU-1", "3", None),
            ("definitive", "IKU-2", None, "period-missing"),
            ("Plt", "IKU-1", None, "period-missing"),
            ("Plt", "IKU-2", "WTP", None),
        ]
        assert rows[0]["periods"] == ["2024-Q1", "2024-Q2"]
        assert "Triwulan I 2024" in found.text()
        assert max(len(line) for line in found.text(width=40).splitlines()) <= 40
        assert found.table("en").rows[2][0] == "Plt., acting official, 1 July 2024 to 31 December 2024"
        assert "Rahasia" not in found.text() + found._repr_html_() + repr(found) + repr(rows)
        assert pickle.loads(pickle.dumps(found)) == found

    def test_an_unknown_code(self) -> None:
        """A code that the agreement does not have is refused with the one that looks like it."""
        with pytest.raises(UnknownCodeError) as caught:
            answers(target_of("sum", 100), given=[]).portions("IKU1")
        assert caught.value.near == ("IKU-1",)


def test_refuses() -> None:
    """Blocking findings stop it, and arguments have their types."""
    with pytest.raises(InputError):
        answers(target_of("sum", 100), given=[Realization("X", 1)])
    for arguments in ((1, [], HALVES), (agreement_of(target_of("sum", 1)), [1], HALVES), (agreement_of(), [], [OLD])):
        with pytest.raises(InvalidValueError):
            accountability(*arguments)  # type: ignore[arg-type]
