"""The realizations of one indicator become the one fact that is judged."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import (
    BPK_OPINIONS,
    AwaitingRelease,
    Components,
    Indicator,
    Level,
    NotApplicable,
    NotReported,
    Period,
    Range,
    Realization,
    Target,
)
from sakip.scoring import Measurement, Reason
from sakip.scoring.consolidation import Fact, Scope, consolidated, named_periods
from sakip.testing import numbers
from tests.scoring.making import target

YEAR = Period.year(2025)
QUARTERS = YEAR.parts("quarter")
Q1, Q2, Q3, Q4 = QUARTERS
PLAN = dict(zip(QUARTERS, (10, 20, 30, 40), strict=True))


def reported(*amounts: Any) -> list[Realization]:
    """Realizations of the quarters in order; None is a quarter without one."""
    return [
        Realization("IKU-1", amount, period=quarter)
        for quarter, amount in zip(QUARTERS, amounts, strict=False)
        if amount is not None
    ]


def measurement(fact: Fact) -> Measurement:
    """The fact as numbers."""
    assert isinstance(fact, tuple)
    return Measurement.of(fact)


def code(fact: Fact) -> str:
    """The code of a fact that is a reason."""
    assert isinstance(fact, Reason)
    return fact.code


class TestYear:
    @pytest.mark.parametrize(
        ("how", "realized"),
        [
            ("sum", 100),
            ("average", 25),
            ("last_level", 30),
            ("last_progress", 30),
            ("minimum", 15),
            ("maximum", 35),
        ],
    )
    def test_each_way(self, how: str, realized: int) -> None:
        """The year's realization by each consolidation, against the year's target."""
        found = measurement(consolidated(target(90, consolidation=how), reported(35, 20, 15, 30), Scope(YEAR)))
        assert (found.realization, found.target) == (realized, 90)

    @given(amounts=st.lists(numbers(-50, 50), min_size=4, max_size=4))
    def test_by_their_definitions(self, amounts: list[Any]) -> None:
        """Sum, average, minimum and maximum of any quarters are exact."""
        known = [Fraction(amount) for amount in amounts]
        wanted = {"sum": sum(known), "average": sum(known) / 4, "minimum": min(known), "maximum": max(known)}
        for how, value in wanted.items():
            fact = consolidated(target(90, consolidation=how), reported(*amounts), Scope(YEAR))
            assert measurement(fact).realization == value

    def test_pool(self) -> None:
        """Components are pooled: their sums, not the mean of their rates; a negative denominator keeps its sign."""
        promise = target(50, consolidation="pool", baseline=10)
        given_ = reported(
            Components(1, 2, per=100), Components(3, 10, per=100), Components(0, 4, per=100), Components(1, -1, per=100)
        )
        found = measurement(consolidated(promise, given_, Scope(YEAR)))
        assert (found.realization, found.target, found.baseline) == (Fraction(500, 15), 50, 10)
        falling = reported(*[Components(1, -2, per=100)] * 4)
        assert measurement(consolidated(promise, falling, Scope(YEAR))).realization == -50

    @pytest.mark.parametrize(
        "amounts",
        [
            (Components(1, 2, per=100), 50, 50, 50),
            (
                Components(1, 2, per=100),
                Components(1, 2, per=1000),
                Components(1, 2, per=100),
                Components(1, 2, per=100),
            ),
            (Components(1, 2, per=1), Components(1, -2, per=1), Components(1, 2, per=1), Components(1, -2, per=1)),
        ],
        ids=["plain numbers", "another multiplier", "denominators that cancel"],
    )
    def test_not_poolable(self, amounts: tuple[Any, ...]) -> None:
        """Numbers without components, other multipliers and denominators that add up to nothing cannot be pooled."""
        assert code(consolidated(target(50, consolidation="pool"), reported(*amounts), Scope(YEAR))) == "not-poolable"

    def test_components_of_quarters(self) -> None:
        """Components are added and averaged as the quotients that they are."""
        given_ = reported(Components(1, 3, per=1), Components(1, 6, per=1), Components(1, 7, per=1), 1)
        for how, value in (("sum", Fraction(23, 14)), ("average", Fraction(23, 56)), ("minimum", Fraction(1, 7))):
            found = measurement(consolidated(target(2, consolidation=how, worst_value=9), given_, Scope(YEAR)))
            assert (found.realization, found.target, found.worst_value) == (value, 2, 9)

    def test_annual_realization_stands_alone(self) -> None:
        """A realization of the whole year, stated as such or without a period, needs no consolidation."""
        for period in (None, YEAR):
            given_ = [Realization("IKU-1", 7, period=period), *reported(1, 2, 3, 4)]
            assert measurement(consolidated(target(10), given_, Scope(YEAR))).realization == 7

    def test_unknown_way(self) -> None:
        """Periods without a consolidation are not added up blindly."""
        assert code(consolidated(target(10), reported(1, 2, 3, 4), Scope(YEAR))) == "no-consolidation"

    def test_missing_periods_are_named(self) -> None:
        """Every period that is due and not reported is named; for a state only the last one is due."""
        for given_ in (reported(1, None, 3, None), reported(1, NotReported(), 3, NotReported())):
            fact = consolidated(target(10, consolidation="sum"), given_, Scope(YEAR))
            assert code(fact) == "period-missing"
            assert fact.text("id") == "realisasi belum lengkap, kurang: Triwulan II 2025, Triwulan IV 2025"
        fact = consolidated(target(10, consolidation="last_level"), reported(1, None, 3, None), Scope(YEAR))
        assert fact.text("en") == "realizations are incomplete, missing: Quarter IV 2025"
        assert measurement(
            consolidated(target(10, consolidation="last_level"), reported(None, None, None, 4), Scope(YEAR))
        )

    def test_nothing(self) -> None:
        """Nothing at all is not reported, and never a zero."""
        assert code(consolidated(target(10, consolidation="sum"), [], Scope(YEAR))) == "not-reported"

    def test_not_applicable_and_awaiting(self) -> None:
        """A period in which nothing was to measure is left out; one that awaits its number holds the year up."""
        promise = target(10, consolidation="average")
        na, waiting = NotApplicable("libur"), AwaitingRelease("BPS")
        assert measurement(consolidated(promise, reported(2, na, 4, 6), Scope(YEAR))).realization == 4
        fact = consolidated(promise, reported(na, na, na, na), Scope(YEAR))
        assert (code(fact), fact.leaves_out) == ("not-applicable", True)
        fact = consolidated(promise, reported(2, waiting, 4, 6), Scope(YEAR))
        assert (code(fact), fact.text("en")) == ("awaiting-release", "awaiting release by BPS")

    @pytest.mark.parametrize(
        ("how", "realized", "promised"),
        [("sum", 65, 80), ("average", Fraction(65, 3), Fraction(80, 3)), ("minimum", 5, 10), ("maximum", 40, 40)],
    )
    def test_a_period_that_was_not_applicable_counts_on_neither_side(
        self, how: str, realized: Any, promised: Any
    ) -> None:
        """The year's promise is that of the periods which count, as it is for a part of the year."""
        promise = target(90, consolidation=how, trajectory=PLAN)
        given_ = reported(5, NotApplicable("libur"), 20, 40)
        for scope in (Scope(YEAR), Scope(YEAR, through=Q4)):
            found = measurement(consolidated(promise, given_, scope))
            assert (found.realization, found.target) == (realized, promised)
        whole = measurement(consolidated(promise, reported(5, 0, 20, 40), Scope(YEAR)))
        assert whole.target == 90

    @pytest.mark.parametrize("how", ["average", "minimum", "maximum", "sum"])
    def test_not_applicable_without_a_trajectory(self, how: str) -> None:
        """What was promised for the other periods is not known of a sum; of a level or a rate it is the year's."""
        fact = consolidated(target(90, consolidation=how), reported(5, NotApplicable("libur"), 5, 5), Scope(YEAR))
        if how != "sum":
            assert measurement(fact).target == 90
            return
        assert (code(fact), fact.leaves_out) == ("period-not-applicable", False)
        assert fact.text("id").startswith("tidak berlaku pada Triwulan II 2025, dan tanpa target per periode")
        every = consolidated(target(90, consolidation=how), reported(*[NotApplicable("libur")] * 4), Scope(YEAR))
        assert code(every) == "not-applicable"

    def test_periods_that_fit_no_plan(self) -> None:
        """Half-years beside quarters, or outside the target's own trajectory, are named."""
        half = Period.half_year(2025, 1)
        odd = [*reported(1, 2), Realization("IKU-1", 5, period=half)]
        assert code(consolidated(target(10, consolidation="sum"), odd, Scope(YEAR))) == "period-outside-plan"
        planned = target(100, consolidation="sum", trajectory=PLAN)
        fact = consolidated(planned, odd, Scope(YEAR))
        assert (code(fact), dict(fact.arguments)["periods"]) == ("period-outside-plan", named_periods([half]))

    def test_order_of_realizations(self) -> None:
        """Quarters in any order are put in order of time."""
        promise = target(10, consolidation="last_level")
        assert measurement(consolidated(promise, reported(1, 2, 3, 4)[::-1], Scope(YEAR))).realization == 4

    def test_levels_and_dates(self) -> None:
        """The last level or date of the year stands; levels are not added up."""
        opinion = target(Level("WTP"), scale=BPK_OPINIONS, consolidation="last_level")
        given_ = reported(None, None, Level("WDP"), Level("WTP"))
        assert consolidated(opinion, given_, Scope(YEAR)) == Level("WTP")
        added = target(Level("WTP"), scale=BPK_OPINIONS, consolidation="sum")
        full = reported(*[Level("WTP")] * 4)
        assert code(consolidated(added, full, Scope(YEAR))) == "kind-mismatch"
        due = target(date(2025, 6, 30), consolidation="last_progress")
        assert consolidated(due, reported(None, None, None, date(2025, 7, 1)), Scope(YEAR)) == date(2025, 7, 1)


class TestOnePeriod:
    def test_own_target(self) -> None:
        """A quarter is judged against its own target, whatever the consolidation."""
        promise = target(100, trajectory=PLAN, baseline=5)
        found = measurement(consolidated(promise, reported(9, 18), Scope(YEAR, period=Q2)))
        assert (found.realization, found.target, found.baseline) == (18, 20, 5)

    def test_reasons(self) -> None:
        """Without a target it is not due and left out; with one and no realization it is not reported."""
        promise = target(100, trajectory={Q1: 10})
        fact = consolidated(promise, [], Scope(YEAR, period=Q2))
        assert (code(fact), fact.leaves_out) == ("not-due", True)
        fact = consolidated(promise, reported(None, 5), Scope(YEAR, period=Q1))
        assert (code(fact), fact.leaves_out) == ("not-reported", False)


class TestThrough:
    @pytest.mark.parametrize(
        ("how", "last", "realized", "promised"),
        [
            ("sum", Q2, 27, 30),
            ("average", Q2, Fraction(27, 2), 15),
            ("last_level", Q2, 18, 20),
            ("last_progress", Q3, 33, 30),
            ("minimum", Q3, 9, 10),
            ("maximum", Q3, 33, 30),
            ("sum", Q4, 100, 100),
            ("sum", Period.half_year(2025, 1), 27, 30),
        ],
    )
    def test_each_way(self, how: str, last: Period, realized: Any, promised: int) -> None:
        """Up to a period both sides are consolidated alike; for the whole year the year's target stands."""
        promise = target(90, consolidation=how, trajectory=PLAN)
        found = measurement(consolidated(promise, reported(9, 18, 33, 40), Scope(YEAR, through=last)))
        assert (found.realization, found.target) == (realized, promised)

    def test_pool(self) -> None:
        """A pooled rate is compared with the last target."""
        promise = target(50, consolidation="pool", trajectory=PLAN)
        given_ = reported(Components(1, 2, per=100), Components(1, 3, per=100))
        found = measurement(consolidated(promise, given_, Scope(YEAR, through=Q2)))
        assert (found.realization, found.target) == (40, 20)

    def test_left_out_periods_have_no_target(self) -> None:
        """A quarter that was not applicable counts on neither side."""
        promise = target(100, consolidation="sum", trajectory=PLAN)
        found = measurement(consolidated(promise, reported(9, NotApplicable("libur")), Scope(YEAR, through=Q2)))
        assert (found.realization, found.target) == (9, 10)

    def test_not_due(self) -> None:
        """An annual target, or one whose first period ends later, is not due and left out."""
        for promise in (target(90, consolidation="sum"), target(90, consolidation="sum", trajectory={Q3: 90})):
            fact = consolidated(promise, reported(1), Scope(YEAR, through=Q1))
            assert code(fact) in {"not-due", "period-outside-plan"}
        fact = consolidated(target(90, consolidation="sum", trajectory={Q3: 90}), [], Scope(YEAR, through=Q1))
        assert (code(fact), fact.leaves_out) == ("not-due", True)


class TestKind:
    @pytest.mark.parametrize(
        ("promise", "delivered"),
        [
            (target(10), Level("WTP")),
            (target(10), date(2025, 1, 1)),
            (target(Range(1, 2)), Level("WTP")),
            (target(Level("WTP"), scale=BPK_OPINIONS), 5),
            (target(Level("WTP"), scale=BPK_OPINIONS), date(2025, 1, 1)),
            (target(date(2025, 1, 1)), 5),
            (target(date(2025, 1, 1)), Level("WTP")),
        ],
    )
    def test_mismatch(self, promise: Target, delivered: Any) -> None:
        """A number, a level and a date do not compare with each other."""
        assert code(consolidated(promise, [Realization("IKU-1", delivered)], Scope(YEAR))) == "kind-mismatch"

    def test_states(self) -> None:
        """Each state without a number has its own reason."""
        found = [
            consolidated(target(10), [Realization("IKU-1", state)], Scope(YEAR))
            for state in (NotReported(), NotApplicable("tidak ada"), AwaitingRelease("BPK"), AwaitingRelease())
        ]
        assert [(code(fact), fact.leaves_out) for fact in found] == [
            ("not-reported", False),
            ("not-applicable", True),
            ("awaiting-release", False),
            ("awaiting-release", False),
        ]


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period.half_year(2025, 1), "Half-year I 2025 (its targets are for Quarter I 2025, Quarter II 2025)"),
        (Period.month(2025, 2), "February 2025 (its targets are for Quarter I 2025)"),
        (Period.quarter(2025, 3), "Quarter III 2025"),
    ],
    ids=str,
)
def test_a_period_of_another_kind_names_those_that_have_a_target(period: Period, text: str) -> None:
    """Who asks for a half-year of a plan in quarters reads which periods can be asked for."""
    plan = dict(zip(Period.year(2025).parts("quarter")[:2], (10, 20), strict=True))
    own = Indicator("IKU-1", "Sumur", polarity="maximize", consolidation="sum")
    fact = consolidated(Target(own, 30, trajectory=plan), [], Scope(Period.year(2025), period=period))
    assert isinstance(fact, Reason)
    assert (fact.code, fact.leaves_out, fact.text("en")) == ("not-due", True, f"there is no target for {text}")
