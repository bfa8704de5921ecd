"""Keseragaman tabel: how a table writes its numbers, and where it keeps to no one way."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.model.cell.faults import shown
from sakip.review.fitting import DOWN, INVERSE, UP
from sakip.review.habits import Habits
from sakip.review.line import ReviewLine
from sakip.review.placing import Placing
from sakip.review.seen import Spoken
from sakip.review.totals import is_total
from sakip.review.wording import formula_text

__all__ = ["RULES", "table_findings"]

CONVENTION = Rule(
    "REV-CONVENTION",
    "note",
    Text(
        "Tabel menulis angka menurut konvensi '{convention}', antara lain '{first}' pada baris {row} ({cells} sel)",
        "The table writes numbers in the convention '{convention}', such as '{first}' in row {row} (cells: {cells})",
    ),
)
MIXED_CONVENTION = Rule(
    "REV-MIXED-CONVENTION",
    "warning",
    Text(
        "Kolom ini mencampur koma dan titik desimal: '{first}' pada baris {row} ({cells} sel), '{other}' pada baris"
        " {other_row} ({other_cells} sel)",
        "The column mixes decimal comma and point: '{first}' in row {row} (cells: {cells}), '{other}' in row"
        " {other_row} (cells: {other_cells})",
    ),
)
MIXED_ROUNDING = Rule(
    "REV-MIXED-ROUNDING",
    "warning",
    Text(
        "Sebagian capaian dibulatkan ({rounded} baris) dan sebagian dipotong ({cut} baris); pakai satu cara",
        "Some percentages are rounded (rows: {rounded}) and some are cut off (rows: {cut}); use one way",
    ),
)
MIXED_CAP = Rule(
    "REV-MIXED-CAP",
    "warning",
    Text(
        "Sebagian capaian berhenti pada {cap} padahal hasilnya lebih, dan sebagian tercetak di atasnya; pakai satu"
        " aturan",
        "Some percentages stop at {cap} although they are higher, and some are printed above it; use one rule",
    ),
)
MIXED_FORMULA = Rule(
    "REV-MIXED-FORMULA",
    "warning",
    Text(
        "Indikator yang makin rendah makin baik dihitung dengan dua rumus: {first} ({rows} baris) dan {other}"
        " ({other_rows} baris)",
        "Lower-is-better indicators are computed by two formulas: {first} (rows: {rows}) and {other} (rows:"
        " {other_rows})",
    ),
)
LONE_FORMULA = Rule(
    "REV-LONE-FORMULA",
    "note",
    Text(
        "Hanya baris {row} dihitung dengan {formula}, sedangkan {others} baris lain mengikuti {usual}; polaritasnya"
        " tidak dinyatakan, jadi pastikan bahwa makin rendah memang makin baik",
        "Only row {row} was computed by {formula}, while other rows ({others}) follow {usual}; its polarity is not"
        " stated, so confirm that less is better there",
    ),
)
MIXED_FORM = Rule(
    "REV-MIXED-FORM",
    "warning",
    Text(
        "Kolom capaian mencampur persentase dan hasil bagi seperti 1,08",
        "The column mixes percentages and quotients such as 1.08",
    ),
)
UNRELATED = Rule(
    "REV-UNRELATED",
    "warning",
    Text(
        "{rows} dari {computed} capaian tidak mengikuti target dan realisasinya; kolom ini mungkin memuat hal lain",
        "{rows} of {computed} percentages do not follow from target and realization; the column may hold something"
        " else",
    ),
)

RULES: tuple[Rule, ...] = (
    CONVENTION,
    MIXED_CONVENTION,
    MIXED_ROUNDING,
    MIXED_CAP,
    MIXED_FORMULA,
    LONE_FORMULA,
    MIXED_FORM,
    UNRELATED,
)

_COLUMNS = ("target", "realization", "achievement")
_MOSTLY = Fraction(1, 2)
_MANY = 4
_SEVERAL = 2


def table_findings(
    lines: Sequence[ReviewLine], habits: Habits, writing: Sequence[Sequence[Spoken]], place: Placing
) -> Iterator[Finding]:
    """Temuan tabel: how the table writes its numbers, and where it keeps to no one way."""
    spoken = [(name, one) for name, evidence in zip(_COLUMNS, writing, strict=True) for one in evidence]
    if len({one.convention for _, one in spoken}) == 1:
        name, first = spoken[0]
        cells = sum(one.cells for _, one in spoken)
        yield place(
            CONVENTION, None, name, convention=first.convention, first=shown(first.first), row=first.row, cells=cells
        )
    for name, evidence in zip(_COLUMNS, writing, strict=True):
        if len(evidence) > 1:
            one, other = sorted(evidence, key=lambda each: -each.cells)
            yield place(
                MIXED_CONVENTION,
                None,
                name,
                first=shown(one.first),
                row=one.row,
                cells=one.cells,
                other=shown(other.first),
                other_row=other.row,
                other_cells=other.cells,
            )
    roundings = dict(habits.roundings)
    rounded, cut = sum(roundings.values()) - roundings.get("truncate", 0), roundings.get("truncate", 0)
    if rounded and cut:
        yield place(MIXED_ROUNDING, None, "achievement", rounded=rounded, cut=cut)
    for cap in habits.broken_caps:
        yield place(MIXED_CAP, None, "achievement", cap=cap)
    down = [(formula, rows) for formula, rows in habits.formulas if formula in {DOWN.formula.id, INVERSE.formula.id}]
    if len(down) > 1 and habits.inverse:
        (formula, count), (second, second_count) = down[:2]
        yield place(
            MIXED_FORMULA,
            None,
            "achievement",
            first=formula_text(formula),
            rows=count,
            other=formula_text(second),
            other_rows=second_count,
        )
    yield from _lone(lines, habits, place)
    forms = {line.fits[0].form for line in lines if line.fits and line.formula in {UP.formula.id, DOWN.formula.id}}
    if len(forms) > 1:
        yield place(MIXED_FORM, None, "achievement")
    wrong = sum(line.verdict == "not-reproduced" and not is_total(line) for line in lines)
    if wrong >= _MANY and wrong > _MOSTLY * habits.computed:
        yield place(UNRELATED, None, "achievement", rows=wrong, computed=habits.computed)


def _lone(lines: Sequence[ReviewLine], habits: Habits, place: Placing) -> Iterator[Finding]:
    """The one row that 2T - R alone gives, where several rows decide for another formula and no word speaks for it."""
    usual, others = max(
        ((formula, rows) for formula, rows in habits.formulas if formula != DOWN.formula.id),
        key=lambda pair: pair[1],
        default=("", 0),
    )
    if habits.rows_of(DOWN.formula.id) != 1 or others < _SEVERAL:
        return
    for line in lines:
        alone = len(line.fits) == 1 and line.formula == DOWN.formula.id and line.cap is None
        if alone and line.stated is None and line.suggested != "minimize":
            yield place(
                LONE_FORMULA,
                None,
                "achievement",
                row=line.row,
                formula=formula_text(line.formula),
                others=others,
                usual=formula_text(usual),
            )
