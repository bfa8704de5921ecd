"""Putusan baris: what is said of one row, once the habits of its table are known."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Literal, NamedTuple, get_args

from sakip.model.cell import Printed
from sakip.model.indicator import Polarity
from sakip.review.fitting import DOWN, INVERSE, UP, Fit, Way, fits, modes_by_way, quotients
from sakip.review.habits import Habits, Tried, capped
from sakip.review.hypotheses import Case, CellName, Earlier, PresumedCause
from sakip.review.page import Three
from sakip.review.seen import number_of
from sakip.review.trial import Numbers, Trial, tried
from sakip.scoring.outcome import Quotient

__all__ = ["VERDICTS", "Beside", "Judgement", "Verdict", "implied_by", "judged", "named", "quickly_judged", "tolerance"]

Verdict = Literal["reproduced", "reproduced-against-polarity", "rounding", "not-reproduced", "not-computable"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""Putusan: what can be said of a row, the best first."""

# Rounded inputs move a percentage by a fraction of a point; what lies further off has another cause.
_FURTHEST = 1
_CONTINUOUS = ("%", "persen", "indeks", "index", "nilai", "skor", "poin", "rasio", "angka", "tahun", "per ")


class Beside(NamedTuple):
    """Di samping baris: what other rows and other years say, asked only where the row is not reproduced.

    Attributes:
        earlier: What earlier years or periods print for the indicator.
        means: Means of other printed percentages.
        finer: Whether realizations of the table show decimals, so that one without them is a whole number.
    """

    earlier: tuple[Earlier, ...] = ()
    means: tuple[Fraction, ...] = ()
    finer: bool = False


class Judgement(NamedTuple):
    """Putusan: the verdict on a row that holds three numbers, with what it rests on.

    Attributes:
        verdict: One of `VERDICTS`.
        fits: The formulas that give the print, the one that is named first.
        implied: The direction that the print implies, if only one formula's direction gives it.
        departures: What the row does otherwise than its table, where its print is given all the same.
        case: What presumed causes are tried on, where the print is not given.
        recomputed: The formula and the value that were expected, where the print is not reproduced in its direction.
        bounds: Between which values the printed inputs' own rounding leaves that value.
    """

    verdict: Verdict
    fits: tuple[Fit, ...]
    implied: Polarity | None
    departures: tuple[PresumedCause, ...] = ()
    recomputed: tuple[str, Fraction] | None = None
    bounds: tuple[Fraction, Fraction] | None = None
    case: Case | None = None


def judged(row: Tried, cells: Three, unit: str, habits: Habits, beside: Callable[[], Beside]) -> Judgement:
    """Putuskan: the verdict on one row.

    Args:
        row: What gives its print, and its directions.
        cells: Target, realization and achievement as they stand.
        unit: The declared unit, which says whether a whole number may be a rounded one.
        habits: Those of the table.
        beside: What other rows and years say; called only where no formula gives the print.
    """
    trial = row.trial or tried(*cells)
    numbers = trial.numbers
    found = _accepted(row, trial, habits)
    wanted = _wanted(row, numbers)
    own = found if wanted is None else tuple(fit for fit in found if fit.polarity == wanted)
    departures = tuple(_departures(cells, numbers, own or found, habits)) if found else ()
    if own:
        return Judgement("reproduced", named(own, found, habits), implied_by(found), departures)
    others = beside()
    ways = _ways(row, trial, habits)
    expected = _expected(ways, numbers, cells, unit, finer=others.finer)
    ceiling = next((cap for cap in habits.ceilings(row.block) if cap and expected and expected[0].value > cap), None)
    cut = tuple(fit for fit in capped(row) if fit.form == habits.form)
    case = Case(
        cells,
        numbers,
        ways,
        habits.form,
        cut,
        others.earlier,
        others.means,
        ceiling,
        _undecided(row, trial, cut, habits),
    )
    if found:
        # Target over realization for a higher-is-better row is found as two numbers that changed places.
        if found[0].formula != INVERSE.formula.id:
            departures = (PresumedCause("inverted-direction", formula=found[0].formula), *departures)
        return Judgement("reproduced-against-polarity", found, implied_by(found), departures, *_first(expected), case)
    for one in expected:
        if _meet(one, numbers.printed, habits) and not _swapped(one.way, row, trial, habits):
            return Judgement("rounding", (), one.way.polarity, (), one.recomputed, one.bounds, case)
    return Judgement("not-reproduced", (), None, (), *_first(expected), case)


def _undecided(row: Tried, trial: Trial, cut: tuple[Fit, ...], habits: Habits) -> PresumedCause | None:
    """What would make the print right, and the table neither bears out nor contradicts.

    A ceiling at which the row is printed, where no row is printed above it; target over realization of a row whose
    words suggest that less is better, where no other row decides for a formula of that direction.
    """
    for fit in cut:
        if fit.cap not in habits.crossed:
            return PresumedCause("cap", "achievement", Fraction(fit.cap or 0), fit.formula)
    found = row.fits or tuple(fit for fit in trial.others if fit.form == habits.form)
    if row.suggested == "minimize" and found and _is_slip(found, row, habits) and not habits.rows_of(DOWN.formula.id):
        return PresumedCause("inverse-ratio", formula=INVERSE.formula.id)
    return None


def _swapped(way: Way, row: Tried, trial: Trial, habits: Habits) -> bool:
    """Whether target over realization gives exactly what a formula that nothing speaks for only comes near.

    Around 100 the value of 2T - R lies close to target over realization, so that it would excuse swapped numbers.
    """
    if way.polarity == "maximize" or row.suggested == "minimize" or habits.rows_of(way.formula.id):
        return False
    found = row.fits or tuple(fit for fit in trial.others if fit.form == habits.form)
    return bool(found) and _is_slip(found, row, habits)


class _Expected(NamedTuple):
    """A formula that may be meant, its value, and where the printed inputs' own rounding leaves it."""

    way: Way
    value: Fraction
    bounds: tuple[Fraction, Fraction] | None

    @property
    def recomputed(self) -> tuple[str, Fraction]:
        return self.way.formula.id, self.value


def _expected(ways: tuple[Way, ...], numbers: Numbers, cells: Three, unit: str, *, finer: bool) -> list[_Expected]:
    return [
        _Expected(way, Fraction(*value), tolerance(way, numbers, cells, unit, finer=finer))
        for way, value in zip(ways, numbers.values(ways), strict=True)
        if value is not None
    ]


def _first(
    expected: list[_Expected],
) -> tuple[tuple[str, Fraction] | None, tuple[Fraction, Fraction] | None]:
    """The likeliest formula with its value and its bounds."""
    if not expected:
        return None, None
    return expected[0].recomputed, expected[0].bounds


def quickly_judged(found: tuple[Fit, ...], wanted: Polarity | None, habits: Habits) -> Judgement | None:
    """Putuskan cepat: the verdict on a row of three plain numbers whose print its direction gives; None for any other.

    It depends on nothing but which formulas give the print and which direction is stated, so that one verdict serves
    all rows that are alike in this.
    """
    if wanted == "stabilize" or (len(found) == 1 and found[0].formula == INVERSE.formula.id):
        return None
    own = found if wanted is None else tuple(fit for fit in found if fit.polarity == wanted)
    if not own:
        return None
    cut = _cut(own, habits)
    return Judgement("reproduced", named(own, found, habits), implied_by(found), () if cut is None else (cut,))


def _cut(found: tuple[Fit, ...], habits: Habits) -> PresumedCause | None:
    """That a row cuts its decimals off in a table that rounds."""
    if habits.cuts_decimals or any("half_up" in fit.roundings or "truncate" not in fit.roundings for fit in found):
        return None
    return PresumedCause("truncation", "achievement", None, found[0].formula)


def _accepted(row: Tried, trial: Trial, habits: Habits) -> tuple[Fit, ...]:
    """The formulas that give the print as the table prints it."""
    found = row.fits
    if not found:
        found = tuple(
            fit for fit in trial.others if (habits.form == "quotient" if fit.form == "quotient" else habits.padded)
        )
    if not found and trial.numbers.printed.decimals < habits.places:
        found = _with_zeros(trial, habits.places)
    if found:
        return () if _is_slip(found, row, habits) else found
    return tuple(fit for fit in capped(row) if habits.admits(fit, row.block, row.stated))


def _is_slip(found: tuple[Fit, ...], row: Tried, habits: Habits) -> bool:
    """Target over realization is the slip of a row where nothing says that it is the formula of a table."""
    alone = len(found) == 1 and found[0].formula == INVERSE.formula.id
    return alone and row.stated is None and not habits.inverse


def _with_zeros(trial: Trial, places: int) -> tuple[Fit, ...]:
    """The formulas that give a quotient whose closing zeros were left out, as in 1 for 0,998 beside 0,95."""
    count, decimals = trial.numbers.printed
    whole = Printed(count * int(10 ** (places - decimals)), places)
    values = trial.numbers.values(trial.ways)
    return fits(trial.ways, modes_by_way(values, whole, "quotient"), places, "quotient")


def implied_by(found: tuple[Fit, ...]) -> Polarity | None:
    """Arah tersirat: the one direction of all formulas that give a print; None where both directions do."""
    first = found[0].polarity
    return first if all(fit.polarity == first for fit in found) else None


def named(own: tuple[Fit, ...], found: tuple[Fit, ...], habits: Habits) -> tuple[Fit, ...]:
    """Urutan rumus: the fits of the row's direction, the formula that the table uses first; then the others."""
    if len(found) == 1:
        return found
    if len(own) > 1 and implied_by(own) is not None:
        own = tuple(sorted(own, key=lambda fit: -habits.rows_of(fit.formula)))
    return (*own, *(fit for fit in found if fit not in own))


def _departures(cells: Three, numbers: Numbers, found: tuple[Fit, ...], habits: Habits) -> Iterable[PresumedCause]:
    """What a reproduced row does otherwise than its table: it cuts, or its cells hold words beside their numbers."""
    first = found[0]
    if first.cap is not None:
        yield PresumedCause("cap", "achievement", Fraction(first.cap), first.formula)
    cut = _cut(found, habits)
    if cut is not None:
        yield cut
    for name, cell, number in (("target", cells[0], numbers.target), ("realization", cells[1], numbers.realization)):
        if cell.sure == "beside":
            which: CellName = "target" if name == "target" else "realization"
            yield PresumedCause("unit-in-cell", which, number_of(number), first.formula)


def _wanted(row: Tried, numbers: Numbers) -> Polarity | None:
    """The direction whose formula must give the print; of a stabilized target the side on which the row lies."""
    if row.stated != "stabilize":
        return row.stated
    above = number_of(numbers.realization) > number_of(numbers.high or numbers.target)
    return "minimize" if above else "maximize"


def _ways(row: Tried, trial: Trial, habits: Habits) -> tuple[Way, ...]:
    """The formulas that may be meant, the likeliest first; both directions where none is stated."""
    if trial.numbers.high is not None:
        up, down = trial.ways
    else:
        up, down = UP, DOWN
        if habits.inverse and habits.rows_of(INVERSE.formula.id) > habits.rows_of(DOWN.formula.id):
            down = INVERSE
    wanted = _wanted(row, trial.numbers)
    if wanted is not None:
        return (up,) if wanted == "maximize" else (down,)
    return (down, up) if row.suggested == "minimize" else (up, down)


def _meet(expected: _Expected, printed: Printed, habits: Habits) -> bool:
    """Whether some value between the bounds would be printed so, and lies no further off than rounding explains."""
    if expected.bounds is None:
        return False
    unit = Fraction(100 if habits.form == "quotient" else 1, 10**printed.decimals)
    stood = printed.digits * unit
    low, high = stood - unit / 2, stood + unit / 2
    if habits.cuts_decimals:
        low, high = (stood, stood + unit) if stood >= 0 else (stood - unit, stood)
    if not low - _FURTHEST <= expected.value <= high + _FURTHEST:
        return False
    return expected.bounds[0] <= high and low <= expected.bounds[1]


def tolerance(
    way: Way,
    numbers: Numbers,
    cells: Three,
    unit: str,
    *,
    finer: bool = False,
) -> tuple[Fraction, Fraction] | None:
    """Toleransi: between which values a formula lies when each printed input may be off by half of its last digit.

    A number with decimals may be a rounded one. A whole number is one only as a realization of something that is
    measured (a percentage, an index) or beside a target with decimals, in a table whose realizations show none: three
    documents are three documents, and 74 beside 72,5 is 74. A bound of a range was chosen and is exact, and so is a
    whole zero. Below zero nothing is explained by rounding.

    Args:
        way: The formula.
        numbers: The numbers of the row.
        cells: Its cells, for their units.
        unit: The declared unit.
        finer: Whether realizations of the table show decimals.

    Returns:
        None where nothing may be rounded, or where the inputs leave no bounds.
    """
    target, realization, _, high = numbers
    if target.digits < 0 or realization.digits < 0:
        return None
    measured = not finer and realization.digits > 0
    measured = measured and (target.decimals > 0 or _continuous(cells[0].unit, cells[1].unit, unit))
    t_half = 1 if target.decimals and high is None else 0
    r_half = 1 if realization.decimals or measured else 0
    if not t_half and not r_half:
        return None
    least: Quotient | None = None
    most: Quotient | None = None
    for t_sign in (-1, 1) if t_half else (0,):
        near_t = Printed(target.digits * 10 + 5 * t_sign, target.decimals + 1)
        if near_t.digits <= 0 < target.digits:
            return None
        for r_sign in (-1, 1) if r_half else (0,):
            near_r = Printed(max(0, realization.digits * 10 + 5 * r_sign), realization.decimals + 1)
            (value,) = quotients((way,), near_t, near_r, high)
            if value is None:
                return None
            if least is None or value[0] * least[1] < least[0] * value[1]:
                least = value
            if most is None or value[0] * most[1] > most[0] * value[1]:
                most = value
    return None if least is None or most is None else (Fraction(*least), Fraction(*most))


def _continuous(*units: str | None) -> bool:
    return any(unit is not None and unit.casefold().startswith(_CONTINUOUS) for unit in units)
