"""The numbers of one target and its realization, as a rule sees them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.errors import InvalidValueError
from sakip.scoring.measurement import Measurement, facts_of

FRACTIONS = st.fractions(-1000, 1000, max_denominator=60)


@given(r=FRACTIONS, others=st.lists(st.none() | FRACTIONS, min_size=6, max_size=6))
def test_facts_and_back(r: Fraction, others: list[Fraction | None]) -> None:
    """A measurement becomes counts of a common unit and comes back as it was."""
    names = ("target", "baseline", "worst_value", "ceiling", "low", "high")
    measurement = Measurement(realization=r, **dict(zip(names, others, strict=True)))
    facts = facts_of(measurement)
    assert facts[-1] > 0
    assert all(count is None or isinstance(count, int) for count in facts)
    assert Measurement.of(facts) == measurement


def test_admission() -> None:
    """An int, a Decimal, canonical text and a fraction may enter, a float and a printed number may not."""
    assert Measurement(realization="2.5", target=Decimal("2.50")).numbers() == {
        "R": Fraction(5, 2),
        "T": Fraction(5, 2),
    }
    for value in (2.5, "2,5", None, True, Decimal("NaN")):
        with pytest.raises(InvalidValueError):
            Measurement(realization=value)
    with pytest.raises(InvalidValueError):
        Measurement(realization=1, ceiling=0.5)


def test_numbers() -> None:
    """Only what is known has a symbol."""
    measurement = Measurement(realization=1, target=2, baseline=3, worst_value=4, ceiling=5, low=6, high=7)
    assert measurement.numbers() == dict(
        zip(("R", "T", "B", "W", "C", "LO", "HI"), map(Fraction, range(1, 8)), strict=True)
    )
    assert set(Measurement(realization=0, low=0).numbers()) == {"R", "LO"}
