"""Formulas and steps as functions: whatever is written out at once equals its parts taken one by one."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.scoring import Cap, Floor, Piecewise, Round
from sakip.scoring.running import chain_of, defined, function

STEPS = (
    Cap(120),
    Cap("99.5"),
    Floor(0),
    Floor("-12.25"),
    Round(0),
    Round(2),
    Round(1, "half_even"),
    Round(2, "truncate"),
    Piecewise.through([(0, 0), (90, 100), (100, 120)]),
)
NUMERATORS = st.integers(-(10**12), 10**12)
DENOMINATORS = st.integers(1, 10**9)


@given(st.lists(st.sampled_from(STEPS), max_size=5), NUMERATORS, DENOMINATORS)
def test_a_chain_is_its_steps_one_after_the_other(steps: list[Cap | Floor | Piecewise | Round], n: int, d: int) -> None:
    """The function of a chain gives the quotient, then what each step makes of the one before."""
    expected = [(n, d)]
    for step in steps:
        expected.append(step.apply(*expected[-1]))
    assert chain_of(steps)(n, d) == tuple(expected)
    assert all(below > 0 for _, below in expected)


def test_a_text_knows_what_it_is_given() -> None:
    """A function of several lines may use the names that are handed to it."""
    assert defined("n", ["if n < 0: return None", "return twice(n)"], twice=lambda n: 2 * n)(4) == 8
    with pytest.raises(NameError):
        defined("n", ["return twice(n)"])(4)


def test_no_steps_leave_the_quotient_alone() -> None:
    """The trace of an empty chain is the quotient it begins with."""
    assert chain_of([])(1, 3) == ((1, 3),)


@given(NUMERATORS, DENOMINATORS)
def test_steps_do_what_fractions_do(n: int, d: int) -> None:
    """Caps and floors are the smaller and the larger number, a conversion is its line, exactly."""
    value = Fraction(n, d)
    assert Fraction(*Cap("99.5").apply(n, d)) == min(value, Fraction(199, 2))
    assert Fraction(*Floor("-12.25").apply(n, d)) == max(value, Fraction(-49, 4))
    line = value * Fraction(10, 9) if value < 90 else 100 + 2 * (value - 90)
    assert Fraction(*STEPS[-1].apply(n, d)) == line


def test_a_text_reaches_nothing_else() -> None:
    """A function made from a text has no built-in names."""
    with pytest.raises(NameError):
        function("n", "len(n)")("")
