"""Penjelasan: why a number is what it is, rendered from the recorded steps."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, get_args

from attrs import evolve

from sakip.base.notation import format_date, format_number
from sakip.base.text import Argument, Lang, Text, both
from sakip.model.period import Period
from sakip.model.realization import NotReported
from sakip.model.scale import Level
from sakip.model.target import Target
from sakip.model.vocabulary import polarity_text
from sakip.scoring.aggregation import RatioOfSums, Root
from sakip.scoring.consolidation import Fact
from sakip.scoring.formula import Formula
from sakip.scoring.grading import GradeScale
from sakip.scoring.judging import is_at_ceiling, rule_of
from sakip.scoring.lateness import Lateness
from sakip.scoring.measurement import Facts, Measurement
from sakip.scoring.outcome import Reason, Score
from sakip.scoring.policy import Policy
from sakip.scoring.rule import Rule
from sakip.scoring.settings import Carry, zero_target_text
from sakip.scoring.stage import Stage
from sakip.scoring.status import is_zero_ruled
from sakip.scoring.step import Step, values
from sakip.scoring.totals import StageTrace
from sakip.scoring.transform import Round, Transform
from sakip.scoring.wording import (
    completeness_text,
    exact_text,
    grade_note,
    grade_text,
    number_text,
    scope_text,
    score_text,
    told_text,
    value_text,
)

if TYPE_CHECKING:
    from sakip.scoring.evaluation import Evaluation
    from sakip.scoring.parts import IndicatorEvaluation, ObjectiveEvaluation

__all__ = [
    "explain_evaluation",
    "explain_indicator",
    "indicator_steps",
    "stage_steps",
]

_CARRIED = {
    "exact": Text("dari angka tepat", "of the exact numbers"),
    "rounded": Text("dari angka yang dibulatkan", "of the rounded numbers"),
}
_BY_THEN = Text("tepat waktu atau lebih awal", "on time or earlier")
_CONSOLIDATIONS = {
    "sum": Text("dijumlahkan", "summed"),
    "average": Text("dirata-ratakan", "averaged"),
    "last_level": Text("posisi terakhir", "the last position"),
    "last_progress": Text("angka kumulatif terakhir", "the last cumulative figure"),
    "minimum": Text("yang terendah", "the lowest"),
    "maximum": Text("yang tertinggi", "the highest"),
    "pool": Text("pembilang dan penyebut digabungkan", "numerators and denominators pooled"),
}
_AT_CEILING = Text(
    "target sudah yang terbaik yang dapat dicapai, dan tercapai", "the target is the best attainable, and met"
)
_OPEN = Text("…", "…")
_MEAN = Text("rata-rata capaian tiap periode", "the mean of the achievements of the periods")
_BY_PERIOD = {
    "minimum": Text("capaian periode dengan angka terendah", "the achievement of the period with the lowest figure"),
    "maximum": Text("capaian periode dengan angka tertinggi", "the achievement of the period with the highest figure"),
}


def indicator_steps(result: "IndicatorEvaluation") -> tuple[Step, ...]:
    """Langkah: the recorded values of one indicator, each with what was done."""
    trace = result.trace
    if isinstance(trace, Reason):
        return ()
    policy, numbers = result.evaluation.policy, values(trace)
    first, later = Step(_rule_words(result), numbers[0]), list[Step]()
    if policy.at_ceiling is not None:
        numbers, own = numbers[1:], numbers[0]
        rewarded = not result.period_scores and is_at_ceiling(policy, result.target, result.fact)
        if numbers[0] != own or rewarded:
            later.append(Step(_AT_CEILING, numbers[0]))
    later += _transform_steps(policy.indicator, numbers)
    if result.period_scores:
        later[:-1] = [evolve(step, what=Text.literal(*_in_each(step.what))) for step in later[:-1]]
    return (first, *later)


def _in_each(what: Text) -> tuple[str, str]:
    """The words of a step that was taken in each period before their mean."""
    return f"{what.render('id')}, tiap periode", f"{what.render('en')}, in each period"


def stage_steps(
    stage: Stage, trace: StageTrace | Reason, scored: Sequence[Fact | None], carry: Carry
) -> tuple[Step, ...]:
    """Langkah tingkat: the recorded values of an objective or of the total, each with what was done."""
    if isinstance(trace, Reason):
        return ()
    numbers = values(trace)
    what = both(lambda lang: _combined(stage, scored, carry, lang))
    return (Step(what, numbers[0]), *_transform_steps(stage.transforms, numbers))


def _combined(stage: Stage, scored: Sequence[Fact | None], carry: Carry, lang: Lang) -> str:
    """What was made into one number: so many scores, or the two sums of what was delivered and promised."""
    how = stage.aggregation.text(lang)
    if isinstance(stage.aggregation, RatioOfSums):
        known = [Measurement.of(fact) for fact in scored if isinstance(fact, tuple)]
        realized = sum((one.realization for one in known), Fraction(0))
        promised = sum((one.target or Fraction(0) for one in known), Fraction(0))
        return f"{how} = 100 × {exact_text(realized, lang)} ÷ {exact_text(promised, lang)}"
    return f"{how} {_CARRIED[carry].render(lang)} ({len(scored)})"


def _transform_steps(transforms: tuple[Transform, ...], numbers: Sequence[Fraction | Root]) -> tuple[Step, ...]:
    return tuple(
        Step(
            Text.literal(transform.text("id"), transform.text("en")),
            number,
            transform.digits if isinstance(transform, Round) else None,
        )
        for transform, number in zip(transforms, numbers[1:], strict=True)
    )


def _rule_words(result: "IndicatorEvaluation") -> Text:
    target, policy, fact = result.target, result.evaluation.policy, result.fact
    if result.period_scores:
        return _BY_PERIOD.get(target.indicator.consolidation or "", _MEAN)
    if isinstance(fact, Reason):
        return Text("belum dilaporkan, menurut aturan bernilai 0", "not reported, which scores 0 by rule")
    if isinstance(fact, Level) and isinstance(policy.ordinal, Formula):
        ranks = {symbol: Fraction(rank) for symbol, (_, rank) in zip("RT", _ranks(result, fact), strict=True)}
        return _with_numbers(policy.ordinal, ranks)
    if isinstance(fact, date) and isinstance(policy.deadline, Lateness):
        return _late_words(policy.deadline, fact, target)
    if not isinstance(fact, tuple):
        table = policy.ordinal if isinstance(fact, Level) else policy.deadline
        assert table is not None  # without one there is a reason and no step
        return Text.literal(f"tabel keputusan {table.id}", f"decision table {table.id}")
    if is_zero_ruled(policy, target, fact):
        words = zero_target_text(policy.zero_target)
        return Text.literal(f"aturan target nol: {words.render('id')}", f"zero-target rule: {words.render('en')}")
    return _with_numbers(rule_of(policy, target), Measurement.of(fact).numbers())


_DELAY = Text("{rule}: terlambat {days} hari", "{rule}: days of delay {days}")
_EARLY = Text("{rule}: {days} hari lebih awal", "{rule}: days before the deadline {days}")
_ON_TIME = Text("{rule}: tepat pada hari tenggat", "{rule}: on the day of the deadline")


def _late_words(rule: Lateness, done: date, target: Target) -> Text:
    assert isinstance(target.value, date)
    days = (done - target.value).days
    words = _ON_TIME if not days else _DELAY if days > 0 else _EARLY
    found = (words.render(lang, {"rule": rule.text(lang), "days": abs(days)}) for lang in get_args(Lang))
    return Text.literal(*found)


def _with_numbers(rule: Rule, numbers: dict[str, Fraction]) -> Text:
    return Text.literal(_filled(rule, numbers, "id"), _filled(rule, numbers, "en"))


def _filled(rule: Rule, numbers: dict[str, Fraction], lang: Lang) -> str:
    plain, filled = rule.text(lang), rule.text(lang, numbers)
    return plain if plain == filled else f"{plain} = {filled}"


def _ranks(result: "IndicatorEvaluation", reached: Level) -> tuple[tuple[str, int], tuple[str, int]]:
    """The names and ranks of the level reached and of the level promised."""
    scale, promised = result.target.indicator.scale, result.target.value
    assert scale is not None
    assert isinstance(promised, Level)
    return (reached.name, scale.rank(reached)), (promised.name, scale.rank(promised))


def explain_indicator(result: "IndicatorEvaluation", lang: Lang) -> str:
    """Penjelasan indikator: target, realization, rule, steps, grade and legal basis, one line each."""
    lines = _indicator_lines(result, lang)
    return "\n".join([*lines, *_policy_lines(result.evaluation.policy, result.evaluation.agreement.period, lang)])


def _indicator_lines(result: "IndicatorEvaluation", lang: Lang) -> list[str]:
    target, trace = result.target, result.trace
    indicator = target.indicator
    heading = indicator.name if indicator.name == indicator.code else f"{indicator.code}  {indicator.name}"
    promise = Text(
        "Target {target}; realisasi {realization} ({polarity})",
        "Target {target}; realization {realization} ({polarity})",
    )
    arguments: dict[str, Argument] = {
        "target": value_text(target.value, indicator.unit, lang),
        "realization": _realized_text(result, lang),
        "polarity": _BY_THEN if isinstance(target.value, date) else polarity_text(indicator.polarity),
    }
    lines = [heading, f"  {promise.render(lang, arguments)}"]
    told = (_judged_text(result, lang), _periods_text(result, lang), _ranks_text(result, lang))
    lines += [f"  {line}" for line in told if line]
    if isinstance(trace, Reason):
        words = Text("Tanpa nilai: {why} [{code}]", "No score: {why} [{code}]")
        return [*lines, f"  {words.render(lang, {'why': trace.text(lang), 'code': trace.code})}"]
    lines += [f"  {_step_line(step, lang)}" for step in result.steps]
    lines.append(f"  {_score_line(result.evaluation.policy.scale, result.score, result.grade, lang)}")
    return lines


def _realized_text(result: "IndicatorEvaluation", lang: Lang) -> str:
    unit = result.target.indicator.unit
    found = [
        f"{told_text(one.value, unit, lang)}{f' ({one.period.label(lang)})' if one.period else ''}"
        for one in sorted(
            result.realizations, key=lambda one: (one.period is not None, str(one.period and one.period.first_day))
        )
    ]
    return "; ".join(found) or told_text(NotReported(), unit, lang)


def _judged_text(result: "IndicatorEvaluation", lang: Lang) -> str:
    """The part of the year that was judged, and how its figure came about; empty where there is but the year's."""
    fact, (kind, period) = result.fact, result.evaluation.scope
    if kind == "year" and (isinstance(fact, Reason) or not any(one.period for one in result.realizations)):
        return ""
    scope = scope_text(kind, period, lang)
    if isinstance(fact, Reason):
        return Text("Yang dinilai: {scope}", "Judged: {scope}").render(lang, {"scope": scope})
    words = Text(
        "Yang dinilai ({scope}, {how}): realisasi {realization}, target {target}",
        "Judged ({scope}, {how}): realization {realization}, target {target}",
    )
    realized, asked = _judged_values(result, fact, lang)
    return words.render(lang, {"scope": scope, "how": _how(result), "realization": realized, "target": asked})


def _how(result: "IndicatorEvaluation") -> Text:
    """How one figure came of what was reported: read as it stands, or consolidated."""
    kind, period = result.evaluation.scope
    how = result.target.indicator.consolidation
    if kind == "period":
        return Text("angka periode itu sendiri", "the period's own figure")
    if how is None or (kind == "year" and any(one.period in {None, period} for one in result.realizations)):
        return Text("angka setahun", "the figure of the year")
    return _CONSOLIDATIONS[how]


def _judged_values(result: "IndicatorEvaluation", fact: Facts | Level | date, lang: Lang) -> tuple[str, str]:
    promised = value_text(result.target.value, None, lang)
    if not isinstance(fact, tuple):
        return value_text(fact, None, lang), promised
    measurement = Measurement.of(fact)
    asked = promised if measurement.target is None else exact_text(measurement.target, lang)
    return exact_text(measurement.realization, lang), asked


def _periods_text(result: "IndicatorEvaluation", lang: Lang) -> str:
    """The score of each period, where the policy scores them first."""
    found = [f"{period.label(lang)} {score_text(score, lang)}" for period, score in result.period_scores]
    if not found:
        return ""
    words = Text("Tiap periode dinilai lebih dahulu: {scores}", "Each period was scored first: {scores}")
    return words.render(lang, {"scores": "; ".join(found)})


def _ranks_text(result: "IndicatorEvaluation", lang: Lang) -> str:
    """Where the levels stand on their scale, for a formula that compares them."""
    fact, scale = result.fact, result.target.indicator.scale
    if scale is None or not isinstance(fact, Level) or isinstance(result.trace, Reason):
        return ""
    if not isinstance(result.evaluation.policy.ordinal, Formula):
        return ""
    words = Text("{name} = peringkat {rank} dari {all}", "{name} = rank {rank} of {all}")
    ranks = dict.fromkeys(_ranks(result, fact))
    return "; ".join(words.render(lang, {"name": name, "rank": rank, "all": len(scale.levels)}) for name, rank in ranks)


def _score_line(scale: GradeScale | None, score: Score, grade: str | None, lang: Lang) -> str:
    words = Text("Nilai: {score}", "Score: {score}").render(lang, {"score": score_text(score, lang)})
    label, note = grade_text(scale, score, grade, lang), grade_note(scale, score, grade, lang)
    return f"{words} — {label}{f' ({note})' if note else ''}" if label else words


def _policy_lines(policy: Policy, year: Period, lang: Lang) -> list[str]:
    words = Text("Kebijakan: {title} ({id}, edisi {edition})", "Policy: {title} ({id}, edition {edition})")
    arguments = {"title": policy.title.render(lang), "id": policy.id, "edition": policy.edition}
    if arguments["title"] == policy.id:
        words = Text("Kebijakan: {id}, edisi {edition}", "Policy: {id}, edition {edition}")
    lines = [
        words.render(lang, arguments),
        Text("Dasar: {basis}", "Basis: {basis}").render(lang, {"basis": policy.basis(lang)}),
        *_in_force_lines(policy, year, lang),
        Text("Pengaturan: {settings}", "Settings: {settings}").render(lang, {"settings": policy.settings(lang)}),
    ]
    if policy.scale is not None:
        lines.append(Text("Skala: {scale}", "Scale: {scale}").render(lang, {"scale": policy.scale.text(lang)}))
        if policy.scale.reference is not None:
            lines.append(
                Text("Dasar skala: {basis}", "Basis of the scale: {basis}").render(
                    lang, {"basis": policy.scale.reference.text(lang)}
                )
            )
    return [*lines, *(_reading_line(reading, lang) for reading in policy.readings)]


def _in_force_lines(policy: Policy, year: Period, lang: Lang) -> list[str]:
    """When the policy is in force, if it says so, and that the year lies outside of it altogether."""
    since, until = policy.in_force_from, policy.in_force_until
    if since is None and until is None:
        return []
    ends = [_OPEN if day is None else both(partial(format_date, day)) for day in (since, until)]
    words = Text("Berlaku: {since} sampai dengan {until}", "In force: {since} until {until}")
    line = words.render(lang, {"since": ends[0], "until": ends[1]})
    outside = (since is not None and since > year.last_day) or (until is not None and until < year.first_day)
    note = Text("; {year} di luar masa berlakunya", "; {year} is outside of it")
    return [line + note.render(lang, {"year": year.label(lang)}) if outside else line]


def _reading_line(reading: Text, lang: Lang) -> str:
    return Text("Pembacaan: {reading}", "Reading: {reading}").render(lang, {"reading": reading.render(lang)})


def _step_line(step: Step, lang: Lang) -> str:
    words = step.what.render(lang)
    return f"{words[:1].upper()}{words[1:]} = {number_text(step.value, lang, step.decimals)}"


def _stage_lines(part: "Evaluation | ObjectiveEvaluation", reason: Reason | None, lang: Lang) -> list[str]:
    if reason is not None:
        words = Text("Tanpa nilai: {why} [{code}]", "No score: {why} [{code}]")
        return [words.render(lang, {"why": reason.text(lang), "code": reason.code})]
    return [_step_line(step, lang) for step in part.steps]


def explain_evaluation(evaluation: "Evaluation", lang: Lang) -> str:
    """Penjelasan lengkap: the total, each objective, each indicator, and the policy with its readings."""
    policy = evaluation.policy
    agreement = evaluation.agreement
    completeness = completeness_text(evaluation.completeness, lang)
    lines = [
        Text("Perjanjian {code}, {period}: {position}", "Agreement {code}, {period}: {position}").render(
            lang,
            {
                "code": agreement.code,
                "period": scope_text(*evaluation.scope, lang),
                "position": agreement.first_party.position,
            },
        ),
        f"{_score_line(policy.scale, evaluation.score, evaluation.grade, lang)} ({completeness})",
        *_stage_lines(evaluation, evaluation.score.reason, lang),
    ]
    if evaluation.missing:
        share = format_number(evaluation.known_share * 100, decimals=2, lang=lang)
        codes = ", ".join(one.code for one in evaluation.missing)
        words = Text(
            "Diketahui {share} % dari bobot; tanpa nilai: {codes}",
            "Known: {share} % of the weight; without a score: {codes}",
        )
        lines.append(words.render(lang, {"share": share, "codes": codes}))
    for objective in evaluation.objectives:
        score = _score_line(policy.scale, objective.score, objective.grade, lang)
        lines += ["", objective.objective.name, f"  {score}"]
        lines += [f"  {line}" for line in _stage_lines(objective, objective.score.reason, lang)]
        for result in objective.indicators:
            weight = result.target.weight
            lines += ["", *(f"  {line}" for line in _indicator_lines(result, lang))]
            if weight is not None:
                lines.append(f"    {Text('Bobot: {w}', 'Weight: {w}').render(lang, {'w': weight})}")
    return "\n".join([*lines, "", *_policy_lines(policy, agreement.period, lang)])
