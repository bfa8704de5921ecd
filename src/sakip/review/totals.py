"""Jumlah tercetak: rows that sum up others, compared with the rows that they sum up."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from attrs import evolve

from sakip.review.fitting import CAPS, MODES, Fit, Form, modes_of
from sakip.review.habits import FLOOR, Habits
from sakip.review.hypotheses import PresumedCause
from sakip.review.line import ReviewLine

__all__ = ["AGGREGATES", "WrongSum", "is_total", "sums_up", "with_totals", "wrong_sums"]

AGGREGATES = ("mean-of-rows", "weighted-mean-of-rows", "mean-of-means")
"""Ringkasan: the names of what a total can be of its rows."""

_NAME = re.compile(
    r"(?:rata ?-? ?rata|rerata|(?:sub ?-?|grand )?total|jumlah|average|mean|nilai akhir|nilai kinerja|"
    r"capaian (?:kinerja )?(?:sasaran|rata|total|keseluruhan|organisasi))\b.*",
    re.IGNORECASE,
)
# "Jumlah dokumen" is an indicator; a sum is called so and no more.
_SUM_NAME = re.compile(
    r"(?:sub ?-?|grand )?total|(?:sub ?-?)?jumlah(?: (?:total|keseluruhan|seluruhnya|anggaran|belanja))?|sum",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\b(?:seluruh\w*|keseluruhan|semua|grand|organisasi|overall|all)\b", re.IGNORECASE)
_EMPTY = frozenset({"blank", "mark"})
_SEVERAL = 2

SumCell = Literal["target", "realization"]
_SUMMED: tuple[SumCell, ...] = ("target", "realization")


def is_total(line: ReviewLine) -> bool:
    """Baris jumlah: whether a row prints a percentage that sums up others: it is named so and promises nothing itself.

    Examples:
        >>> from sakip.review import review
        >>> is_total(review([{"indicator": "Rata-rata capaian", "achievement": "98,5"}]).lines[0])
        True
    """
    return (
        line.target.kind in _EMPTY
        and line.realization.kind in _EMPTY
        and line.achievement.kind == "number"
        and line.achievement.sure != "open"
        and _NAME.fullmatch(line.indicator) is not None
    )


def sums_up(line: ReviewLine) -> bool:
    """Merangkum: whether a row is a total, or a sum of targets and realizations; neither counts in a mean of rows.

    Examples:
        >>> from sakip.review import review
        >>> row = {"target": "40", "realization": "30", "achievement": "75"}
        >>> lines = review([{"indicator": name, **row} for name in ("Jumlah", "Jumlah dokumen")]).lines
        >>> [sums_up(line) for line in lines]
        [True, False]
    """
    return is_total(line) or _SUM_NAME.fullmatch(line.indicator) is not None


class WrongSum(NamedTuple):
    """Jumlah keliru: a printed sum that is not that of the rows above it.

    Attributes:
        line: The row of the sum.
        cell: Which of its numbers.
        recomputed: The sum of the rows.
        rows: How many they are.
    """

    line: ReviewLine
    cell: SumCell
    recomputed: Fraction
    rows: int


def wrong_sums(lines: Sequence[ReviewLine]) -> Iterator[WrongSum]:
    """Jumlah keliru: the sums of targets and realizations that neither the rows since the last sum nor all rows give.

    Only rows of one unit are added up, and only where every one of them has a number.
    """
    if not any(_SUM_NAME.fullmatch(line.indicator) for line in lines):
        return
    since, every = _Amounts(), _Amounts()
    for line in lines:
        if not _SUM_NAME.fullmatch(line.indicator):
            if line.reason not in {"blank", "heading", "column-heads"} and not is_total(line):
                since.add(line)
                every.add(line)
            continue
        for at, cell in enumerate(_SUMMED):
            printed = getattr(line, cell).value
            scopes = [one for one in (since, every) if one.rows >= _SEVERAL and one.adds_up(line)]
            if printed is not None and scopes and all(one.totals[at] != printed for one in scopes):
                yield WrongSum(line, cell, scopes[0].totals[at], scopes[0].rows)
        since = _Amounts()


class _Amounts:
    """Targets and realizations added up, as long as they are of one kind."""

    def __init__(self) -> None:
        self.totals = [Fraction(0), Fraction(0)]
        self.rows = 0
        self._units: set[str] = set()
        self._complete = True

    def add(self, line: ReviewLine) -> None:
        target, realization = line.target.value, line.realization.value
        if target is None or realization is None:
            self._complete = False
            return
        self.totals[0] += target
        self.totals[1] += realization
        self.rows += 1
        self._units.add(line.unit.casefold())

    def adds_up(self, line: ReviewLine) -> bool:
        return self._complete and len(self._units | ({line.unit.casefold()} if line.unit else set())) == 1


def with_totals(lines: Sequence[ReviewLine], habits: Habits) -> tuple[ReviewLine, ...]:
    """Dengan jumlah: the lines, those that sum up others judged against them.

    A total is reproduced when the mean of the printed percentages gives it: of the rows since the total before it, or
    of the rows of its objective; the last one, and one that is named so, of all rows or of the totals before it.
    Rows are cut for it only at a ceiling of the table, or at one that several totals bear out.

    Args:
        lines: The lines.
        habits: Those of the table.
    """
    if not any(map(is_total, lines)):
        return tuple(lines)
    form = habits.form
    scopes = _scopes(lines, form)
    proven = {cap for cap, _ in habits.caps if cap != FLOOR}
    explained: dict[int, list[int]] = {}
    for at, scope in scopes.items():
        if _fit(lines[at], scope, (None, *proven), form) is None:
            explained[at] = [cap for cap in CAPS if _fit(lines[at], scope, (cap,), form) is not None]
    borne_out = Counter(cap for caps in explained.values() for cap in caps)
    proven |= {cap for cap, totals in borne_out.items() if totals >= _SEVERAL}
    kept = list(lines)
    for at, scope in scopes.items():
        kept[at] = _judged(lines[at], scope, tuple(sorted(proven)), explained.get(at, []), form)
    return tuple(kept)


class _Sums:
    """Percentages added up under each ceiling, as they are added: plain and by weight."""

    def __init__(self) -> None:
        self._plain: dict[int | None, Fraction] = dict.fromkeys((None, *CAPS), Fraction(0))
        self._weighted = dict(self._plain)
        self._weight = Fraction(0)
        self._all_weighted = True
        self.rows = 0
        self.formula = AGGREGATES[0]

    def add(self, line: ReviewLine, value: Fraction) -> None:
        self.rows += 1
        weight = line.weight
        self._all_weighted = self._all_weighted and weight is not None
        self._weight += weight or 0
        for cap in self._plain:
            cut = value if cap is None else min(value, Fraction(cap))
            self._plain[cap] += cut
            self._weighted[cap] += cut * (weight or 0)

    def means(self, cap: int | None) -> Iterator[tuple[str, Fraction]]:
        """The mean, and the weighted one where each row has a weight."""
        yield self.formula, self._plain[cap] / self.rows
        if self._all_weighted and self._weight > 0:
            yield AGGREGATES[1], self._weighted[cap] / self._weight

    def frozen(self) -> "_Sums":
        found = _Sums()
        found._plain, found._weighted = dict(self._plain), dict(self._weighted)
        found._weight, found._all_weighted = self._weight, self._all_weighted
        found.rows, found.formula = self.rows, self.formula
        return found


def _scopes(lines: Sequence[ReviewLine], form: Form) -> dict[int, list[_Sums]]:
    """For each total the rows that it may sum up, the likeliest first."""
    every, own = _Sums(), dict[str, _Sums]()
    for line in lines:
        if line.printed is not None and not sums_up(line):
            every.add(line, line.printed)
            if line.objective:
                own.setdefault(line.objective, _Sums()).add(line, line.printed)
    since, means, exact_means = _Sums(), _Sums(), _Sums()
    means.formula = exact_means.formula = AGGREGATES[2]
    last = max(at for at, line in enumerate(lines) if is_total(line))
    found: dict[int, list[_Sums]] = {}
    for at, line in enumerate(lines):
        if not is_total(line):
            if line.printed is not None and not sums_up(line):
                since.add(line, line.printed)
            continue
        total = [every, exact_means.frozen(), means.frozen()]
        if _OF_ALL.search(line.indicator):
            scopes = total
        else:
            scopes = [since, *([own[line.objective]] if line.objective in own else [])]
            scopes += [every] if at == last and since.rows else [] if since.rows else total
        # A mean of one mean is that mean.
        found[at] = [one for one in scopes if one.rows >= (_SEVERAL if one.formula == AGGREGATES[2] else 1)]
        if since.rows and line.printed is not None:
            means.add(line, line.printed * _in(form))
            exact_means.add(line, next(iter(since.means(None)))[1])
        since = _Sums()
    return {at: scopes for at, scopes in found.items() if scopes}


def _in(form: Form) -> int:
    """How many percent one unit of a print is."""
    return 100 if form == "quotient" else 1


def _fit(line: ReviewLine, scopes: list[_Sums], caps: Iterable[int | None], form: Form) -> Fit | None:
    """The first mean that rounds to the print of a total."""
    digits, decimals = line.achievement.digits, line.achievement.decimals
    for cap in caps:
        for scope in scopes:
            for formula, value in scope.means(cap):
                modes = modes_of((value.numerator, value.denominator * _in(form)), digits, decimals)
                if modes:
                    return Fit(formula, None, MODES[modes], decimals, form, cap)
    return None


def _judged(
    line: ReviewLine, scopes: list[_Sums], caps: tuple[int, ...], explained: list[int], form: Form
) -> ReviewLine:
    fit = _fit(line, scopes, (None, *caps), form)
    if fit is not None:
        return evolve(line, verdict="reproduced", reason=None, fits=(fit,))
    expected, value = list(scopes[0].means(None))[-1]
    causes = tuple(PresumedCause("cap", "achievement", Fraction(cap)) for cap in explained)
    due = value / _in(form)
    return evolve(line, verdict="not-reproduced", reason=None, expected=expected, recomputed=due, departures=causes)
