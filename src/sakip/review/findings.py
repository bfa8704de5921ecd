"""Temuan telaah: what the lines and the habits of a table say to an office, each with a code."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Argument, Text, joined
from sakip.model.vocabulary import polarity_text
from sakip.review.line import ReviewLine, reason_text
from sakip.review.page import name_key
from sakip.review.placing import Placing
from sakip.review.totals import AGGREGATES, wrong_sums
from sakip.review.wording import causes_text, formula_text, rounded_for_people

__all__ = ["RULES", "line_findings"]

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
UNDECIDED = Rule(
    "REV-UNDECIDED",
    "warning",
    Text(
        "Tercetak {printed}; target {target} dan realisasi {realization} memberi {recomputed} menurut {formula}. Benar"
        " menurut kebiasaan ini: {custom}. Tabel ini tidak membuktikan dan tidak membantahnya; sebutkan aturannya",
        "{printed} is printed; the target {target} and the realization {realization} give {recomputed} by {formula}."
        " Right by this custom: {custom}. This table neither bears it out nor contradicts it; name the rule",
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
UNITS = Rule(
    "REV-UNITS",
    "warning",
    Text(
        "Target dalam '{first}' tetapi realisasi dalam '{second}'; samakan satuannya sebelum capaiannya dihitung",
        "The target is in '{first}' but the realization in '{second}'; bring them to one unit before the percentage is"
        " computed",
    ),
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
    UNDECIDED,
    AGAINST,
    ROUNDING,
    TOTAL,
    SUM,
    NOT_COMPUTABLE,
    UNITS,
    ZERO_PRINTED,
    CELL,
    OPEN,
    OTHER_READING,
    CAP,
    SUGGESTED,
    DIRECTIONS,
    NEGATIVE,
)

_CELLS = {
    "target": Text("target", "target"),
    "realization": Text("realisasi", "realization"),
    "achievement": Text("capaian", "percentage"),
}
_TOLERANCE = Text(
    " (antara {low} dan {high} bila masukannya dibulatkan)", " (between {low} and {high} if the inputs are rounded)"
)
_NO_TOLERANCE = Text("", "")
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
        elif line.reason == "units":
            yield place(UNITS, line, "realization", first=line.target.unit or "", second=line.realization.unit or "")
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
    elif line.undecided is not None:
        custom = Text.literal(line.undecided.text("id"), line.undecided.text("en"))
        yield place(UNDECIDED, line, "achievement", **common, custom=custom)
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
            listed = joined(" / ", readings)
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
