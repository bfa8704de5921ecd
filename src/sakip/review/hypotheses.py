"""Dugaan sebab: what would explain a print that no formula gives, each kept only if the numbers show it.

Most give the print exactly; that a value repeats another cell or year is seen without it.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Literal, NamedTuple, get_args

from attrs import frozen

from sakip.base.rebuild import reduce_by_fields
from sakip.base.slips import Slip, factors, separators, transpositions
from sakip.base.text import Argument, Lang, Text
from sakip.model.cell import Printed
from sakip.review.fitting import INVERSE, Fit, Form, Way, modes_of, quotients
from sakip.review.seen import SeenCell, number_of
from sakip.review.trial import Numbers
from sakip.scoring.outcome import Quotient

__all__ = ["CAUSES", "Case", "CellName", "Earlier", "PresumedCause", "hypotheses"]

CellName = Literal["target", "realization", "achievement"]

CAUSES: tuple[tuple[str, Text], ...] = (
    ("column-repeated", Text("kolom capaian mengulang {cell}", "the percentage repeats the {cell}")),
    (
        "realization-repeats-target",
        Text(
            "realisasi mengulang target; capaian tercetak memerlukan realisasi lain",
            "the realization repeats the target; the printed percentage needs another realization",
        ),
    ),
    (
        "previous-value",
        Text(
            "{cell} masih nilai tahun atau periode sebelumnya", "the {cell} is still that of the year or period before"
        ),
    ),
    ("swapped", Text("target dan realisasi tertukar", "target and realization changed places")),
    (
        "inverted-direction",
        Text("rumus arah sebaliknya dipakai", "the formula of the opposite direction was used"),
    ),
    (
        "quotient",
        Text("hasil bagi dicetak tanpa dikalikan 100", "the quotient is printed without being multiplied by 100"),
    ),
    ("cap", Text("capaian dipotong pada {meant}", "the percentage was cut at {meant}")),
    ("truncation", Text("desimalnya dipotong, tidak dibulatkan", "decimals were cut off instead of rounded")),
    (
        "unit-in-cell",
        Text(
            "sel {cell} memuat kata di samping angkanya; terbaca sebagai {meant}",
            "words stand beside the number in the {cell} cell; it was taken as {meant}",
        ),
    ),
    (
        "separator",
        Text(
            "tanda ribuan atau desimal pada {cell} keliru; maksudnya {meant}",
            "the mark of thousands or decimals in the {cell} is wrong; {meant} is meant",
        ),
    ),
    (
        "factor",
        Text(
            "{cell} salah kelipatan sepuluh; maksudnya {meant}", "the {cell} is off by a power of ten; {meant} is meant"
        ),
    ),
    (
        "transposed",
        Text(
            "dua angka pada {cell} tertukar; maksudnya {meant}",
            "two digits of the {cell} changed places; {meant} is meant",
        ),
    ),
    (
        "mean-of-percentages",
        Text(
            "rata-rata capaian lain, bukan hasil baris ini", "the mean of other percentages, not the result of this row"
        ),
    ),
    ("inverse-ratio", Text("target dibagi realisasi", "target over realization")),
    ("rounded-up", Text("dibulatkan ke atas", "rounded up")),
    (
        "rounded-whole",
        Text(
            "dibulatkan menjadi bilangan bulat, lalu ditulis dengan nol di belakang tandanya",
            "rounded to a whole number, then written with zeros behind its mark",
        ),
    ),
)
"""Sebab: the code of every cause that is tried, the simplest first, with its words."""

_WORDS: dict[str, Text] = dict(CAUSES)
_COMPUTED_BEFORE = Text(
    "dihitung dengan {cell} {meant} dari tahun atau periode sebelumnya",
    "computed with the {cell} {meant} of the year or period before",
)
_IN_PRINT = frozenset(
    {"column-repeated", "quotient", "inverted-direction", "inverse-ratio", "rounded-up", "rounded-whole"}
)
_RANK: dict[str, int] = {code: rank for rank, (code, _) in enumerate(CAUSES)}
_CELLS: dict[str, Text] = {
    "target": Text("target", "target"),
    "realization": Text("realisasi", "realization"),
    "achievement": Text("capaian", "percentage"),
}
_NAMES: tuple[CellName, ...] = get_args(CellName)


@frozen
class PresumedCause:
    """Dugaan: one cause that would explain the print; presumed, never certain.

    It gives the print exactly, save where a cell repeats another one or another year: what was meant instead is not in
    the table.

    Attributes:
        code: Which cause, one of those that the reference lists.
        cell: The cell that it speaks of, or None for the row as a whole.
        meant: What that cell would have to say, or the ceiling of a cut, as an exact number.
        formula: The formula that then gives the print, if one is needed.

    Examples:
        >>> PresumedCause("factor", "target", Fraction(5)).text("id")
        'target salah kelipatan sepuluh; maksudnya 5'
    """

    code: str
    cell: CellName | None = None
    meant: Fraction | None = None
    formula: str | None = None

    __reduce__ = reduce_by_fields

    @property
    def in_print(self) -> bool:
        """Pada capaian: whether the printed percentage is what went wrong, and not the target or the realization.

        Examples:
            >>> PresumedCause("factor", "target", Fraction(5)).in_print, PresumedCause("quotient").in_print
            (False, True)
        """
        if self.code == "previous-value" and self.formula is not None:
            return True  # the cell is new, and the print was computed with the old value
        return self.code in _IN_PRINT or self.cell == "achievement"

    def text(self, lang: Lang = "id") -> str:
        """Teks dugaan: the presumed cause in one clause."""
        arguments: dict[str, Argument] = {}
        if self.cell is not None:
            arguments["cell"] = _CELLS[self.cell]
        if self.meant is not None:
            arguments["meant"] = self.meant
        words = _WORDS[self.code]
        if self.code == "previous-value" and self.formula is not None:
            words = _COMPUTED_BEFORE
        return words.render(lang, arguments)


class Earlier(NamedTuple):
    """Nilai sebelumnya: what an earlier year or period printed for the same indicator."""

    target: Fraction | None
    realization: Fraction | None
    achievement: Fraction | None


class Case(NamedTuple):
    """Perkara: a row whose print is to be explained, with what the table and other years hold beside it.

    Attributes:
        cells: Target, realization and achievement as they stand.
        numbers: Their numbers, in the reading that was chosen.
        ways: The formulas that may be meant, the likeliest first.
        form: Whether the table prints percentages or quotients.
        capped: The formulas whose value lies above a usual ceiling at which the row is printed.
        earlier: What earlier years or periods print for the indicator.
        means: Means of other printed percentages that a total may have taken.
        ceiling: The ceiling at which the table would have cut the value of the row; None where it would not.
        undecided: What would make the print right, and the table neither bears out nor contradicts.
    """

    cells: tuple[SeenCell, SeenCell, SeenCell]
    numbers: Numbers
    ways: tuple[Way, ...]
    form: Form
    capped: tuple[Fit, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    means: tuple[Fraction, ...] = ()
    ceiling: int | None = None
    undecided: PresumedCause | None = None

    def gives(self, value: Quotient | None) -> bool:
        """Whether a value rounds to the print."""
        if value is None:
            return False
        above, below = value
        count, decimals = self.numbers.printed
        return modes_of((above, below * 100 if self.form == "quotient" else below), count, decimals) > 0

    def gives_with(self, target: Printed, realization: Printed) -> str | None:
        """The formula that gives the print for another target or realization."""
        values = zip(self.ways, quotients(self.ways, target, realization, self.numbers.high), strict=True)
        return next((way.formula.id for way, value in values if self.gives(value)), None)


def hypotheses(case: Case) -> tuple[PresumedCause, ...]:
    """Dugaan sebab: every cause that explains the print, the simplest first; several are ambiguous.

    Examples:
        >>> from sakip.review.fitting import UP
        >>> numbers = Numbers(Printed(75, 0), Printed(928, 1), Printed(928, 1))
        >>> cells = tuple(SeenCell("", "number", *number) for number in numbers[:3])
        >>> [one.code for one in hypotheses(Case(cells, numbers, (UP,), "percent"))]
        ['column-repeated']
    """
    found = dict.fromkeys(one for tried in _TRIED for one in tried(case))
    return tuple(sorted(found, key=lambda one: _RANK[one.code]))


def _repeated(case: Case) -> Iterator[PresumedCause]:
    target, realization, printed = map(number_of, (case.numbers.target, case.numbers.realization, case.numbers.printed))
    if printed == realization:
        yield PresumedCause("column-repeated", "realization")
    elif printed == target:
        yield PresumedCause("column-repeated", "target")
    if realization == target and case.numbers.high is None:
        yield PresumedCause("realization-repeats-target")


def _previous(case: Case) -> Iterator[PresumedCause]:
    target, realization, printed = (case.numbers.target, case.numbers.realization, case.numbers.printed)
    for one in case.earlier:
        if one.achievement is not None and one.achievement == number_of(printed):
            yield PresumedCause("previous-value", "achievement", one.achievement)
        if one.realization is not None and one.realization == number_of(realization):
            yield PresumedCause("previous-value", "realization", one.realization)
        for cell, value in (("realization", one.realization), ("target", one.target)):
            other = None if value is None else _printed(value)
            if other is None or case.numbers.high is not None:
                continue
            formula = case.gives_with(target, other) if cell == "realization" else case.gives_with(other, realization)
            if formula is not None:
                name: CellName = "realization" if cell == "realization" else "target"
                yield PresumedCause("previous-value", name, value, formula)


def _swapped(case: Case) -> Iterator[PresumedCause]:
    if case.numbers.high is None:
        formula = case.gives_with(case.numbers.realization, case.numbers.target)
        if formula is not None:
            yield PresumedCause("swapped", formula=formula)


def _quotient(case: Case) -> Iterator[PresumedCause]:
    if case.form == "percent" and case.numbers.printed.digits:
        for way, value in zip(case.ways, _values(case), strict=True):
            if value is not None and case.gives((value[0], value[1] * 100)):
                yield PresumedCause("quotient", formula=way.formula.id)
                return


def _cap(case: Case) -> Iterator[PresumedCause]:
    for fit in case.capped:
        yield PresumedCause("cap", "achievement", Fraction(fit.cap or 0), fit.formula)


def _in_cell(case: Case) -> Iterator[PresumedCause]:
    for at, name in enumerate(_NAMES[:2]):
        bare = case.cells[at].bare
        if bare is not None:
            formula = case.gives_with(*_with(case, at, bare))
            if formula is not None:
                yield PresumedCause("unit-in-cell", name, number_of(bare), formula)


def _slips(case: Case) -> Iterator[PresumedCause]:
    for at, name in enumerate(_NAMES):
        number = (case.numbers.target, case.numbers.realization, case.numbers.printed)[at]
        stated = number_of(number)
        tried: list[Slip] = [
            *separators(_digits(case.cells[at].text), stated),
            *factors(stated),
            *transpositions(stated, number.decimals),
        ]
        for slip in tried:
            formula = _with_slip(case, at, slip)
            if formula is not None:
                yield PresumedCause(slip.kind, name, slip.meant, formula)


def _with_slip(case: Case, at: int, slip: Slip) -> str | None:
    """The formula that gives the print when one cell means what a slip would make of it."""
    if at < 2:
        meant = _printed(slip.meant)
        return None if meant is None or case.numbers.high is not None else case.gives_with(*_with(case, at, meant))
    meant = _printed(slip.meant)
    if meant is None:
        return None
    # What was meant is written as finely as the print, or as finely as its own digits need.
    finer = case.numbers.printed.decimals - meant.decimals
    if finer > 0:
        meant = Printed(meant.digits * int(10**finer), meant.decimals + finer)
    for way, value in zip(case.ways, _values(case), strict=True):
        if value is None:
            continue
        above, below = value
        if modes_of((above, below * 100 if case.form == "quotient" else below), *meant):
            return way.formula.id
        # A value that was off before it was rounded is rounded where the print is.
        factor = slip.factor
        if factor is not None and factor > 0 and case.gives((above * factor.denominator, below * factor.numerator)):
            return way.formula.id
    return None


def _mean(case: Case) -> Iterator[PresumedCause]:
    count, decimals = case.numbers.printed
    for mean in case.means:
        if modes_of((mean.numerator, mean.denominator), count, decimals):
            yield PresumedCause("mean-of-percentages", "achievement", mean)
            return


def _inverse(case: Case) -> Iterator[PresumedCause]:
    if INVERSE not in case.ways and case.numbers.high is None:
        (value,) = quotients((INVERSE,), case.numbers.target, case.numbers.realization)
        if case.gives(value):
            yield PresumedCause("inverse-ratio", formula=INVERSE.formula.id)


def _upwards(case: Case) -> Iterator[PresumedCause]:
    count, decimals = case.numbers.printed
    for way, value in zip(case.ways, _values(case), strict=True):
        if value is not None:
            above, below = value if case.form == "percent" else (value[0], value[1] * 100)
            if -(-above * 10**decimals // below) == count:
                yield PresumedCause("rounded-up", "achievement", formula=way.formula.id)
                return


def _whole(case: Case) -> Iterator[PresumedCause]:
    count, decimals = case.numbers.printed
    whole, rest = divmod(count, 10**decimals)
    if case.form != "percent" or not decimals or rest:
        return
    for way, value in zip(case.ways, _values(case), strict=True):
        if value is not None and modes_of(value, int(whole), 0):
            yield PresumedCause("rounded-whole", "achievement", formula=way.formula.id)
            return


_TRIED: tuple[Callable[[Case], Iterator[PresumedCause]], ...] = (
    _repeated,
    _previous,
    _swapped,
    _quotient,
    _cap,
    _in_cell,
    _slips,
    _mean,
    _inverse,
    _upwards,
    _whole,
)


def _values(case: Case) -> list[Quotient | None]:
    return case.numbers.values(case.ways)


def _with(case: Case, at: int, number: Printed) -> tuple[Printed, Printed]:
    return (number, case.numbers.realization) if at == 0 else (case.numbers.target, number)


def _printed(number: Fraction) -> Printed | None:
    """A number as a count with decimals; None where it has no end or is too long for a cell."""
    for decimals in range(24):
        if 10**decimals % number.denominator == 0:
            return Printed(number.numerator * (10**decimals // number.denominator), decimals)
    return None


def _digits(text: str) -> str:
    """The first number of a cell, its dots and commas kept."""
    kept = ""
    for letter in text:
        if letter.isascii() and (letter.isdecimal() or (kept and letter in ".,")):
            kept += letter
        elif letter in "-\u2212" and not kept:
            kept = "-"
        elif kept and kept != "-":
            break
        else:
            kept = ""
    return kept.rstrip(".,-")
