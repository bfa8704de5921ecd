"""Naskah telaah: headings, paragraphs and tables of a review, as an inspector writes them to an office."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from sakip.base.display import Table
from sakip.base.display.cell import escaped, line_width, with_breaks, wrapped
from sakip.base.notation import format_number
from sakip.base.text import Argument, Lang, Text, require_lang
from sakip.model.vocabulary import polarity_text
from sakip.policies.formulas import HIGHER_IS_BETTER
from sakip.review.effects import Effect
from sakip.review.fitting import RANGES, VALUES
from sakip.review.line import ReviewLine, verdict_text
from sakip.review.tabulation import table
from sakip.review.totals import is_total
from sakip.review.wording import causes_listed, formula_text, rounded_for_people

if TYPE_CHECKING:
    from sakip.review.result import Review

__all__ = ["Block", "Heading", "Paragraph", "as_html", "as_text", "written"]


class Heading(NamedTuple):
    """Judul: a heading of a document.

    Attributes:
        text: What it says.
        level: 1 for the title, 2 for a section, 3 for a finding.
    """

    text: str
    level: int


class Paragraph(NamedTuple):
    """Paragraf: some sentences of a document.

    Attributes:
        text: What they say.
        label: What is said before them, such as *Kondisi*; empty without one.
    """

    text: str
    label: str = ""


Block = Heading | Paragraph | Table
"""Bagian naskah: a heading, a paragraph or a table."""

_TITLE = Text("Telaah capaian kinerja", "Review of a performance report")
_TITLE_OF = Text("Telaah capaian kinerja: {source}", "Review of a performance report: {source}")
_SUMMARY = Text(
    "Dari {rows} baris, {computed} dapat dihitung ulang: {reproduced} sesuai, {rounding} selisih pembulatan, {wrong}"
    " keliru. {rest} baris tidak dapat dihitung ulang.",
    "Of {rows} rows, {computed} can be recomputed: {reproduced} reproduced, {rounding} within rounding, {wrong} wrong."
    " Rows that cannot be recomputed: {rest}.",
)
_UNDECIDED = Text(
    " {undecided} baris belum pasti: benar menurut kebiasaan yang tidak dibuktikan dan tidak dibantah tabelnya.",
    " Rows that cannot be decided: {undecided}, right by a custom that the table neither bears out nor contradicts.",
)
_FAMILY = Text("Rumus yang terbaca dari barisnya: {formulas}.", "Formulas that its rows decide for: {formulas}.")
_FAMILY_ROWS = Text("{formula} ({rows} baris)", "{formula} (rows: {rows})")
_NO_FAMILY = Text(
    "Tidak ada baris yang memutuskan rumusnya sendiri.", "No row decides by itself which formula it follows."
)
_CLEAN = Text("Tidak ada baris yang keliru.", "No row is wrong.")
_CLEAN_BUT = Text(
    "Tiap capaian yang dapat dihitung ulang mengikuti barisnya; kekeliruan lain ({errors}) ada di bagian catatan.",
    "Every percentage that can be recomputed follows from its row; other errors ({errors}) stand among the remarks.",
)
_CERTAIN = Text(
    "Yang pasti: angka tercetak tidak mengikuti barisnya. Yang diduga: sebabnya.",
    "Certain: the printed number does not follow from its row. Presumed: why.",
)
_WRONG = Text("Baris yang perlu dibetulkan", "Rows to correct")
_OTHERS = Text("Catatan lain", "Other remarks")
_ALL = Text("Lampiran: semua baris", "Annex: all rows")
_ROW = Text("Baris {row}: {indicator}", "Row {row}: {indicator}")
_LABELS = {
    "condition": Text("Kondisi", "Condition"),
    "criterion": Text("Kriteria", "Criterion"),
    "cause": Text("Dugaan sebab", "Presumed cause"),
    "effect": Text("Akibat", "Effect"),
    "advice": Text("Rekomendasi", "Recommendation"),
}
_CONDITION = Text(
    "target {target}, realisasi {realization}, tercetak {printed}",
    "target {target}, realization {realization}, printed {printed}",
)
_CONDITION_TOTAL = Text("jumlah tercetak {printed}", "the printed total is {printed}")
_CRITERION_TOTAL = Text(
    "{formula} yang tercetak di atasnya adalah {value}", "the {formula} printed above it is {value}"
)
_CAUSE_TOTAL = Text(
    "baris atau bobot yang tidak tercetak ikut dihitung, atau jumlahnya belum diperbarui",
    "rows or weights that are not printed were counted, or the total was not brought up to date",
)
_EFFECT_TOTAL = Text("jumlah {before} menjadi {after}", "the total moves from {before} to {after}")
_ADVICE_TOTAL = Text(
    "periksa baris dan bobot yang dihitung; bila semuanya tercetak, cetak {value}",
    "check which rows and weights were counted; if all of them are printed, print {value}",
)
_CRITERION = Text(
    "{formula} memberi {value}{bounds}. Rujukan rumus: {reference}",
    "{formula} gives {value}{bounds}. Reference of the formula: {reference}",
)
_BOUNDS = Text(
    "; dengan pembulatan masukannya antara {low} dan {high}",
    "; with the rounding of its inputs between {low} and {high}",
)
_UNKNOWN_DIRECTION = Text(
    " Polaritas tidak dinyatakan; dianggap {direction}", " No polarity is stated; it is taken as {direction}"
)
_CEILING = Text(", dipotong pada {cap} seperti baris lain", ", cut at {cap} as in other rows")
_OBJECTIVE = Text(
    "rata-rata sasaran {before} menjadi {after}", "the mean of the objective moves from {before} to {after}"
)
_TOTAL = Text("rata-rata seluruhnya {before} menjadi {after}", "the mean of all rows moves from {before} to {after}")
_GRADE = Text("predikat '{before}' menjadi '{after}'", "the grade moves from '{before}' to '{after}'")
_SAME_GRADE = Text("predikat tetap '{before}'", "the grade stays '{before}'")
_NO_EFFECT = Text("tidak ada, bila yang keliru bukan capaiannya", "none, if it is not the percentage that is wrong")
_ADVICE = Text(
    "cocokkan target dan realisasi dengan dokumen sumber; bila keduanya benar, cetak {value}",
    "compare target and realization with the source document; if both are right, print {value}",
)
_ADVICE_INPUT = Text(
    "periksa dugaan itu pada dokumen sumber dan betulkan selnya; capaian tercetak {printed} lalu benar, jika tidak"
    " cetak {value}",
    "check the presumed cause in the source document and correct the cell; the printed {printed} is then right,"
    " otherwise print {value}",
)
_ADVICE_DIRECTION = Text(
    "pastikan polaritas dalam definisi operasional; bila memang {stated}, cetak {value}",
    "confirm the polarity in the operational definition; if it is {stated}, print {value}",
)
_TOGETHER = Text(
    "Bila semua baris yang keliru dibetulkan, rata-rata seluruhnya {before} menjadi {after}.",
    "If all wrong rows are corrected, the mean of all rows moves from {before} to {after}.",
)


def written(review: "Review", lang: Lang = "id") -> tuple[Block, ...]:
    """Naskah jadi: the blocks of a review, the wrong rows first, all rows last."""
    require_lang(lang)
    return tuple(_blocks(review, lang))


def _blocks(review: "Review", lang: Lang) -> Iterator[Block]:
    yield Heading((_TITLE if review.source is None else _TITLE_OF).render(lang, {"source": review.source or ""}), 1)
    yield Paragraph(_summary(review, lang))
    yield Paragraph(_family(review, lang))
    wrong = review.wrong
    if not wrong:
        errors = len(review.findings.errors)
        yield Paragraph(_CLEAN_BUT.render(lang, {"errors": errors}) if errors else _CLEAN.render(lang))
    else:
        yield Paragraph(_CERTAIN.render(lang))
        yield Heading(_WRONG.render(lang), 2)
        for line in wrong:
            yield from _about(line, review, lang)
        means = review.effects.total
        if means is not None and means.shift:
            yield Paragraph(_moved(_TOGETHER, means.printed, means.corrected, lang))
    others = [
        finding
        for finding in review.findings
        if finding.code not in {"REV-NOT-REPRODUCED", "REV-AGAINST-POLARITY", "REV-TOTAL"}
    ]
    if others:
        yield Heading(_OTHERS.render(lang), 2)
        yield type(review.findings)(others).table(lang)
    yield Heading(_ALL.render(lang), 2)
    yield table(review.lines, lang)


def _summary(review: "Review", lang: Lang) -> str:
    counts = review.counts
    rest = counts["not-computable"]
    arguments: dict[str, Argument] = {
        "rows": len(review.lines),
        "computed": len(review.lines) - rest,
        "reproduced": counts["reproduced"],
        "rounding": counts["rounding"],
        "wrong": len(review.wrong),
        "rest": rest,
    }
    undecided = len(review.undecided)
    more = _UNDECIDED.render(lang, {"undecided": undecided}) if undecided else ""
    return f"{_SUMMARY.render(lang, arguments)}{more}"


def _family(review: "Review", lang: Lang) -> str:
    found = [
        _FAMILY_ROWS.render(lang, {"formula": formula_text(formula), "rows": rows})
        for formula, rows in review.habits.formulas
    ]
    return _FAMILY.render(lang, {"formulas": ", ".join(found)}) if found else _NO_FAMILY.render(lang)


def _about(line: ReviewLine, review: "Review", lang: Lang) -> Iterator[Block]:
    """One wrong row: kondisi, kriteria, dugaan sebab, akibat, rekomendasi."""
    yield Heading(_ROW.render(lang, {"row": line.row, "indicator": line.indicator or "-"}), 3)
    parts = _of_total(line, lang) if is_total(line) else _of_row(line, review, lang)
    for name, text in zip(_LABELS, parts, strict=True):
        yield Paragraph(f"{text}.", _LABELS[name].render(lang))


def _of_total(line: ReviewLine, lang: Lang) -> tuple[str, ...]:
    """The five parts of a total that is not the mean of its rows."""
    recomputed = line.recomputed or Fraction(0)
    value = format_number(recomputed, decimals=line.achievement.decimals, lang=lang)
    return (
        _CONDITION_TOTAL.render(lang, {"printed": line.achievement.text}),
        _CRITERION_TOTAL.render(
            lang, {"formula": formula_text(line.expected), "value": rounded_for_people(recomputed)}
        ),
        causes_listed(line.hypotheses).render(lang) if line.hypotheses else _CAUSE_TOTAL.render(lang),
        _EFFECT_TOTAL.render(lang, {"before": line.achievement.text, "after": value}),
        _ADVICE_TOTAL.render(lang, {"value": value}),
    )


def _of_row(line: ReviewLine, review: "Review", lang: Lang) -> tuple[str, ...]:
    """The five parts of a row whose print does not follow."""
    condition: dict[str, Argument] = {
        "target": line.target.text or "-",
        "realization": line.realization.text or "-",
        "printed": line.achievement.text,
    }
    verdict = verdict_text(line.verdict, lang)
    return (
        f"{_CONDITION.render(lang, condition)} ({verdict})",
        _criterion(line, lang),
        causes_listed(line.hypotheses).render(lang),
        _effect(review.effects.of(line), lang),
        _advice(line, lang),
    )


def _criterion(line: ReviewLine, lang: Lang) -> str:
    if line.recomputed is None:
        return "-"
    bounds = ""
    if line.bounds is not None:
        low, high = (rounded_for_people(bound) for bound in line.bounds)
        bounds = _BOUNDS.render(lang, {"low": low, "high": high})
    if line.due is not None and line.due != line.recomputed:
        bounds += _CEILING.render(lang, {"cap": line.due})
    reference = next(
        (way.formula.reference for way in (*VALUES, *RANGES) if way.formula.id == line.expected),
        HIGHER_IS_BETTER.reference,
    )
    arguments: dict[str, Argument] = {
        "formula": formula_text(line.expected),
        "value": rounded_for_people(line.recomputed),
        "bounds": bounds,
        "reference": "-" if reference is None else reference.text(lang),
    }
    way = next((way for way in (*VALUES, *RANGES) if way.formula.id == line.expected), None)
    if line.stated is not None or way is None:
        return _CRITERION.render(lang, arguments)
    direction = polarity_text(way.polarity)
    return f"{_CRITERION.render(lang, arguments)}.{_UNKNOWN_DIRECTION.render(lang, {'direction': direction})}"


def _effect(effect: Effect | None, lang: Lang) -> str:
    if effect is None:
        return _NO_EFFECT.render(lang)
    parts = (
        []
        if effect.objective is None
        else [_moved(_OBJECTIVE, effect.objective.printed, effect.objective.corrected, lang)]
    )
    parts.append(_moved(_TOTAL, effect.total.printed, effect.total.corrected, lang))
    if effect.grades:
        before, after = effect.grades
        words = _SAME_GRADE if before == after else _GRADE
        parts.append(words.render(lang, {"before": before, "after": after}))
    return "; ".join(parts)


def _moved(words: Text, before: Fraction, after: Fraction, lang: Lang) -> str:
    first, then = (format_number(value, decimals=2, lang=lang) for value in (before, after))
    return words.render(lang, {"before": first, "after": then})


def _advice(line: ReviewLine, lang: Lang) -> str:
    due = line.due
    if due is None:
        return "-"
    if line.form == "quotient":
        due /= 100
    value = format_number(due, decimals=line.achievement.decimals, lang=lang)
    if line.verdict == "reproduced-against-polarity" and line.stated is not None:
        return _ADVICE_DIRECTION.render(lang, {"stated": polarity_text(line.stated), "value": value})
    if line.corrected is None:
        return _ADVICE_INPUT.render(lang, {"printed": line.achievement.text, "value": value})
    return _ADVICE.render(lang, {"value": value})


def as_text(blocks: Sequence[Block], width: int | None) -> str:
    """Naskah untuk terminal: the blocks in lines of at most so many characters.

    Raises:
        InvalidValueError: A width that is not 20 to 1,000.
    """
    available = line_width(width, "Review.text.width")
    return "\n\n".join("\n".join(_lines(block, available)) for block in blocks)


def _lines(block: Block, width: int) -> list[str]:
    if isinstance(block, Table):
        return [block.text(width)]
    if isinstance(block, Paragraph):
        return wrapped(f"{block.label}: {block.text}" if block.label else block.text, width)
    lines = wrapped(block.text, width)
    mark = {1: "=", 2: "-"}.get(block.level)
    return lines if mark is None else [*lines, mark * min(width, max(len(line) for line in lines))]


def as_html(blocks: Sequence[Block]) -> str:
    """Naskah HTML: the blocks as one element; whatever a cell holds is escaped."""
    return f"<div>{''.join(_html(block) for block in blocks)}</div>"


def _html(block: Block) -> str:
    if isinstance(block, Table):
        return block.html()
    if isinstance(block, Heading):
        return f"<h{block.level}>{escaped(block.text)}</h{block.level}>"
    label = f"<b>{escaped(block.label)}:</b> " if block.label else ""
    return f"<p>{label}{with_breaks(block.text)}</p>"
