"""Kebiasaan tabel: how a table as a whole rounds, cuts, writes and computes, as far as its rows decide it."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from attrs import frozen

from sakip.base.rebuild import reduce_by_fields
from sakip.model.indicator import Polarity
from sakip.review.fitting import CAPS, DOWN, INVERSE, MODES, UP, Counted, Fit, Form
from sakip.review.trial import Trial

__all__ = ["Habits", "Tried", "capped", "habits_of"]

_ENOUGH = 2
_BEYOND_CHANCE = 3


class Tried(NamedTuple):
    """Baris dicoba: what gives the print of a row, and what is known of the row beside its numbers.

    Attributes:
        fits: The formulas that give the print as a percentage.
        printed: The print.
        block: The objective that the row stands under.
        stated: The direction that it states.
        suggested: The direction that its words suggest.
        trial: All that was tried; None where the row is plain and a formula gives the print.
    """

    fits: tuple[Fit, ...]
    printed: Counted
    block: str
    stated: Polarity | None
    suggested: Polarity | None
    trial: Trial | None


@frozen
class Habits:
    """Kebiasaan tabel: what the rows of a table have in common, each with the number of rows that decide it.

    Attributes:
        formulas: Pairs of a formula and the rows that it alone reproduces, the commonest first.
        roundings: Pairs of a mode of rounding and the rows that it alone reproduces, the commonest first.
        form: Whether the table prints percentages or quotients such as 1,08.
        padded: Whether whole percentages are written with zeros behind their mark, such as 98,00 for 98,7.
        caps: Pairs of a ceiling at which the table cuts and the rows printed at it.
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

    def cuts_at(self, cap: int, block: str) -> bool:
        """Memotong pada: whether a ceiling is a rule of the table, or of one of its blocks."""
        return any(cap == one for one, _ in self.caps) or (cap, block) in self.cut_blocks


def habits_of(rows: Iterable[Tried]) -> Habits:
    """Kebiasaan dari baris: one pass over what gives the print of each row.

    A ceiling is a rule of the table when rows are printed exactly at it, their value lies above, and no row is printed
    above; where others are, of the block (the objective) in which that holds for two rows or more; three rows at one
    ceiling are beyond chance in any case.
    """
    formulas: Counter[str] = Counter()
    roundings: Counter[str] = Counter()
    at_cap: Counter[tuple[int, str]] = Counter()
    highest: dict[str, int] = {}
    percents = in_quotients = padded = computed = 0
    for row in rows:
        computed += 1
        found = row.fits
        if found:
            percents += len(found) == 1
            if len(found) == 1:
                (fit,) = found
                formulas[fit.formula] += 1
                modes = fit.roundings
                if modes == ("truncate",):
                    roundings["truncate"] += 1
                elif "truncate" not in modes:
                    roundings[modes[0]] += 1
            count, decimals = row.printed.digits, row.printed.decimals
            whole = -(-count // 10**decimals)
            if whole > highest.get(row.block, 0):
                highest[row.block] = whole
        elif row.trial is not None and row.trial.others:
            in_quotients += any(fit.form == "quotient" for fit in row.trial.others)
            padded += any(fit.form == "percent" for fit in row.trial.others)
        else:
            for fit in capped(row)[:1]:
                at_cap[fit.cap or 0, row.block] += 1
    caps, blocks, broken = _caps(at_cap, highest)
    return Habits(
        formulas=tuple(formulas.most_common()),
        roundings=tuple(roundings.most_common()),
        form="quotient" if in_quotients > percents else "percent",
        padded=padded >= _ENOUGH,
        caps=caps,
        cut_blocks=blocks,
        broken_caps=broken,
        computed=computed,
    )


def capped(row: Tried) -> tuple[Fit, ...]:
    """Terpotong: the formulas whose value lies above a usual ceiling at which the row is printed.

    Without a stated direction a value that only a lower-is-better formula puts above the ceiling counts when the words
    of the row suggest that direction: any print of 100 lies below one formula or the other.
    """
    if row.trial is None:
        return ()
    count, decimals = row.printed.digits, row.printed.decimals
    cap, rest = divmod(count, 10**decimals)
    if rest or cap not in CAPS:
        return ()
    wanted = "minimize" if (row.stated or row.suggested) == "minimize" else "maximize"
    values = row.trial.numbers.values(row.trial.ways)
    return tuple(
        Fit(way.formula.id, way.polarity, MODES[-1], decimals, "percent", int(cap))
        for way, value in zip(row.trial.ways, values, strict=True)
        if value is not None and way.polarity == wanted and way is not INVERSE and value[0] > cap * value[1]
    )


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
    return tuple(sorted(caps.items())), blocks, tuple(sorted(cap for cap in total if top > cap))
