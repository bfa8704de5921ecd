"""Analisis laporan: the seven analyses of each objective, and what each of them lacks."""

from collections.abc import Iterator, Sequence
from typing import Literal

from attrs import frozen

from sakip.base.finding import Finding
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text
from sakip.lifecycle.reporting.narrative import Narrative
from sakip.model.budget_line import Absorption, BudgetLine
from sakip.model.realization import Realization
from sakip.scoring.outcome import Reason
from sakip.scoring.parts import IndicatorEvaluation, ObjectiveEvaluation
from sakip.scoring.trend import IndicatorTrend

__all__ = ["ANALYSES", "CHAPTER_III", "RULES", "Analysis", "AnalysisKind", "Told", "Words", "analyses", "words_of"]

AnalysisKind = Literal["target", "earlier_years", "medium_term", "national", "causes", "efficiency", "programmes"]
"""Jenis analisis: the seven of chapter III.A, in their order."""

Words = Literal["obstacle", "driver", "remedy"]
"""Kata: what a realization may say of itself."""

ANALYSES: tuple[tuple[AnalysisKind, Text], ...] = (
    ("target", Text("Target dan realisasi tahun ini", "Target and realization of the year")),
    ("earlier_years", Text("Dibandingkan dengan tahun-tahun sebelumnya", "Compared with earlier years")),
    ("medium_term", Text("Dibandingkan dengan target jangka menengah", "Compared with the medium-term target")),
    ("national", Text("Dibandingkan dengan standar nasional", "Compared with the national standard")),
    ("causes", Text("Penyebab dan solusi", "Causes and remedies")),
    ("efficiency", Text("Efisiensi penggunaan sumber daya", "Efficiency in the use of resources")),
    ("programmes", Text("Program dan kegiatan penunjang", "Supporting programmes and activities")),
)
"""Tujuh analisis: what a report must tell of each objective."""

CHAPTER_III = Reference("PermenPANRB 53/2014", article="lampiran II, bab III", certainty="read")
"""Dasar bab III: the outline of the report, which names the seven analyses and the spending of the budget."""

EMPTY = Rule(
    "LKJ-EMPTY",
    "error",
    Text(
        "{objective}: tanpa indikator, sehingga tidak ada yang dapat dianalisis",
        "{objective}: without indicators, so that nothing can be analysed",
    ),
)
TARGET = Rule(
    "LKJ-TARGET",
    "error",
    Text("{code}: tanpa realisasi tahun ini: {why}", "{code}: no realization of the year: {why}"),
)
YEARS = Rule(
    "LKJ-YEARS",
    "error",
    Text(
        "{objective}: tidak dibandingkan dengan tahun mana pun sebelumnya",
        "{objective}: not compared with any earlier year",
    ),
)
YEAR_BEFORE = Rule(
    "LKJ-YEAR-BEFORE",
    "warning",
    Text("{code}: angka tahun {year} tidak ada", "{code}: there is no figure of {year}"),
)
FEW_YEARS = Rule(
    "LKJ-FEW-YEARS",
    "note",
    Text(
        "{objective}: hanya dibandingkan dengan satu tahun, {year}; diminta beberapa tahun terakhir",
        "{objective}: compared with one year only, {year}; several preceding years are asked for",
    ),
)
NEW = Rule(
    "LKJ-NEW",
    "note",
    Text(
        "{code}: baru pada tahun ini, tidak ada angka sebelumnya",
        "{code}: new in this year, there are no earlier figures",
    ),
)
BROKEN = Rule(
    "LKJ-BROKEN",
    "note",
    Text(
        "{code}: definisinya berubah sejak {year}; terangkan mengapa tidak dapat dibandingkan",
        "{code}: its definition changed since {year}; explain why the years cannot be compared",
    ),
)
MEDIUM_TERM = Rule(
    "LKJ-MEDIUM-TERM",
    "error",
    Text("{code}: tanpa target jangka menengah", "{code}: no medium-term target"),
)
NATIONAL = Rule(
    "LKJ-NATIONAL",
    "warning",
    Text(
        "{code}: tanpa standar nasional; bila memang tidak ada, sebutkan dalam no_standard",
        "{code}: no national standard; if there is none, say so in no_standard",
    ),
)
CAUSES = Rule(
    "LKJ-CAUSES",
    "error",
    Text(
        "{code}: {status}, tetapi {what} tidak diterangkan",
        "{code}: {status}, but nothing is said of {what}",
    ),
)
REMEDIES = Rule(
    "LKJ-REMEDIES",
    "error",
    Text(
        "{code}: tidak tercapai, tetapi solusinya tidak diterangkan",
        "{code}: missed, but nothing is said of remedies",
    ),
)
EFFICIENCY = Rule(
    "LKJ-EFFICIENCY",
    "error",
    Text(
        "{objective}: efisiensi tidak dapat diterangkan: {why}",
        "{objective}: nothing can be said of efficiency: {why}",
    ),
)
PROGRAMMES = Rule(
    "LKJ-PROGRAMMES",
    "error",
    Text(
        "{objective}: tidak ada program atau kegiatan yang menunjang targetnya",
        "{objective}: no programme or activity serves its targets",
    ),
)
RULES = (
    EMPTY,
    TARGET,
    YEARS,
    YEAR_BEFORE,
    FEW_YEARS,
    NEW,
    BROKEN,
    MEDIUM_TERM,
    NATIONAL,
    CAUSES,
    REMEDIES,
    EFFICIENCY,
    PROGRAMMES,
)
"""Aturan analisis: what the seven analyses may lack."""

# Why there is no figure, where the report has said so and nothing more is to be told.
_TOLD = ("not-applicable", "awaiting-release")
# Why there is no score of what fell short all the same: an opinion that was lost, a day that was missed.
_SHORT = ("ordinal-shortfall", "late")
_MISSED, _MET = Text("tidak tercapai", "missed"), Text("tercapai", "met")
_OBSTACLE, _DRIVER = Text("hambatannya", "obstacles"), Text("pendorongnya", "drivers")
_NO_LINES = Text("tidak ada anggaran yang menunjang targetnya", "no budget serves its targets")
_NO_SPENDING = Text("realisasi anggarannya belum diketahui", "the spending is not known")
_NO_CEILING = Text("pagunya nol", "the ceiling is zero")
_NO_SCORE = Text("capaian sasarannya belum ada", "the objective has no score")


@frozen
class Analysis:
    """Analisis: one of the seven, and what it lacks.

    Attributes:
        kind: Which of `ANALYSES`.
        findings: What it lacks, and remarks on it.
        waits_for: Codes of the indicators without a realization of the year, which it cannot be made without; that they
            lack is a finding of the first analysis alone. Of an objective without indicators, the objective itself.
    """

    kind: AnalysisKind
    findings: tuple[Finding, ...]
    waits_for: tuple[str, ...] = ()

    __reduce__ = reduce_by_fields

    @property
    def is_complete(self) -> bool:
        """Lengkap: whether it lacks nothing and waits for nothing; remarks alone leave it complete."""
        return not self.waits_for and all(finding.severity == "note" for finding in self.findings)

    def title(self, lang: Lang = "id") -> str:
        """Judul analisis: its name in one language."""
        return dict(ANALYSES)[self.kind].render(lang)


@frozen(kw_only=True)
class Told:
    """Bahan analisis: what is known of one objective."""

    subject: str
    evaluation: ObjectiveEvaluation
    trends: tuple[IndicatorTrend, ...]
    years: tuple[int, ...]
    narrative: Narrative
    lines: tuple[BudgetLine, ...]
    absorption: Absorption | None
    no_standard: frozenset[str]

    @property
    def name(self) -> str:
        """The objective, by its code if it has one."""
        return self.evaluation.objective.code or self.evaluation.objective.name

    def at(self, code: str) -> str:
        """The subject of one indicator."""
        return f"{self.subject}.targets[{code}]"


def analyses(told: Told) -> tuple[Analysis, ...]:
    """Tujuh analisis: each with what it lacks and what it waits for."""
    return tuple(Analysis(kind, tuple(_LOOK[kind](told)), _waits_for(told, kind)) for kind, _ in ANALYSES)


def _waits_for(told: Told, kind: AnalysisKind) -> tuple[str, ...]:
    """What has no realization of the year, as far as an analysis needs one and its words do not stand in for it."""
    spoken = {
        "national": told.no_standard,
        "causes": {one.code for one in told.evaluation.indicators if _is_explained(told, one)},
    }
    in_words = kind == "efficiency" and told.narrative.efficiency is not None
    if kind in {"target", "programmes"} or in_words:
        return ()
    if not told.trends:
        return () if kind == "national" else (told.name,)
    return tuple(one.code for one in told.evaluation.indicators if _lacks(one) and one.code not in spoken.get(kind, ()))


def _lacks(one: IndicatorEvaluation) -> bool:
    """Whether there is no realization of the year, and the report does not say why there cannot be one."""
    return isinstance(one.fact, Reason) and one.fact.code not in _TOLD


def _is_explained(told: Told, one: IndicatorEvaluation) -> bool:
    return told.narrative.causes is not None or bool(words_of(one.realizations, "obstacle"))


def words_of(realizations: Sequence[Realization], name: Words) -> tuple[str, ...]:
    """Kata realisasi: what the realizations of an indicator say of its obstacles, drivers or remedies, each once.

    Examples:
        >>> words_of([Realization("IKU-1", 1, obstacle="Hujan"), Realization("IKU-1", 2)], "obstacle")
        ('Hujan',)
    """
    said = (getattr(one, name) for one in realizations)
    return tuple(dict.fromkeys(word for word in said if word is not None))


def _target(told: Told) -> Iterator[Finding]:
    if not told.trends:
        yield EMPTY.at(told.subject, objective=told.name)
    for one in told.evaluation.indicators:
        if isinstance(one.fact, Reason) and _lacks(one):
            why = Text.literal(one.fact.text("id"), one.fact.text("en"))
            yield TARGET.at(told.at(one.code), code=one.code, why=why)


def _earlier_years(told: Told) -> Iterator[Finding]:
    *earlier, this = told.years
    if not earlier:
        yield YEARS.at(told.subject, objective=told.name)
        return
    for trend in told.trends:
        last = trend.figures[-1]
        before = trend.figures[:-1]
        if not before:
            yield NEW.at(told.at(trend.code), code=trend.code)
        elif last.trend == "broken":
            yield BROKEN.at(told.at(trend.code), code=trend.code, year=str(before[-1].year))
        elif before[-1].year != this - 1 or isinstance(before[-1].result.fact, Reason):
            yield YEAR_BEFORE.at(told.at(trend.code), code=trend.code, year=str(this - 1))
    if len(earlier) == 1:
        yield FEW_YEARS.at(told.subject, objective=told.name, year=str(earlier[0]))


def _medium_term(told: Told) -> Iterator[Finding]:
    for trend in told.trends:
        if trend.medium_term is None:
            yield MEDIUM_TERM.at(told.at(trend.code), code=trend.code)


def _national(told: Told) -> Iterator[Finding]:
    for trend in told.trends:
        if trend.national is None and trend.code not in told.no_standard:
            yield NATIONAL.at(told.at(trend.code), code=trend.code)


def _causes(told: Told) -> Iterator[Finding]:
    for one in told.evaluation.indicators:
        short = one.score.reason is not None and one.score.reason.code in _SHORT
        if short or one.status in {"met", "missed"}:
            yield from _why(told, one, missed=short or one.status == "missed")


def _why(told: Told, one: IndicatorEvaluation, *, missed: bool) -> Iterator[Finding]:
    """A promise that was missed wants an obstacle and a remedy, one that was kept a driver."""
    subject = told.at(one.code)
    said = words_of(one.realizations, "obstacle" if missed else "driver")
    if told.narrative.causes is None and not said:
        status, what = (_MISSED, _OBSTACLE) if missed else (_MET, _DRIVER)
        yield CAUSES.at(subject, code=one.code, status=status, what=what)
    if missed and told.narrative.remedies is None and not words_of(one.realizations, "remedy"):
        yield REMEDIES.at(subject, code=one.code)


def _efficiency(told: Told) -> Iterator[Finding]:
    spent = told.absorption
    if told.narrative.efficiency is not None:
        return
    if spent is None:
        yield EFFICIENCY.at(told.subject, objective=told.name, why=_NO_LINES)
    elif spent.reason is not None:
        why = _NO_SPENDING if spent.reason == "not-realized" else _NO_CEILING
        yield EFFICIENCY.at(told.subject, objective=told.name, why=why)
    elif told.evaluation.score.value is None:
        yield EFFICIENCY.at(told.subject, objective=told.name, why=_NO_SCORE)


def _programmes(told: Told) -> Iterator[Finding]:
    if not told.lines:
        yield PROGRAMMES.at(told.subject, objective=told.name)


_LOOK = {
    "target": _target,
    "earlier_years": _earlier_years,
    "medium_term": _medium_term,
    "national": _national,
    "causes": _causes,
    "efficiency": _efficiency,
    "programmes": _programmes,
}
