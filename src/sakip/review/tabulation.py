"""Tabel telaah: the lines of a review as flat rows for machines and as a table for people."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sakip.base.display import Column, Table
from sakip.base.form import Numbers
from sakip.base.number import decimal_of_fraction
from sakip.base.text import Lang, Text, require_lang
from sakip.review.line import ReviewLine, reason_text, verdict_text
from sakip.review.wording import formula_text, rounded_for_people
from sakip.scoring.tabulation import Cell

__all__ = ["REVIEW_COLUMNS", "explained", "rows", "table"]

REVIEW_COLUMNS: tuple[tuple[str, Text], ...] = (
    ("row", Text("nomor baris, dari 1", "number of the row, from 1")),
    ("code", Text("kode indikator", "code of the indicator")),
    ("indicator", Text("indikator seperti tercetak", "indicator as printed")),
    ("office", Text("instansi", "office")),
    ("objective", Text("sasaran", "objective")),
    ("period", Text("periode seperti tercetak", "period as printed")),
    ("unit", Text("satuan", "unit")),
    ("target", Text("target seperti tercetak", "target as printed")),
    ("realization", Text("realisasi seperti tercetak", "realization as printed")),
    ("achievement", Text("capaian seperti tercetak", "percentage as printed")),
    ("target_number", Text("target sebagai angka, bila satu bacaan", "target as a number, where it has one reading")),
    ("realization_number", Text("realisasi sebagai angka", "realization as a number")),
    ("achievement_number", Text("capaian sebagai angka", "percentage as a number")),
    ("sure", Text("certain, column, table, beside atau open", "certain, column, table, beside or open")),
    ("verdict", Text("putusan", "verdict")),
    ("reason", Text("kode alasan bila tak terhitung", "code of the reason where it is not computable")),
    ("reason_text", Text("alasannya", "the reason in words")),
    ("formula", Text("rumus yang memberi capaiannya", "formula that gives the print")),
    ("rounding", Text("cara pembulatannya", "its mode of rounding")),
    ("decimals", Text("desimalnya", "its decimals")),
    ("cap", Text("batas atas yang memotongnya", "ceiling that cut it")),
    ("form", Text("percent atau quotient", "percent or quotient")),
    ("polarity", Text("arah yang tersirat", "direction that the print implies")),
    ("stated_polarity", Text("arah yang dinyatakan", "direction that is stated")),
    ("suggested_polarity", Text("arah yang disarankan kata-katanya", "direction that the words suggest")),
    ("expected_formula", Text("rumus yang seharusnya memberi capaiannya", "formula that should have given the print")),
    ("recomputed", Text("nilai rumus, sampai enam desimal", "value of the formula, to six decimals")),
    ("recomputed_exact", Text("nilai itu sebagai pecahan", "that value as a quotient")),
    ("low", Text("nilai terkecil bila masukannya dibulatkan", "least value if the inputs are rounded")),
    ("high", Text("nilai terbesar bila masukannya dibulatkan", "greatest value if the inputs are rounded")),
    ("hypotheses", Text("kode dugaan sebab", "codes of the presumed causes")),
    ("hypotheses_text", Text("dugaan sebab dalam kata", "the presumed causes in words")),
    (
        "undecided",
        Text(
            "kode kebiasaan yang membenarkannya dan tidak diputuskan tabelnya",
            "code of a custom that would make it right and that its table does not decide",
        ),
    ),
)
"""Kolom telaah: the columns of `Review.rows`, in order, with what they mean."""

_NAMES = tuple(name for name, _ in REVIEW_COLUMNS)
_DIGITS = 6
_CUT = Text("dipotong pada {cap}", "cut at {cap}")
_UNDECIDED = Text("benar bila", "right if")
_GIVES = Text("{formula} = {value}", "{formula} = {value}")


def rows(lines: Sequence[ReviewLine], lang: Lang, numbers: Numbers) -> list[dict[str, Any]]:
    """Baris: one flat dict a line, its keys those of `REVIEW_COLUMNS`."""
    require_lang(lang)
    return [dict(zip(_NAMES, _row(line, lang, numbers), strict=True)) for line in lines]


def _row(line: ReviewLine, lang: Lang, numbers: Numbers) -> tuple[Cell, ...]:
    fit = line.fits[0] if line.fits else None
    exact = line.exact
    low, high = line.bounds or (None, None)
    causes = line.hypotheses
    return (
        line.row,
        line.code or None,
        line.indicator or None,
        line.office or None,
        line.objective or None,
        line.period or None,
        line.unit or None,
        line.target.text,
        line.realization.text,
        line.achievement.text,
        _number(line.target.value, numbers),
        _number(line.realization.value, numbers),
        _number(line.achievement.value, numbers),
        line.sure,
        line.verdict,
        line.reason,
        reason_text(line.reason, lang) or None,
        line.formula,
        line.rounding,
        None if fit is None else fit.decimals,
        line.cap,
        line.form,
        line.polarity,
        line.stated,
        line.suggested,
        line.expected,
        _number(exact, numbers),
        None if exact is None else str(exact),
        _number(low, numbers),
        _number(high, numbers),
        ", ".join(one.code for one in causes) or None,
        "; ".join(one.text(lang) for one in causes) or None,
        None if line.undecided is None else line.undecided.code,
    )


def _number(value: Fraction | None, numbers: Numbers) -> Decimal | str | None:
    """A number with at most six decimals; an exact one stands beside it where it has more."""
    if value is None:
        return None
    count = decimal_of_fraction(value, _DIGITS)
    plain = Decimal(f"{count:f}".rstrip("0").rstrip(".") or "0")
    return str(plain) if numbers == "text" else plain


def table(lines: Sequence[ReviewLine], lang: Lang = "id") -> Table:
    """Tabel: the lines for people."""
    in_indonesian = require_lang(lang) == "id"
    heads = (
        ("Baris", "Indikator", "Target", "Realisasi", "Capaian", "Putusan", "Penjelasan")
        if in_indonesian
        else ("Row", "Indicator", "Target", "Realization", "Printed", "Verdict", "Explanation")
    )
    right = {2, 3, 4}
    return Table(
        title="Telaah per baris" if in_indonesian else "Review by row",
        columns=[Column(head, "right" if at in right else "left") for at, head in enumerate(heads)],
        rows=[
            (
                str(line.row),
                line.indicator,
                line.target.text,
                line.realization.text,
                line.achievement.text,
                verdict_text(line.verdict, lang),
                explained(line, lang),
            )
            for line in lines
        ],
    )


def explained(line: ReviewLine, lang: Lang = "id") -> str:
    """Penjelasan baris: the formula that gives the print, the value that it should be, or why there is none.

    Examples:
        >>> from sakip.review import review
        >>> explained(review([{"target": "75", "realization": "60", "achievement": "80"}]).lines[0])
        'realisasi/target'
    """
    if line.reason is not None:
        return reason_text(line.reason, lang)
    if line.verdict == "reproduced":
        words = formula_text(line.formula).render(lang)
        return words if line.cap is None else f"{words}, {_CUT.render(lang, {'cap': line.cap})}"
    if line.recomputed is None:
        return formula_text(line.formula).render(lang)
    value = rounded_for_people(line.recomputed)
    found = _GIVES.render(lang, {"formula": formula_text(line.expected), "value": value})
    if line.undecided is not None:
        return f"{found}; {_UNDECIDED.render(lang)}: {line.undecided.text(lang)}"
    causes = line.hypotheses
    if not causes:
        return found
    presumed = "dugaan" if lang == "id" else "presumed"
    return f"{found}; {presumed}: {causes[0].text(lang)}"
