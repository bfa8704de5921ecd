"""Which numbers may enter, and the exact integers they become."""

import decimal
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sakip.base.number import MICRO, admit, admit_whole, decimal_of, decimal_of_fraction, micro, rounded
from sakip.errors import InvalidValueError
from tests.base.contract import assert_way_out

LARGEST = 10**18 - 1
MICROS = st.integers(-(10**24) + 1, 10**24 - 1)


def refusal(value: object) -> str:
    """The code with which the gate refuses a value."""
    with pytest.raises(InvalidValueError) as caught:
        admit(value, "Target.value")
    assert caught.value.path == "Target.value"
    assert caught.value.value is value
    return caught.value.code


class TestAdmit:
    """At most 18 integer digits and 6 decimals; `int`, `Decimal` or canonical text."""

    @pytest.mark.parametrize(
        ("value", "written"),
        [
            (0, "0"),
            (2, "2"),
            (LARGEST, str(LARGEST)),
            (-LARGEST, str(-LARGEST)),
            ("98.50", "98.5"),
            ("-0", "0"),
            ("-0.00", "0"),
            ("007", "7"),
            ("1.000000", "1"),
            (f"{LARGEST}.999999", f"{LARGEST}.999999"),
            (Decimal("12.50"), "12.5"),
            (Decimal("1E+3"), "1000"),
            (Decimal("1E+17"), "100000000000000000"),
            (Decimal("-0.000"), "0"),
            (Decimal("0E+999999"), "0"),
            (Decimal("0E-999999"), "0"),
            (Decimal("0.000001"), "0.000001"),
            (Decimal("-1E-6"), "-0.000001"),
            (Decimal("1.00000000000"), "1"),
        ],
    )
    def test_written_form(self, value: Any, written: str) -> None:
        """A number has one written form, without trailing zeros, exponent or negative zero."""
        admitted = admit(value, "x")
        assert str(admitted) == written
        assert not (admitted.is_zero() and admitted.is_signed())

    @pytest.mark.parametrize(
        "value",
        [
            LARGEST + 1,
            -LARGEST - 1,
            Decimal(10**18),
            Decimal("-1E+18"),
            Decimal("1E-7"),
            Decimal("-0.0000001"),
            Decimal("1.0000001"),
            Decimal("123456789012.1234567"),
            Decimal("1e999999"),
            Decimal("1e-999999"),
            Decimal("1." + "0" * 100_000),
        ],
        ids=lambda value: repr(value)[:40],
    )
    def test_out_of_range(self, value: object) -> None:
        """One digit more on either side of the point is refused, and so is what only looks small."""
        assert refusal(value) == "number-too-large"

    def test_unwritable(self) -> None:
        """An integer that Python itself refuses to write is refused with a message that can be read."""
        with pytest.raises(InvalidValueError, match="<int>") as caught:
            admit(10**5000, "x")
        assert caught.value.code == "number-too-large"

    @pytest.mark.parametrize("value", ["NaN", "sNaN", "-NaN123", "Infinity", "-Infinity"])
    def test_not_finite(self, value: str) -> None:
        """NaN and infinities are no numbers, however they were made."""
        assert refusal(Decimal(value)) == "not-finite"
        assert refusal(value) == "not-canonical"

    @pytest.mark.parametrize("value", [0.5, 1.0, float("nan"), float("inf")])
    def test_floats(self, value: object) -> None:
        """A float is refused even where it happens to be exact, and the way out says what to write."""
        with pytest.raises(InvalidValueError, match="parse_number") as caught:
            admit(value, "x")
        assert caught.value.code == "float-refused"

    @pytest.mark.parametrize("value", [True, False, None, b"1", [1], Fraction(1, 2), 1j, object()])
    def test_other_things(self, value: object) -> None:
        """A bool is no number, and neither is anything else."""
        assert refusal(value) == "not-a-number"

    @pytest.mark.parametrize(
        "text",
        ["1.0000000", "-1.1234567", "0" * 19, "1" + "0" * 18, "9" * 10**6, "1." + "0" * 10**6],
        ids=lambda text: f"{text[:12]!r}-{len(text)}",
    )
    def test_texts_of_too_many_digits(self, text: str) -> None:
        """A number that is only too long or too fine is told so, not that it is badly written."""
        assert refusal(text) == "number-too-large"

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " 1",
            "1 ",
            "1\n",
            "+1",
            "--1",
            "1e5",
            "1e999999999",
            "1_000",
            "1,5",
            ".5",
            "5.",
            "1.2.3",
            "0x10",
            "١٢٣",
            "１２",
            "²",
        ],
        ids=lambda text: f"{text[:12]!r}-{len(text)}",
    )
    def test_other_texts(self, text: str) -> None:
        """Text in any other form is refused before a Decimal is made of it."""
        assert refusal(text) == "not-canonical"

    @given(MICROS)
    @example(0)
    @example(-1)
    def test_same_number(self, count: int) -> None:
        """Every number within the limits keeps its value, and its written form is admitted as itself."""
        admitted = admit(Decimal(f"{count}e-6"), "x")
        assert Fraction(admitted) == Fraction(count, MICRO)
        assert admit(admitted, "x").as_tuple() == admitted.as_tuple()
        assert admit(str(admitted), "x").as_tuple() == admitted.as_tuple()
        assert micro(admitted) == count

    @given(MICROS)
    def test_context_has_no_say(self, count: int) -> None:
        """An ambient context that rounds everything to one digit and traps it changes nothing."""
        value = Decimal(f"{count}e-6")
        plain = str(admit(value, "x"))
        with decimal.localcontext(decimal.Context(prec=1, traps=[decimal.Inexact, decimal.Rounded])):
            assert str(admit(value, "x")) == plain
            assert micro(admit(plain, "x")) == count

    @given(st.one_of(st.text(), st.floats(), st.binary(), st.decimals(), st.integers()))
    def test_answers_or_refuses(self, value: object) -> None:
        """Whatever comes is admitted or refused with the library's own error."""
        try:
            admitted = admit(value, "x")
        except InvalidValueError:
            return
        assert isinstance(admitted, Decimal)


class TestAdmitWhole:
    """A whole number between two bounds, both included."""

    @pytest.mark.parametrize("value", [1945, 2025, 9999])
    def test_inside(self, value: int) -> None:
        """Both bounds are inside."""
        assert admit_whole(value, "x", low=1945, high=9999) == value

    @pytest.mark.parametrize("value", [1944, 10000, True, 2025.0, "2025", None, Decimal(2025)])
    def test_outside(self, value: object) -> None:
        """One step outside, a bool, and every other type are refused."""
        with pytest.raises(InvalidValueError, match="1945") as caught:
            admit_whole(value, "Agreement.year", low=1945, high=9999)
        assert (caught.value.code, caught.value.path) == ("not-a-whole-number", "Agreement.year")
        assert caught.value.value is value
        assert_way_out(lambda given: admit_whole(given, "Agreement.year", low=1945, high=9999), value)


def reference_rounding(value: Fraction, digits: int) -> Fraction:
    """Half away from zero, by the definition: sign(num) * floor((2*k*abs(num) + den) / (2*den))."""
    scale = 10**digits
    size = (2 * scale * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return Fraction(-size if value < 0 else size, scale)


class TestRounded:
    """Half up means away from zero; half even and truncation are named."""

    @pytest.mark.parametrize(
        ("quotient", "half_up", "half_even", "truncate"),
        [
            ((0, 1), 0, 0, 0),
            ((1, 2), 1, 0, 0),
            ((-1, 2), -1, 0, 0),
            ((3, 2), 2, 2, 1),
            ((-3, 2), -2, -2, -1),
            ((5, 2), 3, 2, 2),
            ((-5, 2), -3, -2, -2),
            ((49, 100), 0, 0, 0),
            ((51, 100), 1, 1, 0),
            ((-51, 100), -1, -1, 0),
            ((-49, 100), 0, 0, 0),
            ((2, 3), 1, 1, 0),
            ((-2, 3), -1, -1, 0),
        ],
    )
    def test_ties_and_neighbours(self, quotient: tuple[int, int], half_up: int, half_even: int, truncate: int) -> None:
        """Ties and their neighbours on both sides of zero."""
        assert rounded(*quotient, 0, "half_up") == half_up
        assert rounded(*quotient, 0, "half_even") == half_even
        assert rounded(*quotient, 0, "truncate") == truncate

    @given(st.integers(), st.integers(1, 10**9), st.integers(0, 12))
    def test_half_up_is_the_definition(self, numerator: int, denominator: int, digits: int) -> None:
        """Half up agrees with the definition in fractions."""
        expected = reference_rounding(Fraction(numerator, denominator), digits)
        assert Fraction(rounded(numerator, denominator, digits, "half_up"), 10**digits) == expected

    @given(st.integers(), st.integers(1, 10**9), st.integers(0, 12))
    def test_others_are_the_definition(self, numerator: int, denominator: int, digits: int) -> None:
        """Half even agrees with Python's own rounding of fractions, truncation with cutting towards zero."""
        scaled = Fraction(numerator * 10**digits, denominator)
        assert rounded(numerator, denominator, digits, "half_even") == round(scaled)
        assert rounded(numerator, denominator, digits, "truncate") == int(scaled)


class TestDecimals:
    """At the doors a whole count becomes a Decimal again."""

    @pytest.mark.parametrize(
        ("count", "digits", "written"), [(-2465, 2, "-24.65"), (5000, 2, "50.00"), (0, 2, "0.00"), (7, 0, "7")]
    )
    def test_of_a_count(self, count: int, digits: int, written: str) -> None:
        """The decimals that were asked for are there, zeros included."""
        assert str(decimal_of(count, digits)) == written

    def test_of_a_fraction(self) -> None:
        """A fraction is rounded half up unless another mode is named."""
        assert decimal_of_fraction(Fraction(-60800, 2467), 2) == Decimal("-24.65")
        assert decimal_of_fraction(Fraction(1, 8), 2) == Decimal("0.13")
        assert decimal_of_fraction(Fraction(1, 8), 2, "half_even") == Decimal("0.12")
        assert decimal_of_fraction(Fraction(2, 3), 2, "truncate") == Decimal("0.66")

    @given(st.integers(-(10**30), 10**30), st.integers(0, 12))
    def test_context_has_no_say(self, count: int, digits: int) -> None:
        """A narrow ambient context does not shorten the number."""
        with decimal.localcontext(decimal.Context(prec=1)):
            assert Fraction(decimal_of(count, digits)) == Fraction(count, 10**digits)
