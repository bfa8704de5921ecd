"""Rows and reviews for the tests of the review."""

from sakip.review import Review, ReviewLine, review


def row(target: object, realization: object, achievement: object, **others: object) -> dict[str, object]:
    """One printed row."""
    return {"target": target, "realization": realization, "achievement": achievement, **others}


def reviewed(*rows: tuple[object, object, object]) -> Review:
    """The review of rows of three cells."""
    return review([row(*cells) for cells in rows])


def line(target: object, realization: object, achievement: object, **others: object) -> ReviewLine:
    """The line of a table of one row."""
    return review([row(target, realization, achievement, **others)]).lines[0]


def causes(one: ReviewLine) -> list[tuple[str, str | None]]:
    """The presumed causes of a line, with the cell that each speaks of."""
    return [(cause.code, cause.cell) for cause in one.hypotheses]


CUT = row("10", "15", "120")
"""A row that is cut at 120: with another one it makes a ceiling of the table."""

CLEAN = [row("300", "200", "66,67"), row("700", "475", "67,86"), row("52,5", "61,5", "117,14")]
"""Three rows that round half up, so that a table has habits."""
