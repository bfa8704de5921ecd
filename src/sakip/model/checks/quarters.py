"""Pemeriksaan triwulan: whether it is said, and said rightly, how the periods of a year become one figure."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import get_args

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.model.checks.case import Case
from sakip.model.checks.periods import Year, planned_year, reported_year
from sakip.model.indicator import Consolidation, Indicator, Measure

__all__ = ["CHECKS", "RULES", "fitting"]

CONSOLIDATION = Rule(
    "IND-CONSOLIDATION",
    "error",
    Text(
        "Indikator {code} bertarget atau berealisasi per periode, tetapi cara konsolidasinya tidak disebutkan; {why}",
        "The indicator {code} has targets or realizations per period, but no consolidation is stated; {why}",
    ),
)
_FITS: tuple[tuple[Consolidation, Text], ...] = (
    ("sum", Text("sum (periodenya berjumlah setahun)", "sum (the periods add up to the year)")),
    ("average", Text("average (rata-ratanya sama dengan setahun)", "average (their mean is the year)")),
    (
        "last_level",
        Text(
            "last_level (yang terakhir sama dengan setahun, dan ada yang turun)",
            "last_level (the last is the year, and one falls)",
        ),
    ),
    (
        "last_progress",
        Text(
            "last_progress (yang terakhir sama dengan setahun, dan tidak ada yang turun)",
            "last_progress (the last is the year, and none falls)",
        ),
    ),
    ("minimum", Text("minimum (yang terkecil sama dengan setahun)", "minimum (the smallest is the year)")),
    ("maximum", Text("maximum (yang terbesar sama dengan setahun)", "maximum (the largest is the year)")),
    ("pool", Text("pool (dari pembilang dan penyebutnya)", "pool (from their numerators and denominators)")),
)
_UNKNOWN = Text(
    "tidak ada angka setahun beserta semua periodenya untuk dibandingkan",
    "there is no figure of the year with all its periods to compare",
)
_NONE = Text(
    "tidak satu cara pun yang sesuai untuknya menghasilkan angka setahunnya; periksa angkanya",
    "no consolidation that suits it gives its figure of the year; check the figures",
)
_NONE_FOR_BOTH = Text(
    "tidak satu cara pun yang sesuai untuknya menghasilkan target dan realisasi setahunnya sekaligus; periksa angkanya",
    "no consolidation that suits it gives both its target and its realization of the year; check the figures",
)


def _consolidation(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        indicator = target.indicator
        if indicator.consolidation is not None:
            continue
        if target.trajectory or len(case.parts_of_year(target.code)) > 1:
            years = [year for year in (planned_year(target, case), reported_year(target, case)) if year is not None]
            fits = _suiting(indicator, years)
            subject = case.target_subject(target.code, "indicator.consolidation")
            yield CONSOLIDATION.at(subject, code=target.code, why=_why(years, fits), fits=", ".join(fits) or "-")


def fitting(parts: Sequence[Fraction], whole: Fraction, decimals: int | None = None) -> tuple[Consolidation, ...]:
    """Konsolidasi yang cocok: which ways of consolidation give the figure of a year from those of its periods.

    ``last_progress`` fits where the last figure is the year's, some rise and none falls, for what is counted up never
    falls, whichever direction is better; ``last_level`` fits where the last figure is the year's otherwise. ``pool``
    needs numerators and denominators, so it is never among them. The answer is in the order of `Consolidation`.

    Args:
        parts: The figure of each period, in order.
        whole: The figure of the year.
        decimals: Decimals that the figures were rounded to; without them they are exact, but for a mean.

    Examples:
        >>> fitting([Fraction(10), Fraction(20), Fraction(30)], Fraction(60))
        ('sum',)
        >>> fitting([Fraction(10), Fraction(20), Fraction(30)], Fraction(30))
        ('last_progress', 'maximum')
        >>> fitting([Fraction(30), Fraction(30)], Fraction(30))
        ('average', 'last_level', 'minimum', 'maximum')
    """
    return _fitting([Year(whole, parts, decimals=decimals, measured=True)] if parts else [])


def _fitting(years: Sequence[Year]) -> tuple[Consolidation, ...]:
    steps = _steps(years)
    rising = any(step > 0 for step in steps) and not any(step < 0 for step in steps)
    barred = "last_level" if rising else "last_progress"

    def fits(how: Consolidation) -> bool:
        reached = [(year, figure) for year in years if (figure := year.reached(how)) is not None]
        return bool(reached) and all(year.allows(figure, how) for year, figure in reached)

    every: tuple[Consolidation, ...] = get_args(Consolidation)
    return tuple(how for how in every if how != barred and fits(how))


def _suiting(indicator: Indicator, years: Sequence[Year]) -> tuple[Consolidation, ...]:
    """The ways that fit and that would not be refused for this kind of indicator."""
    misfits = _misfits(indicator)
    return tuple(how for how in _fitting(years) if how not in misfits)


def _steps(years: Sequence[Year]) -> list[Fraction]:
    return [later - earlier for year in years for earlier, later in pairwise(year.parts)]


def _why(years: Sequence[Year], fits: Sequence[Consolidation]) -> Text:
    if not years:
        return _UNKNOWN
    if not fits:
        return _NONE if len(years) == 1 else _NONE_FOR_BOTH
    if "last_level" in fits and not any(_steps(years)):
        return Text(
            f"semua periodenya sama, jadi {_listed(fits, 'dan')} menghasilkan angka setahun yang sama",
            f"all its periods are equal, so {_listed(fits, 'and')} give the same for the year",
        )
    words = [word for how, word in _FITS if how in fits]
    return Text(
        f"angkanya cocok dengan {_listed([word.id for word in words], 'atau')}",
        f"its figures fit {_listed([word.en for word in words], 'or')}",
    )


def _listed(words: Sequence[str], joint: str) -> str:
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last


TRAJECTORY = Rule(
    "TGT-TRAJECTORY",
    "warning",
    Text(
        "Lintasan target {code} menghasilkan {reached} untuk setahun (konsolidasi {how}), padahal targetnya {value}; "
        "{why}",
        "The trajectory of {code} gives {reached} for the year (consolidation {how}), not the target {value}; {why}",
    ),
)


def _trajectory(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        how, value = target.indicator.consolidation, target.value
        year = None if how is None else planned_year(target, case)
        if how is None or year is None or not isinstance(value, Decimal):
            continue
        reached = year.reached(how)
        if reached is not None and not year.allows(reached, how):
            fits = _suiting(target.indicator, [year])
            yield TRAJECTORY.at(
                case.target_subject(target.code, "trajectory"),
                code=target.code,
                reached=reached,
                how=how,
                value=value,
                why=_why([year], fits),
                fits=", ".join(fits) or "-",
            )


CONSOLIDATION_FIT = Rule(
    "IND-CONSOLIDATION-FIT",
    "error",
    Text(
        "Konsolidasi {consolidation} tidak cocok untuk indikator {code} berjenis {measure}",
        "The consolidation {consolidation} does not fit the indicator {code}, which is a {measure}",
    ),
)
_MISFITS: tuple[tuple[Measure, tuple[Consolidation, ...]], ...] = (
    ("ratio", ("sum",)),
    ("index", ("sum",)),
    ("stock", ("sum",)),
    ("ordinal", ("sum", "average", "pool")),
    ("milestone", ("sum", "average", "pool")),
)


def _consolidation_fit(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        indicator = target.indicator
        if indicator.consolidation in _misfits(indicator):
            yield CONSOLIDATION_FIT.at(
                case.target_subject(target.code, "indicator.consolidation"),
                code=target.code,
                consolidation=str(indicator.consolidation),
                measure=str(_measure(indicator)),
            )


def _misfits(indicator: Indicator) -> tuple[Consolidation, ...]:
    return dict(_MISFITS).get(_measure(indicator) or "flow", ())


def _measure(indicator: Indicator) -> Measure | None:
    return indicator.measure if indicator.scale is None else "ordinal"


CONSOLIDATION_UNIT = Rule(
    "IND-CONSOLIDATION-UNIT",
    "warning",
    Text(
        "Indikator {code} tampak seperti persentase, rasio atau indeks ({sign}), tetapi dijumlahkan antarperiode; "
        "sebutkan measure='flow' bila memang hitungan",
        "The indicator {code} looks like a percentage, a ratio or an index ({sign}), yet it is summed over periods; "
        "state measure='flow' if it really is a count",
    ),
)
_RATE_UNIT = re.compile(r"\s*(?:%|persen|percent|rasio\b|ratio\b|indeks\b|index\b|per\s)", re.IGNORECASE)
_RATE_NAME = re.compile(r"\s*(?:persentase|percentage|rasio|ratio|indeks|index|rata-rata)\b", re.IGNORECASE)


def _consolidation_unit(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        indicator = target.indicator
        if indicator.consolidation != "sum" or indicator.measure is not None:
            continue
        sign = _sign_of_rate(indicator)
        if sign is not None:
            subject = case.target_subject(target.code, "indicator.consolidation")
            yield CONSOLIDATION_UNIT.at(subject, code=target.code, sign=sign)


def _sign_of_rate(indicator: Indicator) -> str | None:
    if indicator.unit is not None and _RATE_UNIT.match(indicator.unit):
        return indicator.unit
    return indicator.name if _RATE_NAME.match(indicator.name) else None


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    _consolidation,
    _trajectory,
    _consolidation_fit,
    _consolidation_unit,
)
RULES = (CONSOLIDATION, TRAJECTORY, CONSOLIDATION_FIT, CONSOLIDATION_UNIT)
