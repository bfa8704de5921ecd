"""Made-up reports as offices write them: how many right rows are accused, and how many errors are called right."""

from collections import Counter
from functools import cache
from random import Random

from sakip.review import ReviewLine, review
from tests.properties.reports import report

REPORTS = 600


@cache
def lines() -> tuple[tuple[str, ReviewLine], ...]:
    """Every line, with the truth about its row."""
    found: list[tuple[str, ReviewLine]] = []
    for seed in range(REPORTS):
        rows = report(Random(seed))  # noqa: S311 - repeatable
        done = review([row.cells for row in rows])
        found += [(row.truth, line) for row, line in zip(rows, done.lines, strict=True)]
    return tuple(found)


def of(truth: str) -> list[ReviewLine]:
    """The lines of rows of which this is true."""
    return [line for true, line in lines() if true == truth]


def test_right_rows_are_hardly_ever_called_wrong() -> None:
    """Of a thousand not four with certainty; where a custom is undecided the line says so."""
    right = of("right")
    assert len(right) > 3000
    assert 1000 * sum(line.is_wrong for line in right) < 4 * len(right)
    assert 1000 * sum(line.verdict == "not-reproduced" for line in right) < 35 * len(right)


def test_errors_are_hardly_ever_called_right() -> None:
    """Of a hundred not three, and where the print is what is wrong fewer."""
    planted = of("planted")
    assert len(planted) > 300
    assert 100 * sum(line.verdict == "reproduced" for line in planted) < 3 * len(planted)
    assert 100 * sum(line.undecided is not None for line in planted) < 5 * len(planted)


def test_heads_and_totals() -> None:
    """A head is none of the rows, and a mean of rows without an error is that of its rows."""
    assert {line.reason for line in of("head")} == {"heading"}
    totals = Counter(line.verdict for line in of("total"))
    assert set(totals) == {"reproduced"}
    assert totals["reproduced"] > 30
