"""Tabulasi: an evaluation as flat rows for machines and as a table for people."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from sakip.base.display import Align, Column, Table
from sakip.base.number import decimal_of_fraction
from sakip.base.text import Lang, Text
from sakip.model.indicator import Level
from sakip.model.target import Range
from sakip.scoring.outcome import Reason, Score
from sakip.scoring.wording import scope_text, score_text, value_text

if TYPE_CHECKING:
    from sakip.scoring.evaluation import Evaluation
    from sakip.scoring.parts import IndicatorEvaluation

__all__ = ["COLUMNS", "Cell", "Numbers", "rows", "table"]

Cell = str | int | Decimal | date | None
Numbers = Literal["decimal", "text"]

COLUMNS: tuple[tuple[str, Text], ...] = (
    ("agreement", Text("kode perjanjian", "code of the agreement")),
    ("year", Text("tahun anggaran", "fiscal year")),
    ("period", Text("kode tahun atau periode yang dinilai", "code of the year or the period judged")),
    (
        "scope",
        Text(
            "year: seluruh tahun; period: periode itu saja; through: sampai dengan akhir periode itu",
            "year: the whole year; period: that period alone; through: up to the end of that period",
        ),
    ),
    ("office", Text("instansi pihak pertama", "office of the first party")),
    ("position", Text("jabatan pihak pertama", "position of the first party")),
    ("objective", Text("sasaran", "objective")),
    ("indicator", Text("kode indikator", "code of the indicator")),
    ("name", Text("nama indikator", "name of the indicator")),
    ("unit", Text("satuan", "unit")),
    ("polarity", Text("polaritas", "polarity")),
    ("weight", Text("bobot", "weight")),
    (
        "target",
        Text(
            "target yang dinilai: angka, tanggal, atau teks rentang dan tingkat; None bila tidak ada",
            "target judged: number, date, or text of a range or level; None where there is none",
        ),
    ),
    ("realization", Text("realisasi yang dinilai, enam desimal", "realization judged, six decimals")),
    ("achievement", Text("capaian sebelum batas, enam desimal", "achievement before caps, six decimals")),
    ("score", Text("nilai setelah pembulatan", "score after rounding")),
    ("exact", Text("nilai tepat sebagai pecahan", "exact score as a quotient")),
    ("grade", Text("predikat", "grade")),
    ("status", Text("met, missed, not_scored atau left_out", "met, missed, not_scored or left_out")),
    ("reason", Text("kode alasan bila tanpa nilai", "code of the reason where there is no score")),
    ("policy", Text("kebijakan", "policy")),
    ("edition", Text("edisi kebijakan", "edition of the policy")),
)
"""Kolom: the columns of `Evaluation.rows`, in order, with what they mean."""


def rows(evaluation: "Evaluation", numbers: Numbers) -> list[dict[str, Cell]]:
    """Baris: one flat dict an indicator, with the columns of `COLUMNS`."""
    found = [_row(evaluation, one) for one in evaluation]
    if numbers == "text":
        return [
            {name: str(cell) if isinstance(cell, (Decimal, date)) else cell for name, cell in row.items()}
            for row in found
        ]
    return found


def _row(evaluation: "Evaluation", result: "IndicatorEvaluation") -> dict[str, Cell]:
    agreement, target, score = evaluation.agreement, result.target, result.score
    indicator, (kind, period) = target.indicator, evaluation.scope
    return {
        "agreement": agreement.code,
        "year": agreement.year,
        "period": period.code,
        "scope": kind,
        "office": agreement.first_party.office,
        "position": agreement.first_party.position,
        "objective": result.objective.name,
        "indicator": indicator.code,
        "name": indicator.name,
        "unit": indicator.unit,
        "polarity": indicator.polarity,
        "weight": target.weight,
        "target": _plain(_asked(result)),
        "realization": _plain(_realized(result)),
        "achievement": None if score.achievement is None else _number(score.achievement),
        "score": score.value,
        "exact": None if score.exact is None else str(score.exact),
        "grade": result.grade,
        "status": result.status,
        "reason": None if score.reason is None else score.reason.code,
        "policy": evaluation.policy.id,
        "edition": evaluation.policy.edition,
    }


def _asked(result: "IndicatorEvaluation") -> object:
    """What was promised for the scope; None where nothing was, or where it could not be consolidated."""
    fact, target = result.fact, result.target
    if isinstance(fact, tuple):
        return target.value if fact[1] is None else _number(Fraction(fact[1], fact[7]))
    kind, period = result.evaluation.scope
    if isinstance(fact, Reason) and kind != "year":
        return dict(target.trajectory).get(period) if kind == "period" else None
    return target.value


def _realized(result: "IndicatorEvaluation") -> object:
    fact = result.fact
    if isinstance(fact, Reason):
        return None
    return _number(Fraction(fact[0], fact[7])) if isinstance(fact, tuple) else fact


def _number(value: Fraction) -> Decimal:
    """At most six decimals, without trailing zeros: 95 stays 95."""
    text = f"{decimal_of_fraction(value, 6):f}"
    return Decimal(text.rstrip("0").rstrip("."))


def _plain(value: object) -> Cell:
    if value is None or isinstance(value, (Decimal, date)):
        return value
    if isinstance(value, Range):
        return f"{value.low}..{value.high}"
    return value.name if isinstance(value, Level) else str(value)


_HEADS: tuple[tuple[Text, Align], ...] = (
    (Text("Kode", "Code"), "left"),
    (Text("Indikator", "Indicator"), "left"),
    (Text("Satuan", "Unit"), "left"),
    (Text("Target", "Target"), "right"),
    (Text("Realisasi", "Realization"), "right"),
    (Text("Nilai", "Score"), "right"),
    (Text("Predikat", "Grade"), "left"),
)
_TOTALS = {
    "final": Text("TOTAL", "TOTAL"),
    "provisional": Text("TOTAL (sementara)", "TOTAL (provisional)"),
    "withheld": Text("TOTAL (ditahan)", "TOTAL (withheld)"),
}
_OBJECTIVE = Text("Sasaran: {name}", "Objective: {name}")


def table(evaluation: "Evaluation", lang: Lang) -> Table:
    """Tabel: one row an indicator under its objective, the total below."""
    found: list[tuple[str, ...]] = []
    several = len(evaluation.objectives) > 1
    for objective in evaluation.objectives:
        if several:
            name = _OBJECTIVE.render(lang, {"name": objective.objective.name})
            found.append(_sum_row(name, objective.score, objective.grade, lang))
        found += [_table_row(one, lang) for one in objective.indicators]
    found.append(_sum_row(_TOTALS[evaluation.completeness].render(lang), evaluation.score, evaluation.grade, lang))
    agreement, policy = evaluation.agreement, evaluation.policy
    reasons = [
        f"{one.code}: {one.trace.text(lang)} [{one.trace.code}]" for one in evaluation if isinstance(one.trace, Reason)
    ]
    return Table(
        title=f"{agreement.code} — {agreement.first_party.position}, {scope_text(*evaluation.scope, lang)}",
        columns=[Column(head.render(lang), align=align) for head, align in _HEADS],
        rows=found,
        notes=[*reasons, f"{policy.id} {policy.edition}: {policy.basis(lang)}"],
    )


def _sum_row(name: str, score: Score, grade: str | None, lang: Lang) -> tuple[str, ...]:
    return ("", name, "", "", "", score_text(score, lang), grade or "")


def _table_row(result: "IndicatorEvaluation", lang: Lang) -> tuple[str, ...]:
    indicator = result.target.indicator
    return (
        indicator.code,
        indicator.name,
        indicator.unit or "",
        value_text(_asked(result), None, lang),
        value_text(_shown(result), None, lang),
        score_text(result.score, lang),
        result.grade or "",
    )


def _shown(result: "IndicatorEvaluation") -> object:
    """What was judged, or what was reported and has no score, where that is one value."""
    if not isinstance(result.fact, Reason):
        return _realized(result)
    kind, period = result.evaluation.scope
    reported = [one.value for one in result.realizations if kind != "period" or one.period == period]
    return reported[0] if len(reported) == 1 else None
