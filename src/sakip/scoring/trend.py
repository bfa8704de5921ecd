"""Perkembangan: one indicator over several years, each year beside the one before, breaks marked and never bridged."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from attrs import evolve, field, frozen

from sakip.base.number import MICRO
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Text
from sakip.model import lineage
from sakip.model.indicator import Indicator
from sakip.model.lineage import Link, Trend, carried, trend_of
from sakip.model.scale import Level
from sakip.model.target import Range, Target
from sakip.scoring.consolidation import Fact
from sakip.scoring.evaluation import Evaluation
from sakip.scoring.judging import judge
from sakip.scoring.measurement import Measurement, facts_of
from sakip.scoring.outcome import Reason, Score
from sakip.scoring.parts import IndicatorEvaluation
from sakip.scoring.totals import score_of

__all__ = [
    "CHANGE_REASONS",
    "Benchmark",
    "Direction",
    "IndicatorTrend",
    "Link",
    "YearChange",
    "YearFigure",
    "benchmark",
    "partner",
    "trend_from",
]

Direction = Literal["better", "worse", "same"]

CHANGE_REASONS: tuple[tuple[str, Text], ...] = (
    ("first-year", Text("tidak ada tahun sebelumnya", "there is no earlier year")),
    (
        "trend-broken",
        Text("definisinya berubah, kecenderungan terputus", "its definition changed, the trend is broken"),
    ),
    ("not-known", Text("salah satu tahun tidak memiliki angka", "one of the years has no figure")),
    ("no-number", Text("tidak diukur dengan angka", "it is not measured in numbers")),
)
"""Alasan tanpa perubahan: why there is no difference between two years."""


@frozen(kw_only=True)
class YearChange:
    """Perubahan antartahun: what is different from the year before, exact.

    Attributes:
        since: The fiscal year that is compared with; None for the first.
        points: Difference of the figures, in the unit of the indicator.
        percent: The same as a share of the earlier figure's size; None where that is zero.
        score_points: Difference of the exact scores, in points; None where one of them does not exist.
        direction: ``better``, ``worse`` or ``same`` by the polarity; for ``stabilize`` by the distance to each year's
            own target. None where nothing can be compared.
        reason: One of `CHANGE_REASONS` where there are no points.
    """

    since: int | None
    points: Fraction | None = None
    percent: Fraction | None = None
    score_points: Fraction | None = None
    direction: Direction | None = None
    reason: str | None = None


@frozen
class YearFigure:
    """Angka setahun: one indicator in one year, and what tied it to the year before.

    Attributes:
        result: Its evaluation.
        link: By what it was found to be the same: ``code``, ``same_as`` or ``replaces``; None for the first year.
        trend: ``kept`` where the earlier figure can be compared with this one, else ``broken``; None for the first.
    """

    result: IndicatorEvaluation
    link: Link | None = None
    trend: Trend | None = None

    __reduce__ = reduce_by_fields

    @property
    def year(self) -> int:
        """Tahun anggaran: the fiscal year."""
        return self.result.evaluation.agreement.year

    @property
    def figure(self) -> Fraction | None:
        """Angka: the exact figure that was judged, if it was a number."""
        return _figure(self.result.fact)


@frozen
class Benchmark:
    """Pembanding: another figure that the last year is held against.

    Attributes:
        value: The medium-term target or the national standard.
        gap: The figure without it, exact; None where one of them is no number.
        score: What the policy gives for the figure against it.
    """

    value: object
    gap: Fraction | None
    score: Score


@frozen
class IndicatorTrend:
    """Perkembangan indikator: its figures from the first year to the last.

    Attributes:
        figures: One a year, years without it left out.
        medium_term: The last year against the target of the medium-term plan (RPJMD, Renstra), if one was given.
        national: The last year against a national standard, if one was given.
    """

    figures: tuple[YearFigure, ...] = field(converter=tuple[YearFigure, ...])
    medium_term: Benchmark | None = None
    national: Benchmark | None = None

    __reduce__ = reduce_by_fields

    @property
    def code(self) -> str:
        """Kode indikator: its code in the last year."""
        return self.figures[-1].result.code

    @property
    def indicator(self) -> Indicator:
        """Indikator: as it is in the last year."""
        return self.figures[-1].result.target.indicator

    @property
    def changes(self) -> tuple[YearChange, ...]:
        """Perubahan: for each figure, what is different from the one before; the first has nothing before it."""
        first = YearChange(since=None, reason="first-year")
        pairs = zip(self.figures, self.figures[1:], strict=False)
        return (first, *(_change(before, after) for before, after in pairs))


def _figure(fact: Fact) -> Fraction | None:
    return Fraction(fact[0], fact[7]) if isinstance(fact, tuple) else None


def _change(before: YearFigure, after: YearFigure) -> YearChange:
    if after.trend == "broken":
        return YearChange(since=before.year, reason="trend-broken")
    facts = (before.result.fact, after.result.fact)
    if any(isinstance(fact, Reason) for fact in facts):
        return YearChange(since=before.year, reason="not-known")
    one, other = (score.exact for score in (before.result.score, after.result.score))
    scores = None if one is None or other is None else other - one
    earlier, later = (_figure(fact) for fact in facts)
    if earlier is None or later is None:
        direction = _by_rank(before.result, after.result)
        return YearChange(since=before.year, score_points=scores, direction=direction, reason="no-number")
    points = later - earlier
    return YearChange(
        since=before.year,
        points=points,
        percent=100 * points / abs(earlier) if earlier else None,
        score_points=scores,
        direction=_direction(_gain(before.result, after.result, points)),
    )


def _direction(gain: Fraction | int) -> Direction:
    return "same" if not gain else "better" if gain > 0 else "worse"


def _gain(before: IndicatorEvaluation, after: IndicatorEvaluation, points: Fraction) -> Fraction:
    """How much better the later figure is, whatever the polarity."""
    polarity = after.target.indicator.polarity
    if polarity == "stabilize":
        return _distance(before.fact) - _distance(after.fact)
    return points if polarity == "maximize" else -points


def _distance(fact: Fact) -> Fraction:
    """How far a figure lies from its target, or from the nearer bound of its range."""
    assert isinstance(fact, tuple)
    realized, target, _, _, _, low, high, unit = fact
    if target is not None:
        return Fraction(abs(realized - target), unit)
    outside = max(0, (low or 0) - realized, realized - (high or 0))
    return Fraction(outside, unit)


def _by_rank(before: IndicatorEvaluation, after: IndicatorEvaluation) -> Direction | None:
    """Of two levels on one scale the better one, where the polarity says which; None for anything else."""
    scale, polarity = after.target.indicator.scale, after.target.indicator.polarity
    if scale is None or scale != before.target.indicator.scale or polarity == "stabilize":
        return None
    ranks = [scale.rank(one.fact) for one in (before, after) if isinstance(one.fact, Level) and one.fact in scale]
    if len(ranks) < 2:
        return None
    return _direction(ranks[1] - ranks[0] if polarity == "maximize" else ranks[0] - ranks[1])


def partner(later: Indicator, earlier: Evaluation) -> tuple[IndicatorEvaluation, Link] | None:
    """Pasangan: the same indicator in an evaluation of an earlier year, and by what it was found."""
    found = lineage.partner(later, lambda code: earlier[code].target.indicator if code in earlier else None)
    return None if found is None else (earlier[found[0].code], found[1])


def trend_from(last: IndicatorEvaluation, earlier: Sequence[Evaluation]) -> IndicatorTrend:
    """Perkembangan sampai tahun terakhir: an indicator of the last year, back through the years from the newest."""
    linked: list[tuple[IndicatorEvaluation, Link]] = []
    first = last
    for evaluation in earlier:
        before = partner(first.target.indicator, evaluation)
        if before is not None:
            linked.append((first, before[1]))
            first = before[0]
    figures, known = [YearFigure(first)], first.target.indicator
    for result, link in reversed(linked):
        own = result.target.indicator
        trend = trend_of(known, own)
        figures.append(YearFigure(result, link, trend))
        known = own if trend == "broken" else carried(known, own)
    return IndicatorTrend(tuple(figures))


def benchmark(result: IndicatorEvaluation, promise: Target) -> Benchmark:
    """Pembandingan: the figure of a year against another target than its own."""
    fact, value = result.fact, promise.value
    judged: Fact
    if isinstance(fact, tuple):
        judged = _facts(Measurement.of(fact), promise)
    elif isinstance(fact, Reason) or type(fact) is type(value):
        judged = fact
    else:
        judged = Reason("kind-mismatch")
    policy = result.evaluation.policy
    trace = judged if isinstance(judged, Reason) else judge(policy, promise, judged)
    figure, number = _figure(fact), promise._number
    gap = None if figure is None or number is None else figure - Fraction(number, MICRO)
    return Benchmark(value, gap, score_of(trace, policy.indicator))


def _facts(measured: Measurement, promise: Target) -> Fact:
    value = promise.value
    if isinstance(value, Range):
        bounds = {"low": Fraction(value.low), "high": Fraction(value.high)}
        return facts_of(evolve(measured, target=None, ceiling=None, **bounds))
    if promise._number is None:
        return Reason("kind-mismatch")
    return facts_of(evolve(measured, target=Fraction(promise._number, MICRO), ceiling=None, low=None, high=None))
