"""What a user sees of wrong digits; that they are found at all is a property."""

from typing import Any

import pytest

from sakip import Components, Range
from sakip.cascade import Hypothesis
from tests.cascade.making import TOP, family, report_on, target


def found(code: str, actuals: list[Any], **more: Any) -> list[Hypothesis]:
    """The hypotheses of one code about a parent and its children, whose realizations come after the parent's."""
    fields = more.pop("fields", {})
    top, *children = [target("T" if at == 0 else f"C{at}", 1000 + at, **fields) for at in range(len(actuals))]
    keys = [TOP, *((f"KABID-{at + 1}", f"C{at}") for at in range(1, len(actuals)))]
    realizations = {key: value for key, value in zip(keys, actuals, strict=True) if value is not None}
    hypotheses = report_on(family(top, *children, realizations=realizations, **more)).hypotheses(TOP)
    return [one for one in hypotheses if one.code == code]


class TestPowersOfTen:
    def test_it_is_said_what_is_written_and_what_would_fit(self) -> None:
        """4 in the place of 40."""
        (one,) = found("H12", [75, 4, 35])
        assert one.text() == "angka KABID-2/C1 (4) salah kelipatan sepuluh: yang cocok 40"
        assert one.text("en") == "the number of KABID-2/C1 (4) is off by a power of ten: 40 fits"

    def test_the_parent_may_be_wrong_itself(self) -> None:
        """750 in the place of 75."""
        (one,) = found("H12", [750, 40, 35])
        assert one.text("en") == "the number itself (750) is off by a power of ten: 75 fits"

    @pytest.mark.parametrize("value", [74, 76])
    def test_nearly_is_not_exactly(self, value: int) -> None:
        """One beside it fits nothing."""
        assert found("H12", [value, 4, 35]) == []

    def test_declared_decimals_let_more_fit(self) -> None:
        """Rounded to whole numbers, 40 and 35 can be 76."""
        assert len(found("H12", [76, 4, 35], fields={"decimals": 0})) == 1

    def test_parts_of_a_ratio_are_tried_each(self) -> None:
        """9 of 100 was 90 of 100: with 10 of 100 that is half."""
        children = [Components(9, 100, per=100), Components(10, 100, per=100)]
        (one,) = found("H12", [50, *children], kind="pool", fields={"unit": "%", "measure": "ratio"})
        assert (one.data["stated"], one.data["meant"]) == ("9", "90")

    def test_the_denominator_may_be_wrong_as_well(self) -> None:
        """10 of 20 was 10 of 200: with 90 of 200 that is a quarter."""
        children = [Components(10, 20, per=100), Components(90, 200, per=100)]
        (one,) = found("H12", [25, *children], kind="pool", fields={"unit": "%", "measure": "ratio"})
        assert (one.nodes, one.data["stated"], one.data["meant"]) == (("KABID-2/C1",), "20", "200")

    def test_of_a_mean_the_percentage_itself_is_tried(self) -> None:
        """2 of 50 are 4 percent; 40 and 30 have a mean of 35."""
        children = [Components(2, 50, per=100), Components(30, 100, per=100)]
        (one,) = found("H12", [35, *children], kind="mean", fields={"unit": "%", "measure": "ratio"})
        assert (one.data["stated"], one.data["meant"]) == ("4", "40")

    def test_an_only_holder_may_be_wrong_itself(self) -> None:
        """Then it is one of two numbers, and either may be the wrong one."""
        assert [one.nodes for one in found("H12", [40, 4], kind="same")] == [(), ("KABID-2/C1",)]

    def test_joint_holders_are_not_wrong_one_by_one(self) -> None:
        """They have one value; the parent's own may be wrong all the same."""
        assert [one.nodes for one in found("H12", [400, 40, 40], kind="same")] == [()]


class TestSwappedDigits:
    def test_it_is_said_what_it_should_be(self) -> None:
        """36 in the place of 63."""
        (one,) = found("H13", [78, 15, 36])
        assert one.text("en") == "two neighbouring digits of KABID-3/C2 are swapped: 36 should be 63"

    def test_the_parent_may_be_wrong_itself(self) -> None:
        """57 in the place of 75."""
        (one,) = found("H13", [57, 40, 35])
        assert one.text() == "dua angka berdampingan tertukar: 57 seharusnya 75"

    def test_decimals_count_as_digits(self) -> None:
        """3,5 in the place of 5,3."""
        (one,) = found("H13", ["6.3", "3.5", 1])
        assert one.data["meant"] == "5.3"

    def test_only_decimals_that_are_written_or_declared_are_swapped(self) -> None:
        """3,5 has no zero that could have changed places; with two decimals it is 3,50, typed for 3,05."""
        assert found("H13", ["4.65", "3.5", "1.6"]) == []
        (one,) = found("H13", ["4.65", "3.5", "1.6"], fields={"decimals": 2})
        assert (one.nodes, one.data["meant"]) == (("KABID-2/C1",), "3.05")

    def test_a_difference_that_nine_does_not_divide_is_no_swap(self) -> None:
        """Swapping moves a number by a multiple of nine."""
        assert found("H13", [79, 15, 36]) == []

    def test_while_a_number_is_missing_no_digit_is_blamed(self) -> None:
        """Anything could be the reason."""
        assert found("H13", [60, 51, None, 36]) == []


class TestBands:
    """A band is no number that somebody mistyped."""

    @staticmethod
    def promised(top: Any, *values: Any) -> list[Hypothesis]:
        """The digits that explain the targets of a parent that should stay where it is."""
        steady: dict[str, Any] = {"polarity": "stabilize"}
        children = [target(f"C{at}", value, **steady) for at, value in enumerate(values, 1)]
        hypotheses = report_on(family(target("T", top, **steady), *children)).hypotheses(TOP, "target")
        return [one for one in hypotheses if one.code in {"H12", "H13"}]

    def test_of_a_parent_with_a_band_only_the_children_are_tried(self) -> None:
        """4 in the place of 40 beside 35 misses a band of 70 to 80; 36 in the place of 63 beside 15 as well."""
        (factor,) = self.promised(Range(70, 80), 4, 35)
        assert (factor.code, factor.nodes, factor.data["meant"]) == ("H12", ("KABID-2/C1",), "40")
        (swap,) = self.promised(Range(77, 79), 15, 36)
        assert (swap.code, swap.nodes, swap.data["meant"]) == ("H13", ("KABID-3/C2",), "63")

    def test_of_children_with_a_band_the_number_of_the_others_is_tried(self) -> None:
        """10 to 20 and 40 reach 55, and 10 to 20 and 4 do not."""
        (one,) = self.promised(55, Range(10, 20), 4)
        assert (one.code, one.nodes) == ("H12", ("KABID-3/C2",))


@pytest.mark.parametrize(
    ("actuals", "plans", "order"),
    [
        ([750, 40, 35], [750, 41, 36], ["H12", "H15"]),
        ([75, 4, 35], [999, 40, 36], ["H15", "H12"]),
        ([57, 40, 35], [57, 41, 36], ["H13", "H15"]),
        ([78, 15, 36], [999, 16, 63], ["H15", "H13"]),
    ],
)
def test_digits_of_a_child_are_presumed_last(actuals: list[int], plans: list[int], order: list[str]) -> None:
    """The parent's own number is one to look at, as is its target; the digits of each child are many."""
    top, *children = [target("T" if at == 0 else f"C{at}", plan) for at, plan in enumerate(plans)]
    done = {TOP: actuals[0], ("KABID-2", "C1"): actuals[1], ("KABID-3", "C2"): actuals[2]}
    assert [one.code for one in report_on(family(top, *children, realizations=done)).hypotheses(TOP)] == order
