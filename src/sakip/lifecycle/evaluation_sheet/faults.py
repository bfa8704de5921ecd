"""Temuan lembar evaluasi: answers that do not fit, evidence that lacks, and prints that do not follow from them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from sakip.base.finding import Finding
from sakip.base.interval import Interval
from sakip.base.likeness import similar
from sakip.base.notation import format_number
from sakip.base.number import decimal_of_fraction
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, both
from sakip.lifecycle.evaluation_sheet.line import SheetLine, answered_by, share_met
from sakip.lifecycle.evaluation_sheet.printed import PrintedSheet
from sakip.lifecycle.evaluation_sheet.reading import Reading
from sakip.scoring.grading import BELOW_LOWEST, GradeScale

if TYPE_CHECKING:
    from sakip.lifecycle.evaluation_sheet.sheet import EvaluationSheet

__all__ = ["RULES", "faults"]

UNKNOWN = Rule(
    "LKE-UNKNOWN",
    "error",
    Text(
        "Kode {code} tidak ada dalam templat {template}{near}",
        "The template {template} has no code {code}{near}",
    ),
)
TWICE = Rule("LKE-TWICE", "error", Text("{code} dijawab lebih dari sekali", "{code} is answered more than once"))
MISPLACED = Rule(
    "LKE-MISPLACED",
    "error",
    Text(
        "{code} tidak dijawab sendiri menurut cara baca lembar ini; jawablah {below}",
        "{code} has no answer of its own under the reading of this sheet; answer {below}",
    ),
)
ANSWER = Rule(
    "LKE-ANSWER",
    "error",
    Text("{answer} bukan jawaban untuk {code}; pilih {labels}", "{answer} is no answer to {code}; choose {labels}"),
)
UNANSWERED = Rule(
    "LKE-UNANSWERED",
    "warning",
    Text(
        "{code} {name} belum dijawab; nilainya belum ada, bukan nol",
        "{code} {name} is not answered; it has no score, which is not zero",
    ),
)
NO_CRITERIA = Rule(
    "LKE-NO-CRITERIA",
    "error",
    Text(
        "{code} {name} tanpa kriteria, sehingga tidak dapat dinilai per kriteria",
        "{code} {name} has no criteria, so that it cannot be scored by criterion",
    ),
)
GRADATION = Rule(
    "LKE-GRADATION",
    "warning",
    Text(
        "{code} dijawab {answer}, padahal {share} kriterianya terpenuhi; {answer} berarti {asked}",
        "{code} is answered {answer}, but {share} of its criteria are met; {answer} means {asked}",
    ),
)
EVIDENCE = Rule(
    "LKE-EVIDENCE",
    "warning",
    Text(
        "{code} dijawab {answer} tanpa bukti: {documents}",
        "{code} is answered {answer} without evidence: {documents}",
    ),
)
DOCUMENT = Rule(
    "LKE-DOCUMENT",
    "warning",
    Text(
        "Dokumen {document} tidak diminta oleh templat {template}{near}",
        "The template {template} asks for no document {document}{near}",
    ),
)
WEIGHT = Rule(
    "LKE-WEIGHT",
    "error",
    Text(
        "Bobot {code} tercetak {printed}, padahal {stated}",
        "The weight of {code} is printed {printed}, but is {stated}",
    ),
)
SCORE = Rule(
    "LKE-SCORE",
    "error",
    Text(
        "{what} tercetak {printed}, padahal jawabannya memberi {found}",
        "{what} is printed {printed}, but the answers give {found}",
    ),
)
OVER = Rule(
    "LKE-OVER",
    "error",
    Text(
        "Nilai {code} tercetak {printed}, lebih besar daripada bobotnya yang tercetak, {weight}",
        "The score of {code} is printed {printed}, more than the weight that is printed for it, {weight}",
    ),
)
SUM = Rule(
    "LKE-SUM",
    "error",
    Text(
        "{what} tercetak {printed}, padahal bagian-bagiannya yang tercetak berjumlah {sum}",
        "{what} is printed {printed}, but the printed parts add up to {sum}",
    ),
)
GRADE = Rule(
    "LKE-GRADE",
    "error",
    Text(
        "Predikat tercetak {printed}, padahal nilai {total} berpredikat {found}",
        "The predicate is printed {printed}, but a total of {total} is {found}",
    ),
)
SCALE = Rule(
    "LKE-SCALE",
    "error",
    Text(
        "Skala predikat lembar ini menyimpang dari {template}: {point} menjadi {printed}, bukan {found} (angka yang "
        "menyimpang: {points})",
        "The sheet's scale of predicates departs from {template}: {point} becomes {printed}, not {found} (numbers that "
        "depart: {points})",
    ),
)
RULES = (
    UNKNOWN,
    TWICE,
    MISPLACED,
    ANSWER,
    UNANSWERED,
    NO_CRITERIA,
    GRADATION,
    EVIDENCE,
    DOCUMENT,
    WEIGHT,
    SCORE,
    OVER,
    SUM,
    GRADE,
    SCALE,
)
"""Aturan lembar: what `EvaluationSheet.check` may find, beside the rules of its template."""

_TOTAL = Text("Nilai akhir", "The total")
_PART = Text("Nilai {code}", "The score of {code}")
_NEAR = Text("; yang mirip: {codes}", "; similar: {codes}")
_NOTHING = Text("", "")
_EXACTLY = Text("{share} %", "{share} %")
_AT_LEAST = Text("paling sedikit {share} %", "at least {share} %")
_AT_MOST = Text("paling banyak {share} %", "at most {share} %")
_ALONE = Text("{high} %", "{high} %")
_FROM = {"open": Text("di atas {low}", "above {low}"), "closed": Text("mulai {low}", "from {low}")}
_UP_TO = {"open": Text("di bawah {high} %", "below {high} %"), "closed": Text("sampai {high} %", "up to {high} %")}
_BELOW: dict[Reading, Text] = {
    "sub_component": Text("subkomponennya", "its sub-components"),
    "criterion": Text("kriterianya", "its criteria"),
}


def faults(sheet: "EvaluationSheet") -> Iterator[Finding]:
    """Temuan lembar: everything that is wrong with a sheet, the answers first, then what is printed.

    Examples:
        >>> from sakip.lifecycle import LKE_88_2021, EvaluationSheet
        >>> next(faults(EvaluationSheet("LKE-1", 2024, LKE_88_2021, [("1.a", "A+")]))).code
        'LKE-ANSWER'
    """
    yield from _answers(sheet)
    yield from _open(sheet)
    yield from _gradations(sheet)
    yield from _evidence(sheet)
    if sheet.printed is not None:
        yield from _printed_lines(sheet, sheet.printed)
        yield from _printed_sums(sheet, sheet.printed)
        yield from _printed_grade(sheet, sheet.printed)


def _near(code: str, known: list[str]) -> Text:
    codes = similar(code, known)
    if not codes:
        return _NOTHING
    shown = {"codes": ", ".join(codes)}
    return Text.literal(_NEAR.render("id", shown), _NEAR.render("en", shown))


def _answers(sheet: "EvaluationSheet") -> Iterator[Finding]:
    scales = answered_by(sheet.template, sheet.reading)
    known, seen = [one.code for one in sheet.lines if one.code], set[str]()
    known += [one.code for one in sheet.template.criteria if one.code not in known]
    for code, label in sheet.answers:
        subject = f"{sheet.subject}.answers[{code}]"
        if code in scales:
            scale = scales[code]
            if scale.choice(label) is None:
                yield ANSWER.at(subject, answer=label, code=code, labels=", ".join(scale.labels))
        elif code in known:
            yield MISPLACED.at(subject, code=code, below=_BELOW[sheet.reading])
        else:
            yield UNKNOWN.at(subject, code=code, template=sheet.template.id, near=_near(code, known))
        if code in seen:
            yield TWICE.at(subject, code=code)
        seen.add(code)


def _open(sheet: "EvaluationSheet") -> Iterator[Finding]:
    bare = {one.code for one in sheet.template.sub_components if not one.criteria}
    for line in sheet.lines:
        if line.open == (line.code,):
            rule = NO_CRITERIA if sheet.reading == "criterion" and line.code in bare else UNANSWERED
            yield rule.at(f"{sheet.subject}.answers[{line.code}]", code=line.code, name=line.name)


def _gradations(sheet: "EvaluationSheet") -> Iterator[Finding]:
    if sheet.reading == "criterion":
        return
    for sub in sheet.template.sub_components:
        choice = sheet.choice(sub.code)
        share = share_met([sheet.choice(one.code) for one in sub.criteria], sheet.template.probes)
        words = None if choice is None or choice.met is None or share is None else _contradiction(choice.met, *share)
        if choice is None or choice.met is None or words is None:
            continue
        asked = Text.literal(_share_text(choice.met, "id"), _share_text(choice.met, "en"))
        subject = f"{sheet.subject}.answers[{sub.code}]"
        yield GRADATION.at(subject, code=sub.code, answer=choice.label, share=words, asked=asked)


def _contradiction(met: Interval, low: Fraction, high: Fraction) -> Text | None:
    """The share of criteria that is met at least and at most, in words, where no such share is within an interval."""
    above = met.high is not None and (low > met.high or (low == met.high and met.high_end == "open"))
    below = met.low is not None and (high < met.low or (high == met.low and met.low_end == "open"))
    if not above and not below:
        return None
    words = _EXACTLY if low == high else _AT_LEAST if above else _AT_MOST
    share = {"share": decimal_of_fraction(low if above else high, 2)}
    return Text.literal(words.render("id", share), words.render("en", share))


def _share_text(met: Interval, lang: Lang) -> str:
    """A share of the criteria in words; without a bound it goes to 0 or to 100."""
    low, low_end = (Fraction(0), "closed") if met.low is None else (met.low, met.low_end)
    high, high_end = (Fraction(100), "closed") if met.high is None else (met.high, met.high_end)
    shown = {"low": low, "high": high}
    if low == high:
        return _ALONE.render(lang, shown)
    return f"{_FROM[low_end].render(lang, shown)} {_UP_TO[high_end].render(lang, shown)}"


def _evidence(sheet: "EvaluationSheet") -> Iterator[Finding]:
    template = sheet.template
    wanted, given = {one.code: one for one in template.documents}, dict(sheet.evidence)
    for code in given:
        if code not in wanted:
            subject = f"{sheet.subject}.evidence[{code}]"
            yield DOCUMENT.at(subject, document=code, template=template.id, near=_near(code, list(wanted)))
    for sub in template.sub_components:
        for criterion in sub.criteria:
            choice = sheet.choice(criterion.code if sheet.reading == "criterion" else sub.code)
            if choice is None or not choice.value:
                continue
            lacking = [wanted[one] for one in criterion.documents if one not in given and not wanted[one].optional]
            if lacking:
                names = [", ".join(one.name.render(lang) for one in lacking) for lang in ("id", "en")]
                subject = f"{sheet.subject}.evidence[{criterion.code}]"
                yield EVIDENCE.at(
                    subject, code=criterion.code, answer=choice.label, documents=Text.literal(names[0], names[1])
                )


def _printed_lines(sheet: "EvaluationSheet", printed: PrintedSheet) -> Iterator[Finding]:
    lines, seen = {line.code: line for line in sheet.lines if line.code}, set[str]()
    for shown in printed.lines:
        subject = f"{sheet.subject}.printed[{shown.code}]"
        if shown.code not in lines:
            near = _near(shown.code, list(lines))
            yield UNKNOWN.at(subject, code=shown.code, template=sheet.template.id, near=near)
            continue
        if shown.code in seen:
            yield TWICE.at(subject, code=shown.code)
        seen.add(shown.code)
        line = lines[shown.code]
        weight = _stated(sheet, line, printed.decimals)
        if shown.weight is not None and shown.weight != weight:
            yield WEIGHT.at(subject, code=shown.code, printed=shown.weight, stated=weight)
        found = _rounded(line, printed.decimals)
        if shown.score is not None and found is not None and shown.score != found:
            yield SCORE.at(subject, what=_part(shown.code), printed=shown.score, found=found)
        if shown.score is not None and shown.weight is not None and shown.score > shown.weight:
            yield OVER.at(subject, code=shown.code, printed=shown.score, weight=shown.weight)


def _part(code: str) -> Text:
    return Text.literal(_PART.render("id", {"code": code}), _PART.render("en", {"code": code}))


def _stated(sheet: "EvaluationSheet", line: SheetLine, decimals: int) -> Decimal:
    """The weight that a part has: a component's as the template states it, which need not be that of its parts."""
    stated = {one.code: Fraction(one.weight) for one in sheet.template.components}
    weight = stated.get(line.code, line.weight)
    exact = {one.code: one.weight for one in sheet.template.sub_components}
    return exact.get(line.code, decimal_of_fraction(weight, decimals))


def _printed_sums(sheet: "EvaluationSheet", printed: PrintedSheet) -> Iterator[Finding]:
    """A printed sum against the printed parts: whoever adds them up must come to it."""
    shown: dict[str, _Printed] = {
        line.code: (Fraction(line.score), _slack(sheet[line.code], printed.decimals))
        for line in printed.lines
        if line.score is not None and any(line.code == one.code for one in sheet.lines)
    }
    wholes: list[_Printed | None] = []
    for component in sheet.template.components:
        own, parts = shown.get(component.code), _added([shown.get(sub.code) for sub in component.sub_components])
        if own is not None and parts is not None and _apart(own, parts):
            subject = f"{sheet.subject}.printed[{component.code}]"
            yield SUM.at(subject, what=_part(component.code), printed=own[0], sum=parts[0])
        wholes.append(own or parts)
    if printed.total is None:
        return
    subject, total = f"{sheet.subject}.printed", (Fraction(printed.total), _slack(sheet.total, printed.decimals))
    added, found = _added(wholes), _rounded(sheet.total, printed.decimals)
    if added is None and found is not None and found != printed.total:
        yield SCORE.at(subject, what=_TOTAL, printed=printed.total, found=found)
    elif added is not None and _apart(total, added):
        yield SUM.at(subject, what=_TOTAL, printed=printed.total, sum=added[0])


_Printed = tuple[Fraction, Fraction]
"""A printed score with the half unit by which its rounding may have moved it."""


def _slack(line: SheetLine, decimals: int) -> Fraction:
    """Nothing for a score that ends within the decimals of the sheet, half a unit for any other."""
    ends = line.exact is not None and (line.exact * 10**decimals).denominator == 1
    return Fraction(0) if ends else Fraction(1, 2 * 10**decimals)


def _added(parts: Sequence[_Printed | None]) -> _Printed | None:
    """The sum of printed parts; None unless every one is printed."""
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return None
    return sum((score for score, _ in known), Fraction(0)), sum((slack for _, slack in known), Fraction(0))


def _apart(one: _Printed, other: _Printed) -> bool:
    return abs(one[0] - other[0]) > one[1] + other[1]


def _rounded(line: SheetLine, decimals: int) -> Decimal | None:
    return None if line.exact is None else decimal_of_fraction(line.exact, decimals)


def _printed_grade(sheet: "EvaluationSheet", printed: PrintedSheet) -> Iterator[Finding]:
    scale, subject = sheet.template.scale, f"{sheet.subject}.printed"
    if printed.grade is not None and printed.total is not None:
        # A total that was rounded onto a cut is still graded by the exact number.
        exact = sheet.total.exact if _rounded(sheet.total, printed.decimals) == printed.total else None
        found = scale.grade(printed.total if exact is None else exact)
        if found != printed.grade:
            yield GRADE.at(subject, printed=printed.grade, total=printed.total, found=found or BELOW_LOWEST)
    if printed.scale is None:
        return
    apart = [point for point in _points(scale, printed.scale) if scale.grade(point) != printed.scale.grade(point)]
    if apart:
        yield SCALE.at(
            subject,
            template=sheet.template.id,
            points=_listed(apart),
            point=apart[0],
            printed=printed.scale.grade(apart[0]) or BELOW_LOWEST,
            found=scale.grade(apart[0]) or BELOW_LOWEST,
        )


def _points(*scales: GradeScale) -> list[Fraction]:
    """The cuts of the scales and a number between each two: scales of exact numbers that agree there always agree."""
    cuts = {Fraction(cut) for scale in scales for cut, _ in scale.bands if cut is not None}
    rising = sorted({*cuts, Fraction(0), Fraction(100)})
    between = [(low + high) / 2 for low, high in pairwise(rising)]
    return sorted({point for point in (*rising, *between) if 0 <= point <= 100}, reverse=True)


def _listed(points: list[Fraction]) -> Text:
    return both(lambda lang: "; ".join(format_number(point, lang=lang) for point in points))
