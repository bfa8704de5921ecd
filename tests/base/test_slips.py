"""How digits go wrong: single slips, each with the number that would have been meant."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.slips import FACTORS, Slip, factors, fitting, repeated, separators, slips_of, transpositions

NUMBERS = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6)
COUNTS = st.integers(-(10**12), 10**12)


def meant(slips: tuple[Slip, ...]) -> list[str]:
    """The numbers of some slips, as decimal text."""
    return [str(Decimal(slip.meant.numerator) / Decimal(slip.meant.denominator)) for slip in slips]


class TestFactors:
    """A power of ten too large or too small."""

    def test_each_factor_both_ways(self) -> None:
        """Three upwards, three downwards."""
        assert meant(factors(Fraction(1155, 10))) == ["1155", "11550", "115500", "11.55", "1.155", "0.1155"]

    def test_kind_and_factor(self) -> None:
        """Each says that a factor is meant, and which, the larger numbers first."""
        wanted = [10, 100, 1000, Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000)]
        assert factors(Fraction(5)) == tuple(Slip("factor", 5 * factor, factor) for factor in wanted)

    def test_zero_has_none(self) -> None:
        """Zero times anything is zero."""
        assert factors(Fraction(0)) == ()

    @given(number=NUMBERS.filter(bool))
    def test_the_factor_gives_the_number(self, number: Fraction) -> None:
        """Each slip's factor times the stated number is the number that was meant."""
        slips = factors(number)
        assert len(slips) == 2 * len(FACTORS)
        assert all(slip.factor is not None and number * slip.factor == slip.meant for slip in slips)


class TestSeparators:
    """A dot or a comma taken for the other, or for nothing."""

    @pytest.mark.parametrize(
        ("printed", "number", "expected"),
        [
            ("1.234", "1234", ["1.234"]),
            ("1.234", "1.234", ["1234"]),
            ("1,234", "1.234", ["1234"]),
            ("98,56", "98.56", ["9856"]),
            ("1.234,5", "1234.5", ["12345"]),
            ("8.367.127,000", "8367127", ["8367127000"]),
            ("-2.500", "-2500", ["-2.5"]),
            ("\u22122.500", "-2500", ["-2.5"]),
            ("1.2.3", "0", ["123", "12.3"]),
            ("0,5", "0.5", ["5"]),
            ("3977", "3977", ["397.7", "39.77", "3.977"]),
            ("98", "98", ["9.8"]),
            ("7", "7", []),
        ],
    )
    def test_other_readings(self, printed: str, number: str, expected: list[str]) -> None:
        """All marks part thousands, or the last one parts decimals."""
        found = separators(printed, Fraction(number))
        assert meant(found) == expected
        assert {slip.kind for slip in found} <= {"separator"}
        if Fraction(number):
            assert all(slip.factor == slip.meant / Fraction(number) for slip in found)

    @pytest.mark.parametrize("printed", ["", "7", "1.2a", "..", "-", "1 234", "\u0661.\u0662", "1." * 40])
    def test_other_text_has_none(self, printed: str) -> None:
        """Text without marks, without digits, or longer than any number."""
        assert separators(printed, Fraction(7)) == ()

    def test_a_number_read_as_zero_has_no_factor(self) -> None:
        """Nothing times zero gives another number."""
        assert [slip.factor for slip in separators("0.000", Fraction(0))] == []
        assert [slip.factor for slip in separators("1.5", Fraction(0))] == [None, None]

    def test_the_longest_number_is_read(self) -> None:
        """64 characters have readings, 65 none."""
        assert len(separators("1." + "0" * 62, Fraction(1))) == 1
        assert separators("1." + "0" * 63, Fraction(1)) == ()


class TestTranspositions:
    """Two digits side by side that changed places."""

    @pytest.mark.parametrize(
        ("number", "decimals", "expected"),
        [
            ("123", 0, ["213", "132"]),
            ("-123", 0, ["-213", "-132"]),
            ("102.5", 1, ["120.5", "105.2"]),  # 012,5 is written by nobody
            ("1.5", 2, ["5.1", "1.05"]),
            ("0.5", 1, ["5"]),
            ("0.05", 2, ["0.5"]),
            ("11", 0, []),
            ("7", 0, []),
            ("0", 0, []),
            ("10", 0, []),
        ],
    )
    def test_neighbours(self, number: str, decimals: int, expected: list[str]) -> None:
        """Equal neighbours change nothing, and a leading zero is no number."""
        found = transpositions(Fraction(number), decimals)
        assert meant(found) == expected
        assert {(slip.kind, slip.factor) for slip in found} <= {("transposed", None)}

    def test_more_decimals_than_stated(self) -> None:
        """A number that its decimals cannot write was not read from them."""
        assert transpositions(Fraction(1, 3), 2) == ()
        assert transpositions(Fraction("1.25"), 1) == ()

    @given(count=COUNTS, decimals=st.integers(0, 6))
    def test_differ_by_a_multiple_of_nine(self, count: int, decimals: int) -> None:
        """The mark of transposed digits that bookkeepers know."""
        number = Fraction(count, 10**decimals)
        for slip in transpositions(number, decimals):
            assert slip.meant != number
            assert ((slip.meant - number) * 10**decimals) % 9 == 0

    @given(count=COUNTS, decimals=st.integers(0, 6))
    def test_transposing_twice_gives_the_number(self, count: int, decimals: int) -> None:
        """Whatever the number became, it is found from there, unless its closing digits became leading zeros."""
        number = Fraction(count, 10**decimals)
        for slip in transpositions(number, decimals):
            assert number in {back.meant for back in transpositions(slip.meant, decimals)}


class TestFitting:
    """All slips, and those that fit."""

    def test_each_number_once_by_its_simplest_slip(self) -> None:
        """1,5 for 15 is a separator and a factor: it is said once."""
        slips = slips_of(Fraction("1.5"), decimals=1, printed="1,5")
        found = fitting(slips, lambda number: number in {15, Fraction("5.1")})
        assert [slip.kind for slip in found] == ["separator", "transposed"]

    def test_nothing_fits(self) -> None:
        """No slip, no explanation."""
        assert fitting(slips_of(Fraction(12)), lambda number: number == 13) == ()


class TestRepeated:
    """A column that holds the numbers of another."""

    def test_places(self) -> None:
        """Missing numbers repeat nothing, not even each other."""
        left = [Fraction(75), None, Fraction(3), Fraction(0)]
        right = [Fraction(75), None, Fraction(4), Fraction(0)]
        assert repeated(left, right) == (0, 3)

    def test_columns_of_one_table(self) -> None:
        """Columns of different lengths are no columns of one table."""
        with pytest.raises(ValueError, match="shorter"):
            repeated([Fraction(1)], [])
