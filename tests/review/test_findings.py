"""What the lines and the habits of a table say, with codes."""

from decimal import Decimal

import pytest

from sakip.review import Review, review
from sakip.review.findings import RULES, formula_text
from tests.review.making import CUT, reviewed, row


def found(report: Review, code: str) -> dict[str, object]:
    """The arguments of the only finding of a code."""
    (one,) = (finding for finding in report.findings if finding.code == code)
    return dict(one.arguments)


def test_not_reproduced() -> None:
    """Printed text, exact and readable value, tolerance, presumed cause, and what would disprove it."""
    report = review([row("75%", "92,8", "92,8")])
    (one,) = report.findings.errors
    assert one.code == "REV-NOT-REPRODUCED"
    assert one.text("id") == (
        "Tercetak 92,8; target 75% dan realisasi 92,8 memberi 123,7333 menurut realisasi/target (antara 123,6667 dan"
        " 123,8 bila masukannya dibulatkan). Dugaan: kolom capaian mengulang realisasi. Gugur bila dokumen sumber"
        " memuat target atau realisasi lain, atau aturan tertulis menetapkan rumus lain"
    )
    assert str(dict(one.arguments)["exact"]) == "1856/15"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("0,49", "0,01", "198,58"), "REV-ROUNDING"),
        (("0", "50", "100"), "REV-ZERO-TARGET"),
        (("0", "50", "-"), "REV-NOT-COMPUTABLE"),
        (("WTP", "WTP", "100"), "REV-NOT-COMPUTABLE"),
        (("75", "60", "#DIV/0!"), "REV-CELL"),
        (("-5", "-4", "80"), "REV-NEGATIVE-TARGET"),
    ],
)
def test_findings_of_rows(cells: tuple[str, str, str], code: str) -> None:
    """Each with its code."""
    assert code in reviewed(cells).findings.codes()


def test_a_ceiling_is_told() -> None:
    """Of each row that is cut there."""
    assert review([row("3,25", "4", "120"), CUT]).findings.codes().count("REV-CAP") == 2


def test_a_stabilized_indicator_has_both_directions() -> None:
    """Above its target the one, below it the other; that is no contradiction."""
    rows = [row("10", printed, "90", polarity="stabil", indicator="s") for printed in ("11", "9")]
    assert "REV-DIRECTIONS" not in review(rows).findings.codes()
    bare = [{**one, "polarity": ""} for one in rows]
    assert "REV-DIRECTIONS" in review(bare).findings.codes()


def test_against_polarity() -> None:
    """The stated direction, the formula that was used, and the value in its own direction."""
    said = found(review([row("0,4", "0,421", "105,25", polarity="negatif")]), "REV-AGAINST-POLARITY")
    assert said["recomputed"] == Decimal("94.75")


def test_suggested_and_contradicting_directions() -> None:
    """A word suggests; two rows of one indicator that follow two directions are named."""
    rows = [
        row("0,4", "0,421", "105,25", indicator="Indeks ketimpangan"),
        row("0,4", "0,421", "94,75", indicator="indeks  Ketimpangan"),
    ]
    codes = review(rows).findings.codes()
    assert "REV-POLARITY" in codes
    assert "REV-DIRECTIONS" in codes


class TestOpenReadings:
    """A number is never guessed silently."""

    def test_the_readings_are_listed(self) -> None:
        """With the one that alone gives the print."""
        rows = [row("98,5", "98.5", "100"), row("98.5", "98,5", "100"), row("2,165", "2,20", "98.38")]
        said = found(review(rows), "REV-READING")
        assert "2,165" in str(said["readings"])
        assert "2165" in str(said["readings"]).replace(".", "")


def test_codes_are_unique_and_formulas_have_words() -> None:
    """Of all rules; and every formula that a line can name."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert formula_text("lower-is-better-range").render("en")
    assert formula_text(None).render("id") == "-"


def test_an_undecided_row() -> None:
    """A warning that names the custom, and no error."""
    report = review([row("80", "92", "100")])
    assert report.findings.codes() == ("REV-UNDECIDED",)
    said = found(report, "REV-UNDECIDED")
    assert "capaian dipotong pada 100" in report.findings.warnings[0].text("id")
    assert said["recomputed"] == Decimal(115)


def test_units_that_differ() -> None:
    """Both are named."""
    said = found(review([row("12 bulan", "1 tahun", "100")]), "REV-UNITS")
    assert (said["first"], said["second"]) == ("bulan", "tahun")
