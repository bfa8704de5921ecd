"""Angka untuk pembaca: exact numbers of a cascade as people read them and as rows hold them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from sakip.base.form import Numbers
from sakip.base.notation import format_number
from sakip.base.number import decimal_of_fraction
from sakip.base.text import Lang, Text
from sakip.cascade.rollup.cells import State
from sakip.cascade.rollup.span import FINEST, Exact, Span, is_cut
from sakip.cascade.verdicts.finding import number_text
from sakip.model.scale import OrdinalScale

__all__ = ["CUT", "THROUGH", "as_cell", "figure", "listing", "signed", "span_text", "state_text"]

NumberCell = Decimal | str | None

_MOST_NAMED = 12
NOTHING = "–"

_STATES: dict[State, Text] = {
    "given": Text("ada", "given"),
    "missing": Text("belum dilaporkan", "not reported"),
    "not_applicable": Text("tidak berlaku", "not applicable"),
    "awaiting": Text("menunggu rilis", "awaiting release"),
    "not_due": Text("belum jatuh tempo", "not yet due"),
    "not_numeric": Text("bukan angka", "not a number"),
    "conflicting": Text("nilainya bertentangan", "conflicting values"),
}
CUT = Text(
    "Angka tanpa akhir desimal dibulatkan di sini; rows(numbers='text') memuat angka tepatnya",
    "Numbers without a last decimal are rounded here; rows(numbers='text') holds them exactly",
)
"""Catatan: below a table in which a number is cut."""
THROUGH = Text(
    "Target dan realisasi sampai {period}; target menurut lintasannya",
    "Targets and realizations through {period}; the targets are those of the trajectories",
)
"""Catatan: below a table of a part of the year."""
_MORE = Text("dan {count} lagi", "and {count} more")


def figure(value: Exact | None, lang: Lang, scale: OrdinalScale | None = None) -> str:
    """Angka terbaca: a number, or the level that it is the place of; a dash for none.

    A number that has no end within six decimals is rounded to two; a number of any length can be written.

    Examples:
        >>> figure(Fraction(4, 3), "id"), figure(1, "id", OrdinalScale(["WDP", "WTP"])), figure(None, "id")
        ('1,33', 'WTP', '–')
    """
    if value is None:
        return NOTHING
    if scale is not None and isinstance(value, int) and 0 <= value < len(scale.levels):
        return "/".join(scale.levels[value])
    if isinstance(value, int):
        return format_number(value, lang=lang)
    digits = 2 if is_cut(value) else FINEST
    rounded = decimal_of_fraction(Fraction(value), digits)
    return format_number(rounded, decimals=2 if is_cut(value) else None, lang=lang)


def signed(value: Exact | None, lang: Lang) -> str:
    """Andil terbaca: a number with its sign, a gain with a plus.

    Examples:
        >>> signed(1, "id"), signed(Fraction(-4, 3), "id"), signed(0, "id")
        ('+1', '-1,33', '0')
    """
    text = figure(value, lang)
    return f"+{text}" if value is not None and value > 0 else text


def span_text(span: Span | None, lang: Lang, scale: OrdinalScale | None = None) -> str:
    """Selang terbaca: one number, or both ends of what is possible, open where there is no bound.

    Examples:
        >>> span_text(Span(1, 1), "id"), span_text(Span(Fraction(1, 2), None), "id")
        ('1', '0,5 … ∞')
    """
    if span is None:
        return NOTHING
    if span.is_point:
        return figure(span.low, lang, scale)
    low = "-∞" if span.low is None else figure(span.low, lang, scale)
    high = "∞" if span.high is None else figure(span.high, lang, scale)
    return f"{low} … {high}"


def as_cell(value: Exact | None, numbers: Numbers) -> NumberCell:
    """Sel baris: a number as a Decimal of at most six decimals, or exactly as text, such as ``-4/3``.

    Examples:
        >>> as_cell(Fraction(-4, 3), "decimal"), as_cell(Fraction(-4, 3), "text"), as_cell(None, "text")
        (Decimal('-1.333333'), '-4/3', None)
    """
    if value is None:
        return None
    if numbers == "text":
        return number_text(value)
    if isinstance(value, int):
        return Decimal(value)
    text = f"{decimal_of_fraction(value, FINEST):f}"
    return Decimal(text.rstrip("0").rstrip(".") or "0")


def state_text(state: State, lang: Lang) -> str:
    """Keadaan terbaca: whether there is a number, or why not, in words.

    Examples:
        >>> state_text("missing", "id")
        'belum dilaporkan'
    """
    return _STATES[state].render(lang)


def listing(names: Iterable[str], lang: Lang) -> str:
    """Daftar nama: the first dozen, and how many more there are.

    Examples:
        >>> listing(["A", "B"], "id"), listing([str(at) for at in range(14)], "en")
        ('A, B', '0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more')
    """
    known: Sequence[str] = tuple(names)
    shown = ", ".join(known[:_MOST_NAMED])
    rest = len(known) - _MOST_NAMED
    return shown if rest <= 0 else f"{shown} {_MORE.render(lang, {'count': rest})}"
