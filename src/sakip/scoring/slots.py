"""Tempat: what may stand in the slots of a policy, each with what it would contradict."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from sakip.base.kind import none_or, of_kind
from sakip.errors import InvalidValueError, LawError
from sakip.scoring.aggregation import Mean, RatioOfSums
from sakip.scoring.formula import Formula
from sakip.scoring.lateness import Lateness
from sakip.scoring.laws import LawSheet, require_laws
from sakip.scoring.lookup import Lookup
from sakip.scoring.rule import CheckedRule, Rule
from sakip.scoring.stage import Stage
from sakip.scoring.transform import Cap, Transform, least
from sakip.scoring.weights import Weights

__all__ = [
    "deadline",
    "maximize",
    "maximize_range",
    "minimize",
    "minimize_range",
    "objective",
    "ordinal",
    "require_cap",
    "require_ceiling",
    "require_least_zero",
    "require_weighed",
    "stabilize",
    "stabilize_range",
    "total",
]


_Given = Rule | LawSheet | None


def maximize(value: _Given) -> Rule | None:
    """Tempat maximize: the rule of targets of which more is better."""
    return _polarity_rule(value, "Policy.maximize")


def minimize(value: _Given) -> Rule | None:
    """Tempat minimize: the rule of targets of which less is better."""
    return _polarity_rule(value, "Policy.minimize")


def stabilize(value: _Given) -> Rule | None:
    """Tempat stabilize: the rule of targets that are best met exactly."""
    return _polarity_rule(value, "Policy.stabilize")


def maximize_range(value: _Given) -> Formula | None:
    """Tempat maximize_range: as `maximize`, for ranges."""
    return _range_rule(value, "Policy.maximize_range")


def minimize_range(value: _Given) -> Formula | None:
    """Tempat minimize_range: as `minimize`, for ranges."""
    return _range_rule(value, "Policy.minimize_range")


def stabilize_range(value: _Given) -> Formula | None:
    """Tempat stabilize_range: as `stabilize`, for ranges."""
    return _range_rule(value, "Policy.stabilize_range")


def _polarity_rule(value: _Given, path: str) -> Rule | None:
    """A formula, or a function with its sheet."""
    if isinstance(value, LawSheet):
        return value.rule
    if value is None or isinstance(value, (Formula, CheckedRule)):
        return value
    raise InvalidValueError(
        code="unchecked-rule",
        path=path,
        value=value,
        problem=("fungsi biasa harus diuji dahulu", "a plain function must be checked first"),
        way_out=("Tulis laws.check(aturan)", "Write laws.check(rule)"),
    )


def _range_rule(value: _Given, path: str) -> Formula | None:
    """A formula; a function was tried on single targets."""
    return none_or(Formula, _polarity_rule(value, path), path, "Formula(..., expression in LO and HI)")


def ordinal(value: Lookup | Formula | None) -> Lookup | Formula | None:
    """Aturan tingkat: a table on below, equal and above, or a formula on ranks.

    Raises:
        InvalidValueError: Another table.
        LawError: A level above the promised one is worth less, or all are worth the same, or a kept promise is
            without a number.
    """
    if isinstance(value, Formula):
        require_laws(value)
        return value
    return _table(value, ("below", "equal", "above"), "Policy.ordinal", "MET_OR_REASON")


def deadline(value: Lookup | Lateness | None) -> Lookup | Lateness | None:
    """Aturan tenggat: a table on late and on time, or a value by the days of delay.

    Raises:
        InvalidValueError: Another table.
        LawError: Late is worth as much as on time, or more, or on time is without a number.
    """
    if isinstance(value, Lateness):
        return value
    return _table(value, ("late", "on_time"), "Policy.deadline", "ON_TIME_OR_REASON")


def _table(value: object, worst_first: tuple[str, ...], path: str, example: str) -> Lookup | None:
    table = none_or(Lookup, value, path, example)
    if table is None:
        return None
    if len(table.inputs) == 1 and sorted(table.inputs[0]) == sorted(worst_first):
        _require_order(table, worst_first, path)
        return table
    raise InvalidValueError(
        code="lookup-inputs",
        path=path,
        value=table.inputs,
        problem=("tabel ini menjawab pertanyaan lain", "this table answers another question"),
        way_out=(f"Beri jawaban untuk {', '.join(worst_first)}", f"Give an answer for {', '.join(worst_first)}"),
    )


def _require_order(table: Lookup, worst_first: tuple[str, ...], path: str) -> None:
    worst, *kept = found = [(word, table.find(word)) for word in worst_first]
    # None is no number, not the lowest: only what falls short of the promise may be without one.
    numbered = all(answer is not None for _, answer in kept)
    known = [(word, answer) for word, answer in found if answer is not None]
    falls = next((pair for pair in pairwise(known) if pair[1][1] < pair[0][1]), None)
    still = worst[1] is not None and worst[1] == found[-1][1]
    if numbered and falls is None and not still:
        return
    raise LawError(
        code="law-direction",
        path=f"{path}[{table.id}]",
        problem=(
            "yang lebih baik bernilai lebih rendah, tidak bernilai, atau nilainya tidak bergerak",
            "better scores less or not at all, or the value never moves",
        ),
        way_out=(
            f"Beri nilai yang naik menurut urutan {', '.join(worst_first)}; hanya {worst[0]} boleh None",
            f"Give values that rise in the order {', '.join(worst_first)}; {worst[0]} alone may be None",
        ),
        law="direction",
        counterexample=tuple((word, str(answer)) for word, answer in (falls or known if numbered else found)),
    )


def require_cap(steps: Sequence[Transform]) -> None:
    """Syarat batas atas: a convention that gives the cap needs one among the steps.

    Raises:
        InvalidValueError: Steps without a `Cap`.
    """
    if not any(isinstance(step, Cap) for step in steps):
        raise InvalidValueError(
            code="cap-missing",
            path="Policy.zero_target",
            value="cap_if_positive",
            problem=("cap_if_positive memerlukan Cap", "cap_if_positive needs a Cap"),
            way_out=("Tambahkan Cap pada indicator", "Add a Cap to indicator"),
        )


def require_ceiling(value: Decimal | None, rules: Iterable[Rule | Lookup | None]) -> None:
    """Wajib tidak merugikan: a kept promise at the best attainable is worth no less than anywhere else.

    Raises:
        InvalidValueError: A value below that of a rule at its target, or of a table of levels at the level promised.

    Examples:
        >>> from sakip.policies import HIGHER_IS_BETTER, MET_OR_REASON
        >>> require_ceiling(Decimal(100), [HIGHER_IS_BETTER, MET_OR_REASON, None])
    """
    if value is None:
        return
    kept = [(rule.id, _at_target(rule)) for rule in rules if rule is not None]
    for rule_id, number in kept:
        if value < number:
            raise InvalidValueError(
                code="ceiling-below-target",
                path="Policy.at_ceiling",
                value=value,
                problem=(
                    f"janji yang dipenuhi bernilai lebih rendah daripada nilai {rule_id} pada target, {number}",
                    f"a kept promise is worth less than {rule_id} gives at the target, {number}",
                ),
                way_out=(f"Tulis {number} atau lebih, atau None", f"Write {number} or more, or None"),
            )


def _at_target(rule: Rule | Lookup) -> Fraction:
    """What a kept promise is worth; a table has a number for it, else it would be in no policy."""
    return Fraction(rule.find("equal") or 0) if isinstance(rule, Lookup) else Fraction(rule.at_target)


def require_weighed(weights: Weights, stage: Stage) -> None:
    """Wajib dihitung: weights that are compared across objectives count in the total.

    Raises:
        InvalidValueError: A plain mean of the objectives, which gives each the same weight whatever its targets weigh.

    Examples:
        >>> from sakip.scoring import Round, WeightedMean
        >>> weights = Weights(total=100, per="agreement", absent="refuse")
        >>> require_weighed(weights, Stage(WeightedMean(), [Round(2)]))
    """
    if weights.per == "objective" or not isinstance(stage.aggregation, Mean):
        return
    raise InvalidValueError(
        code="weights-unused",
        path="Policy.total",
        value=stage.aggregation,
        problem=(
            "rata-rata sasaran mengabaikan bobot antarsasaran, padahal bobot berlaku per='agreement'",
            "a mean of objectives ignores the weights between them, which hold per='agreement'",
        ),
        way_out=(
            "Mulai dari LKJIP_WEIGHTED, tulis total=Stage(WeightedMean(), [Round(2)]), atau per='objective'",
            "Begin with LKJIP_WEIGHTED, write total=Stage(WeightedMean(), [Round(2)]), or per='objective'",
        ),
    )


def objective(value: Stage) -> Stage:
    """Tingkat sasaran: a level over indicators.

    Raises:
        InvalidValueError: No level.
    """
    return of_kind(Stage, value, "Policy.objective", "Stage(WeightedMean(), [Round(2)])")


def total(value: Stage) -> Stage:
    """Tingkat akhir: a level over objectives.

    Raises:
        InvalidValueError: No level, or one that needs realizations and targets.
    """
    stage = of_kind(Stage, value, "Policy.total", "Stage(Mean(), [Round(2)])")
    if not isinstance(stage.aggregation, RatioOfSums):
        return stage
    raise InvalidValueError(
        code="total-of-ratios",
        path="Policy.total",
        value=stage.aggregation,
        problem=(
            "nilai sasaran tidak memiliki realisasi dan target untuk dijumlahkan",
            "objectives have no realizations and targets to add up",
        ),
        way_out=("Pakai RatioOfSums di objective saja", "Use RatioOfSums in objective alone"),
    )


def require_least_zero(steps: Sequence[Transform]) -> None:
    """Syarat nilai 0: what was not reported and scores 0 must score 0, and nothing that was reported may score less.

    Raises:
        InvalidValueError: The steps make another number of 0, or let numbers below 0 pass.
    """
    *before, last = steps
    zero = 0, 1
    for step in before:
        zero = step.apply(*zero)
    if zero[0] == 0 and least(before) == 0:
        return
    raise InvalidValueError(
        code="zero-not-least",
        path="Policy.not_reported",
        value="scores_zero",
        problem=(
            "yang belum dilaporkan bernilai lebih tinggi daripada capaian terburuk, atau tidak bernilai 0",
            "what was not reported would score more than the worst achievement, or something else than 0",
        ),
        way_out=(
            f"Tulis Floor(0) dalam indicator sebelum {last.text('id')}, dan jaga agar 0 tetap 0",
            f"Write Floor(0) in indicator before it is {last.text('en')}, and keep 0 at 0",
        ),
    )
