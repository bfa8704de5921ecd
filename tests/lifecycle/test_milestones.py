"""Promises that are kept in steps: shares that make the whole, days that are signed."""

import pickle
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Indicator, Period, Target, evaluate
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import Milestone, MilestonePlan
from sakip.policies import LKJIP
from tests.lifecycle.making import agreement_of

PLAN = MilestonePlan(
    [
        Milestone("T1", "Naskah akademik", share=30, due=date(2024, 3, 31)),
        Milestone("T2", "Konsultasi publik", share="20.5", due=date(2024, 6, 30)),
        Milestone("T3", "Ditetapkan", share="49.5", due=date(2024, 10, 31)),
    ]
)


class TestPlan:
    @pytest.mark.parametrize(
        ("milestones", "code"),
        [
            ([], "shares-not-100"),
            ([Milestone("T1", "A", share="99.999999")], "shares-not-100"),
            ([Milestone("T1", "A", share=60), Milestone("T2", "B", share=41)], "shares-not-100"),
            ([Milestone("T1", "A", share=50), Milestone("T1", "B", share=50)], "milestone-twice"),
            ([1], "wrong-kind"),
            (5, "not-a-list"),
        ],
        ids=str,
    )
    def test_refused(self, milestones: Any, code: str) -> None:
        """The shares make the whole exactly, and each step has a code of its own."""
        with pytest.raises(InvalidValueError) as caught:
            MilestonePlan(milestones)
        assert caught.value.code == code

    @pytest.mark.parametrize(
        "fields",
        [{"code": ""}, {"name": " "}, {"share": 0}, {"share": -1}, {"share": 0.5}, {"due": "2024-03-31"}],
        ids=str,
    )
    def test_a_milestone_refused(self, fields: dict[str, Any]) -> None:
        """A step has a name, a share above zero and a day without an hour."""
        with pytest.raises(InvalidValueError):
            Milestone(**{"code": "T1", "name": "A", "share": 50, **fields})

    @pytest.mark.parametrize(
        ("day", "planned"),
        [(date(2024, 3, 30), "0"), (date(2024, 3, 31), "30"), (date(2024, 6, 30), "50.5"), (date(2024, 12, 31), "100")],
    )
    def test_planned(self, day: date, planned: str) -> None:
        """A milestone is planned by the end of its day."""
        assert PLAN.planned(day) == Decimal(planned)

    def test_a_milestone_without_a_day_is_in_no_plan(self) -> None:
        """It is not planned on any day, and is never late."""
        plan = MilestonePlan([Milestone("T1", "A", share=100)])
        standing = plan.standing({}, as_of=date(2024, 12, 31))
        assert (plan.planned(date(2024, 12, 31)), standing.delays()[0][1], len(standing.check())) == (0, None, 0)

    def test_a_trajectory_for_a_target(self) -> None:
        """The shares planned by the quarters are what a target promises by quarters."""
        quarters = Period.year(2024).parts("quarter")
        assert [amount for _, amount in PLAN.trajectory(quarters)] == [30, Decimal("50.5"), Decimal("50.5"), 100]
        indicator = Indicator("RTR", "Perda ditetapkan", polarity="maximize", consolidation="last_progress")
        target = Target(indicator, 100, trajectory=PLAN.trajectory(quarters))
        half = PLAN.standing({"T1": date(2024, 3, 1)}, as_of=quarters[1].last_day)
        given = [PLAN.standing({}, as_of=quarters[0].last_day).realization("RTR", period=quarters[0])]
        given.append(half.realization("RTR", period=quarters[1]))
        found = evaluate(agreement_of(target), given, policy=LKJIP, through=quarters[1])
        assert found.score.value == Decimal("59.41")


class TestStanding:
    @pytest.mark.parametrize(
        ("done_on", "as_of", "days", "reached"),
        [
            (date(2024, 3, 21), date(2024, 4, 30), -10, 30),
            (date(2024, 3, 31), date(2024, 4, 30), 0, 30),
            (date(2024, 4, 5), date(2024, 4, 30), 5, 30),
            (date(2024, 5, 5), date(2024, 4, 30), 30, 0),
            (None, date(2024, 3, 31), None, 0),
            (None, date(2024, 4, 1), 1, 0),
        ],
    )
    def test_days_are_signed(self, done_on: date | None, as_of: date, days: int | None, reached: int) -> None:
        """Early is below zero, late above; what was reached after the day is not reached yet."""
        standing = PLAN.standing({} if done_on is None else {"T1": done_on}, as_of=as_of)
        assert (standing.delays()[0][1], standing.reached) == (days, reached)

    @given(st.sets(st.sampled_from(["T1", "T2", "T3"])), st.integers(0, 400))
    def test_reached_is_a_part_of_the_whole(self, codes: set[str], days: int) -> None:
        """Whatever is reached, it is the sum of its shares, from nothing to everything."""
        done = dict.fromkeys(codes, date(2024, 1, 1))
        standing = PLAN.standing(done, as_of=date(2024, 1, 1) + timedelta(days))
        assert standing.reached == sum(one.share for one in PLAN.milestones if one.code in codes)

    @pytest.mark.parametrize(
        ("done", "codes"),
        [
            ({"T1": date(2024, 3, 31)}, ()),
            ({}, ("MILESTONE-LATE",)),
            ({"T1": date(2024, 4, 1)}, ("MILESTONE-DONE-LATE",)),
            ({"T2": date(2024, 5, 1)}, ("MILESTONE-LATE", "MILESTONE-ORDER")),
        ],
    )
    def test_findings(self, done: dict[str, date], codes: tuple[str, ...]) -> None:
        """What is late, was late, or came before what should come first."""
        assert PLAN.standing(done, as_of=date(2024, 5, 31)).check().codes() == codes

    @pytest.mark.parametrize(
        ("days", "before"),
        [
            ({"T1": 1, "T2": 2, "T3": 3}, {}),
            ({"T1": 2, "T2": 2, "T3": 2}, {}),
            ({"T1": 3, "T2": 2}, {"T2": "T1"}),
            ({"T1": 2, "T2": 3, "T3": 1}, {"T3": "T1, T2"}),
            ({"T1": 1, "T2": 3, "T3": 2}, {"T3": "T2"}),
            ({"T2": 1, "T3": 2}, {"T2": "T1", "T3": "T1"}),
        ],
        ids=str,
    )
    def test_order(self, days: dict[str, int], before: dict[str, str]) -> None:
        """What was reached before what should come first is found, and still is when that is reached as well."""
        done = {code: date(2024, 1, day) for code, day in days.items()}
        found = [one for one in PLAN.standing(done, as_of=date(2024, 1, 31)).check() if one.code == "MILESTONE-ORDER"]
        assert {one.subject: one.text("id").partition("hari itu ")[2] for one in found} == {
            f"milestones[{code}]": f"{codes} sebelumnya belum tercapai" for code, codes in before.items()
        }

    @pytest.mark.parametrize(
        ("days", "codes"),
        [((1, 2, 3), []), ((1, 1, 1), []), ((3, 2, 1), ["T2", "T3"]), ((1, 3, 2), ["T3"]), ((2, None, 1), ["T3"])],
        ids=str,
    )
    def test_days_follow_the_steps(self, days: tuple[int | None, ...], codes: list[str]) -> None:
        """A step that is due before the one that comes first contradicts the plan's own order."""
        due = [None if day is None else date(2024, 1, day) for day in days]
        steps = [
            Milestone(f"T{at}", "A", share=share, due=day)
            for at, share, day in zip((1, 2, 3), (30, 30, 40), due, strict=True)
        ]
        found = MilestonePlan(steps).standing({}, as_of=date(2023, 12, 31)).check()
        assert [one.subject for one in found] == [f"milestones[{code}]" for code in codes]
        assert set(found.codes()) <= {"MILESTONE-DUE"}

    def test_unknown_code(self) -> None:
        """A milestone that the plan does not have is named with one that looks like it."""
        with pytest.raises(UnknownCodeError) as caught:
            PLAN.standing({"T-1": date(2024, 3, 31)}, as_of=date(2024, 5, 31))
        assert "T1" in caught.value.near

    @pytest.mark.parametrize("done", [{"T1": "2024-03-31"}, [("T1", date(2024, 3, 31))]])
    def test_refused(self, done: Any) -> None:
        """Days are days, by code."""
        with pytest.raises(InvalidValueError):
            PLAN.standing(done, as_of=date(2024, 5, 31))
        with pytest.raises(InvalidValueError):
            PLAN.standing({}, as_of="2024-05-31")  # type: ignore[arg-type]


def test_shown() -> None:
    """One row a milestone, in two languages; rows with dates or with texts."""
    standing = PLAN.standing({"T1": date(2024, 4, 5)}, as_of=date(2024, 5, 31))
    assert "Tercapai 30 %, direncanakan 30 %" in standing.text("id")
    assert "5 April 2024" in standing.text("id", width=120)
    assert "Reached 30 %, planned 30 %" in standing.text("en")
    assert standing.rows(numbers="text")[0] == {
        "code": "T1",
        "name": "Naskah akademik",
        "share": "30",
        "due": "2024-03-31",
        "done_on": "2024-04-05",
        "days": 5,
    }
    assert standing.rows()[1]["due"] == date(2024, 6, 30)
    hostile = MilestonePlan([Milestone("T1", "<b>", share=100)]).standing({}, as_of=date(2024, 5, 31))
    assert "<b>" not in hostile._repr_html_()
    assert pickle.loads(pickle.dumps(standing)) == standing
