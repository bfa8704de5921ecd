"""Temuan telaah: what the lines and the habits of a table say to an office, each with a code."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from sakip.base.finding import Finding
from sakip.base.number import decimal_of_fraction
from sakip.base.rule import Rule
from sakip.base.text import Argument, Text
from sakip.model.vocabulary import polarity_text
from sakip.review.hypotheses import PresumedCause
from sakip.review.line import ReviewLine, reason_text
from sakip.review.page import name_key
from sakip.review.placing import Placing
from sakip.review.totals import AGGREGATES, wrong_sums

__all__ = [
    "RULES",
    "causes_listed",
    "causes_text",
    "formula_text",
    "line_findings",
    "rounded_for_people",
]

NOT_REPRODUCED = Rule(
    "REV-NOT-REPRODUCED",
    "error",
    Text(
        "Tercetak {printed}; target {target} dan realisasi {realization} memberi {recomputed} menurut {formula}"
        "{tolerance}. {causes}. Gugur bila {disproof}",
        "{printed} is printed; the target {target} and the realization {realization} give {recomputed} by {formula}"
        "{tolerance}. {causes}. Disproved if {disproof}",
    ),
)
AGAINST = Rule(
    "REV-AGAINST-POLARITY",
    "error",
    Text(
        "Dinyatakan {stated}, tetapi {printed} dihitung dengan {used}; menurut arahnya {recomputed}. Gugur bila"
        " {disproof}",
        "Stated as {stated}, but {printed} was computed by {used}; in its own direction it is {recomputed}. Disproved"
        " if {disproof}",
    ),
)
ROUNDING = Rule(
    "REV-ROUNDING",
    "note",
    Text(
        "Tercetak {printed}; angka tercetak memberi {recomputed}, dan pembulatan masukannya sendiri menjelaskan"
        " selisihnya{tolerance}",
        "{printed} is printed; the printed numbers give {recomputed}, and the rounding of the inputs themselves"
        " explains the difference{tolerance}",
    ),
)
TOTAL = Rule(
    "REV-TOTAL",
    "error",
    Text(
        "Jumlah tercetak {printed} bukan rata-rata baris-barisnya, yaitu {recomputed}. Gugur bila {disproof}",
        "The printed total {printed} is not the mean of its rows, which is {recomputed}. Disproved if {disproof}",
    ),
)
SUM = Rule(
    "REV-SUM",
    "error",
    Text(
        "Jumlah {cell} tercetak {printed}, padahal {rows} baris di atasnya berjumlah {recomputed}. Gugur bila"
        " {disproof}",
        "The printed sum of the {cell} is {printed}, but the rows above it (rows: {rows}) sum up to {recomputed}."
        " Disproved if {disproof}",
    ),
)
NOT_COMPUTABLE = Rule(
    "REV-NOT-COMPUTABLE",
    "note",
    Text("Tidak dapat dihitung ulang: {why}", "Cannot be recomputed: {why}"),
)
ZERO_PRINTED = Rule(
    "REV-ZERO-TARGET",
    "warning",
    Text(
        "Target nol, realisasi {realization}, tetapi tercetak {printed}; tidak ada rumus yang memberinya",
        "The target is zero and the realization {realization}, but {printed} is printed; no formula gives it",
    ),
)
CELL = Rule(
    "REV-CELL",
    "warning",
    Text("Sel {cell} tidak terbaca sebagai angka: {why}", "The {cell} cell does not read as a number: {why}"),
)
OPEN = Rule(
    "REV-READING",
    "warning",
    Text(
        "Sel {cell} punya lebih dari satu bacaan ({readings}), dan kolomnya tidak memutuskan{used}",
        "The {cell} cell has more than one reading ({readings}), and its column does not decide{used}",
    ),
)
OTHER_READING = Rule(
    "REV-OTHER-READING",
    "warning",
    Text(
        "Sel {cell} '{printed}' dibaca {used}, karena hanya itu yang memberi capaiannya, meskipun tanda angka di tempat"
        " lain dalam tabel ini menunjuk bacaan yang lain",
        "The {cell} cell '{printed}' was read as {used}, which alone gives the print, although the marks elsewhere in"
        " this table point to the other reading",
    ),
)
CAP = Rule(
    "REV-CAP",
    "note",
    Text(
        "Capaian {recomputed} dipotong pada {cap}; sebutkan aturannya dalam laporan",
        "{recomputed} was cut at {cap}; the report should name the rule",
    ),
)
SUGGESTED = Rule(
    "REV-POLARITY",
    "note",
    Text(
        "Capaian dihitung {implied}, sedangkan kata-katanya menyarankan {suggested}; polaritas tidak dinyatakan",
        "The percentage was computed as {implied}, while the words suggest {suggested}; no polarity is stated",
    ),
)
DIRECTIONS = Rule(
    "REV-DIRECTIONS",
    "warning",
    Text(
        "Indikator ini dihitung {implied} di sini, tetapi {other} pada baris {row}",
        "This indicator is computed as {implied} here, but as {other} in row {row}",
    ),
)
NEGATIVE = Rule(
    "REV-NEGATIVE-TARGET",
    "warning",
    Text(
        "Target {target} di bawah nol; rumus perbandingan tidak berarti untuk target negatif",
        "The target {target} is below zero; a ratio means nothing against a negative target",
    ),
)
RULES: tuple[Rule, ...] = (
    NOT_REPRODUCED,
    AGAINST,
    ROUNDING,
    TOTAL,
    SUM,
    NOT_COMPUTABLE,
    ZERO_PRINTED,
    CELL,
    OPEN,
    OTHER_READING,
    CAP,
    SUGGESTED,
    DIRECTIONS,
    NEGATIVE,
)

_FORMULAS: dict[str, Text] = {
    "higher-is-better": Text("realisasi/target", "realization/target"),
    "lower-is-better": Text("(2 x target - realisasi)/target", "(2 x target - realization)/target"),
    "lower-is-better-inverse": Text("target/realisasi", "target/realization"),
    "higher-is-better-range": Text("realisasi/batas terdekat", "realization/nearer bound"),
    "lower-is-better-range": Text(
        "(2 x batas terdekat - realisasi)/batas terdekat", "(2 x nearer bound - realization)/nearer bound"
    ),
    "mean-of-rows": Text("rata-rata baris", "mean of the rows"),
    "weighted-mean-of-rows": Text("rata-rata tertimbang baris", "weighted mean of the rows"),
    "mean-of-means": Text("rata-rata dari rata-rata", "mean of the means"),
}
_CELLS = {
    "target": Text("target", "target"),
    "realization": Text("realisasi", "realization"),
    "achievement": Text("capaian", "percentage"),
}
_TOLERANCE = Text(
    " (antara {low} dan {high} bila masukannya dibulatkan)", " (between {low} and {high} if the inputs are rounded)"
)
_NO_TOLERANCE = Text("", "")
_PRESUMED = Text("Dugaan: {first}", "Presumed: {first}")
_AMBIGUOUS = Text("Dugaan, {count} kemungkinan: {first}", "Presumed, {count} possibilities: {first}")
_NO_CAUSE = Text("Tidak ada dugaan sebab yang cocok", "No presumed cause fits")
_DISPROOF = Text(
    "dokumen sumber memuat target atau realisasi lain, atau aturan tertulis menetapkan rumus lain",
    "the source document has another target or realization, or a written rule sets another formula",
)
_DISPROOF_POLARITY = Text(
    "definisi operasional menetapkan arah yang lain", "the operational definition sets the other direction"
)
_DISPROOF_SUM = Text(
    "baris yang tidak tercetak ikut dijumlahkan, atau sebagian baris merinci baris lain",
    "rows that are not printed were added, or some rows are parts of others",
)
_DISPROOF_TOTAL = Text(
    "bobot atau baris lain, yang tidak tercetak, ikut dihitung", "weights or rows that are not printed were counted"
)
_USED = Text(
    "; yang dipakai {used}, karena hanya itu yang memberi capaiannya", "; {used} was used, which alone gives the print"
)
_MOST_CAUSES = 3


def formula_text(formula: str | None) -> Text:
    """Teks rumus: a formula in symbols that anybody reads.

    Examples:
        >>> formula_text("higher-is-better").render("id")
        'realisasi/target'
    """
    return Text.literal("-") if formula is None else _FORMULAS[formula]


def rounded_for_people(value: Fraction) -> Decimal:
    """Angka terbaca: an exact value to at most four decimals, for a sentence; the exact one is kept beside it.

    Examples:
        >>> rounded_for_people(Fraction(928, 750) * 100)
        Decimal('123.7333')
    """
    return decimal_of_fraction(value, 4)


def causes_text(causes: Sequence[PresumedCause]) -> Text:
    """Teks dugaan: the presumed causes, or that none fits.

    Examples:
        >>> causes_text(()).render("en")
        'No presumed cause fits'
    """
    if not causes:
        return _NO_CAUSE
    listed = causes_listed(causes)
    words = _PRESUMED if len(causes) == 1 else _AMBIGUOUS
    arguments: dict[str, Argument] = {"first": listed, "count": len(causes)}
    return Text.literal(words.render("id", arguments), words.render("en", arguments))


def causes_listed(causes: Sequence[PresumedCause]) -> Text:
    """Daftar dugaan: the first presumed causes, the simplest first, in one clause.

    Examples:
        >>> causes_listed([PresumedCause("swapped"), PresumedCause("truncation")]).render("en")
        'target and realization changed places; decimals were cut off instead of rounded'
    """
    if not causes:
        return _NO_CAUSE
    first = causes[:_MOST_CAUSES]
    return Text.literal("; ".join(one.text("id") for one in first), "; ".join(one.text("en") for one in first))


def line_findings(lines: Sequence[ReviewLine], place: Placing) -> Iterator[Finding]:
    """Temuan baris: what is wrong or worth knowing of each row, in their order."""
    directions: dict[str, ReviewLine] = {}
    for line in lines:
        yield from _verdict(line, place)
        yield from _reading(line, place)
        yield from _beside_table(line, place)
        if line.cap is not None and line.exact is not None:
            yield place(CAP, line, "achievement", recomputed=rounded_for_people(line.exact), cap=line.cap)
        if line.polarity is not None and line.stated != "stabilize":
            yield from _direction(line, directions, place)
        if line.target.digits < 0 and line.reason is None:
            yield place(NEGATIVE, line, "target", target=line.target.text)
    for wrong in wrong_sums(lines):
        yield place(
            SUM,
            wrong.line,
            wrong.cell,
            cell=_CELLS[wrong.cell],
            printed=getattr(wrong.line, wrong.cell).text,
            rows=wrong.rows,
            recomputed=rounded_for_people(wrong.recomputed),
            exact=wrong.recomputed,
            disproof=_DISPROOF_SUM,
        )


def _verdict(line: ReviewLine, place: Placing) -> Iterator[Finding]:
    printed = line.achievement.text
    if line.verdict == "not-computable":
        if line.reason == "zero-target":
            if line.achievement.kind == "number":
                yield place(
                    ZERO_PRINTED, line, "achievement", realization=line.realization.text or "-", printed=printed
                )
            else:
                yield place(NOT_COMPUTABLE, line, "target", why=_why(line))
        elif line.reason not in {"blank", "heading", "column-heads", "unreadable"}:
            yield place(NOT_COMPUTABLE, line, None, why=_why(line))
        return
    if line.recomputed is None:
        return
    value = rounded_for_people(line.recomputed)
    if line.expected in AGGREGATES:
        yield place(
            TOTAL,
            line,
            "achievement",
            printed=printed,
            recomputed=value,
            exact=line.recomputed,
            disproof=_DISPROOF_TOTAL,
        )
        return
    common: dict[str, Argument] = {
        "printed": printed,
        "target": line.target.text,
        "realization": line.realization.text,
        "recomputed": value,
        "exact": line.recomputed,
        "formula": formula_text(line.expected),
        "tolerance": _tolerance(line),
    }
    if line.verdict == "rounding":
        yield place(ROUNDING, line, "achievement", **common)
    elif line.verdict == "not-reproduced":
        causes = line.hypotheses
        yield place(NOT_REPRODUCED, line, "achievement", **common, causes=causes_text(causes), disproof=_DISPROOF)
    elif line.stated is not None:
        stated, used = polarity_text(line.stated), formula_text(line.formula)
        yield place(AGAINST, line, "achievement", **common, stated=stated, used=used, disproof=_DISPROOF_POLARITY)


def _why(line: ReviewLine) -> Text:
    return Text.literal(reason_text(line.reason, "id"), reason_text(line.reason, "en"))


def _tolerance(line: ReviewLine) -> Text:
    if line.bounds is None:
        return _NO_TOLERANCE
    low, high = (rounded_for_people(bound) for bound in line.bounds)
    arguments: dict[str, Argument] = {"low": low, "high": high}
    return Text.literal(_TOLERANCE.render("id", arguments), _TOLERANCE.render("en", arguments))


def _reading(line: ReviewLine, place: Placing) -> Iterator[Finding]:
    """Cells that cannot be read, or that can be read in several ways."""
    if line.reason == "column-heads":
        return
    names = ("target", "realization", "achievement")
    for at, (name, cell) in enumerate(zip(names, line.cells(), strict=True)):
        if cell.kind == "odd" and cell.fault is not None:
            why = Text.literal(cell.fault.text("id"), cell.fault.text("en"))
            yield place(CELL, line, name, cell=_CELLS[name], why=why, code=cell.fault.code)
        elif cell.sure == "open":
            readings = [_number(one.digits, one.decimals) for one in cell.readings]
            listed = Text.literal(*(" / ".join(one.render(lang, {}) for one in readings) for lang in ("id", "en")))
            used = _NO_TOLERANCE
            if line.numbers is not None and line.fits:
                number = line.numbers[at]
                if number is not None:
                    arguments: dict[str, Argument] = {"used": _number(number.digits, number.decimals)}
                    used = Text.literal(_USED.render("id", arguments), _USED.render("en", arguments))
            yield place(OPEN, line, name, cell=_CELLS[name], readings=listed, used=used)


def _beside_table(line: ReviewLine, place: Placing) -> Iterator[Finding]:
    """Cells that were read otherwise than their table writes, since only so the print follows."""
    if line.numbers is None or not line.fits:
        return
    for name, cell, number in zip(_CELLS, line.cells(), line.numbers, strict=False):
        if number is not None and number == cell.other_reading:
            used = _number(number.digits, number.decimals)
            yield place(OTHER_READING, line, name, cell=_CELLS[name], printed=cell.text, used=used)


def _number(count: int, decimals: int) -> Text:
    value = Fraction(count, 10**decimals)
    words = Text("{value}", "{value}")
    arguments: dict[str, Argument] = {"value": value}
    return Text.literal(words.render("id", arguments), words.render("en", arguments))


def _direction(line: ReviewLine, directions: dict[str, ReviewLine], place: Placing) -> Iterator[Finding]:
    if line.polarity is None:
        return
    implied = polarity_text(line.polarity)
    if line.stated is None and line.suggested is not None and line.suggested != line.polarity:
        yield place(SUGGESTED, line, "achievement", implied=implied, suggested=polarity_text(line.suggested))
    key = name_key(line.indicator)
    if not key:
        return
    first = directions.setdefault(key, line)
    if first.polarity is not None and first.polarity != line.polarity:
        yield place(
            DIRECTIONS, line, "achievement", implied=implied, other=polarity_text(first.polarity), row=first.row
        )
