"""Penjelasan: why a number is what it is, rendered from the recorded steps."""

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.base.notation import format_number
from sakip.base.text import Argument, Lang, Text
from sakip.model.scale import Level
from sakip.scoring.aggregation import Root
from sakip.scoring.formula import Formula
from sakip.scoring.measurement import Facts, Measurement
from sakip.scoring.outcome import Reason, Score
from sakip.scoring.policy import Policy
from sakip.scoring.rule import Rule
from sakip.scoring.stage import Stage
from sakip.scoring.status import is_at_ceiling, is_zero_ruled, rule_of
from sakip.scoring.step import Step, values
from sakip.scoring.totals import StageTrace
from sakip.scoring.transform import Round, Transform
from sakip.scoring.wording import exact_text, number_text, scope_text, score_text, value_text

if TYPE_CHECKING:
    from sakip.scoring.evaluation import Evaluation
    from sakip.scoring.parts import IndicatorEvaluation, ObjectiveEvaluation

__all__ = [
    "explain_evaluation",
    "explain_indicator",
    "indicator_steps",
    "stage_steps",
]

_POLARITY = {
    "maximize": Text("makin tinggi makin baik", "higher is better"),
    "minimize": Text("makin rendah makin baik", "lower is better"),
    "stabilize": Text("makin dekat target makin baik", "closer to the target is better"),
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
_COMPLETENESS = {
    "final": Text("final", "final"),
    "provisional": Text("sementara", "provisional"),
    "withheld": Text("ditahan", "withheld"),
}


def indicator_steps(result: "IndicatorEvaluation") -> tuple[Step, ...]:
    """Langkah: the recorded values of one indicator, each with what was done."""
    trace = result.trace
    if isinstance(trace, Reason):
        return ()
    numbers = values(trace)
    return (Step(_rule_words(result), numbers[0]), *_transform_steps(result.evaluation.policy.indicator, numbers))


def stage_steps(policy: Policy, stage: Stage, trace: StageTrace | Reason, size: int) -> tuple[Step, ...]:
    """Langkah tingkat: the recorded values of an objective or of the total, each with what was done."""
    if isinstance(trace, Reason):
        return ()
    carry = {
        "exact": Text("dari angka tepat", "of the exact numbers"),
        "rounded": Text("dari angka yang dibulatkan", "of the rounded numbers"),
    }[policy.carry]
    what = Text.literal(
        f"{stage.aggregation.text('id')} {carry.id} ({size})",
        f"{stage.aggregation.text('en')} {carry.en} ({size})",
    )
    numbers = values(trace)
    return (Step(what, numbers[0]), *_transform_steps(stage.transforms, numbers))


def _transform_steps(transforms: tuple[Transform, ...], numbers: tuple[Fraction | Root, ...]) -> tuple[Step, ...]:
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
    if isinstance(fact, Reason):
        return Text(f"belum dilaporkan, aturan {policy.not_reported}", f"not reported, rule {policy.not_reported}")
    if isinstance(fact, Level) and isinstance(policy.ordinal, Formula):
        ranks = {symbol: Fraction(rank) for symbol, (_, rank) in zip("RT", _ranks(result, fact), strict=True)}
        return _with_numbers(policy.ordinal, ranks)
    if not isinstance(fact, tuple):
        table = policy.ordinal if isinstance(fact, Level) else policy.deadline
        name = table.id if table is not None else "-"
        return Text.literal(f"tabel keputusan {name}", f"decision table {name}")
    if is_zero_ruled(policy, target, fact):
        return Text(f"aturan target nol {policy.zero_target}", f"zero-target rule {policy.zero_target}")
    if is_at_ceiling(policy, target, fact):
        return Text(
            "target sudah yang terbaik yang dapat dicapai, dan tercapai", "the target is the best attainable, and met"
        )
    return _with_numbers(rule_of(policy, target), Measurement.of(fact).numbers())


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
    return "\n".join([*lines, *_policy_lines(result.evaluation.policy, lang)])


def _indicator_lines(result: "IndicatorEvaluation", lang: Lang) -> list[str]:
    target, trace = result.target, result.trace
    indicator = target.indicator
    heading = f"{indicator.code}  {indicator.name}"
    promise = Text(
        "Target {target}; realisasi {realization} ({polarity})",
        "Target {target}; realization {realization} ({polarity})",
    )
    arguments: dict[str, Argument] = {
        "target": value_text(target.value, indicator.unit, lang),
        "realization": _realized_text(result, lang),
        "polarity": _BY_THEN if isinstance(target.value, date) else _POLARITY[indicator.polarity],
    }
    lines = [heading, f"  {promise.render(lang, arguments)}"]
    lines += [f"  {line}" for line in (_judged_text(result, lang), _ranks_text(result, lang)) if line]
    if isinstance(trace, Reason):
        words = Text("Tanpa nilai: {why} [{code}]", "No score: {why} [{code}]")
        return [*lines, f"  {words.render(lang, {'why': trace.text(lang), 'code': trace.code})}"]
    lines += [f"  {_step_line(step, lang)}" for step in result.steps]
    lines.append(f"  {_score_line(result.score, result.grade, lang)}")
    return lines


def _realized_text(result: "IndicatorEvaluation", lang: Lang) -> str:
    unit = result.target.indicator.unit
    found = [
        f"{value_text(one.value, unit, lang)}{f' ({one.period.label(lang)})' if one.period else ''}"
        for one in sorted(
            result.realizations, key=lambda one: (one.period is not None, str(one.period and one.period.first_day))
        )
    ]
    return "; ".join(found) or Text("belum dilaporkan", "not reported").render(lang)


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


def _score_line(score: Score, grade: str | None, lang: Lang) -> str:
    words = Text("Nilai: {score}", "Score: {score}").render(lang, {"score": score_text(score, lang)})
    return f"{words} — {grade}" if grade else words


def _policy_lines(policy: Policy, lang: Lang) -> list[str]:
    words = Text("Kebijakan: {title} ({id}, edisi {edition})", "Policy: {title} ({id}, edition {edition})")
    arguments = {"title": policy.title.render(lang), "id": policy.id, "edition": policy.edition}
    lines = [
        words.render(lang, arguments),
        Text("Dasar: {basis}", "Basis: {basis}").render(lang, {"basis": policy.basis(lang)}),
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
    completeness = _COMPLETENESS[evaluation.completeness].render(lang)
    lines = [
        Text("Perjanjian {code}, {period}: {position}", "Agreement {code}, {period}: {position}").render(
            lang,
            {
                "code": agreement.code,
                "period": scope_text(*evaluation.scope, lang),
                "position": agreement.first_party.position,
            },
        ),
        f"{_score_line(evaluation.score, evaluation.grade, lang)} ({completeness})",
        *_stage_lines(evaluation, evaluation.score.reason, lang),
    ]
    if evaluation.missing:
        share = format_number(evaluation.known_share * 100, decimals=2, lang=lang)
        codes = ", ".join(one.code for one in evaluation.missing)
        words = Text(
            "Diketahui {share} % dari bobot; belum bernilai: {codes}",
            "Known: {share} % of the weight; without a score: {codes}",
        )
        lines.append(words.render(lang, {"share": share, "codes": codes}))
    for objective in evaluation.objectives:
        lines += ["", objective.objective.name, f"  {_score_line(objective.score, objective.grade, lang)}"]
        lines += [f"  {line}" for line in _stage_lines(objective, objective.score.reason, lang)]
        for result in objective.indicators:
            weight = result.target.weight
            lines += ["", *(f"  {line}" for line in _indicator_lines(result, lang))]
            if weight is not None:
                lines.append(f"    {Text('Bobot: {w}', 'Weight: {w}').render(lang, {'w': weight})}")
    return "\n".join([*lines, "", *_policy_lines(policy, lang)])
