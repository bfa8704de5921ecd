"""Perbandingan antartahun: this year with the years before, with the medium-term target and a national standard."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, cast, get_args

from attrs import evolve, field, frozen

from sakip.base.display import Table
from sakip.base.form import Numbers, numbers_form
from sakip.base.kind import listed, of_kind
from sakip.base.number import Number
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang
from sakip.errors import InvalidValueError, shown
from sakip.model.agreement import Agreement
from sakip.model.realization import Realization
from sakip.model.scale import Level
from sakip.model.target import Range, Target
from sakip.scoring import yearly
from sakip.scoring.evaluating import evaluate
from sakip.scoring.evaluation import Evaluation
from sakip.scoring.policy import Policy
from sakip.scoring.tabulation import Cell
from sakip.scoring.trend import Benchmark, IndicatorTrend, benchmark, trend_from
from sakip.scoring.wording import scope_text

__all__ = ["Comparison", "Unmatched", "compare_years"]

Standard = Number | Range | Level | date
Yearly = Evaluation | tuple[Agreement, Iterable[Realization]]


@frozen
class Unmatched:
    """Tanpa pasangan: what could not be compared, and is not lost.

    Attributes:
        code: Code of the indicator.
        year: The fiscal year that it stands in; None for a medium-term target or a national standard.
        why: ``new`` for an indicator that no earlier year has, ``ended`` for the last year of one that later years
            lack, ``medium_term`` or ``national`` for a figure whose indicator the last year has not.
    """

    code: str
    year: int | None
    why: Literal["new", "ended", "medium_term", "national"]


@frozen
class Comparison:
    """Perbandingan antartahun: the indicators of the last year with their earlier figures. Made by `compare_years`.

    Attributes:
        evaluations: The years, from the first to the last.
        trends: One for each indicator of the last year, in its order.
        unmatched: What has no partner in any other year.
    """

    evaluations: tuple[Evaluation, ...] = field(repr=lambda years: repr([one.agreement.year for one in years]))
    trends: tuple[IndicatorTrend, ...] = field(repr=False)
    unmatched: tuple[Unmatched, ...]

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[IndicatorTrend]:
        return iter(self.trends)

    def __len__(self) -> int:
        return len(self.trends)

    def __getitem__(self, code: str) -> IndicatorTrend:
        """Cari indikator: the trend of an indicator by its code in the last year.

        Raises:
            UnknownCodeError: The last year has no such indicator.
        """
        return self.trends[self.evaluations[-1][code].position]

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Cell]]:
        """Baris perbandingan: one flat dict an indicator and year; see `sakip.scoring.YEAR_COLUMNS`.

        Args:
            numbers: ``decimal``, or ``text`` to write every Decimal and date as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        return yearly.rows(self, numbers_form(numbers, "Comparison.rows.numbers"))

    def table(self, lang: Lang = "id") -> Table:
        """Tabel perbandingan: one row an indicator, one column a year; breaks and what has no partner below."""
        return yearly.table(self, lang)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks perbandingan: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


def compare_years(
    years: Iterable[Yearly],
    *,
    policy: Policy | None = None,
    medium_term: Mapping[str, Standard] | None = None,
    national: Mapping[str, Standard] | None = None,
) -> Comparison:
    """Bandingkan antartahun: the last year with the years before it, its medium-term targets and national standards.

    An indicator is the same as the one of its code, or as the one that its lineage names (`Indicator.same_as`,
    `Indicator.replaces`). Where a definition, unit or polarity changed, the trend is marked as broken and nothing is
    subtracted across the break. What has no partner is listed.

    Args:
        years: Evaluations of different years, in any order, or pairs of an agreement and its realizations.
        policy: How pairs are judged; evaluations bring their own.
        medium_term: Target of the medium-term plan (RPJMD, Renstra) by code of the last year's indicators.
        national: National standard by code.

    Raises:
        InputError: A pair has blocking findings.
        InvalidValueError: No year, one year twice, evaluations of two policies or scopes, or pairs without a policy.

    Reference: PermenPANRB 53/2014, lampiran II, bab III (read): analyses 1 to 4 of the performance report.

    Examples:
        >>> from sakip import Realization
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> from attrs import evolve
        >>> last, this = evolve(example_agreement(), year=2024), example_agreement()
        >>> pairs = [(last, [Realization("PLAN-1", 1)]), (this, [Realization("PLAN-1", 2)])]
        >>> found = compare_years(pairs, policy=LKJIP, medium_term={"PLAN-1": 4})["PLAN-1"]
        >>> found.changes[-1].points, found.changes[-1].direction, found.medium_term.score.value
        (Fraction(1, 1), 'better', Decimal('50.00'))
    """
    example = "evaluate(agreement, realizations, policy=LKJIP)"
    given = [_evaluated(item, policy, at) for at, item in enumerate(listed(years, "compare_years.years", example))]
    _require_alike(given)
    evaluations = sorted(given, key=lambda one: one.agreement.period)
    last, earlier = evaluations[-1], evaluations[-2::-1]
    trends = [trend_from(result, earlier) for result in last]
    plans, standards = _promises(last, medium_term, "medium_term"), _promises(last, national, "national")
    return Comparison(
        tuple(evaluations),
        tuple(evolve(trend, medium_term=_held(trend, plans), national=_held(trend, standards)) for trend in trends),
        (
            *_unmatched(evaluations, trends),
            *_unheld(plans, "medium_term"),
            *_unheld(standards, "national"),
        ),
    )


def _evaluated(item: object, policy: Policy | None, place: int) -> Evaluation:
    if isinstance(item, Evaluation):
        return item
    if isinstance(item, tuple) and len(cast("tuple[object, ...]", item)) == 2 and policy is not None:
        agreement, realizations = cast("tuple[Agreement, Iterable[Realization]]", item)
        return evaluate(agreement, realizations, policy=policy)
    raise InvalidValueError(
        code="wrong-kind",
        path=f"compare_years.years[{place}]",
        value=item,
        problem=(
            "bukan hasil evaluate, atau pasangan perjanjian dan realisasinya tanpa policy",
            "not what evaluate gives, or a pair of an agreement and its realizations without a policy",
        ),
        way_out=(
            "Beri hasil evaluate, atau sebutkan policy, misalnya policy=LKJIP",
            "Give what evaluate gives, or name the policy, for example policy=LKJIP",
        ),
    )


def _require_alike(evaluations: list[Evaluation]) -> None:
    if not evaluations:
        raise InvalidValueError(
            code="no-years",
            path="compare_years.years",
            value=evaluations,
            problem=("tidak ada tahun untuk dibandingkan", "there is no year to compare"),
            way_out=("Beri sekurang-kurangnya satu evaluasi", "Give at least one evaluation"),
        )
    first, years = evaluations[0], dict[int, Evaluation]()
    for one in evaluations:
        if one.agreement.year in years:
            raise _unlike(years[one.agreement.year], one, ("dari tahun yang sama", "of the same year"))
        years[one.agreement.year] = one
        if _scale(one) != _scale(first):
            raise _unlike(first, one, ("tidak sebanding", "not alike"))


def _scale(one: Evaluation) -> object:
    kind, period = one.scope
    return one.policy_recorded, one.policy, kind, period.kind, period.number, period.starts


def _unlike(one: Evaluation, other: Evaluation, why: tuple[str, str]) -> InvalidValueError:
    names = [[_named(each, lang) for each in (one, other)] for lang in get_args(Lang)]
    return InvalidValueError(
        code="unlike-evaluations",
        path="compare_years.years",
        value=(one.agreement.code, other.agreement.code),
        problem=(f"{names[0][0]} dan {names[0][1]} {why[0]}", f"{names[1][0]} and {names[1][1]} are {why[1]}"),
        way_out=(
            "Beri satu evaluasi tiap tahun, dengan satu kebijakan dan lingkup yang sama",
            "Give one evaluation a year, by one policy and of the same scope",
        ),
    )


def _named(one: Evaluation, lang: Lang) -> str:
    id_, edition = one.policy_recorded
    return f"{shown(one.agreement.code)} ({shown(id_)} {shown(edition)}, {scope_text(*one.scope, lang)})"


def _promises(last: Evaluation, given: Mapping[str, Standard] | None, name: str) -> dict[str, Target | None]:
    """Each standard as a target of its indicator; None where the last year has no such indicator."""
    kind = cast("type[Mapping[str, Standard]]", Mapping)
    held = {} if given is None else of_kind(kind, given, f"compare_years.{name}", "{'IKU-1': 95}")
    return {code: _promise(last, code, value) for code, value in held.items()}


def _promise(last: Evaluation, code: str, value: Standard) -> Target | None:
    if code not in last:
        return None
    own = last[code].target
    return Target(own.indicator, value, baseline=own.baseline, worst_value=own.worst_value)


def _held(trend: IndicatorTrend, promises: Mapping[str, Target | None]) -> Benchmark | None:
    promise = promises.get(trend.code)
    return None if promise is None else benchmark(trend.figures[-1].result, promise)


def _unmatched(evaluations: list[Evaluation], trends: list[IndicatorTrend]) -> Iterator[Unmatched]:
    """What ended, year by year, then what is new in the last year."""
    used = {(figure.year, figure.result.code) for trend in trends for figure in trend.figures}
    ended: list[tuple[int, str]] = []
    for place in reversed(range(len(evaluations) - 1)):
        year = evaluations[place].agreement.year
        for result in evaluations[place]:
            if (year, result.code) not in used:
                ended.append((year, result.code))
                before = trend_from(result, evaluations[:place][::-1])
                used |= {(figure.year, figure.result.code) for figure in before.figures}
    yield from (Unmatched(code, year, "ended") for year, code in sorted(ended, key=lambda one: one[0]))
    if len(evaluations) > 1:
        last = evaluations[-1].agreement.year
        yield from (Unmatched(trend.code, last, "new") for trend in trends if len(trend.figures) == 1)


def _unheld(promises: Mapping[str, Target | None], why: Literal["medium_term", "national"]) -> Iterator[Unmatched]:
    yield from (Unmatched(code, None, why) for code, promise in promises.items() if promise is None)
