"""Expressions are data: written with operators, printed, compared, evaluated exactly."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.errors import InvalidValueError
from sakip.scoring import HI, LO, B, C, Condition, Formula, Linear, R, Ratio, T, W
from sakip.scoring.expression import SYMBOLS, require_linear

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
        assert (R > Decimal("0.5")).difference == R - Fraction(1, 2)  # noqa: SIM300 - as written by users

    @pytest.mark.parametrize(
        "spoken",
        [
            lambda: LO <= R <= HI,
            lambda: bool(R < T),
            lambda: not (R < T),
            lambda: (R < T) and (R > 0),
            lambda: (R < T) & (R > 0),
            lambda: (R < T) | (R > 0),
            lambda: ~(R < T),
            lambda: max(R, T),
        ],
        ids=["chained", "bool", "not", "and", "&", "|", "~", "max"],
    )
    def test_is_neither_true_nor_false(self, spoken: Callable[[], Any]) -> None:
        """A chained comparison or an `if` would drop half of what was meant, so it is refused with the way out."""
        with pytest.raises(InvalidValueError) as caught:
            spoken()
        assert caught.value.code == "not-a-formula"
        assert "Cases" in caught.value.way_out[1]


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
            lambda: Formula("f", None, at_target=100, direction="up"),
            lambda: Formula("f", R / T, at_target=100, direction="up", domain=[R == T]),
            lambda: Formula("f", R / T, at_target=100, direction="up", breaks=[2]),
            lambda: require_linear(R / T),
            lambda: Ratio(5, T),
            lambda: Ratio(T, "T"),
            lambda: Condition(5, "<"),
            lambda: Linear(5),
            lambda: Linear("R"),
            lambda: Linear([5]),
            lambda: Linear(["R"]),
            lambda: Linear([("R", 1, 2)]),
        ],
        ids=range(25),
    )
    def test_is_refused(self, written: Callable[[], Any]) -> None:
        """Products and sums of quotients, floats, divisions by nothing and other things are refused at once."""
        with pytest.raises(InvalidValueError) as caught:
            written()
        assert caught.value.problem[0] != caught.value.problem[1]
        assert caught.value.way_out[0]


class TestNotLinear:
    @pytest.mark.parametrize(
        "written",
        [
            lambda: R * T,
            lambda: R * R / T,
            lambda: R / T * R,
            lambda: R * (R / T),
            lambda: R / T / T,
            lambda: R / (R / T),
            lambda: (R / T) / (T / R),
            lambda: R / T + T / R,
            lambda: R / T - R,
            lambda: R + R / T,
            lambda: R - R / T,
        ],
        ids=range(11),
    )
    def test_says_so(self, written: Callable[[], Any]) -> None:
        """Symbols times, over or beside each other are told to be no quotient of linear expressions, not no number."""
        with pytest.raises(InvalidValueError, match="no quotient of two linear expressions") as caught:
            written()
        assert (caught.value.code, caught.value.path) == ("not-a-formula", "Formula")
        assert "parse_number" not in str(caught.value)


class TestData:
    """Data of a formula may come from anywhere, so nothing in it may become a program or fill the memory."""

    @pytest.mark.parametrize(
        "sign", ["==", "=", "", "=<", " <", "<=\n", "< 0 or print() or 0 <", None, 1, True, ["<"]], ids=repr
    )
    def test_comparisons(self, sign: Any) -> None:
        """No text but the five comparisons is one, in a condition and in its plain form."""
        for attempt in (
            lambda: Condition(R, sign),
            lambda: Condition.from_canonical({"difference": {"R": "1"}, "operator": sign}),
        ):
            with pytest.raises(InvalidValueError, match="<, <=, >, >=, !=") as caught:
                attempt()
            assert (caught.value.code, caught.value.path) == ("unknown-operator", "Condition.operator")

    @pytest.mark.parametrize("symbol", ["X", "r", "", "1", "R ", "facts[0]", None, 2], ids=repr)
    def test_symbols(self, symbol: Any) -> None:
        """A symbol that no measurement has is refused instead of being dropped."""
        with pytest.raises(InvalidValueError, match="R, T, B, W, C, LO, HI") as caught:
            Linear([("R", 1), (symbol, 1)])
        assert (caught.value.code, caught.value.path) == ("unknown-symbol", "Formula")
        with pytest.raises(InvalidValueError):
            Linear.from_canonical({"R": "1", "X": "1"})

    @pytest.mark.parametrize(
        "text",
        [
            "1e999999999",
            "0.5",
            "1/0",
            "1/-2",
            "",
            " 1",
            "1\n",
            "+1",
            "1_0",
            "\u0661",
            "1/2/3",
            "9" * 1001,
            1,
            0.5,
            None,
        ],
        ids=lambda text: repr(text)[:15],
    )
    def test_numbers(self, text: Any) -> None:
        """A number that no plain form writes is refused before it is computed, also one that would fill the memory."""
        for data in ({"R": text}, {"1": text}):
            with pytest.raises(InvalidValueError) as caught:
                Linear.from_canonical(data)
            assert (caught.value.code, caught.value.path) == ("not-a-formula", "Formula")

    def test_long_numbers(self) -> None:
        """A thousand digits are read, as the product of many coefficients may have them, and so are quotients."""
        assert Linear.from_canonical({"R": "9" * 1000}).coefficient("R") == 10**1000 - 1
        assert Linear.from_canonical({"R": "-3/7", "1": "-2"}) == Fraction(-3, 7) * R - 2

    def test_plain_forms(self) -> None:
        """Zero is left out, a number alone stands under ``1``, and each part has a name."""
        assert (R - R).canonical() == {}
        assert (Decimal("1.76") * T - R - 3).canonical() == {"R": "-1", "T": "44/25", "1": "-3"}

    @pytest.mark.parametrize("number", [0.5, True, None, "1,5", Decimal("NaN"), 10**18], ids=repr)
    def test_coefficients(self, number: Any) -> None:
        """A linear expression that is made of its parts takes exact numbers alone."""
        for attempt in (lambda: Linear([("R", number)]), lambda: Linear((), number)):
            with pytest.raises(InvalidValueError) as caught:
                attempt()
            assert caught.value.path == "Formula"
        assert Linear([("R", 2)], Decimal("0.5")) == 2 * R + Fraction(1, 2)

    @pytest.mark.parametrize("part", [2 * T - R, R / T, R < T], ids=["1", "2", "3"])
    def test_pickles(self, part: Any) -> None:
        """Every part of a formula is a value: itself again after pickling, and hashable."""
        again = pickle.loads(pickle.dumps(part))
        assert again == part
        assert hash(again) == hash(part)

    @pytest.mark.parametrize(
        "written",
        [
            lambda: R**2,
            lambda: 2**R,
            lambda: R // T,
            lambda: 5 // R,
            lambda: R % T,
            lambda: 5 % R,
            lambda: divmod(R, T),
            lambda: divmod(5, R),
            lambda: abs(R - T),
            lambda: round(R),
            lambda: int(R),
            lambda: float(R),
            lambda: (R / T) ** 2,
            lambda: (R / T) // 2,
            lambda: (R / T) % 2,
            lambda: abs(R / T),
            lambda: float(R / T),
        ],
        ids=range(17),
    )
    def test_other_operators(self, written: Callable[[], Any]) -> None:
        """An operator that no expression has is refused with those that it has, and how a distance is written."""
        with pytest.raises(InvalidValueError, match=r"\|R - T\|") as caught:
            written()
        assert (caught.value.code, caught.value.path) == ("not-a-formula", "Formula")

    @pytest.mark.parametrize(
        "written",
        [lambda: R / T < 1, lambda: R / T <= 1, lambda: R / T > 1, lambda: R / T >= 1, lambda: min(R / T, T / R)],
        ids=range(5),
    )
    def test_quotients_are_not_compared(self, written: Callable[[], Any]) -> None:
        """A quotient has no condition, since its denominator may be negative; the way out compares numerators."""
        with pytest.raises(InvalidValueError, match="R < T, not R / T < 1"):
            written()

    def test_number_over_a_quotient(self) -> None:
        """A number over a quotient is the quotient turned over."""
        assert str((100 / (R / T)).whole()) == "(100*T) / (R)"
        with pytest.raises(InvalidValueError):
            _ = 1 / ((R - R) / T)

    @pytest.mark.parametrize(
        "reading",
        [Linear.from_canonical, Ratio.from_canonical, Condition.from_canonical],
        ids=["linear", "ratio", "condition"],
    )
    @pytest.mark.parametrize("data", [None, 5, "R", [], ["R"], object()], ids=range(6))
    def test_data_of_another_form(self, reading: Callable[[Any], Any], data: Any) -> None:
        """Data that is no plain form of the part is refused with the way out."""
        with pytest.raises(InvalidValueError, match=r"canonical\(\)"):
            reading(data)

    def test_sign_of_whole(self) -> None:
        """Whole coefficients keep the side of zero on which a denominator lies."""
        assert str((R / -2).whole()) == "(R) / (-2)"
        assert str((R / (-2 * T)).whole()) == "(R) / (-2*T)"

    def test_require(self) -> None:
        """A linear expression passes as it is."""
        assert require_linear(T) is T
