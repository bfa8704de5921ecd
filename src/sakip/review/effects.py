"""Akibat: what wrong percentages do to the means of their objective and of the table, and to its grade."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from sakip.review.line import ReviewLine
from sakip.review.totals import sums_up
from sakip.scoring.grading import GradeScale

__all__ = ["Effect", "Effects", "Means"]


class Means(NamedTuple):
    """Rata-rata: the mean of some percentages as printed, and with the wrong ones recomputed.

    Attributes:
        printed: As printed.
        corrected: With every wrong percentage replaced by what its formula gives.
        rows: How many percentages there are.
    """

    printed: Fraction
    corrected: Fraction
    rows: int

    @property
    def shift(self) -> Fraction:
        """Pergeseran: by how much the correction moves the mean."""
        return self.corrected - self.printed


class Effect(NamedTuple):
    """Akibat: what one wrong percentage does.

    Attributes:
        objective: The mean of its objective, with this row alone recomputed; None where the row names none.
        total: The mean of the table, with this row alone recomputed.
        grades: The grades of the two totals on a given scale; empty without one.
    """

    objective: Means | None
    total: Means
    grades: tuple[str, ...] = ()


class Effects:
    """Akibat-akibat: the means of a table and of its objectives, taken once, and what each wrong row does to them.

    A mean is weighted where every row has a weight, and plain otherwise; totals among the rows are left out.

    Args:
        lines: The lines of the table.
        scale: A scale of grades, if one is known.
    """

    def __init__(self, lines: Iterable[ReviewLine], scale: GradeScale | None) -> None:
        counted = [line for line in lines if line.printed is not None and not sums_up(line)]
        self._weighted = all(line.weight is not None and line.weight > 0 for line in counted)
        self._scale = scale
        groups: dict[str, list[ReviewLine]] = {}
        for line in counted:
            groups.setdefault(line.objective, []).append(line)
        self._groups = {name: self._summed(own) for name, own in groups.items() if name}
        self.total: Means | None = self._summed(counted)
        self._size = self._whole(counted)
        self._sizes = {name: self._whole(own) for name, own in groups.items()}

    def of(self, line: ReviewLine) -> Effect | None:
        """Akibat sebuah baris: None where its percentage is not what is to be corrected."""
        corrected = line.corrected
        if self.total is None or line.printed is None or corrected is None or sums_up(line):
            return None
        moved = self._weight(line) * (corrected - line.printed)
        printed = self.total.printed
        total = Means(printed, printed + moved / self._size, self.total.rows)
        objective = self._groups.get(line.objective)
        if objective is not None:
            size = self._sizes[line.objective]
            objective = Means(objective.printed, objective.printed + moved / size, objective.rows)
        return Effect(objective, total, self.grades(total))

    def grades(self, means: Means) -> tuple[str, ...]:
        """Predikat: of the printed and of the corrected mean; empty without a scale."""
        if self._scale is None:
            return ()
        return tuple(self._scale.grade(value) or "-" for value in (means.printed, means.corrected))

    def _weight(self, line: ReviewLine) -> Fraction:
        return line.weight if self._weighted and line.weight is not None else Fraction(1)

    def _whole(self, lines: Iterable[ReviewLine]) -> Fraction:
        return sum((self._weight(line) for line in lines), Fraction(0))

    def _summed(self, lines: list[ReviewLine]) -> Means | None:
        if not lines:
            return None
        before = after = Fraction(0)
        for line in lines:
            if line.printed is not None:
                weight = self._weight(line)
                before += weight * line.printed
                right = line.corrected
                after += weight * (line.printed if right is None else right)
        whole = self._whole(lines)
        return Means(before / whole, after / whole, len(lines))
