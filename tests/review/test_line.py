"""A line says what was read, what gives its print, and what is wrong."""

import pickle
from fractions import Fraction

import pytest

from sakip.review import NOT_COMPUTABLE, VERDICTS, review
from sakip.review.line import reason_text, verdict_text
from tests.review.making import line


def test_a_reproduced_line() -> None:
    """Its formula, rounding and exact value."""
    found = line("3,52", "4,02", "114,20", unit="indeks", objective="S1", period="2025", office="Dinas", code="IKU-1")
    assert (found.formula, found.rounding, found.cap) == ("higher-is-better", "half_up", None)
    assert found.exact == Fraction(40200, 352)
    assert found.printed == Fraction("114.2")
    assert (found.unit, found.objective, found.period, found.office, found.code) == (
        "indeks",
        "S1",
        "2025",
        "Dinas",
        "IKU-1",
    )
    assert not found.is_wrong


def test_a_wrong_line() -> None:
    """The formula that was expected, its value, and no formula that gives the print."""
    found = line("75%", "92,8", "92,8")
    assert (found.formula, found.rounding, found.cap, found.expected) == (None, None, None, "higher-is-better")
    assert found.exact == found.recomputed == Fraction(9280, 75)
    assert found.is_wrong


def test_a_line_in_an_open_reading() -> None:
    """The reading that was chosen is kept with it."""
    rows = [
        {"target": "98,5", "realization": "98.5", "achievement": "100"},
        {"target": "98.5", "realization": "98,5", "achievement": "100"},
        {"target": "110.000", "realization": "243.000", "achievement": "220,9"},
    ]
    found = review(rows).lines[2]
    assert (found.verdict, found.sure) == ("reproduced", "open")
    assert found.numbers is not None
    assert found.exact == Fraction(24300, 110)


def test_the_exact_value_of_a_range() -> None:
    """By the bound that took the place of the target."""
    assert line("80 - 90", "70", "87,5").exact == Fraction("87.5")


def test_lines_survive_pickling() -> None:
    """With their case, from which presumed causes are tried again."""
    found = line("75%", "92,8", "92,8")
    again = pickle.loads(pickle.dumps(found))
    assert again == found
    assert again.hypotheses == found.hypotheses


@pytest.mark.parametrize("code", [code for code, _ in NOT_COMPUTABLE])
def test_every_reason_has_words(code: str) -> None:
    """In both languages."""
    assert reason_text(code, "id")
    assert reason_text(code, "en")


def test_verdicts_have_words() -> None:
    """Each verdict, in both languages."""
    assert all(verdict_text(verdict, "id") and verdict_text(verdict, "en") for verdict in VERDICTS)
    assert reason_text(None) == ""


def test_what_is_to_be_corrected() -> None:
    """The print, or the cell that the simplest presumed cause speaks of."""
    assert line("75%", "92,8", "92,8").corrected == Fraction(9280, 75)
    assert line("70", "59", "85,29").corrected == Fraction(5900, 70)
    assert line("4.079,71", "4.387.740", "107,55").corrected is None
    assert line("75", "60", "80").corrected is None
    assert line("82,45", "96,98", "117,63").corrected is None


def test_an_undecided_line_is_not_certainly_wrong() -> None:
    """It is neither counted as wrong nor corrected, and survives pickling."""
    found = line("80", "92", "100")
    assert found.undecided is not None
    assert (found.is_wrong, found.corrected) == (False, None)
    assert pickle.loads(pickle.dumps(found)).undecided == found.undecided
    assert line("75%", "92,8", "92,8").undecided is None
