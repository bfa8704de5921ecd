"""Tabulasi: an evaluation as flat rows for machines and as a table for people."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.base.display import Align, Column, Table
from sakip.base.form import Numbers, in_form
from sakip.base.notation import format_number
from sakip.base.number import decimal_of_fraction
from sakip.base.text import Lang, Text
from sakip.model.agreement import Agreement
from sakip.model.indicator import Level
from sakip.model.objective import Objective
from sakip.model.period import Period
from sakip.model.target import Range, Target
from sakip.scoring.grading import GradeScale
from sakip.scoring.outcome import Reason, Score
from sakip.scoring.points import Points, weighted_points
from sakip.scoring.wording import ScopeKind, grade_note, grade_text, scope_text, score_text, value_text

if TYPE_CHECKING:
    from sakip.scoring.evaluation import Evaluation
    from sakip.scoring.parts import IndicatorEvaluation

__all__ = [
    "COLUMNS",
    "Cell",
    "amounts_text",
    "plain",
    "reason_lines",
    "refused_rows",
    "row_of",
    "rows",
    "six_decimals",
    "table",
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
    return in_form([row_of(one) for one in evaluation], numbers)


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
        return target.trajectory.of(period) if kind == "period" else None
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


_HEADS: dict[str, tuple[Text, Align]] = {
    "code": (Text("Kode", "Code"), "left"),
    "name": (Text("Indikator", "Indicator"), "left"),
    "name_unit": (Text("Indikator (satuan)", "Indicator (unit)"), "left"),
    "unit": (Text("Satuan", "Unit"), "left"),
    "weight": (Text("Bobot", "Weight"), "right"),
    "target": (Text("Target", "Target"), "right"),
    "realization": (Text("Realisasi", "Realization"), "right"),
    "score": (Text("Nilai", "Score"), "right"),
    "points": (Text("Skor", "Points"), "right"),
    "grade": (Text("Predikat", "Grade"), "left"),
}
_TOTALS = {
    "final": Text("TOTAL", "TOTAL"),
    "provisional": Text("TOTAL (sementara)", "TOTAL (provisional)"),
    "withheld": Text("TOTAL (ditahan)", "TOTAL (withheld)"),
}
_GRADED = Text("predikat {how}", "graded {how}")
_OBJECTIVE = Text("Sasaran: {name}", "Objective: {name}")
_POINTS = Text(
    "Skor = bobot × nilai ÷ {weights}, jumlah bobot yang diperhitungkan",
    "Points = weight × score ÷ {weights}, the sum of the weights that count",
)
_POINTS_EACH = Text(
    "Skor = bobot × nilai ÷ jumlah bobot sasarannya yang diperhitungkan",
    "Points = weight × score ÷ the sum of the objective's weights that count",
)
_POINTS_OPEN = Text(
    "jumlah skor belum memuat indikator tanpa nilai, nilai sementara hanya membagi yang sudah bernilai",
    "sums of points lack what has no score yet, a provisional score is that of the others alone",
)


def table(evaluation: "Evaluation", lang: Lang) -> Table:
    """Tabel: one row an indicator under its objective, the total below; with the weights where there are any."""
    found: list[dict[str, str]] = []
    several = len(evaluation.objectives) > 1
    total = _TOTALS[evaluation.completeness].render(lang)
    agreement, policy = evaluation.agreement, evaluation.policy
    points = weighted_points(evaluation)
    graded: list[tuple[str, Score, str | None]] = []
    for at, objective in enumerate(evaluation.objectives):
        if several:
            name = _OBJECTIVE.render(lang, {"name": objective.objective.name})
            graded.append((name, objective.score, objective.grade))
            found.append(_sum_row(policy.scale, *graded[-1], points and points.objectives[at], lang))
        graded += [(one.code, one.score, one.grade) for one in objective.indicators]
        found += [_table_row(one, points, lang) for one in objective.indicators]
    graded.append((total, evaluation.score, evaluation.grade))
    found.append(_sum_row(policy.scale, *graded[-1], points and points.total, lang))
    reasons = reason_lines(((one.code, one.trace) for one in evaluation if isinstance(one.trace, Reason)), lang)
    read = [(name, grade_note(policy.scale, score, grade, lang)) for name, score, grade in graded]
    reasons += [f"{name}: {_GRADED.render(lang, {'how': how})}" for name, how in read if how]
    if points is not None:
        reasons.append(_points_note(points, is_open=bool(evaluation.missing), lang=lang))
    # Beside a weight there is no room for a column of units on a terminal.
    is_bare = all(target.weight is None for target in agreement.targets)
    unused = {"weight", "name_unit"} if is_bare else {"name", "unit"}
    shown = [name for name in _HEADS if name not in unused and (points is not None or name != "points")]
    return Table(
        title=f"{agreement.code} — {agreement.first_party.position}, {scope_text(*evaluation.scope, lang)}",
        columns=[Column(head.render(lang), align=align) for head, align in (_HEADS[name] for name in shown)],
        rows=[[row.get(name, "") for name in shown] for row in found],
        notes=[*reasons, f"{policy.id} {policy.edition}: {policy.basis(lang)}"],
    )


def reason_lines(reasons: Iterable[tuple[str, Reason]], lang: Lang) -> list[str]:
    """Baris alasan: each reason once, behind the names of all that have no score for it.

    Examples:
        >>> reason_lines([("IKU-1", Reason("not-reported")), ("IKU-2", Reason("not-reported"))], "id")
        ['IKU-1, IKU-2: realisasi belum dilaporkan [not-reported]']
    """
    found: dict[str, list[str]] = {}
    for name, reason in reasons:
        found.setdefault(f"{reason.text(lang)} [{reason.code}]", []).append(name)
    return [f"{', '.join(names)}: {told}" for told, names in found.items()]


def _points_note(points: Points, *, is_open: bool, lang: Lang) -> str:
    words = _POINTS_EACH if points.weights is None else _POINTS
    how = words.render(lang, {} if points.weights is None else {"weights": points.weights})
    return f"{how}; {_POINTS_OPEN.render(lang)}" if is_open else how


def _sum_row(  # noqa: PLR0917 - in the order of the columns
    scale: GradeScale | None, name: str, score: Score, grade: str | None, points: Fraction | None, lang: Lang
) -> dict[str, str]:
    return {
        **dict.fromkeys(("name", "name_unit"), name),
        "score": score_text(score, lang),
        "points": _points_text(points, lang),
        "grade": grade_text(scale, score, grade, lang),
    }


def _table_row(result: "IndicatorEvaluation", points: Points | None, lang: Lang) -> dict[str, str]:
    indicator, weight = result.target.indicator, result.target.weight
    asked, realized = amounts_text(result, lang)
    return {
        "code": indicator.code,
        "name": indicator.name,
        "name_unit": f"{indicator.name} ({indicator.unit})" if indicator.unit else indicator.name,
        "unit": indicator.unit or "",
        "weight": "" if weight is None else format_number(weight, lang=lang),
        "target": asked,
        "realization": realized,
        "score": score_text(result.score, lang),
        "points": _points_text(points and points.own[result.position], lang),
        "grade": grade_text(result.evaluation.policy.scale, result.score, result.grade, lang),
    }


def _points_text(points: Fraction | None, lang: Lang) -> str:
    return "" if points is None else format_number(points, decimals=2, lang=lang)


def amounts_text(result: "IndicatorEvaluation", lang: Lang) -> tuple[str, str]:
    """Target dan realisasi: what was promised and what was delivered in the scope, as people read them."""
    return value_text(_asked(result), None, lang), value_text(_shown(result), None, lang)


def _shown(result: "IndicatorEvaluation") -> object:
    """What was judged, or what was reported by then and has no score, where that is one value."""
    if not isinstance(result.fact, Reason):
        return _realized(result)
    kind, period = result.evaluation.scope
    year = result.evaluation.agreement.period
    reported = [one.value for one in result.realizations if _is_within(one.period or year, kind, period)]
    return reported[0] if len(reported) == 1 else None


def _is_within(reported: Period, kind: ScopeKind, period: Period) -> bool:
    """Whether a period belongs to what was judged: the year so far holds those that have ended."""
    return reported.last_day <= period.last_day if kind == "through" else kind == "year" or reported == period
