"""Tabel laporan tahunan: one row an indicator for machines, and for people which analyses are there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sakip.base.display import Column, Table
from sakip.base.form import Numbers, in_form
from sakip.base.text import Lang, Text
from sakip.lifecycle.reporting.analysis import ANALYSES, CHAPTER_III, Analysis, words_of
from sakip.lifecycle.reporting.objective import ObjectiveReport, named
from sakip.model.budget_line import Absorption
from sakip.scoring.tabulation import amounts_text, six_decimals
from sakip.scoring.trend import IndicatorTrend

if TYPE_CHECKING:
    from sakip.lifecycle.reporting.report import AnnualReport

__all__ = ["rows", "table"]

_TITLE = Text("Kelengkapan laporan kinerja {year}, {code}", "Completeness of the performance report {year}, {code}")
_OBJECTIVE = Text("Sasaran", "Objective")
_THERE, _LACKS = Text("ada", "yes"), Text("kurang", "lacks")
_COLUMN = Text("{number}: {title}", "{number}: {title}")


def rows(report: "AnnualReport", lang: Lang, numbers: Numbers) -> list[dict[str, Any]]:
    """Baris laporan: one flat dict an indicator."""
    year = report.agreement.year
    judged = {row["indicator"]: row for row in report.comparison.rows(numbers=numbers) if row["year"] == year}
    found: list[dict[str, Any]] = []
    for one in report.objectives:
        lacking, money = _lacking(one), {**_money(one.absorption), **_efficiency(one)}
        for trend in one.trends:
            told = {**judged[trend.code], **_words(one, trend, lang), "lacking": lacking[trend.code], **money}
            found.append({"objective": one.objective.name, "objective_code": one.objective.code, **told})
    return in_form(found, numbers)


def _words(one: ObjectiveReport, trend: IndicatorTrend, lang: Lang) -> dict[str, Any]:
    *before, last = trend.figures
    achievement = last.result.score.achievement
    said, narrative = last.result.realizations, one.narrative
    return {
        "achievement": None if achievement is None else six_decimals(achievement),
        "earlier": "; ".join(f"{figure.year}: {amounts_text(figure.result, lang)[1]}" for figure in before),
        "causes": _paragraphs(narrative.causes, *words_of(said, "obstacle"), *words_of(said, "driver")),
        "remedies": _paragraphs(narrative.remedies, *words_of(said, "remedy")),
        "efficiency": narrative.efficiency,
        "programmes": ", ".join(line.code for line in one.lines),
    }


def _lacking(one: ObjectiveReport) -> dict[str, str]:
    """The codes of what is found about each indicator, or about the whole objective, in the order of the analyses."""
    whole: list[tuple[int, str]] = []
    own: dict[str, list[tuple[int, str]]] = {trend.code: [] for trend in one.trends}
    findings = (finding for analysis in one.analyses for finding in analysis.findings)
    for place, finding in enumerate(findings):
        code = finding.subject.rpartition(".targets[")[2].removesuffix("]")
        own.get(code, whole).append((place, finding.code))
    return {code: ", ".join(dict.fromkeys(name for _, name in sorted([*found, *whole]))) for code, found in own.items()}


def _paragraphs(*words: str | None) -> str | None:
    return "\n".join(word for word in words if word is not None) or None


def _money(spent: Absorption | None) -> dict[str, Any]:
    return {
        "ceiling": None if spent is None else spent.ceiling,
        "spent": None if spent is None else spent.realization,
        "absorption": None if spent is None else spent.value,
    }


def _efficiency(one: ObjectiveReport) -> dict[str, Any]:
    found = one.efficiency
    return {
        "efficiency_value": None if found is None else found.value,
        "efficiency_label": None if found is None else found.label,
    }


def table(report: "AnnualReport", lang: Lang) -> Table:
    """Tabel kelengkapan: which of the seven analyses are there, objective by objective, and below what lacks."""
    title = {"year": str(report.agreement.year), "code": report.agreement.code}
    return Table(
        _TITLE.render(lang, title),
        [
            Column(_OBJECTIVE.render(lang)),
            *(Column(str(number), "center") for number in range(1, len(ANALYSES) + 1)),
        ],
        [(named(one.objective), *(_state(analysis, lang) for analysis in one.analyses)) for one in report.objectives],
        notes=list(_notes(report, lang)),
    )


def _state(analysis: Analysis, lang: Lang) -> str:
    return (_THERE if analysis.is_complete else _LACKS).render(lang)


def _notes(report: "AnnualReport", lang: Lang) -> Iterator[str]:
    """The names of the columns, everything that lacks, and where the seven are written."""
    for number, (_, title) in enumerate(ANALYSES, start=1):
        yield _COLUMN.render(lang, {"number": str(number), "title": title})
    yield from (f"{finding.text(lang)} [{finding.code}]" for finding in report.check())
    yield CHAPTER_III.text(lang)
