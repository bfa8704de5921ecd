"""Values, exact numbers and scores as people read them, in both languages."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sakip import AwaitingRelease, Components, Level, NotApplicable, NotReported, Period, Range
from sakip.errors import InvalidValueError
from sakip.policies import AKIP_88_2021, LKJIP
from sakip.scoring import NotScored, Reason, Root, Scored
from sakip.scoring.wording import (
    ScopeKind,
    enumerated,
    exact_text,
    folded,
    grade_note,
    grade_text,
    number_text,
    points_text,
    scope_text,
    score_text,
    told_text,
    value_text,
)
from tests.properties.printed import value
from tests.properties.reference import half_up


class TestValue:
    """A target's or a realization's value with its unit."""

    @pytest.mark.parametrize(
        ("value", "unit", "indonesian", "english"),
        [
            (Decimal("1234.5"), "%", "1.234,5 %", "1,234.5 %"),
            (2, "dokumen", "2 dokumen", "2 dokumen"),
            (Decimal(0), None, "0", "0"),
            (Fraction(1, 3), "%", "1/3 %", "1/3 %"),
            (Decimal("-24.65"), "", "-24,65", "-24.65"),
            (Range("80.5", 1000), "hari", "80,5–1.000 hari", "80.5–1,000 hari"),
            (Components(1, "2.5", per=100), "%", "100 × 1 ÷ 2,5 %", "100 × 1 ÷ 2.5 %"),
            (Level("WTP"), "opini", "WTP", "WTP"),
            (date(2025, 3, 5), "hari", "5 Maret 2025", "5 March 2025"),
            (NotReported(), "%", "–", "–"),
            (None, "%", "–", "–"),
            ("98.5", "%", "–", "–"),
        ],
        ids=str,
    )
    def test_kinds(self, value: Any, unit: str | None, indonesian: str, english: str) -> None:
        """Each kind of value has its writing; a level and a date need no unit, and what is no value is a dash."""
        assert value_text(value, unit, "id") == indonesian
        assert value_text(value, unit, "en") == english


class TestExact:
    """The decimal that a number is, or a quotient with the decimal that it is near."""

    @pytest.mark.parametrize(
        ("number", "indonesian", "english"),
        [
            (Fraction(90), "90", "90"),
            (Fraction(-60800, 2467), "-60.800/2.467 (≈ -24,645318)", "-60,800/2,467 (≈ -24.645318)"),
            (Fraction(9949, 100), "99,49", "99.49"),
            (Fraction(1, 10**9), "0,000000001", "0.000000001"),
            (Fraction(2, 3), "2/3 (≈ 0,666667)", "2/3 (≈ 0.666667)"),
            (Fraction(0), "0", "0"),
            (
                Fraction(10**39, 3),
                f"1{'.000' * 13}/3 (≈ 333.333{'.333' * 11},333333)",
                f"1{',000' * 13}/3 (≈ 333,333{',333' * 11}.333333)",
            ),
        ],
        ids=str,
    )
    def test_known(self, number: Fraction, indonesian: str, english: str) -> None:
        """What ends is written to its end; what does not, as a quotient and to six decimals."""
        assert exact_text(number, "id") == indonesian
        assert exact_text(number, "en") == english

    @pytest.mark.parametrize(
        ("number", "cut"),
        [
            (Fraction(10**40 - 1), False),
            (Fraction(10**40), True),
            (Fraction(-(10**40) + 1), False),
            (Fraction(-(10**40)), True),
            (Fraction(1, 10**40 - 1), False),
            (Fraction(1, 10**40), True),
        ],
        ids=["whole 40", "whole 41", "negative 40", "negative 41", "below 40", "below 41"],
    )
    def test_forty_digits(self, number: Fraction, cut: bool) -> None:
        """Forty digits above or below are written whole; one more is cut off, and the text says so."""
        assert exact_text(number, "id").endswith("…") is cut

    def test_cut_off_and_not_rounded(self) -> None:
        """Nines are not carried: whoever rounds the digits again gets what the exact number gives."""
        number = Fraction(90) - Fraction(1, 10**41)
        assert exact_text(number, "id") == "89,999999…"
        assert exact_text(-number, "en") == "-89.999999…"
        assert exact_text(Fraction(1, 10**41), "id") == "0,000000…"

    @given(st.fractions(-1000, 1000))
    def test_digits_are_near(self, number: Fraction) -> None:
        """What is read back out of the text is the number, or within a millionth of it."""
        text = exact_text(number, "en")
        if " (≈ " in text:
            exact, near = text.removesuffix(")").replace(",", "").split(" (≈ ")
            assert Fraction(exact) == number
            assert abs(Fraction(near) - number) * 2 * 10**6 <= 1
        elif text.endswith("…"):
            assert 0 <= abs(number) - abs(Fraction(text.removesuffix("…"))) < Fraction(1, 10**6)
        else:
            assert Fraction(text.replace(",", "")) == number


class TestScore:
    """A score with all its decimals, or a dash."""

    @pytest.mark.parametrize(
        ("value", "indonesian", "english"),
        [
            ("50.00", "50,00", "50.00"),
            ("50", "50", "50"),
            ("-24.65", "-24,65", "-24.65"),
            ("1234.5", "1.234,5", "1,234.5"),
            ("0.000000", "0,000000", "0.000000"),
        ],
    )
    def test_decimals_are_kept(self, value: str, indonesian: str, english: str) -> None:
        """A rounded value is written with the decimals to which it was rounded, zeros among them."""
        score = Scored(Decimal(value), Fraction(value))
        assert (score_text(score, "id"), score_text(score, "en")) == (indonesian, english)

    def test_without_a_score(self) -> None:
        """What has no score is a dash, and never a zero."""
        assert score_text(NotScored(Reason("not-reported")), "id") == "–"


class TestNumber:
    """The number after a step."""

    @pytest.mark.parametrize(
        ("number", "decimals", "indonesian", "english"),
        [
            (Fraction(200, 3), None, "200/3 (≈ 66,666667)", "200/3 (≈ 66.666667)"),
            (Fraction(6667, 100), 2, "66,67", "66.67"),
            (Fraction(50), 2, "50,00", "50.00"),
            (Fraction(50), 0, "50", "50"),
            (Fraction(50), None, "50", "50"),
            (Root(2, 1, 2), None, "≈ 1,414214", "≈ 1.414214"),
            (Root(2, 1, 2), 2, "≈ 1,414214", "≈ 1.414214"),
            (Root(90, 1, 1), 2, "90", "90"),
            (Root(9, 4, 2), None, "1,5", "1.5"),
            (Root(1, 10**14, 2), None, "≈ 0,000000", "≈ 0.000000"),
            (Root(4, 1, 2), None, "2", "2"),
            (Root(10**12, 1, 2), None, "1.000.000", "1,000,000"),
        ],
        ids=str,
    )
    def test_kinds(self, number: Fraction | Root, decimals: int | None, indonesian: str, english: str) -> None:
        """A rounded number has its decimals, any other its exact form, and a root six decimals."""
        assert number_text(number, "id", decimals) == indonesian
        assert number_text(number, "en", decimals) == english


class TestPoints:
    """Points of a distance or a share, never told as nothing where there is something."""

    @pytest.mark.parametrize(
        ("points", "decimals", "indonesian", "english"),
        [
            (Fraction(3, 2), 2, "1,50 poin", "1.50 points"),
            (Fraction(1), 0, "1 poin", "1 point"),
            (Fraction(1), 2, "1,00 poin", "1.00 points"),
            (Fraction(2), 0, "2 poin", "2 points"),
            (Fraction(1, 200), 2, "0,01 poin", "0.01 points"),
            (Fraction(1, 201), 2, "kurang dari 0,01 poin", "less than 0.01 points"),
            (Fraction(1, 3), 0, "kurang dari 1 poin", "less than 1 point"),
            (Fraction(12345), 1, "12.345,0 poin", "12,345.0 points"),
        ],
    )
    def test_known(self, points: Fraction, decimals: int, indonesian: str, english: str) -> None:
        """Rounded half up; what rounds to nothing is less than the least; one point alone is singular."""
        assert points_text(points, decimals, "id") == indonesian
        assert points_text(points, decimals, "en") == english


class TestEnumerated:
    """A few names, and how many more there are."""

    @pytest.mark.parametrize(
        ("names", "indonesian", "english"),
        [
            ("A", "A", "A"),
            ("AB", "A dan B", "A and B"),
            ("ABC", "A, B dan C", "A, B and C"),
            ("ABCD", "A, B, C dan 1 lainnya", "A, B, C and 1 more"),
        ],
    )
    def test_known(self, names: str, indonesian: str, english: str) -> None:
        """Up to three are named."""
        assert enumerated(list(names), "id") == indonesian
        assert enumerated(list(names), "en") == english


class TestScope:
    """Which part of the year was judged."""

    @pytest.mark.parametrize(
        ("kind", "period", "indonesian", "english"),
        [
            ("year", Period.year(2025), "Tahun 2025", "Year 2025"),
            ("period", Period.quarter(2025, 2), "Triwulan II 2025", "Quarter II 2025"),
            ("through", Period.quarter(2025, 2), "sampai dengan Triwulan II 2025", "through Quarter II 2025"),
        ],
    )
    def test_known(self, kind: ScopeKind, period: Period, indonesian: str, english: str) -> None:
        """One period is named, and so is the last one of several."""
        assert scope_text(kind, period, "id") == indonesian
        assert scope_text(kind, period, "en") == english


class TestFolded:
    """Lines broken at a width, what follows indented a little more."""

    def test_without_a_width(self) -> None:
        """Without a width nothing is changed."""
        text = "  satu dua tiga\nempat"
        assert folded(text, None) is text

    @pytest.mark.parametrize(
        ("width", "expected"),
        [
            (20, "  satu dua tiga\n      empat\nlima-enam"),
            (21, "  satu dua tiga empat\nlima-enam"),
            (1000, "  satu dua tiga empat\nlima-enam"),
        ],
    )
    def test_widths(self, width: int, expected: str) -> None:
        """A line that fits stays; one that does not goes on below, four further in; a hyphen is no place to break."""
        assert folded("  satu dua tiga empat\nlima-enam", width) == expected

    def test_prose(self) -> None:
        """Without a hanging indent a paragraph keeps one left edge."""
        assert folded("satu dua tiga empat lima", 20, hang=0) == "satu dua tiga empat\nlima"
        assert folded("  satu dua tiga empat", 20, hang=0) == "  satu dua tiga\n  empat"

    @pytest.mark.parametrize("width", [19, 0, -1, 1001, "80", 80.0, True])
    def test_widths_that_are_none(self, width: Any) -> None:
        """A width out of range, or none at all, is refused by its name."""
        with pytest.raises(InvalidValueError, match="width"):
            folded("satu", width)

    @example(words=["  ", "  ", "  ", "satu", "kata-kata"], width=20)
    @given(st.lists(st.sampled_from(["satu", "dua", "", "  ", "kata-kata"]), max_size=12), st.integers(20, 40))
    def test_no_word_is_lost(self, words: list[str], width: int) -> None:
        """Every line is within the width and all words are there in order."""
        text = " ".join(words)
        found = folded(text, width)
        assert all(len(line) <= width for line in found.split("\n"))
        assert found.split() == text.split()


@given(above=st.integers(-(10**55), 10**55), below=st.integers(10**40, 10**58), digits=st.integers(0, 5))
def test_cut_digits_round_alike(above: int, below: int, digits: int) -> None:
    """Digits that are cut off round half up to what the exact number rounds to."""
    number = Fraction(above, below)
    text = exact_text(number, "en")
    if text.endswith("…"):
        assert abs(number - value(text, "en")) < Fraction(1, 10**6)
        assert half_up(value(text, "en"), digits) == half_up(number, digits)
    else:
        assert max(abs(number.numerator), number.denominator) < 10**40


def test_huge() -> None:
    """A quotient with more digits than Python writes is told all the same."""
    assert exact_text(Fraction(10**9000 + 1, 10**8999 * 3), "en") == "3.333333…"


def test_unknown_language() -> None:
    """Nothing is written in another language."""
    for attempt in (
        lambda: value_text(5, None, "fr"),  # type: ignore[arg-type]
        lambda: exact_text(Fraction(1, 3), "fr"),  # type: ignore[arg-type]
        lambda: number_text(Root(2, 1, 2), "fr"),  # type: ignore[arg-type]
    ):
        with pytest.raises(InvalidValueError, match="unknown language"):
            attempt()


def test_grade_note() -> None:
    """A note only where the printed number would have another grade; a root has no exact number to show."""
    scale = LKJIP.scale
    assert (
        grade_note(scale, Scored(Decimal("91.00"), Fraction("90.995")), "Tinggi", "en") == "by the exact number 90.995"
    )
    assert not grade_note(scale, Scored(Decimal("90.99"), Fraction("90.994")), "Tinggi", "en")
    assert grade_note(scale, Scored(Decimal("91.00"), None), "Tinggi", "id") == "menurut angka sebelum dibulatkan"
    assert not grade_note(None, Scored(Decimal("91.00"), Fraction(91)), None, "id")
    assert not grade_note(scale, NotScored(Reason("not-reported")), None, "id")


def test_grade_text() -> None:
    """The label; words below every class; nothing without a scale or a number."""
    low = Scored(Decimal("-5.00"), Fraction(-5))
    assert grade_text(AKIP_88_2021, low, None, "id") == "di bawah kelas terendah"
    assert grade_text(AKIP_88_2021, Scored(Decimal(95), Fraction(95)), "AA", "id") == "AA"
    assert not grade_text(None, low, None, "id")
    assert not grade_text(AKIP_88_2021, NotScored(Reason("not-reported")), None, "id")


def test_told_text() -> None:
    """What stands where there is no number says why."""
    told = [told_text(one, "%", "en") for one in (NotReported(), NotApplicable("x"), AwaitingRelease("BPS"), 5)]
    assert told == ["not reported", "not applicable", "awaiting release", "5 %"]
