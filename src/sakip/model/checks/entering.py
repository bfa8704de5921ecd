"""Pemeriksaan cara mengisi: whether realizations are entered in the way in which their target was planned."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise
from math import lcm
from typing import NamedTuple

from sakip.base.finding import Finding
from sakip.base.number import MICRO, micro
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.model.checks.case import Case, Reported, named
from sakip.model.indicator import Consolidation
from sakip.model.target import Target

__all__ = ["CHECKS", "RULES"]

ENTERED_OTHERWISE = Rule(
    "REA-ENTERED-OTHERWISE",
    "warning",
    Text(
        "Realisasi {code} tampak diisi {given} ({value} pada {period}), sedangkan lintasan targetnya {way} "
        "({planned}); isi keduanya per periode dengan konsolidasi sum, atau keduanya kumulatif dengan last_progress",
        "The realizations of {code} look entered {given} ({value} at {period}), while its trajectory is planned {way} "
        "({planned}); enter both per period with consolidation sum, or both cumulatively with last_progress",
    ),
)
_PER_PERIOD = Text("per periode", "per period")
_CUMULATIVE = Text("kumulatif", "cumulatively")
_NEITHER: tuple[Consolidation, ...] = ("average", "minimum", "maximum", "pool")
_FEWEST_TELLING = 2


class _Entry(NamedTuple):
    """Isian: a realization beside the plan of its period, as the trajectory states it and as the other way would.

    The three are counts of one unit, so many of which make one; whole numbers keep a table of thousands quick.
    """

    reported: Reported
    number: int
    planned: int
    other: int
    ones: int


def _entered_otherwise(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        if not target.trajectory or target.indicator.consolidation in _NEITHER:
            continue
        cumulative = _is_cumulative(target)
        if cumulative is None:
            continue
        entries = _entries(target, case, cumulative=cumulative)
        if _are_otherwise(entries, cumulative=cumulative):
            first = next(entry for entry in entries if entry.planned != entry.other)
            yield ENTERED_OTHERWISE.at(
                f"{first.reported.subject}.value",
                code=target.code,
                given=_PER_PERIOD if cumulative else _CUMULATIVE,
                value=Fraction(first.number, first.ones),
                period=named(first.reported.period),
                way=_CUMULATIVE if cumulative else _PER_PERIOD,
                planned=Fraction(first.planned, first.ones),
            )


def _is_cumulative(target: Target) -> bool | None:
    """Whether a trajectory counts up to the target (True) or adds up to it (False); None where it may be either."""
    if not isinstance(target.value, Decimal):
        return None
    amounts, whole = [*target.trajectory.counts], micro(target.value)
    ends_there, adds_up = amounts[-1] == whole, sum(amounts) == whole
    if ends_there == adds_up:
        return None
    rising = amounts[0] < amounts[-1] and amounts == sorted(amounts)
    return False if adds_up else rising or None


def _entries(target: Target, case: Case, *, cumulative: bool) -> list[_Entry]:
    scaled = {
        one.period: (one, number)
        for one in case.parts_of_year(target.code)
        if (number := one.realization._scaled) is not None
    }
    common = lcm(*(parts for _, (_, parts) in scaled.values()))
    planned = [count * common for count in target.trajectory.counts]
    others = _differences(planned) if cumulative else accumulate(planned)
    return [
        _Entry(one, count * (common // parts), plan, other, MICRO * common)
        for period, plan, other in zip(target.trajectory.periods, planned, others, strict=True)
        if period in scaled
        for one, (count, parts) in [scaled[period]]
    ]


def _are_otherwise(entries: Sequence[_Entry], *, cumulative: bool) -> bool:
    """Whether realizations are understood better when they are read the other way than their trajectory.

    Each must lie nearer to the plan of the other way, wherever the two ways differ, as they never do in the first
    period. Little delivery lies nearer as well: 5, 10, 15 and 20 against 20, 40, 60 and 80 is a quarter of the plan.
    So their course must be more like the other way too; there it is steps of 5 against steps of 20, wholly alike.
    """
    telling = [entry for entry in entries if entry.planned != entry.other]
    if len(telling) < _FEWEST_TELLING:
        return False
    if any(abs(entry.number - entry.other) >= abs(entry.number - entry.planned) for entry in telling):
        return False
    numbers = [entry.number for entry in entries]
    as_other = _likeness(numbers, [entry.other for entry in entries], cumulative=not cumulative)
    return as_other > _likeness(numbers, [entry.planned for entry in entries], cumulative=cumulative)


def _likeness(given: Sequence[int], planned: Sequence[int], *, cumulative: bool) -> Fraction:
    """How alike the courses of two years are whatever their height, from 0 to 1: the squared cosine between them."""
    if cumulative:
        given, planned = _differences(given), _differences(planned)
    along = sum(one * other for one, other in zip(given, planned, strict=True))
    across = sum(one * one for one in given) * sum(one * one for one in planned)
    return Fraction(along * along, across) if along > 0 else Fraction(0)


def _differences(numbers: Sequence[int]) -> list[int]:
    return [later - earlier for earlier, later in pairwise((0, *numbers))]


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (_entered_otherwise,)
RULES = (ENTERED_OTHERWISE,)
