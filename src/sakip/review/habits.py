"""Kebiasaan tabel: how a table as a whole rounds, cuts, writes and computes, as far as its rows decide it."""

from collections import Counter
from collections.abc import Iterable
from operator import ne
from typing import NamedTuple

from attrs import evolve, frozen

from sakip.base.number import rounded
from sakip.base.rebuild import reduce_by_fields
from sakip.model.indicator import Polarity
from sakip.review.fitting import CAPS, DOWN, INVERSE, MODES, UP, Counted, Fit, Form
from sakip.review.trial import Trial
from sakip.scoring.outcome import Quotient

__all__ = ["FLOOR", "Habits", "Tried", "capped", "habits_of", "within"]

_ENOUGH = 2
_BEYOND_CHANCE = 3
_ONE_IS_ENOUGH = (110, 120, 150)

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
        crossed: Of the usual ceilings those that some row is printed above; 0 where some is printed below zero.
        places: The most decimals that a quotient of the table shows; 0 in a table of percentages.
        computed: How many rows hold three numbers that can be compared.
    """

    formulas: tuple[tuple[str, int], ...]
    roundings: tuple[tuple[str, int], ...]
    form: Form
    padded: bool
    caps: tuple[tuple[int, int], ...]
    cut_blocks: tuple[tuple[int, str], ...]
    broken_caps: tuple[int, ...]
    crossed: tuple[int, ...]
    places: int
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
    three rows at one ceiling are beyond chance in any case. At 110, 120 and 150 one row is enough where none is
    printed above it, none is cut elsewhere, and more than one digit parts the print from its value: hardly a slip ends
    at such a number. At 100 one row may as well be a slip.

    Quotients are the form of a table when two rows or more can be nothing else, and fewer rows are percentages.
    """
    formulas: Counter[str] = Counter()
    of_quotients: Counter[str] = Counter()
    roundings: Counter[str] = Counter()
    cut: dict[Form, _Cut] = {
        "percent": _Cut(Counter(), Counter(), Counter(), {}),
        "quotient": _Cut(Counter(), Counter(), Counter(), {}),
    }
    highest = cut["percent"].highest
    percents = in_quotients = padded = computed = places = 0
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
                places = max(places, decimals)
                if len(quotients) == 1:
                    of_quotients[quotients[0]] += 1
            cut["quotient"].reached(row.block, -(-100 * count // 10**decimals))
            padded += any(fit.form == "percent" for fit in row.trial.others)
        else:
            for fit in capped(row)[:1]:
                in_quotients += fit.form == "quotient"
                cut[fit.form].add(row, fit)
    form: Form = "quotient" if in_quotients >= _ENOUGH and in_quotients > percents else "percent"
    if form == "quotient":
        formulas += of_quotients
    caps = _caps(cut[form], negative=negative, lower=formulas[DOWN.formula.id] > 0)
    return Habits(
        formulas=tuple(formulas.most_common()),
        roundings=tuple(roundings.most_common()),
        form=form,
        padded=padded >= _ENOUGH,
        caps=caps.caps,
        cut_blocks=caps.blocks,
        broken_caps=caps.broken,
        crossed=caps.crossed,
        places=places if form == "quotient" else 0,
        computed=computed,
    )


class _Cut(NamedTuple):
    """Rows that are printed at a ceiling below their value, and how high the others are printed, by block.

    Attributes:
        clear: Rows whose own direction puts them above it, or realization over target.
        firm: Those of them that no slip of a single digit explains.
        unclear: Rows that only 2T - R puts above it, their direction not stated.
        highest: The highest print of each block.
    """

    clear: Counter[tuple[int, str]]
    firm: Counter[int]
    unclear: Counter[tuple[int, str]]
    highest: dict[str, int]

    def add(self, row: Tried, fit: Fit) -> None:
        if row.stated is not None or fit.polarity == "maximize":
            self.clear[fit.cap or 0, row.block] += 1
            self.firm[fit.cap or 0] += not _is_one_digit_off(row, fit)
        else:
            self.unclear[fit.cap or 0, row.block] += 1

    def reached(self, block: str, whole: int) -> None:
        self.highest[block] = max(whole, self.highest.get(block, 0))


def _no_cut() -> _Cut:
    return _Cut(Counter(), Counter(), Counter(), {})


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
        crossed=office.crossed,
        places=max(office.places, table.places) if form == "quotient" else 0,
    )


def capped(row: Tried) -> tuple[Fit, ...]:
    """Terpotong: the formulas whose value lies above a usual ceiling at which the row is printed.

    Those of the stated direction, or of both where none is stated: whether the table cuts there is another question.
    A print such as 1,20 is the ceiling 120 of a table of quotients.
    """
    if row.trial is None:
        return ()
    count, decimals = row.printed.digits, row.printed.decimals
    form: Form = "percent"
    cap, rest = divmod(count, 10**decimals)
    if rest or cap not in (FLOOR, *CAPS):
        form = "quotient"
        cap, rest = divmod(100 * count, 10**decimals)
        if rest or cap not in CAPS:
            return ()
    wanted = ("minimize",) if row.stated == "minimize" else ("maximize", "minimize")
    if row.stated in {"maximize", "stabilize"}:
        wanted = ("maximize",)
    values = row.trial.numbers.values(row.trial.ways)
    return tuple(
        Fit(way.formula.id, way.polarity, MODES[-1], decimals, form, int(cap))
        for way, value in zip(row.trial.ways, values, strict=True)
        if value is not None and way.polarity in wanted and _beyond(value, int(cap))
        # Target over realization is the formula of a row only where it is known to be lower-is-better.
        if way is not INVERSE or row.stated == "minimize"
    )


def _is_one_digit_off(row: Tried, fit: Fit) -> bool:
    """Whether one digit alone parts the print of a row from what a formula gives, as in 120 for 123."""
    if row.trial is None:
        return False
    values = zip(row.trial.ways, row.trial.numbers.values(row.trial.ways), strict=True)
    above, below = next(value for way, value in values if way.formula.id == fit.formula and value is not None)
    due = rounded(above, below * (100 if fit.form == "quotient" else 1), row.printed.decimals, "half_up")
    digits = str(due), str(row.printed.digits)
    return len(digits[0]) == len(digits[1]) and sum(map(ne, *digits)) == 1


def _beyond(value: Quotient, cap: int) -> bool:
    """Whether a value lies above a ceiling, or below the floor."""
    return value[0] < 0 if cap == FLOOR else value[0] > cap * value[1]


class _Caps(NamedTuple):
    """What `Habits` says of ceilings."""

    caps: tuple[tuple[int, int], ...]
    blocks: tuple[tuple[int, str], ...]
    broken: tuple[int, ...]
    crossed: tuple[int, ...]


def _caps(cut: _Cut, *, negative: bool, lower: bool) -> _Caps:
    """The ceilings that rows bear out; rows that only 2T - R puts above one count less, unless the table uses it.

    Of a row that states no direction any print of 100 lies below one formula or the other: at 100 such rows count only
    in a table that uses 2T - R, that prints nothing above, and that stops there three times.
    """
    top = max(cut.highest.values(), default=0)
    clear, unclear = _by_cap(cut.clear), _by_cap(cut.unclear)
    crossed = {cap for cap in CAPS if top > cap} | ({FLOOR} if negative else set[int]())
    lowest = min(CAPS)
    if not lower or lowest in crossed or clear[lowest] + unclear[lowest] < _BEYOND_CHANCE:
        del unclear[lowest]
    total = clear + unclear
    alone = sum(cap != FLOOR for cap in clear) == 1

    def is_rule(cap: int, rows: int) -> bool:
        if cap in crossed:
            return rows >= _BEYOND_CHANCE
        borne_out = rows if lower or rows >= _BEYOND_CHANCE else clear[cap]
        return borne_out >= _ENOUGH or (alone and cap in _ONE_IS_ENOUGH and cut.firm[cap] > 0)

    caps = {cap: rows for cap, rows in total.items() if is_rule(cap, rows)}
    blocks = tuple(
        (cap, block)
        for (cap, block), rows in sorted(cut.clear.items())
        if cap != FLOOR and cap not in caps and block and rows >= _ENOUGH and cut.highest.get(block, 0) <= cap
    )
    broken = tuple(sorted(cap for cap in clear if cap != FLOOR and cap in crossed))
    return _Caps(tuple(sorted(caps.items())), blocks, broken, tuple(sorted(crossed)))


def _by_cap(rows: Counter[tuple[int, str]]) -> Counter[int]:
    found: Counter[int] = Counter()
    for (cap, _), count in rows.items():
        found[cap] += count
    return found
