"""Salah ketik angka: how digits go wrong, as the numbers that may have been meant.

Nothing here says that a number is wrong. A caller who knows that it is asks which single slip would explain it, and
keeps the slips whose number fits.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from sakip.base.number import rounded

__all__ = ["FACTORS", "Slip", "SlipKind", "factors", "fitting", "repeated", "separators", "slips_of", "transpositions"]

SlipKind = Literal["factor", "separator", "transposed"]
FACTORS = (10, 100, 1000)

_MARKS = frozenset(".,")
_LONGEST = 64


class Slip(NamedTuple):
    """Salah ketik: one way in which a number can have gone wrong.

    Attributes:
        kind: ``factor`` (a power of ten too large or too small), ``separator`` (a dot or comma taken for the other, or
            for nothing) or ``transposed`` (two digits side by side changed places).
        meant: The number that would have been meant.
        factor: What the stated number must be multiplied by to give it; None for transposed digits.
    """

    kind: SlipKind
    meant: Fraction
    factor: Fraction | None = None


def factors(number: Fraction) -> tuple[Slip, ...]:
    """Faktor 10: the numbers that are 10, 100 or 1000 times as large or as small.

    Examples:
        >>> [str(slip.meant) for slip in factors(Fraction(5))]
        ['50', '500', '5000', '1/2', '1/20', '1/200']
    """
    if not number:
        return ()
    larger = tuple(Slip("factor", number * factor, Fraction(factor)) for factor in FACTORS)
    return (*larger, *(Slip("factor", number / factor, Fraction(1, factor)) for factor in FACTORS))


def separators(printed: str, number: Fraction) -> tuple[Slip, ...]:
    """Pemisah: what the same digits mean when a dot or comma was meant for the other, or was lost.

    Each mark parts thousands, or the last one parts decimals; in a number without marks one of the last three digits
    was the first decimal. Nothing else is tried.

    Args:
        printed: The number as it stands, a sign before it allowed; other text has no readings.
        number: How it was read.

    Examples:
        >>> [str(slip.meant) for slip in separators("1.234", Fraction(1234))]
        ['617/500']
        >>> [str(slip.meant) for slip in separators("8.367.127,000", Fraction(8367127))]
        ['8367127000']
        >>> [str(slip.meant) for slip in separators("3977", Fraction(3977))]
        ['3977/10', '3977/100', '3977/1000']
    """
    sign, bare = (-1, printed[1:]) if printed[:1] in {"-", "\u2212"} else (1, printed)
    digits = "".join(letter for letter in bare if letter not in _MARKS)
    if len(bare) > _LONGEST or not (digits.isascii() and digits.isdecimal()):
        return ()
    whole = sign * int(digits)
    if digits == bare:
        readings = [Fraction(whole, factor) for factor in FACTORS if len(str(factor)) <= len(digits)]
    else:
        behind = len(bare) - 1 - max(bare.rfind("."), bare.rfind(","))
        readings = [Fraction(whole), Fraction(whole, 10**behind)]
    return tuple(
        Slip("separator", reading, reading / number if number else None)
        for reading in dict.fromkeys(readings)
        if reading != number
    )


def transpositions(number: Fraction, decimals: int) -> tuple[Slip, ...]:
    """Angka tertukar: the numbers in which two digits side by side have changed places.

    Args:
        number: The number as it was read.
        decimals: How many decimals it is written with, closing zeros included.

    Examples:
        >>> [str(slip.meant) for slip in transpositions(Fraction(123), 0)]
        ['213', '132']
        >>> [str(slip.meant) for slip in transpositions(Fraction(985, 10), 1)]
        ['179/2', '479/5']
    """
    count = rounded(number.numerator, number.denominator, decimals, "truncate")
    if Fraction(count, 10**decimals) != number:
        return ()  # not written with so few decimals
    sign, digits = (-1 if count < 0 else 1), str(abs(count)).rjust(decimals + 1, "0")
    whole = len(digits) - decimals
    found: list[Slip] = []
    for place in range(len(digits) - 1):
        left, right = digits[place], digits[place + 1]
        swapped = f"{digits[:place]}{right}{left}{digits[place + 2 :]}"
        if left == right or (whole > 1 and swapped[0] == "0"):
            continue  # the same number, or one that nobody writes
        found.append(Slip("transposed", Fraction(sign * int(swapped), 10**decimals)))
    return tuple(found)


def slips_of(number: Fraction, *, decimals: int = 0, printed: str = "") -> tuple[Slip, ...]:
    """Semua salah ketik: every number that a single slip would explain, the simplest slip first.

    Args:
        number: The number as it was read.
        decimals: How many decimals it is written with.
        printed: The number as it stands, if it was printed.

    Examples:
        >>> [slip.kind for slip in slips_of(Fraction(12), decimals=0)]
        ['factor', 'factor', 'factor', 'factor', 'factor', 'factor', 'transposed']
    """
    return (*separators(printed, number), *factors(number), *transpositions(number, decimals))


def fitting(slips: Iterable[Slip], fits: Callable[[Fraction], bool]) -> tuple[Slip, ...]:
    """Salah ketik yang cocok: the slips whose number fits, each number once and by its simplest slip.

    Examples:
        >>> [slip.kind for slip in fitting(slips_of(Fraction(12)), lambda meant: meant == 21)]
        ['transposed']
    """
    seen: set[Fraction] = set()
    kept: list[Slip] = []
    for slip in slips:
        if slip.meant not in seen and fits(slip.meant):
            seen.add(slip.meant)
            kept.append(slip)
    return tuple(kept)


def repeated(column: Sequence[Fraction | None], other: Sequence[Fraction | None]) -> tuple[int, ...]:
    """Kolom terulang: the places at which two columns hold the same number, from 0.

    Examples:
        >>> repeated([Fraction(75), None, Fraction(3)], [Fraction(75), None, Fraction(4)])
        (0,)
    """
    pairs = enumerate(zip(column, other, strict=True))
    return tuple(place for place, (left, right) in pairs if left is not None and left == right)
