from typing import Any

import pytest
from attrs import evolve

from sakip import Components, Level, NotReported, Period, Realization, Target
from sakip.cascade import Cascade
from tests.cascade.making import TOP, found, pk, report_on, target

QUARTERS = tuple(Period.quarter(2025, number) for number in (1, 2, 3, 4))


def plan(how: Any, whole: Any, *values: Any, periods: Any = QUARTERS, **fields: Any) -> Cascade:
    """One agreement whose target is planned period by period."""
    own = evolve(target("T", whole, consolidation=how, **fields), trajectory=dict(zip(periods, values, strict=False)))
    return Cascade([pk("PK-1", "KADIS", "II", "BUPATI", own)])


def report(how: Any, whole: Any, *values: Any, periods: Any = QUARTERS, **fields: Any) -> Cascade:
    """One agreement whose realizations are reported period by period, and for the year unless that is None."""
    made = [Realization("T", value, period=period) for period, value in zip(periods, values, strict=False)]
    made += [] if whole is None else [Realization("T", whole)]
    own = target("T", 100, consolidation=how, **fields)
    return Cascade([pk("PK-1", "KADIS", "II", "BUPATI", own)], realizations={TOP: made})


class TestTrajectory:
    @pytest.mark.parametrize(
        ("how", "whole", "values"),
        [
            ("sum", 100, (20, 30, 25, 25)),
            ("average", 25, (20, 30, 25, 25)),
            ("last_level", 25, (30, 20, 10, 25)),
            ("last_progress", 100, (20, 50, 50, 100)),
            ("minimum", 20, (20, 30, 25, 25)),
            ("maximum", 30, (20, 30, 25, 25)),
            ("pool", 80, (20, 30, 25, 25)),
            (None, 80, (20, 30, 25, 25)),
        ],
    )
    def test_periods_that_make_their_year_are_right(self, how: Any, whole: int, values: Any) -> None:
        """Periods that make their year are right."""
        assert found(plan(how, whole, *values), "CAS309") == []

    @pytest.mark.parametrize(("last", "count"), [(24, 1), (25, 0), (26, 1)])
    def test_one_more_or_less_is_not(self, last: int, count: int) -> None:
        """One more or less is not."""
        assert len(found(plan("sum", 100, 20, 30, 25, last), "CAS309")) == count

    def test_the_consolidation_that_fits_is_named(self) -> None:
        """The consolidation that fits is named."""
        (one,) = found(plan("last_level", 100, 25, 25, 25, 25), "CAS309")
        assert (one.subject, one.cell, one.severity) == ("KADIS/T", "target", "error")
        assert (one.data["reached"], one.data["target"], one.data["fits"]) == ("25", "100", "jumlah")
        assert "25; 25; 25; 25" in one.text()
        assert "what fits: sum" in one.text("en")

    def test_where_nothing_fits_nothing_is_named(self) -> None:
        """Where nothing fits nothing is named."""
        (one,) = found(plan("sum", 90, 20, 30, 25, 26), "CAS309")
        assert "fits" not in one.data

    def test_progress_does_not_go_back(self) -> None:
        """Progress does not go back."""
        (one,) = found(plan("last_progress", 100, 20, 60, 50, 100), "CAS309")
        assert "mundur" in one.text()
        assert found(plan("last_progress", 100, 20, 60, 60, 100), "CAS309") == []

    def test_what_should_become_less_goes_on_either_way_but_not_both(self) -> None:
        """What should become less goes on either way but not both."""

        def down(*values: int) -> Cascade:
            return plan("last_progress", values[-1], *values, polarity="minimize")

        assert found(down(10, 9, 9, 8), "CAS309") == []
        assert found(down(1, 2, 3, 4), "CAS309") == []
        assert len(found(down(10, 9, 11, 8), "CAS309")) == 1

    def test_a_fall_and_another_year_are_two_findings(self) -> None:
        """A fall and another year are two findings."""
        assert len(found(plan("last_progress", 90, 20, 60, 50, 100), "CAS309")) == 2

    def test_a_plan_that_does_not_reach_the_end_says_nothing(self) -> None:
        """A plan that does not reach the end says nothing."""
        assert found(plan("sum", 100, 20, 30, 25), "CAS309") == []
        mixed = (Period.half_year(2025, 1), Period.quarter(2025, 3), Period.quarter(2025, 4))
        assert found(plan("sum", 100, 20, 30, 25, periods=mixed), "CAS309") == []

    def test_a_plan_may_begin_late(self) -> None:
        """A plan may begin late."""
        assert found(plan("sum", 80, 30, 25, 25, periods=QUARTERS[1:]), "CAS309") == []
        assert len(found(plan("sum", 100, 30, 25, 25, periods=QUARTERS[1:]), "CAS309")) == 1

    def test_a_plan_of_another_year_says_nothing(self) -> None:
        """A plan of another year says nothing."""
        later = tuple(Period.quarter(2026, number) for number in (1, 2, 3, 4))
        assert found(plan("sum", 1, 20, 30, 25, 25, periods=later), "CAS309") == []

    def test_a_mean_is_rounded(self) -> None:
        """A mean is rounded."""
        assert found(plan("average", "33.3", 33, 33, 34, 33, decimals=1), "CAS309") == []


class TestRealizations:
    @pytest.mark.parametrize(
        ("how", "whole", "values"),
        [
            ("sum", 100, (20, 30, 25, 25)),
            ("average", 25, (20, 30, 25, 25)),
            ("last_level", 25, (30, 20, 10, 25)),
            ("last_progress", 100, (20, 50, 50, 100)),
            ("maximum", 30, (20, 30, 25, 25)),
            ("sum", None, (20, 30, 25, 25)),
            (None, 80, (20, 30, 25, 25)),
        ],
    )
    def test_periods_that_make_their_year_are_right(self, how: Any, whole: Any, values: Any) -> None:
        """Periods that make their year are right."""
        assert found(report(how, whole, *values), "CAS409") == []

    def test_percentages_are_pooled(self) -> None:
        """Percentages are pooled."""
        quarters = [Components(*one, per=100) for one in ((20, 25), (25, 30), (30, 35), (15, 25))]
        assert found(report("pool", "78.3", *quarters, unit="%", decimals=1), "CAS409") == []
        (one,) = found(report("pool", "77.3", *quarters, unit="%", decimals=1), "CAS409")
        assert (one.cell, one.data["actual"]) == ("actual", "77.3")
        assert one.data["reached"] == "1800/23"
        assert "≈ 78,26" in one.text()

    def test_the_consolidation_that_reproduces_the_number_is_named(self) -> None:
        """The consolidation that reproduces the number is named."""
        (added,) = found(report("average", 309, 80, 83, 86, 60, unit="%"), "CAS409")
        assert (added.data["reached"], added.data["fits"]) == ("77.25", "jumlah")
        quarters = [Components(*one, per=100) for one in ((20, 25), (30, 30), (30, 30), (15, 25))]
        pooled = Components(95, 110, per=100)
        (one,) = found(report("average", pooled, *quarters, unit="%"), "CAS409")
        assert one.data["fits"] == "jumlah pembilang per jumlah penyebut"

    def test_what_is_counted_up_does_not_go_back_even_without_a_year(self) -> None:
        """What is counted up does not go back even without a year."""
        (one,) = found(report("last_progress", None, 20, 60, 50), "CAS409")
        assert "20; 60; 50" in one.text()
        assert found(report("last_progress", None, 20, 60, 60), "CAS409") == []

    def test_periods_that_are_not_all_there_make_no_year(self) -> None:
        """Periods that are not all there make no year."""
        assert found(report("sum", 100, 20, 30, 25), "CAS409") == []
        assert found(report("sum", 100, 20, 30, 25, NotReported()), "CAS409") == []
        assert found(report("last_level", 100, 20, 30, 25), "CAS409") == []

    def test_the_last_period_alone_makes_a_level(self) -> None:
        """The last period alone makes a level."""
        assert found(report("last_level", 30, 30, periods=QUARTERS[3:]), "CAS409") == []
        assert len(found(report("last_level", 31, 30, periods=QUARTERS[3:]), "CAS409")) == 1

    def test_the_year_may_be_named_as_a_period(self) -> None:
        """The year may be named as a period."""
        made = report("sum", None, 20, 30, 25, 25)
        ((node, realizations),) = made.realizations
        year = Realization("T", 99, period=Period.year(2025))
        assert len(found(evolve(made, realizations={node: [*realizations, year]}), "CAS409")) == 1

    def test_rounded_periods_leave_room(self) -> None:
        """Rounded periods leave room."""
        thirds = ("33.3", "33.3", "33.3", "0.0")
        assert found(report("sum", "100.0", *thirds, decimals=1), "CAS409") == []
        assert len(found(report("sum", "100.2", *thirds, decimals=1), "CAS409")) == 1

    def test_levels_and_contradictions_are_left_alone(self) -> None:
        """Levels and contradictions are left alone."""
        assert found(report("last_level", Level("B"), *[Level("B")] * 4), "CAS409") == []
        made = report("sum", 100, 20, 30, 25, 25)
        ((node, realizations),) = made.realizations
        twice = evolve(made, realizations={node: [*realizations, Realization("T", 101)]})
        assert report_on(twice).ledger.verdict("CAS409", "KADIS/T") in {"skipped", "not_applicable"}

    def test_mixed_periods_make_no_year(self) -> None:
        """Mixed periods make no year."""
        mixed = (Period.half_year(2025, 1), Period.quarter(2025, 3), Period.quarter(2025, 4))
        assert found(report("sum", 90, 20, 30, 25, periods=mixed), "CAS409") == []


def test_a_plan_of_levels_has_no_numbers() -> None:
    """A target that is no number is planned for the year alone."""
    own: Target = target("T", Level("B"), consolidation="last_level")
    assert found(Cascade([pk("PK-1", "KADIS", "II", "BUPATI", own)]), "CAS309") == []


@pytest.mark.parametrize(
    ("cascade", "code", "indonesian", "english"),
    [
        (
            plan("sum", 90, 20, 30, 25, 26),
            "CAS309",
            "Target periode KADIS/T (20; 30; 25; 26) menurut jumlah menjadi 101 keluarga setahun, bukan 90 keluarga",
            "The periodic targets of KADIS/T (20; 30; 25; 26) by sum make 101 keluarga for the year, not 90 keluarga",
        ),
        (
            report("sum", 90, 20, 30, 25, 26),
            "CAS409",
            (
                "Realisasi periode KADIS/T (20; 30; 25; 26) menurut jumlah menjadi 101 keluarga setahun, sedangkan "
                "yang dilaporkan 90 keluarga"
            ),
            (
                "The periodic realizations of KADIS/T (20; 30; 25; 26) by sum make 101 keluarga for the year, and 90 "
                "keluarga is reported"
            ),
        ),
        (
            report("last_progress", None, 20, 30, 25, 26),
            "CAS409",
            "KADIS/T mencatat kemajuan kumulatif, tetapi angkanya mundur: 20; 30; 25; 26 keluarga",
            "KADIS/T keeps cumulative progress, but its numbers go back: 20; 30; 25; 26 keluarga",
        ),
    ],
)
def test_what_the_periods_do_not_make_is_told_whole(cascade: Cascade, code: str, indonesian: str, english: str) -> None:
    """The periods, how they are put together, and what that makes."""
    (one,) = found(cascade, code)
    assert (one.text(), one.text("en")) == (indonesian, english)
