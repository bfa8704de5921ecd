"""Pencocokan: which formulas, with which rounding, give a printed percentage from a printed target and realization."""

from typing import Literal, NamedTuple, Protocol

from sakip.base.number import RoundingMode
from sakip.model.indicator import Polarity
from sakip.policies.formulas import (
    HIGHER_IS_BETTER,
    HIGHER_IS_BETTER_RANGE,
    LOWER_IS_BETTER,
    LOWER_IS_BETTER_INVERSE,
    LOWER_IS_BETTER_RANGE,
)
from sakip.scoring.formula import Formula
from sakip.scoring.measurement import Facts
from sakip.scoring.outcome import Quotient, Reason

__all__ = [
    "CAPS",
    "DOWN",
    "INVERSE",
    "MODES",
    "RANGES",
    "UP",
    "VALUES",
    "Counted",
    "Fit",
    "Form",
    "Way",
    "fits",
    "modes_by_way",
    "modes_of",
    "quotients",
]

Form = Literal["percent", "quotient"]
"""Bentuk cetak: a percentage, or a quotient such as 1,08 that stands for 108 percent."""


class Counted(Protocol):
    """Terhitung: what has a number as its digits and the decimals that it shows."""

    @property
    def digits(self) -> int:
        """Angka: the digits as a whole number."""
        ...

    @property
    def decimals(self) -> int:
        """Desimal: how many of them stand behind the decimal mark."""
        ...


class Way(NamedTuple):
    """Cara hitung: a formula and the direction that it serves."""

    formula: Formula
    polarity: Polarity


UP = Way(HIGHER_IS_BETTER, "maximize")
DOWN = Way(LOWER_IS_BETTER, "minimize")
INVERSE = Way(LOWER_IS_BETTER_INVERSE, "minimize")
VALUES: tuple[Way, ...] = (UP, DOWN, INVERSE)
"""Cara hitung terhadap satu target, the commonest first."""
RANGES: tuple[Way, ...] = (Way(HIGHER_IS_BETTER_RANGE, "maximize"), Way(LOWER_IS_BETTER_RANGE, "minimize"))
"""Cara hitung terhadap rentang target."""
CAPS = (100, 110, 120, 150, 200)
"""Batas atas that regimes and applications use."""

MODES: tuple[tuple[RoundingMode, ...], ...] = (
    (),
    ("half_up",),
    ("half_even",),
    ("half_up", "half_even"),
    ("truncate",),
    ("half_up", "truncate"),
    ("half_even", "truncate"),
    ("half_up", "half_even", "truncate"),
)
"""Cara pembulatan: the modes in a sum of 1 half up, 2 half even and 4 truncate, by that sum."""


class Fit(NamedTuple):
    """Kecocokan: one formula that gives the printed number.

    Attributes:
        formula: Its name, as in `sakip.policies`; ``mean-of-rows`` or ``weighted-mean-of-rows`` for a total.
        polarity: The direction that it serves; None for a total.
        roundings: Every mode of rounding that leads to the print.
        decimals: To how many decimals it is rounded; fewer than printed where zeros were written behind it.
        form: ``percent``, or ``quotient`` for a print such as 1,08 that stands for 108 percent.
        cap: The ceiling that it was cut at, if any.
    """

    formula: str
    polarity: Polarity | None
    roundings: tuple[RoundingMode, ...]
    decimals: int
    form: Form = "percent"
    cap: int | None = None


def quotients(
    ways: tuple[Way, ...], target: Counted, realization: Counted, high: Counted | None = None
) -> list[Quotient | None]:
    """Hasil hitung: the value of each formula as a quotient, its denominator positive; None where it has none.

    A negative target is turned around together with its realization: the tables that print one divide by it, and the
    quotient is the same.

    Args:
        ways: The formulas.
        target: The target, or the lower bound of a range.
        realization: What was realized.
        high: The upper bound of a range.

    Examples:
        >>> from sakip.model.cell import Printed
        >>> quotients((UP,), Printed(75, 0), Printed(928, 1))
        [(92800, 750)]
    """
    t, r = target.digits, realization.digits
    places = max(target.decimals, realization.decimals, 0 if high is None else high.decimals)
    if places:
        t *= 10 ** (places - target.decimals)
        r *= 10 ** (places - realization.decimals)
    if t < 0:
        t, r = -t, -r
    if high is None:
        facts: Facts = (r, t, None, None, None, None, None, 1)
    else:
        facts = (r, None, None, None, None, t, high.digits * 10 ** (places - high.decimals), 1)
    found: list[Quotient | None] = []
    for way in ways:
        value = way.formula.quotient(facts)
        found.append(None if isinstance(value, Reason) else value)
    return found


def modes_of(value: Quotient, print_count: int, decimals: int) -> int:
    """Cara pembulatan: which modes round a value to a printed count, as a sum of 1 half up, 2 half even, 4 truncate.

    Examples:
        >>> modes_of((1250, 100), 125, 1), modes_of((1225, 100), 122, 1), modes_of((1225, 100), 130, 1)
        (7, 6, 0)
    """
    above, below = value
    if above < 0:
        if print_count > 0:
            return 0
        above, print_count = -above, -print_count
    elif print_count < 0:
        return 0
    whole, rest = divmod(above * 10**decimals, below)
    gap = print_count - whole
    if gap == 0:
        if not rest or 2 * rest < below:
            return 7
        return 6 if 2 * rest == below and not whole & 1 else 4
    if gap != 1 or 2 * rest < below:
        return 0
    return 3 if 2 * rest > below or whole & 1 else 1


def modes_by_way(values: list[Quotient | None], printed: Counted, form: Form = "percent") -> int:
    """Cara pembulatan per rumus: `modes_of` for each value, as digits of base eight, the first way the lowest.

    Examples:
        >>> from sakip.model.cell import Printed
        >>> one = Printed(928, 1)
        >>> modes_by_way(quotients(VALUES, Printed(100, 0), one), one)
        7
    """
    count, decimals = printed.digits, printed.decimals
    found, place = 0, 1
    for value in values:
        if value is not None:
            modes = modes_of(value if form == "percent" else (value[0], value[1] * 100), count, decimals)
            if modes:
                found += modes * place
        place *= 8
    return found


def fits(ways: tuple[Way, ...], modes: int, decimals: int, form: Form = "percent") -> tuple[Fit, ...]:
    """Kecocokan: every way whose value rounds to the print, to the decimals that it shows.

    Args:
        ways: The formulas.
        modes: What `modes_by_way` found.
        decimals: The decimals that the print shows.
        form: Whether the print is a percentage or a quotient.

    Examples:
        >>> [fit.formula for fit in fits(VALUES, 0o070, 2)]
        ['lower-is-better']
    """
    found: list[Fit] = []
    for way in ways:
        if modes & 7:
            found.append(Fit(way.formula.id, way.polarity, MODES[modes & 7], decimals, form))
        modes >>= 3
    return tuple(found)
