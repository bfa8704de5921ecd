"""Penjelasan: why a number is what it is, rendered from the recorded steps."""

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sakip.base.notation import format_number
from sakip.base.text import Lang, Text
from sakip.model.indicator import Level
from sakip.model.target import Range, Target
from sakip.scoring.aggregation import Root
from sakip.scoring.measurement import Facts, Measurement
from sakip.scoring.outcome import Quotient, Reason, Score
from sakip.scoring.policy import Policy
from sakip.scoring.stage import Stage
from sakip.scoring.step import Step
from sakip.scoring.totals import StageTrace
from sakip.scoring.transform import Round, Transform
from sakip.scoring.wording import exact_text, number_text, score_text, value_text

if TYPE_CHECKING:
    from sakip.scoring.evaluation import Evaluation, IndicatorEvaluation, ObjectiveEvaluation

__all__ = [
    "explain_evaluation",
    "explain_indicator",
    "indicator_steps",
    "recorded",
    "stage_steps",
]

_POLARITY = {
    "maximize": Text("makin tinggi makin baik", "higher is better"),
    "minimize": Text("makin rendah makin baik", "lower is better"),
    "stabilize": Text("makin dekat target makin baik", "closer to the target is better"),
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
    policy = result.evaluation.policy
    return (Step(_rule_words(result), Fraction(*trace[0])), *_transform_steps(policy.indicator, trace))


def stage_steps(policy: Policy, stage: Stage, trace: StageTrace | Reason, size: int) -> tuple[Step, ...]:
    """Langkah tingkat: the recorded values of an objective or of the total, each with what was done."""
    if isinstance(trace, Reason):
        return ()
    carry = {
        "exact": Text("dari angka tepat", "of the exact numbers"),
        "rounded": Text("dari angka bulat", "of the rounded numbers"),
    }[policy.carry]
    what = Text(
        f"{stage.aggregation.text('id')} {carry.id} ({size})",
        f"{stage.aggregation.text('en')} {carry.en} ({size})",
    )
    return (Step(what, _exact(trace[0])), *_transform_steps(stage.transforms, trace))


def _transform_steps(transforms: tuple[Transform, ...], trace: StageTrace) -> tuple[Step, ...]:
    return tuple(
        Step(
            Text(transform.text("id"), transform.text("en")),
            _exact(value),
            transform.digits if isinstance(transform, Round) else None,
        )
        for transform, value in zip(transforms, trace[1:], strict=True)
    )


def _exact(value: Quotient | Root) -> Fraction | Root:
    return value if isinstance(value, Root) else Fraction(*value)


def _rule_words(result: "IndicatorEvaluation") -> Text:
    target, policy, fact = result.target, result.evaluation.policy, result.fact
    if isinstance(fact, Reason):
        return Text(f"belum dilaporkan, aturan {policy.not_reported}", f"not reported, rule {policy.not_reported}")
    if not isinstance(fact, tuple):
        table = policy.ordinal if isinstance(fact, Level) else policy.deadline
        name = table.id if table is not None else "-"
        return Text(f"tabel keputusan {name}", f"decision table {name}")
    if _is_zero_ruled(policy, target, fact):
        return Text(f"aturan target nol {policy.zero_target}", f"zero-target rule {policy.zero_target}")
    if _is_at_ceiling(result):
        return Text(
            "target sudah yang terbaik yang dapat dicapai, dan tercapai", "the target is the best attainable, and met"
        )
    kind = "range" if isinstance(target.value, Range) else "number"
    rule, _ = policy.slot(target.indicator.polarity, kind)
    assert rule is not None
    return Text(_with_numbers(rule, fact, "id"), _with_numbers(rule, fact, "en"))


def _with_numbers(rule: Any, facts: Facts, lang: Lang) -> str:
    numbers = Measurement.of(facts).numbers()
    plain = rule.text(lang)
    filled = rule.text(lang, numbers)
    return plain if plain == filled else f"{plain} = {filled}"


def _is_zero_ruled(policy: Policy, target: Target, facts: Facts) -> bool:
    rule, _ = policy.slot(target.indicator.polarity, "range" if isinstance(target.value, Range) else "number")
    return facts[1] == 0 and rule is not None and isinstance(rule.quotient(facts), Reason)


def _is_at_ceiling(result: "IndicatorEvaluation") -> bool:
    ceiling, trace, fact = result.evaluation.policy.at_ceiling, result.trace, result.fact
    if ceiling is None or isinstance(trace, Reason) or not isinstance(fact, tuple):
        return False
    return fact[1] is not None and fact[1] == fact[4] and Fraction(*trace[0]) == Fraction(ceiling)


def recorded(evaluation: "Evaluation") -> dict[str, Any]:
    """Langkah tercatat: every recorded step as plain data, for the digest."""
    return {
        "indicators": {one.code: [_fact_data(one.fact), _trace_data(one.trace)] for one in evaluation},
        "objectives": sorted(
            (
                [sorted(one.code for one in objective.indicators), _trace_data(objective.trace)]
                for objective in evaluation.objectives
            ),
            key=str,
        ),
        "total": _trace_data(evaluation.total_recorded),
    }


def _fact_data(fact: object) -> Any:
    if isinstance(fact, tuple):
        return [None if count is None else str(count) for count in fact]
    if isinstance(fact, Reason):
        return _reason_data(fact)
    return fact.name if isinstance(fact, Level) else str(fact)


def _reason_data(reason: Reason) -> dict[str, Any]:
    return {
        "reason": reason.code,
        "arguments": [[name, value.id if isinstance(value, Text) else str(value)] for name, value in reason.arguments],
    }


def _trace_data(trace: StageTrace | Reason) -> Any:
    if isinstance(trace, Reason):
        return _reason_data(trace)
    return [_number_data(value) for value in trace]


_LONGEST_BITS = 4096


def _number_data(value: Quotient | Root) -> str:
    # Long numbers are written in base 16: Python refuses to write the longest ones in base 10.
    if isinstance(value, Root):
        return f"root {value.degree} of 0x{value.numerator:x}/0x{value.denominator:x}"
    exact = Fraction(*value)
    if max(exact.numerator.bit_length(), exact.denominator.bit_length()) <= _LONGEST_BITS:
        return str(exact)
    return f"{'-' if exact < 0 else ''}0x{abs(exact.numerator):x}/0x{exact.denominator:x}"


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
    arguments = {
        "target": value_text(target.value, indicator.unit, lang),
        "realization": _realized_text(result, lang),
        "polarity": _POLARITY[indicator.polarity].render(lang),
    }
    lines = [heading, f"  {promise.render(lang, arguments)}"]
    consolidated = _consolidated_text(result, lang)
    if consolidated:
        lines.append(f"  {consolidated}")
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


def _consolidated_text(result: "IndicatorEvaluation", lang: Lang) -> str:
    fact, target = result.fact, result.target
    evaluation = result.evaluation
    scoped = evaluation.period or evaluation.through
    if not isinstance(fact, tuple) or (scoped is None and not any(one.period for one in result.realizations)):
        return ""
    measurement = Measurement.of(fact)
    words = Text(
        "Yang dinilai ({scope}, konsolidasi {how}): realisasi {realization}, target {target}",
        "Judged ({scope}, consolidation {how}): realization {realization}, target {target}",
    )
    asked = measurement.target if measurement.target is not None else target.value
    return words.render(
        lang,
        {
            "scope": (scoped or evaluation.agreement.period).label(lang),
            "how": target.indicator.consolidation or "-",
            "realization": exact_text(measurement.realization, lang),
            "target": exact_text(asked, lang) if isinstance(asked, Fraction) else value_text(asked, None, lang),
        },
    )


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
                "period": agreement.period.label(lang),
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
