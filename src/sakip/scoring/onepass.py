"""Sekali jalan: the usual agreement, one number for every target in the time that is asked, judged in one walk.

A walk gives what `consolidated`, `judge` and `totals` give, at a third of their cost, and refuses nothing: whatever it
does not know is theirs to judge, or to name. It is one function for each policy, written from the texts of which the
functions of its rules and steps are made.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sakip.model.period import Period
from sakip.model.plan import Plan
from sakip.model.realization import Realization
from sakip.scoring.aggregation import Plain, common
from sakip.scoring.measurement import Facts
from sakip.scoring.outcome import Quotient
from sakip.scoring.running import defined, steps_text
from sakip.scoring.settings import Carry
from sakip.scoring.sourcing import NAMES
from sakip.scoring.stage import Stage
from sakip.scoring.transform import Transform

__all__ = ["Levels", "Walk", "walk_of"]

Levels = tuple[tuple[tuple[Quotient, ...], ...], tuple[Quotient, ...]]
"""Tingkat-tingkat: the trace of each objective, and that of the whole."""
Walk = Callable[
    [Plan, Sequence[object], Period | None], tuple[list[Facts], list[tuple[Quotient, ...]], Levels | None] | None
]
"""Jalan: the fact and the trace of each target, and the levels; None as soon as anything at all is not as usual.

The levels are None where an aggregation reads more than the scores, or gives no quotient.
"""

_OTHERS = NAMES.removeprefix("R, T, ")
_ROWS = """
amounts = plan.amounts.get(period)
if amounts is None or length(given) != length(amounts) or 0 in plan.sizes: return None
index, slots, others = plan.index, plan.slots, plan.others
facts = [None] * length(amounts)
traces, scores = facts.copy(), facts.copy()
for one in given:
    if kind(one) is not Realization or not (one.period is period or one.period == period): return None
    at = index.get(one.code)
    if at is None or facts[at] is not None: return None
    R, T, other, slot = one._number, amounts[at], others[at], slots[at]
    if R is None or other is None or (T is None and period is not None): return None
    facts[at] = (R, T) + other
"""


def walk_of(rules: Mapping[str, str], steps: Sequence[Transform], levels: tuple[Stage, Stage], carry: Carry) -> Walk:
    """Jalan kebijakan: the one function of a policy.

    Args:
        rules: The text of the formula for each slot of a plan, one at least; targets of other slots are not usual.
        steps: What is done to an indicator's achievement.
        levels: How indicators become an objective, and objectives the whole.
        carry: What a level reads of the one below.
    """
    objective, total = levels
    own, trace = steps_text(steps)
    row = [
        *_branches(rules),
        "else: return None",
        "if q is None: return None",
        *own,
        f"traces[at] = {trace}",
        f"scores[at] = {_score(steps, carry)}",
    ]
    lines = [*_ROWS.strip().splitlines(), *_indented(row)]
    known = {"Realization": Realization, "length": len, "kind": type}
    if not (isinstance(objective.aggregation, Plain) and isinstance(total.aggregation, Plain)):
        return _walk([*lines, "return facts, traces, None"], known)
    known |= {"common": common, "fixed": tuple, "pairs": zip}
    known |= {"of_objective": objective.aggregation.of_counts, "of_all": total.aggregation.of_counts}
    return _walk([*lines, *_levels(objective, total, steps, carry)], known)


def _branches(rules: Mapping[str, str]) -> Iterator[str]:
    """The rule of each slot; one that reads more than R and T takes the rest out of the plan first."""
    word = "if"
    for slot, source in rules.items():
        others = "" if {*compile(source, slot, "eval").co_names} <= {"R", "T"} else f"{_OTHERS} = other; "
        yield f"{word} slot == {slot!r}: {others}q = q0 = {source}"
        word = "elif"


def _walk(lines: Sequence[str], known: Mapping[str, Any]) -> Walk:
    run: Walk = defined("plan, given, period", lines, **known)
    return run


def _levels(objective: Stage, total: Stage, steps: Sequence[Transform], carry: Carry) -> list[str]:
    (inner, trace), (outer, whole) = steps_text(objective.transforms), steps_text(total.transforms)
    row = [
        f"q = q0 = of_objective({_counted('scores[start:end]', steps, carry)}, weights[start:end], whole)",
        *inner,
        f"objectives.append({trace})",
        f"results.append({_score(objective.transforms, carry)})",
    ]
    return [
        "weights, shares, objectives, results = plan.weights, plan.shares, [], []",
        "for (start, end), whole in pairs(plan.slices, shares):",
        *_indented(row),
        f"q = q0 = of_all({_counted('results', objective.transforms, carry)}, shares, plan.whole)",
        *outer,
        f"return facts, traces, (fixed(objectives), {whole})",
    ]


def _score(steps: Sequence[Transform], carry: Carry) -> str:
    """What the next level reads: the quotient before the last step, or the count after it, a rounding."""
    return f"q{len(steps) - 1}" if carry == "exact" else "q[0]"


def _counted(scores: str, steps: Sequence[Transform], carry: Carry) -> str:
    """Scores as counts of one unit: those of a rounding have one already."""
    if carry == "exact":
        return f"*common({scores})"
    _, unit = steps[-1].apply(0, 1)
    return f"{scores}, {unit}"


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"    {line}" for line in lines]
