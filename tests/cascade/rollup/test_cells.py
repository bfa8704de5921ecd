from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest

from sakip import (
    AwaitingRelease,
    Components,
    Indicator,
    Level,
    NotApplicable,
    NotReported,
    OrdinalScale,
    Period,
    Range,
    Realization,
    Target,
)
from sakip.cascade import NodeFacts
from sakip.cascade.rollup import cells
from sakip.cascade.rollup.cells import (
    Cell,
    actual_cell,
    conflicting,
    consolidated_plan,
    counting,
    domain_of,
    target_cell,
    target_through,
    why_missing,
    worse,
)

Span, Parts = cells.Span, cells.Parts
YEAR = Period.year(2025)
Q1, Q2, Q3, Q4 = YEAR.parts("quarter")
GRADES = OrdinalScale(["C", "B", "A"])


def made(value: Any = 100, *, facts: NodeFacts | None = None, rounded: Any = "nearest", **fields: Any) -> Cell:
    """The cell of a target."""
    return target_cell(Target(Indicator("A", "A", polarity="maximize", **fields), value), facts, rounded)


def read(*reported: tuple[Any, Any], through: Period | None = None, rounded: Any = "nearest", **fields: Any) -> Cell:
    """The cell of (period, value) pairs."""
    target = Target(Indicator("A", "A", polarity="maximize", **fields), 100)
    facts = [Realization("A", value, period=period) for period, value in reported]
    return actual_cell(target, facts, YEAR, through, rounded)


class TestTargets:
    def test_a_number_is_exact_unless_decimals_are_declared(self) -> None:
        """A number is exact unless decimals are declared."""
        assert made("33.5") == Cell("given", Fraction(67, 2), Span(Fraction(67, 2), Fraction(67, 2)))
        assert made(33, decimals=0).span == Span(Fraction(65, 2), Fraction(67, 2))
        assert made(33, decimals=0, rounded="exact").span == Span(33, 33)

    def test_what_is_counted_is_not_below_zero(self) -> None:
        """What is counted is not below zero."""
        assert made(0, decimals=0, measure="flow").span == Span(0, Fraction(1, 2))
        assert made(0, decimals=0, measure="index").span == Span(Fraction(-1, 2), Fraction(1, 2))
        assert made(-3, decimals=0, measure="flow").span == Span(Fraction(-7, 2), Fraction(-5, 2))

    def test_a_level_is_its_place_from_the_lowest(self) -> None:
        """A level is its place from the lowest."""
        places = [made(Level(name), scale=GRADES).point for name in ("C", "B", "A")]
        assert places == [0, 1, 2]
        assert made(Level("X"), scale=GRADES).state == made(Level("A")).state == "not_numeric"

    def test_a_range_and_a_date(self) -> None:
        """A range and a date."""
        assert made(Range(80, 90)) == Cell("given", None, Span(80, 90))
        assert made(date(2025, 6, 30)).state == "not_numeric"

    def test_planned_components_say_how_the_target_is_composed(self) -> None:
        """Planned components say how the target is composed."""
        facts = NodeFacts(("K", "A"), planned=Components(900, 1000, per=100))
        cell = made(90, facts=facts, decimals=0)
        assert (cell.parts, cell.span) == (Parts(900, 1000, 100), Span(Fraction(179, 2), Fraction(181, 2)))
        assert cell.parts is not None
        assert cell.parts.value == 90


class TestAnnual:
    @pytest.mark.parametrize(
        ("value", "state"),
        [
            (95, "given"),
            (Components(1, 3, per=100), "given"),
            (NotReported(), "missing"),
            (NotApplicable("tidak ada"), "not_applicable"),
            (AwaitingRelease("BPK"), "awaiting"),
            (date(2025, 5, 1), "not_numeric"),
            (Level("WTP"), "not_numeric"),
        ],
    )
    def test_what_was_reported_is_a_number_or_the_reason_for_none(self, value: Any, state: str) -> None:
        """What was reported is a number or the reason for none."""
        for period in (None, YEAR):
            cell = read((period, value))
            assert (cell.state, cell.is_given, cell.span is not None) == (state, state == "given", state == "given")

    def test_nothing_is_missing_and_a_zero_is_a_number(self) -> None:
        """Nothing is missing and a zero is a number."""
        assert read() == Cell("missing")
        assert read((None, 0)) == Cell("given", 0, Span(0, 0))

    def test_components_are_exact(self) -> None:
        """Components are exact."""
        cell = read((None, Components(1, 3, per=100)), decimals=1)
        assert (cell.point, cell.span) == (Fraction(100, 3), Span(Fraction(100, 3), Fraction(100, 3)))


class TestConflicts:
    @pytest.mark.parametrize(
        ("values", "conflict"),
        [
            ([(None, 60), (None, 90)], True),
            ([(None, 60), (YEAR, 90)], True),
            ([(None, 60), (YEAR, "60.0")], False),
            ([(Q1, 60), (Q2, 90)], False),
            ([(Q1, 60), (Q1, 61), (Q2, 9)], True),
            ([(None, Components(45, 60, per=100)), (None, 75)], False),
            ([(None, Components(45, 60, per=100)), (None, Components(90, 120, per=100))], True),
            ([(None, 0), (None, NotReported())], False),
            ([(None, 60), (YEAR, NotReported()), (None, 61)], True),
        ],
    )
    def test_two_values_of_one_cell_cannot_both_be_true_in_any_order(self, values: Any, conflict: bool) -> None:
        """Two values of one cell cannot both be true in any order."""
        for order in permutations(values):
            assert (read(*order, consolidation="sum").state == "conflicting") is conflict

    def test_only_what_contradicts_is_named(self) -> None:
        """Only what contradicts is named."""
        indicator = Indicator("A", "A", polarity="maximize")
        facts = [Realization("A", value, period=at) for at, value in [(Q2, 1), (Q1, 60), (Q1, 61), (None, 9)]]
        assert [one.value for one in conflicting(facts, indicator, YEAR, "nearest")] == [Decimal(60), Decimal(61)]

    def test_of_two_that_agree_the_one_with_components_counts(self) -> None:
        """Of two that agree the one with components counts."""
        values = [(None, 75), (None, Components(45, 60, per=100))]
        assert read(*values) == read(*values[::-1])
        assert read(*values).parts == Parts(45, 60, 100)


class TestPeriods:
    QUARTERS = ((Q1, 20), (Q2, 30), (Q3, 25), (Q4, 25))

    @pytest.mark.parametrize(
        ("how", "value"),
        [("sum", 100), ("average", 25), ("last_level", 25), ("last_progress", 25), ("minimum", 20), ("maximum", 30)],
    )
    def test_periods_become_one_year(self, how: str, value: int) -> None:
        """Periods become one year."""
        assert read(*self.QUARTERS, consolidation=how).point == value

    def test_the_year_s_own_number_goes_before_its_periods(self) -> None:
        """The year's own number goes before its periods."""
        assert read(*self.QUARTERS, (None, 99), consolidation="sum").point == 99

    @pytest.mark.parametrize("missing", [0, 3])
    def test_a_year_with_a_hole_is_missing(self, missing: int) -> None:
        """A year with a hole is missing."""
        quarters = [each for at, each in enumerate(self.QUARTERS) if at != missing]
        assert read(*quarters, consolidation="sum") == Cell("missing")
        assert read(*self.QUARTERS) == Cell("missing")  # nobody said how

    def test_each_term_of_a_sum_was_rounded_by_itself(self) -> None:
        """Each term of a sum was rounded by itself."""
        assert read(*self.QUARTERS, consolidation="sum", decimals=0).span == Span(98, 102)
        assert read(*self.QUARTERS, consolidation="average", decimals=0).span == Span(Fraction(49, 2), Fraction(51, 2))
        cut = read(*self.QUARTERS, consolidation="sum", decimals=0, rounded="truncate")
        assert cut.span == Span(100, 104, open_high=True)
        zeros = [(period, 0) for period, _ in self.QUARTERS]
        assert read(*zeros, consolidation="sum", decimals=0, measure="flow").span == Span(0, 2)

    def test_components_are_pooled(self) -> None:
        """Components are pooled."""
        quarters = [(period, Components(at, 10, per=100)) for at, (period, _) in enumerate(self.QUARTERS, 5)]
        cell = read(*quarters, consolidation="pool")
        assert (cell.point, cell.parts) == (65, Parts(26, 40, 100))
        assert read(*self.QUARTERS, consolidation="pool").state == "missing"

    def test_a_part_of_the_year_reads_no_further(self) -> None:
        """A part of the year reads no further."""
        plan = [(period, 25) for period in YEAR.parts("quarter")]

        def until(period: Period, how: str, *reported: tuple[Period, Any]) -> Cell:
            indicator = Indicator("A", "A", polarity="maximize", consolidation=how, decimals=0)  # type: ignore[arg-type]
            facts = [Realization("A", value, period=at) for at, value in reported]
            return actual_cell(Target(indicator, 100, trajectory=plan), facts, YEAR, period, "nearest")

        assert until(Q2, "sum", *self.QUARTERS) == Cell("given", 50, Span(49, 51))
        parts = [(period, Components(at, 10, per=100)) for at, (period, _) in enumerate(self.QUARTERS, 5)]
        assert until(Q2, "pool", *parts).parts == Parts(11, 20, 100)
        assert until(Q2, "sum", (Q1, 20)).state == "missing"

    def test_a_part_of_the_year_takes_no_plan(self) -> None:
        """What was delivered is put together from its own periods; only what is promised needs a trajectory."""
        plain: dict[str, Any] = {"consolidation": "sum", "through": Q2}
        assert read(*self.QUARTERS, **plain) == Cell("given", 50, Span(50, 50))
        assert read((Q1, 20), **plain).state == "missing"
        assert read((Q1, 20), (Q2, NotApplicable("tidak ada")), **plain).point == 20
        months = [(month, 5) for month in YEAR.parts("month")[:6]]
        assert read(*months, **plain).point == 30
        assert read(*months[:5], **plain).state == "missing"
        planned = Target(
            Indicator("A", "A", polarity="maximize", consolidation="sum"), 100, trajectory={Q2: 50, Q4: 50}
        )
        facts = [Realization("A", value, period=month) for month, value in months]
        assert actual_cell(planned, facts, YEAR, Q2, "nearest").point == 30

    def test_what_is_said_of_longer_periods_is_not_due_before_they_end(self) -> None:
        """Nobody has said what a half-year holds by September, or a year by June."""
        first, second = YEAR.parts("half_year")
        halves = ((first, 40), (second, 60))
        states = [read(*halves, consolidation="sum", through=part).state for part in (Q1, Q2, Q3)]
        assert states == ["not_due", "given", "not_due"]
        assert read((None, 90), consolidation="sum", through=Q2).state == "not_due"
        assert read((None, NotReported()), consolidation="sum", through=Q2).state == "missing"
        assert read((None, 90), (Q1, 20), (Q2, 5), consolidation="sum", through=Q2).point == 25

    @pytest.mark.parametrize("through", [Q4, YEAR, Period.quarter(2026, 1)])
    def test_a_part_that_reaches_the_end_is_the_year(self, through: Period) -> None:
        """A part that reaches the end is the year, whose own number counts."""
        assert read(*self.QUARTERS, (None, 99), consolidation="sum", through=through).point == 99

    def test_before_the_year_nothing_is_due(self) -> None:
        """Before the year nothing is due."""
        assert read(*self.QUARTERS, consolidation="sum", through=Period.quarter(2024, 4)).state == "not_due"

    @pytest.mark.parametrize(
        ("fields", "reported", "why"),
        [
            ({"consolidation": "sum"}, QUARTERS[:3], "realizations are incomplete, missing: Quarter IV 2025"),
            ({}, QUARTERS, "realizations by period without a consolidation; state it on the indicator"),
            ({"consolidation": "pool"}, QUARTERS, "the realizations lack like components"),
            ({"consolidation": "sum"}, QUARTERS, None),
            ({"consolidation": "sum"}, (), None),
            ({"consolidation": "sum"}, ((None, 5),), None),
        ],
    )
    def test_periods_that_make_no_number_say_why(self, fields: Any, reported: Any, why: str | None) -> None:
        """Periods that make no number say why."""
        target = Target(Indicator("A", "A", polarity="maximize", **fields), 100)
        found = why_missing(target, [Realization("A", value, period=at) for at, value in reported], YEAR, None)
        assert (None if found is None else found.en) == why

    def test_that_nothing_was_reported_gives_way_to_a_number(self) -> None:
        """Of the same period; of another one it stands."""
        for order in permutations([(None, NotReported()), (None, 5)]):
            assert read(*order).point == 5
        both = [Realization("A", NotReported(), period=Q1), Realization("A", 5, period=Q2)]
        assert counting(both, YEAR) == both


class TestDomains:
    @pytest.mark.parametrize(
        ("fields", "span"),
        [
            ({}, Span(None, None)),
            ({"measure": "index"}, Span(None, None)),
            ({"measure": "flow"}, Span(0, None)),
            ({"measure": "stock"}, Span(0, None)),
            ({"scale": GRADES}, Span(0, 2)),
        ],
    )
    def test_a_measure_bounds_its_numbers(self, fields: Any, span: Any) -> None:
        """A measure bounds its numbers."""
        assert domain_of(Indicator("A", "A", polarity="maximize", **fields), None) == span

    def test_a_ratio_with_planned_components_is_a_part_of_a_whole(self) -> None:
        """A ratio with planned components is a part of a whole."""
        indicator = Indicator("A", "A", polarity="maximize", measure="ratio")
        assert domain_of(indicator, NodeFacts(("K", "A"), planned=Components(1, 2, per=1000))) == Span(0, 1000)
        assert domain_of(indicator, NodeFacts(("K", "A"))) == Span(None, None)

    @pytest.mark.parametrize(
        ("planned", "last", "span"),
        [
            ((2, 2), None, Span(0, 100)),
            ((3, 2), None, Span(0, None)),
            ((1, 2), (2, 2), Span(0, 100)),
            ((1, 2), (3, 2), Span(0, None)),
            ((-1, 2), None, Span(None, None)),
        ],
    )
    def test_a_ratio_that_was_beyond_its_whole_is_no_part_of_it(
        self, planned: tuple[int, int], last: tuple[int, int] | None, span: Span
    ) -> None:
        """A ratio that is planned or was beyond its whole is no part of it, and one below zero neither."""
        parts = [None if one is None else Components(*one, per=100) for one in (planned, last)]
        facts = NodeFacts(("K", "A"), planned=parts[0], last_parts=parts[1])
        assert domain_of(Indicator("A", "A", polarity="maximize", measure="ratio"), facts) == span


@pytest.mark.parametrize(
    ("polarity", "one", "other", "is_worse"),
    [
        ("maximize", Span(80, 84), Span(85, 90), True),
        ("maximize", Span(80, 85), Span(85, 90), False),
        ("minimize", Span(91, 95), Span(85, 90), True),
        ("minimize", Span(90, 95), Span(85, 90), False),
        ("minimize", Span(80, 84), Span(85, 90), False),
        ("stabilize", Span(80, 84), Span(85, 90), True),
        ("stabilize", Span(91, 95), Span(85, 90), True),
        ("stabilize", Span(80, 85), Span(85, 90), False),
    ],
)
def test_worse_means_every_number_is(polarity: str, one: Any, other: Any, is_worse: bool) -> None:
    """Worse means every number is."""
    assert worse(one, other, polarity) is is_worse


@pytest.mark.parametrize(
    ("how", "plan"),
    [
        ("sum", 100),
        ("average", 25),
        ("last_level", 30),
        ("last_progress", 30),
        ("minimum", 20),
        ("maximum", 30),
        ("pool", None),
    ],
)
def test_a_plan_is_consolidated_like_what_follows_it(how: str, plan: int | None) -> None:
    """A plan is consolidated like what follows it."""
    assert consolidated_plan([20, 25, 25, 30], how) == plan
    assert consolidated_plan([1, 2], "average") == Fraction(3, 2)


class TestThrough:
    """What is promised for a part of the year."""

    @staticmethod
    def promised(how: Any, *amounts: Any, decimals: int | None = None) -> Target:
        """A target with a trajectory by quarters, as far as there are amounts."""
        indicator = Indicator("A", "Layanan", polarity="maximize", consolidation=how, decimals=decimals)
        return Target(indicator, 40, trajectory=list(zip((Q1, Q2, Q3, Q4), amounts, strict=False)))

    @pytest.mark.parametrize(
        ("how", "through", "point"),
        [
            ("sum", Q1, 10),
            ("sum", Q3, 30),
            ("average", Q3, 10),
            ("last_level", Q2, 12),
            ("last_progress", Q2, 12),
            ("pool", Q2, 12),
            ("minimum", Q3, 8),
            ("maximum", Q1, 10),
        ],
    )
    def test_it_is_put_together_by_the_consolidation(self, how: Any, through: Period, point: int) -> None:
        """Of the periods up to the end of the part; a ratio is stated as it stands then."""
        cell = target_through(self.promised(how, 10, 12, 8, 10), (), through, "nearest")
        assert (cell.state, cell.point) == ("given", point)

    @pytest.mark.parametrize(
        ("how", "plan"), [("sum", {}), (None, {Q1: 20, Q2: 20}), ("sum", {Q3: 20}), ("sum", {Q1: 20})]
    )
    def test_without_a_target_that_ends_there_it_is_not_due(self, how: Any, plan: Any) -> None:
        """No trajectory, no consolidation, none yet, or none up to that day."""
        indicator = Indicator("A", "Layanan", polarity="maximize", consolidation=how)
        assert target_through(Target(indicator, 40, trajectory=plan), (), Q2, "nearest") == Cell("not_due")

    def test_a_period_that_did_not_apply_was_not_promised(self) -> None:
        """It leaves the sum; where none is left the target does not apply."""
        absent = [Realization("A", NotApplicable("Tutup"), period=part) for part in (Q1, Q2)]
        one = self.promised("sum", 10, 12, 8, 10)
        assert target_through(one, absent[:1], Q2, "nearest").point == 12
        assert target_through(one, absent, Q2, "nearest") == Cell("not_applicable")

    def test_declared_decimals_leave_it_open_by_half_a_unit(self) -> None:
        """As they do with the target of the year."""
        declared, exact = (
            target_through(self.promised("sum", 10, 12, decimals=at), (), Q2, "nearest") for at in (0, None)
        )
        assert (declared.span, exact.span) == (Span(Fraction(43, 2), Fraction(45, 2)), Span(22, 22))
