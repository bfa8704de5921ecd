"""A number in the notation of Indonesia or of English."""

import decimal
import sys
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from sakip import format_number, parse_number
from sakip.errors import InvalidValueError
from tests.base.contract import assert_way_out, facts_of


class TestExact:
    """Without decimals the number is written exactly."""

    @pytest.mark.parametrize(
        ("value", "indonesian", "english"),
        [
            (0, "0", "0"),
            (-7, "-7", "-7"),
            (999, "999", "999"),
            (1000, "1.000", "1,000"),
            (-1000, "-1.000", "-1,000"),
            (1234567, "1.234.567", "1,234,567"),
            (Decimal("33333.33"), "33.333,33", "33,333.33"),
            (Decimal("-24.65"), "-24,65", "-24.65"),
            (Decimal("50.00"), "50", "50"),
            (Decimal("1E+3"), "1.000", "1,000"),
            (Decimal("-0.00"), "0", "0"),
            (Decimal("0.000001"), "0,000001", "0.000001"),
            (Fraction(1, 8), "0,125", "0.125"),
            (Fraction(-5, 2), "-2,5", "-2.5"),
            (Fraction(10, 2), "5", "5"),
            (Fraction(800, 9), "800/9", "800/9"),
            (Fraction(-60800, 2467), "-60.800/2.467", "-60,800/2,467"),
            (Fraction(1, 2**100), f"0,{5**100:0100d}", f"0.{5**100:0100d}"),
            (Fraction(1, 2**101), f"1/{2**101:,}".replace(",", "."), f"1/{2**101:,}"),
        ],
    )
    def test_both_languages(self, value: Any, indonesian: str, english: str) -> None:
        """Trailing zeros fall away, negative zero does not exist, and a fraction without an end is a quotient."""
        assert format_number(value) == indonesian
        assert format_number(value, lang="en") == english

    def test_without_groups(self) -> None:
        """Grouping can be left out, in a quotient too."""
        assert format_number(Decimal("-1234567.8"), grouping=False) == "-1234567,8"
        assert format_number(Fraction(-60800, 2467), lang="en", grouping=False) == "-60800/2467"


class TestRounded:
    """With decimals the number is rounded half up, away from zero."""

    @pytest.mark.parametrize(
        ("value", "decimals", "written"),
        [
            (Fraction(800, 9), 2, "88,89"),
            (Fraction(-60800, 2467), 2, "-24,65"),
            (Decimal("0.125"), 2, "0,13"),
            (Decimal("-0.125"), 2, "-0,13"),
            (Decimal("0.1249"), 2, "0,12"),
            (Decimal("2.5"), 0, "3"),
            (Decimal("-2.5"), 0, "-3"),
            (Decimal("-0.004"), 2, "0,00"),
            (50, 2, "50,00"),
            (999999, 1, "999.999,0"),
            (Decimal("999.995"), 2, "1.000,00"),
            (Fraction(1, 3), 100, "0," + "3" * 100),
        ],
    )
    def test_half_up(self, value: Any, decimals: int, written: str) -> None:
        """Ties go away from zero, zeros are filled up, and what rounds to nothing loses its sign."""
        assert format_number(value, decimals=decimals) == written

    @pytest.mark.parametrize("decimals", [-1, 101, True, Decimal(2), "2", 2.0])
    def test_decimals_out_of_range(self, decimals: Any) -> None:
        """From 0 to 100 decimals, as an int."""
        with pytest.raises(InvalidValueError, match="0 to 100") as caught:
            format_number(1, decimals=decimals)
        assert (caught.value.code, caught.value.path) == ("not-a-whole-number", "format_number.decimals")
        assert caught.value.value is decimals
        assert_way_out(lambda given: format_number(1, decimals=given), decimals)

    @given(st.integers(-(10**15), 10**15).map(lambda count: Decimal(f"{count}e-6")), st.integers(0, 6))
    def test_second_opinion(self, value: Decimal, decimals: int) -> None:
        """Babel writes the same, for both languages, wherever it is asked for the same number of decimals."""
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        with decimal.localcontext(decimal.Context(rounding=decimal.ROUND_HALF_UP)):
            for lang in ("id", "en"):
                expected = format_decimal(value, pattern, locale=lang)
                if expected.strip("-0.,") == "":
                    expected = expected.removeprefix("-")
                assert format_number(value, decimals=decimals, lang=lang) == expected


class TestRefused:
    """What cannot be written is an error, never a slow answer."""

    @pytest.mark.parametrize(
        "value",
        [
            0.5,
            True,
            None,
            "5",
            Decimal("NaN"),
            Decimal("sNaN"),
            Decimal("Infinity"),
            Decimal("1e999999999"),
            Decimal("1e-999999999"),
            Decimal("1." + "3" * 600),
            10**500,
            -(10**500),
            Fraction(1, 10**500),
            Fraction(10**600, 7),
        ],
        ids=lambda value: f"{value!r:.30}",
    )
    def test_values(self, value: Any) -> None:
        """Floats, bools, texts, what is not finite and what is beyond 500 digits."""
        code, path, given = facts_of(lambda: format_number(value))
        assert (code, path) == ("unwritable-number", "format_number")
        assert given is value

    def test_language(self) -> None:
        """An unknown language is refused."""
        with pytest.raises(InvalidValueError, match="unknown language"):
            format_number(1, lang="fr")  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("value", "fits"),
        [
            (Decimal("1e499"), True),
            (Decimal("1e500"), False),
            (Decimal("1e-499"), True),
            (Decimal("1e-500"), False),
            (Decimal("9" * 500), True),
            (Decimal("9" * 501), False),
            (Decimal("0e-9999"), True),
            (Fraction(1, 10**500 - 1), True),
            (Fraction(1, 10**500), False),
        ],
        ids=lambda value: f"{value!r:.20}",
    )
    def test_500_digits(self, value: Any, fits: bool) -> None:
        """Both sides of the limit, above and below the line of a quotient."""
        if fits:
            assert format_number(value)
        else:
            assert facts_of(lambda: format_number(value)) == ("unwritable-number", "format_number", value)

    def test_one_hundred_decimals(self) -> None:
        """What needs one hundred decimals is written with them, what needs more as a quotient."""
        assert format_number(Fraction(1, 10**100), lang="en") == f"0.{'0' * 99}1"
        assert format_number(Fraction(1, 10**101), lang="en", grouping=False) == f"1/{10**101}"

    def test_limits_on_both_sides(self) -> None:
        """The largest number is written even where the host allows no more than 640 digits at once."""
        allowed = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(640)
        try:
            assert format_number(10**500 - 1, decimals=100, grouping=False) == "9" * 500 + "," + "0" * 100
            assert len(format_number(Fraction(10**499, 10**499 + 1), grouping=False)) == 1001
        finally:
            sys.set_int_max_str_digits(allowed)


class TestProperties:
    """`format_number` is the inverse of `parse_number`."""

    @given(st.integers(-(10**24) + 1, 10**24 - 1), st.sampled_from(["id", "en"]))
    def test_inverse(self, count: int, lang: Any) -> None:
        """Whatever the library admits is read back as it was written."""
        value = Decimal(f"{count}e-6")
        assert parse_number(format_number(value, lang=lang), lang) == value

    @given(st.fractions(), st.integers(0, 20))
    def test_rounding_is_the_definition(self, value: Fraction, decimals: int) -> None:
        """The written number is the nearest of its length, and of two nearest the one away from zero."""
        written = Fraction(format_number(value, decimals=decimals, lang="en", grouping=False))
        error, half = abs(written) - abs(value), Fraction(1, 2 * 10**decimals)
        assert -half < error <= half

    @given(st.one_of(st.integers(), st.fractions()))
    def test_equal_numbers_are_written_alike(self, value: Any) -> None:
        """An int, a Decimal and a Fraction of the same value have one text, whatever the ambient context."""
        plain = format_number(value)
        with decimal.localcontext(decimal.Context(prec=1, traps=[decimal.Inexact, decimal.Rounded])):
            assert format_number(Fraction(value)) == plain
            if Fraction(value).denominator == 1:
                assert format_number(Decimal(int(value))) == plain
