from itertools import pairwise
from typing import Any

from hypothesis import Phase, given, settings

from sakip import testing
from sakip.review import VERDICTS, PresumedCause, Review, ReviewLine, ReviewSummary, review


@given(testing.published_rows())
def test_narrow_tables_are_right(rows: list[dict[str, Any]]) -> None:
    """Every row is reproduced in the direction that it states."""
    report = review(rows)
    assert {line.verdict for line in report.lines} == {"reproduced"}
    assert all(line.stated in {line.polarity, None} or line.polarity is None for line in report.lines)
    assert not report.wrong


@given(testing.reviews(rich=True))
def test_rich_reviews_never_fail(report: Review) -> None:
    """Whatever stands in a cell is a finding, and the review follows from its rows."""
    assert len(report.lines) == len(report.table.rows)
    assert report.verify(report.digest)
    assert report.text("id")


def test_rich_reviews_reach_every_verdict() -> None:
    """All but one that needs more luck than a small table has."""
    seen: set[str] = set()

    @settings(max_examples=250, derandomize=True, database=None, phases=[Phase.generate])
    @given(testing.reviews(rich=True))
    def looks(report: Review) -> None:
        seen.update(line.verdict for line in report.lines)

    looks()
    assert seen.issuperset(set(VERDICTS) - {"rounding"})


@given(testing.review_lines())
def test_lines(line: ReviewLine) -> None:
    """Those of narrow tables hold three numbers."""
    assert all(cell.kind == "number" for cell in line.cells())


@given(testing.review_summaries())
def test_summaries(summary: ReviewSummary) -> None:
    """Their reviews are in order, the largest effect first."""
    shifts = [abs(row["shift"]) for row in summary.rows()]
    assert all(first >= second for first, second in pairwise(shifts))


@given(testing.presumed_causes())
def test_causes(cause: PresumedCause) -> None:
    """Each is worded in both languages."""
    assert cause.text("id")
    assert cause.text("en")
