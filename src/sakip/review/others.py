"""Baris lain: what other rows and other years say beside a row, gathered when a row asks."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cached_property

from sakip.model.rows.sifting import like_summary
from sakip.review.hypotheses import Earlier
from sakip.review.judging import Beside
from sakip.review.page import Page, Words, numbers_columns
from sakip.review.seen import SeenCell

__all__ = ["Others"]

_PLACES = 18

_Sums = dict[str, tuple[int, int]]


class Others:
    """Baris lain: the rows of one table, as a row that is not reproduced sees them.

    Args:
        page: Its cells and words.
        earlier: What an earlier table prints for the indicator of a row.
    """

    def __init__(self, page: Page, earlier: Callable[[Words], tuple[Earlier, ...]] | None) -> None:
        self._page = page
        self._texts = page.texts
        self._printed = page.columns[2].cells
        self._earlier = earlier

    def beside(self, at: int) -> Beside:
        """Di samping: the earlier values of the indicator of a row, and the means that its print may repeat."""
        return Beside(tuple(self._earlier_values(at)), tuple(self._means(at)), self._finer)

    @cached_property
    def _finer(self) -> bool:
        """Whether realizations of the table show decimals."""
        return any(cell.kind == "number" and cell.decimals > 0 for cell in self._page.columns[1].cells)

    def _earlier_values(self, at: int) -> Iterator[Earlier]:
        if self._earlier is not None:
            yield from self._earlier(self._page.words(at))
        before = self._before[at]
        if before is not None:
            yield Earlier(*(cell.value for cell in self._page.three(before)))

    @cached_property
    def _before(self) -> list[int | None]:
        """The row of the same indicator and office before each row."""
        last: dict[tuple[str, str], int] = {}
        found: list[int | None] = []
        for at, key in enumerate(zip(self._texts["indicator"], self._texts["office"], strict=True)):
            found.append(last.get(key) if key[0] else None)
            last[key] = at
        return found

    def _means(self, at: int) -> Iterator[Fraction]:
        """Means of the other percentages of the objective, of the indicator, and of the table."""
        own = _scaled(self._printed[at])
        names = self._texts["objective"][at], self._texts["indicator"][at], ""
        for name, sums in zip(names, self._sums, strict=True):
            total, count = sums.get(name, (0, 0))
            if own is not None:
                total, count = total - own, count - 1
            if count > 1:
                yield Fraction(total, count * 10**_PLACES)

    @cached_property
    def _sums(self) -> tuple[_Sums, _Sums, _Sums]:
        """Sum and number of the printed percentages by objective, by indicator, and of the table."""
        by_objective: _Sums = {}
        by_indicator: _Sums = {}
        total = number = 0
        # Where no two rows share a name there is nothing to take a mean of.
        objectives, indicators = (
            column if len(set(column)) < len(column) else [""] * len(column)
            for column in (self._texts["objective"], self._texts["indicator"])
        )
        columns = objectives, indicators, self._texts["indicator"], self._printed
        for at, (objective, indicator, name, cell) in enumerate(zip(*columns, strict=True)):
            value = _scaled(cell)
            if value is None or like_summary(name) or numbers_columns(self._page, at):
                continue
            total, number = total + value, number + 1
            for sums, key in ((by_objective, objective), (by_indicator, indicator)):
                if key:
                    known, count = sums.get(key, (0, 0))
                    sums[key] = known + value, count + 1
        return by_objective, by_indicator, {"": (total, number)}


def _scaled(cell: SeenCell) -> int | None:
    """A percentage as a count of equal parts, so that many are summed as whole numbers."""
    if cell.kind != "number" or cell.sure == "open":
        return None
    return cell.digits * int(10 ** (_PLACES - cell.decimals))
