"""Memilih angka: the number of a span that is nearest to the one stated, in the decimals that people write."""

from fractions import Fraction

from sakip.cascade.rollup.span import Exact, Span, tidy

__all__ = ["is_written", "nearest"]

_FINEST = 6


def nearest(region: Span, current: Exact | None, decimals: int | None = None, scale: Exact = 1) -> Exact:
    """Angka terdekat: of a span, with the declared decimals where that is possible, else with as few as will do.

    Args:
        region: The numbers that would do.
        current: The number that is stated, if there is one.
        decimals: How many decimals the indicator declares.
        scale: What the number is counted in, times that; the numerator of a ratio is.

    Examples:
        >>> third = Fraction(1, 3)
        >>> nearest(Span(40, None), 4), nearest(Span(third, 1), 0), nearest(Span(third, third), 0)
        (40, Fraction(17, 50), Fraction(1, 3))
    """
    scaled = region.times(scale)
    start = None if current is None else current * scale
    return tidy(Fraction(_nearest(scaled, start, decimals)) / scale)


def _nearest(region: Span, current: Exact | None, decimals: int | None) -> Exact:
    wished = 0 if current is None else current
    if region.contains(wished):
        return wished
    rising = region.low is not None and wished <= region.low
    end = region.low if rising else region.high
    assert end is not None
    finest = _FINEST if decimals is None else decimals
    if region.contains(end) and is_written(end, finest):
        return end
    for digits in (finest, *range(2, _FINEST + 1)) if decimals is not None else range(2, _FINEST + 1):
        unit = 10**digits
        count = end * unit // 1  # not above the end, so that going up the next one is asked for as well
        for steps in (0, 1 if rising else -1):
            candidate = tidy(Fraction(count + steps, unit))
            if region.contains(candidate):
                return candidate
    if region.contains(end):
        return end
    # An open end, and no number of so few decimals inside.
    other = region.high if rising else region.low
    return end if other is None else tidy(Fraction(end + other) / 2)


def is_written(value: Exact, decimals: int | None) -> bool:
    """Tertulis: whether a number has no more decimals than are declared, or than can be written at all.

    Examples:
        >>> is_written(Fraction(1, 4), None), is_written(Fraction(1, 4), 1), is_written(Fraction(1, 3), None)
        (True, False, False)
    """
    return Fraction(value * 10 ** (_FINEST if decimals is None else decimals)).denominator == 1
