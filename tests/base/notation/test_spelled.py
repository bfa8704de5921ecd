"""Numbers and rupiah in Indonesian words."""

import decimal
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.notation.spelled import (
    parse_spelled,
    parse_spelled_number,
    parse_spelled_rupiah,
    spell_number,
    spell_rupiah,
)
from sakip.errors import InvalidValueError
from tests.base.contract import assert_way_out, facts_of

DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
GROUPS = ((10**15, "kuadriliun"), (10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))


def spelled(number: int) -> str:
    """A whole number in words, as a clerk writes it."""
    if number < 12:
        return DIGITS[number]
    if number < 20:
        return f"{DIGITS[number - 10]} belas"
    if number < 100:
        return f"{DIGITS[number // 10]} puluh {spelled(number % 10) if number % 10 else ''}".strip()
    if number < 1000:
        head = "seratus" if number < 200 else f"{DIGITS[number // 100]} ratus"
        return f"{head} {spelled(number % 100) if number % 100 else ''}".strip()
    size, word = next(group for group in GROUPS if number >= group[0])
    head = "seribu" if number // size == 1 and size == 1000 else f"{spelled(number // size)} {word}"
    return f"{head} {spelled(number % size) if number % size else ''}".strip()


@given(st.one_of(st.integers(0, 2000), st.integers(0, 10**18 - 1)))
def test_words_give_their_number(number: int) -> None:
    """What is written in words is read back."""
    assert parse_spelled(spelled(number)) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lima dokumen",
        "dua tiga",
        "belas",
        "satu belas",
        "satu puluh",
        "puluh dua",
        "ribu",
        "dua ribu tiga ribu",
        "dua ribu tiga juta",
        "dua ratus tiga ratus",
        "lima puluh tiga puluh",
        "lima koma dua",
        "nol " * 10**6,
        "satu ratus " * 20,
        "dua puluh sepuluh",
        "lima belas dua",
        "dua puluh nol",
        "nol ratus",
        "dua puluh seribu",
        "dua puluh satu ratus",
        "seribu seribu",
        "satu kuadriliun kuadriliun",
        "seribu kuadriliun",
        "sepuluh ratus kuadriliun",
        "٥",
    ],
)
def test_anything_else_is_no_number(text: str) -> None:
    """Words in an order that no number has are not read."""
    assert parse_spelled(text) is None


def test_a_number_as_a_lookup_of_words() -> None:
    """Case and the older spellings do not matter."""
    assert parse_spelled("Dua Milyar Seratus Ribu Sepuluh") == 2_000_100_010


ADMITTED = st.integers(-(10**24) + 1, 10**24 - 1).map(lambda count: Decimal(f"{count}e-6"))


class TestNumber:
    @pytest.mark.parametrize(
        ("value", "words"),
        [
            (0, "nol"),
            (1, "satu"),
            (9, "sembilan"),
            (10, "sepuluh"),
            (11, "sebelas"),
            (12, "dua belas"),
            (19, "sembilan belas"),
            (20, "dua puluh"),
            (21, "dua puluh satu"),
            (99, "sembilan puluh sembilan"),
            (100, "seratus"),
            (101, "seratus satu"),
            (110, "seratus sepuluh"),
            (111, "seratus sebelas"),
            (199, "seratus sembilan puluh sembilan"),
            (200, "dua ratus"),
            (999, "sembilan ratus sembilan puluh sembilan"),
            (1000, "seribu"),
            (1001, "seribu satu"),
            (1100, "seribu seratus"),
            (1999, "seribu sembilan ratus sembilan puluh sembilan"),
            (2000, "dua ribu"),
            (10000, "sepuluh ribu"),
            (11000, "sebelas ribu"),
            (21000, "dua puluh satu ribu"),
            (100000, "seratus ribu"),
            (101000, "seratus satu ribu"),
            (999999, "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan"),
            (1000000, "satu juta"),
            (1001000, "satu juta seribu"),
            (10**9, "satu miliar"),
            (10**12, "satu triliun"),
            (10**15, "satu kuadriliun"),
            (10**17, "seratus kuadriliun"),
            ("33.33", "tiga puluh tiga koma tiga tiga"),
            ("0.05", "nol koma nol lima"),
            ("-49.34", "minus empat puluh sembilan koma tiga empat"),
            ("2.50", "dua koma lima"),
            ("0.000001", "nol koma nol nol nol nol nol satu"),
            ("-0", "nol"),
        ],
    )
    def test_words(self, value: Any, words: str) -> None:
        """Se- for one ten, one hundred and one thousand, satu before all larger groups; decimals one by one."""
        assert spell_number(value) == words
        assert parse_spelled_number(words) == Decimal(value)

    @given(ADMITTED)
    def test_inverse(self, value: Decimal) -> None:
        """Whatever the library admits is read back as it was spelled, capitals and blanks aside."""
        words = spell_number(value)
        assert parse_spelled_number(words) == value
        assert parse_spelled_number(f" {words.upper()}\xa0".replace(" ", "  ")) == value

    @given(st.integers(0, 10**18 - 1))
    def test_second_opinion(self, number: int) -> None:
        """A clerk writes the same, hundred by hundred."""
        assert spell_number(number) == spelled(number)

    @given(ADMITTED, ADMITTED)
    def test_two_numbers_are_never_spelled_alike(self, one: Decimal, other: Decimal) -> None:
        """The words tell two numbers apart."""
        assert (spell_number(one) == spell_number(other)) == (one == other)

    @pytest.mark.parametrize("value", ["999999999999999999.999999", "-999999999999999999.999999", "777777777777777777"])
    def test_longest(self, value: str) -> None:
        """The numbers with the most digits have words that can be read back."""
        assert parse_spelled_number(spell_number(value)) == Decimal(value)

    def test_length_of_the_text(self) -> None:
        """Up to 400 signs are read, blanks included."""
        assert parse_spelled_number("dua" + " " * 397) == 2
        with pytest.raises(InvalidValueError):
            parse_spelled_number("dua" + " " * 398)

    @pytest.mark.parametrize("sign", ["minus", "min", "negatif"])
    def test_signs(self, sign: str) -> None:
        """Three words for below zero are read, one is written."""
        assert parse_spelled_number(f"{sign} dua") == -2

    def test_spellings_of_others(self) -> None:
        """What other letters write is read: older spellings, and satu for se-."""
        assert parse_spelled_number("tiga trilyun satu ribu satu ratus") == 3_000_000_001_100

    @pytest.mark.parametrize("value", [0.5, True, None, "1,5", 10**18, Decimal("NaN"), Decimal("1e-7")], ids=str)
    def test_no_number(self, value: Any) -> None:
        """What is not admitted is not spelled."""
        error = facts_of(lambda: spell_number(value))
        assert error[1] == "spell_number"
        assert error[2] is value

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "koma lima",
            "dua koma",
            "dua koma sepuluh",
            "dua koma lima belas",
            "dua koma lima koma lima",
            "dua koma " + "lima " * 7,
            "minus",
            "minus minus dua",
            "dua minus",
            "dua rupiah",
            "dua persen",
            "2",
            "<b>dua</b>",
            "dua " * 10**6,
            None,
            2,
            ["dua"],
        ],
        ids=lambda text: f"{text!r:.30}",
    )
    def test_refused(self, text: Any) -> None:
        """Anything but the words of one number is refused, with an example."""
        with pytest.raises(InvalidValueError, match="dua puluh lima koma lima") as caught:
            parse_spelled_number(text, path="Form.total")
        assert (caught.value.code, caught.value.path, caught.value.value) == ("not-spelled", "Form.total", text)
        assert_way_out(parse_spelled_number, text)
        assert facts_of(lambda: parse_spelled_number(text))[1] == "parse_spelled_number"
        assert len(str(caught.value)) < 1000

    @given(st.text())
    def test_reads_or_refuses(self, text: str) -> None:
        """Whatever comes is a number or the library's own error."""
        try:
            number = parse_spelled_number(text)
        except InvalidValueError:
            return
        assert isinstance(number, Decimal)

    def test_context(self) -> None:
        """The ambient context plays no part."""
        with decimal.localcontext(decimal.Context(prec=1, traps=[decimal.Inexact, decimal.Rounded])):
            assert parse_spelled_number(spell_number("123456789.123456")) == Decimal("123456789.123456")


class TestRupiah:
    @pytest.mark.parametrize(
        ("value", "words"),
        [
            (0, "nol rupiah"),
            (1000, "seribu rupiah"),
            (1250000000, "satu miliar dua ratus lima puluh juta rupiah"),
            ("1250000.5", "satu juta dua ratus lima puluh ribu rupiah lima puluh sen"),
            ("0.01", "nol rupiah satu sen"),
            ("0.99", "nol rupiah sembilan puluh sembilan sen"),
            (-1500, "minus seribu lima ratus rupiah"),
        ],
    )
    def test_words(self, value: Any, words: str) -> None:
        """Sen are named where there are some."""
        assert spell_rupiah(value) == words
        assert parse_spelled_rupiah(words) == Decimal(value)

    @given(st.integers(-(10**20) + 1, 10**20 - 1).map(lambda count: Decimal(f"{count}e-2")))
    def test_inverse(self, amount: Decimal) -> None:
        """Every amount down to the sen is read back as it was spelled."""
        assert parse_spelled_rupiah(spell_rupiah(amount)) == amount

    @pytest.mark.parametrize(("value", "code"), [("0.001", "not-rupiah"), (10**18, "number-too-large"), (1.5, None)])
    def test_no_amount(self, value: Any, code: str | None) -> None:
        """Less than a sen, more than 18 digits, and floats are no amounts."""
        found, path, given = facts_of(lambda: spell_rupiah(value))
        assert (path, given) == ("spell_rupiah", value)
        assert code in {None, found}

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "rupiah",
            "seribu",
            "seribu sen",
            "seribu rupiah lima",
            "seribu rupiah seratus sen",
            "seribu rupiah lima sen sen",
            "seribu rupiah rupiah",
            "seribu rupiah sen",
            "Rp1.000",
            "rupiah " * 10**6,
            None,
            1000,
        ],
        ids=lambda text: f"{text!r:.30}",
    )
    def test_refused(self, text: Any) -> None:
        """Anything but the words of one amount is refused, with an example."""
        with pytest.raises(InvalidValueError, match="seribu lima ratus rupiah") as caught:
            parse_spelled_rupiah(text)
        facts = (caught.value.code, caught.value.path, caught.value.value)
        assert facts == ("not-spelled", "parse_spelled_rupiah", text)
        assert_way_out(parse_spelled_rupiah, text)
        assert facts_of(lambda: parse_spelled_rupiah(text, path="Form.total"))[1] == "Form.total"
