"""Percobaan: one row tried with every formula, before anything is known of the table as a whole."""

from itertools import islice, product
from typing import NamedTuple

from sakip.model.cell import Printed
from sakip.review.fitting import RANGES, VALUES, Fit, Way, fits, quotients
from sakip.review.seen import SeenCell
from sakip.scoring.outcome import Quotient

__all__ = ["Trial", "numbers_of_row", "tried", "values_of"]

_MOST_READINGS = 64


class Trial(NamedTuple):
    """Percobaan: what the formulas make of one row.

    Attributes:
        numbers: Target, realization, print and upper bound of a range, in the reading that was chosen.
        ways: The formulas that were tried: against one target, or against a range.
        values: The value of each.
        fits: Those that give the print as a percentage, rounded to the decimals that it shows.
        others: Where there are none, those that give it as a quotient, or as a whole percentage with zeros behind it.
        readings: In how many readings the row was tried.
        agreeing: In how many of them a formula gives the print.
    """

    numbers: tuple[Printed, Printed, Printed, Printed | None]
    ways: tuple[Way, ...]
    values: list[Quotient | None]
    fits: list[Fit]
    others: list[Fit]
    readings: int = 1
    agreeing: int = 0


def numbers_of_row(
    target: SeenCell, realization: SeenCell, achievement: SeenCell
) -> tuple[tuple[Printed, Printed, Printed, Printed | None], ...]:
    """Bacaan baris: every reading of the three numbers of a row, cells that are written alike read alike first."""
    if len(target.readings) == len(realization.readings) == len(achievement.readings) == 1:
        high = target.high[0] if target.kind == "range" else None
        return ((target.readings[0], realization.readings[0], achievement.readings[0], high),)
    high = target.high[0] if target.kind == "range" else None
    joint = [
        (abs(places[0] - places[1]), at, (*numbers, high))
        for at, (places, numbers) in enumerate(
            islice(
                zip(
                    product(*(range(len(cell.readings)) for cell in (target, realization, achievement))),
                    product(target.readings, realization.readings, achievement.readings),
                    strict=True,
                ),
                _MOST_READINGS,
            )
        )
    ]
    return tuple(numbers for *_, numbers in sorted(joint, key=lambda one: one[:2]))


def values_of(
    ways: tuple[Way, ...], numbers: tuple[Printed, Printed, Printed, Printed | None]
) -> list[Quotient | None]:
    """Nilai: what each formula makes of the numbers of a row."""
    target, realization, _, high = numbers
    return quotients(ways, target, realization, high)


def tried(target: SeenCell, realization: SeenCell, achievement: SeenCell) -> Trial:
    """Coba: every formula, in every reading of the row until one gives the print.

    Examples:
        >>> cells = [SeenCell("", "number", (number,)) for number in (Printed(4934, 2), Printed(11084, 2))]
        >>> [fit.formula for fit in tried(*cells, SeenCell("", "number", (Printed(-2465, 2),))).fits]
        ['lower-is-better']
    """
    ways = RANGES if target.kind == "range" else VALUES
    readings = numbers_of_row(target, realization, achievement)
    first: Trial | None = None
    best: Trial | None = None
    agreeing = 0
    for numbers in readings:
        values = values_of(ways, numbers)
        found = fits(ways, numbers[2], values)
        trial = Trial(numbers, ways, values, found, [] if found else _others(ways, numbers[2], values))
        if first is None:
            first = trial
        if found:
            agreeing += 1
            best = best or trial
    chosen = best or first
    if chosen is None:
        raise LookupError("a row without readings is not tried")
    return chosen if len(readings) == 1 else chosen._replace(readings=len(readings), agreeing=agreeing)


def _others(ways: tuple[Way, ...], printed: Printed, values: list[Quotient | None]) -> list[Fit]:
    """The print as a quotient, or as a whole percentage with zeros behind its mark."""
    found = fits(ways, printed, values, "quotient")
    count, decimals = printed
    if decimals and not count % 10**decimals:
        whole = Printed(count // 10**decimals, 0)
        found += fits(ways, whole, values)
    return found


