"""What a user sees of the mistakes in a formula; that they are found at all is a property."""

from typing import Any

import pytest

from sakip import Components, NotApplicable
from sakip.cascade import Hypothesis, NodeFacts
from tests.cascade.making import TOP, family, report_on, target


def found(code: str, actuals: list[Any], **more: Any) -> list[Hypothesis]:
    """The hypotheses of one code about a parent and its children, whose realizations come after the parent's."""
    fields = more.pop("fields", {})
    top, *children = [target("T" if at == 0 else f"C{at}", 100 + at, **fields) for at in range(len(actuals))]
    keys = [TOP, *((f"KABID-{at + 1}", f"C{at}") for at in range(1, len(actuals)))]
    realizations = {key: value for key, value in zip(keys, actuals, strict=True) if value is not None}
    hypotheses = report_on(family(top, *children, realizations=realizations, **more)).hypotheses(TOP)
    return [one for one in hypotheses if one.code == code]


PERCENT = {"unit": "%", "measure": "ratio"}


class TestAveraged:
    def test_the_mean_of_90_and_50_percent_is_not_their_ratio(self) -> None:
        """90 of 100 and 1 of 2 are 91 of 102."""
        children = [Components(90, 100, per=100), Components(1, 2, per=100)]
        assert len(found("H01", [70, *children], kind="pool", fields=PERCENT)) == 1

    def test_of_a_mean_it_is_no_mistake(self) -> None:
        """A mean that differs is something else."""
        assert found("H01", [50, 90, 50], kind="mean") == []


class TestAddedUp:
    def test_it_is_said_what_should_have_been_made(self) -> None:
        """175 percent of 90 and 85."""
        (one,) = found("H02", [175, 90, 85], kind="mean")
        assert one.text("en") == "it is exactly the sum of the children's numbers, and not their mean"
        assert one.text("id") == "angka itu tepat penjumlahan angka bawahan, bukan rata-ratanya"

    def test_of_a_sum_it_is_no_mistake(self) -> None:
        """A sum that differs is something else."""
        assert found("H02", [175, 90, 80]) == []


class TestMissingAsZero:
    def test_every_missing_child_is_named(self) -> None:
        """All were read as zero, and not any one."""
        (one,) = found("H03", [40, 40, None, None])
        assert one.nodes == ("KABID-3/C2", "KABID-4/C3")
        assert one.text("en") == "it fits if what has no number is read as zero: KABID-3/C2, KABID-4/C3"

    def test_what_does_not_apply_may_be_read_as_zero_too(self) -> None:
        """The mean of 60 alone is 60; with a zero it is 30."""
        (one,) = found("H03", [30, 60, NotApplicable("Tidak ada sasaran")], kind="mean")
        assert one.nodes == ("KABID-3/C2",)

    def test_zero_beside_nothing_but_zeros_says_nothing(self) -> None:
        """No number was lost."""
        assert found("H03", [0, 0, None]) == []

    def test_a_number_that_is_too_great_for_it_does_not_fit(self) -> None:
        """60 is not 40 and nothing."""
        assert found("H03", [60, 40, None]) == []

    def test_what_is_missing_is_enough_where_it_fits_by_itself(self) -> None:
        """That somebody to whom it does not apply was read as zero too need not be assumed."""
        (one,) = found("H03", [40, 40, None, NotApplicable("Tidak ada sasaran")])
        assert one.nodes == ("KABID-3/C2",)

    def test_a_ratio_with_a_planned_denominator_is_nothing_of_that(self) -> None:
        """30 of 40 and none of the 60 that are planned are 30 of 100."""
        children, facts = (
            [Components(30, 40, per=100), None],
            NodeFacts(("KABID-3", "C2"), planned=Components(45, 60, per=100)),
        )
        assert len(found("H03", [30, *children], kind="pool", fields=PERCENT, nodes=[facts])) == 1

    def test_a_ratio_without_its_parts_is_nothing_of_nothing(self) -> None:
        """30 of 40, and of the other no denominator is planned."""
        children = [Components(30, 40, per=100), None]
        assert len(found("H03", [75, *children], kind="pool", fields=PERCENT)) == 1


class TestWhatHasNoNumberLeftOut:
    def test_a_mean_of_those_that_reported_is_told_from_zeros(self) -> None:
        """50 is the mean of 40 and 60; with the third as zero it would be 33,3."""
        (one,) = found("H04", [50, 40, 60, None], kind="mean")
        assert one.nodes == ("KABID-4/C3",)
        assert one.text() == "angka itu tepat gabungan bawahan yang sudah ada angkanya, tanpa KABID-4/C3"
        assert one.text("en") == "it is exactly what the children with a number make, without KABID-4/C3"
        assert found("H03", [50, 40, 60, None], kind="mean") == []

    def test_all_of_them_are_left_out_together(self) -> None:
        """Two that are missing are one mistake, and not any one of two."""
        (one,) = found("H04", [50, 40, 60, None, None], kind="mean")
        assert one.nodes == ("KABID-4/C3", "KABID-5/C4")
        assert "salah satu" not in one.text()

    @pytest.mark.parametrize("value", [49, 51])
    def test_another_number_is_no_mean_of_them(self, value: int) -> None:
        """One beside it fits nothing."""
        assert found("H04", [value, 40, 60, None], kind="mean") == []

    def test_of_a_sum_nothing_and_zero_are_one(self) -> None:
        """Then only one of the two is said."""
        assert len(found("H03", [100, 40, 60, None])) == 1
        assert found("H04", [100, 40, 60, None]) == []

    def test_where_all_reported_nobody_was_left_out_so(self) -> None:
        """What does not agree has another reason."""
        assert found("H04", [49, 40, 60], kind="mean") == []


class TestWithoutWeights:
    LINKS = ({"weight": 70}, {"weight": 30})

    def test_ignored_and_swapped_are_told_apart(self) -> None:
        """Of 80 and 40 the weights make 68, ignored 60, swapped 52."""
        assert found("H07", [68, 80, 40], kind="weighted", links=self.LINKS) == []
        (one,) = found("H07", [60, 80, 40], kind="weighted", links=self.LINKS)
        assert one.text("en") == "it is exactly the mean without the weights"
        (one,) = found("H07", [52, 80, 40], kind="weighted", links=self.LINKS)
        assert one.text("en") == "it fits if the weights of KABID-2/C1, KABID-3/C2 are swapped"

    def test_equal_numbers_hide_their_weights(self) -> None:
        """Swapping the weights of equals changes nothing."""
        assert found("H07", [52, 80, 80], kind="weighted", links=self.LINKS) == []


class TestRoundedFirst:
    def test_it_is_said_how_and_to_how_many_decimals(self) -> None:
        """33,4 and 33,4 make 66,8: rounded beforehand 66, rounded afterwards 67."""
        (before,) = found("H14", [66, "33.4", "33.4"])[:1]
        assert (
            before.text("en")
            == "it fits if the children's numbers are rounded to 0 decimals before they are put together"
        )
        (after,) = found("H14", [67, "33.4", "33.4"])
        assert after.text("id") == (
            "angka itu tepat hasil gabungan yang dibulatkan ke 0 desimal, padahal indikatornya tidak menyatakan desimal"
        )

    def test_cutting_off_is_another_way(self) -> None:
        """33,9 and 33,9 cut off are 66."""
        assert [one.data["manner"] for one in found("H14", [66, "33.9", "33.9"])] == ["dipotong pada"]

    def test_whole_numbers_cannot_be_rounded(self) -> None:
        """They are what they were."""
        assert found("H14", [66, 33, 34]) == []
