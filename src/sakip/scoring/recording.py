"""Isi tercatat: an evaluation as plain data, for its digest."""

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sakip.base.canonical import canonical_form, canonical_text
from sakip.base.text import Text
from sakip.model.scale import Level
from sakip.scoring.aggregation import Root
from sakip.scoring.outcome import Reason
from sakip.scoring.step import values
from sakip.scoring.totals import StageTrace

if TYPE_CHECKING:
    from sakip.scoring.evaluation import Evaluation

__all__ = ["content"]


def content(evaluation: "Evaluation") -> dict[str, Any]:
    """Isi: inputs, policy, scope and recorded steps, the same in whatever order targets and realizations stand."""
    return {
        "agreement": _without_order(canonical_form(evaluation.agreement)),
        "realizations": sorted(
            (canonical_form(one) for one in evaluation.realizations),
            key=lambda form: (form["code"], str(form)),
        ),
        "policy": evaluation.policy.canonical(),
        "scope": [None if period is None else period.code for period in (evaluation.period, evaluation.through)],
        "steps": _recorded(evaluation),
    }


def _without_order(agreement: Any) -> Any:
    """An agreement's data with objectives, targets and budget sorted: a store need not keep the order of a document."""
    objectives = [
        {**one, "targets": sorted(one["targets"], key=lambda target: str(target["indicator"]["code"]))}
        for one in agreement["objectives"]
    ]
    budget = {"budget": sorted(agreement["budget"], key=canonical_text)} if "budget" in agreement else {}
    return {**agreement, "objectives": sorted(objectives, key=canonical_text), **budget}


def _recorded(evaluation: "Evaluation") -> dict[str, Any]:
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
    return [_number_data(value) for value in values(trace)]


_LONGEST_BITS = 4096


def _number_data(value: Fraction | Root) -> str:
    # Long numbers are written in base 16: Python refuses to write the longest ones in base 10.
    if isinstance(value, Root):
        power = Fraction(value.numerator, value.denominator)
        return f"root {value.degree} of 0x{power.numerator:x}/0x{power.denominator:x}"
    if max(value.numerator.bit_length(), value.denominator.bit_length()) <= _LONGEST_BITS:
        return str(value)
    return f"{'-' if value < 0 else ''}0x{abs(value.numerator):x}/0x{value.denominator:x}"
