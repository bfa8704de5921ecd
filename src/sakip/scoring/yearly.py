"""Tabel antartahun: a comparison of years as flat rows for machines and as a table for people."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from sakip.base.display import Column, Table
from sakip.base.form import Numbers, in_form
from sakip.base.notation import format_number
from sakip.base.text import Argument, Lang, Text
from sakip.scoring.outcome import Reason
from sakip.scoring.tabulation import Cell, amounts_text, plain, row_of, six_decimals
from sakip.scoring.trend import Benchmark, Direction, IndicatorTrend, YearChange, YearFigure
from sakip.scoring.wording import completeness_text, score_text, value_text

if TYPE_CHECKING:
    from sakip.scoring.comparison import Comparison

__all__ = ["YEAR_COLUMNS", "rows", "table"]

YEAR_COLUMNS: tuple[tuple[str, Text], ...] = (
    ("indicator", Text("kode indikator pada tahun terakhir", "code of the indicator in the last year")),
    ("name", Text("nama indikator pada tahun terakhir", "name of the indicator in the last year")),
    ("unit", Text("satuan pada tahun itu", "unit in that year")),
    ("polarity", Text("polaritas pada tahun itu", "polarity in that year")),
    ("year", Text("tahun anggaran", "fiscal year")),
    ("code", Text("kode indikator pada tahun itu", "code of the indicator in that year")),
    ("link", Text("code, same_as atau replaces; None pada tahun pertama", "code, same_as or replaces; None at first")),
    ("trend", Text("kept atau broken; None pada tahun pertama", "kept or broken; None at first")),
    ("target", Text("target yang dinilai", "target judged")),
    ("realization", Text("realisasi yang dinilai, enam desimal", "realization judged, six decimals")),
    ("score", Text("nilai setelah pembulatan", "score after rounding")),
    ("grade", Text("predikat", "grade")),
    ("status", Text("met, missed, not_scored atau left_out", "met, missed, not_scored or left_out")),
    ("reason", Text("kode alasan bila tanpa nilai", "code of the reason where there is no score")),
    ("since", Text("tahun pembanding", "the year compared with")),
    ("points", Text("perubahan dalam satuan indikator, enam desimal", "change in the unit, six decimals")),
    ("percent", Text("perubahan dalam persen, enam desimal", "change in percent, six decimals")),
    ("score_points", Text("perubahan nilai dalam poin, enam desimal", "change of the score in points, six decimals")),
    ("direction", Text("better, worse atau same menurut polaritas", "better, worse or same by the polarity")),
    ("no_change", Text("kode alasan bila tidak dapat dibandingkan", "code of the reason where nothing is compared")),
    ("medium_term", Text("target jangka menengah; hanya tahun terakhir", "medium-term target; last year only")),
    ("medium_term_gap", Text("angka dikurangi target itu", "the figure without that target")),
    ("medium_term_score", Text("nilai terhadap target itu", "score against that target")),
    ("national", Text("standar nasional; hanya tahun terakhir", "national standard; last year only")),
    ("national_gap", Text("angka dikurangi standar itu", "the figure without that standard")),
    ("national_score", Text("nilai terhadap standar itu", "score against that standard")),
)
"""Kolom antartahun: the columns of `Comparison.rows`, in order, with what they mean."""


def rows(comparison: "Comparison", numbers: Numbers) -> list[dict[str, Cell]]:
    """Baris antartahun: one flat dict an indicator and year, with the columns of `YEAR_COLUMNS`."""
    found = [
        _row(trend, figure, change)
        for trend in comparison.trends
        for figure, change in zip(trend.figures, trend.changes, strict=True)
    ]
    return in_form(found, numbers)


def _row(trend: IndicatorTrend, figure: YearFigure, change: YearChange) -> dict[str, Cell]:
    result, is_last = figure.result, figure is trend.figures[-1]
    own, own_row = result.target.indicator, row_of(result)
    return {
        "indicator": trend.code,
        "name": trend.indicator.name,
        "unit": own.unit,
        "polarity": own.polarity,
        "year": figure.year,
        "code": result.code,
        "link": figure.link,
        "trend": figure.trend,
        **{name: own_row[name] for name in ("target", "realization", "score", "grade", "status", "reason")},
        "since": change.since,
        "points": _six(change.points),
        "percent": _six(change.percent),
        "score_points": _six(change.score_points),
        "direction": change.direction,
        "no_change": change.reason,
        **_benchmark("medium_term", trend.medium_term if is_last else None),
        **_benchmark("national", trend.national if is_last else None),
    }


def _benchmark(name: str, held: Benchmark | None) -> dict[str, Cell]:
    if held is None:
        return {name: None, f"{name}_gap": None, f"{name}_score": None}
    return {name: plain(held.value), f"{name}_gap": _six(held.gap), f"{name}_score": held.score.value}


def _six(value: Fraction | None) -> Decimal | None:
    return None if value is None else six_decimals(value)


_HEADS = (Text("Kode", "Code"), Text("Indikator", "Indicator"))
_CHANGES = (Text("Perubahan", "Change"), Text("%", "%"), Text("Arah", "Direction"))
_MEDIUM_TERM = Text("Jangka menengah", "Medium term")
_NATIONAL = Text("Nasional", "National")
_TITLE = Text("Perbandingan antartahun, {years}", "Years compared, {years}")
_TOTAL = Text("TOTAL (nilai)", "TOTAL (score)")
_DIRECTIONS: dict[Direction, Text] = {
    "better": Text("membaik", "better"),
    "worse": Text("memburuk", "worse"),
    "same": Text("tetap", "same"),
}
_LINKED = Text(
    "{code} ({year}) melanjutkan {before} ({since})",
    "{code} ({year}) continues {before} ({since})",
)
_BROKEN = Text(
    "{code} ({year}) dan {before} ({since}): kecenderungan terputus, tidak dibandingkan",
    "{code} ({year}) and {before} ({since}): the trend is broken, nothing is compared",
)
_SEVERAL = Text(
    "{before} ({since}) memiliki lebih dari satu penerus: {codes}",
    "{before} ({since}) has more than one successor: {codes}",
)
_UNMATCHED = {
    "new": Text("{code}: baru pada {year}, tidak ada pasangannya", "{code}: new in {year}, without a partner"),
    "ended": Text(
        "{code}: berakhir setelah {year}, tidak ada pasangannya", "{code}: ended after {year}, without a partner"
    ),
    "medium_term": Text(
        "{code}: target jangka menengah tanpa indikator pada tahun terakhir",
        "{code}: a medium-term target without an indicator in the last year",
    ),
    "national": Text(
        "{code}: standar nasional tanpa indikator pada tahun terakhir",
        "{code}: a national standard without an indicator in the last year",
    ),
}


def table(comparison: "Comparison", lang: Lang) -> Table:
    """Tabel antartahun: realizations year by year, what changed since the year before the last, and the benchmarks."""
    years = [one.agreement.year for one in comparison.evaluations]
    held = [
        (head, name)
        for head, name in ((_MEDIUM_TERM, "medium_term"), (_NATIONAL, "national"))
        if any(getattr(trend, name) for trend in comparison.trends)
    ]
    heads = [
        *(Column(head.render(lang)) for head in _HEADS),
        *(Column(str(year), "right") for year in years),
        *(Column(head.render(lang), "right") for head in _CHANGES[:2]),
        Column(_CHANGES[2].render(lang)),
        *(Column(head.render(lang), "right") for head, _ in held),
    ]
    found = [
        (
            *(trend.code, trend.indicator.name),
            *_figures(trend, years, lang),
            *_change(trend.changes[-1], lang),
            *(_held(getattr(trend, name), lang) for _, name in held),
        )
        for trend in comparison.trends
    ]
    total = ("", _TOTAL.render(lang), *_totals(comparison, lang), *("" for _ in held))
    policy = comparison.evaluations[-1].policy
    notes = [*_notes(comparison, lang), f"{policy.id} {policy.edition}: {policy.basis(lang)}"]
    title = _TITLE.render(lang, {"years": ", ".join(str(year) for year in years)})
    return Table(title, heads, [*found, total], notes=notes)


def _figures(trend: IndicatorTrend, years: list[int], lang: Lang) -> list[str]:
    known = {figure.year: amounts_text(figure.result, lang)[1] for figure in trend.figures}
    return [known.get(year, "") for year in years]


def _change(change: YearChange, lang: Lang) -> tuple[str, str, str]:
    direction = "" if change.direction is None else _DIRECTIONS[change.direction].render(lang)
    return _signed(change.points, lang), _signed(change.percent, lang), direction


def _signed(value: Fraction | None, lang: Lang) -> str:
    """A change with its sign: exact where it ends within two decimals, else rounded to them."""
    if value is None:
        return "–"
    decimals = None if 100 % value.denominator == 0 else 2
    return f"{'+' if value > 0 else ''}{format_number(value, decimals=decimals, lang=lang)}"


def _held(held: Benchmark | None, lang: Lang) -> str:
    if held is None:
        return ""
    return f"{value_text(held.value, None, lang)} ({score_text(held.score, lang)})"


def _totals(comparison: "Comparison", lang: Lang) -> list[str]:
    """The total of each year; a difference only between two that are final."""
    scores = [one.score for one in comparison.evaluations]
    finals = [one.score.exact for one in comparison.evaluations[-2:] if one.completeness == "final"]
    change = finals[1] - finals[0] if len(finals) == 2 and finals[0] is not None and finals[1] is not None else None
    return [*(score_text(score, lang) for score in scores), _signed(change, lang), "", ""]


def _notes(comparison: "Comparison", lang: Lang) -> Iterator[str]:
    """Breaks and new codes, why there is no figure, and what has no partner."""
    for trend in comparison.trends:
        for before, after in pairwise(trend.figures):
            arguments: dict[str, Argument] = {
                "code": after.result.code,
                "year": str(after.year),
                "before": before.result.code,
                "since": str(before.year),
            }
            if after.trend == "broken":
                yield _BROKEN.render(lang, arguments)
            elif after.result.code != before.result.code:
                yield _LINKED.render(lang, arguments)
        for figure in trend.figures:
            trace = figure.result.trace
            if isinstance(trace, Reason):
                yield f"{figure.result.code} ({figure.year}): {trace.text(lang)} [{trace.code}]"
    yield from _several(comparison, lang)
    for judged in comparison.evaluations:
        if judged.completeness == "provisional":
            yield f"{judged.agreement.year}: {completeness_text('provisional', lang)}"
    for one in comparison.unmatched:
        yield _UNMATCHED[one.why].render(lang, {"code": one.code, "year": str(one.year)})


def _several(comparison: "Comparison", lang: Lang) -> Iterator[str]:
    """Whatever goes on in more than one later indicator, so that its figure stands beside each of them."""
    heirs: dict[tuple[int, str], dict[str, None]] = {}
    for trend in comparison.trends:
        for before, after in pairwise(trend.figures):
            named = f"{after.result.code} ({after.year})"
            heirs.setdefault((before.year, before.result.code), {})[named] = None
    for (since, code), names in heirs.items():
        if len(names) > 1:
            yield _SEVERAL.render(lang, {"before": code, "since": str(since), "codes": ", ".join(names)})
