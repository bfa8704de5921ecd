"""Expressions are data: written with operators, printed, compared, evaluated exactly."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.errors import InvalidValueError
from sakip.scoring import HI, LO, B, C, Cases, Condition, Formula, Linear, R, Ratio, T, W
from sakip.scoring.expression import SYMBOLS, as_cases, require_condition, require_linear

SMALL = st.integers(-9, 9).map(Fraction)
LINES = st.builds(
    lambda numbers, constant: Linear(list(zip(SYMBOLS, numbers, strict=True)), constant),
    st.lists(SMALL, min_size=7, max_size=7),
    SMALL,
)
NUMBERS = st.lists(SMALL, min_size=7, max_size=7).map(lambda found: dict(zip(SYMBOLS, found, strict=True)))


class TestLinear:
    @given(one=LINES, other=LINES, factor=SMALL, numbers=NUMBERS)
    def test_operators_mean_what_they_say(
        self, one: Linear, other: Linear, factor: Fraction, numbers: dict[str, Fraction]
    ) -> None:
        """The value of a sum, difference, negation or multiple is that of the values."""
        a, b = one.value(numbers), other.value(numbers)
        assert (one + other).value(numbers) == a + b
        assert (one - other).value(numbers) == a - b
        assert (-one).value(numbers) == -a
        assert (one * factor).value(numbers) == (factor * one).value(numbers) == factor * a
        assert (one + factor).value(numbers) == (factor + one).value(numbers) == a + factor
        assert (one - factor).value(numbers) == a - factor
        assert (factor - one).value(numbers) == factor - a

    @given(one=LINES, other=LINES)
    def test_equal_expressions_look_alike(self, one: Linear, other: Linear) -> None:
        """What adds up to the same expression is equal to it, hashes alike and is printed alike."""
        again = one + other - other
        assert again == one
        assert (hash(again), str(again)) == (hash(one), str(one))

    @given(one=LINES)
    def test_canonical_and_back(self, one: Linear) -> None:
        """The plain form reads back as the same expression."""
        assert Linear.from_canonical(one.canonical()) == one

    @pytest.mark.parametrize(
        ("expression", "text"),
        [
            (R, "R"),
            (2 * T - R, "2*T - R"),
            (-R, "-R"),
            (-R - 3, "-R - 3"),
            (R - R, "0"),
            (R - R - 5, "-5"),
            (Fraction(1, 2) * T + Decimal("1.5"), "1/2*T + 3/2"),
            (LO + HI + B + W + C, "B + W + C + LO + HI"),
        ],
    )
    def test_text(self, expression: Linear, text: str) -> None:
        """Symbols stand in their fixed order, what is added before what is taken away."""
        assert str(expression) == text

    def test_coefficients(self) -> None:
        """A symbol that does not occur has the coefficient zero."""
        line = 3 * R - 2 * T + 7
        assert [line.coefficient(symbol) for symbol in ("R", "T", "B")] == [3, -2, 0]
        assert line.symbols == ("R", "T")

    def test_missing_number(self) -> None:
        """Without a number for a symbol there is no value."""
        with pytest.raises(KeyError):
            R.value({"T": Fraction(1)})


class TestRatio:
    @given(one=LINES, other=LINES, factor=SMALL, numbers=NUMBERS)
    def test_operators_mean_what_they_say(
        self, one: Linear, other: Linear, factor: Fraction, numbers: dict[str, Fraction]
    ) -> None:
        """A quotient plus, minus, times or over a number has that value."""
        if not other.value(numbers):
            return
        ratio = one / other

        def value(found: Ratio) -> Fraction:
            return found.numerator.value(numbers) / found.denominator.value(numbers)

        assert value(ratio + factor) == value(factor + ratio) == value(ratio) + factor
        assert value(ratio - factor) == value(ratio) - factor
        assert value(factor - ratio) == factor - value(ratio)
        assert value(-ratio) == -value(ratio)
        assert value(factor * ratio) == value(ratio * factor) == factor * value(ratio)
        if factor:
            assert value(ratio / factor) == value(ratio) / factor
        if one.value(numbers):
            assert value(factor / one) == factor / one.value(numbers)

    def test_regulation_form(self) -> None:
        """1 + (1 - R/T), (T - (R - T)) / T and (2T - R) / T are one formula in three spellings."""
        spellings = [100 * (1 + (1 - R / T)), 100 * (T - (R - T)) / T, 100 * (2 * T - R) / T]
        assert {str(ratio.whole()) for ratio in spellings} == {"(200*T - 100*R) / (T)"}

    def test_whole(self) -> None:
        """Whole coefficients without a common factor, at the same value."""
        ratio = (Fraction(1, 2) * R - Fraction(3, 4)) / (Fraction(5, 2) * T)
        assert str(ratio.whole()) == "(2*R - 3) / (10*T)"
        assert ((0 * R) / T).whole() == Ratio(Linear(()), T)

    def test_canonical_and_back(self) -> None:
        """The plain form reads back as the same quotient."""
        ratio = (R - Fraction(1, 3)) / (2 * T - B)
        assert Ratio.from_canonical(ratio.canonical()) == ratio
        assert ratio.symbols == ("R", "T", "B")


class TestCondition:
    @pytest.mark.parametrize(
        ("condition", "operator", "holding"),
        [
            (R < T, "<", [-1]),
            (R <= T, "<=", [-1, 0]),
            (R > T, ">", [1]),
            (R >= T, ">=", [0, 1]),
            (R.differs(T), "!=", [-1, 1]),
        ],
    )
    def test_comparisons(self, condition: Condition, operator: str, holding: list[int]) -> None:
        """A comparison compares the difference of its sides with zero."""
        assert (condition.difference, condition.operator) == (R - T, operator)
        assert [value for value in (-1, 0, 1) if condition.holds(Fraction(value))] == holding
        assert Condition.from_canonical(condition.canonical()) == condition
        assert str(condition) == f"R - T {operator} 0"

    def test_with_a_number(self) -> None:
        """An expression may be compared with a number on either side."""
        assert (R < 5) == Condition(R - 5, "<")
        assert (R > Decimal("0.5")).difference == R - Fraction(1, 2)

    @pytest.mark.parametrize(
        "spoken",
        [lambda: LO <= R <= HI, lambda: bool(R < T), lambda: not (R < T), lambda: (R < T) and (R > 0)],  # noqa: SIM300
        ids=["chained", "bool", "not", "and"],
    )
    def test_is_neither_true_nor_false(self, spoken: Callable[[], Any]) -> None:
        """A chained comparison or an `if` would drop half of what was meant, so it is refused with the way out."""
        with pytest.raises(InvalidValueError) as caught:
            spoken()
        assert caught.value.code == "not-a-formula"
        assert "Cases" in caught.value.way_out[1]


class TestCases:
    def test_parts(self) -> None:
        """Branches and the last quotient are listed in order, numbers and linear expressions made quotients."""
        cases = Cases([(R < LO, 100 * R / LO), (R > HI, 5)], otherwise=100)
        assert cases.symbols == ("R", "LO", "HI")
        assert [str(ratio) for ratio in cases.ratios] == ["(100*R) / (LO)", "(5) / (1)", "(100) / (1)"]
        assert Cases.from_canonical(cases.canonical()) == cases
        assert as_cases(cases) is cases
        assert as_cases(R).otherwise == R / 1


class TestRefusal:
    """What is no quotient of linear expressions cannot be written down."""

    @pytest.mark.parametrize(
        "written",
        [
            lambda: R * T,
            lambda: R / T * R,
            lambda: R / T + T / R,
            lambda: R + R / T,
            lambda: 1.5 * R,
            lambda: R + 0.5,
            lambda: R < 0.5,
            lambda: R / 0,
            lambda: R / T / 0,
            lambda: R / (T - T),
            lambda: R * True,
            lambda: R * Decimal("NaN"),
            lambda: R * "1e5",
            lambda: Cases([(R == T, 100)], otherwise=0),
            lambda: Cases([(True, 100)], otherwise=0),
            lambda: Cases([(R < T, 1.5)], otherwise=0),
            lambda: Cases([], otherwise="abc"),
            lambda: Formula("f", None, at_target=100, direction="up"),
            lambda: Formula("f", R / T, at_target=100, direction="up", domain=[R == T]),
            lambda: Formula("f", R / T, at_target=100, direction="up", breaks=[2]),
            lambda: require_condition(None),
            lambda: require_linear(R / T),
        ],
        ids=range(22),
    )
    def test_is_refused(self, written: Callable[[], Any]) -> None:
        """Products and sums of quotients, floats, divisions by nothing and other things are refused at once."""
        with pytest.raises(InvalidValueError) as caught:
            written()
        assert caught.value.problem[0] != caught.value.problem[1]
        assert caught.value.way_out[0]
