"""Keliru rumus: mistakes in how all children were put together."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from sakip.base.number import RoundingMode, rounded
from sakip.base.text import Text
from sakip.cascade.causes.guess import Guess
from sakip.cascade.causes.setting import Setting
from sakip.cascade.rollup.cells import Cell, Parts
from sakip.cascade.rollup.rollup import Operand, as_exact, roll
from sakip.cascade.rollup.span import Exact, Span, tidy

__all__ = ["added_up", "averaged", "missing_as_zero", "rounded_first", "without_shares", "without_weights"]

_AVERAGED = Text(
    "angka itu tepat rata-rata sederhana persentase bawahan, tanpa memperhitungkan penyebutnya",
    "it is exactly the simple mean of the children's percentages, whatever their denominators",
)
_ADDED_UP = Text(
    "angka itu tepat penjumlahan angka bawahan, bukan {how}",
    "it is exactly the sum of the children's numbers, and not their {how}",
)
_HOW = {
    "mean": Text("rata-ratanya", "mean"),
    "weighted": Text("rata-rata tertimbangnya", "weighted mean"),
    "pool": Text("gabungan pembilang dan penyebutnya", "ratio of sums"),
}
_AS_ZERO = Text(
    "angka itu cocok bila yang tidak ada angkanya dibaca nol: {children}",
    "it fits if what has no number is read as zero: {children}",
)
_NOT_COUNTED = Text(
    "angka itu tepat gabungan bawahan yang sudah ada angkanya, tanpa {children}",
    "it is exactly what the children with a number make, without {children}",
)
_NO_SHARES = Text(
    "angka itu cocok bila porsi diabaikan dan bawahan dihitung seluruhnya",
    "it fits if the shares are ignored and the children are counted in full",
)
_NO_WEIGHTS = Text("angka itu tepat rata-rata tanpa bobot", "it is exactly the mean without the weights")
_SWAPPED = Text("angka itu cocok bila bobot {children} tertukar", "it fits if the weights of {children} are swapped")
_ROUNDED_FIRST = Text(
    "angka itu cocok bila angka bawahan {manner} {decimals} desimal sebelum digabungkan",
    "it fits if the children's numbers are {manner} {decimals} decimals before they are put together",
)
_ROUNDED_LAST = Text(
    "angka itu tepat hasil gabungan yang {manner} {decimals} desimal, padahal indikatornya tidak menyatakan desimal",
    "it is exactly the result {manner} {decimals} decimals, although the indicator declares no decimals",
)
_MANNERS: tuple[tuple[RoundingMode, Text], ...] = (
    ("half_up", Text("dibulatkan ke", "rounded to")),
    ("truncate", Text("dipotong pada", "cut off at")),
)
_MOST_SWAPPED = 40


def averaged(setting: Setting) -> Iterator[Guess]:
    """Rata-rata sederhana (H01): percentages averaged where their parts should have been added."""
    if setting.is_complete and setting.rolled.kind == "pool" and setting.fits(roll("mean", setting.counted).span):
        yield Guess("H01", 0, _AVERAGED)


def added_up(setting: Setting) -> Iterator[Guess]:
    """Dijumlahkan (H02): the numbers of a mean or a ratio added up."""
    how = _HOW.get(setting.rolled.kind)
    if how is None or not setting.is_complete:
        return
    plain = [one._replace(share=1) for one in setting.counted]
    if setting.fits(roll("sum", plain).span):
        yield Guess("H02", 0, _ADDED_UP, (("how", how),))


def missing_as_zero(setting: Setting) -> Iterator[Guess]:
    """Kosong dibaca nol (H03): children without a number taken for zero, or (H04) left out where zero would differ.

    It says nothing where every other child is zero as well: then no number was lost.
    """
    if not any(one.cell.point for one in setting.counted):
        return
    missing = setting.rolled.missing
    everything = tuple(one for one in setting.operands if one.cell.span is None)
    for empty in dict.fromkeys((missing, everything)):
        if empty and setting.fits(setting.made_of(_with_zero(setting, setting.counted, empty))):
            yield Guess("H03", 0, _AS_ZERO, (), tuple(one.child for one in empty), together=True)
            break
    kept = [one for one in setting.counted if one.cell.span is not None]
    if missing and setting.rolled.kind != "sum" and setting.fits(setting.made_of(kept)):
        yield Guess("H04", 0, _NOT_COUNTED, (), tuple(one.child for one in missing), together=True)


def _with_zero(setting: Setting, counted: Sequence[Operand], empty: Sequence[Operand]) -> list[Operand]:
    kept = [one for one in counted if one.cell.span is not None]
    return [*kept, *(setting.with_cell(one, _zero(one.planned)) for one in empty)]


def _zero(planned: Parts | None) -> Cell:
    """Zero as a number; of a ratio whose denominator is not even planned, nothing of nothing."""
    parts = Parts(0, 0, 100) if planned is None else planned._replace(numerator=0)
    return Cell("given", 0, Span(0, 0), parts)


def without_shares(setting: Setting) -> Iterator[Guess]:
    """Porsi diabaikan (H06): what is shared with another parent counted in full."""
    links = setting.case.graph.links
    shared = [one for one in setting.counted if links[one.link].share is not None]
    if not shared or not setting.is_complete:
        return
    in_full = [one._replace(share=as_exact(links[one.link].factor, 1)) for one in setting.counted]
    if setting.fits(setting.made_of(in_full)):
        yield Guess("H06", 0, _NO_SHARES)


def without_weights(setting: Setting) -> Iterator[Guess]:
    """Bobot diabaikan atau tertukar (H07).

    Every two weights are tried in groups of up to forty children, in larger ones only those of neighbours.
    """
    if setting.rolled.kind != "weighted" or not setting.is_complete:
        return
    if setting.fits(roll("mean", setting.counted).span):
        yield Guess("H07", 0, _NO_WEIGHTS)
    counted = setting.counted
    whole, point = sum(one.weight or 0 for one in counted), setting.rolled.point
    if point is None:
        return
    pairs = combinations(counted, 2) if len(counted) <= _MOST_SWAPPED else pairwise(counted)
    for one, other in pairs:
        here, there = one.weight or 0, other.weight or 0
        # Rounding is as wide as before, up to the difference of the two weights.
        change = Fraction((there - here) * ((one.point or 0) - (other.point or 0))) / whole
        if change and setting.fits(_shifted(setting.rolled.span, change)):
            yield Guess("H07", 2, _SWAPPED, (), (one.child, other.child), together=True)


def _shifted(span: Span | None, by: Exact) -> Span | None:
    return None if span is None else span.plus(Span(by, by))


def rounded_first(setting: Setting) -> Iterator[Guess]:
    """Dibulatkan (H14): the children before they were put together, or the result of an indicator without decimals."""
    if not setting.is_complete:
        return
    for decimals in range(3):
        for mode, manner in _MANNERS:
            arguments = (("manner", manner), ("decimals", decimals))
            changed = [_rounded(setting, one, decimals, mode) for one in setting.counted]
            if changed != list(setting.counted) and setting.fits(setting.made_of(changed)):
                yield Guess("H14", 0, _ROUNDED_FIRST, arguments)
            result = setting.rolled.point
            if result is not None and setting.own.point == _to(result, decimals, mode) != result:
                yield Guess("H14", 0, _ROUNDED_LAST, arguments)


def _rounded(setting: Setting, operand: Operand, decimals: int, mode: RoundingMode) -> Operand:
    point = setting.stated(operand).point
    value = None if point is None or point.denominator == 1 else _to(point, decimals, mode)
    if value is None or value == point:
        return operand
    changed = setting.with_number(operand, value)
    return changed._replace(cell=changed.cell._replace(span=Span(changed.cell.point, changed.cell.point)))


def _to(value: Exact, decimals: int, mode: RoundingMode) -> Exact:
    return tidy(Fraction(rounded(value.numerator, value.denominator, decimals, mode), 10**decimals))
