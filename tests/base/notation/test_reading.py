"""One printed number, read only when it has one reading."""

import decimal
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sakip import format_number, parse_number
from sakip.base.notation.reading import Convention
from sakip.errors import AmbiguousNumberError, InvalidValueError

PRINTED = st.text(alphabet="0123456789.,-% Rp\u2212\xa0", max_size=14)
NUMBERS = st.integers(-(10**24) + 1, 10**24 - 1).map(lambda count: Decimal(f"{count}e-6"))


def refusal(text: Any, convention: Convention | None = None) -> InvalidValueError:
    """The error with which a text is refused."""
    with pytest.raises(InvalidValueError) as caught:
        parse_number(text, convention)
    assert caught.value.path == "parse_number"
    assert caught.value.value is text
    for told in (caught.value.problem, caught.value.way_out):
        indonesian, english = told
        assert indonesian
        assert english
    return caught.value


def outcome(text: str, convention: Convention | None) -> Decimal | InvalidValueError:
    """The number, or the error with which the text is refused."""
    try:
        return parse_number(text, convention)
    except InvalidValueError as error:
        return error


class TestOneReading:
    """Strict: a text with one reading is read, whatever convention wrote it."""

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("0", "0"),
            ("7", "7"),
            ("05", "5"),
            ("1234", "1234"),
            ("98.5", "98.5"),
            ("98,5", "98.5"),
            ("98,50", "98.5"),
            ("100,00", "100"),
            ("0.381", "0.381"),
            ("0,604", "0.604"),
            ("0.000", "0"),
            ("012.345", "12.345"),
            ("1.2345", "1.2345"),
            ("1,23456", "1.23456"),
            ("1234.567", "1234.567"),
            ("1234,567", "1234.567"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1.234,567", "1234.567"),
            ("1,234.567", "1234.567"),
            ("1.234.567", "1234567"),
            ("1,234,567", "1234567"),
            ("33.333,33", "33333.33"),
            ("999.999.999.999.999.999,999999", "999999999999999999.999999"),
            ("000000000000000000000000000001", "1"),
            ("1,500000000000000000000", "1.5"),
        ],
    )
    def test_marks_decide(self, text: str, number: str) -> None:
        """Both marks, a repeated mark, or a group that cannot be of thousands leave one reading."""
        assert str(parse_number(text)) == number

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("-24,65", "-24.65"),
            ("\u221224,65", "-24.65"),
            ("-0", "0"),
            ("-0,00", "0"),
            ("33,33%", "33.33"),
            ("33,33 %", "33.33"),
            ("33,33\xa0%", "33.33"),
            ("  98,5\t", "98.5"),
            ("\xa098,5\r\n", "98.5"),
            ("Rp 4.522.741.241", "4522741241"),
            ("Rp4.522.741.241,50", "4522741241.5"),
            ("Rp. 4.522.741.241,-", "4522741241"),
            ("Rp.500", "500"),
            ("Rp\xa0500", "500"),
            ("-Rp 500", "-500"),
            ("Rp -500", "-500"),
            ("\u2212Rp500", "-500"),
            ("1.000,-", "1000"),
            ("500,-", "500"),
            ("-98,5 %", "-98.5"),
        ],
    )
    def test_dress(self, text: str, number: str) -> None:
        """Blanks, currency, the dash after whole rupiah and the percent sign fall away; a percentage is its number."""
        assert str(parse_number(text)) == number

    def test_peers_defects(self) -> None:
        """The comma and the minus sign of "90,5" and "-3,4" are never lost, and "4.25" is one number everywhere."""
        assert parse_number("90,5") == Decimal("90.5")
        assert parse_number("-3,4") == Decimal("-3.4")
        assert parse_number("4.25") == Decimal("4.25")


class TestTwoReadings:
    """A text with two readings is an error that names both, unless the caller gives the convention."""

    @pytest.mark.parametrize(
        ("text", "thousands", "decimals"),
        [
            ("1.234", "1234", "1.234"),
            ("1,234", "1234", "1.234"),
            ("1.000", "1000", "1"),
            ("100,000", "100000", "100"),
            ("999.999", "999999", "999.999"),
            ("-1.234", "-1234", "-1.234"),
            ("Rp 1.234", "1234", "1.234"),
            ("1,234 %", "1234", "1.234"),
        ],
    )
    def test_names_both(self, text: str, thousands: str, decimals: str) -> None:
        """Both readings are facts of the error and stand in its text, thousands first, beside the way out."""
        error = refusal(text)
        assert isinstance(error, AmbiguousNumberError)
        assert error.code == "ambiguous-number"
        assert error.readings == (thousands, decimals)
        assert f"{thousands} (ribuan) dan {decimals} (desimal)" in str(error)
        assert "parse_numbers" in str(error)

    @pytest.mark.parametrize(
        ("text", "indonesian", "english"), [("1.234", "1234", "1.234"), ("1,234", "1.234", "1234"), ("5", "5", "5")]
    )
    def test_convention_decides(self, text: str, indonesian: str, english: str) -> None:
        """Under a convention the same text has one reading."""
        assert str(parse_number(text, "id")) == indonesian
        assert str(parse_number(text, "en")) == english

    def test_trailing_zeros_fall_away(self) -> None:
        """Typed digits are never a precision."""
        assert parse_number("49,340", "id").as_tuple() == Decimal("49.34").as_tuple()


class TestConvention:
    """Under a convention nothing is guessed."""

    @pytest.mark.parametrize(
        ("text", "convention", "meant"),
        [
            ("98.5", "id", "98.5 (en)"),
            ("0.381", "id", "0.381 (en)"),
            ("1,234.5", "id", "1234.5 (en)"),
            ("98,5", "en", "98.5 (id)"),
            ("0,604", "en", "0.604 (id)"),
            ("1.000,-", "en", "1000 (id)"),
            ("98,5", "plain", "98.5 (id)"),
            ("1,234", "plain", "1.234 (id) / 1234 (en)"),
            ("1.234.567", "plain", "1234567 (id)"),
            ("1,234.5", "plain", "1234.5 (en)"),
            ("500,-", "plain", "500 (id)"),
        ],
    )
    def test_other_convention(self, text: str, convention: Convention, meant: str) -> None:
        """A text of another convention is refused, and the error says what it would mean there."""
        error = refusal(text, convention)
        assert error.code == "other-convention"
        assert meant in str(error)

    @pytest.mark.parametrize(
        ("text", "number"), [("98.5", "98.5"), ("0.381", "0.381"), ("1.234", "1.234"), ("1234567.5 %", "1234567.5")]
    )
    def test_plain(self, text: str, number: str) -> None:
        """Plain is what databases write: a decimal dot and no groups."""
        assert str(parse_number(text, "plain")) == number

    @pytest.mark.parametrize("convention", ["", "ID", "us", "fr", 1, ["id"]])
    def test_unknown(self, convention: Any) -> None:
        """An unknown convention is refused with those that may be chosen."""
        with pytest.raises(InvalidValueError, match="id, en, plain") as caught:
            parse_number("1", convention)
        assert (caught.value.code, caught.value.path) == ("unknown-convention", "convention")
        assert caught.value.value is convention

    @pytest.mark.parametrize("convention", ["id", "en", "plain"])
    def test_no_number_stays_no_number(self, convention: Convention) -> None:
        """No convention makes a number of what is none."""
        assert refusal("1.2.3", convention).code == "wrong-grouping"
        assert refusal("5 buku", convention).code == "words-in-number"


class TestRefused:
    """Everything else is a clear error that names the path, the value and the way out."""

    @pytest.mark.parametrize(
        ("value", "code"),
        [
            (None, "not-text"),
            (5, "not-text"),
            (Decimal(5), "not-text"),
            (b"5", "not-text"),
            (98.5, "float-refused"),
            (float("nan"), "float-refused"),
            ("9" * 10**6, "long-text"),
            ("5 buku " * 10**5, "long-text"),
            ("0" * 65, "long-text"),
            ("9" * 19, "number-too-large"),
            ("1.000.000.000.000.000.000", "number-too-large"),
            ("1,1234567", "number-too-large"),
            ("0,0000001", "number-too-large"),
            ("9" * 64, "number-too-large"),
            ("Rp 5%", "not-a-number"),
            ("1e999999999", "exponent"),
            ("NaN", "words-in-number"),
            ("Infinity", "words-in-number"),
        ],
        ids=lambda value: f"{value!r:.26}",
    )
    def test_codes(self, value: Any, code: str) -> None:
        """What is no text, too long or out of range is refused before anything slow happens."""
        assert refusal(value).code == code

    def test_limits_on_both_sides(self) -> None:
        """18 integer digits, 6 decimals and 64 characters still enter."""
        assert parse_number("9" * 18) == 10**18 - 1
        assert parse_number("0,000001") == Decimal("0.000001")
        assert parse_number("0" * 63 + "7") == 7

    def test_path(self) -> None:
        """The caller names the field that is being filled."""
        with pytest.raises(InvalidValueError, match=r"^rows\[3\]\.target = '5 buku'") as caught:
            parse_number("5 buku", path="rows[3].target")
        assert caught.value.path == "rows[3].target"
        with pytest.raises(InvalidValueError, match=r"^rows\[3\]\.target = '9999999999999999999'"):
            parse_number("9" * 19, path="rows[3].target")


class TestProperties:
    """Reading is total, deterministic, and the inverse of writing."""

    @given(st.one_of(PRINTED, st.text()), st.sampled_from([None, "id", "en", "plain"]))
    @example("", None)
    @example("1.234,-", "en")
    def test_reads_or_refuses(self, text: str, convention: Convention | None) -> None:
        """Whatever comes is a number or the library's own error, and the number keeps its digits."""
        number = outcome(text, convention)
        if isinstance(number, InvalidValueError):
            assert str(number)
            return
        digits = "".join(sign for sign in text if sign.isdigit()).strip("0")
        assert "".join(map(str, number.as_tuple().digits)).strip("0") == digits

    @given(PRINTED)
    def test_conventions_agree_with_none(self, text: str) -> None:
        """A number that is read without a convention is what the conventions that accept it read."""
        readings = {outcome(text, "id"), outcome(text, "en")}
        numbers = {reading for reading in readings if isinstance(reading, Decimal)}
        free = outcome(text, None)
        if isinstance(free, AmbiguousNumberError):
            assert {Decimal(reading) for reading in free.readings} == numbers
            assert len(numbers) == 2
        else:
            assert numbers == ({free} if isinstance(free, Decimal) else set())

    @given(NUMBERS, st.sampled_from(["id", "en"]), st.booleans())
    def test_inverse_of_writing(self, number: Decimal, lang: Any, grouping: bool) -> None:
        """What was written in a language is read back in it, with or without groups."""
        assert parse_number(format_number(number, lang=lang, grouping=grouping), lang) == number

    @given(NUMBERS)
    def test_dress_changes_nothing(self, number: Decimal) -> None:
        """Sign, blanks, currency and percent sign do not change the size of the number."""
        written = format_number(abs(Fraction(number)))
        size = parse_number(written, "id")
        assert parse_number(f"\xa0{written} %", "id") == size
        assert parse_number(f"Rp. {written}", "id") == size
        assert Fraction(parse_number(f"\u2212Rp {written}", "id")) == -Fraction(size)

    @given(NUMBERS)
    def test_context_has_no_say(self, number: Decimal) -> None:
        """A narrow ambient context that traps every rounding changes nothing."""
        written = format_number(number)
        with decimal.localcontext(decimal.Context(prec=1, traps=[decimal.Inexact, decimal.Rounded])):
            read = parse_number(written, "id")
        assert read == number
