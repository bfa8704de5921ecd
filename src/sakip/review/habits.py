"""Kebiasaan tabel: how a table as a whole rounds, cuts, writes and computes, as far as its rows decide it."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from attrs import evolve, frozen

from sakip.base.rebuild import reduce_by_fields
from sakip.model.indicator import Polarity
from sakip.review.fitting import CAPS, DOWN, INVERSE, MODES, UP, Counted, Fit, Form
from sakip.review.trial import Trial
from sakip.scoring.outcome import Quotient

__all__ = ["FLOOR", "Habits", "Tried", "capped", "habits_of", "within"]

_ENOUGH = 2
_BEYOND_CHANCE = 3

FLOOR = 0
"""Batas bawah: where a percentage below zero is printed as zero."""


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
        caps: Pairs of a ceiling at which the table cuts and the rows that bear it out; 0 where what is below zero is
            printed as zero.
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
        return cap in self.ceilings(block)

    def ceilings(self, block: str) -> tuple[int, ...]:
        """Batas atas yang berlaku: the ceilings of the table and of one of its blocks, the lowest first."""
        return tuple(sorted({*(cap for cap, _ in self.caps), *(cap for cap, own in self.cut_blocks if own == block)}))

    def admits(self, fit: Fit, block: str, stated: Polarity | None) -> bool:
        """Menerima potongan: whether a row that a formula puts above a ceiling may be printed at it.

        Of a row that states no direction any print of 100 lies below one formula or the other. There 2T - R counts
        only in a table that uses it elsewhere.
        """
        if fit.cap is None or not self.cuts_at(fit.cap, block):
            return False
        return (
            stated is not None
            or fit.polarity == "maximize"
            or fit.cap != min(CAPS)
            or self.rows_of(DOWN.formula.id) > 0
        )


def habits_of(rows: Iterable[Tried]) -> Habits:
    """Kebiasaan dari baris: one pass over what gives the print of each row.

    A ceiling is a rule of the table when two rows or more are printed exactly at it, their value lies above, and no
    row is printed above; where others are, of the block (the objective) in which that holds for two rows or more;
    three rows at one ceiling are beyond chance in any case. One row at a round number may as well be a slip.

    Quotients are the form of a table when two rows or more can be nothing else, and fewer rows are percentages.
    """
    formulas: Counter[str] = Counter()
    of_quotients: Counter[str] = Counter()
    roundings: Counter[str] = Counter()
    at_cap: Counter[tuple[int, str]] = Counter()
    below: Counter[tuple[int, str]] = Counter()
    highest: dict[str, int] = {}
    percents = in_quotients = padded = computed = 0
    negative = False
    for row in rows:
        computed += 1
        found = row.fits
        count, decimals = row.printed.digits, row.printed.decimals
        if found:
            percents += count != 0
            negative = negative or count < 0
            if len(found) == 1:
                (fit,) = found
                formulas[fit.formula] += 1
                modes = fit.roundings
                if modes == ("truncate",):
                    roundings["truncate"] += 1
                elif "truncate" not in modes:
                    roundings[modes[0]] += 1
            whole = -(-count // 10**decimals)
            if whole > highest.get(row.block, 0):
                highest[row.block] = whole
        elif row.trial is not None and row.trial.others:
            quotients = [fit.formula for fit in row.trial.others if fit.form == "quotient"]
            if quotients and count and decimals:
                in_quotients += 1
                if len(quotients) == 1:
                    of_quotients[quotients[0]] += 1
            padded += any(fit.form == "percent" for fit in row.trial.others)
        else:
            for fit in capped(row):
                if row.stated is not None or fit.polarity == "maximize":
                    at_cap[fit.cap or 0, row.block] += 1
                elif fit.cap != min(CAPS):
                    below[fit.cap or 0, row.block] += 1
    form: Form = "quotient" if in_quotients >= _ENOUGH and in_quotients > percents else "percent"
    caps, blocks, broken = _caps(at_cap, below, highest, negative=negative, lower=formulas[DOWN.formula.id] > 0)
    return Habits(
        formulas=tuple((formulas + of_quotients if form == "quotient" else formulas).most_common()),
        roundings=tuple(roundings.most_common()),
        form=form,
        padded=padded >= _ENOUGH,
        caps=caps,
        cut_blocks=blocks,
        broken_caps=broken,
        computed=computed,
    )


def within(table: Habits, office: Habits) -> Habits:
    """Kebiasaan instansi: what the rows of one office decide, and what the whole table decides where they do not."""
    if office.rows_of(UP.formula.id) + office.rows_of(DOWN.formula.id) or office.rows_of(INVERSE.formula.id) >= _ENOUGH:
        formulas, form = office.formulas, office.form
    else:
        formulas, form = table.formulas, table.form
    return evolve(
        table,
        formulas=formulas,
        form=form,
        roundings=office.roundings or table.roundings,
        padded=office.padded or table.padded,
        caps=tuple(sorted(dict((*office.caps, *table.caps)).items())),
        cut_blocks=tuple(sorted({*office.cut_blocks, *table.cut_blocks})),
    )


def capped(row: Tried) -> tuple[Fit, ...]:
    """Terpotong: the formulas whose value lies above a usual ceiling at which the row is printed.

    Those of the stated direction, or of both where none is stated: whether the table cuts there is another question.
    """
    if row.trial is None:
        return ()
    count, decimals = row.printed.digits, row.printed.decimals
    cap, rest = divmod(count, 10**decimals)
    if rest or cap not in (FLOOR, *CAPS):
        return ()
    wanted = ("minimize",) if row.stated == "minimize" else ("maximize", "minimize")
    if row.stated in {"maximize", "stabilize"}:
        wanted = ("maximize",)
    values = row.trial.numbers.values(row.trial.ways)
    return tuple(
        Fit(way.formula.id, way.polarity, MODES[-1], decimals, "percent", int(cap))
        for way, value in zip(row.trial.ways, values, strict=True)
        if value is not None and way.polarity in wanted and way is not INVERSE and _beyond(value, int(cap))
    )


def _beyond(value: Quotient, cap: int) -> bool:
    """Whether a value lies above a ceiling, or below the floor."""
    return value[0] < 0 if cap == FLOOR else value[0] > cap * value[1]


def _caps(
    at_cap: Counter[tuple[int, str]],
    below: Counter[tuple[int, str]],
    highest: dict[str, int],
    *,
    negative: bool,
    lower: bool,
) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, str], ...], tuple[int, ...]]:
    """The ceilings that rows bear out; rows that only 2T - R puts above one count less, unless the table uses it."""
    top = max(highest.values(), default=0)
    clear, less_clear = _by_cap(at_cap), _by_cap(below)
    total = clear + less_clear
    crossed = {cap: negative if cap == FLOOR else top > cap for cap in total}
    caps = {
        cap: rows
        for cap, rows in total.items()
        if rows >= _BEYOND_CHANCE or (not crossed[cap] and (rows if lower else clear[cap]) >= _ENOUGH)
    }
    blocks = tuple(
        (cap, block)
        for (cap, block), rows in sorted(at_cap.items())
        if cap != FLOOR and cap not in caps and block and rows >= _ENOUGH and highest.get(block, 0) <= cap
    )
    return tuple(sorted(caps.items())), blocks, tuple(sorted(cap for cap in clear if cap != FLOOR and top > cap))


def _by_cap(rows: Counter[tuple[int, str]]) -> Counter[int]:
    found: Counter[int] = Counter()
    for (cap, _), count in rows.items():
        found[cap] += count
    return found
