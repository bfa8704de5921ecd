"""Formulas, numbers and presumed causes in words."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sakip.review import PresumedCause
from sakip.review.wording import causes_listed, causes_text, formula_text, rounded_for_people


@pytest.mark.parametrize(
    "formula",
    [
        *("higher-is-better", "lower-is-better", "lower-is-better-inverse"),
        *("higher-is-better-range", "lower-is-better-range"),
        *("mean-of-rows", "weighted-mean-of-rows", "mean-of-means"),
    ],
)
def test_every_formula_has_words(formula: str) -> None:
    """In both languages."""
    assert formula_text(formula).render("id") != formula_text(formula).render("en")


def test_no_formula() -> None:
    """Is a stroke."""
    assert formula_text(None).render("id") == "-"


def test_causes() -> None:
    """None, one, and at most three of several with their number."""
    one, many = PresumedCause("swapped"), [PresumedCause(code) for code in ("swapped", "truncation", "quotient", "cap")]
    assert causes_text(()).render("id") == causes_listed(()).render("id") == "Tidak ada dugaan sebab yang cocok"
    assert causes_text([one]).render("id") == "Dugaan: target dan realisasi tertukar"
    assert causes_text(many[:3]).render("en").startswith("Presumed, 3 possibilities: target and realization")
    assert causes_listed(many[:3]).render("en").count(";") == 2


def test_numbers() -> None:
    """To four decimals at most."""
    assert rounded_for_people(Fraction(2, 3)) == Decimal("0.6667")
