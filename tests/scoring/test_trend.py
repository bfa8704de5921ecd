from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import BPK_OPINIONS, Evaluation, Indicator, Level, NotReported, Range, Realization, Target, evaluate
from sakip.policies import LKJIP
from sakip.scoring.trend import CHANGE_REASONS, YearChange, benchmark, partner, trend_from
from tests.scoring.making import agreement, code_of


def year(number: int, *promises: tuple[Target, Any]) -> Evaluation:
    """The evaluation of one year, a realization beside each target."""
    given = [Realization(target.code, value) for target, value in promises]
    return evaluate(agreement([target for target, _ in promises], year=number), given, policy=LKJIP)


def indicator(code: str = "IKU-1", polarity: str = "maximize", **fields: Any) -> Indicator:
    """An indicator in percent."""
    return Indicator(code, f"Indikator {code}", **{"unit": "%", "polarity": polarity, **fields})


def changed(before: Any, after: Any, targets: tuple[Any, Any] = (100, 100), **fields: Any) -> YearChange:
    """What changed between two years of one indicator."""
    own = indicator(**fields)
    old, new = (year(2024 + at, (Target(own, targets[at]), value)) for at, value in enumerate((before, after)))
    return trend_from(new["IKU-1"], [old]).changes[-1]


@pytest.mark.parametrize(
    ("before", "after", "points", "percent"),
    [
        (80, 90, 10, Fraction(25, 2)),
        (90, 80, -10, Fraction(-100, 9)),
        (3, 4, 1, Fraction(100, 3)),
        (-4, -2, 2, 50),
        (-2, -4, -2, -100),
        (5, 5, 0, 0),
    ],
)
def test_change_is_exact(before: int, after: int, points: int, percent: Fraction) -> None:
    """Points are a difference, percent its share of the earlier figure's size; both are exact."""
    found = changed(before, after)
    assert (found.points, found.percent, found.since, found.reason) == (points, percent, 2024, None)
    assert found.score_points == points


def test_from_zero_there_is_no_percent() -> None:
    """From zero a change has points and a direction but no percentage."""
    found = changed(0, 5)
    assert (found.points, found.percent, found.direction, found.reason) == (5, None, "better", None)


@pytest.mark.parametrize(
    ("polarity", "directions"),
    [("maximize", ("better", "worse", "same")), ("minimize", ("worse", "better", "same"))],
)
def test_direction_follows_the_polarity(polarity: str, directions: tuple[str, str, str]) -> None:
    """More is better or worse by the polarity; an equal figure is neither."""
    found = tuple(changed(10, after, polarity=polarity).direction for after in (11, 9, 10))
    assert found == directions


@pytest.mark.parametrize(
    ("before", "after", "direction"), [(90, 105, "better"), (95, 110, "worse"), (95, 105, "same"), (100, 100, "same")]
)
def test_a_stabilized_figure_is_better_nearer_its_target(before: int, after: int, direction: str) -> None:
    """For `stabilize` the distance to the target decides, on either side."""
    assert changed(before, after, polarity="stabilize").direction == direction


@pytest.mark.parametrize(
    ("after", "direction"), [(85, "better"), (79, "better"), (92, "better"), (70, "same"), (69, "worse")]
)
def test_a_stabilized_range_is_better_nearer_its_bounds(after: int, direction: str) -> None:
    """From 70 outside 80 to 90, anything nearer the range is better."""
    assert changed(70, after, (Range(80, 90), Range(80, 90)), polarity="stabilize").direction == direction


@pytest.mark.parametrize(
    ("after", "direction"),
    [(95, "better"), (79, "better"), (85, "better"), (100, "same"), (70, "same"), (101, "worse")],
)
def test_above_a_stabilized_range_is_as_far_as_below_it(after: int, direction: str) -> None:
    """From 100 outside 80 to 90 it is the nearer bound that counts, on either side."""
    assert changed(100, after, (Range(80, 90), Range(80, 90)), polarity="stabilize").direction == direction


@pytest.mark.parametrize(
    ("before", "after", "direction"), [("WDP", "WTP", "better"), ("WTP", "WDP", "worse"), ("WTP", "WTP", "same")]
)
def test_levels_have_a_direction_but_no_points(before: str, after: str, direction: str) -> None:
    """Levels are compared by rank; there is nothing to subtract."""
    levels = (Level("WTP"), Level("WTP"))
    found = changed(Level(before), Level(after), levels, scale=BPK_OPINIONS)
    assert (found.points, found.direction, found.reason) == (None, direction, "no-number")


def test_levels_of_a_stabilized_scale_have_none() -> None:
    """Where neither up nor down is better, levels have no direction."""
    levels = (Level("WTP"), Level("WTP"))
    found = changed(Level("WDP"), Level("WTP"), levels, scale=BPK_OPINIONS, polarity="stabilize")
    assert found.direction is None


def test_an_unknown_figure_gives_no_change() -> None:
    """A year without a figure is no zero."""
    for pair in ((NotReported(), 5), (5, NotReported())):
        found = changed(*pair)
        assert (found.points, found.direction, found.reason) == (None, None, "not-known")


OLD = indicator("IKU-1", formula="a / b")


@pytest.mark.parametrize(
    ("new", "link", "trend"),
    [
        (OLD, "code", "kept"),
        (indicator("IKU-1", formula="a / c"), "code", "broken"),
        (indicator("IKU-1", unit="orang", formula="a / b"), "code", "broken"),
        (indicator("IKU-1", "minimize", formula="a / b"), "code", "broken"),
        (indicator("IKU-9", formula="a / c", same_as="IKU-1"), "same_as", "kept"),
        (indicator("IKU-9", formula="a / b", replaces="IKU-1"), "replaces", "broken"),
        (indicator("IKU-1", formula="a / b", replaces="IKU-1"), "replaces", "broken"),
        (indicator("IKU-1", formula="a / c", same_as="IKU-1"), "same_as", "kept"),
        (indicator("IKU-1", formula="a / b", same_as="IKU-0"), "code", "kept"),
    ],
    ids=[
        "same",
        "formula",
        "unit",
        "polarity",
        "same as",
        "replaces",
        "replaces itself",
        "same as itself",
        "lineage of another",
    ],
)
def test_breaks_are_marked_and_never_bridged(new: Indicator, link: str, trend: str) -> None:
    """An indicator is found by its lineage or its code; across a break nothing is subtracted."""
    last = year(2025, (Target(new, 100), 90))
    found = trend_from(last[new.code], [year(2024, (Target(OLD, 100), 80))])
    assert (found.figures[-1].link, found.figures[-1].trend) == (link, trend)
    change = found.changes[-1]
    assert change.reason == (None if trend == "kept" else "trend-broken")
    assert (change.points is None) == (change.score_points is None) == (change.direction is None) == (trend == "broken")


def test_a_stated_lineage_goes_before_an_equal_code() -> None:
    """Where codes were dealt anew, the lineage says which is which; what both years state alike is older than both."""
    before = year(2023, (Target(indicator("IKU-1"), 100), 1), (Target(indicator("IKU-2"), 100), 2))
    middle = year(
        2024,
        (Target(indicator("IKU-1"), 100), 9),
        (Target(indicator("IKU-2", same_as="IKU-1"), 100), 10),
        (Target(indicator("IKU-3", same_as="IKU-2"), 100), 20),
    )
    after = year(2025, *((one.target, 5) for one in middle))
    for code, figures in (("IKU-2", [1, 10, 5]), ("IKU-3", [2, 20, 5])):
        assert [one.figure for one in trend_from(after[code], [middle, before]).figures] == figures


def test_a_year_without_it_is_stepped_over() -> None:
    """An indicator measured every second year is compared with the year that has it, which is named."""
    one, other = (Target(indicator(code), 100) for code in ("IKU-1", "IKU-2"))
    years = [year(2024, (other, 1)), year(2023, (one, 70))]
    found = trend_from(year(2025, (one, 80))["IKU-1"], years)
    assert [figure.year for figure in found.figures] == [2023, 2025]
    assert found.changes[-1].since == 2023
    assert partner(indicator("IKU-1"), years[0]) is None


def test_the_first_year_has_nothing_before_it() -> None:
    """Its change has a reason and no link."""
    found = trend_from(year(2025, (Target(OLD, 100), 80))["IKU-1"], [])
    assert [change.reason for change in found.changes] == ["first-year"]
    assert (found.figures[0].link, found.figures[0].trend, found.code) == (None, None, "IKU-1")


def test_reasons_are_listed() -> None:
    """Every reason has a text in both languages."""
    assert [code for code, _ in CHANGE_REASONS] == ["first-year", "trend-broken", "not-known", "no-number"]


@pytest.mark.parametrize(
    ("own", "value", "other", "gap", "score"),
    [
        (100, 90, 120, -30, 75),
        (100, 90, 90, 0, 100),
        (Range(80, 90), 60, 120, -60, 50),
        (100, 60, Range(80, 90), None, 75),
    ],
)
def test_benchmark(own: Any, value: int, other: Any, gap: int | None, score: int) -> None:
    """The figure is scored against the benchmark by the policy's rule; the gap is what is above or below it."""
    result = year(2025, (Target(OLD, own), value))["IKU-1"]
    found = benchmark(result, Target(OLD, other))
    assert (found.gap, found.score.value) == (gap, score)


def test_benchmarks_of_another_kind_have_a_reason() -> None:
    """A level against a number, and what was not reported, give no score but a reason."""
    opinion = indicator(scale=BPK_OPINIONS)
    number, level = Target(OLD, 5), Target(opinion, Level("WTP"))
    assert code_of(benchmark(year(2025, (number, 5))["IKU-1"], level).score) == "kind-mismatch"
    assert code_of(benchmark(year(2025, (level, Level("WTP")))["IKU-1"], number).score) == "kind-mismatch"
    assert code_of(benchmark(year(2025, (number, NotReported()))["IKU-1"], number).score) == "not-reported"
    assert benchmark(year(2025, (level, Level("WTP")))["IKU-1"], level).score.value == 100


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=6))
def test_changes_add_up(figures: list[int]) -> None:
    """The changes from year to year add up to that from the first year to the last."""
    own = Target(OLD, 100)
    years = [year(2000 + at, (own, figure)) for at, figure in enumerate(figures)]
    found = trend_from(years[-1]["IKU-1"], years[-2::-1])
    assert sum(change.points or 0 for change in found.changes) == figures[-1] - figures[0]
    assert [figure.figure for figure in found.figures] == figures


@pytest.mark.parametrize(
    ("units", "trends"),
    [
        (("%", None, "orang"), ("kept", "broken")),
        (("%", None, "persen"), ("kept", "kept")),
        ((None, "%", "orang"), ("kept", "broken")),
        (("%", "orang", None), ("broken", "kept")),
        (("%", None, None, "orang"), ("kept", "kept", "broken")),
    ],
)
def test_a_silent_year_bridges_no_break(units: tuple[str | None, ...], trends: tuple[str, ...]) -> None:
    """What was last said holds on through years that say nothing."""
    years = [year(2020 + at, (Target(indicator(unit=unit), 100), 80)) for at, unit in enumerate(units)]
    found = trend_from(years[-1]["IKU-1"], years[-2::-1])
    assert tuple(figure.trend for figure in found.figures[1:]) == trends


def test_after_a_break_nothing_is_carried_on() -> None:
    """What replaces an indicator inherits neither its unit nor its formula."""
    own = (indicator("A", formula="a"), indicator("B", replaces="A", unit=None), indicator("B", unit="orang"))
    years = [year(2020 + at, (Target(one, 100), 80)) for at, one in enumerate(own)]
    found = trend_from(years[-1]["B"], years[-2::-1])
    assert [figure.trend for figure in found.figures] == [None, "broken", "kept"]
