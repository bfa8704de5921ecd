"""Kemajuan: how a year came along, period by period, each for itself and the year so far."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.display import Column, Table
from sakip.base.display.chart import Lines, Series
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import none_or, of_kind, tuple_of
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Argument, Lang, Text
from sakip.errors import InvalidValueError
from sakip.model.agreement import Agreement
from sakip.model.period import Period, PeriodKind
from sakip.model.realization import Realization
from sakip.scoring.evaluating import evaluate
from sakip.scoring.evaluation import Evaluation
from sakip.scoring.outcome import Reason
from sakip.scoring.parts import IndicatorEvaluation
from sakip.scoring.picture import short_label
from sakip.scoring.policy import Policy
from sakip.scoring.projection import Projection, ProjectionRule, projected
from sakip.scoring.tabulation import Cell, amounts_text, reason_lines
from sakip.scoring.wording import completeness_text, number_text, score_text

__all__ = ["Progress", "ProgressStep", "progress"]


@frozen
class ProgressStep:
    """Langkah kemajuan: one period, judged by itself, and the year up to its end.

    Attributes:
        period: The period.
        own: What was delivered in the period against its own target.
        to_date: What was delivered up to the end of the period, by the consolidation of each indicator.
    """

    period: Period
    own: Evaluation
    to_date: Evaluation

    __reduce__ = reduce_by_fields


@frozen
class Progress:
    """Kemajuan kinerja: a year in its periods, in order. Made by `progress`.

    Nothing in it is projected but what stands under `projections`, and that is part of no score and no total.

    Attributes:
        steps: One for each period that is due.
        projections: Where each figure would end, if that was asked for.

    Examples:
        >>> from sakip import Agreement, Indicator, Objective, Party, Period, Realization, Target, progress
        >>> from sakip.policies import LKJIP
        >>> first, second = Period.half_year(2024, 1), Period.half_year(2024, 2)
        >>> visits = Indicator("IKU-1", "Kunjungan", unit="kali", polarity="maximize", consolidation="sum")
        >>> agreement = Agreement(
        ...     "PK-1",
        ...     year=2024,
        ...     first_party=Party("Kepala Dinas"),
        ...     objectives=[Objective("Layanan", [Target(visits, 100, trajectory={first: 40, second: 60})])],
        ... )
        >>> delivered = [Realization("IKU-1", 30, period=first), Realization("IKU-1", 75, period=second)]
        >>> found = progress(agreement, delivered, policy=LKJIP, kind="half_year")
        >>> [(step.own.score.value, step.to_date.score.value) for step in found]
        [(Decimal('75.00'), Decimal('75.00')), (Decimal('125.00'), Decimal('105.00'))]
    """

    steps: tuple[ProgressStep, ...] = field(repr=lambda steps: repr([step.period.code for step in steps]))
    projections: tuple[Projection, ...] = ()

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[ProgressStep]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Cell]]:
        """Baris kemajuan: one flat dict an indicator, period and scope; see `sakip.scoring.COLUMNS`.

        The column ``scope`` tells the score of a period (``period``) from that of the year so far (``through``, and
        ``year`` at its end).

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        return [row for step in self.steps for one in (step.own, step.to_date) for row in one.rows(numbers=numbers)]

    def totals(self, *, numbers: Numbers = "decimal") -> list[dict[str, Cell]]:
        """Nilai akhir tiap periode: one flat dict a period, with the total of the period and of the year so far.

        Its keys are ``period``, ``score``, ``grade``, ``completeness`` and ``reason``, and the same for the year so far
        with ``_to_date`` behind.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        form = numbers_form(numbers, "Progress.totals.numbers")
        found: list[dict[str, Cell]] = [
            {"period": step.period.code, **_total(step.own, ""), **_total(step.to_date, "_to_date")}
            for step in self.steps
        ]
        return in_form(found, form)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel kemajuan: the periods of each indicator, then those of the total; reasons and projections below."""
        first = self.steps[0].own
        names = [head.render(lang) for head in _HEADS]
        names += [f"{name}\n{_BY_NOW.render(lang)}" for name in names[2:]]
        heads = [Column(name, "left" if at < 2 else "right") for at, name in enumerate(names)]
        rows: list[tuple[str, ...]] = []
        for at, target in enumerate(first.agreement.targets):
            parts = [(step.period, _at(step.own, at), _at(step.to_date, at)) for step in self.steps]
            rows += [
                (target.code, short_label(period, lang), *_cells(own, lang), *_cells(to_date, lang))
                for period, own, to_date in parts
            ]
        total = _TOTAL.render(lang)
        rows += [
            (
                *(total, short_label(step.period, lang)),
                *("", "", score_text(step.own.score, lang)),
                *("", "", score_text(step.to_date.score, lang)),
            )
            for step in self.steps
        ]
        year = first.agreement.period.label(lang)
        title = f"{first.agreement.code} — {first.agreement.first_party.position}, {year}"
        basis = f"{first.policy.id} {first.policy.edition}: {first.policy.basis(lang)}"
        return Table(title, heads, rows, notes=[*self._reasons(lang), *self._projected(lang), basis])

    def _reasons(self, lang: Lang) -> Iterator[str]:
        """Why there is no score: each reason once, with the scopes and the indicators that lack one for it."""
        found: dict[str, list[str]] = {}
        for step in self.steps:
            period = short_label(step.period, lang)
            for where, evaluation in ((period, step.own), (_TO_DATE.render(lang, {"period": period}), step.to_date)):
                told = ((one.code, one.trace) for one in evaluation if isinstance(one.trace, Reason))
                lines = reason_lines(told, lang)
                if evaluation.completeness == "provisional":
                    lines.append(f"{_TOTAL.render(lang)}: {completeness_text(evaluation.completeness, lang)}")
                for line in lines:
                    found.setdefault(line, []).append(where)
        for line, scopes in found.items():
            yield f"{', '.join(scopes)} — {line}"

    def _projected(self, lang: Lang) -> Iterator[str]:
        for one in self.projections:
            figure = number_text(one.realization, lang)
            arguments: dict[str, Argument] = {
                "code": one.code,
                "how": one.how,
                "figure": figure,
                "score": score_text(one.score, lang),
            }
            yield _PROJECTED.render(lang, arguments)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks kemajuan: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def picture(self, lang: Lang = "id") -> Lines:
        """Gambar kemajuan: the totals of the periods and of the year so far, with ``svg()``, ``html()``, ``text()``."""
        agreement = self.steps[0].own.agreement
        names = [short_label(step.period, lang) for step in self.steps]
        series = [
            Series(words.render(lang), [_point(name, one, lang) for name, one in zip(names, judged, strict=True)])
            for words, judged in (
                (_EACH, [step.own for step in self.steps]),
                (_SO_FAR, [step.to_date for step in self.steps]),
            )
        ]
        return Lines(f"{agreement.code}, {agreement.period.label(lang)}", series, steps=names, lang=lang)

    def _repr_html_(self) -> str:
        return self.table().html()


_HEADS = (
    Text("Kode", "Code"),
    Text("Periode", "Period"),
    Text("Target", "Target"),
    Text("Realisasi", "Realization"),
    Text("Nilai", "Score"),
)
_BY_NOW = Text("s.d. ini", "to date")
_TOTAL = Text("TOTAL", "TOTAL")
_TO_DATE = Text("s.d. {period}", "through {period}")
_EACH = Text("Nilai periode itu", "Score of the period")
_SO_FAR = Text("Nilai sampai dengan periode itu", "Score of the year so far")
_PROJECTED = Text(
    "{code}: {how}: {figure}, nilai {score}; bukan fakta dan tidak masuk nilai akhir mana pun",
    "{code}: {how}: {figure}, score {score}; no fact, and in no total",
)


def _at(evaluation: Evaluation, position: int) -> IndicatorEvaluation:
    return IndicatorEvaluation(evaluation, position)


def _cells(one: IndicatorEvaluation, lang: Lang) -> tuple[str, str, str]:
    return *amounts_text(one, lang), score_text(one.score, lang)


def _point(name: str, judged: Evaluation, lang: Lang) -> tuple[str, Fraction | None, str]:
    score = judged.score
    if score.value is None:
        return name, None, score.reason.text(lang)
    return name, Fraction(score.value), score_text(score, lang)


def _total(judged: Evaluation, tail: str) -> dict[str, Cell]:
    score = judged.score
    return {
        f"score{tail}": score.value,
        f"grade{tail}": judged.grade,
        f"completeness{tail}": judged.completeness,
        f"reason{tail}": None if score.reason is None else score.reason.code,
    }


def progress(
    agreement: Agreement,
    realizations: Iterable[Realization] = (),
    *,
    policy: Policy,
    kind: PeriodKind = "quarter",
    through: Period | None = None,
    projection: ProjectionRule | None = None,
) -> Progress:
    """Kemajuan kinerja: the score of each period of a year, and of the year up to its end.

    Args:
        agreement: What was promised, with its trajectories.
        realizations: What was delivered, by period.
        policy: How it is judged.
        kind: ``quarter``, ``month``, ``four_month`` or ``half_year``.
        through: The last period that is due; without it every period of the year is, and what was not reported of them
            is missing.
        projection: ``linear`` to say where each figure would end at the pace so far; without it nothing is projected.

    Raises:
        InputError: The agreement and its data have blocking findings.
        InvalidValueError: An unknown kind or projection, or a period outside the year or before the first of them
            ends.

    Reference: Perpres 29/2014 (memory), on quarterly reports; KMK 127/2026 (secondary), on consolidated periods.

    Examples:
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> found = progress(example_agreement(), policy=LKJIP, through=Period.quarter(2025, 2))
        >>> [step.period.code for step in found]
        ['2025-Q1', '2025-Q2']
    """
    year = of_kind(Agreement, agreement, "progress.agreement", "Agreement('PK-1', ...)").period
    choose(
        projection,
        (None, *get_args(ProjectionRule)),
        "progress.projection",
        code="unknown-projection",
        problem=("cara proyeksi tidak dikenal", "unknown projection"),
    )
    last = none_or(Period, through, "progress.through", "Period.quarter(2025, 2)") or year
    periods = [period for period in year.parts(kind) if year.contains(last) and period.last_day <= last.last_day]
    if not periods:
        raise InvalidValueError(
            code="scope-outside-year",
            path="progress.through",
            value=last.code,
            problem=(
                f"tidak ada periode dalam {year.label('id')} yang berakhir sampai dengan periode ini",
                f"no period of {year.label('en')} has ended with this one",
            ),
            way_out=(f"Pilih periode dalam {year.label('id')}", f"Choose a period of {year.label('en')}"),
        )
    given = tuple_of(Realization, realizations, "progress.realizations", "Realization('IKU-1', 80)")
    steps = [
        ProgressStep(
            period,
            evaluate(agreement, given, policy=policy, period=period),
            evaluate(agreement, given, policy=policy, through=period),
        )
        for period in periods
    ]
    return Progress(tuple(steps), tuple(_projections(steps)) if projection else ())


def _projections(steps: list[ProgressStep]) -> Iterator[Projection]:
    """From the last known figure of each indicator; a year that is over leaves nothing to project."""
    for at in range(len(steps[0].own)):
        known = [step for step in steps if not isinstance(step.to_date.facts_recorded[at], Reason)]
        found = projected(_at(known[-1].to_date, at)) if known else None
        if found is not None:
            yield found
