"""Why a text is no printed number, and what to write instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.notation.faults import fault_of


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("empty-number", ["", "-", "--", "...", "–", "—", "n/a", "N/A", "NA", "n.a."]),
        ("foreign-digits", ["١٢٣", "１２,５", "5٫٣", "৭"]),
        ("exponent", ["1e5", "1E+5", "1.5e-3", "1e999999999"]),
        ("words-in-number", ["2 dok", "WTP", "5 juta buku", "100 dari 110", "BB (72,5)", "NaN", "0x10", "Rp 5 juta"]),
        ("several-numbers", ["45% - 50%", "4,0-4,5", "5/10", "2:3", "60 ≤ 70", "90 = 95,5"]),
        ("wrong-sign", ["--5", "+5", "(5)", "(24,65)", "5-", "- 5", "–5", "-−5"]),
        ("wrong-grouping", ["1_000", "1 234", "1'000", "1.2.3", "12,34,567", "1.234.56", ".5", "5,", "-,5", "1,000,-"]),
        ("not-a-number", ["Rp", "%", "50%%", "Rp 5%", ">= 90", "≤ 5", "#REF!"[:1], "$5"]),
    ],
)
def test_the_fault_fits(code: str, texts: list[str]) -> None:
    """Each kind of fault has its code, so that the way out speaks of what stands there."""
    assert {text: fault_of(text, text, "x").code for text in texts} == dict.fromkeys(texts, code)


def test_facts() -> None:
    """The error keeps the text as it was given, the path, and words in both languages."""
    error = fault_of(" 5 buku ", "5 buku", "rows[3].target")
    assert (error.path, error.value) == ("rows[3].target", " 5 buku ")
    assert "memuat kata" in error.problem[0]
    assert "holds words" in error.problem[1]


@given(st.text(max_size=64))
def test_every_text_has_a_fault(text: str) -> None:
    """Whatever the text, some fault is named, with a problem and a way out in two languages."""
    error = fault_of(text, text, "x")
    assert all([*error.problem, *error.way_out])
    assert all(not part.endswith(".") for part in [*error.problem, *error.way_out])
