"""A line for every row, in order, judged by the habits of all."""

from sakip.review import review
from tests.review.making import CLEAN, row


def test_a_line_for_every_row() -> None:
    """Whatever a row holds."""
    rows = [*CLEAN, {}, 5, row("0", "1", "2"), row("75", "60", "80")]
    report = review(rows)  # type: ignore[arg-type]
    assert [line.row for line in report.lines] == list(range(1, 8))
    assert [line.verdict for line in report.lines] == [
        *["reproduced"] * 3,
        *["not-computable"] * 3,
        "reproduced",
    ]


def test_the_least_sure_cell_says_how_sure_a_line_is() -> None:
    """Of three cells."""
    rows = [row("98,5", "98,5", "100"), row("1.234", "1.234", "100"), row("A (80,5)", "80,5", "100")]
    assert [line.sure for line in review(rows).lines] == ["certain", "column", "beside"]


def test_rows_that_are_alike_are_judged_alike() -> None:
    """Whether a row is judged by itself or as one of many."""
    rows = [row("300", "200", "66,67", polarity=polarity) for polarity in ("positif", "negatif", "stabil", "")] * 2
    found = [line.verdict for line in review(rows).lines]
    assert found[:4] == found[4:] == ["reproduced", "reproduced-against-polarity", "reproduced", "reproduced"]


def test_a_word_only_suggests() -> None:
    """The line says so, and its verdict is that of the numbers."""
    line = review([row("0,4", "0,421", "105,25", indicator="Indeks ketimpangan")]).lines[0]
    assert (line.verdict, line.stated, line.suggested, line.polarity) == ("reproduced", None, "minimize", "maximize")
