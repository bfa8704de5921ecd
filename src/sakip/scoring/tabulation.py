"""Tabulasi: an evaluation as flat rows for machines and as a table for people."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.base.display import Align, Column, Table
from sakip.base.form import Numbers
from sakip.base.number import decimal_of_fraction
from sakip.base.text import Lang, Text
from sakip.model.agreement import Agreement
from sakip.model.indicator import Level
from sakip.model.objective import Objective
from sakip.model.target import Range, Target
from sakip.scoring.grading import GradeScale
from sakip.scoring.outcome import Reason, Score
from sakip.scoring.wording import grade_note, grade_text, scope_text, score_text, value_text

if TYPE_CHECKING:
    from sakip.scoring.evaluation import Evaluation
    from sakip.scoring.parts import IndicatorEvaluation

__all__ = [
    "COLUMNS",
    "Cell",
    "amounts_text",
    "plain",
    "refused_rows",
    "row_of",
    "rows",
    "six_decimals",
    "table",
    "written",
]

Cell = str | int | Decimal | date | None

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
    (
        "achievement",
        Text(
            "capaian menurut rumus sendiri, sebelum langkah apa pun, enam desimal; None bila tidak dilaporkan",
            "achievement by the rule itself, before any step, six decimals; None where nothing was reported",
        ),
    ),
    ("score", Text("nilai setelah pembulatan", "score after rounding")),
    ("exact", Text("nilai tepat sebagai pecahan", "exact score as a quotient")),
    ("grade", Text("predikat", "grade")),
    ("status", Text("met, missed, not_scored atau left_out", "met, missed, not_scored or left_out")),
    ("reason", Text("kode alasan bila tanpa nilai", "code of the reason where there is no score")),
    ("policy", Text("kebijakan", "policy")),
    ("edition", Text("edisi kebijakan", "edition of the policy")),
)
"""Kolom: the columns of `Evaluation.rows`, in order, with what they mean."""


_BLANK: dict[str, Cell] = dict.fromkeys(name for name, _ in COLUMNS)


def rows(evaluation: "Evaluation", numbers: Numbers) -> list[dict[str, Cell]]:
    """Baris: one flat dict an indicator, with the columns of `COLUMNS`."""
    return written([row_of(one) for one in evaluation], numbers)


def written(rows: list[dict[str, Cell]], numbers: Numbers) -> list[dict[str, Cell]]:
    """Baris tertulis: the rows with Decimals and dates as they are, or as text.

    Examples:
        >>> written([{"score": Decimal("5.00")}], "text")
        [{'score': '5.00'}]
    """
    if numbers == "decimal":
        return rows
    return [
        {name: str(cell) if isinstance(cell, (Decimal, date)) else cell for name, cell in row.items()} for row in rows
    ]


def row_of(result: "IndicatorEvaluation") -> dict[str, Cell]:
    """Baris indikator: one flat dict, with the columns of `COLUMNS`."""
    evaluation = result.evaluation
    agreement, target, score = evaluation.agreement, result.target, result.score
    kind, period = evaluation.scope
    return {
        **_promised(agreement, result.objective, target),
        "period": period.code,
        "scope": kind,
        "target": plain(_asked(result)),
        "realization": plain(_realized(result)),
        "achievement": None if score.achievement is None else six_decimals(score.achievement),
        "score": score.value,
        "exact": None if score.exact is None else str(score.exact),
        "grade": result.grade,
        "status": result.status,
        "reason": None if score.reason is None else score.reason.code,
        "policy": evaluation.policy.id,
        "edition": evaluation.policy.edition,
    }


def refused_rows(agreement: Agreement | None) -> list[dict[str, Cell]]:
    """Baris tanpa nilai: one flat dict a target of an agreement that was refused, or one where there is no target.

    Examples:
        >>> refused_rows(None)[0]["reason"]
        'input-refused'
    """
    refused: dict[str, Cell] = {"status": "not_scored", "reason": "input-refused"}
    if agreement is None:
        return [{**_BLANK, **refused}]
    promised = [_promised(agreement, one, target) for one in agreement.objectives for target in one.targets]
    return [{**row, **refused} for row in promised or [_promised(agreement, None, None)]]


def _promised(agreement: Agreement, objective: Objective | None, target: Target | None) -> dict[str, Cell]:
    """The cells that an agreement itself fills; the others empty."""
    row: dict[str, Cell] = {
        **_BLANK,
        "agreement": agreement.code,
        "year": agreement.year,
        "office": agreement.first_party.office,
        "position": agreement.first_party.position,
        "objective": None if objective is None else objective.name,
    }
    if target is None:
        return row
    indicator = target.indicator
    return {
        **row,
        "indicator": indicator.code,
        "name": indicator.name,
        "unit": indicator.unit,
        "polarity": indicator.polarity,
        "weight": target.weight,
        "target": plain(target.value),
    }


def _asked(result: "IndicatorEvaluation") -> object:
    """What was promised for the scope; None where nothing was, or where it could not be consolidated."""
    fact, target = result.fact, result.target
    if isinstance(fact, tuple):
        return target.value if fact[1] is None else six_decimals(Fraction(fact[1], fact[7]))
    kind, period = result.evaluation.scope
    if isinstance(fact, Reason) and kind != "year":
        return dict(target.trajectory).get(period) if kind == "period" else None
    return target.value


def _realized(result: "IndicatorEvaluation") -> object:
    fact = result.fact
    if isinstance(fact, Reason):
        return None
    return six_decimals(Fraction(fact[0], fact[7])) if isinstance(fact, tuple) else fact


def six_decimals(value: Fraction) -> Decimal:
    """Enam desimal: at most six decimals, without trailing zeros: 95 stays 95."""
    text = f"{decimal_of_fraction(value, 6):f}"
    return Decimal(text.rstrip("0").rstrip("."))


def plain(value: object) -> Cell:
    """Sel polos: a target or a figure as one cell."""
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
_GRADED = Text("predikat {how}", "graded {how}")
_OBJECTIVE = Text("Sasaran: {name}", "Objective: {name}")


def table(evaluation: "Evaluation", lang: Lang) -> Table:
    """Tabel: one row an indicator under its objective, the total below."""
    found: list[tuple[str, ...]] = []
    several = len(evaluation.objectives) > 1
    total = _TOTALS[evaluation.completeness].render(lang)
    agreement, policy = evaluation.agreement, evaluation.policy
    graded: list[tuple[str, Score, str | None]] = []
    for objective in evaluation.objectives:
        if several:
            name = _OBJECTIVE.render(lang, {"name": objective.objective.name})
            graded.append((name, objective.score, objective.grade))
            found.append(_sum_row(policy.scale, *graded[-1], lang))
        graded += [(one.code, one.score, one.grade) for one in objective.indicators]
        found += [_table_row(one, lang) for one in objective.indicators]
    graded.append((total, evaluation.score, evaluation.grade))
    found.append(_sum_row(policy.scale, *graded[-1], lang))
    reasons = [
        f"{one.code}: {one.trace.text(lang)} [{one.trace.code}]" for one in evaluation if isinstance(one.trace, Reason)
    ]
    read = [(name, grade_note(policy.scale, score, grade, lang)) for name, score, grade in graded]
    reasons += [f"{name}: {_GRADED.render(lang, {'how': how})}" for name, how in read if how]
    return Table(
        title=f"{agreement.code} — {agreement.first_party.position}, {scope_text(*evaluation.scope, lang)}",
        columns=[Column(head.render(lang), align=align) for head, align in _HEADS],
        rows=found,
        notes=[*reasons, f"{policy.id} {policy.edition}: {policy.basis(lang)}"],
    )


def _sum_row(scale: GradeScale | None, name: str, score: Score, grade: str | None, lang: Lang) -> tuple[str, ...]:
    return ("", name, "", "", "", score_text(score, lang), grade_text(scale, score, grade, lang))


def _table_row(result: "IndicatorEvaluation", lang: Lang) -> tuple[str, ...]:
    indicator = result.target.indicator
    return (
        indicator.code,
        indicator.name,
        indicator.unit or "",
        *amounts_text(result, lang),
        score_text(result.score, lang),
        grade_text(result.evaluation.policy.scale, result.score, result.grade, lang),
    )


def amounts_text(result: "IndicatorEvaluation", lang: Lang) -> tuple[str, str]:
    """Target dan realisasi: what was promised and what was delivered in the scope, as people read them."""
    return value_text(_asked(result), None, lang), value_text(_shown(result), None, lang)


def _shown(result: "IndicatorEvaluation") -> object:
    """What was judged, or what was reported and has no score, where that is one value."""
    if not isinstance(result.fact, Reason):
        return _realized(result)
    kind, period = result.evaluation.scope
    reported = [one.value for one in result.realizations if kind != "period" or one.period == period]
    return reported[0] if len(reported) == 1 else None
