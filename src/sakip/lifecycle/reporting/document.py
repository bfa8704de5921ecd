"""Naskah bab III: what the report tells, objective after objective, as plain text for a terminal or an editor."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.base.display.cell import line_width
from sakip.base.notation import format_number
from sakip.base.text import Argument, Lang, Text
from sakip.lifecycle.reporting.analysis import Words, words_of
from sakip.lifecycle.reporting.objective import ObjectiveReport
from sakip.lifecycle.spending.measuring import OutputEfficiency
from sakip.lifecycle.spending.output import OUTPUT_REASONS
from sakip.model.budget import rupiah_text
from sakip.scoring.outcome import Reason
from sakip.scoring.tabulation import amounts_text
from sakip.scoring.trend import Benchmark, Direction, IndicatorTrend
from sakip.scoring.wording import folded, score_text, value_text

if TYPE_CHECKING:
    from sakip.lifecycle.reporting.report import AnnualReport

__all__ = ["written"]

_TITLE = Text("BAB III AKUNTABILITAS KINERJA", "CHAPTER III ACCOUNTABILITY")
_OF = Text("{code}, {position}, tahun {year}", "{code}, {position}, year {year}")
_A, _B = Text("A. Capaian kinerja", "A. Achievement"), Text("B. Realisasi anggaran", "B. Spending of the budget")
_OBJECTIVE = Text("Sasaran: {name} (nilai {score})", "Objective: {name} (score {score})")
_FIGURES = Text(
    "{code} {name}: target {target}, realisasi {realization}, capaian {achievement}",
    "{code} {name}: target {target}, realization {realization}, achievement {achievement}",
)
_REASON = Text("{code}: {why}", "{code}: {why}")
_YEARS = Text("{code}: {figures}", "{code}: {figures}")
_CHANGED = Text("; {points} sejak {since}, {direction}", "; {points} since {since}, {direction}")
_DIRECTIONS: dict[Direction, Text] = {
    "better": Text("membaik", "better"),
    "worse": Text("memburuk", "worse"),
    "same": Text("tetap", "the same"),
}
_HELD = Text("{code}: {value}, selisih {gap}, nilai {score}", "{code}: {value}, difference {gap}, score {score}")
_NO_STANDARD = Text("{code}: tidak ada standar nasional", "{code}: there is no national standard")
_DRIVER = Text("{code}, pendorong: {words}", "{code}, driver: {words}")
_OBSTACLE = Text("{code}, hambatan: {words}", "{code}, obstacle: {words}")
_REMEDY = Text("{code}, solusi: {words}", "{code}, remedy: {words}")
_SAID: tuple[tuple[Text, Words], ...] = ((_DRIVER, "driver"), (_OBSTACLE, "obstacle"), (_REMEDY, "remedy"))
_CAUSES, _REMEDIES = Text("Penyebab: {words}", "Causes: {words}"), Text("Solusi: {words}", "Remedies: {words}")
_WORDS = Text("{words}", "{words}")
_SPENT = Text(
    "Nilai sasaran {score}; terserap {absorption} dari anggaran penunjang Rp{ceiling}",
    "Score of the objective {score}; absorbed {absorption} of the budget that serves it, Rp{ceiling}",
)
_LINE = Text("{code} {name}: pagu Rp{ceiling}, realisasi {spent}", "{code} {name}: ceiling Rp{ceiling}, spent {spent}")
_ACHIEVED = Text("capaian rata-rata {achievement}", "mean achievement {achievement}")
_WAITING = Text("Menunggu realisasi tahun ini: {codes}", "Waiting for the realization of the year: {codes}")
_LACKING = Text("Kurang: {text} [{code}]", "Lacking: {text} [{code}]")
_REMARK = Text("Catatan: {text} [{code}]", "Remark: {text} [{code}]")


def written(report: "AnnualReport", lang: Lang, width: int | None) -> str:
    """Naskah: chapter III as text, folded to a width."""
    return folded("\n".join(_lines(report, lang, line_width(width, "AnnualReport.document.width"))), width or 80)


def _lines(report: "AnnualReport", lang: Lang, width: int) -> Iterator[str]:
    agreement = report.agreement
    yield _TITLE.render(lang)
    of: dict[str, Argument] = {"position": agreement.first_party.position, "year": str(agreement.year)}
    yield _OF.render(lang, {"code": agreement.code, **of})
    yield from ("", _A.render(lang))
    for one in report.objectives:
        score = score_text(one.evaluation.score, lang)
        yield from ("", _OBJECTIVE.render(lang, {"name": one.objective.name, "score": score}))
        for number, analysis in enumerate(one.analyses, start=1):
            yield f"{number}. {analysis.title(lang)}"
            yield from (f"   {line}" for line in _TELL[analysis.kind](one, lang))
            if analysis.waits_for:
                yield f"   {_WAITING.render(lang, {'codes': ', '.join(analysis.waits_for)})}"
            for finding in analysis.findings:
                label = _REMARK if finding.severity == "note" else _LACKING
                yield f"   {label.render(lang, {'text': finding.text(lang), 'code': finding.code})}"
    yield from ("", _B.render(lang), "")
    if report.budget is not None:
        yield report.budget.text(lang, width=width)
    for found in report.check():
        if found.code in {"LKJ-BUDGET", "LKJ-SPENDING"}:
            yield _LACKING.render(lang, {"text": found.text(lang), "code": found.code})


def _percent(value: Fraction | None, lang: Lang) -> str:
    return "–" if value is None else f"{format_number(value, decimals=2, lang=lang)} %"


def _figures(one: ObjectiveReport, lang: Lang) -> Iterator[str]:
    for result in one.evaluation.indicators:
        target, realization = amounts_text(result, lang)
        told: dict[str, Argument] = {
            "code": result.code,
            "name": result.target.indicator.name,
            "target": target,
            "realization": realization,
            "achievement": _percent(result.score.achievement, lang),
        }
        yield _FIGURES.render(lang, told)
        if isinstance(result.trace, Reason):
            yield _REASON.render(lang, {"code": result.code, "why": result.trace.text(lang)})


def _years(one: ObjectiveReport, lang: Lang) -> Iterator[str]:
    for trend in one.trends:
        if len(trend.figures) > 1:
            figures = ", ".join(f"{each.year} {amounts_text(each.result, lang)[1]}" for each in trend.figures)
            yield _YEARS.render(lang, {"code": trend.code, "figures": figures}) + _changed(trend, lang)


def _changed(trend: IndicatorTrend, lang: Lang) -> str:
    change = trend.changes[-1]
    if change.points is None or change.direction is None:
        return ""
    told: dict[str, Argument] = {
        "points": _signed(change.points, lang),
        "since": str(change.since),
        "direction": _DIRECTIONS[change.direction],
    }
    return _CHANGED.render(lang, told)


def _signed(value: Fraction | None, lang: Lang) -> str:
    if value is None:
        return "–"
    decimals = None if 100 % value.denominator == 0 else 2
    return f"{'+' if value > 0 else ''}{format_number(value, decimals=decimals, lang=lang)}"


def _medium_term(one: ObjectiveReport, lang: Lang) -> Iterator[str]:
    return _benchmarks([(trend.code, trend.medium_term) for trend in one.trends], lang)


def _national(one: ObjectiveReport, lang: Lang) -> Iterator[str]:
    yield from _benchmarks([(trend.code, trend.national) for trend in one.trends], lang)
    yield from (_NO_STANDARD.render(lang, {"code": code}) for code in one.no_standard)


def _benchmarks(held: list[tuple[str, Benchmark | None]], lang: Lang) -> Iterator[str]:
    for code, found in held:
        if found is not None:
            told: dict[str, Argument] = {
                "code": code,
                "value": value_text(found.value, None, lang),
                "gap": _signed(found.gap, lang),
                "score": score_text(found.score, lang),
            }
            yield _HELD.render(lang, told)


def _causes(one: ObjectiveReport, lang: Lang) -> Iterator[str]:
    for template, words in ((_CAUSES, one.narrative.causes), (_REMEDIES, one.narrative.remedies)):
        if words is not None:
            yield template.render(lang, {"words": words})
    for result in one.evaluation.indicators:
        for template, name in _SAID:
            for words in words_of(result.realizations, name):
                yield template.render(lang, {"code": result.code, "words": words})


def _efficiency(one: ObjectiveReport, lang: Lang) -> Iterator[str]:
    if one.narrative.efficiency is not None:
        yield _WORDS.render(lang, {"words": one.narrative.efficiency})
    spent = one.absorption
    if spent is not None:
        told: dict[str, Argument] = {
            "score": score_text(one.evaluation.score, lang),
            "ceiling": rupiah_text(spent.ceiling, lang),
            "absorption": _percent(spent.exact, lang),
        }
        yield _SPENT.render(lang, told)
    if one.efficiency is not None:
        yield _measured(one.efficiency, lang)


def _measured(found: OutputEfficiency, lang: Lang) -> str:
    title = found.form.title.render(lang)
    achieved = _ACHIEVED.render(lang, {"achievement": _percent(Fraction(found.output.achievement or 0), lang)})
    if found.value is None:
        words = [f"{text.render(lang)} [{code}]" for code, text in OUTPUT_REASONS if code == found.reason]
    else:
        words = [found.form.number_text(found.value, lang), *filter(None, [found.label])]
    return f"{title}: {', '.join([*words, achieved])}"


def _programmes(one: ObjectiveReport, lang: Lang) -> Iterator[str]:
    for line, absorption in zip(one.lines, one.absorptions, strict=True):
        realized = absorption.realization
        spent = "–" if realized is None else f"Rp{rupiah_text(realized, lang)}"
        told: dict[str, Argument] = {"code": line.code, "name": line.name, "spent": spent}
        yield _LINE.render(lang, {**told, "ceiling": rupiah_text(line.ceiling, lang)})


_TELL = {
    "target": _figures,
    "earlier_years": _years,
    "medium_term": _medium_term,
    "national": _national,
    "causes": _causes,
    "efficiency": _efficiency,
    "programmes": _programmes,
}
