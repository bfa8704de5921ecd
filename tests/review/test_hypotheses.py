"""Presumed causes: each is tried, and kept only if it gives the print."""

from fractions import Fraction

import pytest

from sakip.review import CAUSES, PresumedCause, review
from tests.review.making import CLEAN, causes, line, row


def presumed(target: object, realization: object, printed: object, **others: object) -> list[tuple[str, str | None]]:
    """The presumed causes of a row in a table that rounds."""
    return causes(review([*CLEAN, row(target, realization, printed, **others)]).lines[-1])


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("75%", "92,8", "92,8"), ("column-repeated", "realization")),
        (("75", "92,8", "75"), ("column-repeated", "target")),
        (("0,8953", "0,8953", "102%"), ("realization-repeats-target", None)),
        (("100", "108", "1,08"), ("quotient", None)),
        (("80", "60", "133,33"), ("swapped", None)),
        (("39,77", "54,67", "1374,65"), ("factor", "achievement")),
        (("3977", "54,67", "137,47"), ("separator", "target")),
        (("3977", "54,67", "137,47"), ("factor", "target")),
        (("4.079,71", "4.387.740", "107,55"), ("separator", "realization")),
        (("7", "6", "86,00"), ("rounded-whole", "achievement")),
        (("70", "59", "85,29"), None),
        (("70", "60", "58,71"), ("transposed", "achievement")),
        (("300", "200", "66,66"), ("truncation", "achievement")),
        (("82", "97", "118,30"), ("rounded-up", "achievement")),
        (("5", "2,5 juta", "50"), ("unit-in-cell", "realization")),
    ],
)
def test_causes(cells: tuple[str, str, str], expected: tuple[str, str | None] | None) -> None:
    """Each cause with the cell that it speaks of; none where nothing gives the print."""
    found = presumed(*cells)
    assert expected in found if expected is not None else found == []


def test_a_cause_says_what_was_meant() -> None:
    """The number that the cell would have to hold, and the formula that then gives the print."""
    found = review([*CLEAN, row("3977", "54,67", "137,47")]).lines[-1].hypotheses
    assert {(one.code, one.meant, one.formula) for one in found if one.cell == "target"} == {
        ("separator", Fraction("39.77"), "higher-is-better"),
        ("factor", Fraction("39.77"), "higher-is-better"),
    }


def test_the_simplest_comes_first() -> None:
    """In the order of the list of causes."""
    order = [code for code, _ in CAUSES]
    for cells in (("93", "93", "93"), ("100", "108", "1,08"), ("3977", "54,67", "137,47")):
        ranks = [order.index(code) for code, _ in presumed(*cells)]
        assert ranks == sorted(ranks)
        assert len(ranks) > 1


def test_the_value_of_an_earlier_row_of_the_indicator() -> None:
    """A table of several years holds its own last year."""
    rows = [row("70", "60", "85,71", indicator="A"), row("80", "66", "85,71", indicator="A")]
    assert ("previous-value", "achievement") in causes(review([*CLEAN, *rows]).lines[-1])


def test_the_mean_of_the_others() -> None:
    """Of the table, and of its objective."""
    mean = presumed("70", "66", "83,89")
    assert mean == [("mean-of-percentages", "achievement")]


def test_a_row_against_its_polarity() -> None:
    """The formula of the other direction, and what else would explain the print."""
    assert causes(line("0,4", "0,421", "105,25", polarity="negatif"))[0] == ("inverted-direction", None)


@pytest.mark.parametrize("code", [code for code, _ in CAUSES])
def test_every_cause_has_words(code: str) -> None:
    """In both languages, without a place left open."""
    one = PresumedCause(code, "target", Fraction(1234567, 1000))
    assert "{" not in one.text("id") + one.text("en")
    assert one.text("id") != one.text("en")


def test_computed_with_last_years_value() -> None:
    """The published row whose percentage follows from the realization of the year before."""
    rows = [
        row("0.321", "0.343", "93.15", indicator="Indeks gini", polarity="negatif"),
        row("0.33", "0.355", "96.06", indicator="Indeks gini", polarity="negatif"),
    ]
    (one,) = review(rows).lines[1].hypotheses
    assert (one.code, one.cell, one.meant, one.in_print) == ("previous-value", "realization", Fraction("0.343"), True)
    assert one.text("id") == "dihitung dengan realisasi 0,343 dari tahun atau periode sebelumnya"
