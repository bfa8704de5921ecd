from fractions import Fraction
from typing import Any

import pytest

from sakip import format_number
from sakip.errors import InvalidValueError
from sakip.skp import annual_credit


class TestAnnualCredit:
    """PermenPANRB 1/2023 (secondary): 150, 100, 75, 50 and 25 percent of the coefficient."""

    @pytest.mark.parametrize(
        ("label", "exact", "printed"),
        [
            ("Sangat Baik", Fraction(45, 8), "5,63"),
            ("Baik", Fraction(15, 4), "3,75"),
            ("Butuh Perbaikan", Fraction(45, 16), "2,81"),
            ("Kurang", Fraction(15, 8), "1,88"),
            ("Sangat Kurang", Fraction(15, 16), "0,94"),
        ],
    )
    def test_pemula(self, label: Any, exact: Fraction, printed: str) -> None:
        """The five printed credits of the lowest level, whose coefficient is 3.75."""
        found = annual_credit(label, coefficient="3.75")
        assert found == exact
        assert format_number(found, decimals=2) == printed

    @pytest.mark.parametrize("coefficient", [0, -1])
    def test_a_coefficient_is_positive(self, coefficient: int) -> None:
        """A post without a coefficient earns no credits."""
        with pytest.raises(InvalidValueError) as caught:
            annual_credit("Baik", coefficient=coefficient)
        assert caught.value.code == "coefficient-not-positive"

    def test_other_labels_are_refused(self) -> None:
        """Cukup is a label of another rule."""
        with pytest.raises(InvalidValueError):
            annual_credit("Cukup", coefficient=1)  # type: ignore[arg-type]
