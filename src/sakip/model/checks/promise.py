"""Pemeriksaan janji: what can be wrong in the agreement itself, before anything is delivered."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.model.checks.case import Case, RuleSet, named
from sakip.model.scale import Level
from sakip.model.target import Range, Target
from sakip.model.vocabulary import polarity_text

__all__ = ["CHECKS", "RULES"]

EMPTY = Rule(
    "AGR-EMPTY",
    "error",
    Text("Perjanjian ini tidak memuat satu target pun", "The agreement holds no target at all"),
    blocking=True,
)


def _empty(case: Case) -> Iterator[Finding]:
    if not case.agreement.targets:
        yield EMPTY.at(case.subject)


OBJECTIVE_EMPTY = Rule(
    "OBJ-EMPTY",
    "error",
    Text(
        "Sasaran '{objective}' tidak memiliki indikator; tambahkan indikator dengan targetnya",
        "The objective '{objective}' has no indicator; add one with its target",
    ),
)


def _objective_empty(case: Case) -> Iterator[Finding]:
    for place, objective in enumerate(case.agreement.objectives):
        if not objective.targets:
            yield OBJECTIVE_EMPTY.at(f"{case.subject}.objectives[{place}]", objective=objective.name)


DUPLICATE = Rule(
    "TGT-DUPLICATE",
    "error",
    Text(
        "Indikator {code} memiliki {count} target; sisakan satu",
        "The indicator {code} has {count} targets; keep one",
    ),
    blocking=True,
)


def _duplicate(case: Case) -> Iterator[Finding]:
    counts: dict[str, int] = {}
    for target in case.agreement.targets:
        counts[target.code] = counts.get(target.code, 0) + 1
    for code, count in counts.items():
        if count > 1:
            yield DUPLICATE.at(case.target_subject(code), code=code, count=count)


UNIT = Rule(
    "IND-UNIT",
    "error",
    Text("Indikator {code} tidak memiliki satuan", "The indicator {code} has no unit"),
)


def _unit(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        if target.indicator.unit is None and isinstance(target.value, (Decimal, Range)):
            yield UNIT.at(case.target_subject(target.code, "indicator.unit"), code=target.code)


OUTPUT = Rule(
    "IND-OUTPUT",
    "warning",
    Text(
        "Indikator {code} pada jenjang {echelon} berbunyi keluaran ('{name}'); rumuskan hasilnya",
        "The indicator {code} at level {echelon} is worded as an output ('{name}'); word the outcome",
    ),
)
_OUTPUT_NAME = re.compile(
    r"\s*(?:jumlah|banyaknya|tersedianya|tersusunnya|terlaksananya)\s+"
    r"(?:dokumen|kegiatan|laporan|rapat|sosialisasi|pelatihan|bimtek|bimbingan teknis|monitoring|surat)\b",
    re.IGNORECASE,
)
_BELOW_OUTCOME = ("output", "process", "input")


def _output(case: Case) -> Iterator[Finding]:
    echelon = case.agreement.first_party.echelon
    if echelon is None or echelon.rank > 2 or echelon.kind not in {"head", "structural"}:
        return
    for target in case.agreement.targets:
        indicator = target.indicator
        if indicator.level in _BELOW_OUTCOME or (indicator.level is None and _OUTPUT_NAME.match(indicator.name)):
            subject = case.target_subject(target.code, "indicator.name")
            yield OUTPUT.at(subject, code=target.code, echelon=echelon.code, name=indicator.name)


SCALE = Rule(
    "IND-SCALE",
    "error",
    Text(
        "Indikator {code} bersifat ordinal tetapi tidak menyebutkan skalanya",
        "The indicator {code} is ordinal but names no scale",
    ),
)


def _scale(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        ordinal = isinstance(target.value, Level) or target.indicator.measure == "ordinal"
        if ordinal and target.indicator.scale is None:
            yield SCALE.at(case.target_subject(target.code, "indicator.scale"), code=target.code)


TARGET_LEVEL = Rule(
    "TGT-LEVEL",
    "error",
    Text(
        "Target '{level}' tidak ada dalam skala indikator {code}: {levels}",
        "The target '{level}' is not in the scale of the indicator {code}: {levels}",
    ),
)


def _target_level(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        value, scale = target.value, target.indicator.scale
        if isinstance(value, Level) and scale is not None and value not in scale:
            yield TARGET_LEVEL.at(
                case.target_subject(target.code, "value"),
                code=target.code,
                level=value.name,
                levels=", ".join(scale.names),
            )


ZERO = Rule(
    "TGT-ZERO",
    "error",
    Text(
        "Target {code} nol, dan tidak ada aturan target nol yang berlaku{stated}; sebutkan aturannya pada kebijakan",
        "The target {code} is zero, and no rule for zero targets applies{stated}; state one in the policy",
    ),
)


def _zero(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        zero = isinstance(target.value, Decimal) and not target.value
        if zero and not _has_zero_rule(target, case.policy):
            rule = "" if case.policy is None else case.policy.zero_target
            stated = f" ({rule})" if rule else ""
            yield ZERO.at(case.target_subject(target.code, "value"), code=target.code, rule=rule, stated=stated)


def _has_zero_rule(target: Target, policy: RuleSet | None) -> bool:
    if policy is None:
        return False
    polarity = target.indicator.polarity
    if target.baseline is not None and "B" in getattr(policy.slot(polarity, "number")[0], "symbols", ()):
        # Progress from a baseline does not divide by the target.
        return True
    return {
        "exclude": True,
        "met_is_100": True,
        "cap_if_positive": polarity == "maximize",
        "worst_value": polarity == "minimize" and target.worst_value is not None and target.worst_value > 0,
    }.get(policy.zero_target, False)


EASIER = Rule(
    "TGT-EASIER",
    "note",
    Text(
        "Target {code} lebih ringan daripada realisasi tahun lalu ({last_year}); jelaskan alasannya",
        "The target {code} is easier than last year's realization ({last_year}); say why",
    ),
)


def _easier(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        if target.last_year is not None and _beside(target, target.last_year) < 0:
            yield EASIER.at(case.target_subject(target.code, "value"), code=target.code, last_year=target.last_year)


def _beside(target: Target, number: Decimal) -> int:
    """1 where even the least that is promised is better than a number, -1 where all of it is worse, else 0.

    Of what is to be kept stable nothing is better or worse.
    """
    value, better = target.value, {"maximize": 1, "minimize": -1, "stabilize": 0}[target.indicator.polarity]
    if not isinstance(value, (Decimal, Range)):
        return 0
    low, high = (value.low, value.high) if isinstance(value, Range) else (value, value)
    return better if low > number else -better if high < number else 0


BASELINE = Rule(
    "TGT-BASELINE",
    "warning",
    Text(
        "Target {code} lebih buruk daripada kondisi awalnya ({baseline}), sebab {polarity}; "
        "periksa polaritas dan kedua angkanya",
        "The target {code} is worse than its baseline ({baseline}), since {polarity}; "
        "check the polarity and both numbers",
    ),
)


def _baseline(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        baseline, polarity = target.baseline, target.indicator.polarity
        if baseline is not None and _beside(target, baseline) < 0:
            subject = case.target_subject(target.code, "baseline")
            yield BASELINE.at(subject, code=target.code, baseline=baseline, polarity=polarity_text(polarity))


CEILING = Rule(
    "TGT-CEILING",
    "error",
    Text(
        "Target {code} melampaui nilai terbaik yang mungkin ({ceiling}), sebab {polarity}",
        "The target {code} is beyond the best attainable value ({ceiling}), since {polarity}",
    ),
)


def _ceiling(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        ceiling, polarity = target.ceiling, target.indicator.polarity
        if ceiling is not None and _beside(target, ceiling) > 0:
            subject = case.target_subject(target.code, "ceiling")
            yield CEILING.at(subject, code=target.code, ceiling=ceiling, polarity=polarity_text(polarity))


TRAJECTORY_YEAR = Rule(
    "TGT-OUT-OF-YEAR",
    "error",
    Text(
        "Lintasan target {code} memuat {period}, di luar tahun anggaran {year}",
        "The trajectory of the target {code} holds {period}, outside the fiscal year {year}",
    ),
)


def _trajectory_year(case: Case) -> Iterator[Finding]:
    year = case.agreement.period
    for target in case.agreement.targets:
        for period in target.trajectory.periods:
            if not year.contains(period):
                subject = case.target_subject(target.code, f"trajectory[{period.code}]")
                yield TRAJECTORY_YEAR.at(subject, code=target.code, period=named(period), year=str(year.fiscal_year))


DATE_YEAR = Rule(
    "TGT-DATE-OUT-OF-YEAR",
    "warning",
    Text(
        "Target {code} jatuh pada {day}, di luar tahun anggaran {year}; periksa tanggalnya",
        "The target {code} is due on {day}, outside the fiscal year {year}; check the date",
    ),
)


def _date_year(case: Case) -> Iterator[Finding]:
    year = case.agreement.period
    for target in case.agreement.targets:
        day = target.value
        if isinstance(day, date) and not year.first_day <= day <= year.last_day:
            subject = case.target_subject(target.code, "value")
            yield DATE_YEAR.at(subject, code=target.code, day=day, year=str(year.fiscal_year))


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    _empty,
    _objective_empty,
    _duplicate,
    _unit,
    _output,
    _scale,
    _target_level,
    _zero,
    _easier,
    _baseline,
    _ceiling,
    _trajectory_year,
    _date_year,
)
RULES = (
    EMPTY,
    OBJECTIVE_EMPTY,
    DUPLICATE,
    UNIT,
    OUTPUT,
    SCALE,
    TARGET_LEVEL,
    ZERO,
    EASIER,
    BASELINE,
    CEILING,
    TRAJECTORY_YEAR,
    DATE_YEAR,
)
