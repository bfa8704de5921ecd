"""Sisa target: whether the version of a successor promises what is left of the year."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from sakip.base.interval import Interval
from sakip.base.text import Argument, Text
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.checks.basis import K467
from sakip.cascade.rollup.cells import counting, target_cell
from sakip.cascade.rollup.span import Exact, Span, exact_of, half_unit
from sakip.lifecycle.remaining import Left, Remaining, remaining_target, still, written
from sakip.model.agreement import Agreement
from sakip.model.indicator import Consolidation
from sakip.model.period import Period
from sakip.model.realization import Realization
from sakip.model.target import Range, Target

__all__ = ["CAS904"]


def _takes_over(case: Case, node: int) -> bool:
    return node in case.graph.settled


def _handed_on(case: Case, node: int) -> Iterator[Hit]:
    graph = case.graph
    target, year_target = graph.targets[node], graph.settled[node]
    if target.value == year_target.value and not case.profile.successor_promises_rest:
        return
    found = _remaining(case, node, year_target)
    if found is None and target.value == year_target.value:
        return
    words: tuple[tuple[str, Argument], ...] = (
        ("node", graph.text(node)),
        ("agreement", graph.agreement(node).code),
        ("target", _words(still(target.value))),
        ("annual", _words(still(year_target.value))),
    )
    unknown = _UNKNOWN if target.value != year_target.value else _KEPT
    if found is None:
        yield Hit((*words, ("why", _NO_PERIOD)), verdict="unknown", cell="target", message=unknown)
    elif found.value is None:
        why = Text.literal(found.text("id"), found.text("en"))
        yield Hit((*words, ("why", why)), verdict="unknown", cell="target", message=unknown)
    elif not _fits(case, node, found):
        yield Hit(
            (
                *words,
                ("expected", _words(found.value)),
                ("delivered", _words(found.delivered)),
                ("date", found.through.last_day),
                ("how", _HOW[target.indicator.consolidation or "sum"]),
            ),
            cell="target",
        )


def _remaining(case: Case, node: int, target: Target) -> Remaining | None:
    graph = case.graph
    agreement = graph.agreement(node)
    since = _since(case, node)
    year = agreement.period
    given = counting(graph.reported[node], year)
    own = [one for one in given if one.period is not None and year.contains(one.period)]
    through = _last_before(since, own, target, year)
    if through is None:
        return None
    # Values that contradict each other are CAS107; here each period counts once.
    by_period = {one.period: one for one in own}
    return remaining_target(target, by_period.values(), through=through)


def _since(case: Case, node: int) -> date:
    """The day on which the official took over: by the tenures where they are known, else when the version begins."""
    graph = case.graph
    number = graph.agreement_of[node]
    versions: tuple[Agreement, ...] = graph.versions[number]
    agreement = graph.agreements[number]
    place = versions.index(agreement)
    begins = agreement.in_force_from or agreement.period.first_day
    before = versions[place - 1].in_force_from or agreement.period.first_day
    starts = [tenure.starts for tenure in graph.positions.tenures.get(graph.place_of[node], ())]
    return max((day for day in starts if before < day <= begins), default=begins)


def _last_before(since: date, own: Iterable[Realization], target: Target, year: Period) -> Period | None:
    """The last period, of those that are reported or else planned, that was over when the official took over."""
    reported = {one.period for one in own if one.period is not None}
    periods = reported or set(target.trajectory.periods) or set(year.parts("quarter"))
    over = [period for period in periods if period != year and period.last_day < min(since, year.last_day)]
    return max(over, key=lambda period: (period.last_day, period.first_day), default=None)


def _fits(case: Case, node: int, found: Remaining) -> bool:
    graph = case.graph
    target = graph.targets[node]
    span = target_cell(target, graph.facts[node], case.rounded).span
    decimals = target.indicator.decimals
    # A quotient such as 10/3 is promised with some decimals, two unless the indicator declares its own.
    half = half_unit(2) if decimals is None else 0
    if isinstance(found.value, Fraction):
        if span is None:
            return False
        # What a mean hands on: what the rest must reach, or what the trajectory plans for the rest.
        planned = found.planned if target.indicator.consolidation == "average" else None
        # Of a cumulative figure, where it is to arrive, or how much of the way is left.
        due = [one for one in (found.value, planned, found.to_do) if one is not None]
        nothing_left = target.indicator.consolidation == "sum" and found.value <= 0
        return nothing_left or any(Span(one, one).widened(half).meets(span) for one in due)
    if isinstance(found.value, Interval):
        if not isinstance(target.value, Range):
            return False
        ends = (found.value.low, target.value.low), (found.value.high, target.value.high)
        return all(_is_end(left, exact_of(end), half, target) for left, end in ends)
    return target.value == found.value


def _is_end(left: Fraction | None, end: Exact, half: Exact, target: Target) -> bool:
    """Whether a bound is what is left; of a sum of which more than the lower bound was delivered nothing is left."""
    if left is None:
        return False
    due = max(left, Fraction(0)) if target.indicator.consolidation == "sum" else left
    return any(Span(one, one).widened(half).contains(end) for one in (left, due))


def _words(value: Left | None) -> Text:
    return Text.literal("–") if value is None else Text.literal(written(value, "id"), written(value, "en"))


_HOW: dict[Consolidation, Text] = {
    "sum": Text("jumlah", "a sum"),
    "average": Text("rata-rata", "a mean"),
    "last_level": Text("posisi terakhir", "the last position"),
    "last_progress": Text("kumulatif terakhir", "the last cumulative figure"),
    "minimum": Text("yang terendah", "the lowest"),
    "maximum": Text("yang tertinggi", "the highest"),
    "pool": Text("rasio gabungan", "a pooled ratio"),
}
_NO_PERIOD = Text("belum ada periode yang berakhir sebelum pergantian", "no period was over before the change")
_UNKNOWN = Text(
    "{agreement} mengubah target {node} dari {annual} menjadi {target} bagi pejabat baru, dan sisanya tidak dapat "
    "dihitung: {why}",
    "{agreement} moves the target of {node} from {annual} to {target} for the new official, and what remains cannot be "
    "computed: {why}",
)
_KEPT = Text(
    "{agreement} mempertahankan target {node}, {annual}, bagi pejabat baru, dan sisanya tidak dapat dihitung: {why}",
    "{agreement} keeps the target of {node}, {annual}, for the new official, and the rest cannot be computed: {why}",
)

CAS904 = Check(
    "CAS904",
    "wrong-remaining-target",
    "error",
    title=Text("Sisa target pejabat pengganti keliru", "Wrong remaining target"),
    message=Text(
        "{agreement} menargetkan {target} pada {node}; dari {annual} setahun ({how}) terealisasi {delivered} sampai "
        "{date}, jadi yang tersisa {expected}",
        "{agreement} promises {target} for {node}; of {annual} in the year ({how}) {delivered} was delivered by "
        "{date}, so that {expected} is left",
    ),
    fix=Text(
        "Tulis sisa target yang disebut, atau pertahankan target setahun bila perjanjiannya untuk setahun penuh",
        "Write the remaining target named, or keep the year's target where the agreement stands for the whole year",
    ),
    condition=Text(
        "Versi pejabat pengganti menjanjikan yang bukan sisa target menurut konsolidasinya; yang kumulatif boleh "
        "menyebut angka akhirnya atau yang masih harus ditambah. Target setahun yang dipertahankan diterima, kecuali "
        "profil meminta sisanya (kemenkeu). Belum diketahui bila realisasi sebelum pergantian tidak ada.",
        "The version of a successor promises what is not the remaining target by its consolidation; a cumulative "
        "figure may be stated as where it arrives or as what is still to be added. The year's target as before is "
        "accepted, unless the profile asks for the rest (kemenkeu). Unknown where what was delivered before is not "
        "there.",
    ),
    passing=Text(
        "Jumlah: 100 setahun, 45 sampai 30 Juni, tersisa 55.",
        "Sum: 100 for the year, 45 by 30 June, 55 are left.",
    ),
    failing=Text(
        "50, setengah tahun; dalam profil kemenkeu juga 100 sekali lagi.",
        "50, half of the year; in the kemenkeu profile also 100 once more.",
    ),
    basis=(K467,),
    subject="node",
    applies=_takes_over,
    find=_handed_on,
    after=("CAS107",),
)
