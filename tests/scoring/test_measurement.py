"""The numbers that a rule sees, and the whole counts that they are computed with."""

import pickle
from decimal import Decimal
from fractions import Fraction
from math import gcd
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.errors import InvalidValueError
from sakip.scoring import Measurement
from sakip.scoring.measurement import facts_of
from sakip.testing import numbers

FIELDS = ("realization", "target", "baseline", "worst_value", "ceiling", "low", "high")
SYMBOLS = ("R", "T", "B", "W", "C", "LO", "HI")
ANY = numbers(rich=True) | st.fractions(-100, 100, max_denominator=60)
MEASUREMENTS = st.builds(
    Measurement, realization=ANY, **{name: st.none() | ANY for name in FIELDS if name != "realization"}
)


class TestMeasurement:
    """One realization beside its target, exact."""

    @pytest.mark.parametrize("value", [110, "110", "110.00", Decimal(110), Fraction(110)], ids=repr)
    def test_kinds_of_numbers(self, value: Any) -> None:
        """Whole numbers, Decimals, canonical text and fractions become the same fraction, in every field."""
        measurement = Measurement(**dict.fromkeys(FIELDS, value))
        assert [getattr(measurement, name) for name in FIELDS] == [Fraction(110)] * 7
        assert all(type(getattr(measurement, name)) is Fraction for name in FIELDS)

    @pytest.mark.parametrize("field", FIELDS)
    @pytest.mark.parametrize("value", [0.5, True, "1,5", Decimal("NaN"), 10**18, [1]], ids=repr)
    def test_refused(self, field: str, value: Any) -> None:
        """A float, a truth value, printed text, NaN and a number of 19 digits are no measurements."""
        with pytest.raises(InvalidValueError) as caught:
            Measurement(**{"realization": 1, field: value})
        assert caught.value.path == "Measurement"

    def test_realization_is_asked_for(self) -> None:
        """All but the realization may be unknown."""
        with pytest.raises(InvalidValueError):
            Measurement(realization=None)  # type: ignore[arg-type]
        alone = Measurement(realization=0)
        assert [getattr(alone, name) for name in FIELDS] == [0, *[None] * 6]

    def test_numbers(self) -> None:
        """Known numbers go by their symbol, zero among them, and unknown ones are left out."""
        every = Measurement(**{name: at for at, name in enumerate(FIELDS)})
        assert every.numbers() == dict(zip(SYMBOLS, range(7), strict=True))
        assert list(every.numbers()) == list(SYMBOLS)
        assert Measurement(realization=1, ceiling=0).numbers() == {"R": 1, "C": 0}

    @given(MEASUREMENTS)
    def test_value(self, measurement: Measurement) -> None:
        """A measurement is a value: itself again after pickling, and hashable."""
        again = pickle.loads(pickle.dumps(measurement))
        assert again == measurement
        assert hash(again) == hash(measurement)


class TestFacts:
    """Counts of the smallest common unit, and back."""

    def test_known(self) -> None:
        """Ten thirds and two and a half are 20 and 15 sixths; each number has a place of its own."""
        assert facts_of(Measurement(realization=Fraction(10, 3), target="2.5")) == (20, 15, *[None] * 5, 6)
        every = Measurement(**{name: Decimal(at) for at, name in enumerate(FIELDS, start=1)})
        assert facts_of(every) == (1, 2, 3, 4, 5, 6, 7, 1)
        assert facts_of(Measurement(realization=0)) == (0, *[None] * 6, 1)
        assert facts_of(Measurement(realization="-0.5", high="0.25")) == (-2, *[None] * 5, 1, 4)

    @given(MEASUREMENTS)
    def test_round_trip(self, measurement: Measurement) -> None:
        """The facts of a measurement stand for the same measurement again."""
        assert Measurement.of(facts_of(measurement)) == measurement

    @given(MEASUREMENTS)
    def test_smallest_unit(self, measurement: Measurement) -> None:
        """The unit is positive and no smaller one would do."""
        *counts, unit = facts_of(measurement)
        assert unit is not None
        assert unit > 0
        assert gcd(unit, *(count for count in counts if count is not None)) == 1 or unit == 1

    @given(MEASUREMENTS, st.integers(1, 10**6))
    def test_any_unit(self, measurement: Measurement, factor: int) -> None:
        """Facts in a smaller unit stand for the same measurement."""
        r, t, b, w, c, low, high, unit = (None if count is None else count * factor for count in facts_of(measurement))
        assert Measurement.of((r, t, b, w, c, low, high, unit)) == measurement  # type: ignore[arg-type]
