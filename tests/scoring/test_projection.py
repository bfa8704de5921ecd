from fractions import Fraction
from typing import Any

import pytest

from sakip import Period, Range, Realization, evaluate
from sakip.policies import LKJIP
from sakip.scoring.projection import Projection, projected
from tests.scoring.making import agreement, target

QUARTERS = Period.year(2025).parts("quarter")


def from_quarters(how: str, *realized: int, through: Period | None = None, **fields: Any) -> Projection | None:
    """The projection of an indicator with ten more planned each quarter and these figures."""
    plan = {period: 10 * place for place, period in enumerate(QUARTERS, start=1)}
    promise = target(fields.pop("value", 100), consolidation=how, trajectory=fields.pop("trajectory", plan), **fields)
    given = [Realization("IKU-1", value, period=period) for period, value in zip(QUARTERS, realized, strict=False)]
    through = through or QUARTERS[len(realized) - 1]
    return projected(evaluate(agreement([promise]), given, policy=LKJIP, through=through)["IKU-1"])


@pytest.mark.parametrize(
    ("how", "figure"),
    [("sum", 60), ("last_progress", 40), ("average", 15), ("last_level", 20), ("minimum", 10), ("maximum", 20)],
)
def test_what_grows_goes_on_and_what_stands_stays(how: str, figure: int) -> None:
    """After half a year of 10 and 20, a sum and a cumulative figure double; any other figure stays."""
    found = from_quarters(how, 10, 20)
    assert found is not None
    assert (found.code, found.realization) == ("IKU-1", figure)
    assert found.score.value == figure


def test_a_baseline_is_where_progress_begins() -> None:
    """A cumulative figure grows from its baseline: from 60 to 70 in half a year is 80 at its end."""
    found = from_quarters("last_progress", 65, 70, baseline=60)
    assert found is not None
    assert found.realization == 80
    assert from_quarters("sum", 30, 40, baseline=60).realization == 140  # type: ignore[union-attr]


def test_the_projection_is_exact() -> None:
    """Three quarters of 70 are 93 and a third at the end of the year."""
    found = from_quarters("last_progress", 1, 2, 70)
    assert found is not None
    assert found.realization == Fraction(280, 3)


def test_it_says_how() -> None:
    """The words name the rule, the figure, the period and the months."""
    growing, standing = from_quarters("sum", 10, 20), from_quarters("average", 10, 20)
    assert growing is not None
    assert standing is not None
    assert "6 of 12 months" in growing.how.render("en")
    assert "proyeksi linear: 30 sampai dengan Triwulan II 2025" in growing.how.render("id")
    assert "tetap" in standing.how.render("id")


def test_months_end_with_the_last_planned_period() -> None:
    """A trajectory in half-years counts six months through the third quarter."""
    halves = dict(zip(Period.year(2025).parts("half_year"), (20, 40), strict=True))
    promise = target(40, consolidation="sum", trajectory=halves)
    given = [Realization("IKU-1", 15, period=Period.half_year(2025, 1))]
    found = projected(evaluate(agreement([promise]), given, policy=LKJIP, through=QUARTERS[2])["IKU-1"])
    assert found is not None
    assert found.realization == 30


def test_months_are_those_of_the_fiscal_year() -> None:
    """A fiscal year from April has had three months by the end of June."""
    first, *_ = Period.year(2025, starts=4).parts("quarter")
    promise = target(40, consolidation="sum", trajectory={first: 10})
    found = evaluate(
        agreement([promise], starts=4), [Realization("IKU-1", 10, period=first)], policy=LKJIP, through=first
    )
    projection = projected(found["IKU-1"])
    assert projection is not None
    assert projection.realization == 40


def test_nothing_is_projected_from_nothing() -> None:
    """No figure, a year that is over, a single period and a range give no projection."""
    assert from_quarters("sum", 10, through=QUARTERS[1]) is None
    assert from_quarters("sum", 10, 20, 30, 40) is None
    assert from_quarters("sum", 10, value=Range(1, 2), trajectory=()) is None
    promise = target(40, consolidation="sum", trajectory={QUARTERS[0]: 10})
    given = [Realization("IKU-1", 10, period=QUARTERS[0])]
    assert projected(evaluate(agreement([promise]), given, policy=LKJIP, period=QUARTERS[0])["IKU-1"]) is None
    assert projected(evaluate(agreement([promise]), [Realization("IKU-1", 1)], policy=LKJIP)["IKU-1"]) is None
