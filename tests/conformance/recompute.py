"""A published row through the library: text in, by `parse_number`, and a score out under the setting of its table."""

import re
from decimal import Decimal
from fractions import Fraction

from sakip import Indicator, Target, parse_number, score
from sakip.policies import LKJIP
from sakip.scoring import Cap, Policy, Round, Score
from tests.conformance.published import Convention, Exceptional, Mode, Polarity, Row, Table

MODES: tuple[Mode, ...] = ("half_up", "half_even", "truncate")


def number(text: str, convention: Convention) -> Decimal:
    """Read a cell; a ``mixed`` table states no convention, so that the cell must have one reading by itself."""
    return parse_number(text, None if convention == "mixed" else convention)


def amounts(table: Table, row: Row, exceptions: tuple[Exceptional, ...] = ()) -> tuple[Decimal, Decimal]:
    """Read target and realization by the setting, save where an exception says otherwise."""
    convention, target, realization = table.stated.convention, row.target, row.realization
    for exception in exceptions:
        convention = exception.convention or convention
        if exception.strip:
            target, realization = target.removesuffix(exception.strip), realization.removesuffix(exception.strip)
    return number(target, convention), number(realization, convention)


def percent(table: Table, row: Row) -> Fraction:
    """Read the printed percentage; a factor of 1,08 is 108 percent."""
    printed = Fraction(number(row.printed, table.stated.printed_convention))
    return 100 * printed if table.stated.form == "factor" else printed


def shown(row: Row) -> int:
    """Count the decimals that the printed percentage shows; none has a thousands group."""
    decimals = re.search(r"[.,](\d+)\s*%?$", row.printed)
    return len(decimals[1]) if decimals else 0


def last_step(table: Table, exceptions: tuple[Exceptional, ...] = ()) -> Round:
    """Return the rounding of the table's percentages, save where an exception says otherwise."""
    setting = table.stated
    decimals, mode = setting.decimals, setting.rounding
    for exception in exceptions:
        decimals = decimals if exception.decimals is None else exception.decimals
        mode = exception.rounding or mode
    return Round(decimals - 2 if setting.form == "factor" else decimals, mode)


def policy(table: Table, last: Round) -> Policy:
    """Return the regional practice with the cap of the table and this last step."""
    cap = table.stated.cap
    steps = (last,) if cap is None else (Cap(cap), last)
    return LKJIP.evolve(id=table.id, indicator=steps, zero_target=table.stated.zero_target)


def recompute(
    table: Table,
    row: Row,
    *,
    exceptions: tuple[Exceptional, ...] = (),
    polarity: Polarity | None = None,
    last: Round | None = None,
) -> Score:
    """Score a row by the setting of its table, and by the exceptions, polarity or last step that are given instead."""
    target, realization = amounts(table, row, exceptions)
    indicator = Indicator("IND", row.indicator.name, polarity=polarity or row.indicator.polarity)
    rule = policy(table, last_step(table, exceptions) if last is None else last)
    return score(Target(indicator, target), realization, policy=rule)


def agrees(found: Score, printed: Fraction) -> bool:
    """Tell whether there is a score and it is exactly the printed number."""
    return found.value is not None and Fraction(found.value) == printed


def agrees_in_some_mode(table: Table, row: Row, *, polarity: Polarity | None = None) -> bool:
    """Tell whether any mode of rounding, at the decimals shown, gives the print."""
    printed = percent(table, row)
    return any(
        agrees(recompute(table, row, polarity=polarity, last=Round(shown(row), mode)), printed) for mode in MODES
    )
