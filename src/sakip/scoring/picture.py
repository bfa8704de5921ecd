"""Gambar kinerja: the periods of one indicator against its trajectory, and the grades of many offices."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from sakip.base.display.chart import Heat, HeatCell, Lines, Series, tone_of
from sakip.base.kind import listed, of_kind
from sakip.base.notation import format_number
from sakip.base.number import MICRO
from sakip.base.text import Lang, Text, require_lang
from sakip.errors import InvalidValueError
from sakip.model.agreement import Agreement
from sakip.model.period import Period
from sakip.model.realization import NotReported, Realization
from sakip.model.scale import Level
from sakip.model.target import Range, Target
from sakip.scoring.consolidation import state_reason
from sakip.scoring.evaluating import NotEvaluated
from sakip.scoring.evaluation import Evaluation
from sakip.scoring.outcome import Score
from sakip.scoring.policy import Policy
from sakip.scoring.wording import scope_text, score_text, value_text

__all__ = ["grades_picture", "quarters_picture", "short_label"]

_Point = tuple[str, Fraction | None, str]

_TARGET = Text("Target", "Target")
_LOW = Text("Batas bawah", "Lower bound")
_HIGH = Text("Batas atas", "Upper bound")
_DONE = Text("Realisasi", "Realization")
_QUARTER = Text("TW {number}", "Q{number}")
_MONTH_LETTERS = 3
_DECIMALS = 2


def quarters_picture(evaluation: Evaluation, code: str, lang: Lang = "id") -> Lines:
    """Gambar triwulan: what one indicator delivered, period by period, against what was promised for each.

    A period without a number breaks the line and leaves a cross on the ground; the table behind the picture says why.
    A period after the part of the year that was judged is not expected yet. Where there is no trajectory the target
    of the year stands at the end.

    Args:
        evaluation: The evaluation that judged the indicator.
        code: Code of the indicator.
        lang: Language of the picture.

    Returns:
        A picture with ``svg()``, ``html()`` and ``text()``.

    Raises:
        UnknownCodeError: The agreement has no such indicator.
        InvalidValueError: No evaluation, or another language.

    Examples:
        >>> from sakip import Realization, evaluate
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> evaluation = evaluate(example_agreement(), [Realization("PLAN-1", 1)], policy=LKJIP)
        >>> [one.name for one in quarters_picture(evaluation, "PLAN-1").series]
        ['Target', 'Realisasi']
    """
    require_lang(lang)
    one = of_kind(Evaluation, evaluation, "quarters_picture.evaluation", "evaluate(agreement, policy=LKJIP)")[code]
    year, last = evaluation.agreement.period, evaluation.scope[1].last_day
    done = {realization.period or year: realization for realization in one.realizations}
    planned = set(one.target.trajectory.periods)
    periods = sorted({*planned, *done} or {year}, key=_order)
    reported = [
        _reported(period, done.get(period), lang)
        for period in periods
        # Where the year was reported as a whole, none of its parts is missing.
        if period in done or (period.last_day <= last and year not in done)
    ]
    indicator = one.target.indicator
    unit = f" ({indicator.unit})" if indicator.unit else ""
    series = [*_promised(one.target, periods, lang), Series(_DONE.render(lang), reported)]
    steps = [short_label(period, lang) for period in periods]
    return Lines(f"{indicator.name}{unit}, {year.label(lang)}", series, steps=steps, lang=lang)


def _order(period: Period) -> tuple[date, int]:
    """By the last day; the year after the parts that end with it."""
    return period.last_day, -period.first_day.toordinal()


def short_label(period: Period, lang: Lang) -> str:
    """Sebutan pendek: what a period is called within its year.

    Examples:
        >>> short_label(Period.quarter(2025, 2), "id"), short_label(Period.month(2025, 2), "en")
        ('TW II', 'Feb')
    """
    label = period.label(lang)
    if period.kind == "month":
        return label[:_MONTH_LETTERS]
    name = label.partition(f" {period.fiscal_year}")[0]
    if period.kind == "quarter":
        return _QUARTER.render(lang, {"number": name.rpartition(" ")[2] if lang == "id" else period.number})
    return name


def _promised(target: Target, periods: list[Period], lang: Lang) -> Iterator[Series]:
    if target.trajectory:
        points = [_numbered(period, Fraction(amount), lang) for period, amount in target.trajectory]
        yield Series(_TARGET.render(lang), points, dashed=True)
        return
    last, value = periods[-1], target.value
    if isinstance(value, Range):
        for name, bound in ((_LOW, value.low), (_HIGH, value.high)):
            yield Series(name.render(lang), [_numbered(last, Fraction(bound), lang)], dashed=True)
    elif isinstance(value, (Level, date)):
        yield Series(
            _TARGET.render(lang), [(short_label(last, lang), None, value_text(value, None, lang))], dashed=True
        )
    else:
        yield Series(_TARGET.render(lang), [_numbered(last, Fraction(value), lang)], dashed=True)


def _numbered(period: Period, value: Fraction, lang: Lang) -> _Point:
    decimals = None if MICRO % value.denominator == 0 else _DECIMALS
    return short_label(period, lang), value, format_number(value, decimals=decimals, lang=lang)


def _reported(period: Period, realization: Realization | None, lang: Lang) -> _Point:
    value = NotReported() if realization is None else realization.value
    if realization is not None and realization._scaled is not None:
        count, parts = realization._scaled
        return _numbered(period, Fraction(count, MICRO * parts), lang)
    if isinstance(value, (Level, date)):
        return short_label(period, lang), None, value_text(value, None, lang)
    return short_label(period, lang), None, state_reason(value).text(lang)


_GRADES = Text(
    "Predikat akhir dan menurut sasaran (S1, S2, …)",
    "Grades of the total and by objective (S1, S2, …)",
)
_TOTAL = Text("Akhir", "Total")
_NOBODY = "–"


def grades_picture(evaluations: Iterable[Evaluation | NotEvaluated], lang: Lang = "id") -> Heat:
    """Gambar predikat: offices by objectives, each cell with its grade, from the worst tone to the best.

    The rows stand in the order in which the evaluations are given, such as that of a ranking. Each office has its own
    objectives, so the columns count them: S1 is the first of each. Where a policy has no grades the scores stand in
    the cells, without a tone.

    Args:
        evaluations: What was evaluated; what was refused has a row without a grade.
        lang: Language of the picture.

    Returns:
        A picture with ``svg()``, ``html()`` and ``text()``.

    Raises:
        InvalidValueError: Something that is no evaluation, another language, or more than 60 columns or 2,000 rows.

    Examples:
        >>> from sakip import Realization, evaluate
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> evaluation = evaluate(example_agreement(), [Realization("PLAN-1", 1)], policy=LKJIP)
        >>> grades_picture([evaluation]).columns
        ('Akhir', 'S1')
    """
    require_lang(lang)
    items = listed(evaluations, "grades_picture.evaluations", "evaluate(agreement, policy=LKJIP)")
    judged = [_judged(item, place) for place, item in enumerate(items)]
    rows = list(zip(_labels(judged), (_cells(one, lang) for one in judged), strict=True))
    most = max((len(cells) for _, cells in rows), default=1)
    columns = [_TOTAL.render(lang), *(f"S{place}" for place in range(1, most))]
    scopes = list(dict.fromkeys(scope_text(*one.scope, lang) for one in judged if isinstance(one, Evaluation)))
    return Heat(", ".join([_GRADES.render(lang), *scopes]), columns, rows, lang=lang)


def _judged(value: object, place: int) -> Evaluation | NotEvaluated:
    if isinstance(value, (Evaluation, NotEvaluated)):
        return value
    raise InvalidValueError(
        code="wrong-kind",
        path=f"grades_picture.evaluations[{place}]",
        value=value,
        problem=("bukan Evaluation atau NotEvaluated", "neither an Evaluation nor a NotEvaluated"),
        way_out=("Berikan hasil evaluate atau evaluate_many", "Give what evaluate or evaluate_many returned"),
    )


def _labels(judged: list[Evaluation | NotEvaluated]) -> list[str]:
    """The office of each, or the position; with the code of the agreement where several are alike."""
    names = [_name(one.agreement) for one in judged]
    times = Counter(names)
    return [
        name if times[name] == 1 or one.agreement is None else f"{name} ({one.agreement.code})"
        for one, name in zip(judged, names, strict=True)
    ]


def _name(agreement: Agreement | None) -> str:
    return _NOBODY if agreement is None else agreement.first_party.office or agreement.first_party.position


def _cells(judged: Evaluation | NotEvaluated, lang: Lang) -> list[HeatCell]:
    if isinstance(judged, NotEvaluated):
        return [_cell(judged.score, None, None, "", lang)]
    total = _cell(judged.score, judged.grade, judged.policy, "", lang)
    objectives = (_cell(one.score, one.grade, judged.policy, one.objective.name, lang) for one in judged.objectives)
    return [total, *objectives]


def _cell(score: Score, grade: str | None, policy: Policy | None, name: str, lang: Lang) -> HeatCell:
    scale = None if policy is None else policy.scale
    printed = grade or score_text(score, lang)
    tone = None if scale is None or grade is None else tone_of(scale.labels.index(grade), len(scale.labels))
    number = score_text(score, lang) if score.reason is None else score.reason.text(lang)
    return HeatCell(printed, tone, f"{name}: {number}" if name else number)
