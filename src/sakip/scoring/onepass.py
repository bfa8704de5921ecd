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
from sakip.scoring.aggregation import Plain
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
amounts, shares = plan.amounts.get(period if period is None else period._serial), plan.shares
if amounts is None or length(given) != length(amounts) or 0 in shares: return None
index, slots, others, weights = plan.index, plan.slots, plan.others, plan.weights
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
    own, trace = steps_text(steps)
    row = [*_branches(rules), "else: return None", "if q is None: return None", *own, f"traces[at] = {trace}"]
    lines, known = _ROWS.strip().splitlines(), {"Realization": Realization, "length": len, "kind": type}
    inner, outer = (stage.aggregation for stage in levels)
    if not (isinstance(inner, Plain) and isinstance(outer, Plain)):
        return _walk([*lines, *_indented(row), "return facts, traces, None"], known)
    of_objective, of_all = (one.combine if carry == "exact" else one._of_counts for one in (inner, outer))
    known |= {"fixed": tuple, "pairs": zip, "of_objective": of_objective, "of_all": of_all}
    kept, then = _levels(steps, levels, carry, (inner._weighs, outer._weighs))
    return _walk([*lines, *_indented([*row, f"scores[at] = {kept}"]), *then], known)


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


def _levels(
    steps: Sequence[Transform], levels: tuple[Stage, Stage], carry: Carry, weigh: tuple[bool, bool]
) -> tuple[str, list[str]]:
    """What an objective keeps of each indicator's quotients, and the lines from there to the total."""
    objective, total = levels
    (inner, trace), (outer, whole) = steps_text(objective.transforms), steps_text(total.transforms)
    by_weight, by_share = " * weights[at]" if weigh[0] else "", " * whole" if weigh[1] else ""
    of_indicator, told = _link(steps, carry, by_weight, weights="weights[start:end]", whole="whole")
    of_objective, told_all = _link(objective.transforms, carry, by_share, weights="shares", whole="plan.whole")
    row = [
        f"q = q0 = of_objective(scores[start:end], {told})",
        *inner,
        f"objectives.append({trace})",
        f"results.append({of_objective})",
    ]
    return of_indicator, [
        "objectives, results = [], []",
        "for (start, end), whole in pairs(plan.slices, shares):",
        *_indented(row),
        f"q = q0 = of_all(results, {told_all})",
        *outer,
        f"return facts, traces, (fixed(objectives), {whole})",
    ]


def _link(steps: Sequence[Transform], carry: Carry, times: str, *, weights: str, whole: str) -> tuple[str, str]:
    """What the next level reads after these steps, and what its aggregation is told beside it.

    Exact numbers are the quotients before the last step. Rounded ones are counts of its unit, multiplied by their
    weights as they come.
    """
    if carry == "exact":
        return f"q{len(steps) - 1}", f"{weights}, ()"
    _, unit = steps[-1].apply(0, 1)
    return f"q[0]{times}", f"{unit}, {whole}"


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"    {line}" for line in lines]
