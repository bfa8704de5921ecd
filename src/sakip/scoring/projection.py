"""Proyeksi: where a figure would end if the rest of the year went on as it has; never a part of any total."""

from fractions import Fraction
from typing import Literal

from attrs import evolve, frozen

from sakip.base.number import MICRO
from sakip.base.text import Argument, Text
from sakip.model.period import Period
from sakip.model.target import Target
from sakip.scoring.judging import judge
from sakip.scoring.measurement import Measurement, facts_of
from sakip.scoring.outcome import Score
from sakip.scoring.parts import IndicatorEvaluation
from sakip.scoring.totals import score_of

__all__ = ["Projection", "ProjectionRule", "projected"]

ProjectionRule = Literal["linear"]

_LINEAR = Text(
    "proyeksi linear: {figure} sampai dengan {period}, {months} dari 12 bulan, dilanjutkan dengan laju yang sama",
    "linear projection: {figure} through {period}, {months} of 12 months, carried on at the same pace",
)
_LEVEL = Text(
    "proyeksi: {figure} sampai dengan {period} dianggap tetap sampai akhir tahun",
    "projection: {figure} through {period} is taken to stay until the end of the year",
)
_GROWING = ("sum", "last_progress")


@frozen
class Projection:
    """Proyeksi: the figure and the score of the year if the rest of it goes on as it has. No fact, and in no total.

    Attributes:
        code: Code of the indicator.
        how: The rule in words, with its numbers.
        realization: The projected figure of the year, exact.
        score: What the policy would give for it against the target of the year.
    """

    code: str
    how: Text
    realization: Fraction
    score: Score


def projected(result: IndicatorEvaluation) -> Projection | None:
    """Proyeksi linear: from the figure of the year so far to its end; None where there is no number yet, or no rest.

    A figure that grows over the year (``sum``, ``last_progress``) goes on at the pace of the months so far, counted
    from the baseline where a cumulative figure has one; any other stays as it is.
    """
    fact, (kind, period), target = result.fact, result.evaluation.scope, result.target
    is_over = period.last_day == result.evaluation.agreement.period.last_day
    if kind != "through" or is_over or not isinstance(fact, tuple):
        return None
    months, figure = _months(_due(target, period)), Fraction(fact[0], fact[7])
    grows = target.indicator.consolidation in _GROWING
    start = Fraction(0)
    if target.indicator.consolidation == "last_progress" and target.baseline is not None:
        start = Fraction(target.baseline)
    end = start + (figure - start) * 12 / months if grows else figure
    words: dict[str, Argument] = {
        "figure": figure,
        "period": Text.literal(period.label("id"), period.label("en")),
        "months": months,
    }
    how = _LINEAR if grows else _LEVEL
    told = Text.literal(how.render("id", words), how.render("en", words))
    return Projection(target.code, told, end, _score(result, end))


def _due(target: Target, through: Period) -> Period:
    """The last period of the trajectory that was due."""
    due = [period for period in target.trajectory.periods if period.last_day <= through.last_day]
    return max(due, key=lambda period: period.last_day, default=through)


def _months(period: Period) -> int:
    year = period.of_year
    return (period.last_day.year - year.first_day.year) * 12 + period.last_day.month - year.first_day.month + 1


def _score(result: IndicatorEvaluation, figure: Fraction) -> Score:
    """What the policy would give for the figure against the target of the year."""
    policy, promised = result.evaluation.policy, result.target._number
    assert isinstance(result.fact, tuple)
    year = evolve(
        Measurement.of(result.fact),
        realization=figure,
        target=None if promised is None else Fraction(promised, MICRO),
    )
    return score_of(judge(policy, result.target, facts_of(year)), policy.indicator)
