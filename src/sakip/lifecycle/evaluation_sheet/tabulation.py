"""Tabel lembar evaluasi: a sheet as flat rows, as a table, and as sentences."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sakip.base.display import Column, Table
from sakip.base.form import Numbers, in_form
from sakip.base.notation import format_number
from sakip.base.text import Argument, Lang, Text
from sakip.lifecycle.evaluation_sheet.line import SheetLine
from sakip.lifecycle.evaluation_sheet.reading import Reading
from sakip.scoring.grading import BELOW_LOWEST
from sakip.scoring.tabulation import six_decimals
from sakip.scoring.wording import enumerated, folded

if TYPE_CHECKING:
    from sakip.lifecycle.evaluation_sheet.sheet import EvaluationSheet

__all__ = ["explained", "rows", "table"]

_HEADS = (
    Text("Kode", "Code"),
    Text("Uraian", "Part"),
    Text("Bobot", "Weight"),
    Text("Jawaban", "Answer"),
    Text("Nilai", "Score"),
)
_TITLE = Text("{name}, {code}, tahun {year}", "{name}, {code}, year {year}")
_READINGS: dict[Reading, Text] = {
    "sub_component": Text("Dijawab per subkomponen.", "Answered by sub-component."),
    "criterion": Text("Dijawab per kriteria.", "Answered by criterion."),
}
_OPEN = Text(
    "Belum dijawab: {codes}. Nilai akhir akan berada antara {lowest} dan {highest}.",
    "Not answered: {codes}. The total will lie between {lowest} and {highest}.",
)
_GRADED = Text("Predikat {grade}: {scale}", "Predicate {grade}: {scale}")
_SOURCE = Text("{template}: {reference}", "{template}: {reference}")
_LEAF = Text(
    "{code} {name}: {answer} bernilai {value} %; {value} / 100 × {weight} = {score}",
    "{code} {name}: {answer} is worth {value} %; {value} / 100 × {weight} = {score}",
)
_SUM = Text("{code} {name}: {parts} = {score} dari {weight}", "{code} {name}: {parts} = {score} of {weight}")
_UNKNOWN = Text("{code} {name}: belum dijawab", "{code} {name}: not answered")
_WHOLE = Text("Nilai akhir: {parts} = {score}", "Total: {parts} = {score}")
_LATER = Text("Nilai akhir: belum ada", "Total: none yet")


def _shown(value: Fraction, lang: Lang) -> str:
    """Exact where the number ends within two decimals, else rounded to them."""
    decimals = None if 100 % value.denominator == 0 else 2
    return format_number(value, decimals=decimals, lang=lang)


def _points(line: SheetLine, lang: Lang) -> str:
    return "–" if line.exact is None else format_number(line.exact, decimals=2, lang=lang)


def _grade(sheet: "EvaluationSheet", lang: Lang) -> str:
    return "" if sheet.total.exact is None else sheet.grade or BELOW_LOWEST.render(lang)


def rows(sheet: "EvaluationSheet", lang: Lang, numbers: Numbers) -> list[dict[str, Any]]:
    """Baris lembar: one flat dict a line.

    Examples:
        >>> from sakip.lifecycle import LKE_88_2021, EvaluationSheet
        >>> rows(EvaluationSheet("LKE-1", 2024, LKE_88_2021, {}), "id", "text")[0]["highest"]
        '100'
    """
    return in_form((_row(sheet, line, lang) for line in sheet.lines), numbers)


def _row(sheet: "EvaluationSheet", line: SheetLine, lang: Lang) -> dict[str, Any]:
    return {
        "sheet": sheet.code,
        "year": sheet.year,
        "template": sheet.template.id,
        "kind": line.kind,
        "code": line.code,
        "name": line.name.render(lang),
        "weight": six_decimals(line.weight),
        "answer": line.answer,
        "percent": None if line.percent is None else six_decimals(line.percent),
        "score": line.score,
        "lowest": six_decimals(line.lowest),
        "highest": six_decimals(line.highest),
        "open": ", ".join(line.open),
        "grade": sheet.grade if line.kind == "total" else None,
    }


def table(sheet: "EvaluationSheet", lang: Lang) -> Table:
    """Tabel lembar: the parts, the total below, and under it how it was read.

    Examples:
        >>> from sakip.lifecycle import LKE_88_2021, EvaluationSheet
        >>> table(EvaluationSheet("LKE-1", 2024, LKE_88_2021, {}), "en").rows[-1][1:3]
        ('TOTAL', '100')
    """
    total, *parts = sheet.lines
    title: dict[str, Argument] = {"name": sheet.template.name, "code": sheet.code, "year": str(sheet.year)}
    return Table(
        _TITLE.render(lang, title),
        [Column(head.render(lang), "right" if at in {2, 4} else "left") for at, head in enumerate(_HEADS)],
        [
            *(_cells(line, line.answer or "", lang) for line in parts),
            _cells(total, _grade(sheet, lang), lang),
        ],
        notes=list(_notes(sheet, lang)),
    )


_DEPTH = {"total": 0, "component": 0, "sub_component": 1, "criterion": 2}


def _cells(line: SheetLine, answer: str, lang: Lang) -> tuple[str, ...]:
    indent = "  " * _DEPTH[line.kind]
    return f"{indent}{line.code}", line.name.render(lang), _shown(line.weight, lang), answer, _points(line, lang)


def _notes(sheet: "EvaluationSheet", lang: Lang) -> Iterator[str]:
    total, template = sheet.total, sheet.template
    yield _READINGS[sheet.reading].render(lang)
    if total.open:
        bounds: dict[str, Argument] = {"lowest": _shown(total.lowest, lang), "highest": _shown(total.highest, lang)}
        yield _OPEN.render(lang, {"codes": enumerated(total.open, lang, most=5), **bounds})
    else:
        yield _GRADED.render(lang, {"grade": _grade(sheet, lang), "scale": template.scale.text(lang)})
    yield _SOURCE.render(lang, {"template": template.id, "reference": template.reference.text(lang)})


def explained(sheet: "EvaluationSheet", lang: Lang, width: int | None) -> str:
    """Penjelasan lembar: one line for each part, each sum with its parts.

    Examples:
        >>> from sakip.lifecycle import LKE_88_2021, EvaluationSheet
        >>> explained(EvaluationSheet("LKE-1", 2024, LKE_88_2021, {"1.a": "A"}), "id", None).splitlines()[1].strip()
        '1.a Keberadaan: A bernilai 90 %; 90 / 100 × 6 = 5,40'
    """
    below = _below(sheet)
    lines = [_sentence(sheet, line, below.get(line.code, []), lang) for line in sheet.lines[1:]]
    parts = [line for line in sheet.lines if line.kind == "component"]
    whole = _LATER.render(lang)
    if sheet.total.exact is not None:
        whole = _WHOLE.render(lang, {"parts": _added(parts, lang), "score": _points(sheet.total, lang)})
    return folded("\n".join([*lines, whole, *_notes(sheet, lang)]), width)


def _below(sheet: "EvaluationSheet") -> dict[str, list[SheetLine]]:
    """The lines directly below each line that is a sum."""
    found: dict[str, list[SheetLine]] = {}
    above: dict[int, str] = {}
    for line in sheet.lines[1:]:
        depth = _DEPTH[line.kind]
        above[depth] = line.code
        if depth:
            found.setdefault(above[depth - 1], []).append(line)
    return found


def _added(parts: list[SheetLine], lang: Lang) -> str:
    return " + ".join("–" if part.exact is None else _near(part.exact, lang) for part in parts)


def _near(value: Fraction, lang: Lang) -> str:
    """As `_shown`, with a sign before what is rounded."""
    return f"{'' if 100 % value.denominator == 0 else '≈ '}{_shown(value, lang)}"


def _sentence(sheet: "EvaluationSheet", line: SheetLine, parts: list[SheetLine], lang: Lang) -> str:
    told: dict[str, Argument] = {
        "code": line.code,
        "name": line.name,
        "weight": _near(line.weight, lang),
        "score": _points(line, lang),
    }
    indent = "  " * _DEPTH[line.kind]
    if parts:
        return indent + _SUM.render(lang, {**told, "parts": _added(parts, lang)})
    choice = sheet.choice(line.code)
    if choice is None:
        return indent + _UNKNOWN.render(lang, told)
    return indent + _LEAF.render(lang, {**told, "answer": choice.label, "value": choice.value})
