"""Where a finding of a review stands."""

from sakip.review import review
from tests.review.making import row


def test_row_column_and_source() -> None:
    """The caller's own column, the number of the row, the indicator, and the document."""
    rows = [{"Ind": "Layanan", "T": "75", "R": "60", "Capaian (%)": "60"}]
    columns = {"indicator": "Ind", "target": "T", "realization": "R", "achievement": "Capaian (%)"}
    found = review(rows, columns=columns, source="LKjIP 2025").findings.findings[0]
    assert found.place is not None
    assert (found.place.row, found.place.column, found.place.key) == (1, "Capaian (%)", "Layanan")
    assert found.subject == "review[LKjIP 2025].rows[1].achievement"
    assert dict(found.arguments)["source"] == "LKjIP 2025"


def test_without_a_source() -> None:
    """The subject names the row alone."""
    found = review([row("75", "60", "60")]).findings.findings[0]
    assert found.subject == "review.rows[1].achievement"
    assert found.place is not None
    assert found.place.key is None


def test_hostile_names_stay_inert() -> None:
    """A finding can be made of any row."""
    report = review([row("75", "60", "60", indicator="\x1b[31m" + "x" * 100_000)])
    assert "\x1b" not in report.findings.text()
