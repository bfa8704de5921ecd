"""Membuat baris telaah: from the cells of a table to a verdict on every row."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from sakip.model.indicator import Polarity
from sakip.review.direction import suggested
from sakip.review.fitting import VALUES, Counted, Fit, fits, modes_by_way, quotients
from sakip.review.habits import Habits, Tried, habits_of, within
from sakip.review.hypotheses import Earlier
from sakip.review.judging import Judgement, judged, quickly_judged
from sakip.review.line import ReviewLine
from sakip.review.measures import unlike_measures
from sakip.review.others import Others
from sakip.review.page import Page, Three, Words, numbers_columns, reason_of
from sakip.review.trial import Numbers, tried

__all__ = ["Lines", "lines_of"]

_SEVERAL = 2
_SURE = ("certain", "column", "table", "beside", "open")


class Lines(NamedTuple):
    """Baris-baris: a line for every row, and what the table makes a habit of."""

    lines: tuple[ReviewLine, ...]
    habits: Habits


def lines_of(page: Page, earlier: Callable[[Words], tuple[Earlier, ...]] | None = None) -> Lines:
    """Baris dari halaman: a line for every row, in order.

    The rows are tried one by one, then the habits of the table are taken from all of them, and only then is anything
    said of a row.

    Args:
        page: The table with its cells read.
        earlier: What an earlier table prints for the indicator of a row.
    """
    rows: list[Tried | _Alike | str] = []
    texts = page.texts
    indicators, units, objectives = texts["indicator"], texts["unit"], texts["objective"]
    periods, offices, codes, predicates = (texts[name] for name in ("period", "office", "code", "predicate"))
    habits, by_office = _habits(page, rows)
    others = Others(page, earlier)
    quick: dict[tuple[int, str], Judgement | None] = {}
    lines: list[ReviewLine] = []
    for at, row in enumerate(rows):
        if isinstance(row, str):
            lines.append(_bare(page, at, row))
            continue
        three = page.three(at)
        known_habits = by_office.get(offices[at], habits)
        found: Judgement | None = None
        numbers: Numbers | None = None
        if isinstance(row, _Alike):
            key = id(row), offices[at] if by_office else ""
            if key not in quick:
                quick[key] = quickly_judged(row.fits, row.stated, known_habits)
            found = quick[key]
        if found is None:
            known = row if isinstance(row, Tried) else row.tried(three[2], objectives[at])
            found = judged(known, three, units[at], known_habits, partial(others.beside, at))
            if known.trial is not None and known.trial.readings > 1:
                numbers = known.trial.numbers
        expected, recomputed = found.recomputed or (None, None)
        lines.append(
            ReviewLine(
                at + 1,
                indicators[at],
                *three,
                found.verdict,
                None,
                found.fits,
                found.implied,
                row.stated,
                row.suggested,
                found.departures,
                expected,
                recomputed,
                found.bounds,
                _sure(three),
                units[at],
                objectives[at],
                periods[at],
                offices[at],
                codes[at],
                predicates[at],
                page.weights[at],
                numbers,
                found.case,
            )
        )
    return Lines(tuple(lines), habits)


def _habits(page: Page, rows: "list[Tried | _Alike | str]") -> tuple[Habits, dict[str, Habits]]:
    """The habits of a table, and of each of its offices where it has several: one rounds, another cuts."""
    offices = page.texts["office"]
    tried_rows = _tried(page, rows)
    if len(set(offices)) < _SEVERAL:
        return habits_of(tried_rows), {}
    every = list(tried_rows)
    habits = habits_of(every)
    own: dict[str, list[Tried]] = {}
    computed = (at for at, row in enumerate(rows) if not isinstance(row, str))
    for at, row in zip(computed, every, strict=True):
        own.setdefault(offices[at], []).append(row)
    return habits, {office: within(habits, habits_of(of_office)) for office, of_office in own.items()}


class _Alike(NamedTuple):
    """What rows of three plain numbers are alike in: the formulas that give their print, and their directions."""

    fits: tuple[Fit, ...]
    stated: Polarity | None
    suggested: Polarity | None

    def tried(self, printed: Counted, block: str) -> Tried:
        """One of these rows, as any other."""
        return Tried(self.fits, printed, block, self.stated, self.suggested, None)


def _tried(page: Page, rows: list[Tried | _Alike | str]) -> Iterator[Tried]:
    """Each row with the formulas that give its print, passed on at once; what is kept of it, or why there is nothing.

    Plain rows that are alike are kept as one object: a large table has hundreds of thousands of them.
    """
    known: dict[tuple[int, int, Polarity | None, Polarity | None], _Alike] = {}
    columns = (column.cells for column in page.columns)
    said = page.texts["indicator"], page.texts["objective"], page.polarities
    for at, (target, realization, achievement, indicator, block, polarity) in enumerate(
        zip(*columns, *said, strict=True)
    ):
        plain = target.kind == realization.kind == achievement.kind == "number"
        computable = plain and target.digits and not numbers_columns(page, at)
        if computable and target.unit != realization.unit:
            computable = not unlike_measures(target.unit, realization.unit)
        reason = None if computable else reason_of(page, at)
        if reason is not None:
            rows.append(reason)
            continue
        hint = suggested(indicator, target.text) if polarity is None else None
        if plain and target.details is realization.details is achievement.details is None:
            modes = modes_by_way(quotients(VALUES, target, realization), achievement)
            if modes:
                key = modes, achievement.decimals, polarity, hint
                alike = known.get(key)
                if alike is None:
                    alike = known[key] = _Alike(fits(VALUES, modes, achievement.decimals), polarity, hint)
                rows.append(alike)
                yield alike.tried(achievement, block)
                continue
        trial = tried(target, realization, achievement)
        row = Tried(trial.fits, trial.numbers.printed, block, polarity, hint, trial)
        rows.append(row)
        yield row


def _bare(page: Page, at: int, reason: str) -> ReviewLine:
    """The line of a row that cannot be recomputed."""
    words, three = page.words(at), page.three(at)
    return ReviewLine(
        at + 1,
        words.indicator,
        *three,
        "not-computable",
        reason,
        stated=page.polarities[at],
        sure=_sure(three),
        unit=words.unit,
        objective=words.objective,
        period=words.period,
        office=words.office,
        code=words.code,
        predicate=words.predicate,
        weight=page.weights[at],
    )


def _sure(three: Three) -> str:
    """How sure the least sure of the three cells is read."""
    first, second, third = three
    if first.sure == second.sure == third.sure:
        return first.sure
    return max((cell.sure for cell in three), key=_SURE.index)
