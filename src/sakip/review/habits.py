"""Kebiasaan tabel: how a table as a whole rounds, cuts, writes and computes, as far as its rows decide it."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from attrs import frozen

from sakip.base.rebuild import reduce_by_fields
from sakip.model.indicator import Polarity
from sakip.review.fitting import CAPS, DOWN, INVERSE, UP, Fit, Form
from sakip.review.trial import Trial

__all__ = ["Habits", "Tried", "capped", "habits_of"]

_ENOUGH = 2
_BEYOND_CHANCE = 3


class Tried(NamedTuple):
    """Baris dicoba: a row with its trial, the directions that are known of it, and the block that it stands in."""

    trial: Trial
    stated: Polarity | None
    suggested: Polarity | None
    block: str


@frozen
class Habits:
    """Kebiasaan tabel: what the rows of a table have in common, each with the number of rows that decide it.

    Attributes:
        formulas: Pairs of a formula and the rows that it alone reproduces.
        roundings: Pairs of a mode of rounding and the rows that it alone reproduces.
        form: Whether the table prints percentages or quotients such as 1,08.
        padded: Whether whole percentages are written with zeros behind their mark, such as 98,00 for 98,7.
        caps: Ceilings at which the table cuts, each with the rows printed at it.
        cut_blocks: Ceilings that hold in one block of the table alone, as pairs of a ceiling and the block.
        broken_caps: Ceilings at which some rows are cut although others are printed above.
        computed: How many rows hold three numbers that can be compared.
    """

    formulas: tuple[tuple[str, int], ...]
    roundings: tuple[tuple[str, int], ...]
    form: Form
    padded: bool
    caps: tuple[tuple[int, int], ...]
    cut_blocks: tuple[tuple[int, str], ...]
    broken_caps: tuple[int, ...]
    computed: int

    __reduce__ = reduce_by_fields

    def rows_of(self, formula: str) -> int:
        """Baris sebuah rumus: how many rows one formula alone reproduces."""
        return dict(self.formulas).get(formula, 0)

    @property
    def inverse(self) -> bool:
        """Bentuk terbalik: whether target over realization is a formula of this table, and not the slip of a row."""
        own = self.rows_of(INVERSE.formula.id)
        others = self.rows_of(UP.formula.id) + self.rows_of(DOWN.formula.id)
        return own >= _ENOUGH or (own > 0 and not others)

    @property
    def cuts_decimals(self) -> bool:
        """Dipotong: whether the table cuts decimals off where it does not round."""
        found = dict(self.roundings)
        return found.get("truncate", 0) > found.get("half_up", 0)


def habits_of(rows: Iterable[Tried]) -> Habits:
    """Kebiasaan dari baris: one pass over the trials.

    A ceiling is a rule of the table when rows are printed exactly at it, their value lies above, and no row of the same
    direction is printed above; where others are, of the block (the objective) in which that holds for two rows or
    more; three rows at one ceiling are beyond chance in any case.
    """
    formulas: Counter[str] = Counter()
    roundings: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    padded = computed = 0
    at_cap: Counter[tuple[int, str]] = Counter()
    above: Counter[str] = Counter()
    highest: dict[str, int] = {}
    for trial, stated, suggested, block in rows:
        computed += 1
        found = trial.fits
        if found:
            if len(found) == 1 or not found[0].value[0] == 100 * found[0].value[1]:
                forms["percent"] += 1
            _count(found, formulas, roundings)
            value, decimals = trial.numbers[2]
            whole = -(-value // 10**decimals)
            if whole > highest.get(block, 0):
                highest[block] = whole
            continue
        forms["quotient"] += any(fit.form == "quotient" for fit in trial.others)
        padded += any(fit.form == "percent" for fit in trial.others)
        for fit in capped(trial, stated, suggested):
            at_cap[fit.cap or 0, block] += 1
            break
    above.update({block: count for block, count in highest.items()})
    form: Form = "quotient" if forms["quotient"] > forms["percent"] else "percent"
    caps, blocks, broken = _caps(at_cap, highest)
    return Habits(
        formulas=tuple(formulas.most_common()),
        roundings=tuple(roundings.most_common()),
        form=form,
        padded=padded >= _ENOUGH,
        caps=caps,
        cut_blocks=blocks,
        broken_caps=broken,
        computed=computed,
    )


def _count(found: list[Fit], formulas: Counter[str], roundings: Counter[str]) -> None:
    if len(found) == 1:
        formulas[found[0].formula] += 1
        modes = found[0].roundings
        if modes == ("truncate",):
            roundings["truncate"] += 1
        elif "truncate" not in modes:
            roundings["half_up" if "half_up" in modes else "half_even"] += 1


def capped(trial: Trial, stated: Polarity | None, suggested: Polarity | None) -> list[Fit]:
    """Terpotong: the formulas whose value lies above a usual ceiling at which the row is printed.

    Without a stated direction a value that only a lower-is-better formula puts above the ceiling counts when the words
    of the row suggest that direction: any print of 100 lies below one formula or the other.
    """
    count, decimals = trial.numbers[2]
    if count % 10**decimals or count // 10**decimals not in CAPS:
        return []
    cap = count // 10**decimals
    down = (stated or suggested) == "minimize"
    found: list[Fit] = []
    for way, value in zip(trial.ways, trial.values, strict=True):
        known = way.polarity == "minimize" if down else way.polarity == "maximize"
        if value is not None and known and value[0] > cap * value[1]:
            found.append(Fit(way.formula.id, way.polarity, ("half_up", "half_even", "truncate"), value, decimals, "percent", cap))
    return found


def _caps(
    at_cap: Counter[tuple[int, str]], highest: dict[str, int]
) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, str], ...], tuple[int, ...]]:
    top = max(highest.values(), default=0)
    total: Counter[int] = Counter()
    for (cap, _), rows in at_cap.items():
        total[cap] += rows
    caps = {cap: rows for cap, rows in total.items() if top <= cap or rows >= _BEYOND_CHANCE}
    blocks = tuple(
        (cap, block)
        for (cap, block), rows in sorted(at_cap.items())
        if cap not in caps and block and rows >= _ENOUGH and highest.get(block, 0) <= cap
    )
    broken = tuple(sorted(cap for cap, _ in total.items() if top > cap))
    return tuple(sorted(caps.items())), blocks, broken
