"""Jumlah tercetak: rows that sum up others, compared with the rows that they sum up."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import evolve

from sakip.model.cell import Printed
from sakip.review.fitting import CAPS, MODES, Fit, modes_of
from sakip.review.line import ReviewLine

__all__ = ["AGGREGATES", "is_total", "with_totals"]

AGGREGATES = ("mean-of-rows", "weighted-mean-of-rows")
"""Ringkasan: the names of what a total can be of its rows."""

_NAME = re.compile(
    r"(?:rata ?-? ?rata|rerata|(?:sub ?-?|grand )?total|jumlah|average|mean|nilai akhir|nilai kinerja|"
    r"capaian (?:kinerja )?(?:sasaran|rata|total|keseluruhan|organisasi))\b.*",
    re.IGNORECASE,
)
_EMPTY = frozenset({"blank", "mark"})


def is_total(line: ReviewLine) -> bool:
    """Baris jumlah: whether a row prints a percentage that sums up others: it is named so and promises nothing itself.

    Examples:
        >>> from sakip.review import review
        >>> is_total(review([{"indicator": "Rata-rata capaian", "achievement": "98,5"}]).lines[0])
        True
    """
    return (
        line.target.kind in _EMPTY
        and line.realization.kind in _EMPTY
        and line.achievement.kind == "number"
        and line.achievement.sure != "open"
        and _NAME.fullmatch(line.indicator) is not None
    )


def with_totals(lines: Sequence[ReviewLine]) -> tuple[ReviewLine, ...]:
    """Dengan jumlah: the lines, those that sum up others judged against them.

    A total is reproduced when the mean of the printed percentages gives it: of the rows since the total before it, of
    the rows of its objective, or of all rows; plain or by weight, each row cut at a usual ceiling if need be.
    """
    if not any(map(is_total, lines)):
        return tuple(lines)
    kept = list(lines)
    begin = 0
    members = [line for line in lines if line.printed is not None and not is_total(line)]
    for at, line in enumerate(lines):
        if is_total(line):
            since = [one for one in lines[begin:at] if one.printed is not None and not is_total(one)]
            own = [one for one in members if line.objective and one.objective == line.objective]
            kept[at] = _judged(line, [scope for scope in (since, own, members) if scope])
            begin = at + 1
    return tuple(kept)


def _judged(line: ReviewLine, scopes: list[list[ReviewLine]]) -> ReviewLine:
    if not scopes:
        return line
    printed = Printed(line.achievement.digits, line.achievement.decimals)
    for cap in (None, *CAPS):
        for scope in scopes:
            for formula, value in _aggregates(scope, cap):
                modes = modes_of((value.numerator, value.denominator), *printed)
                if modes:
                    fit = Fit(formula, None, MODES[modes], printed.decimals, "percent", cap)
                    return evolve(line, verdict="reproduced", reason=None, fits=(fit,))
    expected, value = list(_aggregates(scopes[0], None))[-1]
    return evolve(line, verdict="not-reproduced", reason=None, expected=expected, recomputed=value)


def _aggregates(scope: list[ReviewLine], cap: int | None) -> Iterator[tuple[str, Fraction]]:
    """The mean of some rows, and the weighted one where each has a weight."""
    values = [_cut(line, cap) for line in scope]
    yield AGGREGATES[0], sum(values, Fraction(0)) / len(values)
    weights = [line.weight for line in scope]
    known = [weight for weight in weights if weight is not None]
    if len(known) == len(values) and sum(known) > 0:
        total = sum((weight * value for weight, value in zip(known, values, strict=True)), Fraction(0))
        yield AGGREGATES[1], total / sum(known)


def _cut(line: ReviewLine, cap: int | None) -> Fraction:
    value = line.printed or Fraction(0)
    return value if cap is None else min(value, Fraction(cap))
