"""Periode dan tahun: whether the periods of a year make what is said of the whole year."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from sakip.base.text import Argument, Text, both
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.checks.basis import K467, arithmetic, criterion
from sakip.cascade.rollup.cells import counting
from sakip.cascade.verdicts.figures import figure
from sakip.model.checks.periods import Year
from sakip.model.checks.quarters import fitting
from sakip.model.indicator import Consolidation
from sakip.model.period import Period
from sakip.model.realization import Components, Realization

__all__ = ["CHECKS"]

_LAST = {"last_level", "last_progress"}


class _Course(NamedTuple):
    """The periods of a node in order, and the year that they should make, where that is stated."""

    how: Consolidation
    parts: list[Fraction]
    whole: Fraction | None
    pooled: Fraction | None
    measured: bool


def _planned(case: Case, node: int) -> _Course | None:
    """What is planned, if it runs to the end of the year in periods of one kind; else the rest may be meant."""
    target = case.graph.target(node)
    how = target.indicator.consolidation
    if how is None or how == "pool" or not target.trajectory:
        return None
    periods, whole = target.trajectory.periods, case.target(node).point
    if whole is None or not _reaches_the_end(periods, case.graph.agreement(node).period):
        return None
    return _Course(how, [Fraction(amount) for _, amount in target.trajectory], Fraction(whole), None, measured=False)


def _reaches_the_end(periods: Sequence[Period], year: Period) -> bool:
    inside = all(year.contains(period) for period in periods)
    return inside and len({period.kind for period in periods}) == 1 and periods[-1].last_day == year.last_day


def _reported(case: Case, node: int) -> _Course | None:
    """What was reported for all periods of one kind, or for the last ones where only the last counts."""
    how, year = case.graph.indicator(node).consolidation, case.graph.agreement(node).period
    given = counting(case.graph.reported[node], year)
    if how is None or all(one.period is None for one in given):
        return None
    found = {one.period: one for one in given}
    whole = found.pop(None, None) or found.get(year)
    found.pop(year, None)
    periods = sorted(period for period in found if period is not None)
    if not periods or case.actual(node).state == "conflicting":
        return None
    reported = [found[period] for period in periods]
    numbers = [number for one in reported if (number := _number(one)) is not None]
    complete = _reaches_the_end(periods, year) and (how in _LAST or periods == list(year.parts(periods[0].kind)))
    stated = _number(whole) if whole is not None and complete else None
    if len(numbers) < len(reported) or (stated is None and how != "last_progress"):
        return None
    return _Course(how, numbers, stated, _pooled(reported), measured=True)


def _number(one: Realization) -> Fraction | None:
    value = one.value
    if isinstance(value, Components):
        return Fraction(value.per) * Fraction(value.numerator) / Fraction(value.denominator)
    return Fraction(value) if isinstance(value, Decimal) else None


def _pooled(reported: Sequence[Realization]) -> Fraction | None:
    parts = [one.value for one in reported if isinstance(one.value, Components)]
    if len(parts) < len(reported) or len({part.per for part in parts}) > 1:
        return None
    below = sum((Fraction(part.denominator) for part in parts), Fraction(0))
    return (
        Fraction(parts[0].per) * sum((Fraction(part.numerator) for part in parts), Fraction(0)) / below
        if below
        else None
    )


def _goes_back(case: Case, node: int, course: _Course) -> bool:
    """Whether what should only go on goes back; of what should become less either way is going on."""
    if course.how != "last_progress":
        return False
    steps = [later - earlier for earlier, later in pairwise(course.parts)]
    falls, rises = any(step < 0 for step in steps), any(step > 0 for step in steps)
    return falls and (rises or case.graph.indicator(node).polarity == "maximize")


def _unmade(case: Case, node: int, course: _Course | None, cell: str) -> Iterable[Hit]:
    if course is None:
        return ()
    indicator, found = case.graph.indicator(node), list[Hit]()
    listed = both(lambda lang: "; ".join(figure(part, lang) for part in course.parts))
    arguments: tuple[tuple[str, Argument], ...] = (
        ("node", case.graph.text(node)),
        ("periods", listed),
        ("how", _WORDS[course.how]),
        ("unit", case.unit_of(node)),
    )
    if _goes_back(case, node, course):
        found.append(Hit(arguments, cell=cell, message=_BACK))
    if course.whole is None:
        return found
    year = Year(course.whole, course.parts, course.pooled, indicator.decimals, measured=course.measured)
    reached = year.reached(course.how)
    if reached is None or year.allows(reached, course.how):
        return found
    others = list(fitting(course.parts, course.whole, indicator.decimals))
    if "pool" not in others and course.pooled is not None and year.allows(course.pooled, "pool"):
        others.append("pool")
    stated: tuple[tuple[str, Argument], ...] = (("reached", reached), (cell, course.whole))
    if not others:
        found.append(Hit((*arguments, *stated), cell=cell))
    else:
        fits = both(lambda lang: ", ".join(_WORDS[how].render(lang) for how in others))
        found.append(Hit((*arguments, *stated, ("fits", fits)), cell=cell, message=_FITTING[cell]))
    return found


_WORDS: dict[Consolidation, Text] = {
    "sum": Text("jumlah", "sum"),
    "average": Text("rata-rata", "average"),
    "last_level": Text("posisi terakhir", "last level"),
    "last_progress": Text("kemajuan terakhir", "last progress"),
    "minimum": Text("nilai terendah", "minimum"),
    "maximum": Text("nilai tertinggi", "maximum"),
    "pool": Text("jumlah pembilang per jumlah penyebut", "ratio of sums"),
}
_BACK = Text(
    "{node} mencatat kemajuan kumulatif, tetapi angkanya mundur: {periods} {unit}",
    "{node} keeps cumulative progress, but its numbers go back: {periods} {unit}",
)
_PLAN = Text(
    "Target periode {node} ({periods}) menurut {how} menjadi {reached} {unit} setahun, bukan {target} {unit}",
    "The periodic targets of {node} ({periods}) by {how} make {reached} {unit} for the year, not {target} {unit}",
)
_REPORT = Text(
    "Realisasi periode {node} ({periods}) menurut {how} menjadi {reached} {unit} setahun, sedangkan yang dilaporkan"
    " {actual} {unit}",
    "The periodic realizations of {node} ({periods}) by {how} make {reached} {unit} for the year, and {actual} {unit}"
    " is reported",
)
_FITTING = {
    "target": Text(f"{_PLAN.id}; yang cocok: {{fits}}", f"{_PLAN.en}; what fits: {{fits}}"),
    "actual": Text(f"{_REPORT.id}; yang cocok: {{fits}}", f"{_REPORT.en}; what fits: {{fits}}"),
}

CAS309 = Check(
    "CAS309",
    "trajectory-does-not-consolidate",
    "error",
    title=Text("Target periode tidak membentuk target tahunan", "Trajectory does not consolidate"),
    message=_PLAN,
    fix=Text(
        "Perbaiki target periode, atau cara konsolidasinya",
        "Correct the targets of the periods, or the way of consolidation",
    ),
    condition=Text(
        "Target periode sampai akhir tahun, digabung menurut konsolidasi indikator, tidak menjadi target tahunan; "
        "atau kemajuan kumulatifnya mundur.",
        "The targets of the periods up to the end of the year, put together by the indicator's consolidation, do "
        "not make the year's target; or cumulative progress goes back.",
    ),
    passing=Text(
        "Jumlah: 20 + 30 + 25 + 25 = 100.",
        "Sum: 20 + 30 + 25 + 25 = 100.",
    ),
    failing=Text(
        "Posisi akhir, empat kali 25, untuk target 100: yang cocok adalah jumlah, dan itu disebut.",
        "Last level, four times 25, for a target of 100: what fits is a sum, and it is named.",
    ),
    basis=(K467, criterion("2.b.4")),
    criteria=("2.b.4",),
    subject="node",
    applies=lambda case, node: _planned(case, node) is not None,
    find=lambda case, node: _unmade(case, node, _planned(case, node), "target"),
    after=("CAS107",),
)

CAS409 = Check(
    "CAS409",
    "periods-do-not-consolidate",
    "error",
    title=Text("Realisasi periode tidak membentuk realisasi tahunan", "Periods do not consolidate"),
    message=_REPORT,
    fix=Text(
        "Perbaiki angka periode atau angka tahunan, atau cara konsolidasinya",
        "Correct the number of a period or of the year, or the way of consolidation",
    ),
    condition=Text(
        "Seperti CAS309, pada realisasi: semua periode ada, dan menurut konsolidasinya tidak menjadi angka "
        "tahunan; atau angka kumulatifnya mundur.",
        "As CAS309, of realizations: all periods are there, and by the consolidation they do not make the annual "
        "figure; or cumulative figures go back.",
    ),
    passing=Text(
        "Rasio gabungan: 20, 25, 30 dan 15 dari 25, 30, 35 dan 25 adalah 78,3 % dengan satu desimal.",
        "Pool: 20, 25, 30 and 15 of 25, 30, 35 and 25 make 78.3 % with one decimal.",
    ),
    failing=Text(
        "Dilaporkan 77,3, rata-rata keempat persentase itu.",
        "77.3 is reported, the mean of the four percentages.",
    ),
    basis=(criterion("2.b.4"), arithmetic("setahun adalah gabungan periodenya")),
    criteria=("2.b.4",),
    subject="node",
    applies=lambda case, node: _reported(case, node) is not None,
    find=lambda case, node: _unmade(case, node, _reported(case, node), "actual"),
    after=("CAS107",),
)

CHECKS: tuple[Check, ...] = (CAS309, CAS409)
