"""One row tried with every formula, in every reading."""

from sakip.review import CellDetails, review
from sakip.review.trial import Printed, SeenCell, readings_of_row, tried
from tests.review.making import row


def number(digits: int, decimals: int = 0) -> SeenCell:
    """A cell of one plain number."""
    return SeenCell("", "number", digits, decimals)


def unclear(digits: int) -> SeenCell:
    """A cell such as 1.234, which may be a thousand times as large."""
    ways = (Printed(digits, 0), Printed(digits, 3))
    return SeenCell("", "number", digits, 0, None, "open", CellDetails(ways))


def test_a_plain_row_has_one_reading() -> None:
    """Its three numbers."""
    trial = tried(number(75), number(60), number(80))
    assert [fit.formula for fit in trial.fits] == ["higher-is-better"]
    assert (trial.readings, trial.others, trial.numbers.high) == (1, (), None)


def test_cells_are_read_alike_first() -> None:
    """110.000 and 243.000 are both counts or both decimals before they are one of each."""
    readings = readings_of_row(unclear(110_000), unclear(243_000), number(220))
    assert [one.target.decimals == one.realization.decimals for one in readings] == [True, True, False, False]
    assert readings[0].target == Printed(110_000, 0)


def test_the_reading_that_gives_the_print_is_chosen() -> None:
    """2,165 against 2,20: only as a decimal is it 98,38 by the lower-is-better formula."""
    trial = tried(unclear(2165), number(220, 2), number(9838, 2))
    assert trial.numbers.target == Printed(2165, 3)
    assert [fit.formula for fit in trial.fits] == ["lower-is-better"]
    assert trial.readings == 2


def test_without_a_formula_the_likeliest_reading_stands() -> None:
    """Thousands, as the cell is commonly read."""
    assert tried(unclear(2165), number(220, 2), number(5)).numbers.target == Printed(2165, 0)


def test_other_forms_are_tried_last() -> None:
    """A quotient, and a whole percentage with zeros behind its mark."""
    quotient = tried(number(100), number(108), number(108, 2))
    assert [fit.form for fit in quotient.others] == ["quotient"]
    padded = tried(number(7950, 2), number(7850, 2), number(9800, 2))
    assert [(fit.form, fit.decimals, fit.roundings) for fit in padded.others] == [("percent", 0, ("truncate",))]


def test_readings_have_a_bound() -> None:
    """However many readings the cells have together."""
    many = SeenCell("", "number", 1, 0, None, "open", CellDetails(tuple(Printed(1, place) for place in range(9))))
    assert len(readings_of_row(many, many, many)) == 64


def test_the_other_reading_where_only_the_table_excludes_it() -> None:
    """3.125 in a column that does not say how it writes, beside one that writes 96,00."""
    rows = [row("1.250", "1.300", "104,00"), row("3.125", "3", "96,00")]
    report = review(rows)
    assert [(line.verdict, line.sure) for line in report.lines] == [("reproduced", "table")] * 2
    assert report.lines[1].numbers is not None
    assert report.lines[1].numbers.target == Printed(3125, 3)
    assert report.findings.codes().count("REV-OTHER-READING") == 1
    assert report.verify(report.digest)


def test_a_column_that_decides_excludes_the_other_reading() -> None:
    """There it is a wrong mark."""
    rows = [row("1.250,5", "1.300", "103,96"), row("3.125", "3", "96,00")]
    assert review(rows).lines[1].verdict == "not-reproduced"


def test_a_quotient_without_decimals_is_exact() -> None:
    """2 stands for 200 percent, and not for 150 that was rounded."""
    cells = [SeenCell("", "number", 4), SeenCell("", "number", 8), SeenCell("", "number", 2)]
    assert [fit.form for fit in tried(*cells).others] == ["quotient"]
    assert tried(cells[0], SeenCell("", "number", 6), cells[2]).others == ()
