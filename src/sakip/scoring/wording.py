"""Penulisan nilai: values, exact numbers and scores as people read them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from textwrap import fill

from sakip.base.notation import format_date, format_number
from sakip.base.number import decimal_of_fraction
from sakip.base.text import Lang
from sakip.model.realization import Components
from sakip.model.scale import Level
from sakip.model.target import Range
from sakip.scoring.aggregation import Root
from sakip.scoring.outcome import Score

__all__ = ["exact_text", "folded", "number_text", "score_text", "value_text"]

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
        written = f"{format_number(value.low, lang=lang)}–{format_number(value.high, lang=lang)}"
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
    """Teks nilai akhir: the rounded value with all its decimals, or a dash.

    Examples:
        >>> from sakip.scoring import Scored
        >>> score_text(Scored(Decimal("50.00"), Fraction(50)), "id")
        '50,00'
    """
    if score.value is None:
        return "–"
    exponent = score.value.as_tuple().exponent
    assert isinstance(exponent, int)
    return format_number(score.value, decimals=-exponent, lang=lang)


def number_text(value: Fraction | Root, lang: Lang, decimals: int | None = None) -> str:
    """Teks angka langkah: the exact number, or the decimal that a root is near.

    Examples:
        >>> number_text(Root(2, 1, 2), "id")
        '≈ 1,414214'
    """
    if decimals is not None and not isinstance(value, Root):
        return format_number(value, decimals=decimals, lang=lang)
    if isinstance(value, Root):
        number = format_number(Fraction(value.rounded(6, "half_up"), 10**6), decimals=6, lang=lang)
        return f"≈ {number}"
    return exact_text(value, lang)


def folded(text: str, width: int | None) -> str:
    """Teks terlipat: lines broken at a width, what follows indented a little more; unbroken without a width.

    Examples:
        >>> print(folded("  satu dua tiga", 12))
          satu dua
              tiga
    """
    if width is None:
        return text
    return "\n".join(
        fill(line, width, subsequent_indent=" " * (len(line) - len(line.lstrip()) + 4), break_on_hyphens=False)
        for line in text.split("\n")
    )
