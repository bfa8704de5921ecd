"""Percobaan: one row tried with every formula, before anything is known of the table as a whole."""

from collections.abc import Iterator
from itertools import islice, product
from typing import NamedTuple

from sakip.model.cell import Printed
from sakip.review.fitting import RANGES, VALUES, Fit, Way, fits, modes_by_way, quotients
from sakip.review.seen import SeenCell
from sakip.scoring.outcome import Quotient

__all__ = ["Numbers", "Trial", "readings_of_row", "tried"]

_MOST_READINGS = 64


class Numbers(NamedTuple):
    """Angka baris: target, realization, print and the upper bound of a range, in one reading of the row."""

    target: Printed
    realization: Printed
    printed: Printed
    high: Printed | None = None

    def values(self, ways: tuple[Way, ...]) -> list[Quotient | None]:
        """Nilai: what each formula makes of them."""
        return quotients(ways, self.target, self.realization, self.high)


class Trial(NamedTuple):
    """Percobaan: what the formulas make of one row.

    Attributes:
        numbers: The row in the reading that was chosen.
        ways: The formulas that were tried: against one target, or against a range.
        fits: Those that give the print as a percentage, rounded to the decimals that it shows.
        others: Where there are none, those that give it as a quotient, or as a whole percentage with zeros behind it.
        readings: In how many readings the row can be taken.
    """

    numbers: Numbers
    ways: tuple[Way, ...]
    fits: tuple[Fit, ...]
    others: tuple[Fit, ...] = ()
    readings: int = 1


def readings_of_row(target: SeenCell, realization: SeenCell, achievement: SeenCell) -> list[Numbers]:
    """Bacaan baris: every reading of the three numbers of a row, target and realization read alike first.

    Examples:
        >>> printed = [Printed(1234, 0), Printed(1234, 3)]
        >>> from sakip.review.seen import CellDetails
        >>> cell = SeenCell("1.234", "number", 1234, 0, None, "open", CellDetails(tuple(printed)))
        >>> [one.target == one.realization for one in readings_of_row(cell, cell, SeenCell("100", "number", 100))]
        [True, True, False, False]
    """
    high = target.high if target.kind == "range" else None
    if target.details is realization.details is achievement.details is None:
        plain = (Printed(cell.digits, cell.decimals) for cell in (target, realization, achievement))
        return [Numbers(*plain)]
    choices = (enumerate(target.readings), enumerate(realization.readings), achievement.readings)
    joint = list(islice(product(*choices), _MOST_READINGS))
    joint.sort(key=lambda one: abs(one[0][0] - one[1][0]))  # stable: the likeliest first among equals
    return [Numbers(first, second, third, high) for (_, first), (_, second), third in joint]


def tried(target: SeenCell, realization: SeenCell, achievement: SeenCell) -> Trial:
    """Coba: every formula, in every reading of the row until one gives the print.

    Examples:
        >>> cells = [SeenCell("", "number", 4934, 2), SeenCell("", "number", 11084, 2)]
        >>> [fit.formula for fit in tried(*cells, SeenCell("", "number", -2465, 2)).fits]
        ['lower-is-better']
    """
    ways = RANGES if target.kind == "range" else VALUES
    readings = readings_of_row(target, realization, achievement)
    for numbers in readings:
        modes = modes_by_way(numbers.values(ways), numbers.printed)
        if modes:
            return Trial(numbers, ways, fits(ways, modes, numbers.printed.decimals), (), len(readings))
    for numbers in _against_table((target, realization, achievement), readings[0]):
        modes = modes_by_way(numbers.values(ways), numbers.printed)
        if modes:
            return Trial(numbers, ways, fits(ways, modes, numbers.printed.decimals), (), len(readings) + 1)
    first = readings[0]
    return Trial(first, ways, (), _others(ways, first), len(readings))


def _against_table(cells: tuple[SeenCell, SeenCell, SeenCell], numbers: Numbers) -> Iterator[Numbers]:
    """The readings that only other columns of the table exclude."""
    own = numbers.target, numbers.realization, numbers.printed
    others = [cell.other_reading for cell in cells]
    choices = [(one,) if other is None else (one, other) for one, other in zip(own, others, strict=True)]
    for first, second, third in islice(product(*choices), 1, None):
        yield Numbers(first, second, third, numbers.high)


def _others(ways: tuple[Way, ...], numbers: Numbers) -> tuple[Fit, ...]:
    """The print as a quotient, or as a whole percentage with zeros behind its mark."""
    values = numbers.values(ways)
    count, decimals = numbers.printed
    modes = modes_by_way(values, numbers.printed, "quotient")
    if not decimals:  # a quotient without decimals is no rounded one: 2 stands for 200 percent and not for 150
        exact = [value is not None and value[0] == 100 * count * value[1] for value in values]
        modes = sum(modes & (7 << 3 * at) for at, is_exact in enumerate(exact) if is_exact)
    found = fits(ways, modes, decimals, "quotient")
    if decimals and not count % 10**decimals:
        whole = Printed(count // int(10**decimals), 0)
        found += fits(ways, modes_by_way(values, whole), 0)
    return found
