"""Tabulasi: an evaluation as flat rows for machines and as a table for people."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from sakip.base.display import Column, Table
from sakip.base.number import decimal_of_fraction
from sakip.base.text import Lang, Text
from sakip.model.indicator import Level
from sakip.model.target import Range
from sakip.scoring.measurement import Measurement
from sakip.scoring.outcome import Reason
from sakip.scoring.wording import score_text, value_text

if TYPE_CHECKING:
    from sakip.scoring.evaluation import Evaluation, IndicatorEvaluation

__all__ = ["COLUMNS", "Cell", "rows", "table"]

Cell = str | int | Decimal | date | None

COLUMNS: tuple[tuple[str, Text], ...] = (
    ("agreement", Text("kode perjanjian", "code of the agreement")),
    ("year", Text("tahun anggaran", "fiscal year")),
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
            "target yang dinilai: angka, tanggal, atau teks rentang dan tingkat",
            "target judged: number, date, or text of a range or level",
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


def rows(evaluation: "Evaluation", numbers: Literal["decimal", "text"]) -> list[dict[str, Cell]]:
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
    indicator, fact = target.indicator, result.fact
    measurement = Measurement.of(fact) if isinstance(fact, tuple) else None
    return {
        "agreement": agreement.code,
        "year": agreement.year,
        "office": agreement.first_party.office,
        "position": agreement.first_party.position,
        "objective": result.objective.name,
        "indicator": indicator.code,
        "name": indicator.name,
        "unit": indicator.unit,
        "polarity": indicator.polarity,
        "weight": target.weight,
        "target": _plain(target.value)
        if measurement is None or measurement.target is None
        else _number(measurement.target),
        "realization": _number(measurement.realization)
        if measurement
        else _plain(None if isinstance(fact, Reason) else fact),
        "achievement": None if score.achievement is None else _number(score.achievement),
        "score": score.value,
        "exact": None if score.exact is None else str(score.exact),
        "grade": result.grade,
        "status": result.status,
        "reason": None if score.reason is None else score.reason.code,
        "policy": evaluation.policy.id,
        "edition": evaluation.policy.edition,
    }


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


def table(evaluation: "Evaluation", lang: Lang) -> Table:
    """Tabel: one row an indicator under its objective, the total below."""
    heads = Text(
        "Kode|Indikator|Target|Realisasi|Nilai|Predikat", "Code|Indicator|Target|Realization|Score|Grade"
    ).render(lang)
    aligned = ("left", "left", "right", "right", "right", "left")
    found: list[tuple[str, ...]] = []
    several = len(evaluation.objectives) > 1
    for objective in evaluation.objectives:
        if several:
            found.append(
                ("", objective.objective.name, "", "", score_text(objective.score, lang), objective.grade or "")
            )
        found += [_table_row(one, lang) for one in objective.indicators]
    words = {"final": "TOTAL", "provisional": Text("TOTAL (sementara)", "TOTAL (provisional)").render(lang)}
    total = words.get(evaluation.completeness, Text("TOTAL (ditahan)", "TOTAL (withheld)").render(lang))
    found.append(("", total, "", "", score_text(evaluation.score, lang), evaluation.grade or ""))
    agreement = evaluation.agreement
    title = f"{agreement.code} — {agreement.first_party.position}, {agreement.period.label(lang)}"
    reasons = [
        f"{one.code}: {one.trace.text(lang)} [{one.trace.code}]" for one in evaluation if isinstance(one.trace, Reason)
    ]
    return Table(
        title=title,
        columns=[Column(head, align=side) for head, side in zip(heads.split("|"), aligned, strict=True)],  # type: ignore[arg-type]
        rows=found,
        notes=[*reasons, f"{evaluation.policy.id} {evaluation.policy.edition}: {evaluation.policy.basis(lang)}"],
    )


def _table_row(result: "IndicatorEvaluation", lang: Lang) -> tuple[str, ...]:
    target = result.target
    unit = target.indicator.unit
    reported = result.realizations
    fact = result.fact
    if isinstance(fact, tuple):
        measurement = Measurement.of(fact)
        realized = value_text(decimal_of_fraction(measurement.realization, 6), unit, lang)
        asked = target.value if measurement.target is None else decimal_of_fraction(measurement.target, 6)
    else:
        realized = value_text(
            fact if not isinstance(fact, Reason) else reported[-1].value if reported else None, unit, lang
        )
        asked = target.value
    return (
        target.indicator.code,
        target.indicator.name,
        value_text(asked, unit, lang),
        realized,
        score_text(result.score, lang),
        result.grade or "",
    )
