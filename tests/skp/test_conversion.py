from fractions import Fraction
from typing import Any

import pytest

from sakip import Indicator, Realization, Target, evaluate
from sakip.errors import InvalidValueError
from sakip.policies import PERMENPANRB_8_2021
from sakip.skp import quarterly_value, skp_value, value_from_pp_46_2011
from tests.lifecycle.making import agreement_of


class TestQuarter:
    """PermenPANRB 8/2021, annex p. 75: half the mean of the action plans, half that of the main performance."""

    def test_both_halves(self) -> None:
        """Action plans of 120 and 109 are 114.5; with a main performance of 88 they are 101.25."""
        assert quarterly_value(action_plan=[120, 109], main=[88]) == Fraction(10125, 100)

    def test_each_half_is_a_mean_of_its_own(self) -> None:
        """Three action plans weigh no more than one measured performance."""
        assert quarterly_value(action_plan=[60, 60, 60], main=[100]) == 80

    def test_action_plans_alone(self) -> None:
        """What cannot be measured yet takes no half."""
        assert quarterly_value(action_plan=[109, 120, 88]) == Fraction(317, 3)

    @pytest.mark.parametrize(
        ("fields", "code", "path"),
        [
            ({"action_plan": []}, "no-action-plan", "quarterly_value.action_plan"),
            ({"action_plan": [121]}, "value-out-of-range", "quarterly_value.action_plan[0]"),
            ({"action_plan": [100], "main": [88, -1]}, "value-out-of-range", "quarterly_value.main[1]"),
            ({"action_plan": "100"}, "not-a-list", "quarterly_value.action_plan"),
        ],
    )
    def test_bad_input(self, fields: Any, code: str, path: str) -> None:
        """No action plan, values beyond the scale, and no list."""
        with pytest.raises(InvalidValueError) as caught:
            quarterly_value(**fields)
        assert (caught.value.code, caught.value.path) == (code, path)


class TestSkp:
    """PermenPANRB 8/2021: nilai SKP is nilai kinerja utama plus nilai kinerja tambahan, the latter at most 10."""

    def test_a_total_under_the_policy(self) -> None:
        """85 of 85 is 109 and 93 of 95 is 88; equally weighted 98.5, with 4 for additional tasks 102.5."""
        targets = [
            Target(Indicator(code, "Nilai", polarity="maximize"), value, weight=50)
            for code, value in (("A", 85), ("B", 95))
        ]
        delivered = [Realization("A", 85), Realization("B", 93)]
        total = evaluate(agreement_of(*targets), delivered, policy=PERMENPANRB_8_2021).score.exact
        assert total == Fraction(197, 2)
        assert skp_value(main=total, additional=4) == Fraction(205, 2)
        assert skp_value(main=total) == total

    @pytest.mark.parametrize(("additional", "value"), [(0, 100), (10, 110), (Fraction(1, 3), Fraction(301, 3))])
    def test_what_is_added(self, additional: Any, value: Any) -> None:
        """Additional tasks are added on top, and never averaged in."""
        assert skp_value(main=100, additional=additional) == value

    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({"main": 100, "additional": "10.000001"}, "skp_value.additional"),
            ({"main": 100, "additional": -1}, "skp_value.additional"),
            ({"main": 121}, "skp_value.main"),
        ],
    )
    def test_bad_input(self, fields: Any, path: str) -> None:
        """More than 10, less than 0, and main performance beyond the scale."""
        with pytest.raises(InvalidValueError) as caught:
            skp_value(**fields)
        assert caught.value.path == path


class TestFromPp46:
    """An application's conversion from PP 46/2011 (secondary), band by band at both ends."""

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (0, 0),
            (25, Fraction(49, 2)),
            (50, 49),
            (51, 50),
            (60, 69),
            (61, 70),
            (75, 89),
            (76, 90),
            (90, 109),
            (91, 110),
            (95, 115),
            (99, 120),
            (100, 120),
            ("50.499999", 49),
            ("50.5", 50),
            ("60.5", 70),
            ("75.5", 90),
            ("90.5", 110),
            (Fraction(181, 2), 110),
        ],
    )
    def test_each_band(self, old: Any, new: Any) -> None:
        """The ends of each band, and what lies between two bands goes up from the half."""
        assert value_from_pp_46_2011(old) == new

    def test_never_falls(self) -> None:
        """A better value is never converted to a lower one."""
        values = [value_from_pp_46_2011(old) for old in range(101)]
        assert values == sorted(values)

    @pytest.mark.parametrize("old", [-1, "100.000001"])
    def test_outside_the_scale(self, old: Any) -> None:
        """Below 0 and above 100 there is no value."""
        with pytest.raises(InvalidValueError) as caught:
            value_from_pp_46_2011(old)
        assert caught.value.code == "value-out-of-range"
