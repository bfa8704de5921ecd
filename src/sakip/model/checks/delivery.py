"""Pemeriksaan realisasi: what can be wrong in what was delivered, against what was promised."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from sakip.base.finding import Finding
from sakip.base.likeness import similar
from sakip.base.rule import Rule
from sakip.base.text import Argument, Text
from sakip.model.checks.case import Case, Reported, named, number_of
from sakip.model.realization import Components
from sakip.model.scale import Level
from sakip.model.target import Range, Target

__all__ = ["CHECKS", "RULES"]

_MOST_HINTS = 20
_MOST_COMPARED = 1000

UNKNOWN = Rule(
    "REA-UNKNOWN",
    "error",
    Text(
        "Realisasi untuk {code}, yang tidak ada dalam perjanjian{hint}",
        "A realization for {code}, which is not in the agreement{hint}",
    ),
    blocking=True,
)


def _unknown(case: Case) -> Iterator[Finding]:
    codes = dict.fromkeys(target.code for target in case.agreement.targets)
    # A search for similar codes compares every pair, so a list that fits nowhere gets only a few.
    hints = _MOST_HINTS if len(codes) <= _MOST_COMPARED else 0
    for reported in case.reported:
        code = reported.realization.code
        if code not in codes:
            near = similar(code, codes) if hints > 0 else ()
            hints -= 1
            names = ", ".join(near)
            hint = Text.literal(f"; yang mirip: {names}", f"; similar: {names}") if near else ""
            yield UNKNOWN.at(f"{reported.subject}.code", code=code, near=names, hint=hint)


DUPLICATE = Rule(
    "REA-DUPLICATE",
    "error",
    Text(
        "Realisasi {code} untuk {period} sudah ada pada {first}; sisakan satu",
        "A realization of {code} for {period} already stands at {first}; keep one",
    ),
    blocking=True,
)


def _duplicate(case: Case) -> Iterator[Finding]:
    seen: dict[tuple[str, date, date], Reported] = {}
    for reported in case.reported:
        code, period = reported.realization.code, reported.period
        first = seen.setdefault((code, period.first_day, period.last_day), reported)
        if first is not reported:
            yield DUPLICATE.at(reported.subject, code=code, period=named(period), first=first.subject)


OUT_OF_YEAR = Rule(
    "REA-OUT-OF-YEAR",
    "error",
    Text(
        "Realisasi {code} untuk {period} berada di luar tahun anggaran {year}",
        "The realization of {code} for {period} lies outside the fiscal year {year}",
    ),
    blocking=True,
)


def _out_of_year(case: Case) -> Iterator[Finding]:
    year = case.agreement.period
    for reported in case.reported:
        if not year.contains(reported.period):
            subject, code = f"{reported.subject}.period", reported.realization.code
            yield OUT_OF_YEAR.at(subject, code=code, period=named(reported.period), year=str(year.fiscal_year))


PERIOD = Rule(
    "REA-PERIOD",
    "error",
    Text(
        "Realisasi {code} untuk {period}, yang tidak ada dalam lintasan targetnya: {plan}",
        "The realization of {code} is for {period}, which is not in the trajectory of its target: {plan}",
    ),
)


def _period(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        plan = {period.code for period in target.trajectory.periods}
        for reported in case.parts_of_year(target.code):
            if plan and reported.period.code not in plan:
                yield PERIOD.at(
                    f"{reported.subject}.period",
                    code=target.code,
                    period=named(reported.period),
                    plan=named(*target.trajectory.periods),
                )


MIXED = Rule(
    "REA-PERIODS-MIXED",
    "error",
    Text(
        "Realisasi {code} memakai periode tak sejenis ({first}, {other}); hari yang sama dapat terhitung dua kali",
        "The realizations of {code} use periods of different kinds ({first}, {other}); the same days may count twice",
    ),
)


def _mixed(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        parts = case.parts_of_year(target.code)
        if target.trajectory or not parts:
            continue
        first = parts[0].period
        for reported in parts:
            other = reported.period
            if (first.kind, first.starts) != (other.kind, other.starts):
                subject = f"{reported.subject}.period"
                yield MIXED.at(subject, code=target.code, first=named(first), other=named(other))
                break


PART_OF_YEAR = Rule(
    "REA-PART-OF-YEAR",
    "warning",
    Text(
        "Realisasi {code} hanya mencakup {period}, tetapi targetnya untuk setahun tanpa lintasan dan konsolidasi",
        "The realization of {code} covers {period} only, but its target is annual, without trajectory or consolidation",
    ),
)


def _part_of_year(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        parts = case.parts_of_year(target.code)
        if len(parts) == 1 and not target.trajectory and target.indicator.consolidation is None:
            subject = f"{parts[0].subject}.period"
            yield PART_OF_YEAR.at(subject, code=target.code, period=named(parts[0].period))


LEVEL = Rule(
    "REA-LEVEL",
    "error",
    Text(
        "Realisasi '{level}' tidak ada dalam skala indikator {code}: {levels}",
        "The realization '{level}' is not in the scale of the indicator {code}: {levels}",
    ),
)


def _level(case: Case) -> Iterator[Finding]:
    for target, reported in _pairs(case):
        value, scale = reported.realization.value, target.indicator.scale
        if isinstance(value, Level) and scale is not None and value not in scale:
            yield LEVEL.at(
                f"{reported.subject}.value",
                code=target.code,
                level=value.name,
                levels=", ".join(scale.names),
            )


KIND = Rule(
    "REA-KIND",
    "error",
    Text(
        "Realisasi {code} ({given}) tidak sejenis dengan targetnya ({wanted}); "
        "angka, tingkat dan tanggal tidak dapat dibandingkan",
        "The realization of {code} ({given}) is of another kind than its target ({wanted}); "
        "numbers, levels and dates do not compare",
    ),
)


def _kind(case: Case) -> Iterator[Finding]:
    for target, reported in _pairs(case):
        wanted, given = _kind_and_words(target.value), _kind_and_words(reported.realization.value)
        if wanted and given and wanted[0] != given[0]:
            yield KIND.at(f"{reported.subject}.value", code=target.code, given=given[1], wanted=wanted[1])


def _kind_and_words(value: object) -> tuple[str, Argument] | None:
    match value:
        case Decimal():
            return "number", value
        case Range():
            return "number", f"{value.low}..{value.high}"
        case Components():
            return "number", f"{value.numerator}/{value.denominator}"
        case Level():
            return "level", value.name
        case date():
            return "date", value
    return None


COMPONENTS = Rule(
    "REA-COMPONENTS",
    "error",
    Text(
        "Indikator {code} dikonsolidasi dari pembilang dan penyebut (pool), tetapi realisasi ini hanya satu angka",
        "The indicator {code} is consolidated from numerators and denominators (pool), but this is a single number",
    ),
)
COMPONENTS_PER = Rule(
    "REA-COMPONENTS-PER",
    "error",
    Text(
        "Komponen realisasi {code} dihitung per {other}, sedangkan yang pertama per {first}; samakan pengalinya",
        "The components of {code} are counted per {other}, but the first ones per {first}; use one multiplier",
    ),
)


def _components(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        if target.indicator.consolidation != "pool":
            continue
        first: Components | None = None
        for reported in case.parts_of_year(target.code):
            value = reported.realization.value
            if isinstance(value, Decimal):
                yield COMPONENTS.at(f"{reported.subject}.value", code=target.code)
            elif isinstance(value, Components):
                first = first or value
                if value.per != first.per:
                    subject = f"{reported.subject}.value"
                    yield COMPONENTS_PER.at(subject, code=target.code, first=first.per, other=value.per)


FALLING = Rule(
    "REA-FALLING",
    "error",
    Text(
        "Angka kumulatif {code} berbalik arah: {earlier} pada {before}, lalu {later} pada {period}",
        "The cumulative figure of {code} turns back: {earlier} at {before}, then {later} at {period}",
    ),
)


def _falling(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        sign = _direction(target) if target.indicator.consolidation == "last_progress" else 0
        if not sign:
            continue
        measured = [
            (reported, number)
            for reported in sorted(case.by_code.get(target.code, ()), key=lambda each: each.period.last_day)
            if (number := number_of(reported.realization)) is not None
        ]
        for (before, earlier), (after, later) in pairwise(measured):
            if before.period.last_day < after.period.last_day and sign * later < sign * earlier:
                yield FALLING.at(
                    f"{after.subject}.value",
                    code=target.code,
                    earlier=earlier,
                    before=named(before.period),
                    later=later,
                    period=named(after.period),
                )


def _direction(target: Target) -> int:
    """Which way the cumulative figure must go: 1 up, -1 down, 0 when nothing says so.

    The trajectory says it best, then the baseline. Without either only a figure of which more is better is known to
    rise: a count of cases, of which less is better, is cumulative and rises too, but a rate that is brought down falls.
    """
    amounts = target.trajectory.counts
    if len(amounts) > 1 and amounts[0] != amounts[-1]:
        return 1 if amounts[-1] > amounts[0] else -1
    if target.baseline is not None and isinstance(target.value, Decimal) and target.value != target.baseline:
        return 1 if target.value > target.baseline else -1
    return 1 if target.indicator.polarity == "maximize" else 0


def _pairs(case: Case) -> Iterator[tuple[Target, Reported]]:
    for target in case.agreement.targets:
        for reported in case.by_code.get(target.code, ()):
            yield target, reported


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    _unknown,
    _duplicate,
    _out_of_year,
    _period,
    _mixed,
    _part_of_year,
    _level,
    _kind,
    _components,
    _falling,
)
RULES = (UNKNOWN, DUPLICATE, OUT_OF_YEAR, PERIOD, MIXED, PART_OF_YEAR, LEVEL, KIND, COMPONENTS, COMPONENTS_PER, FALLING)
