"""How a table writes its numbers, and where it keeps to no one way."""

import pytest

from sakip.review import Review, review
from tests.review.making import CLEAN, reviewed, row


def found(report: Review, code: str) -> dict[str, object]:
    """The arguments of the only finding of a code."""
    (one,) = (finding for finding in report.findings if finding.code == code)
    return dict(one.arguments)


class TestTables:
    """How a table writes, and where it keeps to no one way."""

    def test_the_convention_with_its_evidence(self) -> None:
        """One note for the table."""
        said = found(review(CLEAN), "REV-CONVENTION")
        assert (said["convention"], said["first"], said["row"]) == ("id", "52,5", 3)

    def test_mixed_conventions(self) -> None:
        """In a column, with a cell of each."""
        said = found(
            reviewed(("98,5", "98,5", "100"), ("98.5", "98,5", "100"), ("7,5", "7,5", "100")), "REV-MIXED-CONVENTION"
        )
        assert (said["first"], said["cells"], said["other"], said["other_row"]) == ("98,5", 2, "98.5", 2)

    @pytest.mark.parametrize(
        ("rows", "code"),
        [
            ([("300", "200", "66,67"), ("700", "475", "67,85")], "REV-MIXED-ROUNDING"),
            ([("3,25", "4", "120"), ("50", "100", "200")], "REV-MIXED-CAP"),
            (
                [("10", "8", "125"), ("10", "16", "62,5"), ("10", "8", "120")],
                "REV-MIXED-FORMULA",
            ),
            ([("5", "5", "9"), ("4", "4", "91"), ("3", "3", "92"), ("2", "2", "93")], "REV-UNRELATED"),
        ],
    )
    def test_habits_that_are_none(self, rows: list[tuple[str, str, str]], code: str) -> None:
        """Rounding, ceilings, formulas, and a column that holds something else."""
        assert code in reviewed(*rows).findings.codes()

    def test_mixed_forms(self) -> None:
        """A percentage in a table of quotients."""
        rows = [("100", "108", "1,08"), ("50", "40", "0,80"), ("75", "60", "80")]
        assert "REV-MIXED-FORM" in reviewed(*rows).findings.codes()

    def test_a_clean_table_has_notes_at_most(self) -> None:
        """Nothing to correct."""
        report = review(CLEAN)
        assert (report.findings.errors, report.findings.warnings) == ((), ())


class TestLoneFormula:
    """One row by 2T - R, where several follow another formula."""

    REST = (row("75", "60", "80"), row("50", "40", "80"))
    LONE = row("40", "50", "75")

    def test_it_is_named(self) -> None:
        """With the formula of the others."""
        said = found(review([*self.REST, self.LONE]), "REV-LONE-FORMULA")
        assert (said["row"], said["others"]) == (3, 2)

    def test_beside_target_over_realization(self) -> None:
        """Too."""
        rows = [row("10", "8", "125"), row("10", "16", "62,5"), self.LONE]
        assert found(review(rows), "REV-LONE-FORMULA")["row"] == 3

    @pytest.mark.parametrize(
        "rows",
        [
            [*REST, {**LONE, "polarity": "negatif"}],  # it is stated
            [*REST, {**LONE, "indicator": "Angka kematian"}],  # its words say so
            [*REST, LONE, row("40", "60", "50")],  # there are two
            [REST[0], LONE],  # the others are too few
            [*REST],
        ],
    )
    def test_where_it_is_no_surprise(self, rows: list[dict[str, object]]) -> None:
        """Nothing is said."""
        assert "REV-LONE-FORMULA" not in review(rows).findings.codes()
