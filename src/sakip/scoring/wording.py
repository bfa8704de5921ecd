"""Penulisan nilai: values, exact numbers and scores as people read them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from textwrap import fill
from typing import Literal

from sakip.base.display.cell import line_width
from sakip.base.notation import format_date, format_number
from sakip.base.number import decimal_of_fraction
from sakip.base.text import Lang, Text
from sakip.model.period import Period
from sakip.model.realization import AwaitingRelease, Components, NotApplicable, NotReported
from sakip.model.scale import Level
from sakip.model.target import Range
from sakip.scoring.aggregation import Root
from sakip.scoring.grading import BELOW_LOWEST, GradeScale
from sakip.scoring.outcome import Score

__all__ = [
    "ScopeKind",
    "completeness_text",
    "enumerated",
    "exact_text",
    "folded",
    "grade_note",
    "grade_text",
    "number_text",
    "points_text",
    "scope_text",
    "score_text",
    "told_text",
    "value_text",
]

ScopeKind = Literal["year", "period", "through"]
"""Jenis lingkup: the whole year, one period of it, or the year up to the end of a period."""

_COMPLETENESS = {
    "final": Text("final", "final"),
    "provisional": Text("sementara", "provisional"),
    "withheld": Text("ditahan", "withheld"),
}
_STATES = (
    (NotReported, Text("belum dilaporkan", "not reported")),
    (NotApplicable, Text("tidak berlaku", "not applicable")),
    (AwaitingRelease, Text("menunggu rilis", "awaiting release")),
)
_LONGEST: int = 10**40


def value_text(value: object, unit: str | None, lang: Lang) -> str:
    """Teks nilai: a target's or a realization's value with its unit, written the way of the language.

    Examples:
        >>> value_text(Decimal("1234.5"), "%", "id")
        '1.234,5 %'
    """
    if isinstance(value, (int, Decimal, Fraction)):
        written = format_number(value, lang=lang)
    elif isinstance(value, Range):
        written = value.text(lang)
    elif isinstance(value, Components):
        parts = (format_number(part, lang=lang) for part in (value.per, value.numerator, value.denominator))
        written = "{} × {} ÷ {}".format(*parts)
    elif isinstance(value, Level):
        return value.name
    elif isinstance(value, date):
        return format_date(value, lang)
    else:
        return "–"
    return f"{written} {unit}" if unit else written


def told_text(value: object, unit: str | None, lang: Lang) -> str:
    """Teks laporan: what was reported, as `value_text` writes it, or in words why there is no number.

    Examples:
        >>> from sakip import NotApplicable
        >>> told_text(NotApplicable("libur"), "%", "id"), told_text(5, "%", "id")
        ('tidak berlaku', '5 %')
    """
    words = next((words for kind, words in _STATES if isinstance(value, kind)), None)
    return value_text(value, unit, lang) if words is None else words.render(lang)


def exact_text(value: Fraction, lang: Lang) -> str:
    """Teks angka tepat: the decimal that it is, or a quotient with the decimal that it is near.

    A quotient of more than 40 digits, as the mean of many indicators is, is cut off after six decimals.

    Examples:
        >>> exact_text(Fraction(-60800, 2467), "id")
        '-60.800/2.467 (≈ -24,645318)'
    """
    if max(abs(value.numerator), value.denominator) >= _LONGEST:
        # Cut off, not rounded: whoever rounds these digits half up gets what the exact number gives.
        cut = decimal_of_fraction(value, 6, "truncate")
        return f"{format_number(cut, decimals=6, lang=lang)}…"
    written = format_number(value, lang=lang)
    return f"{written} (≈ {format_number(value, decimals=6, lang=lang)})" if "/" in written else written


def score_text(score: Score, lang: Lang) -> str:
    """Teks nilai akhir: the rounded value with all its decimals, or a dash, which has room in any cell.

    Examples:
        >>> from sakip.scoring import Scored
        >>> score_text(Scored(Decimal("50.00"), Fraction(50)), "id")
        '50,00'
    """
    return "–" if score.value is None else score.text(lang)


def grade_text(scale: GradeScale | None, score: Score, grade: str | None, lang: Lang) -> str:
    """Teks predikat: the label, or that the number lies below the lowest class; empty without a number or a scale.

    Examples:
        >>> from sakip.policies import LKJIP
        >>> from sakip.scoring import Scored
        >>> grade_text(LKJIP.scale, Scored(Decimal("95.00"), Fraction(95)), "Sangat Tinggi", "id")
        'Sangat Tinggi'
    """
    if scale is None or score.value is None:
        return ""
    return grade or BELOW_LOWEST.render(lang)


def grade_note(scale: GradeScale | None, score: Score, grade: str | None, lang: Lang) -> str:
    """Catatan predikat: on which number a grade was read, where the printed one would have another; empty elsewhere.

    Examples:
        >>> from sakip.policies import LKJIP
        >>> from sakip.scoring import Scored
        >>> grade_note(LKJIP.scale, Scored(Decimal("91.00"), Fraction("90.996")), "Tinggi", "id")
        'menurut angka tepat 90,996'
    """
    if scale is None or score.value is None or scale.grade(Fraction(score.value)) == grade:
        return ""
    if score.exact is None:
        return Text("menurut angka sebelum dibulatkan", "by the number before rounding").render(lang)
    words = Text("menurut angka tepat {exact}", "by the exact number {exact}")
    return words.render(lang, {"exact": exact_text(score.exact, lang)})


def number_text(value: Fraction | Root, lang: Lang, decimals: int | None = None) -> str:
    """Teks angka langkah: the exact number, or the decimal that a root is near; a root may be a decimal itself.

    Examples:
        >>> number_text(Root(2, 1, 2), "id"), number_text(Root(9, 4, 2), "id")
        ('≈ 1,414214', '1,5')
    """
    if decimals is not None and not isinstance(value, Root):
        return format_number(value, decimals=decimals, lang=lang)
    if isinstance(value, Root):
        near = Fraction(value.rounded(6, "half_up"), 10**6)
        if value.compare(*near.as_integer_ratio()) == 0:
            return format_number(near, lang=lang)
        return f"≈ {format_number(near, decimals=6, lang=lang)}"
    return exact_text(value, lang)


def points_text(points: Fraction, decimals: int, lang: Lang) -> str:
    """Teks poin: a positive number of points, rounded half up; what rounds to nothing is told as less than the least.

    Examples:
        >>> points_text(Fraction(3, 2), 2, "id"), points_text(Fraction(1, 900), 2, "en")
        ('1,50 poin', 'less than 0.01 points')
    """
    rounded = decimal_of_fraction(points, decimals)
    told = Fraction(rounded or Fraction(1, 10**decimals))
    one = told == 1 and not decimals
    words = Text("{points} poin", "{points} point" if one else "{points} points")
    text = words.render(lang, {"points": format_number(told, decimals=decimals, lang=lang)})
    return text if rounded else Text("kurang dari {text}", "less than {text}").render(lang, {"text": text})


def enumerated(names: Sequence[str], lang: Lang, most: int = 3) -> str:
    """Rincian: names one after another; after the first few only how many more there are.

    Examples:
        >>> enumerated("AB", "id"), enumerated("ABCDE", "en")
        ('A dan B', 'A, B, C and 2 more')
    """
    shown, rest = list(names[:most]), len(names) - most
    last = Text("{count} lainnya", "{count} more").render(lang, {"count": rest}) if rest > 0 else shown.pop()
    join = Text("{first} dan {last}", "{first} and {last}")
    return join.render(lang, {"first": ", ".join(shown), "last": last}) if shown else last


def scope_text(kind: ScopeKind, period: Period, lang: Lang) -> str:
    """Teks lingkup: which part of the year was judged.

    Examples:
        >>> scope_text("through", Period.quarter(2025, 2), "id"), scope_text("period", Period.quarter(2025, 2), "en")
        ('sampai dengan Triwulan II 2025', 'Quarter II 2025')
    """
    label = period.label(lang)
    return (
        Text("sampai dengan {label}", "through {label}").render(lang, {"label": label}) if kind == "through" else label
    )


def completeness_text(word: Literal["final", "provisional", "withheld"], lang: Lang) -> str:
    """Teks kelengkapan: how complete a total is.

    Examples:
        >>> completeness_text("provisional", "id")
        'sementara'
    """
    return _COMPLETENESS[word].render(lang)


def folded(text: str, width: int | None, *, hang: int = 4) -> str:
    """Teks terlipat: lines broken at a width, what follows indented a little more; unbroken without a width.

    Args:
        text: Lines.
        width: Characters in a line, 20 to 1,000, or None.
        hang: How much more; 0 for prose.

    Raises:
        InvalidValueError: A width out of range.

    Examples:
        >>> print(folded("  satu dua tiga empat lima", 20))
          satu dua tiga
              empat lima
    """
    if width is None:
        return text
    available = line_width(width, "width")
    return "\n".join(
        fill(line, available, subsequent_indent=" " * _indent(line, available, hang), break_on_hyphens=False)
        for line in text.split("\n")
    )


def _indent(line: str, available: int, hang: int) -> int:
    """A little more than the line itself, but never so much that a word has no room behind it."""
    return min(len(line) - len(line.lstrip()) + hang, available // 2)
