"""What other rows and other years say beside a row."""

from sakip.review import review
from tests.review.making import CLEAN, causes, row


def test_the_row_before_of_the_same_indicator_and_office() -> None:
    """Not of another office, and not of a nameless row."""
    first = row("70", "60", "85,71", indicator="A", office="X")
    same = row("80", "66", "85,71", indicator="A", office="X")
    other = row("80", "66", "85,71", indicator="A", office="Y")
    assert ("previous-value", "achievement") in causes(review([*CLEAN, first, same]).lines[-1])
    assert ("previous-value", "achievement") not in causes(review([*CLEAN, first, other]).lines[-1])
    nameless = [{**first, "indicator": ""}, {**same, "indicator": ""}]
    assert ("previous-value", "achievement") not in causes(review([*CLEAN, *nameless]).lines[-1])


def test_means_leave_the_row_itself_and_totals_out() -> None:
    """The mean of 80 and 60 in its objective is 70; the total of the table is none of its rows."""
    rows = [
        *CLEAN,
        row("75", "60", "80", objective="S1", indicator="A"),
        row("75", "45", "60", objective="S1", indicator="B"),
        row("75", "33", "70", objective="S1", indicator="C"),
        {"indicator": "Rata-rata capaian", "objective": "S1", "achievement": "99"},
    ]
    assert causes(review(rows).lines[5]) == [("mean-of-percentages", "achievement")]


def test_one_other_row_has_no_mean() -> None:
    """It would only be its own percentage."""
    rows = [row("75", "60", "80", objective="S1"), row("75", "33", "80", objective="S1")]
    assert "mean-of-percentages" not in [code for code, _ in causes(review(rows).lines[1])]
