"""Kata telaah: formulas, numbers and presumed causes as findings, tables and documents word them."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from sakip.base.number import decimal_of_fraction
from sakip.base.text import Argument, Text
from sakip.review.hypotheses import PresumedCause

__all__ = ["causes_listed", "causes_text", "formula_text", "rounded_for_people"]

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
_PRESUMED = Text("Dugaan: {first}", "Presumed: {first}")
_AMBIGUOUS = Text("Dugaan, {count} kemungkinan: {first}", "Presumed, {count} possibilities: {first}")
_NO_CAUSE = Text("Tidak ada dugaan sebab yang cocok", "No presumed cause fits")
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
