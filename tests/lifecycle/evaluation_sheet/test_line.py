import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip.lifecycle import ANSWERS_88_2021, ANSWERS_A_D, ANSWERS_Y_T, LKE_88_2021, AnswerChoice, SheetSubComponent
from sakip.lifecycle.evaluation_sheet.line import answered_by, lines_of, share_met
from tests.lifecycle.evaluation_sheet.making import TEMPLATE, name

A, B, D = (ANSWERS_A_D.choice(label) for label in "ABD")
YES = ANSWERS_Y_T.choice("Y")
assert A is not None
assert B is not None
assert D is not None
assert YES is not None


class TestAnsweredBy:
    def test_sub_components(self) -> None:
        """Where sub-components are answered, their criteria are probes, which are answered yes or no."""
        found = answered_by(LKE_88_2021, "sub_component")
        assert found["1.b"] == ANSWERS_88_2021
        assert found["1.b.1"] == LKE_88_2021.probes == ANSWERS_Y_T
        assert len(found) == 12 + 80

    def test_criteria(self) -> None:
        """Where criteria are answered, each has its own answers or its sub-component's, which itself has none."""
        found = answered_by(TEMPLATE, "criterion")
        assert found == {"1.a.1": ANSWERS_Y_T, "1.a.2": ANSWERS_A_D, "2.a.1": ANSWERS_A_D}


class TestByCriterion:
    def test_each_gives_its_part(self) -> None:
        """A weight of 60 is parted 1 : 2; Y gives 20 points, B 0.66 of 40."""
        lines = {one.code: one for one in lines_of(TEMPLATE, {"1.a.1": YES, "1.a.2": B, "2.a.1": D}, "criterion")}
        assert (lines["1.a.1"].weight, lines["1.a.1"].exact) == (20, 20)
        assert (lines["1.a.2"].weight, lines["1.a.2"].exact) == (40, Fraction("26.4"))
        assert (lines["1.a"].exact, lines["1"].exact, lines["2"].exact) == (Fraction("46.4"), Fraction("46.4"), 0)
        assert lines[""].exact == Fraction("46.4")
        assert lines["1.a"].percent == Fraction("46.4") * 100 / 60

    def test_what_is_open_is_no_zero(self) -> None:
        """An open criterion leaves everything above it without a score, between two bounds."""
        lines = {one.code: one for one in lines_of(TEMPLATE, {"1.a.1": YES, "2.a.1": A}, "criterion")}
        assert (lines["1.a.2"].exact, lines["1.a.2"].lowest, lines["1.a.2"].highest) == (None, 0, 40)
        assert (lines["1.a"].score, lines["1.a"].percent, lines["1.a"].open) == (None, None, ("1.a.2",))
        assert (lines[""].lowest, lines[""].highest, lines[""].open) == (60, 100, ("1.a.2",))
        assert lines["2"].exact == 40

    def test_without_criteria_nothing_is_known(self) -> None:
        """A sub-component that has no criteria is open as a whole, whatever is answered."""
        bare = SheetSubComponent("1.a", name("Rencana"), 60, answers=ANSWERS_A_D)
        first, second = TEMPLATE.components
        template = evolve(TEMPLATE, components=[evolve(first, sub_components=[bare]), second])
        lines = {one.code: one for one in lines_of(template, {"1.a": A}, "criterion")}
        assert (lines["1.a"].open, lines["1.a"].lowest, lines["1.a"].highest) == (("1.a",), 0, 60)


class TestBySubComponent:
    def test_a_letter_stands_for_the_whole(self) -> None:
        """Planning answered BB, B and CC gives 4.8 + 6.3 + 9 = 20.10 of 30."""
        choices = {"1.a": "BB", "1.b": "B", "1.c": "CC"}
        found = {code: choice for code, label in choices.items() if (choice := ANSWERS_88_2021.choice(label))}
        lines = {one.code: one for one in lines_of(LKE_88_2021, found, "sub_component")}
        assert [str(lines[code].score) for code in ("1.a", "1.b", "1.c", "1")] == ["4.80", "6.30", "9.00", "20.10"]
        assert lines["1.a"].answer == "BB"
        assert lines[""].open == ("2.a", "2.b", "2.c", "3.a", "3.b", "3.c", "4.a", "4.b", "4.c")
        assert len(lines) == 1 + 4 + 12

    def test_a_scale_that_does_not_end_at_zero(self) -> None:
        """What is open gives at least what the worst answer is worth."""
        floor = evolve(ANSWERS_A_D, choices=[AnswerChoice("A", 100), AnswerChoice("B", 25)])
        first, second = TEMPLATE.components
        sub = evolve(first.sub_components[0], answers=floor)
        template = evolve(TEMPLATE, components=[evolve(first, sub_components=[sub]), second])
        assert lines_of(template, {}, "sub_component")[0].lowest == 15


def test_rounded_away_from_zero() -> None:
    """The score has two decimals, halves up; the exact number stays beside it."""
    (whole, *_) = lines_of(evolve(TEMPLATE, components=[]), {}, "criterion")
    half = evolve(whole, lowest=Fraction("46.405"), highest=Fraction("46.405"))
    assert (half.score, half.exact) == (Decimal("46.41"), Fraction("46.405"))
    assert whole.percent is None
    assert pickle.loads(pickle.dumps(half)) == half


@pytest.mark.parametrize(
    ("labels", "share"),
    [
        ("YY", (100, 100)),
        ("YT", (50, 50)),
        ("YTT", (Fraction(100, 3), Fraction(100, 3))),
        ("TT", (0, 0)),
        ("Y?", (50, 100)),
        ("T??", (0, Fraction(200, 3))),
        ("??", None),
        ("", None),
    ],
)
def test_share_that_is_met(labels: str, share: Any) -> None:
    """The share counts every criterion; one that is not answered may be met or not."""
    assert share_met([ANSWERS_Y_T.choice(label) for label in labels], ANSWERS_Y_T) == share
